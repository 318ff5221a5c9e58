//! Persian number words, months and scales.

use std::sync::OnceLock;

use crate::lang::numbers::{Forms, Word};

pub(in crate::lang) fn word(word: &str) -> Option<Word> {
    static FORMS: OnceLock<Forms> = OnceLock::new();
    FORMS.get_or_init(|| Forms::read(TABLE)).word(word)
}

/// As `Forms::read` takes it.
const TABLE: &str = "\
e3 هزار
e6 میلیون
e9 میلیارد
e12 تریلیون
m1 ژانویه
m2 فوریه
m3 مارس
m4 آوریل
m5 مه
m6 ژوئن
m7 ژوئیه
m8 اوت
m9 سپتامبر
m10 اکتبر
m11 نوامبر
m12 دسامبر
half نیم نصف
quarter ربع
century قرن
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_each_kind_are_known() {
        assert_eq!(word("میلیون"), Some(Word::Scale(6)));
        assert_eq!(word("ژانویه"), Some(Word::Month(1)));
    }
}
