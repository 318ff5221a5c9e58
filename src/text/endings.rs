//! The line endings of a text that was edited.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// `now`, which was made of `before` with `\n` for every line ending, with the endings of `before`: a line that is
/// still there keeps its own, another one gets the ending that most lines of `before` have.
pub(crate) fn with_endings_of(before: &str, now: &str) -> String {
    let returns = before.matches("\r\n").count();
    if returns == 0 {
        return now.to_owned();
    }
    let now = now.replace("\r\n", "\n");
    if returns == before.matches('\n').count() {
        return now.replace('\n', "\r\n");
    }
    let usual = if returns * 2 > before.matches('\n').count() { "\r\n" } else { "\n" };
    let old: Vec<(&str, &str)> = before.split_inclusive('\n').map(parted).collect();
    let new: Vec<(&str, &str)> = now.split_inclusive('\n').map(parted).collect();
    let lines = |side: &[(&'_ str, &'_ str)]| side.iter().map(|line| line.0.to_owned()).collect::<Vec<_>>();
    let mut text = String::with_capacity(now.len() + returns);
    for operation in capture_diff_slices(Algorithm::Myers, &lines(&old), &lines(&new)) {
        let same = matches!(operation, DiffOp::Equal { .. });
        for (at, (line, end)) in operation.new_range().map(|at| new[at]).enumerate() {
            let own = old.get(operation.old_range().start + at).filter(|_| same).map(|line| line.1);
            text.push_str(line);
            text.push_str(if end.is_empty() { "" } else { own.filter(|own| !own.is_empty()).unwrap_or(usual) });
        }
    }
    text
}

/// A line and its ending.
fn parted(line: &str) -> (&str, &str) {
    let end = line.len() - if line.ends_with("\r\n") { 2 } else { usize::from(line.ends_with('\n')) };
    line.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_keeps_its_ending_and_a_new_one_gets_the_usual() {
        let before = "a\r\nb\nc\r\nd";
        assert_eq!(with_endings_of(before, "a\nb\nx\nc\nd"), "a\r\nb\nx\r\nc\r\nd");
        assert_eq!(with_endings_of(before, "b\nd\n"), "b\nd\r\n");
        assert_eq!(with_endings_of("a\r\nb\r\n", "a\nb\r\nc\n"), "a\r\nb\r\nc\r\n");
        assert_eq!(with_endings_of("a\n", "a\nb\n"), "a\nb\n");
    }
}
