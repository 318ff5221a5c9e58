//! Italian.

pub(super) mod numbers;
