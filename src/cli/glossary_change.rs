//! `tolmach glossary edit`: changes what a glossary file says of a concept; its comments and order survive.

use std::io::Write;

use super::error::{Error, draft_error};
use super::exit::Exit;
use super::glossary_add::written;
use super::terminal::Terminal;
use crate::glossary::change::{self, Old};
use crate::glossary::edit::{self, Refusal};
use crate::glossary::{Concept, Status};
use crate::lang::inflect::fold;
use crate::report::{visible, visible_line};
use crate::workspace::{self, DraftError, GlossaryDraft, NewTerm};

#[derive(Debug, clap::Args)]
pub(super) struct Edit {
    id: String,
    #[arg(long, value_name = "LANG=TERM", value_parser = written)]
    term: Vec<NewTerm>,
    #[arg(long, value_name = "LANG=TERM", value_parser = written)]
    admitted: Vec<NewTerm>,
    #[arg(long, value_name = "LANG=TERM", value_parser = written)]
    deprecated: Vec<NewTerm>,
    #[arg(long, value_name = "LANG=TERM", value_parser = written)]
    drop: Vec<NewTerm>,
    #[arg(long, value_name = "LANG=FORM", value_parser = written)]
    form: Vec<NewTerm>,
    #[arg(long, value_name = "LANG=FORM", value_parser = written)]
    not_form: Vec<NewTerm>,
    #[arg(long, value_name = "LANG=KIND", value_parser = written)]
    inflect: Vec<NewTerm>,
    #[arg(long, value_name = "LANG=CASE", value_parser = written)]
    case: Vec<NewTerm>,
    #[arg(long, value_name = "LANG=TEXT", value_parser = written)]
    first_mention: Vec<NewTerm>,
    #[arg(long, value_name = "TEXT")]
    definition: Option<String>,
    #[arg(long, value_name = "TEXT")]
    domain: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[arg(long, value_name = "SEVERITY")]
    severity: Option<String>,
    #[arg(long, value_name = "ID")]
    rename: Option<String>,
    #[arg(long)]
    dry_run: bool,
}

impl Edit {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let project = terminal.project()?;
        let lock = terminal.lock(&project)?;
        let refused = |error: DraftError| draft_error(terminal, error);
        let mut draft = GlossaryDraft::open(&project)?;
        let concept = draft.concept(&self.id).map_err(refused)?;
        draft.change(&concept.file, |text| self.edited(text, &concept)).map_err(refused)?;
        let change = draft.transaction(terminal).map_err(refused)?;
        if !self.dry_run && !change.is_empty() {
            workspace::commit(&project, &lock, &change)?;
        }
        let id = self.rename.as_deref().unwrap_or(&self.id);
        let line = draft.concept(id).map_or(concept.line, |concept| concept.line);
        let place = format!("{}:{line}", concept.file);
        say(terminal, &terminal.ui.glossary_edited(visible_line(&place), visible(id)), self.dry_run)
    }

    fn edited(&self, text: &str, concept: &Concept) -> Result<String, Refusal> {
        let id = concept.id.as_str();
        let mut text = text.to_owned();
        for gone in &self.drop {
            text = change::remove_term(&text, id, &gone.language, &as_there(concept, gone))?;
        }
        for term in &self.term {
            let dropped = self.drop.iter().any(|gone| gone.language == term.language);
            let old = if dropped { Old::Gone } else { Old::Admitted };
            text = change::prefer(&text, id, &term.language, &term.text, old)?;
        }
        for (status, terms) in [(Status::Admitted, &self.admitted), (Status::Deprecated, &self.deprecated)] {
            for term in terms {
                // A term that has another status moves.
                if let Ok(without) = change::remove_term(&text, id, &term.language, &as_there(concept, term)) {
                    text = without;
                }
                text = edit::add_term(&text, id, &term.language, &term.text, status)?;
            }
        }
        self.settings(text, id)
    }

    fn settings(&self, mut text: String, id: &str) -> Result<String, Refusal> {
        for (key, forms) in [("forms", &self.form), ("not-forms", &self.not_form)] {
            for form in forms {
                text = change::add_to(&text, id, &form.language, key, &form.text)?;
            }
        }
        for (key, all) in [("inflect", &self.inflect), ("case", &self.case), ("first-mention", &self.first_mention)] {
            for one in all {
                text = change::set_in(&text, id, &one.language, key, &one.text)?;
            }
        }
        let texts = [
            ("definition", &self.definition),
            ("domain", &self.domain),
            ("note", &self.note),
            ("severity", &self.severity),
            // The last, as the others go by the old one.
            ("id", &self.rename),
        ];
        for (key, value) in texts {
            if let Some(value) = value {
                text = change::set(&text, id, key, value)?;
            }
        }
        Ok(text)
    }
}

/// A term as the concept has it, whatever its letters on the command line.
fn as_there(concept: &Concept, wanted: &NewTerm) -> String {
    let mut terms = concept.terms.get(&wanted.language).into_iter().flat_map(|terms| &terms.terms);
    let found = terms.find(|term| fold(&term.text) == fold(&wanted.text));
    found.map_or_else(|| wanted.text.clone(), |term| term.text.clone())
}

/// Prints what was changed, and whether it was written.
pub(super) fn say(terminal: &Terminal, said: &str, dry_run: bool) -> Result<Exit, Error> {
    let mut out = terminal.out();
    writeln!(out, "{said}")?;
    if dry_run {
        writeln!(out, "{}", terminal.ui.glossary_nothing_written())?;
    }
    out.flush()?;
    Ok(Exit::Done)
}
