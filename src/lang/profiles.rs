//! One row a language. Quotation marks are those of the Unicode CLDR's `delimiters` (version 44), with the secondary
//! marks that good typography of each language also knows; lengths were measured on translations of the same texts.

use rust_stemmers::Algorithm;

use super::Language;
use super::profile::{
    Apostrophe, Article, Compounds, DecimalMark, Direction, Endings, Inflection, Invisible, NumberWords, Order,
    Profile, Stemming,
};
use super::script::Script;
use super::{ar, de, en, es, kk, ru, uk};

const ENGLISH_QUOTES: &[(char, char)] = &[('“', '”'), ('‘', '’')];
const RUSSIAN_QUOTES: &[(char, char)] = &[('«', '»'), ('„', '“'), ('“', '”')];
const FRENCH_QUOTES: &[(char, char)] = &[('«', '»'), ('“', '”'), ('‘', '’')];
const CHINESE_QUOTES: &[(char, char)] = &[('“', '”'), ('「', '」'), ('『', '』'), ('《', '》')];

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
};

const CYRILLIC: Profile = Profile { scripts: &[Script::Cyrillic], ..UNKNOWN };
const ARABIC: Profile =
    Profile { scripts: &[Script::Arabic], direction: Direction::RightToLeft, invisible: Invisible::Joiners, ..UNKNOWN };
const INDIC: Profile = Profile { scripts: &[Script::Other], invisible: Invisible::Joiners, ..UNKNOWN };
const UNSPACED: Profile = Profile { scripts: &[Script::Other], invisible: Invisible::Breaks, ..UNKNOWN };
const CHINESE: Profile = Profile {
    invisible: Invisible::Breaks,
    quotes: CHINESE_QUOTES,
    decimal: DecimalMark::Point,
    number_words: NumberWords::Signs,
    ..UNKNOWN
};

