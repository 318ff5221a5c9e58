//! `tolmach glossary add`: a concept, or terms for a concept that is there; the file's comments and order survive.

use std::io::Write;

use super::error::{Error, add_refusal};
use super::exit::Exit;
use super::terminal::Terminal;
use crate::glossary::Status;
use crate::i18n::GlossaryAddedKind;
use crate::lang::Language;
use crate::project::Project;
use crate::report::visible;
use crate::text::on_one_line;
use crate::workspace::{self, AddError, Addition, NewTerm, TermRequest};

#[derive(Debug, clap::Args)]
pub(super) struct Add {
    id: Option<String>,
    #[arg(long, value_name = "LANG=TERM", value_parser = written, required_unless_present_any = ["admitted", "deprecated"])]
    term: Vec<NewTerm>,
    #[arg(long, value_name = "LANG=TERM", value_parser = written)]
    admitted: Vec<NewTerm>,
    #[arg(long, value_name = "LANG=TERM", value_parser = written)]
    deprecated: Vec<NewTerm>,
    #[arg(long)]
    file: Option<String>,
    #[arg(long)]
    dry_run: bool,
}

/// A term as the command line gives it: `ru=мост`; its status is that of its option.
pub(super) fn written(argument: &str) -> Result<NewTerm, String> {
    let (tag, text) = argument.split_once('=').ok_or("LANG=TERM")?;
    let language: Language = tag.trim().parse().map_err(|_| "LANG")?;
    let text = on_one_line(text);
    if text.is_empty() {
        Err("TERM".to_owned())
    } else {
        Ok(NewTerm { language: language.code().to_owned(), text, status: Status::Preferred })
    }
}

impl Add {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let project = terminal.project()?;
        let lock = terminal.lock(&project)?;
        let request = self.request(&project)?;
        let addition = workspace::add_terms(&project, &request, terminal);
        let addition = addition.map_err(|error| refused(terminal, &request.concept, error))?;
        if !self.dry_run {
            workspace::commit(&project, &lock, &addition.change)?;
        }
        self.report(terminal, &request, &addition)
    }

    fn request(&self, project: &Project) -> Result<TermRequest, Error> {
        let of_status = [
            (Status::Preferred, &self.term),
            (Status::Admitted, &self.admitted),
            (Status::Deprecated, &self.deprecated),
        ];
        let terms = of_status.into_iter();
        let terms = terms.flat_map(|(status, terms)| terms.iter().map(move |term| NewTerm { status, ..term.clone() }));
        let terms: Vec<NewTerm> = terms.collect();
        let concept = match &self.id {
            Some(id) => id.clone(),
            None => workspace::concept_for(project, &terms)?,
        };
        Ok(TermRequest { concept, terms, file: self.file.clone() })
    }

    fn report(&self, terminal: &Terminal, request: &TermRequest, addition: &Addition) -> Result<Exit, Error> {
        let kind = if addition.new_concept { GlossaryAddedKind::New } else { GlossaryAddedKind::More };
        let (place, concept) = (visible(&addition.place), visible(&request.concept));
        let said = match self.dry_run {
            true => terminal.ui.glossary_would_add(place, kind, concept),
            false => terminal.ui.glossary_added(place, kind, concept),
        };
        let mut out = terminal.out();
        writeln!(out, "{said}")?;
        for term in &request.terms {
            let said = terminal.ui.terms_of(term.status, &visible(&term.text));
            writeln!(out, "  {}  {said}", term.language)?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn refused(terminal: &Terminal, concept: &str, error: AddError) -> Error {
    match error {
        AddError::Workspace(error) => error.into(),
        AddError::Refused(refusal) => add_refusal(concept, refusal),
        AddError::Unreadable(error) => {
            terminal.note(&terminal.ui.glossary_nothing_added());
            error.into()
        }
    }
}
