//! Other tools' formats: one format, one file; values to bytes and back.
//!
//! Never knows folders or the interface language.
//!
//! | file | format |
//! |---|---|
//! | `tmx` | TMX 1.4b: translation memories |
//! | `xliff1`, `xliff2` | XLIFF 1.2 and 2.1: a document for a CAT tool, and back |
//! | `po` | gettext PO |
//! | `table` | CSV and TSV of units |
//! | `tbx` | TBX-Basic, v2 (`martif`) and v3 (`tbx`) |
//! | `terms` | glossaries as CSV and TSV, for Weblate and OmegaT |
//! | `decode`, `grid`, `header`, `properties` | the encoding, rows and columns of tables of terms |
//! | `xlsx` | the same as Excel workbooks |
//! | `concepts`, `term_format` | a glossary to entries of a term base and back; which format is read and written how |
//! | `xml`, `write` | XML as a stream: no document type is obeyed, no entity expanded, nothing fetched |
//!
//! Readers take a stream and hand over one value at a time, so that memory does not grow with the file. What a
//! format cannot say is never dropped in silence: every reader and writer returns its [`Losses`].

pub mod base;
mod broken;
mod concepts;
pub mod decode;
mod formula;
pub mod grid;
mod header;
mod inline;
mod loss;
pub mod po;
mod properties;
pub mod table;
pub mod tbx;
mod term_format;
pub mod terms;
pub mod tmx;
mod write;
pub mod xliff1;
pub mod xliff2;
#[cfg_attr(not(feature = "spreadsheets"), path = "no_xlsx.rs")]
mod xlsx;
pub(crate) mod xml;

pub use broken::{Broken, BrokenKind};
pub use concepts::{concept_of, concepts_with_own_properties, term_entries};
pub use loss::{Loss, LossKind, Losses};
pub use properties::Properties;
pub use term_format::{TermBase, TermFormat};

use crate::text::Span;

/// A unit on its way out or in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Names the unit within its file; empty where the format or the file has no names.
    pub id: String,
    /// The source text; several paragraphs are separated by a blank line.
    pub source: String,
    /// `None` where nothing is translated yet.
    pub target: Option<String>,
    /// How far the translation is.
    pub state: State,
    /// Where it comes from: the original's path, or what another tool wrote there; may be empty.
    pub origin: String,
    /// For the translator.
    pub notes: Vec<String>,
    /// Bytes of `source` that are markup and not wording, in order, without overlap. XLIFF shields them.
    pub source_codes: Vec<Span>,
    /// The same for `target`.
    pub target_codes: Vec<Span>,
}

/// How far a unit is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// No translation yet.
    #[default]
    New,
    /// There is a text that somebody has to look at: gettext's *fuzzy*.
    Draft,
    /// Translated, and not accepted by anybody.
    Translated,
    /// Marked as approved, which many a tool sets on every text that it writes.
    Approved,
    /// Accepted by a person.
    Accepted,
}

/// The languages of a file, as BCP 47 tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Languages {
    /// Of the source texts.
    pub source: String,
    /// Of the target texts.
    pub target: String,
}

impl Languages {
    /// The languages of these BCP 47 tags, which are not checked.
    pub fn new(source: &str, target: &str) -> Languages {
        Languages { source: source.to_owned(), target: target.to_owned() }
    }
}

/// Whether two BCP 47 tags, as other tools write them (`EN-US`, `en_US`), share their primary language.
pub fn same_tongue(one: &str, other: &str) -> bool {
    primary(one).eq_ignore_ascii_case(primary(other))
}

/// Whether a file that begins so is XLIFF 2, by the version in its first element.
pub fn is_xliff2(start: &[u8]) -> bool {
    // Also in UTF-16, where every other byte of such text is zero.
    let start: Vec<u8> = start.iter().copied().filter(|byte| *byte != 0).collect();
    let start = String::from_utf8_lossy(&start);
    let root = start.find("<xliff").and_then(|at| start[at..].split('>').next());
    let version = root
        .and_then(|root| root.split_once(" version"))
        .map(|(_, rest)| rest.trim_start_matches(['=', ' ', '"', '\'']));
    version.is_some_and(|version| version.starts_with('2'))
}

fn primary(tag: &str) -> &str {
    tag.split(['-', '_', '.', '@']).next().unwrap_or(tag)
}

#[cfg(test)]
mod segments_tests;
#[cfg(test)]
mod tests;
