//! Which verbatim blocks of two documents answer each other: by place, language and content.

use super::unit::Unit;
use crate::text::Verbatim;

/// Blocks of both sides that answer each other; either may have none.
pub type BlockPair = (Option<usize>, Option<usize>);

/// More blocks than this on either side are paired in order, since comparing all pairs would be slow.
const MOST: usize = 600;

/// Pairs the blocks in order, each index once; `units` are those of the paragraphs around them.
pub fn verbatim(source: &[Verbatim], target: &[Verbatim], units: &[Unit]) -> Vec<BlockPair> {
    if source.len().max(target.len()) > MOST {
        let longest = source.len().max(target.len());
        return (0..longest).map(|at| ((at < source.len()).then_some(at), (at < target.len()).then_some(at))).collect();
    }
    let places = Places::of(units);
    let kept = |side: &[Verbatim]| side.iter().map(Verbatim::kept).collect::<Vec<_>>();
    let (left, right) = (kept(source), kept(target));
    let width = target.len() + 1;
    let mut best = vec![0.0_f64; (source.len() + 1) * width];
    for i in (0..source.len()).rev() {
        for j in (0..target.len()).rev() {
            let skip = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let pair = likeness((&source[i], &left[i]), (&target[j], &right[j]), &places);
            let paired = pair.map_or(0.0, |pair| pair + best[(i + 1) * width + j + 1]);
            best[i * width + j] = skip.max(paired);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < source.len() || j < target.len() {
        let here = best[i * width + j];
        if i < source.len() && j < target.len() {
            let pair = likeness((&source[i], &left[i]), (&target[j], &right[j]), &places);
            if pair.is_some_and(|pair| pair + best[(i + 1) * width + j + 1] >= here) {
                pairs.push((Some(i), Some(j)));
                (i, j) = (i + 1, j + 1);
                continue;
            }
        }
        if i < source.len() && (j == target.len() || best[(i + 1) * width + j] >= here) {
            pairs.push((Some(i), None));
            i += 1;
        } else {
            pairs.push((None, Some(j)));
            j += 1;
        }
    }
    pairs
}

/// Where the paragraphs of the original have their counterparts.
struct Places {
    /// By how many paragraphs of the original are before a place, how many of the translation ought to.
    expected: Vec<usize>,
}

impl Places {
    fn of(units: &[Unit]) -> Places {
        let mut expected = vec![0];
        for unit in units {
            for source in &unit.source {
                if expected.len() < source + 2 {
                    let last = expected.last().copied().unwrap_or_default();
                    expected.resize(source + 2, last);
                }
                let behind = unit.target.last().map(|target| target + 1);
                expected[source + 1] = behind.unwrap_or(expected[*source]);
            }
        }
        Places { expected }
    }

    fn distance(&self, source: &Verbatim, target: &Verbatim) -> usize {
        let expected = self.expected.get(source.before).or(self.expected.last()).copied().unwrap_or_default();
        expected.abs_diff(target.before)
    }
}

/// How much two blocks have in common; `None` where they cannot answer each other.
fn likeness(source: (&Verbatim, &[String]), target: (&Verbatim, &[String]), places: &Places) -> Option<f64> {
    if source.0.kind != target.0.kind {
        return None;
    }
    let distance = places.distance(source.0, target.0);
    let content = shared(source.1, target.1);
    let place = 1.0 / (1.0 + distance as f64);
    let language = if source.0.language == target.0.language { 0.3 } else { 0.0 };
    (distance == 0 || content >= 0.3 || (distance == 1 && language > 0.0))
        .then_some(2.0 * content + place + language + 0.05)
}

/// The share of lines that both have (Dice), and of words where they share no line.
fn shared(left: &[String], right: &[String]) -> f64 {
    if left == right {
        return 1.0;
    }
    let words = |lines: &[String]| lines.iter().flat_map(|line| line.split(' ')).map(str::to_owned).collect::<Vec<_>>();
    dice(left, right).max(0.8 * dice(&words(left), &words(right)))
}

fn dice(left: &[String], right: &[String]) -> f64 {
    let mut counts: rustc_hash::FxHashMap<&str, usize> = rustc_hash::FxHashMap::default();
    left.iter().for_each(|one| *counts.entry(one).or_default() += 1);
    let mut both = 0;
    for one in right {
        if let Some(count) = counts.get_mut(one.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            both += 1;
        }
    }
    2.0 * f64::from(both) / (left.len() + right.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Document, Format};

    fn pairs(source: &str, target: &str) -> Vec<BlockPair> {
        let read = |text: &str| Document::read(text.as_bytes(), Format::Markdown);
        let (source, target) = (read(source), read(target));
        let units: Vec<Unit> =
            (0..source.paragraphs.len().min(target.paragraphs.len())).map(|at| Unit::new(vec![at], vec![at])).collect();
        verbatim(&source.verbatim(), &target.verbatim(), &units)
    }

    #[test]
    fn blocks_are_paired_by_place_and_content() {
        let source = "Раз\n\n```sh\nls\n```\n\nДва\n\n```sh\ncd /\n```\n\nТри\n";
        assert_eq!(pairs(source, source), [(Some(0), Some(0)), (Some(1), Some(1))]);
        let lost = "One\n\nTwo\n\n```sh\ncd /\n```\n\nThree\n";
        assert_eq!(pairs(source, lost), [(Some(0), None), (Some(1), Some(0))]);
        let changed = "One\n\n```sh\nmake all\n```\n\nTwo\n\nThree\n";
        assert_eq!(pairs(source, changed), [(Some(0), Some(0)), (Some(1), None)]);
    }
}
