//! What shows only across documents: one paragraph translated in two ways, one translation of two paragraphs, one
//! name spelled in several ways, a concept that no document has.
//!
//! Each pair of documents leaves a [`Gist`], some two hundred bytes a unit, so that no document need stay in memory.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sha2::{Digest, Sha256};

use super::drift::places;
use super::{Bitext, Review, Reviewed};
use crate::checks::{Fact, Finding, Place};
use crate::lang::sounds::{self, Sounds};
use crate::text::{Paragraph, Span};

/// Rules that look across documents.
pub const ACROSS: &[&str] = &["name-inconsistent", "same-source", "same-target", "unused-concept"];

/// Under this confidence a unit that nobody accepted says nothing about how its source is translated.
const SURE: f64 = 0.8;
/// Shorter paragraphs ("Да.", a byline, a date) are rightly translated by what stands around them.
const LETTERS_SAME_SOURCE: usize = 20;
/// Shorter paragraphs may well mean the same in other words; in letters of the source.
const LETTERS_SAME_TARGET: usize = 40;
/// Shorter names differ by chance.
const LETTERS_NAME: usize = 4;
/// How many pairs of capitalised words of a unit are compared at most.
const NAMES_COMPARED: usize = 10_000;
/// How alike two spellings of one name are at least, by `similar`'s ratio of their letters.
const ALIKE: f32 = 0.75;

/// The first half of a SHA-256.
type Half = [u8; 16];

/// What the rules across documents need to know of one pair.
#[derive(Clone, Debug, Default)]
pub struct Gist {
    /// What the pair is called in findings about other documents.
    name: String,
    language: String,
    passages: Vec<Passage>,
    names: Vec<Name>,
    concepts: BTreeSet<usize>,
}

/// A unit, by its texts.
#[derive(Clone, Debug)]
struct Passage {
    source: Half,
    target: Half,
    /// Letters of the source.
    letters: usize,
    excerpt: String,
    places: (Vec<Place>, Vec<Place>),
}

/// A name and what it became.
#[derive(Clone, Debug)]
struct Name {
    stem: String,
    source: String,
    target: String,
    places: (Place, Place),
}

/// The gist of one pair of documents. `stem` gives the stem of a word of the source language, in lower case.
pub fn gist(name: &str, bitext: &Bitext<'_>, review: &Review, stem: &dyn Fn(&str) -> String) -> Gist {
    let mut gist = Gist { name: name.to_owned(), language: bitext.target_language.to_string(), ..Gist::default() };
    for reviewed in review.units.iter().filter(|reviewed| sure(reviewed)) {
        let unit = &reviewed.unit;
        let text = |paragraphs: &[Paragraph], at: &[usize]| -> String {
            at.iter().map(|at| paragraphs[*at].plain()).collect::<Vec<_>>().join("\n")
        };
        let source = text(&bitext.source.paragraphs, &unit.source);
        let target = text(&bitext.target.paragraphs, &unit.target);
        let letters = source.chars().filter(|letter| letter.is_alphabetic()).count();
        if letters > LETTERS_SAME_SOURCE {
            gist.passages.push(Passage {
                source: digest(&source),
                target: digest(&target),
                letters,
                excerpt: excerpt(&target),
                places: (places(bitext.source, &unit.source), places(bitext.target, &unit.target)),
            });
        }
        gist.names.extend(names(bitext, review, reviewed, stem));
    }
    let occurrences = review.source_terms.iter().chain(&review.target_terms).flatten();
    gist.concepts = occurrences.map(|found| found.concept).collect();
    gist
}

/// The findings about each pair, in the order of `gists`.
pub fn across(gists: &[Gist]) -> Vec<Vec<Finding>> {
    let mut findings = vec![Vec::new(); gists.len()];
    passages(gists, "same-source", |passage| (passage.source, passage.target), 0, &mut findings);
    passages(gists, "same-target", |passage| (passage.target, passage.source), LETTERS_SAME_TARGET, &mut findings);
    spellings(gists, &mut findings);
    findings
}

/// Which of `count` concepts stand in none of the documents.
pub fn unused(gists: &[Gist], count: usize) -> Vec<usize> {
    (0..count).filter(|concept| !gists.iter().any(|gist| gist.concepts.contains(concept))).collect()
}

fn sure(reviewed: &Reviewed) -> bool {
    let unit = &reviewed.unit;
    let paired = !unit.source.is_empty() && !unit.target.is_empty();
    paired && (reviewed.accepted.is_some() || unit.pinned || unit.confidence >= SURE)
}

