//! `glossary import`: a term base of another tool as a file of the glossary.

use super::{Error, Progress, glossary, read_glossary};
use crate::exchange::tbx::TermEntry;
use crate::exchange::{Languages, glossary_file};
use crate::lang::Language;
use crate::project::{self, ErrorKind, Lock, Project, Snapshot};

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

/// Writes entries as `glossary/NAME.toml`; the path of the file inside the project.
///
/// # Errors
///
/// If the file is there already, cannot be written, or the glossary could not be read with it.
pub fn import_terms(
    project: &Project,
    lock: &Lock,
    name: &str,
    entries: &[TermEntry],
    progress: &dyn Progress,
) -> Result<String, Error> {
    let path = format!("glossary/{name}.toml");
    if project.exists(&path) {
        return Err(project::Error::new(&path, ErrorKind::Exists).into());
    }
    let text = glossary_file(entries, &glossary(project, progress)?);
    // A glossary that its own reader refuses would stop every other command.
    let mut files = Vec::new();
    for file in project.glossary_files()?.unwrap_or_default() {
        files.push((file.clone(), project.read_text(&file)?));
    }
    files.push((path.clone(), text.clone()));
    read_glossary(project, &files, progress)?;
    project.write(lock, &path, &Snapshot(None), text.as_bytes())?;
    Ok(path)
}
