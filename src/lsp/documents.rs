//! The texts that are open in the editor.

use std::collections::BTreeMap;
use std::path::PathBuf;

use gen_lsp_types::{TextDocumentContentChangeEvent as Change, Uri};

use super::position::{Encoding, Ruler};
use crate::text::Lines;

/// A text that is open.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub uri: Uri,
    pub version: i32,
    pub text: String,
    /// The root of its project and its path in it; `None` where it is in none.
    pub place: Option<(PathBuf, String)>,
}

/// The open texts, by their URI as the client writes it.
#[derive(Debug, Default)]
pub(super) struct Documents {
    open: BTreeMap<String, Open>,
}

impl Documents {
    /// Opens a text, or opens it anew.
    pub(super) fn open(&mut self, document: Open) {
        self.open.insert(document.uri.0.clone(), document);
    }

    /// Closes a text.
    pub(super) fn close(&mut self, uri: &Uri) -> Option<Open> {
        self.open.remove(&uri.0)
    }

    /// An open text.
    pub(super) fn get(&self, uri: &Uri) -> Option<&Open> {
        self.open.get(&uri.0)
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Open> {
        self.open.values()
    }

    /// The open text of a file of a project.
    pub(super) fn at(&self, root: &std::path::Path, inside: &str) -> Option<&Open> {
        self.open.values().find(|open| open.place.as_ref().is_some_and(|(at, path)| at == root && path == inside))
    }

    /// Gives open texts that have no project another chance, or all where a project's root may be another now.
    pub(super) fn places(&mut self, place: impl Fn(&Uri) -> Option<(PathBuf, String)>) {
        for open in self.open.values_mut() {
            open.place = place(&open.uri);
        }
    }

    /// Makes changes in a text, one after the other; `None` where it is not open.
    pub(super) fn change(
        &mut self,
        uri: &Uri,
        version: i32,
        changes: Vec<Change>,
        encoding: Encoding,
    ) -> Option<&Open> {
        let open = self.open.get_mut(&uri.0)?;
        for change in changes {
            apply(&mut open.text, change, encoding);
        }
        open.version = version;
        Some(open)
    }
}

fn apply(text: &mut String, change: Change, encoding: Encoding) {
    match change {
        Change::TextDocumentContentChangeWholeDocument(whole) => *text = whole.text,
        Change::TextDocumentContentChangePartial(part) => {
            let lines = Lines::new(text);
            let span = Ruler::new(text, &lines, encoding).span(part.range);
            text.replace_range(span.range(), &part.text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn changed(text: &str, changes: serde_json::Value) -> String {
        let uri = Uri("file:///a.md".to_owned());
        let mut documents = Documents::default();
        documents.open(Open { uri: uri.clone(), version: 1, text: text.to_owned(), place: None });
        let changes = serde_json::from_value(changes).unwrap();
        documents.change(&uri, 2, changes, Encoding::Utf16).unwrap().text.clone()
    }

    #[test]
    fn changes_are_made_one_after_the_other() {
        let range = |line: u32, start: u32, end: u32| json!({ "start": { "line": line, "character": start }, "end": { "line": line, "character": end } });
        let changes = json!([{ "range": range(0, 2, 4), "text": "" }, { "range": range(0, 2, 2), "text": "🌉!" }]);
        assert_eq!(changed("a 🌉 b\r\nc", changes), "a 🌉! b\r\nc");
        assert_eq!(changed("a", json!([{ "range": range(9, 9, 9), "text": "b" }])), "ab", "past the end");
        assert_eq!(changed("a", json!([{ "text": "b" }])), "b");
        assert_eq!(changed("a\r\nb", json!([{ "range": range(0, 5, 7), "text": "!" }])), "a!\r\nb");
    }
}
