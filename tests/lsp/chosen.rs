//! Code actions whose edit comes when they are chosen, and those that change more than a word.

use std::fs;

use serde_json::{Value, json};

use super::{Editor, PATH, TRANSLATION, UNITS, capabilities, position};

/// An editor that asks for the edit of an action once it is chosen.
fn asking() -> Editor {
    let mut can = capabilities();
    can["textDocument"]["codeAction"]["dataSupport"] = json!(true);
    can["textDocument"]["codeAction"]["resolveSupport"] = json!({ "properties": ["edit"] });
    Editor::with(can)
}

#[test]
fn the_edit_of_a_fix_comes_when_it_is_chosen() {
    let mut editor = asking();
    editor.open(PATH);
    let column = "🌉 e\u{301} The ".encode_utf16().count() as u32;
    let actions = editor.actions(PATH, 2, [column, column + 5]);
    let fix = actions.iter().find(|action| action["isPreferred"] == true).unwrap().clone();
    assert_eq!(fix.get("edit"), None, "{fix}");
    let whole = editor.request("codeAction/resolve", fix.clone())["result"].clone();
    assert_eq!(whole["title"], fix["title"]);
    let edits = &whole["edit"]["documentChanges"][0]["edits"];
    assert_eq!(Editor::applied(TRANSLATION, edits), TRANSLATION.replace("mayor", "akim"));
    // What it mends is gone meanwhile.
    editor.change(PATH, 2, &TRANSLATION.replace("mayor", "akim"));
    assert_eq!(editor.request("codeAction/resolve", fix)["error"]["code"], -32801);
    let nothing = json!({ "title": "of another server" });
    assert_eq!(editor.request("codeAction/resolve", nothing.clone())["result"], nothing);
    let broken = json!({ "title": "x", "data": { "make": "soup" } });
    assert_eq!(editor.request("codeAction/resolve", broken)["error"]["code"], -32602);
}

#[test]
fn all_safe_fixes_come_when_they_are_chosen() {
    let mut editor = asking();
    editor.open_as(PATH, &TRANSLATION.replace("mayor", "mayor mayor"));
    let context = json!({ "diagnostics": [], "only": ["source.fixAll.tolmach"] });
    let range = json!({ "start": position(0, 0), "end": position(0, 0) });
    let params = json!({ "textDocument": { "uri": editor.uri(PATH) }, "range": range, "context": context });
    let actions = editor.request("textDocument/codeAction", params)["result"].clone();
    assert_eq!(actions[0]["kind"], "source.fixAll.tolmach");
    let whole = editor.request("codeAction/resolve", actions[0].clone())["result"].clone();
    assert!(whole["edit"]["documentChanges"][0]["edits"].is_array(), "{whole}");
}

#[test]
fn a_gap_is_filled_from_the_memory_by_an_action() {
    for mut editor in [asking(), Editor::new()] {
        let sentence = "Люди ждали паром у реки.";
        let path = "translations/en/second.md";
        editor.write("originals/second.md", &format!("# {sentence}\n"));
        let gap = format!("<!-- tolmach: translate\n# {sentence}\n-->\n");
        editor.write(path, &gap);
        editor.open(PATH);
        let uri = editor.uri(PATH);
        editor.execute("tolmach.accept", json!({ "uri": uri, "line": 4 }));
        editor.open(path);
        let actions = editor.actions(path, 1, [0, 0]);
        let titles: Vec<&Value> = actions.iter().map(|action| &action["title"]).collect();
        let fill = actions.iter().find(|action| action["title"].as_str().unwrap().starts_with("Fill with 100 %"));
        let mut fill = fill.unwrap_or_else(|| panic!("{titles:?}")).clone();
        if fill.get("edit").is_none() {
            fill = editor.request("codeAction/resolve", fill)["result"].clone();
        }
        let edits = &fill["edit"]["documentChanges"][0]["edits"];
        assert_eq!(Editor::applied(&gap, edits), "# People waited for the ferry at the river.\n");
    }
}

#[test]
fn a_hover_shows_what_the_memory_has() {
    let mut editor = Editor::new();
    editor.write("originals/second.md", "Люди ждали паром у реки до вечера.\n");
    editor.write("translations/en/second.md", "They waited there.\n");
    editor.open(PATH);
    let uri = editor.uri(PATH);
    editor.execute("tolmach.accept", json!({ "uri": uri, "line": 4 }));
    let hover = editor.at("textDocument/hover", "translations/en/second.md", 0, 0);
    let text = hover["contents"]["value"].as_str().unwrap();
    assert!(text.contains("**Memory**") && text.contains("People waited for the ferry"), "{text}");
}

