//! Terms: renamed everywhere, coloured, found in every document, added to the glossary.

use std::fs;

use serde_json::{Value, json};

use super::{Editor, PATH, TRANSLATION, capabilities, position};

const GLOSSARY: &str = "glossary/terms.toml";
const SECOND: &str = "translations/en/second.md";

/// An editor that can ask before it changes anything, and a second document.
fn editor() -> Editor {
    let mut can = capabilities();
    can["workspace"]["workspaceEdit"]["changeAnnotationSupport"] = json!({ "groupsOnLabel": true });
    let editor = Editor::with(can);
    editor.write("originals/second.md", "🌉 Акимы говорили.\r\n");
    editor.write(SECOND, "🌉 Akims' speeches: an akim spoke, see `akim`.\r\n");
    editor.write(PATH, &TRANSLATION.replace("mayor", "akim"));
    editor
}

fn column(before: &str) -> u32 {
    before.encode_utf16().count() as u32
}

fn renamed(editor: &mut Editor, path: &str, place: Value, new: &str) -> Value {
    let params = json!({ "textDocument": { "uri": editor.uri(path) }, "position": place, "newName": new });
    editor.request("textDocument/rename", params)
}

/// The edits of one file.
fn edits<'a>(editor: &Editor, edit: &'a Value, path: &str) -> &'a Value {
    let uri = editor.uri(path);
    let changes = edit["documentChanges"].as_array().unwrap();
    let change = changes.iter().find(|change| change["textDocument"]["uri"] == uri.as_str());
    &change.unwrap_or_else(|| panic!("{path} is not changed: {edit:#}"))["edits"]
}

#[test]
fn a_preferred_term_is_renamed_in_every_form_and_document_and_the_editor_asks() {
    let mut editor = editor();
    editor.open(PATH);
    let here = position(2, column("🌉 e\u{301} The ak"));
    let params = json!({ "textDocument": { "uri": editor.uri(PATH) }, "position": here });
    let prepared = editor.request("textDocument/prepareRename", params)["result"].clone();
    assert_eq!(prepared["placeholder"], "akim");
    assert_eq!(prepared["range"]["start"], position(2, column("🌉 e\u{301} The ")));
    let edit = renamed(&mut editor, PATH, here, "governor")["result"].clone();
    let text = fs::read_to_string(editor.path(SECOND)).unwrap();
    let second = Editor::applied(&text, edits(&editor, &edit, SECOND));
    assert_eq!(second, "🌉 Governors' speeches: a governor spoke, see `akim`.\r\n");
    let glossary = fs::read_to_string(editor.path(GLOSSARY)).unwrap();
    let glossary = Editor::applied(&glossary, edits(&editor, &edit, GLOSSARY));
    assert!(glossary.contains("preferred = \"governor\"") && !glossary.contains("\"akim\"\ndep"), "{glossary}");
    let first = &edits(&editor, &edit, PATH)[0];
    let note = &edit["changeAnnotations"][first["annotationId"].as_str().unwrap()];
    assert_eq!(note["needsConfirmation"], true);
    assert_eq!(note["description"], "akim → governor");
    let versions: Vec<&Value> =
        edit["documentChanges"].as_array().unwrap().iter().map(|one| &one["textDocument"]["version"]).collect();
    assert!(versions.contains(&&json!(1)) && versions.contains(&&Value::Null), "only one is open: {versions:?}");
    assert!(fs::read_to_string(editor.path(SECOND)).unwrap().contains("Akims"), "nothing was written");
}

#[test]
fn only_a_preferred_term_is_renamed() {
    let mut editor = Editor::new();
    editor.open(PATH);
    let here = position(2, column("🌉 e\u{301} The ma"));
    let params = json!({ "textDocument": { "uri": editor.uri(PATH) }, "position": here });
    assert_eq!(editor.request("textDocument/prepareRename", params)["result"], Value::Null, "a deprecated one");
    assert_eq!(renamed(&mut editor, PATH, here, "governor")["result"], Value::Null);
    assert_eq!(renamed(&mut editor, PATH, position(4, 0), "x")["result"], Value::Null, "no term at all");
}

#[test]
fn the_term_of_the_original_is_renamed_in_the_originals() {
    let mut editor = editor();
    let original = "originals/bridge.md";
    editor.open(original);
    let here = position(2, column("Мост открыл ак"));
    let edit = renamed(&mut editor, original, here, "глава")["result"].clone();
    let text = "🌉 Акимы говорили.\r\n";
    let second = Editor::applied(text, edits(&editor, &edit, "originals/second.md"));
    assert_eq!(second, "🌉 Главы говорили.\r\n");
    assert_eq!(edit["documentChanges"].as_array().unwrap().len(), 3, "two originals and the glossary: {edit:#}");
}

