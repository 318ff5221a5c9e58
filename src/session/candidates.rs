//! Candidates for the glossary: found among the documents of one language, and offered.

use super::review::Session;
use super::{Note, Prompt, ReviewedPair};
use crate::analysis::suggest::Candidate;
use crate::i18n::Notice;
use crate::lang::Language;
use crate::workspace;

/// How many candidates are offered at most.
const OFFERED: usize = 100;

impl Session {
    /// Looks for candidates among the documents in the language of the current finding, and opens their list.
    pub(super) fn look_for_terms(&mut self) -> Note {
        let Some(language) = self.here_language() else { return Note::Notice(Notice::NoTerms) };
        let texts: Vec<_> = self
            .stage
            .walk
            .sheets
            .iter()
            .filter(|sheet| sheet.pair.target_language == language)
            .map(|sheet| (&sheet.pair, &sheet.analysis))
            .collect();
        let source = &self.workspace().project.config.source_language;
        let mut candidates = workspace::candidates(source, &language, &texts);
        candidates.truncate(OFFERED);
        self.candidates = candidates;
        self.stage.terms = Some(self.candidates.len());
        match self.candidates.is_empty() {
            true => Note::Notice(Notice::NoTerms),
            false => {
                self.stage.prompt = Prompt::Terms { at: 0 };
                Note::Nothing
            }
        }
    }

    pub(super) fn here_language(&self) -> Option<Language> {
        let here = self.stage.walk.here().map(|(sheet, _)| sheet).filter(|sheet| sheet.is_pair());
        let first = self.stage.walk.sheets.iter().map(|sheet| &**sheet).find(|sheet| sheet.is_pair());
        Some(here.or(first)?.pair.target_language.clone())
    }

    /// The candidates for the glossary, and the pairs that their examples are places in.
    pub fn offered(&self) -> (&[Candidate], Vec<&ReviewedPair>) {
        let Some(language) = self.here_language() else { return (&[], Vec::new()) };
        let sheets = self
            .stage
            .walk
            .sheets
            .iter()
            .map(|sheet| &**sheet)
            .filter(|sheet| sheet.pair.target_language == language)
            .collect();
        (&self.candidates, sheets)
    }
}
