//! `glossary find`: where the originals use a concept, and how the translations render it.

use super::{Error, Workspace};
use crate::analysis::{AnalysedUnit, Analysis};
use crate::glossary::{Concept, Occurrence};
use crate::lang::Language;
use crate::text::{Document, Lines};
use crate::units::Pair;

/// A place of a term in an original, and how its unit renders it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermUse {
    /// `path:line:column` of the term, both 1-based, the column in Unicode scalar values.
    pub place: String,
    /// The words around it, the term between `⟦` and `⟧`.
    pub context: String,
    /// What the unit's translation has for the concept, each place as it is written.
    pub renderings: Vec<String>,
    /// The place of the first rendering.
    pub target_place: Option<String>,
    /// The words around the first rendering.
    pub target_context: Option<String>,
}

/// The concepts that an id names, or a term in its base form, in whatever case; indices into those of the glossary.
pub fn concepts_named(workspace: &Workspace, wanted: &str) -> Vec<usize> {
    let folded = wanted.to_lowercase();
    let named = |concept: &Concept| {
        concept.id == wanted
            || concept.terms.values().any(|terms| terms.terms.iter().any(|term| term.text.to_lowercase() == folded))
    };
    (0..workspace.glossary.concepts.len()).filter(|at| named(&workspace.glossary.concepts[*at])).collect()
}

/// The uses of concepts in all translated documents; an empty list of languages means all of them.
///
/// # Errors
///
/// If nothing is translated into one of the languages, or a pair cannot be loaded.
pub fn term_uses(workspace: &Workspace, concepts: &[usize], languages: &[Language]) -> Result<Vec<TermUse>, Error> {
    let mut uses = Vec::new();
    for paths in workspace.select(&[], languages)?.into_iter().filter(|paths| paths.translated) {
        let pair = workspace.load(paths)?;
        let analysis = workspace.analyse(&pair);
        for analysed in &analysis.units {
            uses.extend(in_unit(&pair, &analysis, analysed, concepts));
        }
    }
    Ok(uses)
}

fn in_unit(pair: &Pair, analysis: &Analysis, analysed: &AnalysedUnit, concepts: &[usize]) -> Vec<TermUse> {
    let of = |terms: &[Vec<Occurrence>], paragraphs: &[usize]| -> Vec<(usize, Occurrence)> {
        let all = paragraphs.iter().flat_map(|at| terms[*at].iter().map(|found| (*at, found.clone())));
        all.filter(|(_, found)| concepts.contains(&found.concept)).collect()
    };
    let (source_path, target_path) = (&pair.paths.original, &pair.paths.translation);
    let targets = of(&analysis.target_terms, &analysed.unit.target);
    let rendered = |(at, found): (usize, Occurrence)| {
        let renderings: Vec<&(usize, Occurrence)> =
            targets.iter().filter(|(_, other)| other.concept == found.concept).collect();
        let text = |(at, other): &&(usize, Occurrence)| pair.target.paragraphs[*at].text[other.span.range()].to_owned();
        let first = renderings.first();
        TermUse {
            place: place(source_path, &pair.source, at, &found),
            context: context(&pair.source, at, &found),
            renderings: renderings.iter().map(text).collect(),
            target_place: first.map(|(at, other)| place(target_path, &pair.target, *at, other)),
            target_context: first.map(|(at, other)| context(&pair.target, *at, other)),
        }
    };
    of(&analysis.source_terms, &analysed.unit.source).into_iter().map(rendered).collect()
}

fn place(path: &str, document: &Document, paragraph: usize, found: &Occurrence) -> String {
    let span = document.paragraphs[paragraph].in_file(found.span);
    let position = Lines::new(&document.text).position(&document.text, span.start);
    format!("{path}:{}:{}", position.line, position.column)
}

/// The words around an occurrence, the term between `⟦` and `⟧`.
fn context(document: &Document, paragraph: usize, found: &Occurrence) -> String {
    const BESIDE: usize = 30;
    let text = &document.paragraphs[paragraph].text;
    let before: Vec<char> = text[..found.span.start].chars().rev().take(BESIDE).collect();
    let after: String = text[found.span.end..].chars().take(BESIDE).collect();
    let before: String = before.into_iter().rev().collect();
    format!("{before}⟦{}⟧{after}", &text[found.span.range()]).replace('\n', " ")
}
