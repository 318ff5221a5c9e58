//! What changed between texts of ONE language: same, cosmetic, reworded, moved; word by word.
//!
//! Knows strings. Never knows which of them is the translation, or units.

mod equal;
mod like;
mod matched;
mod order;
mod paragraphs;
mod wording;
mod words;

pub use matched::{Fate, Matched};
pub use order::in_order;
pub use paragraphs::{equal_paragraphs, paragraphs, paragraphs_with};
pub use wording::{COSMETIC, Difference, difference, wording};
pub use words::{Change, Step, marked, words};
