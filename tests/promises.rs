//! What docs/trust.md promises and no other test holds: the same answer from any number of threads, nothing written by
//! a command that only answers, no crate that could open a connection, and one list of targets for all releases.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a writable folder");
    let write = |path: String, text: String| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it stands in a folder")).expect("a writable folder");
        fs::write(path, text).expect("a writable folder");
    };
    for at in 0..24 {
        write(
            format!("originals/{at}.md"),
            format!("Акимат открыл мост в 19{at:02} году.\n\nПаром продали  Токаеву.\n"),
        );
        let year = if at % 3 == 0 { 99 } else { at };
        write(
            format!("translations/en/{at}.md"),
            format!("The city hall opened the bridge in 19{year:02}.\n\nThe the ferry was sold  to Tokaev{at}.\n"),
        );
    }
    write("originals/gap.md".to_owned(), "Мост.\n".to_owned());
    write("translations/en/gap.md".to_owned(), "<!-- tolmach: translate\nМост.\n-->\n".to_owned());
    write("answers.jsonl".to_owned(), "{\"id\": \"x\", \"target\": \"y\"}\n".to_owned());
    let concept =
        "[[concept]]\nid = \"akimat\"\n[concept.ru]\npreferred = \"акимат\"\n[concept.en]\npreferred = \"akimat\"\n";
    write("glossary/a.toml".to_owned(), concept.to_owned() + "deprecated = [\"city hall\"]\n");
    folder
}

fn answer(root: &Path, threads: &str, locale: &str, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .args(["--interface-language", "en"])
        .args(arguments)
        .current_dir(root)
        .envs([("RAYON_NUM_THREADS", threads), ("LC_ALL", locale), ("COLUMNS", "80"), ("NO_COLOR", "1")])
        .env_remove("GITHUB_STEP_SUMMARY")
        .output()
        .expect("the program runs");
    assert!(output.status.code().is_some_and(|code| code < 2), "{arguments:?}: {output:?}");
    output.stdout
}

/// Commands that answer and write nothing.
const QUESTIONS: &[&[&str]] = &[
    &["check"],
    &["check", "--format", "json"],
    &["check", "--format", "sarif"],
    &["check", "--format", "github"],
    &["check", "--format", "gitlab"],
    &["check", "--format", "junit"],
    &["check", "--fix", "--dry-run"],
    &["status"],
    &["align"],
    &["diff"],
    &["accept", "--all", "--dry-run"],
    &["update", "--dry-run"],
    &["glossary", "list"],
    &["glossary", "find", "акимат"],
    &["glossary", "suggest"],
    &["glossary", "forms", "--language", "ru", "акимат"],
    &["memory", "search", "мост"],
    &["gaps"],
    &["gaps", "--stale", "--prompt"],
    &["fill", "answers.jsonl", "--dry-run"],
    &["forget", "--all", "--dry-run"],
    &["waive", "doubled-space", "translations/en/1.md:3", "--reason", "x", "--dry-run"],
    &["init", "--dry-run"],
    &["rules"],
    &["explain", "end-mark"],
];

/// Those of them that need a part of the program which the small build lacks.
const MORE_QUESTIONS: &[&[&str]] = &[
    #[cfg(feature = "pages")]
    &["check", "--format", "html"],
    #[cfg(feature = "pages")]
    &["align", "--format", "html", "originals/1.md"],
    #[cfg(feature = "manual")]
    &["completions", "bash"],
];

/// More findings than stay in memory: they go to a file of the system's, or stay where there is no room for one.
#[test]
fn findings_beyond_memory_are_told_all_the_same() {
    let folder = tempfile::tempdir().expect("a writable folder");
    let root = folder.path();
    for place in ["originals", "translations/en"] {
        fs::create_dir_all(root.join(place)).expect("a writable folder");
    }
    for at in 0..10 {
        let long = |number: usize| format!("Паром номер {number} идёт в порт {}.\n\n", "через пролив ".repeat(150));
        let text: String = (0..70).map(|paragraph| long(at * 100 + paragraph)).collect();
        fs::write(root.join(format!("originals/{at:02}.md")), text).expect("a writable folder");
        fs::write(root.join(format!("translations/en/{at:02}.md")), "***\n").expect("a writable folder");
    }
    let told = |scratch: &Path, form: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_tolmach"))
            .args(["check", "--format", form, "--rule", "missing-translation"])
            .current_dir(root)
            .env("TMPDIR", scratch)
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let scratch = tempfile::tempdir().expect("a writable folder");
    let json = told(scratch.path(), "json");
    let answer: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let findings = answer["findings"].as_array().expect("a list");
    assert!(findings.len() > 10 * 60, "{}", findings.len());
    let paths: Vec<&str> = findings.iter().filter_map(|finding| finding["original"].as_str()).collect();
    assert!(paths.is_sorted());
    assert!(json == told(&root.join("nowhere"), "json"), "without a folder for scratch files the answer is another");
    assert_eq!(told(scratch.path(), "human").matches("missing-translation").count(), 10);
    assert_eq!(fs::read_dir(scratch.path()).expect("a readable folder").count(), 0);
}

