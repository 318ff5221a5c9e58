//! Where the accepted texts of one side are today.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::diff::{Fate, equal_paragraphs, paragraphs_with};
use crate::text::Format;

use super::{Accepted, Units};

/// Where today's document has an accepted text.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Today's paragraphs, ascending.
    pub(super) now: Vec<usize>,
    pub(super) fate: Fate,
    pub(super) moved: bool,
}

/// By accepted unit and text of one side, where it is today; `None` where nothing of it is left.
pub(super) type Places = Vec<Vec<Option<Found>>>;

/// Where a link's label leads.
pub(super) type Labels<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// The texts, those that the other version has not letter for letter with the destinations of their links in place of
/// labels: `[text][1]` and `[text](address)` look otherwise and lead to one place.
fn resolved<'a>(format: Format, texts: &[&'a str], other: &[&str], labels: &Labels<'_>) -> Vec<Cow<'a, str>> {
    let there: FxHashSet<&str> = other.iter().copied().collect();
    let text = |text: &'a str| match there.contains(text) {
        true => Cow::Borrowed(text),
        false => format.with_destinations(text, labels),
    };
    texts.iter().map(|one| text(one)).collect()
}

/// The accepted texts of one side, flat, and which of them are there today unchanged.
pub(super) struct Side<'a> {
    pub(super) was: Vec<&'a str>,
    /// By text, its unit and its place among the texts of the unit.
    pub(super) owners: Vec<(usize, usize)>,
    /// Pairs of a text and today's paragraph of equal wording, sorted by text.
    pub(super) equal: Vec<(usize, usize)>,
    texts: fn(&Accepted) -> &[String],
}

impl<'a> Side<'a> {
    /// `labels` gives where a link's label leads, in the recorded and in today's version of the document.
    pub(super) fn new(
        units: &'a Units,
        texts: fn(&Accepted) -> &[String],
        format: Format,
        today: &[&str],
        labels: [&Labels<'_>; 2],
    ) -> Side<'a> {
        let (was, owners): (Vec<&str>, Vec<(usize, usize)>) = units
            .accepted
            .iter()
            .enumerate()
            .flat_map(|(unit, accepted)| {
                texts(accepted).iter().enumerate().map(move |(at, text)| (text.as_str(), (unit, at)))
            })
            .unzip();
        let resolved = [resolved(format, &was, today, labels[0]), resolved(format, today, &was, labels[1])];
        let [before, now] = [0, 1].map(|side| resolved[side].iter().map(AsRef::as_ref).collect::<Vec<&str>>());
        let equal = equal_paragraphs(format, &before, &now);
        Side { was, owners, equal, texts }
    }

    pub(super) fn places(&self, units: &Units, today: &[&str], known: &[(usize, usize)]) -> Places {
        let mut places: Places =
            units.accepted.iter().map(|accepted| vec![None; (self.texts)(accepted).len()]).collect();
        for matched in paragraphs_with(&self.was, today, &self.equal, known) {
            if matched.fate == Fate::Removed {
                continue;
            }
            for at in &matched.was {
                let (unit, text) = self.owners[*at];
                places[unit][text] = Some(Found { now: matched.now.clone(), fate: matched.fate, moved: matched.moved });
            }
        }
        places
    }
}
