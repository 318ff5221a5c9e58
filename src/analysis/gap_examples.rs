//! Gaps as people fill them: which paragraph of the original a text answers.

use super::units::aligned;
use super::{AnalysedGap, GapState};
use crate::align::{self, Lexicon};
use crate::text::{Document, Format};
use crate::units::{Accepted, Pair, Units};

const ORIGINAL: &str = "Первый абзац.\n\nВторой абзац о мосте через реку.\n\nТретий абзац о лодке у берега.\n";

fn gap(text: &str) -> String {
    format!("<!-- tolmach: translate\n{text}\n-->\n")
}

const FIRST: &str = "Первый абзац.";
const SECOND: &str = "Второй абзац о мосте через реку.";
const THIRD: &str = "Третий абзац о лодке у берега.";

/// The paragraphs of a unit: of the original, of the translation.
type Shape = (Vec<usize>, Vec<usize>);

/// The units of the original above and a translation into English, and its gaps.
fn answer(translation: &str, accepted: &[(&str, &str)]) -> (Vec<Shape>, Vec<AnalysedGap>) {
    of(ORIGINAL, translation, accepted)
}

fn of(original: &str, translation: &str, accepted: &[(&str, &str)]) -> (Vec<Shape>, Vec<AnalysedGap>) {
    let read = |text: &str| Document::read(text.as_bytes(), Format::Markdown);
    let accept = |(source, target): &(&str, &str)| Accepted {
        source: vec![(*source).to_owned()],
        target: vec![(*target).to_owned()],
    };
    let units = Units { accepted: accepted.iter().map(accept).collect(), ..Units::default() };
    let languages = ("ru".parse().unwrap(), "en".parse().unwrap());
    let pair = Pair::of(read(original), read(translation), languages, units);
    let lexicon = Lexicon::built_in(&pair.source_language, &pair.target_language);
    let (units, gaps) = aligned(&pair, &pair.drift(), &|source, target, pins| {
        align::align_without_evidence(source, target, pins, &lexicon)
    });
    (units.into_iter().map(|one| (one.unit.source, one.unit.target)).collect(), gaps)
}

/// The units by paragraph of the original: what answers it.
fn answers(translation: &str) -> Vec<Vec<usize>> {
    answer(translation, &[]).0.into_iter().map(|(_, target)| target).collect()
}

#[test]
fn a_text_below_a_gap_answers_it() {
    let text = format!("{}The first paragraph.\n\n{}\n{}", gap(FIRST), gap(SECOND), gap(THIRD));
    assert_eq!(answers(&text), [vec![0], vec![], vec![]]);
    let text = format!("{}\n{}\n{}The third paragraph", gap(FIRST), gap(SECOND), gap(THIRD));
    assert_eq!(answers(&text), [vec![], vec![], vec![0]], "at the end of the file");
}

#[test]
fn a_text_above_the_first_of_some_gaps_answers_it() {
    let text = format!("The first paragraph.\n\n{}\n{}\n{}", gap(FIRST), gap(SECOND), gap(THIRD));
    assert_eq!(answers(&text), [vec![0], vec![], vec![]]);
}

#[test]
fn texts_above_every_gap_answer_the_one_below_them() {
    let text = format!("One.\n\n{}\nTwo.\n\n{}\nThree.\n\n{}", gap(FIRST), gap(SECOND), gap(THIRD));
    assert_eq!(answers(&text), [vec![0], vec![1], vec![2]]);
}

#[test]
fn between_two_gaps_the_aligner_may_choose_the_one_below() {
    let text = format!(
        "{}\nThe second paragraph is about the bridge over the river.\n\n{}\n{}",
        gap(FIRST),
        gap(SECOND),
        gap(THIRD)
    );
    let found = answers(&text);
    assert!(found[2].is_empty() && found[0].len() + found[1].len() == 1, "only those two can have it: {found:?}");
}

#[test]
fn a_text_in_the_place_of_its_gap_is_no_neighbours() {
    let text = format!("{}\nThe second paragraph is about the bridge over the river.\n\n{}", gap(FIRST), gap(THIRD));
    assert_eq!(answers(&text), [vec![], vec![0], vec![]]);
}

