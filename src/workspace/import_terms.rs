//! `glossary import` and `merge`: concepts of another glossary or term base go into this one.

use super::{DraftError, Error, GlossaryDraft, Progress, is_glossary_file};
use crate::edit::Transaction;
use crate::exchange::Languages;
use crate::glossary::change::{self, Old};
use crate::glossary::edit::{self, Refusal};
use crate::glossary::merge::{self, Change, ChangeKind, OnConflict, Plan};
use crate::glossary::{Concept, Status};
use crate::lang::Language;
use crate::project::Project;

/// The pair of languages for tables that hold two: the project's, and `asked` or the project's first target language.
///
/// # Errors
///
/// If the project's documents cannot be listed.
pub fn term_languages(project: &Project, asked: Option<&Language>) -> Result<Languages, Error> {
    let listing = project.listing()?;
    let target = asked.or(listing.languages.first()).map_or_else(|| "en".to_owned(), ToString::to_string);
    Ok(Languages::new(&project.config.source_language.to_string(), &target))
}

/// Concepts to take in.
#[derive(Clone, Debug)]
pub struct TakeRequest {
    /// With an id where they bring one.
    pub concepts: Vec<Concept>,
    /// The glossary file for new ones; made where it is not there.
    pub into: String,
    /// What happens where both have a preferred term.
    pub on_conflict: OnConflict,
}

/// What taking concepts in comes to.
#[derive(Debug)]
pub struct Taken {
    /// What is the same, differs and is new.
    pub plan: Plan,
    /// Writes the glossary files.
    pub change: Transaction,
}

/// Takes concepts into the glossary of a project. Nothing is written.
///
/// # Errors
///
/// If the glossary cannot be read, the file is none of its, or it could not be read with the concepts in it.
pub fn take_terms(project: &Project, request: TakeRequest, progress: &dyn Progress) -> Result<Taken, DraftError> {
    let path = request.into;
    if !is_glossary_file(&path) {
        return Err(DraftError::NotAGlossaryFile { path });
    }
    let mut draft = GlossaryDraft::open(project)?;
    let source = project.config.source_language.code();
    let plan = merge::plan(&draft.glossary(), request.concepts, source, request.on_conflict);
    for one in &plan.changes {
        draft.change(&one.file, |text| changed(text, one))?;
    }
    if !plan.new.is_empty() {
        let all =
            |text: &str| plan.new.iter().try_fold(text.to_owned(), |text, concept| edit::add_concept(&text, concept));
        draft.change(&path, all)?;
    }
    let change = draft.transaction(progress)?;
    Ok(Taken { plan, change })
}

fn changed(text: &str, change: &Change) -> Result<String, Refusal> {
    let id = change.concept.as_str();
    let unless_there = |added: Result<String, Refusal>| match added {
        // Two rows may bring the same term.
        Err(Refusal::TermThere(_)) => Ok(text.to_owned()),
        added => added,
    };
    match &change.kind {
        ChangeKind::Add { language, term, status } => match edit::add_term(text, id, language, term, *status) {
            Err(Refusal::TermThere(_)) if *status == Status::Preferred => {
                unless_there(edit::add_term(text, id, language, term, Status::Admitted))
            }
            added => unless_there(added),
        },
        ChangeKind::Prefer { language, term } => change::prefer(text, id, language, term, Old::Admitted),
        ChangeKind::Set { key, text: value } => change::set(text, id, key, value),
    }
}
