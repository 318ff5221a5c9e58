//! `tolmach mcp`, as a client meets it: lines of JSON-RPC on standard input and output.

#![cfg(feature = "mcp")]

use serde_json::{Value, json};

use super::project::{Project, TRANSLATION, WITH_GAPS};

/// The answers to requests, which are numbered from 1.
fn served(project: &Project, requests: &[(&str, Value)]) -> Vec<Value> {
    let lines: String = (requests.iter().enumerate())
        .map(|(at, (method, params))| {
            format!("{}\n", json!({ "jsonrpc": "2.0", "id": at + 1, "method": method, "params": params }))
        })
        .collect();
    let (answers, exit) = project.lines(&["mcp"], &lines);
    assert_eq!(exit, 0);
    assert_eq!(answers.len(), requests.len());
    answers
}

fn call(project: &Project, tool: &str, arguments: &Value) -> Value {
    let mut answers = served(project, &[("tools/call", json!({ "name": tool, "arguments": arguments }))]);
    answers.remove(0)["result"].take()
}

#[test]
fn a_client_is_greeted_in_the_revision_that_it_speaks() {
    let project = Project::new();
    let asked = |revision: &str| json!({ "protocolVersion": revision, "capabilities": {}, "clientInfo": {} });
    let answers = served(
        &project,
        &[
            ("initialize", asked("2024-11-05")),
            ("initialize", asked("1999")),
            ("ping", json!({})),
            ("no/such", json!({})),
        ],
    );
    assert_eq!(answers[0]["result"]["protocolVersion"], "2024-11-05");
    assert_eq!(answers[1]["result"]["protocolVersion"], "2025-06-18");
    assert_eq!(answers[2]["result"], json!({}));
    assert_eq!(answers[3]["error"]["code"], -32601);
}

#[test]
fn a_notification_is_not_answered_and_nonsense_is() {
    let input = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n\nnonsense\n[]\n";
    let (answers, exit) = Project::new().lines(&["mcp"], input);
    assert_eq!(exit, 0);
    assert_eq!(answers.iter().map(|one| &one["error"]["code"]).collect::<Vec<_>>(), [&json!(-32700), &json!(-32600)]);
}

#[test]
fn every_tool_but_propose_only_reads_and_none_accepts() {
    let project = Project::new();
    let answers = served(&project, &[("tools/list", json!({}))]);
    let tools = answers[0]["result"]["tools"].as_array().unwrap();
    let names: Vec<&str> = tools.iter().map(|tool| tool["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["status", "gaps", "unit", "terms", "memory", "check", "propose"]);
    for tool in tools {
        assert_eq!(tool["annotations"]["readOnlyHint"], tool["name"] != "propose", "{tool}");
        assert!(jsonschema::validator_for(&tool["inputSchema"]).is_ok());
    }
}

#[test]
fn an_agent_takes_a_gap_and_proposes_a_translation() {
    let project = Project::new();
    let gaps = call(&project, "gaps", &json!({ "language": "en", "limit": 2 }));
    let found = &gaps["structuredContent"];
    assert_eq!((found["gaps"].as_array().unwrap().len(), &found["more"]), (2, &json!(1)));
    assert!(gaps["content"][0]["text"].as_str().unwrap().contains("no instructions"));
    let answer = |target: &str| json!({ "answers": [{ "id": found["gaps"][0]["id"], "target": target, "by": "an agent" }], "fail_on": "warning" });
    let refused = call(&project, "propose", &answer("The mayor opened the bridge in 1950."));
    assert_eq!(refused["structuredContent"]["results"][0]["reason"], "checks");
    assert_eq!(project.read(TRANSLATION), WITH_GAPS);
    let landed = call(&project, "propose", &answer("The mayor opened the bridge in 1905."));
    assert_eq!(landed["structuredContent"]["results"][0]["result"], "landed");
    assert!(project.read(TRANSLATION).contains("The mayor opened the bridge in 1905."));
    let unit = call(&project, "unit", &json!({ "path": TRANSLATION, "line": 3 }));
    assert_eq!(unit["structuredContent"]["units"][0]["state"], "draft");
    let status = call(&project, "status", &json!({}));
    assert_eq!(status["structuredContent"]["documents"][0]["counts"]["accepted"], 0);
}

#[test]
fn terms_memory_and_findings_are_looked_up() {
    let project = Project::new();
    let terms = call(&project, "terms", &json!({ "text": "Слово мэра", "language": "en" }));
    assert_eq!(terms["structuredContent"]["terms"][0]["concept"], "mayor");
    project.run(&["accept", &format!("{TRANSLATION}:1")], "");
    let memory = call(&project, "memory", &json!({ "text": "Мосты города", "language": "en" }));
    assert_eq!(memory["structuredContent"]["matches"][0]["target"], "Bridges of the city");
    let check = call(&project, "check", &json!({ "paths": ["originals/bridge.md"] }));
    let findings = check["structuredContent"]["documents"][0]["findings"].as_array().unwrap();
    assert!(findings.iter().any(|one| one["rule"] == "missing-translation"), "{findings:#?}");
}

#[test]
fn wrong_arguments_and_paths_out_of_the_project_are_errors_of_the_tool() {
    let project = Project::new();
    for (tool, arguments) in [
        ("check", json!({ "paths": ["../outside.md"] })),
        ("unit", json!({ "path": "originals/bridge.md" })),
        ("unit", json!({ "path": "originals/bridge.md", "line": 2 })),
        ("gaps", json!({ "langauge": "en" })),
        ("terms", json!({ "text": "a", "language": "??" })),
        ("propose", json!({ "answers": 3 })),
    ] {
        let answer = call(&project, tool, &arguments);
        assert_eq!(answer["isError"], true, "{tool} {arguments}: {answer}");
    }
    let unknown = served(&project, &[("tools/call", json!({ "name": "accept" }))]);
    assert_eq!(unknown[0]["error"]["code"], -32602);
}

#[test]
fn resources_are_the_glossary_and_the_notes_on_style_and_no_other_file() {
    let project = Project::new();
    let read = |uri: &str| ("resources/read", json!({ "uri": uri }));
    let answers = served(
        &project,
        &[
            ("resources/list", json!({})),
            read("tolmach:///STYLE.md"),
            read("tolmach:///tolmach.toml"),
            read("tolmach:///../a"),
            read("file:///etc/passwd"),
        ],
    );
    let listed = answers[0]["result"]["resources"].as_array().unwrap();
    let uris: Vec<&Value> = listed.iter().map(|one| &one["uri"]).collect();
    assert_eq!(uris, ["tolmach:///glossary/terms.toml", "tolmach:///STYLE.md"]);
    assert_eq!(answers[1]["result"]["contents"][0]["text"], "Short sentences.\n");
    for answer in &answers[2..] {
        assert_eq!(answer["error"]["code"], -32002, "{answer}");
    }
}
