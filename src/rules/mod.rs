//! What is wrong with a unit, a pair of documents or a project: one rule, one file.
//!
//! A rule's file holds its declaration, [`Rule`]: its name, severity, scope, options, facts and examples. A new rule is
//! that file, its two lines below, and its message in `i18n/<language>/rules.ftl`; tests name what is missing.
//!
//! Knows units, their texts, the glossary and what was accepted. Never knows other documents' files, lines and columns,
//! or the interface language.

mod accepted;
mod address;
mod attributes;
mod block_state;
mod example;
mod facts;
mod files;
mod finding;
mod link;
mod machine_remarks;
mod near_miss;
mod options;
mod pages;
mod passage;
mod quantities;
mod renderings;
mod rule;
mod sentence;
mod terms;
mod wanted;
mod word_use;

mod added_sentence;
mod bracket_mismatch;
mod byte_order_mark;
mod code_mismatch;
mod conflict_marker;
mod container_mismatch;
mod cosmetic_change;
mod currency_mismatch;
mod date_mismatch;
mod dead_anchor;
mod doubled_space;
mod doubled_word;
mod edited_translation;
mod emphasis;
mod emphasis_lost;
mod encoding;
mod end_mark;
mod extra_translation;
mod first_mention;
mod footnote_mismatch;
mod heading_level;
mod hidden_character;
mod hidden_translation;
mod leftover_marker;
mod length_ratio;
mod link_mismatch;
mod markup_mismatch;
mod measure_mismatch;
mod missing_translation;
mod mixed_script;
mod moved_paragraph;
mod name_inconsistent;
mod not_a_translation;
mod number_mismatch;
mod omitted_sentence;
mod placeholder;
mod placeholder_mismatch;
mod quotation_unpaired;
mod quote_style;
mod read_numbers;
mod removed_paragraph;
mod same_source;
mod same_target;
mod script_leftover;
mod stale_translation;
mod term_case;
mod term_deprecated;
mod term_inconsistent;
mod term_missing;
mod term_unexpected;
mod term_variant;
mod unaccepted;
mod uncertain_alignment;
mod unread_draft;
mod unseen_text;
mod untranslated;
mod unused_concept;
mod unused_waiver;
mod wrong_language;

#[cfg(test)]
pub(crate) mod testing;

pub use block_state::{block_finding, commented_block, revision_finding};
pub use example::{Example, Pairing, Verdict};
pub use facts::Side;
pub use facts::{Fact, FactName};
pub use finding::{Finding, Fix, Place};
pub use options::{OptionSet, OptionValue, Options};
pub use pages::{NoPages, Pages};
pub use read_numbers::ReadNumbers;
pub use rule::{
    AcceptedState, AcceptedUnit, Agree, Context, NameRule, OtherPassage, OtherSpelling, PassageRule, ProjectScope,
    Rule, Scope, Severity, UnreadDraft, UnusedSuppression,
};
pub use unread_draft::UNREAD_DRAFT;
pub use wanted::WantedTerms;

use example::AKIMAT;
use facts::{NoFacts, fact_values, facts};

/// Every rule, in the order of `tolmach rules`.
pub const RULES: &[Rule] = &[
    missing_translation::RULE,
    extra_translation::RULE,
    hidden_translation::RULE,
    omitted_sentence::RULE,
    added_sentence::RULE,
    uncertain_alignment::RULE,
    moved_paragraph::RULE,
    heading_level::RULE,
    stale_translation::RULE,
    edited_translation::RULE,
    removed_paragraph::RULE,
    cosmetic_change::RULE,
    leftover_marker::RULE,
    unaccepted::RULE,
    unread_draft::RULE,
    untranslated::RULE,
    not_a_translation::RULE,
    term_missing::RULE,
    term_deprecated::RULE,
    term_case::RULE,
    term_variant::RULE,
    term_inconsistent::RULE,
    name_inconsistent::RULE,
    first_mention::RULE,
    term_unexpected::RULE,
    unused_waiver::RULE,
    unused_concept::RULE,
    number_mismatch::RULE,
    currency_mismatch::RULE,
    measure_mismatch::RULE,
    date_mismatch::RULE,
    link_mismatch::RULE,
    dead_anchor::RULE,
    footnote_mismatch::RULE,
    code_mismatch::RULE,
    bracket_mismatch::RULE,
    quotation_unpaired::RULE,
    end_mark::RULE,
    script_leftover::RULE,
    mixed_script::RULE,
    doubled_word::RULE,
    doubled_space::RULE,
    length_ratio::RULE,
    same_source::RULE,
    same_target::RULE,
    markup_mismatch::RULE,
    emphasis_lost::RULE,
    container_mismatch::RULE,
    placeholder_mismatch::RULE,
    unseen_text::RULE,
    quote_style::RULE,
    placeholder::RULE,
    encoding::RULE,
    byte_order_mark::RULE,
    wrong_language::RULE,
    hidden_character::RULE,
    conflict_marker::RULE,
];

impl Rule {
    /// The rule of a name.
    pub fn named(id: &str) -> Option<&'static Rule> {
        RULES.iter().find(|rule| rule.id == id)
    }
}

/// What holds where `tolmach.toml` sets nothing.
impl Default for Options {
    fn default() -> Options {
        RULES.iter().map(|rule| (rule.id, rule.options)).collect()
    }
}

/// Whether a rule gives a fact: known where the code is compiled, so that a message can be held to it there.
pub const fn has_fact(rule: &str, fact: &str) -> bool {
    let mut at = 0;
    while at < RULES.len() {
        let (id, facts) = (RULES[at].id, RULES[at].facts);
        let mut name = 0;
        while same(id, rule) && name < facts.len() {
            if same(facts[name].name, fact) {
                return true;
            }
            name += 1;
        }
        at += 1;
    }
    false
}

const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

const _: () = assert!(has_fact("number-mismatch", "side") && !has_fact("number-mismatch", "no-such-fact"));
