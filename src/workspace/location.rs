//! Places that a user names: `PATH`, `PATH:LINE`, `PATH:LINE-LINE`; and what commands that decide share.

use std::ops::RangeInclusive;

use super::open::units;
use super::{Error, Loaded, Workspace};
use crate::align::Pin;
use crate::lang::Language;
use crate::project::{DocumentPair, Lock, Snapshot};
use crate::text::{Document, FaultKind, Lines};
use crate::units::{Drift, Today, Units};

/// A document, and lines of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
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

/// One pair of documents, read for a decision about it.
pub struct Case<'a> {
    pub pair: &'a DocumentPair,
    pub loaded: Loaded,
    /// The units file as it was read.
    before: Snapshot,
    source_lines: Lines,
    target_lines: Lines,
}

impl<'a> Case<'a> {
    /// Reads a pair; with the lock held, so that what is decided is decided about what is there.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, or the units file is broken.
    pub fn open(workspace: &Workspace, pair: &'a DocumentPair) -> Result<Case<'a>, Error> {
        let before = workspace.project.snapshot(&pair.units)?;
        let mut loaded = workspace.load(pair)?;
        // What is written over must be what was read: both come from the same bytes.
        loaded.units = units(&pair.units, &text(&before))?;
        let (source_lines, target_lines) = (Lines::new(&loaded.source.text), Lines::new(&loaded.target.text));
        Ok(Case { pair, loaded, before, source_lines, target_lines })
    }

    pub fn today<'b>(&'b self, drift: &'b Drift) -> Today<'b> {
        Today { source: &self.loaded.source.paragraphs, target: &self.loaded.target.paragraphs, drift }
    }

    /// The paragraphs of one side on these lines; none where the location is about the other side.
    ///
    /// # Errors
    ///
    /// Where no paragraph stands on these lines.
    pub fn pin(&self, inside: &str, location: &Location) -> Result<Pin, Error> {
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
        let pin = match inside == self.pair.original {
            true => Pin { source: on(&self.loaded.source, &self.source_lines), target: Vec::new() },
            false => Pin { source: Vec::new(), target: on(&self.loaded.target, &self.target_lines) },
        };
        if pin.source.is_empty() && pin.target.is_empty() {
            return Err(Error::NoParagraph { path: location.path.clone(), line: *wanted.start() });
        }
        Ok(pin)
    }

    /// Refuses documents in the middle of a merge.
    ///
    /// # Errors
    ///
    /// Where one holds a conflict marker.
    pub fn no_conflict(&self) -> Result<(), Error> {
        let sides = [
            (&self.pair.original, &self.loaded.source, &self.source_lines),
            (&self.pair.translation, &self.loaded.target, &self.target_lines),
        ];
        for (path, document, lines) in sides {
            if let Some(fault) = document.faults.iter().find(|fault| fault.kind == FaultKind::ConflictMarker) {
                let line = lines.position(&document.text, fault.span.start).line;
                return Err(Error::ConflictMarker { path: path.clone(), line });
            }
        }
        Ok(())
    }

    /// `originals/a.md:3 ↔ translations/en/a.md:3,5`.
    pub fn place(&self, pin: &Pin) -> String {
        let side = |path: &str, document: &Document, lines: &Lines, at: &[usize]| {
            let line =
                |at: &usize| lines.position(&document.text, document.paragraphs[*at].span.start).line.to_string();
            match at {
                [] => "–".to_owned(),
                at => format!("{path}:{}", at.iter().map(line).collect::<Vec<_>>().join(",")),
            }
        };
        let source = side(&self.pair.original, &self.loaded.source, &self.source_lines, &pin.source);
        format!("{source} ↔ {}", side(&self.pair.translation, &self.loaded.target, &self.target_lines, &pin.target))
    }

    /// Writes the units where they are not what is there.
    ///
    /// # Errors
    ///
    /// Where the file cannot be written, or changed since it was read.
    pub fn write(&self, workspace: &Workspace, lock: &Lock, units: &Units) -> Result<(), Error> {
        if *units == self.loaded.units {
            return Ok(());
        }
        let written = units.write_over(&text(&self.before));
        Ok(workspace.project.write(lock, &self.pair.units, &self.before, written.as_bytes())?)
    }
}

/// The bytes as text; `load` has told by then where they are not UTF-8.
fn text(snapshot: &Snapshot) -> String {
    snapshot.0.as_deref().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
}

/// The pairs that the locations name, each with its locations, in the order of the listing.
///
/// # Errors
///
/// Where a location names no document, or lines of a folder.
pub fn cases<'a>(
    workspace: &'a Workspace,
    locations: &'a [Location],
    languages: &[Language],
) -> Result<Vec<(&'a DocumentPair, Vec<&'a Location>)>, Error> {
    if locations.is_empty() {
        return Ok(workspace.select(&[], languages)?.into_iter().map(|pair| (pair, Vec::new())).collect());
    }
    let mut cases: Vec<(&DocumentPair, Vec<&Location>)> = Vec::new();
    for location in locations {
        let inside = workspace.project.inside(&location.path)?;
        let pairs = workspace.select(std::slice::from_ref(&location.path), languages)?;
        for pair in pairs {
            if location.lines.is_some() && inside != pair.original && inside != pair.translation {
                return Err(Error::NotADocument { path: location.path.clone() });
            }
            match cases.iter_mut().find(|(known, _)| *known == pair) {
                Some((_, locations)) => locations.push(location),
                None => cases.push((pair, vec![location])),
            }
        }
    }
    cases.sort_by(|a, b| (&a.0.original, &a.0.language).cmp(&(&b.0.original, &b.0.language)));
    Ok(cases)
}

/// The paragraphs of all the locations with lines; `None` where one of them is the whole document, or there is none.
///
/// # Errors
///
/// Where no paragraph stands on a location's lines.
pub fn chosen(workspace: &Workspace, case: &Case<'_>, locations: &[&Location]) -> Result<Option<Pin>, Error> {
    if locations.iter().any(|location| location.lines.is_none()) || locations.is_empty() {
        return Ok(None);
    }
    let mut all = Pin { source: Vec::new(), target: Vec::new() };
    for location in locations {
        let pin = case.pin(&workspace.project.inside(&location.path)?, location)?;
        all.source.extend(pin.source);
        all.target.extend(pin.target);
    }
    for side in [&mut all.source, &mut all.target] {
        side.sort_unstable();
        side.dedup();
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
    fn lines_stand_behind_the_last_colon() {
        assert_eq!(Location::read("a.md"), Location { path: "a.md".into(), lines: None });
        assert_eq!(Location::read("a.md:7"), Location { path: "a.md".into(), lines: Some(7..=7) });
        assert_eq!(Location::read("a:b.md:7-12"), Location { path: "a:b.md".into(), lines: Some(7..=12) });
        assert_eq!(Location::read("a:b.md"), Location { path: "a:b.md".into(), lines: None });
        assert_eq!(Location::read(":7"), Location { path: ":7".into(), lines: None });
    }
}
