//! Italian number words, months and scales.

use std::sync::OnceLock;

use crate::lang::numbers::{Forms, Word};

pub(in crate::lang) fn word(word: &str) -> Option<Word> {
    static FORMS: OnceLock<Forms> = OnceLock::new();
    FORMS.get_or_init(|| Forms::read(TABLE)).word(word)
}

/// As `Forms::read` takes it.
const TABLE: &str = "\
e3 mila mille migliaia
e6 milione milioni mln
e9 miliardo miliardi mld
m1 gennaio
m2 febbraio
m3 marzo
m4 aprile
m5 maggio
m6 giugno
m7 luglio
m8 agosto
m9 settembre
m10 ottobre
m11 novembre
m12 dicembre
half mezzo mezza metà
quarter quarto quarti
dozen dozzina dozzine
century secolo secoli
and e
to a o
minus meno
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_each_kind_are_known() {
        assert_eq!(word("milioni"), Some(Word::Scale(6)));
        assert_eq!(word("maggio"), Some(Word::Month(5)));
    }
}
