//! The two forms of most answers: for people, and JSON for programs.

use std::io::{self, Write};

use serde::Serialize;

/// Which of the two is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    #[default]
    Human,
    Json,
}

/// Writes a value as indented JSON and a line feed.
///
/// # Errors
///
/// Where the writer fails.
pub(super) fn json(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}
