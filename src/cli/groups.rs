//! The commands in groups, as `tolmach --help` lists them.

use std::fmt::Write;

use clap::Command;

use crate::i18n::Messages;
use crate::report::styles;

/// A group's heading, and the commands under it in the order in which people meet them.
type Group = (fn(&Messages) -> String, &'static [&'static str]);

const GROUPS: &[Group] = &[
    (|ui| ui.heading_group_daily(), &["check", "status", "diff", "review", "accept", "update", "add"]),
    (|ui| ui.heading_group_units(), &["align", "pair", "unpair", "forget", "waive", "mv", "resolve"]),
    (|ui| ui.heading_group_terms(), &["glossary", "memory", "lexicon"]),
    (|ui| ui.heading_group_machines(), &["gaps", "fill", "mcp"]),
    (|ui| ui.heading_group_pages(), &["report", "book"]),
    (|ui| ui.heading_group_setup(), &["init", "rules", "explain", "lsp", "completions", "man", "help"]),
];

/// The template of the help of the whole program: commands in groups, then the options.
///
/// Commands that no group names are in the last one, so that none is hidden.
pub(super) fn template(command: &Command, head: &str, ui: &Messages) -> String {
    let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    let width = names.iter().map(|name| name.len()).max().unwrap_or(0);
    let known = |name: &str| GROUPS.iter().any(|(_, members)| members.contains(&name));
    let mut listed = String::new();
    for (at, (heading, members)) in GROUPS.iter().enumerate() {
        let others = names.iter().copied().filter(|name| at + 1 == GROUPS.len() && !known(name));
        let there = members.iter().copied().filter(|name| names.contains(name));
        writeln!(listed, "{style}{}{style:#}", heading(ui), style = styles::HEAD).ok();
        for name in there.chain(others) {
            let about = command.find_subcommand(name).and_then(Command::get_about).map(ToString::to_string);
            entry(name, &about.unwrap_or_default(), width, &mut listed);
        }
        listed.push('\n');
    }
    // What the options look like is left to clap.
    let mut options = command.clone().mut_args(|argument| argument.hide(false));
    for name in names {
        options = options.mut_subcommand(name, |inner| inner.hide(true));
    }
    let options = options.help_template("{all-args}").render_help();
    format!("{head}{listed}{}\n\n{{after-help}}", options.ansi().to_string().trim_end())
}

/// One command with what it does, wrapped as far as the page is wide.
fn entry(name: &str, about: &str, width: usize, listed: &mut String) {
    let literal = styles::HEAD;
    let columns = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0)).min(100);
    let room = columns.saturating_sub(width + 4).max(20);
    for (at, line) in
        textwrap::wrap(about, textwrap::Options::new(room).word_splitter(textwrap::WordSplitter::NoHyphenation))
            .iter()
            .enumerate()
    {
        match at {
            0 => writeln!(listed, "  {literal}{name}{literal:#}{:1$}  {line}", "", width - name.len()).ok(),
            _ => writeln!(listed, "{:1$}{line}", "", width + 4).ok(),
        };
    }
}
