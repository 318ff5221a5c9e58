//! Equal paragraphs of the original with different translations anywhere in the project.
//!
//! Short paragraphs («Да.», a byline, a date) are rightly translated by what is around them.

use super::{Agree, Example, Finding, OtherPassage, PassageRule, ProjectScope, Rule, Scope, Severity, facts};

pub(super) const RULE: Rule =
    Rule::new("same-source", Severity::Info, Scope::Project(ProjectScope::Passages(COMPARED)))
        .facts::<Facts>()
        .examples(&[
            Example::found("Материал подготовлен редакцией.", "The editors wrote this.")
                .beside("Материал подготовлен редакцией.", "Prepared by the editors."),
            Example::silent("Материал подготовлен редакцией.", "Prepared by the editors.")
                .beside("Материал подготовлен редакцией.", "Prepared by the editors."),
        ]);

const COMPARED: PassageRule = PassageRule { agree: Agree::Source, letters: 20, finding };

facts! {
    struct Facts {
        /// The beginning of the translation of the unit that most others agree with.
        other: String,
        /// Path of that translation.
        r#where: String,
    }
}

fn finding(other: &OtherPassage<'_>) -> Finding {
    Finding::new(&RULE, Facts { other: other.excerpt.to_owned(), r#where: other.path.to_owned() })
}
