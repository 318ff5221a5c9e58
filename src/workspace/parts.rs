//! Parts of opening and reading that an editor asks for one by one.

use std::collections::HashSet;

use super::{Error, Workspace};
use crate::glossary::Concept;
use crate::lang::Language;
use crate::text::on_one_line;
use crate::units::{Files, Pair, Paths};

impl Workspace {
    /// The bytes of the files of a pair, each read once.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn files(&self, paths: &Paths) -> Result<Files, Error> {
        let project = &self.project;
        Ok(Files {
            original: Some(project.read(&paths.original)?),
            translation: paths.translated.then(|| project.read(&paths.translation)).transpose()?,
            units: project.snapshot(&paths.units)?.0,
        })
    }

    /// The pair that the bytes of its files are.
    ///
    /// # Errors
    ///
    /// If a file is larger than any that a person wrote, or the units file is broken.
    pub fn pair_of(&self, paths: &Paths, files: Files) -> Result<Pair, Error> {
        self.pair(paths, files)
    }

    /// The project's notes on style, where its configuration names a file.
    ///
    /// # Errors
    ///
    /// If the file cannot be read.
    pub fn style_notes(&self) -> Result<Option<String>, Error> {
        let path = self.project.config.style_notes.as_deref();
        Ok(path.map(|path| self.project.read_text(path)).transpose()?)
    }

    /// The concepts that a paragraph of an original holds, in its order, each time with the term as the glossary
    /// writes it.
    pub fn concepts(&self, paragraph: &crate::text::Paragraph) -> Vec<(&Concept, &str)> {
        let named = |found: crate::glossary::Occurrence| {
            let concept = &self.glossary.concepts[found.concept];
            let from = concept.terms_in(&self.project.config.source_language)?;
            Some((concept, from.terms.get(found.term)?.text.as_str()))
        };
        self.source_index.find(paragraph).into_iter().filter_map(named).collect()
    }

    /// What the glossary says of the terms of a paragraph, for a translator into a language: a line for the terms, and
    /// one for each note.
    pub fn about_terms(&self, paragraph: &crate::text::Paragraph, language: &Language) -> Vec<String> {
        let terms: Vec<String> =
            self.terms(paragraph, language).iter().map(|(term, words)| format!("{term} → {words}")).collect();
        let mut lines = if terms.is_empty() { Vec::new() } else { vec![format!("terms: {}", terms.join("; "))] };
        for (concept, term) in self.concepts(paragraph) {
            let note = concept.terms_in(language).and_then(|to| to.note.as_ref()).or(concept.note.as_ref());
            lines.extend(note.map(|note| format!("{term}: {}", on_one_line(note))));
        }
        let mut said = HashSet::new();
        lines.retain(|line| said.insert(line.clone()));
        lines
    }
}
