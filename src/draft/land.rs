//! Puts translations that come back from another tool where they belong, and touches nothing else.

use std::collections::HashMap;

use super::answers::Answers;
use super::depth::{Replaced, with_edits};
use super::frame::{Page, ending, framed, holds_lines};
use super::lines::{line_end, line_start};
use super::rows::{Filled, RowFiller};
use super::titles::with_marker;
use crate::align::Unit;
use crate::edit::TextEdit;
use crate::text::{Document, Gaps, Kind, Open, Paragraph, Span, gap as gap_comment};

/// A translation that comes back.
#[derive(Clone, Copy, Debug)]
pub struct ImportedUnit<'a> {
    /// The unit's name as it went out: [`name`] of its source paragraphs. May be empty or wrong; the text decides.
    pub id: &'a str,
    /// The unit's source as it went out, its paragraphs parted by a blank line.
    pub source: &'a str,
    /// Its translation now, parted in the same way.
    pub target: &'a str,
    /// Whether it is finished, and what it went out with.
    pub kind: Arrival<'a>,
}

/// What is known of a translation that comes back.
#[derive(Clone, Copy)]
pub enum Arrival<'a> {
    /// Finished. Says of a text whether it is the translation that went out; `None` where nobody knows.
    Finished(&'a dyn Fn(&str) -> Option<bool>),
    /// Somebody has still to look at it.
    Unfinished,
}

impl std::fmt::Debug for Arrival<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Arrival::Finished(_) => "Finished",
            Arrival::Unfinished => "Unfinished",
        })
    }
}

/// A translation with what came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportOutcome {
    /// The file.
    pub text: String,
    /// How many texts are new or changed.
    pub placed: usize,
    /// How many were there already.
    pub same: usize,
    /// How many were left out since the translation here is newer than the one that went out, and the one that comes
    /// back is not.
    pub kept: usize,
    /// Indices of those that changed here and there since they went out; the text here stays.
    pub conflicts: Vec<usize>,
    /// Indices of those that are not finished: a gap stays one, with the text as a note.
    pub unfinished: Vec<usize>,
    /// Indices of those that found no place: the original changed since, another number of paragraphs came back, or a
    /// text of several lines belongs where there is one.
    pub unplaced: Vec<usize>,
}

/// The name of a unit in an exchanged file: the numbers of its source paragraphs, from 1.
pub fn name(unit: &Unit) -> String {
    unit.source.iter().map(|at| (at + 1).to_string()).collect::<Vec<_>>().join("+")
}

/// Its source or target text in an exchanged file.
pub fn joined(document: &Document, paragraphs: &[usize]) -> String {
    paragraphs.iter().map(|at| document.paragraphs[*at].text.as_str()).collect::<Vec<_>>().join("\n\n")
}

/// Puts `incoming` into `target`; `aligned` are the units of both documents.
pub fn land(source: &Document, target: &Document, aligned: &[Unit], incoming: &[ImportedUnit<'_>]) -> ImportOutcome {
    let mut by_text: HashMap<String, Vec<&Unit>> = HashMap::new();
    let mut by_name: HashMap<String, &Unit> = HashMap::new();
    for unit in aligned.iter().filter(|unit| !unit.source.is_empty()) {
        by_text.entry(joined(source, &unit.source)).or_default().push(unit);
        by_name.insert(name(unit), unit);
    }
    let mut lander = Lander {
        source,
        target,
        page: Page::new(target),
        gaps: Gaps::of(target, source),
        edits: Replaced::default(),
        rows: Vec::new(),
        landed: ImportOutcome::default(),
    };
    for (at, text) in incoming.iter().enumerate() {
        let places = by_text.get(text.source).map_or(&[][..], Vec::as_slice);
        let named = by_name.get(text.id).filter(|unit| joined(source, &unit.source) == text.source);
        // A text that occurs several times is known only by its name.
        match named.or(if places.len() == 1 { places.first() } else { None }) {
            Some(unit) => lander.arrival(at, text, unit),
            None => lander.landed.unplaced.push(at),
        }
    }
    lander.rows(aligned, incoming);
    lander.landed.text = with_edits(&target.text, &lander.edits.settled(target));
    lander.landed
}

/// A translation while texts come back into it.
struct Lander<'a> {
    source: &'a Document,
    target: &'a Document,
    page: Page<'a>,
    gaps: Gaps,
    edits: Replaced,
    /// The rows that go into their tables at the end: which came back, its gap, its paragraph of the original.
    rows: Vec<(usize, Open, usize)>,
    landed: ImportOutcome,
}

