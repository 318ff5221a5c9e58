//! Lists of words kept as text, one list a file, so that a person can read and correct them.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// Words between white space, each with what is behind its `=`; lines that begin with `#` are comments.
pub(in crate::lang) struct WordList {
    text: &'static str,
    read: OnceLock<FxHashMap<&'static str, &'static str>>,
}

impl WordList {
    pub(in crate::lang) const fn new(text: &'static str) -> WordList {
        WordList { text, read: OnceLock::new() }
    }

    pub(in crate::lang) fn has(&self, word: &str) -> bool {
        self.words().contains_key(word)
    }

    /// What is behind the word's `=`; empty for a word without one.
    pub(in crate::lang) fn value(&self, word: &str) -> Option<&'static str> {
        self.words().get(word).copied()
    }

    /// The longest listed word that this one ends in, with what is before it and the value.
    pub(in crate::lang) fn end_of<'w>(&self, word: &'w str) -> Option<(&'w str, &'static str)> {
        word.char_indices().find_map(|(at, _)| Some((&word[..at], self.value(&word[at..])?)))
    }

    /// Whether the word is a listed one or ends in it.
    pub(in crate::lang) fn has_end(&self, word: &str) -> bool {
        self.end_of(word).is_some()
    }

    /// Every word with its value.
    pub(in crate::lang) fn entries(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.words().iter().map(|(word, value)| (*word, *value))
    }

    fn words(&self) -> &FxHashMap<&'static str, &'static str> {
        self.read.get_or_init(|| {
            let lines = self.text.lines().filter(|line| !line.starts_with('#'));
            lines.flat_map(str::split_whitespace).map(|word| word.split_once('=').unwrap_or((word, ""))).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_with_their_values_and_ends() {
        let list = WordList::new("# fleeting\nзаяц=зайц вечер\n");
        assert_eq!(list.value("заяц"), Some("зайц"));
        assert!(list.has("вечер") && !list.has("fleeting"));
        assert_eq!(list.end_of("русак-заяц"), Some(("русак-", "зайц")));
        assert!(list.has_end("подвечер") && !list.has_end("вече"));
    }
}
