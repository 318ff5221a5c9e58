//! What a rule is, and what it looks at.

use super::facts::{FactName, Facts, facts};
use super::{Example, Finding, OptionSet, Options, Pages, Place, ReadNumbers, WantedTerms};
use crate::align::{SentenceAligner, Unit};
use crate::glossary::{Glossary, Occurrence};
use crate::lang::Language;
use crate::text::{Document, Label};

/// How loud a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The rule does not run.
    Off,
    /// A note.
    Info,
    /// Likely a mistake.
    Warning,
    /// A mistake.
    Error,
}

impl Severity {
    /// One step quieter, and never off.
    pub(crate) fn quieter(self) -> Severity {
        match self {
            Severity::Error => Severity::Warning,
            Severity::Warning | Severity::Info => Severity::Info,
            Severity::Off => Severity::Off,
        }
    }
}

/// The declaration of a rule: the one constant of its file.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// A released name stays.
    pub id: &'static str,
    /// Unless `tolmach.toml` sets another.
    pub severity: Severity,
    /// What it looks at, and its function.
    pub scope: Scope,
    /// Whether it compares the texts of a unit's sides, so that it guesses where they are not each other's.
    pub compares: bool,
    /// What `tolmach.toml` may set beside the severity.
    pub options: OptionSet,
    /// What its findings say of a place.
    pub facts: &'static [FactName],
    /// At least one that is found and one that is passed over.
    pub examples: &'static [Example],
}

/// What a rule looks at, and what looks.
#[derive(Clone, Copy, Debug)]
pub enum Scope {
    /// One unit at a time.
    Unit(fn(&Unit, &Context<'_>) -> Vec<Finding>),
    /// All units of a pair of documents.
    Document(fn(&[Unit], &Context<'_>) -> Vec<Finding>),
    /// A unit that has both sides or lost one, beside what a person accepted of it.
    AcceptedState(fn(&AcceptedUnit<'_>, &Context<'_>) -> Option<Finding>),
    /// A suppression that suppresses nothing, once all findings of the pair are known.
    Suppression(fn(&UnusedSuppression<'_>) -> Finding),
    /// All pairs of documents of the project.
    Project(ProjectScope),
}

/// What a rule compares over the project, and how it reports what deviates.
#[derive(Clone, Copy, Debug)]
pub enum ProjectScope {
    /// Units that agree on one side ought to agree on the other.
    Passages(PassageRule),
    /// Names of one stem ought to be spelled alike.
    Names(NameRule),
    /// Concepts of the glossary ought to be used; the name of one that is not.
    Concepts(fn(&str) -> Finding),
}

/// A rule that compares units by their texts.
#[derive(Clone, Copy, Debug)]
pub struct PassageRule {
    /// The side on which the units agree.
    pub agree: Agree,
    /// Only units of more letters in the source count.
    pub letters: u8,
    /// The finding for a unit that differs from the others.
    pub finding: fn(&OtherPassage<'_>) -> Finding,
}

/// The side on which units agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agree {
    /// One source, different targets.
    Source,
    /// One target, different sources.
    Target,
}

/// The unit that most others agree with.
#[derive(Clone, Copy, Debug)]
pub struct OtherPassage<'a> {
    /// The beginning of its translation.
    pub excerpt: &'a str,
    /// Path of its translation.
    pub path: &'a str,
}

facts! {
    /// What differs from a unit.
    pub(super) struct OtherPassageFacts {
        /// The beginning of the translation of the unit that most others agree with.
        other: String,
        /// Path of that translation.
        r#where: String,
    }
}

impl OtherPassage<'_> {
    /// The unit as the facts of a finding about one that differs from it.
    pub(super) fn facts(&self) -> OtherPassageFacts {
        OtherPassageFacts { other: self.excerpt.to_owned(), r#where: self.path.to_owned() }
    }
}

/// A rule that compares spellings of names.
#[derive(Clone, Copy, Debug)]
pub struct NameRule {
    /// Whether a spelling, the first argument, deviates from that of the majority.
    pub deviates: fn(&str, &str) -> bool,
    /// The finding for a name that differs from the others.
    pub finding: fn(&OtherSpelling<'_>) -> Finding,
}

/// A name that is spelled otherwise than by the majority.
#[derive(Clone, Copy, Debug)]
pub struct OtherSpelling<'a> {
    /// As the original has it.
    pub name: &'a str,
    /// As this translation has it.
    pub spelling: &'a str,
    /// As most translations have it.
    pub usual: &'a str,
}

/// A unit and what became of it since a person accepted it.
#[derive(Clone, Debug)]
pub struct AcceptedUnit<'a> {
    /// The unit of today's texts.
    pub unit: &'a Unit,
    /// What became of it.
    pub state: AcceptedState,
    /// The paragraphs as they were accepted; empty where nobody accepted the unit or nothing changed.
    pub source_was: Vec<&'a str>,
    /// As `source_was`, of the translation.
    pub target_was: Vec<&'a str>,
    /// The comments of tolmach's own that are left in its translation.
    pub labels: Vec<Label>,
    /// The machine's translation that it has, where nobody has worked on it.
    pub draft: Option<UnreadDraft<'a>>,
}

/// A machine's translation on which nobody has worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnreadDraft<'a> {
    /// Which machine.
    pub by: &'a str,
    /// Whether the original still is what the machine was given.
    pub current: bool,
}

/// What became of a unit since a person accepted it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcceptedState {
    /// Nobody accepted it.
    Never,
    /// Both texts are as they were accepted.
    Unchanged,
    /// Looks changed, wording did not.
    Cosmetic,
    /// The wording of the translation changed.
    Edited,
    /// The wording of the original changed.
    Stale,
    /// The wording of both changed.
    Both,
    /// Its paragraphs on one side are gone.
    Removed,
}

/// A waiver or an `allow` comment that suppresses nothing.
#[derive(Clone, Debug)]
pub struct UnusedSuppression<'a> {
    /// The rule it names, which may be none.
    pub rule: &'a str,
    /// The reason that it gives.
    pub reason: &'a str,
    /// Places in the target, where its unit is still there.
    pub target: Vec<Place>,
}

impl Rule {
    /// A rule without options, facts and examples, to be completed by its file.
    pub(super) const fn new(id: &'static str, severity: Severity, scope: Scope) -> Rule {
        Rule { id, severity, scope, compares: false, options: OptionSet::NONE, facts: &[], examples: &[] }
    }

