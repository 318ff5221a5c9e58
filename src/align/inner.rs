//! The sentences inside a unit, aligned by the same model.
//!
//! All sentences of a document's units make up the two texts that the model compares, and each unit is a part of them that is searched by
//! itself: so a sentence never answers one of another unit.

use std::fmt;
use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::text::{Paragraph, Span, sentences};

use super::lexicon::Lexicon;
use super::pins::Stretch;
use super::reader::Reader;
use super::side::Side;
use super::task::{Pairing, Task};
use super::tokens::{self, Class};
use super::unit::Unit;
use super::vocabulary::Vocabulary;

/// Probability that sentences which answer each other are followed by one that has no counterpart.
const OPEN: f64 = 0.05;

/// More words without counterpart than this nobody reads.
const MOST: usize = 5;

/// A link between words that is trusted less does not tell where a word's counterpart is.
const CLAIM: f32 = 0.4;

/// A sentence, by its paragraph and its bytes in the paragraph's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Index of the paragraph in its document.
    pub paragraph: usize,
    /// Bytes of the paragraph's text.
    pub span: Span,
}

/// Sentences of a unit that answer each other.
#[derive(Clone, Debug, PartialEq)]
pub struct SentenceUnit {
    /// Index of the unit that they are in.
    pub unit: usize,
    /// Ascending; empty where the target sentences have no counterpart in the unit.
    pub source: Vec<Sentence>,
    /// Ascending; empty where the source sentences have no counterpart in the unit.
    pub target: Vec<Sentence>,
    /// Posterior probability that exactly these sentences belong together, 0..1.
    pub confidence: f64,
    /// Of sentences without counterpart, the numbers, names and longest words that nothing in the unit's other side answers, as
    /// written in the text.
    pub unanswered: Vec<String>,
    /// Of target sentences without counterpart, whether a word of the source has its likely counterpart in them and in no
    /// other sentence of the unit: then they may be a part of one that was taken apart.
    pub claims: bool,
}

/// Aligns the sentences of units.
type Align<'a> = dyn Fn(&[Unit]) -> Vec<SentenceUnit> + 'a;

/// The sentences of a pair of documents, aligned when they are first asked for.
pub struct SentenceAligner<'a> {
    align: Box<Align<'a>>,
    found: OnceLock<Vec<SentenceUnit>>,
}

impl<'a> SentenceAligner<'a> {
    /// `align` aligns the sentences of units, as [`align_sentences`] does.
    pub fn new(align: impl Fn(&[Unit]) -> Vec<SentenceUnit> + 'a) -> SentenceAligner<'a> {
        SentenceAligner { align: Box::new(align), found: OnceLock::new() }
    }

    /// The sentence units of `units`, which must be the same at every call.
    pub fn of(&self, units: &[Unit]) -> &[SentenceUnit] {
        self.found.get_or_init(|| (self.align)(units))
    }
}

impl fmt::Debug for SentenceAligner<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("SentenceAligner").field("found", &self.found).finish_non_exhaustive()
    }
}

/// Aligns the sentences of every unit that has both sides and on one of them two sentences or more: every sentence of
/// such a unit is in exactly one of the returned units, which come in the units' order. The lexicon is asked for only where
/// there is such a unit.
pub fn align_sentences<'l>(
    source: &Side<'_>,
    target: &Side<'_>,
    units: &[Unit],
    lexicon: impl FnOnce() -> &'l Lexicon,
) -> Vec<SentenceUnit> {
    let inside = Inside::of(units, source, target);
    if inside.parts.is_empty() { Vec::new() } else { inside.align((source, target), lexicon()) }
}

/// The sentences of the units that have several.
#[derive(Default)]
struct Inside {
    source: Cut,
    target: Cut,
    /// A unit's index, and its sentences by their numbers.
    parts: Vec<(usize, Stretch)>,
}

/// One side cut into sentences.
#[derive(Default)]
struct Cut {
    sentences: Vec<Sentence>,
    texts: Vec<Paragraph>,
}

