//! `tolmach mcp`: the Model Context Protocol, on standard input and standard output.

use std::io;

use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use crate::mcp::{Host, serve};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Mcp {}

impl Mcp {
    #[expect(clippy::unused_self, reason = "every command is run alike")]
    pub(in crate::cli) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        // A folder that is no project is said at once, and not at the first call.
        drop(terminal.project()?);
        let words = |error: Error| error.lines(&terminal.ui).join("\n");
        let open = || terminal.workspace().map_err(words);
        let describe = |error: crate::workspace::Error| words(Error::from(error));
        let host = Host { open: &open, describe: &describe, ui: &terminal.ui };
        serve(io::BufReader::new(io::stdin().lock()), io::stdout().lock(), &host)?;
        Ok(Exit::Done)
    }
}
