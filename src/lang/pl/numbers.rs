//! Polish number words, months and scales.

use std::sync::OnceLock;

use crate::lang::numbers::{Forms, Word};

pub(in crate::lang) fn word(word: &str) -> Option<Word> {
    static FORMS: OnceLock<Forms> = OnceLock::new();
    FORMS.get_or_init(|| Forms::read(TABLE)).word(word)
}

/// As `Forms::read` takes it.
const TABLE: &str = "\
e3 tysiąc tysiące tysięcy tysiącom tys
e6 milion* mln
e9 miliard* mld
e12 bilion*
m1 styczeń stycznia styczniu
m2 luty lutego lutym
m3 marzec marca marcu
m4 kwiecień kwietnia kwietniu
m5 maj maja maju
m6 czerwiec czerwca czerwcu
m7 lipiec lipca lipcu
m8 sierpień sierpnia sierpniu
m9 wrzesień września wrześniu
m10 październik października październiku
m11 listopad listopada listopadzie
m12 grudzień grudnia grudniu
half połow* pół
quarter ćwierć
dozen tuzin*
century wiek wieku wieków
and i
to do lub
minus minus
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_each_kind_are_known() {
        assert_eq!(word("milionów"), Some(Word::Scale(6)));
        assert_eq!(word("maja"), Some(Word::Month(5)));
    }
}
