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
    answer("COVID-19, Ту-154, пакет lib@1.2.3", "the virus, the plane, the package");
    answer("звоните +7 727 123-45-67", "call us");
    answer("сеть 5G", "the network");
}

#[test]
fn a_changed_number_is_missed_on_both_sides() {
    assert_eq!(missed(("ru", "в 1904 году"), ("en", "in 1905")), (vec!["1904".into()], vec!["1905".into()]));
    assert_eq!(missed(("ru", "5 млн"), ("en", "5 billion")), (vec!["5 млн".into()], vec!["5 billion".into()]));
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

#[track_caller]
fn answer_in(left: (&str, &str), right: (&str, &str)) {
    assert_eq!(missed(left, right), (vec![], vec![]), "{left:?} | {right:?}");
}

#[track_caller]
fn differ(left: (&str, &str), right: (&str, &str)) {
    let (lost, found) = missed(left, right);
    assert!(!lost.is_empty() || !found.is_empty(), "{left:?} | {right:?}");
}

#[test]
fn digits_of_every_script_are_digits() {
    for (language, text) in [
        ("ar", "عام ١٩٠٤"),
        ("fa", "سال ۱۹۰۴"),
        ("hi", "१९०४ में"),
        ("ja", "１９０４年"),
        ("zh", "建于1904年"),
        ("th", "พ.ศ. ๑๙๐๔"),
        ("he", "ב-1904"),
        ("ko", "1904년에"),
    ] {
        answer_in(("ru", "в 1904 году"), (language, text));
        differ(("ru", "в 1905 году"), (language, text));
    }
    answer_in(("ru", "1 234 567,5"), ("ar", "١٬٢٣٤٬٥٦٧٫٥"));
}

#[test]
fn scales_of_other_languages_are_read() {
    answer_in(("ru", "11 миллионов"), ("uk", "11 мільйонів"));
    answer_in(("ru", "2 100 000 человек"), ("zh", "210万人"));
    answer_in(("ru", "2 100 000 человек"), ("ja", "210万人"));
    answer_in(("ru", "2 100 000 человек"), ("ko", "210만 명"));
    answer_in(("ru", "3 млн"), ("fr", "3 millions"));
    answer_in(("ru", "3 млрд"), ("es", "3 mil millones"));
    answer_in(("ru", "3 млрд"), ("de", "3 Milliarden"));
    answer_in(("ru", "500 000"), ("hi", "5 लाख"));
    answer_in(("en", "1,234,567"), ("hi", "12,34,567"));
    answer_in(("ru", "1 234 567"), ("en", "12,34,567"));
    answer_in(("ru", "3 млн"), ("ar", "٣ ملايين"));
    differ(("ru", "11 миллиардов"), ("uk", "11 мільйонів"));
    differ(("ru", "2 100 000 человек"), ("zh", "310万人"));
    differ(("en", "1,234,567"), ("hi", "12,34,568"));
    differ(("ru", "12 тысяч"), ("en", "12 million"));
}

#[test]
fn number_words_of_other_languages_answer() {
    answer_in(("ru", "25 человек"), ("uk", "двадцять п'ять осіб"));
    answer_in(("ru", "25 человек"), ("es", "veinticinco personas"));
    answer_in(("ru", "17 домов, 77 и 96 человек"), ("fr", "dix-sept maisons, soixante-dix-sept et quatre-vingt-seize"));
    answer_in(("ru", "20, 1904, 300 и 1050"), ("zh", "第二十条，一九〇四年，三百，一千零五十"));
    answer_in(("ru", "11 января"), ("zh", "1月11日"));
    answer_in(("ru", "11 января"), ("fr", "le 11 janvier"));
    differ(("ru", "11 января"), ("fr", "le 11 février"));
}

#[test]
fn halves_are_part_of_the_number() {
    answer("пять с половиной тысяч", "5,500");
    answer("5,5 тысячи", "five and a half thousand");
    answer("5 с половиной тысяч", "5,500");
    answer("2,5 млн", "2 and a half million");
    answer("500 000", "half a million");
    answer("250 тысяч, четверть миллиона", "a quarter of a million, 250,000");
    differ(("ru", "5 с половиной тысяч"), ("en", "5,000"));
}

#[test]
fn signs_ratios_fractions_and_versions_are_compared_whole() {
    answer("−25 °C", "-25 °C");
    answer("−25 °C", "minus 25 degrees");
    answer("минус 25 градусов", "25 degrees below zero");
    answer("25 градусов мороза", "-25 °C");
    answer("счёт 3:1", "the score was 3–1");
    answer("соотношение 3:1", "a ratio of three to one");
    answer("1/3 жителей", "a third of the residents");
    answer("1/4 жителей", "a quarter of the residents");
    answer("2/3", "two thirds");
    answer("Версия 3.14.2", "Version 3.14.2");
    answer("на поезде 411/412", "on train 411/412");
    answer("5–7 млн", "5-7 million");
    differ(("ru", "−25 °C"), ("en", "25 °C"));
    differ(("ru", "25 °C"), ("en", "−25 °C"));
    differ(("ru", "минус 25 градусов"), ("en", "25 degrees"));
    differ(("ru", "соотношение 3:1"), ("en", "a ratio of 1 to 3"));
    differ(("ru", "счёт 3:1"), ("en", "the score was 1:3"));
    differ(("ru", "1/3 жителей"), ("en", "a quarter of the residents"));
    differ(("ru", "2/3 жителей"), ("en", "a third of the residents"));
    differ(("ru", "Версия 3.14.2"), ("en", "Version 3.14.1"));
    differ(("ru", "v1.2"), ("en", "v1.3"));
}

#[test]
fn words_of_the_clock_and_counting_words_answer() {
    answer("без пяти восемь утра", "7:55 a.m.");
    answer("в половине восьмого", "at 7:30");
    answer("в 7:30", "at half past seven");
    answer("в 19:45", "at a quarter to eight");
    answer("в 7:10", "at ten minutes past seven");
    answer("десять минут восьмого", "at 7:10");
    answer_in(("ru", "в 7:30"), ("de", "um halb acht"));
    answer("20 яиц", "a score of eggs");
    answer("12 яиц", "a dozen eggs");
    differ(("ru", "без пяти восемь утра"), ("en", "8:10 a.m."));
}

#[test]
fn roman_numerals_of_rulers_and_quarters_answer() {
    answer("в I квартале", "in the first quarter");
    answer("в 1-м квартале", "in Q1");
    answer("Николай I, Людовик XIV", "Nicholas the 1st, Louis the 14th");
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
