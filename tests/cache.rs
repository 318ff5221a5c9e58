//! The cache changes no answer: what `check` says with it is what it says without it, whatever was changed meanwhile.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

/// A project of some documents, and a folder for the user's secret.
struct Project {
    root: tempfile::TempDir,
    user: tempfile::TempDir,
}

const NAMES: [&str; 3] = ["bridge", "harbour", "market"];

/// Paragraphs with a name, a number, a term, a link to another page and two sentences, so that most rules have work.
const PARAGRAPHS: [(&str, &str); 6] = [
    ("# Мост у порта {#port}", "# The bridge at the port {#port}"),
    (
        "Мост открыли в 1905 году. Строил его Ермек Байтурсынов.",
        "The bridge was opened in 1905. Yermek Baitursynov built it.",
    ),
    ("Акимат города обещал 30 млн тенге.", "The akimat of the city promised 30 million tenge."),
    ("См. [рынок](market.md#port).", "See [the market](market.md#port)."),
    ("Материал подготовлен редакцией местной газеты.", "Prepared by the editors of the local paper."),
    ("Вода поднялась на 2 метра. Жителей вывезли. Дорогу закрыли.", "The water rose by 2 metres. The road was closed."),
];

impl Project {
    fn new() -> Project {
        let project = Project { root: folder(), user: folder() };
        for name in NAMES {
            let side = |of: fn(&(&'static str, &'static str)) -> &'static str| {
                PARAGRAPHS.iter().map(|pair| format!("{}\n\n", of(pair))).collect::<String>()
            };
            project.write(&format!("originals/{name}.md"), &side(|pair| pair.0));
            project.write(&format!("translations/en/{name}.md"), &side(|pair| pair.1));
        }
        project.write("tolmach.toml", "source-language = \"ru\"\n");
        project.write("glossary/terms.toml", GLOSSARY);
        project
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a writable folder");
        fs::write(path, text).expect("a writable folder");
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.args(arguments).current_dir(self.root.path()).env_remove("TOLMACH_CACHE_DIR");
        command.envs([("LC_ALL", "C.UTF-8"), ("NO_COLOR", "1")]).env("XDG_CACHE_HOME", self.user.path());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    /// The answer of `check` with the cache; it must be the one without.
    fn check(&self) -> Result<String, TestCaseError> {
        let [with, without] = [&["check", "--format", "json"][..], &["check", "--format", "json", "--no-cache"]]
            .map(|arguments| self.run(arguments));
        prop_assert_eq!(text(&with.stdout), text(&without.stdout));
        prop_assert_eq!(text(&with.stderr), text(&without.stderr));
        prop_assert_eq!(with.status, without.status);
        let [status, again] = [&["status", "--format", "json"][..], &["status", "--format", "json", "--no-cache"]]
            .map(|arguments| self.run(arguments));
        prop_assert_eq!(text(&status.stdout), text(&again.stdout));
        Ok(text(&with.stdout))
    }

    fn entries(&self) -> Vec<PathBuf> {
        let mut entries = Vec::new();
        for shard in fs::read_dir(self.path(".tolmach/cache")).into_iter().flatten().flatten() {
            entries.extend(fs::read_dir(shard.path()).into_iter().flatten().flatten().map(|entry| entry.path()));
        }
        entries
    }
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a writable folder")
}

