//! Chinese, and what Japanese shares with it.

pub(super) mod numbers;
