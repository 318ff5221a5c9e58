//! Odd orders, cancelled requests and messages that are none: the server goes on and no edit is lost.

use serde_json::{Value, json};

use super::{Editor, PATH, TRANSLATION, capabilities, position};

#[test]
fn nothing_is_answered_before_initialize_and_after_shutdown() {
    let mut editor = Editor::started();
    let early = editor.request("textDocument/hover", json!({}));
    assert_eq!(early["error"]["code"], -32002);
    editor.open(PATH);
    editor.initialize(json!({ "capabilities": capabilities() }));
    assert_eq!(editor.request("initialize", json!({}))["error"]["code"], -32600);
    editor.request("shutdown", Value::Null);
    assert_eq!(editor.request("textDocument/hover", json!({}))["error"]["code"], -32600);
    editor.notify("exit", Value::Null);
}

#[test]
fn the_exit_code_says_whether_the_server_was_shut_down() {
    assert_eq!(Editor::new().end(), 0);
    assert_eq!(Editor::new().leave(), 1);
}

#[test]
fn what_is_no_message_costs_no_other() {
    let mut editor = Editor::new();
    editor.open(PATH);
    editor.send_raw("{");
    editor.send_raw("[]");
    editor.send_raw("\"text\"");
    editor.send_raw("{\"jsonrpc\":\"2.0\"}");
    editor.send_raw("{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":7}");
    editor.send_bytes(b"Content-Length: 99999999999999999999999\r\n\r\n");
    editor.send_bytes(b"no header at all\r\n\r\n");
    let refused = editor.wait(|message| message["error"]["code"] == -32700);
    assert_eq!(refused["id"], Value::Null);
    editor.wait(|message| message["id"] == 77 && message["error"]["code"] == -32600);
    editor.notify("textDocument/didChange", json!({ "textDocument": 1 }));
    editor.notify("no/such/method", json!([1, 2]));
    assert_eq!(editor.request("no/such/method", Value::Null)["error"]["code"], -32601);
    assert_eq!(editor.request("textDocument/hover", json!({ "position": 1 }))["error"]["code"], -32602);
    assert_eq!(editor.execute("tolmach.nothing", json!({ "uri": "x" }))["error"]["code"], -32602);
    editor.change(PATH, 2, &TRANSLATION.replace("1904", "1905"));
    editor.until(PATH, "number-mismatch", false);
}

#[test]
fn a_request_that_waits_can_be_taken_back() {
    let mut editor = Editor::new();
    editor.open(PATH);
    let place = json!({ "textDocument": { "uri": editor.uri(PATH) }, "position": position(2, 0) });
    // All at once, so that the second waits behind the first.
    let mut all = Vec::new();
    for id in [501, 502] {
        let body = json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/hover", "params": place }).to_string();
        all.extend(format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes());
    }
    let body = json!({ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": 502 } }).to_string();
    all.extend(format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes());
    editor.send_bytes(&all);
    assert!(editor.wait(|message| message["id"] == 501)["result"].is_object());
    let second = editor.wait(|message| message["id"] == 502);
    // Every request is answered, whether or not it was still waiting.
    assert!(second["error"]["code"] == -32800 || second["result"].is_object(), "{second}");
}

#[test]
fn odd_orders_and_versions_lose_no_edit() {
    let mut editor = Editor::new();
    editor.change(PATH, 5, "never opened");
    editor.close(PATH);
    editor.open(PATH);
    editor.open_as(PATH, "opened again");
    // A version that is lower than the last one is still what the editor has.
    editor.change(PATH, -3, TRANSLATION);
    editor.until(PATH, "number-mismatch", true);
    let range = json!({ "start": position(99, 99), "end": position(99, 99) });
    let backwards = json!({ "start": position(4, 6), "end": position(4, 0) });
    editor.edit(PATH, 7, json!([{ "range": range, "text": "\nPast the end.\n" }, { "range": backwards, "text": "" }]));
    editor.until(PATH, "extra-translation", true);
}

#[test]
fn many_edits_are_checked_once_they_stop() {
    let mut editor = Editor::new();
    editor.open(PATH);
    editor.until(PATH, "number-mismatch", true);
    for version in 2..60 {
        editor.change(PATH, version, &TRANSLATION.replace("1904", &format!("19{version:02}")));
    }
    editor.change(PATH, 60, &TRANSLATION.replace("1904", "1905"));
    let uri = editor.uri(PATH);
    let last = editor.wait(|message| message["params"]["uri"] == uri.as_str() && message["params"]["version"] == 60);
    let found = last["params"]["diagnostics"].as_array().unwrap();
    assert!(found.iter().all(|one| one["code"] != "number-mismatch"), "{found:?}");
}
