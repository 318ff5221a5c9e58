//! Usage errors in the interface's language.

use std::io::Write;

use clap::error::{ContextKind, ErrorKind};

use super::answers::UnknownFormat;
use super::exit::Exit;
use crate::i18n::Messages;
use crate::report::{Guard, styles, visible_line};

/// Prints help or a usage error; the exit code that goes with it.
pub(super) fn usage_error(error: &clap::Error, ui: &Messages) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            error.print().ok();
            return Exit::Done;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            error.print().ok();
            return Exit::Error;
        }
        ErrorKind::MissingSubcommand => {
            let mut err = Guard::new(anstream::stderr());
            let style = styles::ERROR;
            writeln!(err, "{style}{}{style:#} {}", ui.trouble_label(), ui.usage_missing(ui.heading_command())).ok();
            writeln!(err, "  {}", ui.usage_more()).ok();
            return Exit::Error;
        }
        _ => {}
    }
    let mut err = Guard::new(anstream::stderr());
    let style = styles::ERROR;
    writeln!(err, "{style}{}{style:#} {}", ui.trouble_label(), visible_line(said(error, ui).trim())).ok();
    for hint in hints(error, ui) {
        writeln!(err, "  {}", visible_line(&hint)).ok();
    }
    writeln!(err, "  {}", ui.usage_more()).ok();
    Exit::Error
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    error.get(kind).map(ToString::to_string).filter(|text| !text.is_empty())
}

/// What is wrong, in one line.
fn said(error: &clap::Error, ui: &Messages) -> String {
    let argument = context(error, ContextKind::InvalidArg).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument => ui.usage_unknown_argument(argument),
        ErrorKind::InvalidSubcommand => {
            ui.usage_unknown_command(context(error, ContextKind::InvalidSubcommand).unwrap_or_default())
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match context(error, ContextKind::InvalidValue) {
            Some(value) => ui.usage_invalid_value(value, argument),
            None => ui.usage_no_value(argument),
        },
        ErrorKind::MissingRequiredArgument => ui.usage_missing(argument),
        ErrorKind::ArgumentConflict if context(error, ContextKind::PriorArg).as_deref() == Some(&argument) => {
            ui.usage_wrong_count(argument)
        }
        ErrorKind::ArgumentConflict => {
            ui.usage_conflict(argument, context(error, ContextKind::PriorArg).unwrap_or_default())
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            ui.usage_wrong_count(argument)
        }
        ErrorKind::InvalidUtf8 => ui.usage_not_utf8(),
        // clap's own words, which repeat what was written.
        _ => error.render().to_string(),
    }
}

/// What was probably meant, and what could be written instead.
fn hints(error: &clap::Error, ui: &Messages) -> Vec<String> {
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .iter()
        .find_map(|kind| context(error, *kind));
    let format = std::error::Error::source(error).and_then(|source| source.downcast_ref::<UnknownFormat>());
    let possible = context(error, ContextKind::ValidValue).or(format.map(ToString::to_string));
    let meant = meant.map(|meant| ui.usage_did_you_mean(meant));
    meant.into_iter().chain(possible.map(|possible| ui.usage_perhaps(possible))).collect()
}
