//! Every command has help and examples in every language.

use clap::Command;

use super::localise::command;
use crate::i18n::Locale;
use crate::i18n::Messages;
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
        let inner_id = if id == "tolmach" { inner.get_name().to_owned() } else { format!("{id}-{}", inner.get_name()) };
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
        let plain = line.split(" > ").next().unwrap().split(" < ").next().unwrap();
        let plain = plain.strip_prefix("source <(").map_or(plain, |inner| inner.trim_end_matches(')'));
        let parsed = crate::cli::Arguments::command().try_get_matches_from(words(plain));
        let names = id.strip_prefix("tolmach").unwrap_or(id).split('-').filter(|name| !name.is_empty());
        let own = names.zip(words(plain).iter().skip(1)).all(|(name, word)| name == word);
        if parsed.is_err() || !own {
            found.push(format!("{id}: {line}: {:?}", parsed.err().map(|error| error.kind())));
        }
    }
    for inner in command.get_subcommands() {
        let inner_id = if id == "tolmach" { inner.get_name().to_owned() } else { format!("{id}-{}", inner.get_name()) };
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
