//! `tolmach check`: alignment, drift, glossary and quality of all or some documents.

use std::io::Write;

use super::answers::{self, Answer};
use super::cached;
use super::error::Error;
use super::exit::Exit;
use super::fail_on::FailOn;
use super::fix::{DryRun, Patch};
use super::projects::{self, Answering};
use super::terminal::Terminal;
use crate::i18n::Problem;
use crate::lang::Language;
use crate::project;
use crate::report::{self, Checking, Format, Report};
use crate::workspace::{self, Baseline, Changed, Fixing, Workspace};

#[derive(Clone, Debug, clap::Args)]
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
    #[arg(long)]
    no_cache: bool,
}

impl Check {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let printed = self.output.is_none() && self.write_baseline.is_none();
        let answering = if printed { Answering::of(&self.format) } else { Answering::Once };
        projects::each(terminal, &self.paths, answering, |group, workspace| {
            Check { paths: group.paths.clone(), ..self.clone() }.run_in(terminal, workspace)
        })
    }

    /// Checks paths of one project.
    fn run_in(&self, terminal: &Terminal, mut workspace: Workspace) -> Result<Exit, Error> {
        if !self.rule.is_empty() {
            workspace::only(&mut workspace.settings, &self.rule)?;
        }
        for (translation, original) in &workspace.listing.alike {
            terminal.note(&terminal.ui.note_alike(translation, original));
        }
        let answers = answers::placed(&self.format, self.output.as_ref(), &workspace)?;
        let pairs = workspace.select(&self.paths, &self.language)?;
        let changed = self.changed_since.as_deref().map(|revision| Changed::since(revision, &workspace, &pairs));
        let changed = changed.transpose()?;
        let tasks = workspace::tasks(&pairs, changed.as_ref());
        let whole = self.paths.is_empty() && self.language.is_empty() && changed.is_none();
        let lock = (self.fix && !self.dry_run).then(|| terminal.lock(&workspace.project)).transpose()?;
        let fixing = match (&lock, self.fix) {
            (Some(lock), _) => Fixing::Yes(lock),
            (None, true) => Fixing::DryRun,
            (None, false) => Fixing::No,
        };
        let (mut patch, scratch) = (Patch::default(), Box::new(project::scratch()));
        let cache = if self.no_cache { None } else { cached::answers(terminal, &workspace, "check")? };
        let checking = Checking { tasks: &tasks, fixing, whole, cache: cache.as_ref() };
        let (mut report, errors) =
            report::checked(scratch, &workspace, checking, terminal, &terminal.ui, &mut |fixed| patch.add(&fixed));
        let mut errors: Vec<Error> = errors.into_iter().map(Error::from).collect();
        errors.extend(workspace.absences(&self.paths, &pairs, changed.as_ref()).into_iter().map(Error::from));
        drop(lock);
        if self.fix {
            self.print(terminal, &patch, &answers)?;
        }
        if self.paths.is_empty() {
            errors.extend(workspace.unread().map(Error::from));
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
            let mut baseline = Baseline::read(path, &project::read_loose(path)?)?;
            report.subtract(&mut baseline)?;
        }
        report.sum_up()?;
        for answer in &answers {
            answers::write(answer, &report, terminal, self.show_waived, self.fail_on.limit())?;
        }
        if !errors.is_empty() {
            terminal.print_error(&Error::Several(errors));
            return Ok(Exit::Error);
        }
        Ok(Exit::of(&report.summary, self.fail_on.limit()))
    }

    /// Prints the fixes where they are not in the way of an answer for machines.
    fn print(&self, terminal: &Terminal, patch: &Patch, answers: &[Answer]) -> Result<(), Error> {
        let dry_run = if self.dry_run { DryRun::Yes } else { DryRun::No };
        let machine = answers.iter().any(|answer| answer.path.is_none() && answer.format != Format::Human);
        let mut out: Box<dyn Write> = if machine { Box::new(terminal.err()) } else { Box::new(terminal.out()) };
        patch.print(terminal, dry_run, &mut out)
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
        let known = report.known()?;
        let (count, text) = (known.len(), Baseline::write(known));
        project::write_loose(path, text.as_bytes())?;
        let mut out = terminal.out();
        let said = terminal.ui.check_baseline_written(count, path);
        writeln!(out, "{}", report::visible_line(&said))?;
        out.flush()?;
        Ok(Exit::Done)
    }
}
