//! A paragraph of Markdown while it is being read: content, and the markup between.
//!
//! The parser reports what is shown and where links and emphasis begin and end; every byte between is a delimiter.

use super::super::content::FileMark;
use super::super::{Kind, MarkKind, Span};

/// A paragraph that is being read.
pub(super) struct Leaf {
    pub(super) kind: Kind,
    /// From the first letter of the content; set by the first inline event.
    pub(super) start: Option<usize>,
    /// Up to where the content is accounted for.
    pub(super) at: usize,
    /// A table row's end: its last bar belongs to it.
    pub(super) row: Option<Span>,
    pub(super) worded: bool,
    pub(super) marks: Vec<FileMark>,
    /// The open links: how many marks were before each, and where it starts.
    pub(super) links: Vec<(usize, usize)>,
}

impl Leaf {
    pub(super) fn new(kind: Kind) -> Leaf {
        Leaf { kind, start: None, at: 0, row: None, worded: false, marks: Vec::new(), links: Vec::new() }
    }

    /// Takes in content; what was passed over before it is markup.
    pub(super) fn cover(&mut self, span: Span, mark: Option<MarkKind>) {
        self.reach(span.start);
        self.worded |= !span.is_empty();
        let start = span.start.max(self.at);
        if let Some(kind) = mark.filter(|_| start < span.end) {
            self.marks.push((Span::new(start, span.end), kind));
        }
        self.at = self.at.max(span.end);
    }

    /// Goes on to `place`; what is before it and is not accounted for is markup.
    pub(super) fn reach(&mut self, place: usize) {
        if self.start.is_none() {
            self.start = Some(place);
            self.at = place;
        }
        self.mark_up_to(place, MarkKind::Delimiter);
    }

    fn mark_up_to(&mut self, place: usize, kind: MarkKind) {
        if place > self.at {
            self.marks.push((Span::new(self.at, place), kind));
            self.at = place;
        }
    }

    /// The tail of a link: `](destination "title")`, `][label]`, `]`; an autolink is an address as a whole.
    pub(super) fn end_link(&mut self, text: &str, span: Span) {
        let Some((marks, start)) = self.links.pop() else { return };
        self.worded = true;
        if text[start..].starts_with('<') {
            self.marks.truncate(marks);
            self.at = start;
            self.mark_up_to(span.end, MarkKind::Url);
            return;
        }
        let tail = &text[self.at.min(span.end)..span.end];
        let inside = tail.find("](").or_else(|| tail.find("][")).map(|at| self.at + at + "](".len());
        if let Some(inside) = inside.filter(|inside| *inside < span.end) {
            self.mark_up_to(inside, MarkKind::Delimiter);
            self.mark_up_to(span.end - 1, MarkKind::Destination);
        }
        self.mark_up_to(span.end, MarkKind::Delimiter);
    }
}
