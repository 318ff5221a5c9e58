//! What shows only across documents: one paragraph translated in two ways, one translation of two paragraphs, one
//! name spelled in several ways, a concept that no document has.
//!
//! Each pair of documents leaves a [`Summary`], of which some twenty bytes a paragraph and ten a name are kept. What is
//! unusual is found in these ([`ProjectIndex::inconsistencies`]); the places are taken from the
//! summary of the pair, so that no document need stay in memory.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::summary::{Short, Summary, Traces};
use crate::rules::{
    Agree, Finding, NameRule, OtherPassage, OtherSpelling, PassageRule, ProjectScope, RULES, Rule, Scope,
};

/// The passages are sorted in so many parts, one after the other, so that the sorting takes little memory.
const PARTS: u8 = 16;

/// What is kept of all pairs.
#[derive(Debug, Default)]
pub struct ProjectIndex {
    /// By number of the pair.
    pairs: BTreeMap<usize, Kept>,
    words: Words,
}

/// What is kept of one pair.
#[derive(Debug, Default)]
struct Kept {
    language: u32,
    passages: Box<[Trace]>,
    /// Stem and spelling, in the order of the document.
    names: Box<[(u32, u32)]>,
    concepts: Box<[u32]>,
}

/// A unit, by its texts.
#[derive(Clone, Copy, Debug)]
struct Trace {
    source: Short,
    target: Short,
    /// Letters of the source, up to 255.
    letters: u8,
}

/// Words by number, each kept once.
#[derive(Debug, Default)]
struct Words {
    numbers: HashMap<Arc<str>, u32>,
    words: Vec<Arc<str>>,
}

impl Words {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = u32::try_from(self.words.len()).expect("words are fewer than four thousand million");
        let word: Arc<str> = word.into();
        self.words.push(word.clone());
        self.numbers.insert(word, number);
        number
    }
}

/// Something in one pair that deviates from what most of the project has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Inconsistency {
    /// The name of the rule that compares.
    rule: &'static str,
    deviation: Deviation,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Deviation {
    /// Units of these texts agree with those of the majority on one side alone.
    Passage { source: Short, target: Short, majority: Majority },
    /// A name of this stem, spelled in this way and not in the usual one.
    Name { stem: Arc<str>, spelling: Arc<str>, usual: Arc<str> },
}

/// The unit that shows what most of the project has on the side on which an inconsistency differs.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Majority {
    /// The number of its pair.
    pub pair: usize,
    source: Short,
    target: Short,
}

/// By number of its pair, in order, what deviates there.
type Inconsistencies = BTreeMap<usize, Vec<Inconsistency>>;

impl ProjectIndex {
    /// Keeps what is known of a pair, in the place of what was known of it before.
    ///
    /// Where several pairs have the same, the lowest number shows what is usual.
    pub fn set(&mut self, pair: usize, summary: &Summary) {
        self.set_traces(pair, &summary.traces());
    }

    /// As [`ProjectIndex::set`], of what can be compared alone.
    pub fn set_traces(&mut self, pair: usize, traces: &Traces) {
        let kept = self.kept(traces);
        self.pairs.insert(pair, kept);
    }

    /// Forgets a pair.
    pub fn remove(&mut self, pair: usize) {
        self.pairs.remove(&pair);
    }

    fn kept(&mut self, traces: &Traces) -> Kept {
        let passages = traces.passages.iter().map(|(source, target, letters)| Trace {
            source: source.to_be_bytes(),
            target: target.to_be_bytes(),
            letters: u8::try_from(*letters).unwrap_or(u8::MAX),
        });
        let words = &mut self.words;
        Kept {
            language: words.number(&traces.language),
            passages: passages.collect(),
            names: traces.names.iter().map(|(stem, spelling)| (words.number(stem), words.number(spelling))).collect(),
            concepts: traces.concepts.iter().filter_map(|concept| u32::try_from(*concept).ok()).collect(),
        }
    }

