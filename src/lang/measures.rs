//! Units of measurement, as texts write them behind a number, and how they convert.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::word_form::FormTable;

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// In metres.
    Length,
    /// In square metres.
    Area,
    /// In cubic metres.
    Volume,
    /// In kilograms.
    Mass,
    /// In metres a second.
    Speed,
    /// In kelvins.
    Temperature,
    /// In seconds.
    Time,
}

/// A unit of measurement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// What it measures.
    pub dimension: Dimension,
    /// How much of the dimension's own unit it is.
    factor: f64,
    /// What is added before that: degrees begin elsewhere.
    offset: f64,
}

impl Measure {
    /// The value in the dimension's own unit.
    pub fn base(self, value: f64) -> f64 {
        (value + self.offset) * self.factor
    }

    /// A value of this unit in another one of the same dimension.
    pub fn convert(self, value: f64, other: Measure) -> f64 {
        self.base(value) / other.factor - other.offset
    }
}

/// The unit that begins a text, and how many bytes name it.
///
/// A text is what follows a number: " km/h", "-mile", " квадратных метров", "°F".
pub fn measure(text: &str) -> Option<(Measure, usize)> {
    let apart = text.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-', '‑', '\n']);
    let mut at = text.len() - apart.len();
    if at > 4 {
        return None;
    }
    let mut power = 1;
    let mut word = first_word(&text[at..]);
    if let Some(row) = row(&POWER_FORMS, word) {
        power = POWERS[row].0;
        at += word.len();
        at += text[at..].len() - text[at..].trim_start_matches(['.', ' ', '\u{a0}']).len();
        word = first_word(&text[at..]);
    }
    let Unit { dimension, factor, offset, .. } = UNITS[row(&UNIT_FORMS, word)?];
    at += word.len();
    let rest = &text[at..];
    if dimension == Dimension::Length && power == 1 {
        if let Some(sign) = rest.chars().next().filter(|sign| matches!(sign, '²' | '³')) {
            power = if sign == '²' { 2 } else { 3 };
            at += sign.len_utf8();
        } else if let Some((seconds, len)) = per(rest) {
            return Some((Measure { dimension: Dimension::Speed, factor: factor / seconds, offset }, at + len));
        }
    }
    let dimension = match (dimension, power) {
        (Dimension::Length, 2) => Dimension::Area,
        (Dimension::Length, 3) => Dimension::Volume,
        (dimension, 1) => dimension,
        _ => return None,
    };
    Some((Measure { dimension, factor: factor.powi(power), offset }, at))
}

/// The unit that a text ends with, and how many bytes from its name to the end: «лет двадцать» is about twenty years.
///
/// A text is what comes before a number. Only words in letters other than Latin ones: in Russian and Ukrainian a number
/// behind its unit is an estimate.
pub fn measure_before(text: &str) -> Option<(Measure, usize)> {
    let apart = text.trim_end_matches([' ', '\u{a0}']);
    let start = apart
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + apart[at..].chars().next().map_or(1, char::len_utf8));
    let word = &apart[start..];
    if apart.len() == text.len() || word.len() < 6 || word.is_ascii() {
        return None;
    }
    let (measure, len) = measure(word)?;
    (len == word.len()).then(|| (measure, text.len() - start))
}

/// "/h", " per hour", « в час»: seconds, and the bytes that say so.
fn per(rest: &str) -> Option<(f64, usize)> {
    const HOURS: &[&str] =
        &["/h", "/hr", "/ч", "/час", "/год", " per hour", " an hour", " в час", " на годину", " pro stunde"];
    const SECONDS: &[&str] = &["/s", "/с", "/sec", "/сек", " per second", " a second", " в секунду"];
    let lower = rest.chars().take(14).collect::<String>().to_lowercase();
    let begins = |signs: &[&str]| signs.iter().filter(|sign| lower.starts_with(**sign)).map(|sign| sign.len()).max();
    begins(HOURS).map(|len| (3600.0, len)).or_else(|| begins(SECONDS).map(|len| (1.0, len)))
}

/// Letters, degree signs and the like from the beginning of a text on.
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic() && !matches!(c, '°' | '℃' | '℉' | '\u{ad}')).unwrap_or(text.len());
    // "°C" with a space, "° C"
    &text[..end]
}

