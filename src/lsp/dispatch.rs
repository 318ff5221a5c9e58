//! Which method is answered by what.

use std::sync::Arc;

use gen_lsp_types::json_rpc::{Error, Id};
use gen_lsp_types::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::commands::Argument;
use super::deferred::{self, Deferred};
use super::documents::Open;
use super::execute::{Answer, Effect, execute, failed, read, written};
use super::place::Place;
use super::state::State;
use super::view::{Side, View};
use super::{capabilities, lens, navigate, projects, rename, rule_page, semantic, symbols, terms, uri};
use crate::i18n::Messages;
use crate::rules::Severity;
use crate::workspace::PairAnalysis;

/// Answers `initialize`.
pub(super) fn initialize(state: &mut State, params: &Value) -> Value {
    state.client = super::client::Client::read(params);
    let locale = state.options.locale.or(state.client.locale).unwrap_or(state.options.fallback);
    state.ui = Messages::new(locale);
    let server = ServerInfo { name: "tolmach".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) };
    json!({ "capabilities": capabilities::capabilities(state), "serverInfo": server })
}

/// Answers a request.
pub(super) fn request(state: &mut State, method: &str, params: Value) -> (Answer, Effect) {
    let answer = match method {
        "textDocument/hover" => {
            read(params).and_then(|params: HoverParams| written(state.hover(&params.text_document_position_params)))
        }
        "textDocument/definition" => read(params).and_then(|params: DefinitionParams| {
            let place = params.text_document_position_params;
            written(state.at(&place, |view, places| navigate::definition(view, &places)).flatten())
        }),
        "textDocument/declaration" => read(params).and_then(|params: DeclarationParams| {
            let place = params.text_document_position_params;
            written(state.at(&place, |view, places| navigate::declaration(view, &places)).flatten())
        }),
        "textDocument/implementation" => read(params).and_then(|params: ImplementationParams| {
            written(implementation(state, params.text_document_position_params))
        }),
        "tolmach/counterpart" => read(params).and_then(|params: Argument| {
            let line = params.line.unwrap_or_default();
            let place = at(&params.uri, Position { line, character: 0 });
            written(state.at(&place, |view, places| navigate::counterpart(view, &places, line)))
        }),
        "tolmach/status" => read(params).and_then(|params: Argument| {
            written(
                state.in_file(&params.uri, |_, reads| reads.iter().map(|(_, read)| status(read)).collect::<Vec<_>>()),
            )
        }),
        "tolmach/rulePage" => read(params).map(|named| rule_page::page(&state.ui, &named)),
        "textDocument/codeAction" => read(params).and_then(|params| written(state.actions(&params))),
        "codeAction/resolve" => read(params).and_then(|action| resolve(state, action)),
        "textDocument/prepareRename" => read(params).and_then(|params: PrepareRenameParams| {
            let place = params.text_document_position_params;
            written(state.at(&place, |view, places| rename::prepare(view, &places)).flatten())
        }),
        "textDocument/rename" => read(params).and_then(|params| rename(state, params)),
        "textDocument/diagnostic" => read(params).and_then(|params| written(diagnostic(state, params))),
        "workspace/executeCommand" => return execute(state, params),
        _ => shown(state, method, params),
    };
    (answer, Effect::None)
}

