//! Whether two texts differ in their wording or only in their looks.
//!
//! Both texts are brought to their [`wording`], a form without what only looks; where the forms are equal the
//! change is cosmetic. [`COSMETIC`] is the one list of what counts as looks; everything else is wording: a word, a
//! number, a negation, a name, a link's target, the order of sentences, the case of a letter, a full stop that
//! becomes a question mark, code, a break between paragraphs.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use unicode_normalization::UnicodeNormalization;

use crate::text::on_one_line;

/// How two texts of one language differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difference {
    /// Byte for byte equal.
    Same,
    /// Wrapping, spaces, typographic marks, markup: the wording is equal.
    Cosmetic,
    /// The wording differs.
    Reworded,
}

/// What only looks different, each with a text before and after: `(name, was, now)`.
///
/// The name is the key of its phrase in the interface; the texts show it in `tolmach explain`.
pub const COSMETIC: &[(&str, &str, &str)] = &[
    ("wrapping", "мост\nчерез реку", "мост через\nреку"),
    ("spaces", "мост  через реку", "мост через реку"),
    ("no-break-spaces", "2022 года, 10 %", "2022\u{a0}года, 10\u{202f}%"),
    ("spaces-by-marks", "т. е. « мост »", "т.е. «мост»"),
    ("quotes", "«мост» it's", "\"мост\" it’s"),
    ("dashes", "мост - это 2010-2015", "мост — это 2010–2015"),
    ("ellipsis", "мост...", "мост…"),
    ("yo", "ещё зелёный", "еще зеленый"),
    ("emphasis", "старый **мост** _через_ реку", "*старый* мост через реку"),
    ("list-markers", "- мост", "• мост"),
    ("link-syntax", "<https://example.org/a>", "[https://example.org/a](https://example.org/a)"),
    ("normalisation", "и\u{306}", "й"),
    ("invisible", "пере\u{ad}правы", "переправы"),
    ("escapes", "5 \\* 3 &mdash; пятнадцать", "5 * 3 — пятнадцать"),
];

/// How `now` differs from `was`.
pub fn difference(was: &str, now: &str) -> Difference {
    if was == now {
        Difference::Same
    } else if wording(was) == wording(now) {
        Difference::Cosmetic
    } else {
        Difference::Reworded
    }
}

/// The text without what only looks: two texts with one wording say the same in the same words.
///
/// Made for comparing, not for reading: quotation marks are `"`, a dash stands without spaces, a link is its text
/// and `⟨target⟩`.
pub fn wording(text: &str) -> String {
    let mut wording = String::with_capacity(text.len());
    let mut first = true;
    for part in parts(text) {
        match part {
            Part::Prose(prose) => fold(&prose, first, &mut wording),
            Part::Verbatim(verbatim) => wording.push_str(&verbatim),
        }
        first = false;
    }
    let kept = wording.trim_end().len();
    wording.truncate(kept);
    wording
}

enum Part {
    Prose(String),
    /// Code and link targets, where every character counts.
    Verbatim(String),
}

/// The text by CommonMark's inline rules, without emphasis and escapes.
fn parts(text: &str) -> Vec<Part> {
    let line = one_line(text);
    let mut parts = Parts { all: Vec::new() };
    let mut links: Vec<(String, String, String)> = Vec::new();
    for event in Parser::new_ext(&line, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) => {
                parts.prose(&text);
                links.iter_mut().for_each(|link| link.2.push_str(&text));
            }
            Event::Code(code) => parts.verbatim(&format!("`{code}`")),
            Event::SoftBreak | Event::HardBreak => parts.prose(" "),
            Event::InlineHtml(html) | Event::Html(html) => parts.html(&html),
            Event::Start(Tag::Link { dest_url, title, .. }) => {
                links.push((dest_url.into_string(), title.into_string(), String::new()));
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                parts.verbatim("!");
                links.push((dest_url.into_string(), title.into_string(), String::new()));
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some((target, title, text)) = links.pop() {
                    let target = target.strip_prefix("mailto:").unwrap_or(&target);
                    // A link whose text is its target is the same link bare, in angle brackets or spelled out.
                    if target != text || !title.is_empty() {
                        parts.verbatim(&format!("⟨{target}{}{title}⟩", if title.is_empty() { "" } else { " " }));
                    }
                }
            }
            _ => {}
        }
    }
    parts.all
}

