//! Two or three translators accept, waive and edit paragraphs of one document on branches of their own, and plain git
//! merges their units files: no merge driver, no knowledge of the format.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::process::Command;

use tolmach::align::Pin;
use tolmach::text::{Document, Format};
use tolmach::units::{Accepted, Layout, Today, Units, UnitsFault, Waiver, drift};

/// So many merges are simulated.
const MERGES: usize = 200;

/// A small generator of the same numbers on every machine (xorshift, Marsaglia 2003).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

/// A translator's copy of the document and of its units file.
#[derive(Clone)]
struct Copy {
    source: Vec<String>,
    target: Vec<String>,
    file: String,
}

impl Copy {
    fn new(paragraphs: usize) -> Copy {
        let text = |word: &str, at: usize| format!("{word} {at}: «{}», {}.", at * 7 % 13, at * at);
        Copy {
            source: (0..paragraphs).map(|at| text("Абзац", at)).collect(),
            target: (0..paragraphs).map(|at| text("Paragraph", at)).collect(),
            file: String::new(),
        }
    }

    fn units(&self) -> Units {
        Units::read(&self.file).expect("a units file")
    }

    /// Writes what `decide` makes of the units, as the commands do: every aligned unit has its block.
    fn write(&mut self, decide: impl Fn(&Units, Today<'_>) -> Units) {
        let document = |texts: &[String]| Document::read(texts.join("\n\n").as_bytes(), Format::Markdown);
        let (source, target) = (document(&self.source), document(&self.target));
        let before = self.units();
        let was = drift(&before, &source, &target);
        let units = decide(&before, Today { source: &source.paragraphs, target: &target.paragraphs, drift: &was });
        let now = drift(&units, &source, &target);
        let today = Today { source: &source.paragraphs, target: &target.paragraphs, drift: &now };
        let aligned: Vec<Pin> = (0..self.source.len()).map(pin).collect();
        self.file = units.write_in(&Layout::of_today(&units, today, &aligned), &self.file);
    }

    fn accept(&mut self, at: usize) {
        self.write(|units, today| units.accept(today, &[pin(at)]));
    }

    fn waive(&mut self, at: usize, rule: &str) {
        let (source, target) = (vec![self.source[at].clone()], vec![self.target[at].clone()]);
        let reason = format!("{rule} is fine in {at}");
        self.write(|units, _| {
            units.waive(Waiver {
                rule: rule.to_owned(),
                finding: None,
                reason: reason.clone(),
                source: source.clone(),
                target: target.clone(),
            })
        });
    }

    fn edit(&mut self, at: usize, by: usize) {
        let _ = write!(self.target[at], " Edited by {by}.");
        self.accept(at);
    }
}

fn pin(at: usize) -> Pin {
    Pin { source: vec![at], target: vec![at] }
}

/// Which paragraphs a translator works on.
fn chosen(way: usize, paragraphs: usize, by: usize, numbers: &mut Numbers) -> Vec<usize> {
    match way {
        // Anywhere.
        0 => (0..1 + numbers.below(6)).map(|_| numbers.below(paragraphs)).collect(),
        // A stretch of one's own.
        1 => (0..paragraphs).filter(|at| at * 3 / paragraphs == by).collect(),
        // Neighbours of what the others work on.
        2 => (0..paragraphs).filter(|at| at % 3 == by).collect(),
        // Stretches that may overlap.
        _ => {
            let start = numbers.below(paragraphs);
            (start..(start + 1 + numbers.below(5)).min(paragraphs)).collect()
        }
    }
}

/// What plain git makes of two files and the one they come from; `Err` where it leaves a conflict.
fn git_merge(base: &str, ours: &str, theirs: &str) -> Result<String, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path
    };
    let (ours, base, theirs) = (path("ours", ours), path("base", base), path("theirs", theirs));
    let output = Command::new("git")
        .args(["merge-file", "-p", "--diff3"])
        .args([&ours, &base, &theirs])
        .output()
        .expect("git runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    if output.status.success() { Ok(text) } else { Err(text) }
}

