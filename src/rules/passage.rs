//! The paragraphs of a unit's side, as rules read them.

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

use super::{Context, Place};
use crate::align::Unit;
use crate::lang::numbers::{Number, numbers};
use crate::lang::{Profile, Script};
use crate::text::{MarkKind, Paragraph, Span, is_alphanumeric};

/// The substitute of a byte that is not wording; it is no letter, digit or space.
const MASK: u8 = 1;

/// A paragraph of a unit and its index in its document.
#[derive(Clone, Copy)]
pub(super) struct Passage<'a> {
    pub(super) index: usize,
    pub(super) paragraph: &'a Paragraph,
}

/// The source paragraphs of a unit.
pub(super) fn source<'a>(unit: &Unit, context: &Context<'a>) -> Vec<Passage<'a>> {
    passages(&unit.source, &context.source.paragraphs)
}

/// The target paragraphs of a unit.
pub(super) fn target<'a>(unit: &Unit, context: &Context<'a>) -> Vec<Passage<'a>> {
    passages(&unit.target, &context.target.paragraphs)
}

/// Both sides, where both have a paragraph: what has no counterpart cannot differ from it.
pub(super) fn both<'a>(unit: &Unit, context: &Context<'a>) -> Option<(Vec<Passage<'a>>, Vec<Passage<'a>>)> {
    let (source, target) = (source(unit, context), target(unit, context));
    (!source.is_empty() && !target.is_empty()).then_some((source, target))
}

/// Letters of the target by letters of the source over the document, beside what the two languages usually need.
pub(super) fn usual_ratio(units: &[Unit], context: &Context<'_>) -> f64 {
    /// So many letters of the usual ratio weigh as much as those of the document.
    const PRIOR: f64 = 500.0;
    let usual = Profile::of(context.target_language).length / Profile::of(context.source_language).length;
    let (mut was, mut becomes) = (PRIOR, PRIOR * usual);
    for unit in units {
        if let Some((source, target)) = both(unit, context) {
            was += letters(&source);
            becomes += letters(&target);
        }
    }
    becomes / was
}

/// The letters and digits of paragraphs.
pub(super) fn letters(passages: &[Passage<'_>]) -> f64 {
    passages.iter().map(Passage::letters).sum::<usize>() as f64
}

fn passages<'a>(indices: &[usize], paragraphs: &'a [Paragraph]) -> Vec<Passage<'a>> {
    let known = indices.iter().filter_map(|index| Some(Passage { index: *index, paragraph: paragraphs.get(*index)? }));
    known.collect()
}

