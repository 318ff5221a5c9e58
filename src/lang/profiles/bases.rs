//! What the rows of several languages begin with.

use crate::lang::profile::{
    Apostrophe, Article, Compounds, DecimalMark, Direction, Doubling, Endings, Invisible, NumberWords, Profile,
    Questions, Stemming,
};
use crate::lang::script::Script;
use crate::lang::zh;

pub(super) const ENGLISH_QUOTES: &[(char, char)] = &[('“', '”'), ('‘', '’')];
pub(super) const RUSSIAN_QUOTES: &[(char, char)] = &[('«', '»'), ('„', '“'), ('“', '”')];
pub(super) const FRENCH_QUOTES: &[(char, char)] = &[('«', '»'), ('“', '”'), ('‘', '’')];
pub(super) const CHINESE_QUOTES: &[(char, char)] = &[('“', '”'), ('「', '」'), ('『', '』'), ('《', '》')];

/// Words that good East and South Slavic prose doubles.
pub(super) const SLAVIC_DOUBLES: &[&str] = &[
    "там",
    "очень",
    "да",
    "нет",
    "ну",
    "еле",
    "чуть",
    "едва",
    "много",
    "долго",
    "все",
    "всё",
    "что",
    "так",
    "ещё",
    "вот",
    "только",
    "дуже",
    "ледь",
    "ось",
    "майже",
    "доўга",
    "ледзь",
];

/// A language that has no row: Latin letters, English quotation marks.
pub(super) const UNKNOWN: Profile = Profile {
    tags: &[],
    detected: "",
    near: &[],
    scripts: &[Script::Latin],
    direction: Direction::LeftToRight,
    invisible: Invisible::None,
    quotes: ENGLISH_QUOTES,
    decimal: DecimalMark::Comma,
    number_words: NumberWords::Unread,
    length: 1.0,
    stemming: Stemming::Whole,
    inflection: None,
    apostrophe: Apostrophe::BeforeWord,
    article: Article::Other,
    compounds: Compounds::Parted,
    derivation: None,
    endings: Endings::Unknown,
    words_like_marks: &[],
    doubling: Doubling::Slip(&[]),
    questions: Questions::Marked,
};

pub(super) const CYRILLIC: Profile = Profile { scripts: &[Script::Cyrillic], ..UNKNOWN };
pub(super) const ARABIC: Profile =
    Profile { scripts: &[Script::Arabic], direction: Direction::RightToLeft, invisible: Invisible::Joiners, ..UNKNOWN };
pub(super) const INDIC: Profile = Profile {
    scripts: &[Script::Other],
    invisible: Invisible::Joiners,
    doubling: Doubling::Grammar(&["और", "का", "की", "के", "में", "को", "से", "है", "हैं"]),
    ..UNKNOWN
};
pub(super) const UNSPACED: Profile = Profile {
    scripts: &[Script::Other],
    invisible: Invisible::Breaks,
    doubling: Doubling::Grammar(&[]),
    questions: Questions::ByWords,
    ..UNKNOWN
};
pub(super) const CHINESE: Profile = Profile {
    invisible: Invisible::Breaks,
    quotes: CHINESE_QUOTES,
    decimal: DecimalMark::Point,
    number_words: NumberWords::Signs(zh::numbers::word),
    doubling: Doubling::Grammar(&[]),
    ..UNKNOWN
};
