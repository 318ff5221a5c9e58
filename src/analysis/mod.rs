//! The order of the work: two documents, the glossary and the accepted units in; units and findings out.
//!
//! Never knows paths or output formats.

mod blocks;
mod counts;
mod drift;
mod fingerprint;
mod project_index;
pub mod suggest;
mod summary;
mod suppress;

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::align::{self, Lexicon, Pin, SentenceAligner, Side, Unit};
use crate::glossary::{Glossary, Index, Occurrence};
use crate::rules::{Context, Finding, Options, Place, RULES, Scope, Severity};
use crate::text::{Document, Gaps, Span};
use crate::units::{Blocks, Drift, Pair, State};

pub use counts::Counts;
pub use fingerprint::fingerprint;
pub use project_index::{Inconsistency, Majority, ProjectIndex, project_findings};
pub use summary::{Summary, summarise};

/// The most findings of one rule in one unit: nobody reads more, and a paragraph of a million hidden characters is an
/// attack.
const MOST: usize = 100;

/// What an analysis is made with; the same for every pair of documents of two languages.
#[derive(Clone, Copy)]
pub struct Resources<'a> {
    pub glossary: &'a Glossary,
    pub source_index: &'a Index,
    pub target_index: &'a Index,
    /// Asked for only where something is left to align.
    pub lexicon: &'a (dyn Fn() -> &'a Lexicon + 'a),
    pub settings: &'a Settings,
}

/// Which rules run, how loudly, and with what limits.
#[derive(Clone, Debug)]
pub struct Settings {
    /// By rule; rules that are not here are off.
    pub severities: BTreeMap<&'static str, Severity>,
    pub options: Options,
}

/// A unit of today's texts and what a person said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct AnalysedUnit {
    pub unit: Unit,
    /// Index into `Units::accepted` and what became of it; `None` where nobody accepted the unit.
    pub accepted: Option<(usize, State)>,
}

/// A finding in its analysis.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    pub finding: Finding,
    pub severity: Severity,
    /// Index into [`Analysis::units`]; `None` for a finding about a whole document.
    pub unit: Option<usize>,
    /// The reason of the waiver or `allow` comment that quiets it.
    pub waived: Option<String>,
    /// 16 hexadecimal digits that stay the same while the unit's texts and the finding do, wherever they move.
    pub fingerprint: String,
}

/// The answer about one pair of documents.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// In source order.
    pub units: Vec<AnalysedUnit>,
    /// By place in the target, then in the source.
    pub findings: Vec<Diagnostic>,
    /// How many more findings there are: of one rule in one unit the first hundred are told.
    pub left_out: usize,
    pub drift: Drift,
    /// Code and other blocks that are compared as they are written.
    pub blocks: Blocks,
    pub source_terms: Vec<Vec<Occurrence>>,
    pub target_terms: Vec<Vec<Occurrence>>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            severities: RULES.iter().map(|rule| (rule.id, rule.severity)).collect(),
            options: Options::default(),
        }
    }
}

impl Settings {
    /// How loud a rule is.
    pub fn severity(&self, rule: &str) -> Severity {
        self.severities.get(rule).copied().unwrap_or(Severity::Off)
    }

    /// Whether a rule that looks at the whole project is on.
    pub fn look_at_project(&self) -> bool {
        let project = RULES.iter().filter(|rule| matches!(rule.scope, Scope::Project(_)));
        project.into_iter().any(|rule| self.severity(rule.id) != Severity::Off)
    }
}

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
    let drift = pair.drift();
    let units = aligned(pair, &drift, &|source, target, pins| {
        align::pinned_whole(pins, source.paragraphs.len(), target.paragraphs.len())
            .unwrap_or_else(|| align::align_without_evidence(source, target, pins, (resources.lexicon)()))
    });
    let terms = |index: &Index, document: &Document| -> Vec<Vec<Occurrence>> {
        let scoped = |paragraph| index.find(paragraph).into_iter().filter(|found| in_scope(found.concept)).collect();
        document.paragraphs.iter().map(scoped).collect()
    };
    let mut analysis = Analysis {
        source_terms: terms(resources.source_index, &pair.source),
        target_terms: terms(resources.target_index, &pair.target),
        units,
        blocks: pair.blocks(&drift),
        drift,
        ..Analysis::default()
    };
    let (mut findings, left_out) = checked(pair, resources, &analysis);
    analysis.left_out = left_out;
    findings.extend(blocks::findings(pair, &analysis.blocks));
    findings.extend(across(&analysis));
    let findings =
        findings.into_iter().filter(|finding| resources.settings.severity(finding.rule) != Severity::Off).collect();
    analysis.findings = identified(pair, resources.settings, &analysis.units, findings);
    settle(pair, resources.settings, &analysis.units, &mut analysis.findings);
    analysis
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
    aligned(pair, &drift, &|source, target, pins| align::align(source, target, pins, lexicon))
}

/// An aligner, with or without evidence.
type Align<'a> = &'a dyn Fn(&Side<'_>, &Side<'_>, &[Pin]) -> Vec<Unit>;