impl Lander<'_> {
    fn arrival(&mut self, at: usize, text: &ImportedUnit<'_>, unit: &Unit) {
        let here = joined(self.target, &unit.target);
        if here == text.target {
            self.landed.same += 1;
            return;
        }
        let is_base = match text.kind {
            Arrival::Finished(is_base) => is_base,
            Arrival::Unfinished => {
                self.landed.unfinished.push(at);
                let gap = if unit.target.is_empty() { self.gaps.take(text.source) } else { None };
                self.edits.edits.extend(gap.and_then(|gap| hinted(self.target, gap.span, text.target)));
                return;
            }
        };
        if is_base(&here) == Some(false) {
            // Where nobody changed it there, what somebody changed here stays.
            match is_base(text.target) {
                Some(true) => self.landed.kept += 1,
                _ => self.landed.conflicts.push(at),
            }
            return;
        }
        let changes = match unit.target.is_empty() {
            true => self.filled(at, text, unit),
            false => replaced(self.target, &self.page, unit, text.target),
        };
        match changes {
            Some(changes) => {
                self.landed.placed += usize::from(!changes.is_empty());
                self.edits.edits.extend(changes.into_iter().map(|(span, text)| (span.start, (span.end, text))));
            }
            None => self.landed.unplaced.push(at),
        }
    }

    /// The change that fills a gap; none for a row whose gap is a comment of its own, which waits for the others of its
    /// table.
    fn filled(&mut self, at: usize, text: &ImportedUnit<'_>, unit: &Unit) -> Option<Vec<(Span, String)>> {
        let fill = Filled { gap: self.gaps.take(text.source)?, source: unit.source[0], text: text.target };
        if fill.is_row_of_its_own(self.source, self.target) && fits(Kind::TableRow, fill.text) {
            self.rows.push((at, fill.gap.clone(), fill.source));
            return Some(Vec::new());
        }
        in_gap(self.target, fill.gap, &self.source.paragraphs[fill.source], fill.text, &mut self.edits)?;
        self.landed.placed += 1;
        Some(Vec::new())
    }

    fn rows(&mut self, aligned: &[Unit], incoming: &[ImportedUnit<'_>]) {
        let answers = Answers::of(aligned.iter());
        let mut filler = RowFiller::new([self.source, self.target], &self.gaps.all, &answers);
        let rows = std::mem::take(&mut self.rows);
        let fills: Vec<Filled<'_>> =
            rows.iter().map(|(at, gap, source)| Filled { gap, source: *source, text: incoming[*at].target }).collect();
        let edits = filler.fill(&fills);
        // A gap that a row takes away keeps no note.
        self.edits.edits.retain(|start, _| !edits.iter().any(|(from, (to, _))| from < start && start < to));
        self.edits.edits.extend(edits);
        for (place, (at, ..)) in filler.places.iter().zip(&rows) {
            match place {
                Some(_) => self.landed.placed += 1,
                None => self.landed.unplaced.push(*at),
            }
        }
        self.landed.unplaced.sort_unstable();
    }
}

/// The gap with a text as its last note: where, the end, what replaces it. Nothing where it has it already, or
/// takes one line.
fn hinted(target: &Document, gap: Span, text: &str) -> Option<(usize, (usize, String))> {
    let comments = target.format.comments();
    let file = &target.text;
    let comment = &file[gap.range()];
    let close = comment.rfind(comments.close).filter(|_| comment.contains('\n'))?;
    let noted = gap_comment(comments, "", &[format!("draft: {text}")]);
    let note = noted.lines().find(|line| line.starts_with("draft: "))?;
    if comment.contains(note) {
        return None;
    }
    let start = gap.start + close;
    let prefix = &file[line_start(file, start)..start];
    Some((start, (start, format!("{note}{}{prefix}", ending(file)))))
}

