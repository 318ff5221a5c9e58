//! What a rule finds and why, as a page of Markdown.

use gen_lsp_types::{CodeDescription, Uri};
use serde::Deserialize;
use serde_json::{Value, json};

use super::view::View;
use crate::i18n::Messages;
use crate::report::{help, title};
use crate::rules::Rule;

/// Which rule.
#[derive(Debug, Deserialize)]
pub(super) struct Named {
    rule: String,
}

/// The page of a rule; null where there is no such rule.
pub(super) fn page(ui: &Messages, Named { rule }: &Named) -> Value {
    let Some(rule) = Rule::named(rule) else { return Value::Null };
    let mut text = format!("# {}\n\n{}\n", rule.id, title(rule, ui));
    for part in help(rule, ui) {
        // Every line for itself: an example's lines are its texts.
        let lines: Vec<String> = part.text.lines().map(|line| format!("{line}  ")).collect();
        text.push_str(&format!("\n## {}\n\n{}\n", part.heading, lines.join("\n")));
    }
    json!({ "rule": rule.id, "markdown": text })
}

/// Where an editor that shows pages finds that of a rule.
pub(super) fn link(view: &View<'_>, rule: &str) -> Option<CodeDescription> {
    let before = view.client.rule_pages.as_ref()?;
    Some(CodeDescription { href: Uri(format!("{before}{rule}.md")) })
}
