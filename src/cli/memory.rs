//! `tolmach memory`: searches what was translated before; brings it to other tools, and back.

use super::error::Error;
use super::exit::Exit;
use super::memory_export::Export;
use super::memory_import::Import;
use super::memory_search::Search;
use super::terminal::Terminal;

#[derive(Debug, clap::Args)]
pub(super) struct Memory {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Search(Search),
    Export(Export),
    Import(Import),
}

impl Memory {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        match &self.command {
            Command::Search(search) => search.run(terminal),
            Command::Export(export) => export.run(terminal),
            Command::Import(import) => import.run(terminal),
        }
    }
}
