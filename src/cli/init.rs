//! `tolmach init`: in a repository with translations the configuration that its files show; elsewhere the folders, a
//! commented `tolmach.toml` and an example glossary. It never overwrites.

use std::io::Write;
use std::path::Path;

use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::project::{self, Pattern, Project};
use crate::report::visible_line;

#[derive(Debug, clap::Args)]
pub(super) struct Init {
    #[arg(default_value = ".")]
    folder: String,
    #[arg(long)]
    dry_run: bool,
}

/// As many pairs are shown.
const SHOWN: usize = 20;

impl Init {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let folder = terminal.project.clone().unwrap_or_else(|| Path::new(&self.folder).to_owned());
        let begun = ["tolmach.toml", "originals"].iter().any(|name| folder.join(name).symlink_metadata().is_ok());
        let found = if begun || !folder.is_dir() { None } else { Project::discover(&folder)? };
        let laid_out_otherwise =
            Project::open(&folder).is_ok_and(|project| project.config.documents != [Pattern::default()]);
        match found {
            None if begun && laid_out_otherwise => self.nothing(terminal),
            Some(found) => self.found(terminal, &folder, &found),
            None => self.begin(terminal, &folder),
        }
    }

    fn nothing(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let mut out = terminal.out();
        writeln!(out, "{}", terminal.ui.init_nothing())?;
        out.flush()?;
        Ok(Exit::Done)
    }

    /// Shows the pairs of a repository, and writes its configuration.
    fn found(&self, terminal: &Terminal, folder: &Path, found: &Project) -> Result<Exit, Error> {
        let listing = found.listing()?;
        let pairs: Vec<_> = listing.pairs.iter().filter(|pair| pair.translated).collect();
        let mut out = terminal.out();
        for pair in pairs.iter().take(SHOWN) {
            writeln!(out, "{}", visible_line(&terminal.ui.init_pair(&pair.original, &pair.translation)))?;
        }
        if pairs.len() > SHOWN {
            writeln!(out, "{}", terminal.ui.init_more(pairs.len() - SHOWN))?;
        }
        let text = format!("{}\n{}", terminal.ui.init_comment().trim_end(), found.config.written());
        if self.dry_run {
            writeln!(out, "{}\n\n{text}", terminal.ui.init_would_make("tolmach.toml"))?;
        } else {
            for path in project::init(folder, &[], &[("tolmach.toml", &text)])? {
                writeln!(out, "{}", visible_line(&terminal.ui.init_made(&path)))?;
            }
            writeln!(out, "{}", terminal.ui.init_check())?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }

    /// Makes the folders and files of a new project.
    fn begin(&self, terminal: &Terminal, folder: &Path) -> Result<Exit, Error> {
        let folders = ["originals", "translations", "glossary"];
        let files =
            [("tolmach.toml", terminal.ui.config_template()), ("glossary/terms.toml", terminal.ui.glossary_template())];
        let mut out = terminal.out();
        if self.dry_run {
            let folders = folders.iter().map(|name| format!("{name}/"));
            for path in folders.chain(files.iter().map(|(path, _)| (*path).to_owned())) {
                if folder.join(&path).symlink_metadata().is_err() {
                    writeln!(out, "{}", terminal.ui.init_would_make(&path))?;
                }
            }
            out.flush()?;
            return Ok(Exit::Done);
        }
        let made = project::init(folder, &folders, &files)?;
        for path in &made {
            writeln!(out, "{}", visible_line(&terminal.ui.init_made(path)))?;
        }
        let next = if made.is_empty() { terminal.ui.init_nothing() } else { terminal.ui.init_next() };
        writeln!(out, "{next}")?;
        out.flush()?;
        Ok(Exit::Done)
    }
}
