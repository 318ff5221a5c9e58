//! Text from files, made safe to show: nothing in it can steer a terminal or turn a line around.

use std::borrow::Cow;

/// The text with control characters, bidirectional controls and other invisible steering characters replaced by
/// visible stand-ins: `␛` for an escape, `⟨U+202E⟩` for a right-to-left override. Line feeds and tabs stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            letter if !steers(letter) => shown.push(letter),
            '\u{0}'..='\u{1f}' => shown.push(char::from_u32(0x2400 + letter as u32).unwrap_or('\u{fffd}')),
            '\u{7f}' => shown.push('\u{2421}'),
            letter => shown.push_str(&format!("⟨U+{:04X}⟩", letter as u32)),
        }
    }
    Cow::Owned(shown)
}

fn steers(letter: char) -> bool {
    let control = letter.is_control() && letter != '\n' && letter != '\t';
    let bidirectional =
        matches!(letter, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    control
        || bidirectional
        || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_sequence_is_shown_and_not_obeyed() {
        assert_eq!(visible("a\u{1b}[31mb"), "a␛[31mb");
    }

    #[test]
    fn a_bidirectional_override_is_named() {
        assert_eq!(visible("a\u{202e}b"), "a⟨U+202E⟩b");
    }

    #[test]
    fn ordinary_text_is_not_copied() {
        assert!(matches!(visible("«Қазақстан», tab\tand line\n"), Cow::Borrowed(_)));
    }
}
