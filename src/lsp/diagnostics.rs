//! Findings as an editor underlines them, and what keeps a project from being checked.

use gen_lsp_types::{
    Code, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Message, Position, Range,
};
use serde_json::json;

use super::failure::Failure;
use super::place::paragraphs;
use super::rule_page;
use super::view::{Side, View};
use crate::analysis;
use crate::rules::{Place, RULES, Scope, Severity};
use crate::text::{Span, on_one_line};
use crate::units::Pair;
use crate::workspace::PairAnalysis;

/// Who says it.
pub(super) const SOURCE: &str = "tolmach";

/// How many letters of the counterpart are shown beside a finding.
const SHOWN: usize = 80;

/// The open findings of a pair that are shown on one side: on the translation all of them, on the original those about
/// what the translation lacks or what changed since it was accepted.
pub(super) fn of_pair(view: &View<'_>, read: &PairAnalysis, side: Side) -> Vec<Diagnostic> {
    let PairAnalysis { pair, analysis } = read;
    let open = analysis.findings.iter().filter(|found| found.waived.is_none());
    let shown = open.filter(|found| side == Side::Target || on_original(found));
    let mut all: Vec<Diagnostic> = shown.map(|found| diagnostic(view, read, found, side)).collect();
    if analysis.left_out > 0 && side == Side::Target {
        let message = view.ui.report_left_out(analysis.left_out);
        all.push(plain(Range::default(), DiagnosticSeverity::Information, message));
    }
    if side == Side::Source {
        // One original has several translations.
        all.iter_mut().for_each(|one| prefix(&mut one.message, &format!("[{}] ", pair.paths.language)));
    }
    all
}

/// A failure in a file; of a whole file, on its first line.
pub(super) fn of_failure(failure: &Failure, severity: DiagnosticSeverity) -> Diagnostic {
    let line = u32::try_from(failure.line.unwrap_or(1).saturating_sub(1)).unwrap_or_default();
    let range = Range {
        start: Position { line, character: 0 },
        // To the end of the line: editors stop there.
        end: Position { line, character: 1 << 10 },
    };
    plain(range, severity, failure.message.clone())
}

/// On an open document: its project cannot be checked, and where the reason is.
pub(super) fn of_broken(view: &Unchecked<'_>, failures: &[Failure]) -> Diagnostic {
    let first = failures.first();
    let cause = first.map_or(String::new(), |failure| match (&failure.path, failure.line) {
        (Some(path), Some(line)) => format!("{path}:{line}: {}", failure.message),
        (Some(path), None) => format!("{path}: {}", failure.message),
        (None, _) => failure.message.clone(),
    });
    let related = |failure: &Failure| {
        let uri = (view.uri)(failure.path.as_deref()?);
        let range = of_failure(failure, DiagnosticSeverity::Error).range;
        Some(DiagnosticRelatedInformation { location: Location { uri, range }, message: failure.message.clone() })
    };
    let first_line = Range { end: Position { line: 0, character: 1 << 10 }, ..Range::default() };
    Diagnostic {
        related_information: Some(failures.iter().filter_map(related).collect()),
        ..plain(first_line, DiagnosticSeverity::Error, view.ui.lsp_unchecked(cause))
    }
}

/// What [`of_broken`] needs of a project that could not be opened.
pub(super) struct Unchecked<'a> {
    pub ui: &'a crate::i18n::Messages,
    /// The URI of a file of the project.
    pub uri: &'a dyn Fn(&str) -> gen_lsp_types::Uri,
}

/// Whether a finding is shown on the original too.
fn on_original(found: &analysis::Diagnostic) -> bool {
    let changed =
        RULES.iter().any(|rule| rule.id == found.finding.rule && matches!(rule.scope, Scope::AcceptedState(_)));
    !found.finding.source.is_empty() && (found.finding.target.is_empty() || changed)
}

