//! The projects of the paths that a command names, where the working folder is in none.
//!
//! A hook at the top of a repository with several projects names files of each of them.

use std::path::{Path, PathBuf};

use super::answers::Answer;
use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::i18n::Problem;
use crate::project::{Disk, Files};
use crate::report::Format;
use crate::workspace::Workspace;

/// Paths of one project.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ProjectPaths {
    /// The project's folder; none where the working folder decides.
    pub root: Option<PathBuf>,
    /// As they were named, from the working folder.
    pub paths: Vec<String>,
}

/// Whether a command's answer can be given for one project after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answering {
    /// Lines, which can follow each other.
    PerProject,
    /// A file, or a document such as JSON: for one project only.
    Once,
}

impl Answering {
    /// That of answers that are lines on standard output, and of others.
    pub(super) fn of(answers: &[Answer]) -> Answering {
        let lines = |format: Format| matches!(format, Format::Human | Format::Concise | Format::Github);
        match answers.iter().all(|answer| answer.path.is_none() && lines(answer.format)) {
            true => Answering::PerProject,
            false => Answering::Once,
        }
    }
}

/// Runs a command in the project of each path: the gravest exit code of all.
///
/// A project that cannot be opened keeps none of the others from their turn.
///
/// # Errors
///
/// Where the paths are of several projects and the answer is for one, where the answer cannot be written, and as `run`
/// where there is one project.
pub(super) fn each(
    terminal: &Terminal,
    paths: &[String],
    answering: Answering,
    run: impl Fn(&ProjectPaths, Workspace) -> Result<Exit, Error>,
) -> Result<Exit, Error> {
    let groups = by_project(paths, terminal.project.as_deref());
    if groups.len() > 1 && answering == Answering::Once {
        return Err(Error::new(Problem::SeveralProjects { count: groups.len().into() }));
    }
    let run_in = |group: &ProjectPaths| {
        if let Some(root) = &group.root {
            // Every path that the answer names is one of this folder.
            terminal.note(&terminal.ui.note_project(from_here(root)));
        }
        let root = group.root.as_deref().or(terminal.project.as_deref());
        run(group, Workspace::open(terminal.project_at(root)?, terminal)?)
    };
    if let [group] = &groups[..] {
        return run_in(group);
    }
    let mut exit = Exit::Done;
    for group in &groups {
        exit = exit.max(match run_in(group) {
            Err(error @ Error::Output(_)) => return Err(error),
            Err(error) => {
                terminal.print_error(&error);
                Exit::Error
            }
            Ok(exit) => exit,
        });
    }
    Ok(exit)
}

/// A folder's path from the working folder where it is below it.
fn from_here(folder: &Path) -> String {
    let here = std::env::current_dir().and_then(|here| here.canonicalize()).unwrap_or_default();
    folder.strip_prefix(&here).unwrap_or(folder).display().to_string()
}

/// The paths by the project that each of them is in, in the order in which the projects are first named.
///
/// All paths are one group without a root where the working folder is in a project, where a project is named, or where
/// no path is in a project.
pub(super) fn by_project(paths: &[String], named: Option<&Path>) -> Vec<ProjectPaths> {
    if named.is_some() || paths.is_empty() || Disk::find(Path::new(".")).is_ok() {
        return vec![ProjectPaths { root: None, paths: paths.to_vec() }];
    }
    let mut groups: Vec<ProjectPaths> = Vec::new();
    for path in paths {
        let root = root_of(Path::new(path));
        match groups.iter_mut().find(|group| group.root == root) {
            Some(group) => group.paths.push(path.clone()),
            None => groups.push(ProjectPaths { root, paths: vec![path.clone()] }),
        }
    }
    groups
}

/// The project of a path, which need not exist: a commit may remove it.
fn root_of(path: &Path) -> Option<PathBuf> {
    let folder = path.ancestors().find(|folder| folder.is_dir())?;
    Disk::find(folder).ok().and_then(|disk| disk.root().map(Path::to_owned))
}
