//! How often each rule cries wolf, and how often it hears one: two tables over pairs written for the purpose.
//!
//! `cargo bench --bench rules` reads `benches/rules/pairs.tsv`, Russian paragraphs with good English translations, as
//! one document; whatever a rule finds there is a false alarm. Then it puts one fault at a time into each pair that
//! can bear it, and counts the faults that the rule finds. It fails where a rule that is on by default alarms on more
//! than 0.5 % of the good pairs, or finds fewer than 95 % of the faults.
#![expect(clippy::print_stdout, reason = "the tables are what the program is for")]

use std::process::ExitCode;

use tolmach::align::{Lexicon, SentenceAligner, Side, Unit, align_sentences};
use tolmach::glossary::{Glossary, Index, Occurrence};
use tolmach::lang::Language;
use tolmach::rules::{Context, Finding, Options, RULES, ReadNumbers, Rule, Scope, Severity, WantedTerms};
use tolmach::text::{Document, Format};

mod seeds;

/// The share of good pairs on which a default rule may alarm.
const ALARMS: f64 = 0.005;
/// The share of seeded faults that a rule has to find.
const DETECTED: f64 = 0.95;

fn main() -> ExitCode {
    let pairs: Vec<Pair> = include_str!("pairs.tsv").lines().filter_map(Pair::read).collect();
    let desk = Desk::new();
    let quiet = alarms(&desk, &pairs);
    let sharp = detection(&desk, &pairs);
    if quiet && sharp { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// An original paragraph and its translation.
#[derive(Clone, Debug)]
struct Pair {
    source: String,
    target: String,
}

impl Pair {
    fn read(line: &str) -> Option<Pair> {
        let (source, target) = line.split_once('\t')?;
        Some(Pair { source: source.to_owned(), target: target.to_owned() })
    }
}

/// What rules need beside the texts.
struct Desk {
    source: Language,
    target: Language,
    glossary: Glossary,
    source_index: Index,
    target_index: Index,
    lexicon: Lexicon,
    options: Options,
}

impl Desk {
    fn new() -> Desk {
        let files = [("glossary.toml".to_owned(), include_str!("glossary.toml").to_owned())];
        let (glossary, faults) = Glossary::read(&files);
        assert!(faults.is_empty(), "the glossary of the corpus is well-formed: {faults:?}");
        let source: Language = "ru".parse().expect("a tag");
        let target: Language = "en".parse().expect("a tag");
        let (source_index, target_index) = (Index::new(&glossary, &source), Index::new(&glossary, &target));
        let lexicon = Lexicon::built_in(&source, &target);
        Desk { source, target, glossary, source_index, target_index, lexicon, options: Options::default() }
    }

    /// What a rule finds in two files, their paragraphs paired in order or as `units` says.
    fn findings(&self, rule: &Rule, source: &[u8], target: &[u8], units: Option<&[Unit]>) -> Vec<Finding> {
        let source = Document::read(source, Format::Markdown);
        let target = Document::read(target, Format::Markdown);
        let terms = |document: &Document, index: &Index| -> Vec<Vec<Occurrence>> {
            document.paragraphs.iter().map(|paragraph| index.find(paragraph)).collect()
        };
        let in_order: Vec<Unit> = (0..source.paragraphs.len().max(target.paragraphs.len()))
            .map(|at| {
                let side = |paragraphs: usize| if at < paragraphs { vec![at] } else { Vec::new() };
                Unit::new(side(source.paragraphs.len()), side(target.paragraphs.len()))
            })
            .collect();
        let side = |language, paragraphs| Side { language, paragraphs, blocks: &[], text: "" };
        let (from, to) = (side(&self.source, &source.paragraphs), side(&self.target, &target.paragraphs));
        let sentences = SentenceAligner::new(|units| align_sentences(&from, &to, units, || &self.lexicon));
        let context = Context {
            numbers: &ReadNumbers::default(),
            wanted: &WantedTerms::default(),
            sentences: &sentences,
            source: &source,
            target: &target,
            source_language: &self.source,
            target_language: &self.target,
            glossary: &self.glossary,
            source_terms: &terms(&source, &self.source_index),
            target_terms: &terms(&target, &self.target_index),
            options: &self.options,
            pages: &tolmach::rules::NoPages,
        };
        rule.findings(units.unwrap_or(&in_order), &context)
    }
}

/// Prints how often each rule alarms on the good pairs; tells whether all default rules are quiet enough.
fn alarms(desk: &Desk, pairs: &[Pair]) -> bool {
    let join = |side: fn(&Pair) -> &str| pairs.iter().map(side).collect::<Vec<_>>().join("\n\n");
    let (source, target) = (join(|pair| &pair.source), join(|pair| &pair.target));
    let read = |text: &str| Document::read(text.as_bytes(), Format::Markdown).paragraphs.len();
    assert_eq!((read(&source), read(&target)), (pairs.len(), pairs.len()), "each line is one paragraph");
    println!("false alarms on {} good pairs\n", pairs.len());
    println!("{:22} {:>7} {:>7} {:>8}", "rule", "default", "alarms", "share");
    let mut quiet = true;
    for rule in RULES.iter().filter(|rule| matches!(rule.scope, Scope::Unit(_) | Scope::Document(_))) {
        let findings = desk.findings(rule, source.as_bytes(), target.as_bytes(), None);
        let share = findings.len() as f64 / pairs.len() as f64;
        let loud = rule.severity != Severity::Off && share > ALARMS;
        quiet &= !loud;
        let mark = if loud { "  too many" } else { "" };
        println!("{:22} {:>7} {:>7} {:>7.2}%{mark}", rule.id, severity(rule), findings.len(), share * 100.0);
        for finding in &findings {
            let place = finding.target.first().or(finding.source.first());
            let at = place.map_or(0, |place| place.paragraph);
            println!("    {} | {} | {:?}", pairs[at].source, pairs[at].target, finding.facts);
        }
    }
    quiet
}

/// Prints how many seeded faults each rule finds; tells whether all find enough.
fn detection(desk: &Desk, pairs: &[Pair]) -> bool {
    println!("\nseeded faults\n");
    println!("{:22} {:>7} {:>7} {:>8}", "rule", "seeded", "found", "share");
    let mut sharp = true;
    for rule in RULES.iter().filter(|rule| matches!(rule.scope, Scope::Unit(_) | Scope::Document(_))) {
        let seeds = seeds::seeds(rule.id, desk, pairs);
        let missed: Vec<_> = seeds
            .iter()
            .filter(|seed| desk.findings(rule, &seed.source, &seed.target, seed.units.as_deref()).is_empty())
            .collect();
        let found = seeds.len() - missed.len();
        let share = found as f64 / seeds.len().max(1) as f64;
        let deaf = seeds.is_empty() || share < DETECTED;
        sharp &= !deaf;
        let mark = if deaf { "  too few" } else { "" };
        println!("{:22} {:>7} {:>7} {:>7.1}%{mark}", rule.id, seeds.len(), found, share * 100.0);
        for seed in missed {
            println!("    {} | {}", String::from_utf8_lossy(&seed.source), String::from_utf8_lossy(&seed.target));
        }
    }
    sharp
}

fn severity(rule: &Rule) -> &'static str {
    match rule.severity {
        Severity::Off => "off",
        Severity::Info => "info",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}
