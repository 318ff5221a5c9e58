//! A small project that a machine translates, and the program run in it.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

pub(crate) const ORIGINAL: &str = "\
# Мосты города

Мэр открыл мост в 1905 году.

Наберите `make bridge` в [папке](https://example.org/bridge) проекта {name}.

Через реку ходит паром.
";

pub(crate) const TRANSLATION: &str = "translations/en/bridge.md";

/// The translation with its heading and three gaps.
pub(crate) const WITH_GAPS: &str = "\
# Bridges of the city

<!-- tolmach: translate
Мэр открыл мост в 1905 году.
-->

<!-- tolmach: translate
Наберите `make bridge` в [папке](https://example.org/bridge) проекта {name}.
-->

<!-- tolmach: translate
Через реку ходит паром.
-->
";

pub(crate) struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    pub(crate) fn new() -> Project {
        let project = Project { folder: tempfile::tempdir().unwrap() };
        project.write("originals/bridge.md", ORIGINAL);
        project.write(TRANSLATION, WITH_GAPS);
        project.write("STYLE.md", "Short sentences.\n");
        project.write("tolmach.toml", "source-language = \"ru\"\nstyle-notes = \"STYLE.md\"\n");
        let terms = "[[concept]]\nid = \"mayor\"\n[concept.ru]\npreferred = \"мэр\"\n[concept.en]\n\
                     preferred = \"mayor\"\ndeprecated = [\"boss\"]\nnote = \"lower case\"\n";
        project.write("glossary/terms.toml", terms);
        project
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    pub(crate) fn run(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tolmach"))
            .args(arguments)
            .current_dir(self.path())
            .envs([("LC_ALL", "C.UTF-8"), ("NO_COLOR", "1")])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.as_bytes().to_vec();
        let writer = std::thread::spawn(move || stdin.write_all(&input).ok());
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        output
    }

    pub(crate) fn lines(&self, arguments: &[&str], input: &str) -> (Vec<Value>, i32) {
        let output = self.run(arguments, input);
        let lines = String::from_utf8(output.stdout).unwrap();
        let values = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        (values, output.status.code().unwrap())
    }

    pub(crate) fn gaps(&self) -> Vec<Value> {
        self.lines(&["gaps"], "").0
    }
}
