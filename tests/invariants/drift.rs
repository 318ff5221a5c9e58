//! Comparing loses nothing: a word diff gives both texts back, equal texts have no difference, every paragraph and
//! every accepted unit is answered for exactly once.

use std::collections::BTreeSet;

use tolmach::diff::{Difference, Fate, Step, difference, paragraphs, wording, words};
use tolmach::text::{Document, Format};
use tolmach::units::{Accepted, State, Units, drift};

use super::texts;

/// Input: source and target as they were accepted, source and target as they are.
pub fn hold(bytes: &[u8]) {
    let texts: [String; 4] = texts(bytes);
    let [source_was, target_was, source, target] =
        texts.each_ref().map(|text| Document::read(text.as_bytes(), Format::Markdown));
    for (was, now) in [(&source_was, &source), (&target_was, &target)] {
        compared(&strings(was), &strings(now));
        compared(&strings(was), &strings(was));
        told_word_by_word(&was.text, &now.text);
        for pair in was.paragraphs.iter().zip(&now.paragraphs) {
            told_word_by_word(&pair.0.text, &pair.1.text);
        }
    }
    accepted_stand(&source_was, &target_was, &source, &target);
}

fn strings(document: &Document) -> Vec<&str> {
    document.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect()
}

/// What a word diff and the question of looks promise of two texts.
pub fn told_word_by_word(was: &str, now: &str) {
    let changes = words(was, now);
    let told = |step: Step| -> String {
        let kept = changes.iter().filter(|change| change.step == Step::Same || change.step == step);
        kept.map(|change| change.text.as_str()).collect()
    };
    assert_eq!(told(Step::Removed), was);
    assert_eq!(told(Step::Added), now);
    assert!(changes.iter().all(|change| !change.text.is_empty()));
    assert!(changes.windows(2).all(|pair| pair[0].step != pair[1].step), "{changes:?}");
    assert!(words(now, now).iter().all(|change| change.step == Step::Same));
    assert_eq!(changes.iter().all(|change| change.step == Step::Same), was == now);
    assert_eq!(difference(Format::Markdown, was, now) == Difference::Same, was == now);
    assert_eq!(difference(Format::Markdown, now, now), Difference::Same);
    assert_eq!(difference(Format::Markdown, was, now), difference(Format::Markdown, now, was));
}

/// What became of each paragraph: everything is answered for once, and is what it is said to be.
pub fn compared(was: &[&str], now: &[&str]) {
    let matched = paragraphs(Format::Markdown, was, now);
    let mut seen = (vec![0; was.len()], vec![0; now.len()]);
    let mut first = 0;
    for one in &matched {
        one.was.iter().for_each(|at| seen.0[*at] += 1);
        one.now.iter().for_each(|at| seen.1[*at] += 1);
        assert!(one.was.is_sorted() && one.now.is_sorted());
        if let Some(at) = one.was.first() {
            assert!(*at >= first, "{matched:?}");
            first = *at;
        }
        let equal = |how: fn(&str, &str) -> bool| how(was[one.was[0]], now[one.now[0]]);
        match (one.fate, one.was.len(), one.now.len()) {
            (Fate::Same, 1, 1) => assert!(equal(|was, now| was == now)),
            (Fate::Cosmetic, 1, 1) => assert!(equal(
                |was, now| was != now && wording(Format::Markdown, was) == wording(Format::Markdown, now)
            )),
            (Fate::Reworded, 1, 1) | (Fate::Removed, 1, 0) | (Fate::New, 0, 1) => {}
            (Fate::Split, 1, 2..) | (Fate::Merged, 2.., 1) => {}
            _ => panic!("{one:?}"),
        }
    }
    assert!(seen.0.iter().chain(&seen.1).all(|count| *count == 1), "{matched:?}");
    if was == now {
        assert!(matched.iter().all(|one| one.fate == Fate::Same && one.was == one.now && !one.moved), "{matched:?}");
    }
}

/// Units made of the paragraphs as they pair by number, against today's texts.
fn accepted_stand(source_was: &Document, target_was: &Document, source: &Document, target: &Document) {
    let pairs = strings(source_was).into_iter().zip(strings(target_was));
    let accepted: Vec<Accepted> =
        pairs.map(|(from, to)| Accepted { source: vec![from.to_owned()], target: vec![to.to_owned()] }).collect();
    let units = Units { accepted, ..Units::default() };
    let today = drift(&units, source, target);
    let told: Vec<usize> = (today.standing.iter().chain(&today.halves))
        .flat_map(|one| std::iter::once(one.accepted).chain(one.also.iter().copied()))
        .chain(today.gone.iter().copied())
        .collect();
    let once: BTreeSet<usize> = told.iter().copied().collect();
    assert_eq!((told.len(), once.len()), (units.accepted.len(), units.accepted.len()), "{today:?}");
    let mut taken = BTreeSet::new();
    for standing in &today.standing {
        assert!(!standing.pin.source.is_empty() && !standing.pin.target.is_empty());
        let paragraphs = standing.pin.source.iter().map(|at| (0, *at));
        for place in paragraphs.chain(standing.pin.target.iter().map(|at| (1, *at))) {
            assert!(taken.insert(place), "{place:?} twice in {today:?}");
        }
        if standing.state == (State::Fresh { cosmetic: false }) {
            let (from, to) = standing.was(&units);
            let at = |document: &Document, at: &[usize]| -> Vec<String> {
                at.iter().map(|at| document.paragraphs[*at].text.clone()).collect()
            };
            assert_eq!(
                (at(source, &standing.pin.source), at(target, &standing.pin.target)),
                (owned(&from), owned(&to))
            );
        }
    }
    let same = strings(source_was) == strings(source) && strings(target_was) == strings(target);
    if same {
        let fresh = |one: &tolmach::units::Standing| one.state == State::Fresh { cosmetic: false };
        assert!(today.standing.iter().all(fresh) && today.halves.is_empty() && today.gone.is_empty(), "{today:?}");
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
