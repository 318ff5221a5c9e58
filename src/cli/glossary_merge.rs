//! `tolmach glossary merge`: takes in the concepts of another glossary file.

use super::error::{self, Error};
use super::exit::Exit;
use super::glossary_take::Taking;
use super::terminal::Terminal;
use crate::glossary::{Glossary, Gravity};
use crate::project;

#[derive(Debug, clap::Args)]
pub(super) struct Merge {
    file: String,
    #[command(flatten)]
    taking: Taking,
}

impl Merge {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let project = terminal.project()?;
        let text = String::from_utf8_lossy(&project::read_loose(&self.file)?).into_owned();
        let (theirs, faults) = Glossary::read(&[(self.file.clone(), text)]);
        if let Some(fault) = faults.iter().find(|fault| fault.gravity() == Gravity::Error) {
            return Err(error::glossary(fault));
        }
        self.taking.run(terminal, &project, &self.file, theirs.concepts.into_vec())
    }
}