    /// What deviates in each pair, from what is kept alone: no document is read.
    pub fn inconsistencies(&self) -> Inconsistencies {
        let mut found = Inconsistencies::new();
        for rule in RULES {
            match rule.scope {
                Scope::Project(ProjectScope::Passages(compared)) => {
                    (0..PARTS).for_each(|part| self.passages(rule, &compared, part, &mut found));
                }
                Scope::Project(ProjectScope::Names(compared)) => self.spellings(rule, &compared, &mut found),
                _ => {}
            }
        }
        found
    }

    /// Which of `count` concepts are in none of the documents.
    pub fn unused(&self, count: usize) -> Vec<usize> {
        let mut used = vec![false; count];
        for concept in self.pairs.values().flat_map(|kept| &kept.concepts) {
            if let Some(used) = used.get_mut(*concept as usize) {
                *used = true;
            }
        }
        (0..count).filter(|concept| !used[*concept]).collect()
    }

    /// Units that agree on one side and differ on the other. The most frequent of what differs is usual, the first of
    /// several.
    fn passages(&self, rule: &Rule, compared: &PassageRule, part: u8, found: &mut Inconsistencies) {
        let sides = |trace: &Trace| match compared.agree {
            Agree::Source => (trace.source, trace.target),
            Agree::Target => (trace.target, trace.source),
        };
        let mut all: Vec<(u32, Short, usize, Trace)> = Vec::new();
        for (at, kept) in &self.pairs {
            let passages = kept.passages.iter().filter(|trace| trace.letters > compared.letters);
            let here = passages.map(|trace| (kept.language, sides(trace).0, *at, *trace));
            all.extend(here.filter(|(_, shared, ..)| shared[0] % PARTS == part));
        }
        // A stable sort: within a group the passages stay in the order of the documents.
        all.sort_by_key(|(language, shared, ..)| (*language, *shared));
        for group in all.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
            let Some(usual) = usual(group.iter().map(|(.., trace)| sides(trace).1)) else { continue };
            let Some((.., home, shown)) = group.iter().find(|(.., trace)| sides(trace).1 == usual) else { continue };
            for (.., at, trace) in group.iter().filter(|(.., trace)| sides(trace).1 != usual) {
                let majority = Majority { pair: *home, source: shown.source, target: shown.target };
                let deviation = Deviation::Passage { source: trace.source, target: trace.target, majority };
                add(found, *at, rule, deviation);
            }
        }
    }

    /// Names of one stem that are spelled in several ways in one language.
    fn spellings(&self, rule: &Rule, compared: &NameRule, found: &mut Inconsistencies) {
        let mut groups: HashMap<(u32, u32), Vec<(u32, usize)>> = HashMap::new();
        for kept in self.pairs.values() {
            for (stem, spelling) in &kept.names {
                let group = groups.entry((kept.language, *stem)).or_default();
                match group.iter_mut().find(|(known, _)| known == spelling) {
                    Some((_, count)) => *count += 1,
                    None => group.push((*spelling, 1)),
                }
            }
        }
        let word = |number: u32| &self.words.words[number as usize];
        // By language, stem and spelling, the usual spelling.
        let mut usual: HashMap<(u32, u32, u32), Arc<str>> = HashMap::new();
        for ((language, stem), group) in &groups {
            let best = group.iter().enumerate().max_by_key(|(at, (_, count))| (*count, std::cmp::Reverse(*at)));
            let Some((_, (best, _))) = best else { continue };
            for (spelling, _) in group.iter().filter(|(one, _)| (compared.deviates)(word(*one), word(*best))) {
                usual.insert((*language, *stem, *spelling), word(*best).clone());
            }
        }
        for (at, kept) in &self.pairs {
            for (stem, spelling) in &kept.names {
                let Some(usual) = usual.get(&(kept.language, *stem, *spelling)) else { continue };
                let (stem, spelling) = (word(*stem).clone(), word(*spelling).clone());
                add(found, *at, rule, Deviation::Name { stem, spelling, usual: usual.clone() });
            }
        }
    }
}

