//! Files as they were in a revision, read through git's plumbing.
//!
//! Git itself is run, not a library: a Rust one (gix) would add more than a hundred crates to a build for the sake
//! of one option, and git is there where a revision can be named. It is called without a shell, with one command that
//! runs nothing of the repository's: no hooks, no filters, no file-system monitor, no fetching.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::{io, thread};

use super::{Error, ErrorKind, Project};

impl Project {
    /// The bytes of files of the project as they were in a revision of its git repository; `None` for one that was
    /// not there.
    ///
    /// # Errors
    ///
    /// Where git is missing, the project is in no repository, or it has no such revision.
    pub fn at_revision(&self, revision: &str, paths: &[&str]) -> Result<Vec<Option<Vec<u8>>>, Error> {
        let unknown = || Error::new(revision, ErrorKind::NoRevision);
        if revision.is_empty() || revision.contains(['\n', '\0']) || revision.starts_with(':') {
            return Err(unknown());
        }
        if self.files().root().is_none() {
            return Err(Error::new(".", ErrorKind::NoRepository));
        }
        let mut child = self.plumbing().spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Error::new("git", ErrorKind::NoGit),
            _ => Error::io("git", error),
        })?;
        let mut questions = format!("{revision}^{{commit}}\n").into_bytes();
        for path in paths.iter().filter(|path| !path.contains('\n')) {
            questions.extend(format!("{revision}:./{path}\n").into_bytes());
        }
        let mut asked = child.stdin.take().ok_or_else(unknown)?;
        let mut answers = BufReader::new(child.stdout.take().ok_or_else(unknown)?);
        // Git answers while it is asked: to ask everything first would fill both pipes.
        let asking = thread::spawn(move || asked.write_all(&questions));
        let mut read = || answer(&mut answers).map_err(|error| Error::io("git", error));
        let commit = read();
        let files = match &commit {
            Ok(Some(_)) => {
                paths.iter().map(|path| if path.contains('\n') { Ok(None) } else { read() }).collect::<Result<_, _>>()
            }
            _ => Ok(Vec::new()),
        };
        drop(answers);
        asking.join().ok();
        let ended = child.wait();
        match (commit, ended) {
            (Ok(Some(_)), _) => files,
            (_, Ok(status)) if status.code() == Some(128) => Err(Error::new(".", ErrorKind::NoRepository)),
            _ => Err(unknown()),
        }
    }

    fn plumbing(&self) -> Command {
        let mut git = Command::new("git");
        git.current_dir(self.root())
            .args(["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never"])
            .args(["--no-pager", "--no-replace-objects", "cat-file", "--batch"])
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_TERMINAL_PROMPT", "0")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        git
    }
}

/// Reads one answer: `<object> <type> <size>`, the bytes, a line feed; anything else means that there is no such object.
fn answer(answers: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut head = Vec::new();
    if answers.read_until(b'\n', &mut head)? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut words = head.trim_end().rsplitn(3, ' ');
    let (size, kind, object) = (words.next(), words.next(), words.next());
    let size = size.and_then(|size| size.parse::<usize>().ok());
    let known = object.is_some_and(|object| object.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let (Some(size), Some(kind), true) = (size, kind, known) else { return Ok(None) };
    let mut bytes = vec![0; size];
    answers.read_exact(&mut bytes)?;
    answers.read_exact(&mut [0])?;
    Ok((matches!(kind, "blob" | "commit")).then_some(bytes))
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
