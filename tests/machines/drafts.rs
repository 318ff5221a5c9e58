//! Drafts as a state: what shows them, what makes them, and what ends them.

use serde_json::{Value, json};

use super::project::{Project, TRANSLATION};

const UNITS: &str = "translations/en/bridge.units.toml";

fn text(project: &Project, arguments: &[&str], input: &str) -> String {
    let output = project.run(arguments, input);
    format!("{}{}", String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

fn json_of(project: &Project, arguments: &[&str]) -> Value {
    serde_json::from_slice(&project.run(arguments, "").stdout).unwrap()
}

/// The texts of the translation that a check calls unread, with what it says of their originals.
fn unread(project: &Project) -> Vec<(String, String)> {
    let found = json_of(project, &["check", "--rule", "unread-draft", "--format", "json"]);
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let one = |found: &Value| (word(&found["target"]["text"]), word(&found["facts"]["original"]));
    found["findings"].as_array().unwrap().iter().map(one).collect()
}

/// A project whose three gaps a machine filled.
fn filled() -> Project {
    let project = Project::new();
    let texts = [
        "The mayor opened the bridge in 1905.",
        "Type ⟦1⟧ in the ⟦2⟧folder⟦3⟧ of the project ⟦4⟧.",
        "A ferry crosses the river.",
    ];
    let answer = |(gap, text): (Value, &str)| json!({ "id": gap["id"], "target": text, "by": "test-mt" }).to_string();
    let answers: Vec<String> = project.gaps().into_iter().zip(texts).map(answer).collect();
    let (_, exit) = project.lines(&["fill"], &answers.join("\n"));
    assert_eq!(exit, 0);
    project
}

#[test]
fn a_draft_is_unread_until_a_person_changes_or_accepts_it() {
    let project = filled();
    assert_eq!(unread(&project).len(), 3);
    project.write(TRANSLATION, &project.read(TRANSLATION).replace("A ferry crosses", "A small ferry crosses"));
    assert_eq!(unread(&project).len(), 2);
    project.run(&["accept", &format!("{TRANSLATION}:3")], "");
    let left = unread(&project);
    assert!(left.len() == 1 && left[0].0.starts_with("Type `make bridge`"), "{left:?}");
    let said = text(&project, &["accept", "--all"], "");
    assert!(said.contains("1 of them was a draft in which nobody had changed a word"), "{said}");
    assert_eq!(unread(&project), []);
    assert!(!project.read(UNITS).contains("[[draft]]"));
}

#[test]
fn a_draft_of_a_text_that_changed_says_so_and_is_outdated() {
    let project = filled();
    assert_eq!(json_of(&project, &["status", "--format", "json"])["documents"][0]["outdated"], false);
    project.write("originals/bridge.md", &project.read("originals/bridge.md").replace("1905", "1906"));
    let left = unread(&project);
    assert!(left.contains(&("The mayor opened the bridge in 1905.".to_owned(), "changed".to_owned())), "{left:?}");
    let status = json_of(&project, &["status", "--format", "json"]);
    assert_eq!(status["documents"][0]["outdated"], true);
    assert_eq!(status["documents"][0]["counts"]["outdated_drafts"], 1);
}

#[test]
fn an_unread_draft_fails_a_check_where_a_project_says_so_and_refuses_no_answer() {
    let project = Project::new();
    let settings = format!("{}\n[rules]\nunread-draft = \"error\"\n", project.read("tolmach.toml"));
    project.write("tolmach.toml", &settings);
    let answer = json!({ "id": project.gaps()[2]["id"], "target": "A ferry crosses the river." }).to_string();
    let (results, exit) = project.lines(&["fill"], &answer);
    assert_eq!((exit, &results[0]["findings"]), (0, &json!([])));
    assert_eq!(project.run(&["check", "--rule", "unread-draft"], "").status.code(), Some(1));
}

#[test]
fn the_status_the_review_and_the_pages_show_drafts() {
    let project = filled();
    let table = text(&project, &["status"], "");
    assert!(table.lines().next().unwrap().contains("drafts") && table.contains("3 drafts are unread"), "{table}");
    assert!(!table.contains("stale"), "a figure that no document has is left out: {table}");
    let badge = json_of(&project, &["status", "--format", "badge"]);
    assert_eq!(badge["schemaVersion"], 1);
    assert!(badge["message"].as_str().unwrap().contains("3 unread drafts"), "{badge}");
    let review = text(&project, &["review", "--plain", "--drafts"], "q\n");
    assert!(review.contains("1 of 3") && review.contains("unread-draft"), "{review}");
    project.run(&["report", "pages"], "");
    assert!(project.read("pages/index.html").contains("3 unread drafts"));
    let page = std::fs::read_dir(project.path().join("pages/pages")).unwrap().next().unwrap().unwrap();
    assert!(std::fs::read_to_string(page.path()).unwrap().contains(">unread draft<"));
    let aligned = text(&project, &["align"], "");
    assert!(aligned.contains("unread draft") && !aligned.contains("accepted"), "{aligned}");
}

#[test]
fn a_review_of_drafts_hears_the_rule_where_a_project_switched_it_off() {
    let project = filled();
    project.write("tolmach.toml", "source-language = \"ru\"\n[rules]\nunread-draft = \"off\"\n");
    assert!(text(&project, &["review", "--plain", "--drafts"], "q\n").contains("1 of 3"));
}

#[test]
fn a_whole_file_begins_a_translation_as_drafts() {
    let project = Project::new();
    std::fs::remove_file(project.path().join(TRANSLATION)).unwrap();
    let file = "# Bridges of the city\n\nThe mayor opened the bridge in 1905.\n\nA ferry crosses the river.\n";
    project.write("machine.md", file);
    let said = text(&project, &["add", "originals/bridge.md", "--language", "en", "--draft", "machine.md"], "");
    assert!(said.contains("3 drafts") && said.contains("1 paragraph of the original is not in it"), "{said}");
    assert_eq!(project.read(TRANSLATION), file);
    assert_eq!(unread(&project).len(), 3);
    assert!(project.read(UNITS).contains("by = \"machine.md\""));
    project.run(&["update"], "");
    assert_eq!((project.gaps().len(), unread(&project).len()), (1, 3));
}

#[test]
fn a_memory_fills_gaps_as_drafts_where_that_is_asked_for() {
    let project = filled();
    project.run(&["accept", "--all"], "");
    let original = "Через реку ходит старый паром.\n\nМэр открыл мост в 1905 году.\n";
    project.write("originals/river.md", original);
    project.run(&["add", "originals/river.md", "--language", "en", "--memory", "70"], "");
    let text = project.read("translations/en/river.md");
    assert!(text.contains("A ferry crosses the river.\n"), "{text}");
    assert!(project.read("translations/en/river.units.toml").contains("by = \"memory "));
    assert_eq!(unread(&project).len(), 1, "what the memory has word for word is to be confirmed as before");
}

const XLIFF: &str = r#"<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="originals/bridge.md" source-language="ru" target-language="en" datatype="plaintext"><body>
<trans-unit id="2" approved="yes"><source>Мэр открыл мост в 1905 году.</source><target>The mayor opened the bridge in 1905.</target></trans-unit>
<trans-unit id="4"><source>Через реку ходит паром.</source><target state="STATE">A ferry crosses the river.</target></trans-unit>
</body></file></xliff>
"#;

#[test]
fn what_a_script_marked_as_approved_is_a_draft_and_what_is_final_is_accepted() {
    let project = Project::new();
    project.write("back.xlf", &XLIFF.replace("STATE", "final"));
    let said = text(&project, &["memory", "import", "back.xlf"], "");
    assert!(said.contains("1 accepted") && said.contains("1 of them is a draft"), "{said}");
    assert_eq!(unread(&project), [("The mayor opened the bridge in 1905.".to_owned(), "same".to_owned())]);
    let project = Project::new();
    project.write("back.xlf", &XLIFF.replace("STATE", "translated"));
    let said = text(&project, &["memory", "import", "back.xlf"], "");
    assert!(said.contains("0 accepted") && said.contains("2 of them are drafts"), "{said}");
    let project = Project::new();
    project.write("back.xlf", &XLIFF.replace("STATE", "translated"));
    let said = text(&project, &["memory", "import", "back.xlf", "--accept-approved"], "");
    assert!(said.contains("1 accepted") && said.contains("1 of them is a draft"), "{said}");
    assert_eq!(unread(&project), [("A ferry crosses the river.".to_owned(), "same".to_owned())]);
}

#[test]
fn a_catalogue_of_gettext_becomes_drafts_and_no_text_that_was_here_does() {
    let project = Project::new();
    let here = project
        .read(TRANSLATION)
        .replace("<!-- tolmach: translate\nЧерез реку ходит паром.\n-->", "A ferry crosses the river.");
    project.write(TRANSLATION, &here);
    let message =
        |source: &str, target: &str| format!("#: originals/bridge.md\nmsgid \"{source}\"\nmsgstr \"{target}\"\n\n");
    let catalogue = "msgid \"\"\nmsgstr \"Language: en\\n\"\n\n".to_owned()
        + &message("Мэр открыл мост в 1905 году.", "The mayor opened the bridge in 1905.")
        + &message("Через реку ходит паром.", "A ferry crosses the river.");
    project.write("back.po", &catalogue);
    project.run(&["memory", "import", "back.po"], "");
    assert_eq!(unread(&project), [("The mayor opened the bridge in 1905.".to_owned(), "same".to_owned())]);
    assert!(project.read(UNITS).contains("by = \"back.po\""));
}

#[test]
fn a_stamp_comes_with_a_change_and_goes_with_the_translation_of_it() {
    let project = filled();
    project.run(&["accept", "--all"], "");
    let before = project.read(TRANSLATION);
    project.run(&["update", "--stamp"], "");
    assert_eq!(project.read(TRANSLATION), before, "what is up to date is left as it is");
    let original = project.read("originals/bridge.md");
    project.write("originals/bridge.md", &original.replace("1905", "1906"));
    project.run(&["update"], "");
    assert!(!project.read(TRANSLATION).contains("outdated"), "nobody asked for it");
    let said = text(&project, &["update", "--stamp"], "");
    assert!(said.contains("marked as outdated"), "{said}");
    assert!(project.read(TRANSLATION).starts_with("---\noutdated: true\n---\n\n# Bridges"));
    let stamped = project.read(TRANSLATION);
    project.run(&["update", "--stamp"], "");
    assert_eq!(project.read(TRANSLATION), stamped, "once is enough");
    project.write("originals/bridge.md", &original);
    project.run(&["update", "--stamp"], "");
    assert!(!project.read(TRANSLATION).contains("outdated"), "{}", project.read(TRANSLATION));
}
