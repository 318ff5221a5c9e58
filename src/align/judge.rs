//! The words' score of any two blocks of paragraphs, wherever they are.

use super::fast;
use super::lambda::WordScore;
use super::links::{Link, Links};
use super::model::Model;
use super::score::{LambdaConstants, explained, lambda_constants};
use super::vocabulary::{Size, Vocabulary, Worth};

/// Looks at pairs of blocks one by one: for what is estimated after a search, for moves and for evidence.
pub(super) struct Judge<'a> {
    sides: (&'a Vocabulary, &'a Vocabulary),
    links: &'a Links,
    constants: LambdaConstants,
    /// The number of the last question in which each target type occurred.
    asked: Vec<u32>,
    question: u32,
    forward: Vec<f32>,
    backward: Vec<f32>,
    touched: Vec<u32>,
    /// Of all questions so far, the small and the other numbers.
    numbers: [Numbers; 2],
    /// Of all questions so far, how many paragraphs have numbers, and how many of those have other ones than their counterparts.
    counted: (f64, f64),
}

/// How many numbers there were, on either side, and how many of them the other side has too.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Numbers {
    pub(super) all: usize,
    pub(super) kept: usize,
}

impl<'a> Judge<'a> {
    pub(super) fn new(sides: (&'a Vocabulary, &'a Vocabulary), links: &'a Links, model: &Model) -> Judge<'a> {
        Judge {
            sides,
            links,
            constants: lambda_constants(model),
            numbers: [Numbers::default(); 2],
            counted: (0.0, 0.0),
            asked: vec![0; sides.1.types.len()],
            question: 0,
            forward: vec![0.0; sides.1.types.len()],
            backward: vec![0.0; sides.0.types.len()],
            touched: Vec::new(),
        }
    }

    /// The words' score for every share explained, target words given the source and the other way round.
    pub(super) fn shown(&mut self, source: &[usize], target: &[usize]) -> [WordScore; 2] {
        let mut shown = [WordScore::default(); 2];
        let sizes = (self.size(self.sides.0, source), self.size(self.sides.1, target));
        for t in target {
            let mut touched = std::mem::take(&mut self.touched);
            let mut sums = std::mem::take(&mut self.forward);
            self.pair(source, &[*t], |_, link| {
                if sums[link.target as usize] == 0.0 {
                    touched.push(link.target);
                }
                sums[link.target as usize] += link.forward;
            });
            let size = self.sides.1.features[*t].size;
            let score = explained(self.sides.1, &touched, &sums, sizes.0, size, &self.constants);
            self.weigh_numbers(size, score.numbers);
            shown[0] += score;
            self.count(self.sides.1, &touched, self.sides.1.features[*t].size);
            touched.drain(..).for_each(|word| sums[word as usize] = 0.0);
            (self.touched, self.forward) = (touched, sums);
        }
        for s in source {
            let mut touched = std::mem::take(&mut self.touched);
            let mut sums = std::mem::take(&mut self.backward);
            self.pair(&[*s], target, |word, link| {
                if sums[word as usize] == 0.0 {
                    touched.push(word);
                }
                sums[word as usize] += link.backward;
            });
            let size = self.sides.0.features[*s].size;
            let score = explained(self.sides.0, &touched, &sums, sizes.1, size, &self.constants);
            self.weigh_numbers(size, score.numbers);
            shown[1] += score;
            self.count(self.sides.0, &touched, self.sides.0.features[*s].size);
            touched.drain(..).for_each(|word| sums[word as usize] = 0.0);
            (self.touched, self.backward) = (touched, sums);
        }
        shown
    }

    fn count(&mut self, side: &Vocabulary, touched: &[u32], size: Size) {
        let worths = || touched.iter().map(|word| side.worth(*word));
        for (numbers, all, worth) in [(0, size.small, Worth::Small), (1, size.large, Worth::Large)] {
            self.numbers[numbers].all += all;
            self.numbers[numbers].kept += worths().filter(|found| *found == worth).count();
        }
    }

    fn weigh_numbers(&mut self, size: Size, score: f32) {
        if size.small + size.large > 0 {
            self.counted.0 += 1.0;
            self.counted.1 += fast::exp(self.constants.recounted - f64::from(score)).min(1.0);
        }
    }

    /// How many paragraphs with numbers were asked about so far, and how many of them probably have other numbers than their
    /// counterparts.
    pub(super) fn recounted(&self) -> (f64, f64) {
        self.counted
    }

    /// The small and the other numbers that were asked about so far.
    pub(super) fn numbers(&self) -> [Numbers; 2] {
        self.numbers
    }

    fn size(&self, side: &Vocabulary, block: &[usize]) -> Size {
        let mut size = Size::default();
        block.iter().for_each(|at| size += side.features[*at].size);
        size
    }

    /// Every word of every source paragraph with every link to a word of a target paragraph.
    fn pair(&mut self, source: &[usize], target: &[usize], mut each: impl FnMut(u32, &Link)) {
        let sides = self.sides;
        let links = self.links;
        for t in target {
            self.question += 1;
            for word in sides.1.words(*t) {
                self.asked[*word as usize] = self.question;
            }
            for s in source {
                for word in sides.0.words(*s) {
                    for link in links.of(*word) {
                        if self.asked[link.target as usize] == self.question {
                            each(*word, link);
                        }
                    }
                }
            }
        }
    }

    /// The links between two blocks, each once.
    pub(super) fn links(&mut self, source: &[usize], target: &[usize]) -> Vec<(u32, Link)> {
        let mut found: Vec<(u32, Link)> = Vec::new();
        self.pair(source, target, |word, link| found.push((word, *link)));
        found.sort_by_key(|(word, link)| (*word, link.target));
        found.dedup_by_key(|(word, link)| (*word, link.target));
        found
    }
}
