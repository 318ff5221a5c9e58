//! The accepted units of a document, their file, what became of them, and waivers.
//!
//! Never knows checks, paths, or who shows it.

mod accept;
mod accepted;
mod assigned;
mod blocks;
mod counterpart;
mod drift;
mod entry;
mod file;
mod gather;
mod layout;
mod listed;
mod merge;
mod pair;
mod places;
mod rarity;
mod shape;
mod write;

pub use accept::Today;
pub use accepted::{Accepted, Draft, Paired, Units, Waiver};
pub use blocks::{BlockState, BlockUnit, Blocks};
pub use drift::{Drift, Standing, StandingDraft, State, Touched, drift};
pub use file::UnitsFault;
pub use layout::Layout;
pub use merge::Conflict;
pub use pair::{Files, Key, Pair, Paths};
