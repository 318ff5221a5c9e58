//! Russian nouns whose plural has another stem, and the few that follow no table.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::table::{Stress, is_hushing, row};
use super::vowels::stems;
use crate::lang::inflect::form::{Collector, Group};
use crate::lang::words::WordList;

/// The singular is regular, the plural is written out: nominative, genitive, dative, accusative, instrumental,
/// prepositional.
static PLURALS: Lines = Lines::new(include_str!("../words/irregular_plurals.txt"));

/// Masculine nouns whose plural has a stressed -а or -я and no -ы or -и; also as the end of a longer word.
static PLURALS_IN_A: WordList = WordList::new(include_str!("../words/plurals_in_a.txt"));

/// Masculine nouns that have both plurals.
static PLURALS_IN_A_TOO: WordList = WordList::new(include_str!("../words/plurals_in_a_too.txt"));

/// Masculine nouns whose genitive plural is the bare word: «пять солдат»; those with -ов beside it are not here.
static BARE_GENITIVES: WordList = WordList::new(include_str!("../words/bare_genitives.txt"));

/// Everything is written out: the singular, its gender, the plural.
static WHOLE: Lines = Lines::new(include_str!("../words/irregular.txt"));

const NAME: &str = "noun-irregular";

/// Adds what is irregular about a noun; says whether that was all, so that no table is asked.
pub(super) fn decline(word: &str, out: &mut Collector) -> bool {
    if let Some([_, gender, own, other]) = line_of(&WHOLE, word).as_deref() {
        let group = match *gender {
            "m" => Group::Masculine,
            "f" => Group::Feminine,
            "n" => Group::Neuter,
            _ => Group::Plural,
        };
        row(NAME, own, &[group], "", &[], Stress::Unknown, out);
        let second = if group == Group::Plural { Group::Masculine } else { Group::Plural };
        row(NAME, other, &[second], "", &[], Stress::Unknown, out);
        return true;
    }
    if let Some([_, plural]) = line_of(&PLURALS, word).as_deref() {
        singular(word, out);
        row(NAME, plural, &[Group::Plural], "", &[], Stress::Unknown, out);
        return true;
    }
    let in_a = ends_in(word, &PLURALS_IN_A) && !NO_PLURALS_IN_A.contains(&word);
    if in_a || ends_in(word, &PLURALS_IN_A_TOO) {
        let ending = if word.ends_with(['ь', 'й']) { "я . . = . ." } else { "а . . = . ." };
        for stem in stems(word) {
            row("noun-plural-in-а", ending, &[Group::Plural], stem.trim_end_matches('й'), &[], Stress::Unknown, out);
        }
    }
    let bare = BARE_GENITIVES.has(word);
    if in_a || bare {
        singular(word, out);
        plural_of(word, in_a, bare, out);
    }
    in_a || bare
}

/// Words that end in one of those and have -ы all the same.
const NO_PLURALS_IN_A: &[&str] = &["огород", "пригород", "перевод"];

/// Lines that begin with a word and a bar.
struct Lines {
    text: &'static str,
    read: OnceLock<FxHashMap<&'static str, &'static str>>,
}

impl Lines {
    const fn new(text: &'static str) -> Lines {
        Lines { text, read: OnceLock::new() }
    }

    /// The first line that begins with the word.
    fn of(&self, word: &str) -> Option<&'static str> {
        let read = self.read.get_or_init(|| {
            let mut read = FxHashMap::default();
            for line in self.text.lines() {
                if let Some((word, _)) = line.split_once('|') {
                    read.entry(word).or_insert(line);
                }
            }
            read
        });
        read.get(word).copied()
    }
}

/// The line of a list that begins with the word, cut at its bars.
fn line_of(list: &Lines, word: &str) -> Option<Vec<&'static str>> {
    Some(list.of(word)?.split('|').collect())
}

/// Whether a list has the word with another stem in its plural.
pub(super) fn is_listed(word: &str) -> bool {
    [&WHOLE, &PLURALS].iter().any(|list| list.of(word).is_some())
}

/// Whether the word is one of these, or a compound of one.
fn ends_in(word: &str, list: &WordList) -> bool {
    list.end_of(word).is_some_and(|(head, _)| head.is_empty() || word[head.len()..].chars().count() > 4)
}

/// The plural of a masculine noun that has no -ы, or no -ов, or neither.
fn plural_of(word: &str, in_a: bool, bare: bool, out: &mut Collector) {
    let soft = word.ends_with(['ь', 'й']);
    let hushing = word.ends_with(is_hushing);
    let nominative = match (in_a, soft) {
        (true, _) => ".",
        (false, true) => "и",
        (false, false) => "ы",
    };
    let genitive = match () {
        () if bare => "-",
        () if word.ends_with('й') => "ев",
        () if soft || hushing => "ей",
        () => "ов",
    };
    let rest = if soft { "ям = ями ях" } else { "ам = ами ах" };
    for stem in stems(word) {
        let stem = stem.trim_end_matches('й');
        row(NAME, &format!("{nominative} {genitive} {rest}"), &[Group::Plural], stem, &[word], Stress::Unknown, out);
    }
}

/// The regular singular of a masculine noun.
fn singular(word: &str, out: &mut Collector) {
    let soft = word.ends_with(['ь', 'й']);
    let cells = if soft { "- я ю = ем е" } else { "- а у = ом е" };
    for stem in stems(word) {
        let stem = stem.trim_end_matches('й');
        row(NAME, cells, &[Group::Masculine], stem, &[word], Stress::Unknown, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(word: &str) -> Vec<String> {
        let mut out = Collector::default();
        decline(word, &mut out);
        out.forms().into_iter().map(|form| form.text).collect()
    }

    #[test]
    fn another_stem_in_the_plural() {
        let child = forms("ребенок");
        assert!(["ребенка", "дети", "детьми"].iter().all(|form| child.contains(&(*form).to_owned())));
        assert!(forms("край").contains(&"краю".to_owned()));
    }

    #[test]
    fn every_row_has_its_six_cells() {
        for (list, cells) in [(&WHOLE, 2), (&PLURALS, 1)] {
            for line in list.text.lines().filter(|line| !line.starts_with('#')) {
                for row in line.split('|').skip(1).collect::<Vec<_>>().iter().rev().take(cells) {
                    assert!(matches!(row.split_whitespace().count(), 0 | 6), "{line}");
                }
            }
        }
    }
}
