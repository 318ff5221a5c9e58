//! What the page asks for, as JSON.

use serde::Deserialize;

/// A request of the page.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "ask")]
pub(super) enum Request {
    /// The documents.
    Documents,
    /// The page of a pair.
    Page {
        pair: String,
    },
    /// The text of a paragraph of the translation, to be edited.
    Text {
        pair: String,
        key: String,
        paragraph: usize,
    },
    /// Whether files have changed.
    News,
    Undo,
    Accept {
        pair: String,
        key: String,
        unit: usize,
    },
    Pair {
        pair: String,
        key: String,
        source: Vec<usize>,
        target: Vec<usize>,
    },
    Edit {
        pair: String,
        key: String,
        paragraph: usize,
        text: String,
    },
    Fix {
        pair: String,
        key: String,
        finding: String,
    },
    Waive {
        pair: String,
        key: String,
        finding: String,
        reason: String,
    },
    /// Adds a form to the glossary: of the term, or as a term of its own.
    Add {
        pair: String,
        key: String,
        finding: String,
        form: String,
        admitted: bool,
    },
}

/// The token that is exchanged for a key.
#[derive(Debug, Deserialize)]
pub(super) struct Token {
    pub(super) token: String,
}

impl Request {
    /// The pair that the request is about, and the contents that the page shows of it.
    pub(super) fn about(&self) -> Option<(&str, &str)> {
        match self {
            Request::Documents | Request::Page { .. } | Request::News | Request::Undo => None,
            Request::Text { pair, key, .. }
            | Request::Accept { pair, key, .. }
            | Request::Pair { pair, key, .. }
            | Request::Edit { pair, key, .. }
            | Request::Fix { pair, key, .. }
            | Request::Waive { pair, key, .. }
            | Request::Add { pair, key, .. } => Some((pair, key)),
        }
    }
}
