//! `tolmach mv`: renames a document with its translations and what was accepted of them.

use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::i18n::Problem;
use crate::project::Project;
use crate::report::visible;
use crate::units::Paths;
use crate::workspace;

#[derive(Debug, clap::Args)]
pub(super) struct Mv {
    old: String,
    new: String,
}

impl Mv {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let project = terminal.project()?;
        let lock = terminal.lock(&project)?;
        let listing = project.listing()?;
        let moves = self.moves(&project, &listing.pairs)?;
        workspace::commit(&project, &lock, &workspace::renamed(&project, &moves)?)?;
        let mut out = terminal.out();
        for (from, to) in &moves {
            let said = terminal.ui.mv_done(from, to);
            writeln!(out, "{}", visible(&said))?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }

    /// What a rename by hand left behind: the translations and units files of an original that has its new name already.
    fn left(&self, project: &Project, old: &str) -> Result<Vec<(String, String)>, Error> {
        let name = old.rsplit('/').next().unwrap_or(old);
        let folder = self.new.ends_with(['/', std::path::MAIN_SEPARATOR]);
        let written = if folder { format!("{}{name}", self.new) } else { self.new.clone() };
        let new = project.destination(&written)?;
        if !project.exists(&new) {
            return Ok(Vec::new());
        }
        let (was, is) = (project.destined(old)?, project.destined(&new)?);
        let mut moves = Vec::new();
        for there in is {
            let Some(pair) = was.iter().find(|pair| pair.language == there.language) else { continue };
            let files = [(&pair.translation, &there.translation), (&pair.units, &there.units)];
            let left = files.into_iter().filter(|(from, to)| project.exists(from) && !project.exists(to));
            moves.extend(left.map(|(from, to)| (from.clone(), to.clone())));
        }
        Ok(moves)
    }

    /// From where to where, each file once: the original, its translations, their units files.
    fn moves(&self, project: &Project, pairs: &[Paths]) -> Result<Vec<(String, String)>, Error> {
        let old = project.inside(&self.old)?;
        let own: Vec<&Paths> = pairs.iter().filter(|pair| pair.original == old).collect();
        if own.is_empty() && !project.exists(&old) {
            let left = self.left(project, &old)?;
            if !left.is_empty() {
                return Ok(left);
            }
        }
        if own.is_empty() {
            let problem = if project.exists(&old) { Problem::NotAnOriginal } else { Problem::NotFound };
            return Err(Error::new(problem).at(self.old.clone(), None));
        }
        let name = old.rsplit('/').next().unwrap_or(&old);
        let folder = self.new.ends_with(['/', std::path::MAIN_SEPARATOR]);
        let written = if folder { format!("{}{name}", self.new) } else { self.new.clone() };
        let new = project.destination(&written)?;
        let destined = project.destined(&new)?;
        let mut moves = vec![(old, new)];
        for pair in own {
            let there = destined.iter().find(|there| there.language == pair.language);
            let Some(there) = there else {
                return Err(Error::new(Problem::NotADocument).at(written, None));
            };
            if pair.translated {
                moves.push((pair.translation.clone(), there.translation.clone()));
            }
            if project.exists(&pair.units) {
                moves.push((pair.units.clone(), there.units.clone()));
            }
        }
        Ok(moves)
    }
}
