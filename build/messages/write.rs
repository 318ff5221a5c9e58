//! Writes the Rust code of the messages.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use super::names::{pascal, snake};
use super::read::{Language, Text, Use};

type Texts = BTreeMap<String, Text>;

/// The parts of a rule's page; the examples are the rule's own.
const RULE_PARTS: [&str; 4] = ["title", "what", "why", "configure"];

/// What a review answers where there is nothing to show: a value that is worded later.
const NOTICE: &str = "review-note-";

/// What a key of the review does; the attribute `.short` is for the line of keys.
const KEY: &str = "review-key-";

/// All generated code, or what keeps it from being written.
pub(crate) fn code(languages: &[Language], texts: &Texts) -> Result<String, Vec<String>> {
    let mut faults = Vec::new();
    let mut code = String::from("// Generated from src/i18n/*/*.ftl.\n\n");
    locale(languages, &mut code, &mut faults);
    let words = words(texts);
    enums(&words, &mut code);
    functions(texts, &words, &mut code);
    problems(texts, &words, &mut code);
    values("Notice", "An answer of the review without arguments.", NOTICE, texts, &mut code, &mut faults);
    values("KeyHelp", "What a key of the review does.", KEY, texts, &mut code, &mut faults);
    help(texts, &mut code);
    rules(texts, &mut code, &mut faults);
    cosmetic(texts, &mut code);
    if faults.is_empty() { Ok(code) } else { Err(faults) }
}

/// The type `Locale`, a variant for each folder.
fn locale(languages: &[Language], code: &mut String, faults: &mut Vec<String>) {
    let (mut variants, mut all, mut tags) = (String::new(), String::new(), String::new());
    let (mut marks, mut files) = (String::new(), String::new());
    let (mut configs, mut glossaries) = (String::new(), String::new());
    for language in languages {
        let mut constant = |key: &str| match language.constants.get(key) {
            Some(text) => text.clone(),
            None => {
                faults.push(format!("{}: `{key}` must be plain text", language.tag));
                "X".to_owned()
            }
        };
        let name = pascal(&constant("locale-name"));
        let (thousands, decimal) = (constant("locale-thousands"), constant("locale-decimal"));
        let default = if language.tag == "en" { "    #[default]\n" } else { "" };
        writeln!(variants, "    /// `{}`\n{default}    {name},", language.tag).ok();
        write!(all, "Locale::{name}, ").ok();
        writeln!(tags, "            Locale::{name} => {:?},", language.tag).ok();
        writeln!(
            marks,
            "            Locale::{name} => |value, _| number::number(value, ({thousands:?}, {decimal:?})),"
        )
        .ok();
        template(language, &name, "tolmach.toml", &mut configs, faults);
        template(language, &name, "terms.toml", &mut glossaries, faults);
        writeln!(files, "            Locale::{name} => &[").ok();
        for file in &language.files {
            writeln!(files, "                ({:?}, {}),", file.display().to_string(), include(file)).ok();
        }
        writeln!(files, "            ],").ok();
    }
    write!(
        code,
        "/// The languages of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Locale {{
{variants}}}

impl Locale {{
    /// Every language of the interface: English, then the others by tag.
    pub const ALL: &'static [Locale] = &[{all}];

    /// The folder's name, a BCP 47 tag.
    pub(crate) fn tag(self) -> &'static str {{
        match self {{
{tags}        }}
    }}

    /// Writes numbers with the marks of the language.
    pub(super) fn number_formatter<M: fluent::memoizer::MemoizerKind>(self) -> fn(&fluent::FluentValue<'_>, &M) -> Option<String> {{
        match self {{
{marks}        }}
    }}

    /// Path and text of every Fluent file.
    pub(super) fn files(self) -> &'static [(&'static str, &'static str)] {{
        match self {{
{files}        }}
    }}

    pub(super) fn config_template(self) -> &'static str {{
        match self {{
{configs}        }}
    }}

    pub(super) fn glossary_template(self) -> &'static str {{
        match self {{
{glossaries}        }}
    }}
}}

"
    )
    .ok();
}

/// The file of a new project that a language's folder holds.
fn template(language: &Language, name: &str, file: &str, arms: &mut String, faults: &mut Vec<String>) {
    let path = language.files[0].with_file_name(file);
    if !path.is_file() {
        faults.push(format!("{}: the language lacks this file", path.display()));
    }
    writeln!(arms, "            Locale::{name} => {},", include(&path)).ok();
}

fn include(file: &Path) -> String {
    format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{}\"))", file.display())
}

