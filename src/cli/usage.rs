//! Usage errors in the interface's language.

use std::io::Write;

use clap::error::{ContextKind, ErrorKind};

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
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let known = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
        ContextKind::ValidValue,
    ]
    .iter()
    .filter_map(|kind| error.get(*kind))
    .map(ToString::to_string)
    .next();
    let said = match error.kind() {
        ErrorKind::UnknownArgument => ui.usage_unknown_argument(argument),
        ErrorKind::InvalidSubcommand => ui.usage_unknown_command(context(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => ui.usage_invalid_value(value, argument),
        ErrorKind::MissingRequiredArgument => ui.usage_missing(argument),
        ErrorKind::ArgumentConflict => ui.usage_conflict(argument, context(ContextKind::PriorArg)),
        // clap's own words, which repeat what was written.
        _ => error.render().to_string(),
    };
    let mut err = Guard::new(anstream::stderr());
    let style = styles::ERROR;
    writeln!(err, "{style}{}{style:#} {}", ui.trouble_label(), visible_line(said.trim())).ok();
    if let Some(known) = known {
        writeln!(err, "  {}", ui.usage_perhaps(known)).ok();
    }
    writeln!(err, "  {}", ui.usage_more()).ok();
    Exit::Error
}
