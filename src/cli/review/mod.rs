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
use super::desk::Desk;
use super::exit::Exit;
use super::trouble::Trouble;
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
    pub(super) fn run(&self, desk: &Desk) -> Result<Exit, Trouble> {
        let screen = !self.plain && io::stdout().is_terminal() && io::stdin().is_terminal();
        if !self.plain && !screen {
            return Err(Trouble::new("trouble-no-terminal"));
        }
        let mut session = Session::open(desk, self)?;
        if self.plain {
            plain::walk(&mut session, &mut io::stdin().lock(), &mut desk.out())?;
        } else {
            terminal::walk(&mut session)?;
        }
        Ok(Exit::Done)
    }
}
