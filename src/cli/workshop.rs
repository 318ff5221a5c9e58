//! Joins the rooms for a command: the project's files, its glossary, lexicon and settings, one review a pair.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use globset::{Glob, GlobSet, GlobSetBuilder};

use super::desk::Desk;
use super::lexicon::{learn, lexicon};
use super::trouble::{self, Trouble};
use crate::align::Lexicon;
use crate::analysis::{self, Bitext, Review, Settings};
use crate::glossary::{Fault, FaultKind, Glossary, Gravity, Index, Status};
use crate::lang::Language;
use crate::project::{DocumentPair, Listing, Project, RuleSetting, Snapshot};
use crate::rules::{Finding, RULES, Severity};
use crate::text::{Document, Lines};
use crate::units::Units;

/// The most paragraphs of a document: the Bible has 31,000 verses.
const PARAGRAPHS: usize = 120_000;

/// The most bytes of a paragraph: eighty thousand words.
const PARAGRAPH: usize = 1 << 20;

/// A project with everything read that its documents share.
pub(super) struct Workshop {
    pub project: Project,
    pub listing: Listing,
    pub glossary: Glossary,
    pub settings: Settings,
    source_index: Index,
    languages: BTreeMap<Language, Tools>,
    /// By concept, the documents it is limited to.
    scopes: Vec<Option<GlobSet>>,
}

/// What one target language needs.
struct Tools {
    index: Index,
    /// Of the project's lists and its glossary.
    lexicon: Lexicon,
    /// With what the accepted units teach, once something is left to align.
    learned: OnceLock<Lexicon>,
}

/// One pair of documents as read.
#[derive(Clone)]
pub(super) struct Loaded {
    pub source: Document,
    pub target: Document,
    pub units: Units,
}

impl Workshop {
    /// Reads what all documents share.
    ///
    /// # Errors
    ///
    /// Where the project, its configuration, its glossary or a lexicon is broken or missing.
    pub(super) fn open(desk: &Desk) -> Result<Workshop, Trouble> {
        Workshop::of(desk, desk.project()?)
    }

    /// As [`Workshop::open`], of a project that is open.
    ///
    /// # Errors
    ///
    /// As [`Workshop::open`].
    pub(super) fn of(desk: &Desk, project: Project) -> Result<Workshop, Trouble> {
        let listing = project.listing()?;
        if listing.originals == 0 {
            let place =
                project.config.documents.iter().map(|pattern| pattern.original.as_str()).collect::<Vec<_>>().join(", ");
            return Err(Trouble::new("trouble-no-documents").at(place, None));
        }
        let glossary = glossary(desk, &project)?;
        let settings = settings(&project);
        let source_index = Index::new(&glossary, &project.config.source_language);
        let mut languages = BTreeMap::new();
        for language in &listing.languages {
            let index = Index::new(&glossary, language);
            let lexicon = lexicon(&project, &glossary, language)?;
            languages.insert(language.clone(), Tools { index, lexicon, learned: OnceLock::new() });
        }
        let scopes = scopes(&glossary)?;
        Ok(Workshop { project, listing, glossary, settings, source_index, languages, scopes })
    }

