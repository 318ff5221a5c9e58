//! Another text for one paragraph of a translation.

use crate::edit::{Edits, TextEdit, Transaction};
use crate::text::{Paragraph, Span};
use crate::units::Pair;

/// The transaction that gives the paragraph of the translation at a place another text; `None` where the file would
/// then have other paragraphs: a heading sign, an empty line, a bar in a table.
pub fn rewritten(pair: &Pair, at: usize, text: &str) -> Option<Transaction> {
    let paragraph = pair.target.paragraphs.get(at)?;
    let lines: Vec<&str> = text.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).collect();
    let text = lines.join(&between(pair, paragraph));
    let before = pair.files.translation.as_deref()?;
    let edit = TextEdit { bytes: paragraph.span, text: text.into_bytes() };
    let after = Edits::new(vec![edit]).apply(before)?;
    stays(pair, at, &after, &lines)
        .then(|| Transaction::of(&pair.paths.translation, Some(before.to_vec()), Some(after)))
}

/// What is in the file between two lines of a paragraph: its line break, and the quote mark or indent behind it.
/// A paragraph of one line stays on one line, for not every kind can have a second.
fn between(pair: &Pair, paragraph: &Paragraph) -> String {
    let [first, second, ..] = &paragraph.pieces[..] else { return " ".to_owned() };
    let joint = Span::new(first.file + first.len, second.file.max(first.file + first.len));
    pair.target.text.get(joint.range()).map_or_else(|| "\n".to_owned(), str::to_owned)
}

/// Whether the file still has the same paragraphs, but for the words of this one.
fn stays(pair: &Pair, at: usize, after: &[u8], lines: &[&str]) -> bool {
    let now = pair.with_target(after).target;
    let (old, new) = (&pair.target.paragraphs, &now.paragraphs);
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    !lines.is_empty()
        && old.len() == new.len()
        && now.blocks.len() == pair.target.blocks.len()
        && old
            .iter()
            .zip(new)
            .enumerate()
            .all(|(place, (old, new))| old.kind == new.kind && (place == at || old.text == new.text))
        && words(&new[at].text) == words(&lines.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Document, Format};
    use crate::units::Units;

    fn written(file: &str, at: usize, text: &str) -> Option<String> {
        let target = Document::read(file.as_bytes(), Format::Markdown);
        let languages = ("ru".parse().unwrap(), "en".parse().unwrap());
        let mut pair = Pair::of(Document::default(), target, languages, Units::default());
        pair.paths.translation = "en/a.md".to_owned();
        pair.paths.original = "ru/a.md".to_owned();
        pair.files.translation = Some(file.as_bytes().to_vec());
        let changes = rewritten(&pair, at, text)?;
        changes.changes().first().map(|change| String::from_utf8(change.after.clone().unwrap()).unwrap())
    }

    #[test]
    fn only_the_paragraph_changes() {
        let file = "# One\r\n\r\nTwo\r\nlines.\r\n\r\n- three\r\n";
        assert_eq!(
            written(file, 1, "Two\nother lines.").unwrap(),
            "# One\r\n\r\nTwo\r\nother lines.\r\n\r\n- three\r\n"
        );
        assert_eq!(written(file, 0, "First").unwrap(), "# First\r\n\r\nTwo\r\nlines.\r\n\r\n- three\r\n");
        assert_eq!(written(file, 2, "3").unwrap(), "# One\r\n\r\nTwo\r\nlines.\r\n\r\n- 3\r\n");
    }

    #[test]
    fn a_quote_keeps_its_marks() {
        assert_eq!(written("> One\n> two.\n", 0, "One\nand\ntwo.").unwrap(), "> One\n> and\n> two.\n");
    }

    #[test]
    fn a_text_that_would_be_other_paragraphs_is_refused() {
        for text in
            ["# Heading", "", "  \n ", "```\ncode", "- item", "> quote", "<!-- comment", "[a]: https://example.org"]
        {
            assert_eq!(written("One.\n\nTwo.\n", 0, text), None, "{text:?}");
        }
        assert_eq!(written("| a | b |\n|---|---|\n| c | d |\n", 0, "| a |\n| b |"), None);
    }

    #[test]
    fn lines_of_a_paragraph_of_one_line_are_joined() {
        assert_eq!(written("One.\n\nTwo.\n", 0, "One\n\nand a half.").unwrap(), "One and a half.\n\nTwo.\n");
    }
}
