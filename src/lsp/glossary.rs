//! Words of a text added to the glossary.

use gen_lsp_types::{Range, Uri};
use serde_json::{Value, json};

use super::changes::carry_out;
use super::commands::{Argument, Done};
use super::failure::Cause;
use super::place::{paragraphs, unit_of};
use super::view::{Side, View};
use crate::glossary::Status;
use crate::text::{Span, on_one_line};
use crate::workspace::{AddError, NewTerm, PairAnalysis, Silent, TermRequest, add_terms, concept_for};

/// Longer selections are no terms.
const LETTERS: usize = 60;

/// The selected words, where they may be a term: the title of the action and the command's argument.
pub(super) fn offer(
    view: &View<'_>,
    uri: &Uri,
    read: &PairAnalysis,
    side: Side,
    (range, span): (Range, Span),
) -> Option<(String, Value)> {
    let pair = &read.pair;
    let document = side.document(pair);
    let words = on_one_line(document.text.get(span.range())?.trim());
    if !words.contains(char::is_alphabetic) || words.chars().count() > LETTERS {
        return None;
    }
    let inside = |paragraph: &crate::text::Paragraph| paragraph.span.contains(span);
    let at = document.paragraphs.iter().position(inside)?;
    // What the paragraph is a translation of is shown to who is asked for the other term.
    let unit = unit_of(&read.analysis.units, side, at);
    let there = unit.and_then(|unit| paragraphs(&read.analysis.units[unit], side.other()).first());
    let counterpart = there.map(|at| side.other().document(pair).paragraphs[*at].text.as_str());
    let key = if side == Side::Source { "source" } else { "target" };
    let mut argument = json!({
        "uri": uri,
        "language": pair.paths.language.to_string(),
        "line": range.start.line,
        "counterpart": counterpart,
    });
    argument[key] = json!(words);
    Some((view.ui.lsp_add_term(words), argument))
}

/// Adds the terms of the argument to the glossary: to the concept that has the original's term, else to a new one.
///
/// # Errors
///
/// Where the glossary cannot be read or written, or cannot take them.
pub(super) fn add(view: &View<'_>, read: &PairAnalysis, argument: &Argument) -> Result<Done, Cause> {
    let project = &view.workspace.project;
    let (source, target) = (&project.config.source_language, &read.pair.target_language);
    let wanted = [(source, &argument.source), (target, &argument.target)];
    let term = |(language, text): (&crate::lang::Language, &Option<String>)| {
        let text = text.as_deref().map(str::trim).filter(|text| !text.is_empty())?;
        Some(NewTerm { language: language.code().to_owned(), text: text.to_owned(), status: Status::Preferred })
    };
    let mut terms: Vec<NewTerm> = wanted.into_iter().filter_map(term).collect();
    if terms.is_empty() {
        return Ok(Done::default());
    }
    let concept = concept_for(project, &terms)?;
    let known = view.workspace.glossary.concepts.iter().find(|known| known.id == concept);
    if let Some(known) = known {
        settle(&mut terms, known);
    }
    let request = TermRequest { concept: concept.clone(), terms, file: None };
    let refused = |error: AddError| match error {
        AddError::Workspace(error) => Cause::Project(error),
        error => Cause::Terms { concept: concept.clone(), error: Box::new(error) },
    };
    let addition = add_terms(project, &request, &Silent).map_err(refused)?;
    let edit = carry_out(view, addition.change)?;
    Ok(Done { edit, said: Some(view.ui.lsp_term_added(concept, addition.place)) })
}

/// The terms that a concept lacks; beside a preferred one another is an admitted one.
fn settle(terms: &mut Vec<NewTerm>, concept: &crate::glossary::Concept) {
    terms.retain(|term| {
        let there = concept.terms.get(&term.language);
        !there.is_some_and(|there| there.terms.iter().any(|known| known.text == term.text))
    });
    for term in terms {
        if concept.terms.get(&term.language).is_some_and(|there| there.preferred().is_some()) {
            term.status = Status::Admitted;
        }
    }
}
