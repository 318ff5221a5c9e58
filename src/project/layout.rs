//! Which files are originals, and where their translations are.

use std::collections::{BTreeMap, BTreeSet};

use super::block::{Block, Candidate, Original};
use super::keys::Keys;
use super::names::{ENDINGS, is_document, still, units_path, units_stem};
use super::shape::{Shape, beginning_as, fill};
use super::{Config, Pattern};
use crate::lang::Language;
use crate::units::Paths;

/// All documents of a project.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// Sorted by original, then language.
    pub pairs: Vec<Paths>,
    /// How many originals there are.
    pub originals: usize,
    /// Those of the translations, each once, in order.
    pub languages: Vec<Language>,
    /// (translation, the original it should have) of translations without an original.
    pub orphans: Vec<(String, String)>,
    /// (translation, its original) where the names differ in case or in how letters are composed.
    pub alike: Vec<(String, String)>,
    /// Files that a pattern names by their ending and that tolmach cannot read.
    pub unread: Vec<String>,
    /// (units file, an original that its translation could have) of units files whose translation and original are both
    /// not there.
    pub orphan_units: Vec<(String, String)>,
    /// Units files whose translation is not there, while the original is.
    pub left_units: BTreeSet<String>,
}

/// Pairs the files of a project by its patterns; `read` gives a document's text.
pub(super) fn listing(files: &BTreeSet<String>, config: &Config, read: &dyn Fn(&str) -> Option<String>) -> Listing {
    let blocks: Vec<Block<'_>> = config.documents.iter().map(|pattern| Block::new(pattern, config, files)).collect();
    let translations: BTreeSet<&str> = blocks.iter().flat_map(Block::translations).collect();
    let mut found = Found { files, config, keys: Keys::new(read), taken: BTreeSet::new(), listing: Listing::default() };
    let mut originals: BTreeSet<&str> = BTreeSet::new();
    for block in &blocks {
        let here: Vec<Original<'_>> =
            block.originals.iter().filter(|original| !translations.contains(original.path)).cloned().collect();
        originals.extend(here.iter().map(|original| original.path));
        match block.pattern.pair_by.as_deref().filter(|_| block.languages.is_empty()) {
            Some(key) => originals = pairs_of_front_matter(&mut found, block, key),
            None => found.pairs(block, &here),
        }
    }
    for block in &blocks {
        found.orphans(block, &originals);
    }
    let mut listing = found.listing;
    let known = blocks.iter().flat_map(|block| block.languages.iter().cloned());
    let languages: BTreeSet<Language> = known.chain(listing.pairs.iter().map(|pair| pair.language.clone())).collect();
    listing.languages = languages.into_iter().collect();
    listing.units(files, &blocks, config);
    listing.pairs.sort_by(|a, b| (&a.original, &a.language).cmp(&(&b.original, &b.language)));
    listing.originals = originals.len();
    for list in [&mut listing.orphans, &mut listing.alike] {
        list.sort();
        list.dedup();
    }
    listing.unread = blocks.iter().flat_map(|block| block.unread.iter().map(|file| (*file).clone())).collect();
    listing
}

impl Listing {
    /// Finds the units files without their translation.
    fn units(&mut self, files: &BTreeSet<String>, blocks: &[Block<'_>], config: &Config) {
        let lonely = self.pairs.iter().filter(|pair| !pair.translated && files.contains(&pair.units));
        self.left_units = lonely.map(|pair| pair.units.clone()).collect();
        let orphans = self.orphans.iter().map(|(translation, _)| units_path(&config.units, translation));
        let known: BTreeSet<String> = self.pairs.iter().map(|pair| pair.units.clone()).chain(orphans).collect();
        let shapes: Vec<(&Pattern, Shape)> = blocks
            .iter()
            .map(|block| block.pattern)
            .map(|pattern| (pattern, Shape::new(&pattern.translation, &self.languages, &pattern.language_names)))
            .collect();
        let source = config.source_language.to_string();
        for file in files.iter().filter(|file| !known.contains(*file)) {
            let stem = units_stem(file).and_then(|path| path.strip_prefix(config.units.as_str()));
            let Some(stem) = stem else { continue };
            let original = |ending: &&str| {
                shapes.iter().find_map(|(pattern, shape)| {
                    let parts = shape.parts(&format!("{stem}.{ending}"))?;
                    let named = parts.language.as_ref().is_none_or(|(_, language)| self.languages.contains(language));
                    named.then(|| fill(&pattern.original, &source, &parts.stars))
                })
            };
            if let Some(original) = ENDINGS.iter().find_map(original) {
                self.orphan_units.push((file.clone(), original));
            }
        }
    }
}

/// What has been found so far.
pub(super) struct Found<'a> {
    files: &'a BTreeSet<String>,
    pub(super) config: &'a Config,
    pub(super) keys: Keys<'a>,
    /// Paths of translations, there or not.
    taken: BTreeSet<String>,
    listing: Listing,
}

