//! A transaction as an editor makes it, or as it is written.
//!
//! What is open, and every document, is changed by the editor, so that its undo takes the change back; a units file or a
//! glossary that is not open is written under the project's lock.

use std::collections::HashMap;

use gen_lsp_types::{
    DocumentChange, Edit, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextDocumentIdentifier, TextEdit,
    WorkspaceEdit,
};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::position::Ruler;
use super::view::View;
use crate::edit::{FileChange, Transaction};
use crate::text::{Lines, Span};
use crate::workspace::{Error, commit};

/// Makes a transaction: what is to be written is written, what the editor is to make comes back.
///
/// # Errors
///
/// Where a file is no longer what the transaction was made from, or cannot be written.
pub(super) fn carry_out(view: &View<'_>, transaction: Transaction) -> Result<Option<WorkspaceEdit>, Error> {
    let edited =
        |change: &&FileChange| view.documents.at(view.root, &change.path).is_some() || !change.path.ends_with(".toml");
    let changes = transaction.changes();
    let (mut written, mut in_editor) = (Transaction::new(), Vec::new());
    for change in changes {
        if edited(&change) {
            in_editor.push(change);
        } else {
            let one = Transaction::of(&change.path, change.before.clone(), change.after.clone());
            written = written.then(one).unwrap_or_default();
        }
    }
    if !written.is_empty() {
        let project = &view.workspace.project;
        let lock = project.lock(|| ())?;
        commit(project, &lock, &written)?;
    }
    Ok((!in_editor.is_empty()).then(|| workspace_edit(view, &in_editor)))
}

/// The edit that makes all changes of a transaction in the editor.
pub(super) fn edit(view: &View<'_>, transaction: &Transaction) -> WorkspaceEdit {
    workspace_edit(view, &transaction.changes().iter().collect::<Vec<_>>())
}

/// The edits of one file.
pub(super) struct Changed {
    /// Inside the project.
    pub path: String,
    /// None over another.
    pub edits: Vec<Edit>,
}

/// The edit that changes several files; for an editor that takes no versions without them and without annotations.
pub(super) fn together(view: &View<'_>, changes: Vec<Changed>) -> WorkspaceEdit {
    if !view.client.document_changes {
        let changes = changes.into_iter().map(|change| (view.uri(&change.path), change.edits.into_iter().map(plain)));
        let changes: HashMap<_, Vec<TextEdit>> = changes.map(|(uri, edits)| (uri, edits.collect())).collect();
        return WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() };
    }
    let document = |change: Changed| {
        let uri = view.uri(&change.path);
        let version = view.documents.get(&uri).map(|open| open.version);
        DocumentChange::TextDocumentEdit(TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier {
                version,
                text_document_identifier: TextDocumentIdentifier { uri },
            },
            edits: change.edits,
        })
    };
    WorkspaceEdit { document_changes: Some(changes.into_iter().map(document).collect()), ..WorkspaceEdit::default() }
}

fn plain(edit: Edit) -> TextEdit {
    match edit {
        Edit::TextEdit(edit) => edit,
        Edit::AnnotatedTextEdit(edit) => edit.text_edit,
        Edit::SnippetTextEdit(edit) => TextEdit { range: edit.range, new_text: edit.snippet.value },
    }
}

fn workspace_edit(view: &View<'_>, changes: &[&FileChange]) -> WorkspaceEdit {
    let changed = |change: &&FileChange| {
        let edits = text_edits(view, change.before.as_deref(), change.after.as_deref());
        Changed { path: change.path.clone(), edits: edits.into_iter().map(Edit::TextEdit).collect() }
    };
    together(view, changes.iter().map(changed).collect())
}

/// The replacements that make the text of a file another one: of the lines that differ, what differs in them. A file
/// that is not there is empty.
pub(super) fn text_edits(view: &View<'_>, before: Option<&[u8]>, after: Option<&[u8]>) -> Vec<TextEdit> {
    let [before, after] = [before, after].map(|bytes| String::from_utf8_lossy(bytes.unwrap_or_default()));
    let lines = Lines::new(&before);
    let ruler = Ruler::new(&before, &lines, view.client.encoding);
    let edit = |(span, text): (Span, String)| TextEdit { range: ruler.range(span), new_text: text };
    replacements(&before, &after).into_iter().map(edit).collect()
}

fn replacements(before: &str, after: &str) -> Vec<(Span, String)> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let starts = |lines: &[&str]| {
        let mut starts = vec![0];
        for line in lines {
            starts.push(starts[starts.len() - 1] + line.len());
        }
        starts
    };
    let (old_at, new_at) = (starts(&old), starts(&new));
    let operations = capture_diff_slices(Algorithm::Myers, &old, &new);
    let changed = operations.iter().filter(|operation| !matches!(operation, DiffOp::Equal { .. }));
    changed
        .map(|operation| {
            let (from, to) = (operation.old_range(), operation.new_range());
            let was = &before[old_at[from.start]..old_at[from.end]];
            let now = &after[new_at[to.start]..new_at[to.end]];
            let (head, tail) = shared(was, now);
            let start = old_at[from.start];
            (Span::new(start + head, start + was.len() - tail), now[head..now.len() - tail].to_owned())
        })
        .collect()
}

/// How many bytes two texts have in common at their beginnings and at their ends, whole letters.
fn shared(was: &str, now: &str) -> (usize, usize) {
    let same = |(one, other): &(char, char)| one == other;
    let head = was.chars().zip(now.chars()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let (was, now) = (&was[head..], &now[head..]);
    let tail = was.chars().rev().zip(now.chars().rev()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    (head, tail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn applied(before: &str, after: &str) -> String {
        let mut text = before.to_owned();
        for (span, new) in replacements(before, after).into_iter().rev() {
            text.replace_range(span.range(), &new);
        }
        text
    }

    #[test]
    fn only_what_differs_is_replaced() {
        let found = replacements("a\r\nthe city hall\r\nb", "a\r\nthe akimat\r\nb");
        assert_eq!(found, [(Span::new(7, 16), "akimat".to_owned())]);
        assert_eq!(replacements("a\n", "a\nb\n"), [(Span::new(2, 2), "b\n".to_owned())]);
    }

    proptest! {
        #[test]
        fn one_text_becomes_the_other(before in "[abж🌉\r\n]{0,40}", after in "[abж🌉\r\n]{0,40}") {
            prop_assert_eq!(applied(&before, &after), after);
        }
    }
}
