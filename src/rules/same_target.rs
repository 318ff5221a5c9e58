//! Different paragraphs of the original with one translation: text was pasted in the wrong place.
//!
//! Shorter paragraphs may well mean the same in other words.

use super::{Agree, Example, Finding, OtherPassage, PassageRule, ProjectScope, Rule, Scope, Severity, facts};

pub(super) const RULE: Rule =
    Rule::new("same-target", Severity::Info, Scope::Project(ProjectScope::Passages(COMPARED)))
        .facts::<Facts>()
        .examples(&[
            Example::found("Вечером на площади собралось несколько сотен людей.", "The town was empty.")
                .beside("Город рано утром был ещё совершенно пуст и очень тих.", "The town was empty."),
            Example::silent("Вечером на площади собралось несколько сотен людей.", "People gathered in the square.")
                .beside("Город рано утром был ещё совершенно пуст и очень тих.", "The town was empty."),
        ]);

const COMPARED: PassageRule = PassageRule { agree: Agree::Target, letters: 40, finding };

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
