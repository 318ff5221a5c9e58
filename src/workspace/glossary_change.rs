//! Another glossary in an open project: its files are read, nothing else is.

use std::collections::{BTreeMap, BTreeSet};

use super::Error;
use super::changed::unplaced;
use super::glossary::read_glossary;
use super::open::{Workspace, scopes};
use super::progress::Silent;
use crate::glossary::{Concept, Glossary, Index};
use crate::lang::Language;
use crate::project::{Snapshot, as_text};
use crate::text::Document;
use crate::units::Pair;

/// Which pairs another glossary concerns.
pub(super) enum GlossaryChange {
    /// All: concepts have other numbers.
    All,
    /// Those in which a concept occurs that is new, gone or changed, as it was or as it is.
    Concepts { source: Box<Index>, targets: BTreeMap<Language, Index> },
}

impl GlossaryChange {
    /// Whether the pair must be analysed again.
    pub(super) fn concerns(&self, pair: &Pair) -> bool {
        match self {
            GlossaryChange::All => true,
            GlossaryChange::Concepts { source, targets } => {
                let target = targets.get(&pair.target_language);
                occurs(source, &pair.source) || target.is_none_or(|target| occurs(target, &pair.target))
            }
        }
    }
}

fn occurs(index: &Index, document: &Document) -> bool {
    document.paragraphs.iter().any(|paragraph| !index.find(paragraph).is_empty())
}

impl Workspace {
    /// Whether a path is that of a glossary file, there or not.
    pub fn is_glossary(&self, path: &str) -> bool {
        path.starts_with("glossary/") && path.ends_with(".toml")
    }

    /// The text of a glossary file as it was read; `None` where it is not there.
    pub fn glossary_text(&self, path: &str) -> Option<&str> {
        self.glossary_files.get(path).map(String::as_str)
    }

    /// Takes in the files of the glossary at `paths`: read again are these alone.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read or holds something that is not allowed; then the glossary is as it was.
    pub(super) fn update_glossary(&mut self, paths: &BTreeSet<&str>) -> Result<GlossaryChange, Error> {
        let mut files = self.glossary_files.clone();
        for path in paths {
            match self.project.snapshot(path)? {
                Snapshot(Some(bytes)) => files.insert((*path).to_owned(), as_text(path, &bytes)?.to_owned()),
                Snapshot(None) => files.remove(*path),
            };
        }
        let texts: Vec<(String, String)> = files.iter().map(|(path, text)| (path.clone(), text.clone())).collect();
        let glossary = read_glossary(&self.project, &texts, &Silent)?;
        let scopes = scopes(&glossary)?;
        let before = std::mem::replace(&mut self.glossary, glossary);
        self.glossary_files = files;
        self.scopes = scopes;
        let source_language = self.project.config.source_language.clone();
        self.source_index = Index::new(&self.glossary, &source_language);
        for (language, resources) in &mut self.languages {
            resources.take(language, &self.glossary);
        }
        Ok(self.change(&before))
    }

    fn change(&self, before: &Glossary) -> GlossaryChange {
        let (old, new) = (&before.concepts, &self.glossary.concepts);
        if old.iter().zip(new).any(|(old, new)| old.id != new.id) {
            return GlossaryChange::All;
        }
        let known: BTreeMap<&str, &Concept> = old.iter().map(|concept| (concept.id.as_str(), concept)).collect();
        let mut concepts: Vec<Concept> = Vec::new();
        for (at, concept) in new.iter().enumerate() {
            let was = known.get(concept.id.as_str());
            if was.is_none_or(|was| unplaced((*was).clone()) != unplaced(concept.clone())) {
                concepts.push(concept.clone());
                concepts.extend(old.get(at).cloned());
            }
        }
        concepts.extend(old.iter().skip(new.len()).cloned());
        let changed = Glossary { concepts: concepts.into() };
        let targets = self.languages.keys().map(|language| (language.clone(), Index::new(&changed, language)));
        GlossaryChange::Concepts {
            source: Box::new(Index::new(&changed, &self.project.config.source_language)),
            targets: targets.collect(),
        }
    }
}
