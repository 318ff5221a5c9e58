//! Commands: one command, one file; arguments, exit codes, progress.
//!
//! Never knows any rule of the craft. A command's file holds its arguments and its `run`; its help stands in
//! `ui/<language>/cli.ftl` under `help-<command>`, the arguments' help in the attributes.

mod accept;
mod add;
mod add_import;
mod align;
pub mod align_batch;
mod answers;
mod baseline;
mod changed;
mod check;
mod desk;
mod diff;
mod exit;
mod fix;
mod forget;
mod form;
mod glossary;
mod glossary_add;
mod glossary_exchange;
mod glossary_forms;
mod glossary_suggest;
mod init;
mod lexicon;
mod localise;
mod memory;
mod memory_file;
mod mv;
mod pair;
mod progress;
mod recall;
mod resolve;
mod review;
mod rounds;
mod rules;
mod spot;
mod status;
mod trouble;
mod update;
mod waive;
mod workshop;

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand};

use self::desk::{Color, Desk, Talk};
use self::exit::Exit;
use self::trouble::Trouble;
use crate::i18n::Ui;

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
    #[arg(long, global = true, value_name = "LANG", value_parser = ["en", "ru"])]
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

#[derive(Debug, Subcommand)]
enum Command {
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
    Glossary(glossary::Glossary),
    Memory(memory::Memory),
    Review(review::Review),
    Rules(rules::Rules),
    Explain(rules::Explain),
    Help(localise::Help),
}

impl Command {
    fn run(&self, desk: &Desk) -> Result<Exit, Trouble> {
        match self {
            Command::Init(command) => command.run(desk),
            Command::Add(command) => command.run(desk),
            Command::Update(command) => command.run(desk),
            Command::Check(command) => command.run(desk),
            Command::Status(command) => command.run(desk),
            Command::Align(command) => command.run(desk),
            Command::Diff(command) => command.run(desk),
            Command::Accept(command) => command.run(desk),
            Command::Forget(command) => command.run(desk),
            Command::Pair(command) => command.run(desk),
            Command::Unpair(command) => command.run(desk),
            Command::Resolve(command) => command.run(desk),
            Command::Mv(command) => command.run(desk),
            Command::Waive(command) => command.run(desk),
            Command::Glossary(command) => command.run(desk),
            Command::Memory(command) => command.run(desk),
            Command::Review(command) => command.run(desk),
            Command::Rules(command) => command.run(desk),
            Command::Explain(command) => command.run(desk),
            Command::Help(command) => command.run(desk),
        }
    }
}

/// Runs the program on its arguments.
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    run(&arguments).into()
}

fn run(arguments: &[OsString]) -> Exit {
    let ui = Ui::new(desk::tongue(arguments));
    let matches = localise::command(Arguments::command(), &ui).try_get_matches_from(arguments);
    let parsed = matches.and_then(|matches| Arguments::from_arg_matches(&matches));
    let parsed = match parsed {
        Ok(parsed) => parsed,
        Err(error) => return localise::usage_error(&error, &ui),
    };
    let talk = match (parsed.quiet, parsed.verbose) {
        (true, _) => Talk::Quiet,
        (_, true) => Talk::Verbose,
        _ => Talk::Normal,
    };
    let desk = Desk { ui, project: parsed.project, color: parsed.color, talk };
    match parsed.command.run(&desk) {
        Ok(exit) => exit,
        // The reader has seen enough: `tolmach check | head`.
        Err(Trouble::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Done,
        Err(trouble) => {
            desk.complain(&trouble);
            Exit::Trouble
        }
    }
}