    /// One that compares the texts of a unit's sides.
    pub(super) const fn compares(self) -> Rule {
        Rule { compares: true, ..self }
    }

    /// With facts of a type.
    pub(super) const fn facts<F: Facts>(self) -> Rule {
        Rule { facts: F::NAMES, ..self }
    }

    pub(super) const fn options(self, options: OptionSet) -> Rule {
        Rule { options, ..self }
    }

    pub(super) const fn examples(self, examples: &'static [Example]) -> Rule {
        Rule { examples, ..self }
    }

    /// What the rule finds in all units of a pair of documents, in the units' order; nothing where it looks at more
    /// than the two documents.
    pub fn findings(&self, units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
        match self.scope {
            Scope::Unit(run) => units.iter().flat_map(|unit| run(unit, context)).collect(),
            Scope::Document(run) => run(units, context),
            Scope::AcceptedState(_) | Scope::Suppression(_) | Scope::Project(_) => Vec::new(),
        }
    }
}

impl Finding {
    /// A finding of a rule with its facts, with no place yet.
    pub(super) fn new<F: Facts>(rule: &Rule, facts: F) -> Finding {
        debug_assert_eq!(rule.facts, F::NAMES, "{} declares the facts that it gives", rule.id);
        Finding {
            rule: rule.id,
            source: Vec::new(),
            target: Vec::new(),
            facts: facts.into_list(),
            fix: None,
            unsure: false,
        }
    }
}

/// The pair of documents a rule looks at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The original.
    pub source: &'a Document,
    /// The translation.
    pub target: &'a Document,
    /// Of the original.
    pub source_language: &'a Language,
    /// Of the translation.
    pub target_language: &'a Language,
    /// The project's concepts.
    pub glossary: &'a Glossary,
    /// By paragraph of the source, the source-language terms in it.
    pub source_terms: &'a [Vec<Occurrence>],
    /// By paragraph of the target, the target-language terms in it.
    pub target_terms: &'a [Vec<Occurrence>],
    /// The terms that words of the translation are compared with, inflected where a rule asks for them.
    pub wanted: &'a WantedTerms,
    /// The numbers of the paragraphs, read where a rule asks for them.
    pub numbers: &'a ReadNumbers,
    /// The sentences of the units, aligned where a rule asks for them.
    pub sentences: &'a SentenceAligner<'a>,
    /// Options of the rules.
    pub options: &'a Options,
    /// The pages that links lead to.
    pub pages: &'a dyn Pages,
}
