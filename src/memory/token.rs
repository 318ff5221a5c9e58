//! What of a text counts when it is looked for: letters and words, not looks.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::text::Span;

/// The text without its looks, letter case kept: one space for white space, plain quotation marks and dashes, no
/// emphasis, no soft hyphens, no zero-width signs.
///
/// Far simpler than `compare`'s wording, since a million texts are folded when a memory is read.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            c if c.is_whitespace() => {
                if !plain.is_empty() && !plain.ends_with(' ') {
                    plain.push(' ');
                }
                continue;
            }
            '*' | '_' | '`' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => continue,
            '«' | '»' | '“' | '”' | '„' | '‟' | '″' => '"',
            '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' => '\'',
            '‐'..='―' | '−' => '-',
            '…' => {
                plain.push_str("...");
                continue;
            }
            'ё' => 'е',
            'Ё' => 'Е',
            _ => c,
        };
        plain.push(c);
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// [`plain`] in lower case.
pub(super) fn fold(text: &str) -> String {
    plain(text).to_lowercase()
}

/// The words of a text, as spans of bytes; every ideograph is a word.
pub(super) fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (start, c) = chars.next()?;
            if !is_letter(c) {
                continue;
            }
            let mut end = start + c.len_utf8();
            if !is_ideograph(c) {
                while let Some((at, c)) = chars.next_if(|(_, c)| is_letter(*c) && !is_ideograph(*c)) {
                    end = at + c.len_utf8();
                }
            }
            return Some(Span::new(start, end));
        }
    })
}

fn is_letter(c: char) -> bool {
    // A combining mark and a soft hyphen belong to the letter before them.
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// How many letters of a word's beginning are indexed: few enough that the forms of «акимат» meet.
const BEGINNING: usize = 4;

/// Up to so many words a text is also indexed by groups of three letters, so that a slip of the pen in its only
/// word does not hide it.
const SHORT: usize = 3;

/// What a folded text is indexed by, each once, sorted.
pub(super) fn features(folded: &str) -> Vec<u64> {
    let mut features = Vec::new();
    for span in words(folded) {
        features.push(beginning(&folded[span.range()]));
    }
    if features.len() <= SHORT {
        let letters: Vec<char> = folded.chars().collect();
        features.extend(letters.windows(3).map(|group| hash(&group.iter().collect::<String>()) ^ 1));
    }
    features.sort_unstable();
    features.dedup();
    features
}

/// What a folded word is indexed by.
pub(super) fn beginning(word: &str) -> u64 {
    let end = word.char_indices().nth(BEGINNING).map_or(word.len(), |(at, _)| at);
    hash(&word[..end])
}

/// The same for equal texts, within one run.
pub(super) fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    hasher.finish()
}
