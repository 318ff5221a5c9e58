//! Every stored input of the fuzz targets keeps its target's promises: `fuzz/corpus`, written by hand, and
//! `fuzz/regressions`, which once broke something. So do some hundred changes of them, as a fuzzer makes them, and
//! inputs made of the words of `fuzz/dictionaries`. All of it is the same on every run and every machine.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

mod invariants;

use invariants::{Hold, TARGETS};

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

/// The inputs of a target, by path, in order.
fn inputs(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let mut inputs = Vec::new();
    for folder in ["corpus", "regressions"] {
        let entries = fs::read_dir(fuzz().join(folder).join(target)).into_iter().flatten();
        for path in entries.map(|entry| entry.expect("an entry").path()) {
            let bytes = fs::read(&path).expect("a readable input");
            inputs.push((path, bytes));
        }
    }
    inputs.sort();
    inputs
}

/// The words of a target's dictionary, in libFuzzer's format: `"…"` with `\xAB`, `\\` and `\"`, one a line.
fn dictionary(target: &str) -> Vec<Vec<u8>> {
    let options = fs::read_to_string(fuzz().join("targets")).expect("the list of targets");
    let line = options.lines().find(|line| line.split_whitespace().next() == Some(target)).expect("a line a target");
    let name = line.split_whitespace().nth(2).expect("name, length, dictionary");
    let text = fs::read_to_string(fuzz().join("dictionaries").join(name)).expect("a dictionary");
    text.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"')).map(unescaped).collect()
}

fn unescaped(word: &str) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::new(), word.as_bytes());
    while let [first, tail @ ..] = rest {
        (bytes, rest) = match (first, tail) {
            (b'\\', [b'x', high, low, tail @ ..]) => {
                let digits = [*high, *low];
                let digits = std::str::from_utf8(&digits).expect("two digits");
                bytes.push(u8::from_str_radix(digits, 16).expect("hexadecimal digits"));
                (bytes, tail)
            }
            (b'\\', [other, tail @ ..]) => {
                bytes.push(*other);
                (bytes, tail)
            }
            (other, tail) => {
                bytes.push(*other);
                (bytes, tail)
            }
        };
    }
    bytes
}

/// Whether an input keeps the promises; what broke is printed by the panic itself.
fn keeps(hold: Hold, bytes: &[u8]) -> bool {
    catch_unwind(AssertUnwindSafe(|| hold(bytes))).is_ok()
}

#[test]
fn every_stored_input_keeps_the_promises() {
    let mut broken = Vec::new();
    for (target, hold) in TARGETS {
        let inputs = inputs(target);
        assert!(!inputs.is_empty(), "{target} has inputs");
        let failed = inputs.into_iter().filter(|(_, bytes)| !keeps(*hold, bytes));
        broken.extend(failed.map(|(path, _)| path.display().to_string()));
    }
    assert!(broken.is_empty(), "broken by:\n{}", broken.join("\n"));
}

/// Numbers that look random and are the same on every machine (splitmix64, Steele et al. 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit.max(1) as u64) as usize
    }

    /// A stretch of at most 40 bytes.
    fn stretch(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        start..(start + self.below(41)).min(length)
    }
}

/// One change of an input, as libFuzzer makes them.
fn change(dice: &mut Dice, bytes: &mut Vec<u8>, others: &[(PathBuf, Vec<u8>)], words: &[Vec<u8>]) {
    let stretch = dice.stretch(bytes.len());
    match dice.below(7) {
        0 => drop(bytes.drain(stretch)),
        1 | 2 => drop(bytes.splice(stretch.start..stretch.start, words[dice.below(words.len())].iter().copied())),
        3 => drop(bytes.splice(stretch, words[dice.below(words.len())].iter().copied())),
        4 => {
            let copy = bytes[stretch].to_vec();
            let at = dice.below(bytes.len() + 1);
            bytes.splice(at..at, copy);
        }
        5 => {
            let other = &others[dice.below(others.len())].1;
            let from = dice.stretch(other.len());
            bytes.splice(stretch, other[from].iter().copied());
        }
        _ => {
            let at = dice.below(bytes.len());
            bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << dice.below(8));
        }
    }
}

#[test]
fn changed_inputs_keep_the_promises() {
    for (target, hold) in TARGETS {
        let (inputs, words) = (inputs(target), dictionary(target));
        let mut dice = Dice(1);
        for round in 0..200 {
            let mut bytes = inputs[round % inputs.len()].1.clone();
            for _ in 0..1 + dice.below(4) {
                change(&mut dice, &mut bytes, &inputs, &words);
            }
            assert!(keeps(*hold, &bytes), "{target} is broken by\n{}", String::from_utf8_lossy(&bytes));
        }
    }
}

#[test]
fn any_words_of_a_dictionary_keep_the_promises() {
    for (target, hold) in TARGETS {
        let pieces = prop::collection::vec(prop::sample::select(dictionary(target)), 0..40);
        let config = ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() };
        let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let kept = TestRunner::new_with_rng(config, rng).run(&pieces, |pieces| {
            let bytes = pieces.concat();
            prop_assert!(keeps(*hold, &bytes), "{target} is broken by\n{}", String::from_utf8_lossy(&bytes));
            Ok(())
        });
        kept.unwrap_or_else(|broken| panic!("{broken}"));
    }
}

/// Documents of paragraphs, parted into an input of the targets that compare.
fn documents() -> impl Strategy<Value = Vec<u8>> {
    let paragraph = "(# |## |- |> |1\\. |\\| |)(Мост|Река|Токаев|The bridge|akimat|Да|5 января|\\*\\*жирно\\*\\*|`код`|\
                     «цитата»|\\[a\\]\\(b\\)|\\[\\^1\\]|, | — |\\. |\\? |\\n> |\\n){1,8}";
    let document = prop::collection::vec(paragraph, 0..6);
    let step = (0u8..4, 0usize..8, paragraph);
    (document.clone(), document, prop::collection::vec(step, 0..4)).prop_map(|(source, target, steps)| {
        let mut now = source.clone();
        for (step, at, text) in steps {
            match step {
                0 => now.insert(at % (now.len() + 1), text),
                1 if !now.is_empty() => drop(now.remove(at % now.len())),
                2 if !now.is_empty() => {
                    let at = at % now.len();
                    now[at].push_str(&text);
                }
                3 if !now.is_empty() => {
                    let moved = now.remove(at % now.len());
                    now.push(moved);
                }
                _ => {}
            }
        }
        let written = |paragraphs: &[String]| format!("{}\n", paragraphs.join("\n\n"));
        let (source, target, now) = (written(&source), written(&target), written(&now));
        format!("{source}%%\n{target}%%\n{now}%%\n{target}").into_bytes()
    })
}

#[test]
fn any_documents_keep_the_promises() {
    for (target, hold) in TARGETS.iter().filter(|(name, _)| ["drift", "update", "review", "alignment"].contains(name)) {
        let config = ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() };
        let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let kept = TestRunner::new_with_rng(config, rng).run(&documents(), |mut bytes| {
            if ["review", "alignment"].contains(target) {
                bytes.splice(0..0, *b"ru en\n%%\n");
            }
            prop_assert!(keeps(*hold, &bytes), "{target} is broken by\n{}", String::from_utf8_lossy(&bytes));
            Ok(())
        });
        kept.unwrap_or_else(|broken| panic!("{broken}"));
    }
}
