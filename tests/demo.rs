//! The project in this repository shows what the README says it shows.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// A unit by the lines of its paragraphs: source, target.
type Shape = (&'static [usize], &'static [usize]);

fn tolmach(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .envs([("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "C.UTF-8"), ("COLUMNS", "80"), ("NO_COLOR", "1")])
        .output()
        .expect("the program runs");
    String::from_utf8(output.stdout).expect("the answer is UTF-8")
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&tolmach(arguments)).expect("the answer is JSON")
}

#[test]
fn the_english_translations_have_the_six_faults_left_in_and_no_other() {
    let report = json(&["check", "--language", "en", "--format", "json"]);
    let mut found: Vec<String> = Vec::new();
    for finding in report["findings"].as_array().expect("a list") {
        let (path, place) = match finding.get("target") {
            Some(place) => (&finding["translation"], place),
            None => (&finding["original"], &finding["source"]),
        };
        found.push(format!("{} {}:{}", finding["rule"], path, place["start"]["line"]).replace('"', ""));
    }
    assert_eq!(
        found,
        [
            "extra-translation translations/en/dispatch.txt:5",
            "script-leftover translations/en/interview.md:37",
            "term-deprecated translations/en/january-2022.md:26",
            "term-missing translations/en/january-2022.md:28",
            "number-mismatch translations/en/january-2022.md:48",
            "missing-translation originals/january-2022.md:52",
        ]
    );
}

#[test]
fn every_paragraph_of_the_demo_has_its_counterpart_without_what_was_accepted() {
    // By document: the units that are not 1:1, as line numbers of the files.
    let expected: [(&str, &[Shape]); 4] = [
        ("january-2022.md", &[(&[24, 26], &[24]), (&[52], &[]), (&[60], &[56, 58])]),
        ("akimat-and-knb.md", &[(&[15, 17], &[15]), (&[43], &[41, 43])]),
        ("interview.md", &[(&[7, 9], &[7]), (&[23], &[21, 23]), (&[53, 55], &[53]), (&[63], &[61, 63])]),
        ("dispatch.txt", &[(&[], &[5])]),
    ];
    for (name, units) in expected {
        let (source, target) = (format!("originals/{name}"), format!("translations/en/{name}"));
        // Two loose files have no glossary and no accepted units: the texts alone must do.
        let answer = json(&["align", "--source", &source, "--target", &target, "--format", "json"]);
        let lines = |path: &str, at: &Value| -> Vec<usize> {
            let document = document(path);
            let lines = tolmach::text::Lines::new(&document.text);
            let line = |at: &Value| {
                let paragraph = &document.paragraphs[at.as_u64().expect("an index") as usize];
                lines.position(&document.text, paragraph.span.start).line
            };
            at.as_array().expect("indices").iter().map(line).collect()
        };
        let found: Vec<(Vec<usize>, Vec<usize>)> = answer["units"]
            .as_array()
            .expect("units")
            .iter()
            .map(|unit| (lines(&source, &unit["source"]), lines(&target, &unit["target"])))
            .filter(|(source, target)| (source.len(), target.len()) != (1, 1))
            .collect();
        let wanted: Vec<(Vec<usize>, Vec<usize>)> =
            units.iter().map(|(source, target)| (source.to_vec(), target.to_vec())).collect();
        assert_eq!(found, wanted, "{name}");
    }
}

fn document(path: &str) -> tolmach::text::Document {
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the demo is there");
    let format = if path.ends_with(".txt") {
        tolmach::text::Format::Plain(tolmach::text::Layout::Auto)
    } else {
        tolmach::text::Format::Markdown
    };
    tolmach::text::Document::read(&bytes, format)
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("a README");
    let mut shown = 0;
    for block in readme.split("```console\n").skip(1) {
        let block = block.split("```").next().expect("a block ends");
        let (command, answer) = block.split_once('\n').expect("a command and its answer");
        let arguments: Vec<&str> = command.strip_prefix("$ tolmach ").expect(command).split(' ').collect();
        assert_eq!(tolmach(&arguments).trim_end(), answer.trim_end(), "{command}");
        shown += 1;
    }
    assert!(shown >= 4, "{shown} sessions found");
}
