//! What became of each paragraph between two versions of one document.
//!
//! First equal texts are found wherever they are ([`super::equal`]); then what is left is compared by its words,
//! in its gap first, and grown into splits and merges ([`super::like`]). Both steps cost about as much as
//! reading the texts.

use rustc_hash::FxHashSet;

use super::equal::pair_equal;
use super::like::pair_like;
use super::matched::{Fate, Matched};
use super::order::in_order;
use crate::text::Format;

/// Matches two versions of one document of a format, given as their paragraphs' texts.
///
/// Every index of either side is in exactly one answer. The answers come in the order of `was`; a new paragraph
/// comes before what is after it in `now`.
pub fn paragraphs(format: Format, was: &[&str], now: &[&str]) -> Vec<Matched> {
    paragraphs_with(was, now, &equal_paragraphs(format, was, now), &[])
}

/// The pairs `(was, now)` of equal wording, sorted by `was`, each index once.
pub fn equal_paragraphs(format: Format, was: &[&str], now: &[&str]) -> Vec<(usize, usize)> {
    pair_equal(format, was, now)
}

/// As [`paragraphs`], where `equal` is the answer of [`equal_paragraphs`] and something else than the two texts says
/// that the pairs `known`, none of them in `equal`, are one paragraph reworded.
pub fn paragraphs_with(was: &[&str], now: &[&str], equal: &[(usize, usize)], known: &[(usize, usize)]) -> Vec<Matched> {
    let mut pairs: Vec<(usize, usize)> = equal.iter().chain(known).copied().collect();
    pairs.sort_unstable();
    let standing = in_order(&pairs);
    let reworded: FxHashSet<(usize, usize)> = known.iter().copied().collect();
    let mut matched: Vec<Matched> = pairs
        .iter()
        .map(|(old, new)| {
            let fate = match () {
                () if reworded.contains(&(*old, *new)) => Fate::Reworded,
                () if was[*old] == now[*new] => Fate::Same,
                () => Fate::Cosmetic,
            };
            Matched { was: vec![*old], now: vec![*new], fate, moved: false }
        })
        .collect();
    if matched.len() < was.len().max(now.len()) {
        matched.extend(pair_like(was, now, &pairs, &standing));
    }
    matched.sort_unstable_by_key(|matched| matched.was[0]);
    mark_moved(&mut matched);
    with_removed_and_new(matched, was.len(), now.len())
}

fn mark_moved(matched: &mut [Matched]) {
    let pairs: Vec<(usize, usize)> = matched.iter().map(|matched| (matched.was[0], matched.now[0])).collect();
    for (matched, standing) in matched.iter_mut().zip(in_order(&pairs)) {
        matched.moved = !standing;
    }
}

