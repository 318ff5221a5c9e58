//! Chinese and Japanese number words, months and scales.

use std::sync::OnceLock;

use crate::lang::numbers::{Forms, Word};

pub(in crate::lang) fn word(word: &str) -> Option<Word> {
    static FORMS: OnceLock<Forms> = OnceLock::new();
    FORMS.get_or_init(|| Forms::read(TABLE)).word(word)
}

/// As `Forms::read` takes it.
const TABLE: &str = "\
e3 千
e4 万 萬
e8 亿 億
e12 兆
half 半
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_each_kind_are_known() {
        assert_eq!(word("万"), Some(Word::Scale(4)));
        assert_eq!(word("億"), Some(Word::Scale(8)));
    }
}
