//! A preferred term renamed: in the glossary, and in every form in the documents of its language.

use std::collections::HashMap;

use gen_lsp_types::{
    AnnotatedTextEdit, ChangeAnnotation, Edit, PrepareRenamePlaceholder, PrepareRenameResult, TextEdit, WorkspaceEdit,
};

use super::changes::{Changed, text_edits, together};
use super::failure::Cause;
use super::place::Place;
use super::position::Ruler;
use super::terms;
use super::view::{Side, View};
use crate::glossary::{Occurrence, Term};
use crate::lang::Language;
use crate::text::Lines;
use crate::workspace::{RenamedDocument, TermRename, rename_term, renamed_term};

/// A change of the glossary.
const GLOSSARY: &str = "glossary";
/// A place where nothing else can be meant.
const SURE: &str = "term";
/// A place that may be something else, or need another form.
const UNSURE: &str = "unsure";

/// The preferred term at a place, which can be renamed, and the glossary's spelling of it.
pub(super) fn prepare(view: &View<'_>, places: &[Place]) -> Option<PrepareRenameResult> {
    let place = places.first()?;
    let (found, term) = renamable(view, place)?;
    let paragraph = place.side.document(&place.read.pair).paragraphs.get(place.paragraph?)?;
    let range = view.ruler(&place.read.pair, place.side).range(paragraph.in_file(found.span));
    let placeholder = term.text.clone();
    Some(PrepareRenameResult::PrepareRenamePlaceholder(PrepareRenamePlaceholder { range, placeholder }))
}

/// The edit that renames the preferred term at a place; `None` where there is none.
///
/// # Errors
///
/// If the glossary cannot take the new term, or a document cannot be read.
pub(super) fn rename(view: &View<'_>, places: &[Place], new: &str) -> Result<Option<WorkspaceEdit>, Cause> {
    let Some(place) = places.first() else { return Ok(None) };
    let Some((found, old)) = renamable(view, place) else { return Ok(None) };
    let (old, new) = (old.text.clone(), new.trim());
    if new.is_empty() || new.contains(['\n', '\r']) || new == old {
        return Ok(None);
    }
    let renamed = rename_term(view.workspace, found.concept, language(view, place), new)?;
    Ok(Some(edit(view, renamed, &format!("{old} → {new}"))))
}

fn renamable<'a>(view: &'a View<'_>, place: &'a Place) -> Option<(&'a Occurrence, &'a Term)> {
    let language = language(view, place);
    let is_preferred = |found: &&Occurrence| renamed_term(view.workspace, found.concept, language) == Some(found.term);
    let found = terms::at(place).into_iter().find(is_preferred)?;
    let terms = view.workspace.glossary.concepts.get(found.concept)?.terms_in(language)?;
    Some((found, terms.terms.get(found.term)?))
}

fn language<'a>(view: &'a View<'_>, place: &'a Place) -> &'a Language {
    match place.side {
        Side::Source => &view.workspace.project.config.source_language,
        Side::Target => &place.read.pair.target_language,
    }
}

/// The edit; where the editor can ask, it asks before every kind of change.
fn edit(view: &View<'_>, renamed: TermRename, what: &str) -> WorkspaceEdit {
    let annotates = view.client.annotates;
    let annotated = |id: &str, text_edit: TextEdit| match annotates {
        true => Edit::AnnotatedTextEdit(AnnotatedTextEdit { annotation_id: id.to_owned(), text_edit }),
        false => Edit::TextEdit(text_edit),
    };
    let mut all: Vec<Changed> = Vec::new();
    for change in renamed.glossary.changes() {
        let edits = text_edits(view, change.before.as_deref(), change.after.as_deref());
        let edits = edits.into_iter().map(|edit| annotated(GLOSSARY, edit)).collect();
        all.push(Changed { path: change.path.clone(), edits });
    }
    for RenamedDocument { path, text, places } in renamed.documents {
        let lines = Lines::new(&text);
        let ruler = Ruler::new(&text, &lines, view.client.encoding);
        let edits = places.into_iter().map(|place| {
            let new_text = String::from_utf8_lossy(&place.edit.text).into_owned();
            let id = if place.sure { SURE } else { UNSURE };
            annotated(id, TextEdit { range: ruler.range(place.edit.bytes), new_text })
        });
        all.push(Changed { path, edits: edits.collect() });
    }
    let note =
        |label: String| ChangeAnnotation { label, needs_confirmation: Some(true), description: Some(what.to_owned()) };
    let notes = [
        (GLOSSARY, view.ui.lsp_rename_glossary()),
        (SURE, view.ui.lsp_rename_places()),
        (UNSURE, view.ui.lsp_rename_unsure()),
    ];
    let notes: HashMap<String, ChangeAnnotation> =
        notes.into_iter().map(|(id, label)| (id.to_owned(), note(label))).collect();
    WorkspaceEdit { change_annotations: annotates.then_some(notes), ..together(view, all) }
}