impl Inside {
    fn of(units: &[Unit], source: &Side<'_>, target: &Side<'_>) -> Inside {
        let mut inside = Inside::default();
        for (number, unit) in units.iter().enumerate() {
            if unit.source.is_empty() || unit.target.is_empty() {
                continue;
            }
            let from = (inside.source.sentences.len(), inside.target.sentences.len());
            inside.source.add(&unit.source, source);
            inside.target.add(&unit.target, target);
            let to = (inside.source.sentences.len(), inside.target.sentences.len());
            let counts = (to.0 - from.0, to.1 - from.1);
            if counts.0.min(counts.1) == 0 || counts.0.max(counts.1) < 2 {
                inside.source.truncate(from.0);
                inside.target.truncate(from.1);
                continue;
            }
            let stretch = Stretch { source: (from.0..to.0).collect(), target: (from.1..to.1).collect() };
            inside.parts.push((number, stretch));
        }
        inside
    }

    fn align(&self, sides: (&Side<'_>, &Side<'_>), lexicon: &Lexicon) -> Vec<SentenceUnit> {
        let readers =
            (Reader::new(sides.0.language, sides.1.language), Reader::new(sides.1.language, sides.0.language));
        let source = Vocabulary::read(&self.source.texts, &readers.0);
        let target = Vocabulary::read(&self.target.texts, &readers.1);
        let task = Task::new(&source, &target, &[], lexicon);
        let mut found = Vec::new();
        let stretches: Vec<Stretch> = self.parts.iter().map(|part| part.1.clone()).collect();
        for ((unit, stretch), pairings) in self.parts.iter().zip(task.solve_parts(&stretches, OPEN)) {
            for pairing in pairings {
                found.push(SentenceUnit {
                    unit: *unit,
                    source: pairing.source.iter().map(|at| self.source.sentences[*at]).collect(),
                    target: pairing.target.iter().map(|at| self.target.sentences[*at]).collect(),
                    confidence: pairing.posterior,
                    unanswered: self.unanswered(&pairing, stretch, &task, &readers),
                    claims: claims(&pairing, stretch, &task),
                });
            }
        }
        found
    }

    /// The words of sentences without counterpart that nothing in the part's other side answers.
    fn unanswered(
        &self,
        pairing: &Pairing,
        part: &Stretch,
        task: &Task<'_>,
        readers: &(Reader, Reader),
    ) -> Vec<String> {
        match (&pairing.source[..], &pairing.target[..]) {
            (source, []) => {
                let there = words(task.target, &part.target);
                let answered = |word: u32| task.links.of(word).iter().any(|link| there.contains(&link.target));
                self.source.telling(source, task.source, &readers.0, answered)
            }
            ([], target) => {
                let here = words(task.source, &part.source);
                let links = here.iter().flat_map(|word| task.links.of(*word));
                let reached: FxHashSet<u32> = links.map(|link| link.target).collect();
                self.target.telling(target, task.target, &readers.1, |word| reached.contains(&word))
            }
            _ => Vec::new(),
        }
    }
}

/// The words of some sentences of a side.
fn words<'s>(side: &Vocabulary, sentences: impl IntoIterator<Item = &'s usize>) -> FxHashSet<u32> {
    sentences.into_iter().flat_map(|at| side.words(*at)).copied().collect()
}

/// Whether a word of the source is answered by these target sentences alone, of all in the part.
fn claims(pairing: &Pairing, part: &Stretch, task: &Task<'_>) -> bool {
    if !pairing.source.is_empty() {
        return false;
    }
    let own = words(task.target, &pairing.target);
    let rest = words(task.target, part.target.iter().filter(|at| !pairing.target.contains(at)));
    words(task.source, &part.source).iter().any(|word| {
        let links = || task.links.of(*word).iter();
        links().any(|link| link.trust >= CLAIM && own.contains(&link.target))
            && !links().any(|link| rest.contains(&link.target))
    })
}

impl Cut {
    fn add(&mut self, paragraphs: &[usize], side: &Side<'_>) {
        for at in paragraphs {
            let Some(paragraph) = side.paragraphs.get(*at) else { continue };
            for span in sentences(&paragraph.text) {
                self.sentences.push(Sentence { paragraph: *at, span });
                self.texts.push(Paragraph::alone(&paragraph.text[span.range()]));
            }
        }
    }

    fn truncate(&mut self, length: usize) {
        self.sentences.truncate(length);
        self.texts.truncate(length);
    }

