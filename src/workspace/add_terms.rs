//! `glossary add`: a concept, or terms for a concept that is there; the file's comments and order survive.

use super::{Error, GlossaryDraft, Progress, read_glossary};
use crate::edit::Transaction;
use crate::glossary::edit::{self, Refusal};
use crate::glossary::{Concept, Glossary, Status, Term, merge};
use crate::lang::inflect::fold;
use crate::project::{Project, Snapshot};

/// Where a concept goes if the project has several glossary files, or none.
const FILE: &str = "glossary/terms.toml";

/// Terms to add to the glossary.
#[derive(Clone, Debug)]
pub struct TermRequest {
    /// The id of the concept; where there is none of it, it is made.
    pub concept: String,
    /// In the order they are recorded.
    pub terms: Vec<NewTerm>,
    /// The file for a new concept; `None` leaves the choice to the project.
    pub file: Option<String>,
}

/// A term to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTerm {
    /// The primary subtag, as glossary files name languages.
    pub language: String,
    /// On one line, not empty.
    pub text: String,
    /// What the term is to its concept.
    pub status: Status,
}

/// What adding changes.
#[derive(Debug)]
pub struct Addition {
    /// Writes the glossary file.
    pub change: Transaction,
    /// `path:line` of the concept after the change, the line 1-based.
    pub place: String,
    /// Whether the concept was made.
    pub new_concept: bool,
}

/// Why nothing was added.
#[derive(Debug)]
pub enum AddError {
    /// The glossary cannot be read or written.
    Workspace(Error),
    /// The request cannot be met.
    Refused(AddRefusal),
    /// With the terms added, the glossary would no longer be read.
    Unreadable(Error),
}

/// What is wrong with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddRefusal {
    /// The named file is none of the glossary's.
    NotAGlossaryFile {
        /// Inside the project.
        path: String,
    },
    /// The concept is in another file than the named one; the line is 1-based.
    ConceptElsewhere {
        /// Inside the project.
        file: String,
        /// Where the concept begins.
        line: usize,
    },
    /// The language has another preferred term.
    PreferredThere {
        /// The known preferred term.
        preferred: String,
        /// The term that cannot be a second one.
        term: NewTerm,
    },
    /// The file cannot take it; the term is `None` where the concept itself could not be added.
    File {
        /// What the editor of glossary files answered.
        refusal: Refusal,
        /// The term that was to be added.
        term: Option<NewTerm>,
    },
}

impl<E: Into<Error>> From<E> for AddError {
    fn from(error: E) -> AddError {
        AddError::Workspace(error.into())
    }
}

/// Adds terms to the glossary of a project. Nothing is written.
///
/// # Errors
///
/// If the glossary cannot be read, the request contradicts it, or it could not be read with the terms in it.
pub fn add_terms(project: &Project, request: &TermRequest, progress: &dyn Progress) -> Result<Addition, AddError> {
    let mut files = Vec::new();
    for file in project.glossary_files()?.unwrap_or_default() {
        files.push((file.clone(), project.read_text(&file)?));
    }
    let (known, _) = Glossary::read(&files);
    let concept = known.concepts.iter().find(|concept| concept.id == request.concept);
    let path = request.path(project, &files, concept)?;
    let before = project.snapshot(&path)?;
    let content = if before == Snapshot(None) { String::new() } else { project.read_text(&path)? };
    let text = match request.added(&content, concept) {
        Ok(text) => text,
        Err(refusal) => {
            // What is wrong with the file already says more than that nothing could be added to it.
            read_glossary(project, &files, progress)?;
            return Err(AddError::Refused(refusal));
        }
    };
    match files.iter_mut().find(|(name, _)| *name == path) {
        Some((_, content)) => content.clone_from(&text),
        None => files.push((path.clone(), text.clone())),
    }
    // A glossary that its own reader refuses would stop every other command.
    let glossary = read_glossary(project, &files, progress).map_err(AddError::Unreadable)?;
    let line = glossary.concepts.iter().find(|concept| concept.id == request.concept).map_or(1, |concept| concept.line);
    Ok(Addition {
        place: format!("{path}:{line}"),
        new_concept: concept.is_none(),
        change: Transaction::of(&path, before.0, Some(text.into_bytes())),
    })
}

