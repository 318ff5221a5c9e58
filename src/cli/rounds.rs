//! The rounds of `check`: each pair of documents by itself, then what shows only across all of them.
//!
//! Of a pair that was looked at stay its findings and what the others must know of it, never its texts.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::desk::Desk;
use super::trouble::Trouble;
use super::workshop::{Loaded, Workshop};
use crate::analysis::{self, Across, Bitext, Counts, Gist, Review, Suspect, Usual};
use crate::lang::Stems;
use crate::project::{self, DocumentPair};
use crate::report::{self, DocumentReport, FindingReport, Names, PlaceReport, Report};
use crate::rules::{Fact, Finding, Severity};
use crate::text::{Lines, Position};

/// A pair to look at, and of which concepts only the findings count, where not all do.
pub(super) struct Task<'a> {
    pub pair: &'a DocumentPair,
    pub concepts: Option<&'a [String]>,
}

/// So many pairs are looked at before what is kept of them is gathered, in their order.
const AT_ONCE: usize = 64;

/// Reviews the pairs; the reports in their order, and why something could not be reviewed.
///
/// `whole` says that the tasks are the whole project, so that a concept found nowhere is an unused one.
pub(super) fn rounds(desk: &Desk, workshop: &Workshop, tasks: &[Task<'_>], whole: bool) -> (Report, Vec<Trouble>) {
    let bar = super::progress::bar(desk, tasks.len());
    let translated: Vec<&Task<'_>> = tasks.iter().filter(|task| task.pair.translated).collect();
    let (mut report, mut troubles) = (Report::on(Box::new(project::scratch())), Vec::new());
    let (mut across, mut read) = (Across::default(), Vec::new());
    for some in translated.chunks(AT_ONCE) {
        let results: Vec<Result<(DocumentReport, Gist), Trouble>> = some
            .par_iter()
            .map(|task| {
                let result = first(desk, workshop, task);
                bar.inc(1);
                result
            })
            .collect();
        for (task, result) in some.iter().zip(results) {
            match result {
                Ok((document, gist)) => {
                    report.push(document);
                    across.add(&gist);
                    read.push(*task);
                }
                Err(trouble) => troubles.push(trouble),
            }
        }
    }
    bar.finish_and_clear();
    if looks_across(workshop) {
        look_across(desk, workshop, &read, &across, &mut report, &mut troubles);
        if whole && troubles.is_empty() {
            report.elsewhere = unused_concepts(desk, workshop, &across);
        }
    }
    let untranslated = tasks.iter().map(|task| task.pair).filter(|pair| !pair.translated);
    report.untranslated =
        untranslated.map(|pair| (pair.original.clone(), pair.language.to_string(), pair.translation.clone())).collect();
    (report, troubles)
}

/// Reviews again the pairs in which something is unusual beside the others.
fn look_across(
    desk: &Desk,
    workshop: &Workshop,
    read: &[&Task<'_>],
    across: &Across,
    report: &mut Report,
    troubles: &mut Vec<Trouble>,
) {
    let suspects = across.suspects();
    let mut asked: BTreeMap<usize, Vec<&Usual>> = BTreeMap::new();
    for usual in suspects.iter().flatten().filter_map(Suspect::usual) {
        asked.entry(usual.pair).or_default().push(usual);
    }
    let homes: Vec<(usize, Vec<&Usual>)> = asked.into_iter().collect();
    let told: Vec<Result<Shown<'_>, Trouble>> =
        homes.par_iter().map(|(at, asked)| shown(workshop, read[*at], asked)).collect();
    let mut shown: Shown<'_> = HashMap::new();
    for told in told {
        match told {
            Ok(told) => shown.extend(told),
            Err(trouble) => troubles.push(trouble),
        }
    }
    let unusual: Vec<usize> = (0..read.len()).filter(|at| !suspects[*at].is_empty()).collect();
    for some in unusual.chunks(AT_ONCE) {
        let again: Vec<Result<DocumentReport, Trouble>> =
            some.par_iter().map(|at| second(desk, workshop, read[*at], &suspects[*at], &shown)).collect();
        for (at, result) in some.iter().zip(again) {
            match result {
                Ok(document) => report.set(*at, document),
                Err(trouble) => troubles.push(trouble),
            }
        }
    }
}

/// For each usual unit the name of its pair and the beginning of its translation.
type Shown<'a> = HashMap<&'a Usual, (String, String)>;

/// Looks up usual units in their pair.
fn shown<'a>(workshop: &Workshop, task: &Task<'_>, asked: &[&'a Usual]) -> Result<Shown<'a>, Trouble> {
    let loaded = workshop.load(task.pair)?;
    let review = workshop.review(task.pair, &loaded);
    let gist = gist(workshop, &workshop.bitext(task.pair, &loaded), &review);
    let told = |usual: &&'a Usual| Some((*usual, (task.pair.translation.clone(), usual.excerpt(&gist)?)));
    Ok(asked.iter().filter_map(told).collect())
}

/// Whether a rule that looks across documents is on.
fn looks_across(workshop: &Workshop) -> bool {
    analysis::ACROSS.iter().any(|rule| workshop.settings.severity(rule) != Severity::Off)
}

/// What the rules across documents need to know of a pair; nothing where all of them are off.
pub(super) fn gist(workshop: &Workshop, bitext: &Bitext<'_>, review: &Review) -> Gist {
    if !looks_across(workshop) {
        return Gist::default();
    }
    let stems = Stems::of(bitext.source_language);
    analysis::gist(bitext, review, &|word| root(&stems, word))
}

fn first(desk: &Desk, workshop: &Workshop, task: &Task<'_>) -> Result<(DocumentReport, Gist), Trouble> {
    let loaded = workshop.load(task.pair)?;
    let review = workshop.review(task.pair, &loaded);
    let gist = gist(workshop, &workshop.bitext(task.pair, &loaded), &review);
    Ok((documented(desk, workshop, task, &loaded, &review), gist))
}

fn second(
    desk: &Desk,
    workshop: &Workshop,
    task: &Task<'_>,
    suspects: &[Suspect],
    shown: &Shown<'_>,
) -> Result<DocumentReport, Trouble> {
    let loaded = workshop.load(task.pair)?;
    let bitext = workshop.bitext(task.pair, &loaded);
    let across = |review: &Review| {
        let gist = gist(workshop, &bitext, review);
        analysis::found(suspects, &gist, &|usual| shown.get(usual).cloned())
    };
    let review = workshop.review_with(task.pair, &loaded, &across);
    Ok(documented(desk, workshop, task, &loaded, &review))
}

fn documented(desk: &Desk, workshop: &Workshop, task: &Task<'_>, loaded: &Loaded, review: &Review) -> DocumentReport {
    let pair = task.pair;
    let language = pair.language.to_string();
    let names = Names { original: &pair.original, language: &language, translation: &pair.translation };
    let mut document = report::document(names, &workshop.bitext(pair, loaded), review, &desk.ui);
    if let Some(concepts) = task.concepts {
        let about = |finding: &FindingReport| match finding.facts.get("concept") {
            Some(Fact::Text(concept)) => concepts.contains(concept),
            _ => false,
        };
        document.findings.retain(about);
    }
    document
}

/// `unused-concept`, by glossary file.
fn unused_concepts(desk: &Desk, workshop: &Workshop, across: &Across) -> Vec<DocumentReport> {
    let rule = "unused-concept";
    let severity = workshop.settings.severity(rule);
    if severity == Severity::Off {
        return Vec::new();
    }
    let mut files: Vec<DocumentReport> = Vec::new();
    for concept in across.unused(workshop.glossary.concepts.len()) {
        let concept = &workshop.glossary.concepts[concept];
        let facts = vec![("concept", Fact::Text(concept.id.clone()))];
        let finding = Finding { rule, source: Vec::new(), target: Vec::new(), facts, fix: None };
        let text = workshop.project.read_text(&concept.file).unwrap_or_default();
        let line = Lines::new(&text).line(&text, concept.line).unwrap_or_default();
        let paragraph = text.get(line.range()).unwrap_or_default().to_owned();
        let place = PlaceReport {
            path: concept.file.as_str().into(),
            start: Position { line: concept.line, column: 1 },
            end: Position { line: concept.line, column: paragraph.chars().count() + 1 },
            bytes: (line.start, line.end),
            text: paragraph.clone(),
            within: (0, paragraph.len()),
            paragraph,
        };
        let found = FindingReport {
            rule: rule.into(),
            unit: None,
            severity,
            message: desk.ui.finding(&finding),
            source: None,
            target: Some(place),
            also: Vec::new(),
            facts: finding.facts.into_iter().collect(),
            fix: None,
            fingerprint: analysis::fingerprint(&[rule, &concept.id]),
            waived: None,
        };
        match files.iter_mut().find(|file| file.translation == concept.file) {
            Some(file) => file.findings.push(found),
            None => files.push(DocumentReport {
                original: concept.file.clone(),
                language: workshop.project.config.source_language.to_string(),
                translation: concept.file.clone(),
                counts: Counts::default(),
                left_out: 0,
                findings: vec![found],
            }),
        }
    }
    files
}

/// The stem of a stem, until nothing more comes off: «Ермекова» loses its case first, then its «-ов», and only so
/// meets «Ермеков».
fn root(stems: &Stems, word: &str) -> String {
    let mut root = word.to_owned();
    loop {
        let next = stems.stem(&root).into_owned();
        if next.len() >= root.len() {
            return root;
        }
        root = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_a_name_have_one_root() {
        let stems = Stems::of(&"ru".parse().unwrap());
        let roots = ["байтурсынов", "байтурсынова", "байтурсыновым"].map(|word| root(&stems, word));
        assert!(roots.iter().all(|other| *other == roots[0]), "{roots:?}");
    }
}
