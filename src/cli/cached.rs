//! Where `check` and `status` keep their answers for their next run.

use std::env::var_os;
use std::path::PathBuf;

use super::error::Error;
use super::terminal::Terminal;
use crate::project::{Cache, CachePlaces};
use crate::workspace::{AnswerCache, Workspace};

/// The answers of earlier runs of a command; `None` where the project says so or there is no place for them.
///
/// # Errors
///
/// Where the configuration or a word list cannot be read any more.
pub(super) fn answers<'w>(
    terminal: &Terminal,
    workspace: &'w Workspace,
    command: &str,
) -> Result<Option<AnswerCache<'w>>, Error> {
    let project = &workspace.project;
    let cache = project.config.cache.then(|| Cache::open(project.root(), &places())).flatten();
    let kind = format!("{command} {}", terminal.ui.locale().tag());
    Ok(cache.map(|cache| AnswerCache::new(cache, workspace, &kind)).transpose()?)
}

fn places() -> CachePlaces {
    let folder = |name: &str| var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let user = folder("XDG_CACHE_HOME")
        .filter(|folder| folder.is_absolute())
        .or_else(|| folder("LOCALAPPDATA"))
        .or_else(|| Some(folder("HOME")?.join(".cache")));
    CachePlaces { named: folder("TOLMACH_CACHE_DIR"), user: user.map(|folder| folder.join("tolmach")) }
}
