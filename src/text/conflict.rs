//! Marks of an unresolved merge.

use super::{Fault, FaultKind, Span};

/// The line that opens each merge conflict in `text`.
///
/// A line of seven equal signs alone underlines a heading; only a set of `<<<<<<<`, `=======` and `>>>>>>>` in
/// this order is a conflict.
pub(super) fn markers(text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut open: Option<Span> = None;
    let mut divided = false;
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let shown = line.trim_end();
        if is_marker(shown, '<') {
            open = Some(Span::new(start, start + shown.len()));
            divided = false;
        } else if is_marker(shown, '=') {
            divided = open.is_some();
        } else if is_marker(shown, '>') && divided {
            faults.extend(open.take().map(|span| Fault { span, kind: FaultKind::ConflictMarker }));
        }
        start += line.len();
    }
    faults
}

/// Seven times `sign`, then a space and a name, or nothing.
fn is_marker(line: &str, sign: char) -> bool {
    let rest = line.trim_start_matches(sign);
    line.len() - rest.len() == 7 && (rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_markers_is_a_conflict() {
        let text = "Текст\n<<<<<<< HEAD\nодин\n||||||| base\nноль\n=======\nдва\n>>>>>>> ветка\n";
        let lines: Vec<&str> = markers(text).iter().map(|fault| &text[fault.span.range()]).collect();
        assert_eq!(lines, ["<<<<<<< HEAD"]);
    }

    #[test]
    fn an_underlined_heading_is_no_conflict() {
        assert!(markers("Глава\n=======\n\n>>>>>>> глубокая цитата\n").is_empty());
        assert!(markers("<<<<<<< HEAD\nбез конца\n").is_empty());
    }
}
