//! What a workspace reports while it works, on standard error.

use super::error;
use super::memory_file::say_unread;
use super::terminal::Terminal;
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
