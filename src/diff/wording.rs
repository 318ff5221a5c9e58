//! Whether two texts differ in their wording or only in their looks.
//!
//! Both texts are brought to their [`wording`], a form without what only looks, which their syntax knows; where the
//! forms are equal the change is cosmetic. [`COSMETIC`] is the one list of what counts as looks in Markdown; everything else is wording: a word, a
//! number, a negation, a name, a link's target, the order of sentences, the case of a letter, a full stop that
//! becomes a question mark, code, a break between paragraphs.

use crate::text::Format;

/// How two texts of one language differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difference {
    /// Byte for byte equal.
    Same,
    /// Wrapping, spaces, typographic marks, markup: the wording is equal.
    Cosmetic,
    /// The wording differs.
    Reworded,
}

/// What only looks different, each with a text before and after: `(name, was, now)`.
///
/// The name is the key of its phrase in the interface; the texts show it in `tolmach explain`.
pub const COSMETIC: &[(&str, &str, &str)] = &[
    ("wrapping", "мост\nчерез реку", "мост через\nреку"),
    ("spaces", "мост  через реку", "мост через реку"),
    ("no-break-spaces", "2022 года, 10 %", "2022\u{a0}года, 10\u{202f}%"),
    ("spaces-by-marks", "т. е. « мост »", "т.е. «мост»"),
    ("quotes", "«мост» it's", "\"мост\" it’s"),
    ("dashes", "мост - это 2010-2015", "мост — это 2010–2015"),
    ("ellipsis", "мост...", "мост…"),
    ("yo", "ещё зелёный", "еще зеленый"),
    ("emphasis", "старый **мост** _через_ реку", "*старый* мост через реку"),
    ("list-markers", "- мост", "• мост"),
    ("link-syntax", "<https://example.org/a>", "[https://example.org/a](https://example.org/a)"),
    ("normalisation", "и\u{306}", "й"),
    ("invisible", "пере\u{ad}правы", "переправы"),
    ("escapes", "5 \\* 3 &mdash; пятнадцать", "5 * 3 — пятнадцать"),
];

/// How `now` differs from `was`, both of documents of this format.
pub fn difference(format: Format, was: &str, now: &str) -> Difference {
    if was == now {
        Difference::Same
    } else if wording(format, was) == wording(format, now) {
        Difference::Cosmetic
    } else {
        Difference::Reworded
    }
}

/// A paragraph's text without what only looks: two texts of one wording say the same in the same words.
///
/// Made for comparing, not for reading.
pub fn wording(format: Format, text: &str) -> String {
    format.syntax().wording(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Layout;

    fn difference(was: &str, now: &str) -> Difference {
        super::difference(Format::Markdown, was, now)
    }

    fn wording(text: &str) -> String {
        super::wording(Format::Markdown, text)
    }

    #[test]
    fn in_plain_text_every_sign_is_a_letter() {
        let plain = |was: &str, now: &str| super::difference(Format::Plain(Layout::Auto), was, now);
        for (was, now) in
            [("2*3*4 метра", "234 метра"), ("a_b_c", "abc"), ("5 \\* 3", "5 * 3"), ("a &mdash; b", "a — b")]
        {
            assert_eq!(plain(was, now), Difference::Reworded, "{was} | {now}");
            assert_eq!(plain(now, was), Difference::Reworded, "{was} | {now}");
        }
        for (was, now) in
            [("мост\nчерез  реку", "мост через реку"), ("«мост» - это", "\"мост\" — это"), ("- ещё", "• еще")]
        {
            assert_eq!(plain(was, now), Difference::Cosmetic, "{was} | {now}");
        }
    }

    #[test]
    fn what_the_list_calls_looks_is_looks_both_ways() {
        for (name, was, now) in COSMETIC {
            assert_eq!(difference(was, now), Difference::Cosmetic, "{name}: {} | {}", wording(was), wording(now));
            assert_eq!(difference(now, was), Difference::Cosmetic, "{name}");
        }
    }

    #[test]
    fn further_looks() {
        for (was, now) in [
            ("— Да, — сказал он.", "– Да, – сказал он."),
            ("— Да", "—Да"),
            ("word—word", "word -- word"),
            ("при -5", "при −5"),
            ("Москва–Пекин", "Москва-Пекин"),
            ("1) мост", "1. мост"),
            ("[мост](https://a.kz)", "[мост](<https://a.kz>)"),
            ("строка  \nещё", "строка\\\nещё"),
            ("<b>мост</b>", "мост"),
            ("``мост``", "`мост`"),
            ("| мост|река |", "|мост | река|"),
            ("'мост'", "“мост”"),
            ("a@b.kz", "<a@b.kz>"),
            ("мост <!-- так --> через", "мост через"),
        ] {
            assert_eq!(difference(was, now), Difference::Cosmetic, "{} | {}", wording(was), wording(now));
        }
    }

    #[test]
    fn what_changes_the_wording() {
        for (was, now) in [
            ("мост старый", "мост новый"),
            ("он пришёл", "он не пришёл"),
            ("В 1904 году", "В 1905 году"),
            ("Токаев сказал", "Назарбаев сказал"),
            ("[мост](https://a.kz)", "[мост](https://b.kz)"),
            ("[мост](https://a.kz)", "мост"),
            ("Да. Нет.", "Нет. Да."),
            ("Мост", "мост"),
            ("мост", "«мост»"),
            ("Да.", "Да?"),
            ("1, 2", "1,2"),
            ("1 2", "12"),
            ("по-моему", "по моему"),
            ("не смотря", "несмотря"),
            ("мать-героиня", "мать — героиня"),
            ("`a-b`", "`a–b`"),
            ("`мост`", "мост"),
            ("5*3", "53"),
            ("1. мост", "2. мост"),
            ("snake_case_name", "snakecasename"),
            ("![a](b.png)", "[a](b.png)"),
            ("двух- и трёх", "двух и трёх"),
            ("-5 градусов", "5 градусов"),
            ("бы́л", "был"),
            ("мой", "мои"),
            ("", "мост"),
        ] {
            assert_eq!(difference(was, now), Difference::Reworded, "{was} | {now}: {}", wording(was));
        }
    }

    #[test]
    fn equal_texts_are_the_same() {
        assert_eq!(difference("мост", "мост"), Difference::Same);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_a_wording_and_equals_itself_rewrapped(text in "[\\PC \n*_`\\[\\]()<>&\\\\-]{0,60}") {
            proptest::prop_assume!(!text.contains('`'));
            let wording_now = wording(&text);
            proptest::prop_assert_eq!(&wording(&format!("{text}\n")), &wording_now);
        }
    }
}
