//! Which pairs the paths of a repository make, laid out in which ways.

use std::collections::BTreeMap;

use super::super::shape::fill;
use super::files::{Files, SAMPLES};
use super::reading::{Reading, readings};
use crate::lang::Language;

/// The files whose paths one pattern reads.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    /// Of translations, with `{language}`.
    pub(super) pattern: String,
    pub(super) languages: BTreeMap<Language, Spelled>,
    /// How many translations each pattern of originals without a language has originals for.
    untagged: BTreeMap<String, usize>,
}

/// The files of one language.
#[derive(Clone, Debug, Default)]
pub(super) struct Spelled {
    /// As the first of them spells the language.
    pub(super) spelling: String,
    /// By what the pattern's stars match.
    pub(super) paths: BTreeMap<Vec<String>, String>,
}

/// The layouts that have a pair, that of most pairs first.
pub(super) fn layouts(files: &Files<'_>) -> Vec<Layout> {
    let mut layouts: BTreeMap<String, Layout> = BTreeMap::new();
    for document in &files.documents {
        for Reading { pattern, stars, spelling, language, untagged } in readings(document) {
            let layout = layouts.entry(pattern.clone()).or_insert_with(|| Layout { pattern, ..Layout::default() });
            for original in untagged {
                let there = files.documents.contains(fill(&original, "", &stars).as_str());
                *layout.untagged.entry(original).or_default() += usize::from(there);
            }
            let spelled = layout.languages.entry(language).or_default();
            if spelled.spelling.is_empty() {
                spelled.spelling = spelling;
            }
            spelled.paths.insert(stars, (*document).to_owned());
        }
    }
    let mut layouts: Vec<Layout> = layouts.into_values().filter(|layout| layout.most() > 0).collect();
    layouts.sort_by_key(|layout| std::cmp::Reverse(layout.most()));
    layouts
}

impl Layout {
    /// The most pairs that the layout can have.
    fn most(&self) -> usize {
        let tagged = self.pairs_from().into_iter().map(|(_, count)| count).max().unwrap_or_default();
        tagged.max(self.untagged().map_or(0, |(_, count)| count))
    }

    /// How many pairs there are from each language.
    pub(super) fn pairs_from(&self) -> Vec<(Language, usize)> {
        let mut documents: BTreeMap<&Vec<String>, usize> = BTreeMap::new();
        self.languages.values().flat_map(|spelled| spelled.paths.keys()).for_each(|stars| {
            *documents.entry(stars).or_default() += 1;
        });
        let count = |spelled: &Spelled| spelled.paths.keys().map(|stars| documents[stars] - 1).sum();
        self.languages.iter().map(|(language, spelled)| (language.clone(), count(spelled))).collect()
    }

    /// Whether a document of a language has one of another language.
    pub(super) fn has_pairs_of(&self, spelled: &Spelled) -> bool {
        let others = || self.languages.values().filter(|other| !std::ptr::eq(*other, spelled));
        spelled.paths.keys().any(|stars| others().any(|other| other.paths.contains_key(stars)))
            || self.untagged().is_some()
    }

    /// The pattern of originals without a language that has most pairs, with their number.
    pub(super) fn untagged(&self) -> Option<(&String, usize)> {
        let found = self.untagged.iter().map(|(pattern, count)| (pattern, *count)).max_by_key(|(_, count)| *count);
        found.filter(|(_, count)| *count > 0)
    }

    /// The language of the documents whose paths name none: that in which they are plainly written, else English.
    pub(super) fn untagged_language(&self, files: &Files<'_>) -> Language {
        let mut votes: BTreeMap<Language, usize> = BTreeMap::new();
        if let Some((pattern, _)) = self.untagged() {
            let paths = self.languages.values().flat_map(|spelled| spelled.paths.keys());
            let originals = paths.map(|stars| fill(pattern, "", stars));
            let there = originals.filter(|path| files.documents.contains(path.as_str())).take(SAMPLES);
            for path in there {
                if let Some(language) = (files.read)(&path).and_then(|text| Language::detected(&text)) {
                    *votes.entry(language).or_default() += 1;
                }
            }
        }
        let best = votes.into_iter().max_by_key(|(_, count)| *count).map(|(language, _)| language);
        best.unwrap_or_else(|| "en".parse().expect("en is a language tag"))
    }
}
