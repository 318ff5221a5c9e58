//! Gaps whose paragraph of the original changed or is gone, and those in which somebody typed.

use std::collections::HashSet;

use super::depth::Replaced;
use super::edits::GatheredEdits;
use super::frame::{ending, framed, kept};
use super::lines::line_start;
use super::outcome::{Today, Updated};
use super::pass::Updater;
use super::titles::with_marker;
use crate::diff::paragraphs;
use crate::text::{Kind, Span};

impl Updater<'_> {
    /// Writes the gaps anew whose paragraph of the original changed, and marks those whose paragraph is gone.
    pub(super) fn close_gaps(&mut self, outdated: &[(Span, String)], notes: &mut dyn FnMut(usize) -> Vec<String>) {
        if self.held.removals() {
            return;
        }
        let text = &self.target.text;
        // On one line a heading or a table row would be left empty.
        let closed = outdated.iter().filter(|(span, _)| text[span.range()].contains('\n'));
        let closed: Vec<(Span, &str, &str)> = closed
            .map(|(span, asked)| (*span, asked.as_str(), &text[line_start(text, span.start)..span.start]))
            .collect();
        let alone = |prefix: &str| prefix.trim_matches([' ', '\t', '>']).is_empty();
        let texts: Vec<&str> = closed.iter().filter(|(.., prefix)| alone(prefix)).map(|(_, asked, _)| *asked).collect();
        let mut changed = self.changed_to(&texts).into_iter();
        for (span, _, prefix) in closed {
            let comment = &self.target.text[span.range()];
            let now = if alone(prefix) { changed.next().flatten() } else { None };
            let Some(at) = now.filter(|at| !self.held.gap(*at)) else {
                // Nobody is known to have written in it, but a note in the original's language looks like the original.
                self.edits.adds("gone");
                self.edits.takes("translate");
                self.edits.replace(span, comment.replacen("translate", "gone", 1));
                self.updated.gone += 1;
                continue;
            };
            let unanswered = &self.unanswered;
            let is_gap = |other: usize| unanswered.contains(&other);
            let title = || self.source_page.title_block(at, &is_gap).map(|(block, _)| block);
            let block = self.source_page.block(at, &is_gap, self.marks).or_else(title);
            let gap = match block {
                Some(block) => block.comment(&notes(at), "\n", self.marks),
                None => kept(self.marks, "translate", &self.source.paragraphs[at].text),
            };
            self.edits.takes(comment);
            self.edits.adds(&gap);
            self.edits.replace(span, framed(&gap, prefix, self.ending));
            self.renewed.insert(at);
            self.updated.gaps.push(at);
        }
    }

    /// For each text of the original the paragraph that it became, where nothing answers it and it has no gap; each
    /// paragraph once.
    fn changed_to(&self, texts: &[&str]) -> Vec<Option<usize>> {
        let asked = |at: &usize| {
            let paragraph = &self.source.paragraphs[*at];
            matches!(paragraph.kind, Kind::TableRow | Kind::FrontMatter) || self.gaps.asks_for(&paragraph.text)
        };
        let mut free: Vec<usize> = self.unanswered.iter().copied().filter(|at| !asked(at)).collect();
        free.sort_unstable();
        let now: Vec<&str> = free.iter().map(|at| self.source.paragraphs[*at].text.as_str()).collect();
        let mut changed = vec![None; texts.len()];
        for matched in paragraphs(self.source.format, texts, &now) {
            if let (Some(was), Some(now)) = (matched.was.first(), matched.now.first()) {
                changed[*was] = Some(free[*now]).filter(|at| self.has_most_of(*at, texts[*was]));
            }
        }
        changed
    }

    /// Whether a paragraph of the original has half of a text's words. Words that it has not may be a person's: there
    /// must be few of them.
    fn has_most_of(&self, at: usize, text: &str) -> bool {
        let known: HashSet<&str> = self.source.paragraphs[at].text.split_whitespace().collect();
        let (same, all) =
            (text.split_whitespace().filter(|word| known.contains(word)).count(), text.split_whitespace().count());
        same * 2 >= all
    }
}

/// Puts what people typed inside the comments of gaps in the place of these comments.
pub(super) fn uncovered(today: &Today) -> Option<Updated> {
    let text = &today.target.text;
    let mut edits = GatheredEdits::default();
    let mut replaced = Replaced::default();
    for (span, typed) in &today.typed {
        let whole = with_marker(&today.target, *span, typed);
        edits.takes(&text[whole.range()]);
        edits.adds(typed);
        replaced.put(&today.target, *span, whole.end, &|before| framed(typed, before, ending(text)));
    }
    for (start, (end, text)) in replaced.settled(&today.target) {
        edits.replace(Span::new(start, end), text);
    }
    let text = edits.apply(text)?;
    Some(Updated { text, uncovered: today.typed.len(), ..Updated::default() })
}
