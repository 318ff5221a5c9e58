//! `tolmach review`, as a user meets it: screens in a pseudo-terminal, and decisions with the files before and after.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};

#[path = "review/screen.rs"]
mod screen;

const PROGRAM: &str = env!("CARGO_BIN_EXE_tolmach");

const ORIGINAL: &str = "# Вечер в Алматы\n\nАкимат закрыли в 1995 году; на двери висел замок.\n\n\
                        Вечером аким вышел к людям.\n\nАкимат молчал.\n";
const TRANSLATION: &str = "# An evening in Almaty\n\nThe city hall was closed in 1996; a lock hung on the door.\n\n\
                           In the evening the mayor came out to the people.\n\nCity hall kept silent.\n";
const GLOSSARY: &str = r#"# Offices.

[[concept]]
id = "akimat"
definition = "executive body of a city"
[concept.ru]
preferred = "акимат"
[concept.en]
preferred = "akimat"
deprecated = ["city hall"]
note = "lower case" # kept

[[concept]]
id = "akim"
[concept.ru]
preferred = "аким"
[concept.en]
preferred = "akim"
deprecated = ["mayor"]
"#;

/// A project in a folder of its own.
struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    fn new() -> Project {
        let project = Project { folder: tempfile::tempdir().unwrap() };
        for folder in ["originals", "translations/en", "glossary"] {
            fs::create_dir_all(project.path(folder)).unwrap();
        }
        project.write("originals/almaty.md", ORIGINAL);
        project.write("translations/en/almaty.md", TRANSLATION);
        project.write("glossary/offices.toml", GLOSSARY);
        project
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Every file with its bytes, in order; the cache is no part of the project.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.ends_with(".tolmach") {
                    continue;
                }
                if path.is_dir() { folders.push(path) } else { files.push((path.clone(), fs::read(&path).unwrap())) }
            }
        }
        files.sort();
        files
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.args(["--interface-language", "en"]).args(arguments).current_dir(self.folder.path());
        command.env_remove("VISUAL").env_remove("EDITOR");
        command
    }

    /// Answers the questions of `review --plain` about deprecated terms and numbers; what was said.
    fn answer(&self, answers: &str) -> String {
        self.answer_about("--rule=term-deprecated,number-mismatch", answers)
    }

    /// Answers the questions of `review --plain` with these `rules`; what was said.
    fn answer_about(&self, rules: &str, answers: &str) -> String {
        let mut child =
            self.command(&["review", "--plain", rules]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(answers.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    }

    /// The rules that `check` names, in order, without what is waived.
    fn found(&self) -> Vec<String> {
        let output =
            self.command(&["check", "--rule=term-deprecated,number-mismatch", "--format=json"]).output().unwrap();
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let findings = answer["findings"].as_array().unwrap().iter();
        let open = findings.filter(|finding| finding["waived"] == false);
        open.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn a_fix_is_shown_applied_and_undone() {
    let project = Project::new();
    let before = project.files();
    assert_eq!(project.found(), ["term-deprecated", "number-mismatch", "term-deprecated", "term-deprecated"]);
    let said = project.answer("f\ny\n");
    assert!(said.contains("[-city hall-]{+akimat+}"), "{said}");
    assert_eq!(project.read("translations/en/almaty.md"), TRANSLATION.replacen("city hall", "akimat", 1));
    project.write("translations/en/almaty.md", TRANSLATION);
    project.answer("f\ny\nu\n");
    assert_eq!(project.files(), before, "undone exactly");
    project.answer("f\nn\n");
    assert_eq!(project.files(), before, "and not done without a yes");
}

#[test]
fn one_answer_fixes_all_that_are_alike_and_undoes_them() {
    let project = Project::new();
    let said = project.answer("f\nall\n");
    assert!(said.contains("all 2 like this"), "{said}");
    let fixed = TRANSLATION.replace("city hall", "akimat").replace("City hall", "Akimat");
    assert_eq!(project.read("translations/en/almaty.md"), fixed);
    project.write("translations/en/almaty.md", TRANSLATION);
    let before = project.files();
    project.answer("f\nall\nu\n");
    assert_eq!(project.files(), before);
}

#[test]
fn a_waived_finding_stays_quiet_until_its_paragraph_changes() {
    let project = Project::new();
    project.answer("j\nw the year of the decree\ny\n");
    assert_eq!(project.found(), ["term-deprecated", "term-deprecated", "term-deprecated"]);
    let units = project.read("translations/en/almaty.units.toml");
    assert!(units.contains("number-mismatch") && units.contains("the year of the decree"), "{units}");
    project.write("translations/en/almaty.md", &TRANSLATION.replace("a lock hung", "a big lock hung"));
    assert!(project.found().contains(&"number-mismatch".to_owned()));
}

#[test]
fn a_name_spelled_in_two_ways_across_documents_is_shown_and_quieted_by_a_waiver() {
    let project = Project::new();
    project.write("originals/two.md", "Токаев приехал рано утром.\n\nТокаев уехал поздно вечером.\n");
    let two = "Tokayev came early in the morning.\n\nTokayev left late in the evening.\n";
    project.write("translations/en/two.md", two);
    project.write("originals/one.md", "Вечером на площади ждали Токаева.\n");
    project.write("translations/en/one.md", "In the evening they waited for Tokaev on the square.\n");
    let finding = "“Токаева” is “Tokaev” here and “Tokayev” elsewhere";
    let rule = "--rule=name-inconsistent";
    let before = project.files();
    let said = project.answer_about(rule, "w as he signed it\ny\nu\n");
    assert_eq!(said.matches(finding).count(), 2, "shown, and shown again after the undoing: {said}");
    assert!(said.contains("⟦Tokaev⟧"), "{said}");
    assert_eq!(project.files(), before);
    project.answer_about(rule, "w as he signed it\ny\n");
    let units = project.read("translations/en/one.units.toml");
    assert!(units.contains("name-inconsistent") && units.contains("as he signed it"), "{units}");
    let said = project.answer_about(rule, "");
    assert!(!said.contains(finding), "{said}");
    project.write("translations/en/two.md", &two.replace("Tokayev", "Tokaev"));
    assert!(project.answer_about("--rule=name-inconsistent,unused-waiver", "").contains("unused-waiver"));
}

#[cfg(unix)]
#[test]
fn mending_one_document_mends_what_another_says_of_it() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::new();
    for (name, original, translation) in [
        ("one", "Материал подготовлен редакцией.\n", "Prepared by the editors.\n"),
        ("two", "Материал подготовлен редакцией.\n", "The editors wrote this.\n"),
    ] {
        project.write(&format!("originals/{name}.md"), original);
        project.write(&format!("translations/en/{name}.md"), translation);
    }
    let tools = tempfile::tempdir().unwrap();
    let editor = tools.path().join("editor");
    let one = project.path("translations/en/one.md");
    // It is opened for the second document and writes the first one.
    fs::write(&editor, format!("#!/bin/sh\necho 'The editors wrote this.' > {}\n", one.display())).unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = project.command(&["review", "--plain", "--rule=same-source"]);
    let mut child = command.env("EDITOR", &editor).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"p 1 = 1\ne\nu\n").unwrap();
    let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let rest = said.split_once("Nothing is left to decide.").map(|(_, rest)| rest);
    assert!(rest.is_some_and(|rest| rest.contains("[same-source]")), "gone, and there again when undone: {said}");
}

#[test]
fn a_concept_found_nowhere_is_shown_by_its_entry_and_has_no_unit_to_waive() {
    let project = Project::new();
    let unused = "\n[[concept]]\nid = \"aul\"\n[concept.ru]\npreferred = \"аул\"\n";
    project.write("glossary/offices.toml", &format!("{GLOSSARY}{unused}"));
    let before = project.files();
    let said = project.answer_about("--rule=unused-concept", "w a reason\np\nt\nn\ng замок\n2\n");
    assert!(said.contains("no document has a term of “aul”") && said.contains("glossary/offices.toml:"), "{said}");
    assert!(said.contains("1 of 1") && !said.contains("Translation"), "{said}");
    assert!(project.read("glossary/offices.toml").contains("замок"), "{said}");
    assert_eq!(project.files().len(), before.len(), "no units file");
    assert!(!project.answer_about("--rule=unused-concept", "").contains("aul"));
}

#[test]
fn a_reason_is_offered_again_by_its_number() {
    let project = Project::new();
    project.answer("w quoted\ny\n");
    let said = project.answer("w\n1\ny\n");
    assert!(said.contains("1  quoted"), "{said}");
    assert_eq!(project.read("translations/en/almaty.units.toml").matches("quoted").count(), 2);
}

#[test]
fn accepting_a_unit_writes_its_two_texts_and_undoing_leaves_no_file() {
    let project = Project::new();
    let before = project.files();
    project.answer("a\ny\n");
    let units = project.read("translations/en/almaty.units.toml");
    assert!(units.contains("[[unit]]") && units.contains("Акимат закрыли в 1995 году"), "{units}");
    fs::remove_file(project.path("translations/en/almaty.units.toml")).unwrap();
    project.answer("a\ny\nu\n");
    assert_eq!(project.files(), before);
}

#[test]
fn a_form_goes_into_the_glossary_without_touching_the_rest() {
    let project = Project::new();
    let before = project.files();
    let said = project.answer("}\n}\ng town office\n1\n");
    assert!(said.contains("added to the glossary"), "{said}");
    let glossary = project.read("glossary/offices.toml");
    assert!(glossary.contains("admitted = [\"town office\"]") && glossary.contains("# kept"), "{glossary}");
    project.write("glossary/offices.toml", GLOSSARY);
    project.answer("g town office\n2\nu\n");
    assert_eq!(project.files(), before);
}

#[test]
fn paragraphs_are_paired_by_hand_and_parted_again() {
    let project = Project::new();
    let before = project.files();
    project.answer("p 3, 5 = 3\n");
    let units = project.read("translations/en/almaty.units.toml");
    assert!(units.contains("[[pair]]"), "{units}");
    fs::remove_file(project.path("translations/en/almaty.units.toml")).unwrap();
    project.answer("p 3, 5 = 3\nu\n");
    assert_eq!(project.files(), before);
}

#[cfg(unix)]
#[test]
fn the_editor_opens_at_the_line_and_its_work_can_be_undone() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::new();
    let before = project.files();
    let tools = tempfile::tempdir().unwrap();
    let editor = tools.path().join("editor");
    fs::write(
        &editor,
        format!("#!/bin/sh\necho \"$1\" > {}/line\nsed -i s/1996/1995/ \"$2\"\n", tools.path().display()),
    )
    .unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
    let run = |answers: &str| {
        let mut command = project.command(&["review", "--plain", "--rule=number-mismatch"]);
        let mut child = command.env("EDITOR", &editor).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(answers.as_bytes()).unwrap();
        String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
    };
    run("e\n");
    assert_eq!(fs::read_to_string(tools.path().join("line")).unwrap(), "+3\n");
    assert_eq!(project.read("translations/en/almaty.md"), TRANSLATION.replace("1996", "1995"));
    project.write("translations/en/almaty.md", TRANSLATION);
    run("e\nu\n");
    assert_eq!(project.files(), before);
}