impl Found<'_> {
    /// The pairs of a block whose translations' paths name their language.
    fn pairs(&mut self, block: &Block<'_>, originals: &[Original<'_>]) {
        for language in &block.languages {
            let spelling = block.spelling(language);
            let mut without = Vec::new();
            for original in originals {
                let there = block.candidate(original, language);
                let path = there.map_or_else(
                    || fill(&block.pattern.translation, &spelling, &original.stars),
                    |candidate| candidate.path.to_owned(),
                );
                if path == original.path {
                    continue;
                }
                if there.is_some_and(|candidate| candidate.parts.stars != original.stars) {
                    self.listing.alike.push((path.clone(), original.path.to_owned()));
                }
                match self.files.contains(&path) {
                    true => self.pair(block.pattern, original.path, language, path),
                    false => without.push((original.path, path)),
                }
            }
            self.pairs_by_key(block, language, without);
        }
    }

    /// Pairs what has other names on either side by a key of the front matter; the rest has no translation yet.
    fn pairs_by_key(&mut self, block: &Block<'_>, language: &Language, originals: Vec<(&str, String)>) {
        let unclaimed = |candidate: &&Candidate<'_>| {
            candidate.language.same_tongue(language) && !self.taken.contains(candidate.path)
        };
        let key = block.pattern.pair_by.as_deref();
        let mut by_key: BTreeMap<String, &str> = BTreeMap::new();
        if !originals.is_empty() {
            for candidate in block.candidates.iter().filter(unclaimed) {
                by_key.extend(self.keys.of(candidate.path, key).map(|value| (value, candidate.path)));
            }
        }
        for (original, path) in originals {
            let found = if by_key.is_empty() { None } else { self.keys.of(original, key) };
            let path = found.and_then(|value| by_key.remove(&value)).map_or(path, str::to_owned);
            self.pair(block.pattern, original, language, path);
        }
    }

    /// Lists a pair, once.
    pub(super) fn pair(&mut self, pattern: &Pattern, original: &str, language: &Language, translation: String) {
        if !self.taken.insert(translation.clone()) {
            return;
        }
        self.listing.pairs.push(Paths {
            original: original.to_owned(),
            language: language.clone(),
            translated: self.files.contains(&translation),
            units: units_path(&self.config.units, &translation),
            translation,
            layout: pattern.paragraphs,
        });
    }

    /// Translations of a block that have no original.
    ///
    /// A pattern without `{language}` that begins where its originals are names any file there: what has no original
    /// may be a document that is not translated from anything.
    fn orphans(&mut self, block: &Block<'_>, originals: &BTreeSet<&str>) {
        let translates = |language: &Language| block.languages.iter().any(|known| known.same_tongue(language));
        for candidate in &block.candidates {
            if translates(&candidate.language)
                && !self.taken.contains(candidate.path)
                && !originals.contains(candidate.path)
            {
                let source = self.config.source_language.to_string();
                let original = fill(&block.pattern.original, &source, &candidate.parts.stars);
                self.listing.orphans.push((candidate.path.to_owned(), original));
            }
        }
        let pattern = block.pattern;
        let apart = still(&pattern.translation) != still(&pattern.original);
        if pattern.language.is_some() && apart && !pattern.translation.contains("{language}") {
            let shape = Shape::new(&pattern.translation, &[], &BTreeMap::new());
            let excluded = pattern.excluded();
            let mine = |file: &&String| is_document(file) && !excluded.is_match(file.as_str());
            for file in beginning_as(&[&pattern.translation], self.files).filter(mine) {
                let Some(parts) = shape.parts(file) else { continue };
                if !self.taken.contains(file) && !originals.contains(file.as_str()) {
                    self.listing.orphans.push((file.clone(), fill(&pattern.original, "", &parts.stars)));
                }
            }
        }
    }
}

/// Lists the pairs of a block whose documents are told apart by nothing but their front matter; gives the originals.
fn pairs_of_front_matter<'a>(found: &mut Found<'_>, block: &Block<'a>, key: &str) -> BTreeSet<&'a str> {
    let mut originals: Vec<(&str, String)> = Vec::new();
    let mut translations: BTreeMap<(String, Language), &str> = BTreeMap::new();
    for document in &block.originals {
        let Some(value) = found.keys.of(document.path, Some(key)) else { continue };
        let language = found.keys.language(document.path);
        match language.filter(|language| !language.same_tongue(&found.config.source_language)) {
            Some(language) => drop(translations.insert((value, language), document.path)),
            None => originals.push((document.path, value)),
        }
    }
    let languages: BTreeSet<Language> = match &found.config.languages {
        Some(languages) => languages.iter().cloned().collect(),
        None => translations.keys().map(|(_, language)| language.clone()).collect(),
    };
    for (path, value) in &originals {
        for language in &languages {
            let there = translations.get(&(value.clone(), language.clone()));
            let translation = there.map_or_else(|| beside(path, language), |path| (*path).to_owned());
            found.pair(block.pattern, path, language, translation);
        }
    }
    originals.into_iter().map(|(path, _)| path).collect()
}

/// Where a translation would be that is not there yet: `a.en.md` beside `a.md`.
fn beside(original: &str, language: &Language) -> String {
    let (stem, ending) = original.rsplit_once('.').unwrap_or((original, "md"));
    format!("{stem}.{language}.{ending}")
}
