//! Help in the interface's language.

use clap::builder::StyledStr;
use clap::{Arg, Command};

use super::groups;
use crate::i18n::Messages;
use crate::report::styles;

/// How the help of a command shows the options that every command has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Globals {
    /// Each with what it does.
    #[cfg(feature = "manual")]
    Listed,
    /// In one line, so that the command's own options are read.
    Folded,
}

/// The command with every help text and heading in the interface's language.
pub(super) fn command(command: Command, ui: &Messages) -> Command {
    localised(command, ui, Globals::Folded)
}

/// As [`command`], with the global options in each command: for manual pages and completions.
#[cfg(feature = "manual")]
pub(super) fn whole(command: Command, ui: &Messages) -> Command {
    localised(command, ui, Globals::Listed)
}

fn localised(command: Command, ui: &Messages, shown: Globals) -> Command {
    let headings = Headings {
        usage: ui.heading_usage(),
        examples: ui.heading_examples(),
        commands: ui.heading_commands(),
        command: ui.heading_command(),
        arguments: ui.heading_arguments(),
        options: ui.heading_options(),
        globals: ui.heading_globals(),
        values: ui.heading_values(),
        default: ui.heading_default(),
        shown,
    };
    spoken(command, "tolmach", ui, &headings)
}

struct Headings {
    usage: String,
    examples: String,
    commands: String,
    command: String,
    arguments: String,
    options: String,
    globals: String,
    values: String,
    default: String,
    shown: Globals,
}

fn spoken(command: Command, id: &str, ui: &Messages, headings: &Headings) -> Command {
    let head = styles::HEAD;
    let template =
        format!("{{about-with-newline}}\n{head}{}{head:#} {{usage}}\n\n{{all-args}}{{after-help}}", headings.usage);
    let help = ui.help(id);
    let mut command = command
        .about(help.map(|help| help.about()).unwrap_or_default())
        .help_template(template)
        .subcommand_help_heading(headings.commands.clone())
        .subcommand_value_name(headings.command.clone())
        .mut_args(|argument| spoken_argument(argument, id, ui, headings));
    command = command.after_help(after_help(id, ui, headings));
    let names: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    for name in names {
        let inner = if id == "tolmach" { name.clone() } else { format!("{id}-{name}") };
        command = command.mut_subcommand(name, |command| spoken(command, &inner, ui, headings));
    }
    if id == "tolmach" {
        let usage = format!("{{about-with-newline}}\n{head}{}{head:#} {{usage}}\n\n", headings.usage);
        let template = groups::template(&command, &usage, ui);
        command = command.help_template(template);
    }
    command
}

/// The examples of a command and what else follows its options.
fn after_help(id: &str, ui: &Messages, headings: &Headings) -> StyledStr {
    let (head, dim) = (styles::HEAD, styles::DIM);
    let mut text = String::new();
    if headings.shown == Globals::Folded && id != "tolmach" {
        text.push_str(&format!("{head}{}:{head:#}\n  {}\n\n", headings.globals, ui.heading_globals_folded()));
    }
    if let Some(examples) = ui.examples(id) {
        text.push_str(&format!("{head}{}{head:#}\n", headings.examples));
        for line in examples.lines() {
            match line.starts_with('#') {
                true => text.push_str(&format!("  {dim}{line}{dim:#}\n")),
                false => text.push_str(&format!("  {line}\n")),
            }
        }
    }
    if let Some(after) = ui.help(id).and_then(|help| help.after()) {
        text.push('\n');
        text.push_str(&after);
    }
    StyledStr::from(text)
}

fn spoken_argument(argument: Arg, command: &str, ui: &Messages, headings: &Headings) -> Arg {
    let name = argument.get_id().as_str().replace('_', "-");
    let global = argument.is_global_set() || name == "version";
    let owner = if global { "tolmach" } else { command };
    let mut help = ui.help(owner).and_then(|help| help.argument(&name)).unwrap_or_default();
    let values: Vec<String> = argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let takes_value = argument.get_action().takes_values();
    if takes_value && !values.is_empty() {
        help.push_str(&format!(" [{} {}]", headings.values, values.join(", ")));
    }
    let defaults: Vec<&str> = argument.get_default_values().iter().filter_map(|value| value.to_str()).collect();
    if takes_value && !defaults.is_empty() {
        help.push_str(&format!(" [{} {}]", headings.default, defaults.join(", ")));
    }
    let heading = match (argument.is_positional(), global) {
        (true, _) => &headings.arguments,
        (false, true) => &headings.globals,
        (false, false) => &headings.options,
    };
    // The page of the whole program shows them again.
    let folded = global && headings.shown == Globals::Folded;
    let argument = argument.help(StyledStr::from(help)).help_heading(heading.clone()).hide(folded);
    if takes_value { argument.hide_possible_values(true).hide_default_value(true) } else { argument }
}
