//! Every form of a word or a term, by small tables and without a dictionary.
//!
//! Forms are generated once for each term and then looked up, never guessed from the text by its stem: a stem takes
//! look-alikes for the term («титул» for «титушка») and misses «акиме». Each form names the table it came from, so that a
//! person can see why it is there, and correct it with `inflect` and `forms` in the glossary. The tables of a language
//! are in the folder of its tag.

mod abbreviation;
mod beginning;
pub(in crate::lang) mod fold;
pub(in crate::lang) mod form;
mod homograph;
mod kind;
mod like;
mod phrase;
mod substitute;

pub use abbreviation::is_suffix_of_abbreviation;
pub use beginning::Beginnings;
pub use fold::{dress, fold};
pub use form::Form;
pub use homograph::may_be_common_word;
pub use kind::Inflect;
pub use like::article;
pub use phrase::{Forms, Way, Word, forms, words};
pub use substitute::{Around, Inflected, Readings, Substitute, substitute};
