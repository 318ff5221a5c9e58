//! The pages of the project that links lead to, read once where a link asks for them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use crate::lang::Language;
use crate::project::{Listing, Project};
use crate::rules::{Pages, Side};
use crate::text::{Anchors, Document, Format, Layout};
use crate::units::Paths;

/// Which documents there are, and the ids of those that were asked for.
pub(super) struct Known {
    /// By path, how a document is read.
    layouts: FxHashMap<String, Layout>,
    /// By original and language, the path of the translation.
    translations: BTreeMap<(String, Language), String>,
    anchors: Mutex<FxHashMap<String, Option<Arc<Anchors>>>>,
}

impl Known {
    pub(super) fn new(listing: &Listing) -> Known {
        let mut layouts = FxHashMap::default();
        let mut translations = BTreeMap::new();
        for pair in &listing.pairs {
            layouts.insert(pair.original.clone(), pair.layout);
            layouts.insert(pair.translation.clone(), pair.layout);
            translations.insert((pair.original.clone(), pair.language.clone()), pair.translation.clone());
        }
        Known { layouts, translations, anchors: Mutex::default() }
    }
}

/// The pages around one pair of documents.
pub(super) struct PagesOf<'a> {
    pub(super) known: &'a Known,
    pub(super) project: &'a Project,
    pub(super) paths: &'a Paths,
}

impl fmt::Debug for PagesOf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PagesOf").field(self.paths).finish()
    }
}

impl Pages for PagesOf<'_> {
    fn path(&self, side: Side) -> &str {
        if side == Side::Source { &self.paths.original } else { &self.paths.translation }
    }

    fn translation(&self, original: &str) -> Option<String> {
        let key = (original.to_owned(), self.paths.language.clone());
        self.known.translations.get(&key).cloned()
    }

    fn anchors(&self, path: &str) -> Option<Arc<Anchors>> {
        let known = self.known;
        let layout = *known.layouts.get(path)?;
        if let Some(anchors) = known.anchors.lock().unwrap_or_else(PoisonError::into_inner).get(path) {
            return anchors.clone();
        }
        let bytes = self.project.read(path).ok();
        let document = bytes.map(|bytes| Document::read(&bytes, Format::of(path, layout)));
        let dialect = self.project.dialect(path);
        let anchors = document.map(|document| Arc::new(Anchors::of(&document, dialect)));
        let mut all = known.anchors.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(path.to_owned()).or_insert(anchors).clone()
    }

    fn anchors_of(&self, document: &Document) -> Anchors {
        Anchors::of(document, self.project.dialect(&self.paths.original))
    }
}
