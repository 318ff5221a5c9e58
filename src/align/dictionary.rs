//! Word lists that users bring: TSV text, and dictionaries in the dictd format.
//!
//! Takes bytes and gives pairs of words; opening files is another room's work.

use std::io::Read;

use flate2::read::MultiGzDecoder;

/// A line of a word list that could not be read, by its 1-based number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadLine(pub usize);

/// Reads a TSV word list: `source<TAB>target`, with several targets parted by commas or by further tabs. Blank lines and
/// lines that begin with `#` are left out; lines without a tab are returned as bad.
pub fn word_list(text: &str) -> (Vec<(String, String)>, Vec<BadLine>) {
    let (mut pairs, mut bad) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate() {
        let line = line.trim_start_matches('\u{FEFF}').trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let Some((source, targets)) = line.split_once('\t') else {
            bad.push(BadLine(number + 1));
            continue;
        };
        let targets = targets.split(['\t', ',', '|']).map(str::trim).filter(|target| !target.is_empty());
        pairs.extend(targets.map(|target| (source.trim().to_owned(), target.to_owned())));
    }
    (pairs, bad)
}

/// Why a dictd dictionary could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DictionaryError {
    /// The `.dict.dz` is not a whole gzip file.
    NotGzip(String),
    /// No line of the `.index` points into the dictionary.
    EmptyIndex,
}

/// More text than this is not read: the largest dictionaries that people install have a tenth of it.
const MOST: u64 = 1 << 29;

/// An entry that is longer is none: the longest of large dictionaries have a few thousand bytes.
const LONGEST: usize = 1 << 16;

/// Reads a dictionary in the dictd format, as the FreeDict packages install it: the bytes of its `.index` and of its
/// `.dict.dz` (or of a plain `.dict`).
///
/// An entry's text is its headword, often with pronunciation in slashes and grammar in angle brackets, and then its
/// translations on lines of their own, parted by commas and semicolons; notes in brackets are left out.
pub fn dictd(index: &[u8], dictionary: &[u8]) -> Result<Vec<(String, String)>, DictionaryError> {
    let text = unpacked(dictionary)?;
    let index = String::from_utf8_lossy(index);
    let mut pairs = Vec::new();
    let mut entries = 0;
    for line in index.lines() {
        let mut cells = line.split('\t');
        let (Some(head), Some(start), Some(length)) = (cells.next(), cells.next(), cells.next()) else { continue };
        let (Some(start), Some(length)) = (number(start), number(length.trim_end())) else { continue };
        // Many lines may point to one place, but none to a whole book.
        if length > LONGEST {
            continue;
        }
        let Some(entry) = start.checked_add(length).and_then(|end| text.get(start..end)) else { continue };
        entries += 1;
        // Entries about the dictionary itself.
        if head.starts_with("00") || head.trim().is_empty() {
            continue;
        }
        let entry = String::from_utf8_lossy(entry);
        pairs.extend(translations(&entry).map(|translation| (head.trim().to_owned(), translation)));
    }
    if entries == 0 { Err(DictionaryError::EmptyIndex) } else { Ok(pairs) }
}

fn unpacked(dictionary: &[u8]) -> Result<Vec<u8>, DictionaryError> {
    if !dictionary.starts_with(&[0x1F, 0x8B]) {
        return Ok(dictionary.to_vec());
    }
    let mut text = Vec::new();
    MultiGzDecoder::new(dictionary)
        .take(MOST)
        .read_to_end(&mut text)
        .map_err(|error| DictionaryError::NotGzip(error.to_string()))?;
    Ok(text)
}

/// A number in dictd's digits, which are those of base64 with the most significant first.
fn number(digits: &str) -> Option<usize> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if digits.is_empty() || digits.len() > 8 {
        return None;
    }
    digits.bytes().try_fold(0usize, |sum, digit| {
        let value = DIGITS.iter().position(|known| *known == digit)?;
        sum.checked_mul(64)?.checked_add(value)
    })
}

fn translations(entry: &str) -> impl Iterator<Item = String> {
    let lines = entry.lines().skip(1).map(str::trim);
    let shown = lines.filter(|line| !line.starts_with(['"', '-', '[']) && !line.contains(':'));
    shown.flat_map(|line| {
        let plain = without_notes(line);
        let words: Vec<String> = plain
            .split([',', ';'])
            .map(|word| word.trim().trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim().to_owned())
            .filter(|word| !word.is_empty() && word.split_whitespace().count() <= 4)
            .collect();
        words
    })
}

/// The line without text in brackets of any kind or between slashes.
fn without_notes(line: &str) -> String {
    let mut plain = String::new();
    let (mut depth, mut slash) = (0usize, false);
    for c in line.chars() {
        match c {
            '(' | '[' | '<' | '{' => depth += 1,
            ')' | ']' | '>' | '}' => depth = depth.saturating_sub(1),
            '/' => slash = !slash,
            _ if depth == 0 && !slash => plain.push(c),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn gzip(text: &str) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    }

    fn pair(source: &str, target: &str) -> (String, String) {
        (source.to_owned(), target.to_owned())
    }

    #[test]
    fn a_word_list_gives_pairs_and_tells_bad_lines() {
        let (pairs, bad) = word_list("# ours\nмост\tbridge, span\n\nодин\nрека\triver\n");
        assert_eq!(pairs, [pair("мост", "bridge"), pair("мост", "span"), pair("река", "river")]);
        assert_eq!(bad, [BadLine(4)]);
    }

    #[test]
    fn a_dictd_entry_gives_its_translations() {
        let text = "info\nbridge /brɪdʒ/ <n>\n1. мост, мостик (small)\n";
        let index = "00databaseinfo\tA\tF\nbridge\tF\t1\n";
        let length = text.len() - 5;
        assert!(length < 64);
        let index = index.replace("\t1\n", &format!("\t{}\n", digit(length)));
        let expected = [pair("bridge", "мост"), pair("bridge", "мостик")];
        assert_eq!(dictd(index.as_bytes(), &gzip(text)).unwrap(), expected);
        assert_eq!(dictd(index.as_bytes(), text.as_bytes()).unwrap(), expected);
    }

    fn digit(value: usize) -> char {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".chars().nth(value).unwrap()
    }

    #[test]
    fn broken_dictionaries_are_errors() {
        assert_eq!(dictd(b"bridge\t////////\t////////\n", b"text"), Err(DictionaryError::EmptyIndex));
        assert!(matches!(dictd(b"", &[0x1F, 0x8B, 0, 1]), Err(DictionaryError::NotGzip(_))));
    }
}
