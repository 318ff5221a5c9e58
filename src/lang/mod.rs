//! What a language is: inflection, stems, sounds, numbers and dates, quotation marks, the built-in lexicon.
//!
//! Knows strings of one language (or pairs of words of two). Never knows documents or projects.

pub mod inflect;
mod language;
pub mod lexicon;
pub mod numbers;
pub mod quotes;
mod script;
pub mod sounds;
mod stem;

pub use language::Language;
pub use script::Script;
pub use stem::Stems;
