//! Words that say nothing of what a text is about, and given names.

use super::words::WordList;

static GENERAL: [(&str, WordList); 2] = [
    ("en", WordList::new(include_str!("en/words/general.txt"))),
    ("ru", WordList::new(include_str!("ru/words/general.txt"))),
];

static GIVEN_NAMES: [(&str, WordList); 2] = [
    ("en", WordList::new(include_str!("en/words/given_names.txt"))),
    ("ru", WordList::new(include_str!("ru/words/given_names.txt"))),
];

/// The words of any text in a language (a primary subtag), as lemmas; none for languages without a list.
pub fn general_words(language: &str) -> impl Iterator<Item = &'static str> {
    let list = GENERAL.iter().find(|(code, _)| *code == language);
    list.into_iter().flat_map(|(_, list)| list.entries().map(|(word, _)| word))
}

/// Whether a word in small letters, in its dictionary form, is a given name.
pub fn is_given_name(word: &str, language: &str) -> bool {
    GIVEN_NAMES.iter().any(|(code, list)| *code == language && list.has(word))
}
