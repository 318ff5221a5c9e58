//! What all forms of a word begin with, told without making them.

use super::fold::fold;
use super::kind::Inflect;
use crate::lang::Language;
use crate::lang::profile::{Compounds, Profile};

/// Tells the beginnings of the words of one language.
#[derive(Clone, Copy)]
pub struct Beginnings {
    /// How many of a word's first letters stay; `None` where no word changes.
    kept: Option<fn(&str) -> usize>,
}

impl Beginnings {
    /// Those of a language; `None` where its words change in their middle, or are looked for in the middle of others.
    pub fn of(language: &Language) -> Option<Beginnings> {
        let profile = Profile::of(language);
        if profile.compounds == Compounds::Joined {
            return None;
        }
        match profile.inflection {
            None => Some(Beginnings { kept: None }),
            Some(inflection) => inflection.kept.map(|kept| Beginnings { kept: Some(kept) }),
        }
    }

    /// What every form of a word begins with, folded; empty where that is nothing.
    pub fn beginning(&self, word: &str, inflect: Inflect) -> String {
        let mut folded = fold(word);
        let kept = match (self.kept, inflect) {
            (None, _) | (_, Inflect::None) => return folded,
            (_, Inflect::Verb) => 0,
            (Some(kept), _) => kept(&folded),
        };
        let end = folded.char_indices().nth(kept).map_or(folded.len(), |(at, _)| at);
        folded.truncate(end);
        folded
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::lang::inflect::forms;

    /// Those with known beginnings, and the first and last letters of their scripts.
    const LANGUAGES: [(&str, [char; 2]); 2] = [("ru", ['а', 'ё']), ("en", ['a', 'z'])];
    const KINDS: [Inflect; 4] = [Inflect::Auto, Inflect::Noun, Inflect::Adjective, Inflect::Surname];

    /// The forms that do not begin as they should.
    fn strays(word: &str, language: &str) -> Vec<String> {
        let language: Language = language.parse().unwrap();
        let beginnings = Beginnings::of(&language).unwrap();
        let mut strays = Vec::new();
        for kind in KINDS {
            for word in &forms(word, &language, kind).words {
                let beginning = beginnings.beginning(&word.text, kind);
                let other = word.forms.iter().filter(|form| !fold(&form.text).starts_with(&beginning));
                strays.extend(other.map(|form| format!("{}: {} ({kind:?})", word.text, form.text)));
            }
        }
        strays
    }

    /// All words of the lists of a language and of the dictionary, in small letters, with a capital, in capitals.
    fn listed() -> BTreeSet<String> {
        let lists = [
            include_str!("../ru/words/irregular.txt"),
            include_str!("../ru/words/irregular_plurals.txt"),
            include_str!("../ru/words/nouns.txt"),
            include_str!("../ru/words/lose.txt"),
            include_str!("../ru/words/plurals_in_a.txt"),
            include_str!("../en/words/plurals.txt"),
            include_str!("../en/words/verbs.txt"),
            include_str!("../en/words/plural_only.txt"),
            include_str!("../lexicon/ru-en.tsv"),
            include_str!("../lexicon/concepts.tsv"),
        ];
        let mut words = BTreeSet::new();
        for word in lists.iter().flat_map(|list| list.split(|letter: char| !letter.is_alphabetic())) {
            let mut letters = word.chars();
            let Some(first) = letters.next() else { continue };
            words.insert(word.to_owned());
            words.insert(format!("{}{}", first.to_uppercase(), letters.as_str()));
            words.insert(word.to_uppercase());
        }
        words
    }

    #[test]
    fn every_form_of_a_listed_word_begins_with_it() {
        let words = listed();
        for (language, [first, last]) in LANGUAGES {
            let letter = |letter: char| letter.to_lowercase().all(|letter| (first..=last).contains(&letter));
            let own: Vec<&String> = words.iter().filter(|word| word.chars().all(letter)).collect();
            assert!(own.len() > 5_000, "{language}: {}", own.len());
            let strays: Vec<String> = own.iter().flat_map(|word| strays(word, language)).collect();
            assert_eq!(
                strays.iter().take(20).collect::<Vec<_>>(),
                Vec::<&String>::new(),
                "{language}: {}",
                strays.len()
            );
        }
    }

    #[test]
    fn every_form_of_a_short_word_begins_with_it() {
        const ENDS: &[&str] = &["", "ок", "онок", "ие", "ье", "ия", "ец", "ь", "й", "анин", "ый", "мя"];
        let letters = || ('а'..='я').map(|letter| letter.to_string());
        let beginnings = std::iter::once(String::new()).chain(letters());
        let words = beginnings.flat_map(|first| letters().map(move |second| format!("{first}{second}")));
        let words = words.flat_map(|word| ENDS.iter().map(move |end| format!("{word}{end}")));
        let ends = ENDS.iter().copied().chain(["ьцё", "йцо", "ъка"]).map(str::to_owned);
        let strays: Vec<String> = words.chain(ends).flat_map(|word| strays(&word, "ru")).collect();
        assert_eq!(strays.iter().take(20).collect::<Vec<_>>(), Vec::<&String>::new(), "{}", strays.len());
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(1000))]
        #[test]
        fn every_form_of_any_word_begins_with_it(
            russian in "[А-Яа-я]?[а-яёъ]{0,9}(ок|ец|ин|ев|ый|ой|ийся|мя|ия|онок|анин|ь|ень|ть|ние|ая|ое|а)?",
            english in "[A-Za-z]?[a-z]{0,8}(y|ies|es|s|man|men|child|people|foot|wife|leaves|fe|is|us|um)?",
        ) {
            proptest::prop_assert_eq!(strays(&russian, "ru"), Vec::<String>::new());
            proptest::prop_assert_eq!(strays(&english, "en"), Vec::<String>::new());
        }
    }

    #[test]
    fn it_is_longer_than_a_letter_for_most_words() {
        let words = listed();
        for (language, [first, last]) in LANGUAGES {
            let beginnings = Beginnings::of(&language.parse().unwrap()).unwrap();
            let own = words.iter().filter(|word| word.chars().all(|letter| (first..=last).contains(&letter)));
            let (mut all, mut long) = (0, 0);
            for word in own.filter(|word| word.chars().count() > 6) {
                all += 1;
                long += usize::from(beginnings.beginning(word, Inflect::Auto).chars().count() > 2);
            }
            assert!(long * 10 > all * 7, "{language}: {long} of {all}");
        }
    }
}
