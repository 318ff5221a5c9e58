//! `tolmach review`: walks through the findings, on the full screen or as questions and answers on lines.

use std::io::{self, IsTerminal};

use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::i18n::{Messages, Problem};
use crate::lang::Language;
use crate::session::{Request, Session};
use crate::tui::{self, Palette};
use crate::workspace;

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
            return Err(Error::new(Problem::NoTerminal));
        }
        let request = Request {
            paths: self.paths.clone(),
            languages: self.language.clone(),
            rules: workspace::rules(&self.rule)?,
            describe: |error, ui| Error::from(error).lines(ui).join(" "),
        };
        let mut session = Session::open(terminal.project()?, Messages::new(terminal.ui.locale()), request)?;
        if self.plain {
            tui::plain::walk(&mut session, &mut io::stdin().lock(), &mut terminal.out())?;
        } else {
            let palette = if terminal.coloured() { Palette::Colour } else { Palette::Plain };
            tui::terminal::walk(&mut session, palette)?;
        }
        Ok(Exit::Done)
    }
}
