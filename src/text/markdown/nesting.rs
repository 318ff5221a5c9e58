//! Quotes and lists nested deeper than anybody reads.

use std::borrow::Cow;

/// Marks of containers that are further right than this many bytes in their line open none.
///
/// The parser asks every open container about every line, so that 50,000 quote marks over 50,000 short lines would
/// take minutes; with this limit the time stays a multiple of the file's size. Nobody nests that deep: a marker
/// takes one to four bytes, and the deepest lists in use have ten levels.
const DEEPEST: usize = 100;

/// The text for the parser, of the same length, with letters in place of the marks that are too deep.
pub(super) fn limited(text: &str) -> Cow<'_, str> {
    let mut limited: Option<String> = None;
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let head = head(line);
        // A marker may be many digits long; it is kept or masked as a whole.
        let kept = line.get(DEEPEST..head).and_then(|deep| deep.find([' ', '\t', '>'])).map_or(head, |at| at + DEEPEST);
        let masked = line[kept..head].replace(|c: char| !c.is_whitespace(), "x");
        if masked.contains('x') && !is_rule(line) {
            let copy = limited.get_or_insert_with(|| text[..start].to_owned());
            copy.push_str(&line[..kept]);
            copy.push_str(&masked);
            copy.push_str(&line[head..]);
        } else if let Some(copy) = &mut limited {
            copy.push_str(line);
        }
        start += line.len();
    }
    limited.map_or(Cow::Borrowed(text), Cow::Owned)
}

/// How many bytes at the start of a line may be marks of containers and the white space between them.
fn head(line: &str) -> usize {
    let is_head = |byte: u8| byte.is_ascii_digit() || b" \t>-+*.)".contains(&byte);
    line.bytes().position(|byte| !is_head(byte)).unwrap_or(line.trim_end_matches(['\n', '\r']).len())
}

/// Whether a line is one long thematic break.
fn is_rule(line: &str) -> bool {
    let sign = line.trim_start().bytes().next();
    matches!(sign, Some(b'-' | b'*')) && line.bytes().all(|byte| Some(byte) == sign || byte.is_ascii_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_hundredth_level_are_letters() {
        let text = format!("# а\n{}б\n> в\r\n{}\n", "> ".repeat(60), "- ".repeat(90));
        let limited = limited(&text);
        assert_eq!(limited.len(), text.len());
        assert_eq!(limited.matches('>').count(), 51);
        assert_eq!(limited.matches('-').count(), 90);
        assert!(limited.ends_with(&text[text.len() - 100..]));
    }

    #[test]
    fn what_people_write_is_left_alone() {
        for text in ["> > - а\n".to_owned(), "-".repeat(300), " ".repeat(500) + "а", "1".repeat(90)] {
            assert!(matches!(limited(&text), Cow::Borrowed(_)), "{text}");
        }
    }
}