fn add(found: &mut Inconsistencies, pair: usize, rule: &Rule, deviation: Deviation) {
    let (here, one) = (found.entry(pair).or_default(), Inconsistency { rule: rule.id, deviation });
    if !here.contains(&one) {
        here.push(one);
    }
}

impl Inconsistency {
    /// The unit that shows what is usual, where it takes a unit to show it.
    pub fn majority(&self) -> Option<&Majority> {
        match &self.deviation {
            Deviation::Passage { majority, .. } => Some(majority),
            Deviation::Name { .. } => None,
        }
    }
}

impl Majority {
    /// The beginning of its translation, in the summary of its pair.
    pub fn excerpt(&self, summary: &Summary) -> Option<String> {
        let same = |passage: &&super::summary::Passage| (passage.source, passage.target) == (self.source, self.target);
        summary.passages.iter().find(same).map(|passage| passage.excerpt.clone())
    }
}

/// The findings of a pair about its inconsistencies; `summary` is that of the pair, `shown` gives the path of the
/// translation of the majority and the beginning of its text.
pub fn project_findings(
    inconsistencies: &[Inconsistency],
    summary: &Summary,
    shown: &dyn Fn(&Majority) -> Option<(String, String)>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for Inconsistency { rule, deviation } in inconsistencies {
        let Some(rule) = Rule::named(rule) else { continue };
        match (rule.scope, deviation) {
            (Scope::Project(ProjectScope::Passages(compared)), Deviation::Passage { source, target, majority }) => {
                let Some((path, excerpt)) = shown(majority) else { continue };
                let finding = (compared.finding)(&OtherPassage { excerpt: &excerpt, path: &path });
                let same = summary.passages.iter().filter(|one| (one.source, one.target) == (*source, *target));
                findings.extend(same.map(|passage| {
                    let (source, target) = passage.places.clone();
                    finding.clone().in_source(source).in_target(target)
                }));
            }
            (Scope::Project(ProjectScope::Names(compared)), Deviation::Name { stem, spelling, usual }) => {
                let same = summary.names.iter().filter(|name| *name.stem == **stem && *name.target == **spelling);
                findings.extend(same.map(|name| {
                    let other = OtherSpelling { name: &name.source, spelling: &name.target, usual };
                    (compared.finding)(&other).in_source([name.places.0]).in_target([name.places.1])
                }));
            }
            _ => {}
        }
    }
    findings
}

