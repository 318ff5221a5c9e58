//! How well and how fast the aligner works, on a small text written for it. Run with `cargo bench --bench align`.

use std::hint::black_box;
use std::time::Instant;

use tolmach::align::{Lexicon, Side, Unit, align_sentences, align_without_evidence};
use tolmach::lang::Language;
use tolmach::text::Paragraph;

/// A unit a line, `source<TAB>target`; several paragraphs of a side are parted by ` | `, an empty side is `-`.
const GOLD: &str = include_str!("gold/bridge.tsv");

fn main() {
    let (ru, en): (Language, Language) = ("ru".parse().expect("a tag"), "en".parse().expect("a tag"));
    let (source, target, gold) = read(GOLD);
    let lexicon = Lexicon::built_in(&ru, &en);
    let run = |source: &[Paragraph], target: &[Paragraph]| {
        align_without_evidence(&side(&ru, source), &side(&en, target), &[], &lexicon)
    };
    let units = run(&source, &target);
    let right = units.iter().filter(|unit| gold.contains(&shape(unit))).count();
    show(&format!("units right: {right} of {} (found {})", gold.len(), units.len()));
    let (named, left_out) = omissions((&ru, &en), &gold, (&source, &target), &lexicon);
    show(&format!("sentences left out that are named: {named} of {left_out}"));
    let rounds = 200;
    let start = Instant::now();
    for _ in 0..rounds {
        black_box(run(black_box(&source), black_box(&target)));
    }
    let paragraphs = rounds * (source.len() + target.len()) / 2;
    show(&format!("paragraphs a second, one thread: {:.0}", paragraphs as f64 / start.elapsed().as_secs_f64()));
    let long = |side: &[Paragraph]| -> Vec<Paragraph> { std::iter::repeat_n(side, 400).flatten().cloned().collect() };
    let (long_source, long_target) = (long(&source), long(&target));
    let start = Instant::now();
    black_box(run(&long_source, &long_target));
    let paragraphs = (long_source.len() + long_target.len()) / 2;
    show(&format!("the same in one long document: {:.0}", paragraphs as f64 / start.elapsed().as_secs_f64()));
}

/// Makes paragraphs of three neighbouring pairs, leaves out each of the three in turn, and counts how often exactly it is found
/// without counterpart.
fn omissions(
    languages: (&Language, &Language),
    gold: &[Shape],
    texts: (&[Paragraph], &[Paragraph]),
    lexicon: &Lexicon,
) -> (usize, usize) {
    let pairs: Vec<(&str, &str)> = gold
        .iter()
        .filter(|unit| unit.0.len() == 1 && unit.1.len() == 1)
        .map(|unit| (texts.0[unit.0[0]].text.as_str(), texts.1[unit.1[0]].text.as_str()))
        .collect();
    let (mut named, mut left_out) = (0, 0);
    for at in 0..3 {
        let groups: Vec<&[(&str, &str)]> = pairs.chunks_exact(3).collect();
        let whole =
            |group: &&[(&str, &str)]| Paragraph::alone(&group.iter().map(|p| p.0).collect::<Vec<_>>().join(" "));
        let short = |group: &&[(&str, &str)]| {
            let kept = group.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, pair)| pair.1);
            Paragraph::alone(&kept.collect::<Vec<_>>().join(" "))
        };
        let (source, target): (Vec<_>, Vec<_>) =
            (groups.iter().map(whole).collect(), groups.iter().map(short).collect());
        let units: Vec<Unit> = (0..groups.len()).map(|at| Unit::new(vec![at], vec![at])).collect();
        let found = align_sentences(&side(languages.0, &source), &side(languages.1, &target), &units, || lexicon);
        for (number, group) in groups.iter().enumerate() {
            let start: usize = group[..at].iter().map(|pair| pair.0.len() + 1).sum();
            let lone = found.iter().filter(|unit| unit.unit == number && unit.target.is_empty());
            named += usize::from(lone.flat_map(|unit| &unit.source).any(|sentence| sentence.span.start == start));
            left_out += 1;
        }
    }
    (named, left_out)
}

fn side<'a>(language: &'a Language, paragraphs: &'a [Paragraph]) -> Side<'a> {
    Side { language, paragraphs, blocks: &[], text: "" }
}

#[expect(clippy::print_stdout, reason = "a bench answers on standard output")]
fn show(line: &str) {
    println!("{line}");
}

type Shape = (Vec<usize>, Vec<usize>);

fn shape(unit: &Unit) -> Shape {
    (unit.source.clone(), unit.target.clone())
}

fn read(gold: &str) -> (Vec<Paragraph>, Vec<Paragraph>, Vec<Shape>) {
    let (mut source, mut target, mut shapes) = (Vec::new(), Vec::new(), Vec::new());
    for line in gold.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (left, right) = line.split_once('\t').expect("two sides");
        shapes.push((take(left, &mut source), take(right, &mut target)));
    }
    (source, target, shapes)
}

fn take(side: &str, paragraphs: &mut Vec<Paragraph>) -> Vec<usize> {
    let from = paragraphs.len();
    paragraphs.extend(side.split(" | ").filter(|text| *text != "-").map(Paragraph::alone));
    (from..paragraphs.len()).collect()
}
