//! Days of the week and months that a text names without a figure.

use std::ops::Range;
use std::sync::LazyLock;

use super::Language;
use super::numbers::{Kind, Number};
use super::script::is_letter;
use super::word_form::is_form;

/// A day of the week or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// 1 for Monday to 7 for Sunday.
    Weekday(u8),
    /// 1 to 12.
    Month(u8),
}

impl Sign {
    /// Whether it is a day of the week.
    pub fn is_weekday(self) -> bool {
        matches!(self, Sign::Weekday(_))
    }
}

/// A word that names a day or month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// What it names.
    pub sign: Sign,
    /// Whether it can mean nothing else: «среда» is also surroundings, "May" a verb.
    pub sure: bool,
}

/// The days and months of a text with its numbers, in no order; those beside a day in figures, and dates in figures, are not sure.
pub fn calendar(text: &str, numbers: &[Number], language: &Language) -> Vec<Dated> {
    let mut found = weekdays(text, language);
    // A month has a letter of its own; a text without letters of months is passed over.
    for number in numbers {
        for month in months(number) {
            let named = &text[number.span.clone()];
            let sure = number.kind == Kind::Words && is_month_alone(text, &number.span, named);
            found.push(Dated { span: number.span.clone(), sign: Sign::Month(month), sure });
        }
    }
    found
}

fn months(number: &Number) -> Vec<u8> {
    let mut months: Vec<u8> = number.readings.iter().flatten().filter_map(|atom| atom.month()).collect();
    months.dedup();
    months
}

/// Whether a name can be nothing but a month: it is not a word of its language with another meaning, at the beginning of
/// a sentence or in small letters.
fn is_month_alone(text: &str, span: &Range<usize>, named: &str) -> bool {
    let capital = named.chars().next().is_some_and(char::is_uppercase);
    let starts =
        text[..span.start].trim_end().is_empty() || text[..span.start].trim_end().ends_with(['.', '!', '?', '…']);
    let after = text[span.end..].trim_start_matches([' ', '\u{a0}', ',']);
    let before_year = after.bytes().take_while(u8::is_ascii_digit).count() == 4;
    match named.is_ascii() {
        // "May" and "March" begin sentences as verbs; other words of three letters may be abbreviations of names.
        true => capital && (!starts || before_year) && named.len() > 2,
        // «Август», «Марта» are names of people in mid-sentence.
        false => (!capital || (starts && before_year)) && named.chars().count() > 2,
    }
}

fn weekdays(text: &str, language: &Language) -> Vec<Dated> {
    let Some(days) = Weekdays::all().iter().find(|days| days.tag == language.code()) else { return Vec::new() };
    let mut found = Vec::new();
    for word in words(text) {
        // The shortest name of a day in these languages takes four bytes.
        let bare = &text[word.clone()];
        if bare.len() < 4 || days.beginnings.binary_search(&first(bare)).is_err() {
            continue;
        }
        let lower = bare.to_lowercase().replace('’', "'");
        for (day, forms) in (1..).zip(days.names) {
            for form in *forms {
                let (form, sure) = form.strip_suffix('?').map_or((*form, true), |form| (form, false));
                if is_form(&lower, form) {
                    found.push(Dated { span: word.clone(), sign: Sign::Weekday(day), sure });
                }
            }
        }
    }
    found
}

/// The words of a text, as bytes; apostrophes inside a word belong to it, those before it and behind it do not.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut letters = text.char_indices();
    std::iter::from_fn(move || {
        let (start, first) = letters.find(|(_, c)| is_letter(*c))?;
        let mut end = start + first.len_utf8();
        for (at, c) in letters.by_ref() {
            match c {
                '\'' | '’' => {}
                c if is_letter(c) => end = at + c.len_utf8(),
                _ => break,
            }
        }
        Some(start..end)
    })
}

/// The names of the days in one language.
struct Weekdays {
    tag: &'static str,
    names: &'static Days,
    /// How the names begin, sorted: most words begin otherwise.
    beginnings: Vec<[Option<char>; 2]>,
}

