//! State, terms, symbols and completion.

use serde_json::{Value, json};

use super::{Editor, ORIGINAL, PATH, TRANSLATION, position};

fn document(editor: &Editor, path: &str) -> Value {
    json!({ "textDocument": { "uri": editor.uri(path) } })
}

fn labels(answer: &Value) -> Vec<&str> {
    answer["items"].as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap()).collect()
}

#[test]
fn a_lens_says_what_is_not_accepted_and_accepts_it() {
    let mut editor = Editor::new();
    editor.open(PATH);
    let lenses = editor.request("textDocument/codeLens", document(&editor, PATH))["result"].clone();
    assert_eq!(lenses.as_array().unwrap().len(), 3);
    let last = &lenses[2]["command"];
    assert_eq!((&last["title"], &last["command"]), (&json!("not accepted yet"), &json!("tolmach.accept")));
    editor.execute("tolmach.accept", last["arguments"][0].clone());
    let lenses = editor.request("textDocument/codeLens", document(&editor, PATH))["result"].clone();
    assert_eq!(lenses.as_array().unwrap().len(), 2, "{lenses}");
}

#[test]
fn a_lens_says_that_nobody_has_read_a_draft() {
    let mut editor = Editor::new();
    editor.write("originals/ferry.md", "Паром ходит до вечера.\n");
    editor.write("translations/en/ferry.md", "The ferry goes until the evening.\n");
    editor.write(
        "translations/en/ferry.units.toml",
        "format = 2\n\n[[draft]]\nby = \"some-mt\"\nsource = [\"Паром ходит до вечера.\"]\n\
         target = [\"The ferry goes until the evening.\"]\n",
    );
    let path = "translations/en/ferry.md";
    editor.open(path);
    let lenses = editor.request("textDocument/codeLens", document(&editor, path))["result"].clone();
    assert_eq!(lenses[0]["command"]["title"], "unread draft by some-mt", "{lenses}");
    editor.execute("tolmach.accept", lenses[0]["command"]["arguments"][0].clone());
    let lenses = editor.request("textDocument/codeLens", document(&editor, path))["result"].clone();
    assert_eq!(lenses, json!([]));
}

#[test]
fn a_hint_shows_how_many_paragraphs_answer_how_many() {
    let mut editor = Editor::new();
    editor.write("originals/two.md", "Мост открыл аким в 1905 году.\n\nЛюди ждали паром у реки до вечера.\n");
    editor.write(
        "translations/en/two.md",
        "The akim opened the bridge in 1905; people waited for the ferry at the river.\n",
    );
    editor.write(
        "translations/en/two.units.toml",
        "format = 1\n\n[[unit]]\nsource = [\n  \"Мост открыл аким в 1905 году.\",\n  \"Люди ждали паром у реки до вечера.\",\n]\n\
         target = [\"The akim opened the bridge in 1905; people waited for the ferry at the river.\"]\n",
    );
    let path = "translations/en/two.md";
    editor.open(path);
    let mut params = document(&editor, path);
    params["range"] = json!({ "start": position(0, 0), "end": position(9, 0) });
    let hints = editor.request("textDocument/inlayHint", params)["result"].clone();
    assert_eq!(hints[0]["label"], "2:1", "{hints}");
}

#[test]
fn headings_carry_the_state_of_their_sections() {
    let mut editor = Editor::new();
    editor.open(PATH);
    let symbols = editor.request("textDocument/documentSymbol", document(&editor, PATH))["result"].clone();
    assert_eq!((&symbols[0]["name"], &symbols[0]["detail"]), (&json!("The bridge 🌉"), &json!("0/3")));
    assert_eq!(symbols[0]["range"]["end"]["line"], 4);
}

#[test]
fn concepts_are_symbols_of_the_project() {
    let mut editor = Editor::new();
    editor.open(PATH);
    let found = editor.request("workspace/symbol", json!({ "query": "АКИМ" }))["result"].clone();
    assert_eq!(found[0]["containerName"], "akim");
    assert!(found[0]["location"]["uri"].as_str().unwrap().ends_with("glossary/terms.toml"));
    assert_eq!(editor.request("workspace/symbol", json!({ "query": "nothing" }))["result"], json!([]));
}

#[test]
fn a_term_is_found_on_both_sides() {
    let mut editor = Editor::new();
    editor.open(PATH);
    let column = "🌉 e\u{301} The may".encode_utf16().count() as u32;
    let uses = editor.at("textDocument/references", PATH, 2, column);
    // The request needs its context.
    assert_eq!(uses, Value::Null);
    let mut params = document(&editor, PATH);
    params["position"] = position(2, column);
    params["context"] = json!({ "includeDeclaration": true });
    let uses = editor.request("textDocument/references", params)["result"].clone();
    let lines: Vec<&Value> = uses.as_array().unwrap().iter().map(|one| &one["range"]["start"]).collect();
    let source = "Мост открыл ".encode_utf16().count() as u32;
    assert_eq!(lines, [&position(2, source), &position(2, column - 3), &position(0, 0)], "and the glossary");
    let here = editor.at("textDocument/documentHighlight", PATH, 2, column);
    assert_eq!((here.as_array().unwrap().len(), &here[0]["kind"]), (1, &json!(3)), "a deprecated one");
}

#[test]
fn the_terms_and_figures_of_the_original_are_offered() {
    let mut editor = Editor::new();
    editor.open_as(PATH, &TRANSLATION.replace("The mayor", "The ak"));
    let column = "🌉 e\u{301} The ak".encode_utf16().count() as u32;
    let offered = editor.at("textDocument/completion", PATH, 2, column);
    let all = labels(&offered);
    assert!(all.contains(&"akim") && all.contains(&"akims") && all.contains(&"1905"), "{all:?}");
    assert!(!all.contains(&"mayor"), "a deprecated term is not offered: {all:?}");
    let edit = &offered["items"][0]["textEdit"]["range"];
    assert_eq!(edit, &json!({ "start": position(2, column - 2), "end": position(2, column) }));
}

#[test]
fn a_gap_is_filled_from_the_memory() {
    let mut editor = Editor::new();
    let sentence = "Люди ждали паром у реки.";
    editor.write("originals/second.md", &format!("{sentence}\n"));
    let gap = format!("<!-- tolmach: translate\n{sentence}\n-->\n");
    editor.write("translations/en/second.md", &gap);
    editor.open(PATH);
    let uri = editor.uri(PATH);
    let done = editor.execute("tolmach.accept", json!({ "uri": uri, "line": 4 }));
    assert_eq!(done.get("error"), None, "{done}");
    let path = "translations/en/second.md";
    editor.open(path);
    let offered = editor.at("textDocument/completion", path, 1, 0);
    let first = &offered["items"][0];
    assert!(first["label"].as_str().unwrap().starts_with("100 %"), "{offered}");
    let mut edits = first["additionalTextEdits"].as_array().unwrap().clone();
    edits.push(first["textEdit"].clone());
    assert_eq!(Editor::applied(&gap, &json!(edits)), "People waited for the ferry at the river.\n");
    assert!(ORIGINAL.contains(sentence));
}
