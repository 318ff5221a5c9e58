//! Languages of Asia and Africa in other scripts.

use snowball_stemmers_rs::Algorithm;

use super::bases::{ARABIC, CHINESE, INDIC, UNKNOWN, UNSPACED};
use crate::lang::profile::{DecimalMark, Doubling, NumberWords, Profile, Questions, Stemming};
use crate::lang::script::Script;
use crate::lang::{ar, fa, hi, ko};

pub(super) const ROWS: &[Profile] = &[
    Profile {
        tags: &["ar"],
        detected: "ara",
        near: &["fa", "ur"],
        length: 0.8,
        stemming: Stemming::Bare(ar::stems::bare, Algorithm::Arabic),
        doubling: Doubling::Grammar(&["من", "في", "على", "إلى", "أن", "هذا"]),
        number_words: NumberWords::Scales(ar::numbers::word),
        ..ARABIC
    },
    Profile {
        tags: &["fa"],
        detected: "pes",
        near: &["ar", "ur"],
        length: 0.8,
        doubling: Doubling::Grammar(&["و", "از", "که", "به", "در", "را"]),
        number_words: NumberWords::Scales(fa::numbers::word),
        ..ARABIC
    },
    Profile {
        tags: &["ur"],
        detected: "urd",
        near: &["ar", "fa"],
        doubling: Doubling::Grammar(&["اور", "کا", "کی", "کے", "میں", "کو", "سے", "ہے"]),
        ..ARABIC
    },
    Profile { tags: &["ckb", "sd", "ks", "bal", "lrc", "azb", "pnb", "glk", "mzn"], ..ARABIC },
    Profile { tags: &["ug", "ps"], doubling: Doubling::Grammar(&[]), ..ARABIC },
    Profile {
        tags: &["he"],
        detected: "heb",
        scripts: &[Script::Hebrew],
        decimal: DecimalMark::Point,
        length: 0.8,
        doubling: Doubling::Grammar(&["את", "של", "על", "עם"]),
        ..ARABIC
    },
    Profile { tags: &["yi"], detected: "yid", scripts: &[Script::Hebrew], ..ARABIC },
    Profile { tags: &["dv"], scripts: &[Script::Other], ..ARABIC },
    Profile {
        tags: &["hy"],
        detected: "hye",
        scripts: &[Script::Armenian],
        doubling: Doubling::Grammar(&["և", "է", "են"]),
        questions: Questions::InWord,
        ..UNKNOWN
    },
    Profile {
        tags: &["ka"],
        detected: "kat",
        scripts: &[Script::Georgian],
        doubling: Doubling::Grammar(&["და", "არის"]),
        ..UNKNOWN
    },
    Profile {
        tags: &["hi"],
        detected: "hin",
        near: &["mr", "ne"],
        scripts: &[Script::Devanagari],
        decimal: DecimalMark::Point,
        number_words: NumberWords::Scales(hi::numbers::word),
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
    Profile { tags: &["am"], detected: "amh", scripts: &[Script::Other], doubling: Doubling::Grammar(&[]), ..UNKNOWN },
    Profile { tags: &["zh"], detected: "cmn", near: &["ja"], scripts: &[Script::Han], length: 0.32, ..CHINESE },
    Profile {
        tags: &["ja"],
        detected: "jpn",
        near: &["zh"],
        scripts: &[Script::Kana],
        length: 0.45,
        questions: Questions::ByWords,
        ..CHINESE
    },
    Profile {
        tags: &["ko"],
        detected: "kor",
        scripts: &[Script::Hangul],
        decimal: DecimalMark::Point,
        length: 0.5,
        doubling: Doubling::Grammar(&[]),
        number_words: NumberWords::Scales(ko::numbers::word),
        ..UNKNOWN
    },
];
