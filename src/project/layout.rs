//! Which files are originals, and where their translations stand.

use std::collections::BTreeSet;

use regex::Regex;

use super::Pattern;
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
    /// (units file, an original that its translation could have) of units files whose translation and original are both
    /// not there.
    pub orphan_units: Vec<(String, String)>,
    /// Units files whose translation is not there, while the original is.
    pub left_units: BTreeSet<String>,
}

const ENDINGS: &[&str] = &["md", "markdown", "mdx", "txt"];

/// Pairs the files of a project by its patterns.
pub(super) fn listing(files: &BTreeSet<String>, patterns: &[Pattern], languages: Option<&[Language]>) -> Listing {
    let mut listing = Listing::default();
    let mut originals: BTreeSet<&str> = BTreeSet::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for pattern in patterns {
        let source = Shape::new(&pattern.original);
        let found: Vec<(&String, Vec<String>)> = files
            .iter()
            .filter(|file| is_document(file))
            .filter_map(|file| Some((file, source.parts(file)?)))
            .collect();
        let any_language = Shape::new(&pattern.translation);
        let here = match languages {
            Some(languages) => languages.to_vec(),
            None => any_language.languages(files),
        };
        for (file, parts) in &found {
            // A translation that the original's pattern also matches is not an original.
            if any_language.captures(file).is_some_and(|(tag, _)| here.iter().any(|known| known.to_string() == tag)) {
                continue;
            }
            originals.insert(file);
            for language in &here {
                let translation = fill(&pattern.translation, &language.to_string(), parts);
                if !taken.insert(translation.clone()) {
                    continue;
                }
                listing.pairs.push(Paths {
                    original: (*file).clone(),
                    language: language.clone(),
                    translated: files.contains(&translation),
                    units: units_path(&translation),
                    translation,
                    layout: pattern.paragraphs,
                });
            }
        }
        for file in files.iter().filter(|file| is_document(file)) {
            let Some((tag, parts)) = any_language.captures(file) else { continue };
            let known = here.iter().any(|language| language.to_string() == tag);
            if known && !taken.contains(file) && !originals.contains(file.as_str()) {
                listing.orphans.push((file.clone(), fill(&pattern.original, &tag, &parts)));
            }
        }
        for language in here {
            if !listing.languages.contains(&language) {
                listing.languages.push(language);
            }
        }
    }
    listing.units(files, patterns);
    listing.pairs.sort_by(|a, b| (&a.original, &a.language).cmp(&(&b.original, &b.language)));
    listing.originals = originals.len();
    listing.languages.sort();
    listing.orphans.sort();
    listing.orphans.dedup();
    listing
}

const UNITS: &str = ".units.toml";

impl Listing {
    /// Finds the units files that stand without their translation.
    fn units(&mut self, files: &BTreeSet<String>, patterns: &[Pattern]) {
        let lonely = self.pairs.iter().filter(|pair| !pair.translated && files.contains(&pair.units));
        self.left_units = lonely.map(|pair| pair.units.clone()).collect();
        let orphans = self.orphans.iter().map(|(translation, _)| units_path(translation));
        let known: BTreeSet<String> = self.pairs.iter().map(|pair| pair.units.clone()).chain(orphans).collect();
        let shapes: Vec<(&Pattern, Shape)> =
            patterns.iter().map(|pattern| (pattern, Shape::new(&pattern.translation))).collect();
        for file in files.iter().filter(|file| !known.contains(*file)) {
            let Some(stem) = file.strip_suffix(UNITS) else { continue };
            let original = |ending: &&str| {
                shapes.iter().find_map(|(pattern, shape)| {
                    let (tag, parts) = shape.captures(&format!("{stem}.{ending}"))?;
                    let named = tag.is_empty() || self.languages.iter().any(|language| language.to_string() == tag);
                    named.then(|| fill(&pattern.original, &tag, &parts))
                })
            };
            if let Some(original) = ENDINGS.iter().find_map(original) {
                self.orphan_units.push((file.clone(), original));
            }
        }
    }
}

/// The units file of a translation: `almaty.units.toml` beside `almaty.md`.
pub fn units_path(translation: &str) -> String {
    let stem = ENDINGS.iter().find_map(|ending| translation.strip_suffix(ending)?.strip_suffix('.'));
    format!("{}{UNITS}", stem.unwrap_or(translation))
}

fn is_document(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    !name.starts_with('.') && name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}

/// A pattern with `**/`, `*` and `{language}` as an expression that gives its parts back.
struct Shape {
    expression: Regex,
}

