//! What an editor's commands do to the project.

use gen_lsp_types::{Uri, WorkspaceEdit};
use serde::Deserialize;

use super::changes::carry_out;
use super::failure::Cause;
use super::view::{Side, View};
use crate::align::Pin;
use crate::analysis::waiver;
use crate::edit::Transaction;
use crate::workspace::{Acceptable, Error, PairAnalysis, accepting, no_conflict, with_units};

/// The argument of every command.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Argument {
    /// A document.
    pub uri: Uri,
    /// From 0; the whole document where there is none.
    pub line: Option<u32>,
    /// The last line, where there are several.
    pub end: Option<u32>,
    /// Names the finding.
    pub fingerprint: Option<String>,
    /// Of a waiver.
    pub reason: Option<String>,
    /// The target language, where the document is an original.
    pub language: Option<String>,
    /// A line of the other side, for a pair.
    pub with: Option<u32>,
    /// A term of the original's language, for the glossary.
    pub source: Option<String>,
    /// A term of the translation's language, for the glossary.
    pub target: Option<String>,
}

/// What a command did.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// What the editor is to change.
    pub edit: Option<WorkspaceEdit>,
    /// What is shown to the user.
    pub said: Option<String>,
}

/// Records units as right: those on the lines, or all of the document.
///
/// # Errors
///
/// Where one of the lines holds no unit with two sides, a document is in the middle of a merge, or the units file
/// cannot be written.
pub(super) fn accept(view: &View<'_>, read: &PairAnalysis, side: Side, argument: &Argument) -> Result<Done, Cause> {
    let PairAnalysis { pair, analysis } = read;
    no_conflict(pair)?;
    let lines = argument.line.map(|first| lines(read, side, first, argument.end.unwrap_or(first))).transpose()?;
    let which = Acceptable { lines: lines.as_ref(), ..Acceptable::default() };
    let accepting = accepting(view.workspace, pair, analysis, which)?;
    let edit = carry_out(view, accepting.transaction)?;
    let left = |refusal| accepting.left.iter().filter(|(left, _)| *left == refusal).count();
    use crate::workspace::Refusal::{Alone, Gap, Unsure};
    let (new, already) = (accepting.new.len(), accepting.already);
    let said = view.ui.accept_done(&pair.paths.units, new, already, left(Alone), left(Gap), left(Unsure));
    Ok(Done { edit, said: Some(said) })
}

/// Records that a finding is fine, with the reason.
///
/// # Errors
///
/// Where the units file cannot be written.
pub(super) fn waive(view: &View<'_>, read: &PairAnalysis, fingerprint: &str, reason: &str) -> Result<Done, Cause> {
    let PairAnalysis { pair, analysis } = read;
    let at = analysis.findings.iter().position(|found| found.fingerprint == fingerprint);
    let found = at.and_then(|at| {
        let waiver = waiver(pair, &analysis.units, &analysis.findings, at, reason.trim())?;
        Some((&analysis.findings[at], waiver))
    });
    let Some((found, waiver)) = found else {
        return Ok(Done { edit: None, said: Some(view.ui.lsp_gone()) });
    };
    let rule = found.finding.rule;
    let transaction: Transaction = with_units(pair, &pair.units.waive(waiver), analysis);
    let edit = carry_out(view, transaction)?;
    let said = view.ui.waive_done(&pair.paths.units, rule, view.ui.finding(&found.finding));
    Ok(Done { edit, said: Some(said) })
}

/// The paragraphs of one side on some lines, counted from 0.
pub(super) fn lines(read: &PairAnalysis, side: Side, first: u32, last: u32) -> Result<Pin, Error> {
    let pair = &read.pair;
    let found = side.document(pair).paragraphs_at_lines(side.lines(pair), first as usize + 1, last as usize + 1);
    if found.is_empty() {
        return Err(Error::NoParagraph { path: side.path(pair).to_owned(), line: first as usize + 1 });
    }
    let (own, none) = (found.collect(), Vec::new());
    Ok(match side {
        Side::Source => Pin { source: own, target: none },
        Side::Target => Pin { source: none, target: own },
    })
}
