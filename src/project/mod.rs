//! Folders, `tolmach.toml`, reading, atomic writing, locking: the only room that touches the disk.
//!
//! Never knows what the text means. Every path that a user, a config or a pattern names stays inside the project
//! root; what leads out is refused.

mod config;
mod error;
mod git;
mod layout;
mod root;
mod store;

pub use config::{Config, Pattern, RuleSetting, nearest};
pub use error::{Error, ErrorKind};
pub use layout::{DocumentPair, Listing};
pub use root::Project;
pub use store::{Lock, Snapshot, append_loose, init, read_loose, write_loose};
