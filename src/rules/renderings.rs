//! Other ways in which a translation renders a concept than by one of its terms.
//!
//! A derived adjective or another word of the root renders it («Канцлер Германии» and "the German chancellor"), and so does
//! a term inside a longer one of a concept that the original does not speak of. What answers another concept of the
//! unit renders none but that.

use super::Context;
use super::passage::{self, Passage};
use super::terms::{Found, allowed, in_source, in_target, terms};
use crate::align::Unit;
use crate::glossary::Term;
use crate::lang::inflect::fold;
use crate::lang::{Kinship, Language, same_root};
use crate::text::{Span, words};

/// Whether the translation of a unit renders a concept although none of its terms was found there.
pub(super) fn is_rendered(unit: &Unit, context: &Context<'_>, concept: usize) -> bool {
    let Some(about) = context.glossary.concepts.get(concept) else { return false };
    let spoken: Vec<usize> = in_source(unit, context).iter().map(|found| found.occurrence.concept).collect();
    let wanted = terms(context, concept, context.target_language).map(allowed);
    let own = terms(context, concept, context.source_language).map(allowed);
    let wanted = match wanted {
        Some(wanted) => wanted,
        None if !about.translate => own.clone().unwrap_or_default(),
        None => return false,
    };
    let mut taken = in_target(unit, context);
    taken.retain(|found| spoken.contains(&found.occurrence.concept));
    let target = passage::target(unit, context);
    let (as_it_is, derived) = matches(&target, &taken, &wanted, context.target_language);
    if as_it_is > 0 {
        return true;
    }
    // A derived word of the original is what one of the translation answers.
    let source = passage::source(unit, context);
    let (_, asked) = match own {
        Some(own) if derived > 0 => matches(&source, &in_source(unit, context), &own, context.source_language),
        _ => (0, 0),
    };
    derived > asked
}

/// How often one of the terms occurs in some form, and how often words of its roots do, outside what is taken.
fn matches(passages: &[Passage<'_>], taken: &[Found<'_>], wanted: &[&Term], language: &Language) -> (usize, usize) {
    let (mut as_it_is, mut derived) = (0, 0);
    for passage in passages {
        let wording = passage.wording();
        let free = |span: &Span| !taken.iter().any(|found| overlaps(found, passage, *span));
        let all: Vec<Span> = words(&wording).into_iter().filter(free).collect();
        let mut seen: Vec<Span> = Vec::new();
        for term in wanted {
            let term = Pattern::of(term, language);
            for window in all.windows(term.words.len().max(1)) {
                let place = Span::new(window[0].start, window[window.len() - 1].end);
                let texts: Vec<&str> = window.iter().map(|span| &wording[span.range()]).collect();
                match term.fits(&texts, language) {
                    Some(Fit::Form) => as_it_is += 1,
                    Some(Fit::Derived) if !seen.iter().any(|known| known.overlaps(place)) => {
                        derived += 1;
                        seen.push(place);
                    }
                    _ => {}
                }
            }
        }
    }
    (as_it_is, derived)
}

fn overlaps(found: &Found<'_>, passage: &Passage<'_>, span: Span) -> bool {
    found.place.paragraph == passage.index && found.place.span.overlaps(span)
}

/// The words of a term, each with its folded forms.
struct Pattern {
    words: Vec<(String, Vec<String>)>,
}

enum Fit {
    Form,
    Derived,
}

impl Pattern {
    fn of(term: &Term, language: &Language) -> Pattern {
        let forms = term.inflected(language);
        let words = forms.words.into_iter().map(|word| {
            let all = word.forms.iter().map(|form| fold(&form.text)).collect();
            (word.text, all)
        });
        Pattern { words: words.collect() }
    }

    /// How some words of a text answer the term's words, one by one.
    fn fits(&self, texts: &[&str], language: &Language) -> Option<Fit> {
        if self.words.is_empty() || texts.len() != self.words.len() {
            return None;
        }
        let mut fit = Fit::Form;
        for ((word, forms), text) in self.words.iter().zip(texts) {
            let folded = fold(text);
            let bare = folded.strip_suffix("'s").unwrap_or(&folded);
            if forms.iter().any(|form| *form == folded || form == bare) {
                // "us" is no "US".
                let capitals = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
                if capitals && text.chars().any(char::is_lowercase) && !text.starts_with(word.as_str()) {
                    return None;
                }
                continue;
            }
            if same_root(word, bare, language) == Kinship::Other {
                return None;
            }
            fit = Fit::Derived;
        }
        Some(fit)
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::Bench;

    const GLOSSARY: &str = r#"
[[concept]]
id = "germany"
[concept.ru]
preferred = "Германия"
[concept.en]
preferred = "Germany"

[[concept]]
id = "security-council"
[concept.ru]
preferred = "Совет безопасности"
[concept.en]
preferred = "Security Council"

[[concept]]
id = "council"
[concept.ru]
preferred = "совет"
[concept.en]
preferred = "council"

[[concept]]
id = "south-africa"
[concept.ru]
preferred = "ЮАР"
[concept.en]
preferred = "South Africa"
"#;

    #[test]
    fn a_word_of_the_root_renders_the_term() {
        let bench = Bench::new().glossary(GLOSSARY);
        bench.silent("term-missing", "Канцлер Германии прибыл.", "The German chancellor has come.");
        bench.silent("term-missing", "Учёные ЮАР молчат.", "South African scientists are silent.");
        bench.fires("term-missing", "Канцлер Германии прибыл.", "The chancellor has come.");
    }

    #[test]
    fn a_derived_word_answers_one_of_the_original_first() {
        let bench = Bench::new().glossary(GLOSSARY);
        let source = "Германское оружие хранится в Германии.";
        bench.fires("term-missing", source, "The German weapons are kept at home.");
        bench.silent("term-missing", source, "The German weapons are kept in Germany.");
    }

    #[test]
    fn a_longer_neighbour_holds_no_part_where_the_original_has_it_too() {
        let bench = Bench::new().glossary(GLOSSARY);
        let source = "Совет безопасности собрался, потом собрался и совет.";
        bench.fires("term-missing", source, "The Security Council met, and then the board met, too.");
        bench.silent("term-missing", source, "The Security Council met, and then the council met, too.");
        bench.silent("term-missing", "Совет собрался.", "The Security Council met.");
    }
}
