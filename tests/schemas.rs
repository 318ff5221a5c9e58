//! The schemas in `schemas/` describe the files: those of the demo and of the cases are valid, broken ones are not.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use jsonschema::Validator;
use serde_json::{Value, json};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema(name: &str) -> Validator {
    let text = fs::read_to_string(root().join(format!("schemas/{name}.schema.json"))).unwrap();
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

fn files(folder: &Path, wanted: &dyn Fn(&str) -> bool) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, wanted));
        } else if wanted(&path.to_string_lossy()) {
            found.push(path);
        }
    }
    found
}

/// The files of the demo and of the cases; those of some cases have faults on purpose.
fn valid_files(wanted: &dyn Fn(&str) -> bool) -> Vec<PathBuf> {
    let folders = ["glossary", "translations", "tests/cases", "src/i18n"];
    let all = folders.iter().flat_map(|folder| files(&root().join(folder), wanted));
    all.filter(|path| {
        !path.iter().any(|part| ["bad.in", "broken", "typo", "resolve.in"].iter().any(|one| part == *one))
    })
    .collect()
}

#[track_caller]
fn holds(schema: &Validator, paths: &[PathBuf]) {
    for path in paths {
        let value: Value = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let faults: Vec<String> = schema.iter_errors(&value).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{}: {faults:#?}", path.display());
    }
}

fn of_toml(text: &str) -> Value {
    toml::from_str(text).unwrap()
}

#[test]
fn configurations() {
    let schema = schema("tolmach");
    let valid = valid_files(&|path| path.ends_with("/tolmach.toml"));
    assert!(valid.len() > 10);
    holds(&schema, &valid);
    for broken in ["key", "language", "outside", "pattern"] {
        let text = fs::read_to_string(root().join(format!("tests/cases/bad.in/{broken}/tolmach.toml"))).unwrap();
        assert!(!schema.is_valid(&of_toml(&text)), "{broken}");
    }
    assert!(!schema.is_valid(&of_toml("[rules]\nquote-style = \"of\"\n")));
    assert!(!schema.is_valid(&of_toml("[rules.length-ratio]\nseverity = \"loud\"\n")));
}

#[test]
fn glossaries() {
    let schema = schema("glossary");
    let valid = valid_files(&|path| path.contains("/glossary/") && path.ends_with(".toml"));
    assert!(valid.len() > 10);
    holds(&schema, &valid);
    let text = fs::read_to_string(root().join("tests/cases/bad.in/glossary/glossary/terms.toml")).unwrap();
    assert!(!schema.is_valid(&of_toml(&text)), "a misspelt key");
    for concept in ["", "id = \"a\"", "id = \"a\"\n[concept.ru]\nadmitted = [\"б\"]", "id = \"a\"\nru = \"б\""] {
        assert!(!schema.is_valid(&of_toml(&format!("[[concept]]\n{concept}\n"))), "{concept}");
    }
    let term = "[[concept]]\nid = \"a\"\n[concept.ru]\npreferred = { term = \"б\", case = \"lower\" }\n";
    assert!(!schema.is_valid(&of_toml(term)));
}

#[test]
fn units_files() {
    let schema = schema("units");
    let valid = valid_files(&|path| path.ends_with(".units.toml"));
    assert!(valid.len() > 10);
    holds(&schema, &valid);
    for broken in
        ["format = 3", "[[unit]]\nsource = \"a\"", "[[waiver]]\nreason = \"a\"", "[[unit]]\naccepted = \"no\""]
    {
        assert!(!schema.is_valid(&of_toml(broken)), "{broken}");
    }
}

#[test]
fn answers_of_check() {
    let schema = schema("check");
    for project in ["", "tests/cases/check.in", "tests/cases/waive.in"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        let out = command.args(["check", "--format", "json"]).current_dir(root().join(project)).output().unwrap();
        let mut answer: Value = serde_json::from_slice(&out.stdout).unwrap();
        let faults: Vec<String> = schema.iter_errors(&answer).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{project}: {faults:#?}");
        let finding = answer["findings"][0].clone();
        assert!(finding.is_object(), "{project} has a finding to look at");
        for (key, value) in [("severity", json!("loud")), ("fingerprint", json!("")), ("target", json!({}))] {
            answer["findings"][0][key] = value;
            assert!(!schema.is_valid(&answer), "{project}: {key}");
            answer["findings"][0] = finding.clone();
        }
        answer["version"] = json!(2);
        assert!(!schema.is_valid(&answer));
    }
}
