//! Commands for machines and scripts.

pub(super) mod fill;
pub(super) mod gaps;
#[cfg(feature = "mcp")]
pub(super) mod mcp;
