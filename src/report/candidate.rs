//! A candidate for the glossary in words.

use crate::analysis::suggest::Candidate;
use crate::i18n::Messages;
use crate::text::Span;

/// What a candidate became, with counts: `→ Pashinyan 4, Pashinian 1`.
pub fn renderings(candidate: &Candidate, ui: &Messages) -> String {
    let list: Vec<String> =
        candidate.renderings.iter().map(|rendering| format!("{} {}", rendering.text, rendering.count)).collect();
    match list.is_empty() {
        true => ui.suggest_unknown(),
        false => format!("→ {}", list.join(", ")),
    }
}

/// The words around a place, which is between `⟦` and `⟧`.
pub fn context(text: &str, span: Span) -> String {
    const BESIDE: usize = 35;
    let before: Vec<char> = text[..span.start].chars().rev().take(BESIDE).collect();
    let after: String = text[span.end..].chars().take(BESIDE).collect();
    let before: String = before.into_iter().rev().collect();
    format!("{before}⟦{}⟧{after}", &text[span.range()]).replace(['\n', '\t'], " ")
}
