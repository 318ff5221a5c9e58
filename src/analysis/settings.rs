//! What an analysis is made with.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::Lexicon;
use crate::glossary::{Glossary, Index};
use crate::rules::{Finding, Options, Pages, RULES, Scope, Severity};

/// What an analysis is made with; the same for every pair of documents of two languages.
#[derive(Clone, Copy)]
pub struct Resources<'a> {
    /// The project's concepts.
    pub glossary: &'a Glossary,
    /// Finds the terms of the source language.
    pub source_index: &'a Index,
    /// Finds the terms of the target language.
    pub target_index: &'a Index,
    /// Asked for only where something is left to align.
    pub lexicon: &'a (dyn Fn() -> &'a Lexicon + 'a),
    /// Severities and options of the rules.
    pub settings: &'a Settings,
    /// The pages of the project that links of the pair lead to.
    pub pages: &'a dyn Pages,
}

/// Which rules run, how loudly, and with what limits.
#[derive(Clone, Debug)]
pub struct Settings {
    /// By rule; rules that are not here are off.
    pub severities: BTreeMap<&'static str, Severity>,
    /// The rules of which the project says how loud they are: all their findings are, also those they are less sure of.
    pub stated: BTreeSet<&'static str>,
    /// Options of the rules, by rule.
    pub options: Options,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            severities: RULES.iter().map(|rule| (rule.id, rule.severity)).collect(),
            stated: BTreeSet::new(),
            options: Options::default(),
        }
    }
}

impl Settings {
    /// How loud a rule is.
    pub fn severity(&self, rule: &str) -> Severity {
        self.severities.get(rule).copied().unwrap_or(Severity::Off)
    }

    /// How loud a finding is: as its rule, or a step quieter where the rule is less sure of it.
    pub fn severity_of(&self, finding: &Finding) -> Severity {
        let severity = self.severity(finding.rule);
        if finding.unsure && !self.stated.contains(finding.rule) { severity.quieter() } else { severity }
    }

    /// Whether a rule that looks at the whole project is on.
    pub fn look_at_project(&self) -> bool {
        let project = RULES.iter().filter(|rule| matches!(rule.scope, Scope::Project(_)));
        project.into_iter().any(|rule| self.severity(rule.id) != Severity::Off)
    }
}