/// The text as one line behind an invisible mark, so that the parser sees one paragraph whatever it starts with.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len() + 4);
    line.push_str("\u{2060} ");
    for piece in text.lines() {
        let piece = piece.trim();
        let broken = piece.ends_with('\\') && !piece.ends_with("\\\\");
        line.push_str(if broken { &piece[..piece.len() - 1] } else { piece });
        line.push(' ');
    }
    line
}

struct Parts {
    all: Vec<Part>,
}

impl Parts {
    fn prose(&mut self, text: &str) {
        match self.all.last_mut() {
            Some(Part::Prose(prose)) => prose.push_str(text),
            _ => self.all.push(Part::Prose(text.to_owned())),
        }
    }

    fn verbatim(&mut self, text: &str) {
        match self.all.last_mut() {
            Some(Part::Verbatim(verbatim)) => verbatim.push_str(text),
            _ => self.all.push(Part::Verbatim(text.to_owned())),
        }
    }

    fn html(&mut self, html: &str) {
        let name = html.trim_start_matches(['<', '/']).trim_end_matches(['>', '/', ' ']).to_ascii_lowercase();
        match name.as_str() {
            "b" | "i" | "em" | "strong" | "wbr" => {}
            "br" => self.prose(" "),
            _ if html.starts_with("<!--") => {}
            _ => self.verbatim(&on_one_line(html)),
        }
    }
}

/// Folds a stretch of prose onto the end of `wording`.
fn fold(prose: &str, starts: bool, wording: &mut String) {
    let mut letters = letters(prose);
    if starts {
        drop_list_marker(&mut letters);
    }
    let letters = fold_dashes(&letters, starts);
    for (at, letter) in letters.iter().enumerate() {
        if *letter != ' ' || (space_counts(&letters, at) && !(starts && wording.is_empty())) {
            wording.push(*letter);
        }
    }
}

const DASH: char = '—';

/// Composed letters, one space for any white space, one form for quotation marks, dots, `ё`.
fn letters(prose: &str) -> Vec<char> {
    let mut letters: Vec<char> = Vec::with_capacity(prose.len());
    for letter in prose.nfc() {
        match letter {
            // Soft hyphen, zero-width space, word joiner, byte-order mark, direction marks.
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            'ё' => letters.push('е'),
            'Ё' => letters.push('Е'),
            '…' => letters.extend(['.', '.', '.']),
            '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' => letters.push('"'),
            '‘' | '’' | '‚' | '‛' | '´' | '`' => letters.push('\''),
            '\u{2010}' | '\u{2011}' => letters.push('-'),
            _ if letter.is_whitespace() => {
                if letters.last() != Some(&' ') {
                    letters.push(' ');
                }
            }
            _ => letters.push(letter),
        }
    }
    for at in 0..letters.len() {
        if letters[at] == '\'' && !inside_word(&letters, at) {
            letters[at] = '"';
        }
    }
    letters
}

fn inside_word(letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| letters.get(at));
    before.is_some_and(|letter| letter.is_alphanumeric())
        && letters.get(at + 1).is_some_and(|letter| letter.is_alphanumeric())
}

/// In plain text the marker of a list item belongs to the paragraph: a bullet says nothing, `1)` is `1.`
fn drop_list_marker(letters: &mut Vec<char>) {
    if letters.first() == Some(&' ') {
        letters.remove(0);
    }
    let digits = letters.iter().take_while(|letter| letter.is_ascii_digit()).count();
    if (1..=9).contains(&digits) && letters.get(digits) == Some(&')') && letters.get(digits + 1) == Some(&' ') {
        letters[digits] = '.';
    }
    let bullet = matches!(letters.first(), Some('-' | '*' | '+' | '•' | '‣' | '◦' | '·' | '–' | '—' | '―'));
    if bullet && letters.get(1) == Some(&' ') {
        letters.drain(..2);
    }
}

/// A dash between words stands without spaces as [`DASH`]; a hyphen, a minus, a dash between numbers is `-`.
fn fold_dashes(letters: &[char], starts: bool) -> Vec<char> {
    let mut folded: Vec<char> = Vec::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let long = match letters[at] {
            '-' => letters[at..].iter().take_while(|letter| **letter == '-').count(),
            '\u{2012}'..='\u{2015}' | '\u{2212}' => 1,
            letter => {
                folded.push(letter);
                at += 1;
                continue;
            }
        };
        let mark = if long > 1 { DASH } else { letters[at] };
        at += long;
        let next = letters.get(at).copied();
        let open = folded.last().is_none_or(|letter| *letter == ' ');
        let free = next.is_none_or(|letter| letter == ' ');
        let figure = next.is_some_and(|letter| letter.is_ascii_digit());
        let joins = match (open, free) {
            (true, true) => false,
            (false, false) => {
                let figures = figure && folded.last().is_some_and(|letter| letter.is_ascii_digit());
                matches!(mark, '-' | '\u{2012}' | '\u{2013}' | '\u{2212}') || figures
            }
            (true, false) => mark == '-' || mark == '\u{2212}' || (mark == '\u{2013}' && figure),
            (false, true) => mark == '-' || mark == '\u{2212}',
        };
        if joins {
            folded.push('-');
            continue;
        }
        if folded.last() == Some(&' ') {
            folded.pop();
        }
        // A dash that opens a line of speech is written with or without a space, like a list marker.
        if !(starts && folded.is_empty()) {
            folded.push(DASH);
        }
        if next == Some(' ') {
            at += 1;
        }
    }
    folded
}

