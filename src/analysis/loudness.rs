//! How loud a finding is where the entry of its concept says so.

use super::Diagnostic;
use crate::glossary::{Glossary, Loudness};
use crate::rules::{Fact, Severity};

/// Gives each finding about a concept the severity of the entry; what the entry switches off goes.
pub(super) fn of_concepts(diagnostics: &mut Vec<Diagnostic>, glossary: &Glossary) {
    let own = glossary.concepts.iter().filter_map(|concept| Some((concept.id.as_str(), concept.severity?)));
    let own: Vec<(&str, Loudness)> = own.collect();
    if own.is_empty() {
        return;
    }
    let loudness = |diagnostic: &Diagnostic| {
        let concept = diagnostic.finding.facts.iter().find(|(name, _)| *name == "concept");
        let Some((_, Fact::Text(id))) = concept else { return None };
        own.iter().find(|(known, _)| known == id).map(|(_, loudness)| *loudness)
    };
    diagnostics.retain_mut(|diagnostic| match loudness(diagnostic) {
        Some(Loudness::Off) => false,
        Some(loudness) => {
            diagnostic.severity = severity(loudness);
            true
        }
        None => true,
    });
}

fn severity(loudness: Loudness) -> Severity {
    match loudness {
        Loudness::Off => Severity::Off,
        Loudness::Info => Severity::Info,
        Loudness::Warning => Severity::Warning,
        Loudness::Error => Severity::Error,
    }
}
