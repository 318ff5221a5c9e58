//! Korean.

pub(super) mod numbers;
