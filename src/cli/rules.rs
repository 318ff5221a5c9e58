//! `tolmach rules` and `tolmach explain`: what is checked and why.

use std::io::Write;

use serde_json::json;

use super::error::Error;
use super::exit::Exit;
use super::form::{self, Format};
use super::terminal::Terminal;
use crate::i18n::Messages;
use crate::report::{self, styles};
use crate::rules::{RULES, Rule};
use crate::workspace;

#[derive(Debug, clap::Args)]
pub(super) struct Rules {
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    #[arg(required = true)]
    rule: Vec<String>,
}

impl Rules {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let mut out = terminal.out();
        match self.format {
            Format::Human => table(&terminal.ui, terminal.width(), &mut out)?,
            Format::Json => {
                let rules: Vec<_> = RULES
                    .iter()
                    .map(
                        |rule| json!({ "rule": rule.id, "severity": rule.severity, "title": report::title(rule, &terminal.ui) }),
                    )
                    .collect();
                form::json(&json!({ "version": 1, "rules": rules }), &mut out)?;
            }
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn table(ui: &Messages, width: usize, out: &mut dyn Write) -> Result<(), Error> {
    let severity = |rule: &Rule| ui.severity(rule.severity);
    let name = RULES.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let loud = RULES.iter().map(|rule| severity(rule).chars().count()).max().unwrap_or(0);
    let head = styles::HEAD;
    for rule in RULES {
        let indent = " ".repeat(name + loud + 4);
        let room = width.saturating_sub(indent.len()).max(24);
        let said = report::title(rule, ui);
        let lines = textwrap::wrap(&said, room);
        let padded = format!("{:loud$}", severity(rule));
        writeln!(out, "{head}{:name$}{head:#}  {padded}  {}", rule.id, lines.first().map_or("", |line| line))?;
        for line in lines.iter().skip(1) {
            writeln!(out, "{indent}{line}")?;
        }
    }
    Ok(())
}

impl Explain {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let mut out = terminal.out();
        for (at, rule) in workspace::rules(&self.rule)?.into_iter().enumerate() {
            if at > 0 {
                writeln!(out)?;
            }
            page(&terminal.ui, Rule::named(rule).expect("a rule of the list"), terminal.width(), &mut out)?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn page(ui: &Messages, rule: &Rule, width: usize, out: &mut dyn Write) -> Result<(), Error> {
    let head = styles::HEAD;
    writeln!(out, "{head}{}{head:#} — {}", rule.id, report::title(rule, ui))?;
    for part in report::help(rule, ui) {
        writeln!(out, "\n{head}{}{head:#}", part.heading)?;
        for line in part.text.lines() {
            let indent = if line.starts_with("- ") { "  " } else { "" };
            let options = textwrap::Options::new(width.saturating_sub(2)).subsequent_indent(indent);
            for wrapped in textwrap::wrap(line, options) {
                writeln!(out, "{}", format!("  {wrapped}").trim_end())?;
            }
        }
    }
    Ok(())
}
