//! The words of a paragraph with the lexemes they may be, and what is between them.

use std::borrow::Cow;

use super::lexemes::Lexemes;
use crate::lang::{Apostrophe, Compounds, Profile};
use crate::text::{MarkKind, Paragraph, Span};

/// A word of a paragraph.
pub(super) struct Token<'a> {
    pub(super) span: Span,
    pub(super) lexemes: Cow<'a, [u32]>,
    /// Whether a term was found in it as a part of a compound.
    pub(super) compound: bool,
}

/// Apostrophes of all kinds.
pub(super) const APOSTROPHES: [char; 4] = ['\'', '’', 'ʼ', '‘'];

/// More signs than this are between no two words of one term.
const SIGNS: usize = 8;

/// A word of a paragraph as it is looked up.
pub(super) struct Whole<'p> {
    pub(super) span: Span,
    pub(super) text: Cow<'p, str>,
}

/// The words of the paragraph, those in pieces put together.
pub(super) fn wholes(paragraph: &Paragraph) -> impl Iterator<Item = Whole<'_>> {
    let mut words = paragraph.words().iter().copied().peekable();
    std::iter::from_fn(move || {
        let first = words.next()?;
        let mut end = first.end;
        let mut text = Cow::Borrowed(&paragraph.text[first.range()]);
        while let Some(next) = words.next_if(|next| only_markup(paragraph, end, next.start)) {
            text.to_mut().push_str(&paragraph.text[next.range()]);
            end = next.end;
        }
        Some(Whole { span: Span::new(first.start, end), text })
    })
}

/// The words of the paragraph, with the lexemes each may be.
pub(super) fn tokens<'a>(known: &'a Lexemes, paragraph: &Paragraph) -> Vec<Token<'a>> {
    let token = |whole: Whole<'_>| match whole.text {
        Cow::Owned(word) => Token { span: whole.span, lexemes: known.of(&word), compound: false },
        Cow::Borrowed(_) => token(known, &paragraph.text, whole.span),
    };
    wholes(paragraph).map(token).collect()
}

/// What a word may be looked up as: itself, and what is before and behind its last apostrophe.
pub(super) fn looked_up(word: &str) -> impl Iterator<Item = &str> {
    let parts = word.rfind(APOSTROPHES).map(|at| {
        let after = at + word[at..].chars().next().map_or(0, char::len_utf8);
        [&word[..at], &word[after..]]
    });
    std::iter::once(word).chain(parts.into_iter().flatten())
}

/// Whether nothing but emphasis, or the end of a link's text, parts two pieces of one word: «**а**кимат».
fn only_markup(paragraph: &Paragraph, start: usize, end: usize) -> bool {
    let gap = &paragraph.text[start..end];
    if gap.is_empty() || gap.contains(char::is_whitespace) || (gap.contains(']') && gap.contains('[')) {
        return false;
    }
    let mut at = start;
    let first = paragraph.marks.partition_point(|mark| mark.span.end <= start);
    for mark in paragraph.marks[first..].iter().take_while(|mark| mark.span.start < end) {
        let joins = match mark.kind {
            MarkKind::Delimiter => !paragraph.text[mark.span.range()].contains(['|', '\\']),
            MarkKind::Destination => true,
            _ => false,
        };
        if !joins || mark.span.start > at {
            return false;
        }
        at = mark.span.end.max(at);
    }
    at >= end
}

fn token<'a>(known: &'a Lexemes, text: &str, span: Span) -> Token<'a> {
    let word = &text[span.range()];
    let whole = known.of(word);
    if !whole.is_empty() {
        return Token { span, lexemes: whole, compound: false };
    }
    let profile = Profile::known(&known.language);
    if profile.is_some_and(|profile| profile.compounds == Compounds::Joined) && word.starts_with(char::is_uppercase) {
        let lexemes = known.in_compound(word);
        if !lexemes.is_empty() {
            return Token { span, lexemes: Cow::Borrowed(lexemes), compound: true };
        }
    }
    // «KNB's» of a term that is not inflected, and «l'akimat».
    let Some(apostrophe) = word.rfind(APOSTROPHES) else { return Token { span, lexemes: whole, compound: false } };
    if profile.is_some_and(|profile| profile.apostrophe == Apostrophe::AfterWord) {
        let span = Span::new(span.start, span.start + apostrophe);
        let lexemes = known.of(&word[..apostrophe]);
        return Token { span, lexemes, compound: false };
    }
    let after = apostrophe + word[apostrophe..].chars().next().map_or(0, char::len_utf8);
    Token { span: Span::new(span.start + after, span.end), lexemes: known.of(&word[after..]), compound: false }
}

/// The signs between two words, but for white space, hyphens and inline markup; `None` where no term can go on.
pub(super) fn signs_between(paragraph: &Paragraph, start: usize, end: usize) -> Option<String> {
    let mut signs = String::new();
    let mut at = start;
    let first = paragraph.marks.partition_point(|mark| mark.span.end <= start);
    for mark in paragraph.marks[first..].iter().take_while(|mark| mark.span.start < end) {
        let marked = &paragraph.text[mark.span.range()];
        let parts = match mark.kind {
            MarkKind::Code | MarkKind::Url | MarkKind::FootnoteReference | MarkKind::Placeholder => true,
            MarkKind::Delimiter => marked.contains('|'),
            MarkKind::Destination | MarkKind::Html => false,
        };
        if parts {
            return None;
        }
        signs.extend(paragraph.text[at..mark.span.start.clamp(at, end)].chars().filter(|sign| counts(*sign)));
        at = mark.span.end.clamp(at, end);
    }
    signs.extend(paragraph.text[at..end].chars().filter(|sign| counts(*sign)));
    (signs.chars().count() <= SIGNS).then_some(signs)
}

/// Whether a sign between words makes a difference.
pub(super) fn counts(sign: char) -> bool {
    !sign.is_whitespace() && !matches!(sign, '-' | '‐'..='–' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '_')
}
