//! Reading is total and lossless: whatever the bytes, spans are in order and give the file back.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use tolmach::text::{Document, Format, Layout, Lines, Span, gap, read_gap, sentences};

const FORMATS: [Format; 4] =
    [Format::Markdown, Format::Plain(Layout::Auto), Format::Plain(Layout::BlankLine), Format::Plain(Layout::Line)];

/// Everything that reading promises of any bytes.
fn hold(bytes: &[u8], format: Format) {
    let document = Document::read(bytes, format);
    let text = &document.text;
    assert_eq!(text.len(), bytes.len());
    match std::str::from_utf8(bytes) {
        Ok(sound) => assert_eq!(sound, text),
        Err(_) => assert!(text.bytes().zip(bytes).all(|(read, given)| read == *given || read == 0x1a)),
    }

    let paragraphs = document.paragraphs.iter().map(|paragraph| (paragraph.span, None));
    let blocks = document.blocks.iter().map(|block| (block.span, Some(block.before)));
    let mut spans: Vec<_> = paragraphs.chain(blocks).collect();
    spans.sort_by_key(|(span, _)| *span);
    let (mut end, mut paragraphs, mut given_back) = (0, 0, String::new());
    for (span, before) in spans {
        assert!(span.start >= end && span.end > span.start, "{span:?} after {end}");
        given_back.push_str(text.get(end..span.start).expect("a boundary"));
        given_back.push_str(text.get(span.range()).expect("a boundary"));
        assert!(before.is_none_or(|before| before == paragraphs));
        paragraphs += usize::from(before.is_none());
        end = span.end;
    }
    given_back.push_str(&text[end..]);
    assert_eq!(given_back.as_bytes(), text.as_bytes());
    assert!(document.paragraphs.is_sorted_by_key(|paragraph| paragraph.span));
    assert!(document.blocks.is_sorted_by_key(|block| block.span));

    let lines = Lines::new(text);
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        let (mut in_text, mut in_file) = (0, paragraph.span.start);
        assert!(!paragraph.pieces.is_empty());
        for (at, piece) in paragraph.pieces.iter().enumerate() {
            if at > 0 {
                assert_eq!(&paragraph.text[in_text..piece.text], "\n");
            } else {
                assert_eq!((piece.text, piece.file), (0, paragraph.span.start));
            }
            assert!(piece.file >= in_file && piece.len > 0);
            assert_eq!(&paragraph.text[piece.text..piece.text + piece.len], &text[piece.file..piece.file + piece.len]);
            (in_text, in_file) = (piece.text + piece.len, piece.file + piece.len);
        }
        assert_eq!((in_text, in_file), (paragraph.text.len(), paragraph.span.end));
        let mut end = 0;
        for mark in &paragraph.marks {
            assert!(mark.span.start >= end && !mark.span.is_empty(), "{:?}", paragraph.marks);
            assert!(paragraph.text.get(mark.span.range()).is_some());
            end = mark.span.end;
        }
        let words = paragraph.words();
        assert!(words.is_sorted() && words.iter().all(|word| paragraph.text.get(word.range()).is_some()));
        let marked = |word: &Span| {
            let next = paragraph.marks.partition_point(|mark| mark.span.end <= word.start);
            paragraph.marks.get(next).is_some_and(|mark| mark.span.overlaps(*word))
        };
        assert!(!words.iter().any(marked));
        let plain = paragraph.plain();
        assert_eq!(plain.trim(), plain);
        let mut end = 0;
        for sentence in sentences(&paragraph.text) {
            assert!(paragraph.text[end..sentence.start].trim().is_empty());
            end = sentence.end;
        }
        assert!(paragraph.text[end..].trim().is_empty());
        let line = lines.position(text, paragraph.span.start).line;
        let touching = document.paragraphs_at_lines(&lines, line, line);
        assert!(touching.contains(&index));
    }
    for block in &document.blocks {
        document.directive(block);
    }
}

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
        FORMATS.into_iter().for_each(|format| hold(&bytes, format));
    }

    #[test]
    fn any_markdown_comes_back(bytes in fragments()) {
        FORMATS.into_iter().for_each(|format| hold(&bytes, format));
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
        let comment = gap(&original, &notes);
        let read = read_gap(&comment).expect("a gap");
        prop_assert_eq!((&read.original, &read.notes), (&original, &notes));
        prop_assert_eq!(comment.find("-->"), Some(comment.len() - 3));
        prop_assert_eq!(gap(&read.original, &read.notes), comment.clone());
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
        FORMATS.into_iter().for_each(|format| hold(bytes, format));
    }
}

/// Every input is of a size at which a quadratic reader would take minutes or hours; a slow machine needs seconds.
fn read_soon(files: &[String]) {
    for file in files {
        for format in [Format::Markdown, Format::Plain(Layout::Auto)] {
            let start = Instant::now();
            hold(file.as_bytes(), format);
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
