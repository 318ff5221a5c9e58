//! The pipe for machines: what `gaps` gives out, and what becomes of the answers.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};

#[path = "machines/drafts.rs"]
mod drafts;
#[path = "machines/fill.rs"]
mod fill;
#[path = "machines/mcp.rs"]
mod mcp;
#[path = "machines/never_lost.rs"]
mod never_lost;
#[path = "machines/project.rs"]
mod project;
#[path = "machines/stream.rs"]
mod stream;

use project::{ORIGINAL, Project, TRANSLATION};

#[test]
fn a_gap_comes_with_masks_headings_neighbours_and_terms() {
    let project = Project::new();
    let gaps = project.gaps();
    assert_eq!(gaps.len(), 3);
    assert_eq!(gaps[0]["headings"], json!([{ "source": "Мосты города", "target": "Bridges of the city" }]));
    assert_eq!(gaps[0]["style"], "Short sentences.\n");
    let term = &gaps[0]["terms"][0];
    let forms: Vec<&Value> = term["source"][0]["forms"].as_array().unwrap().iter().collect();
    assert!(forms.contains(&&json!("мэром")) && forms.contains(&&json!("мэр")), "{forms:?}");
    assert_eq!(term["target"][1]["status"], "deprecated");
    assert_eq!(term["notes"], json!(["lower case"]));
    assert_eq!(gaps[1]["masked"], "Наберите ⟦1⟧ в ⟦2⟧папке⟦3⟧ проекта ⟦4⟧.");
    assert_eq!(gaps[1]["masks"]["⟦3⟧"], "](https://example.org/bridge)");
    assert_eq!(gaps[1]["before"][1], json!({ "source": "Мэр открыл мост в 1905 году.", "target": null }));
    assert_eq!((&gaps[2]["source_line"], &gaps[2]["target_line"]), (&json!(7), &json!(11)));
}

#[test]
fn a_gap_keeps_its_id_while_its_text_stays() {
    let project = Project::new();
    let before = project.gaps();
    project.write("originals/bridge.md", &ORIGINAL.replace("# Мосты города\n", "# Мосты\n\nНовый абзац.\n"));
    let after = project.gaps();
    assert_eq!(
        before.iter().map(|one| &one["id"]).collect::<Vec<_>>(),
        after.iter().map(|one| &one["id"]).collect::<Vec<_>>()
    );
    project.write("originals/bridge.md", &ORIGINAL.replace("1905", "1906"));
    assert!(project.gaps().iter().all(|one| one["id"] != before[0]["id"]));
}

#[test]
fn equal_texts_have_ids_of_their_own() {
    let project = Project::new();
    project.write("originals/bridge.md", "Да.\n\nДа.\n");
    project.write(TRANSLATION, "<!-- tolmach: translate\nДа.\n-->\n\n<!-- tolmach: translate\nДа.\n-->\n");
    let gaps = project.gaps();
    assert_eq!(gaps.len(), 2);
    assert_ne!(gaps[0]["id"], gaps[1]["id"]);
}

#[test]
fn a_stale_unit_comes_with_what_was_accepted_when_it_is_asked_for() {
    let project = Project::new();
    project.write("originals/bridge.md", "Мост открыли в 1905 году.\n");
    project.write(TRANSLATION, "The bridge was opened in 1905.\n");
    project.run(&["accept", "--all"], "");
    project.write("originals/bridge.md", "Мост открыли в 1906 году.\n");
    assert!(project.gaps().is_empty());
    let (stale, _) = project.lines(&["gaps", "--stale"], "");
    assert_eq!(stale[0]["state"], "stale");
    assert_eq!(stale[0]["accepted"]["target"], "The bridge was opened in 1905.");
    assert_eq!(stale[0]["accepted"]["changes"], "Мост открыли в [-1905-]{+1906+} году.");
    // A person's change is nobody else's to write over.
    project.write(TRANSLATION, "They opened the bridge in 1905.\n");
    assert!(project.lines(&["gaps", "--stale"], "").0.is_empty());
}

#[test]
fn what_has_no_gap_is_said() {
    let project = Project::new();
    project.write(TRANSLATION, "# Bridges of the city\n");
    let output = project.run(&["gaps"], "");
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("3 paragraphs") && said.contains("tolmach update"), "{said}");
}

#[test]
fn a_prompt_is_text() {
    let project = Project::new();
    let output = project.run(&["gaps", "--prompt"], "");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("Short sentences.") && text.contains("never: boss"), "{text}");
    assert!(text.contains("Наберите ⟦1⟧ в ⟦2⟧папке⟦3⟧ проекта ⟦4⟧."), "{text}");
}

#[test]
fn lines_and_the_list_hold_to_the_schema() {
    let text = include_str!("../schemas/gap.schema.json");
    let schema = jsonschema::validator_for(&serde_json::from_str(text).unwrap()).unwrap();
    let project = Project::new();
    let list: Value = serde_json::from_slice(&project.run(&["gaps", "--format", "json"], "").stdout).unwrap();
    assert_eq!(list["gaps"].as_array().unwrap(), &project.gaps());
    for gap in project.gaps() {
        let faults: Vec<String> = schema.iter_errors(&gap).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{faults:#?}");
        for (key, value) in [("state", json!("stale")), ("id", json!("1")), ("masks", json!([]))] {
            let mut broken = gap.clone();
            broken[key] = value;
            assert!(!schema.is_valid(&broken), "{key}");
        }
    }
}
