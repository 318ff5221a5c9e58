//! Pairs that only the front matter makes: pages of a blog with other names in each language.

use std::collections::{BTreeMap, BTreeSet};

use super::files::{Files, UNITS};
use crate::lang::Language;
use crate::project::keys::Keys;
use crate::project::{Config, Pattern};

/// More documents than this are not read for their front matter alone.
const MOST: usize = 5_000;

/// The configuration of a repository whose pages name their translations by a key; `None` where none does.
pub(super) fn discover(files: &Files<'_>) -> Option<Config> {
    if files.documents.len() > MOST {
        return None;
    }
    let keys = Keys::new(files.read);
    // By key, folder of the pages, and the key's value: the languages that have such a page.
    let mut pages: BTreeMap<(&str, String), BTreeMap<String, BTreeSet<Language>>> = BTreeMap::new();
    for path in &files.documents {
        let (folder, _) = path.rsplit_once('/').unwrap_or(("", path));
        let (folder, in_path) = without_language(folder);
        let Some((key, value)) = keys.usual(path) else { continue };
        let Some(language) = in_path.or_else(|| keys.language(path)) else { continue };
        pages.entry((key, folder)).or_default().entry(value).or_default().insert(language);
    }
    let pairs = |values: &BTreeMap<String, BTreeSet<Language>>| values.values().filter(|there| there.len() > 1).count();
    let ((key, folder), values) = pages.into_iter().max_by_key(|(_, values)| pairs(values))?;
    if pairs(&values) == 0 {
        return None;
    }
    let mut languages: BTreeMap<Language, usize> = BTreeMap::new();
    values.into_values().flatten().for_each(|language| *languages.entry(language).or_default() += 1);
    let rank = |(language, count): &(&Language, &usize)| (**count, language.code() == "en");
    let source = languages.iter().max_by_key(rank).map(|(language, _)| language.clone())?;
    let spelled = |name: &str| format!("{}**/*", folder.replace("{language}", name));
    let pattern = Pattern {
        original: spelled(&source.to_string()),
        translation: spelled("{language}"),
        pair_by: Some(key.to_owned()),
        ..Pattern::default()
    };
    Some(Config {
        languages: Some(languages.into_keys().filter(|language| *language != source).collect()),
        source_language: source,
        documents: vec![pattern],
        units: UNITS.to_owned(),
        ..Config::default()
    })
}

/// The first folder of a path with `{language}` for the language that it names, ending in `/`, and the language.
fn without_language(folder: &str) -> (String, Option<Language>) {
    let parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    match parts.iter().position(|part| Language::spelled(part).is_some()) {
        Some(at) => {
            let before: String = parts[..at].iter().map(|part| format!("{part}/")).collect();
            (format!("{before}{{language}}/"), Language::spelled(parts[at]))
        }
        None => (parts.first().map_or(String::new(), |first| format!("{first}/")), None),
    }
}
