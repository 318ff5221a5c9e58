//! Help and usage errors in the interface's language.

use std::io::Write;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, Command, CommandFactory};

use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::i18n::Ui;
use crate::report::{Guard, styles, visible_line};

/// `tolmach help [COMMAND]…`.
#[derive(Debug, clap::Args)]
pub(super) struct Help {
    command: Vec<String>,
}

impl Help {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let mut command = command(super::Arguments::command(), &terminal.ui);
        command.build();
        let mut found = &mut command;
        for name in &self.command {
            found = match found.find_subcommand_mut(name) {
                Some(inner) => inner,
                None => return Err(Error::new("trouble-no-such-command").with("command", name.clone())),
            };
        }
        let help = found.render_help();
        let mut out = terminal.out();
        write!(out, "{}", help.ansi())?;
        out.flush()?;
        Ok(Exit::Done)
    }
}

/// The command with every help text and heading in the interface's language.
pub(super) fn command(command: Command, ui: &Ui) -> Command {
    let headings = Headings {
        usage: ui.say("help-usage", &[]),
        commands: ui.say("help-commands", &[]),
        command: ui.say("help-command", &[]),
        arguments: ui.say("help-arguments", &[]),
        options: ui.say("help-options", &[]),
        globals: ui.say("help-globals", &[]),
        values: ui.say("help-values", &[]),
        default: ui.say("help-default", &[]),
    };
    spoken(command, "tolmach", ui, &headings)
}

struct Headings {
    usage: String,
    commands: String,
    command: String,
    arguments: String,
    options: String,
    globals: String,
    values: String,
    default: String,
}

fn spoken(command: Command, id: &str, ui: &Ui, headings: &Headings) -> Command {
    let head = styles::HEAD;
    let template =
        format!("{{about-with-newline}}\n{head}{}{head:#} {{usage}}\n\n{{all-args}}{{after-help}}", headings.usage);
    let message = format!("help-{id}");
    let mut command = command
        .about(ui.say(&message, &[]))
        .help_template(template)
        .subcommand_help_heading(headings.commands.clone())
        .subcommand_value_name(headings.command.clone())
        .mut_args(|argument| spoken_argument(argument, &message, ui, headings));
    if let Some(after) = ui.try_say(&format!("{message}.after"), &[]) {
        command = command.after_help(after);
    }
    let names: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    for name in names {
        let inner = if id == "tolmach" { name.clone() } else { format!("{id}-{name}") };
        command = command.mut_subcommand(name, |command| spoken(command, &inner, ui, headings));
    }
    command
}

fn spoken_argument(argument: Arg, message: &str, ui: &Ui, headings: &Headings) -> Arg {
    let name = argument.get_id().as_str().replace('_', "-");
    let global = argument.is_global_set() || name == "version";
    let owner = if global { "help-tolmach" } else { message };
    let mut help = ui.say(&format!("{owner}.{name}"), &[]);
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
    let argument = argument.help(StyledStr::from(help)).help_heading(heading.clone());
    if takes_value { argument.hide_possible_values(true).hide_default_value(true) } else { argument }
}

/// Prints help or a usage error; the exit code that goes with it.
pub(super) fn usage_error(error: &clap::Error, ui: &Ui) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            error.print().ok();
            return Exit::Done;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            error.print().ok();
            return Exit::Error;
        }
        _ => {}
    }
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let known = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
        ContextKind::ValidValue,
    ]
    .iter()
    .filter_map(|kind| error.get(*kind))
    .map(ToString::to_string)
    .next();
    let said = match error.kind() {
        ErrorKind::UnknownArgument => ui.say("usage-unknown-argument", &[("argument", argument.into())]),
        ErrorKind::InvalidSubcommand => {
            ui.say("usage-unknown-command", &[("command", context(ContextKind::InvalidSubcommand).into())])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            ui.say("usage-invalid-value", &[("argument", argument.into()), ("value", value.into())])
        }
        ErrorKind::MissingRequiredArgument => ui.say("usage-missing", &[("argument", argument.into())]),
        ErrorKind::ArgumentConflict => {
            ui.say("usage-conflict", &[("argument", argument.into()), ("other", context(ContextKind::PriorArg).into())])
        }
        // clap's own words, which repeat what was written.
        _ => error.render().to_string(),
    };
    let mut err = Guard::new(anstream::stderr());
    let style = styles::ERROR;
    writeln!(err, "{style}{}{style:#} {}", ui.say("trouble-label", &[]), visible_line(said.trim())).ok();
    if let Some(known) = known {
        writeln!(err, "  {}", ui.say("usage-perhaps", &[("known", known.into())])).ok();
    }
    writeln!(err, "  {}", ui.say("usage-more", &[])).ok();
    Exit::Error
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Tongue;

    fn missing(command: &Command, id: &str, ui: &Ui, found: &mut Vec<String>) {
        let message = format!("help-{id}");
        if ui.try_say(&message, &[]).is_none() {
            found.push(message.clone());
        }
        for argument in command.get_arguments() {
            let name = argument.get_id().as_str().replace('_', "-");
            let owner = if argument.is_global_set() || name == "version" { "help-tolmach" } else { &message };
            let key = format!("{owner}.{name}");
            if ui.try_say(&key, &[]).is_none() {
                found.push(key);
            }
        }
        for inner in command.get_subcommands() {
            let inner_id =
                if id == "tolmach" { inner.get_name().to_owned() } else { format!("{id}-{}", inner.get_name()) };
            missing(inner, &inner_id, ui, found);
        }
    }

    #[test]
    fn every_command_and_argument_has_help_in_both_languages() {
        for tongue in [Tongue::English, Tongue::Russian] {
            let mut found = Vec::new();
            missing(&crate::cli::Arguments::command(), "tolmach", &Ui::new(tongue), &mut found);
            assert!(found.is_empty(), "{tongue:?} lacks {found:#?}");
        }
    }

    #[test]
    fn the_arguments_are_consistent() {
        command(crate::cli::Arguments::command(), &Ui::new(Tongue::English)).debug_assert();
    }
}
