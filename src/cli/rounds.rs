//! The rounds of `check`: each pair of documents by itself, then what shows only across all of them.

use rayon::prelude::*;

use super::desk::Desk;
use super::trouble::Trouble;
use super::workshop::{Loaded, Workshop};
use crate::checks::{Fact, Finding, Severity};
use crate::lang::Stems;
use crate::project::DocumentPair;
use crate::report::{self, DocumentReport, FindingReport, Names, PlaceReport, Report};
use crate::review::{self, Counts, Gist, Review};
use crate::text::{Lines, Position};

/// A pair to look at, and of which concepts only the findings count, where not all do.
pub(super) struct Task<'a> {
    pub pair: &'a DocumentPair,
    pub concepts: Option<&'a [String]>,
}

/// Reviews the pairs; the reports in their order, and why something could not be reviewed.
///
/// `whole` says that the tasks are the whole project, so that a concept found nowhere is an unused one.
pub(super) fn rounds(desk: &Desk, workshop: &Workshop, tasks: &[Task<'_>], whole: bool) -> (Report, Vec<Trouble>) {
    let bar = super::progress::bar(desk, tasks.len());
    let looks_across = looks_across(workshop);
    let translated: Vec<&Task<'_>> = tasks.iter().filter(|task| task.pair.translated).collect();
    let results: Vec<Result<(DocumentReport, Gist), Trouble>> = translated
        .par_iter()
        .map(|task| {
            let result = first(desk, workshop, task);
            bar.inc(1);
            result
        })
        .collect();
    bar.finish_and_clear();
    let (mut report, mut troubles) = (Report::default(), Vec::new());
    let (mut gists, mut read) = (Vec::new(), Vec::new());
    for (task, result) in translated.iter().zip(results) {
        match result {
            Ok((document, gist)) => {
                report.documents.push(document);
                gists.push(gist);
                read.push(*task);
            }
            Err(trouble) => troubles.push(trouble),
        }
    }
    if looks_across {
        let found = review::across(&gists);
        let again: Vec<(usize, Result<DocumentReport, Trouble>)> = found
            .par_iter()
            .enumerate()
            .filter(|(_, findings)| !findings.is_empty())
            .map(|(at, findings)| (at, second(desk, workshop, read[at], findings)))
            .collect();
        for (at, result) in again {
            match result {
                Ok(document) => report.documents[at] = document,
                Err(trouble) => troubles.push(trouble),
            }
        }
        if whole && troubles.is_empty() {
            report.elsewhere = unused_concepts(desk, workshop, &gists);
        }
    }
    let untranslated = tasks.iter().map(|task| task.pair).filter(|pair| !pair.translated);
    report.untranslated =
        untranslated.map(|pair| (pair.original.clone(), pair.language.to_string(), pair.translation.clone())).collect();
    (report, troubles)
}

/// Whether a rule that looks across documents is on.
fn looks_across(workshop: &Workshop) -> bool {
    review::ACROSS.iter().any(|rule| workshop.settings.severity(rule) != Severity::Off)
}

/// What the rules across documents need to know of a pair; nothing where all of them are off.
pub(super) fn gist(workshop: &Workshop, pair: &DocumentPair, loaded: &Loaded, review: &Review) -> Gist {
    if !looks_across(workshop) {
        return Gist::default();
    }
    let bitext = workshop.bitext(pair, loaded);
    let stems = Stems::of(bitext.source_language);
    review::gist(&pair.translation, &bitext, review, &|word| root(&stems, word))
}

fn first(desk: &Desk, workshop: &Workshop, task: &Task<'_>) -> Result<(DocumentReport, Gist), Trouble> {
    let loaded = workshop.load(task.pair)?;
    let review = workshop.review(task.pair, &loaded);
    let gist = gist(workshop, task.pair, &loaded, &review);
    Ok((documented(desk, workshop, task, &loaded, &review), gist))
}

fn second(desk: &Desk, workshop: &Workshop, task: &Task<'_>, findings: &[Finding]) -> Result<DocumentReport, Trouble> {
    let loaded = workshop.load(task.pair)?;
    let review = workshop.review_with(task.pair, &loaded, findings);
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
fn unused_concepts(desk: &Desk, workshop: &Workshop, gists: &[Gist]) -> Vec<DocumentReport> {
    let rule = "unused-concept";
    let severity = workshop.settings.severity(rule);
    if severity == Severity::Off {
        return Vec::new();
    }
    let mut files: Vec<DocumentReport> = Vec::new();
    for concept in review::unused(gists, workshop.glossary.concepts.len()) {
        let concept = &workshop.glossary.concepts[concept];
        let facts = vec![("concept", Fact::Text(concept.id.clone()))];
        let finding = Finding { rule, source: Vec::new(), target: Vec::new(), facts, fix: None };
        let text = workshop.project.read_text(&concept.file).unwrap_or_default();
        let line = Lines::new(&text).line(&text, concept.line).unwrap_or_default();
        let paragraph = text.get(line.range()).unwrap_or_default().to_owned();
        let place = PlaceReport {
            path: concept.file.clone(),
            start: Position { line: concept.line, column: 1 },
            end: Position { line: concept.line, column: paragraph.chars().count() + 1 },
            bytes: (line.start, line.end),
            text: paragraph.clone(),
            within: (0, paragraph.len()),
            paragraph,
        };
        let found = FindingReport {
            rule,
            unit: None,
            severity,
            message: desk.ui.finding(&finding),
            source: None,
            target: Some(place),
            also: Vec::new(),
            facts: finding.facts.into_iter().collect(),
            fix: None,
            fingerprint: review::fingerprint(&[rule, &concept.id]),
            waived: None,
        };
        match files.iter_mut().find(|file| file.translation == concept.file) {
            Some(file) => file.findings.push(found),
            None => files.push(DocumentReport {
                original: concept.file.clone(),
                language: workshop.project.config.source_language.to_string(),
                translation: concept.file.clone(),
                counts: Counts::default(),
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