#[test]
fn a_paragraph_is_paired_by_hand() {
    let mut editor = Editor::new();
    let path = "translations/en/second.md";
    editor.write(
        "originals/second.md",
        "# Дом\n\nСлова.\n\n## Мост\n\nМост построили в 1905 году инженеры из 3 городов.\n",
    );
    editor
        .write(path, "# House\n\n## Bridge\n\nThe bridge was built in 1905 by engineers from 3 cities.\n\nNobody knew their names.\n");
    editor.open(path);
    let found = editor.until(path, "extra-translation", true);
    let line = found.iter().find(|one| one["code"] == "extra-translation").unwrap()["range"]["start"]["line"].clone();
    let line = line.as_u64().unwrap() as u32;
    let actions = editor.actions(path, line, [0, 0]);
    let pair = actions.iter().find(|action| action["command"]["command"] == "tolmach.pair").unwrap();
    assert_eq!(pair["title"], "Pair with “Слова.”");
    let answer = editor.execute("tolmach.pair", pair["command"]["arguments"][0].clone());
    assert_eq!(answer.get("error"), None, "{answer}");
    let units = fs::read_to_string(editor.path("translations/en/second.units.toml")).unwrap();
    assert!(units.contains("[[pair]]") && units.contains("Слова."), "{units}");
    let there = editor.at("textDocument/definition", path, line, 0);
    assert_eq!(there[0]["targetRange"]["start"]["line"], 2, "{there}");
    let uri = editor.uri(path);
    let wrong = editor.execute("tolmach.pair", json!({ "uri": uri, "line": 0, "with": 1 }));
    assert!(wrong["error"]["message"].as_str().unwrap().contains("second.md:2"), "{wrong}");
}

#[test]
fn the_state_of_a_document_is_told() {
    let mut editor = Editor::new();
    editor.open(PATH);
    let uri = editor.uri(PATH);
    editor.execute("tolmach.accept", json!({ "uri": uri, "line": 4 }));
    assert!(editor.path(UNITS).exists());
    let state = editor.request("tolmach/status", json!({ "uri": uri }))["result"].clone();
    assert_eq!(
        (&state[0]["language"], &state[0]["units"], &state[0]["accepted"]),
        (&json!("en"), &json!(3), &json!(1))
    );
    assert_eq!((&state[0]["stale"], &state[0]["findings"]), (&json!(0), &json!(2)), "{state}");
    let original = editor.uri("originals/bridge.md");
    let text = super::ORIGINAL.replace("паром", "новый паром");
    editor.open_as("originals/bridge.md", &text);
    let state = editor.request("tolmach/status", json!({ "uri": original }))["result"].clone();
    assert_eq!((&state[0]["accepted"], &state[0]["stale"]), (&json!(0), &json!(1)), "{state}");
    assert_eq!(editor.request("tolmach/status", json!({ "uri": "untitled:1" }))["result"], Value::Null);
}

#[test]
fn the_page_of_a_rule_is_shown_to_an_editor_that_shows_pages() {
    let mut editor = Editor::started();
    let options = json!({ "rulePages": "tolmach-rule:/" });
    editor.initialize(json!({ "capabilities": capabilities(), "initializationOptions": options }));
    editor.open(PATH);
    let found = editor.until(PATH, "number-mismatch", true);
    let number = found.iter().find(|one| one["code"] == "number-mismatch").unwrap();
    assert_eq!(number["codeDescription"]["href"], "tolmach-rule:/number-mismatch.md");
    let page = editor.request("tolmach/rulePage", json!({ "rule": "number-mismatch" }))["result"].clone();
    assert!(page["markdown"].as_str().unwrap().starts_with("# number-mismatch\n"), "{page}");
    assert_eq!(editor.request("tolmach/rulePage", json!({ "rule": "none" }))["result"], Value::Null);
}

#[test]
fn a_translation_without_an_original_any_more_has_a_lens() {
    let mut editor = Editor::new();
    editor.open_as(PATH, &format!("{TRANSLATION}\n<!-- tolmach: removed\nAn old paragraph.\n-->\n"));
    let params = json!({ "textDocument": { "uri": editor.uri(PATH) } });
    let lenses = editor.request("textDocument/codeLens", params)["result"].clone();
    let last = lenses.as_array().unwrap().last().unwrap();
    assert_eq!(
        (&last["range"]["start"]["line"], &last["command"]["title"]),
        (&json!(6), &json!("taken out: the original no longer has it"),)
    );
}
