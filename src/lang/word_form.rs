//! Forms of words as the tables of the languages write them.

/// Whether a word in small letters is a form of a table; a star ends a form that may go on in any way.
pub fn is_form(word: &str, form: &str) -> bool {
    match form.strip_suffix('*') {
        Some(beginning) => word.starts_with(beginning),
        None => word == form,
    }
}