/// Whether the space at `at` parts two words; beside a mark it is typography, but in `1, 2` it parts two numbers.
fn space_counts(letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| letters[at]);
    let after = letters.get(at + 1).copied();
    let digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    match (before, after) {
        (Some(before), _) if typographic(before) => digit(at.checked_sub(2)) && digit(Some(at + 1)),
        (_, Some(after)) if typographic(after) => digit(at.checked_sub(1)) && digit(Some(at + 2)),
        _ => true,
    }
}

fn typographic(letter: char) -> bool {
    matches!(letter, '.' | ',' | ';' | ':' | '!' | '?' | '"' | '(' | ')' | '[' | ']' | '%' | '№' | '§' | '|' | DASH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_list_calls_looks_is_looks_both_ways() {
        for (name, was, now) in COSMETIC {
            assert_eq!(difference(was, now), Difference::Cosmetic, "{name}: {} | {}", wording(was), wording(now));
            assert_eq!(difference(now, was), Difference::Cosmetic, "{name}");
        }
    }

    #[test]
    fn further_looks() {
        for (was, now) in [
            ("— Да, — сказал он.", "– Да, – сказал он."),
            ("— Да", "—Да"),
            ("word—word", "word -- word"),
            ("при -5", "при −5"),
            ("Москва–Пекин", "Москва-Пекин"),
            ("1) мост", "1. мост"),
            ("[мост](https://a.kz)", "[мост](<https://a.kz>)"),
            ("строка  \nещё", "строка\\\nещё"),
            ("<b>мост</b>", "мост"),
            ("``мост``", "`мост`"),
            ("| мост|река |", "|мост | река|"),
            ("'мост'", "“мост”"),
            ("a@b.kz", "<a@b.kz>"),
            ("мост <!-- так --> через", "мост через"),
        ] {
            assert_eq!(difference(was, now), Difference::Cosmetic, "{} | {}", wording(was), wording(now));
        }
    }

    #[test]
    fn what_changes_the_wording() {
        for (was, now) in [
            ("мост старый", "мост новый"),
            ("он пришёл", "он не пришёл"),
            ("В 1904 году", "В 1905 году"),
            ("Токаев сказал", "Назарбаев сказал"),
            ("[мост](https://a.kz)", "[мост](https://b.kz)"),
            ("[мост](https://a.kz)", "мост"),
            ("Да. Нет.", "Нет. Да."),
            ("Мост", "мост"),
            ("мост", "«мост»"),
            ("Да.", "Да?"),
            ("1, 2", "1,2"),
            ("1 2", "12"),
            ("по-моему", "по моему"),
            ("не смотря", "несмотря"),
            ("мать-героиня", "мать — героиня"),
            ("`a-b`", "`a–b`"),
            ("`мост`", "мост"),
            ("5*3", "53"),
            ("1. мост", "2. мост"),
            ("snake_case_name", "snakecasename"),
            ("![a](b.png)", "[a](b.png)"),
            ("двух- и трёх", "двух и трёх"),
            ("-5 градусов", "5 градусов"),
            ("бы́л", "был"),
            ("мой", "мои"),
            ("", "мост"),
        ] {
            assert_eq!(difference(was, now), Difference::Reworded, "{was} | {now}: {}", wording(was));
        }
    }

    #[test]
    fn equal_texts_are_the_same() {
        assert_eq!(difference("мост", "мост"), Difference::Same);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_a_wording_and_equals_itself_rewrapped(text in "[\\PC \n*_`\\[\\]()<>&\\\\-]{0,60}") {
            proptest::prop_assume!(!text.contains('`'));
            let wording_now = wording(&text);
            proptest::prop_assert_eq!(&wording(&format!("{text}\n")), &wording_now);
        }
    }
}
