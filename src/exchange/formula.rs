//! Cells that a spreadsheet would take for a formula.
//!
//! A table of text that somebody opens in a spreadsheet is not to compute anything, whatever a stranger wrote in it
//! (owasp.org, "CSV Injection"). An apostrophe before the cell says that it is text, and is taken away again where a
//! table is read.

use std::borrow::Cow;

/// A cell as it is written: one that begins as a formula does has an apostrophe before it.
pub(super) fn as_text(cell: &str) -> Cow<'_, str> {
    if begins_as_formula(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// A cell as it is read, without the apostrophe that says that it is text.
pub(super) fn of_text(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| begins_as_formula(rest)).unwrap_or(cell)
}

/// Whether a cell begins with a sign of formulas, behind apostrophes or none.
fn begins_as_formula(cell: &str) -> bool {
    let signs = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    cell.trim_start_matches('\'').starts_with(signs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_text_and_comes_back() {
        for cell in ["=1+1", "+7 701", "-5 °C", "@SUM(A1)", "\t=1", "'=1", "''-x", "＝1", "", "'", "a=1", "'a'", "1-2"]
        {
            let written = as_text(cell);
            assert!(!written.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']), "{written:?}");
            assert_eq!(of_text(&written), cell);
            assert_eq!(written != cell, begins_as_formula(cell), "{cell:?}");
        }
    }
}
