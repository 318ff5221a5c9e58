//! What a machine writes beside or instead of a translation: its remarks to the person who asked, as lists that a person
//! can read, one file a language in `remarks/`.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

/// The beginnings of all patterns of [`LISTS`], in their order, to be looked for in one pass.
static BEGINNINGS: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::new(LISTS.iter().map(|(_, pattern)| pattern.first())).ok());

/// What a remark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remark {
    /// Talk about the translation: "Sure, here is the translation".
    Chatter,
    /// Why there is none: "As an AI language model".
    Refusal,
    /// That a part is missing: "\[rest omitted\]".
    LeftOut,
}

/// The lists of all languages: a machine talks in the language that it was asked in.
static LISTS: LazyLock<Vec<(Remark, Pattern)>> = LazyLock::new(|| {
    let files = [
        include_str!("remarks/marks.txt"),
        include_str!("remarks/en.txt"),
        include_str!("remarks/ru.txt"),
        include_str!("remarks/uk.txt"),
        include_str!("remarks/de.txt"),
        include_str!("remarks/fr.txt"),
        include_str!("remarks/es.txt"),
        include_str!("remarks/zh.txt"),
    ];
    files.into_iter().flat_map(patterns).collect()
});

fn patterns(file: &str) -> Vec<(Remark, Pattern)> {
    let mut section = Remark::Chatter;
    let mut found = Vec::new();
    for line in file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line {
            "[chatter]" => section = Remark::Chatter,
            "[refusal]" => section = Remark::Refusal,
            "[left out]" => section = Remark::LeftOut,
            _ => found.push((section, Pattern::read(line))),
        }
    }
    found
}

/// A line of a list.
struct Pattern {
    /// Whether it begins a paragraph, and ends it.
    begins: bool,
    ends: bool,
    /// What follows each other within one sentence.
    parts: Vec<String>,
}

/// A remark's parts are at most so many bytes apart.
const APART: usize = 90;

impl Pattern {
    fn read(line: &str) -> Pattern {
        let body = line.strip_prefix('^').unwrap_or(line);
        let (begins, body) = (body.len() < line.len(), body.strip_suffix('$').unwrap_or(body));
        let ends = line.ends_with('$');
        Pattern { begins, ends, parts: body.split('*').map(str::to_owned).collect() }
    }

    fn first(&self) -> &str {
        self.parts.first().map_or("", String::as_str)
    }

    /// Whether a folded text that has its first part at `start` has all of it there.
    fn is_at(&self, text: &str, start: usize) -> bool {
        if self.begins && start > 0 {
            return false;
        }
        let before = text[..start].chars().next_back();
        let inside = before.is_some_and(char::is_alphanumeric)
            && self.parts[0].starts_with(|c: char| c.is_alphanumeric() && c < '\u{2E80}');
        let mut end = start + self.parts[0].len();
        for part in &self.parts[1..] {
            let near = &text[end..text.ceil_char_boundary(end + APART + part.len())];
            let Some(gap) = near.find(part.as_str()).filter(|gap| *gap <= APART) else { return false };
            if text[end..end + gap].contains(['.', '?', '。', '？']) {
                return false;
            }
            end += gap + part.len();
        }
        !inside && (!self.ends || end == text.len()) && !is_link(&text[start..])
    }
}

/// Whether a text begins with one in brackets that an address follows: `[the rest](a.md)`.
fn is_link(text: &str) -> bool {
    let closes = || text.find(']').map(|at| &text[at + 1..]);
    text.starts_with('[') && closes().is_some_and(|rest| rest.starts_with(['(', '[']))
}

/// The remarks that a text has, by the lists of all languages.
pub(super) fn remarks(text: &str) -> Vec<Remark> {
    let text = folded(text);
    let Some(beginnings) = BEGINNINGS.as_ref() else { return Vec::new() };
    let mut found: Vec<usize> = Vec::new();
    for beginning in beginnings.find_overlapping_iter(&text) {
        let at = beginning.pattern().as_usize();
        if !found.contains(&at) && LISTS[at].1.is_at(&text, beginning.start()) {
            found.push(at);
        }
    }
    // In the order of the lists, each remark once.
    found.sort_unstable();
    let mut remarks: Vec<Remark> = Vec::new();
    for at in found {
        if !remarks.contains(&LISTS[at].0) {
            remarks.push(LISTS[at].0);
        }
    }
    remarks
}

/// In lower case, with straight apostrophes and single spaces, without marks before the first letter.
fn folded(text: &str) -> String {
    let text = text.to_lowercase().replace(['’', 'ʼ'], "'");
    let line = crate::text::on_one_line(&text);
    line.trim_matches(|c: char| matches!(c, '*' | '_' | '"' | '«' | '»' | '“' | '”' | '#') || c.is_whitespace())
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_known_in_every_language_of_the_lists() {
        for (text, remark) in [
            ("Sure! Here's the English translation:", Remark::Chatter),
            ("**Конечно, вот ваш перевод:**", Remark::Chatter),
            ("As an AI language model, I can’t do that.", Remark::Refusal),
            ("К сожалению, как языковая модель, я этого не умею.", Remark::Refusal),
            ("The river rose. [Rest omitted for brevity]", Remark::LeftOut),
            ("Река поднялась […]", Remark::LeftOut),
            ("Hier ist die Übersetzung des Textes:", Remark::Chatter),
            ("Voici la traduction :", Remark::Chatter),
            ("以下是译文的翻译：", Remark::Chatter),
        ] {
            assert_eq!(remarks(text), [remark], "{text}");
        }
    }

    #[test]
    fn plain_prose_has_none() {
        for text in [
            "Sure, here is your hat. The translation is on the table.",
            "He had a translation in his hand: here is what it said.",
            "«Как и следовало ожидать», — сказал он.",
            "Остальное было ясно (и просто).",
            "She was an AI, as anyone could see.",
        ] {
            assert_eq!(remarks(text), [], "{text}");
        }
    }

    #[test]
    fn every_line_of_the_lists_can_be_met() {
        for (_, pattern) in LISTS.iter() {
            assert!(pattern.parts.iter().all(|part| !part.is_empty() && *part == part.to_lowercase()));
            let text = folded(&pattern.parts.join(" "));
            let found = text.match_indices(pattern.first()).any(|(at, _)| pattern.is_at(&text, at));
            assert!(found, "{:?}", pattern.parts);
        }
    }
}
