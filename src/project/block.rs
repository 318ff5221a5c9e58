//! The files that one `[[documents]]` block names: which may be originals, and which translations into what.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

use super::names::{ENDINGS, is_document};
use super::shape::{Parts, Shape, beginning_as};
use super::{Config, Pattern};
use crate::lang::Language;

/// An original by its pattern.
#[derive(Clone)]
pub(super) struct Original<'a> {
    pub(super) path: &'a str,
    /// What the stars of the translation's pattern match.
    pub(super) stars: Vec<String>,
}

/// A file that matches the pattern of translations.
pub(super) struct Candidate<'a> {
    pub(super) path: &'a str,
    pub(super) parts: Parts,
    /// Its language's name as the file spells it.
    spelling: String,
    pub(super) language: Language,
}

/// The files of one `[[documents]]` block.
pub(super) struct Block<'a> {
    pub(super) pattern: &'a Pattern,
    pub(super) originals: Vec<Original<'a>>,
    /// The languages of the block's translations; empty where only the front matter names them.
    pub(super) languages: Vec<Language>,
    pub(super) candidates: Vec<Candidate<'a>>,
    /// By what the stars match, folded; as indices of `candidates`.
    index: FxHashMap<String, Vec<usize>>,
    pub(super) unread: Vec<&'a String>,
    /// What the stars of the originals match, once it is asked for.
    names: OnceCell<BTreeSet<Vec<String>>>,
}

