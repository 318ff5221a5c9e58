//! `tolmach add`: starts a translation with the original's structure, filled from the memory.

use std::io::Write;

#[cfg(feature = "import")]
use super::add_import;
use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::draft::{self, Filling};
use crate::i18n::Problem;
use crate::lang::Language;
use crate::project::{Project, Snapshot};
use crate::report::visible_line;
use crate::text::Document;
use crate::workspace::{self, Workspace};

#[derive(Debug, clap::Args)]
pub(super) struct Add {
    #[cfg_attr(feature = "import", arg(required_unless_present = "import"))]
    #[cfg_attr(not(feature = "import"), arg(required = true))]
    original: Option<String>,
    #[arg(long, value_name = "LANG")]
    language: Language,
    #[cfg(feature = "import")]
    #[arg(long, value_name = "FILE")]
    import: Option<String>,
}

impl Add {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let mut project = terminal.project()?;
        let mut languages = project.listing()?.languages;
        if !languages.contains(&self.language) {
            languages.push(self.language.clone());
        }
        project.config.languages = Some(languages);
        let (written, original) = self.written(terminal, &project)?;
        let workspace = Workspace::open(project, terminal)?;
        let named = |pair: &&crate::units::Paths| pair.original == original && pair.language == self.language;
        let Some(pair) = workspace.listing.pairs.iter().find(named) else {
            let problem = if workspace.project.exists(&original) { Problem::NotADocument } else { Problem::NotFound };
            return Err(Error::new(problem).at(written, None));
        };
        if pair.translated {
            return Err(Error::new(Problem::TranslationExists { path: pair.translation.clone().into() })
                .at(pair.translation.clone(), None));
        }
        let source = Document::read(&workspace.project.read(&pair.original)?, pair.original_format());
        let memory = workspace::memory(&workspace, &self.language, terminal)?;
        let started = draft::start(&source, |paragraph| match memory.exact(&paragraph.text).first() {
            Some(found) => Filling::Text(found.target.to_owned()),
            None => Filling::Gap(workspace::notes(&workspace, &memory, &self.language, paragraph)),
        });
        let lock = terminal.lock(&workspace.project)?;
        workspace.project.write(&lock, &pair.translation, &Snapshot(None), started.text.as_bytes())?;
        let mut out = terminal.out();
        writeln!(
            out,
            "{}",
            visible_line(&terminal.ui.add_done(pair.translation.clone(), started.gaps.len(), started.filled.len()))
        )?;
        if !started.gaps.is_empty() {
            writeln!(out, "{}", visible_line(&terminal.ui.add_fill()))?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }

    /// The original, as it was named and as a path of the project.
    fn written(&self, terminal: &Terminal, project: &Project) -> Result<(String, String), Error> {
        #[cfg(feature = "import")]
        if let Some(file) = &self.import {
            let original = add_import::import(terminal, project, file, self.original.as_deref(), &self.language)?;
            return Ok((original.clone(), original));
        }
        #[cfg(not(feature = "import"))]
        let _ = terminal;
        let written = self.original.clone().unwrap_or_default();
        let original = project.inside(&written)?;
        Ok((written, original))
    }
}
