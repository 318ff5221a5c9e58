//! What a language is: inflection, stems, sounds, numbers and dates, quotation marks, the built-in lexicon.
//!
//! Knows strings of one language (or pairs of words of two). Never knows documents or projects.

mod ar;
mod de;
mod detect;
mod en;
mod es;
mod fa;
mod fr;
mod hi;
pub mod inflect;
mod it;
mod kk;
mod ko;
mod language;
pub mod lexicon;
pub mod numbers;
mod pl;
mod profile;
mod profiles;
mod pt;
pub mod quotes;
mod ru;
mod script;
pub mod sounds;
mod spelling;
mod stem;
mod tr;
mod uk;
mod words;
mod zh;

pub use language::Language;
pub use profile::{Apostrophe, Article, DecimalMark, Direction, Doubling, Endings, Invisible, Profile, Questions};
pub use script::Script;
pub use stem::Stems;
