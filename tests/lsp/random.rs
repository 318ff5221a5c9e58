//! Random edits: what the server knows is what a fresh check of the same texts finds.
//!
//! `TOLMACH_RANDOM_EDITS=10000` asks for as many edits, `TOLMACH_RANDOM_SEED` for others.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tolmach::analysis::Analysis;
use tolmach::project::{Memory, Project};
use tolmach::units::Pair;
use tolmach::workspace::{Answers, Fixing, Outcome, Silent, Task, Workspace, check};

use super::{Editor, capabilities};

const GLOSSARIES: [&str; 3] = [
    super::client::GLOSSARY,
    "[[concept]]\nid = \"akim\"\n[concept.ru]\npreferred = \"аким\"\n[concept.en]\npreferred = \"mayor\"\n",
    "[[concept]]\nid = \"ferry\"\n[concept.ru]\npreferred = \"паром\"\n[concept.en]\npreferred = \"ferry\"\n",
];
const CONFIGURATIONS: [&str; 3] =
    ["source-language = \"ru\"\n", "[rules]\nnumber-mismatch = \"off\"\n", "[rules]\nend-mark = \"error\"\n"];

/// What is written into originals and translations.
const PIECES: [[&str; 12]; 2] = [
    [
        "\n\n",
        "аким",
        " 1905",
        "Мост открыл аким в 1905 году.",
        "🌉",
        "\n\n## Паром\n\n",
        "«Люди ждали»",
        " e\u{301}",
        "\r\n\r\n",
        "Люди ждали паром у реки.\n\n",
        "`код`",
        "[мост](a.md)",
    ],
    [
        "\n\n",
        "akim",
        " 1904",
        "The mayor opened the bridge in 1905.",
        "🌉",
        "\n\n## The ferry\n\n",
        "“People waited”",
        " e\u{301}",
        "\r\n\r\n",
        "People waited for the ferry at the river.\n\n",
        "`code`",
        "\n\n<!-- tolmach: translate\nЛюди ждали паром у реки.\n-->\n\n",
    ],
];

/// Numbers that look random and are the same in every run (Steele, Lea, Flood: SplitMix).
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % most.max(1) as u64) as usize
    }
}

/// A finding: its rule, its fingerprint, where it begins.
type Found = (String, String, u64, u64);

/// A place as the protocol counts it in UTF-16.
fn position(text: &str, offset: usize) -> (u64, u64) {
    let before = text[..offset].replace("\r\n", "\n").replace('\r', "\n");
    let line = before.matches('\n').count() as u64;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (line, before[start..].encode_utf16().count() as u64)
}

