//! The order of the work: two documents, the glossary and the accepted units in; units and findings out.
//!
//! Never knows paths or output formats.

mod blocks;
mod counts;
mod diagnostic;
mod drift;
mod fingerprint;
mod gaps;
mod guess;
mod leftover;
mod loudness;
mod project_index;
mod settings;
pub mod suggest;
mod summary;
mod suppress;
mod units;
mod waiver;

use std::collections::HashMap;

use crate::align::{self, Lexicon, SentenceAligner, Unit};
use crate::glossary::{Index, Occurrence};
use crate::rules::{Context, Finding, Place, RULES, ReadNumbers, Scope, Severity, WantedTerms};
use crate::text::{Document, Span};
use crate::units::Pair;

pub use counts::Counts;
pub use diagnostic::{AnalysedGap, AnalysedUnit, Analysis, Diagnostic, GapState};
pub use fingerprint::fingerprint;
pub use leftover::{Leftover, Owner, leftovers};
pub use project_index::{Inconsistency, Majority, ProjectIndex, project_findings};
pub use settings::{Resources, Settings};
pub use summary::{Summary, Traces, names_in, summarise};
pub use waiver::waiver;

use guess::is_guess;
use units::aligned;

/// The most findings of one rule in one unit: nobody reads more, and a paragraph of a million hidden characters is an
/// attack.
const MOST: usize = 100;

/// The most places of a finding on either side.
const PLACES: usize = 50;

/// Analyses one pair of documents.
///
/// `in_scope` says of a concept, by its index, whether it counts in these documents.
pub fn analyse(pair: &Pair, resources: &Resources<'_>, in_scope: &dyn Fn(usize) -> bool) -> Analysis {
    analyse_with(pair, resources, in_scope, &|_| Vec::new())
}

/// As [`analyse`], with findings that only the whole project shows ([`project_findings`]): `across` gives them for the units and
/// terms of the analysis, which has no findings yet.
pub fn analyse_with(
    pair: &Pair,
    resources: &Resources<'_>,
    in_scope: &dyn Fn(usize) -> bool,
    across: &dyn Fn(&Analysis) -> Vec<Finding>,
) -> Analysis {
    let terms = |index: &Index, document: &Document| -> Vec<Vec<Occurrence>> {
        let scoped = |paragraph| index.find(paragraph).into_iter().filter(|found| in_scope(found.concept)).collect();
        document.paragraphs.iter().map(scoped).collect()
    };
    let mut analysis = Analysis {
        source_terms: terms(resources.source_index, &pair.source),
        target_terms: terms(resources.target_index, &pair.target),
        ..units_alone(pair, resources.lexicon)
    };
    let (mut findings, left_out) = checked(pair, resources, &analysis);
    analysis.left_out = left_out;
    let commented: Vec<usize> = leftovers(pair, &analysis).iter().filter_map(Leftover::block).collect();
    findings.extend(blocks::findings(pair, &analysis.blocks, &commented));
    findings.extend(across(&analysis));
    let findings =
        findings.into_iter().filter(|finding| resources.settings.severity(finding.rule) != Severity::Off).collect();
    analysis.findings = identified(pair, resources.settings, &analysis.units, findings);
    loudness::of_concepts(&mut analysis.findings, resources.glossary);
    settle(pair, resources.settings, &analysis.units, &mut analysis.findings);
    analysis
}

/// The units, gaps and verbatim blocks of a pair without what the rules find: for those who record or write them.
pub fn units_alone<'a>(pair: &Pair, lexicon: &'a (dyn Fn() -> &'a Lexicon + 'a)) -> Analysis {
    let drift = pair.drift();
    let (units, gaps) = aligned(pair, &drift, &|source, target, pins| {
        align::pinned_whole(pins, source.paragraphs.len(), target.paragraphs.len())
            .unwrap_or_else(|| align::align_without_evidence(source, target, pins, lexicon()))
    });
    Analysis { units, gaps, blocks: pair.blocks(&drift), drift, ..Analysis::default() }
}

/// The analysis with `findings` that only the whole project shows, in the place of those it had. Nothing is aligned or
/// checked again; what is suppressed is decided anew, since a suppression may be about one of these findings.
#[must_use]
pub fn with_project_findings(
    pair: &Pair,
    mut analysis: Analysis,
    settings: &Settings,
    findings: Vec<Finding>,
) -> Analysis {
    let of_project = |rule: &str| RULES.iter().any(|one| one.id == rule && matches!(one.scope, Scope::Project(_)));
    let decided_anew = |rule: &str| rule == "unused-waiver" || of_project(rule);
    analysis.findings.retain(|known| !decided_anew(known.finding.rule));
    analysis.findings.iter_mut().for_each(|known| known.waived = None);
    let findings = findings.into_iter().filter(|finding| settings.severity(finding.rule) != Severity::Off).collect();
    analysis.findings.extend(identified(pair, settings, &analysis.units, findings));
    settle(pair, settings, &analysis.units, &mut analysis.findings);
    analysis
}