    /// The numbers, names and then the longest words of sentences that are not answered, as written.
    fn telling(
        &self,
        block: &[usize],
        side: &Vocabulary,
        reader: &Reader,
        answered: impl Fn(u32) -> bool,
    ) -> Vec<String> {
        let mut found: Vec<(u8, std::cmp::Reverse<usize>, &str)> = Vec::new();
        for at in block {
            let text = &self.texts[*at].text;
            tokens::each(text, |key, class, start, end| {
                let open = side.find(&reader.key_of(key, class)).is_none_or(|word| !answered(word));
                let rank = match class {
                    Class::Number => 0,
                    Class::Capitalised if start > 0 => 1,
                    _ => 2,
                };
                let written = &text[start..end];
                if open && (rank == 0 || written.chars().count() > 3) && !found.iter().any(|word| word.2 == written) {
                    found.push((rank, std::cmp::Reverse(written.chars().count()), written));
                }
            });
        }
        found.sort_by_key(|word| (word.0, word.1));
        found.into_iter().take(MOST).map(|word| word.2.to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn aligned(source: &[&str], target: &[&str]) -> (Vec<SentenceUnit>, Vec<Paragraph>, Vec<Paragraph>) {
        let (ru, en) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let read = |texts: &[&str]| texts.iter().map(|text| Paragraph::alone(text)).collect::<Vec<_>>();
        let (source, target) = (read(source), read(target));
        let lexicon = Lexicon::built_in(&ru, &en);
        let units: Vec<Unit> = (0..source.len().min(target.len())).map(|at| Unit::new(vec![at], vec![at])).collect();
        let found = align_sentences(
            &Side { language: &ru, paragraphs: &source, blocks: &[], text: "" },
            &Side { language: &en, paragraphs: &target, blocks: &[], text: "" },
            &units,
            || &lexicon,
        );
        (found, source, target)
    }

    const RUSSIAN: &str = "В 1902 году город построил мост через реку. Инженер Токаев руководил работой три года. Сегодня по мосту ходят трамваи.";

    #[test]
    fn a_sentence_left_out_has_no_counterpart_and_shows_its_words() {
        let (found, source, _) =
            aligned(&[RUSSIAN], &["In 1902 the city built a bridge across the river. Today trams cross the bridge."]);
        let lone: Vec<_> = found.iter().filter(|unit| unit.target.is_empty()).collect();
        assert_eq!(lone.len(), 1, "{found:?}");
        assert!(source[0].text[lone[0].source[0].span.range()].starts_with("Инженер"));
        assert!(lone[0].confidence > 0.8 && lone[0].unanswered.contains(&"Токаев".to_owned()), "{lone:?}");
    }

    #[test]
    fn a_whole_translation_has_a_counterpart_for_each_sentence() {
        let whole = "In 1902 the city built a bridge across the river. The engineer Tokayev directed the work for three years. Today trams cross the bridge.";
        let (found, ..) = aligned(&[RUSSIAN], &[whole]);
        assert!(found.iter().all(|unit| unit.source.len() == 1 && unit.target.len() == 1), "{found:?}");
        assert!(aligned(&["Сегодня."], &["Today."]).0.is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn every_sentence_is_in_exactly_one_unit(
            source in proptest::collection::vec("(Мост\\. |Река 1902! |В г\\. А\\. Б\\. |好。|да |\\PC){0,8}", 1..5),
            target in proptest::collection::vec("(Bridge\\. |River 1902! |Mr\\. B |yes |\\PC){0,8}", 1..5),
        ) {
            let (from, to): (Vec<&str>, Vec<&str>) =
                (source.iter().map(String::as_str).collect(), target.iter().map(String::as_str).collect());
            let (found, source, target) = aligned(&from, &to);
            for (at, (one, other)) in source.iter().zip(&target).enumerate() {
                let cut = (sentences(&one.text), sentences(&other.text));
                let eligible = cut.0.len().min(cut.1.len()) > 0 && cut.0.len().max(cut.1.len()) > 1;
                let inside = || found.iter().filter(|unit| unit.unit == at);
                let spans = |side: fn(&SentenceUnit) -> &Vec<Sentence>| -> Vec<Span> {
                    inside().flat_map(side).map(|sentence| sentence.span).collect()
                };
                let (ours, theirs) = (spans(|unit| &unit.source), spans(|unit| &unit.target));
                if eligible {
                    prop_assert_eq!((ours, theirs), cut);
                } else {
                    prop_assert!(ours.is_empty() && theirs.is_empty());
                }
            }
        }
    }
}
