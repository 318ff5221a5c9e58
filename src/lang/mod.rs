//! What a language is: inflection, stems, sounds, numbers and dates, quotation marks, the built-in lexicon.
//!
//! Knows strings of one language (or pairs of words of two). Never knows documents or projects.

mod ar;
mod de;
mod detect;
mod en;
mod es;
pub mod inflect;
mod kk;
mod language;
pub mod lexicon;
pub mod numbers;
mod profile;
mod profiles;
pub mod quotes;
mod ru;
mod script;
pub mod sounds;
mod spelling;
mod stem;
mod uk;
mod words;

pub use language::Language;
pub use profile::{Apostrophe, Article, DecimalMark, Direction, Endings, Invisible, Profile};
pub use script::Script;
pub use stem::Stems;
