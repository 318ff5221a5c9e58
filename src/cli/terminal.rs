//! What every command works with: the interface's words, the streams, the global options.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use anstream::AutoStream;

use super::error::Error;
use super::progress::Bar;
use super::verbosity::Verbosity;
use crate::i18n::{Locale, Messages};
use crate::project::standard_output;
use crate::report::{Guard, styles};

/// When output is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

/// The terminal that a command writes to, and the global options.
pub(super) struct Terminal {
    pub ui: Messages,
    /// The language of messages where it was asked for by name, and not by the environment.
    #[cfg_attr(not(feature = "lsp"), allow(dead_code, reason = "an editor names another one"))]
    pub interface_language: Option<crate::i18n::Locale>,
    pub project: Option<PathBuf>,
    pub color: Color,
    pub verbosity: Verbosity,
    /// The bar of the step that runs at present.
    pub bar: Bar,
}

impl Terminal {
    /// Standard output, buffered; colours are stripped where they are not wanted, and no text of a file is heard as
    /// a command by a CI runner that reads along.
    pub(super) fn out(&self) -> impl Write + use<> {
        Guard::new(self.unguarded())
    }

    /// Standard output for an answer that is made of a CI runner's commands.
    pub(super) fn unguarded(&self) -> impl Write + use<> {
        let terminal = io::stdout().is_terminal();
        let out: Box<dyn Write + Send> = match (terminal, standard_output()) {
            (false, Ok(file)) => Box::new(io::BufWriter::new(file)),
            _ => Box::new(io::stdout()),
        };
        io::BufWriter::new(AutoStream::new(out, self.choice(terminal)))
    }

    fn choice(&self, terminal: bool) -> anstream::ColorChoice {
        let asked = match self.color {
            Color::Always => return anstream::ColorChoice::Always,
            Color::Never => return anstream::ColorChoice::Never,
            Color::Auto => |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0"),
        };
        match (asked("NO_COLOR"), asked("CLICOLOR_FORCE"), terminal) {
            (true, _, _) => anstream::ColorChoice::Never,
            (false, true, _) => anstream::ColorChoice::Always,
            (false, false, true) if std::env::var_os("TERM").is_none_or(|term| term != "dumb") => {
                anstream::ColorChoice::Always
            }
            _ => anstream::ColorChoice::Never,
        }
    }

    /// Whether standard output takes colours.
    pub(super) fn coloured(&self) -> bool {
        self.choice(io::stdout().is_terminal()) != anstream::ColorChoice::Never
    }

    /// Standard error; guarded as standard output is.
    pub(super) fn err(&self) -> impl Write + use<> {
        Guard::new(AutoStream::new(io::stderr().lock(), self.choice(io::stderr().is_terminal())))
    }

    /// Says something that is not the answer, on standard error; nothing with `--quiet`.
    pub(super) fn note(&self, text: &str) {
        if self.verbosity > Verbosity::Quiet {
            // A closed standard error must not hide the answer.
            writeln!(self.err(), "{dim}{}{dim:#}", crate::report::visible_line(text), dim = styles::DIM).ok();
        }
    }

    /// Says what went wrong, on standard error.
    pub(super) fn print_error(&self, error: &Error) {
        let mut err = self.err();
        let label = self.ui.trouble_label();
        let style = styles::ERROR;
        for line in error.lines(&self.ui) {
            // Hints are indented; a closed standard error must not hide the exit code.
            match line.starts_with("  ") {
                true => writeln!(err, "{line}").ok(),
                false => writeln!(err, "{style}{label}{style:#} {line}").ok(),
            };
        }
    }

    /// The width to lay text out in: the terminal's, 80 where there is none, never over 120.
    pub(super) fn width(&self) -> usize {
        let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        asked
            .or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)))
            .unwrap_or(80)
            .clamp(40, 120)
    }
}

/// The interface's language: the option, else the first locale variable that is set.
pub(super) fn tongue(arguments: &[std::ffi::OsString]) -> Locale {
    let mut after = arguments.iter().skip_while(|argument| *argument != "--interface-language").skip(1);
    let joined =
        arguments.iter().filter_map(|argument| argument.to_str()?.strip_prefix("--interface-language=")).next();
    let option = joined.or_else(|| after.next()?.to_str());
    if let Some(tongue) = option.and_then(Locale::of_name) {
        return tongue;
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    locale.and_then(|locale| Locale::of_name(&locale)).unwrap_or_default()
}
