//! Code and raw HTML, which a translation keeps as they are: where both sides have such a block, the two sides
//! correspond.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::text::{BlockKind, on_one_line};

use super::side::Side;

/// Documents of more blocks than this are aligned without them; comparing them could take longer than the rest.
const MOST: usize = 2000;

/// For each block that both sides have, how many source and how many target paragraphs precede it; ascending.
pub(super) fn meetings(source: &Side<'_>, target: &Side<'_>) -> Vec<(usize, usize)> {
    let (ours, theirs) = (kept(source), kept(target));
    if ours.is_empty() || theirs.is_empty() || ours.len().max(theirs.len()) > MOST {
        return Vec::new();
    }
    let texts = |blocks: &[(String, usize)]| blocks.iter().map(|block| block.0.clone()).collect::<Vec<_>>();
    let mut met = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &texts(&ours), &texts(&theirs)) {
        let (old, new) = (op.old_range(), op.new_range());
        // As many blocks in the same place, but with another text: comments in code get translated.
        let same = matches!(op, DiffOp::Equal { .. } | DiffOp::Replace { .. }) && old.len() == new.len();
        if same {
            met.extend(old.zip(new).map(|(at, other)| (ours[at].1, theirs[other].1)));
        }
    }
    met
}

/// The blocks that a translation keeps, without insignificant white space, and how many paragraphs precede each.
fn kept(side: &Side<'_>) -> Vec<(String, usize)> {
    let blocks = side.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Code | BlockKind::Html));
    let text = |start: usize, end: usize| Some(on_one_line(side.text.get(start..end)?));
    blocks.filter_map(|block| Some((text(block.span.start, block.span.end)?, block.before))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Lexicon, align};
    use super::*;
    use crate::text::{Document, Format};

    fn read(text: &str) -> Document {
        Document::read(text.as_bytes(), Format::Markdown)
    }

    const SOURCE: &str = "Да.\n\n```\nls\n```\n\nДа.\n\n```\ncd # домой\n```\n\nДа.\n";

    /// Calls `look` with [`SOURCE`] and a translation of it.
    fn with<T>(target: &str, look: impl Fn(&Side<'_>, &Side<'_>) -> T) -> T {
        let (source, target) = (read(SOURCE), read(target));
        let (ru, en) = ("ru".parse().unwrap(), "en".parse().unwrap());
        look(
            &Side { language: &ru, paragraphs: &source.paragraphs, blocks: &source.blocks, text: &source.text },
            &Side { language: &en, paragraphs: &target.paragraphs, blocks: &target.blocks, text: &target.text },
        )
    }

    #[test]
    fn sides_meet_at_blocks_even_with_a_comment_translated() {
        let target = "Yes.\n\n```\nls\n```\n\n```\ncd # home\n```\n\nYes.\n";
        assert_eq!(with(target, meetings), [(1, 1), (2, 1)]);
        assert_eq!(with("Yes.\n", meetings), []);
    }

    #[test]
    fn code_tells_which_of_equal_paragraphs_is_missing() {
        for (target, missing) in [
            ("```\nls\n```\n\nYes.\n\n```\ncd # home\n```\n\nYes.\n", 0),
            ("Yes.\n\n```\nls\n```\n\n```\ncd # home\n```\n\nYes.\n", 1),
            ("Yes.\n\n```\nls\n```\n\nYes.\n\n```\ncd # home\n```\n", 2),
        ] {
            let units = with(target, |source, target| {
                align(source, target, &[], &Lexicon::built_in(source.language, target.language))
            });
            let lone: Vec<_> = units.iter().filter(|unit| unit.target.is_empty()).map(|unit| &unit.source).collect();
            assert_eq!(lone, [&vec![missing]]);
        }
    }
}