const GLOSSARY: &str =
    "[[concept]]\nid = \"akimat\"\n[concept.ru]\npreferred = \"акимат\"\n[concept.en]\npreferred = \"akimat\"\n";

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A change of a project.
#[derive(Clone, Debug)]
enum Change {
    /// In a document on a side, at a paragraph, these words for those.
    Text {
        name: usize,
        translation: bool,
        from: &'static str,
        to: &'static str,
    },
    /// A paragraph is taken out.
    Remove {
        name: usize,
        translation: bool,
        at: usize,
    },
    Glossary(&'static str),
    Configuration(&'static str),
    Accept {
        name: usize,
        line: usize,
    },
    AcceptAll,
    Delete {
        name: usize,
    },
    Restore {
        name: usize,
    },
}

fn change() -> impl Strategy<Value = Change> {
    let words = prop::sample::select(vec![
        ("1905", "1906"),
        ("1906", "1905"),
        ("Байтурсынов", "Байтурсынова"),
        ("Baitursynov", "Baytursynov"),
        ("{#port}", "{#harbour}"),
        ("akimat", "city hall"),
        ("акимат", "Акимат"),
        ("Prepared", "Written"),
        (" The road was closed.", ""),
        ("30", "31"),
    ]);
    prop_oneof![
        6 => (0..3usize, any::<bool>(), words).prop_map(|(name, translation, (from, to))| Change::Text { name, translation, from, to }),
        2 => (0..3usize, any::<bool>(), 0..6usize).prop_map(|(name, translation, at)| Change::Remove { name, translation, at }),
        1 => prop::sample::select(vec!["", GLOSSARY, "[[concept]]\nid = \"bridge\"\n[concept.ru]\npreferred = \"мост\"\n[concept.en]\npreferred = \"bridge\"\n"]).prop_map(Change::Glossary),
        1 => prop::sample::select(vec![
            "source-language = \"ru\"\n",
            "[rules]\nnumber-mismatch = \"off\"\n",
            "[rules.length-ratio]\nmin = 0.95\n",
        ])
        .prop_map(Change::Configuration),
        3 => (0..3usize, 0..6usize).prop_map(|(name, at)| Change::Accept { name, line: 2 * at + 1 }),
        1 => Just(Change::AcceptAll),
        1 => (0..3usize).prop_map(|name| Change::Delete { name }),
        1 => (0..3usize).prop_map(|name| Change::Restore { name }),
    ]
}

fn make(project: &Project, change: &Change) {
    let path = |name: usize, translation: bool| {
        let folder = if translation { "translations/en" } else { "originals" };
        format!("{folder}/{}.md", NAMES[name])
    };
    let edit = |path: String, edit: &dyn Fn(String) -> String| {
        if let Ok(text) = fs::read_to_string(project.path(&path)) {
            project.write(&path, &edit(text));
        }
    };
    match change {
        Change::Text { name, translation, from, to } => edit(path(*name, *translation), &|text| text.replace(from, to)),
        Change::Remove { name, translation, at } => edit(path(*name, *translation), &|text| {
            let paragraphs = text.split("\n\n").enumerate().filter(|(place, _)| place != at);
            paragraphs.map(|(_, paragraph)| paragraph).collect::<Vec<_>>().join("\n\n")
        }),
        Change::Glossary(text) => project.write("glossary/terms.toml", text),
        Change::Configuration(text) => project.write("tolmach.toml", text),
        Change::Accept { name, line } => {
            project.run(&["accept", &format!("{}:{line}", path(*name, true))]);
        }
        Change::AcceptAll => drop(project.run(&["accept", "--all"])),
        Change::Delete { name } => drop(fs::remove_file(project.path(&path(*name, true)))),
        Change::Restore { name } => project.write(&path(*name, true), "# The bridge at the port\n\nSomething else.\n"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, ..ProptestConfig::default() })]

    #[test]
    fn answers_are_the_same_with_and_without_a_cache(changes in prop::collection::vec(change(), 1..12)) {
        let project = Project::new();
        project.check()?;
        for change in &changes {
            make(&project, change);
            project.check()?;
        }
    }
}

#[test]
fn a_second_run_analyses_nothing_and_says_the_same() {
    let project = Project::new();
    let first = project.check().unwrap();
    let entries = project.entries();
    assert!(entries.len() >= NAMES.len(), "{entries:?}");
    // Whatever is worked out again is written again.
    let dates = |entries: &[PathBuf]| -> Vec<_> {
        entries.iter().map(|entry| fs::metadata(entry).unwrap().modified().unwrap()).collect()
    };
    let before = dates(&entries);
    assert_eq!(project.check().unwrap(), first);
    assert_eq!((project.entries().len(), dates(&entries)), (entries.len(), before));
    // One document changed: the others are not worked out again, as far as they are accepted.
    project.run(&["accept", "--all"]);
    project.check().unwrap();
    let known = project.entries();
    make(&project, &Change::Text { name: 0, translation: true, from: "1905", to: "1907" });
    assert!(project.check().unwrap().contains("number-mismatch"));
    let new = project.entries().into_iter().filter(|entry| !known.contains(entry)).count();
    // Those of the changed pair and of what it shows beside the others, for `check` and `status`; not all again.
    assert!((2..2 * NAMES.len()).contains(&new), "{new} new entries");
}

#[test]
fn a_page_that_a_link_leads_to_is_part_of_the_key() {
    let project = Project::new();
    assert!(!project.check().unwrap().contains("dead-anchor"));
    make(&project, &Change::Text { name: 2, translation: true, from: "{#port}", to: "{#quay}" });
    assert!(project.check().unwrap().contains("dead-anchor"), "the pages that link there did not change themselves");
}

#[test]
fn damaged_entries_and_those_of_another_person_are_ignored() {
    let project = Project::new();
    let first = project.check().unwrap();
    for (at, entry) in project.entries().into_iter().enumerate() {
        let mut bytes = fs::read(&entry).unwrap();
        match at % 3 {
            0 => bytes.truncate(bytes.len() / 2),
            1 => *bytes.last_mut().unwrap() ^= 1,
            _ => bytes.clear(),
        }
        fs::write(&entry, bytes).unwrap();
    }
    assert_eq!(project.check().unwrap(), first);
    // A pull request brings entries that say "nothing found": here those of a project without its findings.
    project.write("tolmach.toml", "[rules]\nomitted-sentence = \"off\"\n");
    project.check().unwrap();
    let stranger = tempfile::tempdir().unwrap();
    let mut command = project.command(&["check", "--format", "json"]);
    let answer = command.env("XDG_CACHE_HOME", stranger.path()).output().unwrap();
    assert_eq!(text(&answer.stdout), project.check().unwrap());
}

#[test]
fn the_cache_is_where_it_is_asked_for_or_nowhere() {
    let project = Project::new();
    let own = project.path(".tolmach");
    project.run(&["check", "--no-cache"]);
    assert!(!own.exists());
    project.write("tolmach.toml", "cache = false\n");
    project.run(&["check"]);
    assert!(!own.exists());
    project.write("tolmach.toml", "");
    let elsewhere = tempfile::tempdir().unwrap();
    let named = elsewhere.path().join("a/b");
    project.command(&["check"]).env("TOLMACH_CACHE_DIR", &named).output().unwrap();
    assert!(!own.exists() && named.join("secret").is_file());
    project.command(&["check"]).env_remove("XDG_CACHE_HOME").env_remove("HOME").output().unwrap();
    assert!(!own.exists(), "without a place for the secret there is none");
    project.run(&["check"]);
    assert!(own.is_dir());
    for command in [&["status", "--no-cache"][..], &["diff"], &["check", "--fix", "--dry-run"]] {
        let before = project.entries();
        project.run(command);
        assert_eq!(project.entries(), before, "{command:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_only_costs_time() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let project = Project::new();
    let expected = text(&project.run(&["check", "--no-cache"]).stdout);
    let outside = tempfile::tempdir().unwrap();
    symlink(outside.path(), project.path(".tolmach")).unwrap();
    assert_eq!(text(&project.run(&["check"]).stdout), expected);
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0, "nothing is written over a link");
    fs::remove_file(project.path(".tolmach")).unwrap();
    project.write(".tolmach", "a file");
    assert_eq!(text(&project.run(&["check"]).stdout), expected);
    fs::remove_file(project.path(".tolmach")).unwrap();
    fs::create_dir_all(project.path(".tolmach/cache")).unwrap();
    fs::set_permissions(project.path(".tolmach/cache"), PermissionsExt::from_mode(0o555)).unwrap();
    assert_eq!(text(&project.run(&["check"]).stdout), expected);
    fs::set_permissions(project.path(".tolmach/cache"), PermissionsExt::from_mode(0o755)).unwrap();
}

#[test]
fn eight_processes_at_once_say_the_same() {
    let project = Project::new();
    let expected = project.run(&["check", "--no-cache", "--format", "json"]).stdout;
    for _ in 0..3 {
        let running: Vec<_> = (0..8)
            .map(|_| {
                let mut command = project.command(&["check", "--format", "json"]);
                command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap()
            })
            .collect();
        for child in running {
            assert_eq!(text(&child.wait_with_output().unwrap().stdout), text(&expected));
        }
        leftovers(&project.path(".tolmach"));
    }
}

/// No temporary file is left.
fn leftovers(folder: &Path) {
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.expect("a readable folder");
        assert!(!entry.file_name().to_string_lossy().ends_with(".tmp"), "{entry:?}");
    }
}
