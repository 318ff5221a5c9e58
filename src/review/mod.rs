//! The order of the work: two documents, the glossary and the accepted units in; units and findings out.
//!
//! Never knows paths or output formats.

use crate::align::Unit;
use crate::checks::Finding;
use crate::units::State;

/// A unit of today's texts and what a person said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reviewed {
    pub unit: Unit,
    /// Index into `Units::accepted` and what became of it; `None` where nobody accepted the unit.
    pub accepted: Option<(usize, State)>,
}

/// The answer about one pair of documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// In source order.
    pub units: Vec<Reviewed>,
    /// In order of place.
    pub findings: Vec<Finding>,
}
