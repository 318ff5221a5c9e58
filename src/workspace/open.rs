//! The open project: its files, its glossary, its settings, and what each target language needs.

use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use globset::{Glob, GlobSet, GlobSetBuilder};

use super::carrying::Carrying;
use super::commit::commit;
use super::glossary::{glossary_files, read_glossary};
use super::lexicon::{ENOUGH, Lists, learn, lexicon, lists};
use super::needs::Needs;
use super::pages::{Known, PagesOf};
use super::rules::settings;
use super::units_files::UnitsFiles;
use super::unplaced::HeadIndex;
use super::{Error, Progress};
use crate::align::{Lexicon, Pin};
use crate::analysis::{self, Analysis, Settings};
use crate::edit::Transaction;
use crate::glossary::{Glossary, Index, Status};
use crate::lang::Language;
use crate::project::{self, ErrorKind, Listing, Lock, Project};
use crate::rules::Finding;
use crate::units::{self, Layout, Pair, Paths, Units};

/// A project with everything read that its documents share.
pub struct Workspace {
    /// Its files and its configuration.
    pub project: Project,
    /// Its documents.
    pub listing: Listing,
    /// All its concepts.
    pub glossary: Glossary,
    /// Severities and options of the rules.
    pub settings: Settings,
    /// The files of the glossary as read: path and text.
    pub(super) glossary_files: BTreeMap<String, String>,
    pub(super) source_index: Index,
    lists: Lists,
    pub(super) languages: BTreeMap<Language, LanguageResources>,
    /// By concept, the documents it is limited to.
    pub(super) scopes: Vec<Option<GlobSet>>,
    pub(super) units: UnitsFiles,
    analyses: AtomicUsize,
    /// What links lead to, read as they are met.
    pub(super) known: Known,
}

/// What one target language needs.
pub(super) struct LanguageResources {
    index: Index,
    /// With what the accepted units teach, once something is left to align.
    learned: OnceLock<Lexicon>,
    /// Which pairs accepted units with which texts, once something is not accepted.
    pub(super) heads: OnceLock<HeadIndex>,
    /// The accepted units whose texts went to another document, once one is gone that another document may have.
    pub(super) carrying: OnceLock<Carrying>,
}

impl LanguageResources {
    /// Takes in another glossary.
    pub(super) fn take(&mut self, language: &Language, glossary: &Glossary) {
        self.index = Index::new(glossary, language);
        self.learned = OnceLock::new();
    }
}

impl Workspace {
    /// Reads what all documents of a project share.
    ///
    /// # Errors
    ///
    /// If the project has no document, or its glossary or a word list is broken or missing.
    pub fn open(project: Project, progress: &dyn Progress) -> Result<Workspace, Error> {
        let listing = project.listing()?;
        if listing.originals == 0 {
            let patterns = project.config.documents.iter().map(|pattern| pattern.original.clone()).collect();
            return Err(Error::NoDocuments { patterns });
        }
        let glossary_files = glossary_files(&project, progress)?;
        let glossary = read_glossary(&project, &glossary_files, progress)?;
        let settings = settings(&project);
        let source_index = Index::new(&glossary, &project.config.source_language);
        let mut languages = BTreeMap::new();
        for language in &listing.languages {
            let index = Index::new(&glossary, language);
            languages.insert(
                language.clone(),
                LanguageResources {
                    index,
                    learned: OnceLock::new(),
                    heads: OnceLock::new(),
                    carrying: OnceLock::new(),
                },
            );
        }
        let (lists, scopes) = (lists(&project)?, scopes(&glossary)?);
        let known = Known::new(&listing);
        Ok(Workspace {
            project,
            listing,
            glossary,
            settings,
            glossary_files: glossary_files.into_iter().collect(),
            source_index,
            lists,
            languages,
            scopes,
            units: UnitsFiles::default(),
            analyses: AtomicUsize::new(0),
            known,
        })
    }

