//! Reading a glossary is total, its faults name lines in order, its terms are inside the text, and an edit keeps
//! every byte that was there.

use tolmach::glossary::edit::{add_concept, add_form, add_term};
use tolmach::glossary::{Concept, Fault, Glossary, Index, Status, Term, Terms};
use tolmach::text::{Document, Format, Lines};

use super::texts;

/// Input: a glossary file, a text, a term to be added.
pub fn hold(bytes: &[u8]) {
    let [file, text, term] = texts(bytes);
    let (glossary, faults) = read(&file);
    let lines = Lines::new(&file);
    assert!(faults.iter().all(|fault| lines.line(&file, fault.line).is_some()), "{faults:?}");
    assert!(faults.is_sorted_by_key(|fault| fault.line));
    assert!(faults.iter().all(|fault| !fault.kind.to_string().is_empty()));
    let document = Document::read(text.as_bytes(), Format::Markdown);
    for tag in ["ru", "en", "de", "kk"] {
        let language = tag.parse().expect("a language tag");
        let index = Index::new(&glossary, &language);
        for paragraph in &document.paragraphs {
            let (mut end, mut last) = (0, None);
            for found in index.find(paragraph) {
                assert!(found.span.start >= end || last == Some(found.span), "{found:?}");
                assert!(paragraph.text.get(found.span.range()).is_some_and(|text| !text.trim().is_empty()));
                let terms = glossary.concepts[found.concept].terms_in(&language).expect("terms of that language");
                assert_eq!(terms.terms[found.term].status, found.status);
                (end, last) = (found.span.end, Some(found.span));
            }
        }
    }
    let term = term.trim();
    added(&file, &glossary, if term.is_empty() { "term" } else { term });
}

fn read(file: &str) -> (Glossary, Vec<Fault>) {
    Glossary::read(&[("g.toml".to_owned(), file.to_owned())])
}

/// Terms, forms and a concept are added, and are there when the file is read again.
fn added(file: &str, glossary: &Glossary, term: &str) {
    if let Some(concept) = glossary.concepts.first() {
        for status in [Status::Preferred, Status::Admitted, Status::Deprecated] {
            if let Ok(text) = add_term(file, &concept.id, "en", term, status) {
                kept(file, &text);
                let again = read(&text).0;
                let there = again.concepts.iter().filter(|other| other.id == concept.id);
                let mut terms = there.filter_map(|concept| concept.terms.get("en")).flat_map(|terms| &terms.terms);
                let found = terms.any(|other| other.text == term && other.status == status);
                assert!(found || is_no_term(term), "{term:?} is not in\n{text}");
                assert_eq!(again.concepts.len(), glossary.concepts.len());
            }
        }
        if let Ok(text) = add_form(file, &concept.id, "en", term) {
            kept(file, &text);
            assert_eq!(read(&text).0.concepts.len(), glossary.concepts.len());
        }
    }
    let mut concept = Concept { id: format!("{term}-new"), definition: Some(term.to_owned()), ..Concept::default() };
    let own = Term { text: term.to_owned(), ..Term::default() };
    concept.terms.insert("en".to_owned(), Terms { terms: vec![own], ..Terms::default() });
    if let Ok(text) = add_concept(file, &concept) {
        kept(file, &text);
        let again = read(&text).0;
        assert_eq!(again.concepts.len(), glossary.concepts.len() + 1, "{text}");
        assert_eq!(again.concepts.last().and_then(|last| last.definition.as_deref()), Some(term));
    }
}

/// Texts that a reader leaves out: without a letter, or too long.
fn is_no_term(term: &str) -> bool {
    !term.chars().any(char::is_alphanumeric) || term.chars().count() > 300
}

/// Every byte of `before` is in `after`, in order.
fn kept(before: &str, after: &str) {
    let mut rest = after.bytes();
    let all = before.bytes().all(|byte| rest.any(|other| other == byte));
    assert!(all, "bytes are lost:\n{before}\n----\n{after}");
}
