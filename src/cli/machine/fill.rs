//! `tolmach fill`: puts a machine's answers into translations as drafts, where nothing of a person's is.

use std::io::{self, BufRead, Read, Write};

use serde::Deserialize;
use serde_json::json;

use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::fail_on::FailOn;
use crate::cli::terminal::Terminal;
use crate::project::open_loose;
use crate::report::filled_as_json;
use crate::workspace::{FillOptions, Proposal, Verdict, Workspace, Writing, fill};

/// As many answers are judged at once, and as many bytes of them: memory does not grow with the stream.
const TOGETHER: usize = 1000;
const BYTES: usize = 4 << 20;

/// The most bytes of one line.
const LINE: usize = 4 << 20;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Fill {
    file: Option<String>,
    #[arg(long, value_enum, default_value_t, value_name = "SEVERITY")]
    fail_on: FailOn,
    #[arg(long)]
    dry_run: bool,
}

/// A line of the input.
#[derive(Deserialize)]
struct Answer {
    id: String,
    target: String,
    #[serde(default = "machine")]
    by: String,
}

fn machine() -> String {
    "machine".to_owned()
}

/// A line as read: an answer, or what is wrong with it.
type Line = Result<Proposal, String>;

impl Fill {
    pub(in crate::cli) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let mut out = terminal.out();
        match self.file.as_deref().filter(|file| *file != "-") {
            Some(file) => self.stream(terminal, &workspace, open_loose(file)?.input, &mut out),
            None => self.stream(terminal, &workspace, io::BufReader::new(io::stdin().lock()), &mut out),
        }
    }

    fn stream(
        &self,
        terminal: &Terminal,
        workspace: &Workspace,
        mut input: impl BufRead,
        out: &mut dyn Write,
    ) -> Result<Exit, Error> {
        let mut exit = Exit::Done;
        loop {
            let lines = group(&mut input)?;
            if lines.is_empty() {
                return Ok(exit);
            }
            exit = exit.max(self.group(terminal, workspace, &lines, out)?);
            out.flush()?;
        }
    }

    fn group(
        &self,
        terminal: &Terminal,
        workspace: &Workspace,
        lines: &[Line],
        out: &mut dyn Write,
    ) -> Result<Exit, Error> {
        let writing = if self.dry_run { Writing::DryRun } else { Writing::Files };
        let options = FillOptions { limit: self.fail_on.limit(), writing };
        let proposals: Vec<Proposal> = lines.iter().flatten().cloned().collect();
        // A slow machine must not keep others from writing between two groups.
        let lock = terminal.lock(&workspace.project)?;
        let mut results = fill(workspace, &lock, &proposals, options)?.into_iter();
        drop(lock);
        let mut exit = Exit::Done;
        for line in lines {
            let value = match (line, line.as_ref().ok().and_then(|_| results.next())) {
                (Ok(proposal), Some(filled)) => {
                    if matches!(filled.verdict, Verdict::Refused(_)) {
                        exit = exit.max(Exit::Findings);
                    }
                    filled_as_json(&proposal.id, &filled, &terminal.ui)
                }
                (line, _) => {
                    exit = Exit::Error;
                    json!({ "result": "broken", "error": line.as_ref().err() })
                }
            };
            writeln!(out, "{value}")?;
        }
        Ok(exit)
    }
}

/// The next lines, blank ones left out; none at the end of the input.
fn group(input: &mut impl BufRead) -> io::Result<Vec<Line>> {
    let (mut lines, mut size) = (Vec::new(), 0);
    while lines.len() < TOGETHER && size < BYTES {
        let mut line = Vec::new();
        let length = input.by_ref().take(LINE as u64 + 1).read_until(b'\n', &mut line)?;
        if length == 0 {
            break;
        }
        size += length;
        if length > LINE {
            if !line.ends_with(b"\n") {
                skip_line(input)?;
            }
            lines.push(Err(format!("a line of more than {LINE} bytes")));
        } else if !line.trim_ascii().is_empty() {
            lines.push(read(&line));
        }
    }
    Ok(lines)
}

/// Reads to the end of a line that is too long to be kept.
fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let bytes = input.fill_buf()?;
        let (length, ends) = match bytes.iter().position(|byte| *byte == b'\n') {
            Some(at) => (at + 1, true),
            None => (bytes.len(), bytes.is_empty()),
        };
        input.consume(length);
        if ends {
            return Ok(());
        }
    }
}

fn read(line: &[u8]) -> Line {
    let answer: Answer = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    Ok(Proposal { id: answer.id, target: answer.target, by: answer.by })
}
