//! What a text's wording is made of.

use std::collections::VecDeque;

use pulldown_cmark::{Event, Parser};
use unicode_segmentation::UnicodeSegmentation;

use super::letter::is_alphanumeric;
use super::{Mark, MarkKind, Paragraph, Span, segment};

/// The soft hyphen, which only allows a break.
const SOFT_HYPHEN: char = '\u{ad}';

/// The words of a text by the boundaries of Unicode Standard Annex 29, as spans of bytes, in order.
///
/// One deviation: a full stop or a colon between letters ends a word («г.Алматы» is two). The words of a
/// hyphenated one are next to each other; soft hyphens stay within their word.
pub fn words(text: &str) -> Vec<Span> {
    let mut words = Vec::new();
    collect(text, Span::new(0, text.len()), &mut words);
    words
}

/// The text on one line, with one space for whatever white space it has.
pub fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Paragraph {
    /// The words of the wording, as spans of bytes of `text`, in order, cut as [`words`] does; what is inside
    /// inline marks (code, destinations, addresses, tags, footnote references) is left out. They are cut once.
    pub fn words(&self) -> &[Span] {
        self.words.get_or_cut(|| {
            let mut words = Vec::new();
            let mut at = 0;
            for mark in &self.marks {
                collect(&self.text, Span::new(at, mark.span.start.max(at)), &mut words);
                at = mark.span.end;
            }
            collect(&self.text, Span::new(at, self.text.len()), &mut words);
            words
        })
    }

    /// The wording as a reader sees it: without markup, entities resolved, one space for any white space, no soft
    /// hyphens. The text of code spans and bare addresses stays.
    pub fn plain(&self) -> String {
        let mut plain = Plain::default();
        let mut at = 0;
        for mark in &self.marks {
            plain.push(&self.text[at..mark.span.start.max(at)]);
            plain.push_mark(&self.text[mark.span.range()], mark);
            at = mark.span.end;
        }
        plain.push(&self.text[at..]);
        plain.text
    }
}

#[derive(Default)]
struct Plain {
    text: String,
    /// White space that means a space only when something follows.
    space: bool,
}

impl Plain {
    fn push(&mut self, text: &str) {
        for c in text.chars().filter(|c| *c != SOFT_HYPHEN) {
            if c.is_whitespace() {
                self.space = true;
                continue;
            }
            if self.space && !self.text.is_empty() {
                self.text.push(' ');
            }
            self.space = false;
            self.text.push(c);
        }
    }

    fn push_mark(&mut self, marked: &str, mark: &Mark) {
        match mark.kind {
            MarkKind::Placeholder => self.push(marked),
            MarkKind::Code => self.push(marked.trim_matches('`')),
            MarkKind::Url => self.push(marked.trim_start_matches('<').trim_end_matches('>')),
            MarkKind::Html if marked.starts_with('&') => self.push(&resolved(marked)),
            // A line break in a cell, and the bar between two cells, part what is around them.
            MarkKind::Html => self.space |= marked.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<br")),
            MarkKind::Delimiter => self.space |= marked.contains('|'),
            MarkKind::Destination | MarkKind::FootnoteReference => {}
        }
    }
}

/// The character that an entity means.
fn resolved(entity: &str) -> String {
    let mut resolved = String::new();
    for event in Parser::new(entity) {
        if let Event::Text(text) = event {
            resolved.push_str(&text);
        }
    }
    resolved
}

fn collect(text: &str, within: Span, words: &mut Vec<Span>) {
    let (stretch, known) = (&text[within.range()], words.len());
    let cut = |start: usize, end: usize| part(text, Span::new(within.start + start, within.start + end), words);
    if segment::words(stretch, cut).is_none() {
        words.truncate(known);
        for (at, word) in stretch.unicode_word_indices() {
            part(text, Span::new(within.start + at, within.start + at + word.len()), words);
        }
    }
}

/// Parts a word at the full stops and colons between its letters.
fn part(text: &str, word: Span, words: &mut Vec<Span>) {
    let mut cut = word.start;
    for (sign, place) in signs_between_letters(&text[word.range()]) {
        push(text, Span::new(cut, word.start + place), words);
        cut = word.start + place + sign.len_utf8();
    }
    push(text, Span::new(cut, word.end), words);
}

fn push(text: &str, span: Span, words: &mut Vec<Span>) {
    if text[span.range()].contains(is_alphanumeric) {
        words.push(span);
    }
}

/// Full stops and colons in a word, but for those of numbers («1.5»).
fn signs_between_letters(word: &str) -> VecDeque<(char, usize)> {
    if !word.bytes().any(|byte| matches!(byte, b'.' | b':')) {
        return VecDeque::new();
    }
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = word.as_bytes();
    word.match_indices(['.', ':'])
        .filter(|(at, _)| !(digit(at.checked_sub(1).and_then(|at| bytes.get(at))) && digit(bytes.get(at + 1))))
        .filter_map(|(at, sign)| Some((sign.chars().next()?, at)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Format};
    use super::*;

    fn shown(text: &str) -> Vec<&str> {
        words(text).iter().map(|span| &text[span.range()]).collect()
    }

    fn read(text: &str) -> Paragraph {
        Document::read(text.as_bytes(), Format::Markdown).paragraphs.remove(0)
    }

    #[test]
    fn hyphenated_words_are_two_and_dotted_ones_part() {
        assert_eq!(shown("по-русски в г.Алматы, т.е. здесь"), ["по", "русски", "в", "г", "Алматы", "т", "е", "здесь"]);
        assert_eq!(shown("1.5 млн в 15:00, don’t, mayor's"), ["1.5", "млн", "в", "15", "00", "don’t", "mayor's"]);
    }

    #[test]
    fn a_soft_hyphen_does_not_cut_a_word() {
        assert_eq!(shown("аки\u{ad}мат"), ["аки\u{ad}мат"]);
        assert_eq!(read("аки\u{ad}мат").plain(), "акимат");
    }

    #[test]
    fn marked_up_stretches_have_no_words() {
        let paragraph = read("Слово `code` и [ссылка](https://e.org/path), <b>тег</b> [^1] https://e.org/x mail@e.org");
        let words: Vec<&str> = paragraph.words().iter().map(|span| &paragraph.text[span.range()]).collect();
        assert_eq!(words, ["Слово", "и", "ссылка", "тег"]);
    }

    #[test]
    fn the_wording_is_what_a_reader_sees() {
        assert_eq!(
            read("**Аким**\nсказал&nbsp;[так](x \"y\")[^1], `ls`  &laquo;да&raquo;\n\n[^1]: x").plain(),
            "Аким сказал так, ls «да»"
        );
        assert_eq!(read("| a **b** | c<br>d |\n|---|---|\n").plain(), "a b c d");
    }
}