/// What `check` finds in these texts, by the path of the translation.
fn checked(texts: &BTreeMap<String, String>) -> BTreeMap<String, Vec<Found>> {
    let files = Memory::new(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let workspace = Workspace::open(Project::on(Arc::new(files)).unwrap(), &Silent).unwrap();
    let tasks: Vec<Task<'_>> = workspace.listing.pairs.iter().map(Task::of).collect();
    let make = |pair: &Pair, analysis: &Analysis| {
        let found = analysis.findings.iter().filter(|found| found.waived.is_none()).map(|found| {
            let place = found.finding.target.first().and_then(|place| {
                let paragraph = pair.target.paragraphs.get(place.paragraph)?;
                Some(position(&pair.target.text, paragraph.in_file(place.span).start))
            });
            // One without a place in the translation is shown somewhere near.
            let (line, column) = place.unwrap_or((u64::MAX, u64::MAX));
            (found.finding.rule.to_owned(), found.fingerprint.clone(), line, column)
        });
        let mut found: Vec<Found> = found.collect();
        found.sort();
        (pair.paths.translation.clone(), found)
    };
    let mut all = Vec::new();
    let mut keep = |outcome: Outcome<(String, Vec<Found>)>| match outcome {
        Outcome::Fixed(_) => {}
        Outcome::Next(one) => all.push(one),
        Outcome::Again(at, one) => all[at] = one,
    };
    let done = check(&workspace, &tasks, Fixing::No, true, &Silent, Answers::new(&make), &mut keep);
    assert!(done.errors.is_empty(), "{:?}", done.errors);
    all.into_iter().collect()
}

/// What the server told of a translation, as [`checked`] has it.
fn told(diagnostics: &[Value], wanted: &[Found]) -> Vec<Found> {
    let found = diagnostics.iter().filter(|one| one["data"]["fingerprint"].is_string()).map(|one| {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let (rule, fingerprint) = (text(&one["code"]), text(&one["data"]["fingerprint"]));
        let start = &one["range"]["start"];
        let placeless = wanted.iter().any(|other| other.1 == fingerprint && other.2 == u64::MAX);
        match placeless {
            true => (rule, fingerprint, u64::MAX, u64::MAX),
            false => (rule, fingerprint, start["line"].as_u64().unwrap(), start["character"].as_u64().unwrap()),
        }
    });
    let mut found: Vec<Found> = found.collect();
    found.sort();
    found
}

struct Session {
    editor: Editor,
    random: Random,
    texts: BTreeMap<String, String>,
    versions: BTreeMap<String, i32>,
    /// What the server told last, by path.
    known: BTreeMap<String, Vec<Value>>,
    names: Vec<String>,
}

impl Session {
    fn new(seed: u64) -> Session {
        let mut editor = Editor::started();
        let options = json!({ "debounce": 0, "settle": 0 });
        editor.initialize(json!({ "capabilities": capabilities(), "initializationOptions": options }));
        let mut texts = BTreeMap::new();
        let names: Vec<String> = ["bridge", "second", "third"].map(str::to_owned).to_vec();
        for (at, name) in names.iter().enumerate() {
            let more = format!("\nЭто глава {at}.\n");
            texts.insert(format!("originals/{name}.md"), format!("{}{more}", super::ORIGINAL));
            let more = format!("\nThis is chapter {at}.\n");
            texts.insert(format!("translations/en/{name}.md"), format!("{}{more}", super::TRANSLATION));
        }
        texts.insert("glossary/terms.toml".to_owned(), GLOSSARIES[0].to_owned());
        texts.insert("tolmach.toml".to_owned(), CONFIGURATIONS[0].to_owned());
        for (path, text) in &texts {
            editor.write(path, text);
        }
        for (path, text) in &texts {
            editor.open_as(path, text);
        }
        let versions = texts.keys().map(|path| (path.clone(), 1)).collect();
        Session { editor, random: Random(seed), texts, versions, known: BTreeMap::new(), names }
    }

    /// One edit of one of the files, or the acceptance of a line.
    fn step(&mut self) -> String {
        match self.random.below(60) {
            0 => self.whole("glossary/terms.toml", GLOSSARIES[self.random.0 as usize % 3]),
            1 => self.whole("tolmach.toml", CONFIGURATIONS[self.random.0 as usize % 3]),
            2 | 3 => self.accept(),
            _ => self.part(),
        }
    }

    fn version(&mut self, path: &str) -> i32 {
        let version = self.versions.get_mut(path).unwrap();
        *version += 1;
        *version
    }

    fn whole(&mut self, path: &str, text: &str) -> String {
        let version = self.version(path);
        self.editor.change(path, version, text);
        self.texts.insert(path.to_owned(), text.to_owned());
        format!("{path} became {text:?}")
    }

    fn part(&mut self) -> String {
        let side = self.random.below(2);
        let name = self.names[self.random.below(self.names.len())].clone();
        let path = [format!("originals/{name}.md"), format!("translations/en/{name}.md")][side].clone();
        let text = self.texts[&path].clone();
        let mut borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        // An editor has no place between the two signs of an end of line.
        borders.retain(|at| !(text[..*at].ends_with('\r') && text[*at..].starts_with('\n')));
        let at = self.random.below(borders.len());
        let long = text.len() > 2_000;
        let removed =
            if self.random.below(3) == 0 || long { self.random.below(if long { 400 } else { 40 }) } else { 0 };
        let end = borders[(at + removed).min(borders.len() - 1)];
        let start = borders[at];
        let new = if self.random.below(4) == 0 { "" } else { PIECES[side][self.random.below(12)] };
        let place = |offset: usize| {
            let (line, character) = position(&text, offset);
            json!({ "line": line, "character": character })
        };
        let change = json!([{ "range": { "start": place(start), "end": place(end) }, "text": new }]);
        let version = self.version(&path);
        self.editor.edit(&path, version, change);
        let mut made = text;
        made.replace_range(start..end, new);
        self.texts.insert(path.clone(), made);
        format!("{path}: {start}..{end} became {new:?}")
    }

    /// Accepts the unit of a line where there is one; the units file is the server's to write.
    fn accept(&mut self) -> String {
        let name = self.names[self.random.below(self.names.len())].clone();
        let path = format!("translations/en/{name}.md");
        let line = self.random.below(self.texts[&path].lines().count());
        let uri = self.editor.uri(&path);
        self.editor.execute("tolmach.accept", json!({ "uri": uri, "line": line }));
        let units = format!("translations/en/{name}.units.toml");
        if let Ok(text) = fs::read_to_string(self.editor.path(&units)) {
            self.texts.insert(units, text);
        }
        // A comment that the acceptance takes away is taken away by the editor.
        while let Some(asked) = self.editor.received("workspace/applyEdit") {
            for change in asked["params"]["edit"]["documentChanges"].as_array().unwrap() {
                let uri = change["textDocument"]["uri"].as_str().unwrap();
                let path = self.texts.keys().find(|path| self.editor.uri(path) == uri).unwrap().clone();
                let text = Editor::applied(&self.texts[&path], &change["edits"]);
                self.whole(&path, &text);
            }
        }
        format!("{path}:{line} was accepted")
    }

    /// Waits until the server has told what a fresh check finds.
    fn compare(&mut self, what: &str) {
        let wanted = checked(&self.texts);
        let end = Instant::now() + Duration::from_secs(60);
        loop {
            while let Some(message) = self.editor.received("textDocument/publishDiagnostics") {
                let uri = message["params"]["uri"].as_str().unwrap();
                if let Some(path) = self.texts.keys().find(|path| self.editor.uri(path) == uri) {
                    let found = message["params"]["diagnostics"].as_array().unwrap().clone();
                    self.known.insert(path.clone(), found);
                }
            }
            let same = |(path, wanted): (&String, &Vec<Found>)| {
                told(self.known.get(path).map_or(&[][..], Vec::as_slice), wanted) == *wanted
            };
            if wanted.iter().all(same) {
                return;
            }
            if Instant::now() > end {
                let mut other = String::new();
                for (path, wanted) in &wanted {
                    let known = told(self.known.get(path).map_or(&[][..], Vec::as_slice), wanted);
                    if known != *wanted {
                        let text = &self.texts[path];
                        write!(other, "\n{path}\n  told:  {known:?}\n  check: {wanted:?}\n{text}").unwrap();
                    }
                }
                panic!("after {what} the server knows something else than check finds:{other}");
            }
            self.editor.receive(Duration::from_millis(20));
        }
    }
}

#[test]
fn what_the_server_knows_is_what_a_fresh_check_finds() {
    let asked = |name: &str, usual: usize| std::env::var(name).map_or(usual, |value| value.parse().unwrap());
    let (edits, seed) = (asked("TOLMACH_RANDOM_EDITS", 80), asked("TOLMACH_RANDOM_SEED", 1));
    let mut session = Session::new(seed as u64);
    session.compare("opening");
    for edit in 0..edits {
        let what = session.step();
        session.compare(&format!("edit {edit}, {what}"));
    }
    assert_eq!(session.editor.end(), 0);
}
