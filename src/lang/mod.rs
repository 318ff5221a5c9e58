//! What a language is: inflection, stems, sounds, numbers and dates, quotation marks, the built-in lexicon.
//!
//! Knows strings of one language (or pairs of words of two). Never knows documents or projects.

mod ar;
mod de;
mod derivation;
mod en;
mod es;
mod function;
mod general;
pub mod inflect;
mod kk;
mod language;
pub mod lexicon;
pub mod numbers;
mod profile;
mod profiles;
pub mod quotes;
mod roots;
mod ru;
mod script;
pub mod sounds;
mod stem;
mod uk;
mod words;

pub use function::is_function_word;
pub use general::{general_words, is_given_name};
pub use language::Language;
pub use profile::{Apostrophe, Article, Compounds, DecimalMark, Direction, Endings, Invisible, Profile};
pub use roots::{Kinship, same_root};
pub use script::Script;
pub use stem::Stems;
