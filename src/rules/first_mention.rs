//! A document's first use of a term without the explanation that the glossary asks for.

use rustc_hash::FxHashSet;

use super::terms::{in_target, terms};
use super::{Context, Example, Finding, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::glossary::Status;
use crate::text::{Kind, words};

pub(super) const RULE: Rule =
    Rule::new("first-mention", Severity::Info, Scope::Document(run)).facts::<Facts>().examples(&[
        Example::found("Жуз велик.", "The zhuz is large.").glossary(ZHUZ),
        Example::silent("Жуз велик.", "The zhuz (tribal union) is large.").glossary(ZHUZ),
    ]);

facts! {
    struct Facts {
        term: String,
        concept: String,
        /// The explanation that the glossary asks for.
        asked: String,
    }
}

const ZHUZ: &str = r#"
[[concept]]
id = "zhuz"
[concept.ru]
preferred = "жуз"
[concept.en]
preferred = "zhuz"
first-mention = "zhuz (tribal union)"
"#;

fn run(units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    let mut seen = FxHashSet::default();
    let mut findings = Vec::new();
    let mut in_order: Vec<&Unit> = units.iter().filter(|unit| !unit.target.is_empty()).collect();
    in_order.sort_by_key(|unit| unit.target.first().copied());
    for unit in in_order {
        for found in in_target(unit, context) {
            let kind = context.target.paragraphs[found.place.paragraph].kind;
            // A heading, a table and a front-matter title have no room for an explanation.
            let prose = !matches!(kind, Kind::Heading(_) | Kind::TableRow | Kind::FrontMatter);
            if found.occurrence.status == Status::Deprecated || !prose || !seen.insert(found.occurrence.concept) {
                continue;
            }
            let concept = found.occurrence.concept;
            let Some(asked) =
                terms(context, concept, context.target_language).and_then(|all| all.first_mention.as_deref())
            else {
                continue;
            };
            let explained = passage::target(unit, context).iter().any(|passage| explains(&passage.wording(), asked));
            if explained || is_glossed(&context.target.paragraphs[found.place.paragraph].text, found.place.span.end) {
                continue;
            }
            let id = context.glossary.concepts.get(concept).map_or("", |about| about.id.as_str());
            let facts = Facts { term: found.text.to_owned(), concept: id.to_owned(), asked: asked.to_owned() };
            let source = passage::source(unit, context);
            let source = source.iter().map(passage::Passage::whole);
            findings.push(Finding::new(&RULE, facts).in_source(source).in_target([found.place]));
        }
    }
    findings
}

/// Whether a gloss follows a term: words in brackets, or between dashes.
fn is_glossed(text: &str, end: usize) -> bool {
    let rest = text[end..].trim_start_matches(['*', '_', '”', '»', '"', '’', '\'', 's']).trim_start();
    let worded = |inside: &str| words(inside).len() > 1;
    if let Some(inside) = rest.strip_prefix('(') {
        return inside.split_once(')').is_some_and(|(inside, _)| worded(inside));
    }
    let Some(inside) = rest.strip_prefix(['—', '–']) else { return false };
    inside.split_once(['—', '–', ',']).is_some_and(|(inside, _)| worded(inside))
}

/// Whether the words of the explanation are in the text, in whatever form and order.
fn explains(text: &str, asked: &str) -> bool {
    let stem = |word: &str| word.to_lowercase().chars().take(5).collect::<String>();
    let there: Vec<String> = words(text).iter().map(|span| text[span.range()].to_lowercase()).collect();
    let long = |word: &str| word.chars().count() > 3 || word.chars().all(char::is_uppercase);
    let mut asked = words(asked).into_iter().map(|span| &asked[span.range()]).filter(|word| long(word));
    asked.all(|word| there.iter().any(|known| known.starts_with(&stem(word))))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{AKIMAT, Bench, fact};

    #[test]
    fn an_unexplained_first_use_is_found_once() {
        let source = "Жуз это союз.\n\nЖуз велик.";
        let finding = Bench::new().glossary(AKIMAT).fires("first-mention", source, "A zhuz is large.\n\nThe zhuz.");
        assert_eq!((fact(&finding, "term"), finding.target[0].paragraph), ("zhuz".to_owned(), 0));
    }

    #[test]
    fn an_explained_use_and_a_heading_are_not() {
        let bench = Bench::new().glossary(AKIMAT);
        bench.silent("first-mention", "Жуз.\n\nЖуз.", "Zhuzes (tribal unions) are old.\n\nThe zhuz.");
        bench.silent("first-mention", "# Жуз\n\nЖуз.", "# The Zhuz\n\nA zhuz (a tribal union).");
        bench.silent("first-mention", "Акимат.", "The akimat.");
        bench.silent("first-mention", "Жуз велик.", "A zhuz (one of three hordes) is large.");
        bench.silent("first-mention", "Жуз велик.", "A zhuz – one of three hordes – is large.");
        bench.fires("first-mention", "Жуз велик.", "A zhuz is large (and old).");
    }
}
