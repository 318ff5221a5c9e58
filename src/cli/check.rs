//! `tolmach check`: alignment, drift, glossary and quality of all or some documents.

use std::io::Write;

use super::answers::{self, Answer, Format};
use super::baseline;
use super::changed::Changed;
use super::desk::Desk;
use super::exit::Exit;
use super::fix::{self, DryRun};
use super::rounds::{self, Task};
use super::trouble::Trouble;
use super::workshop::{self, Workshop};
use crate::lang::Language;
use crate::project::{self, DocumentPair};
use crate::report::{self, Report};
use crate::rules::Severity;

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
    #[arg(long, value_name = "REV")]
    changed_since: Option<String>,
    #[arg(long, conflicts_with_all = ["baseline", "write_baseline"])]
    fix: bool,
    #[arg(long, requires = "fix")]
    dry_run: bool,
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
        if self.fix {
            self.mend(desk, &workshop, &pairs, &answers)?;
        }
        let changed = self.changed_since.as_deref().map(|revision| Changed::since(revision, &workshop, &pairs));
        let changed = changed.transpose()?;
        let tasks = tasks(&pairs, changed.as_ref());
        let whole = self.paths.is_empty() && self.language.is_empty() && changed.is_none();
        let (mut report, mut troubles) = rounds::rounds(desk, &workshop, &tasks, whole);
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
        report.sum_up()?;
        for answer in &answers {
            answers::write(answer, &report, desk, self.show_waived, self.fail_on.limit())?;
        }
        if !troubles.is_empty() {
            desk.complain(&Trouble::Several(troubles));
            return Ok(Exit::Trouble);
        }
        Ok(self.exit(&report))
    }

    /// Makes the safe fixes; the diff goes where it does not stand in the way of an answer for machines.
    fn mend(
        &self,
        desk: &Desk,
        workshop: &Workshop,
        pairs: &[&DocumentPair],
        answers: &[Answer],
    ) -> Result<(), Trouble> {
        let dry_run = if self.dry_run { DryRun::Yes } else { DryRun::No };
        let machine = answers.iter().any(|answer| answer.path.is_none() && answer.format != Format::Human);
        let mut out: Box<dyn Write> = if machine { Box::new(desk.err()) } else { Box::new(desk.out()) };
        fix::fix(desk, workshop, pairs, dry_run, &mut out).map(|_| ())
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
        let (text, count) = baseline::written(report)?;
        project::write_loose(path, text.as_bytes())?;
        let mut out = desk.out();
        let said = desk.ui.say("check-baseline-written", &[("count", count.into()), ("path", path.into())]);
        writeln!(out, "{}", report::visible_line(&said))?;
        out.flush()?;
        Ok(Exit::Done)
    }

    fn exit(&self, report: &Report) -> Exit {
        let Some(limit) = self.fail_on.limit() else { return Exit::Done };
        let summary = &report.summary;
        let counts =
            [(Severity::Error, summary.error), (Severity::Warning, summary.warning), (Severity::Info, summary.info)];
        let loud = counts.iter().any(|(severity, count)| *count > 0 && *severity >= limit);
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

/// All pairs; or the touched ones, and the others for the touched concepts alone.
fn tasks<'a>(pairs: &[&'a DocumentPair], changed: Option<&'a Changed>) -> Vec<Task<'a>> {
    let task = |pair: &&'a DocumentPair| match changed {
        None => Some(Task { pair, concepts: None }),
        Some(changed) if changed.holds(pair) => Some(Task { pair, concepts: None }),
        Some(changed) if changed.concepts.is_empty() || !pair.translated => None,
        Some(changed) => Some(Task { pair, concepts: Some(&changed.concepts) }),
    };
    pairs.iter().filter_map(task).collect()
}

fn orphans(workshop: &Workshop) -> impl Iterator<Item = Trouble> + '_ {
    workshop.listing.orphans.iter().map(|(translation, original)| {
        Trouble::new("trouble-no-original").at(translation.clone(), None).with("original", original.clone())
    })
}
