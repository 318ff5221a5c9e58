//! Commands, and what they ask the user.

use std::path::PathBuf;

use gen_lsp_types::json_rpc::{Error, Id};
use gen_lsp_types::*;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::commands::{self, Argument, Done};
use super::deferred::{Make, make};
use super::failure::Cause;
use super::state::State;
use super::view::Side;
use super::{actions, glossary, pairing};

/// What is to be done after a message.
#[derive(Debug)]
pub(super) enum Effect {
    None,
    /// A text of a project changed.
    Edited(PathBuf, Option<Uri>),
    /// A text of a project was opened.
    Opened(PathBuf, Uri),
}

/// The answer to a request.
pub(super) type Answer = Result<Value, Error>;

/// Answers `workspace/executeCommand`.
pub(super) fn execute(state: &mut State, params: Value) -> (Answer, Effect) {
    let read = read(params).and_then(|params: ExecuteCommandParams| {
        let first = params.arguments.unwrap_or_default().into_iter().next().unwrap_or_default();
        Ok((params.command, read::<Argument>(first)?))
    });
    match read.and_then(|(command, argument)| run(state, &command, &argument)) {
        Ok(effect) => (Ok(Value::Null), effect),
        Err(error) => (Err(error), Effect::None),
    }
}

/// Runs a command on the pairs of a document.
fn run(state: &mut State, command: &str, argument: &Argument) -> Result<Effect, Error> {
    let wanted = |read: &crate::workspace::PairAnalysis| {
        argument.language.as_ref().is_none_or(|language| read.pair.paths.language.to_string() == *language)
    };
    if !actions::COMMANDS.contains(&command) {
        return Err(Error { code: ErrorCodes::InvalidParams, message: format!("no command {command}"), data: None });
    }
    let reason = argument.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    let mut asks = None;
    let done = state.in_file(&argument.uri, |view, reads| {
        let reads = reads.into_iter().filter(|(_, read)| wanted(read));
        let one = |(side, read): (Side, std::sync::Arc<crate::workspace::PairAnalysis>)| match (command, reason) {
            (actions::ACCEPT, _) => commands::accept(view, &read, side, argument),
            (actions::WAIVE, Some(reason)) => {
                commands::waive(view, &read, argument.fingerprint.as_deref().unwrap_or_default(), reason)
            }
            (actions::WAIVE, None) => {
                asks = Some(actions::reasons(view, &read));
                Ok(Done::default())
            }
            (actions::PAIR, _) => pairing::pair(view, &read, side, argument),
            (actions::ADD_TERM, _) => glossary::add(view, &read, argument),
            _ => Ok(Done { edit: make(view, &read, &Make::FixAll), said: None }),
        };
        // Terms are added once, whatever pairs an original has.
        let most = if command == actions::ADD_TERM { 1 } else { usize::MAX };
        reads.take(most).map(one).collect::<Result<Vec<Done>, _>>()
    });
    let done = match done {
        None => Vec::new(),
        Some(Ok(done)) => done,
        Some(Err(error)) => return Err(failed(state, error)),
    };
    if let Some(reasons) = asks {
        ask_for_reason(state, argument, reasons);
    }
    for Done { edit, said } in done {
        if let Some(edit) = edit {
            let id = Id::Number(state.id());
            let params = ApplyWorkspaceEditParams { label: said.clone(), edit, ..ApplyWorkspaceEditParams::default() };
            state.out.ask::<ApplyWorkspaceEditRequest>(id, params);
        }
        if let Some(message) = said {
            state.out.notify::<LogMessageNotification>(LogMessageParams { kind: MessageType::Info, message });
        }
    }
    Ok(written_files(state, &argument.uri))
}

/// A command may have written a units file or the glossary: its project is looked at again.
fn written_files(state: &mut State, uri: &Uri) -> Effect {
    let Some((root, inside)) = state.located(uri) else { return Effect::None };
    let units: Vec<String> = match state.projects.get(&root).and_then(|project| project.analyses()) {
        Some(analyses) => analyses.of_file(&inside).into_iter().map(|at| analyses.pairs()[at].units.clone()).collect(),
        None => Vec::new(),
    };
    if let Some(project) = state.projects.get(&root) {
        units.iter().for_each(|units| project.touch(units));
        project.ask();
    }
    Effect::Opened(root, uri.clone())
}

fn ask_for_reason(state: &mut State, argument: &Argument, reasons: Vec<String>) {
    let id = state.id();
    state.questions.insert(id, argument.clone());
    let item = |title: String| MessageActionItem { title, ..MessageActionItem::default() };
    let params = ShowMessageRequestParams {
        kind: MessageType::Info,
        message: state.ui.lsp_waive_why(),
        actions: Some(reasons.into_iter().map(item).collect()),
    };
    state.out.ask::<ShowMessageRequest>(Id::Number(id), params);
}

/// The answer to a request that could not be met.
pub(super) fn failed(state: &State, cause: Cause) -> Error {
    let failures = state.projects.describe(cause, &state.ui);
    let line = |failure: &super::failure::Failure| match (&failure.path, failure.line) {
        (Some(path), Some(line)) => format!("{path}:{line}: {}", failure.message),
        (Some(path), None) => format!("{path}: {}", failure.message),
        (None, _) => failure.message.clone(),
    };
    let message = failures.iter().map(line).collect::<Vec<_>>().join("\n");
    Error { code: ErrorCodes::Custom(LspErrorCodes::RequestFailed.into()), message, data: None }
}

/// Takes in the answer to a question of ours.
pub(super) fn response(state: &mut State, id: &Id, result: Option<Value>) -> Effect {
    let Id::Number(id) = id else { return Effect::None };
    let Some(mut argument) = state.questions.remove(id) else { return Effect::None };
    let title = result.and_then(|result| result.get("title").and_then(Value::as_str).map(str::to_owned));
    let Some(title) = title else { return Effect::None };
    argument.reason = Some(title);
    match run(state, actions::WAIVE, &argument) {
        Ok(effect) => effect,
        Err(error) => {
            let params = ShowMessageParams { kind: MessageType::Error, message: error.message };
            state.out.notify::<ShowMessageNotification>(params);
            Effect::None
        }
    }
}

/// Reads parameters.
///
/// # Errors
///
/// Where they are not those of the method.
pub(super) fn read<T: DeserializeOwned>(params: Value) -> Result<T, Error> {
    serde_json::from_value(params).map_err(|error| Error {
        code: ErrorCodes::InvalidParams,
        message: error.to_string(),
        data: None,
    })
}

/// Writes an answer.
pub(super) fn written(answer: impl serde::Serialize) -> Answer {
    serde_json::to_value(answer).map_err(|error| Error {
        code: ErrorCodes::InternalError,
        message: error.to_string(),
        data: None,
    })
}
