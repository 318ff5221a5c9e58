//! Stems: what stays of a word when its inflection is taken away.
//!
//! For the aligner's word evidence only. A stem is not a lemma: `мир` and `мира` meet, and so do a few words that
//! should not. Glossary terms are never matched by stem.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

use super::Language;

/// Takes the inflection off words of one language.
pub struct Stems(Kind);

enum Kind {
    Snowball(Stemmer),
    /// Endings, longest first, and the fewest letters that must stay.
    Endings(&'static [&'static str], usize),
    Arabic(Stemmer),
    Plain,
}

impl Stems {
    /// The stems of a language; words are left whole where nothing is known about it.
    pub fn of(language: &Language) -> Stems {
        let algorithm = match language.code() {
            "ar" => return Stems(Kind::Arabic(Stemmer::create(Algorithm::Arabic))),
            "uk" | "be" => return Stems(Kind::Endings(UKRAINIAN, 3)),
            "kk" | "ky" | "tt" => return Stems(Kind::Endings(KAZAKH, 3)),
            "ru" => Algorithm::Russian,
            "en" => Algorithm::English,
            "de" => Algorithm::German,
            "fr" => Algorithm::French,
            "es" => Algorithm::Spanish,
            "it" => Algorithm::Italian,
            "pt" => Algorithm::Portuguese,
            "ro" => Algorithm::Romanian,
            "nl" => Algorithm::Dutch,
            "da" => Algorithm::Danish,
            "no" | "nb" | "nn" => Algorithm::Norwegian,
            "sv" => Algorithm::Swedish,
            "fi" => Algorithm::Finnish,
            "hu" => Algorithm::Hungarian,
            "tr" => Algorithm::Turkish,
            "el" => Algorithm::Greek,
            "ta" => Algorithm::Tamil,
            _ => return Stems(Kind::Plain),
        };
        Stems(Kind::Snowball(Stemmer::create(algorithm)))
    }

    /// The stem of a word in lower case.
    pub fn stem<'w>(&self, word: &'w str) -> Cow<'w, str> {
        match &self.0 {
            Kind::Snowball(stemmer) => stemmer.stem(word),
            Kind::Endings(endings, least) => Cow::Borrowed(without_endings(word, endings, *least)),
            Kind::Arabic(stemmer) => arabic(stemmer, word),
            Kind::Plain => Cow::Borrowed(word),
        }
    }
}

/// Takes endings off while enough of the word stays: agglutinating languages stack them.
fn without_endings<'w>(word: &'w str, endings: &[&str], least: usize) -> &'w str {
    let mut stem = word;
    for _ in 0..3 {
        let shorter = endings
            .iter()
            .filter_map(|ending| stem.strip_suffix(ending))
            .find(|rest| rest.chars().nth(least - 1).is_some());
        match shorter {
            Some(rest) => stem = rest,
            None => break,
        }
    }
    stem
}

/// The article and the one-letter prepositions and conjunctions that are written together with the word come off
/// before the Snowball stem; it knows only some of them.
fn arabic<'w>(stemmer: &Stemmer, word: &'w str) -> Cow<'w, str> {
    const PREFIXES: &[&str] = &["وال", "بال", "كال", "فال", "ولل", "ال", "لل", "و", "ب", "ل", "ف", "ك"];
    let bare: String = word.chars().filter(|c| !matches!(c, '\u{64B}'..='\u{65F}' | '\u{640}' | '\u{670}')).collect();
    let rest = PREFIXES
        .iter()
        .filter_map(|prefix| bare.strip_prefix(prefix).map(|rest| (prefix, rest)))
        .find(|(prefix, rest)| rest.chars().count() >= if prefix.chars().count() > 1 { 2 } else { 4 })
        .map_or(bare.as_str(), |(_, rest)| rest);
    let folded: String = rest.chars().map(|c| if matches!(c, 'أ' | 'إ' | 'آ') { 'ا' } else { c }).collect();
    Cow::Owned(stemmer.stem(&folded).into_owned())
}

