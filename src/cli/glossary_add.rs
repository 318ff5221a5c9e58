//! `tolmach glossary add`: a concept, or terms for a concept that is there; the file's comments and order survive.

use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::edit::Transaction;
use crate::glossary::edit::{self, Refusal};
use crate::glossary::{Concept, Glossary, Status};
use crate::i18n::{GlossaryAddedKind, GlossaryWrongTypeWanted, Problem};
use crate::lang::Language;
use crate::lang::inflect::fold;
use crate::project::{Project, Snapshot};
use crate::report::visible;
use crate::text::on_one_line;
use crate::workspace;

/// Where a concept goes if the project has several glossary files, or none.
const FILE: &str = "glossary/terms.toml";

#[derive(Debug, clap::Args)]
pub(super) struct Add {
    id: String,
    #[arg(long, value_name = "LANG=TERM", value_parser = written, required_unless_present_any = ["admitted", "deprecated"])]
    term: Vec<Written>,
    #[arg(long, value_name = "LANG=TERM", value_parser = written)]
    admitted: Vec<Written>,
    #[arg(long, value_name = "LANG=TERM", value_parser = written)]
    deprecated: Vec<Written>,
    #[arg(long)]
    file: Option<String>,
    #[arg(long)]
    dry_run: bool,
}

/// A term as the command line gives it: `ru=акимат`.
#[derive(Clone, Debug)]
struct Written {
    /// The primary subtag, as glossary files name languages.
    language: String,
    text: String,
}

fn written(argument: &str) -> Result<Written, String> {
    let (tag, text) = argument.split_once('=').ok_or("LANG=TERM")?;
    let language: Language = tag.trim().parse().map_err(|_| "LANG")?;
    let text = on_one_line(text);
    if text.is_empty() { Err("TERM".to_owned()) } else { Ok(Written { language: language.code().to_owned(), text }) }
}

