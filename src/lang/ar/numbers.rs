//! Arabic number words, months and scales.

use std::sync::OnceLock;

use crate::lang::numbers::{Forms, Word};

pub(in crate::lang) fn word(word: &str) -> Option<Word> {
    static FORMS: OnceLock<Forms> = OnceLock::new();
    FORMS.get_or_init(|| Forms::read(TABLE)).word(word)
}

/// As `Forms::read` takes it.
const TABLE: &str = "\
e3 ألف آلاف ألفا
e6 مليون ملايين مليونا
e9 مليار مليارات
m1 يناير
m2 فبراير
m3 مارس
m4 أبريل إبريل
m5 مايو
m6 يونيو
m7 يوليو
m8 أغسطس
m9 سبتمبر
m10 أكتوبر
m11 نوفمبر
m12 ديسمبر
half نصف
third ثلث
quarter ربع
century القرن قرن
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_each_kind_are_known() {
        assert_eq!(word("مليون"), Some(Word::Scale(6)));
        assert_eq!(word("يناير"), Some(Word::Month(1)));
    }
}
