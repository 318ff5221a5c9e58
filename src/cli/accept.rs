//! `tolmach accept`: records units as right, as their two texts stand.

use std::collections::HashSet;
use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use super::verbosity::Verbosity;
use crate::align::{Pin, Unit};
use crate::analysis::{AnalysedUnit, Analysis};
use crate::diff::wording;
use crate::i18n::Problem;
use crate::lang::Language;
use crate::project::Lock;
use crate::report::visible;
use crate::text::{gap_key, holds_gap, on_one_line, open};
use crate::units::{self, Pair, Paths, State};
use crate::workspace::{Location, Workspace, chosen, located, no_conflict, overlap};

#[derive(Debug, clap::Args)]
pub(super) struct Accept {
    paths: Vec<String>,
    #[arg(long)]
    all: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "CONFIDENCE", conflicts_with = "all", value_parser = confidence)]
    aligned: Option<f64>,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
}

fn confidence(written: &str) -> Result<f64, String> {
    written.parse().ok().filter(|value| (0.0..=1.0).contains(value)).ok_or_else(|| "0..1".to_owned())
}

/// Why a unit is not accepted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Refusal {
    /// Nothing answers it.
    Alone,
    /// A marked gap stands for its translation.
    Gap,
    /// The aligner is not sure enough, or the unit was accepted and changed since: `--aligned` alone does not judge.
    Unsure,
}

impl Accept {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        if self.paths.is_empty() && !self.all && self.aligned.is_none() {
            return Err(Error::new(Problem::AcceptWhat));
        }
        let workspace = terminal.workspace()?;
        let lock = terminal.lock(&workspace.project)?;
        let locations: Vec<Location> = self.paths.iter().map(|path| Location::read(path)).collect();
        let mut out = terminal.out();
        let located = located(&workspace, &locations, &self.language)?;
        let mut broken = Vec::new();
        for (paths, locations) in located.into_iter().filter(|(paths, _)| paths.translated) {
            // A document that cannot be read keeps nobody from accepting the others; it is named at the end.
            match self.accept(terminal, &workspace, &lock, (paths, &locations), &mut out) {
                Err(Error::Output(error)) => return Err(Error::Output(error)),
                Err(error) => broken.push(error),
                Ok(()) => {}
            }
        }
        out.flush()?;
        if broken.is_empty() { Ok(Exit::Done) } else { Err(Error::Several(broken)) }
    }

    /// Accepts in one pair of documents, and says what it recorded.
    fn accept(
        &self,
        terminal: &Terminal,
        workspace: &Workspace,
        lock: &Lock,
        (paths, locations): (&Paths, &[&Location]),
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        let pair = workspace.load(paths)?;
        no_conflict(&pair)?;
        let lines = if self.all { None } else { chosen(workspace, &pair, locations)? };
        let review = workspace.analyse(&pair);
        let choice = self.choose(&pair, &review, lines.as_ref())?;
        let mut units = pair.units.accept(pair.today(&review.drift), &choice.new);
        if lines.is_none() && self.aligned.is_none() {
            let drift = units::drift(&units, &pair.source, &pair.target);
            units = units.without_gone(&drift);
        }
        if lines.is_none() {
            let drift = units::drift(&units, &pair.source, &pair.target);
            units = units.record_blocks(&pair.blocks(&drift));
        }
        if !self.dry_run {
            workspace.write_units(lock, &pair, &units, &review)?;
        }
        self.tell(terminal, &pair, &choice, lines.is_some(), out)
    }

    fn choose(&self, pair: &Pair, review: &Analysis, lines: Option<&Pin>) -> Result<Choice, Error> {
        let mut choice = Choice::default();
        let gaps = gaps(pair);
        for reviewed in &review.units {
            let pin = Pin { source: reviewed.unit.source.clone(), target: reviewed.unit.target.clone() };
            if lines.is_some_and(|lines| !overlap(lines, &pin)) {
                continue;
            }
            let refusal = self.refusal(pair, &gaps, reviewed);
            match (refusal, lines) {
                // A person who names a line is told why it cannot be; of a whole document the rest is taken.
                (Some(refusal @ (Refusal::Alone | Refusal::Gap)), Some(_)) => {
                    let problem = if refusal == Refusal::Gap { Problem::AcceptGap } else { Problem::AcceptAlone };
                    return Err(Error::new(problem).at(pair.place(&pin), None));
                }
                (Some(refusal), _) => choice.left.push(refusal),
                (None, _) if reviewed.accepted.is_some_and(|(_, state)| state == State::Fresh { cosmetic: false }) => {
                    choice.already += 1;
                }
                (None, _) => choice.new.push(pin),
            }
        }
        Ok(choice)
    }

    fn refusal(&self, pair: &Pair, gaps: &HashSet<String>, reviewed: &AnalysedUnit) -> Option<Refusal> {
        let unit = &reviewed.unit;
        if has_gap(pair, gaps, unit) {
            return Some(Refusal::Gap);
        }
        if unit.source.is_empty() || unit.target.is_empty() {
            return Some(Refusal::Alone);
        }
        let limit = self.aligned?;
        let fresh = matches!(reviewed.accepted, Some((_, State::Fresh { .. })));
        let sure = reviewed.accepted.is_none() && unit.confidence >= limit;
        (!fresh && !sure).then_some(Refusal::Unsure)
    }

    fn tell(
        &self,
        terminal: &Terminal,
        pair: &Pair,
        choice: &Choice,
        each: bool,
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        if each || self.dry_run || terminal.verbosity == Verbosity::Verbose {
            for pin in &choice.new {
                let first = pin.source.first().map(|at| pair.source.paragraphs[*at].text.as_str());
                writeln!(out, "{}  {}", visible(&pair.place(pin)), excerpt(first.unwrap_or_default()))?;
            }
        }
        let count = |refusal| choice.left.iter().filter(|left| **left == refusal).count();
        let path = pair.paths.units.as_str();
        let (new, already) = (choice.new.len(), choice.already);
        let (alone, gaps, unsure) = (count(Refusal::Alone), count(Refusal::Gap), count(Refusal::Unsure));
        let said = match self.dry_run {
            true => terminal.ui.accept_would(path, new, already, alone, gaps, unsure),
            false => terminal.ui.accept_done(path, new, already, alone, gaps, unsure),
        };
        Ok(writeln!(out, "{}", visible(&said))?)
    }
}

#[derive(Default)]
struct Choice {
    new: Vec<Pin>,
    /// How many stand already as they would be recorded.
    already: usize,
    left: Vec<Refusal>,
}

/// The beginning of a text, on one line.
pub(super) fn excerpt(text: &str) -> String {
    const LETTERS: usize = 48;
    let line = on_one_line(text);
    match line.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", visible(line[..end].trim_end())),
        None => visible(&line).into_owned(),
    }
}

/// The wording of every paragraph of the original for which the translation has a marked gap.
fn gaps(pair: &Pair) -> HashSet<String> {
    let format = pair.source.format;
    open(&pair.target).iter().map(|gap| gap_key(&wording(format, &gap.original))).collect()
}

/// Whether a marked gap stands for a source paragraph of the unit, or in one of its targets.
fn has_gap(pair: &Pair, gaps: &HashSet<String>, unit: &Unit) -> bool {
    let (source, target) = (&pair.source.paragraphs, &pair.target.paragraphs);
    let is_open = |at: &usize| gaps.contains(&gap_key(&wording(pair.source.format, &source[*at].text)));
    unit.target.iter().any(|at| holds_gap(&target[*at], &pair.target))
        || !gaps.is_empty() && unit.source.iter().any(is_open)
}