impl<'a> Passage<'a> {
    pub(super) fn text(&self) -> &'a str {
        &self.paragraph.text
    }

    /// The text with every byte of code, addresses, tags and markup masked, so that offsets stay.
    pub(super) fn wording(&self) -> Cow<'a, str> {
        match self.paragraph.marks.is_empty() {
            true => Cow::Borrowed(&self.paragraph.text),
            false => Cow::Owned(self.without(|_| true)),
        }
    }

    /// The wording with the entities of no-break spaces as such spaces, which part thousands: `18&nbsp;200`.
    pub(super) fn figures(&self) -> Cow<'a, str> {
        let mut bytes = match self.wording() {
            Cow::Borrowed(text) => return Cow::Borrowed(text),
            Cow::Owned(wording) => wording.into_bytes(),
        };
        for (span, entity) in self.marked(MarkKind::Html) {
            let space = ["&nbsp;", "&#160;", "&#xa0;", "&#xA0;", "&thinsp;", "&#8239;", "&#8201;"].contains(&entity);
            if let Some(stretch) = bytes.get_mut(span).filter(|_| space) {
                let pairs = stretch.len() / 2 * 2;
                stretch[..pairs].as_chunks_mut().0.fill(*b"\xc2\xa0");
                stretch[pairs..].fill(b' ');
            }
        }
        Cow::Owned(String::from_utf8(bytes).expect("whole characters replace whole entities"))
    }

    /// The numbers of a paragraph of the source, read once for all rules, with the bytes of its text.
    pub(super) fn source_numbers(&self, context: &Context<'_>) -> Rc<[Number]> {
        context.numbers.of_source(self.index, || numbers(&self.figures(), context.source_language))
    }

    /// The numbers of a paragraph of the target, read once for all rules, with the bytes of its text.
    pub(super) fn target_numbers(&self, context: &Context<'_>) -> Rc<[Number]> {
        context.numbers.of_target(self.index, || numbers(&self.figures(), context.target_language))
    }

    /// Whether a stretch of the text is part of an address, a path or an assignment without markup.
    pub(super) fn is_in_address(&self, span: Span) -> bool {
        let token = token(self.text(), span);
        let letters = token.bytes().any(|byte| byte.is_ascii_alphabetic());
        let dotted = token.as_bytes().windows(2).any(|two| two[0] == b'.' && two[1].is_ascii_alphabetic());
        let path = token.contains('/') && dotted;
        token.is_ascii() && letters && (path || token.contains(['=', '_', '@', '\\']) || token.contains("://"))
    }

    /// How many letters and digits the wording has.
    pub(super) fn letters(&self) -> usize {
        let count = |stretch: &str| stretch.chars().filter(|c| is_alphanumeric(*c)).count();
        let (text, mut at, mut letters) = (self.text(), 0, 0);
        for mark in &self.paragraph.marks {
            letters += text.get(at..mark.span.start).map_or(0, count);
            at = at.max(mark.span.end);
        }
        letters + text.get(at..).map_or(0, count)
    }

    /// Whether the text has a letter of a script, in markup or without.
    pub(super) fn has_letter_of(&self, script: Script) -> bool {
        self.text().chars().any(|letter| Script::of(letter) == Some(script))
    }

    /// The text with the marks of some kinds masked, so that offsets stay.
    pub(super) fn without(&self, masked: fn(MarkKind) -> bool) -> String {
        let mut bytes = self.paragraph.text.clone().into_bytes();
        for mark in &self.paragraph.marks {
            if masked(mark.kind)
                && let Some(stretch) = bytes.get_mut(mark.span.range())
            {
                stretch.fill(MASK);
            }
        }
        String::from_utf8(bytes).expect("marks begin and end between characters")
    }

    /// The stretches of text that marks of a kind cover, with their bytes.
    pub(super) fn marked(&self, kind: MarkKind) -> impl Iterator<Item = (Range<usize>, &'a str)> + use<'a> {
        let paragraph = self.paragraph;
        let marks = paragraph.marks.iter().filter(move |mark| mark.kind == kind);
        marks.filter_map(|mark| Some((mark.span.range(), paragraph.text.get(mark.span.range())?)))
    }

    /// The words of the wording that are prose, as spans of bytes of the text: no options (`--force`), calls, paths,
    /// addresses and names in code's manner, with markup or without.
    pub(super) fn prose(&self) -> Vec<Span> {
        let text = self.text();
        let mut words = self.paragraph.words().to_vec();
        words.retain(|word| !is_code_like(text, *word));
        words
    }

    pub(super) fn place(&self, bytes: Range<usize>) -> Place {
        Place::new(self.index, bytes)
    }

    /// The whole paragraph.
    pub(super) fn whole(&self) -> Place {
        self.place(0..self.paragraph.text.len())
    }
}

/// So many bytes around a word decide whether it is code.
const AROUND: usize = 80;

/// Whether what touches a word without a space makes it code or an address.
fn is_code_like(text: &str, word: Span) -> bool {
    has_code_signs(token(text, word))
}

/// What touches a stretch without a space, quotation mark, comma or the like.
fn token(text: &str, word: Span) -> &str {
    let parts = |mark: char| {
        mark.is_whitespace() || matches!(mark, ',' | ';' | '«' | '»' | '“' | '”' | '„' | '"' | '*' | '|' | '—' | '–')
    };
    let mut from = word.start.saturating_sub(AROUND);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut to = (word.end + AROUND).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let start = text[from..word.start]
        .rfind(parts)
        .map_or(from, |at| from + at + text[from + at..].chars().next().map_or(1, char::len_utf8));
    let end = text[word.end..to].find(parts).map_or(to, |at| word.end + at);
    &text[start..end]
}

