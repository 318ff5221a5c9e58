//! The words of any two blocks of paragraphs, wherever they stand.

use super::links::{Link, Links};
use super::model::{LANES, Model};
use super::page::{Page, Size, Worth};
use super::score::{LaneConstants, add, explained, lane_constants};

/// Looks at pairs of blocks one by one: for what is estimated after a search, for moves and for evidence.
pub(super) struct Judge<'a> {
    pages: (&'a Page, &'a Page),
    links: &'a Links,
    constants: LaneConstants,
    /// The number of the last question that each target type stood in.
    asked: Vec<u32>,
    question: u32,
    forward: Vec<f32>,
    backward: Vec<f32>,
    touched: Vec<u32>,
    /// Of all questions for lanes so far, the small and the other numbers.
    numbers: [Numbers; 2],
}

/// How many numbers there were, on either side, and how many of them stood on the other.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Numbers {
    pub(super) all: usize,
    pub(super) kept: usize,
}

impl<'a> Judge<'a> {
    pub(super) fn new(pages: (&'a Page, &'a Page), links: &'a Links, model: &Model) -> Judge<'a> {
        Judge {
            pages,
            links,
            constants: lane_constants(model),
            numbers: [Numbers::default(); 2],
            asked: vec![0; pages.1.types.len()],
            question: 0,
            forward: vec![0.0; pages.1.types.len()],
            backward: vec![0.0; pages.0.types.len()],
            touched: Vec::new(),
        }
    }

    /// The words' score for every share explained, target words given the source and the other way round.
    pub(super) fn lanes(&mut self, source: &[usize], target: &[usize]) -> [[f32; LANES]; 2] {
        let mut lanes = [[0.0; LANES]; 2];
        let sizes = (self.size(self.pages.0, source), self.size(self.pages.1, target));
        for t in target {
            let mut touched = std::mem::take(&mut self.touched);
            let mut sums = std::mem::take(&mut self.forward);
            self.pair(source, &[*t], |_, link| {
                if sums[link.target as usize] == 0.0 {
                    touched.push(link.target);
                }
                sums[link.target as usize] += link.forward;
            });
            add(
                &mut lanes[0],
                &explained(self.pages.1, &touched, &sums, sizes.0, self.pages.1.bags[*t].size, &self.constants),
            );
            self.count(self.pages.1, &touched, self.pages.1.bags[*t].size);
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
            add(
                &mut lanes[1],
                &explained(self.pages.0, &touched, &sums, sizes.1, self.pages.0.bags[*s].size, &self.constants),
            );
            self.count(self.pages.0, &touched, self.pages.0.bags[*s].size);
            touched.drain(..).for_each(|word| sums[word as usize] = 0.0);
            (self.touched, self.backward) = (touched, sums);
        }
        lanes
    }

    fn count(&mut self, page: &Page, touched: &[u32], size: Size) {
        let worths = || touched.iter().map(|word| page.worth(*word));
        for (numbers, all, worth) in [(0, size.small, Worth::Small), (1, size.large, Worth::Large)] {
            self.numbers[numbers].all += all;
            self.numbers[numbers].kept += worths().filter(|found| *found == worth).count();
        }
    }

    /// The small and the other numbers that were asked about so far.
    pub(super) fn numbers(&self) -> [Numbers; 2] {
        self.numbers
    }

    fn size(&self, page: &Page, block: &[usize]) -> Size {
        let mut size = Size::default();
        block.iter().for_each(|at| size += page.bags[*at].size);
        size
    }

    /// Every word of every source paragraph with every link to a word of a target paragraph.
    fn pair(&mut self, source: &[usize], target: &[usize], mut each: impl FnMut(u32, &Link)) {
        let pages = self.pages;
        let links = self.links;
        for t in target {
            self.question += 1;
            for word in pages.1.words(*t) {
                self.asked[*word as usize] = self.question;
            }
            for s in source {
                for word in pages.0.words(*s) {
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
