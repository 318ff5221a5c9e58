//! What a request changes, and what it is answered.

use serde_json::{Value, json};

use super::request::Request;
use crate::align::Pin;
use crate::i18n::Messages;
use crate::report::html::{Links, PairPage, Split, pair_content};
use crate::report::{self, visible_line};
use crate::rules::Severity;
use crate::session::{Action, Form, Note, ReviewedPair, Session};
use crate::units::Key;

/// Answers a request: a status of HTTP and JSON.
pub(super) fn answer(session: &mut Session, request: &Request) -> (u16, Value) {
    session.stage.note = Note::Nothing;
    let outside = session.look();
    let said = said(session);
    if outside && request.about().is_some() {
        // The page shows what is no longer so: nothing is done before a person has seen it.
        return (409, json!({ "said": said, "stale": true }));
    }
    let about = match request.about() {
        None => None,
        Some((pair, key)) => match place(session, pair) {
            Some(at) if name(&session.stage.walk.sheets[at].pair.key()) == key => Some(at),
            Some(_) => return (409, json!({ "said": session.ui.web_changed(), "stale": true })),
            None => return (404, json!({ "said": session.ui.web_no_document() })),
        },
    };
    match (request, about) {
        (Request::Documents, _) => (200, documents(session)),
        (Request::News, _) => (200, json!({ "said": if outside { said } else { String::new() }, "stale": outside })),
        (Request::Page { pair }, _) => match place(session, pair) {
            Some(at) => (200, page(session, at)),
            None => (404, json!({ "said": session.ui.web_no_document() })),
        },
        (Request::Text { paragraph, .. }, Some(at)) => {
            let text = session.stage.walk.sheets[at].pair.target.paragraphs.get(*paragraph);
            text.map_or((404, Value::Null), |one| (200, json!({ "text": one.text })))
        }
        (request, at) => match order(session, request, at) {
            Some(order) => carry_out(session, &order),
            None => (404, json!({ "said": session.ui.web_no_finding(), "stale": true })),
        },
    }
}

fn carry_out(session: &mut Session, order: &Action) -> (u16, Value) {
    let before = session.done();
    session.carry_out(order);
    (200, json!({ "said": said(session), "done": session.done() != before, "undo": session.last_done() }))
}

/// The command of the session for a request.
fn order(session: &Session, request: &Request, sheet: Option<usize>) -> Option<Action> {
    if matches!(request, Request::Undo) {
        return Some(Action::Undo);
    }
    let sheet = sheet?;
    let one = &session.stage.walk.sheets[sheet];
    let finding = |fingerprint: &str| {
        let entries = session.stage.walk.entries();
        entries
            .iter()
            .position(|entry| entry.sheet == sheet && one.analysis.findings[entry.finding].fingerprint == *fingerprint)
    };
    match request {
        Request::Accept { unit, .. } => {
            (*unit < one.analysis.units.len()).then_some(Action::AcceptUnit { sheet, unit: *unit })
        }
        Request::Pair { source, target, .. } => {
            let pin = Pin { source: source.clone(), target: target.clone() };
            within(one, &pin).then_some(Action::PairParagraphs { sheet, pin })
        }
        Request::Edit { paragraph, text, .. } => (*paragraph < one.pair.target.paragraphs.len())
            .then(|| Action::Rewrite { sheet, paragraph: *paragraph, text: text.clone() }),
        Request::Fix { finding: print, .. } => Some(Action::Fix(vec![finding(print)?])),
        Request::Waive { finding: print, reason, .. } => {
            Some(Action::Waive(vec![finding(print)?], reason.trim().to_owned())).filter(|_| !reason.trim().is_empty())
        }
        Request::Add { finding: print, form, admitted, .. } => {
            let manner = if *admitted { Form::Admitted } else { Form::Form };
            Some(Action::Add(finding(print)?, manner, form.trim().to_owned())).filter(|_| !form.trim().is_empty())
        }
        _ => None,
    }
}

/// Whether the paragraphs of a pin are there, ascending and each once.
fn within(sheet: &ReviewedPair, pin: &Pin) -> bool {
    let side = |list: &[usize], count: usize| {
        list.windows(2).all(|two| two[0] < two[1]) && list.last().is_none_or(|last| *last < count)
    };
    side(&pin.source, sheet.pair.source.paragraphs.len())
        && side(&pin.target, sheet.pair.target.paragraphs.len())
        && !(pin.source.is_empty() || pin.target.is_empty())
}

fn documents(session: &Session) -> Value {
    let documents: Vec<Value> = session
        .stage
        .walk
        .sheets
        .iter()
        .filter(|sheet| sheet.is_pair())
        .map(|sheet| {
            let open =
                sheet.analysis.findings.iter().filter(|one| one.waived.is_none() && one.severity > Severity::Off);
            let paths = &sheet.pair.paths;
            json!({
                "pair": paths.translation,
                "said": session.ui.web_document(visible_line(&paths.translation), open.count()),
            })
        })
        .collect();
    json!({ "documents": documents, "undo": session.last_done() })
}

fn page(session: &Session, at: usize) -> Value {
    let sheet = &session.stage.walk.sheets[at];
    let (pair, analysis, ui) = (&sheet.pair, &sheet.analysis, &session.ui);
    let report = report::document(pair, analysis, ui);
    let links = Links::default();
    let shown =
        PairPage { pair, analysis, glossary: session.glossary(), report: &report, links: &links, split: Split::Whole };
    json!({
        "html": pair_content(&shown, ui),
        "key": name(&pair.key()),
        "reasons": session.stage.reasons,
        "undo": session.last_done(),
    })
}

fn place(session: &Session, translation: &str) -> Option<usize> {
    session.stage.walk.sheets.iter().position(|sheet| sheet.is_pair() && sheet.pair.paths.translation == translation)
}

/// A key of contents as text.
fn name(key: &Key) -> String {
    key.0.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn said(session: &Session) -> String {
    match &session.stage.note {
        Note::Nothing => String::new(),
        Note::Notice(notice) => Messages::notice(&session.ui, *notice),
        Note::Said(text) => text.clone(),
    }
}
