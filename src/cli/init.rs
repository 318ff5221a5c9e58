//! `tolmach init`: the folders, a commented `tolmach.toml`, an example glossary; never overwrites.

use std::io::Write;
use std::path::Path;

use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::project;
use crate::report::visible_line;

#[derive(Debug, clap::Args)]
pub(super) struct Init {
    #[arg(default_value = ".")]
    folder: String,
}

impl Init {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let folder = terminal.project.clone().unwrap_or_else(|| Path::new(&self.folder).to_owned());
        let files =
            [("tolmach.toml", terminal.ui.config_template()), ("glossary/terms.toml", terminal.ui.glossary_template())];
        let made = project::init(&folder, &["originals", "translations", "glossary"], &files)?;
        let mut out = terminal.out();
        for path in &made {
            writeln!(out, "{}", visible_line(&terminal.ui.init_made(path)))?;
        }
        if made.is_empty() {
            writeln!(out, "{}", terminal.ui.init_nothing())?;
        } else {
            writeln!(out, "{}", terminal.ui.init_next())?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}
