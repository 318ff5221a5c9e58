//! Different paragraphs of the original with one translation: text was pasted in the wrong place.
//!
//! Shorter paragraphs may well mean the same in other words.

use super::rule::OtherPassageFacts;
use super::{Agree, Example, Finding, OtherPassage, PassageRule, ProjectScope, Rule, Scope, Severity};

pub(super) const RULE: Rule =
    Rule::new("same-target", Severity::Info, Scope::Project(ProjectScope::Passages(COMPARED)))
        .facts::<OtherPassageFacts>()
        .examples(&[
            Example::found("Вечером на площади собралось несколько сотен людей.", "The town was empty.")
                .beside("Город рано утром был ещё совершенно пуст и очень тих.", "The town was empty."),
            Example::silent("Вечером на площади собралось несколько сотен людей.", "People gathered in the square.")
                .beside("Город рано утром был ещё совершенно пуст и очень тих.", "The town was empty."),
        ]);

const COMPARED: PassageRule = PassageRule { agree: Agree::Target, letters: 40, finding };

fn finding(other: &OtherPassage<'_>) -> Finding {
    Finding::new(&RULE, other.facts())
}
