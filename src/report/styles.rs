//! The colours of the page; a stream that wants none strips them.

use anstyle::{AnsiColor, Style};

/// Errors, and what was removed since the acceptance of a unit.
pub const ERROR: Style = AnsiColor::Red.on_default().bold();
/// Warnings.
pub const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// Notes and paths.
pub const INFO: Style = AnsiColor::Cyan.on_default();
/// Headings.
pub const HEAD: Style = Style::new().bold();
/// What may be passed over at first reading.
pub const DIM: Style = Style::new().dimmed();
/// What is in order.
pub const GOOD: Style = AnsiColor::Green.on_default();
/// Removed words.
pub const REMOVED: Style = AnsiColor::Red.on_default();
/// Added words.
pub const ADDED: Style = AnsiColor::Green.on_default();