/// The first row of a table that has a word.
fn row(table: &FormTable, word: &str) -> Option<usize> {
    if word.is_empty() || word.len() > 48 {
        return None;
    }
    let is_small = |letter: char| letter.is_ascii_lowercase() || ('а'..='я').contains(&letter);
    let lower = if word.chars().all(is_small) { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
    table.row(&lower)
}

static POWER_FORMS: LazyLock<FormTable> = LazyLock::new(|| FormTable::of(POWERS.iter().map(|(_, forms)| *forms)));
static UNIT_FORMS: LazyLock<FormTable> = LazyLock::new(|| FormTable::of(UNITS.iter().map(|unit| unit.forms)));

#[derive(Clone, Copy)]
struct Unit {
    dimension: Dimension,
    factor: f64,
    offset: f64,
    /// In small letters; a star ends a word that may go on in any way.
    forms: &'static [&'static str],
}

const fn unit(dimension: Dimension, factor: f64, forms: &'static [&'static str]) -> Unit {
    Unit { dimension, factor, offset: 0.0, forms }
}

const POWERS: &[(i32, &[&str])] = &[
    (2, &["square", "sq", "кв", "квадратн*", "шаршы", "quadrat*", "carré*", "cuadrad*"]),
    (3, &["cubic", "cu", "куб", "кубическ*", "кубічн*", "текше"]),
];

