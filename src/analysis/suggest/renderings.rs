//! How a phrase was translated: what sounds like it, else what occurs with it more often than by chance.

use rustc_hash::{FxHashMap, FxHashSet};

use super::lemma::{Letters, dictionary_form};
use super::phrases::{Kind, Phrase};
use super::spelling::in_quotes;
use super::{Analysed, Hearing, Rendering};
use crate::lang::{Language, Stems, is_function_word};
use crate::text::{Span, on_one_line};

/// From here on two names are taken for one: recall .93 of 433 pairs, one wrong of 1,976 words of the same line.
const HEARD: f64 = 0.65;

/// The same for words that are no names: they have more neighbours that sound like them.
const HEARD_WORD: f64 = 0.8;

/// From here on two words of one language are spellings of one name.
const SPELLED: f64 = 0.75;

/// Under this share of places in common (Dice) what occurs together does so by chance.
const TOGETHER: f64 = 0.5;

/// The same for abbreviations, which a text also writes out.
const TOGETHER_ABBREVIATION: f64 = 0.45;

/// What is added where an abbreviation occurs with an abbreviation.
const ABBREVIATIONS_MEET: f64 = 0.2;

/// The longest rendering, in words.
const LONGEST: usize = 4;

/// What was found of a phrase's renderings.
pub(super) struct Found {
    pub(super) texts: Vec<Rendering>,
    /// Whether they sound like the phrase.
    pub(super) sounds_alike: bool,
    /// Index into the places of the phrase: the one to show.
    pub(super) example: usize,
    /// The rendering's paragraph and place there.
    pub(super) place: Option<(usize, Span)>,
    /// The words of the translations that it takes: document and unit, and a range of the unit's words.
    taken: Vec<((usize, usize), std::ops::Range<usize>)>,
    /// In how many units it was looked for.
    pub(super) units: usize,
}

impl Found {
    /// How many of the places have the most frequent rendering, from 0 to 1.
    pub(super) fn consistency(&self) -> f64 {
        let most = self.texts.first().map_or(0, |rendering| rendering.count);
        most as f64 / self.units.max(1) as f64
    }
}

/// The translations' words, by document and unit.
pub(super) struct Targets<'a> {
    units: FxHashMap<(usize, usize), Vec<Word<'a>>>,
    /// In how many units a sequence of stems occurs.
    counts: FxHashMap<String, usize>,
    language: String,
    tag: Language,
    /// Stems that occur everywhere.
    everywhere: FxHashSet<String>,
    texts: Vec<&'a crate::text::Document>,
    /// Words that a candidate has taken, by document, unit and place in the unit.
    claimed: FxHashSet<(usize, usize, usize)>,
}

struct Word<'a> {
    text: &'a str,
    stem: String,
    paragraph: usize,
    span: Span,
    covered: bool,
    quoted: bool,
    /// Whether only a space, a hyphen or an apostrophe parts it from the word before.
    joined: bool,
}

