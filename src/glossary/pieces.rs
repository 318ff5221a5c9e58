//! Cuts a large glossary file between its concepts, so that it is read in pieces.

use std::ops::Range;

/// What a concept begins with, at the start of a line.
const HEAD: &str = "\n[[concept]]";

/// Pieces of about `size` bytes, each of which but the first begins with a concept.
///
/// A piece may begin inside a string of several lines; the piece before it is then no TOML.
pub(super) fn pieces(content: &str, size: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while content.len() - start > size {
        // A line's end is one byte, so that the text after it begins at a letter.
        let from = (start + size..content.len()).find(|at| content.is_char_boundary(*at)).unwrap_or(content.len());
        let Some(found) = content[from..].find(HEAD) else { break };
        let end = from + found + 1;
        pieces.push(start..end);
        start = end;
    }
    pieces.push(start..content.len());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_follow_one_another_and_begin_with_a_concept() {
        let text = "# я\n[[concept]]\nid = \"а\"\n".repeat(50);
        for size in [1, 2, 17, 200, 10_000] {
            let pieces = pieces(&text, size);
            assert_eq!(pieces.iter().map(|piece| &text[piece.clone()]).collect::<String>(), text);
            assert!(pieces.iter().skip(1).all(|piece| text[piece.start..].starts_with("[[concept]]")));
        }
        assert!(pieces(&text, 17).len() > 40);
        assert_eq!(pieces("", 17).len(), 1);
    }
}
