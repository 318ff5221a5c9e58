//! Quotation marks of another language's convention: « » in English prose.

use super::{Context, Finding, passage};
use crate::align::Unit;
use crate::lang::quotes::{is_quote, quotes};

pub(super) fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let convention = quotes(context.target_language);
    let usual = convention.pairs.first().map(|(open, close)| format!("{open}…{close}")).unwrap_or_default();
    let mut findings = Vec::new();
    for passage in passage::target(unit, context) {
        let wording = passage.wording();
        let foreign = wording.char_indices().find(|(_, mark)| is_quote(*mark) && !convention.knows(*mark));
        if let Some((at, mark)) = foreign {
            let finding = Finding::new("quote-style").in_target([passage.place(at..at + mark.len_utf8())]);
            findings.push(finding.with("mark", mark.to_string()).with("usual", usual.as_str()));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::rules::bench::{Bench, fact};

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
