//! The built-in word lists.
//!
//! Two hand-made lists: `ru-en.tsv`, English lemmas with their commonest Russian translations, and `concepts.tsv`,
//! one concept a line across ten languages. Both give lemmas; whoever matches them takes stems.

use super::Language;

/// `english<TAB>русский, русский`, commonest first.
const RUSSIAN_ENGLISH: &str = include_str!("ru-en.tsv");

/// A header of language codes, then a concept a line; the words of a cell are parted by `|`, commonest first.
const CONCEPTS: &str = include_str!("concepts.tsv");

/// A word and its translation, both as lemmas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// In lower case.
    pub source: &'static str,
    /// In lower case.
    pub target: &'static str,
    /// How far from the commonest translation, from 0.
    pub rank: usize,
}

/// All pairs that the built-in lists know for two languages; empty where they know none.
pub fn pairs(source: &Language, target: &Language) -> Vec<Pair> {
    let mut pairs = concepts(source.code(), target.code());
    if pairs.is_empty() {
        return pairs;
    }
    pairs.extend(numerals(source.code()).map(|(word, digits)| Pair { source: word, target: digits, rank: 0 }));
    pairs.extend(numerals(target.code()).map(|(word, digits)| Pair { source: digits, target: word, rank: 0 }));
    match (source.code(), target.code()) {
        ("en", "ru") => pairs.extend(russian_english()),
        ("ru", "en") => {
            pairs.extend(russian_english().map(|p| Pair { source: p.target, target: p.source, rank: p.rank }));
        }
        _ => {}
    }
    pairs
}

/// Whether a word in small letters is a headword of the built-in lists, or the plural of an English one.
pub fn is_word(word: &str, language: &Language) -> bool {
    let column = entries(CONCEPTS).next().and_then(|head| head.split('\t').position(|code| code == language.code()));
    let same = |known: &str| {
        known == word || (language.code() == "en" && word.strip_suffix('s').is_some_and(|singular| singular == known))
    };
    let listed = column.is_some_and(|column| {
        let cells = entries(CONCEPTS).skip(1).filter_map(|line| line.split('\t').nth(column));
        cells.flat_map(|cell| cell.split('|')).any(same)
    });
    listed
        || match language.code() {
            "en" => entries(RUSSIAN_ENGLISH).filter_map(|line| line.split('\t').next()).any(same),
            "ru" => russian_english().any(|pair| same(pair.target)),
            _ => false,
        }
}

fn russian_english() -> impl Iterator<Item = Pair> {
    entries(RUSSIAN_ENGLISH).filter_map(|line| line.split_once('\t')).flat_map(|(english, russian)| {
        russian.split(", ").enumerate().map(move |(rank, word)| Pair { source: english, target: word, rank })
    })
}

fn concepts(source: &str, target: &str) -> Vec<Pair> {
    let mut lines = entries(CONCEPTS);
    let header: Vec<&str> = lines.next().map(|line| line.split('\t').collect()).unwrap_or_default();
    let column = |code: &str| header.iter().position(|cell| *cell == code);
    let (Some(source), Some(target)) = (column(source), column(target)) else { return Vec::new() };
    let mut pairs = Vec::new();
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let (Some(source), Some(target)) = (cells.get(source), cells.get(target)) else { continue };
        for (a, source) in source.split('|').enumerate().filter(|word| !word.1.is_empty()) {
            for (b, target) in target.split('|').enumerate().filter(|word| !word.1.is_empty()) {
                pairs.push(Pair { source, target, rank: a + b });
            }
        }
    }
    pairs
}

/// The concepts that are numbers, as words of a language, with their digits.
fn numerals(language: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    const NUMERALS: &[(&str, &str)] = &[
        ("one", "1"),
        ("two", "2"),
        ("three", "3"),
        ("four", "4"),
        ("five", "5"),
        ("six", "6"),
        ("seven", "7"),
        ("eight", "8"),
        ("nine", "9"),
        ("ten", "10"),
    ];
    concepts("en", language).into_iter().filter(|pair| pair.rank < 3).filter_map(|pair| {
        let digits = NUMERALS.iter().find(|numeral| numeral.0 == pair.source)?.1;
        Some((pair.target, digits))
    })
}

fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(code: &str) -> Language {
        code.parse().unwrap()
    }

    fn knows(source: &str, target: &str, pair: (&str, &str)) -> bool {
        pairs(&language(source), &language(target)).iter().any(|p| (p.source, p.target) == pair)
    }

    #[test]
    fn a_common_word_is_known_both_ways() {
        assert!(knows("ru", "en", ("время", "time")));
        assert!(knows("en", "ru", ("time", "время")));
        assert!(knows("kk", "de", ("көшірме", "Kopie")) || knows("kk", "de", ("уақыт", "Zeit")));
    }

    #[test]
    fn the_lists_are_as_large_as_they_should_be() {
        assert!(entries(RUSSIAN_ENGLISH).count() >= 2000);
        assert!(russian_english().count() >= 6000);
        assert!(entries(CONCEPTS).count() > 1000);
    }

    #[test]
    fn no_headword_stands_twice() {
        for list in [RUSSIAN_ENGLISH, CONCEPTS] {
            let mut heads: Vec<&str> = entries(list).filter_map(|line| line.split('\t').next()).collect();
            heads.sort_unstable();
            assert!(heads.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }

    #[test]
    fn every_concept_has_a_cell_for_every_language() {
        let columns = entries(CONCEPTS).next().unwrap().split('\t').count();
        assert!(entries(CONCEPTS).all(|line| line.split('\t').count() == columns));
    }

    #[test]
    fn languages_without_a_list_have_no_pairs() {
        assert!(pairs(&language("eo"), &language("en")).is_empty());
    }
}
