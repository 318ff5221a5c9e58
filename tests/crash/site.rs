//! A project with enough to write, and one scene for every command that writes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// All files of a folder, by path.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// A command, and the project it is given.
pub(crate) struct Scene {
    pub(crate) before: Tree,
    pub(crate) arguments: Vec<String>,
    /// Answers for `review`.
    pub(crate) answers: String,
}

const GLOSSARY: &str = "[[concept]]\nid = \"akimat\"\n[concept.ru]\npreferred = \"акимат\"\n[concept.en]\n\
                        preferred = \"akimat\"\ndeprecated = [\"city hall\"]\n";

/// Every command that writes, by name.
pub(crate) const NAMES: &[&str] = &[
    "init",
    "accept",
    "accept-one",
    "forget",
    "pair",
    "unpair",
    "mv",
    "add",
    "add-import",
    "update",
    "import-tmx",
    "import-xliff",
    "export",
    "glossary-add",
    "glossary-import",
    "glossary-export",
    "waive",
    "fix",
    "baseline",
    "output",
    "resolve",
    "driver",
    "review",
    "fill",
    "fill-stale",
    "add-draft",
    "add-memory",
    "stamp",
    "import-po",
    "glossary-edit",
    "glossary-remove",
    "glossary-merge",
    "report",
    "book",
];

impl Scene {
    /// The scene of this name, with as many documents.
    pub(crate) fn new(name: &str, documents: usize) -> Scene {
        let folder = tempfile::tempdir().expect("a writable folder");
        let root = folder.path();
        if name != "init" {
            site(root, documents);
        }
        let said = prepare(name, root);
        let (arguments, answers) = said.split_once('|').unwrap_or((&said, ""));
        // Words are parted by spaces, and a tilde means a space in one of them.
        let arguments = arguments.split_whitespace().map(|word| word.replace('~', " ")).collect();
        Scene { before: tree(root), arguments, answers: answers.repeat(documents) }
    }

    /// The command in a folder, its answers not yet given.
    pub(crate) fn command(&self, root: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.args(&self.arguments);
        settle(&mut command, root);
        command
    }

    /// Runs the command to its end.
    pub(crate) fn run(&self, root: &Path) -> Output {
        self.spawned(&mut self.command(root)).wait_with_output().expect("the program runs")
    }

    /// The command at work, with its answers.
    pub(crate) fn spawned(&self, command: &mut Command) -> std::process::Child {
        use std::io::Write;
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        // Its answers fit a pipe; a program that ends before it reads them is none of our business here.
        child.stdin.take().expect("it is piped").write_all(self.answers.as_bytes()).ok();
        child
    }

    /// The project anew in an empty folder.
    pub(crate) fn lay_out(&self) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a writable folder");
        self.before.iter().for_each(|(path, bytes)| write(folder.path(), path, bytes));
        folder
    }
}

/// Where and how the program runs: in English, without colours.
pub(crate) fn settle(command: &mut Command, root: &Path) {
    command.current_dir(root).envs([("LC_ALL", "C.UTF-8"), ("NO_COLOR", "1"), ("COLUMNS", "80")]);
    command.env_remove("GITHUB_STEP_SUMMARY");
}

fn tolmach(root: &Path, arguments: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    settle(command.args(arguments), root);
    let output = command.output().expect("the program runs");
    assert!(output.status.code().is_some_and(|code| code < 2), "{arguments:?}: {output:?}");
}

pub(crate) fn write(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("it stands in a folder")).expect("a writable folder");
    fs::write(path, bytes).expect("a writable folder");
}

pub(crate) fn tree(root: &Path) -> Tree {
    let files = walkdir::WalkDir::new(root).into_iter().map(|entry| entry.expect("a readable folder"));
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(root).expect("it was found there").to_string_lossy().into_owned();
            (path, fs::read(entry.path()).expect("a readable file"))
        })
        .collect()
}