#[test]
fn the_answer_is_the_same_from_any_number_of_threads_and_in_any_locale() {
    let folder = project();
    for question in QUESTIONS {
        let alone = answer(folder.path(), "1", "C", question);
        assert!(!alone.is_empty(), "{question:?}");
        for (threads, locale) in [("2", "C.UTF-8"), ("7", "tr_TR.UTF-8")] {
            let other = answer(folder.path(), threads, locale, question);
            assert!(alone == other, "{question:?} with {threads} threads:\n{}", String::from_utf8_lossy(&other));
        }
    }
}

#[test]
fn a_command_that_answers_writes_nothing() {
    let folder = project();
    let before = files(folder.path());
    for question in QUESTIONS.iter().chain(MORE_QUESTIONS) {
        answer(folder.path(), "2", "C", question);
        assert_eq!(files(folder.path()), before, "{question:?}");
    }
}

/// Pages go into the folder that was named, and nowhere else.
#[cfg(feature = "book")]
#[test]
fn pages_and_books_are_written_into_their_folder_alone() {
    let folder = project();
    let before = files(folder.path());
    let out = tempfile::tempdir().expect("a writable folder");
    for command in ["report", "book"] {
        let pages = out.path().join(command);
        answer(folder.path(), "2", "C", &[command, pages.to_str().expect("UTF-8")]);
        assert_eq!(files(folder.path()), before, "{command}");
        assert!(!files(&pages).is_empty(), "{command}");
    }
}

#[cfg(feature = "import")]
#[test]
fn an_import_whose_translation_cannot_be_started_writes_nothing() {
    let folder = project();
    let root = folder.path();
    let write = |path: &str, text: &str| fs::write(root.join(path), text).expect("a writable folder");
    write("page.html", "<html><body><h1>Мост</h1><p>Мост у реки.</p></body></html>");
    write("glossary/a.toml", "[[concept");
    let before = files(root);
    let add = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.args(["add", "--import", "page.html", "--language", "en"]).current_dir(root);
        command.output().expect("the program runs").status.code()
    };
    assert_eq!(add(), Some(2));
    assert_eq!(files(root), before);
    fs::remove_file(root.join("glossary/a.toml")).expect("it is there");
    assert_eq!(add(), Some(0));
    assert!(root.join("originals/page.md").exists() && root.join("translations/en/page.md").exists());
}

/// Names and bytes of everything in a folder but the cache, which `tests/cache.rs` looks after; beside the cache
/// `.tolmach` holds nothing.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = walkdir::WalkDir::new(root).into_iter();
    let entries = all
        .filter_entry(|entry| !entry.path().ends_with(".tolmach/cache"))
        .map(|entry| entry.expect("a readable folder"))
        .filter(|entry| entry.file_name() != ".tolmach");
    entries.map(|entry| (entry.path().display().to_string(), fs::read(entry.path()).unwrap_or_default())).collect()
}

/// The part of `deny.toml` that needs no tool: `cargo deny` in `.ci/run` reads the rest of it too.
#[test]
fn no_crate_opens_a_connection_and_all_come_from_one_registry() {
    let read = |path: &str| {
        let text =
            fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("it is in the repository");
        text.parse::<toml::Table>().expect("it is TOML")
    };
    let deny = read("deny.toml");
    let banned: Vec<&str> =
        deny["bans"]["deny"].as_array().expect("a list").iter().map(|name| name.as_str().expect("a name")).collect();
    assert!(banned.len() > 20);
    let lock = read("Cargo.lock");
    for package in lock["package"].as_array().expect("a list") {
        let name = package["name"].as_str().expect("a name");
        assert!(!banned.contains(&name), "{name} could open a connection");
        let source = package.get("source").and_then(|source| source.as_str());
        assert!(source.is_none_or(|source| source.contains("crates.io-index")), "{name} comes from {source:?}");
        assert!(source.is_some() || name == "tolmach", "{name} comes from nowhere");
    }
}

