//! `tolmach glossary suggest`: names and phrases of the originals that the glossary lacks.

use std::io::Write;

use rayon::prelude::*;
use serde_json::json;

use super::error::Error;
use super::exit::Exit;
use super::form::{self, Format};
use super::glossary_candidates::Shown;
use super::terminal::Terminal;
use crate::analysis::Analysis;
use crate::analysis::suggest::Candidate;
use crate::i18n::Problem;
use crate::lang::Language;
use crate::units::{Pair, Paths};
use crate::workspace::{Progress, Step, candidates};

#[derive(Debug, clap::Args)]
pub(super) struct Suggest {
    /// Originals, translations or folders.
    paths: Vec<String>,
    #[arg(long, value_name = "LANG")]
    language: Option<Language>,
    #[arg(long, value_name = "COUNT", default_value_t = 20)]
    limit: usize,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Suggest {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let asked: Vec<Language> = self.language.iter().cloned().collect();
        let pairs = workspace.select(&self.paths, &asked)?;
        let Some(language) = self.language.clone().or_else(|| busiest(&pairs)) else {
            return Err(Error::new(Problem::NoTranslations));
        };
        let pairs: Vec<&Paths> =
            pairs.into_iter().filter(|paths| paths.translated && paths.language == language).collect();
        terminal.begin(Step::Documents, pairs.len() as u64);
        let read: Vec<(Pair, Analysis)> = pairs
            .par_iter()
            .map(|paths| {
                let pair = workspace.load(paths)?;
                let analysis = workspace.analyse(&pair);
                terminal.advance(1);
                Ok((pair, analysis))
            })
            .collect::<Result<_, Error>>()?;
        terminal.end();
        let texts: Vec<_> = read.iter().map(|(pair, analysis)| (pair, analysis)).collect();
        let candidates = candidates(&workspace.project.config.source_language, &language, &texts);
        let total = candidates.len();
        // Names that stay as they are need one line together.
        let (unchanged, mut candidates): (Vec<_>, Vec<_>) = candidates.into_iter().partition(Candidate::stays);
        candidates.truncate(self.limit);
        let shown = Shown { read: &read, language: &language, total };
        let mut out = terminal.out();
        match self.format {
            Format::Json => {
                let all: Vec<_> = candidates.iter().map(|candidate| shown.as_json(candidate)).collect();
                let kept: Vec<_> = unchanged.iter().map(|candidate| candidate.term.as_str()).collect();
                let answer = json!({ "version": 1, "language": language.to_string(), "total": total, "candidates": all, "unchanged": kept });
                form::json(&answer, &mut out)?;
            }
            Format::Human => shown.human(terminal, &candidates, &unchanged, &mut out)?,
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

/// The language that most of the documents are translated into.
fn busiest(pairs: &[&Paths]) -> Option<Language> {
    let languages = pairs.iter().filter(|pair| pair.translated).map(|pair| &pair.language);
    let count = |language: &Language| pairs.iter().filter(|pair| pair.translated && pair.language == *language).count();
    languages.max_by_key(|language| (count(language), std::cmp::Reverse(language.to_string()))).cloned()
}
