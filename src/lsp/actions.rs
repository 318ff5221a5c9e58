//! What can be done about a finding or a paragraph.

use gen_lsp_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionResponse, Command, Diagnostic, Range, Uri,
};
use serde_json::{Value, json};

use super::deferred::{Deferred, Make, make};
use super::place::{paragraphs, unit_of};
use super::view::{Side, View};
use super::{glossary, pairing, recall};
use crate::analysis;
use crate::memory::Memory;
use crate::text::Span;
use crate::workspace::PairAnalysis;

/// All safe fixes of a translation.
pub(super) const FIX_ALL: &str = "source.fixAll.tolmach";
/// Accepts the units of some lines, or of a document.
pub(super) const ACCEPT: &str = "tolmach.accept";
/// Waives one finding, with a reason.
pub(super) const WAIVE: &str = "tolmach.waive";
/// Makes all safe fixes of a translation.
pub(super) const FIX: &str = "tolmach.fixAll";
/// Pairs paragraphs by hand.
pub(super) const PAIR: &str = "tolmach.pair";
/// Adds terms to the glossary.
pub(super) const ADD_TERM: &str = "tolmach.addTerm";
/// All commands.
pub(super) const COMMANDS: [&str; 5] = [ACCEPT, WAIVE, FIX, PAIR, ADD_TERM];

/// How many reasons of the document are offered.
const REASONS: usize = 3;

/// What an editor asks about: some bytes of one side of a pair.
pub(super) struct ActionRequest<'a> {
    pub uri: &'a Uri,
    pub read: &'a PairAnalysis,
    pub side: Side,
    pub range: Range,
    pub context: &'a CodeActionContext,
    /// Of the translation's language, where the range is in a gap.
    pub memory: Option<&'a Memory>,
}

/// The actions of a range.
pub(super) fn actions(view: &View<'_>, asked: &ActionRequest<'_>) -> Vec<CodeActionResponse> {
    let mut all = Vec::new();
    let wanted = |kind: &CodeActionKind| match &asked.context.only {
        Some(only) => only.iter().any(|one| covers(one, kind)),
        None => true,
    };
    if wanted(&CodeActionKind::QuickFix) {
        all.extend(of_range(view, asked));
    }
    let everywhere = CodeActionKind::Custom(FIX_ALL.into());
    if asked.context.only.is_some() && wanted(&everywhere) {
        let action = CodeAction { kind: Some(everywhere), ..titled(view.ui.lsp_fix_all()) };
        all.extend(changing(view, asked, action, Make::FixAll));
    }
    let shown = all.into_iter().filter_map(|action| respond(view, asked.uri, action));
    shown.collect()
}

/// What can be done about the findings, the paragraph, the gap and the words of a range.
fn of_range(view: &View<'_>, asked: &ActionRequest<'_>) -> Vec<CodeAction> {
    let mut all = Vec::new();
    let span = view.ruler(&asked.read.pair, asked.side).span(asked.range);
    let found = touched(asked, span);
    all.extend(found.iter().filter_map(|found| fix(view, asked, found)));
    if let Some(memory) = asked.memory {
        let fills = recall::fills(view, asked.read, asked.range.start, memory).into_iter();
        all.extend(fills.filter_map(|(action, what)| changing(view, asked, action, what)));
    }
    let unit = unit_at(asked, span);
    all.extend(unit.and_then(|(first, unit)| accept(view, asked, first, unit)));
    all.extend(found.iter().flat_map(|found| waive(view, asked, found)));
    let pairs = unit.map(|(_, unit)| pairing::offers(view, asked.read, asked.side, unit)).unwrap_or_default();
    all.extend(pairs.into_iter().map(|(title, argument)| command(title, PAIR, argument)));
    if !span.is_empty() {
        let offer = glossary::offer(view, asked.uri, asked.read, asked.side, (asked.range, span));
        all.extend(offer.map(|(title, argument)| command(title, ADD_TERM, argument)));
    }
    all
}

/// An action with the edit that makes a change, or with what the edit is made from when the user has chosen it; `None`
/// where nothing would change.
fn changing(view: &View<'_>, asked: &ActionRequest<'_>, action: CodeAction, what: Make) -> Option<CodeAction> {
    let edit = make(view, asked.read, &what)?;
    if !view.client.resolves_edits {
        return Some(CodeAction { edit: Some(edit), ..action });
    }
    let language = asked.read.pair.paths.language.to_string();
    let deferred = Deferred { uri: asked.uri.clone(), language, make: what };
    Some(CodeAction { data: serde_json::to_value(deferred).ok(), ..action })
}

/// Whether the kind that is asked for is this one or holds it: `source` holds `source.fixAll.tolmach`.
fn covers(asked: &CodeActionKind, kind: &CodeActionKind) -> bool {
    let name = |kind: &CodeActionKind| match serde_json::to_value(kind) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    };
    let (asked, kind) = (name(asked), name(kind));
    asked.is_empty() || kind == asked || kind.strip_prefix(&asked).is_some_and(|rest| rest.starts_with('.'))
}

/// The open findings at some bytes: those whose place there touches them, and those that the editor names.
fn touched<'a>(asked: &ActionRequest<'a>, span: Span) -> Vec<&'a analysis::Diagnostic> {
    let PairAnalysis { pair, analysis } = asked.read;
    let document = asked.side.document(pair);
    let named: Vec<&str> = asked.context.diagnostics.iter().filter_map(fingerprint).collect();
    let here = |found: &analysis::Diagnostic| {
        let places = if asked.side == Side::Source { &found.finding.source } else { &found.finding.target };
        places
            .iter()
            .filter_map(|place| Some(document.paragraphs.get(place.paragraph)?.in_file(place.span)))
            .any(|place| place.start <= span.end && span.start <= place.end)
    };
    let open = analysis.findings.iter().filter(|found| found.waived.is_none());
    open.filter(|found| named.contains(&&*found.fingerprint) || here(found)).collect()
}

