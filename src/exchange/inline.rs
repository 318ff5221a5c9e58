//! Inline codes of XLIFF 2.

use crate::text::Span;

/// Adds what a code has in the file to a text; `wording` says that it is a letter that XML cannot hold, and no code.
pub(super) fn push(text: &mut String, codes: &mut Vec<Span>, code: Option<String>, wording: bool) {
    let Some(code) = code else { return };
    let start = text.len();
    text.push_str(&code);
    if !wording && !code.is_empty() {
        codes.push(Span::new(start, text.len()));
    }
}

/// The letter of a `cp`, by its number.
pub(super) fn control(hex: &str) -> Option<char> {
    u32::from_str_radix(hex, 16).ok().and_then(char::from_u32)
}