    /// The pairs that the paths name, as originals, translations or folders; all of them where there is no path.
    ///
    /// # Errors
    ///
    /// Where a path leads out of the project or names none of its documents.
    pub fn select(&self, paths: &[String], languages: &[Language]) -> Result<Vec<&Paths>, Error> {
        if let Some(unknown) = languages.iter().find(|language| !self.listing.languages.contains(language)) {
            let known = self.listing.languages.clone();
            return Err(Error::NoSuchLanguage { language: unknown.clone(), known });
        }
        let wanted = |pair: &&Paths| languages.is_empty() || languages.contains(&pair.language);
        if paths.is_empty() {
            return Ok(self.listing.pairs.iter().filter(wanted).collect());
        }
        let mut named = Vec::new();
        for path in paths {
            let inside = self.project.inside(path)?;
            let under = |file: &str| {
                inside.is_empty()
                    || file == inside
                    || file.strip_prefix(&inside).is_some_and(|rest| rest.starts_with('/'))
            };
            let found: Vec<&Paths> = self
                .listing
                .pairs
                .iter()
                .filter(|pair| under(&pair.original) || (pair.translated && under(&pair.translation)))
                .collect();
            if found.is_empty() {
                let path = path.clone();
                return Err(match self.project.files().kind(&inside)?.is_some() {
                    true => Error::NotADocument { path },
                    false => Error::NotFound { path },
                });
            }
            named.extend(found);
        }
        named.sort_by(|a, b| (&a.original, &a.language).cmp(&(&b.original, &b.language)));
        named.dedup();
        Ok(named.into_iter().filter(wanted).collect())
    }

    /// Files that a pattern names by their ending and that cannot be read.
    pub fn unread(&self) -> impl Iterator<Item = Error> + '_ {
        self.listing.unread.iter().map(|path| project::Error::new(path, ErrorKind::Unreadable).into())
    }

    /// Whether the path names a file of the project that an answer must not overwrite: a document, a units file, a
    /// file of the glossary or `tolmach.toml`. The path is one of the working folder.
    pub fn owns(&self, path: &str) -> bool {
        let Ok(inside) = self.project.inside(path) else { return false };
        let of_pair = |pair: &Paths| [&pair.original, &pair.translation, &pair.units].contains(&&inside);
        let document = self.listing.pairs.iter().any(of_pair);
        let orphan = self.listing.orphans.iter().any(|(translation, _)| *translation == inside)
            || self.listing.orphan_units.iter().any(|(units, _)| *units == inside);
        let glossary = inside.starts_with("glossary/") && inside.ends_with(".toml");
        document || orphan || glossary || inside == "tolmach.toml"
    }

    /// The words that pair paragraphs of the project's language and `language`.
    fn lexicon(&self, language: &Language) -> &Lexicon {
        if self.languages[language].learned.get().is_none() {
            let pairs = self.listing.pairs.iter().filter(|pair| pair.language == *language);
            self.units.read_ahead(&self.project, pairs, ENOUGH);
        }
        self.languages[language].learned.get_or_init(|| {
            let source = &self.project.config.source_language;
            let pairs = self.listing.pairs.iter().filter(|pair| pair.language == *language);
            let texts = pairs.map(|pair| self.units.texts(&self.project, &pair.units));
            learn((source, language), texts, &lexicon(&self.lists, &self.glossary, source, language))
        })
    }

    /// The units of a pair of documents, with the evidence for each.
    pub fn aligned(&self, pair: &Pair) -> Vec<analysis::AnalysedUnit> {
        analysis::units_with_evidence(pair, self.lexicon(&pair.target_language))
    }

    /// Analyses a pair of documents for a person who looks at each unit.
    pub fn analyse_with_evidence(&self, pair: &Pair) -> Analysis {
        let mut analysis = self.analyse(pair);
        for (analysed, told) in analysis.units.iter_mut().zip(self.aligned(pair)) {
            analysed.unit.evidence = told.unit.evidence;
        }
        analysis
    }

    /// The terms of the glossary that a paragraph of an original holds, each once, with the words for it in
    /// `language`: `(term, translations)`.
    pub fn terms(&self, paragraph: &crate::text::Paragraph, language: &Language) -> Vec<(String, String)> {
        let mut terms: Vec<(String, String)> = Vec::new();
        for (concept, term) in self.concepts(paragraph) {
            let Some(to) = concept.terms_in(language) else { continue };
            let good = to.terms.iter().filter(|term| term.status != Status::Deprecated);
            let words = good.map(|term| term.text.as_str()).collect::<Vec<_>>().join(", ");
            if !words.is_empty() && !terms.iter().any(|(known, _)| known == term) {
                terms.push((term.to_owned(), words));
            }
        }
        terms
    }

    /// Finds the terms of a language that something is translated into.
    pub(super) fn target_index(&self, language: &Language) -> &Index {
        &self.languages[language].index
    }

    /// How many analyses were made since the project was opened.
    pub fn analyses(&self) -> usize {
        self.analyses.load(Ordering::Relaxed)
    }

    /// Analyses a pair of documents.
    pub fn analyse(&self, pair: &Pair) -> Analysis {
        self.analyse_with(pair, &|_| Vec::new())
    }

    /// The units, gaps and verbatim blocks of a pair, without findings.
    pub fn units_alone(&self, pair: &Pair) -> Analysis {
        analysis::units_alone(pair, &|| self.lexicon(&pair.target_language))
    }

    /// Analyses a pair of documents, with findings that only the whole project shows.
    pub fn analyse_with(&self, pair: &Pair, across: &dyn Fn(&Analysis) -> Vec<Finding>) -> Analysis {
        self.analyse_recording(pair, across, &Needs::default())
    }

    /// Analyses a pair of documents, and records what that needs beside its files.
    pub(super) fn analyse_recording(
        &self,
        pair: &Pair,
        across: &dyn Fn(&Analysis) -> Vec<Finding>,
        needs: &Needs,
    ) -> Analysis {
        self.analyses.fetch_add(1, Ordering::Relaxed);
        let language = &self.languages[&pair.target_language];
        let resources = analysis::Resources {
            glossary: &self.glossary,
            source_index: &self.source_index,
            target_index: &language.index,
            lexicon: &|| {
                needs.add_units();
                self.lexicon(&pair.target_language)
            },
            settings: &self.settings,
            pages: &PagesOf { known: &self.known, project: &self.project, paths: &pair.paths, needs },
        };
        let in_scope =
            |concept: usize| self.scopes[concept].as_ref().is_none_or(|scope| scope.is_match(&pair.paths.original));
        analysis::analyse_with(pair, &resources, &in_scope, across)
    }

    /// Writes the units of a pair where they are not those that were read.
    ///
    /// # Errors
    ///
    /// If the file cannot be written, or changed since it was read.
    pub fn write_units(&self, lock: &Lock, pair: &Pair, units: &Units, analysis: &Analysis) -> Result<(), Error> {
        commit(&self.project, lock, &self.units_change(pair, units, analysis)?)
    }

    /// What writes the units of a pair where they are not those that were read.
    ///
    /// # Errors
    ///
    /// If a units file that something is carried from cannot be read.
    pub fn units_change(&self, pair: &Pair, units: &Units, analysis: &Analysis) -> Result<Transaction, Error> {
        let transaction = with_units(pair, units, analysis);
        // What came from another document is taken out of its units file.
        let carried = if transaction.is_empty() { Transaction::new() } else { self.carry(pair)? };
        Ok(transaction.then(carried).expect("the two change different files"))
    }

    /// Writes another text of a translation.
    ///
    /// # Errors
    ///
    /// If the file cannot be written, or changed since it was read.
    pub fn write_translation(&self, lock: &Lock, pair: &Pair, text: &str) -> Result<(), Error> {
        let before = pair.files.translation.clone();
        let transaction = Transaction::of(&pair.paths.translation, before, Some(text.as_bytes().to_vec()));
        commit(&self.project, lock, &transaction)
    }
}

