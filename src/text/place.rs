//! Places in a text: byte spans, and the line and column that people count by.

use std::ops::Range;

/// A half-open range of bytes, `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// Past the last byte.
    pub end: usize,
}

impl Span {
    /// The span `start..end`; `start` must not exceed `end`.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end);
        Span { start, end }
    }

    /// As the range that slices take.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every byte of `other` is in it.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        Span::new(range.start, range.end)
    }
}

/// A place as people count: line and column from 1, columns in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize, serde::Serialize)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1, in Unicode scalar values.
    pub column: usize,
}

/// The line starts of one text, to turn byte offsets into positions.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Finds the lines of `text`; `\n`, `\r\n` and a lone `\r` end a line.
    pub fn new(text: &str) -> Lines {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let lone_return = *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
            if *byte == b'\n' || lone_return {
                starts.push(at + 1);
            }
        }
        Lines { starts }
    }

    /// Line and column of a byte offset into `text`, the text these lines were made from.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let offset = floor_boundary(text, offset.min(text.len()));
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let column = text[self.starts[line]..offset].chars().count() + 1;
        Position { line: line + 1, column }
    }

    /// The 1-based column of a byte offset into `text`, counted in bytes of UTF-8.
    pub fn byte_column(&self, text: &str, offset: usize) -> usize {
        let offset = floor_boundary(text, offset.min(text.len()));
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        offset - self.starts[line] + 1
    }

    /// The bytes of a 1-based line, without its ending; `None` past the last line.
    pub fn line(&self, text: &str, line: usize) -> Option<Span> {
        let start = *self.starts.get(line.checked_sub(1)?)?;
        let end = self.starts.get(line).copied().unwrap_or(text.len());
        let kept = text[start..end].trim_end_matches(['\n', '\r']).len();
        Some(Span::new(start, start + kept))
    }
}

fn floor_boundary(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_letters_not_bytes() {
        let text = "акимат\nв Алматы";
        let lines = Lines::new(text);
        let offset = text.find("Алматы").unwrap();
        assert_eq!(lines.position(text, offset), Position { line: 2, column: 3 });
    }

    #[test]
    fn a_carriage_return_before_a_newline_is_one_ending() {
        let text = "a\r\nb\rc";
        let lines = Lines::new(text);
        assert_eq!(lines.position(text, 3), Position { line: 2, column: 1 });
        assert_eq!(lines.position(text, 5), Position { line: 3, column: 1 });
        assert_eq!(lines.line(text, 1), Some(Span::new(0, 1)));
    }
}
