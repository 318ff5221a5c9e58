//! Stems: what stays of a word when its inflection is taken away.
//!
//! For the aligner's word evidence only. A stem is not a lemma: `мир` and `мира` meet, and so do a few words that
//! should not. Glossary terms are never matched by stem.

use std::borrow::Cow;

use snowball_stemmers_rs::Stemmer;

use super::Language;
use super::profile::{Profile, Stemming};

/// Takes the inflection off words of one language.
pub struct Stems(Kind);

enum Kind {
    Snowball(Stemmer),
    Keeping(char, Stemmer),
    Bare(fn(&str) -> String, Stemmer),
    /// Endings, longest first.
    Endings(&'static [&'static str]),
    Whole,
}

/// The fewest letters that stay when endings go.
const LEAST: usize = 3;

impl Stems {
    /// The stems of a language; words are left whole where nothing is known about it.
    pub fn of(language: &Language) -> Stems {
        Stems(match Profile::of(language).stemming {
            Stemming::Snowball(algorithm) => Kind::Snowball(Stemmer::create(algorithm)),
            Stemming::Keeping(letter, algorithm) => Kind::Keeping(letter, Stemmer::create(algorithm)),
            Stemming::Bare(bare, algorithm) => Kind::Bare(bare, Stemmer::create(algorithm)),
            Stemming::Endings(endings) => Kind::Endings(endings),
            Stemming::Whole => Kind::Whole,
        })
    }

    /// The stem of a word in lower case.
    pub fn stem<'w>(&self, word: &'w str) -> Cow<'w, str> {
        match &self.0 {
            Kind::Snowball(stemmer) => stemmer.stem(word),
            Kind::Keeping(letter, stemmer) if word.contains(*letter) => Cow::Owned(keeping(*letter, stemmer, word)),
            Kind::Keeping(_, stemmer) => stemmer.stem(word),
            Kind::Bare(bare, stemmer) => Cow::Owned(stemmer.stem(&bare(word)).into_owned()),
            Kind::Endings(endings) => Cow::Borrowed(without_endings(word, endings, LEAST)),
            Kind::Whole => Cow::Borrowed(word),
        }
    }
}

/// The stem of a word with a letter that the algorithm would fold into another one: it meets an unknown letter instead.
fn keeping(letter: char, stemmer: &Stemmer, word: &str) -> String {
    const UNKNOWN: char = '\u{e000}';
    let hidden = word.replace(letter, UNKNOWN.encode_utf8(&mut [0; 4]));
    stemmer.stem(&hidden).replace(UNKNOWN, letter.encode_utf8(&mut [0; 4]))
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
        meet("ru", &["удалённый", "удалённого", "удалённая"]);
        meet("nl", &["boek", "boeken"]);
        meet("en", &["war", "wars"]);
        meet("uk", &["держава", "держави", "державі", "державою"]);
        meet("kk", &["қала", "қалалар", "қаланың", "қалада"]);
        meet("ar", &["مدينة", "المدينة", "والمدينة"]);
    }

    #[test]
    fn words_that_differ_in_a_letter_that_is_kept_do_not_meet() {
        assert_ne!(stem("ru", "всё"), stem("ru", "все"));
        assert_ne!(stem("ru", "совершённый"), stem("ru", "совершенный"));
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
