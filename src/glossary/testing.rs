//! Glossaries for the tests of this room.

use super::{Fault, Glossary};

/// A glossary of concepts `c0`, `c1`, … with these entries in one language, and what is wrong with it.
pub(super) fn glossary(language: &str, entries: &[impl AsRef<str>]) -> (Glossary, Vec<Fault>) {
    let entries = entries.iter().map(AsRef::as_ref).enumerate();
    let text = entries.map(|(at, entry)| format!("[[concept]]\nid = \"c{at}\"\n[concept.{language}]\n{entry}\n"));
    Glossary::read(&[("g".to_owned(), text.collect())])
}