impl Shape {
    fn new(pattern: &str) -> Shape {
        let mut expression = String::from("^");
        let mut rest = pattern;
        let mut seen_language = false;
        while !rest.is_empty() {
            let (piece, length) = if rest.starts_with("**/") {
                ("((?:[^/]+/)*)".to_owned(), 3)
            } else if rest.starts_with('*') {
                ("([^/]*)".to_owned(), 1)
            } else if rest.starts_with("{language}") {
                let piece = if seen_language { "[A-Za-z0-9-]+" } else { "(?P<language>[A-Za-z0-9-]+)" };
                seen_language = true;
                (piece.to_owned(), "{language}".len())
            } else {
                let length = rest.chars().next().map_or(1, char::len_utf8);
                (regex::escape(&rest[..length]), length)
            };
            expression.push_str(&piece);
            rest = &rest[length..];
        }
        expression.push('$');
        Shape { expression: Regex::new(&expression).expect("escaped literals and fixed groups") }
    }

    fn parts(&self, path: &str) -> Option<Vec<String>> {
        Some(self.captures(path)?.1)
    }

    /// The language and what the stars stand for.
    fn captures(&self, path: &str) -> Option<(String, Vec<String>)> {
        let captures = self.expression.captures(path)?;
        let language = captures.name("language");
        let parts = captures.iter().skip(1).flatten().filter(|part| Some(part.range()) != language.map(|l| l.range()));
        Some((
            language.map(|tag| tag.as_str().to_owned()).unwrap_or_default(),
            parts.map(|p| p.as_str().to_owned()).collect(),
        ))
    }

    /// Every well-formed language tag that a file's path holds at `{language}`.
    fn languages(&self, files: &BTreeSet<String>) -> Vec<Language> {
        let tags: BTreeSet<String> =
            files.iter().filter(|file| is_document(file)).filter_map(|file| Some(self.captures(file)?.0)).collect();
        tags.iter()
            .filter_map(|tag| tag.parse().ok().filter(|language: &Language| language.to_string() == *tag))
            .collect()
    }
}

fn fill(pattern: &str, language: &str, parts: &[String]) -> String {
    let mut filled = String::new();
    let mut parts = parts.iter();
    let mut rest = pattern;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("**/").or_else(|| rest.strip_prefix('*')) {
            filled.push_str(parts.next().map_or("", String::as_str));
            rest = after;
        } else if let Some(after) = rest.strip_prefix("{language}") {
            filled.push_str(language);
            rest = after;
        } else {
            let length = rest.chars().next().map_or(1, char::len_utf8);
            filled.push_str(&rest[..length]);
            rest = &rest[length..];
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_translation_stands_under_its_language() {
        let files = files(&[
            "originals/2022/a.md",
            "originals/b.txt",
            "translations/en/2022/a.md",
            "translations/en/b.units.toml",
        ]);
        let listing = listing(&files, &[Pattern::default()], None);
        assert_eq!(listing.originals, 2);
        let shown: Vec<(&str, bool, &str)> = listing
            .pairs
            .iter()
            .map(|pair| (pair.translation.as_str(), pair.translated, pair.units.as_str()))
            .collect();
        assert_eq!(
            shown,
            [
                ("translations/en/2022/a.md", true, "translations/en/2022/a.units.toml"),
                ("translations/en/b.txt", false, "translations/en/b.units.toml")
            ]
        );
    }

    #[test]
    fn a_translation_without_an_original_is_an_orphan() {
        let files = files(&["originals/a.md", "translations/en/a.md", "translations/en/z.md"]);
        let listing = listing(&files, &[Pattern::default()], None);
        assert_eq!(listing.orphans, [("translations/en/z.md".to_owned(), "originals/z.md".to_owned())]);
    }

    #[test]
    fn a_units_file_without_its_translation_is_found() {
        let files = files(&["originals/a.md", "translations/en/a.units.toml", "translations/en/z.units.toml"]);
        let english = ["en".parse().unwrap()];
        let listing = listing(&files, &[Pattern::default()], Some(&english));
        assert_eq!(listing.left_units.iter().collect::<Vec<_>>(), ["translations/en/a.units.toml"]);
        assert_eq!(listing.orphan_units, [("translations/en/z.units.toml".to_owned(), "originals/z.md".to_owned())]);
    }

    #[test]
    fn languages_may_stand_in_the_file_name() {
        let pattern = Pattern {
            original: "docs/**/*.ru.md".to_owned(),
            translation: "docs/**/*.{language}.md".to_owned(),
            ..Pattern::default()
        };
        let files = files(&["docs/x/a.ru.md", "docs/x/a.en.md"]);
        let english = ["en".parse().unwrap()];
        let listing = listing(&files, &[pattern], Some(&english));
        assert_eq!(listing.pairs.len(), 1);
        assert_eq!(listing.pairs[0].translation, "docs/x/a.en.md");
        assert!(listing.pairs[0].translated);
        assert!(listing.orphans.is_empty());
    }
}
