//! Where a link within a page may lead: the ids that site generators give to headings, and those that are written.
//!
//! Generators make an id of a heading's text, each in its own way. Where it is not known which one reads a document,
//! the id of any of them is good.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::attributes;
use super::{Block, BlockKind, Dialect, Document, Kind, MarkKind, Paragraph};

/// The ids of a document, in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchors {
    /// By id, the paragraph of the heading that has it; `None` for an id that is written elsewhere.
    ids: BTreeMap<String, Option<usize>>,
    /// Whether these are all: no other file is put into the document.
    pub whole: bool,
}

impl Anchors {
    /// The ids of a document as a dialect makes them, or as any does.
    pub fn of(document: &Document, dialect: Option<Dialect>) -> Anchors {
        let put_in = |block: &Block| matches!(block.kind, BlockKind::Include | BlockKind::Script);
        let mut anchors = Anchors { ids: BTreeMap::new(), whole: !document.blocks.iter().any(put_in) };
        for (written, at) in written(document) {
            anchors.ids.entry(written.to_lowercase()).or_insert(at);
        }
        for slug in Slug::of(dialect) {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for (at, heading) in document.paragraphs.iter().enumerate() {
                if !matches!(heading.kind, Kind::Heading(_)) {
                    continue;
                }
                let id = slug.id(&shown(heading));
                let count = counts.entry(id.clone()).and_modify(|count| *count += 1).or_insert(0);
                for id in slug.numbered(&id, *count) {
                    anchors.ids.entry(id).or_insert(Some(at));
                }
            }
        }
        anchors
    }

    /// Whether a fragment, without its `#` and percent-decoded, leads somewhere in the document.
    pub fn holds(&self, fragment: &str) -> bool {
        fragment.is_empty() || is_browsers_own(fragment) || self.ids.contains_key(&fragment.to_lowercase())
    }

    /// The paragraph of the heading that a fragment leads to.
    pub fn heading(&self, fragment: &str) -> Option<usize> {
        self.ids.get(&fragment.to_lowercase()).copied().flatten()
    }
}

/// What leads somewhere on every page: the top, a text that the browser looks for.
fn is_browsers_own(fragment: &str) -> bool {
    fragment.eq_ignore_ascii_case("top") || fragment.starts_with(":~:")
}

/// The ids that are written in a document: in headings' attributes, in tags, in placeholders such as `{#id}`.
fn written(document: &Document) -> Vec<(String, Option<usize>)> {
    let mut ids = Vec::new();
    for (at, paragraph) in document.paragraphs.iter().enumerate() {
        if let Some((_, behind)) = document.heading_attributes(paragraph) {
            ids.extend(attributes::ids(behind).map(|id| (id, Some(at))));
        }
        let is_heading = matches!(paragraph.kind, Kind::Heading(_));
        for mark in &paragraph.marks {
            if mark.kind == MarkKind::Placeholder {
                let id = attributes::ids(&paragraph.text[mark.span.range()]);
                ids.extend(id.map(|id| (id, is_heading.then_some(at))));
            }
        }
    }
    ids.extend(in_tags(&document.text).map(|id| (id, None)));
    ids.extend(in_braces(&document.text).map(|id| (id, None)));
    ids
}

/// The ids in braces anywhere, those of paragraphs and of headings' other spellings among them.
fn in_braces(text: &str) -> impl Iterator<Item = String> + '_ {
    text.match_indices('{').filter_map(|(at, _)| {
        let end = text[at..].find(['}', '\n'])?;
        let inside = text[at + 1..at + end].trim_start_matches([':', ' ']);
        let id = inside.split_whitespace().find_map(|word| word.strip_prefix('#'))?;
        (!id.is_empty()).then(|| id.to_owned())
    })
}

/// The values of `id` and `name` in tags.
fn in_tags(text: &str) -> impl Iterator<Item = String> + '_ {
    ["id=", "name=", "id: "].into_iter().flat_map(move |key| {
        text.match_indices(key).filter_map(move |(at, _)| {
            let begins = text[..at].chars().next_back().is_none_or(|before| before.is_whitespace());
            let rest = &text[at + key.len()..];
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
            let value = match quote {
                Some(quote) => rest[1..].split(quote).next(),
                None => rest.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next(),
            };
            value.filter(|value| begins && !value.is_empty()).map(str::to_owned)
        })
    })
}

