//! Runs of digits and of letters, the alphabet that numbers are spelled in.

use crate::lang::script::is_letter;

/// A run of ASCII digits, a run of letters, one Chinese sign, or a vulgar fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    /// Bytes of the text.
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    Digits,
    Word,
    /// `½`, with its numerator and denominator.
    Vulgar(u64, u64),
}

impl Token {
    pub(super) fn text(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let end = at + letter.len_utf8();
        let kind = if letter.is_ascii_digit() {
            TokenKind::Digits
        } else if let Some((above, below)) = vulgar(letter) {
            TokenKind::Vulgar(above, below)
        } else if is_letter(letter) || is_combining(letter) || is_apostrophe(letter) {
            TokenKind::Word
        } else {
            continue;
        };
        // An apostrophe inside a Cyrillic word is a letter of it: «п'ять».
        if is_apostrophe(letter) {
            let inside = letters.peek().is_some_and(|(_, next)| is_cyrillic(*next));
            match tokens.last_mut().filter(|last| inside && last.end == at && last.kind == TokenKind::Word) {
                Some(last) if text[last.start..at].chars().next_back().is_some_and(is_cyrillic) => last.end = end,
                _ => {}
            }
            continue;
        }
        match tokens.last_mut() {
            Some(last)
                if last.end == at
                    && last.kind == kind
                    && !matches!(kind, TokenKind::Vulgar(..))
                    && !is_sign(letter)
                    && !text[last.start..at].ends_with(is_sign) =>
            {
                last.end = end
            }
            _ => tokens.push(Token { kind, start: at, end }),
        }
    }
    tokens
}

/// A word as the tables know it: small letters, «ё» as «е», no stress marks, apostrophes or joiners.
pub(super) fn folded(word: &str) -> String {
    let letters = word.chars().filter(|letter| !is_combining(*letter) && !is_apostrophe(*letter));
    let letters = letters.flat_map(char::to_lowercase);
    letters.map(|letter| if letter == 'ё' { 'е' } else { letter }).collect()
}

fn is_combining(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36f}'
            | '\u{ad}'
            | '\u{640}'
            | '\u{64b}'..='\u{652}'
            | '\u{93c}'
            | '\u{94d}'
            | '\u{9bc}'
            | '\u{9cd}'
            | '\u{200c}'
            | '\u{200d}'
    )
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ')
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

/// Whether a letter is a Chinese sign, a word by itself.
pub(super) fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{3007}' | '\u{3400}'..='\u{9fff}')
}

fn vulgar(letter: char) -> Option<(u64, u64)> {
    Some(match letter {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}
