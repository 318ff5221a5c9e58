//! What the bytes of a file say as text.

use super::{Fault, FaultKind, Span};

/// U+FEFF, which some editors put before a text.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// Replaces every byte that is not UTF-8: one byte long, so that places in the text are places in the file.
const REPLACEMENT: char = '\u{1a}';

/// How many bytes are looked at to guess an encoding.
const SAMPLE: usize = 64 * 1024;

/// The text of `bytes`, of the same length in bytes, and what is wrong with them.
pub(super) fn decode(bytes: &[u8]) -> (String, Vec<Fault>) {
    let mut text = String::with_capacity(bytes.len());
    let mut first_wrong = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            first_wrong.get_or_insert(text.len());
            text.extend(chunk.invalid().iter().map(|_| REPLACEMENT));
        }
    }
    let mut faults = Vec::new();
    if text.starts_with(BYTE_ORDER_MARK) {
        let span = Span::new(0, BYTE_ORDER_MARK.len_utf8());
        faults.push(Fault { span, kind: FaultKind::ByteOrderMark });
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    // UTF-16 without letters beyond U+07FF may be valid UTF-8 full of NULs, and is none the less unreadable.
    let wide = two_byte_encoding(sample);
    if let Some(at) = first_wrong.or(wide.and_then(|_| bytes.iter().position(|byte| *byte < b'\t'))) {
        let around = &bytes[at.saturating_sub(SAMPLE / 2)..bytes.len().min(at + SAMPLE / 2)];
        let likely = wide.or_else(|| one_byte_encoding(around));
        faults.push(Fault { span: Span::new(at, at + 1), kind: FaultKind::NotUtf8 { likely } });
    }
    (text, faults)
}

/// UTF-16 by its byte order mark, or by the high bytes of Latin and Cyrillic letters (0 and 4), which all are
/// on even places or all on odd ones.
fn two_byte_encoding(sample: &[u8]) -> Option<&'static str> {
    match sample {
        [0xff, 0xfe, ..] => return Some("UTF-16LE"),
        [0xfe, 0xff, ..] => return Some("UTF-16BE"),
        _ => {}
    }
    let pairs = sample.len() / 2;
    let high = |places: usize| sample.iter().skip(places).step_by(2).filter(|byte| matches!(**byte, 0 | 4)).count();
    let (even, odd) = (high(0), high(1));
    // A text of two letters may look like anything; nine pairs in ten leave no doubt.
    let nearly_all = |count: usize| pairs >= 4 && count * 10 >= pairs * 9;
    match (nearly_all(even), nearly_all(odd)) {
        (false, true) => Some("UTF-16LE"),
        (true, false) => Some("UTF-16BE"),
        _ => None,
    }
}

/// The encoding in which the high bytes are most often the seven letters that make up half of any Russian text
/// (о е а и н т с, by the frequencies of the Russian National Corpus); Western European where they are rare.
fn one_byte_encoding(sample: &[u8]) -> Option<&'static str> {
    // Sound sequences of UTF-8 beside the wrong byte: a damaged file, not another encoding.
    let sound = sample.utf8_chunks().flat_map(|chunk| chunk.valid().chars()).filter(|c| !c.is_ascii()).count();
    let high = sample.iter().filter(|byte| **byte >= 0x80).count();
    if high == 0 || sound * 4 > high {
        return None;
    }
    let letters = sample.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    if high * 3 < letters {
        return Some("windows-1252");
    }
    let common: [(&'static str, &[u8]); 3] = [
        ("windows-1251", &[0xee, 0xe5, 0xe0, 0xe8, 0xed, 0xf2, 0xf1]),
        ("koi8-r", &[0xcf, 0xc5, 0xc1, 0xc9, 0xce, 0xd4, 0xd3]),
        ("IBM866", &[0xae, 0xa5, 0xa0, 0xa8, 0xad, 0xe2, 0xe1]),
    ];
    let score = |bytes: &[u8]| sample.iter().filter(|byte| bytes.contains(byte)).count();
    let (name, found) = common.map(|(name, bytes)| (name, score(bytes))).into_iter().max_by_key(|(_, found)| *found)?;
    (found * 4 > high).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "первые дни января на площади стояли люди, и никто не знал, что будет";

    fn likely(bytes: &[u8]) -> Option<&'static str> {
        decode(bytes).1.iter().find_map(|fault| match fault.kind {
            FaultKind::NotUtf8 { likely } => likely,
            _ => None,
        })
    }

    /// Lower-case Russian in an encoding that keeps the letters from а to п and from р to я in two runs.
    fn in_runs(first: u8, second: u8) -> Vec<u8> {
        RUSSIAN
            .chars()
            .map(|c| match c {
                'а'..='п' => first + (c as u32 - 'а' as u32) as u8,
                'р'..='я' => second + (c as u32 - 'р' as u32) as u8,
                _ => c as u8,
            })
            .collect()
    }

    #[test]
    fn russian_encodings_are_guessed() {
        assert_eq!(likely(&in_runs(0xe0, 0xf0)), Some("windows-1251"));
        assert_eq!(likely(&in_runs(0xa0, 0xe0)), Some("IBM866"));
        let order = "юабцдефгхийклмнопярстужвьызшэщчъ";
        let koi: Vec<u8> = RUSSIAN
            .chars()
            .map(|c| order.chars().position(|other| other == c).map_or(c as u8, |at| 0xc0 + at as u8))
            .collect();
        assert_eq!(likely(&koi), Some("koi8-r"));
        assert_eq!(likely(b"un caf\xe9 tr\xe8s chaud, et rien de plus"), Some("windows-1252"));
    }

    #[test]
    fn two_bytes_a_letter_are_seen_with_and_without_a_mark() {
        let little: Vec<u8> = RUSSIAN.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = RUSSIAN.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(likely(&little), Some("UTF-16LE"));
        assert_eq!(likely(&big), Some("UTF-16BE"));
        assert_eq!(likely(&[&[0xff, 0xfe], &little[..]].concat()), Some("UTF-16LE"));
        assert_eq!(likely(b"n\0e\0w\0s\0 \0o\0f\0"), Some("UTF-16LE"));
    }

    #[test]
    fn a_damaged_letter_leaves_every_other_place_where_it_was() {
        let mut bytes = "Первые дни января".as_bytes().to_vec();
        bytes[3] = 0xff;
        let (text, faults) = decode(&bytes);
        assert_eq!(text.len(), bytes.len());
        assert!(text.ends_with(" дни января"));
        assert_eq!(faults, [Fault { span: Span::new(2, 3), kind: FaultKind::NotUtf8 { likely: None } }]);
    }

    #[test]
    fn sound_text_has_no_fault() {
        assert_eq!(decode("Текст\0 с нулём".as_bytes()).1, []);
        assert_eq!(decode("".as_bytes()).1, []);
        assert_eq!(decode("\u{feff}Текст".as_bytes()).1.len(), 1);
    }
}
