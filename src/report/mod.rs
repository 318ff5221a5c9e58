//! Formats of the answer: one format, one file, written to `&mut dyn Write`.
//!
//! Never knows clap, files, or any rule of the craft.
