//! What `accept` left out, and why.

use std::io::Write;

use super::error::Error;
use super::terminal::Terminal;
use crate::report::visible;
use crate::units::Pair;
use crate::workspace::{Accepting, Refusal};

/// Lists what was left out, each with the reason, and the comments that went.
pub(super) fn list_left(
    terminal: &Terminal,
    pair: &Pair,
    accepting: &Accepting,
    out: &mut dyn Write,
) -> Result<(), Error> {
    for (refusal, pin) in &accepting.left {
        let place = pair.place(pin);
        let said = match refusal {
            Refusal::Alone => terminal.ui.accept_left_alone(place),
            Refusal::Gap => terminal.ui.accept_left_gap(place),
            Refusal::Marked => terminal.ui.accept_left_marked(place),
            // Only who names lines is refused for this.
            Refusal::Unrecorded => continue,
            Refusal::Unsure => terminal.ui.accept_left_unsure(place),
        };
        writeln!(out, "  {}", visible(&said))?;
    }
    for place in &accepting.left_blocks {
        writeln!(out, "  {}", visible(&terminal.ui.accept_left_marked(place.clone())))?;
    }
    if pair.carried > 0 {
        let carried = terminal.ui.accept_carried(pair.paths.units.as_str(), pair.carried);
        writeln!(out, "  {}", visible(&carried))?;
    }
    if !accepting.cleared.is_empty() {
        let cleared = terminal.ui.accept_cleared(pair.paths.translation.as_str(), accepting.cleared.len());
        writeln!(out, "  {}", visible(&cleared))?;
    }
    Ok(())
}
