//! `tolmach align --format html`: the page of one pair of documents.

use std::io::Write;

use super::error::Error;
use super::terminal::Terminal;
use crate::align::Unit;
use crate::analysis::{AnalysedUnit, Analysis};
use crate::glossary::Glossary;
use crate::i18n::Problem;
use crate::lang::Language;
use crate::report;
use crate::report::html::{Links, PairPage, Split, pair_page};
use crate::units::{Pair, Paths};
use crate::workspace::Workspace;

/// The page of two files outside of any project.
pub(super) fn loose(terminal: &Terminal, pair: &Pair, units: Vec<Unit>, out: &mut dyn Write) -> Result<(), Error> {
    let units = units.into_iter().map(|unit| AnalysedUnit { unit, accepted: None }).collect();
    write(terminal, pair, &Analysis { units, ..Analysis::default() }, &Glossary::default(), out)
}

/// The page of the pair that the paths and languages name.
pub(super) fn of_project(
    terminal: &Terminal,
    workspace: &Workspace,
    paths: &[String],
    languages: &[Language],
    out: &mut dyn Write,
) -> Result<(), Error> {
    let chosen: Vec<&Paths> =
        workspace.select(paths, languages)?.into_iter().filter(|paths| paths.translated).collect();
    let [paths] = chosen[..] else {
        return Err(Error::new(Problem::OnePage { count: chosen.len().into() }));
    };
    let pair = workspace.load(paths)?;
    write(terminal, &pair, &workspace.analyse(&pair), &workspace.glossary, out)
}

/// Writes the page whole, however long the documents are: a stream has no parts.
fn write(
    terminal: &Terminal,
    pair: &Pair,
    analysis: &Analysis,
    glossary: &Glossary,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let report = report::document(pair, analysis, &terminal.ui);
    let page = PairPage { pair, analysis, glossary, report: &report, links: &Links::default(), split: Split::Whole };
    for part in pair_page(&page, &terminal.ui) {
        out.write_all(part.as_bytes())?;
    }
    Ok(())
}
