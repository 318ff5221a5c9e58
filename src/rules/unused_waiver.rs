//! A waiver or an `allow` comment that suppresses nothing: one day it may hide a fault that nobody has looked at.

use super::{Example, Finding, Rule, Scope, Severity, UnusedSuppression, fact_values, facts};

pub(super) const RULE: Rule =
    Rule::new("unused-waiver", Severity::Info, Scope::Suppression(run)).facts::<Facts>().examples(&[
        Example::found(
            "Мост построен в 1904 году.",
            "<!-- tolmach: allow number-mismatch: the author asked for it -->\n\nThe bridge was built in 1904.",
        ),
        Example::silent(
            "Мост построен в 1904 году.",
            "<!-- tolmach: allow number-mismatch: the author asked for it -->\n\nThe bridge was built in 1905.",
        ),
    ]);

facts! {
    struct Facts {
        /// The rule that is waived.
        rule: String,
        reason: String,
        known: Known,
    }
}

fact_values! {
    /// Whether there is a rule of that name.
    enum Known {
        Yes,
        No,
    }
}

fn run(unused: &UnusedSuppression<'_>) -> Finding {
    let known = if Rule::named(unused.rule).is_some() { Known::Yes } else { Known::No };
    let facts = Facts { rule: unused.rule.to_owned(), reason: unused.reason.to_owned(), known };
    Finding::new(&RULE, facts).in_target(unused.target.iter().copied())
}
