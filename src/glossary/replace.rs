//! Puts one term in another's place, in its number, case and letters, and with the article it asks for.

use crate::lang::inflect::{article, like};
use crate::lang::{Article, Language, Profile};
use crate::text::Span;

/// What stands in the text instead, and where: `span`, and before it an English "a" or "an" that has to change.
///
/// `span` is the place of a form of `term` in `text`; `preferred` is the term to put there, as the glossary writes it.
pub fn replacement(text: &str, span: Span, term: &str, preferred: &str, language: &Language) -> (Span, String) {
    let new = like(&text[span.range()], term, preferred, language);
    if Profile::of(language).article == Article::BySound
        && let Some((place, old)) = article_before(text, span.start)
        && let Some(right) = article(old, &new)
        && right != old
    {
        let between = &text[place.end..span.start];
        return (Span::new(place.start, span.end), format!("{right}{between}{new}"));
    }
    (span, new)
}

/// The word before, if it is an indefinite article with nothing but white space after it.
fn article_before(text: &str, end: usize) -> Option<(Span, &str)> {
    let before = text[..end].trim_end();
    if before.len() == end {
        return None;
    }
    let start = before
        .rfind(|letter: char| !letter.is_alphabetic())
        .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    let word = &before[start..];
    matches!(word, "a" | "an" | "A" | "An").then(|| (Span::new(start, before.len()), word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replaced(text: &str, found: &str, term: &str, preferred: &str) -> String {
        let start = text.find(found).unwrap();
        let span = Span::new(start, start + found.len());
        let (span, new) = replacement(text, span, term, preferred, &"en".parse().unwrap());
        format!("{}{new}{}", &text[..span.start], &text[span.end..])
    }

    #[test]
    fn the_article_changes_with_the_term() {
        assert_eq!(replaced("in a city hall.", "city hall", "city hall", "akimat"), "in an akimat.");
        assert_eq!(replaced("A\ncity hall", "city hall", "city hall", "akimat"), "An\nakimat");
        assert_eq!(replaced("the city halls", "city halls", "city hall", "akimat"), "the akimats");
        assert_eq!(replaced("City halls’ men", "City halls", "city hall", "akimat"), "Akimats’ men");
        assert_eq!(replaced("a (city hall)", "city hall", "city hall", "akimat"), "a (akimat)");
        assert_eq!(replaced("Dana city hall", "city hall", "city hall", "akimat"), "Dana akimat");
    }
}
