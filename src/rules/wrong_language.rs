//! A document that is plainly written in another language than its folder or the configuration says.

use super::{Context, Finding, Place};
use crate::align::{Unit, wrong_language};

pub(super) fn run(_units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (document, declared, original) in
        [(context.source, context.source_language, true), (context.target, context.target_language, false)]
    {
        let Some(found) = wrong_language(declared, &document.paragraphs) else { continue };
        let finding = Finding::new("wrong-language");
        let start = Place::new(0, 0..0);
        let finding = if original { finding.in_source([start]) } else { finding.in_target([start]) };
        findings.push(
            finding
                .with("side", if original { "source" } else { "target" })
                .with("declared", declared.to_string())
                .with("found", found.to_string()),
        );
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::rules::bench::{Bench, fact};

    const RUSSIAN: &str = "Мост через реку построили осенью того же года, и жители города приходили смотреть на него каждое воскресенье. Никто не верил, что его когда-нибудь достроят: река в этом месте широкая и быстрая.";
    const ENGLISH: &str = "The bridge over the river was built in the autumn of that year, and the people of the town came to see it every Sunday. Nobody had believed that it would ever be finished, for the river is wide and quick at this place.";

    #[test]
    fn a_document_in_another_language_is_found() {
        let findings = Bench::new().findings("wrong-language", RUSSIAN, RUSSIAN);
        assert_eq!(findings.len(), 1);
        assert_eq!([fact(&findings[0], "side"), fact(&findings[0], "found")], ["target", "ru"]);
        let findings = Bench::new().findings("wrong-language", ENGLISH, ENGLISH);
        assert_eq!(fact(&findings[0], "side"), "source");
    }

    #[test]
    fn the_declared_languages_and_short_texts_are_not() {
        Bench::new().silent("wrong-language", RUSSIAN, ENGLISH);
        Bench::new().silent("wrong-language", "Да.", "Да.");
    }
}
