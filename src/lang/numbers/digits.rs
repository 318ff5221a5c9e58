//! Digits of every script as ASCII digits.

use std::borrow::Cow;
use std::ops::Range;

use crate::lang::profile::DecimalMark;

/// The zeros of the decimal digits of Unicode that texts of our languages are written in: Arabic, Persian, N'Ko,
/// Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam, Thai, Lao, Tibetan, Burmese,
/// Khmer, Mongolian, full width.
const ZEROS: [u32; 19] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
    0x17e0, 0x1810, 0xff10,
];

/// A text with ASCII digits and marks in its numbers, and the way back to its bytes.
pub(super) struct Latin<'a> {
    pub(super) text: Cow<'a, str>,
    /// For each byte of `text` and its end, the byte of the original; empty where nothing changed.
    origins: Vec<usize>,
}

impl<'a> Latin<'a> {
    pub(super) fn of(text: &'a str, decimal: DecimalMark) -> Latin<'a> {
        if !text.contains(|letter: char| !letter.is_ascii() && digit(letter).is_some()) {
            return Latin { text: Cow::Borrowed(text), origins: Vec::new() };
        }
        let mut latin = String::with_capacity(text.len());
        let mut origins = Vec::with_capacity(text.len() + 1);
        for (at, letter) in text.char_indices() {
            let from = latin.len();
            latin.push(digit(letter).or_else(|| mark(letter, decimal)).unwrap_or(letter));
            origins.extend((0..latin.len() - from).map(|byte| at + byte));
        }
        origins.push(text.len());
        Latin { text: Cow::Owned(latin), origins }
    }

    /// The bytes of the original that a stretch of `text` was.
    pub(super) fn original(&self, span: Range<usize>) -> Range<usize> {
        if self.origins.is_empty() { span } else { self.origins[span.start]..self.origins[span.end] }
    }
}

fn digit(letter: char) -> Option<char> {
    let code = u32::from(letter);
    let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

/// The marks that are between digits of other scripts.
fn mark(letter: char, decimal: DecimalMark) -> Option<char> {
    let (point, thousands) = if decimal == DecimalMark::Comma { (',', '.') } else { ('.', ',') };
    Some(match letter {
        '٫' => point,
        '٬' => thousands,
        '٪' | '％' => '%',
        '，' => ',',
        '．' => '.',
        '：' => ':',
        '／' => '/',
        '－' => '-',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_other_scripts_keep_their_places() {
        let text = "عام ١٩٠٤ و１２";
        let latin = Latin::of(text, DecimalMark::Comma);
        assert!(latin.text.contains("1904") && latin.text.ends_with("12"));
        let at = latin.text.find("1904").unwrap();
        assert_eq!(&text[latin.original(at..at + 4)], "١٩٠٤");
        let at = latin.text.find("12").unwrap();
        assert_eq!(&text[latin.original(at..at + 2)], "１２");
    }

    #[test]
    fn a_text_in_ascii_digits_is_not_copied() {
        assert!(matches!(Latin::of("в 1904 году", DecimalMark::Comma).text, Cow::Borrowed(_)));
    }
}
