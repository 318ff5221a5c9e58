//! Marks of an unresolved merge.

use super::{Fault, FaultKind, Span};

/// The marker lines of every merge conflict in `text`.
///
/// A line of seven equal signs alone underlines a heading; only a set of `<<<<<<<`, `=======` and `>>>>>>>` in
/// this order is a conflict. git's third style has a `|||||||` line between, which is told too.
pub(super) fn markers(text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut open: Vec<Span> = Vec::new();
    let mut divided = false;
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let shown = line.trim_end();
        let span = Span::new(start, start + shown.len());
        start += line.len();
        if is_marker(shown, '<') {
            open = vec![span];
            divided = false;
        } else if open.is_empty() {
            continue;
        } else if is_marker(shown, '|') && !divided {
            open.push(span);
        } else if is_marker(shown, '=') && !divided {
            open.push(span);
            divided = true;
        } else if is_marker(shown, '>') && divided {
            open.push(span);
            faults.extend(open.drain(..).map(|span| Fault { span, kind: FaultKind::ConflictMarker }));
        }
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
        assert_eq!(lines, ["<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> ветка"]);
    }

    #[test]
    fn an_underlined_heading_is_no_conflict() {
        assert!(markers("Глава\n=======\n\n>>>>>>> глубокая цитата\n").is_empty());
        assert!(markers("<<<<<<< HEAD\nбез конца\n").is_empty());
    }
}
