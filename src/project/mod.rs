//! Folders, `tolmach.toml`, reading, atomic writing, locking: the only room that touches the disk.
//!
//! Never knows what the text means.
