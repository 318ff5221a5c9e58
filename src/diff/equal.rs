//! Paragraphs of equal wording in two versions of one document, wherever they are.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use super::order::in_order;
use super::wording;
use crate::text::Format;

/// Pairs `(was, now)` of equal wording, sorted by `was`, each index once.
///
/// What both versions begin and end with is paired first; a text that occurs once in each is paired wherever it
/// is; of texts that occur several times those beside paired neighbours are paired, then those between the
/// same neighbours, then the rest in order.
pub(super) fn pair_equal(format: Format, was: &[&str], now: &[&str]) -> Vec<(usize, usize)> {
    let head = was.iter().zip(now).take_while(|(was, now)| was == now).count();
    let tail = was[head..].iter().rev().zip(now[head..].iter().rev()).take_while(|(was, now)| was == now).count();
    let mut pairs = Pairs { was: vec![None; was.len()], now: vec![None; now.len()] };
    (0..head).for_each(|at| pairs.set(at, at));
    (0..tail).for_each(|at| pairs.set(was.len() - 1 - at, now.len() - 1 - at));
    let (old, new) = (&was[head..was.len() - tail], &now[head..now.len() - tail]);
    if !old.is_empty() && !new.is_empty() {
        pair_middle(format, old, new, head, &mut pairs);
    }
    pairs.was.iter().enumerate().filter_map(|(was, now)| now.map(|now| (was, now))).collect()
}

struct Pairs {
    was: Vec<Option<usize>>,
    now: Vec<Option<usize>>,
}

impl Pairs {
    fn set(&mut self, was: usize, now: usize) {
        self.was[was] = Some(now);
        self.now[now] = Some(was);
    }

    fn free(&self, was: usize, now: usize) -> bool {
        self.was.get(was).is_some_and(Option::is_none) && self.now.get(now).is_some_and(Option::is_none)
    }
}

fn pair_middle(format: Format, old: &[&str], new: &[&str], head: usize, pairs: &mut Pairs) {
    let (old_class, new_class) = classes(format, old, new);
    let mut members: FxHashMap<usize, (Vec<usize>, Vec<usize>)> = FxHashMap::default();
    for (at, class) in old_class.iter().enumerate() {
        members.entry(*class).or_default().0.push(at);
    }
    for (at, class) in new_class.iter().enumerate() {
        members.entry(*class).or_default().1.push(at);
    }
    let mut paired: VecDeque<(usize, usize)> = VecDeque::new();
    for (at, class) in old_class.iter().enumerate() {
        if let (&[was], &[now]) = (members[class].0.as_slice(), members[class].1.as_slice()) {
            pairs.set(head + was, head + now);
            paired.push_back((at, now));
        }
    }
    // The ends of the middle are beside paired paragraphs too.
    paired.push_front((usize::MAX, usize::MAX));
    paired.push_back((old.len(), new.len()));
    while let Some((was, now)) = paired.pop_front() {
        for (was, now) in [(was.wrapping_add(1), now.wrapping_add(1)), (was.wrapping_sub(1), now.wrapping_sub(1))] {
            let alike = old_class.get(was).is_some_and(|class| new_class.get(now) == Some(class));
            if alike && pairs.free(head + was, head + now) {
                pairs.set(head + was, head + now);
                paired.push_back((was, now));
            }
        }
    }
    pair_repeated(&old_class, &members, head, pairs);
}

/// Pairs what is left of the texts that occur several times.
fn pair_repeated(
    old_class: &[usize],
    members: &FxHashMap<usize, (Vec<usize>, Vec<usize>)>,
    head: usize,
    pairs: &mut Pairs,
) {
    let (old_gap, new_gap) = gaps(pairs);
    for (at, class) in old_class.iter().enumerate() {
        let (was, now) = &members[class];
        if was.first() != Some(&at) || now.is_empty() || (was.len() == 1 && now.len() == 1) {
            continue;
        }
        let left = |pairs: &Pairs| -> (Vec<usize>, Vec<usize>) {
            let was = was.iter().map(|at| head + at).filter(|at| pairs.was[*at].is_none()).collect();
            (was, now.iter().map(|at| head + at).filter(|at| pairs.now[*at].is_none()).collect())
        };
        let (was, now) = left(pairs);
        let (mut i, mut j) = (0, 0);
        while i < was.len() && j < now.len() {
            match old_gap[was[i]].cmp(&new_gap[now[j]]) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    pairs.set(was[i], now[j]);
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        let (was, now) = left(pairs);
        was.into_iter().zip(now).for_each(|(was, now)| pairs.set(was, now));
    }
}

/// By paragraph of either side, how many pairs that keep their order are before it.
fn gaps(pairs: &Pairs) -> (Vec<usize>, Vec<usize>) {
    let listed: Vec<(usize, usize)> =
        pairs.was.iter().enumerate().filter_map(|(was, now)| now.map(|now| (was, now))).collect();
    let standing = in_order(&listed);
    let (mut old, mut new) = (vec![0; pairs.was.len()], vec![0; pairs.now.len()]);
    for ((was, now), standing) in listed.iter().zip(standing) {
        (old[*was], new[*now]) = (usize::from(standing), usize::from(standing));
    }
    for counts in [&mut old, &mut new] {
        let mut sum = 0;
        for count in counts.iter_mut() {
            sum += *count;
            *count = sum;
        }
    }
    (old, new)
}

/// Numbers the texts so that equal wording has an equal number.
///
/// The wording is worked out only for texts that do not occur equally often, byte for byte, on both sides.
fn classes(format: Format, old: &[&str], new: &[&str]) -> (Vec<usize>, Vec<usize>) {
    let mut counts: FxHashMap<&str, (usize, usize)> = FxHashMap::default();
    old.iter().for_each(|text| counts.entry(text).or_default().0 += 1);
    new.iter().for_each(|text| counts.entry(text).or_default().1 += 1);
    let mut known: FxHashMap<&str, usize> = FxHashMap::default();
    let mut wordings: FxHashMap<String, usize> = FxHashMap::default();
    let mut next = 0;
    let mut class = |text| {
        *known.entry(text).or_insert_with(|| {
            next += 1;
            let (old, new) = counts[text];
            if old == new { next } else { *wordings.entry(wording(format, text)).or_insert(next) }
        })
    };
    (old.iter().map(|text| class(text)).collect(), new.iter().map(|text| class(text)).collect())
}
