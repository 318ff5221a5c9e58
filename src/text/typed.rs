//! Items that somebody typed by hand, each on its own line of one paragraph.
//!
//! Russian dash lists and dialogue («— …»), numbered and lettered points ("1) …", «а) …»), notes ("1- https://…",
//! "(1) …"): neither CommonMark nor a blank line separates them, yet a translator answers each by its own.

/// The lines, by index and ascending, at which an item begins; empty when the lines are running text.
///
/// A hard-wrapped paragraph may happen to break before a dash or a number, so one such line proves nothing: dashes
/// must open nearly every line or follow the end of a sentence, and numbers must count on by one.
pub(super) fn starts(lines: &[&str]) -> Vec<usize> {
    if lines.len() < 2 {
        return Vec::new();
    }
    let mut starts = dashes(lines);
    starts.extend(counted(lines));
    starts.sort_unstable();
    starts.dedup();
    starts
}

fn dashes(lines: &[&str]) -> Vec<usize> {
    let open: Vec<usize> = (0..lines.len()).filter(|at| opens_with_dash(lines[*at])).collect();
    if open.len() + 1 >= lines.len() && open.len() >= 2 {
        return open;
    }
    let mut starts: Vec<usize> =
        open.iter().copied().filter(|at| *at == 0 || ends_a_sentence(lines[*at - 1])).collect();
    if starts.len() < 2 {
        starts.clear();
        return starts;
    }
    starts
}

fn opens_with_dash(line: &str) -> bool {
    let mut chars = line.chars();
    let dash = matches!(chars.next(), Some('—' | '–' | '―' | '‒' | '-' | '•' | '·' | '‣' | '*' | '−'));
    dash && chars.next().is_some_and(char::is_whitespace)
}

fn ends_a_sentence(line: &str) -> bool {
    let kept = line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '»' | '”' | '"' | '“' | ')' | '\''));
    kept.ends_with(['.', '!', '?', '…', ':', ';'])
}

/// Lines whose numbers, or letters, count on by one from one marked line to the next.
fn counted(lines: &[&str]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut before: Option<(usize, Point)> = None;
    for (at, line) in lines.iter().enumerate() {
        let Some(point) = point(line) else { continue };
        if let Some((was_at, was)) = before
            && was.style == point.style
            && point.number == was.number + 1
        {
            starts.extend([was_at, at]);
        }
        before = Some((at, point));
    }
    starts
}

#[derive(Clone, Copy)]
struct Point {
    style: Style,
    number: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `1. `
    Dot,
    /// `1) `
    Closed,
    /// `(1) `
    Enclosed,
    /// `[1] `
    Bracketed,
    /// `1- `, `1 – `
    Dashed,
    /// `а) `
    Letter,
    /// `(а) `
    EnclosedLetter,
}

fn point(line: &str) -> Option<Point> {
    let opening = line.chars().next().filter(|c| matches!(c, '(' | '['));
    let inside = &line[opening.map_or(0, char::len_utf8)..];
    let digits = inside.len() - inside.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    // Three digits are the longest list; four are a year.
    let (number, rest) = match digits {
        0 => {
            let letter = inside.chars().next()?;
            (place_in_alphabet(letter)?, &inside[letter.len_utf8()..])
        }
        1..=3 => (inside[..digits].parse().ok()?, &inside[digits..]),
        _ => return None,
    };
    let sign = rest.chars().next()?;
    let after = &rest[sign.len_utf8()..];
    let spaced = after.is_empty() || after.starts_with(char::is_whitespace);
    let style = match (opening, digits, sign) {
        (None, 0, ')') if spaced => Style::Letter,
        (Some('('), 0, ')') if spaced => Style::EnclosedLetter,
        (_, 0, _) => return None,
        (None, _, '.') if spaced => Style::Dot,
        (None, _, ')') => Style::Closed,
        (Some('('), _, ')') => Style::Enclosed,
        (Some('['), _, ']') => Style::Bracketed,
        (None, _, '-' | '–' | '—') if spaced || after.starts_with("http") => Style::Dashed,
        (None, _, ' ') if after.starts_with(['-', '–', '—']) => Style::Dashed,
        _ => return None,
    };
    Some(Point { style, number })
}

/// The place of a lower-case letter in the Russian or the English alphabet; lists skip «ё», «й» and the signs at will.
fn place_in_alphabet(letter: char) -> Option<u32> {
    let alphabet = if letter.is_ascii() {
        "abcdefghijklmnopqrstuvwxyz"
    } else {
        "абвгдежзиклмнопрстуфхцчшщэюя"
    };
    alphabet.chars().position(|other| other == letter).and_then(|at| u32::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(text: &str) -> Vec<usize> {
        starts(&text.lines().collect::<Vec<_>>())
    }

    #[test]
    fn a_dash_list_under_its_opening_line_is_a_list() {
        assert_eq!(items("Власти обещали:\n– снизить цены\n– отпустить людей\n– начать разбор"), [1, 2, 3]);
    }

    #[test]
    fn a_dialogue_with_a_wrapped_reply_is_replies() {
        assert_eq!(items("— Вы там были? — спросил\nон тихо.\n— Да.\n— И что?"), [0, 2, 3]);
    }

    #[test]
    fn a_dash_at_a_wrapped_line_is_running_text() {
        assert!(items("Алма-Ата\n— крупнейший город страны, а Астана\n— столица с 1997 года,\nи это важно").is_empty());
        assert!(items("Он сказал это вслух.\n— Так говорят все").is_empty());
    }

    #[test]
    fn points_that_count_are_items() {
        assert_eq!(items("Причины:\n1) цены на газ\n2) бедность, которая\nвсем видна\n3) усталость"), [1, 2, 4]);
        assert_eq!(items("а) первое\nб) второе"), [0, 1]);
        assert_eq!(items("1- https://example.org/a\n2- https://example.org/b"), [0, 1]);
        assert_eq!(items("(1) Имя изменено.\n(2) По данным МВД."), [0, 1]);
    }

    #[test]
    fn numbers_that_do_not_count_are_running_text() {
        assert!(items("Это было в январе, числа\n5. Потом всё стихло, и числа\n9. Снова начали").is_empty());
        assert!(items("в году\n2021. Затем\n2022. Потом").is_empty());
    }
}
