//! Portuguese.

pub(super) mod numbers;
