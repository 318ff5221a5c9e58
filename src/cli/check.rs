//! `tolmach check`: alignment, drift, glossary and quality of all or some documents.

use std::io::Write;

use rayon::prelude::*;

use super::answers::{self, Answer};
use super::baseline;
use super::desk::Desk;
use super::exit::Exit;
use super::trouble::Trouble;
use super::workshop::{self, Workshop};
use crate::checks::Severity;
use crate::lang::Language;
use crate::project::{self, DocumentPair};
use crate::report::{self, DocumentReport, Names, Report};

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// Originals, translations or folders.
    paths: Vec<String>,
    #[arg(long, value_name = "FORMAT[=FILE]", default_value = "human")]
    format: Vec<Answer>,
    #[arg(long, value_name = "FILE")]
    output: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    fail_on: FailOn,
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    rule: Vec<String>,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
    #[arg(long)]
    show_waived: bool,
    #[arg(long, value_name = "FILE")]
    baseline: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    write_baseline: Option<String>,
}

/// From which severity on findings make the command fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum FailOn {
    #[default]
    Error,
    Warning,
    Info,
    Never,
}

impl Check {
    pub(super) fn run(&self, desk: &Desk) -> Result<Exit, Trouble> {
        let mut workshop = Workshop::open(desk)?;
        if !self.rule.is_empty() {
            workshop::only(&mut workshop.settings, &workshop::rules(&self.rule)?);
        }
        let answers = answers::placed(&self.format, self.output.as_ref(), &workshop)?;
        let pairs = workshop.select(&self.paths, &self.language)?;
        let (mut report, mut troubles) = self.report(desk, &workshop, &pairs);
        if self.paths.is_empty() {
            troubles.extend(orphans(&workshop));
        }
        if workshop.listing.languages.is_empty() {
            troubles.push(Trouble::new("trouble-no-translations"));
        }
        report.prefix = workshop.project.in_repository();
        report.troubles = troubles.iter().flat_map(|trouble| trouble.lines(&desk.ui)).collect();
        if let Some(path) = &self.write_baseline {
            return self.keep(desk, &workshop, path, &report, troubles);
        }
        if let Some(path) = &self.baseline {
            baseline::subtract(&mut report, path)?;
        }
        report.sum_up();
        for answer in &answers {
            answers::write(answer, &report, desk, self.show_waived, self.fail_on.limit())?;
        }
        if !troubles.is_empty() {
            desk.complain(&Trouble::Several(troubles));
            return Ok(Exit::Trouble);
        }
        Ok(self.exit(&report))
    }

    /// Writes the baseline; where something could not be checked it would be wrong, and nothing is written.
    fn keep(
        &self,
        desk: &Desk,
        workshop: &Workshop,
        path: &str,
        report: &Report,
        troubles: Vec<Trouble>,
    ) -> Result<Exit, Trouble> {
        if !troubles.is_empty() {
            return Err(Trouble::Several(troubles));
        }
        answers::free(path, workshop)?;
        project::write_loose(path, baseline::written(report).as_bytes())?;
        let count = report.findings().filter(|(_, finding)| finding.waived.is_none()).count();
        let mut out = desk.out();
        let said = desk.ui.say("check-baseline-written", &[("count", count.into()), ("path", path.into())]);
        writeln!(out, "{}", report::visible_line(&said))?;
        out.flush()?;
        Ok(Exit::Done)
    }

    fn report(&self, desk: &Desk, workshop: &Workshop, pairs: &[&DocumentPair]) -> (Report, Vec<Trouble>) {
        let bar = super::progress::bar(desk, pairs.len());
        let results: Vec<Result<DocumentReport, Trouble>> = pairs
            .par_iter()
            .filter(|pair| pair.translated)
            .map(|pair| {
                let result = document(desk, workshop, pair);
                bar.inc(1);
                result
            })
            .collect();
        bar.finish_and_clear();
        let mut report = Report::default();
        let mut troubles = Vec::new();
        for result in results {
            match result {
                Ok(document) => report.documents.push(document),
                Err(trouble) => troubles.push(trouble),
            }
        }
        let untranslated = pairs.iter().filter(|pair| !pair.translated);
        report.untranslated = untranslated
            .map(|pair| (pair.original.clone(), pair.language.to_string(), pair.translation.clone()))
            .collect();
        (report, troubles)
    }

    fn exit(&self, report: &Report) -> Exit {
        let Some(limit) = self.fail_on.limit() else { return Exit::Done };
        let loud = report.findings().any(|(_, finding)| finding.waived.is_none() && finding.severity >= limit);
        if loud { Exit::Findings } else { Exit::Done }
    }
}

impl FailOn {
    fn limit(self) -> Option<Severity> {
        match self {
            FailOn::Error => Some(Severity::Error),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Info => Some(Severity::Info),
            FailOn::Never => None,
        }
    }
}

fn document(desk: &Desk, workshop: &Workshop, pair: &DocumentPair) -> Result<DocumentReport, Trouble> {
    let loaded = workshop.load(pair)?;
    let review = workshop.review(pair, &loaded);
    let language = pair.language.to_string();
    let names = Names { original: &pair.original, language: &language, translation: &pair.translation };
    Ok(report::document(names, &workshop.bitext(pair, &loaded), &review, &desk.ui))
}

fn orphans(workshop: &Workshop) -> impl Iterator<Item = Trouble> + '_ {
    workshop.listing.orphans.iter().map(|(translation, original)| {
        Trouble::new("trouble-no-original").at(translation.clone(), None).with("original", original.clone())
    })
}
