//! tolmach aligns originals and translations paragraph by paragraph, checks glossary terms in every
//! inflected form, and reports what changed on either side.
//!
//! `ARCHITECTURE.md` lists the rooms, what each knows and must never know, and the way of one paragraph through them;
//! `tests/architecture.rs` reads that list and fails where a room uses a neighbour or a higher one.

pub mod align;
pub mod analysis;
pub mod cli;
pub mod diff;
pub mod draft;
pub mod edit;
pub mod exchange;
pub mod glossary;
pub mod i18n;
#[cfg(feature = "import")]
pub mod import;
pub mod lang;
#[cfg(feature = "lsp")]
pub mod lsp;
#[cfg(feature = "mcp")]
pub mod mcp;
pub mod memory;
pub mod project;
pub mod report;
pub mod rules;
#[cfg(feature = "tui")]
pub mod session;
pub mod text;
#[cfg(feature = "tui")]
pub mod tui;
pub mod units;
#[cfg(feature = "web")]
pub mod web;
pub mod workspace;
