//! `tolmach align --batch`: many document pairs from standard input.

use std::io::{self, BufReader, Stdin, Write};

use super::error::Error;
use super::exit::Exit;
use super::lexicon;
use super::terminal::Terminal;
use crate::align::LearnedFile;
use crate::i18n::Problem;
use crate::workspace::align_batch::{self, Options, Outcome};
use crate::workspace::learn_only::learn_only;

/// What was asked of a batch.
pub(super) struct Batch<'a> {
    pub(super) threads: usize,
    pub(super) learn: bool,
    pub(super) lexicon: Option<&'a str>,
}

impl Batch<'_> {
    /// Answers every line.
    pub(super) fn run(&self, out: &mut dyn Write) -> Result<Exit, Error> {
        let lexicon = self.lexicon.map_or_else(|| Ok(LearnedFile::default()), lexicon::open)?;
        let options = Options { threads: self.threads, learn: self.learn, lexicon };
        Ok(match align_batch::run(input(), out, options)? {
            Outcome::Done => Exit::Done,
            Outcome::BadLines => Exit::Findings,
        })
    }

    /// Writes what the lines teach, and says which of them could not be read.
    pub(super) fn learn(&self, terminal: &Terminal, out: &mut dyn Write) -> Result<Exit, Error> {
        let lesson = learn_only(input(), self.threads)?;
        lesson.learned.write(out, true)?;
        out.flush()?;
        let Some((line, error)) = lesson.first else { return Ok(Exit::Done) };
        let problem =
            Problem::BatchLines { count: lesson.bad.into(), line: line.to_string().into(), error: error.into() };
        terminal.print_error(&Error::new(problem));
        Ok(Exit::Findings)
    }
}

fn input() -> BufReader<Stdin> {
    BufReader::with_capacity(1 << 16, io::stdin())
}
