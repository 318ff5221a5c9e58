//! Digit groups that belong together.

use super::tokens::{Token, TokenKind};
use super::{Kind, Number, Reading};

/// Digit groups that are one character apart, as `1 500 000`, `11.01.2022` or `15:00` do.
pub(super) struct Run<'a> {
    pub(super) text: &'a str,
    pub(super) groups: Vec<Token>,
    /// The characters between the groups.
    pub(super) marks: Vec<char>,
}

impl<'a> Run<'a> {
    pub(super) fn new(text: &'a str, tokens: &[Token]) -> Run<'a> {
        let mut run = Run { text, groups: vec![tokens[0]], marks: Vec::new() };
        // A run longer than any number, date or telephone number need not be seen whole.
        for token in tokens[1..].iter().take(15) {
            let last = run.groups[run.groups.len() - 1];
            let between = &text[last.end..token.start];
            // An entity for a no-break space takes the room of several.
            let entity = between.starts_with('\u{a0}') && between.chars().all(|mark| matches!(mark, '\u{a0}' | ' '));
            let mut marks = between.chars();
            let Some(mark) = marks.next() else { break };
            if (marks.next().is_some() && !entity) || token.kind != TokenKind::Digits {
                break;
            }
            run.groups.push(*token);
            run.marks.push(mark);
        }
        run
    }

    pub(super) fn group(&self, at: usize) -> &'a str {
        self.groups[at].text(self.text)
    }

    pub(super) fn value(&self, at: usize) -> Option<u64> {
        self.group(at).parse().ok()
    }

    pub(super) fn before(&self) -> Option<char> {
        self.text[..self.groups[0].start].chars().next_back()
    }

    pub(super) fn after(&self, groups: usize) -> Option<char> {
        self.text[self.groups[groups - 1].end..].chars().next()
    }

    pub(super) fn number(&self, groups: usize, kind: Kind, readings: Vec<Reading>) -> Number {
        Number { span: self.groups[0].start..self.groups[groups - 1].end, kind, readings }
    }

    /// How many marks from the first on are the same as the first.
    pub(super) fn alike(&self) -> usize {
        self.marks.iter().take_while(|mark| Some(*mark) == self.marks.first()).count()
    }
}
