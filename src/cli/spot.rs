//! Places that a user names: `PATH`, `PATH:LINE`, `PATH:LINE-LINE`; and what commands that decide share.

use std::ops::RangeInclusive;

use super::trouble::{self, Trouble};
use super::workshop::{Loaded, Workshop};
use crate::align::Pin;
use crate::lang::Language;
use crate::project::{DocumentPair, Lock, Snapshot};
use crate::text::{Document, FaultKind, Lines};
use crate::units::{Drift, Today, Units};

/// A document, and lines of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub path: String,
    /// 1-based; `None` for the whole document.
    pub lines: Option<RangeInclusive<usize>>,
}

impl Spot {
    /// Reads `PATH[:LINE[-LINE]]`; a colon that no number follows belongs to the path.
    pub(super) fn read(written: &str) -> Spot {
        let whole = || Spot { path: written.to_owned(), lines: None };
        let Some((path, lines)) = written.rsplit_once(':') else { return whole() };
        let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
        match (first.parse(), last.parse()) {
            (Ok(first), Ok(last)) if !path.is_empty() => Spot { path: path.to_owned(), lines: Some(first..=last) },
            _ => whole(),
        }
    }
}

/// One pair of documents, read for a decision about it.
pub(super) struct Case<'a> {
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
    pub(super) fn open(workshop: &Workshop, pair: &'a DocumentPair) -> Result<Case<'a>, Trouble> {
        let before = workshop.project.snapshot(&pair.units)?;
        let mut loaded = workshop.load(pair)?;
        // What is written over must be what was read: both come from the same bytes.
        loaded.units = Units::read(&text(&before)).map_err(|fault| trouble::units(&pair.units, fault))?;
        let (source_lines, target_lines) = (Lines::new(&loaded.source.text), Lines::new(&loaded.target.text));
        Ok(Case { pair, loaded, before, source_lines, target_lines })
    }

    pub(super) fn today<'b>(&'b self, drift: &'b Drift) -> Today<'b> {
        Today { source: &self.loaded.source.paragraphs, target: &self.loaded.target.paragraphs, drift }
    }

    /// The paragraphs of one side on these lines; none where the spot is about the other side.
    ///
    /// # Errors
    ///
    /// Where no paragraph stands on these lines.
    pub(super) fn pin(&self, inside: &str, spot: &Spot) -> Result<Pin, Trouble> {
        let all = 1..=usize::MAX;
        let wanted = spot.lines.as_ref().unwrap_or(&all);
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
            return Err(Trouble::new("trouble-no-paragraph").at(spot.path.clone(), Some(*wanted.start())));
        }
        Ok(pin)
    }

    /// Refuses documents in the middle of a merge.
    ///
    /// # Errors
    ///
    /// Where one holds a conflict marker.
    pub(super) fn no_conflict(&self) -> Result<(), Trouble> {
        let sides = [
            (&self.pair.original, &self.loaded.source, &self.source_lines),
            (&self.pair.translation, &self.loaded.target, &self.target_lines),
        ];
        for (path, document, lines) in sides {
            if let Some(fault) = document.faults.iter().find(|fault| fault.kind == FaultKind::ConflictMarker) {
                let line = lines.position(&document.text, fault.span.start).line;
                return Err(Trouble::new("trouble-conflict-document").at(path.clone(), Some(line)));
            }
        }
        Ok(())
    }

    /// `originals/a.md:3 ↔ translations/en/a.md:3,5`.
    pub(super) fn place(&self, pin: &Pin) -> String {
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
    pub(super) fn write(&self, workshop: &Workshop, lock: &Lock, units: &Units) -> Result<(), Trouble> {
        if *units == self.loaded.units {
            return Ok(());
        }
        let written = units.write_over(&text(&self.before));
        Ok(workshop.project.write(lock, &self.pair.units, &self.before, written.as_bytes())?)
    }
}

/// The bytes as text; `load` has told by then where they are not UTF-8.
fn text(snapshot: &Snapshot) -> String {
    snapshot.0.as_deref().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
}

/// The pairs that the spots name, each with its spots, in the order of the listing.
///
/// # Errors
///
/// Where a spot names no document, or lines of a folder.
pub(super) fn cases<'a>(
    workshop: &'a Workshop,
    spots: &'a [Spot],
    languages: &[Language],
) -> Result<Vec<(&'a DocumentPair, Vec<&'a Spot>)>, Trouble> {
    if spots.is_empty() {
        return Ok(workshop.select(&[], languages)?.into_iter().map(|pair| (pair, Vec::new())).collect());
    }
    let mut cases: Vec<(&DocumentPair, Vec<&Spot>)> = Vec::new();
    for spot in spots {
        let inside = workshop.project.inside(&spot.path)?;
        let pairs = workshop.select(std::slice::from_ref(&spot.path), languages)?;
        for pair in pairs {
            if spot.lines.is_some() && inside != pair.original && inside != pair.translation {
                return Err(Trouble::new("trouble-not-a-document").at(spot.path.clone(), None));
            }
            match cases.iter_mut().find(|(known, _)| *known == pair) {
                Some((_, spots)) => spots.push(spot),
                None => cases.push((pair, vec![spot])),
            }
        }
    }
    cases.sort_by(|a, b| (&a.0.original, &a.0.language).cmp(&(&b.0.original, &b.0.language)));
    Ok(cases)
}

/// The paragraphs of all the spots with lines; `None` where one of them is the whole document, or there is none.
///
/// # Errors
///
/// Where no paragraph stands on a spot's lines.
pub(super) fn chosen(workshop: &Workshop, case: &Case<'_>, spots: &[&Spot]) -> Result<Option<Pin>, Trouble> {
    if spots.iter().any(|spot| spot.lines.is_none()) || spots.is_empty() {
        return Ok(None);
    }
    let mut all = Pin { source: Vec::new(), target: Vec::new() };
    for spot in spots {
        let pin = case.pin(&workshop.project.inside(&spot.path)?, spot)?;
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
pub(super) fn overlap(one: &Pin, other: &Pin) -> bool {
    one.source.iter().any(|at| other.source.contains(at)) || one.target.iter().any(|at| other.target.contains(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stand_behind_the_last_colon() {
        assert_eq!(Spot::read("a.md"), Spot { path: "a.md".into(), lines: None });
        assert_eq!(Spot::read("a.md:7"), Spot { path: "a.md".into(), lines: Some(7..=7) });
        assert_eq!(Spot::read("a:b.md:7-12"), Spot { path: "a:b.md".into(), lines: Some(7..=12) });
        assert_eq!(Spot::read("a:b.md"), Spot { path: "a:b.md".into(), lines: None });
        assert_eq!(Spot::read(":7"), Spot { path: ":7".into(), lines: None });
    }
}
