//! Places that a user names: `PATH`, `PATH:LINE`, `PATH:LINE-LINE`; and what commands that decide share.

use std::ops::RangeInclusive;

use super::{Error, Workspace};
use crate::align::Pin;
use crate::lang::Language;
use crate::text::{Document, Lines, Verbatim};
use crate::units::{Pair, Paths};

/// A document, and lines of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// As the user gave it.
    pub path: String,
    /// 1-based; `None` for the whole document.
    pub lines: Option<RangeInclusive<usize>>,
}

impl Location {
    /// Reads `PATH[:LINE[-LINE]]`; a colon that no number follows belongs to the path.
    pub fn read(written: &str) -> Location {
        let whole = || Location { path: written.to_owned(), lines: None };
        let Some((path, lines)) = written.rsplit_once(':') else { return whole() };
        let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
        match (first.parse(), last.parse()) {
            (Ok(first), Ok(last)) if !path.is_empty() => Location { path: path.to_owned(), lines: Some(first..=last) },
            _ => whole(),
        }
    }
}

/// Refuses documents in the middle of a merge.
///
/// # Errors
///
/// If one holds a conflict marker.
pub fn no_conflict(pair: &Pair) -> Result<(), Error> {
    match pair.conflict() {
        Some((path, line)) => Err(Error::ConflictMarker { path: path.to_owned(), line }),
        None => Ok(()),
    }
}

/// The paragraphs of one side of a pair on the lines of a location; `inside` is the location's path in the project.
///
/// # Errors
///
/// If no paragraph is on these lines.
pub fn paragraphs(pair: &Pair, inside: &str, location: &Location) -> Result<Pin, Error> {
    let all = 1..=usize::MAX;
    let wanted = location.lines.as_ref().unwrap_or(&all);
    let on = |document: &Document, lines: &Lines| -> Vec<usize> {
        let touches = |(at, paragraph): (usize, &crate::text::Paragraph)| {
            let first = lines.position(&document.text, paragraph.span.start).line;
            let last = lines.position(&document.text, paragraph.span.end.saturating_sub(1)).line;
            (first <= *wanted.end() && last >= *wanted.start()).then_some(at)
        };
        document.paragraphs.iter().enumerate().filter_map(touches).collect()
    };
    let pin = one_side(pair, inside, &on);
    if pin.source.is_empty() && pin.target.is_empty() {
        return Err(Error::NoParagraph { path: location.path.clone(), line: *wanted.start() });
    }
    Ok(pin)
}

/// What is found in the side of a pair that a location is in.
fn one_side(pair: &Pair, inside: &str, on: &dyn Fn(&Document, &Lines) -> Vec<usize>) -> Pin {
    match inside == pair.paths.original {
        true => Pin { source: on(&pair.source, pair.source_lines()), target: Vec::new() },
        false => Pin { source: Vec::new(), target: on(&pair.target, pair.target_lines()) },
    }
}

/// The verbatim blocks of one side of a pair that have a line in those of a location, as indices among the side's blocks.
fn blocks(pair: &Pair, inside: &str, location: &Location) -> Pin {
    let Some(wanted) = &location.lines else { return Pin { source: Vec::new(), target: Vec::new() } };
    one_side(pair, inside, &|document, lines| {
        let line = |offset: usize| lines.position(&document.text, offset).line;
        let touches = |(at, block): (usize, &Verbatim)| {
            let (first, last) = (line(block.span.start), line(block.span.end.saturating_sub(1)));
            (first <= *wanted.end() && last >= *wanted.start()).then_some(at)
        };
        document.verbatim().iter().enumerate().filter_map(touches).collect()
    })
}

/// The paragraphs and the verbatim blocks of all the locations with lines, the blocks as indices among those of their
/// side; `None` where one of the locations is the whole document, or there is none.
///
/// # Errors
///
/// Where neither a paragraph nor a block is on a location's lines.
pub fn chosen_with_blocks(
    workspace: &Workspace,
    pair: &Pair,
    locations: &[&Location],
) -> Result<Option<[Pin; 2]>, Error> {
    if locations.iter().any(|location| location.lines.is_none()) || locations.is_empty() {
        return Ok(None);
    }
    let mut all = [Vec::new(), Vec::new()].map(|none: Vec<usize>| Pin { source: none.clone(), target: none });
    for location in locations {
        let inside = workspace.project.inside(&location.path)?;
        let blocks = blocks(pair, &inside, location);
        match paragraphs(pair, &inside, location) {
            Ok(pin) => add(&mut all[0], pin),
            Err(Error::NoParagraph { .. }) if !blocks.source.is_empty() || !blocks.target.is_empty() => {}
            Err(error) => return Err(error),
        }
        add(&mut all[1], blocks);
    }
    Ok(Some(all))
}

fn add(all: &mut Pin, more: Pin) {
    for (all, more) in [(&mut all.source, more.source), (&mut all.target, more.target)] {
        all.extend(more);
        all.sort_unstable();
        all.dedup();
    }
}

/// The pairs that the locations name, each with its locations, in the order of the listing.
///
/// # Errors
///
/// Where a location names no document, or lines of a folder.
pub fn located<'a>(
    workspace: &'a Workspace,
    locations: &'a [Location],
    languages: &[Language],
) -> Result<Vec<(&'a Paths, Vec<&'a Location>)>, Error> {
    if locations.is_empty() {
        return Ok(workspace.select(&[], languages)?.into_iter().map(|pair| (pair, Vec::new())).collect());
    }
    let mut located: Vec<(&Paths, Vec<&Location>)> = Vec::new();
    for location in locations {
        let inside = workspace.project.inside(&location.path)?;
        let pairs = workspace.select(std::slice::from_ref(&location.path), languages)?;
        for pair in pairs {
            if location.lines.is_some() && inside != pair.original && inside != pair.translation {
                return Err(Error::NotADocument { path: location.path.clone() });
            }
            match located.iter_mut().find(|(known, _)| *known == pair) {
                Some((_, locations)) => locations.push(location),
                None => located.push((pair, vec![location])),
            }
        }
    }
    located.sort_by(|a, b| (&a.0.original, &a.0.language).cmp(&(&b.0.original, &b.0.language)));
    Ok(located)
}

/// The paragraphs of all the locations with lines; `None` where one of them is the whole document, or there is none.
///
/// # Errors
///
/// Where no paragraph is on a location's lines.
pub fn chosen(workspace: &Workspace, pair: &Pair, locations: &[&Location]) -> Result<Option<Pin>, Error> {
    if locations.iter().any(|location| location.lines.is_none()) || locations.is_empty() {
        return Ok(None);
    }
    let mut all = Pin { source: Vec::new(), target: Vec::new() };
    for location in locations {
        let pin = paragraphs(pair, &workspace.project.inside(&location.path)?, location)?;
        add(&mut all, pin);
    }
    Ok(Some(all))
}

/// Whether the two have a paragraph in common.
pub fn overlap(one: &Pin, other: &Pin) -> bool {
    one.source.iter().any(|at| other.source.contains(at)) || one.target.iter().any(|at| other.target.contains(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_behind_the_last_colon() {
        assert_eq!(Location::read("a.md"), Location { path: "a.md".into(), lines: None });
        assert_eq!(Location::read("a.md:7"), Location { path: "a.md".into(), lines: Some(7..=7) });
        assert_eq!(Location::read("a:b.md:7-12"), Location { path: "a:b.md".into(), lines: Some(7..=12) });
        assert_eq!(Location::read("a:b.md"), Location { path: "a:b.md".into(), lines: None });
        assert_eq!(Location::read(":7"), Location { path: ":7".into(), lines: None });
    }
}
