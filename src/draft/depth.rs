//! How deep a text belongs that takes the place of a gap. The comment of a paragraph within a list item begins at most three
//! columns deep, or it would be code as long as its item is a gap; its other lines are as deep as the paragraph.

use std::collections::BTreeMap;

use super::lines::line_start;
use crate::text::{Document, Span};

/// Texts in the places of gaps.
#[derive(Default)]
pub(super) struct Replaced {
    /// By start, the end and what is there instead.
    pub(super) edits: BTreeMap<usize, (usize, String)>,
    /// By start, the same text as deep as its paragraph, where that is deeper than the comment.
    deep: BTreeMap<usize, String>,
}

impl Replaced {
    /// Some edits to begin with.
    pub(super) fn new(edits: BTreeMap<usize, (usize, String)>) -> Replaced {
        Replaced { edits, deep: BTreeMap::new() }
    }

    /// Puts a text in the place of the comment `gap`, up to `end`; `behind` gives it for what precedes it on its line.
    pub(super) fn put(&mut self, target: &Document, gap: Span, end: usize, behind: &dyn Fn(&str) -> String) {
        let before = &target.text[line_start(&target.text, gap.start)..gap.start];
        self.edits.insert(gap.start, (end, behind(before)));
        if let Some(deeper) = deeper(target, gap) {
            self.deep.insert(gap.start, format!("{deeper}{}", behind(&format!("{before}{deeper}"))));
        }
    }

    /// The edits, with each text as deep as its paragraph where it is read as text there: its item may be a gap still.
    pub(super) fn settled(self, target: &Document) -> BTreeMap<usize, (usize, String)> {
        let Replaced { mut edits, deep } = self;
        if deep.is_empty() {
            return edits;
        }
        let shallow: BTreeMap<usize, String> = (deep.into_iter())
            .filter_map(|(start, text)| Some((start, std::mem::replace(&mut edits.get_mut(&start)?.1, text))))
            .collect();
        let read = Document::read(with_edits(&target.text, &edits).as_bytes(), target.format);
        // How much of the text as it was is passed, and how long the text with the edits is up to there.
        let (mut passed, mut long) = (0, 0);
        for (start, (end, text)) in &mut edits {
            long += start.saturating_sub(passed);
            let last = (long + text.trim_end().len()).saturating_sub(1);
            (passed, long) = ((*end).max(passed), long + text.len());
            let near = read.paragraphs.partition_point(|paragraph| paragraph.span.end <= last);
            let is_read = read.paragraphs.get(near).is_some_and(|paragraph| paragraph.span.start <= last);
            if let Some(shallow) = shallow.get(start).filter(|_| !is_read) {
                text.clone_from(shallow);
            }
        }
        edits
    }
}

/// The white space by which the lines of a comment below its first are deeper.
fn deeper(target: &Document, gap: Span) -> Option<&str> {
    let text = &target.text;
    let close = gap.start + text[gap.range()].rfind(target.format.comments().close)?;
    let (first, last) = (line_start(text, gap.start), line_start(text, close));
    let rest = text[last..close].strip_prefix(&text[first..gap.start]).filter(|_| last > gap.start)?;
    (!rest.is_empty() && rest.trim_matches([' ', '\t']).is_empty()).then_some(rest)
}

/// The text with its edits, by start: the end of what goes, and what comes.
pub(super) fn with_edits(text: &str, edits: &BTreeMap<usize, (usize, String)>) -> String {
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for (start, (end, new)) in edits {
        out.push_str(&text[at..at.max(*start)]);
        out.push_str(new);
        at = at.max(*end);
    }
    out.push_str(&text[at..]);
    out
}