/// Puts in what has no counterpart, each at its place.
fn with_removed_and_new(matched: Vec<Matched>, was: usize, now: usize) -> Vec<Matched> {
    let mut taken = vec![false; was];
    // The paragraph of `was` before which a paragraph of `now` is listed: that of the one after it.
    let mut place: Vec<Option<usize>> = vec![None; now];
    for matched in &matched {
        matched.was.iter().for_each(|at| taken[*at] = true);
        matched.now.iter().for_each(|at| place[*at] = Some(matched.was[0]));
    }
    let mut listed: Vec<((usize, bool, usize), Matched)> =
        matched.into_iter().map(|matched| ((matched.was[0], true, 0), matched)).collect();
    for at in (0..was).filter(|at| !taken[*at]) {
        listed.push(((at, true, 0), Matched { was: vec![at], now: vec![], fate: Fate::Removed, moved: false }));
    }
    let mut next = was;
    for (at, place) in place.iter().enumerate().rev() {
        match place {
            Some(place) => next = *place,
            None => {
                listed.push(((next, false, at), Matched { was: vec![], now: vec![at], fate: Fate::New, moved: false }))
            }
        }
    }
    listed.sort_by_key(|(place, _)| *place);
    listed.into_iter().map(|(_, matched)| matched).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "Первые дни января 2022 года были в Алматы холодными и тихими.";
    const B: &str = "Токаев обратился к народу вечером пятого числа и ввёл чрезвычайное положение.";
    const C: &str = "Интернет отключили, и никто не знал, что происходит на соседней улице.";
    const D: &str = "Мы сидели дома, пили чай и слушали, как за рекой гудят машины.";

    fn listed(was: &[&str], now: &[&str]) -> String {
        paragraphs(Format::Markdown, was, now)
            .into_iter()
            .map(|matched| {
                let mark = match matched.fate {
                    Fate::Same => "=",
                    Fate::Cosmetic => "~",
                    Fate::Reworded => "*",
                    Fate::Split => "<",
                    Fate::Merged => ">",
                    Fate::Removed => "-",
                    Fate::New => "+",
                };
                let list = |list: &[usize]| list.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
                let moved = if matched.moved { "^" } else { "" };
                format!("{}{mark}{}{moved}", list(&matched.was), list(&matched.now))
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn equal_versions_are_the_same() {
        assert_eq!(listed(&[A, B, C], &[A, B, C]), "0=0 1=1 2=2");
        assert_eq!(listed(&[], &[]), "");
    }

    #[test]
    fn one_word_is_reworded() {
        let b = B.replace("вечером", "утром");
        assert_eq!(listed(&[A, B, C], &[A, &b, C]), "0=0 1*1 2=2");
    }

    #[test]
    fn wrapping_is_cosmetic() {
        let b = B.replace(' ', "\n");
        assert_eq!(listed(&[A, B], &[A, &b]), "0=0 1~1");
    }

    #[test]
    fn new_and_removed() {
        assert_eq!(listed(&[A, C], &[A, B, C]), "0=0 +1 1=2");
        assert_eq!(listed(&[A, B, C], &[A, C]), "0=0 1- 2=1");
        assert_eq!(listed(&[], &[A]), "+0");
        assert_eq!(listed(&[A], &[]), "0-");
    }

    #[test]
    fn a_paragraph_that_moves_keeps_its_wording() {
        assert_eq!(listed(&[A, B, C, D], &[B, C, D, A]), "0=3^ 1=0 2=1 3=2");
    }

    #[test]
    fn a_paragraph_may_move_and_change() {
        let a = A.replace("тихими", "ветреными");
        assert_eq!(listed(&[A, B, C, D], &[B, C, D, &a]), "0*3^ 1=0 2=1 3=2");
    }

    #[test]
    fn split_and_merged() {
        let both = format!("{B} {C}");
        assert_eq!(listed(&[A, &both, D], &[A, B, C, D]), "0=0 1<1,2 2=3");
        assert_eq!(listed(&[A, B, C, D], &[A, &both, D]), "0=0 1,2>1 3=2");
    }

    #[test]
    fn split_in_three_and_reworded() {
        let all = format!("{A} {B} {C}");
        let b = B.replace("вечером", "утром");
        assert_eq!(listed(&[&all, D], &[A, &b, C, D]), "0<0,1,2 1=3");
        assert_eq!(listed(&[A, &b, C, D], &[&all, D]), "0,1,2>0 3=1");
    }

    #[test]
    fn a_short_sentence_split_off_is_part_of_the_split() {
        let was = format!("{B} Никто не спал.");
        assert_eq!(listed(&[A, &was, C], &[A, B, "Никто не спал.", C]), "0=0 1<1,2 2=3");
    }

    #[test]
    fn a_new_neighbour_is_no_split() {
        let b = B.replace("вечером", "утром");
        assert_eq!(listed(&[A, B, D], &[A, &b, C, D]), "0=0 1*1 +2 2=3");
    }

    #[test]
    fn equal_paragraphs_are_told_apart_by_their_neighbours() {
        assert_eq!(listed(&["***", A, "***", B], &["***", B]), "0=0 1- 2- 3=1");
        assert_eq!(listed(&[A, "***", C, "***", B], &[D, "***", B]), "0- 1- 2- +0 3=1 4=2");
        assert_eq!(listed(&["***", A, "***", B], &["***", A]), "0=0 1=1 2- 3-");
        assert_eq!(listed(&[A, "***", B, "***", C], &[A, "***", B, C]), "0=0 1=1 2=2 3- 4=3");
    }

    #[test]
    fn a_short_heading_that_changes_is_reworded() {
        assert_eq!(listed(&["Дорога", A], &["Путь", A]), "0*0 1=1");
    }

    #[test]
    fn what_shares_nothing_is_removed_and_new() {
        assert_eq!(listed(&[A, B, C], &[A, D, C]), "0=0 1- +1 2=2");
    }

    #[test]
    fn ten_thousand_changed_paragraphs_are_matched_in_good_time() {
        let was: Vec<String> =
            (0..10_000).map(|at| format!("Абзац {at} говорит о мосте и о реке {}.", at * 7)).collect();
        let now: Vec<String> = was.iter().map(|text| text.replace("мосте", "дороге")).collect();
        let (was, now): (Vec<&str>, Vec<&str>) =
            (was.iter().map(String::as_str).collect(), now.iter().map(String::as_str).collect());
        let matched = paragraphs(Format::Markdown, &was, &now);
        assert!(matched.iter().all(|matched| matched.fate == Fate::Reworded && matched.was == matched.now));
    }

    proptest::proptest! {
        #[test]
        fn every_paragraph_stands_in_one_answer(
            was in proptest::collection::vec("[аб]{0,2}( [вг]{1,2}){0,4}", 0..12),
            now in proptest::collection::vec("[аб]{0,2}( [вг]{1,2}){0,4}", 0..12),
        ) {
            let (was, now): (Vec<&str>, Vec<&str>) =
                (was.iter().map(String::as_str).collect(), now.iter().map(String::as_str).collect());
            let matched = paragraphs(Format::Markdown, &was, &now);
            let mut old: Vec<usize> = matched.iter().flat_map(|matched| matched.was.clone()).collect();
            let mut new: Vec<usize> = matched.iter().flat_map(|matched| matched.now.clone()).collect();
            proptest::prop_assert!(old.is_sorted());
            new.sort_unstable();
            old.sort_unstable();
            proptest::prop_assert_eq!(old, (0..was.len()).collect::<Vec<_>>());
            proptest::prop_assert_eq!(new, (0..now.len()).collect::<Vec<_>>());
        }
    }
}
