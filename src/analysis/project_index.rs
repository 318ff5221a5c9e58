//! What shows only across documents: one paragraph translated in two ways, one translation of two paragraphs, one
//! name spelled in several ways, a concept that no document has.
//!
//! Each pair of documents leaves a [`Summary`], of which some twenty bytes a paragraph and ten a name are kept. What is
//! unusual is found in these ([`ProjectIndex::suspects`]); its places are taken from the summary of the pair when it is looked at
//! again, so that no document need stay in memory.

use std::collections::HashMap;
use std::sync::Arc;

use super::summary::{Short, Summary};
use crate::rules::{Fact, Finding};

/// Rules that look across documents.
pub const ACROSS: &[&str] = &["name-inconsistent", "same-source", "same-target", "unused-concept"];

/// Shorter paragraphs may well mean the same in other words; in letters of the source.
const LETTERS_SAME_TARGET: usize = 40;
/// How alike two spellings of one name are at least, by `similar`'s ratio of their letters.
const ALIKE: f32 = 0.75;
/// The passages are sorted in so many parts, one after the other, so that the sorting takes little memory.
const PARTS: u8 = 16;

/// What is kept of all pairs.
#[derive(Debug, Default)]
pub struct ProjectIndex {
    pairs: Vec<Kept>,
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
    /// Whether it is long enough for `same-target`.
    long: bool,
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

/// Something unusual in one pair, by what all of them say.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Inconsistency {
    /// Units alike on one side and unlike on the other.
    Passage { rule: &'static str, source: [u8; 8], target: [u8; 8], usual: Majority },
    /// A name of this stem, spelled in this way and not in the usual one.
    Name { stem: Arc<str>, spelling: Arc<str>, usual: Arc<str> },
}

/// The unit that shows the usual text of the side on which a suspect differs.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Majority {
    /// The index of its pair.
    pub pair: usize,
    source: Short,
    target: Short,
}

impl ProjectIndex {
    /// Keeps a further pair.
    pub fn add(&mut self, summary: &Summary) {
        let kept = self.kept(summary);
        self.pairs.push(kept);
    }

    /// Keeps a pair that is another now.
    pub fn set(&mut self, pair: usize, summary: &Summary) {
        self.pairs[pair] = self.kept(summary);
    }

    fn kept(&mut self, summary: &Summary) -> Kept {
        let passages = summary.passages.iter().map(|passage| Trace {
            source: passage.source,
            target: passage.target,
            long: passage.letters > LETTERS_SAME_TARGET,
        });
        let words = &mut self.words;
        Kept {
            language: words.number(&summary.language),
            passages: passages.collect(),
            names: summary.names.iter().map(|name| (words.number(&name.stem), words.number(&name.target))).collect(),
            concepts: summary.concepts.iter().filter_map(|concept| u32::try_from(*concept).ok()).collect(),
        }
    }

    /// What is unusual in each pair, in their order.
    pub fn suspects(&self) -> Vec<Vec<Inconsistency>> {
        let mut suspects = vec![Vec::new(); self.pairs.len()];
        for part in 0..PARTS {
            self.passages("same-source", part, |trace| (trace.source, trace.target), &mut suspects);
            self.passages("same-target", part, |trace| (trace.target, trace.source), &mut suspects);
        }
        self.spellings(&mut suspects);
        suspects
    }

    /// Which of `count` concepts stand in none of the documents.
    pub fn unused(&self, count: usize) -> Vec<usize> {
        let mut used = vec![false; count];
        for concept in self.pairs.iter().flat_map(|kept| &kept.concepts) {
            if let Some(used) = used.get_mut(*concept as usize) {
                *used = true;
            }
        }
        (0..count).filter(|concept| !used[*concept]).collect()
    }

    /// Units alike on one side and unlike on the other: `sides` gives the side they share, then the one that differs.
    /// The most frequent of the others is the usual one, the first of several; the rest are suspects.
    fn passages(
        &self,
        rule: &'static str,
        part: u8,
        sides: impl Fn(&Trace) -> (Short, Short),
        suspects: &mut [Vec<Inconsistency>],
    ) {
        let mut all: Vec<(u32, Short, usize, Trace)> = Vec::new();
        for (at, kept) in self.pairs.iter().enumerate() {
            let passages = kept.passages.iter().filter(|trace| rule == "same-source" || trace.long);
            let here = passages.map(|trace| (kept.language, sides(trace).0, at, *trace));
            all.extend(here.filter(|(_, shared, ..)| shared[0] % PARTS == part));
        }
        // A stable sort: within a group the passages stay in the order of the documents.
        all.sort_by_key(|(language, shared, ..)| (*language, *shared));
        for group in all.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
            let Some(usual) = usual(group.iter().map(|(.., trace)| sides(trace).1)) else { continue };
            let Some((.., home, shown)) = group.iter().find(|(.., trace)| sides(trace).1 == usual) else { continue };
            for (.., at, trace) in group.iter().filter(|(.., trace)| sides(trace).1 != usual) {
                let usual = Majority { pair: *home, source: shown.source, target: shown.target };
                let suspect = Inconsistency::Passage { rule, source: trace.source, target: trace.target, usual };
                if !suspects[*at].contains(&suspect) {
                    suspects[*at].push(suspect);
                }
            }
        }
    }

    /// Names of one stem that are spelled in several ways in one language.
    fn spellings(&self, suspects: &mut [Vec<Inconsistency>]) {
        let mut groups: HashMap<(u32, u32), Vec<(u32, usize)>> = HashMap::new();
        for kept in &self.pairs {
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
            for (spelling, _) in group.iter().filter(|(spelling, _)| misspelt(word(*spelling), word(*best))) {
                usual.insert((*language, *stem, *spelling), word(*best).clone());
            }
        }
        for (kept, suspects) in self.pairs.iter().zip(suspects) {
            for (stem, spelling) in &kept.names {
                let Some(usual) = usual.get(&(kept.language, *stem, *spelling)) else { continue };
                let (stem, spelling) = (word(*stem).clone(), word(*spelling).clone());
                let suspect = Inconsistency::Name { stem, spelling, usual: usual.clone() };
                if !suspects.contains(&suspect) {
                    suspects.push(suspect);
                }
            }
        }
    }
}

