//! Gaps of which nothing is rendered: rows of tables and footnotes, started, updated and come back.

use super::tests::{read, updated};
use super::*;
use crate::align::Unit;
use crate::text::{Document, Format, Gaps, Paragraph, open};

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
        "<!-- tolmach: translate\n> |  |  |\n> |--|--|\n> | а | б |\n> |  |  |\n-->\n\
         <!-- tolmach: translate\n> | в | г |\n-->\n"
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
    assert!(text.contains("\n   <!-- tolmach: translate\n    И ещё.\n    -->\n"), "{text}");
    // A footnote that holds code keeps its label.
    assert!(text.contains("\n[^б]: <!-- tolmach: translate\n"), "{text}");
    let back = landed(&source, &target, &[(1, "A note\nof two lines.")]);
    assert!(back.contains("\n\n[^а]: A note\n"), "{back}");
    assert!(read(&back).paragraphs.iter().any(|one| one.text == "A note\nof two lines."), "{back}");
}

/// Texts of one kind each, of which a started translation shows nothing.
const HIDDEN: &[&str] = &[
    "> да\n>\n> нет\n",
    "> > да\n>\n> нет\n",
    "> ленивая\nстрока\n",
    "> [!NOTE]\n> да\n",
    "> [!NOTE] Название\n> да\n",
    "> # да\n>\n> - нет\n> - дом\n>\n> | а | б |\n> |---|---|\n> | в | г |\n",
    "- да\n\n  > нет\n",
    "- > да\n- нет\n",
    "1. да\n\n   > нет\n\n   дом\n",
    "- # да\n- нет\n",
    "- | а | б |\n  |---|---|\n  | в | г |\n- да\n",
    "слово[^1]\n\n[^1]: да\n",
    "<details>\n<summary>да</summary>\n\nнет\n\n</details>\n",
    "да\n===\n\nнет\n---\n\n    код\n",
];

#[test]
fn nothing_is_rendered_of_a_started_translation_and_all_of_it_comes_back() {
    for text in HIDDEN {
        let source = read(text);
        let started = start(&source, |_| Filling::Gap(vec!["terms: а → b".to_owned()])).text;
        let target = read(&started);
        assert!(target.paragraphs.is_empty() && target.quotes.is_empty(), "{started}");
        let marks = |line: &&str| line.trim_matches([' ', '-', '>', '#', '|']).is_empty() && !line.trim().is_empty();
        let uncommented = uncommented(&started);
        let bare: Vec<&str> = uncommented.lines().filter(marks).collect();
        assert!(bare.is_empty(), "{bare:?} in\n{started}");
        // With the originals as translations, the original comes back.
        let gaps = open(&target);
        let fills: Vec<Filled<'_>> = (source.paragraphs.iter().enumerate())
            .map(|(at, paragraph)| {
                let gap = gaps.iter().find(|gap| gap.asks_for(&paragraph.text)).expect("each paragraph has a gap");
                Filled { gap, source: at, text: &paragraph.text }
            })
            .collect();
        let (edits, _) = gaps_filled(&source, &target, &Answers::default(), &fills).expect("each text fits");
        let mut back = started.clone();
        for edit in edits.iter().rev() {
            back.replace_range(edit.bytes.range(), &String::from_utf8_lossy(&edit.text));
        }
        let shown = |document: &Document| -> Vec<_> {
            document.paragraphs.iter().map(|paragraph| (paragraph.kind, paragraph.text.clone())).collect()
        };
        assert_eq!(shown(&read(&back)), shown(&source), "{started}\n----\n{back}");
        assert_eq!(read(&back).quotes.len(), source.quotes.len(), "{back}");
    }
}

#[test]
fn a_quote_or_an_item_that_holds_code_stays_around_its_gaps() {
    for (text, mark) in [("> да\n>\n> ```\n> код\n> ```\n", "> "), ("- > да\n\n  ```\n  код\n  ```\n", "- ")]
    {
        let started = start(&read(text), |_| Filling::Gap(Vec::new())).text;
        assert!(started.starts_with(&format!("{mark}<!-- tolmach: translate\n")), "{started}");
    }
}

/// A text without its comments.
fn uncommented(text: &str) -> String {
    let mut parts = text.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once("-->").map_or("", |(_, rest)| rest))
}

#[test]
fn a_new_paragraph_of_a_quote_comes_into_the_quote_and_a_new_quote_renders_nothing() {
    let first = updated("> да\n\nнет\n", "> Yes.\n\nNo.\n", "> да\n>\n> дом\n\nнет\n\n> река\n>\n> мост\n").text;
    let inside = "> Yes.\n>\n> <!-- tolmach: translate\n> дом\n> -->\n\nNo.\n\n";
    let behind = "<!-- tolmach: translate\n> река\n-->\n<!-- tolmach: translate\n>\n> мост\n-->\n";
    assert_eq!(first, format!("{inside}{behind}"));
}

#[test]
fn headings_tables_and_quotes_of_mdx_render_nothing() {
    let text = "# да\n\n| а | б |\n|---|---|\n| в | г |\n\n> нет\n\n- раз\n- два\n\nдом\n- три\n";
    let source = Document::read(text.as_bytes(), Format::Mdx);
    let started = start(&source, |_| Filling::Gap(Vec::new())).text;
    let gap = |text: &str| format!("{{/* tolmach: translate\n{text}\n*/}}\n");
    let table = gap("| а | б |\n|---|---|") + &gap("| в | г |");
    let lists = format!("{}{}\n{}{}", gap("- раз"), gap("- два"), gap("дом"), gap("- три"));
    assert_eq!(started, format!("{}\n{table}\n{}\n{lists}", gap("# да"), gap("> нет")));
    let target = Document::read(started.as_bytes(), Format::Mdx);
    let mut gaps = Gaps::of(&target, &source);
    assert!(target.paragraphs.is_empty(), "{:?}", target.paragraphs);
    assert!(source.paragraphs.iter().all(|paragraph| gaps.take(&paragraph.text).is_some()));
}

#[test]
fn an_expression_of_mdx_interrupts_no_paragraph_of_a_list_that_is_translated() {
    let source = Document::read("- раз\n- два\n".as_bytes(), Format::Mdx);
    let known = |paragraph: &Paragraph| match paragraph.text.as_str() {
        "раз" => Filling::Text("one".to_owned()),
        _ => Filling::Gap(Vec::new()),
    };
    let started = start(&source, known).text;
    assert!(started.ends_with("\n- {/* tolmach: translate\n  два\n  */}\n"), "{started}");
}
