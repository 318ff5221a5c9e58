//! What was changed in a file, as a unified diff.

use std::io::{self, Write};

use similar::TextDiff;

use super::{styles, visible, visible_line};

/// Writes the lines that differ, with one line around them.
///
/// # Errors
///
/// Where the writer fails.
pub fn patch(path: &str, before: &str, after: &str, out: &mut dyn Write) -> io::Result<()> {
    let diff = TextDiff::from_lines(before, after);
    let path = visible_line(path);
    let (head, dim) = (styles::HEAD, styles::DIM);
    writeln!(out, "{head}--- a/{path}{head:#}\n{head}+++ b/{path}{head:#}")?;
    for hunk in diff.unified_diff().context_radius(1).iter_hunks() {
        writeln!(out, "{dim}{}{dim:#}", hunk.header())?;
        for change in hunk.iter_changes() {
            let style = match change.tag() {
                similar::ChangeTag::Delete => styles::REMOVED,
                similar::ChangeTag::Insert => styles::ADDED,
                similar::ChangeTag::Equal => anstyle::Style::new(),
            };
            let text = visible(change.value().trim_end_matches(['\n', '\r'])).into_owned();
            writeln!(out, "{style}{}{text}{style:#}", change.tag())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_changed_line_is_between_its_neighbours() {
        let mut out = Vec::new();
        patch("a.md", "one\ntwo\nthree\nfour\n", "one\nTWO\nthree\nfour\n", &mut out).unwrap();
        let text = anstream::adapter::strip_str(&String::from_utf8(out).unwrap()).to_string();
        assert_eq!(text, "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n one\n-two\n+TWO\n three\n");
    }
}
