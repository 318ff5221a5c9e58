//! Languages of Europe and those related to them: Latin, Cyrillic and Greek letters.

use snowball_stemmers_rs::Algorithm;

use super::bases::{CYRILLIC, FRENCH_QUOTES, RUSSIAN_QUOTES, SLAVIC_DOUBLES, UNKNOWN};
use crate::lang::profile::{
    Apostrophe, Article, Compounds, DecimalMark, Doubling, Endings, Inflection, NumberWords, Order, Profile, Questions,
    Stemming,
};
use crate::lang::script::Script;
use crate::lang::{de, en, es, fr, it, kk, pl, pt, ru, tr, uk};

pub(super) const ROWS: &[Profile] = &[
    Profile {
        tags: &["ru"],
        derivation: Some(&ru::derive::DERIVATION),
        detected: "rus",
        near: &["uk", "be", "bg", "mk", "sr"],
        quotes: RUSSIAN_QUOTES,
        number_words: NumberWords::Read(ru::numbers::word),
        length: 1.02,
        // Some words differ in it alone: «всё» and «все», «нёбо» and «небо».
        stemming: Stemming::Keeping('ё', Algorithm::Russian),
        inflection: Some(Inflection {
            agreement: Some(ru::inflect::AGREEMENT),
            forms: ru::inflect::forms,
            kept: Some(ru::inflect::kept),
            dependent: Some(ru::inflect::later),
            order: Order::AfterAdjectives {
                is_adjective: ru::inflect::is_adjective,
                agrees_behind: ru::inflect::is_nominative_adjective,
            },
        }),
        endings: Endings::EastSlavic,
        apostrophe: Apostrophe::AfterWord,
        doubling: Doubling::Slip(SLAVIC_DOUBLES),
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
            kept: Some(en::inflect::kept),
            dependent: None,
            order: Order::LastAlone { links: en::inflect::LINKS, behind: en::inflect::BEHIND },
        }),
        apostrophe: Apostrophe::AfterWord,
        article: Article::BySound,
        doubling: Doubling::Slip(&[
            "that", "had", "is", "very", "so", "no", "ha", "bye", "long", "far", "more", "hear", "many", "again",
            "knock", "blah", "on", "in", "do", "there",
        ]),
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
            kept: None,
            dependent: None,
            order: Order::AfterAdjectives { is_adjective: uk::inflect::is_adjective, agrees_behind: |_| false },
        }),
        endings: Endings::EastSlavic,
        doubling: Doubling::Slip(SLAVIC_DOUBLES),
        number_words: NumberWords::Read(uk::numbers::word),
        ..CYRILLIC
    },
    Profile {
        tags: &["be"],
        detected: "bel",
        near: &["ru", "uk", "bg", "mk", "sr"],
        quotes: RUSSIAN_QUOTES,
        stemming: Stemming::Endings(uk::stems::ENDINGS),
        endings: Endings::EastSlavic,
        doubling: Doubling::Slip(SLAVIC_DOUBLES),
        ..CYRILLIC
    },
    Profile {
        tags: &["bg"],
        detected: "bul",
        near: &["ru", "uk", "be", "mk", "sr"],
        quotes: RUSSIAN_QUOTES,
        doubling: Doubling::Slip(SLAVIC_DOUBLES),
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
            kept: None,
            dependent: None,
            order: Order::LastAlone { links: &[], behind: &[] },
        }),
        doubling: Doubling::Grammar(&["және", "үшін", "туралы", "болып"]),
        ..UNKNOWN
    },
    Profile {
        tags: &["ky"],
        quotes: RUSSIAN_QUOTES,
        stemming: Stemming::Endings(kk::stems::ENDINGS),
        doubling: Doubling::Grammar(&["жана", "үчүн"]),
        ..CYRILLIC
    },
    Profile {
        tags: &["tt"],
        stemming: Stemming::Endings(kk::stems::ENDINGS),
        doubling: Doubling::Grammar(&["һәм", "өчен"]),
        ..CYRILLIC
    },
    Profile { tags: &["mn", "tg", "ba", "ce", "cv"], doubling: Doubling::Grammar(&[]), ..CYRILLIC },
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
            kept: None,
            dependent: None,
            order: Order::Last,
        }),
        doubling: Doubling::Slip(&["die", "der", "das", "den", "dem", "sie", "du", "sehr", "so", "na", "ja", "nein"]),
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
            kept: None,
            dependent: None,
            order: Order::First(es::inflect::LINKS),
        }),
        words_like_marks: &["TODO"],
        doubling: Doubling::Slip(&["muy", "no", "casi", "poco", "luego"]),
        number_words: NumberWords::Read(es::numbers::word),
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
        doubling: Doubling::Slip(&["muito", "não", "quase", "logo", "pouco"]),
        number_words: NumberWords::Scales(pt::numbers::word),
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
        doubling: Doubling::Slip(&[
            "via", "piano", "quasi", "poco", "molto", "man", "mano", "sì", "no", "così", "subito",
        ]),
        number_words: NumberWords::Scales(it::numbers::word),
        ..UNKNOWN
    },
    Profile {
        tags: &["fr"],
        detected: "fra",
        quotes: FRENCH_QUOTES,
        length: 1.12,
        stemming: Stemming::Snowball(Algorithm::French),
        doubling: Doubling::Slip(&["vous", "nous", "faire", "très", "en", "non", "oui", "si", "le", "petit"]),
        number_words: NumberWords::Read(fr::numbers::word),
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
        stemming: Stemming::Snowball(Algorithm::DutchPorter),
        doubling: Doubling::Slip(&["die", "dat", "zijn", "heel", "er", "haar"]),
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
        doubling: Doubling::Slip(&["det", "den", "de", "som", "mycket"]),
        ..UNKNOWN
    },
    Profile { tags: &["fi"], detected: "fin", stemming: Stemming::Snowball(Algorithm::Finnish), ..UNKNOWN },
    Profile {
        tags: &["hu"],
        detected: "hun",
        length: 1.12,
        stemming: Stemming::Snowball(Algorithm::Hungarian),
        doubling: Doubling::Grammar(&["és", "az", "hogy"]),
        ..UNKNOWN
    },
    Profile {
        tags: &["tr"],
        detected: "tur",
        length: 1.02,
        stemming: Stemming::Snowball(Algorithm::Turkish),
        doubling: Doubling::Grammar(&["ve", "ile", "için", "bu", "da", "de"]),
        number_words: NumberWords::Scales(tr::numbers::word),
        ..UNKNOWN
    },
    Profile {
        tags: &["az"], detected: "aze", doubling: Doubling::Grammar(&["və", "ilə", "üçün", "bu"]), ..UNKNOWN
    },
    Profile { tags: &["uz"], detected: "uzb", doubling: Doubling::Grammar(&["va", "uchun", "bilan", "bu"]), ..UNKNOWN },
    Profile {
        tags: &["vi"], detected: "vie", doubling: Doubling::Grammar(&["và", "của", "là", "trong"]), ..UNKNOWN
    },
    Profile {
        tags: &["pl"],
        detected: "pol",
        quotes: &[('„', '”'), ('«', '»')],
        length: 0.98,
        number_words: NumberWords::Scales(pl::numbers::word),
        ..UNKNOWN
    },
    Profile { tags: &["cs"], detected: "ces", near: &["sk"], length: 0.98, ..UNKNOWN },
    Profile { tags: &["sk"], detected: "slk", near: &["cs"], ..UNKNOWN },
    Profile { tags: &["hr"], detected: "hrv", near: &["sr", "bs", "sl"], ..UNKNOWN },
    Profile { tags: &["bs"], near: &["sr", "hr", "sl"], ..UNKNOWN },
    Profile { tags: &["sl"], detected: "slv", near: &["sr", "hr", "bs"], ..UNKNOWN },
    Profile {
        tags: &["id"],
        detected: "ind",
        near: &["jv", "ms"],
        doubling: Doubling::Grammar(&["dan", "yang", "di", "untuk", "dari"]),
        ..UNKNOWN
    },
    Profile {
        tags: &["jv"],
        detected: "jav",
        near: &["id", "ms"],
        doubling: Doubling::Grammar(&["lan", "sing", "ing"]),
        ..UNKNOWN
    },
    Profile {
        tags: &["ms"],
        near: &["id", "jv"],
        doubling: Doubling::Grammar(&["dan", "yang", "di", "untuk", "dari"]),
        ..UNKNOWN
    },
    Profile {
        tags: &["el"],
        detected: "ell",
        scripts: &[Script::Greek],
        quotes: FRENCH_QUOTES,
        length: 1.12,
        stemming: Stemming::Snowball(Algorithm::Greek),
        questions: Questions::Semicolon,
        ..UNKNOWN
    },
];
