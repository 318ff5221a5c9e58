//! Words of a text with what the language's table knows of them.

use super::Word;
use super::tokens::Token;

/// A word of the text and what the language's table says of it.
pub(super) struct Said {
    pub(super) token: Token,
    pub(super) word: Option<Word>,
}

/// Whether two tokens with this text between them can be one expression: a space, a hyphen, a dot of an abbreviation.
pub(super) fn close(between: &str) -> bool {
    between.len() <= 4 && between.chars().all(|mark| mark.is_whitespace() || matches!(mark, '-' | '‑' | '.' | '\u{1}'))
}
