//! A units file as TOML has it.

use serde::Deserialize;

use super::{Accepted, Draft, Paired, Waiver};

/// The format of a file that records no verbatim blocks and no drafts.
pub(super) const FORMAT: i64 = 1;
/// The format of a file that does, or that records drafts: a program that knows the first one only would take changes of
/// the blocks for none, and a machine's texts for a person's.
pub(super) const WITH_BLOCKS: i64 = 2;

/// The file as TOML has it; unknown keys are none of our business.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Shape {
    pub(super) format: Option<i64>,
    #[serde(default)]
    pub(super) unit: Vec<UnitBlock>,
    #[serde(default)]
    pub(super) pair: Vec<Paired>,
    #[serde(default)]
    pub(super) waiver: Vec<Waiver>,
    #[serde(default)]
    pub(super) block: Vec<Accepted>,
    #[serde(default)]
    pub(super) draft: Vec<Draft>,
}

/// A `[[unit]]` block.
#[derive(Debug, Deserialize)]
pub(super) struct UnitBlock {
    /// `false` in the block of a unit that nobody has accepted.
    #[serde(default = "yes")]
    accepted: bool,
    #[serde(default)]
    source: Vec<String>,
    #[serde(default)]
    target: Vec<String>,
    /// The waivers of the unit's findings.
    #[serde(default)]
    pub(super) waiver: Vec<Waiver>,
}

fn yes() -> bool {
    true
}

impl UnitBlock {
    /// The unit, where a person has accepted it.
    pub(super) fn accepted(&self) -> Option<Accepted> {
        self.accepted.then(|| Accepted { source: self.source.clone(), target: self.target.clone() })
    }
}

impl Shape {
    /// Reads the file without judging its format; with it, the waivers in the order of the file.
    ///
    /// # Errors
    ///
    /// Where the text is no TOML of this shape.
    pub(super) fn parse(text: &str) -> Result<(Shape, Vec<Waiver>), toml::de::Error> {
        let shape: Shape = toml::from_str(text)?;
        let waivers = shape.unit.iter().flat_map(|block| &block.waiver).chain(&shape.waiver).cloned().collect();
        Ok((shape, waivers))
    }
}
