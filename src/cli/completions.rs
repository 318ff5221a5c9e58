//! `tolmach completions`: what a shell needs to complete commands, options and values.

use std::io::Write;

use clap_complete::{Shell, generate};

use super::error::Error;
use super::exit::Exit;
use super::localise;
use super::terminal::Terminal;

/// `tolmach completions SHELL`.
#[derive(Debug, clap::Args)]
pub(super) struct Completions {
    shell: Shell,
}

impl Completions {
    /// Prints the script; descriptions are in the interface's language.
    pub(super) fn run(&self, terminal: &Terminal, arguments: clap::Command) -> Result<Exit, Error> {
        let mut script = Vec::new();
        generate(self.shell, &mut localise::whole(arguments, &terminal.ui), "tolmach", &mut script);
        let mut out = terminal.unguarded();
        out.write_all(&script)?;
        out.flush()?;
        Ok(Exit::Done)
    }
}
