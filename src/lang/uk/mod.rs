//! Ukrainian: inflection and the endings that its stems lose.

pub(super) mod derive;
pub(super) mod inflect;
pub(super) mod numbers;
pub(super) mod stems;
