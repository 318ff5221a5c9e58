//! What `check` made of a pair in an earlier run, kept under a key of everything that it was made from.
//!
//! The key of a pair is a hash of the bytes of its three files, of the settings, the glossary and the word lists, and
//! of this program. What an analysis needed beyond these, because some of its units were not accepted, is recorded with
//! it: the units files of its language, and the pages that its links lead to. An answer counts only while these
//! are the same.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Mutex, OnceLock, PoisonError};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha512_256};

use super::needs::{Needs, Question};
use super::{Error, Workspace, lexicon};
use crate::analysis::Traces;
use crate::lang::Language;
use crate::project::{Cache, CacheKey};
use crate::text::Dialect;
use crate::units::{Files, Pair, Paths};

/// Names the program that made an answer: a hash of its source.
const PROGRAM: &str = env!("TOLMACH_SOURCE_DIGEST");

/// An answer with what it needed.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    /// A digest of the units files, where they were needed.
    units: Option<CacheKey>,
    pages: Vec<(Question, Option<String>)>,
    traces: Traces,
}

/// An answer of an earlier run.
#[derive(Debug)]
pub(super) struct Hit {
    pub(super) traces: Traces,
    pub(super) answer: Vec<u8>,
    /// Of the pair and of all that was needed.
    pub(super) key: CacheKey,
}

/// What is known of a pair.
pub(super) enum Recalled {
    /// All that is needed is the same as in an earlier run.
    Hit(Hit),
    /// The pair, its key, and what it needed so far.
    Pair(Box<Pair>, CacheKey, Needs),
}

/// The answers of earlier runs with the same settings.
pub struct AnswerCache<'w> {
    store: Cache,
    workspace: &'w Workspace,
    /// Of what all pairs share.
    shared: CacheKey,
    units: BTreeMap<&'w Language, OnceLock<Option<CacheKey>>>,
    /// By folder.
    dialects: Mutex<BTreeMap<String, Option<Dialect>>>,
}

