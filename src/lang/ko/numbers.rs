//! Korean number words, months and scales.

use std::sync::OnceLock;

use crate::lang::numbers::{Forms, Word};

pub(in crate::lang) fn word(word: &str) -> Option<Word> {
    static FORMS: OnceLock<Forms> = OnceLock::new();
    FORMS.get_or_init(|| Forms::read(TABLE)).word(word)
}

/// As `Forms::read` takes it.
const TABLE: &str = "\
e4 만 만명 만원 만여
e6 백만 백만명
e7 천만 천만명
e8 억 억원 억명
e12 조 조원
century 세기
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_each_kind_are_known() {
        assert_eq!(word("만명"), Some(Word::Scale(4)));
        assert_eq!(word("억"), Some(Word::Scale(8)));
    }
}
