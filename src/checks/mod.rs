//! What is wrong with one unit, or one pair of documents: one rule, one file.
//!
//! Knows a unit, its texts, the glossary. Never knows other documents, lines and columns, or the interface
//! language. A rule's code does not see its severity: the default stands in the one line that registers it.

mod finding;
mod passage;
mod rule;

mod extra_translation;
mod link_mismatch;
mod missing_translation;
mod number_mismatch;
mod script_leftover;
mod term_case;
mod term_deprecated;
mod term_missing;
mod terms;
mod untranslated;

#[cfg(test)]
mod bench;

pub use finding::{Fact, Finding, Fix, Place};
pub use rule::{Context, Options, Rule, Run, Severity};

use Run::{Review, Unit};
use Severity::{Error, Info, Off, Warning};

/// Every rule, in the order of `tolmach rules`. A new rule is its file, one line here, and its phrases in `ui`.
pub const RULES: &[Rule] = &[
    Rule { id: "missing-translation", severity: Error, run: Unit(missing_translation::run) },
    Rule { id: "extra-translation", severity: Warning, run: Unit(extra_translation::run) },
    Rule { id: "stale-translation", severity: Error, run: Review },
    Rule { id: "edited-translation", severity: Warning, run: Review },
    Rule { id: "cosmetic-change", severity: Off, run: Review },
    Rule { id: "unaccepted", severity: Off, run: Review },
    Rule { id: "untranslated", severity: Warning, run: Unit(untranslated::run) },
    Rule { id: "term-missing", severity: Warning, run: Unit(term_missing::run) },
    Rule { id: "term-deprecated", severity: Warning, run: Unit(term_deprecated::run) },
    Rule { id: "term-case", severity: Warning, run: Unit(term_case::run) },
    Rule { id: "name-inconsistent", severity: Warning, run: Review },
    Rule { id: "unused-waiver", severity: Info, run: Review },
    Rule { id: "unused-concept", severity: Off, run: Review },
    Rule { id: "number-mismatch", severity: Warning, run: Unit(number_mismatch::run) },
    Rule { id: "link-mismatch", severity: Error, run: Unit(link_mismatch::run) },
    Rule { id: "script-leftover", severity: Warning, run: Unit(script_leftover::run) },
    Rule { id: "same-source", severity: Info, run: Review },
    Rule { id: "same-target", severity: Info, run: Review },
];
