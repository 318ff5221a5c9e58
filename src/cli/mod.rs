//! Commands: one command, one file; arguments, exit codes, progress.
//!
//! Never knows any rule of the craft. A command's file holds its arguments and its `run`; its help is in
//! `i18n/<language>/cli.ftl` under `help-<command>`, the arguments' help in the attributes.

mod accept;
mod accept_left;
mod add;
#[cfg(feature = "import")]
mod add_import;
mod align;
mod align_batch;
#[cfg(feature = "pages")]
mod align_page;
mod answers;
#[cfg(feature = "book")]
mod book;
mod cached;
mod check;
mod command;
#[cfg(feature = "manual")]
mod completions;
mod diff;
mod error;
mod exit;
mod fail_on;
mod fix;
mod forget;
mod form;
mod glossary;
mod glossary_add;
mod glossary_candidates;
mod glossary_change;
mod glossary_exchange;
mod glossary_find;
mod glossary_forms;
mod glossary_merge;
mod glossary_remove;
mod glossary_suggest;
mod glossary_take;
mod groups;
mod help;
#[cfg(test)]
mod help_tests;
mod init;
mod lexicon;
mod localise;
#[cfg(feature = "lsp")]
mod lsp;
mod machine;
#[cfg(feature = "manual")]
mod man;
mod memory;
mod memory_export;
mod memory_file;
mod memory_import;
mod memory_language;
mod memory_report;
mod memory_search;
mod mv;
mod notes;
mod opening;
mod original;
mod pair;
mod progress;
mod projects;
#[cfg(feature = "pages")]
mod report;
#[cfg(feature = "pages")]
mod report_index;
#[cfg(feature = "pages")]
mod report_pages;
mod resolve;
#[cfg(feature = "tui")]
mod review;
mod rules;
mod status;
mod terminal;
mod update;
mod usage;
mod verbosity;
mod waive;

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgAction, CommandFactory, FromArgMatches, Parser};

use self::progress::Bar;
use self::terminal::{Color, Terminal};
use self::verbosity::Verbosity;
use self::{command::Command, error::Error, exit::Exit};
use crate::i18n::{Locale, Messages};

#[derive(Debug, Parser)]
#[command(
    name = "tolmach",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
struct Arguments {
    #[arg(long, global = true, value_name = "DIR")]
    project: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANG", value_parser = clap::builder::PossibleValuesParser::new(Locale::ALL.iter().map(|locale| locale.tag())))]
    interface_language: Option<String>,
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    color: Color,
    #[arg(short, long, global = true)]
    quiet: bool,
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    verbose: bool,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Command,
}

/// Runs the program on its arguments.
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    run(&arguments).into()
}

fn run(arguments: &[OsString]) -> Exit {
    let ui = Messages::new(terminal::tongue(arguments));
    let matches = localise::command(Arguments::command(), &ui).try_get_matches_from(arguments);
    let parsed = match matches.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(parsed) => parsed,
        Err(error) => return usage::usage_error(&error, &ui),
    };
    let verbosity = Verbosity::of(parsed.quiet, parsed.verbose);
    let interface_language = parsed.interface_language.as_deref().and_then(Locale::of_name);
    let (project, color) = (parsed.project, parsed.color);
    let terminal = Terminal { ui, interface_language, project, color, verbosity, bar: Bar::default() };
    match parsed.command.run(&terminal, Arguments::command) {
        Ok(exit) => exit,
        // The reader has seen enough: `tolmach check | head`.
        Err(Error::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Done,
        Err(error) => {
            terminal.print_error(&error);
            Exit::Error
        }
    }
}
