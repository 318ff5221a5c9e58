//! Where the accepted texts of one side are today.

use crate::diff::{Fate, equal_paragraphs, paragraphs_with};
use crate::text::Format;

use super::{Accepted, Units};

/// Where an accepted text stands today.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Today's paragraphs, ascending.
    pub(super) now: Vec<usize>,
    pub(super) fate: Fate,
    pub(super) moved: bool,
}

/// By accepted unit and text of one side, where it stands today; `None` where nothing of it is left.
pub(super) type Places = Vec<Vec<Option<Found>>>;

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
    pub(super) fn new(units: &'a Units, texts: fn(&Accepted) -> &[String], format: Format, today: &[&str]) -> Side<'a> {
        let (was, owners): (Vec<&str>, Vec<(usize, usize)>) = units
            .accepted
            .iter()
            .enumerate()
            .flat_map(|(unit, accepted)| {
                texts(accepted).iter().enumerate().map(move |(at, text)| (text.as_str(), (unit, at)))
            })
            .unzip();
        let equal = equal_paragraphs(format, &was, today);
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
