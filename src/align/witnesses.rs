//! The units that teach: a set that does not show in which order, or in how many parts, it was collected.

use std::collections::BTreeSet;
use std::fmt::Write;

/// So many units are kept of a pair of languages; more would add little. It is part of the file's format: which units
/// are kept of many follows from the units alone.
const MOST: usize = 1 << 18;

/// A unit that teaches, as a line: the words of the source in the order of their letters, a tab, those of the target.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Witness {
    /// By this number units are ordered and chosen: as good as by lot, and everywhere the same.
    lot: u64,
    line: Box<str>,
}

impl Witness {
    pub(super) fn of(source: &[&str], target: &[&str]) -> Witness {
        let mut line = String::new();
        join(source, &mut line);
        line.push('\t');
        join(target, &mut line);
        Witness::of_line(line)
    }

    fn of_line(line: String) -> Witness {
        Witness { lot: lot(line.as_bytes()), line: line.into() }
    }
}

/// Different units of one pair of languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Witnesses(BTreeSet<Witness>);

impl Witnesses {
    /// Adds a unit that [`Witnesses::lines`] gave; false where the line is none.
    pub fn add_line(&mut self, line: &str) -> bool {
        let whole = line.matches('\t').count() == 1;
        if whole {
            self.insert(Witness::of_line(line.to_owned()));
        }
        whole
    }

    /// Adds the units of another set.
    pub fn merge(&mut self, more: Witnesses) {
        more.0.into_iter().for_each(|unit| self.insert(unit));
    }

    /// The units as lines, in an order that follows from the units alone.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|unit| unit.line.as_ref())
    }

    pub(super) fn insert(&mut self, unit: Witness) {
        if self.0.len() >= MOST && self.0.last().is_some_and(|last| *last <= unit) {
            return;
        }
        self.0.insert(unit);
        if self.0.len() > MOST {
            self.0.pop_last();
        }
    }
}

/// Words with blanks between them. A word may be a code span with anything in it.
fn join(words: &[&str], line: &mut String) {
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            line.push(' ');
        }
        escape(word, line);
    }
}

/// Adds a word so that it has no blank, tab or end of line in it.
pub(super) fn escape(word: &str, line: &mut String) {
    if !word.contains(['\\', ' ', '\t', '\n', '\r']) {
        line.push_str(word);
        return;
    }
    for letter in word.chars() {
        match letter {
            '\\' | ' ' | '\t' | '\n' | '\r' => write!(line, "\\{:02x}", u32::from(letter)).unwrap_or_default(),
            _ => line.push(letter),
        }
    }
}

/// The word that [`escape`] wrote; none where nothing of ours writes such a word.
pub(super) fn unescape(word: &str) -> Option<String> {
    let mut parts = word.split('\\');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part.get(..2)?;
        plain.push(char::from(u8::from_str_radix(code, 16).ok()?));
        plain.push_str(&part[2..]);
    }
    Some(plain)
}

/// FNV-1a with MurmurHash's last step. It is written out here because a library's hash may change with its version.
fn lot(bytes: &[u8]) -> u64 {
    let mut hash = 0xCBF2_9CE4_8422_2325u64;
    for byte in bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
    }
    for factor in [0xFF51_AFD7_ED55_8CCDu64, 0xC4CE_B9FE_1A85_EC53] {
        hash = (hash ^ (hash >> 33)).wrapping_mul(factor);
    }
    hash ^ (hash >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_with_blanks_comes_back() {
        for word in ["дом", "a b", "\u{1}`git\tadd \\n`\r\n", "\\20"] {
            let mut line = String::new();
            escape(word, &mut line);
            assert!(!line.contains([' ', '\t', '\n', '\r']), "{line}");
            assert_eq!(unescape(&line).as_deref(), Some(word));
        }
        assert_eq!(unescape("a\\2"), None);
        assert_eq!(unescape("a\\zz"), None);
    }

    #[test]
    fn of_too_many_units_the_same_are_kept_in_every_order() {
        let lines: Vec<String> = (0..MOST + 500).map(|at| format!("s{at}\tt{at}")).collect();
        let (mut forward, mut backward) = (Witnesses::default(), Witnesses::default());
        lines.iter().for_each(|line| assert!(forward.add_line(line)));
        lines.iter().rev().for_each(|line| assert!(backward.add_line(line)));
        assert_eq!(forward.0.len(), MOST);
        assert!(forward == backward);
        assert!(forward.lines().any(|kept| kept == lines[MOST + 499]), "not only the first");
    }

    #[test]
    fn the_lot_of_a_line_never_changes() {
        assert_eq!(lot("дом\thouse".as_bytes()), LOT);
    }

    const LOT: u64 = 0x044E_49F0_3FEF_7D93;
}
