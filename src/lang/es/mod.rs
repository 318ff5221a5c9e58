//! Spanish: inflection.

pub(super) mod inflect;
