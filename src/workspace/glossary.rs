//! The project's glossary, read from its files.

use super::{Error, Note, Progress};
use crate::glossary::{Fault, FaultKind, Glossary, Gravity};
use crate::project::Project;

/// Reads the project's glossary.
///
/// # Errors
///
/// Where a file cannot be read or holds something that is not allowed.
pub fn glossary(project: &Project, progress: &dyn Progress) -> Result<Glossary, Error> {
    read_glossary(project, &glossary_files(project, progress)?, progress)
}

/// The files of the project's glossary, in order: (path, text).
///
/// # Errors
///
/// Where one cannot be read or is not UTF-8.
pub(super) fn glossary_files(project: &Project, progress: &dyn Progress) -> Result<Vec<(String, String)>, Error> {
    let files = project.glossary_files()?.unwrap_or_default();
    if files.is_empty() {
        progress.note(&Note::NoGlossary);
    }
    files.into_iter().map(|file| Ok((file.clone(), project.read_text(&file)?))).collect()
}

/// Reads glossary files, given as (name, text).
///
/// # Errors
///
/// Where one holds something that is not allowed.
pub fn read_glossary(
    project: &Project,
    texts: &[(String, String)],
    progress: &dyn Progress,
) -> Result<Glossary, Error> {
    let (glossary, faults) = Glossary::read(texts);
    let source = project.config.source_language.code();
    let mut errors = Vec::new();
    for fault in faults {
        match gravity(&fault, source) {
            Some(Gravity::Error) => errors.push(fault),
            Some(Gravity::Warning) => progress.note(&Note::Glossary(fault)),
            None => {}
        }
    }
    if errors.is_empty() { Ok(glossary) } else { Err(Error::Glossary(errors)) }
}

/// How much a fault weighs in a project translated from `source`.
fn gravity(fault: &Fault, source: &str) -> Option<Gravity> {
    match &fault.kind {
        // Two source words may well have one translation: казах and казахский are both Kazakh.
        FaultKind::TermTwice { language, .. } | FaultKind::TermShared { language, .. } if language != source => None,
        _ => Some(fault.gravity()),
    }
}
