//! Quotation marks of another language's convention: « » in English prose.

use super::{Context, Example, Finding, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::lang::quotes::{is_quote, quotes};

pub(super) const RULE: Rule = Rule::new("quote-style", Severity::Off, Scope::Unit(run)).facts::<Facts>().examples(&[
    Example::found("«Да», — сказал он.", "«Yes», he said."),
    Example::silent("«Да», — сказал он.", "“Yes,” he said."),
]);

facts! {
    struct Facts {
        mark: String,
        /// The marks that the language writes.
        usual: String,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let convention = quotes(context.target_language);
    let usual = convention.pairs.first().map(|(open, close)| format!("{open}…{close}")).unwrap_or_default();
    let mut findings = Vec::new();
    for passage in passage::target(unit, context) {
        let wording = passage.wording();
        let foreign = wording.char_indices().find(|(_, mark)| is_quote(*mark) && !convention.knows(*mark));
        if let Some((at, mark)) = foreign {
            let facts = Facts { mark: mark.to_string(), usual: usual.clone() };
            findings.push(Finding::new(&RULE, facts).in_target([passage.place(at..at + mark.len_utf8())]));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn marks_of_another_convention_are_found_once_a_paragraph() {
        let finding = Bench::new().fires("quote-style", "«Да» и «нет».", "«Yes» and «no».");
        assert_eq!((fact(&finding, "mark"), fact(&finding, "usual")), ("«".to_owned(), "“…”".to_owned()));
        Bench::of("en", "de").fires("quote-style", "“Yes”", "“Ja”, sagte er”");
    }

    #[test]
    fn the_languages_own_and_straight_marks_are_not() {
        Bench::new().silent("quote-style", "«Да»", "“Yes”, \"no\", ‘so’");
        Bench::of("en", "ru").silent("quote-style", "“Yes”", "«Да „нет“»");
    }
}
