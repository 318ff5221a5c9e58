//! Whole drafts: started, written, and kept in step.

use proptest::prelude::*;

use super::*;
use crate::align::Unit;
use crate::text::{BlockKind, Document, Format, Gaps, Open, by_text, gap_key, open, read_gap};
use crate::units::{Accepted, Units, drift};

pub(super) fn read(text: &str) -> Document {
    Document::read(text.as_bytes(), Format::Markdown)
}

const ORIGINAL: &str = "---\ntitle: Хроника\ntags: [a]\n---\n# Глава `x`\n\nПервый -- абзац,\nдве строки.\n\n> цитата\n> \
    в две строки\n\n- раз\n  ещё\n  - два\n1. три\n\n```\nкод\n```\n\n| Имя | Год |\n|---|---|\n| Колбин | 1986 |\n\n\
    Слово[^1].\n\n[^1]: Сноска.\n";

#[test]
fn a_started_translation_has_the_originals_structure_and_no_paragraphs() {
    let source = read(ORIGINAL);
    let started = start(&source, |_| Filling::Gap(Vec::new()));
    let target = read(&started.text);
    assert_eq!(started.gaps.len(), source.paragraphs.len());
    let texts: Vec<&str> = target.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    assert_eq!(texts, [] as [&str; 0], "{}", started.text);
    let kept = |document: &Document| -> Vec<BlockKind> {
        let kinds = document.blocks.iter().map(|block| block.kind);
        kinds.filter(|kind| !matches!(kind, BlockKind::Gap | BlockKind::FrontMatter | BlockKind::Html)).collect()
    };
    assert_eq!(kept(&target), kept(&source), "{}", started.text);
    assert!(started.text.contains("\n<!-- tolmach: translate\n> цитата\n> в две строки\n-->"), "{}", started.text);
    let rows =
        "<!-- tolmach: translate\n| Имя | Год |\n|---|---|\n-->\n<!-- tolmach: translate\n| Колбин | 1986 |\n-->";
    assert!(started.text.contains(rows), "{}", started.text);
    assert!(started.text.ends_with("<!-- tolmach: translate\n[^1]: Сноска.\n-->\n"), "{}", started.text);
}

#[test]
fn every_gap_knows_its_paragraph() {
    let source = read(ORIGINAL);
    let target = read(&start(&source, |_| Filling::Gap(vec!["terms: а → b".to_owned()])).text);
    let gaps = open(&target);
    assert_eq!(gaps.len(), source.paragraphs.len(), "{gaps:#?}");
    for (gap, paragraph) in gaps.iter().zip(&source.paragraphs) {
        assert_eq!(Gaps::of(&target, &source).take(&paragraph.text), Some(gap));
    }
}

#[test]
fn a_gap_in_the_title_of_a_container_stays_on_its_line() {
    for text in [
        "/// note | Перед началом\n\nРаз\n\n///\n\nДва\n",
        "!!! note \"Перед началом\"\n\n    Раз\n\nДва\n",
        "=== \"Окна\"\n\n    Раз\n\nДва\n",
        ":::tip[Совет дня]\n\nРаз\n\n:::\n\nДва\n",
        ":::tip Совет дня\n\nРаз\n\n:::\n\nДва\n",
        "{% note info \"Читайте\" %}\n\nРаз\n\n{% endnote %}\n\nДва\n",
        "{{< tab title=\"Окна\" >}}\n\nРаз\n\n{{< /tab >}}\n\nДва\n",
    ] {
        let source = read(text);
        assert_eq!(source.paragraphs.len(), 3, "{:#?}", source.paragraphs);
        let target = read(&start(&source, |_| Filling::Gap(Vec::new())).text);
        assert!(target.paragraphs.is_empty(), "{:#?}\n{}", target.paragraphs, target.text);
        let names = |document: &Document| document.markers.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&target), names(&source), "{}", target.text);
        let mut gaps = Gaps::of(&target, &source);
        for paragraph in &source.paragraphs {
            assert!(gaps.take(&paragraph.text).is_some(), "{paragraph:?} {gaps:#?}\n{}", target.text);
        }
    }
}

