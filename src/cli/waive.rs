//! `tolmach waive`: records that a finding is fine where it is, with the reason.

use std::collections::BTreeSet;
use std::io::Write;

use super::accept::excerpt;
use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::analysis::{self, Diagnostic};
use crate::i18n::Problem;
use crate::lang::Language;
use crate::project::Lock;
use crate::report::visible_line;
use crate::units::{Pair, Paths};
use crate::workspace::{self, Spot, Workspace, found_at, marked, side};

#[derive(Debug, clap::Args)]
pub(super) struct Waive {
    rule: String,
    #[arg(value_name = "PATH:LINE[:COLUMN]")]
    place: String,
    #[arg(long, value_name = "TEXT")]
    reason: String,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
    #[arg(long)]
    dry_run: bool,
}

/// What was waived, and what else is there.
#[derive(Default)]
struct Answer {
    said: Vec<String>,
    /// The other rules that found something in the paragraph.
    others: BTreeSet<&'static str>,
}

impl Waive {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let spot = place(&self.place)?;
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
        let mut answer = Answer::default();
        for paths in workspace.select(&[spot.path.to_owned()], &self.language)? {
            self.pair(terminal, &workspace, &lock, (paths, spot, rule), &mut answer)?;
        }
        if answer.said.is_empty() {
            let others = answer.others.into_iter().collect::<Vec<_>>().join(", ");
            let others = (!others.is_empty()).then_some(others);
            let problem = Problem::NothingToWaive { rule: rule.into(), others };
            return Err(Error::new(problem).at(spot.path, Some(spot.line)));
        }
        let mut out = terminal.out();
        for line in answer.said {
            writeln!(out, "{line}")?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }

    /// Waives the finding of the rule in one pair of documents.
    fn pair(
        &self,
        terminal: &Terminal,
        workspace: &Workspace,
        lock: &Lock,
        (paths, spot, rule): (&Paths, Spot<'_>, &'static str),
        answer: &mut Answer,
    ) -> Result<(), Error> {
        let pair = workspace.load(paths)?;
        let analysis = workspace.analyse(&pair);
        let inside = workspace.project.inside(spot.path)?;
        let is_target = inside == paths.translation;
        if !is_target && inside != paths.original {
            return Ok(());
        }
        let here = found_at(&pair, &analysis, spot, is_target);
        answer.others.extend(here.iter().map(|at| analysis.findings[*at].finding.rule).filter(|found| *found != rule));
        let mut own: Vec<usize> = here.into_iter().filter(|at| analysis.findings[*at].finding.rule == rule).collect();
        if own.iter().any(|at| analysis.findings[*at].waived.is_none()) {
            own.retain(|at| analysis.findings[*at].waived.is_none());
        }
        let Some(first) = own.first() else { return Ok(()) };
        let places: Vec<String> = own.iter().map(|at| spelled(&pair, &analysis.findings[*at], is_target)).collect();
        if own.len() > 1 && places.iter().any(|place| *place != places[0]) {
            let (count, places) = (own.len(), places.join("; "));
            let problem =
                Problem::WaiveWhich { rule: rule.into(), count: count.to_string().into(), places: places.into() };
            return Err(Error::new(problem).at(spot.path, Some(spot.line)));
        }
        let waiver = analysis::waiver(&pair, &analysis.units, &analysis.findings, *first, &self.reason);
        let Some(waiver) = waiver else { return Ok(()) };
        if !self.dry_run {
            workspace.write_units(lock, &pair, &pair.units.waive(waiver), &analysis)?;
        }
        let message = terminal.ui.finding(&analysis.findings[*first].finding);
        answer.said.push(visible_line(&terminal.ui.waive_done(&paths.units, rule, message)).into_owned());
        Ok(())
    }
}

/// A finding as a user can name it: `12:5 “city hall”`.
fn spelled(pair: &Pair, found: &Diagnostic, is_target: bool) -> String {
    let (document, lines) = side(pair, is_target);
    let Some(span) = marked(document, found, is_target) else { return String::new() };
    let start = lines.position(&document.text, span.start);
    format!("{}:{} “{}”", start.line, start.column, excerpt(&document.text[span.range()]))
}

/// `PATH:LINE[:COLUMN]`, both from 1.
fn place(written: &str) -> Result<Spot<'_>, Error> {
    let number = |text: &str| text.parse().ok().filter(|number: &usize| *number > 0);
    let last = written.rsplit_once(':').and_then(|(path, last)| Some((path, number(last)?)));
    let both = last.and_then(|(rest, column)| {
        let (path, line) = rest.rsplit_once(':')?;
        Some(Spot { path, line: number(line)?, column: Some(column) })
    });
    let spot = both.or_else(|| last.map(|(path, line)| Spot { path, line, column: None }));
    spot.filter(|spot| !spot.path.is_empty())
        .ok_or_else(|| Error::new(Problem::WaiveLine { place: written.to_owned().into() }))
}
