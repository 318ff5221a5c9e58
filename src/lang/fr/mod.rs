//! French.

pub(super) mod numbers;