#[test]
fn a_gap_behind_a_comment_knows_its_paragraph() {
    for text in
        ["> <!-- a\n\nРаз\n\n<!-- b -->\n", "<!-- a -->Раз\nдва\n", "> <!-- a -->Раз\n> два\n", "<!--\n-->Раз\nдва\n"]
    {
        let source = read(text);
        let target = read(&start(&source, |_| Filling::Gap(vec!["terms: а → b".to_owned()])).text);
        let mut gaps = Gaps::of(&target, &source);
        assert!(gaps.take(&source.paragraphs[0].text).is_some(), "{gaps:#?}\n{}", target.text);
    }
}

#[test]
fn a_gap_in_a_task_of_a_quote_knows_its_paragraph() {
    for text in ["> - [ ] Раз\n>   два\n>\n> три\n", ">- [x] Раз\n", "- [ ] <b\n\n> - [X] Раз\n>   два\n"]
    {
        let source = read(text);
        let target = read(&start(&source, |_| Filling::Gap(Vec::new())).text);
        let gaps = open(&target);
        for paragraph in &source.paragraphs {
            assert!(gaps.iter().any(|gap| gap.asks_for(&paragraph.text)), "{gaps:#?}\n{}", target.text);
        }
    }
}

#[test]
fn a_gap_behind_code_that_looks_like_a_comment_knows_its_paragraph() {
    let source = read("Раз\n\n    <!-- код\n\nДва\n\n> <!doctype>Три\n");
    let target = read(&start(&source, |_| Filling::Gap(Vec::new())).text);
    let mut gaps = Gaps::of(&target, &source);
    for paragraph in &source.paragraphs {
        assert!(gaps.take(&paragraph.text).is_some(), "{paragraph:?} {gaps:#?}\n{}", target.text);
    }
}

#[test]
fn a_row_without_bars_at_its_ends_knows_its_paragraph() {
    for text in ["а | б\n--|--\nв | 1986\n", "> | а | 1 |\n> |---|---|\n> | в | 2 |\n"] {
        let source = read(text);
        let target = read(&start(&source, |_| Filling::Gap(Vec::new())).text);
        let mut gaps = Gaps::of(&target, &source);
        for paragraph in &source.paragraphs {
            assert!(gaps.take(&paragraph.text).is_some(), "{paragraph:?}\n{}", target.text);
        }
    }
}

#[test]
fn a_text_from_the_memory_is_marked_to_be_confirmed() {
    let source = read("# Глава\n\n- раз\n\nдва\n");
    let started = start(&source, |paragraph| Filling::Text(format!("T{}", paragraph.text.len())));
    assert_eq!(started.text, "# T10\n\n- <!-- tolmach: confirm -->\n  T6\n\n<!-- tolmach: confirm -->\nT6\n");
    assert_eq!(read(&started.text).paragraphs.len(), 3);
}

/// Updates after everything of `was` was accepted with `translation`; paragraphs pair by their drift alone.
pub(super) fn updated(was: &str, translation: &str, now: &str) -> Updated {
    let texts = |document: &Document| -> Vec<String> {
        document.paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect()
    };
    let pairs = texts(&read(was)).into_iter().zip(texts(&read(translation)));
    let accepted = pairs.map(|(source, target)| Accepted { source: vec![source], target: vec![target] }).collect();
    again(&Units { accepted, ..Units::default() }, translation, now)
}

fn again(units: &Units, translation: &str, now: &str) -> Updated {
    update(&read(now), translation, units, &mut |text| today(units, text, now), &mut |_| Vec::new())
}

fn today(units: &Units, translation: &str, now: &str) -> Today {
    let (source, target) = (read(now), read(translation));
    let drift = drift(units, &source, &target);
    let mut aligned: Vec<Unit> = drift
        .standing
        .iter()
        .map(|standing| Unit::new(standing.pin.source.clone(), standing.pin.target.clone()))
        .collect();
    let paired: Vec<usize> = aligned.iter().flat_map(|unit| unit.source.clone()).collect();
    let free = (0..source.paragraphs.len()).filter(|at| !paired.contains(at));
    aligned.extend(free.map(|at| Unit::new(vec![at], vec![])));
    aligned.sort_by_key(|unit| unit.source.first().copied());
    let known = by_text(&source);
    let gone = |gap: &Open| {
        !known.contains_key(&gap_key(&gap.original)) && !source.paragraphs.iter().any(|one| gap.asks_for(&one.text))
    };
    let outdated = open(&target).into_iter().filter(gone).map(|gap| (gap.span, gap.original)).collect();
    Today { target, drift, aligned, typed: Vec::new(), outdated, unknown: Vec::new() }
}

