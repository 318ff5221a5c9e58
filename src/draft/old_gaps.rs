//! Gaps whose paragraph of the original changed or is gone, and those in which somebody typed.

use std::collections::HashSet;

use super::edits::GatheredEdits;
use super::frame::{self, ending, framed, kept};
use super::outcome::{Today, Updated};
use super::round::Desk;
use crate::diff::{Fate, paragraphs};
use crate::text::{Kind, Span};

impl Desk<'_> {
    /// Writes the gaps anew whose paragraph of the original changed, and sets those aside whose paragraph is gone.
    pub(super) fn close_gaps(&mut self, outdated: &[(Span, String)], notes: &mut dyn FnMut(usize) -> Vec<String>) {
        if self.held.removals() {
            return;
        }
        for (span, text) in outdated {
            let comment = &self.target.text[span.range()];
            let prefix = &self.target.text[frame::line_start(&self.target.text, span.start)..span.start];
            // On one line a heading or a table row would be left empty.
            if !comment.contains('\n') {
                continue;
            }
            let now = self.changed_to(text).filter(|_| prefix.trim_matches([' ', '\t', '>']).is_empty());
            let Some(at) = now.filter(|at| !self.held.gap(*at)) else {
                self.edits.adds("removed");
                self.edits.takes("translate");
                self.edits.replace(*span, comment.replacen("translate", "removed", 1));
                continue;
            };
            let unanswered = &self.unanswered;
            let block = self.source_page.block(at, &|other| unanswered.contains(&other), self.marks);
            let gap = match block {
                Some(block) => block.comment(&notes(at), "\n", self.marks),
                None => kept(self.marks, "translate", &self.source.paragraphs[at].text),
            };
            self.edits.takes(comment);
            self.edits.adds(&gap);
            self.edits.replace(*span, framed(&gap, prefix, self.ending));
            self.renewed.insert(at);
            self.updated.gaps.push(at);
        }
    }

    /// The paragraph of the original that a text of it became, where nothing answers it and it has no gap.
    fn changed_to(&self, text: &str) -> Option<usize> {
        let asked = |at: &usize| {
            let paragraph = &self.source.paragraphs[*at];
            let known = self.renewed.contains(at) || self.gaps.all.iter().any(|gap| gap.asks_for(&paragraph.text));
            !known && !matches!(paragraph.kind, Kind::TableRow | Kind::FrontMatter)
        };
        let mut free: Vec<usize> = self.unanswered.iter().copied().filter(asked).collect();
        free.sort_unstable();
        let now: Vec<&str> = free.iter().map(|at| self.source.paragraphs[*at].text.as_str()).collect();
        let matched = paragraphs(self.source.format, &[text], &now);
        let now = matched.into_iter().find(|one| one.fate != Fate::Removed)?.now;
        let at = now.first().map(|at| free[*at])?;
        // Words that the new text has not may be a person's: there must be few of them.
        let known: HashSet<&str> = self.source.paragraphs[at].text.split_whitespace().collect();
        let (same, all) =
            (text.split_whitespace().filter(|word| known.contains(word)).count(), text.split_whitespace().count());
        (same * 2 >= all).then_some(at)
    }
}

/// Puts what people typed inside the comments of gaps in the place of these comments.
pub(super) fn uncovered(today: &Today) -> Option<Updated> {
    let text = &today.target.text;
    let mut edits = GatheredEdits::default();
    for (span, typed) in &today.typed {
        edits.takes(&text[span.range()]);
        edits.adds(typed);
        let prefix = &text[frame::line_start(text, span.start)..span.start];
        edits.replace(*span, framed(typed, prefix, ending(text)));
    }
    let text = edits.apply(text)?;
    Some(Updated { text, uncovered: today.typed.len(), ..Updated::default() })
}