/// Today's units with the evidence for each, which an analysis does without: it takes longer than all the rest.
pub fn units_with_evidence(pair: &Pair, lexicon: &Lexicon) -> Vec<AnalysedUnit> {
    let drift = pair.drift();
    aligned(pair, &drift, &|source, target, pins| align::align(source, target, pins, lexicon)).0
}

/// What the rules find, and how much more of it there is.
fn checked(pair: &Pair, resources: &Resources<'_>, analysis: &Analysis) -> (Vec<Finding>, usize) {
    let sentences = SentenceAligner::new(|units| {
        align::align_sentences(&pair.source_side(), &pair.target_side(), units, resources.lexicon)
    });
    let context = Context {
        sentences: &sentences,
        numbers: &ReadNumbers::default(),
        wanted: &WantedTerms::default(),
        source: &pair.source,
        target: &pair.target,
        source_language: &pair.source_language,
        target_language: &pair.target_language,
        glossary: resources.glossary,
        source_terms: &analysis.source_terms,
        target_terms: &analysis.target_terms,
        options: &resources.settings.options,
        pages: resources.pages,
    };
    let units: Vec<Unit> = analysis.units.iter().map(|analysed| analysed.unit.clone()).collect();
    let accepted = drift::accepted_units(pair, analysis);
    let (mut findings, mut left_out) = (Vec::new(), 0);
    for rule in RULES.iter().filter(|rule| resources.settings.severity(rule.id) != Severity::Off) {
        match rule.scope {
            Scope::Unit(run) => {
                for unit in &units {
                    let mut found = run(unit, &context);
                    left_out += found.len().saturating_sub(MOST);
                    found.truncate(MOST);
                    found.iter_mut().for_each(few_places);
                    findings.extend(found);
                }
            }
            Scope::Document(run) => {
                let mut of_paragraph: HashMap<[Option<usize>; 2], usize> = HashMap::new();
                for finding in run(&units, &context) {
                    let first = |places: &[Place]| places.first().map(|place| place.paragraph);
                    let count = of_paragraph.entry([first(&finding.source), first(&finding.target)]).or_default();
                    *count += 1;
                    // A finding without a paragraph is about the file.
                    match *count > MOST && (!finding.source.is_empty() || !finding.target.is_empty()) {
                        true => left_out += 1,
                        false => findings.push(finding),
                    }
                }
            }
            Scope::AcceptedState(run) => findings.extend(accepted.iter().filter_map(|unit| run(unit, &context))),
            Scope::Suppression(_) | Scope::Project(_) => {}
        }
    }
    (findings, left_out)
}

/// Leaves a finding the first of its places: a hundred findings of a term that a paragraph has a thousand times must
/// not be a hundred thousand places.
fn few_places(finding: &mut Finding) {
    finding.source.truncate(PLACES);
    finding.target.truncate(PLACES);
}

/// Gives each finding its unit, severity and fingerprint.
fn identified(pair: &Pair, settings: &Settings, units: &[AnalysedUnit], findings: Vec<Finding>) -> Vec<Diagnostic> {
    let unit_of = UnitOf::new(pair, units);
    let mut prints = fingerprint::Prints::new(units);
    findings
        .into_iter()
        .map(|mut finding| {
            let unit = unit_of.finding(&finding);
            let fingerprint = prints.next(&finding, unit, pair);
            finding.unsure |= unit.is_some_and(|at| is_guess(finding.rule, &units[at].unit));
            Diagnostic { severity: settings.severity_of(&finding), waived: None, unit, fingerprint, finding }
        })
        .collect()
}

/// Marks what is suppressed, and puts the findings in order.
fn settle(pair: &Pair, settings: &Settings, units: &[AnalysedUnit], diagnostics: &mut Vec<Diagnostic>) {
    suppress::suppress(pair, settings, units, diagnostics);
    let first =
        |places: &[Place]| places.first().map_or((usize::MAX, Span::default()), |place| (place.paragraph, place.span));
    diagnostics.sort_by(|a, b| {
        let key = |diagnostic: &Diagnostic| {
            (
                diagnostic.unit,
                first(&diagnostic.finding.target),
                first(&diagnostic.finding.source),
                diagnostic.finding.rule,
            )
        };
        key(a).cmp(&key(b))
    });
}

/// Which unit a paragraph belongs to.
struct UnitOf {
    source: Vec<Option<usize>>,
    target: Vec<Option<usize>>,
}

impl UnitOf {
    fn new(pair: &Pair, units: &[AnalysedUnit]) -> UnitOf {
        let mut source = vec![None; pair.source.paragraphs.len()];
        let mut target = vec![None; pair.target.paragraphs.len()];
        for (at, analysed) in units.iter().enumerate() {
            analysed.unit.source.iter().for_each(|paragraph| source[*paragraph] = Some(at));
            analysed.unit.target.iter().for_each(|paragraph| target[*paragraph] = Some(at));
        }
        UnitOf { source, target }
    }

    fn finding(&self, finding: &Finding) -> Option<usize> {
        let target = finding.target.first().and_then(|place| self.target.get(place.paragraph).copied().flatten());
        target.or_else(|| finding.source.first().and_then(|place| self.source.get(place.paragraph).copied().flatten()))
    }
}

#[cfg(test)]
mod examples;
#[cfg(test)]
mod gap_examples;
