//! Finds the originals and translations of a repository that has no `tolmach.toml`.
//!
//! | file | answers |
//! |---|---|
//! | `files` | the repository |
//! | `reading` | in which ways a path may name its language, and which original it would then have |
//! | `layouts` | which pairs the paths make, laid out in which ways |
//! | `keys` | which pairs the front matter makes |
//! | `site` | what the site generator's own files say |

mod files;
mod keys;
mod layouts;
mod reading;
mod site;

use std::collections::{BTreeMap, BTreeSet};

use files::{Files, SAMPLES, UNITS};
use layouts::{Layout, layouts};
pub(super) use site::dialect;

use super::names::is_document;
use super::{Config, Pattern};
use crate::lang::{Language, Profile};

/// Folders that hold other people's files, or files made by programs.
const NOT_OURS: &[&str] =
    &["node_modules", "vendor", "third_party", "target", "build", "dist", "_site", "venv", "site-packages"];

/// The configuration of a repository by its files; `None` where no pair is found. `read` gives the text of a file,
/// where it is there.
pub(super) fn discover(files: &BTreeSet<String>, read: &dyn Fn(&str) -> Option<String>) -> Option<Config> {
    let ours = |file: &&String| is_document(file) && !file.split('/').any(|part| NOT_OURS.contains(&part));
    let files = Files { documents: files.iter().filter(ours).map(String::as_str).collect(), read };
    let layouts = layouts(&files);
    if layouts.is_empty() {
        return keys::discover(&files);
    }
    let source = source(&layouts, &files);
    let (documents, languages, taken) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    let mut found = Configured { files: &files, source, documents, languages, refused: false, taken };
    for layout in &layouts {
        found.take(layout);
    }
    found.config()
}

/// The language of the originals: the site's own, else that from which most pairs can be.
fn source(layouts: &[Layout], files: &Files<'_>) -> Language {
    let english: Language = "en".parse().expect("en is a language tag");
    let mut votes: BTreeMap<Language, usize> = BTreeMap::new();
    let mut documents: BTreeMap<Language, usize> = BTreeMap::new();
    for layout in layouts {
        for (language, count) in layout.pairs_from() {
            *votes.entry(language).or_default() += count;
        }
        for (language, spelled) in &layout.languages {
            *documents.entry(language.clone()).or_default() += spelled.paths.len();
        }
        if let Some((_, pairs)) = layout.untagged() {
            *votes.entry(layout.untagged_language(files)).or_default() += pairs;
        }
    }
    if let Some(language) = site::language(&files.documents, files.read)
        && let Some((known, _)) = votes.iter().find(|(known, _)| known.same_tongue(&language))
    {
        return known.clone();
    }
    let rank = |language: &Language, count: usize| {
        (count, documents.get(language).copied().unwrap_or_default(), language.same_tongue(&english))
    };
    let best = votes.iter().max_by_key(|(language, count)| rank(language, **count));
    best.map_or(english.clone(), |(language, _)| language.clone())
}

/// The configuration that is being made.
struct Configured<'a> {
    files: &'a Files<'a>,
    source: Language,
    documents: Vec<Pattern>,
    languages: BTreeSet<Language>,
    /// Whether a name that looks like a language was found to be none.
    refused: bool,
    /// Translations that have a pattern.
    taken: BTreeSet<String>,
}

