//! Whether a term's letter case is what its entry asks for.

use super::Case;
use super::surroundings::starts_a_sentence;
use crate::lang::inflect::{dress, fold, words};
use crate::text::{Kind, Paragraph, Span};

/// Whether what is at `span` has the letter case of the term.
///
/// A capital at the start of a sentence or in a heading fits, and so do capitals where everything is in capitals.
pub(super) fn fits(case: Case, term: &str, paragraph: &Paragraph, span: Span) -> bool {
    let found = &paragraph.text[span.range()];
    let as_asked = match case {
        Case::Any => return true,
        Case::Initial => initial(found) == initial(term),
        Case::Exact => case_of(found) == case_of(&dressed(term, found)),
    };
    as_asked || capital_is_due(case, term, paragraph, span) || shouted(paragraph, found)
}

fn initial(text: &str) -> Option<bool> {
    text.chars().find(|letter| letter.is_alphabetic()).map(char::is_uppercase)
}

/// Which letters are capitals.
fn case_of(text: &str) -> Vec<bool> {
    text.chars().filter(|letter| letter.is_alphabetic()).map(char::is_uppercase).collect()
}

/// The found form with the term's own letters, word by word.
fn dressed(term: &str, found: &str) -> String {
    let own: Vec<&str> = words(term).map(|(_, word)| word).collect();
    words(found).enumerate().map(|(place, (_, word))| dress(own.get(place).unwrap_or(&""), &fold(word))).collect()
}

/// Whether a capital is due here, and is all that differs.
fn capital_is_due(case: Case, term: &str, paragraph: &Paragraph, span: Span) -> bool {
    let found = &paragraph.text[span.range()];
    let heading = matches!(paragraph.kind, Kind::Heading(_));
    if !heading && !starts_a_sentence(&paragraph.text[..span.start]) {
        return false;
    }
    let but_first = |text: &str| case_of(text).split_first().map(|(_, rest)| rest.to_vec());
    let rest = but_first(found) == but_first(&dressed(term, found));
    initial(found) == Some(true) && (rest || heading || case == Case::Initial)
}

/// Whether the whole paragraph is in capitals.
fn shouted(paragraph: &Paragraph, found: &str) -> bool {
    case_of(found).iter().all(|capital| *capital) && !paragraph.text.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(term: &str, text: &str, found: &str) -> bool {
        let start = text.find(found).unwrap();
        fits(Case::Exact, term, &Paragraph::alone(text), Span::new(start, start + found.len()))
    }

    #[test]
    fn sentences_headings_and_capitals() {
        assert!(exact("akimat", "He came. “Akimats” are", "Akimats"));
        assert!(!exact("akimat", "the Akimats", "Akimats"));
        assert!(exact("akimat", "AKIMAT OF ALMATY", "AKIMAT"));
        assert!(exact("KNB", "the KNB's men", "KNB's"));
        assert!(!exact("Nur Otan", "the Nur otan", "Nur otan"));
    }

    #[test]
    fn russian_endings_are_small() {
        assert!(exact("МИД", "в МИДе", "МИДе"));
        assert!(exact("Старший жуз", "и Старшего жуза", "Старшего жуза"));
        assert!(!exact("Старший жуз", "и старшего жуза", "старшего жуза"));
    }
}
