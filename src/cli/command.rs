//! The list of commands.

use clap::Subcommand;

#[cfg(feature = "book")]
use super::book;
use super::error::Error;
use super::exit::Exit;
#[cfg(feature = "lsp")]
use super::lsp;
#[cfg(feature = "mcp")]
use super::machine::mcp;
use super::machine::{fill, gaps};
#[cfg(feature = "pages")]
use super::report;
#[cfg(feature = "tui")]
use super::review;
use super::terminal::Terminal;
use super::{
    accept, add, align, check, diff, forget, glossary, help, init, lexicon, memory, mv, pair, resolve, rules, status,
    update, waive,
};
#[cfg(feature = "manual")]
use super::{completions, man};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Init(init::Init),
    Add(add::Add),
    Update(update::Update),
    Check(check::Check),
    Status(status::Status),
    Align(align::Align),
    Diff(diff::Diff),
    Accept(accept::Accept),
    Forget(forget::Forget),
    Pair(pair::Pair),
    Unpair(pair::Unpair),
    Resolve(resolve::Resolve),
    Mv(mv::Mv),
    Waive(waive::Waive),
    Gaps(gaps::Gaps),
    Fill(fill::Fill),
    Glossary(glossary::Glossary),
    Memory(memory::Memory),
    Lexicon(lexicon::Lexicon),
    #[cfg(feature = "book")]
    Book(book::Book),
    #[cfg(feature = "pages")]
    Report(report::Report),
    #[cfg(feature = "tui")]
    Review(review::Review),
    #[cfg(feature = "lsp")]
    Lsp(lsp::Lsp),
    #[cfg(feature = "mcp")]
    Mcp(mcp::Mcp),
    Rules(rules::Rules),
    Explain(rules::Explain),
    #[cfg(feature = "manual")]
    Completions(completions::Completions),
    #[cfg(feature = "manual")]
    Man(man::ManualPages),
    Help(help::Help),
}

impl Command {
    /// Runs the command; `arguments` are all the arguments there are, for help.
    pub(super) fn run(&self, terminal: &Terminal, arguments: fn() -> clap::Command) -> Result<Exit, Error> {
        match self {
            Command::Init(command) => command.run(terminal),
            Command::Add(command) => command.run(terminal),
            Command::Update(command) => command.run(terminal),
            Command::Check(command) => command.run(terminal),
            Command::Status(command) => command.run(terminal),
            Command::Align(command) => command.run(terminal),
            Command::Diff(command) => command.run(terminal),
            Command::Accept(command) => command.run(terminal),
            Command::Forget(command) => command.run(terminal),
            Command::Pair(command) => command.run(terminal),
            Command::Unpair(command) => command.run(terminal),
            Command::Resolve(command) => command.run(terminal),
            Command::Mv(command) => command.run(terminal),
            Command::Waive(command) => command.run(terminal),
            Command::Gaps(command) => command.run(terminal),
            Command::Fill(command) => command.run(terminal),
            Command::Glossary(command) => command.run(terminal),
            Command::Memory(command) => command.run(terminal),
            Command::Lexicon(command) => command.run(terminal),
            #[cfg(feature = "book")]
            Command::Book(command) => command.run(terminal),
            #[cfg(feature = "pages")]
            Command::Report(command) => command.run(terminal),
            #[cfg(feature = "tui")]
            Command::Review(command) => command.run(terminal),
            #[cfg(feature = "lsp")]
            Command::Lsp(command) => command.run(terminal),
            #[cfg(feature = "mcp")]
            Command::Mcp(command) => command.run(terminal),
            Command::Rules(command) => command.run(terminal),
            Command::Explain(command) => command.run(terminal),
            #[cfg(feature = "manual")]
            Command::Completions(command) => command.run(terminal, arguments()),
            #[cfg(feature = "manual")]
            Command::Man(command) => command.run(terminal, arguments()),
            Command::Help(command) => command.run(terminal, arguments()),
        }
    }
}
