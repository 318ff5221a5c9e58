//! The analysis of a task's pair, and what is known of the pair afterwards.

use std::borrow::Cow;
use std::sync::atomic::AtomicUsize;

use super::drift_since::unaccepted_since;
use super::needs::Needs;
use super::task::{Answers, Fixing, Task};
use super::{Error, PairAnalysis, Workspace};
use crate::analysis::{self, Analysis};
use crate::project::CacheKey;
use crate::rules::{Fact, Finding};
use crate::units::Pair;

/// So many pairs are analysed before what is kept of them is gathered, in their order.
pub(super) const AT_ONCE: usize = 64;

/// What all tasks of a check share.
pub(super) struct Run<'a, T> {
    pub(super) workspace: &'a Workspace,
    pub(super) fixing: Fixing<'a>,
    pub(super) answers: Answers<'a, T>,
    /// How many bytes of texts may still be kept.
    pub(super) room: AtomicUsize,
}

/// A task that was done, with what was read for it while there was room.
pub(super) struct Known<'a> {
    pub(super) task: &'a Task<'a>,
    /// Of the pair and of all that the answer needed, where it is kept.
    pub(super) key: Option<CacheKey>,
    pub(super) kept: Option<PairAnalysis>,
}

impl Known<'_> {
    /// What was kept; else the pair is read a second time.
    pub(super) fn read(&self, workspace: &Workspace) -> Result<Cow<'_, PairAnalysis>, Error> {
        if let Some(kept) = &self.kept {
            return Ok(Cow::Borrowed(kept));
        }
        let pair = workspace.load(self.task.paths)?;
        let analysis = analysed(workspace, self.task, &pair, &Needs::default())?;
        Ok(Cow::Owned(PairAnalysis { pair, analysis }))
    }
}

/// The analysis of a pair, with what changed in its original since the task's revision.
pub(super) fn analysed(workspace: &Workspace, task: &Task<'_>, pair: &Pair, needs: &Needs) -> Result<Analysis, Error> {
    let analysis = workspace.analyse_recording(pair, &|_| Vec::new(), needs);
    let Some(revision) = task.rewritten else { return Ok(analysis) };
    let findings = unaccepted_since(workspace, pair, &analysis, revision)?;
    Ok(analysis::with_project_findings(pair, analysis, &workspace.settings, findings))
}

/// The analysis with the findings about the task's concepts alone, where it names some.
pub(super) fn about<'a>(task: &Task<'_>, analysis: &'a Analysis) -> Cow<'a, Analysis> {
    let Some(concepts) = task.concepts else { return Cow::Borrowed(analysis) };
    let mut analysis = analysis.clone();
    let concept = |finding: &Finding| finding.facts.iter().find(|(name, _)| *name == "concept").cloned();
    analysis.findings.retain(|diagnostic| match concept(&diagnostic.finding) {
        Some((_, Fact::Text(concept))) => concepts.contains(&concept),
        _ => false,
    });
    Cow::Owned(analysis)
}
