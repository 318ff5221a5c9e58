//! `tolmach man`: a manual page for each command, made of the same words as `--help`.

use std::path::PathBuf;

use clap_mangen::Man;

use super::error::Error;
use super::exit::Exit;
use super::localise;
use super::terminal::Terminal;
use crate::project;

/// `tolmach man DIR`.
#[derive(Debug, clap::Args)]
pub(super) struct ManualPages {
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl ManualPages {
    /// Writes `tolmach.1`, `tolmach-check.1` and so on into the folder, which is made where it is missing.
    ///
    /// # Errors
    ///
    /// Where the folder or a page cannot be written.
    pub(super) fn run(&self, terminal: &Terminal, arguments: clap::Command) -> Result<Exit, Error> {
        let mut command = localise::whole(arguments, &terminal.ui);
        command.build();
        let mut pages = Vec::new();
        collect(&command, "tolmach", &mut pages)?;
        let count = pages.len();
        project::create_folder_loose(&self.folder.to_string_lossy())?;
        for (name, page) in pages {
            let path = self.folder.join(format!("{name}.1"));
            project::write_loose(&path.to_string_lossy(), &page)?;
        }
        terminal.note(&terminal.ui.man_written(count, self.folder.display().to_string()));
        Ok(Exit::Done)
    }
}

/// The pages of a command and of those below it, by name.
fn collect(command: &clap::Command, name: &str, pages: &mut Vec<(String, Vec<u8>)>) -> Result<(), Error> {
    let mut page = Vec::new();
    Man::new(command.clone().name(name.to_owned()).display_name(name.to_owned())).render(&mut page)?;
    pages.push((name.to_owned(), page));
    for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set()) {
        collect(inner, &format!("{name}-{}", inner.get_name()), pages)?;
    }
    Ok(())
}