    /// The pairs that the paths name, as originals, translations or folders; all of them where there is no path.
    ///
    /// # Errors
    ///
    /// Where a path leads out of the project or names none of its documents.
    pub(super) fn select(&self, paths: &[String], languages: &[Language]) -> Result<Vec<&DocumentPair>, Trouble> {
        if let Some(unknown) = languages.iter().find(|language| !self.listing.languages.contains(language)) {
            let known = self.listing.languages.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            return Err(Trouble::new("trouble-no-such-language")
                .with("language", unknown.to_string())
                .with("known", known));
        }
        let wanted = |pair: &&DocumentPair| languages.is_empty() || languages.contains(&pair.language);
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
            let found: Vec<&DocumentPair> = self
                .listing
                .pairs
                .iter()
                .filter(|pair| under(&pair.original) || (pair.translated && under(&pair.translation)))
                .collect();
            if found.is_empty() {
                let id = if self.project.root().join(&inside).exists() {
                    "trouble-not-a-document"
                } else {
                    "trouble-not-found"
                };
                return Err(Trouble::new(id).at(path.clone(), None));
            }
            named.extend(found);
        }
        named.sort_by(|a, b| (&a.original, &a.language).cmp(&(&b.original, &b.language)));
        named.dedup();
        Ok(named.into_iter().filter(wanted).collect())
    }

    /// Reads a pair of documents; a translation that is not there is empty.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read or the units file is broken.
    pub(super) fn load(&self, pair: &DocumentPair) -> Result<Loaded, Trouble> {
        let source = Document::read(&self.project.read(&pair.original)?, pair.original_format());
        let target = match pair.translated {
            true => Document::read(&self.project.read(&pair.translation)?, pair.translation_format()),
            false => Document::default(),
        };
        let units = match self.project.snapshot(&pair.units)? {
            Snapshot(Some(_)) => {
                let text = self.project.read_text(&pair.units)?;
                Units::read(&text).map_err(|fault| trouble::units(&pair.units, fault))?
            }
            Snapshot(None) => Units::default(),
        };
        of_readable_size(&pair.original, &source)?;
        of_readable_size(&pair.translation, &target)?;
        Ok(Loaded { source, target, units })
    }

    /// The pair as `review` takes it.
    pub(super) fn bitext<'a>(&'a self, pair: &'a DocumentPair, loaded: &'a Loaded) -> Bitext<'a> {
        Bitext {
            source: &loaded.source,
            target: &loaded.target,
            source_language: &self.project.config.source_language,
            target_language: &pair.language,
            units: &loaded.units,
        }
    }

    /// The words that pair paragraphs of the project's language and `language`.
    fn lexicon(&self, language: &Language) -> &Lexicon {
        let Tools { lexicon, learned, .. } = &self.languages[language];
        let files = self.listing.pairs.iter().filter(|pair| pair.language == *language).map(|pair| &pair.units);
        learned.get_or_init(|| learn(&self.project, language, files, lexicon))
    }

    /// The units of a pair of documents, with the evidence for each.
    pub(super) fn aligned(&self, pair: &DocumentPair, loaded: &Loaded) -> Vec<analysis::Reviewed> {
        analysis::units_with_evidence(&self.bitext(pair, loaded), self.lexicon(&pair.language))
    }

    /// Reviews a pair of documents for a person who looks at each unit.
    pub(super) fn review_with_evidence(&self, pair: &DocumentPair, loaded: &Loaded) -> Review {
        let mut review = self.review(pair, loaded);
        for (reviewed, told) in review.units.iter_mut().zip(self.aligned(pair, loaded)) {
            reviewed.unit.evidence = told.unit.evidence;
        }
        review
    }

    /// The terms of the glossary that a paragraph of an original holds, each once, with the words for it in
    /// `language`: `(term, translations)`.
    pub(super) fn terms(&self, paragraph: &crate::text::Paragraph, language: &Language) -> Vec<(String, String)> {
        let mut terms: Vec<(String, String)> = Vec::new();
        for found in self.source_index.find(paragraph) {
            let concept = &self.glossary.concepts[found.concept];
            let (Some(from), Some(to)) =
                (concept.terms_in(&self.project.config.source_language), concept.terms_in(language))
            else {
                continue;
            };
            let good = to.terms.iter().filter(|term| term.status != Status::Deprecated);
            let words = good.map(|term| term.text.as_str()).collect::<Vec<_>>().join(", ");
            let Some(term) = from.terms.get(found.term).filter(|_| !words.is_empty()) else { continue };
            if !terms.iter().any(|(known, _)| *known == term.text) {
                terms.push((term.text.clone(), words));
            }
        }
        terms
    }

    /// Reviews a pair of documents.
    pub(super) fn review(&self, pair: &DocumentPair, loaded: &Loaded) -> Review {
        self.review_with(pair, loaded, &|_| Vec::new())
    }

    /// Reviews a pair of documents, with findings that only the whole project shows.
    pub(super) fn review_with(
        &self,
        pair: &DocumentPair,
        loaded: &Loaded,
        across: &dyn Fn(&Review) -> Vec<Finding>,
    ) -> Review {
        let tools = &self.languages[&pair.language];
        let desk = analysis::Desk {
            glossary: &self.glossary,
            source_index: &self.source_index,
            target_index: &tools.index,
            lexicon: &|| self.lexicon(&pair.language),
            settings: &self.settings,
        };
        let in_scope =
            |concept: usize| self.scopes[concept].as_ref().is_none_or(|scope| scope.is_match(&pair.original));
        analysis::review_with(&self.bitext(pair, loaded), &desk, &in_scope, across)
    }
}

/// Refuses what no person wrote: time and memory would grow with it.
///
/// # Errors
///
/// Where the document has too many paragraphs, or one that is too long.
fn of_readable_size(path: &str, document: &Document) -> Result<(), Trouble> {
    let paragraphs = &document.paragraphs;
    if paragraphs.len() > PARAGRAPHS {
        let said = Trouble::new("trouble-too-many-paragraphs").at(path, None);
        return Err(said.with("count", paragraphs.len()).with("limit", PARAGRAPHS));
    }
    if let Some(long) = paragraphs.iter().find(|paragraph| paragraph.text.len() > PARAGRAPH) {
        let line = Lines::new(&document.text).position(&document.text, long.span.start).line;
        let said = Trouble::new("trouble-long-paragraph").at(path, Some(line));
        return Err(said.with("size", long.text.len() >> 10).with("limit", PARAGRAPH >> 10));
    }
    Ok(())
}