/// Units whose words mean nothing else behind a number.
const UNITS: &[Unit] = &[
    unit(Dimension::Length, 1000.0, &["км", "km", "километр*", "кілометр*", "kilomet*", "kilómet*", "kms"]),
    unit(Dimension::Length, 0.01, &["см", "cm", "сантиметр*", "centimet*", "zentimeter*"]),
    unit(Dimension::Length, 0.001, &["мм", "mm", "миллиметр*", "міліметр*", "millimet*"]),
    unit(
        Dimension::Length,
        1.0,
        &[
            "м",
            "метр",
            "метра",
            "метров",
            "метрах",
            "метрам",
            "метрами",
            "метрів",
            "метри",
            "m",
            "metre",
            "metres",
            "meter",
            "meters",
            "metern",
            "mètre",
            "mètres",
            "metro",
            "metros",
        ],
    ),
    unit(
        Dimension::Length,
        1609.344,
        &[
            "миль",
            "миля",
            "мили",
            "милю",
            "милях",
            "милям",
            "миле",
            "mile",
            "miles",
            "mi",
            "meile",
            "meilen",
            "mille",
            "milles",
            "milla",
            "millas",
        ],
    ),
    unit(Dimension::Length, 0.9144, &["ярд*", "yard", "yards", "yd", "yds"]),
    unit(Dimension::Length, 0.3048, &["фут", "фута", "футов", "футах", "футам", "foot", "feet", "ft"]),
    unit(Dimension::Length, 0.0254, &["дюйм*", "inch", "inches", "zoll"]),
    unit(Dimension::Length, 1066.8, &["верст*", "вёрст*", "verst*"]),
    unit(Dimension::Mass, 1.0, &["кг", "kg", "килограмм*", "кілограм*", "kilogram*", "kilo", "kilos", "кило"]),
    unit(
        Dimension::Mass,
        0.001,
        &["грамм", "грамма", "граммов", "граммах", "gram", "grams", "gramme", "grammes", "gramm"],
    ),
    unit(Dimension::Mass, 1000.0, &["тонн", "тонна", "тонны", "тонну", "тоннах", "tonne", "tonnes", "tonnen"]),
    unit(Dimension::Mass, 100.0, &["центнер*"]),
    unit(Dimension::Mass, 0.453_592, &["фунт", "фунта", "фунтов", "lb", "lbs", "pound", "pounds"]),
    unit(Dimension::Mass, 0.028_35, &["унци*", "ounce", "ounces", "oz"]),
    unit(Dimension::Mass, 16.38, &["пуд", "пуда", "пудов", "pood", "poods"]),
    unit(Dimension::Volume, 0.001, &["л", "литр*", "літр*", "liter", "liters", "litre", "litres", "litros", "litern"]),
    unit(Dimension::Volume, 0.000_001, &["мл", "ml", "миллилитр*", "millilit*"]),
    unit(Dimension::Volume, 0.003_785, &["галлон*", "gallon*"]),
    unit(Dimension::Volume, 0.000_473, &["пинт", "пинта", "пинты", "pint", "pints"]),
    unit(Dimension::Volume, 0.158_987, &["баррел*", "barrel", "barrels"]),
    unit(Dimension::Area, 10_000.0, &["га", "гектар*", "hectare*", "hektar*", "ha"]),
    unit(Dimension::Area, 4046.86, &["акр", "акра", "акров", "acre", "acres"]),
    unit(Dimension::Speed, 0.44704, &["mph"]),
    unit(Dimension::Speed, 0.514_444, &["узлов", "узла", "knots"]),
    Unit { dimension: Dimension::Temperature, factor: 1.0, offset: 273.15, forms: &["°c", "°с", "℃"] },
    Unit { dimension: Dimension::Temperature, factor: 5.0 / 9.0, offset: 459.67, forms: &["°f", "℉"] },
    unit(
        Dimension::Time,
        1.0,
        &["секунд", "секунда", "секунды", "секунду", "секундах", "сек", "seconds", "sec", "secs", "sekunden"],
    ),
    unit(
        Dimension::Time,
        60.0,
        &[
            "минут",
            "минута",
            "минуты",
            "минуту",
            "минутах",
            "мин",
            "minute",
            "minutes",
            "min",
            "mins",
            "хвилин*",
            "minuten",
        ],
    ),
    unit(
        Dimension::Time,
        3600.0,
        &["час", "часа", "часов", "часам", "часах", "hour", "hours", "hrs", "годин*", "stunde", "stunden"],
    ),
    unit(
        Dimension::Time,
        86_400.0,
        &["день", "дня", "дней", "дням", "днях", "сутки", "суток", "day", "days", "днів", "дні", "tage", "tagen"],
    ),
    unit(Dimension::Time, 604_800.0, &["недел*", "week", "weeks", "тижн*", "woche", "wochen"]),
    unit(
        Dimension::Time,
        2_629_800.0,
        &["месяц", "месяца", "месяцев", "месяцах", "month", "months", "місяц*", "monate", "monaten"],
    ),
    unit(
        Dimension::Time,
        31_557_600.0,
        &["год", "года", "лет", "годам", "годах", "year", "years", "років", "роки", "jahr", "jahre", "jahren"],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn converted(value: f64, from: &str, to: &str) -> f64 {
        let unit = |text: &str| measure(text).map(|(unit, _)| unit).unwrap();
        (unit(from).convert(value, unit(to)) * 10.0).round() / 10.0
    }

    #[test]
    fn units_convert_within_their_dimension() {
        assert_eq!(converted(10.0, " километров", " miles"), 6.2);
        assert_eq!(converted(60.0, " км/ч", " mph"), 37.3);
        assert_eq!(converted(60.0, " km per hour", " miles an hour"), 37.3);
        assert_eq!(converted(5.0, " кг", " lb"), 11.0);
        assert_eq!(converted(-40.0, "°C", "°F"), -40.0);
        assert_eq!(converted(100.0, " квадратных метров", " square feet"), 1076.4);
        assert_eq!(converted(1.0, " км²", " га"), 100.0);
        assert_eq!(converted(2.0, " суток", " hours"), 48.0);
    }

    #[test]
    fn a_unit_before_its_number_is_an_estimate() {
        assert_eq!(measure_before("ему лет ").map(|(_, len)| len), Some("лет ".len()));
        assert_eq!(measure_before("прошло недели ").map(|(_, len)| len), Some("недели ".len()));
        for text in ["after years ", "прошло", "лет", "стол ", ""] {
            assert!(measure_before(text).is_none(), "{text}");
        }
    }

    #[test]
    fn other_words_are_no_units() {
        for text in [" миллионов", " metal", " in the town", " of", " млн", "", " г.", " minor", " дневник"]
        {
            assert!(measure(text).is_none(), "{text}");
        }
        assert_eq!(measure("-mile walk").map(|(_, len)| len), Some(5));
    }
}
