//! `gaps`: what a machine is given to translate, each with what a translator would look up.

use std::collections::HashMap;
use std::rc::Rc;

use super::slots::{Slot, SlotState, slots};
use super::{Error, Progress, Workspace, memory};
use crate::diff::marked;
use crate::glossary::{Concept, Status, Terms};
use crate::lang::Language;
use crate::memory::Memory;
use crate::text::{Kind, Masked};
use crate::units::{Pair, Paths};

/// How many paragraphs before and after are shown.
const NEIGHBOURS: usize = 2;

/// How many matches of the memory are shown, and from which likeness on, in percent.
const MATCHES: usize = 3;
const HELPFUL: u8 = 60;

/// Which places are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Gaps alone.
    Gaps,
    /// As well, accepted units and drafts whose original changed.
    StaleToo,
}

/// What is to be translated.
#[derive(Clone, Debug)]
pub struct GapItem {
    /// Its name; see [`super::SlotId`].
    pub id: String,
    /// The path of the original.
    pub original: String,
    /// The path of the translation.
    pub translation: String,
    /// Of the original.
    pub source_language: Language,
    /// Of the translation.
    pub target_language: Language,
    /// The 1-based line of the original.
    pub source_line: usize,
    /// The 1-based line of the gap or of the translation.
    pub target_line: usize,
    /// What the paragraph is.
    pub kind: Kind,
    /// The text of the original; paragraphs are parted by a blank line.
    pub source: String,
    /// The same with numbered marks.
    pub masked: Masked,
    /// The headings above, the highest first, with their translations.
    pub headings: Vec<Neighbour>,
    /// The paragraphs before, in order.
    pub before: Vec<Neighbour>,
    /// The paragraphs behind, in order.
    pub after: Vec<Neighbour>,
    /// The concepts in the text.
    pub terms: Vec<Rc<TermNote>>,
    /// What was translated before and is like the text, the likest first.
    pub memory: Vec<MemoryNote>,
    /// For a stale unit, what a person accepted.
    pub accepted: Option<AcceptedPair>,
    /// For a machine's translation of a text that changed since, that text and translation.
    pub draft: Option<AcceptedPair>,
}

/// A paragraph of the original and its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// The text of the original.
    pub source: String,
    /// Its translation, where there is one.
    pub target: Option<String>,
}

/// A concept for whoever translates.
#[derive(Clone, Debug, PartialEq)]
pub struct TermNote {
    /// The id of the concept.
    pub concept: String,
    /// What it means.
    pub definition: Option<String>,
    /// Notes of the concept and of the target language.
    pub notes: Vec<String>,
    /// `false` for a name that stays as it is.
    pub translate: bool,
    /// Its terms in the language of the original.
    pub source: Vec<Word>,
    /// Its terms in the language of the translation; empty where the glossary has none.
    pub target: Vec<Word>,
    /// The words for the first use in a document.
    pub first_mention: Option<String>,
}

/// A term with its forms.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// Its base form.
    pub text: String,
    /// Whether it may be used.
    pub status: Status,
    /// All its forms, the base form among them.
    pub forms: Vec<String>,
    /// For translators.
    pub note: Option<String>,
}

/// Something translated before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoryNote {
    /// How like it is, 1 to 100.
    pub percent: u8,
    /// The text translated then.
    pub source: String,
    /// Its translation.
    pub target: String,
    /// The document or file it is from.
    pub origin: String,
}

/// What there is for a text that changed since: what a person accepted, or what a machine made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptedPair {
    /// The text of the original then.
    pub source: String,
    /// Its translation.
    pub target: String,
    /// The words of the original that changed, as `wdiff` marks them.
    pub changes: String,
}

/// What one pair of documents has to translate.
#[derive(Clone, Debug, Default)]
pub struct DocumentGaps {
    /// In the order of the original.
    pub items: Vec<GapItem>,
    /// How many paragraphs have neither a translation nor a gap: `update` writes one.
    pub without_gap: usize,
}

