//! `tolmach help`: the help of a command.

use std::io::Write;

use clap::Command;

use super::error::Error;
use super::exit::Exit;
use super::localise::command;
use super::terminal::Terminal;
use crate::i18n::Problem;

/// `tolmach help [COMMAND]…`.
#[derive(Debug, clap::Args)]
pub(super) struct Help {
    command: Vec<String>,
}

impl Help {
    pub(super) fn run(&self, terminal: &Terminal, arguments: Command) -> Result<Exit, Error> {
        let mut command = command(arguments, &terminal.ui);
        command.build();
        let mut found = &mut command;
        for name in &self.command {
            found = match found.find_subcommand_mut(name) {
                Some(inner) => inner,
                None => return Err(Error::new(Problem::NoSuchCommand { command: name.clone().into() })),
            };
        }
        let help = found.render_help();
        let mut out = terminal.out();
        write!(out, "{}", help.ansi())?;
        out.flush()?;
        Ok(Exit::Done)
    }
}
