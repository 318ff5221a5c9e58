//! What the rooms promise of any input whatever: one room, one file.
//!
//! The same functions are called by the property tests, by `tests/corpus.rs`, which replays the stored inputs, and by
//! the fuzz targets of `fuzz/`. An input is bytes; where an invariant needs several texts they are parted by lines
//! of `%%`, so that a stored input can be read and written by hand. A function panics where a promise is broken.

#![allow(dead_code, unreachable_pub, reason = "each test that shares them needs some of them")]

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex};

use tolmach::align::Lexicon;
use tolmach::lang::Language;

pub mod agent;
pub mod alignment;
pub mod articles;
pub mod config;
pub mod drift;
pub mod editor;
pub mod exchange;
pub mod folder;
pub mod glossary;
pub mod numbers;
pub mod package;
pub mod reading;
pub mod review;
pub mod sheets;
pub mod units_file;
pub mod update;

/// Panics where a promise is broken.
pub type Hold = fn(&[u8]);

/// Every target by name, which is also that of the folder of its inputs.
pub const TARGETS: &[(&str, Hold)] = &[
    ("reading", reading::hold),
    ("alignment", alignment::hold),
    ("drift", drift::hold),
    ("units_file", units_file::hold),
    ("glossary", glossary::hold),
    ("config", config::hold),
    ("tmx", exchange::tmx),
    ("xliff", exchange::xliff),
    ("po", exchange::po),
    ("tables", exchange::tables),
    ("tbx", exchange::tbx),
    ("numbers", numbers::hold),
    ("review", review::hold),
    ("update", update::hold),
    ("articles", articles::hold),
    ("sheets", sheets::hold),
    ("agent", agent::hold),
    ("editor", editor::hold),
];

/// The parts of an input between its lines of `%%`; what is not there is empty.
pub fn parts<const N: usize>(bytes: &[u8]) -> [&[u8]; N] {
    let mut parts = [&[][..]; N];
    let mut rest = bytes;
    for part in parts.iter_mut() {
        let line = b"%%\n";
        let is_line = |at: &usize| rest[*at..].starts_with(line) && (*at == 0 || rest[*at - 1] == b'\n');
        let end = (0..rest.len()).find(is_line).unwrap_or(rest.len());
        *part = &rest[..end];
        rest = rest.get(end + line.len()..).unwrap_or_default();
    }
    parts
}

/// The parts of an input as texts; bytes that are not UTF-8 are replaced.
pub fn texts<const N: usize>(bytes: &[u8]) -> [String; N] {
    parts::<N>(bytes).map(|part| String::from_utf8_lossy(part).into_owned())
}

/// The languages of a first line such as `ru en`; Russian and English where it names none.
pub fn languages(line: &str) -> (Language, Language) {
    let mut tags = line.split_whitespace().map(|tag| KNOWN.into_iter().find(|known| *known == tag));
    let mut next = |default| tags.next().flatten().unwrap_or(default).parse().expect("a language tag");
    (next("ru"), next("en"))
}

/// The languages that are told apart somewhere, and one that is not.
pub const KNOWN: [&str; 9] = ["ru", "en", "de", "kk", "uk", "fr", "zh", "ar", "tlh"];

/// The built-in lexicon; made once for a pair of languages.
pub fn lexicon(from: &Language, to: &Language) -> Lexicon {
    static MADE: LazyLock<Mutex<BTreeMap<(Language, Language), Lexicon>>> = LazyLock::new(Mutex::default);
    let mut made = MADE.lock().expect("no panic while it is made");
    made.entry((from.clone(), to.clone())).or_insert_with(|| Lexicon::built_in(from, to)).clone()
}
