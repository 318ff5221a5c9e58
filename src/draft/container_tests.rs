//! Gaps in containers: titles of notes, of which nothing is rendered, and what belongs deep in a list item.

use super::tests::{read, updated};
use super::*;
use crate::align::Unit;
use crate::text::{Document, Format, Gaps, open};

fn started(text: &str, format: Format) -> String {
    start(&Document::read(text.as_bytes(), format), |_| Filling::Gap(Vec::new())).text
}

/// The translation with texts for some paragraphs of the original, as an editor fills them in.
fn filled(source: &Document, target: &str, texts: &[(usize, &str)]) -> String {
    let target = Document::read(target.as_bytes(), source.format);
    let mut gaps = Gaps::of(&target, source);
    let taken: Vec<_> =
        texts.iter().map(|(at, _)| gaps.take(&source.paragraphs[*at].text).expect("a gap").clone()).collect();
    let fills: Vec<Filled<'_>> =
        taken.iter().zip(texts).map(|(gap, (source, text))| Filled { gap, source: *source, text }).collect();
    let (edits, _) = gaps_filled(source, &target, &Answers::default(), &fills).expect("each text fits");
    let mut text = target.text;
    for edit in edits.iter().rev() {
        text.replace_range(edit.bytes.range(), &String::from_utf8_lossy(&edit.text));
    }
    text
}

/// What a person gets who writes over the text in the comments and takes their first and last lines away.
fn written_over(started: &str, words: &[(&str, &str)]) -> String {
    let is_sign = |line: &str| line.contains("<!--") || line.contains("-->");
    let lines = started.lines().filter(|line| !is_sign(line)).map(|line| format!("{line}\n"));
    words.iter().fold(lines.collect(), |text: String, (from, to)| text.replace(from, to))
}

#[test]
fn a_marker_whose_title_is_a_gap_stays_without_it_and_takes_the_text_back() {
    for (line, bare, translated) in [
        ("!!! note \"Раз\"", "!!! note", "!!! note \"One\""),
        ("/// tip | Раз", "/// tip", "/// tip | One"),
        (":::tip[Раз]", ":::tip", ":::tip[One]"),
        (":::info{title=\"Раз\"}", ":::info", ":::info{title=\"One\"}"),
        ("{% note info \"Раз\" %}", "{% note info %}", "{% note info \"One\" %}"),
    ] {
        let source = read(&format!("{line}\n\n```\nx\n```\n"));
        let text = started(&source.text, Format::Markdown);
        assert_eq!(text, format!("<!-- tolmach: translate\n{line}\n-->\n{bare}\n\n```\nx\n```\n"));
        let target = read(&text);
        assert!(target.paragraphs.is_empty(), "{text}");
        assert_eq!(open(&target).iter().map(|gap| gap.asks_for("Раз")).collect::<Vec<_>>(), [true], "{text}");
        assert_eq!(filled(&source, &text, &[(0, "One")]), format!("{translated}\n\n```\nx\n```\n"));
    }
    // A tab has no name of its own, and a title of two lines is none.
    assert_eq!(started("=== \"Раз\"\n\n    ```\n    x\n    ```\n", Format::Markdown).matches("===").count(), 1);
    let source = read("!!! note \"Раз\"\n");
    let target = read(&started(&source.text, Format::Markdown));
    let gap = Gaps::of(&target, &source).take("Раз").expect("a gap").clone();
    let fill = Filled { gap: &gap, source: 0, text: "One\ntwo" };
    assert!(gaps_filled(&source, &target, &Answers::default(), &[fill]).is_none());
}

#[test]
fn a_title_of_mdx_stays_in_place_where_a_comment_above_would_be_text() {
    let text = ":::info{title=\"Раз\"}\n\n:::\n";
    let bare = started(text, Format::Mdx);
    assert_eq!(bare, "{/* tolmach: translate\n:::info{title=\"Раз\"}\n*/}\n:::info\n\n:::\n");
    assert!(Document::read(bare.as_bytes(), Format::Mdx).paragraphs.is_empty());
}

#[test]
fn a_title_typed_inside_its_comment_goes_to_its_marker() {
    let source = read("!!! note \"Раз\"\n\n    Два\n");
    let target = read("<!-- tolmach: translate\n!!! note \"One\"\n-->\n!!! note\n\n    Two\n");
    let gap = open(&target).remove(0);
    let aligned = [Unit::new(vec![0], vec![]), Unit::new(vec![1], vec![0])];
    let today = |target: Document| Today {
        target,
        drift: Default::default(),
        aligned: aligned.to_vec(),
        typed: vec![(gap.span, gap.original.clone())],
        outdated: Vec::new(),
        unknown: Vec::new(),
    };
    let updated = super::old_gaps::uncovered(&today(target)).expect("no letter is lost");
    assert_eq!(updated.text, "!!! note \"One\"\n\n    Two\n");
    assert_eq!(read(&updated.text).paragraphs.len(), source.paragraphs.len());
}

/// Lists and footnotes whose further paragraphs are deeper than a comment may begin.
const DEEP: &[&str] = &[
    "10. раз\n\n    два\n\n11. три\n",
    "- раз\n    - два\n        - три\n\n          четыре\n",
    "1. раз\n    1. два\n\n        три\n",
    "слово[^1]\n\n[^1]: раз\n\n    два\n",
    "10. раз\n\n    > два\n",
];

#[test]
fn what_is_written_over_the_gaps_of_an_item_stays_in_the_item() {
    for text in DEEP {
        let source = read(text);
        let shown = |text: &str| -> Vec<_> {
            let read = read(text);
            read.paragraphs.iter().map(|paragraph| (paragraph.kind, paragraph.text.clone())).collect()
        };
        let begun = started(text, Format::Markdown);
        assert!(read(&begun).paragraphs.is_empty(), "{begun}");
        let over = written_over(&begun, &[("раз", "one"), ("два", "two")]);
        let all: Vec<(usize, &str)> =
            source.paragraphs.iter().enumerate().map(|(at, one)| (at, one.text.as_str())).collect();
        let expected = |text: String| shown(&text.replace("раз", "one").replace("два", "two"));
        assert_eq!(shown(&over), expected((*text).to_owned()), "{begun}\n---\n{over}");
        assert_eq!(shown(&filled(&source, &begun, &all)), shown(text), "{begun}");
        // One after the other, from the end: what comes before its item is no code.
        let mut by_one = begun.clone();
        for (at, text) in all.iter().rev() {
            by_one = filled(&source, &by_one, &[(*at, text)]);
            assert!(read(&by_one).paragraphs.iter().any(|one| one.text == *text), "{by_one}");
        }
    }
}

#[test]
fn a_note_that_comes_to_the_original_comes_with_its_marker() {
    let now = "раз\n\n!!! note \"два\"\n\n    три\n";
    let first = updated("раз\n", "one\n", now).text;
    assert_eq!(first, "one\n\n<!-- tolmach: translate\n!!! note \"два\"\n-->\n");
    assert_eq!(filled(&read(now), &first, &[(1, "two")]), "one\n\n!!! note \"two\"\n");
}
