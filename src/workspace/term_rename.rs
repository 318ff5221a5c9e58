//! Another preferred term for a concept: in the glossary, and in every form in which the documents have the old one.

use std::collections::BTreeSet;

use super::{ConceptPlaces, DraftError, GlossaryDraft, Silent, Workspace};
use crate::edit::{TextEdit, Transaction};
use crate::glossary::change::{Old, prefer, set_in};
use crate::glossary::{Occurrence, Reading, Replacement, Status, Term, replacement};
use crate::lang::Language;
use crate::lang::inflect::Readings;
use crate::text::Document;

/// What renaming a term changes. Nothing is written.
#[derive(Clone, Debug, Default)]
pub struct TermRename {
    /// Writes the glossary's file.
    pub glossary: Transaction,
    /// The documents that have the old term, in the order of the listing.
    pub documents: Vec<RenamedDocument>,
}

/// A document in which a term is renamed.
#[derive(Clone, Debug)]
pub struct RenamedDocument {
    /// Inside the project.
    pub path: String,
    /// Its text before.
    pub text: String,
    /// In order, none over another.
    pub places: Vec<RenamedPlace>,
}

/// One place of a renamed term.
#[derive(Clone, Debug)]
pub struct RenamedPlace {
    /// Writes the new term.
    pub edit: TextEdit,
    /// Whether it is the term, and nothing else can be meant by its form.
    pub sure: bool,
}

/// The term of a concept that [`rename_term`] would rename in a language: the preferred one; its index among those of
/// the language.
pub fn renamed_term(workspace: &Workspace, concept: usize, language: &Language) -> Option<usize> {
    let terms = workspace.glossary.concepts.get(concept)?.terms_in(language)?;
    terms.terms.iter().position(|term| term.status == Status::Preferred)
}

/// Makes `new` the preferred term of a concept in a language, and writes it in every document of that language for the
/// preferred term that was there, in the form of each place. Places in code, addresses and the like stay.
///
/// What the entry says of the old term's forms goes with the old term.
///
/// # Errors
///
/// If the concept has no preferred term in the language, the glossary cannot take the new one, or a document cannot be
/// read: a document that is left out would keep the old term unseen.
pub fn rename_term(
    workspace: &Workspace,
    concept: usize,
    language: &Language,
    new: &str,
) -> Result<TermRename, DraftError> {
    let unknown = || DraftError::NoConcept { concept: concept.to_string() };
    let entry = workspace.glossary.concepts.get(concept).ok_or_else(unknown)?;
    let at = renamed_term(workspace, concept, language).ok_or_else(unknown)?;
    let terms = entry.terms_in(language).ok_or_else(unknown)?;
    let (old, new) = (&terms.terms[at], new.trim());
    // A name that is not translated has one language.
    let code = match entry.terms.contains_key(language.code()) {
        true => language.code(),
        false => entry.terms.keys().next().map_or("", String::as_str),
    };
    let mut draft = GlossaryDraft::open(&workspace.project)?;
    draft.change(&entry.file, |text| prefer(text, &entry.id, code, new, Old::Gone))?;
    if old.text != new {
        for key in ["forms", "not-forms"] {
            draft.change(&entry.file, |text| set_in(text, &entry.id, code, key, ""))?;
        }
    }
    let glossary = draft.transaction(&Silent)?;
    let (places, errors) = workspace.concept_places(&[concept]);
    if let Some(error) = errors.into_iter().next() {
        return Err(error.into());
    }
    let new = Term { text: new.to_owned(), forms: Vec::new(), not_forms: Vec::new(), ..old.clone() };
    let renaming = Renaming { term: at, old, new: &new, language };
    Ok(TermRename { glossary, documents: renaming.documents(workspace, &places) })
}

struct Renaming<'a> {
    /// The index of the old term.
    term: usize,
    old: &'a Term,
    new: &'a Term,
    language: &'a Language,
}