impl Configured<'_> {
    /// Adds the patterns of a layout, as far as no larger layout has its pairs.
    fn take(&mut self, layout: &Layout) {
        let own = layout.languages.iter().find(|(language, _)| language.same_tongue(&self.source));
        let untagged = layout.untagged().map(|(original, _)| original.clone());
        let (files, source) = (self.files, self.source.clone());
        let in_source = || layout.untagged_language(files).same_tongue(&source);
        let original = match (own, &untagged) {
            (Some((_, spelled)), _) if layout.has_pairs_of(spelled) => {
                layout.pattern.replace("{language}", &spelled.spelling)
            }
            (_, Some(untagged)) if in_source() => untagged.clone(),
            _ => return,
        };
        self.pattern(layout, &original);
        // `index.ru.md`, the original, beside `index.md`.
        if let (Some(untagged), Some(_)) = (untagged, own)
            && original != untagged
            && !in_source()
        {
            let language = layout.untagged_language(self.files);
            self.languages.insert(language.clone());
            let documents = Pattern { original, translation: untagged, language: Some(language), ..Pattern::default() };
            self.documents.push(documents);
        }
    }

    /// Adds the pattern of a layout for the translations of one pattern of originals.
    fn pattern(&mut self, layout: &Layout, original: &str) {
        let mut names = BTreeMap::new();
        let mut pairs = Vec::new();
        let mut languages = BTreeSet::new();
        for (language, spelled) in &layout.languages {
            let translated: Vec<(String, &String)> = spelled
                .paths
                .iter()
                .filter(|(_, path)| !self.taken.contains(*path))
                .map(|(stars, path)| (super::shape::fill(original, "", stars), path))
                .filter(|(original, path)| original != *path && self.files.documents.contains(original.as_str()))
                .collect();
            if language.same_tongue(&self.source) || translated.is_empty() {
                continue;
            }
            if !self.is_in(language, &translated) {
                self.refused = true;
                continue;
            }
            if Language::spelled(&spelled.spelling).as_ref() != Some(language) {
                names.insert(language.clone(), spelled.spelling.clone());
            }
            languages.insert(language.clone());
            pairs.extend(translated.into_iter().map(|(_, path)| path.clone()));
        }
        if pairs.is_empty() {
            return;
        }
        let (original, translation) = narrowed(original, &layout.pattern, &pairs);
        self.taken.extend(pairs);
        self.languages.extend(languages);
        self.documents.push(Pattern { original, translation, language_names: names, ..Pattern::default() });
    }

    /// Whether what is called a translation may be one: not where each that was read is in the originals' language, nor
    /// where none could be told and the name is that of a language which few translate into, as `ts` and `cr` are.
    fn is_in(&self, language: &Language, pairs: &[(String, &String)]) -> bool {
        let step = pairs.len().div_ceil(SAMPLES).max(1);
        let read = pairs.iter().step_by(step).filter_map(|(_, path)| Language::detected(&(self.files.read)(path)?));
        let found: Vec<Language> = read.collect();
        let foreign = |found: &Language| !found.same_tongue(&self.source);
        match found.is_empty() {
            true => Profile::known(language.code()).is_some(),
            false => found.iter().any(foreign),
        }
    }

    fn config(self) -> Option<Config> {
        // Each layout may have languages of its own: they are listed only where a name looks like a language and is none.
        let languages = self.refused.then(|| self.languages.into_iter().collect());
        (!self.documents.is_empty()).then_some(Config {
            source_language: self.source,
            languages,
            documents: self.documents,
            units: UNITS.to_owned(),
            ..Config::default()
        })
    }
}

/// The two patterns with the documents' name in place of a star, where all of them have the same: `**/README.md`.
fn narrowed(original: &str, translation: &str, pairs: &[String]) -> (String, String) {
    let named =
        |pattern: &str| pattern.split_once("/*").is_some_and(|(_, rest)| rest.starts_with("*/*") && rest.len() > 3);
    let shape = super::shape::Shape::new(translation, &[], &BTreeMap::new());
    let read: BTreeSet<Vec<String>> = pairs.iter().filter_map(|path| Some(shape.parts(path)?.stars)).collect();
    let names: BTreeSet<&String> = read.iter().filter_map(|stars| stars.last()).collect();
    let of_folder = |name: &str| name.ends_with("index") || name.chars().any(char::is_uppercase);
    let shared = names.first().filter(|name| names.len() == 1 && (read.len() > 1 || of_folder(name)));
    let (Some(name), true) = (shared, named(translation) && named(original)) else {
        return (original.to_owned(), translation.to_owned());
    };
    let narrow = |pattern: &str| pattern.replacen("/**/*", &format!("/**/{name}"), 1);
    (narrow(original), narrow(translation))
}

#[cfg(test)]
mod tests;
