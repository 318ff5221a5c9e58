//! `tolmach check`: alignment, drift, glossary and quality of all or some documents.

use std::io::Write;

use rayon::prelude::*;

use super::desk::{Desk, Talk};
use super::exit::Exit;
use super::trouble::Trouble;
use super::workshop::{self, Workshop};
use crate::checks::Severity;
use crate::lang::Language;
use crate::project::DocumentPair;
use crate::report::{self, DocumentReport, Names, Page, Report};

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// Originals, translations or folders.
    paths: Vec<String>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
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
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    #[default]
    Human,
    Json,
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
        let pairs = workshop.select(&self.paths, &self.language)?;
        let (mut report, mut troubles) = self.report(desk, &workshop, &pairs);
        if self.paths.is_empty() {
            troubles.extend(orphans(&workshop));
        }
        if workshop.listing.languages.is_empty() {
            troubles.push(Trouble::new("trouble-no-translations"));
        }
        report.sum_up();
        self.write(desk, &report)?;
        if !troubles.is_empty() {
            desk.complain(&Trouble::Several(troubles));
            return Ok(Exit::Trouble);
        }
        Ok(self.exit(&report))
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

    fn write(&self, desk: &Desk, report: &Report) -> Result<(), Trouble> {
        let mut answer = Vec::new();
        match self.format {
            Format::Human => {
                let page = Page { width: desk.width(), waived: self.show_waived || desk.talk == Talk::Verbose };
                report::human(report, page, &desk.ui, &mut answer)?;
            }
            Format::Json => report::json(report, &mut answer)?,
        }
        match &self.output {
            Some(path) => {
                let plain = anstream::adapter::strip_bytes(&answer).into_vec();
                crate::project::write_loose(path, &plain)?;
            }
            None => {
                let mut out = desk.out();
                out.write_all(&answer)?;
                out.flush()?;
            }
        }
        Ok(())
    }

    fn exit(&self, report: &Report) -> Exit {
        let limit = match self.fail_on {
            FailOn::Error => Severity::Error,
            FailOn::Warning => Severity::Warning,
            FailOn::Info => Severity::Info,
            FailOn::Never => return Exit::Done,
        };
        let loud = report.findings().any(|(_, finding)| finding.waived.is_none() && finding.severity >= limit);
        if loud { Exit::Findings } else { Exit::Done }
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
