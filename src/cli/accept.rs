//! `tolmach accept`: records units as right, with their two texts of today.

use std::io::Write;

use super::accept_left::list_left;
use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use super::verbosity::Verbosity;
use crate::i18n::Problem;
use crate::lang::Language;
use crate::report::visible;
use crate::text::on_one_line;
use crate::units::Pair;
use crate::workspace::{Accepting, Location, Refusal, TriedAccepting, Which, each_accepting, located};

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
        let which = if self.all { Which::Whole } else { Which::Named };
        let mut broken = Vec::new();
        let write = Some(&lock).filter(|_| !self.dry_run);
        each_accepting(&workspace, located, (which, self.aligned), write, &mut |tried| {
            // A document that cannot be read keeps nobody from accepting the others; it is named at the end.
            let reported = tried.map_err(Error::from).and_then(|TriedAccepting { pair, accepting, by_line }| {
                self.report(terminal, &pair, &accepting, by_line, &mut out)
            });
            match reported {
                Err(Error::Output(error)) => return Err(Error::Output(error)),
                Err(error) => broken.push(error),
                Ok(()) => {}
            }
            Ok(())
        })?;
        out.flush()?;
        if self.all {
            broken.extend(workspace.absent_in(&self.paths).into_iter().map(Error::from));
        }
        Exit::unless(broken)
    }

    /// Prints what was recorded in one pair of documents.
    fn report(
        &self,
        terminal: &Terminal,
        pair: &Pair,
        accepting: &Accepting,
        each: bool,
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        if each || self.dry_run || terminal.verbosity == Verbosity::Verbose {
            for pin in &accepting.new {
                let first = pin.source.first().map(|at| pair.source.paragraphs[*at].text.as_str());
                writeln!(out, "{}  {}", visible(&pair.place(pin)), excerpt(first.unwrap_or_default()))?;
            }
        }
        for block in &accepting.blocks {
            writeln!(out, "{}  {}", visible(&block.place), visible(&excerpt(&block.text)))?;
        }
        let count = |refusal| accepting.left.iter().filter(|left| left.0 == refusal).count();
        let marked_blocks = accepting.left_blocks.len();
        let (path, new) = (pair.paths.units.as_str(), accepting.new.len() + accepting.blocks.len());
        let [alone, gaps, unsure, marked] = [Refusal::Alone, Refusal::Gap, Refusal::Unsure, Refusal::Marked].map(count);
        let marked = marked + marked_blocks;
        let said = match self.dry_run {
            true => terminal.ui.accept_would(path, new, accepting.already, alone, gaps, unsure),
            false => terminal.ui.accept_done(path, new, accepting.already, alone, gaps, unsure),
        };
        writeln!(out, "{}", visible(&said))?;
        let unread = if each { 0 } else { accepting.unread };
        let more =
            [(marked, terminal.ui.accept_marked(path, marked)), (unread, terminal.ui.accept_drafts(path, unread))];
        for (_, said) in more.iter().filter(|(count, _)| *count > 0) {
            writeln!(out, "{}", visible(said))?;
        }
        if terminal.verbosity != Verbosity::Quiet {
            list_left(terminal, pair, accepting, out)?;
        }
        Ok(())
    }
}

/// The beginning of a text, on one line.
pub(super) fn excerpt(text: &str) -> String {
    const LETTERS: usize = 48;
    let line = on_one_line(text);
    let end = line.char_indices().nth(LETTERS).map(|(end, _)| end);
    end.map_or_else(|| visible(&line).into_owned(), |end| format!("{}…", visible(line[..end].trim_end())))
}