/// Every language that something is known about.
pub(super) const ROWS: &[Profile] = &[
    Profile {
        tags: &["ru"],
        derivation: Some(&ru::derive::DERIVATION),
        detected: "rus",
        near: &["uk", "be", "bg", "mk", "sr"],
        quotes: RUSSIAN_QUOTES,
        number_words: NumberWords::Read(ru::numbers::word),
        length: 1.02,
        stemming: Stemming::Snowball(Algorithm::Russian),
        inflection: Some(Inflection {
            agreement: Some(ru::inflect::AGREEMENT),
            forms: ru::inflect::forms,
            dependent: Some(ru::inflect::later),
            order: Order::AfterAdjectives {
                is_adjective: ru::inflect::is_adjective,
                agrees_behind: ru::inflect::is_nominative_adjective,
            },
        }),
        endings: Endings::EastSlavic,
        ..CYRILLIC
    },
    Profile {
        tags: &["en"],
        derivation: Some(&en::derive::DERIVATION),
        detected: "eng",
        decimal: DecimalMark::Point,
        number_words: NumberWords::Read(en::numbers::word),
        stemming: Stemming::Snowball(Algorithm::English),
        inflection: Some(Inflection {
            agreement: None,
            forms: en::inflect::forms,
            dependent: None,
            order: Order::LastAlone { links: en::inflect::LINKS, behind: en::inflect::BEHIND },
        }),
        apostrophe: Apostrophe::AfterWord,
        article: Article::BySound,
        ..UNKNOWN
    },
    Profile {
        tags: &["uk"],
        derivation: Some(&uk::derive::DERIVATION),
        detected: "ukr",
        near: &["ru", "be", "bg", "mk", "sr"],
        quotes: &[('«', '»'), ('“', '”'), ('„', '“')],
        length: 0.98,
        stemming: Stemming::Endings(uk::stems::ENDINGS),
        inflection: Some(Inflection {
            agreement: None,
            forms: uk::inflect::forms,
            dependent: None,
            order: Order::AfterAdjectives { is_adjective: uk::inflect::is_adjective, agrees_behind: |_| false },
        }),
        endings: Endings::EastSlavic,
        ..CYRILLIC
    },
    Profile {
        tags: &["be"],
        detected: "bel",
        near: &["ru", "uk", "bg", "mk", "sr"],
        quotes: RUSSIAN_QUOTES,
        stemming: Stemming::Endings(uk::stems::ENDINGS),
        endings: Endings::EastSlavic,
        ..CYRILLIC
    },
    Profile {
        tags: &["bg"],
        detected: "bul",
        near: &["ru", "uk", "be", "mk", "sr"],
        quotes: RUSSIAN_QUOTES,
        ..CYRILLIC
    },
    Profile { tags: &["mk"], detected: "mkd", near: &["ru", "uk", "be", "bg", "sr"], ..CYRILLIC },
    Profile {
        tags: &["sr"],
        detected: "srp",
        near: &["ru", "uk", "be", "bg", "mk", "hr", "bs", "sl"],
        scripts: &[Script::Cyrillic, Script::Latin],
        ..UNKNOWN
    },
    Profile {
        tags: &["kk"],
        scripts: &[Script::Cyrillic, Script::Latin],
        quotes: RUSSIAN_QUOTES,
        number_words: NumberWords::Read(kk::numbers::word),
        length: 1.02,
        stemming: Stemming::Endings(kk::stems::ENDINGS),
        inflection: Some(Inflection {
            agreement: None,
            forms: kk::inflect::forms,
            dependent: None,
            order: Order::LastAlone { links: &[], behind: &[] },
        }),
        ..UNKNOWN
    },
    Profile { tags: &["ky"], quotes: RUSSIAN_QUOTES, stemming: Stemming::Endings(kk::stems::ENDINGS), ..CYRILLIC },
    Profile { tags: &["tt"], stemming: Stemming::Endings(kk::stems::ENDINGS), ..CYRILLIC },
    Profile { tags: &["mn", "tg", "ba", "ce", "cv"], ..CYRILLIC },
    Profile {
        tags: &["de"],
        compounds: Compounds::Joined,
        detected: "deu",
        quotes: &[('„', '“'), ('‚', '‘'), ('»', '«')],
        number_words: NumberWords::Read(de::numbers::word),
        length: 1.12,
        stemming: Stemming::Snowball(Algorithm::German),
        inflection: Some(Inflection {
            agreement: None,
            forms: de::inflect::forms,
            dependent: None,
            order: Order::Last,
        }),
        ..UNKNOWN
    },
    Profile {
        tags: &["es"],
        detected: "spa",
        near: &["pt", "ca", "gl", "it"],
        quotes: FRENCH_QUOTES,
        length: 1.08,
        stemming: Stemming::Snowball(Algorithm::Spanish),
        inflection: Some(Inflection {
            agreement: None,
            forms: es::inflect::forms,
            dependent: None,
            order: Order::First(es::inflect::LINKS),
        }),
        words_like_marks: &["TODO"],
        ..UNKNOWN
    },
    Profile {
        tags: &["pt"],
        detected: "por",
        near: &["es", "ca", "gl", "it"],
        quotes: FRENCH_QUOTES,
        length: 1.08,
        stemming: Stemming::Snowball(Algorithm::Portuguese),
        words_like_marks: &["TODO"],
        ..UNKNOWN
    },
    Profile { tags: &["gl"], near: &["es", "pt", "ca", "it"], words_like_marks: &["TODO"], ..UNKNOWN },
    Profile { tags: &["ca"], detected: "cat", near: &["es", "pt", "gl", "it"], ..UNKNOWN },
    Profile {
        tags: &["it"],
        detected: "ita",
        near: &["es", "pt", "ca", "gl"],
        quotes: FRENCH_QUOTES,
        length: 1.08,
        stemming: Stemming::Snowball(Algorithm::Italian),
        ..UNKNOWN
    },
    Profile {
        tags: &["fr"],
        detected: "fra",
        quotes: FRENCH_QUOTES,
        length: 1.12,
        stemming: Stemming::Snowball(Algorithm::French),
        ..UNKNOWN
    },
    Profile {
        tags: &["ro"],
        detected: "ron",
        length: 1.08,
        stemming: Stemming::Snowball(Algorithm::Romanian),
        ..UNKNOWN
    },
    Profile {
        tags: &["nl"],
        detected: "nld",
        near: &["af"],
        length: 1.12,
        stemming: Stemming::Snowball(Algorithm::Dutch),
        ..UNKNOWN
    },
    Profile { tags: &["af"], detected: "afr", near: &["nl"], ..UNKNOWN },
    Profile {
        tags: &["da"],
        detected: "dan",
        near: &["nb", "sv"],
        stemming: Stemming::Snowball(Algorithm::Danish),
        ..UNKNOWN
    },
    Profile {
        tags: &["nb", "no", "nn"],
        detected: "nob",
        near: &["da", "sv"],
        stemming: Stemming::Snowball(Algorithm::Norwegian),
        ..UNKNOWN
    },
    Profile {
        tags: &["sv"],
        detected: "swe",
        near: &["da", "nb"],
        stemming: Stemming::Snowball(Algorithm::Swedish),
        ..UNKNOWN
    },
    Profile { tags: &["fi"], detected: "fin", stemming: Stemming::Snowball(Algorithm::Finnish), ..UNKNOWN },
    Profile {
        tags: &["hu"],
        detected: "hun",
        length: 1.12,
        stemming: Stemming::Snowball(Algorithm::Hungarian),
        ..UNKNOWN
    },
    Profile {
        tags: &["tr"],
        detected: "tur",
        length: 1.02,
        stemming: Stemming::Snowball(Algorithm::Turkish),
        ..UNKNOWN
    },
    Profile { tags: &["az"], detected: "aze", ..UNKNOWN },
    Profile { tags: &["uz"], detected: "uzb", ..UNKNOWN },
    Profile { tags: &["vi"], detected: "vie", ..UNKNOWN },
    Profile { tags: &["pl"], detected: "pol", quotes: &[('„', '”'), ('«', '»')], length: 0.98, ..UNKNOWN },
    Profile { tags: &["cs"], detected: "ces", near: &["sk"], length: 0.98, ..UNKNOWN },
    Profile { tags: &["sk"], detected: "slk", near: &["cs"], ..UNKNOWN },
    Profile { tags: &["hr"], detected: "hrv", near: &["sr", "bs", "sl"], ..UNKNOWN },
    Profile { tags: &["bs"], near: &["sr", "hr", "sl"], ..UNKNOWN },
    Profile { tags: &["sl"], detected: "slv", near: &["sr", "hr", "bs"], ..UNKNOWN },
    Profile { tags: &["id"], detected: "ind", near: &["jv", "ms"], ..UNKNOWN },
    Profile { tags: &["jv"], detected: "jav", near: &["id", "ms"], ..UNKNOWN },
    Profile { tags: &["ms"], near: &["id", "jv"], ..UNKNOWN },
    Profile {
        tags: &["el"],
        detected: "ell",
        scripts: &[Script::Greek],
        quotes: FRENCH_QUOTES,
        length: 1.12,
        stemming: Stemming::Snowball(Algorithm::Greek),
        ..UNKNOWN
    },
    Profile {
        tags: &["ar"],
        detected: "ara",
        near: &["fa", "ur"],
        length: 0.8,
        stemming: Stemming::Bare(ar::stems::bare, Algorithm::Arabic),
        ..ARABIC
    },
    Profile { tags: &["fa"], detected: "pes", near: &["ar", "ur"], length: 0.8, ..ARABIC },
    Profile { tags: &["ur"], detected: "urd", near: &["ar", "fa"], ..ARABIC },
    Profile { tags: &["ug", "ps"], ..ARABIC },
    Profile {
        tags: &["he"],
        detected: "heb",
        scripts: &[Script::Hebrew],
        decimal: DecimalMark::Point,
        length: 0.8,
        ..ARABIC
    },
    Profile { tags: &["yi"], detected: "yid", scripts: &[Script::Hebrew], ..ARABIC },
    Profile { tags: &["dv"], scripts: &[Script::Other], ..ARABIC },
    Profile { tags: &["hy"], detected: "hye", scripts: &[Script::Armenian], ..UNKNOWN },
    Profile { tags: &["ka"], detected: "kat", scripts: &[Script::Georgian], ..UNKNOWN },
    Profile {
        tags: &["hi"],
        detected: "hin",
        near: &["mr", "ne"],
        scripts: &[Script::Devanagari],
        decimal: DecimalMark::Point,
        ..INDIC
    },
    Profile { tags: &["mr"], detected: "mar", near: &["hi", "ne"], scripts: &[Script::Devanagari], ..INDIC },
    Profile { tags: &["ne"], detected: "nep", near: &["hi", "mr"], scripts: &[Script::Devanagari], ..INDIC },
    Profile { tags: &["ta"], detected: "tam", stemming: Stemming::Snowball(Algorithm::Tamil), ..INDIC },
    Profile { tags: &["bn"], detected: "ben", ..INDIC },
    Profile { tags: &["te"], detected: "tel", ..INDIC },
    Profile { tags: &["ml"], detected: "mal", ..INDIC },
    Profile { tags: &["kn"], detected: "kan", ..INDIC },
    Profile { tags: &["si"], detected: "sin", ..INDIC },
    Profile { tags: &["gu"], detected: "guj", ..INDIC },
    Profile { tags: &["pa"], detected: "pan", ..INDIC },
    Profile { tags: &["th"], detected: "tha", decimal: DecimalMark::Point, ..UNSPACED },
    Profile { tags: &["my"], detected: "mya", ..UNSPACED },
    Profile { tags: &["km"], detected: "khm", ..UNSPACED },
    Profile { tags: &["lo"], ..UNSPACED },
    Profile { tags: &["am"], detected: "amh", scripts: &[Script::Other], ..UNKNOWN },
    Profile { tags: &["zh"], detected: "cmn", near: &["ja"], scripts: &[Script::Han], length: 0.32, ..CHINESE },
    Profile { tags: &["ja"], detected: "jpn", near: &["zh"], scripts: &[Script::Kana], length: 0.45, ..CHINESE },
    Profile {
        tags: &["ko"],
        detected: "kor",
        scripts: &[Script::Hangul],
        decimal: DecimalMark::Point,
        length: 0.5,
        ..UNKNOWN
    },
];

