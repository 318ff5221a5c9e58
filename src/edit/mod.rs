//! How a translation is changed, and how the change is taken back.
//!
//! A [`TextEdit`] replaces bytes of one file; [`Edits`] are several that do not overlap; a [`Transaction`] changes
//! several files at once and has an inverse. A transaction holds each file as it was and as it becomes, so that
//! whoever applies it can refuse a file that is no longer what the change was made from.
//!
//! Never knows where bytes are kept, nor why a text is changed.

mod text_edit;
mod transaction;

pub use text_edit::{Edits, TextEdit};
pub use transaction::{FileChange, NotComposable, Transaction};