impl Renaming<'_> {
    /// The originals where the term is of their language, else the translations; an original has several pairs.
    fn documents(&self, workspace: &Workspace, places: &[ConceptPlaces]) -> Vec<RenamedDocument> {
        let mut seen = BTreeSet::new();
        let mut documents = Vec::new();
        for one in places {
            let pair = &one.pair;
            let source = workspace.project.config.source_language.code() == self.language.code();
            let (path, document, found) = match source {
                true => (&pair.paths.original, &pair.source, &one.source),
                false if pair.target_language == *self.language => (&pair.paths.translation, &pair.target, &one.target),
                false => continue,
            };
            let places: Vec<RenamedPlace> = found.iter().filter_map(|found| self.place(document, found)).collect();
            if !places.is_empty() && seen.insert(path.clone()) {
                documents.push(RenamedDocument { path: path.clone(), text: document.text.clone(), places });
            }
        }
        documents
    }

    fn place(&self, document: &Document, (at, found): &(usize, Occurrence)) -> Option<RenamedPlace> {
        if found.term != self.term {
            return None;
        }
        let paragraph = document.paragraphs.get(*at)?;
        let Replacement { span, text, readings } =
            replacement(paragraph, found.span, self.old, self.new, self.language);
        let (bytes, text) = document.reworded(paragraph, span, &text)?;
        let sure = readings == Readings::One && found.reading == Reading::Term;
        Some(RenamedPlace { edit: TextEdit { bytes, text: text.into_bytes() }, sure })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Edits;
    use crate::project::{Memory, Project};

    const GLOSSARY: &str = "[[concept]]\nid = \"akim\"\n[concept.ru]\npreferred = \"аким\"\n[concept.en]\n\
        preferred = \"akim\"\nforms = [\"akimy\"]\n";

    fn project() -> Workspace {
        let files = [
            ("originals/a.md", "Аким открыл мост.\n"),
            ("originals/b.md", "О мосте акимы не говорили.\n"),
            ("originals/c.md", "Мост закрыт.\n"),
            ("translations/en/a.md", "An akim opened it. See `akim`.\n"),
            ("translations/en/b.md", "The akims' bridge.\n\nThe Akim spoke.\n"),
            ("translations/en/c.md", "The bridge is closed.\n"),
            ("glossary/terms.toml", GLOSSARY),
        ];
        let memory = Memory::new(files);
        Workspace::open(Project::on(std::sync::Arc::new(memory)).unwrap(), &Silent).unwrap()
    }

    fn made(language: &str, new: &str) -> (String, Vec<(String, String, bool)>) {
        let workspace = project();
        let renamed = rename_term(&workspace, 0, &language.parse().unwrap(), new).unwrap();
        let glossary = renamed.glossary.changes()[0].after.clone().unwrap();
        let document = |one: RenamedDocument| {
            let sure = one.places.iter().all(|place| place.sure);
            let edits = Edits::new(one.places.into_iter().map(|place| place.edit).collect());
            (one.path, String::from_utf8(edits.apply(one.text.as_bytes()).unwrap()).unwrap(), sure)
        };
        (String::from_utf8(glossary).unwrap(), renamed.documents.into_iter().map(document).collect())
    }

    #[test]
    fn every_form_is_written_anew_and_code_stays() {
        let (glossary, documents) = made("en", "mayor");
        assert!(glossary.ends_with("[concept.en]\npreferred = \"mayor\"\n"), "{glossary}");
        let written: Vec<(&str, &str)> = documents.iter().map(|(path, text, _)| (&**path, &**text)).collect();
        assert_eq!(
            written,
            [
                ("translations/en/a.md", "A mayor opened it. See `akim`.\n"),
                ("translations/en/b.md", "The mayors' bridge.\n\nThe Mayor spoke.\n"),
            ]
        );
    }

    #[test]
    fn the_originals_have_their_own_term() {
        let (glossary, documents) = made("ru", "мэр");
        assert!(glossary.contains("preferred = \"мэр\""), "{glossary}");
        assert_eq!(documents[0].1, "Мэр открыл мост.\n");
        assert_eq!(documents[1].1, "О мосте мэры не говорили.\n");
    }
}
