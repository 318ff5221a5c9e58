//! Which of the places where a unit may be today is taken to be its own, so that all units together have the best ones.

use rustc_hash::{FxHashMap, FxHashSet};

/// A place that is worth no more than this drives no other unit from its own.
const WORTH: f64 = 1.0;

/// A unit with a changed text and where it may be today; the side that did not change has no new version.
pub(super) struct Candidate {
    pub(super) unit: usize,
    pub(super) score: f64,
    /// By side, the text and its new version.
    pub(super) versions: [Option<(usize, usize)>; 2],
    /// Whether most of both accepted texts is there.
    pub(super) whole: bool,
}

impl Candidate {
    /// What it takes for itself: paragraphs of today, by side.
    fn taken(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.versions.iter().enumerate().filter_map(|(side, version)| Some((side, (*version)?.1)))
    }
}

/// The candidates that are taken, each unit and each paragraph once; by side, its texts and their new versions, sorted by
/// text.
pub(super) fn assigned(mut candidates: Vec<Candidate>) -> [Vec<(usize, usize)>; 2] {
    without_merged(&mut candidates);
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.versions.cmp(&b.versions)));
    let mut taken = Taken { candidates: &candidates, ..Taken::default() };
    for (at, candidate) in candidates.iter().enumerate() {
        if !taken.by_unit.contains_key(&candidate.unit) && taken.rivals(at).is_empty() {
            taken.put(at);
        }
    }
    taken.exchange();
    let mut versions: [Vec<(usize, usize)>; 2] = [Vec::new(), Vec::new()];
    for at in taken.by_unit.values() {
        for (versions, version) in versions.iter_mut().zip(candidates[*at].versions) {
            versions.extend(version);
        }
    }
    versions.iter_mut().for_each(|versions| versions.sort_unstable());
    versions
}

/// Two units of which both sides are in the same two paragraphs were merged: the paragraphs are not one unit's alone.
fn without_merged(candidates: &mut Vec<Candidate>) {
    let places = |one: &Candidate| one.versions.map(|version| version.map(|(_, now)| now));
    let mut whole: FxHashMap<[Option<usize>; 2], usize> = FxHashMap::default();
    for one in candidates.iter().filter(|one| one.whole) {
        *whole.entry(places(one)).or_default() += 1;
    }
    candidates.retain(|one| !one.whole || whole[&places(one)] < 2);
}

/// Candidates that are taken, by their unit and by their paragraphs; all are indices into `candidates`.
#[derive(Default)]
struct Taken<'c> {
    /// The best first.
    candidates: &'c [Candidate],
    by_unit: FxHashMap<usize, usize>,
    by_paragraph: FxHashMap<(usize, usize), usize>,
}

impl Taken<'_> {
    fn put(&mut self, at: usize) {
        self.by_unit.insert(self.candidates[at].unit, at);
        self.by_paragraph.extend(self.candidates[at].taken().map(|paragraph| (paragraph, at)));
    }

    fn take_out(&mut self, at: usize) {
        self.by_unit.remove(&self.candidates[at].unit);
        self.candidates[at].taken().for_each(|paragraph| {
            self.by_paragraph.remove(&paragraph);
        });
    }

    /// Those of other units that have paragraphs of this one.
    fn rivals(&self, at: usize) -> FxHashSet<usize> {
        let rivals = self.candidates[at].taken().filter_map(|paragraph| self.by_paragraph.get(&paragraph).copied());
        rivals.filter(|rival| self.candidates[*rival].unit != self.candidates[at].unit).collect()
    }

    /// The best place of a unit that nobody has.
    fn best_free(&self, places: &[usize]) -> Option<usize> {
        places.iter().copied().find(|at| self.rivals(*at).is_empty())
    }

    /// Two units may have each other's places, where the one that chose first was only a little better there: a unit
    /// gives its place to another one and takes its next one, if the two are worth more so.
    fn exchange(&mut self) {
        let mut places: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (at, candidate) in self.candidates.iter().enumerate() {
            places.entry(candidate.unit).or_default().push(at);
        }
        for (at, candidate) in self.candidates.iter().enumerate() {
            let was = self.by_unit.get(&candidate.unit).copied();
            let rivals = self.rivals(at);
            let (Some(rival), 1) = (rivals.iter().next().copied(), rivals.len()) else { continue };
            was.into_iter().chain([rival]).for_each(|one| self.take_out(one));
            self.put(at);
            let next = self.best_free(&places[&self.candidates[rival].unit]);
            let worth = |one: Option<usize>| one.map_or(0.0, |one| self.candidates[one].score - WORTH);
            let better = worth(Some(at)) + worth(next) > worth(Some(rival)) + worth(was);
            match next {
                Some(next) if better => self.put(next),
                _ => {
                    self.take_out(at);
                    was.into_iter().chain([rival]).for_each(|one| self.put(one));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(unit: usize, target: usize, score: f64) -> Candidate {
        Candidate { unit, score, versions: [None, Some((unit, target))], whole: false }
    }

    #[test]
    fn two_units_have_the_places_that_are_the_best_for_both() {
        let crossed = vec![candidate(0, 1, 1.7), candidate(0, 0, 1.65), candidate(1, 1, 1.6), candidate(1, 0, 1.1)];
        assert_eq!(assigned(crossed)[1], [(0, 0), (1, 1)]);
    }

    #[test]
    fn merged_units_have_their_paragraphs_together() {
        let both =
            |unit: usize| Candidate { unit, score: 1.5, versions: [Some((unit, 0)), Some((unit, 0))], whole: true };
        assert_eq!(assigned(vec![both(0), both(1)]), [Vec::new(), Vec::new()]);
        assert_eq!(assigned(vec![both(1)])[0], [(1, 0)]);
    }

    #[test]
    fn a_unit_that_is_hardly_there_drives_nobody_away() {
        let gone = vec![candidate(0, 0, 1.7), candidate(0, 1, 1.3), candidate(1, 0, 1.2)];
        assert_eq!(assigned(gone)[1], [(0, 0)]);
    }
}
