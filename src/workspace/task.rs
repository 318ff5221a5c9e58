//! What is checked, and what comes of it.

use super::changed::Changed;
use super::{AnswerCache, Error};
use crate::analysis::Analysis;
use crate::project::Lock;
use crate::units::{Pair, Paths};

/// A pair to analyse, and of which concepts only the findings count, where not all do.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    /// The pair.
    pub paths: &'a Paths,
    /// Ids of concepts; `None` for all findings.
    pub concepts: Option<&'a [String]>,
    /// The revision with which an original that changed since is compared; `None` for what was accepted alone.
    pub rewritten: Option<&'a str>,
}

impl<'a> Task<'a> {
    /// All findings of a pair.
    pub fn of(paths: &'a Paths) -> Task<'a> {
        Task { paths, concepts: None, rewritten: None }
    }
}

/// All pairs; or the touched ones, and the others for the touched concepts alone.
pub fn tasks<'a>(pairs: &[&'a Paths], changed: Option<&'a Changed>) -> Vec<Task<'a>> {
    let task = |paths: &&'a Paths| match changed {
        None => Some(Task::of(paths)),
        Some(changed) if changed.holds(paths) => Some(Task { rewritten: changed.rewritten(paths), ..Task::of(paths) }),
        Some(changed) if changed.concepts.is_empty() || !paths.translated => None,
        Some(changed) => Some(Task { concepts: Some(&changed.concepts), ..Task::of(paths) }),
    };
    pairs.iter().filter_map(task).collect()
}

/// Whether safe fixes are made on the way, before what is left is reported.
#[derive(Clone, Copy, Debug)]
pub enum Fixing<'a> {
    /// None is made.
    No,
    /// They are shown, and every file stays as it is.
    DryRun,
    /// They are written.
    Yes(&'a Lock),
}

/// A translation with its safe fixes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// Of the translation, in the project.
    pub path: String,
    /// The text as it was read.
    pub before: String,
    /// The text with the fixes.
    pub after: String,
    /// How many fixes there are.
    pub count: usize,
}

/// What is known of a pair after it was analysed.
#[derive(Debug)]
pub enum Outcome<T> {
    /// Fixes of the next pair.
    Fixed(Fixed),
    /// The next pair's.
    Next(T),
    /// Of the pair at this place among those given, in the place of what was known before.
    Again(usize, T),
}

/// What [`check`](super::check) found beside the pairs.
#[derive(Debug, Default)]
pub struct Checked {
    /// Why some pairs could not be analysed.
    pub errors: Vec<Error>,
    /// The files of the glossary with findings about their concepts, as [`Pair::of_glossary`] gives them.
    pub glossary: Vec<(Pair, Analysis)>,
}

/// What a caller makes of each analysis.
pub struct Answers<'a, T> {
    /// Runs on several threads.
    pub make: &'a (dyn Fn(&Pair, &Analysis) -> T + Sync),
    /// How it is kept for later runs; `None`: every pair is analysed.
    pub kept: Option<Kept<'a, T>>,
}

impl<'a, T> Answers<'a, T> {
    /// Answers that are not kept.
    pub fn new(make: &'a (dyn Fn(&Pair, &Analysis) -> T + Sync)) -> Answers<'a, T> {
        Answers { make, kept: None }
    }
}

/// How answers are kept for later runs.
pub struct Kept<'a, T> {
    /// Where they are kept.
    pub cache: &'a AnswerCache<'a>,
    /// The bytes of an answer.
    pub write: fn(&T) -> &[u8],
    /// The answer of such bytes.
    pub read: fn(Vec<u8>) -> T,
}

impl<T> Clone for Kept<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Kept<'_, T> {}
