//! Starts a translation: the original's structure, every paragraph a gap or a text from the memory.

use super::frame::{Page, ending, framed, parting};
use crate::text::{Document, Paragraph};

/// What is written in place of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filling {
    /// A translation that somebody has to confirm.
    Text(String),
    /// A gap with lines for the translator, each with its label (`memory 83%: …`).
    Gap(Vec<String>),
}

/// A translation as it begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Started {
    /// The file.
    pub text: String,
    /// Indices of the original's paragraphs that are gaps.
    pub gaps: Vec<usize>,
    /// Indices of the original's paragraphs that have a text to be confirmed.
    pub filled: Vec<usize>,
}

/// Starts a translation of `source`; `fill` is asked about every paragraph, in order.
///
/// Everything between the paragraphs — code, rules, markers, bars — is copied byte for byte.
pub fn start(source: &Document, mut fill: impl FnMut(&Paragraph) -> Filling) -> Started {
    let mut started = Started::default();
    let page = Page::new(source);
    let ending = ending(&source.text);
    let comments = source.format.comments();
    // The mark above a text from the memory. Headings, table rows and front matter have no place for it.
    let confirm = format!("{} tolmach: confirm {}\n", comments.open, comments.close);
    let fillings: Vec<Filling> = source
        .paragraphs
        .iter()
        .enumerate()
        .map(|(at, paragraph)| with_place(page.holds_lines(at), fill(paragraph)))
        .collect();
    let is_gap = |at: usize| matches!(fillings[at], Filling::Gap(_));
    let mut bare = Vec::with_capacity(fillings.len());
    for at in 0..fillings.len() {
        bare.push(is_gap(at) && !page.holds_more(at, &is_gap));
    }
    let mut at = 0;
    for (index, paragraph) in source.paragraphs.iter().enumerate() {
        let block =
            || page.block(index, &|at| bare[at], comments).filter(|block| bare[index] && block.span.start >= at);
        if let (Filling::Gap(notes), Some(block)) = (&fillings[index], block()) {
            started.text.push_str(&source.text[at..block.span.start]);
            started.text.push_str(block.margin);
            started.text.push_str(&block.comment(notes, ending, comments));
            started.gaps.push(index);
            at = block.span.end;
            continue;
        }
        started.text.push_str(&source.text[at..page.beginning(index).max(at)]);
        started.text.push_str(&parting(page.prefix(index), ending));
        match &fillings[index] {
            Filling::Text(text) => {
                let mark = if page.holds_lines(index) { confirm.as_str() } else { "" };
                started.text.push_str(&framed(&format!("{mark}{text}"), page.prefix(index), ending));
                started.filled.push(index);
            }
            Filling::Gap(notes) => {
                started.text.push_str(&page.gap(index, notes, ending, comments));
                started.gaps.push(index);
            }
        }
        at = paragraph.span.end;
    }
    started.text.push_str(&source.text[at..]);
    started
}

/// A translation of several lines has no place where the original has one.
fn with_place(holds_lines: bool, filling: Filling) -> Filling {
    match filling {
        Filling::Text(text) if !holds_lines && text.contains('\n') => {
            Filling::Gap(vec![format!("memory 100%: {text}")])
        }
        filling => filling,
    }
}
