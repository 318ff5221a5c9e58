//! Words of one root: "Turkey" and "Turkish", «гарантия» and «гарантируем».
//!
//! Two words are of one root where both are a common beginning with endings that the language is known to derive words
//! by. This says that a text speaks of a thing in another part of speech, never that a term occurs there.

use super::derivation::Derivation;
use super::inflect::fold;
use super::{Language, Profile};

/// How sure it is that two words share their root.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kinship {
    /// Nothing shows it.
    Other,
    /// By a suffix of one letter, which a slip may look like.
    Likely,
    /// By a longer suffix.
    Sure,
}

/// Whether `word` is derived from the root of `base`; equal words are not.
pub fn same_root(base: &str, word: &str, language: &Language) -> Kinship {
    let (base, word) = (fold(base), fold(word));
    if base == word {
        return Kinship::Other;
    }
    match Profile::of(language).derivation {
        Some(table) => derives(&base, &word, table),
        None if begin_alike(&base, &word) => Kinship::Likely,
        None => Kinship::Other,
    }
}

fn derives(base: &str, word: &str, table: &Derivation) -> Kinship {
    let bare = table.prefixes.iter().filter_map(|prefix| word.strip_prefix(prefix));
    std::iter::once(word).chain(bare).map(|word| shares_root(base, word, table)).max().unwrap_or(Kinship::Other)
}

fn shares_root(base: &str, word: &str, table: &Derivation) -> Kinship {
    let mut found = Kinship::Other;
    for (ending, root) in table.base.iter().filter_map(|ending| Some((*ending, base.strip_suffix(ending)?))) {
        let changed = table.changes.iter().filter_map(|(from, to)| Some(format!("{}{to}", root.strip_suffix(from)?)));
        for root in std::iter::once(root.to_owned()).chain(changed) {
            let Some(rest) = word.strip_prefix(root.as_str()) else { continue };
            // "Kazakh" of "Kazakhstan".
            let shorter = rest.is_empty() && ending.chars().count() > 3;
            if root.chars().count() >= table.least {
                found = found.max(if shorter { Kinship::Sure } else { suffix(rest, table) });
            }
        }
    }
    found
}

fn suffix(rest: &str, table: &Derivation) -> Kinship {
    let ends = |after: &str| after.is_empty() || table.endings.contains(&after);
    let fits = |suffix: &&&str| rest.strip_prefix(**suffix).is_some_and(ends);
    match table.derived.iter().filter(fits).map(|suffix| suffix.chars().count()).max() {
        None => Kinship::Other,
        Some(1) => Kinship::Likely,
        Some(_) => Kinship::Sure,
    }
}

/// For languages without a table: most of both words is common.
fn begin_alike(base: &str, word: &str) -> bool {
    let common = base.chars().zip(word.chars()).take_while(|(one, other)| one == other).count();
    let longest = base.chars().count().max(word.chars().count());
    common >= 5 && common * 10 >= longest * 7
}

#[cfg(test)]
mod tests {
    use super::*;

    fn related(language: &str, pairs: &[(&str, &str)], wanted: bool) {
        for (base, word) in pairs {
            assert_eq!(same_root(base, word, &language.parse().unwrap()) > Kinship::Other, wanted, "{base} {word}");
        }
    }

    #[test]
    fn english_adjectives_and_verbs() {
        let pairs = [
            ("Turkey", "Turkish"),
            ("Ukraine", "Ukrainian"),
            ("Germany", "German"),
            ("Britain", "British"),
            ("Caledonia", "Caledonians"),
            ("Africa", "African"),
            ("Belarus", "Belarussian"),
            ("Poland", "Polish"),
            ("vaccination", "vaccinating"),
            ("ministry", "minister"),
            ("guarantee", "guaranteed"),
            ("China", "Chinese"),
            ("Kazakhstan", "Kazakh"),
            ("administration", "administrative"),
            ("region", "regional"),
        ];
        related("en", &pairs, true);
        let others = [
            ("council", "counsel"),
            ("country", "county"),
            ("Turkey", "Turky"),
            ("akimat", "akin"),
            ("order", "older"),
            ("Germany", "Germamy"),
            ("vaccination", "vaccinaton"),
            ("stage", "stack"),
            ("Ukraine", "Ukrainne"),
        ];
        related("en", &others, false);
    }

    #[test]
    fn russian_adjectives_and_verbs() {
        let pairs = [
            ("Иран", "иранской"),
            ("Рождество", "рождественскую"),
            ("сброс", "сбросить"),
            ("заказ", "заказанные"),
            ("курьер", "курьерской"),
            ("гарантия", "гарантируем"),
            ("возмещение", "возместим"),
            ("вакцинация", "ревакцинации"),
            ("Германия", "германский"),
            ("акимат", "акиматовский"),
        ];
        related("ru", &pairs, true);
        let others = [("заказ", "закат"), ("Германия", "Герменией"), ("совет", "совесть"), ("экран", "экватор")];
        related("ru", &others, false);
    }
}
