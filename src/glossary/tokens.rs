//! The words of a paragraph with the lexemes they may be, and what stands between them.

use std::borrow::Cow;

use super::index::Index;
use crate::lang::inflect::fold;
use crate::text::{MarkKind, Paragraph, Span};

/// A word of a paragraph.
pub(super) struct Token<'a> {
    pub(super) span: Span,
    pub(super) lexemes: Cow<'a, [u32]>,
}

/// Apostrophes of all kinds.
pub(super) const APOSTROPHES: [char; 4] = ['\'', '’', 'ʼ', '‘'];

/// More signs than this stand between no two words of one term.
const SIGNS: usize = 8;

/// The words of the paragraph, with what the index knows of each.
pub(super) fn tokens<'a>(index: &'a Index, paragraph: &Paragraph) -> Vec<Token<'a>> {
    paragraph.words().into_iter().map(|span| token(index, &paragraph.text, span)).collect()
}

fn token<'a>(index: &'a Index, text: &str, span: Span) -> Token<'a> {
    let word = &text[span.range()];
    let whole = lexemes(index, word);
    if !whole.is_empty() {
        return Token { span, lexemes: whole };
    }
    // «KNB's» of a term that is not inflected, and «l'akimat».
    let Some(apostrophe) = word.rfind(APOSTROPHES) else { return Token { span, lexemes: whole } };
    if index.language == "en" {
        let span = Span::new(span.start, span.start + apostrophe);
        let lexemes = lexemes(index, &word[..apostrophe]);
        return Token { span, lexemes };
    }
    let after = apostrophe + word[apostrophe..].chars().next().map_or(0, char::len_utf8);
    Token { span: Span::new(span.start + after, span.end), lexemes: lexemes(index, &word[after..]) }
}

fn lexemes<'a>(index: &'a Index, word: &str) -> Cow<'a, [u32]> {
    let folded = fold(word);
    let known = index.forms.get(folded.as_str()).map_or(&[][..], Vec::as_slice);
    let beginnings = index.beginning_lengths.iter().filter_map(|length| index.beginnings.get(folded.get(..*length)?));
    let fits = |lexeme: &u32| begins_in_capitals(word, index.capitals[*lexeme as usize].into());
    let mut more = beginnings.flatten().peekable();
    if more.peek().is_none() && known.iter().all(fits) {
        return Cow::Borrowed(known);
    }
    Cow::Owned(known.iter().chain(more).copied().filter(fits).collect())
}

fn begins_in_capitals(word: &str, letters: usize) -> bool {
    word.chars().filter(|letter| letter.is_alphabetic()).take(letters).all(char::is_uppercase)
}

/// The signs between two words, but for white space, hyphens and inline markup; `None` where no term can go on.
pub(super) fn signs_between(paragraph: &Paragraph, start: usize, end: usize) -> Option<String> {
    let mut signs = String::new();
    let mut at = start;
    let first = paragraph.marks.partition_point(|mark| mark.span.end <= start);
    for mark in paragraph.marks[first..].iter().take_while(|mark| mark.span.start < end) {
        let marked = &paragraph.text[mark.span.range()];
        let parts = match mark.kind {
            MarkKind::Code | MarkKind::Url | MarkKind::FootnoteReference => true,
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
