//! The translation that a unit had when it went out, so that newer words are not overwritten when it comes back.
//!
//! It goes out as a note of its own, which every format and every tool keeps: the first 16 hexadecimal digits of the
//! SHA-256 of the text.

use sha2::{Digest, Sha256};

use super::Entry;

/// What the note begins with.
const LABEL: &str = "tolmach-base: ";

/// The note for a translation; an empty text where there was none.
pub fn note(translation: &str) -> String {
    format!("{LABEL}{}", digest(translation))
}

/// Whether this is the translation that the entry went out with; `None` where the entry does not say.
pub fn is_base(entry: &Entry, translation: &str) -> Option<bool> {
    let mut lines = entry.notes.iter().flat_map(|note| note.lines());
    let base = lines.find_map(|line| line.trim().strip_prefix(LABEL))?;
    Some(base.trim() == digest(translation))
}

fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_knows_the_translation_it_went_out_with() {
        let entry = Entry { notes: vec![format!("For you.\n{}", note("One."))], ..Entry::default() };
        assert_eq!((is_base(&entry, "One."), is_base(&entry, "Two.")), (Some(true), Some(false)));
        assert_eq!(is_base(&Entry::default(), "One."), None);
    }
}