fn original(at: usize) -> String {
    format!(
        "# Мост номер {at}\n\nАкимат города открыл мост через Иртыш в 19{at:02} году.\n\n\
         На открытие пришли {at} инженеров и двести рабочих.\n\nСтарый паром продали осенью в Омск.\n"
    )
}

fn translation(at: usize) -> String {
    format!(
        "# Bridge number {at}\n\nThe city hall opened the bridge  over the Irtysh in 19{at:02}.\n\n\
         {at} engineers and two hundred workers came to the opening.\n\nThe old ferry was sold to Omsk in autumn.\n"
    )
}

fn site(root: &Path, documents: usize) {
    write(root, "glossary/terms.toml", GLOSSARY);
    for at in 10..10 + documents {
        write(root, &format!("originals/d{at}.md"), original(at));
        write(root, &format!("translations/en/d{at}.md"), translation(at));
    }
}

/// Brings the project to where the command begins; the command, and after a bar the answers for each document.
fn prepare(name: &str, root: &Path) -> String {
    let said: &str = match name {
        "init" => "init",
        "accept" => "accept --all",
        "accept-one" => "accept translations/en/d10.md:3",
        "forget" => {
            tolmach(root, &["accept", "--all"]);
            "forget --all"
        }
        "pair" => "pair originals/d10.md:3 translations/en/d10.md:5",
        "unpair" => {
            tolmach(root, &["pair", "originals/d10.md:3", "translations/en/d10.md:5"]);
            "unpair originals/d10.md:3"
        }
        "mv" => {
            tolmach(root, &["accept", "--all"]);
            "mv originals/d10.md originals/new/bridge.md"
        }
        "add" => {
            write(root, "originals/e.md", original(99));
            "add originals/e.md --language en"
        }
        "add-import" => {
            write(root, "ferry.html", "<h1>Паром</h1><p>Старый паром продали осенью в Омск.</p>");
            "add --import ferry.html --language en"
        }
        "update" => {
            tolmach(root, &["accept", "--all"]);
            for entry in fs::read_dir(root.join("originals")).expect("a readable folder") {
                let path = entry.expect("a readable folder").path();
                let text = fs::read_to_string(&path).expect("a readable file");
                fs::write(path, text + "\nНовый мост стоит до сих пор.\n").expect("a writable file");
            }
            "update"
        }
        "import-tmx" => {
            tolmach(root, &["accept", "--all"]);
            tolmach(root, &["memory", "export", "other.tmx"]);
            let text = fs::read_to_string(root.join("other.tmx")).expect("it was written");
            write(root, "other.tmx", text.replace("over the Irtysh", "across the Irtysh"));
            "memory import other.tmx"
        }
        "import-xliff" => {
            tolmach(root, &["memory", "export", "work.xlf"]);
            let text = fs::read_to_string(root.join("work.xlf")).expect("it was written");
            let text = text.replace("over the Irtysh", "across the Irtysh").replace("\"translated\"", "\"final\"");
            write(root, "work.xlf", text);
            "memory import work.xlf"
        }
        "export" => {
            tolmach(root, &["accept", "--all"]);
            "memory export out.tmx"
        }
        "glossary-add" => "glossary add bridge --term ru=мост --term en=bridge",
        "glossary-import" => {
            write(root, "bridges.csv", "ru,en\nпаром,ferry\nинженер,engineer\n");
            "glossary import bridges.csv --language en"
        }
        "glossary-export" => "glossary export out.tbx",
        "waive" => "waive term-deprecated translations/en/d10.md:3 --reason a~quotation",
        "fix" => "check --fix --fail-on never",
        "baseline" => "check --write-baseline known.json",
        "output" => "check --fail-on never --format human=out.txt --format sarif=out.sarif",
        "resolve" => {
            conflict(root, "translations/en/d10.units.toml");
            "resolve translations/en/d10.units.toml"
        }
        "driver" => {
            for (side, text) in [("base", "format = 1\n"), ("ours", &unit(1)), ("theirs", &unit(2))] {
                write(root, side, text);
            }
            "resolve --driver base ours theirs"
        }
        "review" => "review --plain --rule doubled-space|f\ny\n",
        "fill" => {
            for at in 10..10 + fs::read_dir(root.join("originals")).expect("a readable folder").count() {
                tolmach(root, &["add", &format!("originals/d{at}.md"), "--language", "de"]);
            }
            write(root, "answers.jsonl", answers(root, &["gaps"]));
            "fill answers.jsonl --fail-on never"
        }
        "fill-stale" => {
            tolmach(root, &["accept", "--all"]);
            for entry in fs::read_dir(root.join("originals")).expect("a readable folder") {
                let path = entry.expect("a readable folder").path();
                let text = fs::read_to_string(&path).expect("a readable file").replace("двести", "триста");
                fs::write(path, text).expect("a writable file");
            }
            write(root, "answers.jsonl", answers(root, &["gaps", "--stale"]));
            "fill answers.jsonl --fail-on never"
        }
        "add-draft" => {
            write(root, "originals/e.md", original(99));
            write(root, "draft.md", translation(99));
            "add originals/e.md --language en --draft draft.md"
        }
        "add-memory" => {
            tolmach(root, &["accept", "--all"]);
            write(root, "originals/e.md", original(99));
            "add originals/e.md --language en --memory 60"
        }
        "stamp" => {
            tolmach(root, &["accept", "--all"]);
            let original = root.join("originals/d10.md");
            let text = fs::read_to_string(&original).expect("a readable file");
            fs::write(original, text + "\nНовый мост стоит до сих пор.\n").expect("a writable file");
            "update --stamp"
        }
        "import-po" => {
            tolmach(root, &["memory", "export", "work.po"]);
            let text = fs::read_to_string(root.join("work.po")).expect("it was written");
            write(root, "work.po", text.replace("over the Irtysh", "across the Irtysh"));
            "memory import work.po"
        }
        "glossary-edit" => "glossary edit akimat --term en=local~council",
        "glossary-remove" => {
            tolmach(root, &["glossary", "add", "bridge", "--term", "ru=мост", "--term", "en=bridge"]);
            "glossary remove bridge"
        }
        "glossary-merge" => {
            let ferry = "[[concept]]\nid = \"ferry\"\n[concept.ru]\npreferred = \"паром\"\n[concept.en]\n\
                         preferred = \"ferry\"\n";
            write(root, "other.toml", ferry);
            "glossary merge other.toml"
        }
        "report" => "report pages",
        "book" => "book books",
        name => panic!("no scene {name}"),
    };
    said.to_owned()
}

