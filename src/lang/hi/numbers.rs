//! Hindi number words, months and scales.

use std::sync::OnceLock;

use crate::lang::numbers::{Forms, Word};

pub(in crate::lang) fn word(word: &str) -> Option<Word> {
    static FORMS: OnceLock<Forms> = OnceLock::new();
    FORMS.get_or_init(|| Forms::read(TABLE)).word(word)
}

/// As `Forms::read` takes it.
const TABLE: &str = "\
e2 सौ
e3 हज़ार हजार
e5 लाख
e7 करोड़
e9 अरब
m1 जनवरी
m2 फ़रवरी फरवरी
m3 मार्च
m4 अप्रैल
m5 मई
m6 जून
m7 जुलाई
m8 अगस्त
m9 सितंबर सितम्बर
m10 अक्टूबर अक्तूबर
m11 नवंबर नवम्बर
m12 दिसंबर दिसम्बर
half आधा आधी आधे
quarter चौथाई
century सदी शताब्दी
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_each_kind_are_known() {
        assert_eq!(word("लाख"), Some(Word::Scale(5)));
        assert_eq!(word("जनवरी"), Some(Word::Month(1)));
    }
}
