//! Equal paragraphs of the original with different translations anywhere in the project.
//!
//! Short paragraphs («Да.», a byline, a date) are rightly translated by what is around them.

use super::rule::OtherPassageFacts;
use super::{Agree, Example, Finding, OtherPassage, PassageRule, ProjectScope, Rule, Scope, Severity};

pub(super) const RULE: Rule =
    Rule::new("same-source", Severity::Info, Scope::Project(ProjectScope::Passages(COMPARED)))
        .facts::<OtherPassageFacts>()
        .examples(&[
            Example::found("Материал подготовлен редакцией.", "The editors wrote this.")
                .beside("Материал подготовлен редакцией.", "Prepared by the editors."),
            Example::silent("Материал подготовлен редакцией.", "Prepared by the editors.")
                .beside("Материал подготовлен редакцией.", "Prepared by the editors."),
        ]);

const COMPARED: PassageRule = PassageRule { agree: Agree::Source, letters: 20, finding };

fn finding(other: &OtherPassage<'_>) -> Finding {
    Finding::new(&RULE, other.facts())
}
