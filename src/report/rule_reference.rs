//! The reference of all rules as Markdown: `docs/rules.md`, held up to date by a test.

use std::io::{self, Write};

use super::rule_help::{help, title};
use crate::i18n::Messages;
use crate::rules::{FactName, RULES, Rule, Scope};

/// Writes the reference.
///
/// # Errors
///
/// Where `out` fails.
pub fn rule_reference(ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# Rules\n")?;
    writeln!(
        out,
        "What `tolmach check` asks. Generated from the rules' own files; `tolmach explain RULE` prints the same."
    )?;
    for rule in RULES {
        section(rule, ui, out)?;
    }
    Ok(())
}

fn section(rule: &Rule, ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n## {}\n\n{}.\n", rule.id, title(rule, ui))?;
    writeln!(out, "- Default: {}", ui.severity(rule.severity))?;
    writeln!(out, "- Looks at: {}", scope(rule.scope))?;
    let options = rule.options.defaults().to_string();
    if !options.is_empty() {
        let options: Vec<String> = options.lines().map(|line| format!("`{line}`")).collect();
        writeln!(out, "- Options: {}", options.join(", "))?;
    }
    if !rule.facts.is_empty() {
        writeln!(out, "- Facts: {}", rule.facts.iter().map(fact).collect::<Vec<_>>().join(", "))?;
    }
    for part in help(rule, ui) {
        writeln!(out, "\n### {}\n", part.heading)?;
        let is_example = [ui.explain_wrong(), ui.explain_right()].contains(&part.heading);
        match is_example {
            true => writeln!(out, "````text\n{}\n````", part.text)?,
            false => writeln!(out, "{}", part.text.replace("\n- ", "\n\n- ").replace('<', "\\<"))?,
        }
    }
    Ok(())
}

fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Unit(_) => "a unit",
        Scope::Document(_) => "a pair of documents",
        Scope::AcceptedState(_) => "a unit and what was accepted of it",
        Scope::Suppression(_) => "waivers and `allow` comments",
        Scope::Project(_) => "all documents of the project",
    }
}

fn fact(fact: &FactName) -> String {
    match fact.values.is_empty() {
        true => format!("`{}`", fact.name),
        false => format!("`{}` ({})", fact.name, fact.values.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    /// `TOLMACH_WRITE_REFERENCE=1 cargo test --lib rule_reference` writes the file.
    #[test]
    fn the_reference_in_the_docs_is_that_of_the_rules() {
        let mut now = Vec::new();
        rule_reference(&Messages::new(Locale::English), &mut now).unwrap();
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
        if std::env::var_os("TOLMACH_WRITE_REFERENCE").is_some() {
            std::fs::write(&path, &now).unwrap();
        }
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            written == String::from_utf8(now).unwrap(),
            "docs/rules.md differs from the rules: TOLMACH_WRITE_REFERENCE=1 cargo test --lib rule_reference"
        );
    }
}
