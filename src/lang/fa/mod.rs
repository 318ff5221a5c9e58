//! Persian.

pub(super) mod numbers;
