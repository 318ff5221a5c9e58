//! Places as editors count them: lines from 0, columns from 0 in the units that were agreed on.

use gen_lsp_types::{Position, PositionEncodingKind, Range};

use crate::text::{Lines, Span};

/// In what columns are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units: what every client understands.
    #[default]
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

impl Encoding {
    /// The one to use of those that a client offers: bytes where it may be, since that is how we count.
    pub(super) fn best(offered: &[&str]) -> Encoding {
        let order = [("utf-8", Encoding::Utf8), ("utf-32", Encoding::Utf32)];
        order.into_iter().find(|(name, _)| offered.contains(name)).map_or(Encoding::Utf16, |(_, encoding)| encoding)
    }

    /// Its name in the protocol.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn width(self, letter: char) -> usize {
        match self {
            Encoding::Utf8 => letter.len_utf8(),
            Encoding::Utf16 => letter.len_utf16(),
            Encoding::Utf32 => 1,
        }
    }

    fn length(self, text: &str) -> usize {
        text.chars().map(|letter| self.width(letter)).sum()
    }
}

/// A text, its lines, and how its columns are counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ruler<'a> {
    text: &'a str,
    lines: &'a Lines,
    encoding: Encoding,
}

impl<'a> Ruler<'a> {
    /// `lines` are those of `text`.
    pub(super) fn new(text: &'a str, lines: &'a Lines, encoding: Encoding) -> Ruler<'a> {
        Ruler { text, lines, encoding }
    }

    /// Where a byte is; one within a letter is where the letter is, one past the end is at the end.
    pub(super) fn position(&self, offset: usize) -> Position {
        let offset = floor(self.text, offset);
        let line = self.lines.position(self.text, offset).line;
        let start = self.lines.line(self.text, line).map_or(0, |line| line.start);
        Position { line: number(line - 1), character: number(self.encoding.length(&self.text[start..offset])) }
    }

    /// Where bytes are.
    pub(super) fn range(&self, span: Span) -> Range {
        Range { start: self.position(span.start), end: self.position(span.end) }
    }

    /// The byte at a position. A column past the end of its line is the end of the line, a line past the last is the
    /// end of the text; a column within a letter is before the letter.
    pub(super) fn offset(&self, position: Position) -> usize {
        let Some(line) = self.lines.line(self.text, position.line as usize + 1) else { return self.text.len() };
        let mut left = position.character as usize;
        for (at, letter) in self.text[line.range()].char_indices() {
            let width = self.encoding.width(letter);
            if left < width {
                return line.start + at;
            }
            left -= width;
        }
        line.end
    }

    /// The bytes of a range; empty where it ends before it begins.
    pub(super) fn span(&self, range: Range) -> Span {
        let start = self.offset(range.start);
        Span::new(start, self.offset(range.end).max(start))
    }
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    // An emoji of two UTF-16 units, a letter with a combining mark, a Cyrillic letter.
    const TEXT: &str = "a🌉e\u{301}ж\r\nи\n";

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn columns_are_counted_as_agreed() {
        let lines = Lines::new(TEXT);
        let offset = TEXT.find('ж').unwrap();
        for (encoding, column) in [(Encoding::Utf8, 8), (Encoding::Utf16, 5), (Encoding::Utf32, 4)] {
            let ruler = Ruler::new(TEXT, &lines, encoding);
            assert_eq!(ruler.position(offset), at(0, column), "{encoding:?}");
            assert_eq!(ruler.offset(at(0, column)), offset, "{encoding:?}");
            assert_eq!(ruler.position(TEXT.find('и').unwrap()), at(1, 0));
        }
    }

    #[test]
    fn a_position_that_is_none_is_the_nearest_before() {
        let lines = Lines::new(TEXT);
        let ruler = Ruler::new(TEXT, &lines, Encoding::Utf16);
        assert_eq!(ruler.offset(at(0, 2)), 1, "within the emoji");
        assert_eq!(ruler.offset(at(0, 99)), TEXT.find('\r').unwrap(), "not within the line's ending");
        assert_eq!(ruler.offset(at(9, 0)), TEXT.len());
        assert_eq!(ruler.position(2), at(0, 1));
        assert_eq!(ruler.span(Range { start: at(1, 0), end: at(0, 0) }).len(), 0);
    }

    #[test]
    fn bytes_are_preferred_and_utf_16_is_what_everybody_has() {
        assert_eq!(Encoding::best(&["utf-16", "utf-8"]), Encoding::Utf8);
        assert_eq!(Encoding::best(&["utf-32", "utf-16"]), Encoding::Utf32);
        assert_eq!(Encoding::best(&[]), Encoding::Utf16);
        assert_eq!(Encoding::best(&["utf-7"]), Encoding::Utf16);
    }
}
