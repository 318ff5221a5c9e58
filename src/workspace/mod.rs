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

mod baseline;
mod candidates;
mod changed;
mod check;
mod commit;
mod error;
mod fixes;
mod glossary;
mod lexicon;
mod location;
mod memory;
mod open;
mod progress;
mod rules;

pub use baseline::{Baseline, Known};
pub use candidates::candidates;
pub use changed::Changed;
pub use check::{Checked, Outcome, Task, check, summarise, unused_concepts};
pub use commit::commit;
pub use error::Error;
pub use fixes::{Fixes, fixed, fixes};
pub use glossary::{glossary, read_glossary};
pub use location::{Location, chosen, located, no_conflict, overlap, paragraphs};
pub use memory::{accepted, memory, notes};
pub use open::{Workspace, with_units};
pub use progress::{Counted, Note, Progress, Silent, Step};
pub use rules::{only, rules};
