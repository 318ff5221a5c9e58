//! `tolmach.toml`: read strictly, so that a misspelt key is an error and never a rule that silently does not run.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, IgnoredAny, IntoDeserializer, Visitor};
use serde::{Deserialize, Deserializer};
use toml::de::{DeString, DeTable, DeValue, ValueDeserializer};

use super::config_file::{CONFIG, line_of};
use super::pattern::{Documents, Pattern};
use super::{Error, ErrorKind};
use crate::lang::Language;
use crate::rules::{OptionValue, RULES, Rule, Severity};
use crate::text::Dialect;

/// What `tolmach.toml` says, with the defaults filled in.
#[derive(Clone, Debug)]
pub struct Config {
    /// Of the originals.
    pub source_language: Language,
    /// `None`: the folders under the translations.
    pub languages: Option<Vec<Language>>,
    /// Where documents are, in the order of the file.
    pub documents: Vec<Pattern>,
    /// By rule, or by a pattern of rules.
    pub rules: BTreeMap<String, RuleSetting>,
    /// Paths of further word lists, relative to the root.
    pub lexicons: Vec<String>,
    /// The folder of the units files, empty or ending in `/`; empty: each is beside its translation.
    pub units: String,
    /// How the documents are written; `None`: as the repository's own files say.
    pub dialect: Option<Dialect>,
    /// A file of the project with notes on style for whoever translates.
    pub style_notes: Option<String>,
    /// Whether answers of `check` are kept for its next run.
    pub cache: bool,
}

/// What `[rules]` sets of one rule.
#[derive(Clone, Debug, Default)]
pub struct RuleSetting {
    /// `None` leaves the rule's own.
    pub severity: Option<Severity>,
    /// Of the type that the rule declares.
    pub options: Option<OptionValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    source_language: Option<toml::Spanned<String>>,
    languages: Option<Vec<toml::Spanned<String>>>,
    #[serde(default)]
    documents: Vec<toml::Spanned<Documents>>,
    units: Option<toml::Spanned<String>>,
    dialect: Option<toml::Spanned<String>>,
    style_notes: Option<String>,
    cache: Option<bool>,
    /// Read by themselves; named here so that it is a known key.
    #[serde(rename = "rules")]
    _rules: Option<IgnoredAny>,
    #[serde(default)]
    align: Align,
}

/// The severity of a rule that is set by a word; by hand, so that the message names the table that is allowed there.
struct Word(Severity);

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Word, D::Error> {
        struct Either;
        impl Visitor<'_> for Either {
            type Value = Word;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("error, warning, info, off or a table")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Word, E> {
                Severity::deserialize(text.into_deserializer()).map(Word)
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
            units: String::new(),
            dialect: None,
            style_notes: None,
            cache: true,
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
        let mut table = DeTable::parse(text).map_err(|error| wrong(text, &error, &[]))?;
        let rules = table.get_mut().remove("rules");
        let file = File::deserialize(toml::de::Deserializer::from(table)).map_err(|error| wrong(text, &error, &[]))?;
        let line = |offset: usize| line_of(text, offset);
        let language = |tag: &toml::Spanned<String>| {
            tag.get_ref().parse::<Language>().map_err(|_| {
                Error::at(CONFIG, line(tag.span().start), ErrorKind::UnknownLanguage { tag: tag.get_ref().clone() })
            })
        };
        let default = Config::default();
        let rules = rules.map(|rules| rule_settings(text, rules)).transpose()?.unwrap_or_default();
        let documents = match file.documents.is_empty() {
            true => default.documents,
            false => patterns(text, file.documents)?,
        };
        Ok(Config {
            source_language: file.source_language.as_ref().map_or(Ok(default.source_language), language)?,
            languages: file.languages.map(|tags| tags.iter().map(language).collect::<Result<_, _>>()).transpose()?,
            documents,
            rules,
            lexicons: file.align.lexicon,
            units: file.units.map_or(Ok(String::new()), |units| units_folder(text, &units))?,
            dialect: file.dialect.map(|name| dialect(text, &name)).transpose()?.flatten(),
            style_notes: file.style_notes,
            cache: file.cache.unwrap_or(default.cache),
        })
    }
}

/// The blocks in their order; lines are counted once, however many blocks there are.
fn patterns(text: &str, blocks: Vec<toml::Spanned<Documents>>) -> Result<Vec<Pattern>, Error> {
    let (mut line, mut counted) = (1, 0);
    let read = |block: toml::Spanned<Documents>| {
        let start = block.span().start;
        line += line_of(&text[counted..], start - counted) - 1;
        counted = start;
        Pattern::read(line, block.into_inner())
    };
    blocks.into_iter().map(read).collect()
}

/// The folder of the units files, ending in `/`.
fn units_folder(text: &str, folder: &toml::Spanned<String>) -> Result<String, Error> {
    let path = folder.get_ref().trim_end_matches('/');
    let leads_out = path.starts_with('/') || path.contains('\\') || path.split('/').any(|part| part == "..");
    if leads_out {
        return Err(Error::at(CONFIG, line_of(text, folder.span().start), ErrorKind::Outside));
    }
    Ok(if matches!(path, "" | ".") { String::new() } else { format!("{path}/") })
}

