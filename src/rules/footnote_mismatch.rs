//! Footnotes that one side has and the other has not: the reader is sent to a note that is not there.
//!
//! Marked notes are `[^1]`. Typed ones are "(1)" in the text, where the same document has a paragraph "1- …".

use rustc_hash::FxHashSet;

use super::{Context, Example, Finding, Place, Rule, Scope, Severity, Side, facts, passage};
use crate::align::Unit;
use crate::text::{Document, Kind, MarkKind};

pub(super) const RULE: Rule =
    Rule::new("footnote-mismatch", Severity::Error, Scope::Document(run)).compares().facts::<Facts>().examples(&[
        Example::found("Слово[^1].\n\n[^1]: Да.", "A word.\n\n[^1]: Yes."),
        Example::silent("Слово[^1].\n\n[^1]: Да.", "A word[^1].\n\n[^1]: Yes."),
    ]);

facts! {
    struct Facts {
        /// The mark of the note that the other side lacks.
        note: String,
        /// What the translation has instead; empty where it has nothing.
        found: String,
        side: Side,
    }
}

fn run(units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    let typed = (definitions(context.source), definitions(context.target));
    let typed: FxHashSet<&str> = typed.0.union(&typed.1).copied().collect();
    let marked: FxHashSet<&str> = marked_labels(context.source).chain(marked_labels(context.target)).collect();
    let mut findings = Vec::new();
    for unit in units {
        let Some((source, target)) = passage::both(unit, context) else { continue };
        let source = notes(&source, context.source, (&typed, &marked));
        let target = notes(&target, context.target, (&typed, &marked));
        let lacks = |notes: &[Note], note: &Note| !notes.iter().take(MOST).any(|other| other.label == note.label);
        let lost: Vec<&Note> = source.iter().take(MOST).filter(|note| lacks(&target, note)).collect();
        let added: Vec<&Note> = target.iter().take(MOST).filter(|note| lacks(&source, note)).collect();
        for (at, note) in lost.iter().enumerate() {
            let other = added.get(at);
            let facts = Facts {
                note: note.label.clone(),
                found: other.map(|other| other.label.clone()).unwrap_or_default(),
                side: if other.is_some() { Side::Both } else { Side::Source },
            };
            let there = other.map(|other| other.place);
            findings.push(Finding::new(&RULE, facts).in_source([note.place]).in_target(there));
        }
        for note in added.iter().skip(lost.len()) {
            let facts = Facts { note: note.label.clone(), found: String::new(), side: Side::Target };
            findings.push(Finding::new(&RULE, facts).in_target([note.place]));
        }
    }
    findings
}

/// A unit of more notes than this is a list of them; comparing all pairs would be slow.
const MOST: usize = 300;

struct Note {
    label: String,
    place: Place,
}

/// The notes referred to and defined in a unit's side; `typed` and `marked` are the labels that have a definition.
fn notes(
    passages: &[passage::Passage<'_>],
    document: &Document,
    (typed, marked): (&FxHashSet<&str>, &FxHashSet<&str>),
) -> Vec<Note> {
    let mut notes = Vec::new();
    for passage in passages {
        if passage.paragraph.kind == Kind::Footnote
            && let Some(label) = marked_definition(document, passage.paragraph.span.start)
        {
            notes.push(Note { label: format!("[^{label}]:"), place: passage.place(0..0) });
        }
        for (bytes, text) in passage.marked(MarkKind::FootnoteReference) {
            let label = text.trim_start_matches("[^").trim_end_matches(']');
            // Where neither side has a note of that name, readers see the brackets: `[^a-z]` is any letter but those.
            if !marked.contains(label) && label.contains(|sign: char| !sign.is_ascii_digit()) {
                continue;
            }
            notes.push(Note { label: text.to_owned(), place: passage.place(bytes) });
        }
        if let Some((label, end)) = typed_definition(passage.text()) {
            notes.push(Note { label: format!("{label}-"), place: passage.place(0..end) });
        }
        let text = passage.wording();
        for (open, _) in text.match_indices('(') {
            let digits = text[open + 1..].bytes().take(4).take_while(u8::is_ascii_digit).count();
            let (label, end) = (&text[open + 1..open + 1 + digits], open + digits + 2);
            if digits > 0 && text[open + 1 + digits..].starts_with(')') && typed.contains(label) {
                notes.push(Note { label: format!("({label})"), place: passage.place(open..end) });
            }
        }
    }
    notes
}

/// The labels of the notes that a document defines: `[^label]:` begins a line, in a quotation or a list too.
fn marked_labels(document: &Document) -> impl Iterator<Item = &str> {
    document.text.split(['\n', '\r']).filter_map(|line| {
        let line = line.trim_start_matches(|sign: char| sign.is_whitespace() || matches!(sign, '>' | '-' | '*'));
        let (label, _) = line.strip_prefix("[^")?.split_once(']').filter(|(_, rest)| rest.starts_with(':'))?;
        Some(label)
    })
}

/// The label of the definition whose text begins at `start`: `[^1]: ` is before it.
fn marked_definition(document: &Document, start: usize) -> Option<&str> {
    let line = document.text.get(..start)?.rsplit(['\n', '\r']).next()?;
    let (_, label) = line.trim_end().strip_suffix("]:")?.rsplit_once("[^")?;
    Some(label)
}

/// The labels of the notes typed at the heads of paragraphs.
fn definitions(document: &Document) -> FxHashSet<&str> {
    document.paragraphs.iter().filter_map(|paragraph| Some(typed_definition(&paragraph.text)?.0)).collect()
}

/// The label of "1- …" or "1 – …" and where the note's text begins.
fn typed_definition(text: &str) -> Option<(&str, usize)> {
    let digits = text.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..).filter(|_| (1..=3).contains(&digits))?;
    let dash = rest.trim_start_matches(' ').strip_prefix(['-', '–', '—'])?;
    // "1-й", "10-12 people" are no notes.
    let spaced = dash.starts_with([' ', '\u{a0}']) || dash.starts_with("http");
    spaced.then(|| (&text[..digits], text.len() - dash.len()))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn a_lost_and_a_renamed_note_are_found() {
        let bench = Bench::new();
        let finding = bench.fires("footnote-mismatch", "Слово[^1].\n\n[^1]: Да.", "A word.\n\n[^1]: Yes.");
        assert_eq!((fact(&finding, "note"), fact(&finding, "side")), ("[^1]".to_owned(), "source".to_owned()));
        let finding = bench.fires("footnote-mismatch", "Слово[^1].", "A word[^2].");
        assert_eq!(fact(&finding, "found"), "[^2]");
    }

    #[test]
    fn typed_notes_are_seen_where_they_are_defined() {
        let source = "Слово (1) и дело.\n\n1- https://e.org/a";
        Bench::new().fires("footnote-mismatch", source, "A word and a deed.\n\n1- https://e.org/a");
        Bench::new().silent("footnote-mismatch", source, "A word (1) and a deed.\n\n1- https://e.org/a");
    }

    #[test]
    fn equal_notes_and_bracketed_numbers_are_not() {
        let bench = Bench::new();
        bench.silent("footnote-mismatch", "Слово[^1].\n\n[^1]: Да.", "A word[^1].\n\n[^1]: Yes.");
        bench.silent("footnote-mismatch", "Пункт (1) закона.", "The first clause of the law.");
        bench.silent("footnote-mismatch", "Любая буква, кроме этих ([^a-z]).", "Any letter but these (`[^a-z]`).");
        bench.fires("footnote-mismatch", "Слово[^a-z].\n\n> [^a-z]: Да.", "A word.\n\n> [^a-z]: Yes.");
    }
}