#[test]
fn a_file_changed_meanwhile_is_read_again_and_not_overwritten() {
    let project = Project::new();
    let mut child = project
        .command(&["review", "--plain", "--rule=term-deprecated"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut answers = child.stdin.take().unwrap();
    let mut said = child.stdout.take().unwrap();
    let mut heard = String::new();
    let mut wait_for = |wanted: &str| {
        let mut byte = [0; 1];
        let mut bytes = Vec::new();
        while !String::from_utf8_lossy(&bytes).contains(wanted) {
            assert!(said.read(&mut byte).unwrap() > 0, "ended before {wanted}: {}", String::from_utf8_lossy(&bytes));
            bytes.push(byte[0]);
        }
        heard.push_str(&String::from_utf8_lossy(&bytes));
    };
    wait_for("q quit:");
    answers.write_all(b"f\n").unwrap();
    wait_for("n no:");
    let changed = TRANSLATION.replace("a lock hung", "a lock was");
    project.write("translations/en/almaty.md", &changed);
    answers.write_all(b"y\n").unwrap();
    wait_for("read again: translations/en/almaty.md");
    assert_eq!(project.read("translations/en/almaty.md"), changed);
    answers.write_all(b"q\n").unwrap();
    drop(answers);
    assert!(child.wait().unwrap().success());
}
