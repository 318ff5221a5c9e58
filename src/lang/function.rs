//! Words of grammar, which are no terms by themselves.

use super::words::WordList;

static ENGLISH: WordList = WordList::new(include_str!("en/words/function.txt"));
static RUSSIAN: WordList = WordList::new(include_str!("ru/words/function.txt"));

/// Whether a word, in any letters, is one of grammar; `language` is a primary subtag. `false` for languages without a
/// list.
pub fn is_function_word(word: &str, language: &str) -> bool {
    let folded = || super::inflect::fold(word);
    match language {
        "en" => ENGLISH.has(&folded()),
        "ru" => RUSSIAN.has(&folded()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_grammar() {
        assert!(is_function_word("US", "en") && is_function_word("Ещё", "ru"));
        assert!(!is_function_word("stage", "en") && !is_function_word("der", "de"));
    }
}
