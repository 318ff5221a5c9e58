//! Files as they were in a revision, read through git's plumbing.
//!
//! Git itself is run, not a library: a Rust one (gix) would add more than a hundred crates to a build for the sake
//! of one option, and git is there where a revision can be named. It is called without a shell, with two commands that
//! run nothing of the repository's: no hooks, no filters, no file-system monitor, no fetching.

use std::collections::{BTreeSet, HashMap};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::{io, thread};

use super::layout::listing;
use super::{Error, ErrorKind, Listing, Project, whole};

/// So many paths are asked for at a time: they are arguments, and their files are held in memory together.
const AT_ONCE: usize = 200;

/// The most that git may say of names and sizes: folders that hold one another many times are small in a repository and
/// endless as a list.
const SAID: u64 = 256 << 20;

impl Project {
    /// The bytes of files of the project as they were in a revision of its git repository; `None` for one that was
    /// not there.
    ///
    /// # Errors
    ///
    /// Where git is missing, the project is in no repository, it has no such revision, the repository lacks a file of it
    /// (a partial clone), or one is larger than any document.
    pub fn at_revision(&self, revision: &str, paths: &[&str]) -> Result<Vec<Option<Vec<u8>>>, Error> {
        self.known(revision)?;
        let mut files = Vec::with_capacity(paths.len());
        for paths in paths.chunks(AT_ONCE) {
            let objects = self.objects(revision, paths)?;
            let wanted: Vec<(&str, &str)> =
                paths.iter().filter_map(|path| Some((*path, objects.get(*path)?.as_str()))).collect();
            self.of_readable_size(&wanted)?;
            let mut contents = self.contents(&wanted)?.into_iter();
            let content = |path: &&str| objects.contains_key(*path).then(|| contents.next()).flatten();
            files.extend(paths.iter().map(content));
        }
        Ok(files)
    }

    /// The documents that the project had in a revision.
    ///
    /// # Errors
    ///
    /// Where git is missing, the project is in no repository, or it has no such revision.
    pub fn listing_at(&self, revision: &str) -> Result<Listing, Error> {
        self.known(revision)?;
        let names = self.tree(revision, &["-r", "--name-only"], &[])?;
        let files: BTreeSet<String> = names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect();
        let text = |path: &str| String::from_utf8(self.at_revision(revision, &[path]).ok()?.pop()??).ok();
        Ok(listing(&files, &self.config, &text))
    }

    /// Refuses what names no commit.
    fn known(&self, revision: &str) -> Result<(), Error> {
        let unknown = || Error::new(revision, ErrorKind::NoRevision);
        if revision.is_empty() || revision.contains(['\n', '\0']) || revision.starts_with([':', '-']) {
            return Err(unknown());
        }
        if self.files().root().is_none() {
            return Err(Error::new(".", ErrorKind::NoRepository));
        }
        let (said, code) =
            self.asked(&["cat-file", "--batch-check"], format!("{revision}^{{commit}}\n").into_bytes())?;
        match code {
            Some(0) if said.split(' ').nth(1) == Some("commit") => Ok(()),
            Some(128) => Err(Error::new(".", ErrorKind::NoRepository)),
            _ => Err(unknown()),
        }
    }

    /// The names of the files among `paths` in a revision: path to object.
    fn objects(&self, revision: &str, paths: &[&str]) -> Result<HashMap<String, String>, Error> {
        let listed = self.tree(revision, &[], paths)?;
        let entry = |entry: &str| {
            let (about, path) = entry.split_once('\t')?;
            let mut words = about.split(' ');
            let (kind, object) = (words.nth(1)?, words.next()?);
            (kind == "blob").then(|| (path.to_owned(), object.to_owned()))
        };
        Ok(listed.split('\0').filter_map(entry).collect())
    }

    /// What `ls-tree` prints of a revision that is known to be there.
    fn tree(&self, revision: &str, options: &[&str], paths: &[&str]) -> Result<String, Error> {
        let mut arguments = vec!["ls-tree", "-z"];
        arguments.extend(options);
        arguments.extend([revision, "--"]);
        arguments.extend(paths);
        let (listed, code) = self.asked(&arguments, Vec::new())?;
        match code {
            Some(0) => Ok(listed),
            _ => Err(Error::new(revision, ErrorKind::MissingObject)),
        }
    }

