//! One pass of an update: what is gone, what changed, what is new, what moved.

use std::collections::{BTreeSet, HashSet};

use super::answers::Answers;
use super::edits::GatheredEdits;
use super::frame::{self, Page, ending, framed, kept, lines_of};
use super::lines::{continued, line_end, line_start, with_ending};
use super::outcome::{Held, Today, Updated};
use crate::align::Unit;
use crate::diff::marked;
use crate::text::{BlockKind, Delimiters, Document, Format, Gaps, Kind, Paragraph, Span, container, on_one_line};
use crate::units::{Drift, Standing, State, Units};

/// Does what is to be done in today's translation; `None` where a letter of it would be lost.
pub(super) fn pass(
    source: &Document,
    today: &Today,
    units: &Units,
    held: &Held,
    notes: &mut dyn FnMut(usize) -> Vec<String>,
) -> Option<Updated> {
    let Today { target, drift, aligned, .. } = today;
    let target_page = Page::new(target);
    let mut updater = Updater {
        source,
        target,
        source_page: Page::new(source),
        tables_alone: target_page.tables_alone(),
        target_page,
        ending: ending(&target.text),
        marks: target.format.comments(),
        gaps: Gaps::of(target, source),
        unanswered: aligned.iter().filter(|unit| unit.target.is_empty()).flat_map(|unit| unit.source.clone()).collect(),
        answers: Answers::of(aligned.iter()),
        renewed: HashSet::new(),
        comments: comments(target),
        held,
        edits: GatheredEdits::default(),
        updated: Updated::default(),
    };
    updater.set_aside(drift, aligned);
    updater.close_gaps(&today.outdated, notes);
    updater.updated.unknown = today.unknown.clone();
    for standing in drift.standing.iter().filter(|standing| matches!(standing.state, State::Stale | State::Both)) {
        updater.comment(units, standing);
    }
    updater.blocks(units, drift, aligned);
    updater.place(&movable(drift), aligned, notes);
    let Updater { edits, mut updated, .. } = updater;
    updated.text = edits.apply(&target.text)?;
    Some(updated)
}

/// Paragraphs of the translation whose original moved, while they did not.
fn movable(drift: &Drift) -> BTreeSet<usize> {
    let standing = drift.standing.iter().filter(|standing| standing.source.moved && !standing.target.moved);
    standing.flat_map(|standing| standing.pin.target.iter().copied()).collect()
}

/// Where a gap goes.
struct Place<'a> {
    /// The first byte of the original that it shows.
    start: usize,
    /// What precedes it on its line.
    margin: &'a str,
    /// The byte of the translation that it follows.
    anchor: usize,
}

pub(super) struct Updater<'a> {
    pub(super) source: &'a Document,
    pub(super) target: &'a Document,
    pub(super) source_page: Page<'a>,
    pub(super) target_page: Page<'a>,
    /// The first rows of the translation's tables above which lines can come and go.
    tables_alone: HashSet<usize>,
    pub(super) ending: &'static str,
    /// What comments in the translation begin and end with.
    pub(super) marks: Delimiters,
    pub(super) gaps: Gaps,
    /// The paragraphs of the original that nothing answers.
    pub(super) unanswered: HashSet<usize>,
    pub(super) answers: Answers,
    /// Those whose gap was written anew.
    pub(super) renewed: HashSet<usize>,
    /// The comments of the translation on one line, with the paragraph that they precede.
    pub(super) comments: HashSet<(usize, String)>,
    pub(super) held: &'a Held,
    pub(super) edits: GatheredEdits,
    pub(super) updated: Updated,
}

