//! Polish.

pub(super) mod numbers;