    /// Asks for the sizes first: a megabyte of a repository can hold a file of gigabytes.
    fn of_readable_size(&self, wanted: &[(&str, &str)]) -> Result<(), Error> {
        let questions: String = wanted.iter().map(|(_, object)| format!("{object}\n")).collect();
        let (said, code) = self.asked(&["cat-file", "--batch-check"], questions.into_bytes())?;
        let mut lines = said.lines();
        for (path, _) in wanted {
            let size = lines.next().and_then(|line| line.split(' ').nth(2)?.parse::<u64>().ok());
            match size {
                Some(size) if size > whole::TEXT => {
                    return Err(Error::new(*path, ErrorKind::TooLarge { limit: whole::TEXT }));
                }
                Some(_) if code == Some(0) => {}
                _ => return Err(Error::new(*path, ErrorKind::MissingObject)),
            }
        }
        Ok(())
    }

    /// The bytes of objects that are there.
    fn contents(&self, wanted: &[(&str, &str)]) -> Result<Vec<Vec<u8>>, Error> {
        let questions: String = wanted.iter().map(|(_, object)| format!("{object}\n")).collect();
        let mut child = self.git(&["cat-file", "--batch"])?;
        let asking = ask(&mut child, questions.into_bytes());
        let mut answers = child.stdout.take().map(BufReader::new);
        let mut read = |path: &str| {
            let answer = answers.as_mut().map(answer).transpose().map_err(|error| Error::io("git", error))?;
            answer.flatten().ok_or_else(|| Error::new(path, ErrorKind::MissingObject))
        };
        let contents = wanted.iter().map(|(path, _)| read(path)).collect();
        drop(answers);
        asking.map(|asking| asking.join().ok());
        child.wait().ok();
        contents
    }

    /// What a git command answers to its questions, and its exit code.
    fn asked(&self, arguments: &[&str], questions: Vec<u8>) -> Result<(String, Option<i32>), Error> {
        let mut child = self.git(arguments)?;
        let asking = ask(&mut child, questions);
        let mut answers = Vec::new();
        if let Some(out) = child.stdout.take() {
            out.take(SAID + 1).read_to_end(&mut answers).map_err(|error| Error::io("git", error))?;
        }
        if answers.len() as u64 > SAID {
            child.kill().and_then(|()| child.wait()).ok();
            return Err(Error::new("git ls-tree", ErrorKind::TooLarge { limit: SAID }));
        }
        asking.map(|asking| asking.join().ok());
        let ended = child.wait().map_err(|error| Error::io("git", error))?;
        Ok((String::from_utf8_lossy(&answers).into_owned(), ended.code()))
    }

    fn git(&self, arguments: &[&str]) -> Result<Child, Error> {
        let mut git = Command::new("git");
        git.current_dir(self.root())
            .args(["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never"])
            .args(["--no-pager", "--no-replace-objects", "--literal-pathspecs"])
            .args(arguments)
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_NO_LAZY_FETCH", "1")
            // Older versions know nothing of lazy fetches; without a protocol they cannot make one.
            .env("GIT_ALLOW_PROTOCOL", "none")
            .env("GIT_TERMINAL_PROMPT", "0")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        git.spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Error::new("git", ErrorKind::NoGit),
            _ => Error::io("git", error),
        })
    }
}

/// Asks while git answers: to ask everything first would fill both pipes.
fn ask(child: &mut Child, questions: Vec<u8>) -> Option<thread::JoinHandle<io::Result<()>>> {
    let mut asked: ChildStdin = child.stdin.take()?;
    Some(thread::spawn(move || asked.write_all(&questions)))
}