/// The enum of each argument that is one of several words; arguments with the same name and words share one.
fn words(texts: &Texts) -> BTreeMap<(String, Vec<String>), String> {
    let mut found = BTreeMap::new();
    for (key, text) in texts.iter().filter(|(key, _)| !key.starts_with("rule-")) {
        for (name, kind) in &text.arguments {
            if let Use::Words(words) = kind {
                let own = || format!("{}{}", pascal(key), pascal(name));
                found.entry((name.clone(), words.clone())).or_insert_with(own);
            }
        }
    }
    found
}

fn enums(words: &BTreeMap<(String, Vec<String>), String>, code: &mut String) {
    for ((argument, words), name) in words {
        let variants: String = words.iter().map(|word| format!("    {},\n", pascal(word))).collect();
        let arms: String =
            words.iter().map(|word| format!("            {name}::{} => {word:?},\n", pascal(word))).collect();
        write!(
            code,
            "/// What `${argument}` of a message may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum {name} {{
{variants}}}

impl {name} {{
    fn word(self) -> &'static str {{
        match self {{
{arms}        }}
    }}
}}

"
        )
        .ok();
    }
}

/// Whether a message has a function; help and the texts of rules are found by name.
fn has_function(key: &str) -> bool {
    let found_by_name = ["rule-", "help-", "example-", "locale-", "cosmetic-", NOTICE, KEY];
    !found_by_name.iter().any(|prefix| key.starts_with(prefix))
}

/// Whether a message is a problem: it has a hint, which is the way out.
fn is_problem(key: &str, texts: &Texts) -> bool {
    let id = key.split('.').next().unwrap_or(key);
    texts.contains_key(&format!("{id}.hint"))
}

fn functions(texts: &Texts, words: &BTreeMap<(String, Vec<String>), String>, code: &mut String) {
    code.push_str("impl Messages {\n");
    for (key, text) in texts.iter().filter(|(key, _)| has_function(key) && !is_problem(key, texts)) {
        let (mut parameters, mut values) = (String::new(), String::new());
        for (name, kind) in &text.arguments {
            let parameter = snake(name);
            let (shape, value) = match kind {
                Use::Placed => ("impl Into<Value<'a>>".to_owned(), format!("{parameter}.into()")),
                Use::Number => ("impl Into<Number>".to_owned(), format!("{parameter}.into().into()")),
                Use::Optional => ("Option<&'a str>".to_owned(), format!("{parameter}.unwrap_or(\"none\").into()")),
                Use::Words(list) => {
                    (words[&(name.clone(), list.clone())].clone(), format!("{parameter}.word().into()"))
                }
            };
            write!(parameters, ", {parameter}: {shape}").ok();
            write!(values, "({name:?}, {value}), ").ok();
        }
        let lifetime = if parameters.contains("'a") { "<'a>" } else { "" };
        writeln!(
            code,
            "    /// `{key}`, {}.\n    pub(crate) fn {}{lifetime}(&self{parameters}) -> String {{\n        self.format({key:?}, &[{values}])\n    }}\n",
            text.place,
            snake(key)
        )
        .ok();
    }
    code.push_str("}\n\n");
}

/// The enum `Problem`: every message with a hint, as a value that is worded later.
fn problems(texts: &Texts, words: &BTreeMap<(String, Vec<String>), String>, code: &mut String) {
    let (mut variants, mut ids, mut values) = (String::new(), String::new(), String::new());
    for (key, text) in texts.iter().filter(|(key, _)| !key.contains('.') && is_problem(key, texts)) {
        let mut arguments = text.arguments.clone();
        let hint = &texts[&format!("{key}.hint")];
        arguments.extend(
            hint.arguments.iter().filter(|(name, _)| !text.arguments.iter().any(|(known, _)| known == name)).cloned(),
        );
        let name = pascal(key.strip_prefix("trouble-").unwrap_or(key));
        let (mut fields, mut bound, mut pairs) = (String::new(), String::new(), String::new());
        for (argument, kind) in &arguments {
            let field = snake(argument);
            let (shape, value) = match kind {
                Use::Placed => ("Value<'static>".to_owned(), format!("{field}.clone()")),
                Use::Number => ("Number".to_owned(), format!("(*{field}).into()")),
                Use::Optional => {
                    ("Option<String>".to_owned(), format!("{field}.as_deref().unwrap_or(\"none\").into()"))
                }
                Use::Words(list) => {
                    (words[&(argument.clone(), list.clone())].clone(), format!("{field}.word().into()"))
                }
            };
            write!(fields, "{field}: {shape}, ").ok();
            write!(bound, "{field}, ").ok();
            write!(pairs, "({argument:?}, {value}), ").ok();
        }
        let (fields, pattern) = match arguments.is_empty() {
            true => (String::new(), String::new()),
            false => (format!(" {{ {fields}}}"), format!(" {{ {bound}}}")),
        };
        let unbound = if arguments.is_empty() { "" } else { " { .. }" };
        writeln!(variants, "    /// `{key}`, {}.\n    {name}{fields},", text.place).ok();
        writeln!(ids, "            Problem::{name}{unbound} => ({key:?}, \"{key}.hint\"),").ok();
        writeln!(values, "            Problem::{name}{pattern} => vec![{pairs}],").ok();
    }
    write!(
        code,
        "/// Why a command could not give its answer; each has a hint, the way out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Problem {{
{variants}}}

