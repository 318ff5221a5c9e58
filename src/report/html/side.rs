//! One side of a page: the paragraphs of a document, with what is between them.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::segments::{Look, Marks, Stretch, segments, shown};
use super::state::severity;
use crate::analysis::{Analysis, Diagnostic};
use crate::diff::{Step, words};
use crate::glossary::Occurrence;
use crate::i18n::Messages;
use crate::lang::{Direction, Language, Profile};
use crate::report::visible;
use crate::rules::Place;
use crate::text::{Document, Kind, MarkKind, Verbatim, on_one_line};
use crate::units::Pair;

/// The most bytes of a block between paragraphs that a page shows; the rest is counted.
const BLOCK: usize = 2_000;

/// One document as a page shows it.
pub(super) struct Side<'a> {
    /// `src` or `tgt`, for the style sheet and the script.
    pub(super) name: &'static str,
    pub(super) language: String,
    pub(super) direction: &'static str,
    pub(super) marks: Marks,
    document: &'a Document,
    terms: &'a [Vec<Occurrence>],
    /// By paragraph, the places of findings.
    found: Vec<Vec<Stretch>>,
    blocks: Vec<Verbatim>,
    line: Box<dyn Fn(usize) -> usize + 'a>,
}

impl<'a> Side<'a> {
    pub(super) fn source(pair: &'a Pair, analysis: &'a Analysis) -> Side<'a> {
        let line = Box::new(|at| pair.source_line(at));
        let mut side = Side::new("src", &pair.source, &pair.source_language, &analysis.source_terms, line);
        analysis.findings.iter().for_each(|one| side.mark(one, &one.finding.source));
        side
    }

    pub(super) fn target(pair: &'a Pair, analysis: &'a Analysis) -> Side<'a> {
        let line = Box::new(|at| pair.target_line(at));
        let mut side = Side::new("tgt", &pair.target, &pair.target_language, &analysis.target_terms, line);
        analysis.findings.iter().for_each(|one| side.mark(one, &one.finding.target));
        side
    }

    fn new(
        name: &'static str,
        document: &'a Document,
        language: &Language,
        terms: &'a [Vec<Occurrence>],
        line: Box<dyn Fn(usize) -> usize + 'a>,
    ) -> Side<'a> {
        let (direction, marks) = match Profile::of(language).direction {
            Direction::LeftToRight => ("ltr", Marks::Shown),
            Direction::RightToLeft => ("rtl", Marks::Kept),
        };
        Side {
            name,
            language: language.to_string(),
            direction,
            marks,
            document,
            terms,
            found: vec![Vec::new(); document.paragraphs.len()],
            blocks: document.verbatim(),
            line,
        }
    }

    /// Marks the places of a finding, but for whole paragraphs: there is nothing to be seen in those.
    fn mark(&mut self, diagnostic: &Diagnostic, places: &[Place]) {
        if diagnostic.waived.is_some() {
            return;
        }
        let look = match diagnostic.finding.rule {
            "omitted-sentence" | "added-sentence" => Look::Omitted,
            _ => Look::Finding(severity(diagnostic.severity)),
        };
        for place in places {
            let Some(paragraph) = self.document.paragraphs.get(place.paragraph) else { continue };
            if place.span.len() < paragraph.text.len() && place.span.end <= paragraph.text.len() {
                self.found[place.paragraph].push(Stretch { span: place.span, look: look.clone() });
            }
        }
    }

    /// The concepts whose terms occur in these paragraphs.
    pub(super) fn concepts(&self, paragraphs: &[usize]) -> BTreeSet<usize> {
        let all = paragraphs.iter().filter_map(|at| self.terms.get(*at)).flatten();
        all.map(|occurrence| occurrence.concept).collect()
    }

    /// Bytes of the paragraphs' texts.
    pub(super) fn size(&self, paragraphs: &[usize]) -> usize {
        paragraphs.iter().map(|at| self.document.paragraphs[*at].text.len()).sum()
    }

    /// The paragraphs of a unit: one run for those that follow each other, in the order of the document; `last`
    /// is behind them in the last run.
    pub(super) fn column(&self, paragraphs: &[usize], link: &str, last: &Markup, ui: &Messages) -> Markup {
        let runs: Vec<&[usize]> = paragraphs.chunk_by(|one, next| one + 1 == *next).collect();
        html! {
            div class={ "col " (self.name) } lang=(self.language) dir=(self.direction) {
                @if runs.is_empty() { p class="none" lang=(ui.locale().tag()) dir="ltr" { (ui.page_none()) } }
                @for (at, run) in runs.iter().enumerate() {
                    div class="run" data-at=(run[0]) {
                        @for paragraph in *run { (self.paragraph(*paragraph, link, ui)) }
                        @if at + 1 == runs.len() { (last) }
                    }
                }
            }
        }
    }

    fn paragraph(&self, at: usize, link: &str, ui: &Messages) -> Markup {
        let paragraph = &self.document.paragraphs[at];
        let class = match paragraph.kind {
            Kind::Prose => "".to_owned(),
            Kind::Heading(level) => format!("h h{level}"),
            Kind::ListItem(_) => "item".to_owned(),
            Kind::Quote(_) => "quote".to_owned(),
            Kind::TableRow => "row".to_owned(),
            Kind::Footnote => "note".to_owned(),
            Kind::FrontMatter => "front".to_owned(),
        };
        let class = (!class.is_empty()).then_some(class);
        html! {
            @for block in self.before(at) { (self.block(block, ui)) }
            p class=[class] data-p=(at) {
                a class="n" href={ "#" (link) } { ((self.line)(at)) }
                " "
                (self.text(at))
            }
            @if at + 1 == self.document.paragraphs.len() {
                @for block in self.before(at + 1) { (self.block(block, ui)) }
            }
        }
    }

    fn text(&self, at: usize) -> Markup {
        let paragraph = &self.document.paragraphs[at];
        let mut stretches: Vec<Stretch> = Vec::new();
        for mark in &paragraph.marks {
            let look = match mark.kind {
                MarkKind::Code | MarkKind::Placeholder => Look::Kept,
                MarkKind::Destination | MarkKind::Html | MarkKind::Delimiter | MarkKind::FootnoteReference => {
                    Look::Syntax
                }
                MarkKind::Url => continue,
            };
            stretches.push(Stretch { span: mark.span, look });
        }
        let terms = self.terms.get(at).into_iter().flatten();
        stretches.extend(terms.map(|one| Stretch { span: one.span, look: Look::Term(one.concept) }));
        stretches.extend(self.found[at].iter().cloned());
        segments(&paragraph.text, &stretches, self.marks)
    }

    /// The verbatim blocks right before a paragraph.
    fn before(&self, at: usize) -> &[Verbatim] {
        let first = self.blocks.partition_point(|block| block.before < at);
        let end = self.blocks.partition_point(|block| block.before <= at);
        &self.blocks[first..end]
    }

    fn block(&self, block: &Verbatim, ui: &Messages) -> Markup {
        let mut end = block.text.len().min(BLOCK);
        while !block.text.is_char_boundary(end) {
            end -= 1;
        }
        html! {
            pre class="block" dir="ltr" { (shown(&block.text[..end], self.marks)) }
            @if end < block.text.len() {
                p class="more" lang=(ui.locale().tag()) dir="ltr" { (ui.page_cut(block.text.len() - end)) }
            }
        }
    }

    /// Word by word what changed since the texts `was` were accepted.
    pub(super) fn since(&self, was: &[&str], paragraphs: &[usize], ui: &Messages) -> Markup {
        let now: Vec<&str> = paragraphs.iter().map(|at| self.document.paragraphs[*at].text.as_str()).collect();
        html! {
            div class="was" {
                p class="label" lang=(ui.locale().tag()) dir="ltr" { (ui.page_since()) }
                p { (difference(&joined(was), &joined(&now))) }
            }
        }
    }
}

/// Paragraphs in one line; a break between paragraphs is a sign of its own.
pub(super) fn joined<T: AsRef<str>>(paragraphs: &[T]) -> String {
    paragraphs.iter().map(|text| on_one_line(text.as_ref())).collect::<Vec<_>>().join(" ¶ ")
}

/// The words that were taken out and put in.
pub(super) fn difference(was: &str, now: &str) -> Markup {
    html! {
        @for change in words(was, now) {
            @match change.step {
                Step::Same => { (visible(&change.text)) }
                Step::Removed => { del { (visible(&change.text)) } }
                Step::Added => { ins { (visible(&change.text)) } }
            }
        }
    }
}