#[test]
fn a_text_beside_an_accepted_unit_and_a_gap_answers_the_gap() {
    let text = format!("One.\n\n{}\nThree, whatever it says.\n\n{}", gap(SECOND), gap(THIRD));
    let (units, _) = answer(&text, &[(FIRST, "One.")]);
    assert_eq!(units[0], (vec![0], vec![0]));
    assert!(units[1].1 == [1] || units[2].1 == [1], "{units:?}");
    let text = format!("One.\n\nTwo, whatever it says.\n\n{}\n{}", gap(SECOND), gap(THIRD));
    let (units, _) = answer(&text, &[(FIRST, "One.")]);
    assert_eq!(units[1], (vec![1], vec![1]));
}

#[test]
fn a_new_paragraph_without_a_gap_does_not_take_the_text_of_one() {
    let original = "Первый абзац о мосте через реку.\n\nСовсем новое.\n\nТретий абзац о лодке у берега.\n";
    let text = format!(
        "{}The first paragraph is about the bridge over the river.\n\n{}",
        gap("Первый абзац о мосте через реку."),
        gap(THIRD)
    );
    let (units, _) = of(original, &text, &[]);
    assert_eq!(units[0], (vec![0], vec![0]), "{units:?}");
}

#[test]
fn what_is_typed_inside_a_comment_is_known_by_its_language() {
    let states = |text: &str| answer(text, &[]).1.into_iter().map(|gap| gap.state).collect::<Vec<_>>();
    assert_eq!(states(&gap("The second paragraph, of the bridge.")), [GapState::Typed(None)]);
    assert_eq!(states(&gap("Второй абзац, как он был раньше.")), [GapState::Outdated]);
    assert_eq!(states(&gap("1904")), [GapState::Unknown]);
    assert_eq!(states(&gap(&format!("{SECOND}\nThe second."))), [GapState::Typed(Some(1))]);
    assert_eq!(states(&gap(SECOND)), [GapState::Open(1)]);
    let filled = format!("{}\n{}The second.\n\n{}", gap(FIRST), gap(SECOND), gap(THIRD));
    assert_eq!(states(&filled), [GapState::Open(0), GapState::Answered(1), GapState::Open(2)]);
}

#[test]
fn headings_and_items_are_known_with_their_marks() {
    let original = "# Мост\n\n- раз два\n- три четыре\n";
    let text = "<!-- tolmach: translate\n# Мост\n-->\n# The bridge\n\n<!-- tolmach: translate\n- раз два\n-->\n- one two\n\
                <!-- tolmach: translate\n- три четыре\n-->\n";
    let (units, _) = of(original, text, &[]);
    assert_eq!(units, [(vec![0], vec![0]), (vec![1], vec![1]), (vec![2], vec![])]);
}

#[test]
fn a_text_below_the_gap_of_a_row_behind_its_table_answers_it() {
    let original =
        "| Имя | Год |\n|---|---|\n| мост | 1904 |\n| лодка | 1905 |\n| 7 | 8 |\n| поезд | 1906 |\n\nКонец.\n";
    let row = |translation: &str| {
        let gap = gap("| лодка | 1905 |");
        format!(
            "| Name | Year |\n|---|---|\n| bridge | 1904 |\n| 7 | 8 |\n| train | 1906 |\n{gap}{translation}\nThe end.\n"
        )
    };
    let accepted =
        [("| мост | 1904 |", "| bridge | 1904 |"), ("| поезд | 1906 |", "| train | 1906 |"), ("Конец.", "The end.")];
    let (units, _) = of(original, &row("| boat | 1905 |\n"), &accepted);
    assert!(units.contains(&(vec![2], vec![4])), "{units:?}");
    let (units, gaps) = of(original, &row(""), &accepted);
    assert!(units.contains(&(vec![2], vec![])) && units.contains(&(vec![3], vec![2])), "{units:?}");
    assert_eq!(gaps[0].state, GapState::Open(2));
}

#[test]
fn a_row_of_which_a_cell_is_open_is_not_answered() {
    let original = "| Имя | Год |\n|---|---|\n";
    let open = "| Name | <!-- tolmach: translate Год --> |\n|---|---|\n";
    assert_eq!(of(original, open, &[]).1[0].state, GapState::Open(0));
    let beside = "| Name | Year <!-- tolmach: translate Год --> |\n|---|---|\n";
    assert_eq!(of(original, beside, &[]).1[0].state, GapState::Answered(0));
}
