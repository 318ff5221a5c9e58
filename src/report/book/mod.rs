//! Editions for readers: a pair of documents as a page to print and as an EPUB.
//!
//! Nothing of a text becomes markup but emphasis, code and links to the web; what the two languages are and in which
//! direction they are written is said of each paragraph.

mod edition;
mod epub;
mod inline;
mod page;

pub use edition::{Edition, Layout};
pub use epub::epub;
pub use page::book_page;