impl Updater<'_> {
    /// Whether a paragraph is a comment of an earlier update where Markdown sees none: it would be put into
    /// another one every time.
    fn is_comment(&self, paragraph: &Paragraph) -> bool {
        self.marks.speaks_to_tolmach(&paragraph.text)
    }

    /// Puts paragraphs whose original is gone into comments.
    fn set_aside(&mut self, drift: &Drift, aligned: &[Unit]) {
        let answered: BTreeSet<usize> = aligned
            .iter()
            .filter(|unit| !unit.source.is_empty())
            .flat_map(|unit| unit.target.iter().copied())
            .collect();
        let orphans = drift.halves.iter().filter(|half| half.pin.source.is_empty());
        let mut rows = BTreeSet::new();
        for at in orphans.flat_map(|half| half.pin.target.iter().copied()).filter(|at| !answered.contains(at)) {
            let paragraph = &self.target.paragraphs[at];
            if paragraph.kind == Kind::TableRow && !self.held.removals() {
                rows.insert(at);
                continue;
            }
            if paragraph.kind == Kind::FrontMatter || self.is_comment(paragraph) || self.held.removals() {
                self.updated.left.push(at);
                continue;
            }
            let is_heading = matches!(paragraph.kind, Kind::Heading(_));
            let span = match is_heading {
                true => lines_of(self.target, paragraph),
                false => Span::new(self.target_page.beginning(at), paragraph.span.end),
            };
            // A heading keeps its signs, an item its text: the comment is written into the item.
            let text = if is_heading { &self.target.text[span.range()] } else { &paragraph.text };
            let before = if is_heading { "" } else { self.target_page.prefix(at) };
            let comment = framed(&kept(self.marks, "removed", text), before, self.ending);
            self.edits.adds("tolmach removed");
            self.edits.replace(span, comment);
            self.updated.set_aside.push(at);
        }
        self.set_rows_aside(&rows);
    }

    /// Takes rows out of their tables into comments above; a table whose every row is gone becomes one comment.
    fn set_rows_aside(&mut self, rows: &BTreeSet<usize>) {
        let mut rest = rows.clone();
        while let Some(row) = rest.pop_first() {
            let Some(table) = self.target_page.tables.holding(row) else { continue };
            let start = lines_of(self.target, &self.target.paragraphs[table.start]).start;
            let whole = rows.range(table.clone()).count() == table.len();
            let end = if whole { table.end } else { row + 1 };
            if !self.tables_alone.contains(&table.start) || (row == table.start && !whole) {
                // A table has a first row, whatever becomes of it.
                self.updated.left.push(row);
                continue;
            }
            let span = Span::new(
                lines_of(self.target, &self.target.paragraphs[row]).start,
                lines_of(self.target, &self.target.paragraphs[end - 1]).end,
            );
            let comment = framed(&kept(self.marks, "removed", &self.target.text[span.range()]), "", self.ending);
            self.edits.adds("tolmach removed");
            if whole {
                self.edits.replace(span, comment);
            } else {
                self.edits.insert_before(start, format!("{comment}{}", self.ending));
                self.edits.replace(with_ending(&self.target.text, span), String::new());
            }
            rest = rest.split_off(&end);
            self.updated.set_aside.extend(row..end);
        }
    }

    /// Puts the words that changed in the original above the old translation.
    fn comment(&mut self, units: &Units, standing: &Standing) {
        let Some(first) = standing.pin.target.first().copied() else { return };
        let was: Vec<&str> = standing.units().flat_map(|at| &units.accepted[at].source).map(String::as_str).collect();
        let now: Vec<&str> = standing.pin.source.iter().map(|at| self.source.paragraphs[*at].text.as_str()).collect();
        let comment = kept(self.marks, "changed", &marked(&was.join("\n\n"), &now.join("\n\n")));
        let paragraph = &self.target.paragraphs[first];
        // What changed in a row is written above its table.
        let place = self.target_page.tables.holding(first).map_or(first, |table| table.start);
        if self.comments.contains(&(place, on_one_line(&comment))) {
            return;
        }
        if self.is_comment(paragraph) || self.held.comments() {
            self.updated.left.push(first);
            return;
        }
        let (at, before) = match paragraph.kind {
            Kind::Heading(_) => (lines_of(self.target, paragraph).start, ""),
            Kind::TableRow if self.tables_alone.contains(&place) => {
                (lines_of(self.target, &self.target.paragraphs[place]).start, "")
            }
            _ if self.target_page.holds_lines(first) => {
                (self.target_page.beginning(first), self.target_page.prefix(first))
            }
            _ => {
                self.updated.left.push(first);
                return;
            }
        };
        self.edits.adds(&comment);
        self.edits.insert_before(at, framed(&format!("{comment}\n"), before, self.ending));
        self.updated.changed.push(first);
    }

    /// Puts gaps where paragraphs are new, and moves those that moved.
    fn place(&mut self, moved: &BTreeSet<usize>, aligned: &[Unit], notes: &mut dyn FnMut(usize) -> Vec<String>) {
        // Where the next thing belongs, and the last paragraph of the translation before it.
        let mut anchor = self.beginning();
        let mut last: Option<usize> = None;
        let mut relocated = false;
        let mut before: Option<usize> = None;
        for unit in aligned.iter().filter(|unit| !unit.source.is_empty()) {
            let (first, end) = match (unit.target.first(), unit.target.last()) {
                (Some(first), Some(end)) => (*first, *end),
                _ => {
                    for at in &unit.source {
                        anchor = self.gap(*at, before, anchor, notes);
                        before = Some(*at);
                    }
                    continue;
                }
            };
            // The paragraph after one that moves away no longer follows it.
            let follows = !relocated && last.map_or(first == 0, |last| last + 1 == first);
            let whole = unit.target.iter().all(|at| moved.contains(at)) && end - first + 1 == unit.target.len();
            relocated = whole && !follows && self.relocate(first, end, anchor);
            if relocated {
                last = Some(end);
            } else {
                // A paragraph that precedes what it should follow does not drag the rest along.
                let place = lines_of(self.target, &self.target.paragraphs[end]).end;
                (anchor, last) = (place, Some(end));
            }
            before = unit.source.last().copied();
        }
    }

    /// Where something is put that belongs before every paragraph: behind the front matter.
    pub(super) fn beginning(&self) -> usize {
        self.target.front_matter_end().unwrap_or(if self.target.text.starts_with('\u{feff}') { 3 } else { 0 })
    }

    /// A gap for a paragraph of the original, unless there is one; gives where the next thing belongs.
    fn gap(
        &mut self,
        at: usize,
        before: Option<usize>,
        anchor: usize,
        notes: &mut dyn FnMut(usize) -> Vec<String>,
    ) -> usize {
        let paragraph = &self.source.paragraphs[at];
        if let Some(known) = self.gaps.take(&paragraph.text) {
            return line_end(&self.target.text, known.span.end);
        }
        if self.renewed.contains(&at) || paragraph.kind == Kind::FrontMatter {
            // A key has its place in the front matter, which is the translator's.
            return anchor;
        }
        if self.held.gap(at) {
            self.updated.gapless.push(at);
            return anchor;
        }
        if self.row_gap(at, notes) {
            return anchor;
        }
        let unanswered = &self.unanswered;
        let is_gap = |other: usize| unanswered.contains(&other);
        // A new container comes with its marker where it has no other one that ends it.
        let noted = || {
            let found = self.source_page.title_block(at, &is_gap)?.0;
            Some(found).filter(|block| block.shown.starts_with(['!', '?']))
        };
        let block = self.source_page.block(at, &is_gap, self.marks).or_else(noted);
        let (gap, start, margin) = match block {
            Some(block) => {
                let gap = format!("{}{}", block.margin, block.comment(&notes(at), self.ending, self.marks));
                (gap, block.span.start, block.margin)
            }
            None => {
                let gap = self.source_page.gap(at, &notes(at), self.ending, self.marks);
                let margin = container(self.source_page.prefix(at));
                (
                    format!("{margin}{gap}{}", self.behind(at)),
                    line_start(&self.source.text, paragraph.span.start),
                    margin,
                )
            }
        };
        let glue = self.glue(at, before, Place { start, margin, anchor });
        self.edits.adds(&gap);
        self.edits.insert(anchor, &gap, &glue);
        self.updated.gaps.push(at);
        anchor
    }

    /// What follows the paragraph on its last line in the original, where it is a part of the row; behind the
    /// first row of a table of which the translation has none, the line under it too.
    fn behind(&self, at: usize) -> String {
        let paragraph = &self.source.paragraphs[at];
        if paragraph.kind != Kind::TableRow {
            return String::new();
        }
        let text = &self.source.text;
        let rest = &text[paragraph.span.end..line_end(text, paragraph.span.end)];
        let table = self.source_page.tables.holding(at).unwrap_or(at..at);
        let is_new = table.start == at && table.clone().all(|row| self.unanswered.contains(&row));
        let underline = is_new.then(|| frame::underline(self.source, paragraph, self.ending)).flatten();
        format!("{rest}{}", underline.unwrap_or_default())
    }

    /// What parts a paragraph of the original from the one before it: line endings, as many as there; in a quote that
    /// goes on, with its marks.
    fn glue(&self, at: usize, before: Option<usize>, place: Place<'_>) -> String {
        let blank = self.ending.repeat(2);
        let Some(before) = before.filter(|before| before + 1 == at) else { return blank };
        if self.source_page.tables.holding(at).is_some_and(|table| table.contains(&before)) {
            return self.ending.to_owned();
        }
        let from = self.source.paragraphs[before].span.end;
        let between = self.source.text.get(from..place.start).unwrap_or("\n\n");
        let bare = between.trim_matches(['>', ' ', '\t', '\r', '\n']).is_empty();
        // An expression of MDX would be a part of the paragraph above.
        if bare && between.matches('\n').count() == 1 && self.target.format != Format::Mdx {
            return self.ending.to_owned();
        }
        let above = &self.target.text[line_start(&self.target.text, place.anchor)..place.anchor];
        let goes_on = bare && place.margin.contains('>') && between.contains('>');
        match goes_on && above.trim_start().starts_with('>') {
            true => format!("{}{}{}", self.ending, continued(place.margin).trim_end(), self.ending),
            false => blank,
        }
    }

    /// Moves paragraphs with the comments above them to `anchor`; `false` where they are in a container.
    fn relocate(&mut self, first: usize, end: usize, anchor: usize) -> bool {
        let paragraphs = &self.target.paragraphs[first..=end];
        let free = (first..=end).all(|at| match self.target.paragraphs[at].kind {
            Kind::Prose => self.target_page.prefix(at).trim().is_empty(),
            kind => matches!(kind, Kind::Heading(_)),
        });
        let above = self.target.blocks_before(first).iter();
        let attached = above.filter(|block| matches!(block.kind, BlockKind::Allow | BlockKind::Comment));
        let attached: Vec<Span> = attached.map(|block| block.span).collect();
        let start = lines_of(self.target, &paragraphs[0]).start;
        let span = Span::new(
            attached.iter().map(|span| span.start).chain([start]).min().unwrap_or(start),
            lines_of(self.target, &paragraphs[paragraphs.len() - 1]).end,
        );
        // Only what is alone between blank lines is moved; and nothing else may be in between.
        let text = &self.target.text;
        let alone = blank_before(text, span.start) && blank_after(text, span.end);
        let others = overlapping(&self.target.blocks, |block| block.span, span);
        let inside = overlapping(&self.gaps.all, |gap| gap.span, span) > 0 || others != attached.len();
        if self.held.moves()
            || !free
            || !alone
            || inside
            || span.contains(Span::new(anchor, anchor))
            || self.edits.touches(span)
        {
            self.updated.left.extend(first..=end);
            return false;
        }
        let moved = self.edits.cut(text, span, self.ending);
        self.edits.insert(anchor, &moved, &self.ending.repeat(2));
        self.updated.moved.extend(first..=end);
        true
    }
}

fn comments(document: &Document) -> HashSet<(usize, String)> {
    let comments = document.blocks.iter().filter(|block| block.kind == BlockKind::Comment);
    comments.map(|block| (block.before, on_one_line(&document.comment(block)))).collect()
}

/// How many of some things in order overlap `span`.
fn overlapping<T>(things: &[T], place: impl Fn(&T) -> Span, span: Span) -> usize {
    let first = things.partition_point(|thing| place(thing).end <= span.start);
    things[first..].iter().take_while(|thing| place(thing).start < span.end).count()
}

fn blank_before(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '\t']);
    before.is_empty() || text[before.trim_end().len()..at].matches('\n').count() >= 2
}

fn blank_after(text: &str, at: usize) -> bool {
    let rest = &text[at..];
    let space = &rest[..rest.len() - rest.trim_start().len()];
    rest.trim().is_empty() || space.matches('\n').count() >= 2
}