/// Reads the project's glossary.
///
/// # Errors
///
/// Where a file cannot be read or says something that cannot stand.
pub(super) fn glossary(desk: &Desk, project: &Project) -> Result<Glossary, Trouble> {
    let files = match project.glossary_files()? {
        Some(files) if !files.is_empty() => files,
        _ => {
            desk.note(&desk.ui.say("note-no-glossary", &[]));
            return Ok(Glossary::default());
        }
    };
    let texts = files
        .into_iter()
        .map(|file| Ok((file.clone(), project.read_text(&file)?)))
        .collect::<Result<Vec<_>, Trouble>>()?;
    read_glossary(desk, project, &texts)
}

/// Reads glossary files, given as (name, text).
///
/// # Errors
///
/// Where one says something that cannot stand.
pub(super) fn read_glossary(desk: &Desk, project: &Project, texts: &[(String, String)]) -> Result<Glossary, Trouble> {
    let (glossary, faults) = Glossary::read(texts);
    let source = project.config.source_language.code();
    let mut errors = Vec::new();
    for fault in faults {
        match gravity(&fault, source) {
            Some(Gravity::Error) => errors.push(trouble::glossary(&fault)),
            Some(Gravity::Warning) => {
                for line in trouble::glossary(&fault).lines(&desk.ui) {
                    desk.note(&line);
                }
            }
            None => {}
        }
    }
    if errors.is_empty() { Ok(glossary) } else { Err(Trouble::Several(errors)) }
}

/// How much a fault weighs in a project translated from `source`.
fn gravity(fault: &Fault, source: &str) -> Option<Gravity> {
    match &fault.kind {
        // Two source words may well have one translation: казах and казахский are both Kazakh.
        FaultKind::TermTwice { language, .. } | FaultKind::TermShared { language, .. } if language != source => None,
        _ => Some(fault.gravity()),
    }
}

fn settings(project: &Project) -> Settings {
    let mut settings = Settings::default();
    for rule in RULES {
        let Some(RuleSetting { severity, min, max, patterns, rewrites }) = project.config.rules.get(rule.id) else {
            continue;
        };
        if let Some(severity) = severity {
            settings.severities.insert(rule.id, *severity);
        }
        let options = &mut settings.options;
        match rule.id {
            "length-ratio" => {
                options.length_ratio = (min.unwrap_or(options.length_ratio.0), max.unwrap_or(options.length_ratio.1));
            }
            "uncertain-alignment" => options.confidence = min.unwrap_or(options.confidence),
            "placeholder" => options.placeholders.clone_from(patterns),
            "link-mismatch" => options.rewrites.clone_from(rewrites),
            _ => {}
        }
    }
    settings
}

/// The rules that names or patterns such as `term-*` mean.
///
/// # Errors
///
/// Where a name means none.
pub(super) fn rules(names: &[String]) -> Result<Vec<&'static str>, Trouble> {
    let mut chosen = Vec::new();
    for name in names {
        let glob = Glob::new(name).ok().map(|glob| glob.compile_matcher());
        let found: Vec<&str> = RULES
            .iter()
            .map(|rule| rule.id)
            .filter(|id| id == name || glob.as_ref().is_some_and(|glob| glob.is_match(id)))
            .collect();
        if found.is_empty() {
            let nearest =
                crate::project::nearest(name, RULES.iter().map(|rule| rule.id)).unwrap_or_else(|| "none".to_owned());
            return Err(Trouble::new("trouble-unknown-rule").with("rule", name.clone()).with("nearest", nearest));
        }
        chosen.extend(found);
    }
    Ok(chosen)
}

/// Switches every rule off but those chosen; a chosen rule that is off by default is heard as a warning.
pub(super) fn only(settings: &mut Settings, chosen: &[&'static str]) {
    for rule in RULES {
        let severity = settings.severities.entry(rule.id).or_insert(Severity::Off);
        *severity = match (chosen.contains(&rule.id), *severity) {
            (false, _) => Severity::Off,
            (true, Severity::Off) => Severity::Warning,
            (true, set) => set,
        };
    }
}

fn scopes(glossary: &Glossary) -> Result<Vec<Option<GlobSet>>, Trouble> {
    let scope = |concept: &crate::glossary::Concept| {
        if concept.scope.is_empty() {
            return Ok(None);
        }
        let mut set = GlobSetBuilder::new();
        for pattern in &concept.scope {
            let broken = || {
                Trouble::new("trouble-glob")
                    .at(concept.file.clone(), Some(concept.line))
                    .with("pattern", pattern.clone())
            };
            set.add(Glob::new(pattern).map_err(|_| broken())?);
        }
        set.build().map(Some).map_err(|_| {
            Trouble::new("trouble-glob")
                .at(concept.file.clone(), Some(concept.line))
                .with("pattern", concept.scope.join(", "))
        })
    };
    glossary.concepts.iter().map(scope).collect()
}
