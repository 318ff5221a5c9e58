//! `tolmach glossary remove`: takes concepts out of their files; comments and order of the others survive.

use super::error::{Error, draft_error};
use super::exit::Exit;
use super::glossary_change::say;
use super::terminal::Terminal;
use crate::glossary::change;
use crate::workspace::{self, DraftError, GlossaryDraft};

#[derive(Debug, clap::Args)]
pub(super) struct Remove {
    #[arg(required = true)]
    id: Vec<String>,
    #[arg(long)]
    dry_run: bool,
}

impl Remove {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let project = terminal.project()?;
        let lock = terminal.lock(&project)?;
        let refused = |error: DraftError| draft_error(terminal, error);
        let mut draft = GlossaryDraft::open(&project)?;
        for id in &self.id {
            let path = draft.concept(id).map_err(refused)?.file;
            draft.change(&path, |text| change::remove_concept(text, id)).map_err(refused)?;
        }
        let change = draft.transaction(terminal).map_err(refused)?;
        if !self.dry_run {
            workspace::commit(&project, &lock, &change)?;
        }
        say(terminal, &terminal.ui.glossary_removed(self.id.len()), self.dry_run)
    }
}
