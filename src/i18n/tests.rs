//! The two languages say the same things.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::*;

/// By message or `message.attribute`, the arguments that it takes.
fn messages(tongue: Tongue) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for (area, text) in tongue.resources() {
        let resource =
            parser::parse(*text).unwrap_or_else(|(_, faults)| panic!("{}/{area}.ftl: {faults:?}", tongue.tag()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name.to_owned();
            if let Some(pattern) = &message.value {
                assert!(found.insert(id.clone(), arguments(pattern)).is_none(), "{id} is said twice");
            }
            for attribute in &message.attributes {
                found.insert(format!("{id}.{}", attribute.id.name), arguments(&attribute.value));
            }
        }
    }
    found
}

fn arguments(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_arguments(expression, &mut names);
        }
    }
    names
}

fn expression_arguments(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => inline_arguments(inline, names),
        Expression::Select { selector, variants } => {
            inline_arguments(selector, names);
            for variant in variants {
                names.extend(arguments(&variant.value));
            }
        }
    }
}

fn inline_arguments(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                inline_arguments(argument, names);
            }
        }
        InlineExpression::Placeable { expression } => expression_arguments(expression, names),
        _ => {}
    }
}

#[test]
fn both_languages_say_every_message_with_the_same_arguments() {
    let (english, russian) = (messages(Tongue::English), messages(Tongue::Russian));
    let mut wrong = Vec::new();
    for (id, arguments) in &english {
        match russian.get(id) {
            None => wrong.push(format!("Russian lacks {id}")),
            Some(other) if other != arguments => {
                wrong.push(format!("{id}: English takes {arguments:?}, Russian {other:?}"))
            }
            Some(_) => {}
        }
    }
    wrong.extend(russian.keys().filter(|id| !english.contains_key(*id)).map(|id| format!("English lacks {id}")));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_message_that_the_code_says_is_there() {
    let known = messages(Tongue::English);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for entry in walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let entry = entry.unwrap();
        if entry.path().extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap();
        for (at, _) in text.match_indices("say(\"") {
            let id = text[at + 5..].split('"').next().unwrap_or_default();
            if id.contains(['{', ' ']) {
                continue;
            }
            seen += 1;
            if !known.contains_key(id) {
                wrong.push(format!("{}: {id}", entry.path().display()));
            }
        }
    }
    assert!(seen > 5 && wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn numbers_are_written_as_each_language_writes_them() {
    assert_eq!(number(&FluentValue::from(12345.5), ',', '.').unwrap(), "12,345.5");
    assert_eq!(number(&FluentValue::from(12345.5), '\u{a0}', ',').unwrap(), "12\u{a0}345,5");
    assert_eq!(number(&FluentValue::from(2022), ',', '.').unwrap(), "2022");
}

#[test]
fn locale_names_of_the_system_are_understood() {
    assert_eq!(Tongue::of_locale("ru_RU.UTF-8"), Some(Tongue::Russian));
    assert_eq!(Tongue::of_locale("en"), Some(Tongue::English));
    assert_eq!(Tongue::of_locale("C.UTF-8"), None);
}
