//! The keys of front matter by which pages name their translations, where paths do not.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::lang::Language;
use crate::text::front_value;

/// The keys by which Hugo and Jekyll know the translations of a page.
const USUAL: &[&str] =
    &["translationKey", "translation_key", "translationId", "ref", "lang-ref", "lang_ref", "page_id"];

/// The keys that name a page's language.
const LANGUAGE: &[&str] = &["lang", "language", "locale"];

/// The front matter of documents, each read once.
pub(super) struct Keys<'a> {
    read: &'a dyn Fn(&str) -> Option<String>,
    texts: RefCell<BTreeMap<String, Option<String>>>,
}

impl<'a> Keys<'a> {
    pub(super) fn new(read: &'a dyn Fn(&str) -> Option<String>) -> Keys<'a> {
        Keys { read, texts: RefCell::default() }
    }

    /// The value of a key of a document's front matter; without a key, of the first usual one that it has.
    pub(super) fn of(&self, path: &str, key: Option<&str>) -> Option<String> {
        match key {
            Some(key) => self.first(path, &[key]),
            None => self.first(path, USUAL),
        }
    }

    /// The first usual key that a document has, with its value.
    pub(super) fn usual(&self, path: &str) -> Option<(&'static str, String)> {
        USUAL.iter().find_map(|key| Some((*key, self.of(path, Some(key))?)))
    }

    /// The language that a document's front matter names.
    pub(super) fn language(&self, path: &str) -> Option<Language> {
        Language::spelled(&self.first(path, LANGUAGE)?)
    }

    fn first(&self, path: &str, keys: &[&str]) -> Option<String> {
        let mut texts = self.texts.borrow_mut();
        let text = texts.entry(path.to_owned()).or_insert_with(|| (self.read)(path)).as_deref()?;
        keys.iter().find_map(|key| front_value(text, key)).filter(|value| !value.is_empty()).map(str::to_owned)
    }
}