/// A heading's text as readers see it.
fn shown(heading: &Paragraph) -> String {
    let mut shown = String::with_capacity(heading.text.len());
    let mut at = 0;
    for mark in &heading.marks {
        shown.push_str(heading.text.get(at..mark.span.start).unwrap_or_default());
        let text = &heading.text[mark.span.range()];
        match mark.kind {
            MarkKind::Code => shown.push_str(text.trim_matches('`').trim()),
            MarkKind::Url => shown.push_str(text),
            MarkKind::Placeholder if text.starts_with(':') || text.starts_with('$') || text.starts_with('%') => {
                shown.push_str(text);
            }
            _ => {}
        }
        at = mark.span.end;
    }
    shown.push_str(heading.text.get(at..).unwrap_or_default());
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A way to make an id of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slug {
    /// Of GitHub, Docusaurus, Starlight and Hugo: letters, digits, `-` and `_`; a hyphen for each space.
    GitHub,
    /// As [`Slug::GitHub`], one hyphen for several signs: of Hugo, and of MkDocs where it keeps all letters.
    Collapsed,
    /// Of VitePress: a hyphen for every run of signs; letters without their accents.
    Signs,
    /// Of Python-Markdown and of kramdown: nothing but ASCII is kept.
    Ascii,
    /// Of Diplodoc: Cyrillic letters in Latin ones.
    Latin,
}

impl Slug {
    fn of(dialect: Option<Dialect>) -> &'static [Slug] {
        match dialect {
            None | Some(Dialect::CommonMark) => &[Slug::GitHub, Slug::Collapsed, Slug::Signs, Slug::Ascii, Slug::Latin],
            Some(Dialect::MkDocs) => &[Slug::Ascii, Slug::Collapsed, Slug::GitHub],
            Some(Dialect::VitePress) => &[Slug::Signs, Slug::GitHub],
            Some(Dialect::Diplodoc) => &[Slug::Latin, Slug::GitHub],
            Some(Dialect::Jekyll) => &[Slug::GitHub, Slug::Ascii, Slug::Collapsed],
            Some(_) => &[Slug::GitHub, Slug::Collapsed],
        }
    }

    fn id(self, heading: &str) -> String {
        let lower = heading.to_lowercase();
        let kept = |c: &char| c.is_alphanumeric() || is_combining_mark(*c) || matches!(c, '-' | '_' | ' ');
        match self {
            Slug::GitHub => lower.chars().filter(kept).map(|c| if c == ' ' { '-' } else { c }).collect(),
            Slug::Collapsed => hyphened(&lower.chars().filter(kept).collect::<String>(), |c| matches!(c, ' ' | '-')),
            Slug::Signs => {
                let bare: String = lower.nfkd().filter(|c| !is_combining_mark(*c)).collect();
                let id = hyphened(&bare, |c| c.is_whitespace() || c.is_ascii_punctuation() || "“”‘’«»—–".contains(c));
                if id.starts_with(|c: char| c.is_ascii_digit()) { format!("_{id}") } else { id }
            }
            Slug::Ascii => {
                let ascii: String = lower.nfkd().filter(char::is_ascii).collect();
                hyphened(&ascii.chars().filter(kept).collect::<String>(), |c| matches!(c, ' ' | '-'))
            }
            Slug::Latin => {
                let kept = |c: &char| c.is_alphanumeric() || " $_-,;=/".contains(*c);
                hyphened(&latin(&lower).chars().filter(kept).collect::<String>(), |c| matches!(c, ' ' | '-'))
            }
        }
    }

    /// The ids of the heading that is the `count`th of its text, the first being 0.
    fn numbered(self, id: &str, count: usize) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        match (self, id.is_empty()) {
            (Slug::Ascii, true) => {
                ids.insert(format!("_{}", count + 1));
                ids.insert(if count == 0 { "section".to_owned() } else { format!("section-{count}") });
            }
            (_, true) => {}
            _ if count == 0 => {
                ids.insert(id.to_owned());
            }
            _ => ids.extend([format!("{id}-{count}"), format!("{id}_{count}"), format!("{id}{}", count + 1)]),
        }
        ids
    }
}

/// The text with one hyphen for each run of signs, none at its ends.
fn hyphened(text: &str, sign: impl Fn(char) -> bool) -> String {
    text.split(sign).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// Cyrillic letters in Latin ones, as the programs that make ids spell them.
fn latin(text: &str) -> String {
    const LETTERS: &str = "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f \
                           х=h ц=c ч=ch ш=sh щ=sh ъ=u ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g";
    let spelled = |letter: char| LETTERS.split(' ').find_map(|pair| pair.strip_prefix(letter)?.strip_prefix('='));
    let mut latin = String::with_capacity(text.len());
    for letter in text.chars() {
        match spelled(letter) {
            Some(letters) => latin.push_str(letters),
            None => latin.push(letter),
        }
    }
    latin
}

#[cfg(test)]
mod tests {
    use super::super::Format;
    use super::*;

    fn anchors(text: &str, dialect: Option<Dialect>) -> Anchors {
        Anchors::of(&Document::read(text.as_bytes(), Format::Markdown), dialect)
    }

    #[test]
    fn a_heading_has_the_id_that_its_generator_makes() {
        for (heading, id, dialect) in [
            ("# Выход", "выход", None),
            ("# Use `--all`, please!", "use---all-please", Some(Dialect::Docusaurus)),
            ("# [Выход](a.md) & **вход**", "выход--вход", Some(Dialect::Docusaurus)),
            ("# Выход и вход", "vyhod-i-vhod", Some(Dialect::Diplodoc)),
            ("# Café au lait", "cafe-au-lait", Some(Dialect::VitePress)),
            ("# Café au lait", "cafe-au-lait", Some(Dialect::MkDocs)),
            ("# Выход", "_1", Some(Dialect::MkDocs)),
            ("# 2.0 is out", "_2-0-is-out", Some(Dialect::VitePress)),
        ] {
            assert!(anchors(heading, dialect).holds(id), "{heading} {id}");
        }
        assert!(!anchors("# Выход", Some(Dialect::Docusaurus)).holds("vyhod"));
        assert!(!anchors("# Exit\n", None).holds("vyhod"));
    }

    #[test]
    fn equal_headings_are_numbered() {
        let found = anchors("# A\n\n## Exit\n\n## Exit\n", None);
        assert_eq!((found.heading("exit"), found.heading("exit-1")), (Some(1), Some(2)));
    }

    #[test]
    fn written_ids_are_found_wherever_they_are() {
        let text = "# Выход {#exit}\n\n<a name=\"here\"></a> и <span id='there'>там</span>\n\nАбзац.\n{: #below }\n";
        let found = anchors(text, None);
        for id in ["exit", "here", "there", "below", "top", ""] {
            assert!(found.holds(id), "{id}");
        }
        assert_eq!(found.heading("exit"), Some(0));
        assert!(!found.holds("elsewhere"));
    }
}
