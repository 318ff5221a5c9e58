//! Spanish: inflection.

pub(super) mod inflect;
pub(super) mod numbers;
