//! An open project: what all its documents share, and the analysis of each pair of documents.
//!
//! The commands, the review and the editors use these functions. The room returns values and typed errors
//! ([`Error`]); it reports progress and remarks to a [`Progress`]. It never uses a terminal, an interface language or
//! a protocol.
//!
//! A project is opened once; its pairs of documents are loaded and analysed one by one:
//!
//! ```
//! use tolmach::project::Project;
//! use tolmach::workspace::{Silent, Workspace};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let root = folder.path();
//! # for (path, text) in [
//! #     ("originals/bridge.md", "Мост построили в 1905 году.\n"),
//! #     ("translations/en/bridge.md", "The bridge was built in 1904.\n"),
//! # ] {
//! #     let path = root.join(path);
//! #     std::fs::create_dir_all(path.parent().expect("a folder"))?;
//! #     std::fs::write(path, text)?;
//! # }
//! let workspace = Workspace::open(Project::open(root)?, &Silent)?;
//! let mut found = Vec::new();
//! for paths in workspace.select(&[], &[])? {
//!     let pair = workspace.load(paths)?;
//!     for diagnostic in workspace.analyse(&pair).findings {
//!         let line = diagnostic.finding.target.first().map_or(1, |place| pair.target_line(place.paragraph));
//!         println!("{}:{line}: {}", paths.translation, diagnostic.finding.rule);
//!         found.push(diagnostic.finding.rule);
//!     }
//! }
//! assert!(found.contains(&"number-mismatch"));
//! # Ok(())
//! # }
//! ```

mod absence;
mod absent;
mod accept;
mod accept_each;
mod add_terms;
pub mod align_batch;
mod analysed;
mod analyses;
#[cfg(test)]
mod analyses_tests;
mod attempt;
mod baseline;
mod basis;
mod begin;
mod cache;
mod candidates;
mod carried;
#[cfg(test)]
mod carried_tests;
mod carrying;
mod changed;
mod check;
mod commit;
mod concept_places;
#[cfg(test)]
mod counting_tests;
mod decided;
mod drift;
mod drift_since;
mod error;
mod fail_on;
mod fill;
mod fixes;
mod found_at;
mod gap_filled;
mod gaps;
mod glossary;
mod glossary_change;
mod glossary_draft;
mod import_terms;
mod import_units;
mod judged;
pub mod learn_only;
mod lexicon;
mod load;
mod location;
mod loose;
mod memory;
mod needs;
mod open;
mod originals;
#[cfg(test)]
mod overlay_tests;
mod pages;
mod parts;
mod progress;
mod project_pass;
mod proposal;
mod refusal;
mod renamed;
mod rewrite;
mod rules;
mod slots;
mod status;
mod summarised;
mod task;
mod term_rename;
mod term_uses;
mod today;
mod tried;
mod units_files;
mod unplaced;
mod unused_concepts;

pub use absence::{Absence, Renamed};
pub use accept::{Acceptable, Accepting, accepting};
pub use accept_each::{TriedAccepting, Which, each_accepting};
pub use add_terms::{AddError, AddRefusal, Addition, NewTerm, TermRequest, add_terms, concept_for};
pub use analyses::{Analyses, Evidence, PairAnalysis, Updated};
pub use baseline::{Baseline, Known};
pub use begin::{Begun, begin_with, fill_from_memory};
pub use cache::AnswerCache;
pub use candidates::candidates;
pub use carrying::Carried;
pub use changed::Changed;
pub use check::check;
pub use commit::{commit, commit_loose};
pub use concept_places::ConceptPlaces;
pub use decided::Cleared;
pub use drift::{DocumentDrift, DriftState, SideDrift, UnitDrift, drift_since_accepted};
pub use drift_since::{deleted_since, drift_since};
pub use error::Error;
pub use fail_on::FailOn;
pub use fill::fill;
pub use fixes::{Fixes, fixed, fixes};
pub use found_at::{Spot, found_at, marked, side};
pub use gap_filled::gap_filled;
pub use gaps::{
    AcceptedPair, DocumentGaps, GapItem, GapReader, MemoryNote, Neighbour, TermNote, Wanted, Word, term_note,
};
pub use glossary::{glossary, read_glossary};
pub use glossary_draft::{DraftError, GlossaryDraft, is_glossary_file};
pub use import_terms::{TakeRequest, Taken, take_terms, term_languages};
pub use import_units::{Acceptance, ImportedUnits, came_back, import_units};
pub use location::{Location, chosen, chosen_with_blocks, located, no_conflict, overlap, paragraphs};
pub use loose::{LooseAlignment, WrongLanguage, align_loose};
pub use memory::{accepted, memory, notes};
pub use open::{Workspace, with_units};
pub use progress::{Counted, Note, Progress, Silent, Step};
pub use proposal::{FillFault, FillFinding, FillOptions, Filled, Proposal, Reason, Verdict, Writing};
pub use refusal::Refusal;
pub use renamed::renamed;
pub use rewrite::rewritten;
pub use rules::{only, rules};
pub use slots::{Slot, SlotId, SlotState, slots};
pub use status::{DocumentStatus, status};
pub use summarised::{names, summarise};
pub use task::{Answers, Checked, Fixed, Fixing, Kept, Outcome, Task, tasks};
pub use term_rename::{RenamedDocument, RenamedPlace, TermRename, rename_term, renamed_term};
pub use term_uses::{TermUse, concepts_named, conflicts_first, renderings, term_uses};
pub use today::today;
pub use unused_concepts::unused_concepts;
