//! Which words of one side may answer which of the other, and how probably.
//!
//! `p(t|s)` is the trust in the link, shared out among all words that may answer `s` by how often they occur in the
//! document; so a fair share of chance agreement is discounted before any paragraph is looked at.

use std::cmp::Ordering;

use super::lexicon::Lexicon;
use super::sound;
use super::vocabulary::Vocabulary;

/// A link from a source type.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) target: u32,
    pub(super) trust: f32,
    pub(super) why: Why,
    /// `p(t|s) / q(t)`: how much likelier the target word is where the source word occurs, for one word of source.
    pub(super) forward: f32,
    /// `p(s|t) / q(s)`.
    pub(super) backward: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    Same,
    Number,
    Sound,
    Lexicon,
}

/// The links of a document, by source type.
pub(super) struct Links {
    starts: Vec<u32>,
    links: Vec<Link>,
}

const NUMBER: f32 = 0.8;
const SAME: f32 = 0.7;

/// Shorter skeletons are too often alike by chance.
const SHORTEST: usize = 2;

/// Skeletons are compared within groups that agree on this many codes.
const GROUP: usize = 3;

/// In a group larger than this only equal skeletons are linked, so that cost stays linear.
const CROWD: usize = 400;

impl Links {
    pub(super) fn find(source: &Vocabulary, target: &Vocabulary, lexicon: &Lexicon) -> Links {
        let mut starts = vec![0u32];
        let mut links: Vec<Link> = Vec::new();
        let sounds = Sounds::new(target);
        let mut found: Vec<Link> = Vec::new();
        for (at, kind) in source.types.iter().enumerate() {
            found.clear();
            let (key, skeleton) = (source.key(at as u32), source.skeleton(at as u32));
            if let Some(same) = target.find_same(source, at as u32) {
                let short = key.chars().nth(1).is_none() && !kind.number && !kind.letters;
                let (trust, why) = if kind.number { (NUMBER, Why::Number) } else { (SAME, Why::Same) };
                add(&mut found, same, if short { 0.2 } else { trust }, why);
            }
            for (translation, trust) in lexicon.translations(key) {
                if let Some(known) = target.find(translation) {
                    add(&mut found, known, trust, Why::Lexicon);
                }
            }
            for other in sounds.near(skeleton) {
                let names = kind.name && target.types[*other as usize].name;
                let trust = sound::likeness(skeleton, target.skeleton(*other), names);
                if trust > 0.0 {
                    add(&mut found, *other, trust, Why::Sound);
                }
            }
            links.extend_from_slice(&found);
            starts.push(links.len() as u32);
        }
        let mut all = Links { starts, links };
        all.share_out(source, target);
        all
    }

    pub(super) fn of(&self, source: u32) -> &[Link] {
        &self.links[self.starts[source as usize] as usize..self.starts[source as usize + 1] as usize]
    }

    fn share_out(&mut self, source: &Vocabulary, target: &Vocabulary) {
        // Between a choice by frequency and one by trust alone.
        let weight = |trust: f32, spread: u32| trust * (spread as f32).sqrt();
        let mut of_target = vec![0.0f32; target.types.len()];
        for at in 0..source.types.len() {
            for link in &self.links[self.starts[at] as usize..self.starts[at + 1] as usize] {
                of_target[link.target as usize] += weight(link.trust, source.types[at].spread);
            }
        }
        for at in 0..source.types.len() {
            let own = &mut self.links[self.starts[at] as usize..self.starts[at + 1] as usize];
            let all: f32 = own.iter().map(|link| weight(link.trust, target.types[link.target as usize].spread)).sum();
            let kind = &source.types[at];
            for link in own {
                let answer = &target.types[link.target as usize];
                let forward = link.trust * weight(link.trust, answer.spread) / all;
                let backward = link.trust * weight(link.trust, kind.spread) / of_target[link.target as usize];
                link.forward = forward / answer.share;
                link.backward = backward / kind.share;
            }
        }
    }
}

fn add(found: &mut Vec<Link>, target: u32, trust: f32, why: Why) {
    match found.iter_mut().find(|link| link.target == target) {
        // Two reasons for one link are better than the better of them.
        Some(link) => link.trust = (link.trust.max(trust) + 0.1).min(0.9),
        None => found.push(Link { target, trust, why, forward: 0.0, backward: 0.0 }),
    }
}

/// The target words in the order of their skeletons.
struct Sounds<'p> {
    side: &'p Vocabulary,
    sorted: Vec<u32>,
}

impl<'p> Sounds<'p> {
    fn new(side: &'p Vocabulary) -> Sounds<'p> {
        let mut sorted: Vec<u32> =
            (0..side.types.len() as u32).filter(|kind| side.skeleton(*kind).len() >= SHORTEST).collect();
        sorted.sort_by(|a, b| side.skeleton(*a).cmp(side.skeleton(*b)).then(a.cmp(b)));
        Sounds { side, sorted }
    }

    /// Those that may sound like a skeleton.
    fn near(&self, skeleton: &[u8]) -> &[u32] {
        if skeleton.len() < SHORTEST {
            return &[];
        }
        let group = if skeleton.len() < GROUP {
            &[]
        } else {
            self.range(|other| other.get(..GROUP).unwrap_or(other).cmp(&skeleton[..GROUP]))
        };
        if !group.is_empty() && group.len() <= CROWD {
            return group;
        }
        let equal = self.range(|other| other.cmp(skeleton));
        &equal[..equal.len().min(CROWD)]
    }

    fn range(&self, order: impl Fn(&[u8]) -> Ordering) -> &[u32] {
        let start = self.sorted.partition_point(|kind| order(self.side.skeleton(*kind)).is_lt());
        let rest = &self.sorted[start..];
        &rest[..rest.partition_point(|kind| order(self.side.skeleton(*kind)).is_eq())]
    }
}