impl Problem {{
    /// The ids of the cause and of the hint.
    pub(super) fn ids(&self) -> (&'static str, &'static str) {{
        match self {{
{ids}        }}
    }}

    pub(super) fn arguments(&self) -> Vec<Argument<'_>> {{
        match self {{
{values}        }}
    }}
}}

"
    )
    .ok();
}

/// An enum of the messages that begin with `prefix` and take nothing.
fn values(name: &str, summary: &str, prefix: &str, texts: &Texts, code: &mut String, faults: &mut Vec<String>) {
    let (mut variants, mut ids) = (String::new(), String::new());
    for (key, text) in texts.iter().filter(|(key, _)| key.starts_with(prefix)) {
        if !text.arguments.is_empty() {
            faults.push(format!("{}: `{key}` must not take arguments: it is a value of {name}", text.place));
        }
        if !key.contains('.') {
            let variant = pascal(&key[prefix.len()..]);
            writeln!(variants, "    /// `{key}`, {}.\n    {variant},", text.place).ok();
            writeln!(ids, "            {name}::{variant} => {key:?},").ok();
        }
        if prefix == KEY && !texts.contains_key(&format!("{key}.short")) && !key.contains('.') {
            faults.push(format!("{}: `{key}` has no .short", text.place));
        }
    }
    write!(
        code,
        "/// {summary}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum {name} {{
{variants}}}

impl {name} {{
    pub(super) fn id(self) -> &'static str {{
        match self {{
{ids}        }}
    }}
}}

"
    )
    .ok();
}

/// The table of help texts: a command, its arguments, whether words follow the list of arguments.
fn help(texts: &Texts, code: &mut String) {
    code.push_str("/// Command, and the parts of its help text.\npub(super) const HELP: &[(&str, &[&str])] = &[\n");
    for key in texts.keys().filter(|key| key.starts_with("help-") && !key.contains('.')) {
        writeln!(code, "    ({:?}, &{:?}),", &key[5..], attributes(key, texts)).ok();
    }
    code.push_str("];\n\n");
}

fn attributes(id: &str, texts: &Texts) -> Vec<String> {
    let prefix = format!("{id}.");
    texts.keys().filter_map(|key| key.strip_prefix(&prefix)).map(str::to_owned).collect()
}

/// The table of rules: what the sentence of each takes. Every rule has all parts of its page.
fn rules(texts: &Texts, code: &mut String, faults: &mut Vec<String>) {
    code.push_str(
        "/// Rule, and the facts that its sentence takes.\npub const RULE_MESSAGES: &[(&str, &[&str])] = &[\n",
    );
    for (key, text) in texts.iter().filter(|(key, _)| key.starts_with("rule-") && !key.contains('.')) {
        let parts: BTreeSet<String> = attributes(key, texts).into_iter().collect();
        for part in RULE_PARTS.iter().filter(|part| !parts.contains(**part)) {
            faults.push(format!("{}: `{key}` has no .{part}", text.place));
        }
        let facts: Vec<&str> = text.arguments.iter().map(|(name, _)| name.as_str()).collect();
        writeln!(code, "    ({:?}, &{facts:?}),", &key[5..]).ok();
    }
    code.push_str("];\n");
}

/// The table of cosmetic changes that have a message.
fn cosmetic(texts: &Texts, code: &mut String) {
    let names: Vec<&str> = texts.keys().filter_map(|key| key.strip_prefix("cosmetic-")).collect();
    writeln!(
        code,
        "\n/// The cosmetic changes that have a message.\npub(super) const COSMETIC_MESSAGES: &[&str] = &{names:?};"
    )
    .ok();
}
