//! What a workspace reports while it works, on standard error.

use super::error;
use super::memory_file::say_unread;
use super::terminal::Terminal;
use crate::project::{Origin, Project};
use crate::workspace::{Note, Progress, Step};

impl Progress for Terminal {
    fn begin(&self, step: Step, length: u64) {
        self.bar.begin(step, length, &self.ui, self.verbosity);
    }

    fn advance(&self, by: u64) {
        self.bar.advance(by);
    }

    fn end(&self) {
        self.bar.end();
    }

    fn note(&self, note: &Note) {
        match note {
            Note::NoGlossary => self.note(&self.ui.note_no_glossary()),
            Note::Waits => self.note(&self.ui.note_waits()),
            Note::Glossary(fault) => {
                error::glossary(fault).lines(&self.ui).iter().for_each(|line| self.note(line));
            }
            // Other languages and other tools' markup are no news every time; what is unreadable is.
            Note::Unread { path, losses } => say_unread(self, path, losses),
        }
    }
}

/// Says which layout was found in the names of the files, where there is no configuration.
pub(super) fn discovered(terminal: &Terminal, project: &Project) {
    if project.origin == Origin::Discovered {
        let config = &project.config;
        let layouts = config.documents.iter().map(|one| format!("{} ↔ {}", one.original, one.translation));
        let layouts = layouts.collect::<Vec<_>>().join(", ");
        terminal.note(&terminal.ui.note_discovered(config.source_language.to_string(), layouts));
    }
}