impl Profile {
    /// The row of a language; a row without knowledge for a language that has none.
    pub fn of(language: &Language) -> &'static Profile {
        Profile::known(language.code()).unwrap_or(&UNKNOWN)
    }

    /// The row of a primary subtag.
    pub fn known(tag: &str) -> Option<&'static Profile> {
        ROWS.iter().find(|row| row.tags.contains(&tag))
    }

    /// The row of a language by the name that the detector has for it.
    pub fn detected(code: &str) -> Option<&'static Profile> {
        ROWS.iter().find(|row| row.detected == code)
    }
}

impl Script {
    /// The script a language is usually written in, or the one its tag names.
    pub fn of_language(language: &Language) -> Script {
        match language.identifier().script.as_ref().map(|script| script.as_str()) {
            Some("Latn") => return Script::Latin,
            Some("Cyrl") => return Script::Cyrillic,
            Some("Arab") => return Script::Arabic,
            _ => {}
        }
        Profile::of(language).script()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_one_row_and_its_neighbours_have_one() {
        for row in ROWS {
            for tag in row.tags {
                assert_eq!(ROWS.iter().filter(|other| other.tags.contains(tag)).count(), 1, "{tag}");
            }
            for near in row.near {
                let other = Profile::known(near).unwrap_or_else(|| panic!("{near} has no row"));
                assert!(other.near.contains(&row.tags[0]), "{near} and {}", row.tags[0]);
            }
        }
    }

    #[test]
    fn an_unknown_language_has_a_row_without_knowledge() {
        let esperanto = Profile::of(&"eo".parse().unwrap());
        assert!(esperanto.inflection.is_none() && esperanto.script() == Script::Latin);
        assert!(Profile::known("eo").is_none());
    }
}