/// Reads one answer: `<object> <type> <size>`, the bytes, a line feed; anything else means that there is no such object.
fn answer(answers: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut head = Vec::new();
    if answers.read_until(b'\n', &mut head)? == 0 {
        return Ok(None);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut words = head.trim_end().rsplitn(3, ' ');
    let (size, kind) = (words.next(), words.next());
    let Some(size) = size.and_then(|size| size.parse::<usize>().ok()).filter(|_| kind == Some("blob")) else {
        return Ok(None);
    };
    let mut bytes = vec![0; size];
    answers.read_exact(&mut bytes)?;
    answers.read_exact(&mut [0])?;
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    fn git(folder: &Path, arguments: &[&str]) {
        let done = Command::new("git")
            .current_dir(folder)
            .args(["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"])
            .args(arguments)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }

    /// A project in a sub-folder of a repository, committed once and changed since.
    fn project() -> (tempfile::TempDir, Project) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("site");
        fs::create_dir_all(root.join("originals")).unwrap();
        fs::write(root.join("originals/мост a.md"), "был\n").unwrap();
        git(folder.path(), &["init", "-q"]);
        git(folder.path(), &["add", "."]);
        git(folder.path(), &["commit", "-q", "-m", "one"]);
        fs::write(root.join("originals/мост a.md"), "стал\n").unwrap();
        let project = Project::open(&root).unwrap();
        (folder, project)
    }

    #[test]
    fn a_file_is_read_as_it_was() {
        let (_folder, project) = project();
        let files = project.at_revision("HEAD", &["originals/мост a.md", "originals/none.md", "originals"]).unwrap();
        assert_eq!(files, [Some("был\n".as_bytes().to_vec()), None, None]);
    }

    #[test]
    fn an_unknown_revision_and_a_missing_repository_are_told() {
        let (folder, project) = project();
        let kind = |revision: &str| project.at_revision(revision, &["originals/мост a.md"]).unwrap_err().kind;
        for revision in ["nowhere", "", "--help", "a\nb", ":0"] {
            assert!(matches!(kind(revision), ErrorKind::NoRevision), "{revision}");
        }
        fs::remove_dir_all(folder.path().join(".git")).unwrap();
        assert!(matches!(kind("HEAD"), ErrorKind::NoRepository));
    }

    #[test]
    fn a_file_that_the_repository_lacks_is_no_new_file() {
        let (folder, project) = project();
        let named = Command::new("git")
            .current_dir(folder.path())
            .args(["rev-parse", "HEAD:site/originals/мост a.md"])
            .output()
            .unwrap();
        let object = String::from_utf8(named.stdout).unwrap();
        let (first, rest) = object.trim().split_at(2);
        fs::remove_file(folder.path().join(".git/objects").join(first).join(rest)).unwrap();
        let error = project.at_revision("HEAD", &["originals/none.md", "originals/мост a.md"]).unwrap_err();
        assert!(matches!(error.kind, ErrorKind::MissingObject), "{error:?}");
    }

    #[test]
    fn a_file_larger_than_any_document_is_refused() {
        let (folder, project) = project();
        let large = fs::File::create(folder.path().join("site/originals/large.md")).unwrap();
        large.set_len(whole::TEXT + 1).unwrap();
        git(folder.path(), &["add", "."]);
        git(folder.path(), &["commit", "-q", "-m", "two"]);
        let error = project.at_revision("HEAD", &["originals/large.md"]).unwrap_err();
        assert!(matches!(error.kind, ErrorKind::TooLarge { .. }), "{error:?}");
    }

    #[test]
    fn a_tree_of_very_many_names_is_refused() {
        let (folder, project) = project();
        let output = |arguments: &[&str], input: &str| {
            let mut command = Command::new("git");
            command.current_dir(folder.path()).args(["-c", "user.name=t", "-c", "user.email=t@example.org"]);
            let mut child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
            child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
            String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap().trim().to_owned()
        };
        let mut object = output(&["hash-object", "-w", "--stdin"], "a\n");
        let mut kind = "100644 blob";
        for _ in 0..9 {
            let tree: String = (0..10).map(|at| format!("{kind} {object}\tsome-name-{at}.md\n")).collect();
            object = output(&["mktree"], &tree);
            kind = "040000 tree";
        }
        let object = output(&["mktree"], &format!("040000 tree {object}\tsite\n"));
        let commit = output(&["commit-tree", "-m", "three", &object], "");
        let error = project.listing_at(&commit).unwrap_err();
        assert!(matches!(error.kind, ErrorKind::TooLarge { .. }), "{error:?}");
    }

    #[test]
    fn the_documents_of_a_revision_are_listed() {
        let (_folder, project) = project();
        assert_eq!(project.listing_at("HEAD").unwrap().originals, 1);
    }

    #[cfg(unix)]
    #[test]
    fn nothing_of_the_repository_is_run() {
        let (folder, project) = project();
        let trap = folder.path().join("trap");
        let hook = format!("#!/bin/sh\ntouch {}\n", trap.display());
        let script = folder.path().join("script");
        fs::write(&script, hook).unwrap();
        fs::set_permissions(&script, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        let script = script.display().to_string();
        git(folder.path(), &["config", "core.fsmonitor", &script]);
        git(folder.path(), &["config", "filter.trap.smudge", &script]);
        git(folder.path(), &["config", "diff.trap.textconv", &script]);
        git(folder.path(), &["config", "core.pager", &script]);
        fs::write(folder.path().join(".gitattributes"), "*.md filter=trap diff=trap\n").unwrap();
        project.at_revision("HEAD", &["originals/мост a.md"]).unwrap();
        assert!(!trap.exists());
    }
}