fn fingerprint(diagnostic: &Diagnostic) -> Option<&str> {
    diagnostic.data.as_ref()?.get("fingerprint")?.as_str()
}

fn fix(view: &View<'_>, asked: &ActionRequest<'_>, found: &analysis::Diagnostic) -> Option<CodeAction> {
    let text = &found.finding.fix.as_ref()?.text;
    let title = match text.trim().is_empty() {
        true => view.ui.lsp_fix_remove(),
        false => view.ui.lsp_fix(text.trim()),
    };
    let preferred = CodeAction { is_preferred: Some(true), kind: Some(CodeActionKind::QuickFix), ..titled(title) };
    let action = changing(view, asked, preferred, Make::Fix { fingerprint: found.fingerprint.clone() })?;
    Some(about(asked, found, action))
}

/// The paragraph and the unit that some bytes are in, or the first one behind their beginning.
fn unit_at(asked: &ActionRequest<'_>, span: Span) -> Option<(usize, usize)> {
    let PairAnalysis { pair, analysis } = asked.read;
    let document = asked.side.document(pair);
    let first = document.paragraphs.iter().position(|paragraph| paragraph.span.end >= span.start)?;
    if document.paragraphs[first].span.start > span.end {
        return None;
    }
    Some((first, unit_of(&analysis.units, asked.side, first)?))
}

fn accept(view: &View<'_>, asked: &ActionRequest<'_>, first: usize, unit: usize) -> Option<CodeAction> {
    let PairAnalysis { pair, analysis } = asked.read;
    let unit = &analysis.units[unit];
    let done = matches!(unit.accepted, Some((_, crate::units::State::Fresh { cosmetic: false })));
    let both = !paragraphs(unit, Side::Source).is_empty() && !paragraphs(unit, Side::Target).is_empty();
    if done || !both {
        return None;
    }
    let paragraph = view.ruler(pair, asked.side).range(asked.side.document(pair).paragraphs[first].span);
    let arguments = json!({
        "uri": asked.uri,
        "line": asked.range.start.line.max(paragraph.start.line),
        "language": pair.paths.language.to_string(),
    });
    Some(command(view.ui.lsp_accept(), ACCEPT, arguments))
}

fn waive(view: &View<'_>, asked: &ActionRequest<'_>, found: &analysis::Diagnostic) -> Vec<CodeAction> {
    if found.unit.is_none() {
        return Vec::new();
    }
    let arguments = |reason: Option<&str>| {
        let language = asked.read.pair.paths.language.to_string();
        json!({ "uri": asked.uri, "fingerprint": found.fingerprint, "language": language, "reason": reason })
    };
    let rule = found.finding.rule;
    let mut all = vec![about(asked, found, command(view.ui.lsp_waive_ask(rule), WAIVE, arguments(None)))];
    if !view.client.asks_for_reason {
        let offered = reasons(view, asked.read);
        let one = |reason: &String| command(view.ui.lsp_waive(rule, reason), WAIVE, arguments(Some(reason)));
        all.extend(offered.iter().map(|reason| about(asked, found, one(reason))));
        if !view.client.asks {
            all.remove(0);
        }
    }
    all
}

/// Reasons to choose from: the document's own, the last first, then some that are usual.
pub(super) fn reasons(view: &View<'_>, read: &PairAnalysis) -> Vec<String> {
    let mut reasons: Vec<String> = Vec::new();
    for waiver in read.pair.units.waivers.iter().rev() {
        if reasons.len() < REASONS && !reasons.contains(&waiver.reason) {
            reasons.push(waiver.reason.clone());
        }
    }
    for usual in [view.ui.lsp_reason_intended(), view.ui.lsp_reason_quotation(), view.ui.lsp_reason_mistaken()] {
        if !reasons.contains(&usual) {
            reasons.push(usual);
        }
    }
    reasons
}

fn titled(title: String) -> CodeAction {
    CodeAction { title, ..CodeAction::default() }
}

fn command(title: String, name: &str, arguments: Value) -> CodeAction {
    let command = Command {
        title: title.clone(),
        command: name.to_owned(),
        arguments: Some(vec![arguments]),
        ..Command::default()
    };
    CodeAction { title, kind: Some(CodeActionKind::QuickFix), command: Some(command), ..CodeAction::default() }
}

/// The action with the diagnostics of the editor that it is about.
fn about(asked: &ActionRequest<'_>, found: &analysis::Diagnostic, action: CodeAction) -> CodeAction {
    let same = |one: &&Diagnostic| fingerprint(one) == Some(&found.fingerprint);
    let diagnostics: Vec<Diagnostic> = asked.context.diagnostics.iter().filter(same).cloned().collect();
    CodeAction { diagnostics: (!diagnostics.is_empty()).then_some(diagnostics), ..action }
}

/// What the editor takes: the action, else its command; an edit for an old editor goes by the command that fixes all.
fn respond(view: &View<'_>, uri: &Uri, action: CodeAction) -> Option<CodeActionResponse> {
    if view.client.action_literals {
        return Some(CodeActionResponse::CodeAction(action));
    }
    let all = action.kind == Some(CodeActionKind::Custom(FIX_ALL.into()));
    let fix = || Command {
        title: action.title.clone(),
        command: FIX.to_owned(),
        arguments: Some(vec![json!({ "uri": uri })]),
        ..Command::default()
    };
    action.command.clone().or_else(|| all.then(fix)).map(CodeActionResponse::Command)
}