/// A machine's answer to each of the places that a command names.
fn answers(root: &Path, named_by: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    settle(command.args(named_by), root);
    let gaps = command.output().expect("the program runs").stdout;
    let answer = |gap: &str| {
        let gap: serde_json::Value = serde_json::from_str(gap).expect("an object a line");
        let target = format!("Ein Satz über {}.", gap["source"].as_str().expect("a text").chars().count());
        format!("{}\n", serde_json::json!({ "id": gap["id"], "target": target, "by": "a machine" }))
    };
    let answers: String = String::from_utf8(gaps).expect("JSON is UTF-8").lines().map(answer).collect();
    assert!(!answers.is_empty(), "there are gaps");
    answers
}

fn unit(at: usize) -> String {
    format!("format = 1\n\n[[unit]]\nsource = [\"Мост {at}\"]\ntarget = [\"Bridge {at}\"]\n")
}

fn conflict(root: &Path, path: &str) {
    let unit = |source: &str, target: &str| format!("[[unit]]\nsource = [\"{source}\"]\ntarget = [\"{target}\"]\n");
    let ours = unit("Мост номер 10", "Bridge number 10");
    let theirs = unit("Старый паром продали осенью в Омск.", "The old ferry was sold to Omsk in autumn.");
    write(root, path, format!("format = 1\n\n<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> other\n"));
}
