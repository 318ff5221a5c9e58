//! A walk through the findings: which finding is current, what a key means, what a decision changes, what can be undone.
//!
//! A [`Session`] reads the project, carries out an [`Action`] and takes it back; a [`ReviewState`] is plain values, which keys
//! change. Neither knows a terminal or how anything is drawn.

mod candidates;
mod commands;
#[cfg(test)]
mod counting_tests;
mod decide;
mod history;
mod input;
mod keys;
mod likeness;
mod list;
mod prompt;
mod review;
mod review_state;
mod reviewed_pair;
#[cfg(test)]
mod testing;

use decide::units;
pub use decide::{Refusal, accept, accept_unit, fix, fixes, pair, parse_pair, spell_pair, waive};
pub use history::{Done, History};
pub use input::Input;
pub use keys::{Command, KEYS, Key, command};
pub use list::{Arrangement, Entry, FindingList, Step, Way};
pub use prompt::{Action, Decision, Form, Note, Prompt, Scope};
pub use review::{Request, Session};
pub use review_state::ReviewState;
pub use reviewed_pair::ReviewedPair;
