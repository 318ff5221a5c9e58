//! `tolmach.toml`: read strictly, so that a misspelt key is an error and never a rule that silently does not run.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Error, ErrorKind};
use crate::lang::Language;
use crate::rules::{RULES, Severity};
use crate::text::Layout;

/// The name of the project's configuration file.
pub(super) const CONFIG: &str = "tolmach.toml";

/// The most bytes and stars of a pattern: it becomes a regular expression, which may not grow without end.
const LENGTH: usize = 1000;
const STARS: usize = 12;

/// What `tolmach.toml` says, with the defaults filled in.
#[derive(Clone, Debug)]
pub struct Config {
    pub source_language: Language,
    /// `None`: the folders under the translations.
    pub languages: Option<Vec<Language>>,
    pub documents: Vec<Pattern>,
    pub rules: BTreeMap<String, RuleSetting>,
    /// Paths of further word lists, relative to the root.
    pub lexicons: Vec<String>,
}

/// Where originals and their translations stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    pub original: String,
    /// With `{language}`.
    pub translation: String,
    pub paragraphs: Layout,
    /// 1-based line of `tolmach.toml`, 0 for the default.
    pub line: usize,
}

/// What `[rules]` says of one rule.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleSetting {
    pub severity: Option<Severity>,
    pub min: Option<f64>,
    pub max: Option<f64>,
    /// Texts or patterns that the rule takes.
    pub patterns: Vec<String>,
    /// How addresses change in a translation: the beginning of an address, and what stands there instead.
    pub rewrites: Vec<(String, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    source_language: Option<toml::Spanned<String>>,
    languages: Option<Vec<toml::Spanned<String>>>,
    #[serde(default)]
    documents: Vec<toml::Spanned<Documents>>,
    #[serde(default)]
    rules: BTreeMap<toml::Spanned<String>, Setting>,
    #[serde(default)]
    align: Align,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Documents {
    original: String,
    translation: String,
    #[serde(default)]
    paragraphs: Paragraphs,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
enum Paragraphs {
    #[default]
    Auto,
    BlankLine,
    Line,
}

enum Setting {
    Severity(Severity),
    Table(Table),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Table {
    severity: Option<Severity>,
    min: Option<f64>,
    max: Option<f64>,
    #[serde(default)]
    patterns: Vec<String>,
    #[serde(default)]
    rewrites: Vec<(String, String)>,
}

/// By hand, since an untagged enum forgets which key was wrong.
impl<'de> Deserialize<'de> for Setting {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Setting, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Setting;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("error, warning, info, off or a table")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Setting, E> {
                Severity::deserialize(text.into_deserializer()).map(Setting::Severity)
            }

            fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Setting, M::Error> {
                Table::deserialize(MapAccessDeserializer::new(map)).map(Setting::Table)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Align {
    #[serde(default)]
    lexicon: Vec<String>,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            source_language: "ru".parse().expect("ru is a language tag"),
            languages: None,
            documents: vec![Pattern::default()],
            rules: BTreeMap::new(),
            lexicons: Vec::new(),
        }
    }
}

impl Default for Pattern {
    fn default() -> Pattern {
        Pattern {
            original: "originals/**/*".to_owned(),
            translation: "translations/{language}/**/*".to_owned(),
            paragraphs: Layout::Auto,
            line: 0,
        }
    }
}

impl Config {
    /// Reads the text of `tolmach.toml`.
    ///
    /// # Errors
    ///
    /// With the line of the first thing that is not as it must be.
    pub fn read(text: &str) -> Result<Config, Error> {
        let file: File = toml::from_str(text).map_err(|error| wrong(text, &error))?;
        let line = |offset: usize| line_of(text, offset);
        let language = |tag: &toml::Spanned<String>| {
            tag.get_ref().parse::<Language>().map_err(|_| {
                Error::at(CONFIG, line(tag.span().start), ErrorKind::UnknownLanguage { tag: tag.get_ref().clone() })
            })
        };
        let default = Config::default();
        let mut rules = BTreeMap::new();
        for (id, setting) in file.rules {
            if !RULES.iter().any(|rule| rule.id == id.get_ref()) {
                let nearest = nearest(id.get_ref(), RULES.iter().map(|rule| rule.id));
                let kind = ErrorKind::UnknownRule { rule: id.get_ref().clone(), nearest };
                return Err(Error::at(CONFIG, line(id.span().start), kind));
            }
            rules.insert(id.into_inner(), setting.into());
        }
        let documents = match file.documents.is_empty() {
            true => default.documents,
            false => file.documents.into_iter().map(|block| pattern(text, block)).collect::<Result<_, _>>()?,
        };
        Ok(Config {
            source_language: file.source_language.as_ref().map_or(Ok(default.source_language), language)?,
            languages: file.languages.map(|tags| tags.iter().map(language).collect::<Result<_, _>>()).transpose()?,
            documents,
            rules,
            lexicons: file.align.lexicon,
        })
    }
}

fn pattern(text: &str, block: toml::Spanned<Documents>) -> Result<Pattern, Error> {
    let line = line_of(text, block.span().start);
    let block = block.into_inner();
    if !block.translation.contains("{language}") {
        return Err(Error::at(CONFIG, line, ErrorKind::Pattern { message: "language" }));
    }
    for pattern in [&block.original, &block.translation] {
        if pattern.starts_with('/') || pattern.contains('\\') || pattern.split('/').any(|part| part == "..") {
            return Err(Error::at(CONFIG, line, ErrorKind::Outside));
        }
    }
    if [&block.original, &block.translation].iter().any(|pattern| pattern.len() > LENGTH || stars(pattern) > STARS) {
        return Err(Error::at(CONFIG, line, ErrorKind::Pattern { message: "long" }));
    }
    if block.original.matches('*').count() != block.translation.matches('*').count() {
        return Err(Error::at(CONFIG, line, ErrorKind::Pattern { message: "stars" }));
    }
    let paragraphs = match block.paragraphs {
        Paragraphs::Auto => Layout::Auto,
        Paragraphs::BlankLine => Layout::BlankLine,
        Paragraphs::Line => Layout::Line,
    };
    Ok(Pattern { original: block.original, translation: block.translation, paragraphs, line })
}

/// How many parts of a path a pattern leaves open.
fn stars(pattern: &str) -> usize {
    pattern.replace("**/", "*").matches(['*', '{']).count()
}

impl From<Setting> for RuleSetting {
    fn from(setting: Setting) -> RuleSetting {
        match setting {
            Setting::Severity(severity) => RuleSetting { severity: Some(severity), ..RuleSetting::default() },
            Setting::Table(table) => {
                let Table { severity, min, max, patterns, rewrites } = table;
                RuleSetting { severity, min, max, patterns, rewrites }
            }
        }
    }
}

fn wrong(text: &str, error: &toml::de::Error) -> Error {
    let span = error.span().unwrap_or(0..0);
    let line = line_of(text, span.start);
    let message = error.message();
    // serde names the known keys in its message, between back quotes; only the hint depends on that.
    let kind = match message.strip_prefix("unknown field ") {
        Some(rest) => {
            let mut quoted = rest.split('`').skip(1).step_by(2);
            let key = quoted.next().unwrap_or_default().to_owned();
            let nearest = nearest(&key, quoted);
            ErrorKind::UnknownKey { key, nearest }
        }
        None => ErrorKind::Toml { message: message.to_owned() },
    };
    Error::at(CONFIG, line, kind)
}

/// The known word that is most like `word`, where one is like it at all.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let known: Vec<&str> = known.collect();
    similar::get_close_matches(word, &known, 1, 0.6).first().map(|found| (*found).to_owned())
}

fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes()[..offset.min(text.len())].iter().filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_file_gives_the_defaults() {
        let config = Config::read("").unwrap();
        assert_eq!(config.source_language.code(), "ru");
        assert_eq!(config.documents, [Pattern::default()]);
    }

    #[test]
    fn a_misspelt_key_is_an_error_with_line_and_hint() {
        let error = Config::read("\nsource-langauge = \"ru\"\n").unwrap_err();
        assert_eq!(error.line, Some(2));
        let ErrorKind::UnknownKey { key, nearest } = error.kind else { panic!("{error}") };
        assert_eq!(key, "source-langauge");
        assert_eq!(nearest.as_deref(), Some("source-language"));
    }

    #[test]
    fn a_misspelt_language_names_its_line() {
        let error = Config::read("languages = [\"en\",\n\"!\"]\n").unwrap_err();
        assert_eq!(error.line, Some(2));
        assert!(matches!(error.kind, ErrorKind::UnknownLanguage { .. }));
    }

    #[test]
    fn a_rule_is_set_by_a_word_or_a_table() {
        let text = "[rules]\nquote-style = \"off\"\n[rules.link-mismatch]\nrewrites = [[\"/ru/\", \"/en/\"]]\n";
        let config = Config::read(text).unwrap();
        assert_eq!(config.rules["quote-style"].severity, Some(Severity::Off));
        assert_eq!(config.rules["link-mismatch"].rewrites, [("/ru/".to_owned(), "/en/".to_owned())]);
    }

    #[test]
    fn what_is_wrong_with_a_rule_has_its_line() {
        let error = Config::read("[rules.link-mismatch]\nrewrite = []\n").unwrap_err();
        assert_eq!(error.line, Some(2));
        let ErrorKind::UnknownKey { nearest, .. } = error.kind else { panic!("{error}") };
        assert_eq!(nearest.as_deref(), Some("rewrites"));
        for text in ["[rules]\nquote-style = \"of\"\n", "[rules.link-mismatch]\nrewrites = [[\"/ru/\"]]\n"] {
            let error = Config::read(text).unwrap_err();
            assert_eq!(error.line, Some(2), "{error}");
            assert!(matches!(error.kind, ErrorKind::Toml { .. }), "{error}");
        }
    }

    #[test]
    fn a_pattern_of_a_thousand_stars_is_refused() {
        for stars in ["**/".repeat(1000), "*".repeat(13), "a".repeat(1001)] {
            let text = format!("[[documents]]\noriginal = \"{stars}\"\ntranslation = \"{{language}}/{stars}\"\n");
            assert!(matches!(Config::read(&text).unwrap_err().kind, ErrorKind::Pattern { message: "long" }));
        }
    }

    #[test]
    fn patterns_stay_inside_the_project() {
        let text = "[[documents]]\noriginal = \"../**/*\"\ntranslation = \"{language}/**/*\"\n";
        assert!(matches!(Config::read(text).unwrap_err().kind, ErrorKind::Outside));
    }
}
