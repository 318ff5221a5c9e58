//! Numbers and names of languages; what the messages take is checked by the build.

use fluent::FluentValue;

use super::number::number;
use super::*;

#[test]
fn numbers_are_written_as_each_language_writes_them() {
    let written = |locale, number: f64| Messages::new(locale).memory_found(number);
    assert!(written(Locale::English, 12345.0).contains("12,345"));
    assert!(written(Locale::Russian, 12345.0).contains("12\u{a0}345"));
    assert!(written(Locale::German, 12345.0).contains("12.345"));
    assert_eq!(number(&FluentValue::from(12345.5), ("\u{a0}", ",")).unwrap(), "12\u{a0}345,5");
    assert_eq!(number(&FluentValue::from(2022), (",", ".")).unwrap(), "2022");
}

#[test]
fn locale_names_of_the_system_are_understood() {
    assert_eq!(Locale::of_name("ru_RU.UTF-8"), Some(Locale::Russian));
    assert_eq!(Locale::of_name("en"), Some(Locale::English));
    assert_eq!(Locale::of_name("de_AT.UTF-8"), Some(Locale::German));
    assert_eq!(Locale::of_name("C.UTF-8"), None);
}
