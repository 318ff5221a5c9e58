//! `tolmach init`: the folders, a commented `tolmach.toml`, an example glossary; never overwrites.

use std::io::Write;
use std::path::Path;

use super::desk::Desk;
use super::exit::Exit;
use super::trouble::Trouble;
use crate::project;
use crate::report::visible_line;

#[derive(Debug, clap::Args)]
pub(super) struct Init {
    #[arg(default_value = ".")]
    folder: String,
}

impl Init {
    pub(super) fn run(&self, desk: &Desk) -> Result<Exit, Trouble> {
        let folder = desk.project.clone().unwrap_or_else(|| Path::new(&self.folder).to_owned());
        let files = [("tolmach.toml", desk.ui.config_template()), ("glossary/terms.toml", desk.ui.glossary_template())];
        let made = project::init(&folder, &["originals", "translations", "glossary"], &files)?;
        let mut out = desk.out();
        for path in &made {
            writeln!(out, "{}", visible_line(&desk.ui.say("init-made", &[("path", path.into())])))?;
        }
        if made.is_empty() {
            writeln!(out, "{}", desk.ui.say("init-nothing", &[]))?;
        } else {
            writeln!(out, "{}", desk.ui.say("init-next", &[]))?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}
