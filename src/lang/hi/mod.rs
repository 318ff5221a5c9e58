//! Hindi.

pub(super) mod numbers;
