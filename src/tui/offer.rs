//! Candidates for the glossary as they are offered.

use crate::report::candidate::{context, renderings};
use crate::session::Session;

/// A candidate as it is shown: one line, then an example in both languages.
pub(super) struct Offer {
    /// The candidate and its renderings.
    pub head: String,
    /// A line of the original, then of the translation.
    pub example: Vec<String>,
}

/// The candidates of a session as they are shown.
pub(super) fn offers(session: &Session) -> Vec<Offer> {
    let (candidates, sheets) = session.offered();
    candidates
        .iter()
        .map(|candidate| {
            let count = session.ui.suggest_count(candidate.documents, candidate.count);
            let said = renderings(candidate, &session.ui);
            let example = &candidate.example;
            let sheet = sheets[example.document];
            let mut lines = vec![context(&sheet.pair.source.paragraphs[example.paragraph].text, example.span)];
            if let Some((paragraph, span)) = example.target {
                lines.push(context(&sheet.pair.target.paragraphs[paragraph].text, span));
            }
            Offer { head: format!("{}  {said}  {count}", candidate.term), example: lines }
        })
        .collect()
}
