//! What the editor can do, as its `initialize` request says; what it does not say it cannot.

use std::time::Duration;

use gen_lsp_types::{MarkupContent, MarkupKind};
use serde_json::Value;

use super::position::Encoding;
use crate::i18n::Locale;

/// Nobody waits longer for a check, in milliseconds.
const LONGEST: u64 = 10_000;

/// An editor.
#[derive(Clone, Debug, Default)]
pub(super) struct Client {
    /// How columns are counted.
    pub encoding: Encoding,
    /// The language of its interface, where tolmach speaks it.
    pub locale: Option<Locale>,
    /// Shows Markdown in hovers.
    pub markdown: bool,
    /// Takes edits with the version of the text that they are for.
    pub document_changes: bool,
    /// Takes edits with a code action; else it gets commands.
    pub action_literals: bool,
    /// Asks for diagnostics by itself.
    pub pulls: bool,
    /// Can be asked to draw what it asked for again: code lenses, inlay hints, diagnostics.
    pub refreshes: [bool; 3],
    /// Watches files that it is asked to watch.
    pub watches: bool,
    /// Takes links with the range that they are from.
    pub links: bool,
    /// Shows a question with answers.
    pub asks: bool,
    /// Asks for the reason of a waiver before it sends the command.
    pub asks_for_reason: bool,
    /// Takes edits with notes about them, and asks before it makes them.
    pub annotates: bool,
    /// Asks for the edit of a code action when the user has chosen it.
    pub resolves_edits: bool,
    /// Shows the page of a rule at a URI: what the URI begins with.
    pub rule_pages: Option<String>,
    /// How long nobody must have typed before the open texts are checked.
    pub debounce: Option<Duration>,
    /// How long nobody must have typed before the documents are compared with each other.
    pub settle: Option<Duration>,
}

impl Client {
    /// Reads the parameters of `initialize`; anything unusual in them counts as not said.
    pub(super) fn read(params: &Value) -> Client {
        let has =
            |path: &str| params.pointer(path).is_some_and(|value| value.as_bool() != Some(false) && !value.is_null());
        let list = |path: &str| -> Vec<&str> {
            let values = params.pointer(path).and_then(Value::as_array);
            values.into_iter().flatten().filter_map(Value::as_str).collect()
        };
        let text = "/capabilities/textDocument";
        let workspace = "/capabilities/workspace";
        let milliseconds = |name: &str| {
            let value = params.pointer(&format!("/initializationOptions/{name}")).and_then(Value::as_u64);
            value.map(|value| Duration::from_millis(value.min(LONGEST)))
        };
        let refresh = |what: &str| has(&format!("{workspace}/{what}/refreshSupport"));
        Client {
            encoding: Encoding::best(&list("/capabilities/general/positionEncodings")),
            locale: params.pointer("/locale").and_then(Value::as_str).and_then(Locale::of_name),
            markdown: list(&format!("{text}/hover/contentFormat")).contains(&"markdown"),
            document_changes: has(&format!("{workspace}/workspaceEdit/documentChanges")),
            action_literals: has(&format!("{text}/codeAction/codeActionLiteralSupport")),
            pulls: has(&format!("{text}/diagnostic")),
            refreshes: ["codeLens", "inlayHint", "diagnostics"].map(refresh),
            watches: has(&format!("{workspace}/didChangeWatchedFiles/dynamicRegistration")),
            links: has(&format!("{text}/definition/linkSupport")),
            asks: has("/capabilities/window/showMessage"),
            asks_for_reason: has("/initializationOptions/asksForReason"),
            annotates: has(&format!("{workspace}/workspaceEdit/changeAnnotationSupport")),
            resolves_edits: list(&format!("{text}/codeAction/resolveSupport/properties")).contains(&"edit")
                && has(&format!("{text}/codeAction/dataSupport")),
            rule_pages: params.pointer("/initializationOptions/rulePages").and_then(Value::as_str).map(str::to_owned),
            debounce: milliseconds("debounce"),
            settle: milliseconds("settle"),
        }
    }

    /// A text for a hover.
    pub(super) fn markup(&self, value: String) -> MarkupContent {
        let kind = if self.markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
        MarkupContent { kind, value }
    }
}
