//! A `[[documents]]` block of `tolmach.toml`: where originals and their translations are.

use std::collections::BTreeMap;

use globset::{Glob, GlobSet, GlobSetBuilder};
use serde::Deserialize;

use super::config_file::CONFIG;
use super::shape;
use super::{Error, ErrorKind, PatternFault};
use crate::lang::Language;
use crate::text::Layout;

/// The most bytes and stars of a pattern: it becomes a regular expression, which may not grow without end.
const LENGTH: usize = 1000;
const STARS: usize = 12;

/// Where originals and their translations are.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Of the originals' paths, inside the project.
    pub original: String,
    /// With `{language}`, or of one language.
    pub translation: String,
    /// The language of the translations where the pattern does not name it.
    pub language: Option<Language>,
    /// What files call a language that they do not call by its tag.
    pub language_names: BTreeMap<Language, String>,
    /// Patterns of paths that are no documents.
    pub exclude: Vec<String>,
    /// The key of the front matter that has the same value in an original and its translations.
    pub pair_by: Option<String>,
    /// How plain text is cut into paragraphs.
    pub paragraphs: Layout,
    /// 1-based line of `tolmach.toml`, 0 for the default.
    pub line: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Documents {
    original: String,
    translation: String,
    #[serde(default)]
    paragraphs: Paragraphs,
    language: Option<String>,
    #[serde(default)]
    language_names: BTreeMap<String, String>,
    #[serde(default)]
    exclude: Vec<String>,
    pair_by: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
enum Paragraphs {
    #[default]
    Auto,
    BlankLine,
    Line,
}

impl Default for Pattern {
    fn default() -> Pattern {
        Pattern {
            original: "originals/**/*".to_owned(),
            translation: "translations/{language}/**/*".to_owned(),
            language: None,
            language_names: BTreeMap::new(),
            exclude: Vec::new(),
            pair_by: None,
            paragraphs: Layout::Auto,
            line: 0,
        }
    }
}

impl Pattern {
    /// The paths that the block excludes.
    pub(super) fn excluded(&self) -> GlobSet {
        globs(&self.exclude).unwrap_or_default()
    }

    /// A block as it was read, on this 1-based line.
    ///
    /// # Errors
    ///
    /// Where a pattern lacks something, leads out of the project or is too long, or a language has no such tag.
    pub(super) fn read(line: usize, block: Documents) -> Result<Pattern, Error> {
        let wrong = |kind| Error::at(CONFIG, line, kind);
        let is_named = block.translation.contains("{language}") || block.language.is_some() || block.pair_by.is_some();
        if !is_named {
            return Err(wrong(ErrorKind::Pattern(PatternFault::NoLanguage)));
        }
        let patterns = [&block.original, &block.translation];
        if patterns.iter().any(|pattern| {
            pattern.starts_with('/') || pattern.contains('\\') || pattern.split('/').any(|part| part == "..")
        }) {
            return Err(wrong(ErrorKind::Outside));
        }
        let open = |pattern: &str| shape::stars(pattern) + pattern.matches('{').count();
        if patterns.iter().any(|pattern| pattern.len() > LENGTH || open(pattern) > STARS) {
            return Err(wrong(ErrorKind::Pattern(PatternFault::TooLong)));
        }
        if shape::stars(&block.original) != shape::stars(&block.translation) {
            return Err(wrong(ErrorKind::Pattern(PatternFault::OtherStars)));
        }
        if let Err(pattern) = globs(&block.exclude) {
            return Err(wrong(ErrorKind::Glob { pattern }));
        }
        let language =
            |tag: &String| tag.parse::<Language>().map_err(|_| wrong(ErrorKind::UnknownLanguage { tag: tag.clone() }));
        let names = block.language_names.iter().map(|(tag, name)| Ok((language(tag)?, name.clone())));
        let paragraphs = match block.paragraphs {
            Paragraphs::Auto => Layout::Auto,
            Paragraphs::BlankLine => Layout::BlankLine,
            Paragraphs::Line => Layout::Line,
        };
        Ok(Pattern {
            language: block.language.as_ref().map(language).transpose()?,
            language_names: names.collect::<Result<_, Error>>()?,
            exclude: block.exclude,
            pair_by: block.pair_by,
            original: block.original,
            translation: block.translation,
            paragraphs,
            line,
        })
    }
}

/// The patterns as one set, or the first that is none.
fn globs(patterns: &[String]) -> Result<GlobSet, String> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(Glob::new(pattern).map_err(|_| pattern.clone())?);
    }
    set.build().map_err(|_| patterns.join(", "))
}

#[cfg(test)]
mod tests {
    use super::super::Config;
    use super::*;

    fn read(block: &str) -> Result<Pattern, Error> {
        Config::read(&format!("[[documents]]\n{block}")).map(|config| config.documents[0].clone())
    }

    #[test]
    fn a_pattern_without_its_language_needs_one() {
        let block = "original = \"README.ru.md\"\ntranslation = \"README.md\"\n";
        assert!(matches!(read(block).unwrap_err().kind, ErrorKind::Pattern(PatternFault::NoLanguage)));
        let pattern = read(&format!("{block}language = \"en\"\n")).unwrap();
        assert_eq!(pattern.language.unwrap().to_string(), "en");
    }

    #[test]
    fn a_pattern_of_a_thousand_stars_is_refused() {
        for stars in ["**/".repeat(1000), "*".repeat(13), "a".repeat(1001)] {
            let block = format!("original = \"{stars}\"\ntranslation = \"{{language}}/{stars}\"\n");
            assert!(matches!(read(&block).unwrap_err().kind, ErrorKind::Pattern(PatternFault::TooLong)));
        }
    }

    #[test]
    fn patterns_stay_inside_the_project() {
        let block = "original = \"../**/*\"\ntranslation = \"{language}/**/*\"\n";
        assert!(matches!(read(block).unwrap_err().kind, ErrorKind::Outside));
    }

    #[test]
    fn what_is_wrong_with_an_exclusion_or_a_name_has_its_line() {
        let block = "original = \"*\"\ntranslation = \"{language}/*\"\n";
        let error = read(&format!("{block}exclude = [\"a[\"]\n")).unwrap_err();
        assert!(matches!(error.kind, ErrorKind::Glob { .. }) && error.line == Some(1), "{error}");
        let error = read(&format!("{block}language-names = {{ \"?\" = \"x\" }}\n")).unwrap_err();
        assert!(matches!(error.kind, ErrorKind::UnknownLanguage { .. }), "{error}");
    }
}