/// The unit's paragraphs with the new text, one for one.
fn replaced(target: &Document, page: &Page<'_>, unit: &Unit, text: &str) -> Option<Vec<(Span, String)>> {
    let texts: Vec<&str> = if unit.target.len() == 1 { vec![text] } else { text.split("\n\n").collect() };
    if texts.len() != unit.target.len() {
        return None;
    }
    let paragraphs = unit.target.iter().map(|at| (*at, &target.paragraphs[*at]));
    let changes = paragraphs.zip(texts).filter(|((_, paragraph), text)| paragraph.text != *text);
    changes
        .map(|((at, paragraph), text)| {
            fits(paragraph.kind, text).then(|| (paragraph.span, framed(text, page.prefix(at), ending(&target.text))))
        })
        .collect()
}

/// The edits that replace gaps with texts, and the place of each text, as a byte of the translation as it was; `None`
/// where one cannot be read there.
///
/// `answers` says which paragraph of the translation answers one of the original.
pub fn gaps_filled(
    source: &Document,
    target: &Document,
    answers: &Answers,
    fills: &[Filled<'_>],
) -> Option<(Vec<TextEdit>, Vec<usize>)> {
    let gaps = Gaps::of(target, source);
    let mut filler = RowFiller::new([source, target], &gaps.all, answers);
    let mut edits = Replaced::new(filler.fill(fills));
    let mut places = Vec::with_capacity(fills.len());
    for (fill, place) in fills.iter().zip(filler.places) {
        let original = &source.paragraphs[fill.source];
        if !fits(original.kind, fill.text) || (place.is_none() && fill.is_row_of_its_own(source, target)) {
            return None;
        }
        places.push(place.unwrap_or(fill.gap.span.start));
        if place.is_none() {
            in_gap(target, fill.gap, original, fill.text, &mut edits)?;
        }
    }
    let edits = edits.settled(target).into_iter();
    Some((
        edits.map(|(start, (end, text))| TextEdit { bytes: Span::new(start, end), text: text.into_bytes() }).collect(),
        places,
    ))
}

/// The edits that give paragraphs of a translation another text, parted by blank lines where they are several; `None`
/// where it has another number of paragraphs, or cannot be read there.
pub fn unit_rewritten(target: &Document, paragraphs: &[usize], text: &str) -> Option<Vec<TextEdit>> {
    let unit = Unit::new(Vec::new(), paragraphs.to_vec());
    let changes = replaced(target, &Page::new(target), &unit, text)?;
    Some(changes.into_iter().map(|(bytes, text)| TextEdit { bytes, text: text.into_bytes() }).collect())
}

fn in_gap(target: &Document, gap: &Open, original: &Paragraph, text: &str, into: &mut Replaced) -> Option<()> {
    if !fits(original.kind, text) {
        return None;
    }
    let (file, marks, gap) = (&target.text, gap.marks(&original.text), gap.span);
    if original.kind == Kind::TableRow {
        // The row comes back with its bars.
        let line = &file[line_start(file, gap.start)..line_end(file, gap.start)];
        let start = line_start(file, gap.start) + (line.len() - line.trim_start_matches([' ', '>']).len());
        let end = line_start(file, gap.start) + line.trim_end().len();
        into.edits.insert(start, (end, text.to_owned()));
        return Some(());
    }
    let end = with_marker(target, gap, &format!("{}{text}{}", marks.0, marks.1)).end;
    if end > gap.end && text.contains(['\n', '\r']) {
        return None;
    }
    into.put(target, gap, end, &|before| {
        let behind = framed(marks.1, before, ending(file));
        format!("{}{}{behind}", marks.0, framed(text, &format!("{before}{}", marks.0), ending(file)))
    });
    Some(())
}

/// Whether a text can be written where such a paragraph is.
fn fits(kind: Kind, text: &str) -> bool {
    let one_line = holds_lines(kind) || !text.contains(['\n', '\r']);
    !text.trim().is_empty() && one_line && !(kind == Kind::FrontMatter && text.contains(['"', '\\']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Format;

    fn read(text: &str) -> Document {
        Document::read(text.as_bytes(), Format::Markdown)
    }

    const UNKNOWN: Arrival<'static> = Arrival::Finished(&|_| None);

    #[test]
    fn newer_words_stay() {
        let (source, target) = (read("да\n\nнет\n\nдом\n"), read("yes!\n\nno!\n\nhouse\n"));
        let aligned: Vec<Unit> = (0..3).map(|at| Unit::new(vec![at], vec![at])).collect();
        let base = |was: &'static str| move |text: &str| Some(text == was);
        let (yes, no, house) = (base("yes"), base("no"), base("house"));
        let incoming = [
            ImportedUnit { id: "1", source: "да", target: "yes", kind: Arrival::Finished(&yes) },
            ImportedUnit { id: "2", source: "нет", target: "nope", kind: Arrival::Finished(&no) },
            ImportedUnit { id: "3", source: "дом", target: "home", kind: Arrival::Finished(&house) },
        ];
        let landed = land(&source, &target, &aligned, &incoming);
        assert_eq!(landed.text, "yes!\n\nno!\n\nhome\n");
        assert_eq!((landed.kept, landed.conflicts, landed.placed), (1, vec![1], 1));
    }

    #[test]
    fn what_is_not_finished_stays_a_gap_with_a_note() {
        let (source, target) = (read("> да\n"), read("> <!-- tolmach: translate\n> да\n> -->\n"));
        let aligned = [Unit::new(vec![0], vec![])];
        let incoming = [ImportedUnit { id: "1", source: "да", target: "yes -->", kind: Arrival::Unfinished }];
        let landed = land(&source, &target, &aligned, &incoming);
        assert_eq!(landed.text, "> <!-- tolmach: translate\n> да\n> draft: yes -\\->\n> -->\n");
        assert_eq!((landed.unfinished.as_slice(), landed.placed), ([0].as_slice(), 0));
        let again = land(&source, &read(&landed.text), &aligned, &incoming);
        assert_eq!(again.text, landed.text);
    }

    #[test]
    fn texts_land_in_their_paragraphs_and_gaps_and_nothing_else_changes() {
        let source = read("# Глава\n\n- раз\n- два\n\n| а | б |\n|---|---|\n\nконец\n");
        let target = read(
            "# <!-- tolmach: translate Глава -->\n\n- <!-- tolmach: translate\n  раз\n  -->\n- two\n\n\
             | <!-- tolmach: translate а --> | <!-- tolmach: translate б --> |\n|---|---|\n\n<!-- mine -->\nend\n",
        );
        let answers = [vec![], vec![], vec![0], vec![], vec![1]];
        let aligned: Vec<Unit> =
            answers.into_iter().enumerate().map(|(at, target)| Unit::new(vec![at], target)).collect();
        let texts =
            [("Глава", "Chapter"), ("раз", "one\nmore"), ("два", "TWO"), ("| а | б |", "| a | b |"), ("конец", "end")];
        let incoming: Vec<ImportedUnit<'_>> =
            texts.iter().map(|(source, target)| ImportedUnit { id: "", source, target, kind: UNKNOWN }).collect();
        let landed = land(&source, &target, &aligned, &incoming);
        assert_eq!(landed.text, "# Chapter\n\n- one\n  more\n- TWO\n\n| a | b |\n|---|---|\n\n<!-- mine -->\nend\n");
        assert_eq!((landed.placed, landed.same), (4, 1));
        assert_eq!(landed.unplaced, [] as [usize; 0]);
    }

    #[test]
    fn what_has_no_place_is_said() {
        let (source, target) = (read("да\n\nда\n\n# нет\n"), read("yes\n\nyes\n\n# no\n"));
        let aligned: Vec<Unit> = (0..3).map(|at| Unit::new(vec![at], vec![at])).collect();
        let incoming = [
            ImportedUnit { id: "2", source: "да", target: "yeah", kind: UNKNOWN },
            ImportedUnit { id: "", source: "да", target: "which?", kind: UNKNOWN },
            ImportedUnit { id: "3", source: "нет", target: "two\nlines", kind: UNKNOWN },
            ImportedUnit { id: "1", source: "другое", target: "other", kind: UNKNOWN },
        ];
        let landed = land(&source, &target, &aligned, &incoming);
        assert_eq!((landed.text.as_str(), landed.unplaced), ("yes\n\nyeah\n\n# no\n", vec![1, 2, 3]));
    }
}
