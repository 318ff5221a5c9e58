//! How `tolmach glossary suggest` shows its candidates.

use std::io::Write;

use serde_json::json;

use super::error::Error;
use super::terminal::Terminal;
use crate::analysis::Analysis;
use crate::analysis::suggest::Candidate;
use crate::lang::Language;
use crate::report::candidate::{context, renderings};
use crate::report::{styles, visible};
use crate::text::{Document, Lines, Span};
use crate::units::Pair;

/// Candidates as they are shown, with the documents they come from.
pub(super) struct Shown<'a> {
    pub(super) read: &'a [(Pair, Analysis)],
    pub(super) language: &'a Language,
    pub(super) total: usize,
}

impl Shown<'_> {
    /// Path, line and marked text of a candidate's example, on both sides.
    fn example(&self, candidate: &Candidate) -> (String, String, Option<(String, String)>) {
        let example = &candidate.example;
        let (pair, _) = &self.read[example.document];
        let place = |path: &str, document: &Document, paragraph: usize, span: Span| {
            let at = document.paragraphs[paragraph].in_file(span).start;
            let line = Lines::new(&document.text).position(&document.text, at).line;
            (format!("{path}:{line}"), context(&document.paragraphs[paragraph].text, span))
        };
        let (at, text) = place(&pair.paths.original, &pair.source, example.paragraph, example.span);
        let target =
            example.target.map(|(paragraph, span)| place(&pair.paths.translation, &pair.target, paragraph, span));
        (at, text, target)
    }

    pub(super) fn as_json(&self, candidate: &Candidate) -> serde_json::Value {
        let (place, text, target) = self.example(candidate);
        let renderings: Vec<_> = candidate
            .renderings
            .iter()
            .map(|rendering| json!({ "text": rendering.text, "count": rendering.count }))
            .collect();
        json!({
            "term": candidate.term,
            "expansion": candidate.expansion,
            "name": candidate.name,
            "count": candidate.count,
            "documents": candidate.documents,
            "inconsistent": candidate.inconsistent(),
            "renderings": renderings,
            "example": {
                "place": place, "text": text,
                "target_place": target.as_ref().map(|(place, _)| place),
                "target_text": target.as_ref().map(|(_, text)| text),
            },
        })
    }

    pub(super) fn human(
        &self,
        terminal: &Terminal,
        candidates: &[Candidate],
        unchanged: &[Candidate],
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        let (head, dim) = (styles::HEAD, styles::DIM);
        for candidate in candidates {
            let said = renderings(candidate, &terminal.ui);
            let count = terminal.ui.suggest_count(candidate.documents, candidate.count);
            writeln!(out, "{head}{}{head:#}  {}  {dim}{count}{dim:#}", visible(&named(candidate)), visible(&said))?;
            let (place, text, target) = self.example(candidate);
            writeln!(out, "  {dim}{}{dim:#}  {}", visible(&place), visible(&text))?;
            if let Some((place, text)) = target {
                writeln!(out, "  {dim}{}{dim:#}  {}", visible(&place), visible(&text))?;
            }
            writeln!(out)?;
        }
        if !unchanged.is_empty() {
            let list: Vec<&str> = unchanged.iter().map(|candidate| candidate.term.as_str()).collect();
            writeln!(out, "{}\n", terminal.ui.suggest_unchanged(visible(&list.join(", "))))?;
        }
        let language = self.language.to_string();
        let said = terminal.ui.suggest_total(self.total, language, candidates.len());
        writeln!(out, "{said}")?;
        Ok(())
    }
}

/// A candidate's term, with what it abbreviates: «КНБ (Комитет национальной безопасности)».
fn named(candidate: &Candidate) -> String {
    match &candidate.expansion {
        Some(expansion) => format!("{} ({expansion})", candidate.term),
        None => candidate.term.clone(),
    }
}