impl<'a> Block<'a> {
    pub(super) fn new(pattern: &'a Pattern, config: &Config, files: &'a BTreeSet<String>) -> Block<'a> {
        let excluded = pattern.excluded();
        let inside = |file: &&String| !excluded.is_match(file.as_str());
        let mut known = config.languages.clone().unwrap_or_default();
        known.push(config.source_language.clone());
        let from = Shape::new(&pattern.original, &known, &pattern.language_names);
        let to = Shape::new(&pattern.translation, &known, &pattern.language_names);
        let is_source = |language: &Language| is_source(language, config);
        let mut candidates = Vec::new();
        let mut originals = Vec::new();
        let named = beginning_as(&[&pattern.original, &pattern.translation], files);
        for file in named.filter(|file| is_document(file)).filter(inside) {
            let as_translation = to.parts(file).filter(|parts| pattern.language.is_none() || parts.language.is_none());
            let named = as_translation.as_ref().and_then(|parts| parts.language.clone());
            let own = named.as_ref().is_some_and(|(_, language)| is_source(language));
            let as_original = from
                .parts(file)
                .filter(|parts| parts.language.as_ref().is_none_or(|(_, language)| is_source(language)));
            if let Some(parts) = as_original {
                // `index.en.md` is the original of `index.ru.md`, not of `index.en.ru.md`.
                let stars = as_translation.as_ref().filter(|_| own).map_or(parts.stars, |parts| parts.stars.clone());
                originals.push(Original { path: file, stars });
            }
            if let (Some(parts), Some((spelling, language))) = (as_translation, named)
                && !own
            {
                candidates.push(Candidate { path: file, parts, spelling, language });
            }
        }
        let literal = ending(&pattern.original).is_some_and(|ending| !ENDINGS.contains(&ending));
        let named = beginning_as(&[&pattern.original], files);
        let unread = named.filter(|file| literal && from.parts(file).is_some()).filter(inside).collect();
        let mut block = Block {
            pattern,
            originals,
            languages: Vec::new(),
            candidates,
            index: FxHashMap::default(),
            unread,
            names: OnceCell::new(),
        };
        block.keep_languages(config);
        block.index_candidates();
        block
    }

    /// Keeps the candidates of languages that the block translates into.
    ///
    /// A word such as `docs/ts/` may look like a language: where no language is configured, and an original might have
    /// that name too, the word is a language only if a file of it has its original.
    fn keep_languages(&mut self, config: &Config) {
        let originals: BTreeSet<&str> = self.originals.iter().map(|original| original.path).collect();
        let both: BTreeSet<&str> = self.translations().filter(|path| originals.contains(path)).collect();
        let alone = self.originals.iter().filter(|original| !both.contains(original.path));
        let stars: BTreeSet<String> = alone.map(|original| folded(&original.stars)).collect();
        let mut at_work: BTreeSet<Language> = BTreeSet::new();
        for candidate in &self.candidates {
            let configured = config.languages.iter().flatten().any(|known| *known == candidate.language);
            let disjoint = !originals.contains(candidate.path);
            if configured || disjoint || stars.contains(&folded(&candidate.parts.stars)) {
                at_work.insert(candidate.language.clone());
            }
        }
        self.candidates.retain(|candidate| at_work.contains(&candidate.language));
        self.languages = match (&self.pattern.language, &config.languages) {
            (Some(language), _) => vec![language.clone()],
            (None, _) if !self.pattern.translation.contains("{language}") => Vec::new(),
            (None, Some(languages)) => {
                languages.iter().filter(|one| **one != config.source_language).cloned().collect()
            }
            (None, None) => at_work.into_iter().collect(),
        };
    }

    fn index_candidates(&mut self) {
        for (at, candidate) in self.candidates.iter().enumerate() {
            self.index.entry(folded(&candidate.parts.stars)).or_default().push(at);
        }
    }

    /// The files that are translations by this block's pattern, whatever other patterns say of them.
    pub(super) fn translations(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.candidates.iter().map(|candidate| candidate.path)
    }

    /// The translation of an original into a language, of the files that are there: the one whose name agrees best.
    pub(super) fn candidate(&self, original: &Original<'_>, language: &Language) -> Option<&Candidate<'a>> {
        let rank = |candidate: &Candidate<'_>| {
            let same = candidate.language == *language;
            let own = self.languages.contains(&candidate.language);
            let exact = candidate.parts.stars == original.stars;
            // Another original may have exactly this name.
            let free = exact || !self.names().contains(&candidate.parts.stars);
            let near = same || (!own && candidate.language.same_tongue(language));
            (near && free).then_some((same, exact))
        };
        let candidates = self.index.get(&folded(&original.stars))?.iter().map(|at| &self.candidates[*at]);
        candidates
            .filter_map(|candidate| Some((rank(candidate)?, candidate)))
            .max_by_key(|(rank, _)| *rank)
            .map(|(_, one)| one)
    }

    /// What the stars of the originals match.
    fn names(&self) -> &BTreeSet<Vec<String>> {
        self.names.get_or_init(|| self.originals.iter().map(|original| original.stars.clone()).collect())
    }

    /// How files that are not there yet would spell a language: as those that are there do.
    pub(super) fn spelling(&self, language: &Language) -> String {
        if let Some(name) = self.pattern.language_names.get(language) {
            return name.clone();
        }
        let same = |candidate: &&Candidate<'_>| candidate.language == *language;
        let near = |candidate: &&Candidate<'_>| candidate.language.same_tongue(language);
        let candidates = || self.candidates.iter();
        if let Some(known) = candidates().find(same).or_else(|| candidates().find(near)) {
            return known.spelling.clone();
        }
        let all = |style: fn(&str) -> bool| !self.candidates.is_empty() && candidates().all(|one| style(&one.spelling));
        let tag = language.to_string();
        let tag = if candidates().any(|one| one.spelling.contains('_')) { tag.replace('-', "_") } else { tag };
        match () {
            () if all(|name| name.chars().all(|c| !c.is_lowercase())) => tag.to_uppercase(),
            () if all(|name| name.len() > 2 && name.chars().all(|c| !c.is_uppercase())) => tag.to_lowercase(),
            () => tag,
        }
    }
}

/// Whether a language is that of the originals: `en-US` too, where the originals are in English and nothing is
/// translated into American English.
fn is_source(language: &Language, config: &Config) -> bool {
    *language == config.source_language
        || (language.same_tongue(&config.source_language)
            && !config.languages.iter().flatten().any(|known| known == language))
}

/// What stars match, alike for names that differ in case or in how letters are composed.
fn folded(stars: &[String]) -> String {
    stars.iter().map(|part| part.nfc().collect::<String>().to_lowercase() + "\0").collect()
}

/// The ending that a pattern asks for.
fn ending(pattern: &str) -> Option<&str> {
    let (_, ending) = pattern.rsplit('/').next()?.rsplit_once('.')?;
    ending.chars().all(char::is_alphanumeric).then_some(ending)
}
