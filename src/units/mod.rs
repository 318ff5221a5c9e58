//! The accepted units of a document, their file, what became of them, and waivers.
//!
//! Never knows checks, paths, or who shows it.

mod drift;
mod file;

pub use drift::{Drift, Standing, State, drift};
pub use file::{Accepted, Pair, Units, UnitsFault, Waiver};