impl<'a> Targets<'a> {
    pub(super) fn new(pairs: &[Analysed<'a>], language: &Language) -> Targets<'a> {
        let stems = Stems::of(language);
        let mut units: FxHashMap<(usize, usize), Vec<Word<'a>>> = FxHashMap::default();
        for (document, (pair, analysis)) in pairs.iter().enumerate() {
            let target: &'a crate::text::Document = &pair.target;
            for (at, analysed) in analysis.units.iter().enumerate() {
                let words = units.entry((document, at)).or_default();
                for paragraph in &analysed.unit.target {
                    let terms = analysis.target_terms.get(*paragraph);
                    let covered: Vec<Span> =
                        terms.map(|all| all.iter().map(|found| found.span).collect()).unwrap_or_default();
                    words.extend(of(target, *paragraph, &covered, &stems));
                }
            }
        }
        let mut counts: FxHashMap<String, usize> = FxHashMap::default();
        for words in units.values() {
            let sequences: FxHashSet<String> = sequences(words).map(|range| key(&words[range])).collect();
            for sequence in sequences {
                *counts.entry(sequence).or_default() += 1;
            }
        }
        let many = (units.len() / 8).max(4);
        let everywhere = counts
            .iter()
            .filter(|(stem, count)| **count > many && !stem.contains(' '))
            .map(|(stem, _)| stem.clone())
            .collect();
        let (code, tag) = (language.code().to_owned(), language.clone());
        Targets {
            language: code,
            tag,
            units,
            counts,
            everywhere,
            texts: pairs.iter().map(|(pair, _)| &pair.target).collect(),
            claimed: FxHashSet::default(),
        }
    }

    /// Takes the words of a rendering, so that no other candidate has them: a rendering belongs to one.
    pub(super) fn claim(&mut self, found: &Found) {
        for ((document, unit), words) in &found.taken {
            self.claimed.extend(words.clone().map(|word| (*document, *unit, word)));
        }
    }

    fn is_free(&self, unit: (usize, usize), mut words: std::ops::Range<usize>) -> bool {
        words.all(|word| !self.claimed.contains(&(unit.0, unit.1, word)))
    }

    /// How a phrase was rendered in each of its units.
    pub(super) fn renderings(&self, phrase: &Phrase, hearing: Hearing<'_>) -> Found {
        let mut spots: Vec<(usize, (usize, usize))> = Vec::new();
        let mut seen = FxHashSet::default();
        for (at, place) in phrase.places.iter().enumerate() {
            if seen.insert((place.document, place.unit)) {
                spots.push((at, (place.document, place.unit)));
            }
        }
        let name = phrase.kind.is_name();
        let sounds_alike: Vec<Option<(usize, usize, usize)>> =
            spots.iter().map(|(_, unit)| self.sounds_alike(&phrase.term, *unit, name, hearing)).collect();
        let by_sound = sounds_alike.iter().flatten().count() * 2 > spots.len();
        let chosen: Vec<Option<(usize, usize, usize)>> = match by_sound {
            true => sounds_alike,
            false if spots.len() == 1 => vec![self.only_one(spots[0].1, phrase.kind)],
            false => self.together(&spots, phrase.kind),
        };
        let mut taken = Vec::new();
        let mut groups: Vec<(String, FxHashMap<String, usize>)> = Vec::new();
        let mut example = None;
        for ((place, unit), range) in spots.iter().zip(&chosen) {
            let Some((from, to, _)) = range else { continue };
            let words = &self.units[unit][*from..*to];
            taken.push((*unit, *from..*to));
            let (first, last) = (&words[0], &words[words.len() - 1]);
            let span = Span::new(first.span.start, last.span.end);
            let text = self.texts[unit.0].paragraphs[first.paragraph].text[span.range()].to_owned();
            let text = bare(&text);
            example = example.or(Some((*place, (first.paragraph, span))));
            let same = format!(" {} ", key(words));
            match groups.iter_mut().find(|(known, _)| alike(known, &same)) {
                Some((_, texts)) => *texts.entry(text).or_default() += 1,
                None => groups.push((same, FxHashMap::from_iter([(text, 1)]))),
            }
        }
        let mut texts: Vec<Rendering> = groups
            .into_iter()
            .map(|(_, texts)| {
                let count = texts.values().sum();
                let texts: std::collections::BTreeMap<String, usize> = texts.into_iter().collect();
                let letters = if name { Letters::AsWritten } else { Letters::Small };
                Rendering { text: dictionary_form(&texts, letters, &self.tag), count }
            })
            .collect();
        texts.sort_by(|left, right| right.count.cmp(&left.count).then_with(|| left.text.cmp(&right.text)));
        let total: usize = texts.iter().map(|rendering| rendering.count).sum();
        let most = texts.first().cloned();
        // Two spellings of a name sound alike, and one of them may occur once; of other words a rare rendering is
        // mostly chance.
        texts.retain(|rendering| {
            let spelling =
                by_sound && most.as_ref().is_some_and(|most| hearing(&most.text, &rendering.text) >= SPELLED);
            let often = rendering.count >= 2 && rendering.count * 4 >= total;
            Some(rendering) == most.as_ref() || if name && by_sound { spelling } else { often }
        });
        let (example, place) = example.map_or((0, None), |(at, place)| (at, Some(place)));
        Found { texts, sounds_alike: by_sound, example, place, taken, units: spots.len() }
    }

    /// The words of a unit that sound like a term: from, to, and 0.
    fn sounds_alike(
        &self,
        term: &str,
        unit: (usize, usize),
        name: bool,
        hearing: Hearing<'_>,
    ) -> Option<(usize, usize, usize)> {
        let parts: Vec<&str> = term.split([' ', '-', '\u{a0}', '‑']).filter(|part| !part.is_empty()).collect();
        let words = self.units.get(&unit)?;
        let mut best: Option<(f64, usize)> = None;
        for (from, window) in words.windows(parts.len().max(1)).enumerate() {
            let joined = window.iter().skip(1).all(|word| word.joined);
            let fits = |word: &Word<'_>| {
                !word.covered
                    && (!name || word.text.chars().next().is_some_and(char::is_uppercase))
                    && word.text.len() > 2
            };
            if !joined || !window.iter().all(fits) || !self.is_free(unit, from..from + window.len()) {
                continue;
            }
            let score = parts.iter().zip(window).map(|(part, word)| hearing(part, word.text)).fold(1.0, f64::min);
            if score >= (if name { HEARD } else { HEARD_WORD }) && best.is_none_or(|(known, _)| score > known) {
                best = Some((score, from));
            }
        }
        best.map(|(_, from)| (from, from + parts.len(), 0))
    }

    /// For each unit, the sequence of words that occurs with the phrase more often than by chance.
    fn together(&self, spots: &[(usize, (usize, usize))], kind: Kind) -> Vec<Option<(usize, usize, usize)>> {
        let name = kind.is_name();
        let least = if kind == Kind::Abbreviation { TOGETHER_ABBREVIATION } else { TOGETHER };
        let mut with: FxHashMap<String, usize> = FxHashMap::default();
        for (_, unit) in spots {
            let Some(words) = self.units.get(unit) else { continue };
            let own: FxHashSet<String> = sequences(words)
                .filter(|range| self.can_stand(&words[range.clone()], name) && self.is_free(*unit, range.clone()))
                .map(|range| key(&words[range]))
                .collect();
            for sequence in own {
                *with.entry(sequence).or_default() += 1;
            }
        }
        let dice = |sequence: &str| {
            let both = with.get(sequence).copied().unwrap_or_default();
            let all = self.counts.get(sequence).copied().unwrap_or_default();
            if both < 2 { 0.0 } else { 2.0 * both as f64 / (all + spots.len()) as f64 }
        };
        spots
            .iter()
            .map(|(_, unit)| {
                let words = self.units.get(unit)?;
                let ranges = sequences(words)
                    .filter(|range| self.can_stand(&words[range.clone()], name) && self.is_free(*unit, range.clone()));
                // An abbreviation answers an abbreviation.
                let alike = |range: &std::ops::Range<usize>| {
                    let short = kind == Kind::Abbreviation && range.len() == 1 && is_capitals(words[range.start].text);
                    if short { ABBREVIATIONS_MEET } else { 0.0 }
                };
                let best = ranges
                    .map(|range| (dice(&key(&words[range.clone()])) + alike(&range), range.len(), range.start))
                    .filter(|(share, ..)| *share >= least)
                    .max_by(|left, right| {
                        left.0.total_cmp(&right.0).then(left.1.cmp(&right.1)).then(right.2.cmp(&left.2))
                    });
                best.map(|(_, length, from)| (from, from + length, 0))
            })
            .collect()
    }

    /// The rendering of what occurs once: the only abbreviation, or the only words in quotation marks, of its unit.
    fn only_one(&self, unit: (usize, usize), kind: Kind) -> Option<(usize, usize, usize)> {
        let words = self.units.get(&unit)?;
        let fits = |at: &usize| {
            let word = &words[*at];
            let wanted = match kind {
                Kind::Abbreviation => is_capitals(word.text),
                Kind::Quoted => word.quoted,
                _ => false,
            };
            wanted && !word.covered && self.is_free(unit, *at..*at + 1)
        };
        let all: Vec<usize> = (0..words.len()).filter(fits).collect();
        let (first, last) = (*all.first()?, *all.last()?);
        let together = last - first + 1 == all.len() && all.len() <= if kind == Kind::Quoted { 2 } else { 1 };
        together.then_some((first, last + 1, 0))
    }

    /// Whether words can be a rendering: none of them is another term's, the first and last mean something.
    fn can_stand(&self, words: &[Word<'_>], name: bool) -> bool {
        let edge = |word: &Word<'_>| {
            (!self.everywhere.contains(&word.stem) || is_capitals(word.text))
                // "WHO" and "US" are no "who" and "us".
                && (is_capitals(word.text) || !is_function_word(bare(word.text).as_str(), &self.language))
                && (!name || word.text.chars().next().is_some_and(char::is_uppercase))
        };
        words.iter().all(|word| !word.covered)
            && words.first().is_some_and(edge)
            && words.last().is_some_and(edge)
            && words.iter().any(|word| word.text.chars().any(char::is_alphabetic))
    }
}

fn is_capitals(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

fn of<'a>(document: &'a crate::text::Document, paragraph: usize, covered: &[Span], stems: &Stems) -> Vec<Word<'a>> {
    let text = document.paragraphs[paragraph].text.as_str();
    let mut words: Vec<Word<'a>> = Vec::new();
    for &span in document.paragraphs[paragraph].words() {
        let between = words.last().map(|last| &text[last.span.end..span.start]);
        let joined = between.is_some_and(|between| [" ", "-", "\u{a0}", "‑", "’", "'", "\n"].contains(&between));
        let word = &text[span.range()];
        words.push(Word {
            text: word,
            stem: stems.stem(&bare(&word.to_lowercase())).into_owned(),
            paragraph,
            span,
            covered: covered.iter().any(|term| term.overlaps(span)),
            quoted: in_quotes(text, span),
            joined,
        });
    }
    words
}

/// All sequences of up to [`LONGEST`] words that only spaces part.
fn sequences<'w>(words: &'w [Word<'_>]) -> impl Iterator<Item = std::ops::Range<usize>> + 'w {
    (0..words.len()).flat_map(move |from| {
        let most = (from + LONGEST).min(words.len());
        let end = (from + 1..most).find(|at| !words[*at].joined).unwrap_or(most);
        (from + 1..=end).map(move |to| from..to)
    })
}

fn key(words: &[Word<'_>]) -> String {
    words.iter().map(|word| word.stem.as_str()).collect::<Vec<_>>().join(" ")
}

/// Without a possessive ending.
fn bare(text: &str) -> String {
    let kept = text.strip_suffix("’s").or_else(|| text.strip_suffix("'s")).unwrap_or(text);
    on_one_line(kept)
}

/// Whether two renderings, as stems between spaces, are one: they differ by inflection or derivation alone, or one is
/// a part of the other.
fn alike(left: &str, right: &str) -> bool {
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    let derived = long.trim().strip_prefix(short.trim()).is_some_and(|rest| rest.chars().count() <= 4);
    derived || long.contains(short) || short.replace(' ', "") == long.replace([' ', '-'], "")
}
