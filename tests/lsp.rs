//! `tolmach lsp`, as an editor meets it: messages over standard input and output.

#![cfg(feature = "lsp")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use std::fs;

use serde_json::{Value, json};

#[path = "lsp/chosen.rs"]
mod chosen;
#[path = "lsp/client.rs"]
mod client;
#[path = "lsp/frame.rs"]
mod frame;
#[path = "lsp/random.rs"]
mod random;
#[path = "lsp/rename.rs"]
mod rename;
#[path = "lsp/rest.rs"]
mod rest;
#[path = "lsp/wrong.rs"]
mod wrong;

use client::{Editor, ORIGINAL, TRANSLATION, capabilities, position};

const ORIGINAL_PATH: &str = "originals/bridge.md";
const PATH: &str = "translations/en/bridge.md";
const UNITS: &str = "translations/en/bridge.units.toml";

fn message(diagnostic: &Value) -> &str {
    diagnostic["message"].as_str().unwrap()
}

fn rule<'a>(all: &'a [Value], rule: &str) -> &'a Value {
    all.iter().find(|one| one["code"] == rule).unwrap()
}

#[test]
fn a_finding_is_underlined_in_utf_16_and_names_its_counterpart() {
    let mut editor = Editor::new();
    editor.open(PATH);
    let found = editor.until(PATH, "number-mismatch", true);
    let number = rule(&found, "number-mismatch");
    // "🌉 é The mayor opened the bridge in 1904.": the emoji is two units, the letter with its mark too.
    let start = "🌉 e\u{301} The mayor opened the bridge in ".encode_utf16().count() as u32;
    assert_eq!(number["range"], json!({ "start": position(2, start), "end": position(2, start + 4) }));
    let related = &number["relatedInformation"][0];
    assert_eq!(related["location"]["uri"], editor.uri(ORIGINAL_PATH));
    assert_eq!(related["location"]["range"]["start"]["line"], 2);
    assert_eq!(number["source"], "tolmach");
    assert_eq!(editor.end(), 0);
}

#[test]
fn columns_are_those_that_the_client_offers() {
    for (encoding, offset) in [("utf-8", "🌉 e\u{301} The ".len()), ("utf-32", "🌉 e\u{301} The ".chars().count())]
    {
        let mut can = capabilities();
        can["general"]["positionEncodings"] = json!([encoding]);
        let mut editor = Editor::started();
        let answer = editor.initialize(json!({ "capabilities": can }));
        assert_eq!(answer["capabilities"]["positionEncoding"], encoding);
        editor.open(PATH);
        let found = editor.until(PATH, "term-deprecated", true);
        assert_eq!(rule(&found, "term-deprecated")["range"]["start"], position(2, offset as u32), "{encoding}");
    }
}

#[test]
fn an_edit_counts_before_it_is_saved_and_on_either_side() {
    let mut editor = Editor::new();
    editor.open(PATH);
    editor.until(PATH, "number-mismatch", true);
    let column = "🌉 e\u{301} The mayor opened the bridge in 190".encode_utf16().count() as u32;
    let range = json!({ "start": position(2, column), "end": position(2, column + 1) });
    editor.edit(PATH, 2, json!([{ "range": range, "text": "5" }]));
    editor.until(PATH, "number-mismatch", false);
    editor.open_as(ORIGINAL_PATH, &ORIGINAL.replace("1905", "1906"));
    editor.until(PATH, "number-mismatch", true);
    editor.close(ORIGINAL_PATH);
    editor.until(PATH, "number-mismatch", false);
    assert_eq!(fs::read_to_string(editor.path(PATH)).unwrap(), TRANSLATION, "nothing was written");
}

#[test]
fn the_glossary_and_the_configuration_count_unsaved_too() {
    let mut editor = Editor::new();
    editor.open(PATH);
    editor.until(PATH, "term-deprecated", true);
    editor.open("glossary/terms.toml");
    editor.change("glossary/terms.toml", 2, &client::GLOSSARY.replace("deprecated", "admitted"));
    editor.until(PATH, "term-deprecated", false);
    editor.open_as("tolmach.toml", "[rules]\nnumber-mismatch = \"off\"\n");
    editor.until(PATH, "number-mismatch", false);
}

