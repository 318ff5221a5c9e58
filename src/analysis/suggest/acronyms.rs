//! Abbreviations that a text explains: «Комитет национальной безопасности (КНБ)».

use rustc_hash::FxHashMap;

use crate::text::Document;

/// The shortest and the longest abbreviation that is looked for, in letters.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=8;

/// Words that have no letter in an abbreviation.
const SILENT: &[&str] = &["и", "в", "по", "на", "of", "the", "and", "for", "in", "on", "de"];

/// The expansion of every abbreviation in brackets whose letters the words before it begin with.
pub(super) fn expansions(documents: &[&Document]) -> FxHashMap<String, String> {
    let mut found = FxHashMap::default();
    for paragraph in documents.iter().flat_map(|document| &document.paragraphs) {
        let text = paragraph.text.as_str();
        for (open, _) in text.match_indices('(') {
            let Some(end) = text[open..].find(')').map(|at| open + at) else { continue };
            let inside = text[open + 1..end].trim();
            let capitals = inside.chars().all(char::is_uppercase) && LETTERS.contains(&inside.chars().count());
            if let Some(words) =
                Some(text[..open].trim_end()).filter(|_| capitals).and_then(|text| before(text, inside))
            {
                found.entry(inside.to_owned()).or_insert(words);
            }
        }
    }
    found
}

/// The words at the end of a text whose first letters are those of the abbreviation.
fn before(text: &str, abbreviation: &str) -> Option<String> {
    let mut wanted: Vec<char> = abbreviation.to_lowercase().chars().collect();
    for (at, word) in words_from_the_end(text) {
        let folded = word.to_lowercase();
        let initial = folded.chars().next()?;
        if wanted.last() == Some(&initial) {
            wanted.pop();
            if wanted.is_empty() {
                return Some(text[at..].trim_matches(['«', '»', '"', '*', '_']).to_owned());
            }
        } else if !SILENT.contains(&folded.as_str()) {
            return None;
        }
    }
    None
}

fn words_from_the_end(text: &str) -> Vec<(usize, &str)> {
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive([' ', '\u{a0}', '\n', '-']) {
        let word = piece.trim_matches(|letter: char| !letter.is_alphabetic());
        if !word.is_empty() {
            words.push((at + piece.find(word).unwrap_or(0), word));
        }
        at += piece.len();
    }
    words.reverse();
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Format;

    #[test]
    fn letters_and_words_must_agree() {
        let text = "Там был Комитет национальной безопасности (КНБ) и ещё люди (ЕС).\n\nThe Organisation for Security (OS) met.\n";
        let document = Document::read(text.as_bytes(), Format::Markdown);
        let found = expansions(&[&document]);
        assert_eq!(found.get("КНБ").map(String::as_str), Some("Комитет национальной безопасности"));
        assert_eq!(found.get("OS").map(String::as_str), Some("Organisation for Security"));
        assert_eq!(found.get("ЕС"), None);
    }
}