/// Reads gaps document by document; a memory is read once a language.
pub struct GapReader<'a> {
    workspace: &'a Workspace,
    wanted: Wanted,
    memory: Option<(Language, Memory)>,
    terms: HashMap<(usize, Language), Rc<TermNote>>,
}

impl<'a> GapReader<'a> {
    /// A reader of places of this kind.
    pub fn new(workspace: &'a Workspace, wanted: Wanted) -> GapReader<'a> {
        GapReader { workspace, wanted, memory: None, terms: HashMap::new() }
    }

    /// What a pair of documents has to translate.
    ///
    /// # Errors
    ///
    /// If a file cannot be read, or the memory cannot.
    pub fn document(&mut self, paths: &Paths, progress: &dyn Progress) -> Result<DocumentGaps, Error> {
        let pair = self.workspace.load(paths)?;
        super::no_conflict(&pair)?;
        let analysis = self.workspace.units_alone(&pair);
        let slots = slots(&pair, &analysis);
        let mut answer = DocumentGaps::default();
        let answers: HashMap<usize, String> = (analysis.units.iter())
            .flat_map(|one| {
                let target = crate::draft::joined(&pair.target, &one.unit.target);
                one.unit.source.iter().map(move |at| (*at, target.clone()))
            })
            .filter(|(_, target)| !target.is_empty())
            .collect();
        for slot in &slots {
            let line = match slot.state {
                SlotState::NoPlace => {
                    answer.without_gap += 1;
                    continue;
                }
                SlotState::Gap(gap) => {
                    let start = analysis.gaps[gap].gap.span.start;
                    pair.target_lines().position(&pair.target.text, start).line
                }
                SlotState::Stale(_) | SlotState::Draft { current: false, .. } if self.wanted == Wanted::StaleToo => {
                    pair.target_line(slot.target[0])
                }
                _ => continue,
            };
            let before = |source: &[String], target: &[String]| Some(before(&pair, slot, source, target));
            let (accepted, draft) = match slot.state {
                SlotState::Stale(at) => {
                    let unit = &pair.units.accepted[at];
                    (before(&unit.source, &unit.target), None)
                }
                SlotState::Draft { draft, .. } => {
                    let draft = &pair.units.drafts[draft];
                    (None, before(&draft.source, &draft.target))
                }
                _ => (None, None),
            };
            let item = self.item(&pair, slot, &answers, progress)?;
            answer.items.push(GapItem { target_line: line, accepted, draft, ..item });
        }
        Ok(answer)
    }

    fn item(
        &mut self,
        pair: &Pair,
        slot: &Slot,
        answers: &HashMap<usize, String>,
        progress: &dyn Progress,
    ) -> Result<GapItem, Error> {
        let paragraphs = &pair.source.paragraphs;
        let (first, last) = (slot.source[0], slot.source[slot.source.len() - 1]);
        let own: Vec<_> = slot.source.iter().map(|at| &paragraphs[*at]).collect();
        let source = crate::draft::joined(&pair.source, &slot.source);
        let neighbour =
            |at: usize| Neighbour { source: paragraphs[at].text.clone(), target: answers.get(&at).cloned() };
        let mut terms: Vec<Rc<TermNote>> = Vec::new();
        for paragraph in &own {
            for concept in self.concepts(pair, paragraph) {
                let note = self.term(concept, &pair.target_language);
                if !terms.contains(&note) {
                    terms.push(note);
                }
            }
        }
        Ok(GapItem {
            id: slot.id.clone(),
            original: pair.paths.original.clone(),
            translation: pair.paths.translation.clone(),
            source_language: pair.source_language.clone(),
            target_language: pair.target_language.clone(),
            source_line: pair.source_line(first),
            target_line: 0,
            kind: paragraphs[first].kind,
            masked: Masked::of(&own),
            headings: headings(pair, first).into_iter().map(neighbour).collect(),
            before: (first.saturating_sub(NEIGHBOURS)..first).map(neighbour).collect(),
            after: (last + 1..(last + 1 + NEIGHBOURS).min(paragraphs.len())).map(neighbour).collect(),
            memory: self.matches(&source, &pair.target_language, progress)?,
            source,
            terms,
            accepted: None,
            draft: None,
        })
    }

    /// The concepts in a paragraph of the original that count in its document, each once, as indices.
    fn concepts(&self, pair: &Pair, paragraph: &crate::text::Paragraph) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for occurrence in self.workspace.source_index.find(paragraph) {
            let scope = self.workspace.scopes[occurrence.concept].as_ref();
            let counts = scope.is_none_or(|scope| scope.is_match(&pair.paths.original));
            if counts && !found.contains(&occurrence.concept) {
                found.push(occurrence.concept);
            }
        }
        found
    }

