//! What every part of tolmach may ask about a language, as one row.
//!
//! The rows are in `profiles.rs`; what takes more than a row is in the folder of the language's tag. No other file
//! lists languages.

use snowball_stemmers_rs::Algorithm;

use super::derivation::Derivation;
use super::inflect::form::Slots;
use super::inflect::{Form, Inflect};
use super::numbers::Word;
use super::script::Script;

/// A language, as far as its conventions fit in one row.
pub struct Profile {
    /// Primary subtags of BCP 47 that share the row.
    pub tags: &'static [&'static str],
    /// The code of ISO 639-3, by which the language detector names it; empty where it knows none.
    pub detected: &'static str,
    /// Tags of languages that trigrams confuse with it.
    pub near: &'static [&'static str],
    /// The scripts it is written in, the usual one first.
    pub scripts: &'static [Script],
    /// The direction of its lines.
    pub direction: Direction,
    /// Which invisible characters its spelling needs.
    pub invisible: Invisible,
    /// Opening and closing quotation marks, the usual pair first.
    pub quotes: &'static [(char, char)],
    /// What separates the fraction of a number.
    pub decimal: DecimalMark,
    /// Number words, months and scales.
    pub number_words: NumberWords,
    /// Letters of a text for each letter of the same text in English.
    pub length: f64,
    /// How its words lose their inflection.
    pub stemming: Stemming,
    /// How the forms of a term are made; `None` where only the term as written is known.
    pub inflection: Option<Inflection>,
    /// Which part of an elided word is the word: "KNB's", « l’akimat ».
    pub apostrophe: Apostrophe,
    /// Its indefinite article.
    pub article: Article,
    /// How it writes compounds.
    pub compounds: Compounds,
    /// How it derives words from a root; `None` where that is not known.
    pub(in crate::lang) derivation: Option<&'static Derivation>,
    /// Whether the endings of a word show its part of speech as those of Russian do.
    pub endings: Endings,
    /// Words that look like a mark of unfinished work.
    pub words_like_marks: &'static [&'static str],
    /// What a word that is written twice in a row means.
    pub doubling: Doubling,
    /// How a question is marked.
    pub questions: Questions,
}

/// What a word that is written twice in a row means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubling {
    /// A slip, but for these words.
    Slip(&'static [&'static str]),
    /// Plural, emphasis or manner, but for these words, which are never doubled.
    Grammar(&'static [&'static str]),
}

/// How a question is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Questions {
    /// At its end by `?` or the like of it.
    Marked,
    /// At its end by `;`, or U+037E, which looks the same.
    Semicolon,
    /// Within its stressed word: Armenian.
    InWord,
    /// By its words, so that a mark may be left out.
    ByWords,
}

/// The direction of a line of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// As Latin and Cyrillic.
    LeftToRight,
    /// As Arabic and Hebrew.
    RightToLeft,
}

/// Invisible characters that belong to the spelling of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invisible {
    /// No invisible character belongs to it.
    None,
    /// Joiners and non-joiners inside words.
    Joiners,
    /// Zero-width spaces between words that no space parts.
    Breaks,
}

/// What separates the fraction of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// «3,14».
    Comma,
    /// "3.14".
    Point,
}

/// How much is known of a language's number words.
#[derive(Clone, Copy)]
pub enum NumberWords {
    /// The meaning of a word in small letters, with «ё» as «е».
    Read(fn(&str) -> Option<Word>),
    /// Scales and months are read; small numbers may be in words that are not.
    Scales(fn(&str) -> Option<Word>),
    /// Small numbers may be in words that are not read.
    Unread,
    /// Numbers of any size are written in Chinese signs, «第二十条»; the function knows the scales.
    Signs(fn(&str) -> Option<Word>),
}

/// How words of a language lose their inflection.
#[derive(Clone, Copy)]
pub enum Stemming {
    /// An algorithm of Snowball.
    Snowball(Algorithm),
    /// An algorithm of Snowball that would fold this letter into another one, which distinguishes words.
    Keeping(char, Algorithm),
    /// What is written together with a word goes before the stemmer reads it.
    Bare(fn(&str) -> String, Algorithm),
    /// Endings, longest first; three letters stay.
    Endings(&'static [&'static str]),
    /// Words are left whole.
    Whole,
}

/// How words of a language are inflected, and how they go together in a term.
#[derive(Clone, Copy)]
pub struct Inflection {
    /// Every form of a word, the word as written first, and what it was taken for.
    pub forms: fn(&str, Inflect) -> (Inflect, Vec<Form>),
    /// The forms of a word that depends on the head of its term, where it may change at all.
    pub dependent: Option<fn(&str) -> Vec<Form>>,
    /// The order of the words of a term.
    pub order: Order,
    /// How many of the first letters of a folded word all its forms have, but for a verb's; none where it is not known
    /// of the word, `None` where it is not known of the language.
    pub kept: Option<fn(&str) -> usize>,
    /// What the words around a noun show of its case and gender; `None` where that is not read.
    pub(in crate::lang) agreement: Option<Agreement>,
}

/// What the words around a noun show of it.
#[derive(Clone, Copy)]
pub(in crate::lang) struct Agreement {
    /// The cells that a word before a noun may agree with; `None` for a word that agrees with none.
    pub(in crate::lang) agrees: fn(&str) -> Option<Slots>,
    /// The cases after a preposition; `None` where the word is none.
    pub(in crate::lang) after: fn(&str) -> Option<Slots>,
    /// The cases without a preposition.
    pub(in crate::lang) alone: fn() -> Slots,
    /// Whether no verb before or after a subject has a gender that is none of these.
    pub(in crate::lang) verbs_agree: fn(&str, &str, Slots) -> bool,
    /// Whether the predicate shows that a noun is the subject: the word before it in its clause, if there is one, and
    /// what is after it.
    pub(in crate::lang) is_subject: fn(Option<&str>, &str) -> bool,
}

/// Where the head of a term is, and which words follow it in number, gender and case.
#[derive(Clone, Copy)]
pub enum Order {
    /// The first word that is no adjective; adjectives before it agree, words after it depend.
    AfterAdjectives {
        /// Whether a word, in lower case, can be an adjective.
        is_adjective: fn(&str) -> bool,
        /// Whether a word behind the head is an adjective in the nominative, which agrees as well.
        agrees_behind: fn(&str) -> bool,
    },
    /// The last word, or the last before one of the links, or the one before an adjective that follows its noun;
    /// the others stay.
    LastAlone { links: &'static [&'static str], behind: &'static [&'static str] },
    /// The last word; the others agree.
    Last,
    /// The first word; words after one of the links stay, the others agree.
    First(&'static [&'static str]),
}

/// Which part of an elided word is the word: "KNB's", « l’akimat ».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apostrophe {
    /// The part before the apostrophe: "KNB's".
    AfterWord,
    /// The part behind the apostrophe: « l’akimat ».
    BeforeWord,
}

/// How a language writes compounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compounds {
    /// As one word: «Bezirksakimat».
    Joined,
    /// As several words.
    Parted,
}

/// Whether an article changes with the sound that follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Article {
    /// "a" and "an".
    BySound,
    /// None, or one that does not change.
    Other,
}

/// Whether the ending of a word shows its part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Endings {
    /// It does, as in Russian.
    EastSlavic,
    /// It does not, or nobody has described it.
    Unknown,
}

impl Profile {
    /// The usual script.
    pub fn script(&self) -> Script {
        self.scripts[0]
    }

    /// Whether trigrams confuse the two.
    pub fn is_near(&self, tag: &str) -> bool {
        self.tags.contains(&tag) || self.near.contains(&tag)
    }
}
