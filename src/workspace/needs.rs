//! What an analysis of a pair needed beside the pair's own files.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

/// A question about the pages of the project.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Question {
    /// Where the translation of an original is.
    Translation(String),
    /// What a page holds, by a digest of it; `None` for what is no document.
    Page(String),
}

/// Beside its own files, what an analysis needed.
#[derive(Debug, Default)]
pub(super) struct Needs {
    units: AtomicBool,
    texts: AtomicBool,
    pages: Mutex<BTreeMap<Question, Option<String>>>,
}

impl Needs {
    /// Records that the accepted units of other pairs of the language were needed.
    pub(super) fn add_units(&self) {
        self.units.store(true, Ordering::Relaxed);
    }

    /// Records that the texts of other pairs were needed.
    pub(super) fn add_texts(&self) {
        self.texts.store(true, Ordering::Relaxed);
    }

    /// Records a question about the pages of the project and its answer.
    pub(super) fn add_page(&self, question: Question, answer: Option<String>) {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner).insert(question, answer);
    }

    /// Whether the accepted units of other pairs of the language were needed.
    pub(super) fn units(&self) -> bool {
        self.units.load(Ordering::Relaxed)
    }

    /// Whether the texts of other pairs were needed.
    pub(super) fn texts(&self) -> bool {
        self.texts.load(Ordering::Relaxed)
    }

    /// The questions about pages with their answers, in order.
    pub(super) fn pages(&self) -> Vec<(Question, Option<String>)> {
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.iter().map(|(question, answer)| (question.clone(), answer.clone())).collect()
    }
}
