//! Word-by-word differences.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// What happened to a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// In both texts.
    Same,
    /// In the old text alone.
    Removed,
    /// In the new text alone.
    Added,
}

/// A stretch of text and what happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happened to it.
    pub step: Step,
    /// With its spaces.
    pub text: String,
}

/// Beyond this many comparisons two texts are shown as replaced: a paragraph of 5,000 words against another.
const MOST_COMPARISONS: usize = 100_000_000;

/// The differences of two texts, word by word; the `Same` and `Removed` texts give `was`, the `Same` and `Added` texts `now`.
///
/// Words are those of Unicode Standard Annex 29; marks and white space are words of their own. A short stretch that
/// stayed between two longer ones that changed is shown as changed too, as in the semantic clean-up of
/// diff-match-patch (Fraser 2006), so that a rewritten sentence does not read as confetti.
pub fn words(was: &str, now: &str) -> Vec<Change> {
    let (old, new): (Vec<&str>, Vec<&str>) = (was.split_word_bounds().collect(), now.split_word_bounds().collect());
    let mut stretches = stretches(&old, &new);
    clean_up(&mut stretches);
    let mut changes = Vec::new();
    for stretch in stretches {
        match stretch {
            Stretch::Same(text) => push(&mut changes, Step::Same, text),
            Stretch::Changed(removed, added) => {
                push(&mut changes, Step::Removed, removed);
                push(&mut changes, Step::Added, added);
            }
        }
    }
    changes
}

/// The words that changed, as `wdiff` marks them: `[-was-]{+now+}`.
pub fn marked(was: &str, now: &str) -> String {
    let mut marked = String::new();
    for change in words(was, now) {
        let (open, close) = match change.step {
            Step::Same => ("", ""),
            Step::Removed => ("[-", "-]"),
            Step::Added => ("{+", "+}"),
        };
        marked.extend([open, change.text.as_str(), close]);
    }
    marked
}

fn push(changes: &mut Vec<Change>, step: Step, text: String) {
    if !text.is_empty() {
        changes.push(Change { step, text });
    }
}

enum Stretch {
    Same(String),
    Changed(String, String),
}

/// Alternating stretches: no two of a kind are side by side.
fn stretches(old: &[&str], new: &[&str]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for operation in operations(old, new) {
        let (removed, added) = (old[operation.old_range()].concat(), new[operation.new_range()].concat());
        match (&operation, stretches.last_mut()) {
            (DiffOp::Equal { .. }, Some(Stretch::Same(same))) => same.push_str(&removed),
            (DiffOp::Equal { .. }, _) => stretches.push(Stretch::Same(removed)),
            (_, Some(Stretch::Changed(before, after))) => {
                before.push_str(&removed);
                after.push_str(&added);
            }
            _ => stretches.push(Stretch::Changed(removed, added)),
        }
    }
    stretches
}

fn operations(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(old, new)| old == new).count();
    let (old_len, new_len) = (old.len() - head - tail, new.len() - head - tail);
    if old_len.saturating_mul(new_len) <= MOST_COMPARISONS {
        return capture_diff_slices(Algorithm::Myers, old, new);
    }
    vec![
        DiffOp::Equal { old_index: 0, new_index: 0, len: head },
        DiffOp::Replace { old_index: head, old_len, new_index: head, new_len },
        DiffOp::Equal { old_index: head + old_len, new_index: head + new_len, len: tail },
    ]
}

/// Dissolves what stayed where it weighs less than the changes on both its sides.
fn clean_up(stretches: &mut Vec<Stretch>) {
    let mut clean: Vec<Stretch> = Vec::with_capacity(stretches.len());
    for stretch in stretches.drain(..) {
        clean.push(stretch);
        while let [.., Stretch::Changed(left_was, left_now), Stretch::Same(same), Stretch::Changed(was, now)] =
            clean.as_mut_slice()
        {
            let left = words_in(left_was).max(words_in(left_now)).max(1);
            let right = words_in(was).max(words_in(now)).max(1);
            if weight(same) >= left.min(right) {
                break;
            }
            left_was.push_str(&format!("{same}{was}"));
            left_now.push_str(&format!("{same}{now}"));
            clean.truncate(clean.len() - 2);
        }
    }
    *stretches = clean;
}

/// White space weighs nothing; marks weigh as one word.
fn weight(same: &str) -> usize {
    if same.trim().is_empty() { 0 } else { words_in(same).max(1) }
}

fn words_in(text: &str) -> usize {
    text.unicode_words().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(was: &str, now: &str) -> String {
        words(was, now)
            .into_iter()
            .map(|change| match change.step {
                Step::Same => change.text,
                Step::Removed => format!("[-{}-]", change.text),
                Step::Added => format!("{{+{}+}}", change.text),
            })
            .collect()
    }

    #[test]
    fn a_changed_word_is_a_whole_word() {
        assert_eq!(shown("В 1904 году.", "В 1905 году."), "В [-1904-]{+1905+} году.");
        assert_eq!(shown("мост построен", "мост построили"), "мост [-построен-]{+построили+}");
    }

    #[test]
    fn an_added_word_is_alone() {
        assert_eq!(shown("Он пришёл.", "Он не пришёл."), "Он {+не +}пришёл.");
    }

    #[test]
    fn a_mark_is_no_part_of_the_word() {
        assert_eq!(shown("Да, конечно", "Да; конечно"), "Да[-,-]{+;+} конечно");
    }

    #[test]
    fn words_side_by_side_change_together() {
        assert_eq!(shown("старый мост стоит", "новая дорога стоит"), "[-старый мост-]{+новая дорога+} стоит");
    }

    #[test]
    fn a_rewritten_sentence_is_no_confetti() {
        let shown = shown(
            "Первые дни января были холодными и очень ветреными, все сидели дома.",
            "Начало года выдалось тёплым и совсем тихим, все сидели дома.",
        );
        assert_eq!(
            shown,
            "[-Первые дни января были холодными и очень ветреными-]{+Начало года выдалось тёплым и совсем тихим+}, все сидели дома."
        );
    }

    #[test]
    fn equal_texts_are_one_stretch() {
        assert_eq!(shown("мост", "мост"), "мост");
        assert_eq!(words("", ""), []);
    }

    #[test]
    fn two_long_unlike_texts_are_replaced_in_good_time() {
        let was = "а б ".repeat(10_000);
        let now = "в г ".repeat(10_000);
        assert!(words(&was, &now).len() < 5);
    }

    proptest::proptest! {
        #[test]
        fn the_stretches_give_both_texts(was in "[аб ,.]{0,30}", now in "[абв ,.\n]{0,30}") {
            let changes = words(&was, &now);
            let side = |step: Step| -> String {
                changes.iter().filter(|change| change.step == Step::Same || change.step == step)
                    .map(|change| change.text.as_str()).collect()
            };
            proptest::prop_assert_eq!(side(Step::Removed), was);
            proptest::prop_assert_eq!(side(Step::Added), now);
        }
    }
}
