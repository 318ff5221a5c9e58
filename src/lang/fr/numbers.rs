//! French number words, months and scales.

use std::sync::OnceLock;

use crate::lang::numbers::{Forms, Word};

pub(in crate::lang) fn word(word: &str) -> Option<Word> {
    static FORMS: OnceLock<Forms> = OnceLock::new();
    FORMS.get_or_init(|| Forms::read(TABLE)).word(word)
}

/// As `Forms::read` takes it.
const TABLE: &str = "\
0 zéro
1 un une
2 deux
3 trois
4 quatre
5 cinq
6 six
7 sept
8 huit
9 neuf
10 dix
11 onze
12 douze
13 treize
14 quatorze
15 quinze
16 seize
20 vingt vingts
30 trente
40 quarante
50 cinquante
60 soixante
70 septante
80 huitante octante
90 nonante
hundred cent cents
o1 premier première premiers premières
o2 deuxième deuxièmes seconde
o3 troisième troisièmes tiers
o4 quatrième
o5 cinquième cinquièmes
o6 sixième
o7 septième
o8 huitième
o9 neuvième
o10 dixième dixièmes
o11 onzième
o12 douzième
o15 quinzième
o16 seizième
o20 vingtième
o100 centième
half demi demie moitié mi
quarter quart quarts
one-and-half
dozen douzaine douzaines
w2 deux double paire
e3 mille milliers millier
e6 million millions
e9 milliard milliards mrd
e12 billion billions
m1 janvier
m2 février
m3 mars
m4 avril
m5 mai
m6 juin
m7 juillet
m8 août
m9 septembre
m10 octobre
m11 novembre
m12 décembre
century siècle siècles
and et
to à ou au
minus moins
below
afternoon soir après-midi
hour heure heures h
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_each_kind_are_known() {
        assert_eq!(word("quatre"), Some(Word::Small(4)));
        assert_eq!(word("millions"), Some(Word::Scale(6)));
        assert_eq!(word("août"), Some(Word::Month(8)));
        assert_eq!(word("chat"), None);
    }
}
