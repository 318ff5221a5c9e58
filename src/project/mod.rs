//! Folders, `tolmach.toml`, reading, atomic writing, locking: the only room that touches the disk.
//!
//! Never knows what the text means. Every path that a user, a config or a pattern names stays inside the project
//! root; what leads out is refused.

mod block;
mod cache;
mod config;
mod config_file;
#[cfg(test)]
mod counting;
mod discover;
mod disk;
mod error;
mod files;
mod git;
mod git_folder;
mod kept;
mod keys;
mod layout;
mod lock;
mod loose;
mod memory;
mod names;
mod overlay;
mod pattern;
mod publication;
mod replace;
mod root;
mod shape;
mod standard;
mod store;
mod stream;
mod walk;
mod whole;
mod written;

pub use cache::{Cache, CacheKey, CachePlaces};
pub use config::{Config, RuleSetting, nearest};
#[cfg(test)]
pub use counting::Counting;
pub use disk::Disk;
pub use error::{Error, ErrorKind, PatternFault};
pub use files::{Files, Kind, Replacement, Snapshot, Stamp};
pub use layout::Listing;
pub use lock::Lock;
pub use loose::{append_loose, create_folder_loose, init, read_loose, scratch, stream_loose, write_loose};
pub use memory::Memory;
pub use names::{units_path, units_stem};
pub use overlay::Overlay;
pub use pattern::Pattern;
pub use publication::{Publication, Scratch, Slot};
pub use root::{Origin, Project, as_text};
pub use standard::standard_output;
pub use stream::{Limited, Stream, open_loose};

#[cfg(test)]
mod tests;
