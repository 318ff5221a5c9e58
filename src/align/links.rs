//! Which words of one side may answer which of the other, and how probably.
//!
//! `p(t|s)` is the trust in the link, shared out among all words that may answer `s` by how often they stand in the
//! document; so a fair share of chance agreement is discounted before any paragraph is looked at.

use rustc_hash::FxHashMap;

use super::lexicon::Lexicon;
use super::page::Page;
use super::sound;

/// A link from a source type.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) target: u32,
    pub(super) trust: f32,
    pub(super) why: Why,
    /// `p(t|s) / q(t)`: how much likelier the target word is where the source word stands, for one word of source.
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

/// Skeletons are compared within groups that agree on this many codes.
const GROUP: usize = 3;

/// In a group larger than this only equal skeletons are linked, so that cost stays linear.
const CROWD: usize = 400;

impl Links {
    pub(super) fn find(source: &Page, target: &Page, lexicon: &Lexicon) -> Links {
        let mut starts = vec![0u32];
        let mut links: Vec<Link> = Vec::new();
        let sounds = Sounds::new(target);
        let mut found: Vec<Link> = Vec::new();
        for kind in &source.types {
            found.clear();
            if let Some(same) = target.find(&kind.key) {
                let short = kind.key.chars().nth(1).is_none() && !kind.number && !kind.letters;
                let (trust, why) = if kind.number { (NUMBER, Why::Number) } else { (SAME, Why::Same) };
                add(&mut found, same, if short { 0.2 } else { trust }, why);
            }
            for (translation, trust) in lexicon.translations(&kind.key) {
                if let Some(known) = target.find(translation) {
                    add(&mut found, known, trust, Why::Lexicon);
                }
            }
            sounds.each(&kind.skeleton, |other| {
                let answer = &target.types[other as usize];
                let trust = sound::likeness(&kind.skeleton, &answer.skeleton, kind.name && answer.name);
                if trust > 0.0 {
                    add(&mut found, other, trust, Why::Sound);
                }
            });
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

    fn share_out(&mut self, source: &Page, target: &Page) {
        let weight = |trust: f32, spread: u32| trust * (spread as f32).powf(SPREAD);
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

/// How a word's frequency counts when a link's trust is shared out: between a choice by frequency (1) and by trust
/// alone (0).
const SPREAD: f32 = 0.5;

fn add(found: &mut Vec<Link>, target: u32, trust: f32, why: Why) {
    match found.iter_mut().find(|link| link.target == target) {
        // Two reasons for one link are better than the better of them.
        Some(link) => link.trust = (link.trust.max(trust) + 0.1).min(0.9),
        None => found.push(Link { target, trust, why, forward: 0.0, backward: 0.0 }),
    }
}

/// The target words by the beginning of their skeleton.
struct Sounds {
    groups: FxHashMap<[u8; GROUP], Vec<u32>>,
    whole: FxHashMap<Vec<u8>, Vec<u32>>,
}

impl Sounds {
    fn new(page: &Page) -> Sounds {
        let mut sounds = Sounds { groups: FxHashMap::default(), whole: FxHashMap::default() };
        for (at, kind) in page.types.iter().enumerate() {
            match kind.skeleton.len() {
                0 | 1 => {}
                2 => sounds.whole.entry(kind.skeleton.clone()).or_default().push(at as u32),
                _ => {
                    let head = [kind.skeleton[0], kind.skeleton[1], kind.skeleton[2]];
                    sounds.groups.entry(head).or_default().push(at as u32);
                    sounds.whole.entry(kind.skeleton.clone()).or_default().push(at as u32);
                }
            }
        }
        sounds
    }

    fn each(&self, skeleton: &[u8], mut each: impl FnMut(u32)) {
        if skeleton.len() < 2 {
            return;
        }
        if skeleton.len() >= GROUP
            && let Some(group) = self.groups.get(&[skeleton[0], skeleton[1], skeleton[2]])
            && group.len() <= CROWD
        {
            group.iter().for_each(|other| each(*other));
        } else if let Some(equal) = self.whole.get(skeleton) {
            equal.iter().take(CROWD).for_each(|other| each(*other));
        }
    }
}
