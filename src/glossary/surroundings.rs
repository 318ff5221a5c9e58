//! What is around a term in its paragraph.

use crate::text::Span;

/// Whether a sentence starts after this text: at its beginning, or after a full stop, question or exclamation mark.
pub(super) fn starts_a_sentence(before: &str) -> bool {
    let opening = |letter: char| letter.is_whitespace() || "\"'«»“”„‘’([*_~`>—–-".contains(letter);
    before.trim_end_matches(opening).chars().last().is_none_or(|last| matches!(last, '.' | '!' | '?' | '…' | ':'))
}

/// The word after a place, where only a space and emphasis part the two.
pub(super) fn next_word(text: &str, end: usize) -> Option<&str> {
    let rest = text[end..].trim_start_matches([' ', '\u{a0}', '\n', '*', '_']);
    let length = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
    (length > 0).then(|| &rest[..length])
}

/// Whether a hyphen joins the words at `span` to another one: "add-on" is one word.
pub(super) fn is_part_of_compound(text: &str, span: Span) -> bool {
    let hyphen = |sign: char| matches!(sign, '-' | '\u{2010}' | '\u{2011}');
    let joined =
        |near: Option<char>, far: Option<char>| near.is_some_and(hyphen) && far.is_some_and(char::is_alphanumeric);
    let (mut before, mut after) = (text[..span.start].chars().rev(), text[span.end..].chars());
    joined(before.next(), before.next()) || joined(after.next(), after.next())
}

/// Whether the words at `span` are a part of a file name, a path, an option or another name of a program: `Chart.yaml`,
/// `/etc/stage`, `--stage`, `stage=1`.
pub(super) fn is_part_of_identifier(text: &str, span: Span) -> bool {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let letter = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric());
    let small = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit());
    let first = text[span.range()].chars().next();
    let (mut left, mut right) = (before.chars().rev(), after.chars());
    let (near_left, far_left) = (left.next(), left.next());
    let (near_right, far_right) = (right.next(), right.next());
    let dotted = (near_left == Some('.') && letter(far_left) && small(first))
        || (near_right == Some('.') && small(far_right) && letter(text[span.range()].chars().next_back()));
    let marked = matches!(near_left, Some('$' | '@' | '=' | '\\')) || matches!(near_right, Some('=' | '\\'));
    let scoped = before.ends_with("::") || after.starts_with("::");
    dotted || marked || scoped || is_part_of_path(text, span)
}

/// Whether the piece between spaces around `span` is a path or an option.
fn is_part_of_path(text: &str, span: Span) -> bool {
    let parts = |letter: char| letter.is_whitespace() || "\"'«»“”„(),;".contains(letter);
    let start =
        text[..span.start].rfind(parts).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let end = text[span.end..].find(parts).map_or(text.len(), |at| span.end + at);
    let piece = text[start..end].trim_start_matches(['*', '_', '[', '>']);
    let slashes = piece.matches('/').count();
    let extension = piece.trim_end_matches(['.', ':', '*', '_']).rsplit_once('.').is_some_and(|(name, ending)| {
        name.ends_with(|letter: char| letter.is_ascii_alphanumeric())
            && (2..=5).contains(&ending.len())
            && ending.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
    });
    piece.starts_with("--")
        || (slashes > 0 && (slashes > 1 && piece.is_ascii() || piece.starts_with(['/', '.', '~']) || extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, found: &str) -> Span {
        let start = text.find(found).unwrap();
        Span::new(start, start + found.len())
    }

    #[test]
    fn names_of_files_and_programs_are_no_words() {
        for (text, found) in [
            ("the Chart.yaml file", "Chart"),
            ("see values.stage", "stage"),
            ("in /etc/stage there", "stage"),
            ("with --stage prod", "stage"),
            ("set stage=prod", "stage"),
            ("src/stage/main.rs", "stage"),
        ] {
            assert!(is_part_of_identifier(text, place(text, found)), "{text}");
        }
        for (text, found) in [
            ("The stage. And", "stage"),
            ("the chart.Then", "chart"),
            ("stage/release", "stage"),
            ("г.Алматы", "Алматы"),
            ("the stage.", "stage"),
        ] {
            assert!(!is_part_of_identifier(text, place(text, found)), "{text}");
        }
    }

    #[test]
    fn a_hyphen_makes_one_word() {
        assert!(is_part_of_compound("the add-on", place("the add-on", "add")));
        assert!(is_part_of_compound("anti-KGB men", place("anti-KGB men", "KGB")));
        assert!(!is_part_of_compound("add - on", place("add - on", "add")));
    }
}
