//! What endings and lists show of a word of an original: common or not, noun, adjective, head of an institution's name.

use rustc_hash::FxHashSet;

use crate::lang::inflect::{self, Inflect};
use crate::lang::{Endings, Language, Profile, Stems, general_words, is_function_word};

/// Words that are too common to be terms by themselves.
#[derive(Default)]
pub(super) struct Common {
    stems: FxHashSet<String>,
    forms: FxHashSet<String>,
    /// Those of words that are in any text.
    general: FxHashSet<String>,
    general_forms: FxHashSet<String>,
}

/// Every form of a word, as a noun and, in English, as a verb.
fn every_form(word: &str, language: &Language) -> Vec<String> {
    let of = |inflect| inflect::forms(word, language, inflect).list();
    let verbs = if language.code() == "en" { of(Inflect::Verb) } else { Vec::new() };
    of(Inflect::Auto).into_iter().chain(verbs).map(|form| inflect::fold(&form.text)).collect()
}

impl Common {
    pub(super) fn new(words: &FxHashSet<String>, language: &Language, stems: &Stems) -> Common {
        let mut common = Common::default();
        for word in words {
            common.stems.insert(stems.stem(&inflect::fold(word)).into_owned());
            common.extend(word, language);
        }
        for word in general_words(language.code()) {
            common.general.insert(stems.stem(word).into_owned());
            common.general_forms.extend(every_form(word, language));
        }
        common
    }

    fn extend(&mut self, word: &str, language: &Language) {
        // Stems of one word differ («система», «систем»); its forms are all known.
        self.forms.extend(every_form(word, language));
    }
}

/// What is known of the language's words.
pub(super) struct Grammar {
    /// Whether the endings show the part of speech, as in Russian, Ukrainian and Belarusian.
    pub(super) russian: bool,
    language: String,
    common: Common,
}

impl Grammar {
    pub(super) fn new(language: &Language, common: Common) -> Grammar {
        let russian = Profile::of(language).endings == Endings::EastSlavic;
        Grammar { russian, language: language.code().to_owned(), common }
    }

    /// Whether a word is too common to be a term by itself, by its stem or as it is written.
    pub(super) fn common(&self, stem: &str, word: &str) -> bool {
        self.common.stems.contains(stem) || self.common.forms.contains(&inflect::fold(word))
    }

    /// Whether a word is one of grammar or of any text, and never a term by itself.
    pub(super) fn general(&self, stem: &str, word: &str) -> bool {
        is_function_word(word, &self.language)
            || self.common.general.contains(stem)
            || self.common.general_forms.contains(&inflect::fold(word))
    }

    /// Whether the language is English, whose noun phrases are recognised by the words that occur together.
    pub(super) fn english(&self) -> bool {
        self.language == "en"
    }

    /// Whether a stem is that of a pronoun or another word that says nothing beside a noun.
    pub(super) fn empty(&self, stem: &str) -> bool {
        PRONOUNS.contains(&stem)
    }

    /// Whether a word heads an institution's name, whose other words are written small.
    pub(super) fn institution(&self, word: &str) -> bool {
        INSTITUTIONS.iter().any(|head| word.starts_with(head))
    }

    /// Whether a word looks like an adjective, by its ending.
    pub(super) fn adjective(&self, word: &str) -> bool {
        const ENDINGS: &[&str] = &[
            "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ую", "юю",
            "ых", "их", "ыми", "ими",
        ];
        self.russian && word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
    }

    /// Whether a word can be a noun: no adjective, verb, adverb or function word, by its ending.
    pub(super) fn noun(&self, word: &str) -> bool {
        if word.chars().count() < 3 || word.chars().any(|letter| !letter.is_alphabetic()) {
            return false;
        }
        !self.russian || !(self.adjective(word) || NO_NOUNS.iter().any(|ending| word.ends_with(ending)))
    }

    /// Whether a word can be a noun in the genitive that goes with the one before it.
    pub(super) fn genitive(&self, word: &str) -> bool {
        const ENDINGS: &[&str] = &["а", "я", "ы", "и", "ов", "ев", "ей"];
        self.noun(word) && ENDINGS.iter().any(|ending| word.ends_with(ending))
    }
}

/// Endings of verbs, participles, adverbs and other words that are no nouns.
const NO_NOUNS: &[&str] = &[
    "ть",
    "ться",
    "тся",
    "л",
    "ла",
    "ло",
    "ли",
    "лся",
    "лась",
    "лось",
    "лись",
    "ет",
    "ют",
    "ит",
    "ят",
    "ут",
    "ают",
    "но",
    "ко",
    "же",
    "ще",
    "ив",
    "ав",
    "ился",
    "ившись",
    "аясь",
    "ясь",
    "ен",
    "ена",
    "ено",
    "ены",
    "ан",
    "ана",
    "ано",
    "аны",
    "емый",
    "ующ",
    "вший",
    "нут",
    "уя",
    "ая",
    "шь",
    "тесь",
    "йте",
    "ете",
    "ите",
    "ем",
    "им",
    "ешь",
    "ишь",
    "ует",
    "ёт",
    "от",
    "ого",
    "ими",
    "ами",
];

/// Heads of institutions' names, whose other words are written small.
const INSTITUTIONS: &[&str] = &[
    "Министерств",
    "Комитет",
    "Агентств",
    "Управлени",
    "Институт",
    "Академи",
    "Совет",
    "Союз",
    "Фонд",
    "Ассоциаци",
    "Федераци",
    "Организаци",
    "Департамент",
    "Комисси",
    "Центр",
    "Ассамбле",
    "Партия",
    "Партии",
    "Партию",
    "Партией",
    "Палат",
    "Бюро",
    "Служб",
];

/// Stems of words that are inflected like adjectives and say nothing.
const PRONOUNS: &[&str] = &[
    "котор",
    "как",
    "так",
    "сам",
    "эт",
    "сво",
    "мо",
    "тво",
    "наш",
    "ваш",
    "вс",
    "ин",
    "друг",
    "друго",
    "кажд",
    "люб",
    "некотор",
    "никак",
    "нескольк",
    "перв",
    "втор",
    "трет",
    "последн",
    "нов",
    "стар",
    "больш",
    "многи",
    "мног",
    "нын",
    "прошл",
    "следующ",
    "таков",
    "сво",
];