/// The concept that terms belong to where none is named: the one that has a preferred one of them in the original's
/// language, else a new one with an id made from them.
///
/// # Errors
///
/// If a glossary file cannot be read.
pub fn concept_for(project: &Project, terms: &[NewTerm]) -> Result<String, Error> {
    let known = GlossaryDraft::open(project)?.glossary();
    let source = project.config.source_language.code();
    let of_source = terms.iter().find(|term| term.language == source && term.status == Status::Preferred);
    let has = |concept: &&Concept| {
        let own = concept.terms.get(source).into_iter().flat_map(|terms| &terms.terms);
        of_source.is_some_and(|new| own.into_iter().any(|term| fold(&term.text) == fold(&new.text)))
    };
    if let Some(concept) = known.concepts.iter().find(has) {
        return Ok(concept.id.clone());
    }
    let mut concept = Concept::default();
    for term in terms.iter().filter(|term| term.status != Status::Deprecated) {
        let made = Term { text: term.text.clone(), status: term.status, ..Term::default() };
        concept.terms.of(&term.language).terms.push(made);
    }
    let taken: Vec<String> = known.concepts.iter().map(|concept| concept.id.clone()).collect();
    Ok(merge::free_id(&concept, &taken))
}

impl TermRequest {
    /// The file to write: the concept's own, the one that was named, or the project's only one.
    fn path(
        &self,
        project: &Project,
        files: &[(String, String)],
        concept: Option<&Concept>,
    ) -> Result<String, AddError> {
        let named = self.file.as_ref().map(|file| project.destination(file)).transpose()?;
        if let Some(path) = &named {
            let hidden = path.split('/').any(|part| part.starts_with('.'));
            if !path.starts_with("glossary/") || !path.ends_with(".toml") || hidden {
                return Err(AddError::Refused(AddRefusal::NotAGlossaryFile { path: path.clone() }));
            }
        }
        match (concept, named) {
            (Some(concept), Some(path)) if path != concept.file => {
                let (file, line) = (concept.file.clone(), concept.line);
                Err(AddError::Refused(AddRefusal::ConceptElsewhere { file, line }))
            }
            (Some(concept), _) => Ok(concept.file.clone()),
            (None, Some(path)) => Ok(path),
            (None, None) => Ok(match files {
                [(only, _)] => only.clone(),
                _ => FILE.to_owned(),
            }),
        }
    }

    /// The file's text with the terms, in a new concept where there is none of this id.
    fn added(&self, content: &str, concept: Option<&Concept>) -> Result<String, AddRefusal> {
        let mut text = content.to_owned();
        if concept.is_none() {
            let empty = Concept { id: self.concept.clone(), ..Concept::default() };
            text = edit::add_concept(&text, &empty).map_err(|refusal| AddRefusal::File { refusal, term: None })?;
        }
        let mut seen: Vec<(&str, String)> = Vec::new();
        let refused = |refusal, term: Option<&NewTerm>| AddRefusal::File { refusal, term: term.cloned() };
        for term in &self.terms {
            let there = concept.and_then(|concept| concept.terms.get(&term.language));
            let same = |known: &str| fold(known) == fold(&term.text);
            let repeated = there.is_some_and(|there| there.terms.iter().any(|known| same(&known.text)))
                || seen.iter().any(|(language, known)| *language == term.language && same(known));
            if repeated {
                return Err(refused(Refusal::TermThere(term.text.clone()), Some(term)));
            }
            let preferred = there.and_then(|there| there.preferred()).map(|known| known.text.clone());
            let mut preferring = self.terms.iter().filter(|first| first.status == Status::Preferred);
            let first = preferring.find(|first| first.language == term.language && !same(&first.text));
            let preferred = preferred.or_else(|| first.map(|first| first.text.clone()));
            if let Some(preferred) = preferred.filter(|_| term.status == Status::Preferred) {
                return Err(AddRefusal::PreferredThere { preferred, term: term.clone() });
            }
            text = edit::add_term(&text, &self.concept, &term.language, &term.text, term.status)
                .map_err(|refusal| refused(refusal, Some(term)))?;
            seen.push((&term.language, term.text.clone()));
        }
        Ok(text)
    }
}