impl Inconsistency {
    /// The unit that shows what is usual, where it takes a unit to show it.
    pub fn usual(&self) -> Option<&Majority> {
        match self {
            Inconsistency::Passage { usual, .. } => Some(usual),
            Inconsistency::Name { .. } => None,
        }
    }
}

impl Majority {
    /// The beginning of the usual text on the side on which `rule` finds a difference, in the summary of its pair.
    pub fn excerpt(&self, summary: &Summary) -> Option<String> {
        let same = |passage: &&super::summary::Passage| (passage.source, passage.target) == (self.source, self.target);
        summary.passages.iter().find(same).map(|passage| passage.excerpt.clone())
    }
}

/// The findings of a pair that its suspects stand for; `summary` is that of the pair, `shown` gives the name of the
/// pair of a usual unit and the beginning of its translation.
pub fn found(
    suspects: &[Inconsistency],
    summary: &Summary,
    shown: &dyn Fn(&Majority) -> Option<(String, String)>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for suspect in suspects {
        match suspect {
            Inconsistency::Passage { rule, source, target, usual } => {
                let Some((home, excerpt)) = shown(usual) else { continue };
                let facts = vec![("other", Fact::Text(excerpt)), ("where", Fact::Text(home))];
                let same = summary.passages.iter().filter(|one| (one.source, one.target) == (*source, *target));
                findings.extend(same.map(|passage| {
                    let (source, target) = passage.places.clone();
                    Finding { rule, source, target, facts: facts.clone(), fix: None }
                }));
            }
            Inconsistency::Name { stem, spelling, usual } => {
                let same = summary.names.iter().filter(|name| *name.stem == **stem && *name.target == **spelling);
                findings.extend(same.map(|name| Finding {
                    rule: "name-inconsistent",
                    source: vec![name.places.0],
                    target: vec![name.places.1],
                    facts: vec![
                        ("name", Fact::Text(name.source.clone())),
                        ("spelling", Fact::Text(name.target.clone())),
                        ("usual", Fact::Text(usual.to_string())),
                    ],
                    fix: None,
                }));
            }
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

/// Whether two words are spellings of one name, and not forms of it: they are alike, and differ before their end.
///
/// "Ivanova" beside "Ivanov" is a woman or a case, "Tokaev" beside "Tokayev" a spelling.
fn misspelt(spelling: &str, usual: &str) -> bool {
    let (one, other) = (spelling.to_lowercase(), usual.to_lowercase());
    let same_end = one.chars().next_back() == other.chars().next_back();
    one != other && same_end && similar::TextDiff::from_chars(one.as_str(), other.as_str()).ratio() >= ALIKE
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
        gists.iter().for_each(|summary| across.add(summary));
        let shown = |usual: &Majority| Some((usual.pair.to_string(), usual.excerpt(&gists[usual.pair])?));
        across.suspects().iter().zip(gists).map(|(suspects, summary)| found(suspects, summary, &shown)).collect()
    }

    fn rules(gists: &[Summary]) -> Vec<Vec<&'static str>> {
        across(gists).iter().map(|findings| findings.iter().map(|finding| finding.rule).collect()).collect()
    }

    #[test]
    fn one_paragraph_translated_in_two_ways_is_found_where_it_is_unusual() {
        let one = of(&[("Материал подготовлен редакцией.", "Prepared by the editors.")]);
        let other = of(&[("Материал подготовлен редакцией.", "The editors wrote this.")]);
        let findings = across(&[one.clone(), other.clone(), one.clone()]);
        assert_eq!(findings[1][0].facts[0], ("other", Fact::Text("Prepared by the editors.".to_owned())));
        assert_eq!(findings[1][0].facts[1], ("where", Fact::Text("0".to_owned())));
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
    fn a_woman_of_the_same_family_and_a_possessive_are_no_finding() {
        let pairs = [
            ("Иванов пришёл.", "Ivanov came."),
            ("Иванова ушла.", "Ivanova left."),
            ("Дом Иванова.", "Ivanov's house."),
        ];
        assert_eq!(rules(&[of(&pairs)]), [Vec::<&str>::new()]);
    }
}