/// The most frequent value, the first one of several.
fn usual<T: Copy + Eq + std::hash::Hash>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: HashMap<T, (usize, usize)> = HashMap::new();
    for (at, value) in values.enumerate() {
        counts.entry(value).or_insert((0, at)).0 += 1;
    }
    let best = counts.into_iter().max_by_key(|(_, (count, at))| (*count, std::cmp::Reverse(*at)));
    best.map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::super::{AnalysedUnit, Analysis, Pair, summarise};
    use super::*;
    use crate::align::Unit;
    use crate::text::{Document, Format};
    use crate::units::Units;

    /// The summary of paragraphs that answer each other one by one.
    fn of(pairs: &[(&str, &str)]) -> Summary {
        let join = |side: fn(&(&str, &str)) -> String| pairs.iter().map(side).collect::<Vec<_>>().join("\n\n");
        let source = Document::read(join(|pair| pair.0.to_owned()).as_bytes(), Format::Markdown);
        let target = Document::read(join(|pair| pair.1.to_owned()).as_bytes(), Format::Markdown);
        let (russian, english) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let units = Units::default();
        let pair = Pair::of(source, target, (russian, english), units);
        let unit = |at: usize| AnalysedUnit { unit: Unit::new(vec![at], vec![at]), accepted: None };
        let analysis = Analysis { units: (0..pairs.len()).map(unit).collect(), ..Analysis::default() };
        summarise(&pair, &analysis, &|word| word.chars().take(5).collect())
    }

    /// The findings of each pair; the pairs are named by their numbers.
    fn across(gists: &[Summary]) -> Vec<Vec<Finding>> {
        let mut across = ProjectIndex::default();
        gists.iter().enumerate().for_each(|(at, summary)| across.set(at, summary));
        let shown = |usual: &Majority| Some((usual.pair.to_string(), usual.excerpt(&gists[usual.pair])?));
        let mut found = across.inconsistencies();
        let of_pair = |(at, summary)| project_findings(&found.remove(&at).unwrap_or_default(), summary, &shown);
        gists.iter().enumerate().map(of_pair).collect()
    }

    fn rules(gists: &[Summary]) -> Vec<Vec<&'static str>> {
        across(gists).iter().map(|findings| findings.iter().map(|finding| finding.rule).collect()).collect()
    }

    #[test]
    fn one_paragraph_translated_in_two_ways_is_found_where_it_is_unusual() {
        let one = of(&[("Материал подготовлен редакцией.", "Prepared by the editors.")]);
        let other = of(&[("Материал подготовлен редакцией.", "The editors wrote this.")]);
        let findings = across(&[one.clone(), other.clone(), one.clone()]);
        assert_eq!(findings[1][0].facts[0], ("other", crate::rules::Fact::Text("Prepared by the editors.".to_owned())));
        assert_eq!(findings[1][0].facts[1], ("where", crate::rules::Fact::Text("0".to_owned())));
        assert_eq!(rules(&[one.clone(), other, one]), [vec![], vec!["same-source"], vec![]]);
    }

    #[test]
    fn a_short_paragraph_and_other_markup_are_no_finding() {
        let one = of(&[("Да, конечно.", "Yes."), ("Материал **подготовлен** редакцией.", "By *us*.")]);
        let other = of(&[("Да, конечно.", "Sure."), ("Материал подготовлен редакцией.", "By us.")]);
        assert_eq!(rules(&[one, other]), [vec![], Vec::<&str>::new()]);
    }

    #[test]
    fn one_translation_of_two_long_paragraphs_is_found() {
        let (first, second) = (
            "Город рано утром был ещё совершенно пуст и очень тих.",
            "Вечером на площади собралось несколько сотен людей.",
        );
        let summary = of(&[(first, "The town was empty."), (second, "The town was empty.")]);
        assert_eq!(rules(&[summary]), [["same-target"]]);
    }

    #[test]
    fn the_rarer_spelling_of_a_name_is_found() {
        let one = of(&[("Токаев приехал.", "Tokayev came."), ("Токаев уехал.", "Tokayev left.")]);
        let other = of(&[("Ждали Токаева.", "They waited for Tokaev.")]);
        assert_eq!(rules(&[one, other]), [vec![], vec!["name-inconsistent"]]);
    }

    #[test]
    fn a_pair_that_is_replaced_or_removed_counts_no_more() {
        let one = of(&[("Материал подготовлен редакцией.", "Prepared by the editors.")]);
        let other = of(&[("Материал подготовлен редакцией.", "The editors wrote this.")]);
        let mut index = ProjectIndex::default();
        index.set(3, &one);
        index.set(7, &other);
        assert_eq!(index.inconsistencies().keys().copied().collect::<Vec<_>>(), [7]);
        index.set(7, &one);
        assert!(index.inconsistencies().is_empty());
        index.set(7, &other);
        index.remove(3);
        assert!(index.inconsistencies().is_empty());
    }

    #[test]
    fn a_woman_of_the_same_family_and_a_possessive_are_no_finding() {
        let pairs = [
            ("Иванов пришёл.", "Ivanov came."),
            ("Иванова ушла.", "Ivanova left."),
            ("Дом Иванова.", "Ivanov's house."),
        ];
        assert_eq!(rules(&[of(&pairs)]), [Vec::<&str>::new()]);
    }
}
