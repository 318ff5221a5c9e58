//! The generator of the messages names each fault of the Fluent files with file and line.

#[path = "../build/messages/mod.rs"]
mod messages;

use std::fs;

const LOCALE: &str = "locale-name = Name\nlocale-thousands = {\",\"}\nlocale-decimal = {\".\"}\n";

/// What the generator says of an English and a German file.
fn generated(english: &str, german: &str) -> Result<String, Vec<String>> {
    let root = tempfile::tempdir().expect("a temporary folder");
    for (tag, text, name) in [("en", english, "English"), ("de", german, "German")] {
        let folder = root.path().join(tag);
        fs::create_dir(&folder).expect("a file can be written");
        fs::write(folder.join("cli.ftl"), text).expect("a file can be written");
        fs::write(folder.join("locale.ftl"), LOCALE.replace("Name", name)).expect("a file can be written");
        fs::write(folder.join("tolmach.toml"), "").expect("a file can be written");
        fs::write(folder.join("terms.toml"), "").expect("a file can be written");
    }
    let strip = |fault: String| fault.replace(&format!("{}/", root.path().display()), "");
    messages::generate(root.path()).map_err(|faults| faults.into_iter().map(strip).collect())
}

fn fault(english: &str, german: &str) -> String {
    generated(english, german).expect_err("a fault").join("\n")
}

#[test]
fn a_message_is_a_function_with_typed_arguments() {
    let message = "found = { $count ->\n    [one] { $count } in { $path }\n   *[other] { $count } in { $path }\n }\n";
    let code = generated(message, message).expect("no fault");
    assert!(
        code.contains("fn found<'a>(&self, count: impl Into<Number>, path: impl Into<Value<'a>>) -> String"),
        "{code}"
    );
    assert!(code.contains("German"), "a language is its folder");
}

#[test]
fn words_that_select_are_an_enum() {
    let message = "added = { $kind ->\n    [new] new\n   *[more] more\n }\n";
    let code = generated(message, message).expect("no fault");
    assert!(code.contains("fn added(&self, kind: AddedKind) -> String"), "{code}");
}

#[test]
fn a_missing_message_is_named() {
    assert_eq!(fault("one = 1\n\ntwo = 2\n", "one = 1\n"), "en/cli.ftl:3: `two` is missing in de");
    assert_eq!(fault("one = 1\n", "one = 1\ntwo = 2\n"), "de/cli.ftl:2: `two` is missing in en");
}

#[test]
fn a_message_without_a_value_is_named() {
    assert!(fault("one =\n    .hint = help\n", "one = 1\n").starts_with("en/cli.ftl:1: message `one` has no value"));
}

#[test]
fn an_argument_that_one_language_lacks_is_named() {
    assert_eq!(fault("one = { $a }\n", "one = 1\n"), "de/cli.ftl:1: `one` does not use $a, as en/cli.ftl:1 does");
    assert_eq!(fault("one = 1\n", "one = { $a }\n"), "de/cli.ftl:1: `one` uses $a, which en/cli.ftl:1 does not");
}

#[test]
fn a_variant_that_one_language_lacks_is_named() {
    let (two, one) = ("k = { $a ->\n    [x] x\n   *[y] y\n }\n", "k = { $a ->\n   *[y] y\n }\n");
    assert!(fault(two, one).starts_with("de/cli.ftl:1: `k` takes $a as Words([\"y\"])"));
}

#[test]
fn a_default_without_a_name_is_named() {
    let text = "k = { $a ->\n    [x] x\n   *[other] y\n }\n";
    assert!(fault(text, text).contains("en/cli.ftl:1: `k`: `*[other]` of $a needs a name of its own"));
}

#[test]
fn an_id_that_is_there_twice_is_named() {
    assert!(fault("one = 1\none = 2\n", "one = 1\n").contains("`one` is there twice"));
}

#[test]
fn a_fault_of_syntax_is_named() {
    assert!(fault("one = 1\ntwo = { $a\n", "one = 1\n").starts_with("en/cli.ftl:"));
}