/// Today's units: the accepted ones and those set by hand hold, the rest is aligned between them.
fn aligned(pair: &Pair, drift: &Drift, align: Align<'_>) -> Vec<AnalysedUnit> {
    let mut pins: Vec<Pin> = drift.standing.iter().map(|standing| &standing.pin).chain(&drift.pairs).cloned().collect();
    gaps(pair, &mut pins);
    titles(pair, &mut pins);
    let (source, target) = (pair.source_side(), pair.target_side());
    let known: HashMap<_, _> = drift
        .standing
        .iter()
        .map(|standing| ((&standing.pin.source[..], &standing.pin.target[..]), (standing.accepted, standing.state)))
        .collect();
    // A unit that lost one side is no pin; what the aligner finds in its place is still the accepted unit, changed.
    let mut halves: HashMap<(usize, usize), (usize, State)> = HashMap::new();
    for half in &drift.halves {
        halves.extend(half.pin.source.iter().map(|at| ((0, *at), (half.accepted, half.state))));
        halves.extend(half.pin.target.iter().map(|at| ((1, *at), (half.accepted, half.state))));
    }
    let half = |unit: &Unit| {
        let both = !unit.source.is_empty() && !unit.target.is_empty();
        let mut paragraphs =
            unit.source.iter().map(|at| (0, *at)).chain(unit.target.iter().map(|at| (1, *at))).filter(|_| both);
        paragraphs.find_map(|paragraph| halves.get(&paragraph).copied())
    };
    // What is left of two units was accepted as the counterpart of something else: the two do not answer each other.
    let strangers = |unit: &Unit| {
        let source = unit.source.iter().map(|at| halves.get(&(0, *at)));
        let target: Vec<_> = unit.target.iter().map(|at| halves.get(&(1, *at))).collect();
        let apart = |one: &(usize, State)| target.iter().all(|other| other.is_some_and(|other| other.0 != one.0));
        !unit.target.is_empty() && !unit.source.is_empty() && source.into_iter().all(|one| one.is_some_and(apart))
    };
    align(&source, &target, &pins)
        .into_iter()
        .flat_map(|unit| match strangers(&unit) {
            true => vec![Unit::new(unit.source, Vec::new()), Unit::new(Vec::new(), unit.target)],
            false => vec![unit],
        })
        .map(|unit| {
            let standing = known.get(&(&unit.source[..], &unit.target[..])).copied();
            AnalysedUnit { accepted: standing.or_else(|| half(&unit)), unit }
        })
        .collect()
}

/// Pins that hold the paragraphs of the original apart for which the translation has a gap: nothing answers them yet.
fn gaps(pair: &Pair, pins: &mut Vec<Pin>) {
    let mut gaps = Gaps::of(&pair.target);
    if gaps.all.is_empty() {
        return;
    }
    let taken: HashSet<usize> = pins.iter().flat_map(|pin| pin.source.iter().copied()).collect();
    for (at, paragraph) in pair.source.paragraphs.iter().enumerate() {
        if !taken.contains(&at) && gaps.take(&paragraph.text).is_some() {
            pins.push(Pin { source: vec![at], target: Vec::new() });
        }
    }
}

/// Pins that hold the titles apart that a marker of one side has and its counterpart has not.
fn titles(pair: &Pair, pins: &mut Vec<Pin>) {
    let (source, target) = (&pair.source, &pair.target);
    let names = |document: &Document| document.markers.iter().map(|marker| marker.name.clone()).collect::<Vec<_>>();
    let taken: HashSet<(usize, usize)> = pins
        .iter()
        .flat_map(|pin| pin.source.iter().map(|at| (0, *at)).chain(pin.target.iter().map(|at| (1, *at))))
        .collect();
    let equal = similar::capture_diff_slices(similar::Algorithm::Myers, &names(source), &names(target));
    for operation in equal.iter().filter(|operation| operation.tag() == similar::DiffTag::Equal) {
        for (left, right) in operation.old_range().zip(operation.new_range()) {
            let (left, right) = (source.titles(&source.markers[left]), target.titles(&target.markers[right]));
            if left.is_empty() == right.is_empty() {
                continue;
            }
            let left = left.filter(|at| !taken.contains(&(0, *at)));
            let right = right.filter(|at| !taken.contains(&(1, *at)));
            pins.extend(left.map(|at| Pin { source: vec![at], target: Vec::new() }));
            pins.extend(right.map(|at| Pin { source: Vec::new(), target: vec![at] }));
        }
    }
}

/// What the rules find, and how much more of it there is.
fn checked(pair: &Pair, resources: &Resources<'_>, analysis: &Analysis) -> (Vec<Finding>, usize) {
    let sentences = SentenceAligner::new(|units| {
        align::align_sentences(&pair.source_side(), &pair.target_side(), units, resources.lexicon)
    });
    let context = Context {
        sentences: &sentences,
        source: &pair.source,
        target: &pair.target,
        source_language: &pair.source_language,
        target_language: &pair.target_language,
        glossary: resources.glossary,
        source_terms: &analysis.source_terms,
        target_terms: &analysis.target_terms,
        options: &resources.settings.options,
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

/// Gives each finding its unit, severity and fingerprint.
fn identified(pair: &Pair, settings: &Settings, units: &[AnalysedUnit], findings: Vec<Finding>) -> Vec<Diagnostic> {
    let unit_of = UnitOf::new(pair, units);
    let mut prints = fingerprint::Prints::new(units);
    findings
        .into_iter()
        .map(|finding| {
            let unit = unit_of.finding(&finding);
            let fingerprint = prints.next(&finding, unit, pair);
            Diagnostic { severity: settings.severity(finding.rule), waived: None, unit, fingerprint, finding }
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
