//! Words of a translation that nearly are a form of a concept's term: "akymat", «Германнии», «учётная запсь».
//!
//! Only words of a unit whose original has the concept are compared, and only with its own terms, so that a word that
//! merely looks alike is left in peace. A slip keeps the first letter, as hardly any misspelling changes it.

use std::collections::BTreeMap;

use super::terms::{Found, allowed, in_target, terms};
use super::wanted::Wanted;
use super::{Context, Place, passage};
use crate::align::Unit;
use crate::text::Span;

/// A near miss: its place, its text, the form that was meant and the term it is a form of.
pub(super) struct NearMiss {
    pub(super) place: Place,
    pub(super) text: String,
    pub(super) meant: String,
    pub(super) term: String,
}

/// The near misses of a concept's allowed terms in a unit's target.
pub(super) fn near_misses(unit: &Unit, context: &Context<'_>, concept: usize) -> Vec<NearMiss> {
    let language = context.target_language;
    let wanted = context.wanted.of(concept, || {
        let all = terms(context, concept, language).map(allowed).unwrap_or_default();
        all.iter().filter_map(|term| Wanted::of(term, language)).collect()
    });
    if wanted.is_empty() {
        return Vec::new();
    }
    let taken = in_target(unit, context);
    let mut found: Vec<NearMiss> = Vec::new();
    for passage in passage::target(unit, context) {
        let wording = passage.wording();
        let spans = passage.paragraph.words();
        let taken = Taken::of(&taken, passage.index);
        let mut known: BTreeMap<usize, usize> = BTreeMap::new();
        for term in wanted.iter() {
            for window in spans.windows(term.words.len()) {
                let span = Span::new(window[0].start, window[window.len() - 1].end);
                let place = passage.place(span.range());
                if taken.near(span).any(|found| hides(found, place, concept)) || overlaps_one(&known, span) {
                    continue;
                }
                if let Some(meant) = term.nearly(&wording, window, language) {
                    let text = wording[span.range()].to_owned();
                    known.insert(span.start, span.end);
                    found.push(NearMiss { place, text, meant, term: term.text.clone() });
                }
            }
        }
    }
    found
}

/// Whether a term that occurs there explains the words: one of another concept, or one of this that is no mere part.
fn hides(found: &Found<'_>, place: Place, concept: usize) -> bool {
    let (own, span) = (found.place.span, place.span);
    let part = own != span && span.start <= own.start && own.end <= span.end;
    found.place.paragraph == place.paragraph && own.overlaps(span) && !(found.occurrence.concept == concept && part)
}

/// The terms of one paragraph by where they begin, so that those at a place are found without a look at all.
struct Taken<'a> {
    found: Vec<&'a Found<'a>>,
    /// Bytes of the longest.
    longest: usize,
}

impl<'a> Taken<'a> {
    fn of(all: &'a [Found<'a>], paragraph: usize) -> Taken<'a> {
        let mut found: Vec<&Found<'_>> = all.iter().filter(|found| found.place.paragraph == paragraph).collect();
        found.sort_by_key(|found| found.place.span.start);
        let longest = found.iter().map(|found| found.place.span.range().len()).max().unwrap_or(0);
        Taken { found, longest }
    }

    /// Those that may overlap a span.
    fn near(&self, span: Span) -> impl Iterator<Item = &Found<'a>> {
        let from = self.found.partition_point(|found| found.place.span.start + self.longest < span.start);
        let near = self.found[from..].iter().take_while(move |found| found.place.span.start <= span.end);
        near.copied()
    }
}

/// Whether one of the spans, which do not overlap each other, overlaps another.
fn overlaps_one(known: &BTreeMap<usize, usize>, span: Span) -> bool {
    known.range(..span.end).next_back().is_some_and(|(start, end)| Span::new(*start, *end).overlaps(span))
}
