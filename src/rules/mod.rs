//! What is wrong with one unit, or one pair of documents: one rule, one file.
//!
//! Knows a unit, its texts, the glossary. Never knows other documents, lines and columns, or the interface
//! language. A rule's code does not see its severity: the default stands in the one line that registers it.

mod files;
mod finding;
mod passage;
mod rule;
mod terms;

mod bracket_mismatch;
mod byte_order_mark;
mod code_mismatch;
mod conflict_marker;
mod doubled_space;
mod doubled_word;
mod encoding;
mod end_mark;
mod extra_translation;
mod first_mention;
mod footnote_mismatch;
mod heading_level;
mod hidden_character;
mod length_ratio;
mod link_mismatch;
mod markup_mismatch;
mod missing_translation;
mod mixed_script;
mod moved_paragraph;
mod number_mismatch;
mod placeholder;
mod quotation_unpaired;
mod quote_style;
mod script_leftover;
mod term_case;
mod term_deprecated;
mod term_inconsistent;
mod term_missing;
mod term_unexpected;
mod term_variant;
mod uncertain_alignment;
mod untranslated;
mod wrong_language;

#[cfg(test)]
mod bench;

pub use finding::{Fact, Finding, Fix, Place};
pub use rule::{Context, Options, Rule, Run, Severity};

use Run::{Documents, Review, Unit};
use Severity::{Error, Info, Off, Warning};

/// Every rule, in the order of `tolmach rules`. A new rule is its file, one line here, and its phrases in `ui`.
pub const RULES: &[Rule] = &[
    Rule { id: "missing-translation", severity: Error, run: Unit(missing_translation::run) },
    Rule { id: "extra-translation", severity: Warning, run: Unit(extra_translation::run) },
    Rule { id: "uncertain-alignment", severity: Info, run: Unit(uncertain_alignment::run) },
    Rule { id: "moved-paragraph", severity: Info, run: Unit(moved_paragraph::run) },
    Rule { id: "heading-level", severity: Warning, run: Unit(heading_level::run) },
    Rule { id: "stale-translation", severity: Error, run: Review },
    Rule { id: "edited-translation", severity: Warning, run: Review },
    Rule { id: "cosmetic-change", severity: Off, run: Review },
    Rule { id: "unaccepted", severity: Off, run: Review },
    Rule { id: "untranslated", severity: Warning, run: Unit(untranslated::run) },
    Rule { id: "term-missing", severity: Warning, run: Unit(term_missing::run) },
    Rule { id: "term-deprecated", severity: Warning, run: Unit(term_deprecated::run) },
    Rule { id: "term-case", severity: Warning, run: Unit(term_case::run) },
    Rule { id: "term-variant", severity: Warning, run: Unit(term_variant::run) },
    Rule { id: "term-inconsistent", severity: Warning, run: Documents(term_inconsistent::run) },
    Rule { id: "name-inconsistent", severity: Warning, run: Review },
    Rule { id: "first-mention", severity: Info, run: Documents(first_mention::run) },
    Rule { id: "term-unexpected", severity: Off, run: Unit(term_unexpected::run) },
    Rule { id: "unused-waiver", severity: Info, run: Review },
    Rule { id: "unused-concept", severity: Off, run: Review },
    Rule { id: "number-mismatch", severity: Warning, run: Unit(number_mismatch::run) },
    Rule { id: "link-mismatch", severity: Error, run: Unit(link_mismatch::run) },
    Rule { id: "footnote-mismatch", severity: Error, run: Documents(footnote_mismatch::run) },
    Rule { id: "code-mismatch", severity: Warning, run: Unit(code_mismatch::run) },
    Rule { id: "bracket-mismatch", severity: Warning, run: Unit(bracket_mismatch::run) },
    Rule { id: "quotation-unpaired", severity: Info, run: Documents(quotation_unpaired::run) },
    Rule { id: "end-mark", severity: Warning, run: Unit(end_mark::run) },
    Rule { id: "script-leftover", severity: Warning, run: Unit(script_leftover::run) },
    Rule { id: "mixed-script", severity: Warning, run: Unit(mixed_script::run) },
    Rule { id: "doubled-word", severity: Warning, run: Unit(doubled_word::run) },
    Rule { id: "doubled-space", severity: Info, run: Documents(doubled_space::run) },
    Rule { id: "length-ratio", severity: Warning, run: Unit(length_ratio::run) },
    Rule { id: "same-source", severity: Info, run: Review },
    Rule { id: "same-target", severity: Info, run: Review },
    Rule { id: "markup-mismatch", severity: Warning, run: Unit(markup_mismatch::run) },
    Rule { id: "quote-style", severity: Off, run: Unit(quote_style::run) },
    Rule { id: "placeholder", severity: Error, run: Unit(placeholder::run) },
    Rule { id: "encoding", severity: Error, run: Documents(encoding::run) },
    Rule { id: "byte-order-mark", severity: Warning, run: Documents(byte_order_mark::run) },
    Rule { id: "wrong-language", severity: Warning, run: Documents(wrong_language::run) },
    Rule { id: "hidden-character", severity: Warning, run: Unit(hidden_character::run) },
    Rule { id: "conflict-marker", severity: Error, run: Documents(conflict_marker::run) },
];