/// The dialect of a name; `None` for `auto`.
fn dialect(text: &str, name: &toml::Spanned<String>) -> Result<Option<Dialect>, Error> {
    let found = Dialect::ALL.into_iter().find(|dialect| dialect.name() == name.get_ref());
    if found.is_none() && name.get_ref() != "auto" {
        let known = Dialect::ALL.into_iter().map(Dialect::name).chain(["auto"]);
        let nearest = nearest(name.get_ref(), known);
        let kind = ErrorKind::UnknownDialect { dialect: name.get_ref().clone(), nearest };
        return Err(Error::at(CONFIG, line_of(text, name.span().start), kind));
    }
    Ok(found)
}

/// The `[rules]` of the file, each read by the rule that it names.
fn rule_settings(text: &str, rules: toml::Spanned<DeValue<'_>>) -> Result<BTreeMap<String, RuleSetting>, Error> {
    let toml = |error: toml::de::Error| wrong(text, &error, &["severity"]);
    let rules: BTreeMap<toml::Spanned<String>, toml::Spanned<DeValue<'_>>> = match rules.into_inner() {
        DeValue::Table(table) => table.into_iter().map(|(id, value)| (owned(id), value)).collect(),
        other => {
            let found = other.type_str().to_owned();
            return Err(Error::at(
                CONFIG,
                1,
                ErrorKind::Toml { message: format!("invalid type: {found}, expected a table") },
            ));
        }
    };
    let mut settings = BTreeMap::new();
    for (id, value) in rules {
        let Some(rule) = Rule::named(id.get_ref()) else {
            let nearest = nearest(id.get_ref(), RULES.iter().map(|rule| rule.id));
            let kind = ErrorKind::UnknownRule { rule: id.get_ref().clone(), nearest };
            return Err(Error::at(CONFIG, line_of(text, id.span().start), kind));
        };
        settings.insert(id.into_inner(), rule_setting(rule, value).map_err(toml)?);
    }
    Ok(settings)
}

fn owned(key: toml::Spanned<DeString<'_>>) -> toml::Spanned<String> {
    let span = key.span();
    toml::Spanned::new(span, key.into_inner().into_owned())
}

fn rule_setting(rule: &Rule, value: toml::Spanned<DeValue<'_>>) -> Result<RuleSetting, toml::de::Error> {
    let span = value.span();
    let mut table = match value.into_inner() {
        DeValue::Table(table) => table,
        word => {
            let Word(severity) = Word::deserialize(ValueDeserializer::from(toml::Spanned::new(span, word)))?;
            return Ok(RuleSetting { severity: Some(severity), options: None });
        }
    };
    let severity = table.remove("severity").map(|word| Severity::deserialize(ValueDeserializer::from(word)));
    let options = rule.options.read(ValueDeserializer::from(toml::Spanned::new(span, DeValue::Table(table))))?;
    Ok(RuleSetting { severity: severity.transpose()?, options: Some(options) })
}

/// What is wrong with the file; `known` are keys that are allowed there beside those that the error names.
fn wrong(text: &str, error: &toml::de::Error, known: &[&str]) -> Error {
    let span = error.span().unwrap_or(0..0);
    let line = line_of(text, span.start);
    let message = error.message();
    // serde names the known keys in its message, between back quotes; only the hint depends on that.
    let kind = match message.strip_prefix("unknown field ") {
        Some(rest) => {
            let mut quoted = rest.split('`').skip(1).step_by(2);
            let key = quoted.next().unwrap_or_default().to_owned();
            let nearest = nearest(&key, quoted.chain(known.iter().copied()));
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
        assert!(config.rules["quote-style"].options.is_none() && config.rules["link-mismatch"].options.is_some());
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
    fn an_option_of_another_rule_and_a_misspelt_severity_are_refused() {
        let text = "[rules]\ncode-mismatch = \"off\"\n[rules.number-mismatch]\n\nmin = 1\n";
        let error = Config::read(text).unwrap_err();
        assert_eq!(error.line, Some(5));
        assert!(matches!(error.kind, ErrorKind::UnknownKey { key, nearest: None } if key == "min"));
        let error = Config::read("[rules.length-ratio]\nmin = 0.4\nseverty = \"off\"\n").unwrap_err();
        assert_eq!(error.line, Some(3));
        let ErrorKind::UnknownKey { nearest, .. } = error.kind else { panic!("{error}") };
        assert_eq!(nearest.as_deref(), Some("severity"));
        let error = Config::read("[rules.length-ratio]\nmin = \"a\"\n").unwrap_err();
        assert_eq!(error.line, Some(2), "{error}");
        let error = Config::read("[rules]\nlength-ratio = 3\n").unwrap_err();
        assert_eq!(error.line, Some(2), "{error}");
        let error = Config::read("rulse = 3\n").unwrap_err();
        assert!(matches!(error.kind, ErrorKind::UnknownKey { nearest: Some(known), .. } if known == "rules"));
    }
}