#[test]
fn new_paragraphs_become_gaps_at_their_place() {
    let updated =
        updated("Раз слово.\n\nДва слова.\n", "One.\n\nTwo.\n", "Ноль.\n\nРаз слово.\n\nПолтора!\n\nДва слова.\n");
    assert_eq!(
        updated.text,
        "<!-- tolmach: translate\nНоль.\n-->\n\nOne.\n\n<!-- tolmach: translate\nПолтора!\n-->\n\nTwo.\n"
    );
    assert_eq!(updated.gaps, [0, 2]);
}

#[test]
fn removed_paragraphs_are_set_aside_and_changed_ones_show_what_changed() {
    let updated = updated(
        "Первый абзац о городе.\n\nВторой абзац здесь был всегда.\n\nТретий.\n",
        "The first.\n\nThe -- second.\n\nThird.\n",
        "Первый абзац о городе.\n\nТретий.\n",
    );
    assert_eq!(updated.text, "The first.\n\n<!-- tolmach: removed\nThe -\\- second.\n-->\n\nThird.\n");
    let updated = super::tests::updated(
        "В 1986 году в городе было холодно.\n",
        "It was cold in 1986.\n",
        "В 1987 году в городе было холодно.\n",
    );
    assert_eq!(
        updated.text,
        "<!-- tolmach: changed\nВ [-1986-]{+1987+} году в городе было холодно.\n-->\nIt was cold in 1986.\n"
    );
}

#[test]
fn a_gap_whose_original_is_gone_says_so() {
    let translation = "<!-- tolmach: translate\nСтарое здесь.\nbegun by hand\n-->\n";
    let updated = again(&Units::default(), translation, "Совсем новое.\n");
    assert_eq!(
        updated.text,
        "<!-- tolmach: translate\nСовсем новое.\n-->\n\n<!-- tolmach: gone\nСтарое здесь.\nbegun by hand\n-->\n"
    );
    assert_eq!(again(&Units::default(), &updated.text, "Совсем новое.\n").text, updated.text);
}

#[test]
fn a_no_break_space_before_a_paragraph_hides_no_comment() {
    let updated = updated("Раз слово.\n", "\u{a0}One.\n", "");
    assert_eq!(updated.text, "<!-- tolmach: removed\nOne.\n-->\n");
}

#[test]
fn moved_paragraphs_move_with_the_comments_above_them() {
    let updated = updated(
        "Раз слово.\n\nДва слова тут.\n\nТри слова там.\n\nЧетыре слова.\n",
        "<!-- tolmach: allow quote-style: x -->\nOne.\n\nTwo.\n\nThree.\n\nFour.\n",
        "Два слова тут.\n\nТри слова там.\n\nРаз слово.\n\nЧетыре слова.\n",
    );
    assert_eq!(updated.text, "Two.\n\nThree.\n\n<!-- tolmach: allow quote-style: x -->\nOne.\n\nFour.\n");
}

#[test]
fn neighbours_that_move_together_stay_neighbours() {
    let updated = updated(
        "Раз слово.\n\nДва слова тут.\n\nТри слова там.\n\nЧетыре слова.\n\nПять.\n",
        "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n",
        "Три слова там.\n\nЧетыре слова.\n\nРаз слово.\n\nДва слова тут.\n\nПять.\n",
    );
    assert_eq!(updated.text, "Three.\n\nFour.\n\nOne.\n\nTwo.\n\nFive.\n");
}

