//! The examples of every rule: what each must find is found, and what it must pass over is passed over.

use std::collections::HashSet;

use super::*;
use crate::glossary::Glossary;
use crate::lang::Language;
use crate::rules::{Example, Pairing, ProjectScope, Rule, Verdict};
use crate::text::Format;
use crate::units::{self, Accepted, Draft, Units};

#[test]
fn every_rule_does_with_its_examples_what_it_declares() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for (at, example) in rule.examples.iter().enumerate() {
            let found = findings(rule, example);
            if found.is_empty() == (example.verdict == Verdict::Found) {
                wrong.push(format!("{}, example {at}: must be {:?}, gives {found:?}", rule.id, example.verdict));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_an_example_of_either_kind() {
    let has = |rule: &Rule, verdict| rule.examples.iter().any(|example| example.verdict == verdict);
    let wrong: Vec<&str> = RULES
        .iter()
        .filter(|rule| !has(rule, Verdict::Found) || !has(rule, Verdict::Silent))
        .map(|rule| rule.id)
        .collect();
    assert!(wrong.is_empty(), "an example that is found, and one that is not, are lacking: {wrong:?}");
}

#[test]
fn no_two_rules_have_one_name() {
    let names: HashSet<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(names.len(), RULES.len());
}

/// What a rule finds in an example.
fn findings(rule: &'static Rule, example: &Example) -> Vec<Finding> {
    let project = Project::of(rule, example);
    let text = |bytes: &[u8]| Document::read(bytes, Format::Markdown);
    let units = Units {
        accepted: example.accepted.iter().map(accepted).collect(),
        drafts: example.draft.iter().map(draft).collect(),
        ..Units::default()
    };
    let pair = Pair::of(text(example.source), text(example.target), project.languages.clone(), units);
    let analysis = project.analysis(&pair, example.pairing);
    if let Scope::Project(scope) = rule.scope {
        return project.project_findings(&pair, &analysis, example, scope);
    }
    let here = |diagnostic: &Diagnostic| diagnostic.finding.rule == rule.id && diagnostic.waived.is_none();
    analysis.findings.into_iter().filter(here).map(|diagnostic| diagnostic.finding).collect()
}

fn accepted((source, target): &(&str, &str)) -> Accepted {
    Accepted { source: vec![(*source).to_owned()], target: vec![(*target).to_owned()] }
}

fn draft((source, target): &(&str, &str)) -> Draft {
    Draft {
        source: vec![(*source).to_owned()],
        target: vec![(*target).to_owned()],
        by: "machine".to_owned(),
        accepted_source: Vec::new(),
        accepted_target: Vec::new(),
    }
}

/// What the documents of an example share.
struct Project {
    languages: (Language, Language),
    glossary: Glossary,
    indices: (Index, Index),
    lexicon: Lexicon,
    settings: Settings,
}

impl Project {
    fn of(rule: &'static Rule, example: &Example) -> Project {
        let languages: (Language, Language) =
            (example.languages.0.parse().unwrap(), example.languages.1.parse().unwrap());
        let (glossary, faults) = Glossary::read(&[("glossary.toml".to_owned(), example.glossary.to_owned())]);
        assert!(faults.is_empty(), "{}: {faults:?}", rule.id);
        let indices = (Index::new(&glossary, &languages.0), Index::new(&glossary, &languages.1));
        let mut settings = Settings::default();
        settings.severities.insert(rule.id, Severity::Warning);
        let options = toml::de::ValueDeserializer::parse(example.options).and_then(|value| rule.options.read(value));
        settings.options.set(rule.id, options.unwrap_or_else(|error| panic!("{}: {error}", rule.id)));
        let lexicon = Lexicon::built_in(&languages.0, &languages.1);
        Project { languages, glossary, indices, lexicon, settings }
    }

    /// The analysis of a pair whose units the example gives.
    fn analysis(&self, pair: &Pair, pairing: Pairing) -> Analysis {
        let drift = pair.drift();
        let units: Vec<AnalysedUnit> = paired(pair, pairing)
            .into_iter()
            .map(|unit| {
                let same = |standing: &&units::Standing| {
                    standing.pin.source == unit.source && standing.pin.target == unit.target
                };
                let accepted = drift
                    .standing
                    .iter()
                    .chain(&drift.halves)
                    .find(same)
                    .map(|standing| (standing.accepted, standing.state));
                AnalysedUnit { unit, accepted }
            })
            .collect();
        let terms = |index: &Index, document: &Document| -> Vec<Vec<Occurrence>> {
            document.paragraphs.iter().map(|paragraph| index.find(paragraph)).collect()
        };
        let (source_terms, target_terms) = (terms(&self.indices.0, &pair.source), terms(&self.indices.1, &pair.target));
        let mut analysis = Analysis { units, drift, source_terms, target_terms, ..Analysis::default() };
        let resources = Resources {
            glossary: &self.glossary,
            source_index: &self.indices.0,
            target_index: &self.indices.1,
            lexicon: &|| &self.lexicon,
            settings: &self.settings,
            pages: &crate::rules::NoPages,
        };
        let (findings, _) = checked(pair, &resources, &analysis);
        analysis.findings = identified(pair, &self.settings, &analysis.units, findings);
        settle(pair, &self.settings, &analysis.units, &mut analysis.findings);
        analysis
    }

    fn project_findings(
        &self,
        pair: &Pair,
        analysis: &Analysis,
        example: &Example,
        scope: ProjectScope,
    ) -> Vec<Finding> {
        let stem = |word: &str| word.chars().take(5).collect::<String>();
        let mut index = ProjectIndex::default();
        let summary = summarise(pair, analysis, &stem);
        let beside = example.beside.map(|(source, target)| {
            let text = |text: &str| Document::read(text.as_bytes(), Format::Markdown);
            let pair = Pair::of(text(source), text(target), self.languages.clone(), Units::default());
            summarise(&pair, &self.analysis(&pair, Pairing::InOrder), &stem)
        });
        beside.iter().for_each(|beside| index.set(0, beside));
        index.set(1, &summary);
        if let ProjectScope::Concepts(finding) = scope {
            let unused = index.unused(self.glossary.concepts.len());
            return unused.into_iter().map(|concept| finding(&self.glossary.concepts[concept].id)).collect();
        }
        let found = index.inconsistencies().remove(&1).unwrap_or_default();
        let shown = |majority: &Majority| Some(("beside.md".to_owned(), majority.excerpt(beside.as_ref()?)?));
        project_findings(&found, &summary, &shown)
    }
}

fn paired(pair: &Pair, pairing: Pairing) -> Vec<Unit> {
    let (left, right) = (pair.source.paragraphs.len(), pair.target.paragraphs.len());
    let side = |at: usize, len: usize| if at < len { vec![at] } else { Vec::new() };
    let unit = |at: usize| match pairing {
        Pairing::InOrder => Unit::new(side(at, left), side(at, right)),
        Pairing::Reversed => Unit { moved: at > 0, ..Unit::new(side(at, left), side(right - 1 - at, right)) },
        Pairing::Unsure(confidence) => Unit { confidence, ..Unit::new(side(at, left), side(at, right)) },
    };
    (0..left.max(right)).map(unit).collect()
}
