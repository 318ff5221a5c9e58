//! `tolmach rules` and `tolmach explain`: what is checked and why.

use std::io::Write;

use serde_json::json;

use super::error::Error;
use super::exit::Exit;
use super::form::{self, Format};
use super::terminal::Terminal;
use crate::diff::COSMETIC;
use crate::i18n::Ui;
use crate::report::styles;
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
                        |rule| json!({ "rule": rule.id, "severity": rule.severity, "title": title(&terminal.ui, rule.id) }),
                    )
                    .collect();
                form::json(&json!({ "version": 1, "rules": rules }), &mut out)?;
            }
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn table(ui: &Ui, width: usize, out: &mut dyn Write) -> Result<(), Error> {
    let severity = |rule: &Rule| ui.severity(rule.severity);
    let name = RULES.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let loud = RULES.iter().map(|rule| severity(rule).chars().count()).max().unwrap_or(0);
    let head = styles::HEAD;
    for rule in RULES {
        let indent = " ".repeat(name + loud + 4);
        let room = width.saturating_sub(indent.len()).max(24);
        let said = title(ui, rule.id);
        let lines = textwrap::wrap(&said, room);
        let padded = format!("{:loud$}", severity(rule));
        writeln!(out, "{head}{:name$}{head:#}  {padded}  {}", rule.id, lines.first().map_or("", |line| line))?;
        for line in lines.iter().skip(1) {
            writeln!(out, "{indent}{line}")?;
        }
    }
    Ok(())
}

fn title(ui: &Ui, rule: &str) -> String {
    ui.say(&format!("rule-{rule}.title"), &[])
}

impl Explain {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let mut out = terminal.out();
        for (at, rule) in workspace::rules(&self.rule)?.into_iter().enumerate() {
            if at > 0 {
                writeln!(out)?;
            }
            page(&terminal.ui, rule, terminal.width(), &mut out)?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn page(ui: &Ui, rule: &str, width: usize, out: &mut dyn Write) -> Result<(), Error> {
    let head = styles::HEAD;
    writeln!(out, "{head}{rule}{head:#} — {}", title(ui, rule))?;
    for part in ["what", "why", "wrong", "right", "configure"] {
        let said = ui.say(&format!("rule-{rule}.{part}"), &[]);
        writeln!(out, "\n{head}{}{head:#}", ui.say(&format!("explain-{part}"), &[]))?;
        for line in said.lines() {
            for wrapped in textwrap::wrap(line, width.saturating_sub(2)) {
                writeln!(out, "  {wrapped}")?;
            }
        }
        if part == "what" && ["stale-translation", "edited-translation", "cosmetic-change"].contains(&rule) {
            looks(ui, width, out)?;
        }
    }
    Ok(())
}

/// What counts as looks and not as wording, from the one list that decides it.
fn looks(ui: &Ui, width: usize, out: &mut dyn Write) -> Result<(), Error> {
    writeln!(out, "  {}", ui.say("cosmetic-list", &[]))?;
    for (name, ..) in COSMETIC {
        let said = format!("- {}", ui.say(&format!("cosmetic-{name}"), &[]));
        for wrapped in textwrap::wrap(&said, textwrap::Options::new(width.saturating_sub(2)).subsequent_indent("  ")) {
            writeln!(out, "  {wrapped}")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Tongue;

    #[test]
    fn every_rule_is_explained_in_both_languages() {
        for tongue in [Tongue::English, Tongue::Russian] {
            let ui = Ui::new(tongue);
            for rule in RULES {
                for part in ["title", "what", "why", "wrong", "right", "configure"] {
                    let id = format!("rule-{}.{part}", rule.id);
                    assert!(ui.try_say(&id, &[]).is_some(), "{tongue:?} lacks {id}");
                }
            }
            for (name, ..) in COSMETIC {
                let id = format!("cosmetic-{name}");
                assert!(ui.try_say(&id, &[]).is_some(), "{tongue:?} lacks {id}");
            }
        }
    }
}
