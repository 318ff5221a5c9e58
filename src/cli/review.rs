//! `tolmach review`: walks through the findings, on the full screen or as questions and answers on lines.

use std::io::{self, IsTerminal};

use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::i18n::{Messages, Problem};
use crate::lang::Language;
use crate::rules::UNREAD_DRAFT;
use crate::session::{Request, Session};
use crate::tui::{self, Palette};
#[cfg(feature = "web")]
use crate::web;

#[derive(Debug, clap::Args)]
pub(super) struct Review {
    /// Originals, translations or folders.
    paths: Vec<String>,
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    rule: Vec<String>,
    #[arg(long, conflicts_with = "rule")]
    drafts: bool,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
    #[arg(long)]
    plain: bool,
    #[cfg(feature = "web")]
    #[arg(long, conflicts_with = "plain")]
    web: bool,
}

impl Review {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        #[cfg(feature = "web")]
        if self.web {
            return self.serve(terminal);
        }
        let screen = !self.plain && io::stdout().is_terminal() && io::stdin().is_terminal();
        if !self.plain && !screen {
            return Err(Error::new(Problem::NoTerminal));
        }
        let mut session = self.session(terminal)?;
        if self.plain {
            tui::plain::walk(&mut session, &mut io::stdin().lock(), &mut terminal.out())?;
        } else {
            let palette = if terminal.coloured() { Palette::Colour } else { Palette::Plain };
            tui::terminal::walk(&mut session, palette)?;
        }
        Ok(Exit::Done)
    }

    fn session(&self, terminal: &Terminal) -> Result<Session, Error> {
        let request = Request {
            paths: self.paths.clone(),
            languages: self.language.clone(),
            rules: if self.drafts { vec![UNREAD_DRAFT.to_owned()] } else { self.rule.clone() },
            describe: |error, ui| Error::from(error).lines(ui).join(" "),
        };
        Ok(Session::open(terminal.project()?, Messages::new(terminal.ui.locale()), request)?)
    }

    /// Serves the review to a browser until the program is ended.
    #[cfg(feature = "web")]
    fn serve(&self, terminal: &Terminal) -> Result<Exit, Error> {
        use std::io::Write;
        let refused = |error: io::Error| Error::new(Problem::NoServer { message: error.to_string().into() });
        let mut session = self.session(terminal)?;
        let server = web::Server::open().map_err(refused)?;
        let mut out = terminal.out();
        writeln!(out, "{}", terminal.ui.web_open(server.address()))?;
        out.flush()?;
        drop(out);
        web::serve(server, &mut session).map_err(refused)?;
        Ok(Exit::Done)
    }
}
