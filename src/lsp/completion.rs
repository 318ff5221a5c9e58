//! What a translator may write next: terms, figures of the original, and whole paragraphs from the memory.

use std::collections::BTreeSet;

use gen_lsp_types::{CompletionItem, CompletionItemKind, CompletionItemTextEdit, CompletionList, Range, TextEdit};

use super::diagnostics::excerpt;
use super::place::Place;
use super::recall;
use super::view::{Side, View};
use crate::glossary::{Status, Term};
use crate::lang::Language;
use crate::lang::inflect::forms;
use crate::memory::Memory;
use crate::text::{Open, Paragraph, Span, open};
use crate::workspace::names;

/// From so many typed letters on the forms of a term are offered that begin with them.
const TYPED: usize = 2;

/// The gap at a place of a translation.
pub(super) fn gap(place: &Place) -> Option<Open> {
    let gaps = if place.side == Side::Target { open(&place.read.pair.target) } else { Vec::new() };
    gaps.into_iter().find(|gap| gap.span.start <= place.offset && place.offset <= gap.span.end)
}

/// What is offered at a place of a translation; `memory` is that of its language, for a gap.
pub(super) fn complete(view: &View<'_>, place: &Place, memory: Option<&Memory>) -> Option<CompletionList> {
    if place.side == Side::Source {
        return None;
    }
    let pair = &place.read.pair;
    let gap = gap(place);
    let sources: Vec<Paragraph> = match &gap {
        Some(gap) => vec![Paragraph::alone(&gap.original)],
        None => place.unit()?.unit.source.iter().map(|at| pair.source.paragraphs[*at].clone()).collect(),
    };
    let typed = typed(&pair.target.text, place.offset);
    let range = view.ruler(pair, Side::Target).range(typed);
    let word = &pair.target.text[typed.range()];
    let mut items = Vec::new();
    if let (Some(gap), Some(memory)) = (&gap, memory) {
        items.extend(from_memory(view, place, gap, typed, memory));
    }
    for source in &sources {
        items.extend(terms(view, source, &pair.target_language, word, range));
        items.extend(names_of(place, source, range));
        items.extend(figures(source, range));
    }
    let mut seen = BTreeSet::new();
    items.retain(|item: &CompletionItem| seen.insert(item.label.clone()));
    // The forms that are offered depend on what is typed.
    Some(CompletionList { is_incomplete: true, items, ..CompletionList::default() })
}

/// The letters before a place, back to the last that is in no word.
fn typed(text: &str, offset: usize) -> Span {
    let before = &text[..offset];
    let start = before.rfind(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '’');
    let start = start.map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    Span::new(start, offset)
}

/// The terms for the concepts of a paragraph, the preferred ones first; forms that begin as typed before them.
fn terms(view: &View<'_>, source: &Paragraph, language: &Language, word: &str, range: Range) -> Vec<CompletionItem> {
    let mut items = Vec::new();
    for (concept, original) in view.workspace.concepts(source) {
        let Some(terms) = concept.terms_in(language) else { continue };
        for term in terms.terms.iter().filter(|term| term.status != Status::Deprecated) {
            let order = if term.status == Status::Preferred { "1" } else { "2" };
            for form in fitting(term, language, word) {
                items.push(CompletionItem {
                    detail: Some(format!("{original} → {}", term.text)),
                    documentation: term.note.clone().or_else(|| terms.note.clone()).map(Into::into),
                    sort_text: Some(format!("{order}{form}")),
                    ..item(form, CompletionItemKind::Value, range)
                });
            }
        }
    }
    items
}

/// The term, and its other forms where they begin as typed and the term does not, or two letters are typed.
fn fitting(term: &Term, language: &Language, word: &str) -> Vec<String> {
    let mut all = vec![term.text.clone()];
    if word.chars().count() >= TYPED {
        let lower = word.to_lowercase();
        let begins = |form: &String| form.to_lowercase().starts_with(&lower);
        let generated = forms(&term.text, language, term.inflect).list().into_iter().map(|form| form.text);
        all.extend(generated.chain(term.forms.iter().cloned()).filter(begins));
    }
    all.dedup();
    all
}

/// The names of the original, as the translation writes them.
fn names_of(place: &Place, source: &Paragraph, range: Range) -> Vec<CompletionItem> {
    let names = names(&place.read.pair, &place.read.analysis, source).into_iter();
    let order = |name: &str| Some(format!("3{name}"));
    names
        .map(|name| CompletionItem { sort_text: order(&name), ..item(name, CompletionItemKind::Reference, range) })
        .collect()
}

/// The figures of the original, as they are written.
fn figures(source: &Paragraph, range: Range) -> Vec<CompletionItem> {
    let edges = |letter: char| !letter.is_alphanumeric();
    let words = source.text.split_whitespace().map(|word| word.trim_matches(edges));
    let figures = words.filter(|word| word.chars().any(|letter| letter.is_ascii_digit()));
    figures
        .map(|figure| CompletionItem {
            sort_text: Some(format!("4{figure}")),
            ..item(figure.to_owned(), CompletionItemKind::Constant, range)
        })
        .collect()
}

/// Whole paragraphs; the gap goes when one is taken.
fn from_memory(view: &View<'_>, place: &Place, gap: &Open, typed: Span, memory: &Memory) -> Vec<CompletionItem> {
    let ruler = view.ruler(&place.read.pair, Side::Target);
    let remove = |span: Span| TextEdit { range: ruler.range(span), new_text: String::new() };
    let around =
        [Span::new(gap.span.start, typed.start.max(gap.span.start)), Span::new(typed.end, gap.span.end.max(typed.end))];
    recall::for_gap(memory, gap)
        .into_iter()
        .map(|found| CompletionItem {
            label: format!("{} % {}", found.percent, excerpt(found.target)),
            detail: Some(found.pair.origin.to_string()),
            documentation: Some(found.source.to_owned().into()),
            // What is typed in the comment says nothing about the paragraph.
            filter_text: Some(place.read.pair.target.text[typed.range()].to_owned()),
            sort_text: Some(format!("0{:03}", 100 - found.percent)),
            text_edit: Some(CompletionItemTextEdit::TextEdit(TextEdit {
                range: ruler.range(typed),
                new_text: found.target.to_owned(),
            })),
            additional_text_edits: Some(around.iter().copied().filter(|span| !span.is_empty()).map(remove).collect()),
            kind: Some(CompletionItemKind::Snippet),
            ..CompletionItem::default()
        })
        .collect()
}

fn item(text: String, kind: CompletionItemKind, range: Range) -> CompletionItem {
    let text_edit = TextEdit { range, new_text: text.clone() };
    CompletionItem {
        label: text,
        kind: Some(kind),
        text_edit: Some(CompletionItemTextEdit::TextEdit(text_edit)),
        ..CompletionItem::default()
    }
}