/// The crates of this machine's build that run while it is built, by what is said of them in `docs/dependencies.md`.
#[test]
fn what_runs_while_tolmach_is_built_is_known() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--locked", "--filter-platform", &host()])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let list = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    let nodes = list(&metadata["resolve"]["nodes"]);
    let built: BTreeSet<&str> = nodes.iter().filter_map(|node| node["id"].as_str()).collect();
    let packages = list(&metadata["packages"]);
    let of_kind = |kind: &str| -> BTreeSet<String> {
        let here = packages.iter().filter(|package| package["id"].as_str().is_some_and(|id| built.contains(id)));
        here.filter(|package| {
            list(&package["targets"]).iter().any(|target| list(&target["kind"]).contains(&kind.into()))
        })
        .filter_map(|package| package["name"].as_str().map(str::to_owned))
        .collect()
    };
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/dependencies.md")).expect("a page");
    let (scripts, macros) = page.split_once("| procedural macro |").expect("two tables");
    let named = |part: &str| -> BTreeSet<String> {
        let rows = part.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| build script"));
        let names = rows.filter_map(|row| row.split('|').nth(1));
        names.flat_map(|names| names.split(',')).map(|name| name.trim().to_owned()).collect()
    };
    for (known, found) in [(named(scripts), of_kind("custom-build")), (named(macros), of_kind("proc-macro"))] {
        let unknown: Vec<&String> = found.difference(&known).collect();
        assert!(unknown.is_empty(), "not in docs/dependencies.md: {unknown:?}");
        assert!(!found.is_empty());
    }
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).expect("a lock file");
    let gone = |name: &&String| !lock.contains(&format!("name = \"{name}\""));
    let all = named(scripts).union(&named(macros)).cloned().collect::<Vec<_>>();
    let gone: Vec<&String> = all.iter().filter(gone).collect();
    assert!(gone.is_empty(), "no longer a crate of tolmach: {gone:?}");
}

/// CI, the hooks, the packages and the README's way to install take `Cargo.lock` as it is.
#[test]
fn every_command_that_builds_for_others_takes_the_locked_crates() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = [
        ".ci/run",
        "tests/ci/validate.sh",
        "action.yml",
        "docs/gitlab-ci.yml",
        ".pre-commit-hooks.yaml",
        "packaging/Dockerfile",
        "packaging/deb",
        ".github/workflows/release.yml",
        "README.md",
        "docs/install.md",
    ];
    let mut seen = 0;
    for file in files {
        let text = fs::read_to_string(root.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        // What the README shows a developer, with their own checkout, comes in lines of their own.
        let builds: &[&str] = match file.ends_with(".md") {
            true => &["cargo install "],
            false => &[
                "cargo build",
                "cargo install ",
                "cargo test",
                "cargo clippy",
                "cargo doc",
                "cargo tree",
                "cargo fetch",
            ],
        };
        for line in text.lines().filter(|line| builds.iter().any(|build| line.contains(build))) {
            assert!(line.contains("--locked"), "{file}: {line}");
            seen += 1;
        }
    }
    assert!(seen > 8, "{seen}");
}

/// The target that tests are built for.
fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().find_map(|line| line.strip_prefix("host: ")).expect("a host").to_owned()
}

#[test]
fn every_way_to_a_release_has_the_same_targets() {
    let read = |path: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path);
    let dist: toml::Table = read("dist-workspace.toml").parse().expect("TOML");
    let listed = dist["dist"]["targets"].as_array().expect("a list").iter();
    let dist: BTreeSet<String> = listed.map(|target| target.as_str().expect("a text").to_owned()).collect();
    let workflow = read(".github/workflows/release.yml");
    let targets = workflow.split("target: ").skip(1).filter_map(|rest| rest.split([',', ' ', '\n']).next());
    assert_eq!(dist, targets.filter(|target| target.contains('-')).map(str::to_owned).collect());
    let manifest: toml::Table = read("Cargo.toml").parse().expect("TOML");
    let binstall = manifest["package"]["metadata"]["binstall"]["overrides"].as_table().expect("a table");
    assert_eq!(dist, binstall.keys().cloned().collect());
    assert!(manifest["profile"].get("dist").is_some(), "dist builds with the profile of its name");
}
