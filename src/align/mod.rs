//! Which paragraphs of two documents answer each other, and how surely.
//!
//! Knows paragraphs of two languages. Never knows files, terminals, the glossary's verdicts or what was accepted:
//! it only gets [`Pin`]s, pairs that must hold.
//!
#![doc = include_str!("model.md")]

mod band;
mod blocks;
mod dictionary;
mod evidence;
mod fast;
mod field;
mod footnotes;
mod forward;
mod front;
mod headings;
mod hits;
mod inner;
mod judge;
mod lambda;
mod learn;
mod learned_file;
mod lengths;
mod lexicon;
mod links;
mod marks;
mod model;
mod moves;
mod observation;
mod order;
mod part;
mod pins;
mod reader;
mod reading;
mod score;
mod search;
mod side;
mod solve;
mod sound;
mod task;
mod tokens;
mod unit;
mod verbatim;
mod vocabulary;
mod witnesses;
mod wrong_language;

pub use dictionary::{BadLine, DictionaryError, dictd, word_list};
pub use inner::{Sentence, SentenceAligner, SentenceUnit, align_sentences};
pub use learn::{learn, learned};
pub use learned_file::{LearnedFault, LearnedFile};
pub use lexicon::{Learned, Lexicon};
pub use observation::Observation;
pub use reading::{Reading, align, align_without_evidence};
pub use side::Side;
pub use solve::pinned_whole;
pub use unit::{Evidence, Pin, Unit};
pub use verbatim::{BlockPair, verbatim};
pub use witnesses::Witnesses;
pub use wrong_language::{nearer, wrong_language};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Paragraph;

    fn paragraphs(texts: &[&str]) -> Vec<Paragraph> {
        texts.iter().map(|text| Paragraph::alone(text)).collect()
    }

    fn aligned(languages: (&str, &str), source: &[&str], target: &[&str], pins: &[Pin]) -> Vec<Unit> {
        let (from, to) = (languages.0.parse().unwrap(), languages.1.parse().unwrap());
        let (source, target) = (paragraphs(source), paragraphs(target));
        let side = |language, paragraphs| Side { language, paragraphs, blocks: &[], text: "" };
        align(&side(&from, &source), &side(&to, &target), pins, &Lexicon::built_in(&from, &to))
    }

    fn shapes(units: &[Unit]) -> Vec<(Vec<usize>, Vec<usize>)> {
        units.iter().map(|unit| (unit.source.clone(), unit.target.clone())).collect()
    }

    const RUSSIAN: &[&str] = &[
        "В 1902 году город построил мост через реку.",
        "Инженер Токаев руководил работой три года, и за это время погибло семь человек.",
        "Люди не верили, что мост когда-нибудь откроют.",
        "Вода в реке поднялась в 1904 году и унесла две опоры.",
        "Сегодня по мосту ходят трамваи.",
    ];

    const ENGLISH: &[&str] = &[
        "In 1902 the city built a bridge across the river.",
        "The engineer Tokayev directed the work for three years, and in that time seven people died.",
        "People did not believe that the bridge would ever be opened.",
        "The water in the river rose in 1904 and carried away two piers.",
        "Today trams cross the bridge.",
    ];

    #[test]
    fn paragraphs_that_answer_each_other_are_paired() {
        let units = aligned(("ru", "en"), RUSSIAN, ENGLISH, &[]);
        assert_eq!(shapes(&units), (0..5).map(|at| (vec![at], vec![at])).collect::<Vec<_>>());
        assert!(units.iter().all(|unit| unit.confidence > 0.9));
    }

    #[test]
    fn a_missing_paragraph_stands_alone() {
        let target: Vec<&str> = ENGLISH.iter().enumerate().filter(|(at, _)| *at != 3).map(|(_, text)| *text).collect();
        let units = aligned(("ru", "en"), RUSSIAN, &target, &[]);
        assert!(units.iter().any(|unit| unit.source == [3] && unit.target.is_empty()), "{:?}", shapes(&units));
    }

    #[test]
    fn paragraphs_run_together_are_one_unit() {
        let joined = format!("{} {}", ENGLISH[1], ENGLISH[2]);
        let units = aligned(("ru", "en"), RUSSIAN, &[ENGLISH[0], &joined, ENGLISH[3], ENGLISH[4]], &[]);
        assert!(units.iter().any(|unit| unit.source == [1, 2] && unit.target == [1]), "{:?}", shapes(&units));
    }

    /// [`RUSSIAN`] and sixteen more paragraphs, with the first `count` of [`ENGLISH`] after the first put at the end of the
    /// translation: the moved units.
    fn moved(count: usize, more: (&str, &str)) -> Vec<(Vec<usize>, Vec<usize>)> {
        let years = || (0..16).map(|at| (1950 + at, 230 + 7 * at));
        let mut source: Vec<String> = RUSSIAN.iter().map(|text| (*text).to_owned()).collect();
        source[2] = more.0.to_owned();
        source.extend(years().map(|(year, count)| format!("В {year} году здесь жили {count} человек.")));
        let mut target: Vec<String> = ENGLISH.iter().map(|text| (*text).to_owned()).collect();
        target[2] = more.1.to_owned();
        target.extend(years().map(|(year, count)| format!("In {year} {count} people lived here.")));
        let elsewhere: Vec<String> = target.drain(1..=count).collect();
        target.extend(elsewhere);
        let (source, target): (Vec<&str>, Vec<&str>) =
            (source.iter().map(String::as_str).collect(), target.iter().map(String::as_str).collect());
        shapes(&aligned(("ru", "en"), &source, &target, &[]).into_iter().filter(|unit| unit.moved).collect::<Vec<_>>())
    }

    #[test]
    fn a_paragraph_put_elsewhere_is_moved() {
        assert_eq!(moved(1, (RUSSIAN[2], ENGLISH[2])), [(vec![1], vec![20])]);
    }

    #[test]
    fn a_block_is_moved_with_its_heading() {
        // Too short to be known again by itself.
        let heading = ("Половодье", "High Water");
        let found = moved(3, heading);
        assert_eq!(found, [(vec![1], vec![18]), (vec![2], vec![19]), (vec![3], vec![20])]);
    }

    #[test]
    fn a_pin_holds_against_the_evidence() {
        let pins = [Pin { source: vec![1], target: vec![2] }];
        let units = aligned(("ru", "en"), RUSSIAN, ENGLISH, &pins);
        let pinned = units.iter().find(|unit| unit.pinned).unwrap();
        assert_eq!((pinned.source.as_slice(), pinned.target.as_slice()), ([1].as_slice(), [2].as_slice()));
    }

    #[test]
    fn the_reasons_are_told() {
        let units = aligned(("ru", "en"), RUSSIAN, ENGLISH, &[]);
        assert_eq!(units[0].evidence.numbers, ["1902"]);
        assert!(units[1].evidence.names.contains(&("Токаев".to_owned(), "Tokayev".to_owned())));
        assert!(units[0].evidence.lexicon.iter().any(|pair| pair.1 == "river"), "{:?}", units[0].evidence);
        let crossed = aligned(("ru", "en"), RUSSIAN, ENGLISH, &[Pin { source: vec![0], target: vec![2] }]);
        let wrong = crossed.iter().find(|unit| unit.pinned).unwrap();
        assert!(units[0].evidence.words > wrong.evidence.words + 2.0, "{:?} {:?}", units[0].evidence, wrong.evidence);
    }

    #[test]
    fn hard_input_is_answered() {
        let many: Vec<&str> = vec!["Да."; 600];
        let long = "слово ".repeat(100_000);
        for (source, target) in [
            (vec![], vec![]),
            (vec!["один"], vec![]),
            (vec![], ENGLISH.to_vec()),
            (vec!["Дом."], many.clone()),
            (many.clone(), many[..500].to_vec()),
            (vec!["", "…", "123"], vec!["—", ""]),
            (vec![long.as_str(), "Дом."], vec![long.as_str(), "Дом."]),
        ] {
            let units = aligned(("ru", "ru"), &source, &target, &[]);
            whole(&units, source.len(), target.len()).unwrap();
        }
    }

    #[test]
    fn paragraphs_that_are_all_alike_are_paired_in_order() {
        for count in [1, 7, 700] {
            let units = aligned(("ru", "en"), &vec!["Да."; count], &vec!["Yes."; count], &[]);
            assert!(units.iter().all(|unit| unit.source == unit.target), "{:?}", shapes(&units));
        }
    }

    fn whole(units: &[Unit], sources: usize, targets: usize) -> Result<(), String> {
        let mut seen = (vec![0; sources], vec![0; targets]);
        for unit in units {
            unit.source.iter().for_each(|at| seen.0[*at] += 1);
            unit.target.iter().for_each(|at| seen.1[*at] += 1);
            if !(0.0..=1.0).contains(&unit.confidence) || unit.source.is_empty() && unit.target.is_empty() {
                return Err(format!("{unit:?}"));
            }
        }
        let once = seen.0.iter().chain(&seen.1).all(|count| *count == 1);
        once.then_some(()).ok_or_else(|| format!("{:?}", shapes(units)))
    }

    fn text() -> impl Strategy<Value = String> {
        let words = "(дом|river|река|1902|The|人权|第三条|مدينة|Токаев|Tokayev|—|!|\\?|\\.|«|»| |\\PC){0,12}";
        words.prop_map(|words| words.replace("дом", "дом ").replace("The", " The "))
    }

    fn block(limit: usize) -> impl Strategy<Value = Vec<usize>> {
        proptest::collection::vec(0..limit, 0..4)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn every_paragraph_is_in_exactly_one_unit(
            source in proptest::collection::vec(text(), 0..12),
            target in proptest::collection::vec(text(), 0..12),
            pins in proptest::collection::vec((block(13), block(13)), 0..4),
        ) {
            let source: Vec<&str> = source.iter().map(String::as_str).collect();
            let target: Vec<&str> = target.iter().map(String::as_str).collect();
            let pins: Vec<Pin> = pins.into_iter().map(|(source, target)| Pin { source, target }).collect();
            let units = aligned(("ru", "en"), &source, &target, &pins);
            prop_assert_eq!(whole(&units, source.len(), target.len()), Ok(()));
        }
    }
}