#[test]
fn a_missing_paragraph_is_shown_on_the_original_and_behind_the_translation_before_it() {
    let mut editor = Editor::new();
    editor.open(ORIGINAL_PATH);
    editor.open_as(PATH, TRANSLATION.split_once("\n\nPeople").unwrap().0);
    let here = editor.until(PATH, "missing-translation", true);
    assert_eq!(rule(&here, "missing-translation")["range"]["start"]["line"], 2);
    let there = editor.until(ORIGINAL_PATH, "missing-translation", true);
    let missing = rule(&there, "missing-translation");
    assert_eq!(missing["range"]["start"]["line"], 4);
    assert!(message(missing).starts_with("[en] "), "{missing}");
}

#[test]
fn a_broken_file_is_underlined_and_the_open_document_says_why_it_is_not_checked() {
    let mut editor = Editor::new();
    editor.open(PATH);
    editor.until(PATH, "number-mismatch", true);
    editor.forget();
    editor.write("tolmach.toml", "source-language = \"ru\"\nlanguags = []\n");
    editor.notify("textDocument/didSave", json!({ "textDocument": { "uri": editor.uri(PATH) } }));
    let broken = editor.diagnostics("tolmach.toml", |all| !all.is_empty());
    assert_eq!(broken[0]["range"]["start"]["line"], 1);
    assert!(message(&broken[0]).contains("languages"), "{broken:?}");
    let here = editor.diagnostics(PATH, |all| all.iter().any(|one| one["severity"] == 1));
    assert!(message(&here[0]).contains("tolmach.toml:2"), "{here:?}");
    editor.write("tolmach.toml", "source-language = \"ru\"\n");
    editor.notify("textDocument/didSave", json!({ "textDocument": { "uri": editor.uri(PATH) } }));
    editor.diagnostics("tolmach.toml", |all| all.is_empty());
    editor.until(PATH, "number-mismatch", true);
}

#[test]
fn a_file_that_changed_outside_is_met_without_watching() {
    let mut editor = Editor::new();
    editor.open(PATH);
    editor.until(PATH, "number-mismatch", true);
    editor.write(ORIGINAL_PATH, &ORIGINAL.replace("1905", "1904"));
    editor.until(PATH, "number-mismatch", false);
}

