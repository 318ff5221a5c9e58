//! One term written in the place of another: in the form of the text, with the article that goes with it.

use super::Term;
use crate::lang::inflect::{Around, Inflected, Readings, article, substitute};
use crate::lang::{Article, Language, Profile};
use crate::text::{Paragraph, Span, sentences};

/// What is to be written where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// Bytes of the paragraph's text: the old term, with an article before it that changes.
    pub span: Span,
    /// What is there afterwards.
    pub text: String,
    /// Whether nothing else can be meant.
    pub readings: Readings,
}

/// Writes `new` for the form of `old` that is at `span` of a paragraph in `language`.
pub fn replacement(paragraph: &Paragraph, span: Span, old: &Term, new: &Term, language: &Language) -> Replacement {
    let around = around(&paragraph.text, span);
    let (from, to) =
        (Inflected { text: &old.text, inflect: old.inflect }, Inflected { text: &new.text, inflect: new.inflect });
    let found = paragraph.text.get(span.range()).unwrap_or_default();
    let put = substitute(found, from, to, around, language);
    let (mut text, mut span, mut readings) = (put.text, span, put.readings);
    let trimmed = around.before.trim_end_matches([' ', '\u{a0}']);
    let space = &around.before[trimmed.len()..];
    let word = trimmed.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or("");
    if Profile::of(language).article == Article::BySound {
        let right = article(word, &text).filter(|right| right != word && !space.is_empty());
        if let Some(right) = right {
            text = format!("{right}{space}{text}");
            span.start -= space.len() + word.len();
        }
        if lacks_article(word, &old.text, &new.text) {
            readings = Readings::Several;
        }
    }
    Replacement { span, text, readings }
}

/// The text of the sentence around a place.
fn around(text: &str, span: Span) -> Around<'_> {
    let sentence =
        sentences(text).into_iter().find(|sentence| sentence.start <= span.start && span.end <= sentence.end);
    let (start, end) = sentence.map_or((0, text.len()), |sentence| (sentence.start, sentence.end));
    Around { before: &text[start..span.start], after: &text[span.end..end] }
}

/// Whether an abbreviation would replace a name that needed no article: "in England" is no "in UK".
fn lacks_article(before: &str, old: &str, new: &str) -> bool {
    let abbreviation = |term: &str| term.chars().all(|letter| letter.is_uppercase() || letter == '.');
    let capital = old.chars().next().is_some_and(char::is_uppercase);
    let article = matches!(before.to_lowercase().as_str(), "the" | "a" | "an" | "this" | "its" | "their" | "our");
    capital && abbreviation(new) && !abbreviation(old) && !article
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, old: &str, new: &str, language: &str) -> (String, Readings) {
        let term = |text: &str| Term { text: text.to_owned(), ..Term::default() };
        let start = text.find('⟦').unwrap();
        let end = text.find('⟧').unwrap() - '⟦'.len_utf8();
        let plain = text.replace(['⟦', '⟧'], "");
        let paragraph = Paragraph::alone(&plain);
        let language = language.parse().unwrap();
        let put = replacement(&paragraph, Span::new(start, end), &term(old), &term(new), &language);
        let mut made = plain;
        made.replace_range(put.span.range(), &put.text);
        (made, put.readings)
    }

    #[test]
    fn the_article_goes_with_the_term() {
        let (text, readings) = written("He saw a ⟦city hall⟧.", "city hall", "akimat", "en");
        assert_eq!((text.as_str(), readings), ("He saw an akimat.", Readings::One));
        assert_eq!(written("The ⟦Mayors⟧ met.", "mayor", "akim", "en").0, "The Akims met.");
    }

    #[test]
    fn the_form_is_that_of_the_text() {
        assert_eq!(written("Писали о ⟦мэре⟧.", "мэр", "аким", "ru").0, "Писали о акиме.");
    }

    #[test]
    fn an_abbreviation_for_a_bare_name_may_need_an_article() {
        assert_eq!(written("It was in ⟦England⟧.", "England", "UK", "en").1, Readings::Several);
    }
}