fn diagnostic(view: &View<'_>, read: &PairAnalysis, found: &analysis::Diagnostic, side: Side) -> Diagnostic {
    let finding = &found.finding;
    let places = |side: Side| if side == Side::Source { &finding.source } else { &finding.target };
    let range = places(side).first().and_then(|place| range(view, &read.pair, side, place));
    let mut related: Vec<DiagnosticRelatedInformation> = related(view, read, found, side.other());
    let more = places(side).iter().skip(1);
    related.extend(more.filter_map(|place| beside(view, &read.pair, side, place)));
    Diagnostic {
        range: range.unwrap_or_else(|| nearest(view, read, found, side)),
        code: Some(Code::String(finding.rule.to_owned())),
        code_description: rule_page::link(view, finding.rule),
        related_information: (!related.is_empty()).then_some(related),
        data: Some(json!({ "fingerprint": found.fingerprint, "language": read.pair.paths.language.to_string() })),
        ..plain(Range::default(), severity(found.severity), view.ui.finding(finding))
    }
}

/// The places of a finding on the other side; where it has none there, the counterpart of its unit.
fn related(
    view: &View<'_>,
    read: &PairAnalysis,
    found: &analysis::Diagnostic,
    side: Side,
) -> Vec<DiagnosticRelatedInformation> {
    let finding = &found.finding;
    let places = if side == Side::Source { &finding.source } else { &finding.target };
    if !places.is_empty() {
        return places.iter().filter_map(|place| beside(view, &read.pair, side, place)).collect();
    }
    let unit = found.unit.and_then(|unit| read.analysis.units.get(unit));
    let first = unit.and_then(|unit| paragraphs(unit, side).first()).copied();
    let whole =
        first.map(|paragraph| Place::new(paragraph, 0..side.document(&read.pair).paragraphs[paragraph].text.len()));
    whole.and_then(|place| beside(view, &read.pair, side, &place)).into_iter().collect()
}

/// A place with the beginning of its paragraph.
fn beside(view: &View<'_>, pair: &Pair, side: Side, place: &Place) -> Option<DiagnosticRelatedInformation> {
    let location = Location { uri: view.uri(side.path(pair)), range: range(view, pair, side, place)? };
    let text = side.document(pair).paragraphs.get(place.paragraph).map_or("", |paragraph| &paragraph.text);
    Some(DiagnosticRelatedInformation { location, message: excerpt(text) })
}

/// The beginning of a text, on one line.
pub(super) fn excerpt(text: &str) -> String {
    let line = on_one_line(text);
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

fn range(view: &View<'_>, pair: &Pair, side: Side, place: &Place) -> Option<Range> {
    let span = match side.document(pair).paragraphs.get(place.paragraph) {
        Some(paragraph) => paragraph.in_file(place.span),
        None if place.paragraph == usize::MAX => place.span,
        None => return None,
    };
    Some(view.ruler(pair, side).range(span))
}

/// Where a finding without a place on this side is shown: at its unit, else behind what is before it.
fn nearest(view: &View<'_>, read: &PairAnalysis, found: &analysis::Diagnostic, side: Side) -> Range {
    let units = &read.analysis.units;
    let own = found.unit.and_then(|unit| view.paragraphs(&read.pair, side, paragraphs(&units[unit], side)));
    own.unwrap_or_else(|| {
        let before = found.unit.into_iter().flat_map(|unit| units[..unit].iter().rev());
        let last = before.filter_map(|unit| paragraphs(unit, side).last()).next();
        let document = side.document(&read.pair);
        let end = last.and_then(|at| document.paragraphs.get(*at)).map_or(0, |paragraph| paragraph.span.end);
        let letter = document.text[..end].chars().next_back().map_or(0, char::len_utf8);
        view.ruler(&read.pair, side).range(Span::new(end - letter, end))
    })
}

fn plain(range: Range, severity: DiagnosticSeverity, message: String) -> Diagnostic {
    Diagnostic {
        range,
        severity: Some(severity),
        source: Some(SOURCE.to_owned()),
        message: Message::String(message),
        ..Diagnostic::default()
    }
}

fn prefix(message: &mut Message, before: &str) {
    if let Message::String(text) = message {
        text.insert_str(0, before);
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::Error,
        Severity::Warning => DiagnosticSeverity::Warning,
        Severity::Info | Severity::Off => DiagnosticSeverity::Information,
    }
}