impl Weekdays {
    fn all() -> &'static [Weekdays] {
        static ALL: LazyLock<Vec<Weekdays>> = LazyLock::new(|| {
            let of = |(tag, names): &(&'static str, &'static Days)| {
                let forms = names.iter().flat_map(|forms| *forms);
                let mut beginnings: Vec<[Option<char>; 2]> = forms.map(|form| first(form)).collect();
                beginnings.sort_unstable();
                beginnings.dedup();
                Weekdays { tag, names, beginnings }
            };
            WEEKDAYS.iter().map(of).collect()
        });
        &ALL
    }
}

/// The first two letters of a word, in small ones.
fn first(word: &str) -> [Option<char>; 2] {
    let mut letters = word.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase);
    [letters.next(), letters.next()]
}

/// Days from Monday on: a star ends a word that may go on, a question mark a word that has another meaning.
type Days = [&'static [&'static str]; 7];

const WEEKDAYS: &[(&str, &Days)] = &[
    (
        "ru",
        &[
            &["понедельник*"],
            &["вторник*"],
            &["среду", "середу", "среды?", "среда?", "среде?", "средой?", "средам"],
            &["четверг*"],
            &["пятниц*"],
            &["суббот*"],
            &["воскресень*", "воскресный?", "воскресным?", "воскресную?"],
        ],
    ),
    (
        "uk",
        &[
            &["понеділ*"],
            &["вівторк*", "вівторок"],
            &["серед?", "середу", "середи?", "середа?"],
            &["четвер", "четверга", "четвергом"],
            &["п'ятниц*"],
            &["субот*"],
            &["неділ*"],
        ],
    ),
    (
        "en",
        &[
            &["monday", "mondays", "monday's"],
            &["tuesday", "tuesdays", "tuesday's"],
            &["wednesday", "wednesdays", "wednesday's"],
            &["thursday", "thursdays", "thursday's"],
            &["friday", "fridays", "friday's"],
            &["saturday", "saturdays", "saturday's"],
            &["sunday", "sundays", "sunday's"],
        ],
    ),
    (
        "de",
        &[
            &["montag*"],
            &["dienstag*"],
            &["mittwoch*"],
            &["donnerstag*"],
            &["freitag*"],
            &["samstag*", "sonnabend*"],
            &["sonntag*"],
        ],
    ),
    (
        "fr",
        &[
            &["lundi", "lundis"],
            &["mardi", "mardis"],
            &["mercredi", "mercredis"],
            &["jeudi", "jeudis"],
            &["vendredi", "vendredis"],
            &["samedi", "samedis"],
            &["dimanche", "dimanches"],
        ],
    ),
    (
        "es",
        &[
            &["lunes"],
            &["martes"],
            &["miércoles"],
            &["jueves"],
            &["viernes"],
            &["sábado", "sábados"],
            &["domingo?", "domingos"],
        ],
    ),
    ("kk", &[&["дүйсенбі*"], &["сейсенбі*"], &["сәрсенбі*"], &["бейсенбі*"], &["жұма?"], &["сенбі*"], &["жексенбі*"]]),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(text: &str, language: &str) -> Vec<(Sign, bool)> {
        let language = language.parse().unwrap();
        let found = calendar(text, &crate::lang::numbers::numbers(text, &language), &language);
        found.into_iter().map(|dated| (dated.sign, dated.sure)).collect()
    }

    #[test]
    fn days_and_months_are_named_in_any_form() {
        assert_eq!(signs("Во вторник и пятницу", "ru"), [(Sign::Weekday(2), true), (Sign::Weekday(5), true)]);
        assert_eq!(signs("в апреле", "ru"), [(Sign::Month(4), true)]);
        assert_eq!(signs("Апрель 1918 г.", "ru"), [(Sign::Month(4), true)]);
        assert_eq!(signs("July 1918", "en"), [(Sign::Month(7), true)]);
        assert_eq!(signs("in April, on Sunday", "en"), [(Sign::Weekday(7), true), (Sign::Month(4), true)]);
        assert_eq!(signs("у п’ятницю", "uk"), [(Sign::Weekday(5), true)]);
    }

    #[test]
    fn words_with_another_meaning_are_not_sure() {
        assert_eq!(signs("окружающая среда", "ru"), [(Sign::Weekday(3), false)]);
        assert!(signs("May I ask?", "en").iter().all(|one| !one.1));
        assert!(signs("we may march", "en").iter().all(|one| !one.1));
        assert!(signs("11 января", "ru").iter().all(|one| !one.1));
    }
}