/// Units alike on one side and unlike on the other: `sides` gives the side they share, then the one that differs.
/// The most frequent of the others is the usual one, the first of several; the rest are findings.
fn passages(
    gists: &[Gist],
    rule: &'static str,
    sides: impl Fn(&Passage) -> (Half, Half),
    letters: usize,
    findings: &mut [Vec<Finding>],
) {
    let mut groups: BTreeMap<(&str, Half), Vec<(usize, &Passage)>> = BTreeMap::new();
    for (at, gist) in gists.iter().enumerate() {
        for passage in gist.passages.iter().filter(|passage| passage.letters > letters) {
            groups.entry((&gist.language, sides(passage).0)).or_default().push((at, passage));
        }
    }
    for group in groups.values() {
        let usual = usual(group.iter().map(|(_, passage)| sides(passage).1));
        let Some((home, shown)) = group.iter().find(|(_, passage)| Some(sides(passage).1) == usual) else { continue };
        for (at, passage) in group.iter().filter(|(_, passage)| Some(sides(passage).1) != usual) {
            let facts =
                vec![("other", Fact::Text(shown.excerpt.clone())), ("where", Fact::Text(gists[*home].name.clone()))];
            let (source, target) = passage.places.clone();
            findings[*at].push(Finding { rule, source, target, facts, fix: None });
        }
    }
}

/// Names of one stem that are spelled in several ways in one language.
fn spellings(gists: &[Gist], findings: &mut [Vec<Finding>]) {
    let mut groups: BTreeMap<(&str, &str), Vec<(usize, &Name)>> = BTreeMap::new();
    for (at, gist) in gists.iter().enumerate() {
        for name in &gist.names {
            groups.entry((&gist.language, &name.stem)).or_default().push((at, name));
        }
    }
    for group in groups.values() {
        let Some(usual) = usual(group.iter().map(|(_, name)| name.target.as_str())) else { continue };
        for (at, name) in group.iter().filter(|(_, name)| misspelt(&name.target, usual)) {
            let facts = vec![
                ("name", Fact::Text(name.source.clone())),
                ("spelling", Fact::Text(name.target.clone())),
                ("usual", Fact::Text(usual.to_owned())),
            ];
            let (source, target) = name.places;
            let rule = "name-inconsistent";
            findings[*at].push(Finding { rule, source: vec![source], target: vec![target], facts, fix: None });
        }
    }
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

/// The names of a unit and what they became: words with a capital that sound alike, each the likest of the other side.
fn names(bitext: &Bitext<'_>, review: &Review, reviewed: &Reviewed, stem: &dyn Fn(&str) -> String) -> Vec<Name> {
    let unit = &reviewed.unit;
    let source = capitals(&bitext.source.paragraphs, &unit.source);
    let target = capitals(&bitext.target.paragraphs, &unit.target);
    // A unit of so many names is a list, and comparing all with all would take too long.
    if source.len() * target.len() > NAMES_COMPARED {
        return Vec::new();
    }
    let alike = |one: &Capital<'_>, other: &Capital<'_>| match one.latin == other.latin {
        // Within one script a name is copied, and words that look alike are many.
        true => 0.0,
        false => one.sounds.similarity(&other.sounds),
    };
    let likest = |one: &Capital<'_>, others: &[Capital<'_>]| -> Option<usize> {
        let scores = others.iter().map(|other| alike(one, other)).enumerate();
        let best = scores.filter(|(_, score)| *score >= sounds::LIKELY).max_by(|a, b| a.1.total_cmp(&b.1));
        best.map(|(at, _)| at)
    };
    let mut names = Vec::new();
    for (at, name) in source.iter().enumerate() {
        let Some(became) = likest(name, &target) else { continue };
        if likest(&target[became], &source).is_none_or(|back| back != at && source[back].word != name.word) {
            continue;
        }
        // What the glossary names, the glossary's rules look after.
        let mut terms = review.source_terms.get(name.place.paragraph).into_iter().flatten();
        if terms.any(|found| found.span.overlaps(name.place.span)) {
            continue;
        }
        names.push(Name {
            stem: stem(&name.word.to_lowercase()),
            source: name.word.to_owned(),
            target: target[became].word.to_owned(),
            places: (name.place, target[became].place),
        });
    }
    names
}

/// A word with a capital that may be a name.
struct Capital<'a> {
    word: &'a str,
    place: Place,
    latin: bool,
    sounds: Sounds,
}