/// Whether a stretch without spaces is an option, a call, a path, an address, a slug or a name of a program.
fn has_code_signs(token: &str) -> bool {
    if is_plain(token) {
        return false;
    }
    let token = token.trim_matches(['(', ')', '[', ']', '.', ':', '!', '?', '\'', '’', '_', '#']);
    let option = token.starts_with("--")
        || (token.starts_with('-') && token[1..].starts_with(|c: char| c.is_ascii_alphabetic()));
    let signs = token.contains(['\\', '=', '<', '>', '{', '}', '$', '@', '~', '^'])
        || token.contains("::")
        || token.contains("()");
    let letters: Vec<char> = token.chars().collect();
    let inner = |mark: fn(char) -> bool, before: fn(char) -> bool, after: fn(char) -> bool| {
        letters.windows(3).any(|three| before(three[0]) && mark(three[1]) && after(three[2]))
    };
    let call = token.is_ascii() && inner(|c| c == '(', |c| c.is_ascii_alphanumeric(), |c| c.is_ascii_alphanumeric());
    let snake = inner(|c| c == '_', char::is_alphanumeric, char::is_alphanumeric);
    let dotted = token.is_ascii() && inner(|c| c == '.', |c| c.is_ascii_alphanumeric(), |c| c.is_ascii_alphabetic());
    let path = token.matches('/').count() > 1 || (dotted && token.contains('/'));
    let camel = letters.windows(2).any(|two| two[0].is_ascii_lowercase() && two[1].is_ascii_uppercase());
    let slug = token.is_ascii() && token.matches('-').count() > 1 && !token.contains(char::is_uppercase);
    option || signs || call || snake || dotted || path || camel || slug || is_host(token)
}

/// Whether a token has no sign between its letters and no capital after a small one, so that it is no code at all.
fn is_plain(token: &str) -> bool {
    let bytes = token.as_bytes();
    let end = |byte: &u8| matches!(byte, b'(' | b')' | b'[' | b']' | b'.' | b':' | b'!' | b'?' | b'\'' | b'_' | b'#');
    let from = bytes.iter().position(|byte| !end(byte)).unwrap_or(bytes.len());
    let to = bytes.iter().rposition(|byte| !end(byte)).map_or(from, |last| last + 1);
    let inner = &bytes[from..to];
    inner.iter().all(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
        && !inner.windows(2).any(|two| two[0].is_ascii_lowercase() && two[1].is_ascii_uppercase())
}

/// Whether a token is a host whose top-level domain is not in Latin letters.
fn is_host(token: &str) -> bool {
    const TOP: &[&str] = &[
        "рф",
        "рус",
        "укр",
        "бел",
        "қаз",
        "срб",
        "мкд",
        "бг",
        "мон",
        "москва",
        "дети",
        "онлайн",
        "сайт",
        "орг",
        "ком",
    ];
    let token = token.trim_end_matches('/');
    token.rsplit_once('.').is_some_and(|(name, top)| !name.is_empty() && TOP.contains(&top))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_in_plain_text_is_no_prose() {
        let shown = |text: &str| {
            let paragraph = Paragraph::alone(text);
            let words = Passage { index: 0, paragraph: &paragraph }.prose();
            words.iter().map(|word| text[word.range()].to_owned()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown("Опция --use-own-flag и -v, да"), "Опция и да");
        assert_eq!(shown("n log(n) и Query::leftJoin() в app/src/main.rs, snake_case, leftJoin"), "n и в");
        assert_eq!(shown("Почта: иванов@почта.рф или президент.рф."), "Почта или");
        assert_eq!(shown("A well-known place and/or another (item)."), "A well known place and or another item");
        assert_eq!(shown("г.Алматы, т.е. здесь"), "г Алматы т е здесь");
    }
}
