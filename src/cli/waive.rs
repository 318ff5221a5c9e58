//! `tolmach waive`: records that a finding is fine where it is, with the reason.

use std::collections::BTreeSet;
use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::analysis::{Analysis, Diagnostic};
use crate::i18n::Problem;
use crate::lang::Language;
use crate::project::Lock;
use crate::report::visible_line;
use crate::text::{Document, Lines};
use crate::units::{Paths, Waiver};
use crate::workspace::{self, Workspace};

#[derive(Debug, clap::Args)]
pub(super) struct Waive {
    rule: String,
    #[arg(value_name = "PATH:LINE")]
    place: String,
    #[arg(long, value_name = "TEXT")]
    reason: String,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
    #[arg(long)]
    dry_run: bool,
}

impl Waive {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let (path, line) = place(&self.place)?;
        if self.reason.trim().is_empty() {
            return Err(Error::new(Problem::NoReason));
        }
        let mut workspace = terminal.workspace()?;
        let chosen = workspace::rules(std::slice::from_ref(&self.rule))?;
        let [rule] = chosen[..] else { return Err(Error::new(Problem::OneRule { rule: self.rule.clone().into() })) };
        // A rule that is off by default may be waived before it is switched on.
        if workspace.settings.severity(rule) == crate::rules::Severity::Off {
            workspace.settings.severities.insert(rule, crate::rules::Severity::Info);
        }
        let lock = terminal.lock(&workspace.project)?;
        let mut said = Vec::new();
        let mut others = BTreeSet::new();
        for paths in workspace.select(&[path.to_owned()], &self.language)? {
            said.extend(self.pair(terminal, &workspace, &lock, paths, (path, line), rule, &mut others)?);
        }
        if said.is_empty() {
            let others = (!others.is_empty()).then(|| others.into_iter().collect::<Vec<_>>().join(", "));
            return Err(Error::new(Problem::NothingToWaive { rule: rule.into(), others }).at(path, Some(line)));
        }
        let mut out = terminal.out();
        for line in said {
            writeln!(out, "{line}")?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }

    /// Waives the rule in one pair of documents; what is said of it, and the other rules that fired there.
    #[expect(clippy::too_many_arguments, reason = "one call in one place")]
    fn pair(
        &self,
        terminal: &Terminal,
        workspace: &Workspace,
        lock: &Lock,
        paths: &Paths,
        (path, line): (&str, usize),
        rule: &'static str,
        others: &mut BTreeSet<&'static str>,
    ) -> Result<Vec<String>, Error> {
        let pair = workspace.load(paths)?;
        let answer = workspace.analyse(&pair);
        let inside = workspace.project.inside(path)?;
        let sides = [(&paths.translation, &pair.target), (&paths.original, &pair.source)];
        let here: Vec<&Diagnostic> = sides
            .into_iter()
            .filter(|(file, _)| **file == inside)
            .flat_map(|(file, document)| at(&answer, document, line, *file == paths.translation))
            .collect();
        others.extend(here.iter().map(|found| found.finding.rule).filter(|found| *found != rule));
        let mut units = pair.units.clone();
        let mut said = Vec::new();
        let mut done = BTreeSet::new();
        for found in here.iter().filter(|found| found.finding.rule == rule) {
            let Some(unit) = found.unit.filter(|unit| done.insert(*unit)) else { continue };
            let (source, target) = pair.texts(&answer.units[unit].unit);
            units = units.waive(Waiver { rule: rule.to_owned(), reason: self.reason.clone(), source, target });
            let message = terminal.ui.finding(&found.finding);
            said.push(visible_line(&terminal.ui.waive_done(&paths.units, rule, message)).into_owned());
        }
        if !said.is_empty() && !self.dry_run {
            workspace.write_units(lock, &pair, &units, &answer)?;
        }
        Ok(said)
    }
}

/// The findings of the units that touch a line of one side.
fn at<'a>(review: &'a Analysis, document: &Document, line: usize, target: bool) -> Vec<&'a Diagnostic> {
    let paragraphs = document.paragraphs_at_lines(&Lines::new(&document.text), line, line);
    let touches = |unit: usize| {
        let unit = &review.units[unit].unit;
        let side = if target { &unit.target } else { &unit.source };
        side.iter().any(|paragraph| paragraphs.contains(paragraph))
    };
    review.findings.iter().filter(|found| found.unit.is_some_and(touches)).collect()
}

/// `PATH:LINE`, the line from 1.
fn place(written: &str) -> Result<(&str, usize), Error> {
    let parts = written.rsplit_once(':').and_then(|(path, line)| Some((path, line.parse().ok()?)));
    match parts {
        Some((path, line)) if line > 0 && !path.is_empty() => Ok((path, line)),
        _ => Err(Error::new(Problem::WaiveLine { place: written.to_owned().into() })),
    }
}
