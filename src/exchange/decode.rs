//! The text of a file in whatever encoding a table program saved it: UTF-8, UTF-16, or an older one of its script.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};

/// A file's text, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Without a byte order mark.
    pub text: String,
    /// The encoding's name: `UTF-8`, `UTF-16LE`, `windows-1251`.
    pub encoding: &'static str,
}

/// Letters of what script an older encoding must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// windows-1251.
    Cyrillic,
    /// windows-1252.
    Latin,
}

/// Decodes bytes: by their byte order mark, else as UTF-8, else as UTF-16 where every other byte is zero, else in the
/// encoding that Windows has for the letters. Total: any bytes give a text.
pub fn decode(bytes: &[u8], letters: Letters) -> Decoded {
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).unwrap_or_else(|| guessed(bytes, letters));
    Decoded { text: encoding.decode(bytes).0.into_owned(), encoding: encoding.name() }
}

fn guessed(bytes: &[u8], letters: Letters) -> &'static Encoding {
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let many = bytes.len() / 10;
    // Digits, separators and line ends have a zero byte in UTF-16, whatever the script of the words.
    if !bytes.is_empty() && bytes.len().is_multiple_of(2) && zeros(0).max(zeros(1)) > many {
        return if zeros(1) > zeros(0) { UTF_16LE } else { UTF_16BE };
    }
    match (std::str::from_utf8(bytes).is_ok(), letters) {
        (true, _) => UTF_8,
        (false, Letters::Cyrillic) => WINDOWS_1251,
        (false, Letters::Latin) => WINDOWS_1252,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encodings_of_table_programs() {
        let text = "ru;en\nаким;akim\n";
        let utf16 = |big: bool, mark: bool| {
            let mark = if mark { Some(0xfeff) } else { None };
            let units = mark.into_iter().chain(text.encode_utf16());
            units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect::<Vec<u8>>()
        };
        let cp1251 = WINDOWS_1251.encode(text).0.into_owned();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), "UTF-8"),
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), "UTF-8"),
            (utf16(false, true), "UTF-16LE"),
            (utf16(true, true), "UTF-16BE"),
            (utf16(false, false), "UTF-16LE"),
            (cp1251, "windows-1251"),
        ] {
            let decoded = decode(&bytes, Letters::Cyrillic);
            assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
        }
        assert_eq!(decode(b"caf\xe9", Letters::Latin).text, "café");
    }
}
