//! Turkish number words, months and scales.

use std::sync::OnceLock;

use crate::lang::numbers::{Forms, Word};

pub(in crate::lang) fn word(word: &str) -> Option<Word> {
    static FORMS: OnceLock<Forms> = OnceLock::new();
    FORMS.get_or_init(|| Forms::read(TABLE)).word(word)
}

/// As `Forms::read` takes it.
const TABLE: &str = "\
e3 bin
e6 milyon*
e9 milyar*
e12 trilyon*
m1 ocak ocakta
m2 şubat şubatta
m3 mart martta
m4 nisan nisanda
m5 mayıs mayısta
m6 haziran haziranda
m7 temmuz temmuzda
m8 ağustos ağustosta
m9 eylül eylülde
m10 ekim ekimde
m11 kasım kasımda
m12 aralık aralıkta
half yarım yarısı buçuk
quarter çeyrek
century yüzyıl*
and ve
to ila veya
minus eksi
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_each_kind_are_known() {
        assert_eq!(word("milyon"), Some(Word::Scale(6)));
        assert_eq!(word("mayıs"), Some(Word::Month(5)));
    }
}
