//! Spanish number words, months and scales.

use std::sync::OnceLock;

use crate::lang::numbers::{Forms, Word};

pub(in crate::lang) fn word(word: &str) -> Option<Word> {
    static FORMS: OnceLock<Forms> = OnceLock::new();
    FORMS.get_or_init(|| Forms::read(TABLE)).word(word)
}

/// As `Forms::read` takes it.
const TABLE: &str = "\
0 cero
1 un uno una unos unas
2 dos
3 tres
4 cuatro
5 cinco
6 seis
7 siete
8 ocho
9 nueve
10 diez
11 once
12 doce
13 trece
14 catorce
15 quince
16 dieciséis
17 diecisiete
18 dieciocho
19 diecinueve
20 veinte
w21 veintiuno veintiún veintiuna
w22 veintidós
w23 veintitrés
w24 veinticuatro
w25 veinticinco
w26 veintiséis
w27 veintisiete
w28 veintiocho
w29 veintinueve
30 treinta
40 cuarenta
50 cincuenta
60 sesenta
70 setenta
80 ochenta
90 noventa
100 cien ciento
200 doscientos doscientas
300 trescientos trescientas
400 cuatrocientos cuatrocientas
500 quinientos quinientas
600 seiscientos seiscientas
700 setecientos setecientas
800 ochocientos ochocientas
900 novecientos novecientas
o1 primer primero primera primeros primeras
o2 segundo segunda
o3 tercer tercero tercera tercios tercio
o4 cuarto cuarta
o5 quinto quinta
o6 sexto sexta
o7 séptimo séptima
o8 octavo octava
o9 noveno novena
o10 décimo décima
o20 vigésimo
half medio media mitad
quarter cuarto cuartos
dozen docena docenas
w2 doble ambos ambas par
e3 mil miles
e6 millón millones
e12 billón billones
m1 enero
m2 febrero
m3 marzo
m4 abril
m5 mayo
m6 junio
m7 julio
m8 agosto
m9 septiembre setiembre
m10 octubre
m11 noviembre
m12 diciembre
century siglo siglos
and y e
to a o al hasta
minus menos
below
afternoon tarde noche
hour hora horas h
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_each_kind_are_known() {
        assert_eq!(word("veinticinco"), Some(Word::Whole(25)));
        assert_eq!(word("millones"), Some(Word::Scale(6)));
        assert_eq!(word("enero"), Some(Word::Month(1)));
        assert_eq!(word("mesa"), None);
    }
}
