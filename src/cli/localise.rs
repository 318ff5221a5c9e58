//! Help in the interface's language.

use clap::builder::StyledStr;
use clap::{Arg, Command};

use crate::i18n::Messages;
use crate::report::styles;

/// The command with every help text and heading in the interface's language.
pub(super) fn command(command: Command, ui: &Messages) -> Command {
    let headings = Headings {
        usage: ui.heading_usage(),
        commands: ui.heading_commands(),
        command: ui.heading_command(),
        arguments: ui.heading_arguments(),
        options: ui.heading_options(),
        globals: ui.heading_globals(),
        values: ui.heading_values(),
        default: ui.heading_default(),
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
    if let Some(after) = help.and_then(|help| help.after()) {
        command = command.after_help(after);
    }
    let names: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    for name in names {
        let inner = if id == "tolmach" { name.clone() } else { format!("{id}-{name}") };
        command = command.mut_subcommand(name, |command| spoken(command, &inner, ui, headings));
    }
    command
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
    let argument = argument.help(StyledStr::from(help)).help_heading(heading.clone());
    if takes_value { argument.hide_possible_values(true).hide_default_value(true) } else { argument }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;
    use clap::CommandFactory;

    fn missing(command: &Command, id: &str, ui: &Messages, found: &mut Vec<String>) {
        if ui.help(id).is_none() {
            found.push(format!("help-{id}"));
        }
        for argument in command.get_arguments() {
            let name = argument.get_id().as_str().replace('_', "-");
            let owner = if argument.is_global_set() || name == "version" { "tolmach" } else { id };
            if ui.help(owner).and_then(|help| help.argument(&name)).is_none() {
                found.push(format!("help-{owner}.{name}"));
            }
        }
        for inner in command.get_subcommands() {
            let inner_id =
                if id == "tolmach" { inner.get_name().to_owned() } else { format!("{id}-{}", inner.get_name()) };
            missing(inner, &inner_id, ui, found);
        }
    }

    // The build sees to it that every language has the same messages.
    #[test]
    fn every_command_and_argument_has_help() {
        let mut found = Vec::new();
        missing(&crate::cli::Arguments::command(), "tolmach", &Messages::new(Locale::English), &mut found);
        assert!(found.is_empty(), "{found:#?}");
    }

    // An argument that has no help is clap's to report.
    #[test]
    fn help_for_what_is_not_there_is_found_out() {
        let messages = Messages::new(Locale::English);
        assert!(messages.help("chek").is_none());
        assert!(messages.help("check").and_then(|help| help.argument("colour")).is_none());
    }

    #[test]
    fn the_arguments_are_consistent() {
        command(crate::cli::Arguments::command(), &Messages::new(Locale::English)).debug_assert();
    }
}
