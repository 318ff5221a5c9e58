//! Folders, `tolmach.toml`, reading, atomic writing, locking: the only room that touches the disk.
//!
//! Never knows what the text means. Every path that a user, a config or a pattern names stays inside the project
//! root; what leads out is refused.

mod config;
#[cfg(test)]
mod counting;
mod disk;
mod error;
mod files;
mod git;
mod git_folder;
mod layout;
mod lock;
mod loose;
mod memory;
mod names;
mod overlay;
mod publication;
mod replace;
mod root;
mod store;
mod stream;
mod whole;

pub use config::{Config, Pattern, RuleSetting, nearest};
#[cfg(test)]
pub use counting::Counting;
pub use disk::Disk;
pub use error::{Error, ErrorKind};
pub use files::{Files, Kind, Replacement, Snapshot, Stamp};
pub use layout::Listing;
pub use lock::Lock;
pub use loose::{append_loose, init, read_loose, scratch, stream_loose, write_loose};
pub use memory::Memory;
pub use overlay::Overlay;
pub use publication::{Publication, Scratch, Slot};
pub use root::{Project, as_text};
pub use stream::{Limited, Stream, open_loose};
