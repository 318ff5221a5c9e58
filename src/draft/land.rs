//! Puts translations that come back from another tool where they belong, and touches nothing else.

use std::collections::{BTreeMap, HashMap};

use super::frame::{Page, ending, framed, holds_lines, line_end, line_start};
use crate::align::Unit;
use crate::edit::TextEdit;
use crate::text::{Document, Gaps, Kind, Open, Paragraph, Span, gap as gap_comment};

/// A translation that comes back.
#[derive(Clone, Copy, Debug)]
pub struct Incoming<'a> {
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
pub struct Landed {
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
pub fn land(source: &Document, target: &Document, aligned: &[Unit], incoming: &[Incoming<'_>]) -> Landed {
    let mut landed = Landed::default();
    let mut edits: BTreeMap<usize, (usize, String)> = BTreeMap::new();
    let mut by_text: HashMap<String, Vec<&Unit>> = HashMap::new();
    let mut by_name: HashMap<String, &Unit> = HashMap::new();
    for unit in aligned.iter().filter(|unit| !unit.source.is_empty()) {
        by_text.entry(joined(source, &unit.source)).or_default().push(unit);
        by_name.insert(name(unit), unit);
    }
    let mut gaps = Gaps::of(target, source);
    let page = Page::new(target);
    for (at, text) in incoming.iter().enumerate() {
        let places = by_text.get(text.source).map_or(&[][..], Vec::as_slice);
        let named = by_name.get(text.id).filter(|unit| joined(source, &unit.source) == text.source);
        // A text that occurs several times is known only by its name.
        let Some(unit) = named.or(if places.len() == 1 { places.first() } else { None }) else {
            landed.unplaced.push(at);
            continue;
        };
        let here = joined(target, &unit.target);
        if here == text.target {
            landed.same += 1;
            continue;
        }
        let is_base = match text.kind {
            Arrival::Finished(is_base) => is_base,
            Arrival::Unfinished => {
                landed.unfinished.push(at);
                let gap = if unit.target.is_empty() { gaps.take(text.source) } else { None };
                edits.extend(gap.and_then(|gap| hinted(target, gap.span, text.target)));
                continue;
            }
        };
        if is_base(&here) == Some(false) {
            // Where nobody changed it there, what somebody changed here stays.
            match is_base(text.target) {
                Some(true) => landed.kept += 1,
                _ => landed.conflicts.push(at),
            }
            continue;
        }
        let changes = if unit.target.is_empty() {
            let gap = gaps.take(text.source);
            gap.and_then(|gap| Some(vec![in_gap(target, gap, &source.paragraphs[unit.source[0]], text.target)?]))
        } else {
            replaced(target, &page, unit, text.target)
        };
        match changes {
            Some(changes) => {
                landed.placed += 1;
                edits.extend(changes.into_iter().map(|(span, text)| (span.start, (span.end, text))));
            }
            None => landed.unplaced.push(at),
        }
    }
    landed.text = with_edits(&target.text, edits);
    landed
}

/// The text with its edits, by start: the end of what goes, and what comes.
fn with_edits(text: &str, edits: BTreeMap<usize, (usize, String)>) -> String {
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for (start, (end, new)) in edits {
        out.push_str(&text[at..start.max(at)]);
        out.push_str(&new);
        at = end.max(at);
    }
    out.push_str(&text[at..]);
    out
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

/// The edit that replaces the gap of a paragraph of the original with a text; `None` where it cannot be read there.
pub fn gap_filled(target: &Document, gap: &Open, original: &Paragraph, text: &str) -> Option<TextEdit> {
    let (bytes, text) = in_gap(target, gap, original, text)?;
    Some(TextEdit { bytes, text: text.into_bytes() })
}

/// The edits that give paragraphs of a translation another text, parted by blank lines where they are several; `None`
/// where it has another number of paragraphs, or cannot be read there.
pub fn unit_rewritten(target: &Document, paragraphs: &[usize], text: &str) -> Option<Vec<TextEdit>> {
    let unit = Unit::new(Vec::new(), paragraphs.to_vec());
    let changes = replaced(target, &Page::new(target), &unit, text)?;
    Some(changes.into_iter().map(|(bytes, text)| TextEdit { bytes, text: text.into_bytes() }).collect())
}

fn in_gap(target: &Document, gap: &Open, original: &Paragraph, text: &str) -> Option<(Span, String)> {
    if !fits(original.kind, text) {
        return None;
    }
    let (file, marks, gap) = (&target.text, gap.marks(&original.text), gap.span);
    if original.kind == Kind::TableRow {
        // The row comes back with its bars.
        let line = &file[line_start(file, gap.start)..line_end(file, gap.start)];
        let start = line_start(file, gap.start) + (line.len() - line.trim_start_matches([' ', '>']).len());
        return Some((Span::new(start, line_start(file, gap.start) + line.trim_end().len()), text.to_owned()));
    }
    let before = &file[line_start(file, gap.start)..gap.start];
    let before = format!("{before}{}", marks.0);
    Some((gap, format!("{}{}{}", marks.0, framed(text, &before, ending(file)), marks.1)))
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
            Incoming { id: "1", source: "да", target: "yes", kind: Arrival::Finished(&yes) },
            Incoming { id: "2", source: "нет", target: "nope", kind: Arrival::Finished(&no) },
            Incoming { id: "3", source: "дом", target: "home", kind: Arrival::Finished(&house) },
        ];
        let landed = land(&source, &target, &aligned, &incoming);
        assert_eq!(landed.text, "yes!\n\nno!\n\nhome\n");
        assert_eq!((landed.kept, landed.conflicts, landed.placed), (1, vec![1], 1));
    }

    #[test]
    fn what_is_not_finished_stays_a_gap_with_a_note() {
        let (source, target) = (read("> да\n"), read("> <!-- tolmach: translate\n> да\n> -->\n"));
        let aligned = [Unit::new(vec![0], vec![])];
        let incoming = [Incoming { id: "1", source: "да", target: "yes -->", kind: Arrival::Unfinished }];
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
        let incoming: Vec<Incoming<'_>> =
            texts.iter().map(|(source, target)| Incoming { id: "", source, target, kind: UNKNOWN }).collect();
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
            Incoming { id: "2", source: "да", target: "yeah", kind: UNKNOWN },
            Incoming { id: "", source: "да", target: "which?", kind: UNKNOWN },
            Incoming { id: "3", source: "нет", target: "two\nlines", kind: UNKNOWN },
            Incoming { id: "1", source: "другое", target: "other", kind: UNKNOWN },
        ];
        let landed = land(&source, &target, &aligned, &incoming);
        assert_eq!((landed.text.as_str(), landed.unplaced), ("yes\n\nyeah\n\n# no\n", vec![1, 2, 3]));
    }
}