    fn term(&mut self, concept: usize, language: &Language) -> Rc<TermNote> {
        let workspace = self.workspace;
        let source = &workspace.project.config.source_language;
        let make = || Rc::new(term_note(&workspace.glossary.concepts[concept], source, language));
        self.terms.entry((concept, language.clone())).or_insert_with(make).clone()
    }

    fn matches(&mut self, text: &str, language: &Language, progress: &dyn Progress) -> Result<Vec<MemoryNote>, Error> {
        if self.memory.as_ref().is_none_or(|(known, _)| known != language) {
            self.memory = Some((language.clone(), memory(self.workspace, language, progress)?));
        }
        let found = self.memory.iter().flat_map(|(_, memory)| memory.search(text, MATCHES, HELPFUL));
        Ok(found
            .map(|found| MemoryNote {
                percent: found.percent,
                source: found.source.to_owned(),
                target: found.target.to_owned(),
                origin: found.pair.origin.to_string(),
            })
            .collect())
    }
}

/// A concept with its terms in both languages.
pub fn term_note(concept: &Concept, source: &Language, target: &Language) -> TermNote {
    let of = |language: &Language| concept.terms_in(language);
    let words = |language: &Language| of(language).map(|terms| words(terms, language)).unwrap_or_default();
    let to = of(target);
    TermNote {
        concept: concept.id.clone(),
        definition: concept.definition.clone(),
        notes: concept.note.iter().chain(to.and_then(|terms| terms.note.as_ref())).cloned().collect(),
        translate: concept.translate,
        source: words(source),
        target: words(target),
        first_mention: to.and_then(|terms| terms.first_mention.clone()),
    }
}

fn words(terms: &Terms, language: &Language) -> Vec<Word> {
    let word = |term: &crate::glossary::Term| {
        let mut forms: Vec<String> = vec![term.text.clone()];
        let made = term.inflected(language).list().into_iter().map(|form| form.text);
        for form in made.chain(term.forms.iter().cloned()) {
            if !forms.contains(&form) && !term.not_forms.contains(&form) {
                forms.push(form);
            }
        }
        Word { text: term.text.clone(), status: term.status, forms, note: term.note.clone() }
    };
    terms.terms.iter().map(word).collect()
}

/// The headings above a paragraph, the highest first.
fn headings(pair: &Pair, paragraph: usize) -> Vec<usize> {
    let mut above = Vec::new();
    let mut level = 7;
    if let Kind::Heading(own) = pair.source.paragraphs[paragraph].kind {
        level = own;
    }
    for at in (0..paragraph).rev() {
        if let Kind::Heading(of) = pair.source.paragraphs[at].kind
            && of < level
        {
            level = of;
            above.push(at);
        }
    }
    above.reverse();
    above
}

fn before(pair: &Pair, slot: &Slot, source: &[String], target: &[String]) -> AcceptedPair {
    let source = source.join("\n\n");
    let changes = marked(&source, &crate::draft::joined(&pair.source, &slot.source));
    AcceptedPair { source, target: target.join("\n\n"), changes }
}
