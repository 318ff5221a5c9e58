//! What changed between texts of ONE language: same, cosmetic, reworded, moved; word by word.
//!
//! Knows strings. Never knows which of them is the translation, or units.

mod wording;
mod words;

pub use wording::{Difference, difference};
pub use words::{Change, Step, words};
