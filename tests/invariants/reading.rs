//! Reading is total and lossless: whatever the bytes, spans are in order and give the file back.

use tolmach::text::{Document, Format, Layout, Lines, Span, sentences};

pub const FORMATS: [Format; 5] = [
    Format::Markdown,
    Format::Mdx,
    Format::Plain(Layout::Auto),
    Format::Plain(Layout::BlankLine),
    Format::Plain(Layout::Line),
];

/// Everything that reading promises of any bytes, in every format.
pub fn hold(bytes: &[u8]) {
    FORMATS.into_iter().for_each(|format| hold_in(bytes, format));
}

/// Everything that reading promises of any bytes.
pub fn hold_in(bytes: &[u8], format: Format) {
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