impl<'w> AnswerCache<'w> {
    /// The answers in `store`; `kind` names what the answers are made of beside the findings, as the language of their
    /// words.
    ///
    /// # Errors
    ///
    /// Where a word list cannot be read.
    pub fn new(store: Cache, workspace: &'w Workspace, kind: &str) -> Result<AnswerCache<'w>, Error> {
        let mut hash = Sha512_256::new();
        for part in [PROGRAM, kind] {
            add(&mut hash, part.as_bytes());
        }
        let config = &workspace.project.config;
        debug(&mut hash, config);
        debug(&mut hash, &workspace.settings);
        // The options of rules are of any type; the file shows them.
        add(&mut hash, &workspace.project.files().snapshot("tolmach.toml")?.0.unwrap_or_default());
        for (path, text) in &workspace.glossary_files {
            add(&mut hash, path.as_bytes());
            add(&mut hash, text.as_bytes());
        }
        for path in lexicon::files(&workspace.project) {
            add(&mut hash, &workspace.project.read(&path)?);
        }
        let units = workspace.listing.languages.iter().map(|language| (language, OnceLock::new())).collect();
        Ok(AnswerCache { store, workspace, shared: hash.finalize().into(), units, dialects: Mutex::default() })
    }

    /// The answer of an earlier run about a pair with this original, else the pair.
    ///
    /// # Errors
    ///
    /// As [`Workspace::load`].
    pub(super) fn recall(&self, paths: &Paths, original: Vec<u8>) -> Result<Recalled, Error> {
        let files = self.workspace.files_with(paths, original)?;
        let key = self.key(paths, &files);
        if let Some(hit) = self.get(paths, &key) {
            return Ok(Recalled::Hit(hit));
        }
        let needs = Needs::default();
        let pair = self.workspace.load_files(paths, files, &needs)?;
        Ok(Recalled::Pair(Box::new(pair), key, needs))
    }

    /// The key of a pair by its files.
    fn key(&self, paths: &Paths, files: &Files) -> CacheKey {
        let mut hash = Sha512_256::new();
        hash.update(self.shared);
        debug(&mut hash, paths);
        debug(&mut hash, &self.dialect(&paths.original));
        for file in [&files.original, &files.translation, &files.units] {
            hash.update([u8::from(file.is_some())]);
            add(&mut hash, file.as_deref().unwrap_or_default());
        }
        hash.finalize().into()
    }

    /// The dialect of a document, which is that of its folder: the files that show it are looked for once.
    fn dialect(&self, path: &str) -> Option<Dialect> {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut dialects = self.dialects.lock().unwrap_or_else(PoisonError::into_inner);
        *dialects.entry(folder.to_owned()).or_insert_with(|| self.workspace.project.dialect(path))
    }

    /// The answer about a pair, where all that it needed is the same.
    fn get(&self, paths: &Paths, key: &CacheKey) -> Option<Hit> {
        let (entry, answer): (Entry, Vec<u8>) = unpacked(self.store.get(key)?)?;
        if entry.units.is_some() && entry.units != self.units_of(&paths.language) {
            return None;
        }
        let same = |(question, answer): &(Question, Option<String>)| self.ask(paths, question) == *answer;
        entry.pages.iter().all(same).then(|| {
            let key = whole_key(key, &entry);
            Hit { traces: entry.traces, answer, key }
        })
    }

    /// Keeps the answer about a pair; its key with all that was needed, `None` where it cannot be kept.
    pub(super) fn put(
        &self,
        paths: &Paths,
        key: &CacheKey,
        needs: &Needs,
        traces: Traces,
        answer: &[u8],
    ) -> Option<CacheKey> {
        if needs.texts() {
            return None;
        }
        let units = match needs.units() {
            true => Some(self.units_of(&paths.language)?),
            false => None,
        };
        let entry = Entry { units, pages: needs.pages(), traces };
        self.store.put(key, &packed(&entry, answer)?);
        Some(whole_key(key, &entry))
    }

    /// What was made of a pair and of what the whole project shows; `about` names the latter.
    pub(super) fn get_more<T: for<'de> Deserialize<'de>>(
        &self,
        key: &CacheKey,
        about: &impl Debug,
    ) -> Option<(T, Vec<u8>)> {
        unpacked(self.store.get(&key_of_more(key, about))?)
    }

    /// Keeps what was made of a pair and of what the whole project shows.
    pub(super) fn put_more(&self, key: &CacheKey, about: &impl Debug, value: &impl Serialize, answer: &[u8]) {
        if let Some(body) = packed(value, answer) {
            self.store.put(&key_of_more(key, about), &body);
        }
    }

    /// Removes the oldest answers beyond the bound of the cache.
    pub(super) fn tidy(&self) {
        self.store.tidy();
    }

    /// A digest of the units files of a language, worked out once; `None` where one changed meanwhile.
    fn units_of(&self, language: &Language) -> Option<CacheKey> {
        let workspace = self.workspace;
        *self.units.get(language)?.get_or_init(|| {
            let mut hash = Sha512_256::new();
            for pair in workspace.listing.pairs.iter().filter(|pair| pair.language == *language) {
                add(&mut hash, pair.units.as_bytes());
                hash.update(workspace.units.digest(&workspace.project, &pair.units)?);
            }
            Some(hash.finalize().into())
        })
    }

    /// What the project answers to a question now.
    fn ask(&self, paths: &Paths, question: &Question) -> Option<String> {
        match question {
            Question::Translation(original) => self.workspace.known.translation(original, &paths.language),
            Question::Page(path) => self.workspace.known.digest(&self.workspace.project, path),
        }
    }
}

/// The key of a pair and of all that its analysis needed.
fn whole_key(key: &CacheKey, entry: &Entry) -> CacheKey {
    let mut hash = Sha512_256::new();
    hash.update(key);
    debug(&mut hash, &entry.units);
    debug(&mut hash, &entry.pages);
    hash.finalize().into()
}

fn key_of_more(key: &CacheKey, about: &impl Debug) -> CacheKey {
    let mut hash = Sha512_256::new();
    hash.update(key);
    debug(&mut hash, about);
    hash.finalize().into()
}

/// Adds bytes with their length, so that no two lists of them are the same.
fn add(hash: &mut Sha512_256, bytes: &[u8]) {
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

/// Adds a value by the text that shows all of its fields.
fn debug(hash: &mut Sha512_256, value: &impl Debug) {
    add(hash, format!("{value:?}").as_bytes());
}

/// A value and bytes behind it, with the length of the value before both.
fn packed(value: &impl Serialize, bytes: &[u8]) -> Option<Vec<u8>> {
    let value = serde_json::to_vec(value).ok()?;
    let length = u32::try_from(value.len()).ok()?.to_le_bytes();
    Some([&length[..], &value, bytes].concat())
}

fn unpacked<T: for<'de> Deserialize<'de>>(bytes: Vec<u8>) -> Option<(T, Vec<u8>)> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (value, answer) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    Some((serde_json::from_slice(value).ok()?, answer.to_vec()))
}

impl std::fmt::Debug for AnswerCache<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AnswerCache").field("store", &self.store).finish_non_exhaustive()
    }
}
