//! A build without the feature `spreadsheets`: Excel workbooks are refused, with the way out.

use super::grid::Row;
use super::tbx::TermEntry;
use super::{Broken, BrokenKind};

const REFUSED: &str = "this build of tolmach has no Excel workbooks (feature “spreadsheets”); save the sheet as CSV";

/// Refuses.
///
/// # Errors
///
/// Always.
pub(super) fn rows(_: &[u8]) -> Result<Vec<Row>, Broken> {
    Err(Broken::new(1, BrokenKind::Syntax(REFUSED.to_owned())))
}

/// Refuses.
///
/// # Errors
///
/// Always.
pub(super) fn write(_: &[TermEntry]) -> Result<Vec<u8>, &'static str> {
    Err(REFUSED)
}
