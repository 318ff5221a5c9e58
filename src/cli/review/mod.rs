//! `tolmach review`: walks through the findings, on the full screen or as questions and answers on lines.

mod lines;
mod page;
mod plain;
mod screen;
mod session;
mod sheets;
mod terminal;

use std::io::{self, IsTerminal};

use self::session::Session;
use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::lang::Language;

#[derive(Debug, clap::Args)]
pub(super) struct Review {
    /// Originals, translations or folders.
    paths: Vec<String>,
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    rule: Vec<String>,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
    #[arg(long)]
    plain: bool,
}

impl Review {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let screen = !self.plain && io::stdout().is_terminal() && io::stdin().is_terminal();
        if !self.plain && !screen {
            return Err(Error::new("trouble-no-terminal"));
        }
        let mut session = Session::open(terminal, self)?;
        if self.plain {
            plain::walk(&mut session, &mut io::stdin().lock(), &mut terminal.out())?;
        } else {
            terminal::walk(&mut session)?;
        }
        Ok(Exit::Done)
    }
}
