//! Texts in attributes that reach readers: the alternative text and the title of a picture, the label of a button.

use super::Place;
use crate::text::{BlockKind, Document, MarkKind, Span};

/// A text in an attribute of a tag, or the title behind an address.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Attribute<'a> {
    /// As HTML calls it.
    pub(super) name: &'a str,
    pub(super) text: &'a str,
    pub(super) place: Place,
}

/// Attributes with a text for readers.
const NAMES: &[&str] = &["alt", "title", "aria-label", "placeholder", "label", "caption"];
/// Tags whose title explains a word, so that it may be in the other language.
const EXPLAINING: &[&str] = &["<abbr", "<dfn", "<acronym"];

/// The attributes of a document with a text for readers, in the tags of paragraphs and in raw HTML, and the titles of
/// links and pictures.
pub(super) fn attributes(document: &Document) -> Vec<Attribute<'_>> {
    let mut found = Vec::new();
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        for mark in &paragraph.marks {
            let Some(text) = paragraph.text.get(mark.span.range()) else { continue };
            let place = |inner: Span| Place::new(index, inner.start + mark.span.start..inner.end + mark.span.start);
            match mark.kind {
                MarkKind::Html if text.starts_with('<') => of_tag(text, place, &mut found),
                MarkKind::Destination => found.extend(title(text).map(|inner| Attribute {
                    name: "title",
                    text: &text[inner.range()],
                    place: place(inner),
                })),
                _ => {}
            }
        }
    }
    for block in document.blocks.iter().filter(|block| block.kind == BlockKind::Html) {
        let text = &document.text[block.span.range()];
        let mut starts = text.match_indices('<').map(|(at, _)| at).peekable();
        while let Some(at) = starts.next() {
            let end = starts.peek().copied().unwrap_or(text.len());
            let start = block.span.start + at;
            let place = |inner: Span| Place::in_file(Span::new(inner.start + start, inner.end + start));
            of_tag(&text[at..end], place, &mut found);
        }
    }
    found
}

fn of_tag<'a>(tag: &'a str, place: impl Fn(Span) -> Place, found: &mut Vec<Attribute<'a>>) {
    if tag.starts_with("<!") || EXPLAINING.iter().any(|name| tag.starts_with(name)) {
        return;
    }
    for name in NAMES {
        for (at, _) in tag.match_indices(name) {
            let begins = tag[..at].ends_with(|c: char| c.is_ascii_whitespace());
            let value = tag[at + name.len()..].trim_start().strip_prefix('=').map(str::trim_start);
            let Some(quoted) = value.filter(|_| begins) else { continue };
            let Some(quote) = quoted.chars().next().filter(|quote| matches!(quote, '"' | '\'')) else { continue };
            let Some(text) = quoted[1..].split(quote).next() else { continue };
            let start = tag.len() - quoted.len() + 1;
            found.push(Attribute { name, text, place: place(Span::new(start, start + text.len())) });
        }
    }
}

/// The title in quotation marks behind an address: `b.png "Old bridge"`.
fn title(destination: &str) -> Option<Span> {
    let end = destination.trim_end();
    let quote = end.chars().next_back().filter(|quote| matches!(quote, '"' | '\''))?;
    let start = end.find([' ', '\n']).and_then(|space| end[space..].find(quote).map(|at| space + at + 1))?;
    (start < end.len() - 1).then(|| Span::new(start, end.len() - 1))
}
