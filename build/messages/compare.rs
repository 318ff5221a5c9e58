//! Compares the languages: each must have every message, with the same arguments.

use std::collections::BTreeMap;

use super::read::{Language, Text};

/// The texts of all languages, each argument with what every language needs of it.
pub(crate) fn merge(languages: &[Language]) -> Result<BTreeMap<String, Text>, Vec<String>> {
    let reference = languages.iter().find(|language| language.tag == "en").unwrap_or(&languages[0]);
    let mut merged = reference.texts.clone();
    let mut faults = Vec::new();
    for language in languages.iter().filter(|language| language.tag != reference.tag) {
        for (key, text) in &mut merged {
            match language.texts.get(key) {
                None => faults.push(format!("{}: `{key}` is missing in {}", text.place, language.tag)),
                Some(other) => arguments(key, text, other, &mut faults),
            }
        }
        for (key, text) in language.texts.iter().filter(|(key, _)| !reference.texts.contains_key(*key)) {
            faults.push(format!("{}: `{key}` is missing in {}", text.place, reference.tag));
        }
    }
    if faults.is_empty() { Ok(merged) } else { Err(faults) }
}

fn arguments(key: &str, text: &mut Text, other: &Text, faults: &mut Vec<String>) {
    for (name, kind) in &mut text.arguments {
        match other.arguments.iter().find(|(known, _)| known == name) {
            None => faults.push(format!("{}: `{key}` does not use ${name}, as {} does", other.place, text.place)),
            Some((_, there)) => match kind.merge(there) {
                Some(both) => *kind = both,
                None => faults.push(format!(
                    "{}: `{key}` takes ${name} as {there:?}, but {} as {kind:?}",
                    other.place, text.place
                )),
            },
        }
    }
    for (name, _) in &other.arguments {
        if !text.arguments.iter().any(|(known, _)| known == name) {
            faults.push(format!("{}: `{key}` uses ${name}, which {} does not", other.place, text.place));
        }
    }
}