#[test]
fn a_glossary_that_cannot_take_the_term_says_why() {
    let mut editor = editor();
    editor.open(PATH);
    editor.until(PATH, "number-mismatch", true);
    let here = position(2, column("🌉 e\u{301} The ak"));
    let answer = renamed(&mut editor, PATH, here, "?!");
    assert!(answer["error"]["message"].as_str().is_some_and(|message| message.contains("?!")), "{answer}");
}

#[test]
fn a_term_is_found_in_all_documents_and_in_the_glossary() {
    let mut editor = editor();
    editor.open(PATH);
    let here = position(2, column("🌉 e\u{301} The ak"));
    let params = json!({
        "textDocument": { "uri": editor.uri(PATH) }, "position": here, "context": { "includeDeclaration": true },
    });
    let uses = editor.request("textDocument/references", params)["result"].clone();
    let of = |path: &str| {
        let uri = editor.uri(path);
        uses.as_array().unwrap().iter().filter(|one| one["uri"] == uri.as_str()).count()
    };
    let counts = [PATH, "originals/bridge.md", SECOND, "originals/second.md", GLOSSARY].map(of);
    assert_eq!(counts, [1, 1, 2, 1, 1], "{uses:#}");
    assert_eq!(uses[0]["uri"], editor.uri("originals/bridge.md"), "the pair at hand comes first");
}

#[test]
fn terms_gaps_and_markers_are_coloured() {
    let mut editor = Editor::new();
    let text = format!("{TRANSLATION}\n<!-- tolmach: translate\nЛюди ждали.\n-->\n\n<!-- tolmach: removed\nold\n-->\n");
    editor.open_as(PATH, &text);
    let params = json!({ "textDocument": { "uri": editor.uri(PATH) } });
    let answer = editor.request("textDocument/semanticTokens/full", params)["result"].clone();
    let data: Vec<u64> = answer["data"].as_array().unwrap().iter().map(|number| number.as_u64().unwrap()).collect();
    let start = u64::from(column("🌉 e\u{301} The "));
    // The deprecated term, the three lines of the gap, the three lines of the marker.
    let gap = u64::from(column("<!-- tolmach: translate"));
    let marker = u64::from(column("<!-- tolmach: removed"));
    let wanted = [
        [2, start, 5, 0, 4],
        [4, 0, gap, 1, 0],
        [1, 0, 11, 1, 0],
        [1, 0, 3, 1, 0],
        [2, 0, marker, 2, 0],
        [1, 0, 3, 2, 0],
        [1, 0, 3, 2, 0],
    ];
    assert_eq!(data, wanted.concat());
    let range = json!({ "start": position(6, 0), "end": position(6, 1) });
    let params = json!({ "textDocument": { "uri": editor.uri(PATH) }, "range": range });
    let answer = editor.request("textDocument/semanticTokens/range", params)["result"].clone();
    assert_eq!(answer["data"].as_array().unwrap().len(), 5, "{answer}");
    let params = json!({ "textDocument": { "uri": editor.uri("originals/bridge.md") } });
    let answer = editor.request("textDocument/semanticTokens/full", params)["result"].clone();
    assert_eq!(answer["data"], json!([2, column("Мост открыл "), 4, 0, 1]), "the preferred one of the original");
}

#[test]
fn selected_words_go_into_the_glossary() {
    let mut editor = Editor::new();
    editor.open(PATH);
    let start = column("People waited for the ");
    let actions = editor.actions(PATH, 4, [start, start + 5]);
    let add = actions.iter().find(|action| action["command"]["command"] == "tolmach.addTerm").unwrap();
    let mut argument = add["command"]["arguments"][0].clone();
    assert_eq!((&argument["target"], &argument["counterpart"]), (&json!("ferry"), &json!("Люди ждали паром у реки.")));
    argument["source"] = json!("паром");
    let answer = editor.execute("tolmach.addTerm", argument.clone());
    assert_eq!(answer.get("error"), None, "{answer}");
    let glossary = fs::read_to_string(editor.path(GLOSSARY)).unwrap();
    assert!(glossary.contains("preferred = \"паром\"") && glossary.contains("preferred = \"ferry\""), "{glossary}");
    // The term counts at once.
    editor.change(PATH, 2, &TRANSLATION.replace("the ferry", "the boat"));
    editor.until(PATH, "term-missing", true);
    // A second word for it is an admitted one.
    argument["target"] = json!("boat");
    editor.execute("tolmach.addTerm", argument);
    editor.until(PATH, "term-missing", false);
}
