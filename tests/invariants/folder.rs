//! A small project on disk that servers are let at; what a person wrote in it must stay.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tolmach::project::Project;
use tolmach::workspace::{Silent, Workspace};

const ORIGINAL: &str = "# Мост\n\nМост открыл аким в 1905 году.\n\nЛюди ждали паром у реки.\n";
const TRANSLATION: &str = "# The bridge\n\nThe mayor opened the bridge in 1904.\n\n\
    <!-- tolmach: translate\nЛюди ждали паром у реки.\n-->\n";
const GLOSSARY: &str = "[[concept]]\nid = \"akim\"\n[concept.ru]\npreferred = \"аким\"\n[concept.en]\n\
    preferred = \"akim\"\ndeprecated = [\"mayor\"]\n";

/// A project, and what its files were.
pub struct Folder {
    folder: tempfile::TempDir,
    files: BTreeMap<PathBuf, Vec<u8>>,
}

impl Folder {
    pub fn new() -> Folder {
        let folder = tempfile::tempdir().expect("a writable folder");
        let mut files = BTreeMap::new();
        for (path, text) in [
            ("tolmach.toml", "source-language = \"ru\"\n"),
            ("originals/bridge.md", ORIGINAL),
            ("translations/en/bridge.md", TRANSLATION),
            ("glossary/terms.toml", GLOSSARY),
        ] {
            files.insert(PathBuf::from(path), text.as_bytes().to_vec());
        }
        let made = Folder { folder, files };
        made.lay_out();
        // Over a project that does not open a server shows little of itself.
        let project = Project::open(made.path()).expect("a project");
        Workspace::open(project, &Silent).expect("a project without faults");
        made
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    fn lay_out(&self) {
        for (path, bytes) in &self.files {
            let path = self.path().join(path);
            fs::create_dir_all(path.parent().expect("it is in the project")).expect("a writable folder");
            fs::write(path, bytes).expect("a writable folder");
        }
    }

    /// Every file is as it was, but that a translation may have more words, a glossary more concepts, and a units file
    /// may have come; then all is as it was again.
    pub fn holds_every_word(&self) {
        let today = self.today();
        for (path, before) in &self.files {
            let now = today.get(path).unwrap_or_else(|| panic!("{} is gone", path.display()));
            if now == before {
                continue;
            }
            let name = path.to_string_lossy();
            assert!(name.starts_with("translations") || name.starts_with("glossary"), "{name} was written");
            let (now, before) = (String::from_utf8_lossy(now), String::from_utf8_lossy(before));
            let kept = before.lines().filter(|line| !line.contains("tolmach:"));
            let lost: Vec<&str> = kept.filter(|line| !now.contains(line.trim_end_matches("-->").trim())).collect();
            assert!(lost.is_empty(), "{name} has lost {lost:?}: {now}");
        }
        for path in today.keys().filter(|path| !self.files.contains_key(*path)) {
            let name = path.to_string_lossy();
            let ours = name.starts_with(".tolmach") || name.ends_with(".units.toml");
            assert!(ours, "{name} was made");
        }
        if today.iter().ne(self.files.iter()) {
            fs::remove_dir_all(self.path()).expect("our own folder");
            self.lay_out();
        }
    }

    fn today(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let entries = walkdir::WalkDir::new(self.path()).into_iter().map(|entry| entry.expect("a readable folder"));
        let files = entries.filter(|entry| entry.file_type().is_file());
        files
            .map(|entry| {
                let path = entry.path().strip_prefix(self.path()).expect("it was found there").to_owned();
                (path, fs::read(entry.path()).expect("a readable file"))
            })
            .collect()
    }
}
