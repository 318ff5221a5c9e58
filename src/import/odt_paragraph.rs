//! A paragraph of an OpenDocument text, while it is read.

use std::rc::Rc;

use super::Block;
use super::docx_styles::{Look, Role};
use super::runs::{Run, What, blank, plain};

/// What surrounds text.
#[derive(Clone, Default)]
pub(super) struct Scope {
    pub(super) look: Look,
    pub(super) link: Option<Rc<str>>,
}

/// Puts a paragraph where its role has it.
pub(super) fn put(role: Role, runs: Vec<Run>, blocks: &mut Vec<Block>) {
    match (role, blocks.last_mut()) {
        (Role::Code, Some(Block::Code { text, .. })) => text.extend(["\n", &plain(&runs)]),
        (Role::Code, _) => blocks.push(Block::Code { language: String::new(), text: plain(&runs) }),
        (Role::Rule, _) if blank(&runs) => blocks.push(Block::Rule),
        _ if blank(&runs) => {}
        (Role::Heading(level), _) => blocks.push(Block::Heading(level, runs)),
        (Role::Quote, Some(Block::Quote(quoted))) => quoted.push(Block::Paragraph(runs)),
        (Role::Quote, _) => blocks.push(Block::Quote(vec![Block::Paragraph(runs)])),
        _ => blocks.push(Block::Paragraph(runs)),
    }
}

/// A paragraph on its way.
#[derive(Default)]
pub(super) struct Paragraph {
    pub(super) runs: Vec<Run>,
    /// What is in its text boxes.
    pub(super) beside: Vec<Block>,
    /// Whether the text so far ends in white space.
    pub(super) white: bool,
}

impl Paragraph {
    /// White space in the file is one space (part 3, 6.1.2); more is written as elements.
    pub(super) fn collapsed(&mut self, text: &str) -> String {
        let mut collapsed = String::with_capacity(text.len());
        for c in text.chars() {
            let white = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !(white && self.white) {
                collapsed.push(if white { ' ' } else { c });
            }
            self.white = white;
        }
        collapsed
    }

    pub(super) fn push(&mut self, what: What, scope: &Scope) {
        if !matches!(what, What::Text(_)) {
            self.white = false;
        }
        self.runs.push(Run { what, style: scope.look.style(), link: scope.link.clone() });
    }
}