/// Answers a request for what is shown in a text or offered for it.
fn shown(state: &mut State, method: &str, params: Value) -> Answer {
    match method {
        "textDocument/codeLens" => {
            read(params).and_then(|CodeLensParams { text_document: TextDocumentIdentifier { uri }, .. }| {
                written(state.in_file(&uri, |view, reads| lens::lenses(view, &uri, &reads)))
            })
        }
        "textDocument/inlayHint" => read(params).and_then(|params: InlayHintParams| {
            let range = params.range;
            written(state.in_file(&params.text_document.uri, |view, reads| lens::hints(view, range, &reads)))
        }),
        "textDocument/documentSymbol" => read(params).and_then(|params: DocumentSymbolParams| {
            let uri = params.text_document.uri;
            let first = |view: &View<'_>, reads: Vec<(Side, Arc<PairAnalysis>)>| {
                reads.first().map(|(side, read)| symbols::of_document(view, *side, read))
            };
            written(state.in_file(&uri, first).flatten())
        }),
        "workspace/symbol" => read(params).and_then(|params: WorkspaceSymbolParams| {
            written(state.in_projects(|view| symbols::of_project(view, &params.query)))
        }),
        "textDocument/references" => read(params).and_then(|params: ReferenceParams| {
            let declaration = params.context.include_declaration;
            let references = |view: &View<'_>, places: Vec<Place>| terms::references(view, &places, declaration);
            written(state.at(&params.text_document_position_params, references))
        }),
        "textDocument/documentHighlight" => read(params).and_then(|params: DocumentHighlightParams| {
            let place = params.text_document_position_params;
            let first =
                |view: &View<'_>, places: Vec<Place>| places.first().map(|place| terms::highlights(view, place));
            written(state.at(&place, first).flatten())
        }),
        "textDocument/semanticTokens/full" => read(params)
            .and_then(|params: SemanticTokensParams| written(tokens(state, &params.text_document.uri, None))),
        "textDocument/semanticTokens/range" => read(params).and_then(|params: SemanticTokensRangeParams| {
            written(tokens(state, &params.text_document.uri, Some(params.range)))
        }),
        "textDocument/completion" => read(params)
            .and_then(|params: CompletionParams| written(state.complete(&params.text_document_position_params))),
        _ => Err(Error { code: ErrorCodes::MethodNotFound, message: method.to_owned(), data: None }),
    }
}

/// Takes in a notification; one that cannot be understood changes nothing.
pub(super) fn notification(state: &mut State, method: &str, params: Value) -> Effect {
    match method {
        "initialized" => {
            watch(state);
            Effect::None
        }
        "textDocument/didOpen" => with(params, |params| did_open(state, params)),
        "textDocument/didChange" => with(params, |params| did_change(state, params)),
        "textDocument/didClose" => with(params, |params| did_close(state, params)),
        "textDocument/didSave" => {
            with(params, |params: DidSaveTextDocumentParams| outside(state, &params.text_document.uri))
        }
        "workspace/didChangeWatchedFiles" => with(params, |params: DidChangeWatchedFilesParams| {
            let effects = params.changes.iter().map(|change| outside(state, &change.uri));
            // Each project that something changed in is scheduled; the last effect sets the clock.
            effects.fold(Effect::None, |all, one| if matches!(one, Effect::None) { all } else { one })
        }),
        _ => Effect::None,
    }
}

/// Finds the project of an open text again.
pub(super) fn reopen(state: &mut State, uri: &Uri) {
    if let Some((root, inside)) = state.located(uri) {
        state.overlay(&root, &inside);
        state.schedule(&root, None);
    }
}

fn did_open(state: &mut State, params: DidOpenTextDocumentParams) -> Effect {
    let TextDocumentItem { uri, version, text, .. } = params.text_document;
    let place = uri::path(&uri).and_then(|path| projects::locate(&path));
    state.documents.open(Open { uri: uri.clone(), version, text, place: place.clone() });
    let Some((root, inside)) = place else { return Effect::None };
    state.overlay(&root, &inside);
    Effect::Opened(root, uri)
}

fn did_change(state: &mut State, params: DidChangeTextDocumentParams) -> Effect {
    let VersionedTextDocumentIdentifier { version, text_document_identifier: TextDocumentIdentifier { uri } } =
        params.text_document;
    let encoding = state.client.encoding;
    let open = state.documents.change(&uri, version, params.content_changes, encoding);
    let Some((root, inside)) = open.and_then(|open| open.place.clone()) else { return Effect::None };
    state.overlay(&root, &inside);
    Effect::Edited(root, Some(uri))
}

fn did_close(state: &mut State, params: DidCloseTextDocumentParams) -> Effect {
    let uri = params.text_document.uri;
    let closed = state.documents.close(&uri);
    state.forget(&uri);
    let Some((root, inside)) = closed.and_then(|closed| closed.place) else { return Effect::None };
    state.overlay(&root, &inside);
    Effect::Edited(root, None)
}

/// A file came, went or changed on disk.
fn outside(state: &mut State, uri: &Uri) -> Effect {
    // A text that was in no project may be in one now, and the other way round.
    state.documents.places(|uri| uri::path(uri).and_then(|path| projects::locate(&path)));
    let Some((root, inside)) = uri::path(uri).and_then(|path| projects::locate(&path)) else { return Effect::None };
    let Some(project) = state.projects.get(&root) else { return Effect::None };
    project.touch(&inside);
    project.ask();
    state.schedule(&root, None);
    Effect::Edited(root, None)
}

