//! What of a text's letters, spaces and typographic marks only looks, whatever the syntax.

use unicode_normalization::UnicodeNormalization;

/// Folds a stretch of prose onto the end of `wording`.
pub(super) fn fold(prose: &str, starts: bool, wording: &mut String) {
    let mut letters = letters(prose);
    if starts {
        drop_list_marker(&mut letters);
    }
    let letters = fold_dashes(&letters, starts);
    for (at, letter) in letters.iter().enumerate() {
        if *letter != ' ' || (space_counts(&letters, at) && !(starts && wording.is_empty())) {
            wording.push(*letter);
        }
    }
}

const DASH: char = '—';

/// Composed letters, one space for any white space, one form for quotation marks, dots, `ё`.
fn letters(prose: &str) -> Vec<char> {
    let mut letters: Vec<char> = Vec::with_capacity(prose.len());
    for letter in prose.nfc() {
        match letter {
            // Soft hyphen, zero-width space, word joiner, byte-order mark, direction marks.
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            'ё' => letters.push('е'),
            'Ё' => letters.push('Е'),
            '…' => letters.extend(['.', '.', '.']),
            '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' => letters.push('"'),
            '‘' | '’' | '‚' | '‛' | '´' | '`' => letters.push('\''),
            '\u{2010}' | '\u{2011}' => letters.push('-'),
            _ if letter.is_whitespace() => {
                if letters.last() != Some(&' ') {
                    letters.push(' ');
                }
            }
            _ => letters.push(letter),
        }
    }
    for at in 0..letters.len() {
        if letters[at] == '\'' && !inside_word(&letters, at) {
            letters[at] = '"';
        }
    }
    letters
}

fn inside_word(letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| letters.get(at));
    before.is_some_and(|letter| letter.is_alphanumeric())
        && letters.get(at + 1).is_some_and(|letter| letter.is_alphanumeric())
}

/// In plain text the marker of a list item belongs to the paragraph: a bullet says nothing, `1)` is `1.`
fn drop_list_marker(letters: &mut Vec<char>) {
    if letters.first() == Some(&' ') {
        letters.remove(0);
    }
    let digits = letters.iter().take_while(|letter| letter.is_ascii_digit()).count();
    if (1..=9).contains(&digits) && letters.get(digits) == Some(&')') && letters.get(digits + 1) == Some(&' ') {
        letters[digits] = '.';
    }
    let bullet = matches!(letters.first(), Some('-' | '*' | '+' | '•' | '‣' | '◦' | '·' | '–' | '—' | '―'));
    if bullet && letters.get(1) == Some(&' ') {
        letters.drain(..2);
    }
}

/// A dash between words is without spaces as [`DASH`]; a hyphen, a minus, a dash between numbers is `-`.
fn fold_dashes(letters: &[char], starts: bool) -> Vec<char> {
    let mut folded: Vec<char> = Vec::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let long = match letters[at] {
            '-' => letters[at..].iter().take_while(|letter| **letter == '-').count(),
            '\u{2012}'..='\u{2015}' | '\u{2212}' => 1,
            letter => {
                folded.push(letter);
                at += 1;
                continue;
            }
        };
        let mark = if long > 1 { DASH } else { letters[at] };
        at += long;
        let next = letters.get(at).copied();
        let open = folded.last().is_none_or(|letter| *letter == ' ');
        let free = next.is_none_or(|letter| letter == ' ');
        let figure = next.is_some_and(|letter| letter.is_ascii_digit());
        let joins = match (open, free) {
            (true, true) => false,
            (false, false) => {
                let figures = figure && folded.last().is_some_and(|letter| letter.is_ascii_digit());
                matches!(mark, '-' | '\u{2012}' | '\u{2013}' | '\u{2212}') || figures
            }
            (true, false) => mark == '-' || mark == '\u{2212}' || (mark == '\u{2013}' && figure),
            (false, true) => mark == '-' || mark == '\u{2212}',
        };
        if joins {
            folded.push('-');
            continue;
        }
        if folded.last() == Some(&' ') {
            folded.pop();
        }
        // A dash that opens a line of speech is written with or without a space, like a list marker.
        if !(starts && folded.is_empty()) {
            folded.push(DASH);
        }
        if next == Some(' ') {
            at += 1;
        }
    }
    folded
}

/// Whether the space at `at` parts two words; beside a mark it is typography, but in `1, 2` it parts two numbers.
fn space_counts(letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| letters[at]);
    let after = letters.get(at + 1).copied();
    let digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    match (before, after) {
        (Some(before), _) if typographic(before) => digit(at.checked_sub(2)) && digit(Some(at + 1)),
        (_, Some(after)) if typographic(after) => digit(at.checked_sub(1)) && digit(Some(at + 2)),
        _ => true,
    }
}

fn typographic(letter: char) -> bool {
    matches!(letter, '.' | ',' | ';' | ':' | '!' | '?' | '"' | '(' | ')' | '[' | ']' | '%' | '№' | '§' | '|' | DASH)
}