/// What a translator did: the paragraphs, and the texts and waivers that must be there afterwards.
#[derive(Default)]
struct Work {
    touched: BTreeSet<usize>,
    copy: Option<Copy>,
}

fn work(base: &Copy, way: usize, by: usize, numbers: &mut Numbers) -> Work {
    let mut copy = base.clone();
    let mut touched = BTreeSet::new();
    for at in chosen(way, base.source.len(), by, numbers) {
        if !touched.insert(at) {
            continue;
        }
        match numbers.below(5) {
            0 => copy.waive(at, "number-mismatch"),
            1 => copy.edit(at, by),
            _ => copy.accept(at),
        }
    }
    Work { touched, copy: Some(copy) }
}

#[test]
fn plain_git_merges_what_different_people_accept() {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let (mut clean, mut conflicts) = (0, 0);
    for round in 0..MERGES {
        let paragraphs = 6 + numbers.below(30);
        let mut base = Copy::new(paragraphs);
        for _ in 0..1 + numbers.below(paragraphs) {
            base.accept(numbers.below(paragraphs));
        }
        let translators = 2 + round % 2;
        let works: Vec<Work> = (0..translators).map(|by| work(&base, round % 4, by, &mut numbers)).collect();
        let mut merged = base.file.clone();
        let mut done: BTreeSet<usize> = BTreeSet::new();
        let mut wanted: Vec<Accepted> = Vec::new();
        for work in &works {
            let copy = work.copy.as_ref().expect("a copy");
            let met: Vec<&usize> = done.intersection(&work.touched).collect();
            match git_merge(&base.file, &merged, &copy.file) {
                Ok(text) => {
                    let units = Units::read(&text).unwrap_or_else(|fault| panic!("round {round}: {fault:?}\n{text}"));
                    // Of two who worked on one paragraph the one who changed nothing yields.
                    wanted.retain(|unit| !met.iter().any(|at| unit.source.contains(&base.source[**at])));
                    let had = base.units().accepted;
                    wanted.extend(copy.units().accepted.into_iter().filter(|unit| !had.contains(unit)));
                    for unit in &wanted {
                        assert!(units.accepted.contains(unit), "round {round}: lost {unit:?}\n{text}");
                    }
                    for waiver in copy.units().waivers {
                        assert!(units.waivers.contains(&waiver), "round {round}: lost {waiver:?}\n{text}");
                    }
                    merged = text;
                    done.extend(&work.touched);
                    clean += 1;
                }
                Err(text) => {
                    assert!(!met.is_empty(), "round {round}: a conflict although nobody met\n{text}");
                    assert!(matches!(Units::read(&text), Err(UnitsFault::ConflictMarker { .. })), "round {round}");
                    conflicts += 1;
                }
            }
        }
    }
    assert!(clean > MERGES && conflicts > 0, "{clean} clean, {conflicts} conflicts");
}

/// A document half of which is accepted: the empty blocks may add a third to the file, no more.
#[test]
fn empty_blocks_are_small_and_an_edit_of_open_paragraphs_changes_none() {
    let sentence = |word: &str, at: usize| {
        format!("{word} {at} tells of the bridge at length, of the river and the road. ").repeat(2)
    };
    let mut copy = Copy::new(40);
    copy.source = (0..40).map(|at| sentence("Абзац", at).trim().to_owned()).collect();
    copy.target = (0..40).map(|at| sentence("Paragraph", at).trim().to_owned()).collect();
    (0..40).filter(|at| at % 2 == 0).for_each(|at| copy.accept(at));
    let without: usize = {
        let units = copy.units();
        units.write_over("").len()
    };
    assert!(copy.file.len() * 10 <= without * 13, "{} against {without}", copy.file.len());
    let before = copy.file.clone();
    copy.target[1].push_str(" More of it.");
    copy.write(|units, _| units.clone());
    assert_eq!(copy.file, before);
}
