//! tolmach checks its own messages: one term for one thing in every language of the interface, by the glossary
//! `tests/interface/terms.toml`.

use std::fs;
use std::path::Path;
use std::process::Command;

use fluent_syntax::ast::{Attribute, Entry, Expression, InlineExpression, Pattern, PatternElement};

const GLOSSARY: &str = include_str!("interface/terms.toml");

/// A project whose originals are the English messages, and whose translations are those of the other languages.
fn messages_as_project(change: impl Fn(&str, String) -> String) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a writable folder");
    let write = |path: String, text: String| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a writable folder");
        fs::write(path, text).expect("a writable folder");
    };
    write("tolmach.toml".into(), "source-language = \"en\"\nlanguages = [\"ru\", \"de\"]\n".into());
    write("glossary/terms.toml".into(), GLOSSARY.into());
    let i18n = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n");
    for file in fs::read_dir(i18n.join("en")).expect("the English messages") {
        let file = file.expect("an entry").file_name().into_string().expect("UTF-8");
        // Names of languages and examples of commands are no sentences of the interface.
        let Some(name) = file.strip_suffix(".ftl").filter(|name| !["locale", "examples"].contains(name)) else {
            continue;
        };
        let read = |language| fs::read_to_string(i18n.join(language).join(&file)).expect("the messages");
        write(format!("originals/{name}.txt"), change("en", paragraphs(&read("en"))));
        for language in ["ru", "de"] {
            write(format!("translations/{language}/{name}.txt"), change(language, paragraphs(&read(language))));
        }
    }
    root
}

/// Each message and each attribute as a paragraph of one line that begins with its name.
fn paragraphs(fluent: &str) -> String {
    let resource = fluent_syntax::parser::parse(fluent).expect("Fluent");
    let mut paragraphs = String::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut add = |name: String, pattern: &Pattern<&str>| {
            let text = words(pattern);
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            paragraphs.push_str(&format!("{name}: {text}\n\n"));
        };
        if let Some(value) = &message.value {
            add(message.id.name.to_owned(), value);
        }
        for Attribute { id, value } in &message.attributes {
            add(format!("{}.{}", message.id.name, id.name), value);
        }
    }
    paragraphs
}

/// The text of a message with all its variants.
fn words(pattern: &Pattern<&str>) -> String {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                let variants: Vec<String> = variants.iter().map(|variant| words(&variant.value)).collect();
                text.push_str(&variants.join(" / "));
            }
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                text.push_str(value)
            }
            PatternElement::Placeable { expression: Expression::Inline(_) } => text.push('…'),
        }
    }
    text
}

/// The places of terms that the glossary has turned down, one a line.
fn deprecated_terms(project: &Path) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .args(["check", "--rule", "term-deprecated", "--format", "concise", "--no-cache"])
        .args(["--fail-on", "never", "--interface-language", "en"])
        .current_dir(project)
        .output()
        .expect("the program runs");
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(output.status.code(), Some(0), "{out}{}", String::from_utf8_lossy(&output.stderr));
    out.lines().filter(|line| line.contains(": term-deprecated: ")).map(str::to_owned).collect()
}

#[test]
fn every_message_keeps_to_the_terms_of_the_interface() {
    let project = messages_as_project(|_, text| text);
    let found = deprecated_terms(project.path());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_turned_down_term_is_found_in_every_language() {
    let project = messages_as_project(|language, text| match language {
        "en" => text.replace("correct the file at this line", "mend the file at this line"),
        "de" => text.replace("Diese Einheit annehmen", "Dieses Segment annehmen"),
        _ => text.replace("Принять этот фрагмент", "Принять эту единицу"),
    });
    let found = deprecated_terms(project.path());
    assert!(found.iter().any(|line| line.contains("“mend”")), "{found:?}");
    assert!(found.iter().any(|line| line.contains("“единицу”")), "{found:?}");
    assert!(found.iter().any(|line| line.contains("“Segment”")), "{found:?}");
}

#[test]
fn the_contributors_page_lists_every_term() {
    let page = include_str!("../CONTRIBUTING.md");
    let missing: Vec<&str> = GLOSSARY
        .lines()
        .filter_map(|line| line.strip_prefix("preferred = \"")?.strip_suffix('"'))
        .filter(|term| !page.contains(term))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
