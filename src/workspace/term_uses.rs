//! `glossary find`: where the originals use a concept, and how the translations render it.

use super::{Error, Workspace};
use crate::analysis::{AnalysedUnit, Analysis};
use crate::glossary::{Concept, Occurrence, Term};
use crate::lang::Language;
use crate::lang::inflect::{Word, fold, words};
use crate::text::{Document, Lines};
use crate::units::Pair;

/// A place of a term in an original, and how its unit renders it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermUse {
    /// Index into the concepts of the glossary.
    pub concept: usize,
    /// The term of the first rendering, in base form.
    pub rendering_term: Option<String>,
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

/// The concepts that an id names or a term in any form and any language; without such, those a part of whose terms it is.
/// Indices into those of the glossary.
pub fn concepts_named(workspace: &Workspace, wanted: &str) -> Vec<usize> {
    let folded: Vec<String> = words(wanted).map(|(_, word)| fold(word)).collect();
    let all = &workspace.glossary.concepts;
    let of = |part: Part| -> Vec<usize> {
        let named = |concept: &Concept| {
            let id = part == Part::Whole && fold(&concept.id) == fold(wanted);
            id || concept.terms.iter().any(|(language, terms)| {
                let Ok(language) = language.parse::<Language>() else { return false };
                terms.terms.iter().any(|term| is_form(term, &language, &folded, part))
            })
        };
        (0..all.len()).filter(|at| named(&all[*at])).collect()
    };
    let whole = of(Part::Whole);
    if whole.is_empty() { of(Part::Words) } else { whole }
}

/// How much of a term is named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    /// Some of its words, side by side.
    Words,
}

/// Whether folded words are a form of a term, or of a part of it.
fn is_form(term: &Term, language: &Language, wanted: &[String], part: Part) -> bool {
    let listed = |form: &String| words(form).map(|(_, word)| fold(word)).eq(wanted.iter().cloned());
    if wanted.is_empty() || term.forms.iter().any(listed) {
        return !wanted.is_empty();
    }
    let forms = term.inflected(language);
    let fits = |window: &[Word]| {
        let same = |word: &Word, text: &String| word.forms.iter().any(|form| fold(&form.text) == *text);
        window.iter().zip(wanted).all(|(word, text)| same(word, text))
    };
    let whole = part == Part::Words || forms.words.len() == wanted.len();
    whole && forms.words.windows(wanted.len()).any(fits)
}

/// How often a concept was rendered by which of its terms, in base form, the most frequent first; what has no rendering
/// counts under `None`.
pub fn renderings(uses: &[TermUse], concept: usize) -> Vec<(Option<String>, usize)> {
    let mut counts: Vec<(Option<String>, usize)> = Vec::new();
    for found in uses.iter().filter(|found| found.concept == concept) {
        match counts.iter_mut().find(|(term, _)| *term == found.rendering_term) {
            Some((_, count)) => *count += 1,
            None => counts.push((found.rendering_term.clone(), 1)),
        }
    }
    counts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    counts
}

/// Puts the uses first whose rendering is not the concept's usual one; else the order stays.
pub fn conflicts_first(uses: &mut [TermUse]) {
    let mut usual: Vec<(usize, Option<String>)> = Vec::new();
    for found in uses.iter() {
        if !usual.iter().any(|(concept, _)| *concept == found.concept) {
            let most = renderings(uses, found.concept).into_iter().find_map(|(term, _)| term);
            usual.push((found.concept, most));
        }
    }
    uses.sort_by_key(|found| {
        usual.iter().any(|(concept, most)| *concept == found.concept && *most == found.rendering_term)
    });
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
            uses.extend(in_unit(workspace, &pair, &analysis, analysed, concepts));
        }
    }
    Ok(uses)
}

fn in_unit(
    workspace: &Workspace,
    pair: &Pair,
    analysis: &Analysis,
    analysed: &AnalysedUnit,
    concepts: &[usize],
) -> Vec<TermUse> {
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
        let base = |other: &Occurrence| {
            let terms = workspace.glossary.concepts.get(other.concept)?.terms_in(&pair.target_language)?;
            terms.terms.get(other.term).map(|term| term.text.clone())
        };
        TermUse {
            concept: found.concept,
            rendering_term: first.and_then(|(_, other)| base(other)),
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