#[test]
fn a_move_that_cannot_be_told_from_the_texts_is_left_to_the_translator() {
    let was = "# Раз.\n\n# Два слова.\n\n# Раз.\n\n# Раз.\n\n# Три слова.\n";
    let now = "# Раз.\n\n# Раз.\n\n# Два слова.\n\n# Раз.\n\n# Три слова.\n";
    let same = "# Yes.\n\n# Yes.\n\nYes.\n\n# Yes.\n\n# Yes.\n";
    let moved = updated(was, same, now);
    assert_eq!((moved.text.as_str(), moved.moved, moved.left), (same, vec![], vec![1]));
    // One text of its own is enough to know the paragraph.
    let moved = updated(was, "# One.\n\n# Two.\n\n# One.\n\n# One.\n\n# Three.\n", now);
    assert_eq!(moved.text, "# One.\n\n# One.\n\n# Two.\n\n# One.\n\n# Three.\n");
    // A chapter moves with its heading, although every chapter has such a heading.
    let moved = updated(
        "# Раз.\n\nДва слова.\n\nТри.\n\n# Раз.\n\nПять слов.\n\nШесть.\n\nКонец.\n",
        "# Yes.\n\nTwo.\n\nThree.\n\n# Yes.\n\nFive.\n\nSix.\n\nEnd.\n",
        "# Раз.\n\nПять слов.\n\nШесть.\n\n# Раз.\n\nДва слова.\n\nТри.\n\nКонец.\n",
    );
    assert_eq!(moved.text, "# Yes.\n\nFive.\n\nSix.\n\n# Yes.\n\nTwo.\n\nThree.\n\nEnd.\n");
}

#[test]
fn an_item_of_a_list_becomes_a_gap_in_the_list() {
    let updated = updated("- раз раз\n- три три\n", "- one\n- three\n", "- раз раз\n- два\n- три три\n");
    assert_eq!(updated.text, "- one\n<!-- tolmach: translate\n- два\n-->\n- three\n");
}

#[test]
fn a_translation_in_step_stays_as_it_is() {
    for text in ["", "\u{feff}A.\r\n\r\nB.\r\n", "# A\n\n- b\n- c\n\n| a | b |\n|---|---|\n| c | d |\n"] {
        assert_eq!(updated(text, text, text).text, text);
    }
    let started = start(&read(ORIGINAL), |_| Filling::Gap(Vec::new())).text;
    assert_eq!(again(&Units::default(), &started, ORIGINAL).text, started);
}

fn document(paragraphs: &[String]) -> String {
    paragraphs.iter().map(|paragraph| format!("{paragraph}\n\n")).collect()
}

/// Everything a reader of the file could still find, comments opened.
fn all_words(text: &str) -> String {
    text.replace("\\-", "-").replace("\\\\", "\\")
}

type Step = (u8, usize, usize, String);

/// Updates the translation of `sources` after `steps` changed them, twice.
fn keeps_and_settles(sources: &[String], targets: &[String], steps: Vec<Step>) -> Result<(), TestCaseError> {
    keeps_and_settles_as(document, sources, targets, steps)
}

/// A table of one column, with its rows.
fn table(rows: &[String]) -> String {
    let rows: String = rows.iter().map(|row| format!("| {row} |\n")).collect();
    format!("A 1\n\n| B 2 |\n|---|\n{rows}\nC 3\n")
}