#[test]
fn a_client_that_asks_for_diagnostics_is_told_to_ask_again() {
    let mut can = capabilities();
    can["textDocument"]["diagnostic"] = json!({});
    can["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    let mut editor = Editor::with(can);
    editor.open(PATH);
    let params = json!({ "textDocument": { "uri": editor.uri(PATH) } });
    let first = editor.request("textDocument/diagnostic", params.clone())["result"].clone();
    assert_eq!(first["kind"], "full");
    rule(first["items"].as_array().unwrap(), "number-mismatch");
    let mut again = params.clone();
    again["previousResultId"] = first["resultId"].clone();
    assert_eq!(editor.request("textDocument/diagnostic", again)["result"]["kind"], "unchanged");
    editor.open_as(ORIGINAL_PATH, &ORIGINAL.replace("1905", "1904"));
    editor.wait(|message| message["method"] == "workspace/diagnostic/refresh");
    let second = editor.request("textDocument/diagnostic", params)["result"].clone();
    assert!(second["items"].as_array().unwrap().iter().all(|one| one["code"] != "number-mismatch"));
}

#[test]
fn the_counterpart_is_the_definition_of_a_paragraph() {
    let mut editor = Editor::new();
    editor.write("translations/de/bridge.md", "# Die Brücke\n\nDer Akim eröffnete 1905 die Brücke.\n");
    editor.open(PATH);
    let there = editor.at("textDocument/definition", PATH, 4, 3);
    assert_eq!(there[0]["targetUri"], editor.uri(ORIGINAL_PATH));
    let end = "Люди ждали паром у реки.".encode_utf16().count() as u32;
    assert_eq!(there[0]["targetRange"], json!({ "start": position(4, 0), "end": position(4, end) }));
    let original = editor.at("textDocument/declaration", PATH, 2, 0);
    assert_eq!(original[0]["uri"], editor.uri(ORIGINAL_PATH));
    let all = editor.at("textDocument/implementation", PATH, 2, 0);
    let uris: Vec<&Value> = all.as_array().unwrap().iter().map(|one| &one["uri"]).collect();
    assert_eq!(uris, [&json!(editor.uri("translations/de/bridge.md")), &json!(editor.uri(PATH))]);
    let back = editor.at("textDocument/definition", ORIGINAL_PATH, 2, 0);
    assert_eq!(back.as_array().unwrap().len(), 2, "a file need not be open");
    assert_eq!(editor.at("textDocument/definition", PATH, 1, 0), Value::Null, "between paragraphs");
}

#[test]
fn another_window_learns_where_to_scroll() {
    let mut editor = Editor::new();
    let params = json!({ "uri": editor.uri(PATH), "line": 4 });
    let there = editor.request("tolmach/counterpart", params)["result"].clone();
    assert_eq!((&there[0]["uri"], &there[0]["line"]), (&json!(editor.uri(ORIGINAL_PATH)), &json!(4)));
}

#[test]
fn a_hover_shows_counterpart_terms_and_notes() {
    let mut editor = Editor::new();
    editor.open(PATH);
    let hover = editor.at("textDocument/hover", PATH, 2, 10);
    let text = hover["contents"]["value"].as_str().unwrap();
    for part in ["> Мост открыл аким в 1905 году.", "аким → akim", "the head of a region", "not accepted yet"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(hover["range"]["start"]["line"], 2);
}

#[test]
fn a_fix_is_an_edit_of_the_open_version() {
    let mut editor = Editor::new();
    editor.open(PATH);
    editor.until(PATH, "term-deprecated", true);
    let column = "🌉 e\u{301} The ".encode_utf16().count() as u32;
    let actions = editor.actions(PATH, 2, [column, column + 5]);
    let fix = actions.iter().find(|action| action["isPreferred"] == true).unwrap();
    let document = &fix["edit"]["documentChanges"][0];
    assert_eq!(document["textDocument"]["version"], 1);
    let before = Editor::applied(TRANSLATION, &document["edits"]);
    assert_eq!(before, TRANSLATION.replace("mayor", "akim"));
}

#[test]
fn accepting_writes_the_units_file_and_a_later_change_of_the_original_is_stale() {
    let mut editor = Editor::new();
    editor.open(PATH);
    editor.open(ORIGINAL_PATH);
    let actions = editor.actions(PATH, 4, [0, 0]);
    let accept = actions.iter().find(|action| action["command"]["command"] == "tolmach.accept").unwrap();
    let argument = accept["command"]["arguments"][0].clone();
    let answer = editor.execute("tolmach.accept", argument);
    assert_eq!(answer.get("error"), None, "{answer}");
    let units = fs::read_to_string(editor.path(UNITS)).unwrap();
    assert!(units.contains("Люди ждали паром у реки."), "{units}");
    editor.change(ORIGINAL_PATH, 2, &ORIGINAL.replace("паром", "новый паром"));
    editor.until(PATH, "stale-translation", true);
    let there = editor.until(ORIGINAL_PATH, "stale-translation", true);
    assert_eq!(rule(&there, "stale-translation")["range"]["start"]["line"], 4);
    let hover = editor.at("textDocument/hover", PATH, 4, 0);
    assert!(hover["contents"]["value"].as_str().unwrap().contains("**новый**"), "{hover}");
}

#[test]
fn a_waiver_has_a_reason_that_is_asked_for() {
    let mut editor = Editor::new();
    editor.open(PATH);
    let found = editor.until(PATH, "number-mismatch", true);
    let fingerprint = rule(&found, "number-mismatch")["data"]["fingerprint"].clone();
    let uri = editor.uri(PATH);
    let id = editor.ask(
        "workspace/executeCommand",
        json!({ "command": "tolmach.waive", "arguments": [{ "uri": uri, "fingerprint": fingerprint }] }),
    );
    let question = editor.wait(|message| message["method"] == "window/showMessageRequest");
    editor.answer(id);
    let title = question["params"]["actions"][1]["title"].clone();
    editor.send(&json!({ "jsonrpc": "2.0", "id": question["id"], "result": { "title": title } }));
    editor.until(PATH, "number-mismatch", false);
    let units = fs::read_to_string(editor.path(UNITS)).unwrap();
    assert!(units.contains("number-mismatch") && units.contains(title.as_str().unwrap()), "{units}");
}

#[test]
fn a_units_file_that_is_open_is_changed_by_the_editor() {
    let mut editor = Editor::new();
    editor.write(UNITS, "format = 1\n");
    editor.open(UNITS);
    editor.open(PATH);
    let uri = editor.uri(PATH);
    editor.execute("tolmach.accept", json!({ "uri": uri, "line": 4 }));
    let edit = editor.wait(|message| message["method"] == "workspace/applyEdit");
    let document = &edit["params"]["edit"]["documentChanges"][0];
    assert_eq!(document["textDocument"]["uri"], editor.uri(UNITS));
    assert!(Editor::applied("format = 1\n", &document["edits"]).contains("Люди ждали"));
    assert_eq!(fs::read_to_string(editor.path(UNITS)).unwrap(), "format = 1\n");
}

#[test]
fn all_safe_fixes_are_one_action_of_the_source() {
    let mut editor = Editor::new();
    editor.open_as(PATH, &TRANSLATION.replace("mayor", "mayor mayor"));
    let context = json!({ "diagnostics": [], "only": ["source.fixAll"] });
    let range = json!({ "start": position(0, 0), "end": position(0, 0) });
    let params = json!({ "textDocument": { "uri": editor.uri(PATH) }, "range": range, "context": context });
    let actions = editor.request("textDocument/codeAction", params)["result"].clone();
    for action in actions.as_array().unwrap() {
        assert_eq!(action["kind"], "source.fixAll.tolmach");
    }
    assert!(!actions.as_array().unwrap().is_empty());
}

#[test]
fn a_line_without_a_unit_cannot_be_accepted_and_nothing_is_written() {
    let mut editor = Editor::new();
    editor.open(PATH);
    let uri = editor.uri(PATH);
    let answer = editor.execute("tolmach.accept", json!({ "uri": uri, "line": 1 }));
    assert!(answer["error"]["message"].as_str().unwrap().contains("bridge.md:2"), "{answer}");
    assert!(!editor.path(UNITS).exists());
}

#[test]
fn carriage_returns_stay() {
    let mut editor = Editor::new();
    let text = TRANSLATION.replace('\n', "\r\n");
    editor.open_as(PATH, &text);
    editor.until(PATH, "term-deprecated", true);
    let column = "🌉 e\u{301} The ".encode_utf16().count() as u32;
    let actions = editor.actions(PATH, 2, [column, column + 5]);
    let fix = actions.iter().find(|action| action["isPreferred"] == true).unwrap();
    let edits = &fix["edit"]["documentChanges"][0]["edits"];
    assert_eq!(Editor::applied(&text, edits), text.replace("mayor", "akim"));
}

#[test]
fn messages_are_in_the_language_of_the_editor() {
    let mut editor = Editor::started();
    editor.initialize(json!({ "capabilities": capabilities(), "locale": "ru-RU" }));
    editor.open(PATH);
    let hover = editor.at("textDocument/hover", PATH, 2, 10);
    assert!(hover["contents"]["value"].as_str().unwrap().contains("ещё не принято"), "{hover}");
}

#[test]
fn an_editor_of_few_capabilities_gets_plain_text_locations_and_commands() {
    let mut editor = Editor::with(json!({}));
    editor.open(PATH);
    let hover = editor.at("textDocument/hover", PATH, 2, 10);
    assert_eq!(hover["contents"]["kind"], "plaintext");
    assert!(editor.at("textDocument/definition", PATH, 2, 10)[0]["range"].is_object());
    let actions = editor.actions(PATH, 4, [0, 0]);
    assert!(actions.iter().all(|action| action["command"].is_string()), "{actions:?}");
}

#[test]
fn a_text_outside_of_any_project_is_left_alone() {
    let mut editor = Editor::new();
    let document = json!({ "uri": "untitled:Untitled-1", "languageId": "markdown", "version": 1, "text": "x" });
    editor.notify("textDocument/didOpen", json!({ "textDocument": document }));
    let params = json!({ "textDocument": { "uri": "untitled:Untitled-1" }, "position": position(0, 0) });
    assert_eq!(editor.request("textDocument/hover", params)["result"], Value::Null);
    assert_eq!(editor.end(), 0);
}

#[test]
fn two_projects_are_served_at_once() {
    let mut editor = Editor::new();
    editor.write("other/originals/a.md", "Дом построили в 1900 году.\n");
    editor.write("other/translations/en/a.md", "The house was built in 1901.\n");
    editor.write("other/tolmach.toml", "source-language = \"ru\"\n");
    editor.open(PATH);
    editor.open("other/translations/en/a.md");
    editor.until("other/translations/en/a.md", "number-mismatch", true);
    editor.until(PATH, "number-mismatch", true);
}
