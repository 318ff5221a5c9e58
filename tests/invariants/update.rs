//! A draft loses no letter of the translator: whatever became of the original, an update keeps every word of the
//! translation, and a second one changes nothing; a started translation has a gap for every paragraph; texts that
//! come back unchanged change nothing.

use std::collections::BTreeMap;

use tolmach::analysis::{AnalysedGap, GapState, Resources, Settings, analyse};
use tolmach::draft::{Arrival, Filling, ImportedUnit, Today, joined, land, name, start, update};
use tolmach::glossary::{Glossary, Index};
use tolmach::text::{Document, Format, Gaps, Kind};
use tolmach::units::{Accepted, Pair, Units};

use super::{languages, lexicon, texts};

/// Input: the original as it was, its translation, the original as it is.
pub fn hold(bytes: &[u8]) {
    let [was, translation, now] = texts(bytes);
    let pairs = strings(&read(&was)).into_iter().zip(strings(&read(&translation)));
    let accepted = pairs.map(|(source, target)| Accepted { source: vec![source], target: vec![target] }).collect();
    let units = Units { accepted, ..Units::default() };
    let first = updated(&units, &translation, &now);
    // A gap whose original is gone says so in another word.
    let words = translation.replace("tolmach: translate", "").replace("tolmach:translate", "");
    let (had, has) = (letters(&words), letters(&first));
    for (letter, count) in had {
        assert!(has.get(&letter).is_some_and(|has| *has >= count), "{letter:?} is lost:\n{translation}\n----\n{first}");
    }
    started(&read(&was));
    let second = updated(&units, &first, &now);
    assert_eq!(second, first, "\nof\n{translation}\nafter\n{was}\nbecame\n{now}");
}

fn read(text: &str) -> Document {
    Document::read(text.as_bytes(), Format::Markdown)
}

fn strings(document: &Document) -> Vec<String> {
    document.paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect()
}

/// How often each sign stands in a text; the marks of Markdown and of comments, quotes and rows are no words.
fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    for letter in text.chars().filter(|c| !c.is_ascii_punctuation() && !c.is_whitespace() && !c.is_control()) {
        *letters.entry(letter).or_default() += 1;
    }
    letters
}

/// Updates a translation as `tolmach update` does: with the units that a review finds.
fn updated(units: &Units, translation: &str, now: &str) -> String {
    let source = read(now);
    let mut today = |text: &str| {
        let today = today(units, &source, read(text));
        come_back(&source, &today.target, &today.aligned);
        today
    };
    update(&source, translation, units, &mut today, &mut |_| Vec::new()).text
}

fn today(units: &Units, source: &Document, target: Document) -> Today {
    let (from, to) = languages("ru en");
    let (glossary, index) = (Glossary::default(), Index::default());
    let settings = Settings { severities: BTreeMap::new(), ..Settings::default() };
    let lexicon = lexicon(&from, &to);
    let resources = Resources {
        glossary: &glossary,
        source_index: &index,
        target_index: &index,
        lexicon: &|| &lexicon,
        settings: &settings,
        pages: &tolmach::rules::NoPages,
    };
    let pair = Pair::of(source.clone(), target, (from, to), units.clone());
    let review = analyse(&pair, &resources, &|_| true);
    let aligned = review.units.into_iter().map(|reviewed| reviewed.unit).collect();
    let (mut typed, mut outdated, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for AnalysedGap { gap, state } in review.gaps {
        match state {
            GapState::Typed(_) if gap.within.is_some() => unknown.push(gap.span),
            GapState::Typed(_) => typed.push((gap.span, if gap.typed.is_empty() { gap.original } else { gap.typed })),
            GapState::Outdated => outdated.push((gap.span, gap.original)),
            GapState::Unknown => unknown.push(gap.span),
            GapState::Open(_) | GapState::Answered(_) => {}
        }
    }
    Today { target: pair.target, drift: review.drift, aligned, typed, outdated, unknown }
}

/// What went to another tool and comes back as it went.
fn come_back(source: &Document, target: &Document, aligned: &[tolmach::align::Unit]) {
    let sent: Vec<[String; 3]> = aligned
        .iter()
        .filter(|unit| !unit.source.is_empty() && !unit.target.is_empty())
        .map(|unit| [name(unit), joined(source, &unit.source), joined(target, &unit.target)])
        .collect();
    let incoming: Vec<ImportedUnit<'_>> = sent
        .iter()
        .map(|[id, source, target]| ImportedUnit { id, source, target, kind: Arrival::Finished(&|_| None) })
        .collect();
    let landed = land(source, target, aligned, &incoming);
    assert_eq!((landed.text.as_str(), landed.placed), (target.text.as_str(), 0));
    assert_eq!(landed.unplaced, Vec::<usize>::new());
}

fn started(source: &Document) {
    let started = start(source, |_| Filling::Gap(vec!["terms: а → b".to_owned()]));
    assert_eq!(started.gaps.len(), source.paragraphs.len());
    // Text behind the end of a comment stands in whatever the comment began in; gaps are for translations.
    let behind = |line: &str| line.rsplit_once("-->").is_some_and(|(_, rest)| !rest.trim().is_empty());
    if source.text.lines().any(behind) || source.text.contains("<!-- tolmach") {
        return;
    }
    let target = read(&started.text);
    let mut gaps = Gaps::of(&target, source);
    for paragraph in &source.paragraphs {
        let text = &paragraph.text;
        // Numbers need no translator. A row that is no row of the translation's, since what is above it is none, has a
        // gap in each of its cells.
        let in_cells = paragraph.kind == Kind::TableRow && started.text.contains("| <!-- tolmach: translate ");
        let is_asked = text.contains(char::is_alphabetic) && !in_cells;
        assert!(!is_asked || gaps.take(text).is_some(), "{text:?} has no gap in\n{}", started.text);
    }
}
