//! Gaps of which nothing is rendered: rows of tables and footnotes, started, updated and come back.

use super::tests::{read, updated};
use super::*;
use crate::align::Unit;
use crate::text::{Document, Paragraph, open};

#[test]
fn of_a_table_of_which_some_rows_are_known_the_others_are_gaps_behind_it() {
    let source = read("| а | б |\n|---|---|\n| в | г |\n| 1 | 2 |\n| д | е |\n\nконец\n");
    let with = |known: &'static [&'static str]| {
        let fill = |paragraph: &Paragraph| match known.iter().find(|one| paragraph.text.contains(**one)) {
            Some(_) => Filling::Text(format!("| T | {} |", paragraph.text.len())),
            None => Filling::Gap(Vec::new()),
        };
        start(&source, fill).text
    };
    assert_eq!(
        with(&["а", "д"]),
        "| T | 11 |\n|---|---|\n| 1 | 2 |\n| T | 11 |\n<!-- tolmach: translate\n| в | г |\n-->\n\n\
         <!-- tolmach: translate\nконец\n-->\n"
    );
    assert!(with(&["а", "в"]).contains("| 1 | 2 |\n<!-- tolmach: translate\n| д | е |\n-->\n\n"));
    // Without its head it is no table.
    let headless = with(&["д"]);
    assert!(headless.contains("-->\n<!-- tolmach: translate\n| д | е |\nmemory 100%: | T | 11 |\n-->\n"), "{headless}");
    assert!(read(&headless).paragraphs.is_empty(), "{headless}");
}

#[test]
fn a_table_with_an_empty_head_and_empty_rows_renders_nothing() {
    let source = read("> |  |  |\n> |--|--|\n> | а | б |\n> |  |  |\n> | в | г |\n");
    let started = start(&source, |_| Filling::Gap(Vec::new())).text;
    let target = read(&started);
    assert_eq!((target.paragraphs.len(), open(&target).len()), (0, 2), "{started}");
    assert_eq!(
        started,
        "> <!-- tolmach: translate\n> |  |  |\n> |--|--|\n> | а | б |\n> |  |  |\n> -->\n\
         > <!-- tolmach: translate\n> | в | г |\n> -->\n"
    );
    let texts = ["| a | b |", "| c | d |"].map(|text| text.to_owned());
    let back = landed(&source, &target, &[(0, &texts[0]), (1, &texts[1])]);
    assert_eq!(back, "> |  |  |\n> |--|--|\n> | a | b |\n> |  |  |\n> | c | d |\n");
}

/// The translation with texts that come back for some paragraphs, where nothing else is translated.
fn landed(source: &Document, target: &Document, texts: &[(usize, &str)]) -> String {
    let aligned: Vec<Unit> = (0..source.paragraphs.len()).map(|at| Unit::new(vec![at], vec![])).collect();
    landed_in(source, target, &aligned, texts)
}

fn landed_in(source: &Document, target: &Document, aligned: &[Unit], texts: &[(usize, &str)]) -> String {
    let incoming: Vec<ImportedUnit<'_>> = texts
        .iter()
        .map(|(at, text)| ImportedUnit {
            id: "",
            source: &source.paragraphs[*at].text,
            target: text,
            kind: Arrival::Finished(&|_| None),
        })
        .collect();
    let landed = land(source, target, aligned, &incoming);
    assert_eq!(landed.unplaced, [] as [usize; 0]);
    landed.text
}

#[test]
fn rows_that_come_back_are_a_table_whichever_they_are() {
    let source = read("| а | б |\n|---|---|\n| в | г |\n| д | е |\n\nконец\n");
    let target = read(&start(&source, |_| Filling::Gap(Vec::new())).text);
    let end = "\n<!-- tolmach: translate\nконец\n-->\n";
    let (head, first, second) = ((0, "| a | b |"), (1, "| c | d |"), (2, "| e | f |"));
    let gap = |row: &str| format!("<!-- tolmach: translate\n{row}\n-->\n");
    assert_eq!(
        landed(&source, &target, &[head, first, second]),
        format!("| a | b |\n|---|---|\n| c | d |\n| e | f |\n{end}")
    );
    assert_eq!(
        landed(&source, &target, &[second, head]),
        format!("| a | b |\n|---|---|\n| e | f |\n{}{end}", gap("| в | г |"))
    );
    let headless = landed(&source, &target, &[second]);
    assert!(headless.contains("б --> |\n|---|---|\n| e | f |\n<!-- tolmach: translate\n| в | г |\n"), "{headless}");
}

#[test]
fn a_row_that_comes_to_a_translated_table_is_a_gap_behind_it_and_its_text_goes_in_between() {
    let was = "| а | б |\n|---|---|\n| в | г |\n| ж | з |\n\nконец\n";
    let now = "| а | б |\n|---|---|\n| в | г |\n| д | е |\n| ж | з |\n\nконец\n";
    let updated = updated(was, "| a | b |\n|---|---|\n| c | d |\n| g | h |\n\nend\n", now);
    let gap = "<!-- tolmach: translate\n| д | е |\n-->";
    assert_eq!(updated.text, format!("| a | b |\n|---|---|\n| c | d |\n| g | h |\n{gap}\n\nend\n"));
    let (source, target) = (read(now), read(&updated.text));
    let answers = [vec![0], vec![1], vec![], vec![2], vec![3]];
    let aligned: Vec<Unit> = answers.into_iter().enumerate().map(|(at, to)| Unit::new(vec![at], to)).collect();
    let back = landed_in(&source, &target, &aligned, &[(2, "| e | f |")]);
    assert_eq!(back, "| a | b |\n|---|---|\n| c | d |\n| e | f |\n| g | h |\n\nend\n");
}

#[test]
fn a_footnote_that_is_a_gap_renders_nothing_and_comes_back_with_its_label() {
    let source = read("Слово[^а].\n\n[^а]: Сноска\n    в две строки.\n\n    И ещё.\n\n[^б]: Код:\n\n        x\n");
    let target = read(&start(&source, |_| Filling::Gap(Vec::new())).text);
    let text = &target.text;
    assert!(text.contains("\n\n<!-- tolmach: translate\n[^а]: Сноска\nв две строки.\n-->\n\n"), "{text}");
    assert!(text.contains("\n   <!-- tolmach: translate\n   И ещё.\n   -->\n"), "{text}");
    // A footnote that holds code keeps its label.
    assert!(text.contains("\n[^б]: <!-- tolmach: translate\n"), "{text}");
    let back = landed(&source, &target, &[(1, "A note\nof two lines.")]);
    assert!(back.contains("\n\n[^а]: A note\n"), "{back}");
    assert!(read(&back).paragraphs.iter().any(|one| one.text == "A note\nof two lines."), "{back}");
}
