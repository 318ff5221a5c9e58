//! What the memory finds, and what it does not.

use proptest::prelude::*;

use super::*;

fn memory(pairs: &[(&str, &str)]) -> Memory {
    let pair = |(source, target): &(&str, &str)| Pair {
        source: (*source).to_owned(),
        target: (*target).to_owned(),
        origin: "a.md".into(),
    };
    Memory::new(pairs.iter().map(pair).collect())
}

fn found(memory: &Memory, text: &str, minimum: u8) -> Vec<(u8, String)> {
    memory.search(text, 5, minimum).iter().map(|found| (found.percent, found.target.to_owned())).collect()
}

#[test]
fn wrapping_typography_and_emphasis_are_the_same_text() {
    let memory = memory(&[("Он сказал: «Всё\nкончено»\u{a0}— и **ушёл**.", "He left.")]);
    let text = "Он сказал: \"Все кончено\" - и ушел.";
    assert_eq!(memory.exact(text).len(), 1);
    assert_eq!(found(&memory, text, 70), [(100, "He left.".to_owned())]);
    assert!(memory.exact("ОН СКАЗАЛ: \"Все кончено\" - и ушел.").is_empty());
    assert_eq!(found(&memory, "ОН СКАЗАЛ: \"Все кончено\" - и ушел.", 70)[0].0, 99);
}

#[test]
fn the_most_alike_comes_first() {
    let memory = memory(&[
        ("Акимат Алматы объявил о введении режима.", "three"),
        ("Акимат Алматы объявил о введении чрезвычайного режима в городе.", "one"),
        ("Погода в Алматы была холодной.", "weather"),
        ("Акимат Алматы объявил о введении чрезвычайного положения в городе.", "two"),
    ]);
    let found = found(&memory, "Акимат Алматы объявил о введении чрезвычайного режима в городах.", 50);
    let order: Vec<&str> = found.iter().map(|(_, target)| target.as_str()).collect();
    assert_eq!(order, ["one", "two", "three"]);
    assert!(found[0].0 >= 90 && found[0].0 < 100, "{found:?}");
}

#[test]
fn a_slip_in_a_single_word_does_not_hide_it() {
    let memory = memory(&[("Содержание", "Contents"), ("Введение", "Introduction")]);
    assert_eq!(memory.search("Седержание", 5, 40)[0].target, "Contents");
    assert!(memory.search("Заключение", 5, 60).is_empty());
}

#[test]
fn sentences_are_found_inside_paragraphs() {
    let memory =
        memory(&[("Первое предложение здесь. Второе стоит дальше!", "The first is here. The second follows!")]);
    let matches = memory.search("Второе стоит дальше!", 5, 70);
    assert_eq!((matches[0].percent, matches[0].target, matches[0].sentence), (100, "The second follows!", true));
    let text = "Чего-то нового ещё не было. Первое предложение здесь.";
    let by_sentence = memory.by_sentence(text, 5, 80);
    assert_eq!(by_sentence.len(), 1);
    assert_eq!(&text[by_sentence[0].0.range()], "Первое предложение здесь.");
}

#[test]
fn a_term_is_found_in_its_forms_and_its_look_alikes_are_not() {
    let memory = memory(&[
        ("Здание акимата горело.", "The akimat burned."),
        ("Аким ушёл.", "The akim left."),
        ("Комитета национальной безопасности", "of the National Security Committee"),
    ]);
    let mentions = memory.concordance("акимат", Wing::Source, 10);
    assert_eq!(mentions[0].pair.target, "The akimat burned.");
    assert_eq!(&mentions[0].pair.source[mentions[0].spans[0].range()], "акимата");
    assert_eq!(memory.concordance("Комитет национальной безопасности", Wing::Source, 10).len(), 1);
    assert_eq!(memory.concordance("national security", Wing::Target, 10).len(), 1);
    assert!(memory.concordance("security national", Wing::Target, 10).is_empty());
    assert!(memory.concordance(" … ", Wing::Target, 10).is_empty());
}

#[test]
fn an_empty_memory_or_query_finds_nothing() {
    assert!(memory(&[]).search("что угодно", 5, 1).is_empty());
    let memory = memory(&[("текст", "text"), ("", "x"), ("y", " ")]);
    assert_eq!(memory.len(), 1);
    assert!(memory.search("", 5, 1).is_empty() && memory.search(" \n", 5, 1).is_empty());
    assert!(memory.search("текст", 0, 1).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_was_put_in_is_found_first(texts in proptest::collection::vec("\\PC{1,30}", 1..20), at in 0usize..20) {
        let pairs: Vec<(&str, &str)> = texts.iter().map(|text| (text.as_str(), "x")).collect();
        let memory = memory(&pairs);
        let wanted = &texts[at % texts.len()];
        if !wanted.trim().is_empty() && !token::fold(wanted).is_empty() {
            let found = memory.search(wanted, 3, 50);
            prop_assert_eq!(found.first().map(|found| found.percent), Some(100));
            prop_assert!(found.windows(2).all(|two| two[0].percent >= two[1].percent));
        }
        let _ = memory.concordance(wanted, Wing::Source, 3);
        let _ = memory.by_sentence(wanted, 3, 50);
    }
}
