//! `tolmach lsp`: the language server, on standard input and standard output.

use std::io::{self, BufReader};

use super::error::{Error, add_refusal, draft_refused};
use super::exit::Exit;
use super::terminal::Terminal;
use crate::i18n::Messages;
use crate::lsp::{Cause, Ended, Failure, Options, serve};
use crate::workspace::AddError;

#[derive(Debug, clap::Args)]
pub(super) struct Lsp {
    /// What editors pass to every server; it is how tolmach speaks anyway.
    #[arg(long)]
    stdio: bool,
}

impl Lsp {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let options = Options { locale: terminal.interface_language, fallback: terminal.ui.locale(), describe };
        // Not the locks: the server reads and writes on threads of its own.
        match serve(BufReader::new(io::stdin()), io::stdout(), options) {
            Ended::Properly => Ok(Exit::Done),
            Ended::Abruptly => Ok(Exit::Findings),
        }
    }
}

fn describe(cause: Cause, ui: &Messages) -> Vec<Failure> {
    let error = match cause {
        Cause::Project(error) => error.into(),
        Cause::Glossary(error) => draft_refused(error),
        Cause::Terms { concept, error } => match *error {
            AddError::Workspace(error) | AddError::Unreadable(error) => error.into(),
            AddError::Refused(refusal) => add_refusal(&concept, refusal),
        },
    };
    troubles(error, ui)
}

fn troubles(error: Error, ui: &Messages) -> Vec<Failure> {
    match error {
        Error::Several(all) => all.into_iter().flat_map(|error| troubles(error, ui)).collect(),
        Error::Said(said) => {
            let (cause, hint) = ui.problem(&said.problem);
            vec![Failure { path: said.path, line: said.line, message: format!("{cause}\n{hint}") }]
        }
        Error::Output(error) => vec![Failure { path: None, line: None, message: error.to_string() }],
    }
}
