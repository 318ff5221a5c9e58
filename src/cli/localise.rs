//! Help in the interface's language.

use clap::builder::StyledStr;
use clap::{Arg, Command};

use super::groups;
use crate::i18n::Messages;
use crate::report::styles;

/// The command with every help text and heading in the interface's language.
pub(super) fn command(command: Command, ui: &Messages) -> Command {
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

    /// The words of a command line, as a shell parts them: blanks outside of quotation marks.
    fn words(line: &str) -> Vec<String> {
        let mut words = vec![String::new()];
        let mut quoted = false;
        for letter in line.chars() {
            match letter {
                '"' => quoted = !quoted,
                ' ' if !quoted => words.push(String::new()),
                _ => words.last_mut().unwrap().push(letter),
            }
        }
        words
    }

    fn without_examples(command: &Command, id: &str, ui: &Messages, found: &mut Vec<String>) {
        let Some(examples) = ui.examples(id) else {
            found.push(format!("example-{id} is missing"));
            return;
        };
        for line in examples.lines().filter(|line| !line.starts_with('#')) {
            let plain = line.split(" > ").next().unwrap();
            let plain = plain.strip_prefix("source <(").map_or(plain, |inner| inner.trim_end_matches(')'));
            let parsed = crate::cli::Arguments::command().try_get_matches_from(words(plain));
            let names = id.strip_prefix("tolmach").unwrap_or(id).split('-').filter(|name| !name.is_empty());
            let own = names.zip(words(plain).iter().skip(1)).all(|(name, word)| name == word);
            if parsed.is_err() || !own {
                found.push(format!("{id}: {line}: {:?}", parsed.err().map(|error| error.kind())));
            }
        }
        for inner in command.get_subcommands() {
            let inner_id =
                if id == "tolmach" { inner.get_name().to_owned() } else { format!("{id}-{}", inner.get_name()) };
            without_examples(inner, &inner_id, ui, found);
        }
    }

    #[test]
    fn every_help_page_has_examples_that_the_parser_takes() {
        for locale in Locale::ALL {
            let mut found = Vec::new();
            without_examples(&crate::cli::Arguments::command(), "tolmach", &Messages::new(*locale), &mut found);
            assert!(found.is_empty(), "{found:#?}");
        }
    }

    #[test]
    fn the_list_of_commands_names_each_of_them() {
        let ui = Messages::new(Locale::English);
        let help = command(crate::cli::Arguments::command(), &ui).render_help().to_string();
        for inner in crate::cli::Arguments::command().get_subcommands() {
            assert!(help.contains(&format!("\n  {} ", inner.get_name())), "{}: {help}", inner.get_name());
        }
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
