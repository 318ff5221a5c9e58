//! A concept of the glossary that no document uses: its terms may be misspelled.

use super::{AKIMAT, Example, Finding, ProjectScope, Rule, Scope, Severity, facts};

pub(super) const RULE: Rule =
    Rule::new("unused-concept", Severity::Off, Scope::Project(ProjectScope::Concepts(finding)))
        .facts::<Facts>()
        .examples(&[
            Example::found("Здание закрыто.", "The building is closed.").glossary(AKIMAT),
            Example::silent("Акимат закрыт.", "The akimat is closed.").glossary(AKIMAT),
        ]);

facts! {
    struct Facts {
        concept: String,
    }
}

fn finding(concept: &str) -> Finding {
    Finding::new(&RULE, Facts { concept: concept.to_owned() })
}
