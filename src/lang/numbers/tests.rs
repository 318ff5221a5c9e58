use super::*;

fn language(code: &str) -> Language {
    code.parse().unwrap()
}

/// What each side misses of the other.
fn missed(left: (&str, &str), right: (&str, &str)) -> (Vec<String>, Vec<String>) {
    let (left_numbers, right_numbers) = (numbers(left.1, &language(left.0)), numbers(right.1, &language(right.0)));
    let texts = |numbers: &[Number], at: Vec<usize>, text: &str| -> Vec<String> {
        at.into_iter().map(|at| text[numbers[at].span.clone()].to_owned()).collect()
    };
    (
        texts(&left_numbers, unanswered(&left_numbers, &right_numbers), left.1),
        texts(&right_numbers, unanswered(&right_numbers, &left_numbers), right.1),
    )
}

fn answer(russian: &str, english: &str) {
    assert_eq!(missed(("ru", russian), ("en", english)), (vec![], vec![]), "{russian} | {english}");
}

#[test]
fn thousands_and_decimal_marks_differ_and_the_number_stays() {
    answer("1 500 000 и 2\u{a0}300, 12\u{202f}000, 7\u{2009}100", "1,500,000 and 2,300, 12,000, 7,100");
    answer("на 0,3% и 12,75", "by 0.3% and 12.75");
    answer("выросло до 1 234,5", "rose to 1,234.5");
    answer("цена 4’500", "price 4,500");
}

#[test]
fn big_units_are_words_of_the_number() {
    answer("9,7 млрд тенге, 105,8 млн, 115 тыс. машин", "9.7 billion tenge, 105.8 million, 115,000 cars");
    answer("2 млн 300 тыс. человек", "2.3 million people");
    answer("5–7 млн", "5 million to 7 million");
    answer("$5 млрд", "$5bn");
    answer("5 тысяч 200 человек", "5,200 people");
}

#[test]
fn words_answer_figures() {
    answer("21 человек", "twenty-one people");
    answer("двадцать пять лет и 3 дня", "25 years and three days");
    answer("сто двадцать три тысячи", "123,000");
    answer("150 000 жителей", "a hundred and fifty thousand inhabitants");
    answer("5-й и 22-я", "fifth and twenty-second");
    answer("2/3 жителей, 50%", "two thirds of the inhabitants, half");
    answer("полтора миллиона", "1.5 million");
    answer("2,5 года", "two and a half years");
    answer("12 штук", "a dozen");
    answer("¾ миллиона, 3/4", "three quarters of a million");
    answer("1 год", "a year");
    answer("двухэтажный дом", "a 2-storey house");
}

#[test]
fn dates_are_answered_by_day_month_and_year() {
    answer("11 января 2022 года", "January 11, 2022");
    answer("11.01.2022", "11 January 2022");
    answer("11.01.2022", "1/11/2022");
    answer("2–4 мая", "May 2-4");
    answer("в 80-е годы", "in the 1980s");
    answer("2020–2021 годы", "2020–21");
    answer("1 января", "the 1st of January");
}

#[test]
fn a_wrong_month_beside_a_day_is_missed() {
    assert_eq!(missed(("ru", "11 января"), ("en", "February 11")), (vec!["января".into()], vec!["February".into()]));
}

#[test]
fn centuries_are_answered_across_numerals() {
    answer("в XIX веке", "in the 19th century");
    answer("в ХХ веке", "in the twentieth century");
    answer("Людовик XIV", "Louis XIV");
    answer("ветки C3, C4 и уровень C в игре; VI в. до н. э.", "the branches and the level; the sixth century BC");
    assert_eq!(missed(("ru", "в XIX веке"), ("en", "in the 20th century")), (vec!["XIX".into()], vec!["20".into()]));
}

#[test]
fn times_are_answered_across_clocks() {
    answer("в 15:00", "at 3 p.m.");
    answer("в 15:30", "at 3:30 pm");
    answer("в 9 часов вечера", "at 9 p.m.");
    answer("в 21 час", "at 9 p.m.");
    answer("в полдень", "at 12:00");
    assert_eq!(missed(("ru", "в 15:00"), ("en", "at 4 p.m.")), (vec!["15:00".into()], vec!["4".into()]));
}

#[test]
fn codes_and_telephone_numbers_are_left_alone() {
    answer("COVID-19, Ту-154, версия 1.2.3", "the virus, the plane, the version");
    answer("звоните +7 727 123-45-67", "call us");
    answer("сеть 5G", "the network");
}

#[test]
fn a_changed_number_is_missed_on_both_sides() {
    assert_eq!(missed(("ru", "в 1904 году"), ("en", "in 1905")), (vec!["1904".into()], vec!["1905".into()]));
    assert_eq!(missed(("ru", "5 млн"), ("en", "5 billion")), (vec!["5".into()], vec!["5".into()]));
    assert_eq!(missed(("ru", "0,3%"), ("en", "3%")), (vec!["0,3".into()], vec!["3".into()]));
    assert_eq!(missed(("ru", "15 000"), ("en", "1,500")), (vec!["15 000".into()], vec!["1,500".into()]));
}

#[test]
fn a_number_word_alone_is_never_missed() {
    answer("один из них, во-первых, семь раз", "some of them");
    answer("никто", "no one, one by one, a thousand times");
}

#[test]
fn german_and_kazakh_numbers_are_read() {
    assert_eq!(missed(("ru", "25 человек"), ("de", "fünfundzwanzig Menschen")), (vec![], vec![]));
    assert_eq!(missed(("ru", "1,5 млрд, 12 000"), ("de", "1,5 Milliarden, 12.000")), (vec![], vec![]));
    assert_eq!(missed(("ru", "5 января, XIX век"), ("de", "5. Januar, 19. Jahrhundert")), (vec![], vec![]));
    assert_eq!(missed(("ru", "11 января, 25 лет"), ("kk", "11 қаңтарда, жиырма бес жыл")), (vec![], vec![]));
    assert_eq!(missed(("ru", "5-й, 300 тысяч"), ("kk", "бесінші, 300 мың")), (vec![], vec![]));
}

#[test]
fn spans_are_in_order_and_do_not_overlap_on_figures() {
    let text = "В 2021 году, 11 января, в 15:00 — 2 млн 300 тыс.";
    let spans: Vec<_> = numbers(text, &language("ru")).into_iter().map(|number| number.span).collect();
    assert!(spans.is_sorted_by_key(|span| span.start));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(text in "(?s).{0,60}", code in "ru|en|de|kk|fr") {
        for number in numbers(&text, &language(&code)) {
            assert!(text.get(number.span.clone()).is_some());
            assert!(!number.readings.is_empty());
        }
    }

    #[test]
    fn text_like_numbers_is_read(text in "[0-9]{1,4}([ .,:/\\-–XVIхм%]|[0-9]|млн|тысяч|p\\.m\\.| and | half ){0,14}", code in "ru|en|de|kk") {
        for number in numbers(&text, &language(&code)) {
            assert!(text.get(number.span.clone()).is_some());
        }
    }
}
