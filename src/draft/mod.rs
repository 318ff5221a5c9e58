//! Writes translations that are still to be made: starts one from its original, keeps one in step with it.
//!
//! Knows two documents, what was accepted and how they align. Never knows paths, the memory or the interface language:
//! hints come as lines, and go into the gaps as they are.

mod add;
mod answers;
mod blocks;
mod depth;
mod edits;
mod frame;
mod gap_block;
mod hidden;
mod land;
mod lines;
mod old_gaps;
mod outcome;
mod pass;
mod rows;
mod stamp;
mod tables;
mod titles;
mod update;

pub use add::{Filling, Started, start};
pub use answers::Answers;
pub use land::{Arrival, ImportOutcome, ImportedUnit, gaps_filled, joined, land, name, unit_rewritten};
pub use outcome::{Today, Updated};
pub use rows::Filled;
pub use stamp::{stamped, unstamped};
pub use update::update;

#[cfg(test)]
mod container_tests;
#[cfg(test)]
mod hidden_tests;
#[cfg(test)]
mod tests;