/// Asks the editor to watch what a project is made of.
fn watch(state: &mut State) {
    if !state.client.watches {
        return;
    }
    let patterns = ["**/*.{md,markdown,txt,tmx,tsv}", "**/*.toml"];
    let watchers: Vec<Value> = patterns.iter().map(|pattern| json!({ "globPattern": pattern })).collect();
    let registration = Registration {
        id: "tolmach-files".to_owned(),
        method: "workspace/didChangeWatchedFiles".to_owned(),
        register_options: Some(json!({ "watchers": watchers })),
    };
    let id = Id::Number(state.id());
    state.out.ask::<RegistrationRequest>(id, RegistrationParams { registrations: vec![registration] });
}

/// From the translation too: by the paragraph of the original.
fn implementation(state: &mut State, place: TextDocumentPositionParams) -> Option<ImplementationResponse> {
    let original = state.at(&place, |view, places| {
        let target = places.iter().find(|place| place.side == Side::Target)?;
        let unit = target.unit()?;
        let pair = &target.read.pair;
        let location = view.location(pair, Side::Source, super::place::paragraphs(unit, Side::Source))?;
        Some(at(&location.uri, location.range.start))
    });
    let place = original.flatten().unwrap_or(place);
    state.at(&place, |view, places| navigate::implementation(view, &places)).flatten()
}

/// The action with its edit; refused where what it is about is no longer there.
fn resolve(state: &mut State, action: CodeAction) -> Answer {
    let Some(data) = action.data.clone() else { return written(action) };
    let Deferred { uri, language, make } = read(data)?;
    let edit = state.in_file(&uri, |view, reads| {
        let (_, of) = reads.iter().find(|(_, read)| read.pair.paths.language.to_string() == language)?;
        deferred::make(view, of, &make)
    });
    match edit.flatten() {
        Some(edit) => written(CodeAction { edit: Some(edit), ..action }),
        None => {
            let code = ErrorCodes::Custom(LspErrorCodes::ContentModified.into());
            Err(Error { code, message: state.ui.lsp_gone(), data: None })
        }
    }
}

fn rename(state: &mut State, params: RenameParams) -> Answer {
    let RenameParams { new_name, text_document_position_params: place, .. } = params;
    let renamed = state.at(&place, |view, places| rename::rename(view, &places, &new_name));
    match renamed.unwrap_or(Ok(None)) {
        Ok(edit) => written(edit),
        Err(cause) => Err(failed(state, cause)),
    }
}

/// The first of the pairs shows them: the terms of an original are the same in each.
fn tokens(state: &mut State, uri: &Uri, range: Option<Range>) -> Option<SemanticTokens> {
    let first = |view: &View<'_>, reads: Vec<(Side, Arc<PairAnalysis>)>| {
        reads.first().map(|(side, read)| semantic::tokens(view, read, *side, range))
    };
    state.in_file(uri, first).flatten()
}

/// How far a document is in one language.
fn status(PairAnalysis { pair, analysis }: &PairAnalysis) -> Value {
    let counts = analysis.counts(&pair.source, &pair.target);
    let open = || analysis.findings.iter().filter(|found| found.waived.is_none());
    let loud = open().filter(|found| found.severity >= Severity::Warning).count();
    json!({
        "language": pair.paths.language.to_string(),
        "units": counts.aligned,
        "accepted": counts.accepted,
        "stale": counts.stale,
        "edited": counts.edited,
        "missing": counts.missing,
        "findings": loud,
        "remarks": open().count() - loud,
    })
}

fn diagnostic(state: &mut State, params: DocumentDiagnosticParams) -> Value {
    let (id, items) = state.asked(&params.text_document.uri);
    match params.previous_result_id == Some(id.clone()) {
        true => json!({ "kind": "unchanged", "resultId": id }),
        false => json!({ "kind": "full", "resultId": id, "items": items }),
    }
}

fn at(uri: &Uri, position: Position) -> TextDocumentPositionParams {
    TextDocumentPositionParams { text_document: TextDocumentIdentifier { uri: uri.clone() }, position }
}

fn with<T: DeserializeOwned>(params: Value, act: impl FnOnce(T) -> Effect) -> Effect {
    read(params).map_or(Effect::None, act)
}
