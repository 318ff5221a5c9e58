//! How `tolmach glossary import` and `merge` take concepts in, and what they answer.

use std::io::Write;
use std::path::Path;

use super::error::{Error, draft_error};
use super::exit::Exit;
use super::terminal::Terminal;
use crate::glossary::Concept;
use crate::glossary::merge::{Difference, OnConflict, Plan};
use crate::project::Project;
use crate::report::{styles, visible, visible_line};
use crate::workspace::{self, TakeRequest, take_terms};

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Taking {
    #[arg(long, value_name = "FILE")]
    into: Option<String>,
    #[arg(long, value_enum, value_name = "WHAT", default_value_t)]
    on_conflict: Conflict,
    #[arg(long)]
    dry_run: bool,
}

/// What happens where both have a preferred term and the two differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Conflict {
    #[default]
    Keep,
    Theirs,
    Both,
}

impl Conflict {
    fn policy(self) -> OnConflict {
        match self {
            Conflict::Keep => OnConflict::Keep,
            Conflict::Theirs => OnConflict::Theirs,
            Conflict::Both => OnConflict::Both,
        }
    }
}

impl Taking {
    /// Takes in concepts that are in `file`; new ones go into `--into`, else into a glossary file of its name.
    pub(super) fn run(
        &self,
        terminal: &Terminal,
        project: &Project,
        file: &str,
        concepts: Vec<Concept>,
    ) -> Result<Exit, Error> {
        let lock = terminal.lock(project)?;
        let into = self.into.clone().unwrap_or_else(|| of_name(file));
        let request = TakeRequest { concepts, into: into.clone(), on_conflict: self.on_conflict.policy() };
        let taken = take_terms(project, request, terminal).map_err(|error| draft_error(terminal, error))?;
        if !self.dry_run && !taken.change.is_empty() {
            workspace::commit(project, &lock, &taken.change)?;
        }
        self.report(terminal, &into, &taken.plan)
    }

    fn report(&self, terminal: &Terminal, path: &str, plan: &Plan) -> Result<Exit, Error> {
        let mut out = terminal.out();
        for difference in &plan.differences {
            writeln!(out, "{}", line(terminal, difference))?;
        }
        let mut differing: Vec<&str> = plan.differences.iter().map(|difference| difference.concept.as_str()).collect();
        differing.dedup();
        let (same, new) = (plan.same + plan.completed, plan.new.len());
        writeln!(out, "{}", terminal.ui.glossary_taken(visible_line(path), plan.read, same, differing.len(), new))?;
        if plan.completed > 0 {
            writeln!(out, "{}", terminal.ui.glossary_completed(plan.completed))?;
        }
        if self.dry_run {
            writeln!(out, "{}", terminal.ui.glossary_nothing_written())?;
        } else if !differing.is_empty() && self.on_conflict == Conflict::Keep {
            writeln!(out, "{}", terminal.ui.glossary_conflicts_kept())?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

/// The glossary file that has the name of another file.
fn of_name(file: &str) -> String {
    let name = Path::new(file).file_stem().and_then(|name| name.to_str()).unwrap_or("import");
    format!("glossary/{}.toml", name.trim_start_matches('.'))
}

fn line(terminal: &Terminal, difference: &Difference) -> String {
    let (head, dim) = (styles::HEAD, styles::DIM);
    let place = format!("{}:{}", difference.file, difference.line);
    let place = visible_line(&place);
    let (ours, theirs) = (visible(&difference.ours), visible(&difference.theirs));
    let said = terminal.ui.glossary_differs(difference.language.clone(), ours, theirs);
    format!("{head}{}{head:#}  {dim}{place}{dim:#}  {said}", visible(&difference.concept))
}
