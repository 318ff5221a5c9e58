//! Units whose texts went to another document.

use std::collections::BTreeMap;

use crate::units::Accepted;

/// A unit that was accepted in one document and is in another one now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The units file that it is recorded in.
    pub from: String,
    /// Its texts.
    pub unit: Accepted,
}

/// By translation, the units that came to it.
pub(super) type Carrying = BTreeMap<String, Vec<Carried>>;
