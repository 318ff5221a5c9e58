//! Portuguese number words, months and scales.

use std::sync::OnceLock;

use crate::lang::numbers::{Forms, Word};

pub(in crate::lang) fn word(word: &str) -> Option<Word> {
    static FORMS: OnceLock<Forms> = OnceLock::new();
    FORMS.get_or_init(|| Forms::read(TABLE)).word(word)
}

/// As `Forms::read` takes it.
const TABLE: &str = "\
e3 mil milhares
e6 milhão milhões
e9 bilhão bilhões
e12 trilhão trilhões
m1 janeiro
m2 fevereiro
m3 março
m4 abril
m5 maio
m6 junho
m7 julho
m8 agosto
m9 setembro
m10 outubro
m11 novembro
m12 dezembro
half meio meia metade
quarter quarto quartos
dozen dúzia dúzias
century século séculos
and e
to a ou
minus menos
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_each_kind_are_known() {
        assert_eq!(word("milhões"), Some(Word::Scale(6)));
        assert_eq!(word("março"), Some(Word::Month(3)));
    }
}
