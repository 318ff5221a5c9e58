//! `tolmach add`: starts a translation with the original's structure, filled from the memory.

use std::io::Write;

#[cfg(feature = "import")]
use super::add_import;
use super::error::Error;
use super::exit::Exit;
use super::original::Original;
use super::terminal::Terminal;
use crate::draft::{self, Filling};
use crate::edit::Transaction;
use crate::i18n::Problem;
use crate::lang::Language;
use crate::project::{self, Project};
use crate::report::visible_line;
use crate::text::Document;
use crate::units::Paths;
use crate::workspace::{self, Workspace};

#[derive(Debug, clap::Args)]
pub(super) struct Add {
    #[cfg_attr(feature = "import", arg(required_unless_present = "import"))]
    #[cfg_attr(not(feature = "import"), arg(required = true))]
    original: Option<String>,
    #[arg(long, value_name = "LANG")]
    language: Language,
    #[arg(long, value_name = "FILE")]
    #[cfg_attr(feature = "import", arg(conflicts_with = "import"))]
    draft: Option<String>,
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(60..=100), conflicts_with = "draft")]
    memory: Option<u8>,
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
        let Original { written, path, change, project: with_original, answer } = self.original(terminal, &project)?;
        let workspace = Workspace::open(with_original, terminal)?;
        let named = |pair: &&crate::units::Paths| pair.original == path && pair.language == self.language;
        let Some(pair) = workspace.listing.pairs.iter().find(named) else {
            let problem = if workspace.project.exists(&path) { Problem::NotADocument } else { Problem::NotFound };
            return Err(Error::new(problem).at(written, None));
        };
        if pair.translated {
            return Err(Error::new(Problem::TranslationExists { path: pair.translation.clone().into() })
                .at(pair.translation.clone(), None));
        }
        if let Some(file) = &self.draft {
            return self.with_draft(terminal, &workspace, pair, file);
        }
        let source = Document::read(&workspace.project.read(&pair.original)?, pair.original_format());
        let memory = workspace::memory(&workspace, &self.language, terminal)?;
        let started = draft::start(&source, |paragraph| match memory.exact(&paragraph.text).first() {
            Some(found) => Filling::Text(found.target.to_owned()),
            None => Filling::Gap(workspace::notes(&workspace, &memory, &self.language, paragraph)),
        });
        let (drafts, filling) = self.fill_from_memory(terminal, &workspace, pair, &started.text)?;
        let translation = Transaction::of(&pair.translation, None, Some(started.text.into_bytes()));
        let change = change.then(translation).and_then(|both| both.then(filling)).map_err(workspace::Error::from)?;
        workspace::commit(&project, &terminal.lock(&project)?, &change)?;
        let mut out = terminal.out();
        if let Some(answer) = answer {
            writeln!(out, "{}", visible_line(&answer))?;
        }
        writeln!(
            out,
            "{}",
            visible_line(&terminal.ui.add_done(pair.translation.clone(), started.gaps.len(), started.filled.len()))
        )?;
        if drafts > 0 {
            writeln!(out, "{}", visible_line(&terminal.ui.add_from_memory(drafts)))?;
        }
        if started.gaps.len() > drafts {
            writeln!(out, "{}", visible_line(&terminal.ui.add_fill()))?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }

    /// Fills gaps of a translation with what the memory has for texts that are like theirs, where that is asked for; how
    /// many, and what writes them after `started`.
    fn fill_from_memory(
        &self,
        terminal: &Terminal,
        workspace: &Workspace,
        pair: &Paths,
        started: &str,
    ) -> Result<(usize, Transaction), Error> {
        let Some(percent) = self.memory else { return Ok((0, Transaction::new())) };
        let project = workspace.project.with_unsaved(&pair.translation, started.to_owned());
        let workspace = Workspace::open(project, terminal)?;
        let begun = (workspace.listing.pairs.iter()).find(|begun| begun.translation == pair.translation);
        let Some(begun) = begun else { return Ok((0, Transaction::new())) };
        Ok(workspace::fill_from_memory(&workspace, begun, percent, terminal)?)
    }

    /// Begins with a whole translation that a machine or a colleague made.
    fn with_draft(&self, terminal: &Terminal, workspace: &Workspace, pair: &Paths, file: &str) -> Result<Exit, Error> {
        let by = std::path::Path::new(file).file_name().and_then(|name| name.to_str()).unwrap_or("draft");
        let begun = workspace::begin_with(workspace, pair, project::read_loose(file)?, by)?;
        workspace::commit(&workspace.project, &terminal.lock(&workspace.project)?, &begun.change)?;
        let mut out = terminal.out();
        let said = terminal.ui.add_with_draft(pair.translation.clone(), begun.drafts);
        writeln!(out, "{}", visible_line(&said))?;
        if begun.missing > 0 {
            writeln!(out, "{}", visible_line(&terminal.ui.add_draft_lacks(begun.missing)))?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }

    fn original(&self, terminal: &Terminal, project: &Project) -> Result<Original, Error> {
        #[cfg(feature = "import")]
        if let Some(file) = &self.import {
            return add_import::import(terminal, project, file, self.original.as_deref(), &self.language);
        }
        #[cfg(not(feature = "import"))]
        let _ = terminal;
        let written = self.original.clone().unwrap_or_default();
        let path = project.inside(&written)?;
        Ok(Original { written, path, change: Transaction::new(), project: project.clone(), answer: None })
    }
}
