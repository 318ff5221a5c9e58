//! A walk through the findings: where one stands, what a key means, what a decision changes, what can be undone.
//!
//! Plain values: never knows a terminal, and writes nothing. Who drives it (a screen, or questions on lines) carries
//! out an [`Order`] and hands back the sheets as they are then.

mod decide;
mod history;
mod input;
mod keys;
mod list;
mod sheet;
mod stage;

pub use decide::{Refusal, accept, fix, fixes, pair, parse_pair, spell_pair, waive};
pub use history::{Change, Deed, History};
pub use input::Input;
pub use keys::{Act, KEYS, Key, act};
pub use list::{Arrangement, Entry, Step, Walk, Way};
pub use sheet::Sheet;
pub use stage::{Asked, Form, Manner, Note, Order, Scope, Stage};
