//! Reads Fluent files: which messages there are, and what each takes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

/// One language: its folder and its messages.
pub(crate) struct Language {
    /// The folder's name, a BCP 47 tag.
    pub tag: String,
    pub files: Vec<PathBuf>,
    /// By `id` or `id.attribute`.
    pub texts: BTreeMap<String, Text>,
    /// The value of a message without arguments, as plain text.
    pub constants: BTreeMap<String, String>,
}

/// A value or an attribute.
#[derive(Clone)]
pub(crate) struct Text {
    /// `file:line`, the line 1-based.
    pub place: String,
    /// In the order in which the text names them.
    pub arguments: Vec<(String, Use)>,
}

/// How a text uses an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// It is put in.
    Placed,
    /// It selects a plural form, or passes through `NUMBER()`.
    Number,
    /// It may be absent: variants `none` and `*other`.
    Optional,
    /// One of these words, sorted.
    Words(Vec<String>),
}

/// Every folder under `root` that holds `.ftl` files: English, then the others by name.
pub(crate) fn languages(root: &Path) -> Result<Vec<Language>, Vec<String>> {
    let mut found = Vec::new();
    let mut faults = Vec::new();
    for folder in children(root).into_iter().filter(|path| path.is_dir()) {
        let files: Vec<PathBuf> = children(&folder)
            .into_iter()
            .filter(|path| path.extension().is_some_and(|ending| ending == "ftl"))
            .collect();
        if files.is_empty() {
            continue;
        }
        let tag = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut language = Language { tag, files, texts: BTreeMap::new(), constants: BTreeMap::new() };
        for file in language.files.clone() {
            read(&file, &mut language, &mut faults);
        }
        found.push(language);
    }
    if found.is_empty() {
        faults.push(format!("{}: no folder with .ftl files", root.display()));
    }
    found.sort_by_key(|language| language.tag != "en");
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

fn children(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn read(file: &Path, language: &mut Language, faults: &mut Vec<String>) {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => return faults.push(format!("{}: {error}", file.display())),
    };
    let resource = match parser::parse(text.as_str()) {
        Ok(resource) => resource,
        Err((_, errors)) => {
            faults.extend(
                errors
                    .iter()
                    .map(|error| format!("{}:{}: {}", file.display(), line_at(&text, error.pos.start), error.kind)),
            );
            return;
        }
    };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => add(message, file, &text, language, faults),
            Entry::Term(term) => {
                let line = line_of(&text, &format!("-{}", term.id.name));
                faults.push(format!("{}:{line}: -{}: terms are not supported", file.display(), term.id.name));
            }
            _ => {}
        }
    }
}

fn add(message: &Message<&str>, file: &Path, text: &str, language: &mut Language, faults: &mut Vec<String>) {
    let id = message.id.name;
    let place = format!("{}:{}", file.display(), line_of(text, id));
    let Some(value) = &message.value else {
        return faults.push(format!("{place}: message `{id}` has no value"));
    };
    if let [PatternElement::TextElement { value }] = value.elements.as_slice() {
        language.constants.insert(id.to_owned(), (*value).to_owned());
    } else if let [
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) },
    ] = value.elements.as_slice()
    {
        language
            .constants
            .insert(id.to_owned(), fluent_syntax::unicode::unescape_unicode_to_string(value).into_owned());
    }
    let attributes =
        message.attributes.iter().map(|attribute| (format!("{id}.{}", attribute.id.name), &attribute.value));
    for (key, pattern) in std::iter::once((id.to_owned(), value)).chain(attributes) {
        let mut uses = Uses { key: &key, place: &place, found: Vec::new(), faults: Vec::new() };
        uses.pattern(pattern);
        faults.append(&mut uses.faults);
        let arguments = uses.found;
        if let Some(first) = language.texts.insert(key.clone(), Text { place: place.clone(), arguments }) {
            faults.push(format!("{place}: `{key}` is there twice, first at {}", first.place));
        }
    }
}

/// The 1-based line of a byte.
fn line_at(text: &str, byte: usize) -> usize {
    text.as_bytes().iter().take(byte).filter(|byte| **byte == b'\n').count() + 1
}

/// The 1-based line on which a message begins; the last of several.
fn line_of(text: &str, id: &str) -> usize {
    let begins = |line: &str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
    text.lines().enumerate().filter(|(_, line)| begins(line)).last().map_or(1, |(at, _)| at + 1)
}

/// Collects what one text takes.
struct Uses<'a> {
    key: &'a str,
    place: &'a str,
    found: Vec<(String, Use)>,
    faults: Vec<String>,
}

impl Uses<'_> {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        let (selector, variants) = match expression {
            Expression::Inline(inline) => return self.inline(inline),
            Expression::Select { selector, variants } => (selector, variants),
        };
        match selector {
            InlineExpression::VariableReference { id } => {
                let kind = self.selected(id.name, variants.iter().map(|variant| (&variant.key, variant.default)));
                self.add(id.name, kind);
            }
            other => self.inline(other),
        }
        for variant in variants {
            self.pattern(&variant.value);
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => self.add(id.name, Use::Placed),
            InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
                match arguments.positional.as_slice() {
                    [InlineExpression::VariableReference { id }] => self.add(id.name, Use::Number),
                    _ => self.fault("NUMBER() takes one variable"),
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            _ => self.fault("only variables and NUMBER() are supported"),
        }
    }

    /// What the keys of a selection say of its variable.
    fn selected<'k>(&mut self, name: &str, keys: impl Iterator<Item = (&'k VariantKey<&'k str>, bool)>) -> Use {
        let (mut words, mut default, mut numeric) = (Vec::new(), "", false);
        for (key, is_default) in keys {
            match key {
                VariantKey::NumberLiteral { .. } => numeric = true,
                VariantKey::Identifier { name } => {
                    words.push((*name).to_owned());
                    if is_default {
                        default = name;
                    }
                }
            }
        }
        words.sort();
        let plural = |word: &String| ["zero", "one", "two", "few", "many", "other"].contains(&word.as_str());
        match words.as_slice() {
            all if numeric || all.iter().all(plural) => Use::Number,
            [none, other] if none == "none" && other == "other" && default == "other" => Use::Optional,
            // A rule's facts come as data; any other value is what the default is for.
            _ if default == "other" && self.key.starts_with("rule-") => Use::Placed,
            _ if words.iter().any(|word| word == "other") => {
                self.fault(&format!("`*[other]` of ${name} needs a name of its own"));
                Use::Words(words)
            }
            _ => Use::Words(words),
        }
    }

    fn add(&mut self, name: &str, kind: Use) {
        match self.found.iter_mut().find(|(known, _)| known == name) {
            None => self.found.push((name.to_owned(), kind)),
            Some((_, known)) => match known.merge(&kind) {
                Some(both) => *known = both,
                None => {
                    let known = known.clone();
                    self.fault(&format!("${name} is used in two ways: {known:?} and {kind:?}"));
                }
            },
        }
    }

    fn fault(&mut self, what: &str) {
        self.faults.push(format!("{}: `{}`: {what}", self.place, self.key));
    }
}

impl Use {
    /// What an argument is that is used in both ways.
    pub(crate) fn merge(&self, other: &Use) -> Option<Use> {
        match (self, other) {
            (same, also) if same == also => Some(same.clone()),
            (Use::Placed, kind @ (Use::Number | Use::Optional))
            | (kind @ (Use::Number | Use::Optional), Use::Placed) => Some(kind.clone()),
            _ => None,
        }
    }
}
