//! The pages of the project that links lead to, read once where a link asks for them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha512_256};

use super::needs::{Needs, Question};
use crate::lang::Language;
use crate::project::{Listing, Project};
use crate::rules::{Pages, Side};
use crate::text::{Anchors, Dialect, Document, Format, Layout};
use crate::units::Paths;

/// Which documents there are, and the ids of those that were asked for.
pub(super) struct Known {
    /// By path, how a document is read.
    layouts: FxHashMap<String, Layout>,
    /// By original and language, the path of the translation.
    translations: BTreeMap<(String, Language), String>,
    anchors: Mutex<FxHashMap<String, Option<Page>>>,
    digests: Mutex<FxHashMap<String, Option<String>>>,
}

/// The ids of a page, and a digest of all that they were read from.
type Page = (Arc<Anchors>, String);

impl Known {
    pub(super) fn new(listing: &Listing) -> Known {
        let mut layouts = FxHashMap::default();
        let mut translations = BTreeMap::new();
        for pair in &listing.pairs {
            layouts.insert(pair.original.clone(), pair.layout);
            layouts.insert(pair.translation.clone(), pair.layout);
            translations.insert((pair.original.clone(), pair.language.clone()), pair.translation.clone());
        }
        Known { layouts, translations, anchors: Mutex::default(), digests: Mutex::default() }
    }
}

impl Known {
    /// Where the translation of an original is, or would be.
    pub(super) fn translation(&self, original: &str, language: &Language) -> Option<String> {
        self.translations.get(&(original.to_owned(), language.clone())).cloned()
    }

    /// A digest of a page and of how it is read, asked once a run; `None` for what is no document.
    pub(super) fn digest(&self, project: &Project, path: &str) -> Option<String> {
        let layout = *self.layouts.get(path)?;
        if let Some(digest) = self.digests.lock().unwrap_or_else(PoisonError::into_inner).get(path) {
            return digest.clone();
        }
        let digest = project.read(path).ok().map(|bytes| digest(&bytes, layout, project.dialect(path)));
        let mut all = self.digests.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(path.to_owned()).or_insert(digest).clone()
    }

    /// The ids on a page with its digest, read once a run.
    fn page(&self, project: &Project, path: &str) -> Option<Page> {
        let layout = *self.layouts.get(path)?;
        if let Some(page) = self.anchors.lock().unwrap_or_else(PoisonError::into_inner).get(path) {
            return page.clone();
        }
        let dialect = project.dialect(path);
        let page = project.read(path).ok().map(|bytes| {
            let document = Document::read(&bytes, Format::of(path, layout));
            (Arc::new(Anchors::of(&document, dialect)), digest(&bytes, layout, dialect))
        });
        let mut all = self.anchors.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(path.to_owned()).or_insert(page).clone()
    }
}

fn digest(bytes: &[u8], layout: Layout, dialect: Option<Dialect>) -> String {
    let how = format!("{layout:?} {dialect:?} ");
    let hash = Sha512_256::new().chain_update(how).chain_update(bytes).finalize();
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The pages around one pair of documents.
pub(super) struct PagesOf<'a> {
    pub(super) known: &'a Known,
    pub(super) project: &'a Project,
    pub(super) paths: &'a Paths,
    /// Where each question and its answer are recorded.
    pub(super) needs: &'a Needs,
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
        let answer = self.known.translation(original, &self.paths.language);
        self.needs.add_page(Question::Translation(original.to_owned()), answer.clone());
        answer
    }

    fn anchors(&self, path: &str) -> Option<Arc<Anchors>> {
        let page = self.known.page(self.project, path);
        let (anchors, digest) = page.unzip();
        self.needs.add_page(Question::Page(path.to_owned()), digest);
        anchors
    }

    fn anchors_of(&self, document: &Document) -> Anchors {
        Anchors::of(document, self.project.dialect(&self.paths.original))
    }
}