/// The transaction that gives a pair other units; none where they are those that were read. `analysis` is the pair's:
/// each of its aligned units has a block in the file.
pub fn with_units(pair: &Pair, units: &Units, analysis: &Analysis) -> Transaction {
    if *units == pair.units && pair.carried == 0 {
        return Transaction::new();
    }
    let before = pair.files.units.clone();
    let aligned: Vec<Pin> = (analysis.units.iter())
        .map(|one| Pin { source: one.unit.source.clone(), target: one.unit.target.clone() })
        .collect();
    let drift = units::drift(units, &pair.source, &pair.target);
    let layout = Layout::of_today(units, pair.today(&drift), &aligned);
    let after = units.write_in(&layout, &String::from_utf8_lossy(before.as_deref().unwrap_or_default()));
    Transaction::of(&pair.paths.units, before, Some(after.into_bytes()))
}

pub(super) fn scopes(glossary: &Glossary) -> Result<Vec<Option<GlobSet>>, Error> {
    let scope = |concept: &crate::glossary::Concept| {
        if concept.scope.is_empty() {
            return Ok(None);
        }
        let broken = |pattern| Error::Scope { file: concept.file.clone(), line: concept.line, pattern };
        let mut set = GlobSetBuilder::new();
        for pattern in &concept.scope {
            set.add(Glob::new(pattern).map_err(|_| broken(pattern.clone()))?);
        }
        set.build().map(Some).map_err(|_| broken(concept.scope.join(", ")))
    };
    glossary.concepts.iter().map(scope).collect()
}

/// Reads the text of a units file.
///
/// # Errors
///
/// If it is no units file, or a version that this program does not know.
pub(super) fn read_units(path: &str, text: &str) -> Result<Units, Error> {
    Units::read(text).map_err(|fault| Error::Units { path: path.to_owned(), fault })
}