impl Add {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let project = terminal.project()?;
        let lock = terminal.lock(&project)?;
        let mut files = Vec::new();
        for file in project.glossary_files()?.unwrap_or_default() {
            files.push((file.clone(), project.read_text(&file)?));
        }
        let (known, _) = Glossary::read(&files);
        let concept = known.concepts.iter().find(|concept| concept.id == self.id);
        let path = self.path(&project, &files, concept)?;
        let before = project.snapshot(&path)?;
        let content = if before == Snapshot(None) { String::new() } else { project.read_text(&path)? };
        let text = match self.added(&content, concept) {
            Ok(text) => text,
            Err(error) => {
                // What is wrong with the file already says more than that nothing could be added to it.
                workspace::read_glossary(&project, &files, terminal)?;
                return Err(error);
            }
        };
        match files.iter_mut().find(|(name, _)| *name == path) {
            Some((_, content)) => content.clone_from(&text),
            None => files.push((path.clone(), text.clone())),
        }
        // A glossary that its own reader refuses would stop every other command.
        let glossary = workspace::read_glossary(&project, &files, terminal)
            .inspect_err(|_| terminal.note(&terminal.ui.glossary_nothing_added()))?;
        if !self.dry_run {
            let change = Transaction::of(&path, before.0, Some(text.into_bytes()));
            workspace::commit(&project, &lock, &change)?;
        }
        let line = glossary.concepts.iter().find(|concept| concept.id == self.id).map_or(1, |concept| concept.line);
        self.tell(terminal, &format!("{path}:{line}"), concept.is_none())
    }

    /// The terms in the order they are recorded, with their statuses.
    fn terms(&self) -> impl Iterator<Item = (Status, &Written)> {
        let of_status = [
            (Status::Preferred, &self.term),
            (Status::Admitted, &self.admitted),
            (Status::Deprecated, &self.deprecated),
        ];
        of_status.into_iter().flat_map(|(status, terms)| terms.iter().map(move |term| (status, term)))
    }

    /// The file to write: the concept's own, the one that was named, or the project's only one.
    fn path(&self, project: &Project, files: &[(String, String)], concept: Option<&Concept>) -> Result<String, Error> {
        let named = self.file.as_ref().map(|file| project.destination(file)).transpose()?;
        if let Some(path) = &named {
            let hidden = path.split('/').any(|part| part.starts_with('.'));
            if !path.starts_with("glossary/") || !path.ends_with(".toml") || hidden {
                return Err(Error::new(Problem::NotAGlossaryFile).at(path.clone(), None));
            }
        }
        match (concept, named) {
            (Some(concept), Some(path)) if path != concept.file => {
                Err(Error::new(Problem::ConceptElsewhere { concept: self.id.clone().into() })
                    .at(concept.file.clone(), Some(concept.line)))
            }
            (Some(concept), _) => Ok(concept.file.clone()),
            (None, Some(path)) => Ok(path),
            (None, None) => Ok(match files {
                [(only, _)] => only.clone(),
                _ => FILE.to_owned(),
            }),
        }
    }

    /// The file's text with the terms, in a new concept where there is none of this id.
    fn added(&self, content: &str, concept: Option<&Concept>) -> Result<String, Error> {
        let mut text = content.to_owned();
        if concept.is_none() {
            let empty = Concept { id: self.id.clone(), ..Concept::default() };
            text = edit::add_concept(&text, &empty).map_err(|refusal| self.refused(refusal, None))?;
        }
        let mut seen: Vec<(&str, String)> = Vec::new();
        for (status, term) in self.terms() {
            let there = concept.and_then(|concept| concept.terms.get(&term.language));
            let same = |known: &str| fold(known) == fold(&term.text);
            let repeated = there.is_some_and(|there| there.terms.iter().any(|known| same(&known.text)))
                || seen.iter().any(|(language, known)| *language == term.language && same(known));
            if repeated {
                return Err(self.refused(Refusal::TermThere(term.text.clone()), Some(term)));
            }
            let preferred = there.and_then(|there| there.preferred()).map(|known| known.text.clone());
            let first = self.term.iter().find(|first| first.language == term.language && !same(&first.text));
            let preferred = preferred.or_else(|| first.map(|first| first.text.clone()));
            if let Some(preferred) = preferred.filter(|_| status == Status::Preferred) {
                return Err(Error::new(Problem::PreferredThere {
                    concept: self.id.clone().into(),
                    preferred: preferred.into(),
                    language: term.language.clone().into(),
                    term: term.text.clone().into(),
                }));
            }
            text = edit::add_term(&text, &self.id, &term.language, &term.text, status)
                .map_err(|refusal| self.refused(refusal, Some(term)))?;
            seen.push((&term.language, term.text.clone()));
        }
        Ok(text)
    }

    fn refused(&self, refusal: Refusal, term: Option<&Written>) -> Error {
        match refusal {
            Refusal::Syntax(message) => Error::new(Problem::GlossarySyntax { message: message.into() }),
            Refusal::WrongType(key) => {
                Error::new(Problem::GlossaryWrongType { wanted: GlossaryWrongTypeWanted::Form, key: key.into() })
            }
            Refusal::NoConcept(_) => {
                Error::new(Problem::GlossaryWrongType { wanted: GlossaryWrongTypeWanted::Form, key: "concept".into() })
            }
            Refusal::ConceptThere(_) | Refusal::TermThere(_) => Error::new(Problem::TermThere {
                concept: self.id.clone().into(),
                term: term.map_or_else(String::new, |term| term.text.clone()).into(),
                language: term.map_or_else(String::new, |term| term.language.clone()).into(),
            }),
        }
    }

    fn tell(&self, terminal: &Terminal, place: &str, new: bool) -> Result<Exit, Error> {
        let kind = if new { GlossaryAddedKind::New } else { GlossaryAddedKind::More };
        let (place, concept) = (visible(place), visible(&self.id));
        let said = match self.dry_run {
            true => terminal.ui.glossary_would_add(place, kind, concept),
            false => terminal.ui.glossary_added(place, kind, concept),
        };
        let mut out = terminal.out();
        writeln!(out, "{}", said)?;
        for (status, term) in self.terms() {
            let said = terminal.ui.terms_of(status, &visible(&term.text));
            writeln!(out, "  {}  {said}", term.language)?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}
