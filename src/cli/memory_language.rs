//! The language of a memory.

use super::error::Error;
use crate::i18n::Problem;
use crate::lang::Language;
use crate::workspace::Workspace;

/// The language asked for; the only one of the project where none was.
pub(super) fn language(workspace: &Workspace, asked: Option<&Language>) -> Result<Language, Error> {
    match (asked, workspace.listing.languages.as_slice()) {
        (Some(asked), _) => Ok(asked.clone()),
        (None, [only]) => Ok(only.clone()),
        (None, several) => {
            let known = several.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            Err(Error::new(Problem::WhichLanguage { known: known.into() }))
        }
    }
}
