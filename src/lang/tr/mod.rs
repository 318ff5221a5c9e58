//! Turkish.

pub(super) mod numbers;
