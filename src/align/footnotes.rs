//! Footnotes, which answer each other by their labels wherever they are written: at the end of one text, below the paragraph in
//! the other.

use rustc_hash::FxHashMap;

use crate::text::Kind;

use super::side::Side;
use super::unit::Pin;

/// The first paragraphs of footnotes that have one label on both sides. A translation that leaves a note out may number the others
/// anew, so numbers are relied on only where both sides have the same ones.
pub(super) fn pairs(source: &Side<'_>, target: &Side<'_>) -> Vec<Pin> {
    let (ours, theirs) = (labels(source), labels(target));
    let by_label: FxHashMap<&str, usize> = theirs.iter().copied().collect();
    let numbers = |labels: &[(&str, usize)]| labels.iter().filter(|note| is_number(note.0)).count();
    let shared = ours.iter().filter(|note| is_number(note.0) && by_label.contains_key(note.0)).count();
    let numbered = shared == numbers(&ours) && shared == numbers(&theirs);
    let sure = ours.iter().filter(|note| numbered || !is_number(note.0));
    sure.filter_map(|(label, at)| Some(Pin { source: vec![*at], target: vec![*by_label.get(label)?] })).collect()
}

fn is_number(label: &str) -> bool {
    label.chars().all(|c| c.is_ascii_digit())
}

/// The labels of a side's footnotes, each with its first paragraph; a label that is defined twice is left out.
fn labels<'s>(side: &Side<'s>) -> Vec<(&'s str, usize)> {
    let notes = side.paragraphs.iter().enumerate().filter(|(_, paragraph)| paragraph.kind == Kind::Footnote);
    let all: Vec<(&str, usize)> =
        notes.filter_map(|(at, paragraph)| Some((label(side.text.get(..paragraph.span.start)?)?, at))).collect();
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    all.iter().for_each(|note| *counts.entry(note.0).or_default() += 1);
    all.into_iter().filter(|note| counts[note.0] == 1).collect()
}

/// The label that a text ends with: `[^label]: `.
fn label(before: &str) -> Option<&str> {
    let before = before.trim_end_matches([' ', '\t']).strip_suffix("]:")?;
    let label = &before[before.rfind("[^")? + 2..];
    (!label.contains([']', '\n'])).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::super::{Lexicon, Unit, align};
    use super::*;
    use crate::text::{Document, Format};

    fn aligned(source: &str, target: &str) -> Vec<Unit> {
        let read = |text: &str| Document::read(text.as_bytes(), Format::Markdown);
        let (source, target) = (read(source), read(target));
        let (ru, en) = ("ru".parse().unwrap(), "en".parse().unwrap());
        align(
            &Side { language: &ru, paragraphs: &source.paragraphs, blocks: &source.blocks, text: &source.text },
            &Side { language: &en, paragraphs: &target.paragraphs, blocks: &target.blocks, text: &target.text },
            &[],
            &Lexicon::built_in(&ru, &en),
        )
    }

    fn pair(units: &[Unit], source: usize) -> Option<usize> {
        units.iter().find(|unit| unit.source == [source])?.target.first().copied()
    }

    #[test]
    fn notes_answer_each_other_by_label_wherever_they_are() {
        let units = aligned(
            "Мост построили.[^b]\n\n[^b]: Осенью.\n\nРека поднялась.[^a]\n\n[^a]: По словам очевидцев.\n\nЛюди ушли.\n",
            "The bridge was built.[^b]\n\nThe river rose.[^a]\n\nPeople left.\n\n[^a]: Witnesses say so.\n\n[^b]: In autumn.\n",
        );
        let pairs: Vec<Option<usize>> = (0..5).map(|at| pair(&units, at)).collect();
        assert_eq!(pairs, [Some(0), Some(4), Some(1), Some(3), Some(2)], "{units:?}");
        assert!(units.iter().all(|unit| !unit.moved && !unit.pinned), "{units:?}");
    }

    #[test]
    fn numbers_are_not_relied_on_where_a_note_is_missing() {
        let read = |text: &str| Document::read(text.as_bytes(), Format::Markdown);
        let source = read("Мост.[^1] Река.[^2]\n\n[^1]: Осенью.\n\n[^2]: Весной.\n");
        let target = read("A bridge. A river.[^1]\n\n[^1]: In spring.\n");
        let (ru, en) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let source = Side { language: &ru, paragraphs: &source.paragraphs, blocks: &[], text: &source.text };
        let target = Side { language: &en, paragraphs: &target.paragraphs, blocks: &[], text: &target.text };
        assert_eq!(pairs(&source, &target), []);
    }
}
