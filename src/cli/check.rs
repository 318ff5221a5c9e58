//! `tolmach check`: alignment, drift, glossary and quality of all or some documents.

use std::io::Write;

use super::answers::{self, Answer, Format};
use super::error::Error;
use super::exit::Exit;
use super::fix::{self, DryRun};
use super::terminal::Terminal;
use crate::analysis::Analysis;
use crate::i18n::Problem;
use crate::lang::Language;
use crate::project;
use crate::report::{self, Report};
use crate::rules::Severity;
use crate::units::{Pair, Paths};
use crate::workspace::{self, Baseline, Changed, Known, Outcome, Task, Workspace};

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
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let mut workspace = terminal.workspace()?;
        if !self.rule.is_empty() {
            workspace::only(&mut workspace.settings, &workspace::rules(&self.rule)?);
        }
        let answers = answers::placed(&self.format, self.output.as_ref(), &workspace)?;
        let pairs = workspace.select(&self.paths, &self.language)?;
        if self.fix {
            self.mend(terminal, &workspace, &pairs, &answers)?;
        }
        let changed = self.changed_since.as_deref().map(|revision| Changed::since(revision, &workspace, &pairs));
        let changed = changed.transpose()?;
        let tasks = tasks(&pairs, changed.as_ref());
        let whole = self.paths.is_empty() && self.language.is_empty() && changed.is_none();
        let (mut report, mut errors) = checked(terminal, &workspace, &tasks, whole);
        if self.paths.is_empty() {
            errors.extend(orphans(&workspace));
        }
        if workspace.listing.languages.is_empty() {
            errors.push(Error::new(Problem::NoTranslations));
        }
        report.prefix = workspace.project.in_repository();
        report.errors = errors.iter().flat_map(|error| error.lines(&terminal.ui)).collect();
        if let Some(path) = &self.write_baseline {
            return self.keep(terminal, &workspace, path, &report, errors);
        }
        if let Some(path) = &self.baseline {
            subtract(&mut report, path)?;
        }
        report.sum_up()?;
        for answer in &answers {
            answers::write(answer, &report, terminal, self.show_waived, self.fail_on.limit())?;
        }
        if !errors.is_empty() {
            terminal.print_error(&Error::Several(errors));
            return Ok(Exit::Error);
        }
        Ok(self.exit(&report))
    }

    /// Makes the safe fixes; the diff goes where it does not stand in the way of an answer for machines.
    fn mend(
        &self,
        terminal: &Terminal,
        workspace: &Workspace,
        pairs: &[&Paths],
        answers: &[Answer],
    ) -> Result<(), Error> {
        let dry_run = if self.dry_run { DryRun::Yes } else { DryRun::No };
        let machine = answers.iter().any(|answer| answer.path.is_none() && answer.format != Format::Human);
        let mut out: Box<dyn Write> = if machine { Box::new(terminal.err()) } else { Box::new(terminal.out()) };
        fix::fix(terminal, workspace, pairs, dry_run, &mut out).map(|_| ())
    }

    /// Writes the baseline; where something could not be checked it would be wrong, and nothing is written.
    fn keep(
        &self,
        terminal: &Terminal,
        workspace: &Workspace,
        path: &str,
        report: &Report,
        errors: Vec<Error>,
    ) -> Result<Exit, Error> {
        if !errors.is_empty() {
            return Err(Error::Several(errors));
        }
        answers::free(path, workspace)?;
        let known = known(report)?;
        let (count, text) = (known.len(), Baseline::write(known));
        project::write_loose(path, text.as_bytes())?;
        let mut out = terminal.out();
        let said = terminal.ui.check_baseline_written(count, path);
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

/// Checks the pairs; the report with their findings, and why some could not be checked.
fn checked(terminal: &Terminal, workspace: &Workspace, tasks: &[Task<'_>], whole: bool) -> (Report, Vec<Error>) {
    let mut report = Report::on(Box::new(project::scratch()));
    let document = |pair: &Pair, analysis: &Analysis| report::document(pair, analysis, &terminal.ui);
    let checked = workspace::check(workspace, tasks, whole, terminal, &document, &mut |answer| match answer {
        Outcome::Next(document) => report.push(document),
        Outcome::Again(at, document) => report.set(at, document),
    });
    report.elsewhere = checked.glossary.iter().map(|(pair, analysis)| document(pair, analysis)).collect();
    let untranslated = tasks.iter().map(|task| task.paths).filter(|paths| !paths.translated);
    report.untranslated = untranslated
        .map(|paths| (paths.original.clone(), paths.language.to_string(), paths.translation.clone()))
        .collect();
    (report, checked.errors.into_iter().map(Error::from).collect())
}

/// The findings of a report that nobody waived, for a baseline.
fn known(report: &Report) -> std::io::Result<Vec<Known>> {
    let known = report.each(|document, finding| {
        finding.waived.is_none().then(|| Known {
            path: document.translation.clone(),
            rule: finding.rule.clone().into_owned(),
            message: finding.message.clone(),
            fingerprint: finding.fingerprint.clone(),
        })
    });
    known.collect()
}

/// Takes the findings that a baseline knows out of the report.
fn subtract(report: &mut Report, path: &str) -> Result<(), Error> {
    let mut baseline = Baseline::read(path, &project::read_loose(path)?)?;
    let mut left_out = 0;
    report.retain(|finding| {
        let known = finding.waived.is_none() && baseline.take(&finding.fingerprint);
        left_out += usize::from(known);
        !known
    })?;
    report.summary.baseline = left_out;
    Ok(())
}

/// All pairs; or the touched ones, and the others for the touched concepts alone.
fn tasks<'a>(pairs: &[&'a Paths], changed: Option<&'a Changed>) -> Vec<Task<'a>> {
    let task = |paths: &&'a Paths| match changed {
        None => Some(Task { paths, concepts: None }),
        Some(changed) if changed.holds(paths) => Some(Task { paths, concepts: None }),
        Some(changed) if changed.concepts.is_empty() || !paths.translated => None,
        Some(changed) => Some(Task { paths, concepts: Some(&changed.concepts) }),
    };
    pairs.iter().filter_map(task).collect()
}

fn orphans(workspace: &Workspace) -> impl Iterator<Item = Error> + '_ {
    workspace.listing.orphans.iter().map(|(translation, original)| {
        Error::new(Problem::NoOriginal { original: original.clone().into() }).at(translation.clone(), None)
    })
}
