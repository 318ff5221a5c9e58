//! The second pass of a check: the findings that only the whole project shows.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::analysed::{AT_ONCE, Known, Run, about};
use super::task::Outcome;
use super::{Error, PairAnalysis, summarise};
use crate::analysis::{self, Inconsistency, Majority, ProjectIndex};

/// For each usual unit the name of its pair and the beginning of its translation.
type Shown<'a> = HashMap<&'a Majority, (String, String)>;

/// Analyses again the pairs in which something is unusual beside the others.
pub(super) fn look_across<T: Send>(
    run: &Run<'_, T>,
    known: &[Known<'_>],
    index: &ProjectIndex,
    keep: &mut dyn FnMut(Outcome<T>),
    errors: &mut Vec<Error>,
) {
    let suspects = index.inconsistencies();
    let mut asked: BTreeMap<usize, Vec<&Majority>> = BTreeMap::new();
    for usual in suspects.values().flatten().filter_map(Inconsistency::majority) {
        asked.entry(usual.pair).or_default().push(usual);
    }
    let homes: Vec<(usize, Vec<&Majority>)> = asked.into_iter().collect();
    let found: Vec<Result<Shown<'_>, Error>> =
        homes.par_iter().map(|(at, asked)| shown(run, &known[*at], asked)).collect();
    let mut shown: Shown<'_> = HashMap::new();
    for found in found {
        match found {
            Ok(found) => shown.extend(found),
            Err(error) => errors.push(error),
        }
    }
    let unusual: Vec<(&usize, &Vec<Inconsistency>)> = suspects.iter().collect();
    for some in unusual.chunks(AT_ONCE) {
        let again: Vec<Result<T, Error>> =
            some.par_iter().map(|(at, here)| reanalyse(run, &known[**at], here, &shown)).collect();
        for ((at, _), result) in some.iter().zip(again) {
            match result {
                Ok(document) => keep(Outcome::Again(**at, document)),
                Err(error) => errors.push(error),
            }
        }
    }
}

/// Looks up usual units in their pair.
fn shown<'a, T>(run: &Run<'_, T>, known: &Known<'_>, asked: &[&'a Majority]) -> Result<Shown<'a>, Error> {
    let kept = run.answers.kept.as_ref().zip(known.key.as_ref());
    let about = ("excerpts", asked);
    let excerpts: Vec<Option<String>> = match kept.and_then(|(kept, key)| kept.cache.get_more(key, &about)) {
        Some((excerpts, _)) => excerpts,
        None => {
            let read = known.read(run.workspace)?;
            let summary = summarise(run.workspace, &read.pair, &read.analysis);
            let excerpts = asked.iter().map(|usual| usual.excerpt(&summary)).collect();
            if let Some((kept, key)) = kept {
                kept.cache.put_more(key, &about, &excerpts, &[]);
            }
            excerpts
        }
    };
    let path = &known.task.paths.translation;
    let of_unit = |(usual, excerpt): (&&'a Majority, Option<String>)| Some((*usual, (path.clone(), excerpt?)));
    Ok(asked.iter().zip(excerpts).filter_map(of_unit).collect())
}

fn reanalyse<T>(
    run: &Run<'_, T>,
    known: &Known<'_>,
    suspects: &[Inconsistency],
    shown: &Shown<'_>,
) -> Result<T, Error> {
    let kept = run.answers.kept.as_ref().zip(known.key.as_ref());
    let usual = suspects.iter().filter_map(|suspect| shown.get(suspect.majority()?));
    let about_project = ("unusual", suspects, usual.collect::<Vec<_>>());
    if let Some((kept, ((), answer))) =
        kept.and_then(|(kept, key)| Some((kept, kept.cache.get_more::<()>(key, &about_project)?)))
    {
        return Ok((kept.read)(answer));
    }
    let PairAnalysis { pair, analysis } = known.read(run.workspace)?.into_owned();
    let summary = summarise(run.workspace, &pair, &analysis);
    let findings = analysis::project_findings(suspects, &summary, &|usual| shown.get(usual).cloned());
    let analysis = analysis::with_project_findings(&pair, analysis, &run.workspace.settings, findings);
    let answer = (run.answers.make)(&pair, &about(known.task, &analysis));
    if let Some((kept, key)) = kept {
        kept.cache.put_more(key, &about_project, &(), (kept.write)(&answer));
    }
    Ok(answer)
}
