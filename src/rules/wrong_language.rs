//! A document that is plainly written in another language than its folder or the configuration says.

use super::{Context, Example, Finding, Place, Rule, Scope, Severity, Side, facts};
use crate::align::{Unit, wrong_language};

pub(super) const RULE: Rule = Rule::new("wrong-language", Severity::Warning, Scope::Document(run))
    .facts::<Facts>()
    .examples(&[Example::found(RUSSIAN, RUSSIAN), Example::silent(RUSSIAN, ENGLISH)]);

facts! {
    struct Facts {
        side: Side,
        /// Language tags.
        declared: String,
        found: String,
    }
}

const RUSSIAN: &str = "\
    Мост через реку построили осенью того же года, и жители города приходили смотреть на него каждое воскресенье. Никто не верил, что его когда-нибудь достроят: река в этом месте широкая и быстрая.";
const ENGLISH: &str = "The bridge over the river was built in the autumn of that year, and the people of the town came to see it every Sunday. Nobody had believed that it would ever be finished, for the river is wide and quick at this place.";

fn run(_units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (document, declared, side) in [
        (context.source, context.source_language, Side::Source),
        (context.target, context.target_language, Side::Target),
    ] {
        let Some(found) = wrong_language(declared, &document.paragraphs) else { continue };
        let finding = Finding::new(&RULE, Facts { side, declared: declared.to_string(), found: found.to_string() });
        let start = [Place::new(0, 0..0)];
        findings.push(if side == Side::Source { finding.in_source(start) } else { finding.in_target(start) });
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, RUSSIAN};
    use crate::rules::testing::{Bench, fact};

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