fn keeps_and_settles_as(
    document: fn(&[String]) -> String,
    sources: &[String],
    targets: &[String],
    steps: Vec<Step>,
) -> Result<(), TestCaseError> {
    let was = document(sources);
    let translation = document(&targets[..sources.len()]);
    let mut now = sources.to_vec();
    for (step, at, to, text) in steps {
        match step {
            0 => now.insert(at % (now.len() + 1), text),
            1 if !now.is_empty() => drop(now.remove(at % now.len())),
            2 if !now.is_empty() => {
                let at = at % now.len();
                now[at].push_str(&text)
            }
            3 if !now.is_empty() => {
                let moved = now.remove(at % now.len());
                now.insert(to % (now.len() + 1), moved)
            }
            _ => {}
        }
    }
    let now = document(&now);
    let texts = |document: &Document| -> Vec<String> { document.paragraphs.iter().map(|p| p.text.clone()).collect() };
    let pairs = texts(&read(&was)).into_iter().zip(texts(&read(&translation)));
    let accepted = pairs.map(|(source, target)| Accepted { source: vec![source], target: vec![target] }).collect();
    let units = Units { accepted, ..Units::default() };
    let first = again(&units, &translation, &now);
    let kept = all_words(&first.text);
    for paragraph in &read(&translation).paragraphs {
        prop_assert!(kept.contains(&paragraph.text), "{:?} is lost in\n{}", paragraph.text, first.text);
    }
    let second = again(&units, &first.text, &now);
    prop_assert_eq!(&second.text, &first.text);
    for gap in open(&read(&first.text)) {
        prop_assert!(read_gap(&first.text[gap.span.range()]).is_some() || !gap.original.is_empty());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn an_update_loses_no_letter_and_a_second_one_changes_nothing(
        sources in proptest::collection::vec("(# |- |> |)[а-в]{3,6} [а-я]{3,6} [а-я]{3,6}( --> [а-я]{2,4})?", 1..8),
        targets in proptest::collection::vec("(# |- |> |)[a-z]{3,8} [a-z]{3,8}( --> <b> [a-z]{2,4})?", 8),
        steps in proptest::collection::vec((0u8..4, 0usize..8, 0usize..8, "[а-я]{3,6} [а-я]{3,6}"), 0..5),
    ) {
        keeps_and_settles(&sources, &targets, steps)?;
    }

    #[test]
    fn a_move_among_texts_that_repeat_settles(
        sources in proptest::collection::vec("(# |)(раз|два) слово", 1..8),
        targets in proptest::collection::vec("(# |)(one|two) word", 8),
        steps in proptest::collection::vec((3u8..4, 0usize..8, 0usize..8, "три"), 0..5),
    ) {
        keeps_and_settles(&sources, &targets, steps)?;
    }

    #[test]
    fn every_change_among_texts_that_repeat_settles(
        sources in proptest::collection::vec("(# |- |> |)(раз|два|три три) слово", 1..10),
        targets in proptest::collection::vec("(# |- |> |)(one|two|three three) word", 10),
        steps in proptest::collection::vec((0u8..4, 0usize..10, 0usize..10, "( слово|# раз слово|раз слово|два)"), 0..6),
    ) {
        keeps_and_settles(&sources, &targets, steps)?;
    }

    #[test]
    fn rows_of_a_table_lose_no_letter_and_settle(
        sources in proptest::collection::vec("[а-в]{3,6} [а-я]{3,6} [а-я]{3,6}|раз слово", 1..7),
        targets in proptest::collection::vec("[a-z]{3,8} [a-z]{3,8}( --> [a-z]{2,4})?|one word", 7),
        steps in proptest::collection::vec((0u8..4, 0usize..8, 0usize..8, "[а-я]{3,6} [а-я]{3,6}"), 0..5),
    ) {
        keeps_and_settles_as(table, &sources, &targets, steps)?;
    }
}

#[test]
fn a_row_that_changed_or_is_gone_has_its_comment_above_the_table() {
    let was = "| Год | Что |\n|---|---|\n| 1904 | начали строить мост |\n| 1905 | открыли мост для поездов |\n| 1906 | покрасили |\n";
    let translation = "| Year | What |\n|---|---|\n| 1904 | began the bridge |\n| 1905 | opened it for trains |\n| 1906 | painted it |\n";
    let now = "| Год | Что |\n|---|---|\n| 1904 | начали строить большой мост |\n| 1905 | открыли мост для поездов |\n";
    let done = updated(was, translation, now);
    let wanted = "<!-- tolmach: removed\n| 1906 | painted it |\n-->\n<!-- tolmach: changed\n| 1904 | начали строить {+большой +}мост |\n-->\n\
        | Year | What |\n|---|---|\n| 1904 | began the bridge |\n| 1905 | opened it for trains |\n";
    assert_eq!(done.text, wanted);
    assert_eq!((done.set_aside, done.changed, done.left), (vec![3], vec![1], vec![]));
    // The table itself is gone.
    let gone = updated(&format!("Текст.\n\n{was}"), &format!("Text.\n\n{translation}"), "Текст.\n").text;
    assert_eq!(gone, format!("Text.\n\n<!-- tolmach: removed\n{}\n-->\n", translation.trim_end()));
}
