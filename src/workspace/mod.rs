//! An open project: what all its documents share, and the analysis of each pair of documents.
//!
//! The commands, the review and the editors use these functions. The room returns values and typed errors
//! ([`Error`]); it reports progress and remarks to a [`Progress`]. It never uses a terminal, an interface language or
//! a protocol.

mod baseline;
mod candidates;
mod changed;
mod check;
mod commit;
mod error;
mod fixes;
mod glossary;
mod lexicon;
mod location;
mod memory;
mod open;
mod progress;
mod rules;

pub use baseline::{Baseline, Known};
pub use candidates::candidates;
pub use changed::Changed;
pub use check::{Checked, Outcome, Task, check, summarise, unused_concepts};
pub use commit::commit;
pub use error::Error;
pub use fixes::{Fixes, fixed, fixes};
pub use glossary::{glossary, read_glossary};
pub use location::{Location, chosen, located, no_conflict, overlap, paragraphs};
pub use memory::{accepted, memory, notes};
pub use open::{Workspace, with_units};
pub use progress::{Counted, Note, Progress, Silent, Step};
pub use rules::{only, rules};
