//! What a language is: inflection, stems, sounds, numbers and dates, quotation marks, the built-in lexicon.
//!
//! Knows strings of one language (or pairs of words of two). Never knows documents or projects.

mod ar;
pub mod calendar;
mod de;
mod derivation;
mod detect;
mod en;
mod es;
mod fa;
mod fr;
mod function;
mod general;
mod hi;
pub mod inflect;
mod it;
mod kk;
mod ko;
mod language;
pub mod lexicon;
pub mod measures;
pub mod numbers;
mod pl;
mod profile;
mod profiles;
mod pt;
pub mod quotes;
mod roots;
mod ru;
mod script;
pub mod sounds;
mod spelling;
mod stem;
mod tr;
mod uk;
mod word_form;
mod words;
mod zh;

pub(crate) use detect::{code_of, detected_as};
pub use function::is_function_word;
pub use general::{general_words, is_given_name};
pub use language::Language;
pub use profile::{
    Apostrophe, Article, Compounds, DecimalMark, Direction, Doubling, Endings, Invisible, Profile, Questions,
};
pub use roots::{Kinship, same_root};
pub use script::Script;
pub use stem::Stems;
pub use word_form::is_form;