fn capitals<'a>(paragraphs: &'a [Paragraph], at: &[usize]) -> Vec<Capital<'a>> {
    let of = |at: &usize| {
        let (at, paragraph) = (*at, &paragraphs[*at]);
        paragraph.words().into_iter().map(move |span| (at, span, &paragraph.text[span.range()]))
    };
    at.iter()
        .flat_map(of)
        .map(|(at, span, word)| (at, span.start, without_possessive(word)))
        .filter(|(.., word)| is_name(word))
        .map(|(paragraph, start, word)| Capital {
            word,
            place: Place { paragraph, span: Span::new(start, start + word.len()) },
            latin: word.chars().all(|letter| letter < '\u{250}'),
            sounds: Sounds::of(word),
        })
        .collect()
}

fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
        && word.chars().any(char::is_lowercase)
        && word.chars().filter(|letter| letter.is_alphabetic()).count() >= LETTERS_NAME
}

fn without_possessive(word: &str) -> &str {
    ["'s", "’s", "'", "’"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

/// The beginning of a text, for a message.
fn excerpt(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut shown: String = text.chars().take(SHOWN).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.truncate(shown.rfind(' ').filter(|at| *at > 0).unwrap_or(shown.len()));
        shown.push('…');
    }
    shown
}

fn digest(text: &str) -> Half {
    let mut short = [0; 16];
    short.copy_from_slice(&Sha256::digest(text.as_bytes())[..16]);
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Unit;
    use crate::text::{Document, Format};
    use crate::units::Units;

    /// The gist of paragraphs that answer each other one by one.
    fn of(name: &str, pairs: &[(&str, &str)]) -> Gist {
        let join = |side: fn(&(&str, &str)) -> String| pairs.iter().map(side).collect::<Vec<_>>().join("\n\n");
        let source = Document::read(join(|pair| pair.0.to_owned()).as_bytes(), Format::Markdown);
        let target = Document::read(join(|pair| pair.1.to_owned()).as_bytes(), Format::Markdown);
        let (russian, english) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let units = Units::default();
        let bitext = Bitext {
            source: &source,
            target: &target,
            source_language: &russian,
            target_language: &english,
            units: &units,
        };
        let unit = |at: usize| Reviewed { unit: Unit::new(vec![at], vec![at]), accepted: None };
        let review = Review { units: (0..pairs.len()).map(unit).collect(), ..Review::default() };
        gist(name, &bitext, &review, &|word| word.chars().take(5).collect())
    }

    fn rules(gists: &[Gist]) -> Vec<Vec<&'static str>> {
        across(gists).iter().map(|findings| findings.iter().map(|finding| finding.rule).collect()).collect()
    }

    #[test]
    fn one_paragraph_translated_in_two_ways_is_found_where_it_is_unusual() {
        let one = of("a", &[("Материал подготовлен редакцией.", "Prepared by the editors.")]);
        let other = of("b", &[("Материал подготовлен редакцией.", "The editors wrote this.")]);
        let findings = across(&[one.clone(), other.clone(), one.clone()]);
        assert_eq!(findings[1][0].facts[1], ("where", Fact::Text("a".to_owned())));
        assert_eq!(rules(&[one.clone(), other, one]), [vec![], vec!["same-source"], vec![]]);
    }

    #[test]
    fn a_short_paragraph_and_other_markup_are_no_finding() {
        let one = of("a", &[("Да, конечно.", "Yes."), ("Материал **подготовлен** редакцией.", "By *us*.")]);
        let other = of("b", &[("Да, конечно.", "Sure."), ("Материал подготовлен редакцией.", "By us.")]);
        assert_eq!(rules(&[one, other]), [vec![], Vec::<&str>::new()]);
    }

    #[test]
    fn one_translation_of_two_long_paragraphs_is_found() {
        let (first, second) = (
            "Город рано утром был ещё совершенно пуст и очень тих.",
            "Вечером на площади собралось несколько сотен людей.",
        );
        let gist = of("a", &[(first, "The town was empty."), (second, "The town was empty.")]);
        assert_eq!(rules(&[gist]), [["same-target"]]);
    }

    #[test]
    fn the_rarer_spelling_of_a_name_is_found() {
        let one = of("a", &[("Токаев приехал.", "Tokayev came."), ("Токаев уехал.", "Tokayev left.")]);
        let other = of("b", &[("Ждали Токаева.", "They waited for Tokaev.")]);
        assert_eq!(rules(&[one, other]), [vec![], vec!["name-inconsistent"]]);
    }

    #[test]
    fn a_woman_of_the_same_family_and_a_possessive_are_no_finding() {
        let pairs = [
            ("Иванов пришёл.", "Ivanov came."),
            ("Иванова ушла.", "Ivanova left."),
            ("Дом Иванова.", "Ivanov's house."),
        ];
        assert_eq!(rules(&[of("a", &pairs)]), [Vec::<&str>::new()]);
    }
}
