//! Whether a word spelled like a name is the name: «Жуков», «Седых», "Чёрных" at the start of a sentence.

use super::Term;
use super::surroundings::{next_word, starts_a_sentence};
use crate::lang::Language;
use crate::lang::inflect::{may_be_common_word, words};
use crate::text::{Paragraph, Span};

/// What is at the place of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// The term.
    Term,
    /// The name or, at the start of a sentence, a common word spelled like it.
    NameOrWord,
    /// A common word: the term is a name, and here it has a small letter.
    Word,
}

/// Whether the term is a name of one word that a common word may be spelled like.
pub(super) fn is_homograph(term: &Term, language: &Language) -> bool {
    let mut all = words(&term.text);
    let (first, second) = (all.next(), all.next());
    let letters = |word: &str| word.chars().filter(|letter| letter.is_uppercase()).count();
    second.is_none() && first.is_some_and(|(_, word)| letters(word) == 1 && may_be_common_word(word, language))
}

/// What is at `span`, where a name spelled like a common word was found.
pub(super) fn of_homograph(term: &str, paragraph: &Paragraph, span: Span) -> Reading {
    let text = &paragraph.text;
    let found = &text[span.range()];
    let capital = found.chars().next().is_some_and(char::is_uppercase);
    if !capital {
        return Reading::Word;
    }
    // «Жукову», «Жуковым»: a common word has this form as rarely as the name has it at the start of a sentence.
    let as_written = found.to_lowercase().replace('ё', "е") == term.to_lowercase().replace('ё', "е");
    if !starts_a_sentence(&text[..span.start]) || !as_written || is_subject(text, span.end) {
        Reading::Term
    } else {
        Reading::NameOrWord
    }
}

/// Whether what follows shows that a name is the subject: a mark, a capital, or a verb in the singular.
fn is_subject(text: &str, end: usize) -> bool {
    const VERBS: &[&str] = &["л", "лся", "ет", "ит", "ется", "ится", "ёт", "ут", "ют"];
    let rest = text[end..].trim_start_matches(['*', '_', ']']);
    if rest.trim_start().starts_with([',', '—', '–', '-', '(', ':', '.', '!', '?', ';']) {
        return true;
    }
    let Some(next) = next_word(text, end) else { return true };
    next.chars().next().is_some_and(char::is_uppercase)
        || (next.chars().count() > 3 && VERBS.iter().any(|ending| next.ends_with(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(term: &str, text: &str, found: &str) -> Reading {
        let start = text.find(found).unwrap();
        of_homograph(term, &Paragraph::alone(text), Span::new(start, start + found.len()))
    }

    #[test]
    fn a_capital_at_the_start_of_a_sentence_says_little() {
        assert_eq!(read("Жуков", "Жуков на поле стало больше.", "Жуков"), Reading::NameOrWord);
        assert_eq!(read("Жуков", "Жуков сказал это.", "Жуков"), Reading::Term);
        assert_eq!(read("Жуков", "Маршал Жуков на поле.", "Жуков"), Reading::Term);
        assert_eq!(read("Жуков", "Жукову на поле тесно.", "Жукову"), Reading::Term);
        assert_eq!(read("Черных", "В чёрных списках", "чёрных"), Reading::Word);
    }
}
