//! Reading is total and lossless: whatever the bytes, spans are in order and give the file back.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use tolmach::text::{Document, Format, Layout, gap, read_gap};

mod invariants;

use invariants::reading::{FORMATS, hold, hold_in};

/// What Markdown is made of, and what breaks it.
fn fragments() -> impl Strategy<Value = Vec<u8>> {
    let pieces: Vec<&'static [u8]> = [
        "# ",
        "## ",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "1986. ",
        "> ",
        "    ",
        "  ",
        " ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\\",
        "`",
        "``",
        "```\n",
        "~~~",
        "*",
        "**",
        "_",
        "~~",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "][",
        "[^1]",
        "[^1]: ",
        "[a]: b\n",
        "[a]: <c> \"d\"\n",
        "<",
        ">",
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "<p>",
        "<!--",
        "-->",
        "<!-- tolmach: translate\n",
        "<!-- tolmach: allow x: y -->",
        "<script>",
        "<br>",
        "&nbsp;",
        "&#0;",
        "&amp",
        "|",
        "|---|",
        "| a | b |\n|---|---|\n",
        "---\n",
        "+++\n",
        "===\n",
        "title: ",
        "description: >\n",
        "- [ ] ",
        "https://e.org/a_b",
        "www.",
        "a@b.kz",
        "@",
        ":",
        "|-",
        "слово",
        "Акимат",
        "— ",
        "– ",
        "«",
        "»",
        "“",
        "”",
        "а) ",
        "б) ",
        "1- ",
        "2- ",
        ".",
        "!",
        "?",
        "г.",
        "1",
        "\u{ad}",
        "\u{a0}",
        "\u{feff}",
        "\u{2028}",
        "\0",
        "<<<<<<< HEAD\n",
        "=======\n",
        ">>>>>>> x\n",
        "{#id}",
        "[!NOTE]\n",
        "---|---\n",
        "İ",
        "e\u{301}",
    ]
    .map(str::as_bytes)
    .to_vec();
    let invalid: Vec<&'static [u8]> = vec![b"\xff", b"\xd0", b"\xe2\x80", b"\xf0\x9f"];
    let piece = prop_oneof![30 => prop::sample::select(pieces), 1 => prop::sample::select(invalid)];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        hold(&bytes);
    }

    #[test]
    fn any_markdown_comes_back(bytes in fragments()) {
        hold(&bytes);
    }

    #[test]
    fn line_endings_and_a_byte_order_mark_change_no_paragraph(bytes in fragments()) {
        let text = String::from_utf8_lossy(&bytes).replace(['\r', '\u{feff}'], "");
        let shown = |text: &str, format| {
            let document = Document::read(text.as_bytes(), format);
            document.paragraphs.into_iter().map(|paragraph| (paragraph.kind, paragraph.text)).collect::<Vec<_>>()
        };
        for format in FORMATS {
            let plain = shown(&text, format);
            prop_assert_eq!(&shown(&text.replace('\n', "\r\n"), format), &plain);
            prop_assert_eq!(&shown(&format!("\u{feff}{text}"), format), &plain);
        }
    }

    #[test]
    fn a_gap_gives_its_texts_back(original in "([-\\\\>! \n\r.:a-c]|terms: |memory 5%:|note: |<!--|-->|\\PC){0,12}",
                                  notes in prop::collection::vec("([-\\\\>! \n\r.:a-c]|terms: |note: |\\PC){0,8}", 0..3)) {
        let comment = gap(Format::Markdown.comments(), &original, &notes);
        let read = read_gap(&comment).expect("a gap");
        prop_assert_eq!((&read.original, &read.notes), (&original, &notes));
        prop_assert_eq!(comment.find("-->"), Some(comment.len() - 3));
        prop_assert_eq!(gap(Format::Markdown.comments(), &read.original, &read.notes), comment.clone());
        for format in FORMATS {
            for before in ["", "Абзац.\n\n"] {
                let file = format!("{before}{comment}\n\nАбзац.\n");
                let document = Document::read(file.as_bytes(), format);
                prop_assert_eq!(document.blocks.len(), 1);
                prop_assert_eq!(&document.text[document.blocks[0].span.range()], &comment);
                prop_assert_eq!(document.paragraphs.last().map(|paragraph| paragraph.text.as_str()), Some("Абзац."));
            }
        }
    }
}

#[test]
fn awkward_bytes_come_back() {
    let files: &[&[u8]] = &[
        b"",
        b"\xef\xbb\xbf",
        "\u{feff}# Заголовок\r\n\r\nТекст\r\n".as_bytes(),
        b"\xff\xfe\x1f\x04\x40\x04",
        b"\0\0\0",
        b"\xcf\xf0\xe8\xe2\xe5\xf2",
        "---\ntitle: \u{feff}\n---".as_bytes(),
        b"\\",
        b"> \\\n> ",
        b"- \\",
    ];
    for bytes in files {
        hold(bytes);
    }
}

/// Every input is of a size at which a quadratic reader would take minutes or hours; a slow machine needs seconds.
fn read_soon(files: &[String]) {
    for file in files {
        for format in [Format::Markdown, Format::Plain(Layout::Auto)] {
            let start = Instant::now();
            hold_in(file.as_bytes(), format);
            let took = start.elapsed();
            assert!(took < Duration::from_secs(60), "{took:?} for {format:?} of {:?}…", &file[..12]);
        }
    }
}

#[test]
fn long_files_are_read_in_linear_time() {
    read_soon(&["слово, ".repeat(10_000_000 / 12), "a\n".repeat(1_000_000)]);
    let line = "слово, ".repeat(20_000_000 / 12);
    assert_eq!(Document::read(line.as_bytes(), Format::Markdown).paragraphs.len(), 1);
}

#[test]
fn deep_and_unclosed_files_are_read_in_linear_time() {
    read_soon(&[
        "> ".repeat(100_000) + "a\n" + &"b\n".repeat(100_000),
        ">".repeat(100_000) + "a\n" + &"\n".repeat(100_000),
        "- ".repeat(100_000) + "a\n" + &"b\n".repeat(100_000),
        (0..1_000).map(|depth| "  ".repeat(depth) + "- a\n").collect(),
        "— а.\n".repeat(100_000),
        "[".repeat(200_000),
        "![".repeat(100_000) + &"](a)".repeat(100_000),
        (1..1_000).map(|length| "`".repeat(length) + " ").collect(),
        "*a **b _c ".repeat(50_000),
        "<!-- a\n\n".repeat(50_000),
        "a <!-- b <a c=\"".repeat(50_000),
        "[^a]: ".repeat(50_000),
        "http://".repeat(50_000) + &"a@".repeat(50_000),
        "|a".repeat(10_000) + "\n" + &"|-".repeat(10_000) + "\n" + &"|\n".repeat(50_000),
    ]);
}