// Case, number and person endings, longest first; written from the paradigms of school grammars.
const UKRAINIAN: &[&str] = &[
    "юватися",
    "уватися",
    "ювати",
    "увати",
    "ється",
    "ються",
    "ється",
    "атися",
    "итися",
    "ятися",
    "ового",
    "ньому",
    "ності",
    "ність",
    "ністю",
    "ами",
    "ями",
    "ого",
    "ому",
    "ими",
    "іми",
    "ій",
    "ої",
    "ою",
    "ею",
    "єю",
    "ові",
    "еві",
    "єві",
    "ати",
    "яти",
    "ити",
    "іти",
    "ути",
    "ала",
    "али",
    "ало",
    "ила",
    "или",
    "ило",
    "іла",
    "іли",
    "ють",
    "уть",
    "ять",
    "ать",
    "ить",
    "єть",
    "ють",
    "ємо",
    "емо",
    "имо",
    "єте",
    "ете",
    "ах",
    "ях",
    "ів",
    "їв",
    "ам",
    "ям",
    "ом",
    "ем",
    "єм",
    "ий",
    "ій",
    "их",
    "іх",
    "им",
    "ім",
    "ся",
    "сь",
    "ав",
    "ив",
    "ів",
    "ев",
    "єв",
    "ть",
    "ти",
    "ш",
    "а",
    "я",
    "у",
    "ю",
    "о",
    "е",
    "є",
    "и",
    "і",
    "ї",
    "й",
    "ь",
];

const KAZAKH: &[&str] = &[
    "шылық",
    "шілік",
    "лардың",
    "лердің",
    "дардың",
    "дердің",
    "тардың",
    "тердің",
    "лар",
    "лер",
    "дар",
    "дер",
    "тар",
    "тер",
    "ның",
    "нің",
    "дың",
    "дің",
    "тың",
    "тің",
    "нан",
    "нен",
    "дан",
    "ден",
    "тан",
    "тен",
    "мен",
    "бен",
    "пен",
    "ына",
    "іне",
    "сына",
    "сіне",
    "ында",
    "інде",
    "ынан",
    "інен",
    "ған",
    "ген",
    "қан",
    "кен",
    "атын",
    "етін",
    "йтын",
    "йтін",
    "ды",
    "ді",
    "ты",
    "ті",
    "ны",
    "ні",
    "ға",
    "ге",
    "қа",
    "ке",
    "на",
    "не",
    "да",
    "де",
    "та",
    "те",
    "сы",
    "сі",
    "ын",
    "ін",
    "мын",
    "мін",
    "сың",
    "сің",
    "ып",
    "іп",
    "лық",
    "лік",
    "дық",
    "дік",
    "тық",
    "тік",
    "лы",
    "лі",
    "ау",
    "еу",
    "ыл",
    "іл",
    "у",
    "ы",
    "і",
    "а",
    "е",
    "п",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn stem(language: &str, word: &str) -> String {
        Stems::of(&language.parse().unwrap()).stem(word).into_owned()
    }

    fn meet(language: &str, words: &[&str]) {
        for word in words {
            assert_eq!(stem(language, word), stem(language, words[0]), "{word} and {}", words[0]);
        }
    }

    #[test]
    fn inflected_forms_meet_in_their_stem() {
        meet("ru", &["война", "войны", "войной"]);
        meet("en", &["war", "wars"]);
        meet("uk", &["держава", "держави", "державі", "державою"]);
        meet("kk", &["қала", "қалалар", "қаланың", "қалада"]);
        meet("ar", &["مدينة", "المدينة", "والمدينة"]);
    }

    #[test]
    fn a_short_word_keeps_its_letters() {
        assert_eq!(stem("kk", "су"), "су");
        assert_eq!(stem("uk", "рік"), "рік");
    }

    #[test]
    fn an_unknown_language_leaves_words_whole() {
        assert_eq!(stem("eo", "urboj"), "urboj");
    }
}
