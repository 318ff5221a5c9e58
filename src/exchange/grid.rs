//! Rows and cells of a table, however its columns are parted.

use super::formula::of_text;
use super::{Broken, BrokenKind};

/// A row with its 1-based line, or row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// 1-based.
    pub line: usize,
    /// Without white space around them.
    pub cells: Vec<String>,
}

/// Signs that part columns, the likeliest of equals first.
const SIGNS: [u8; 4] = [b'\t', b';', b',', b'|'];

/// As many rows decide which sign parts the columns.
const LOOK: usize = 40;

/// The rows of a delimited text that have anything in them; lines that begin with `#` and hold no sign are comments.
///
/// `delimiter` is found by what gives the rows most columns in common; Excel's first line `sep=;` says it.
///
/// # Errors
///
/// Where a quotation mark is never closed.
pub fn rows(text: &str, delimiter: Option<u8>) -> Result<Vec<Row>, Broken> {
    let (text, skipped, said) = match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().len() == 5 && first.to_ascii_lowercase().starts_with("sep=") => {
            (rest, 1, first.as_bytes().get(4).copied())
        }
        _ => (text, 0, None),
    };
    let delimiter = said.or(delimiter).unwrap_or_else(|| most_regular(text));
    let mut all = parsed(text, delimiter, usize::MAX)?;
    all.iter_mut().for_each(|row| row.line += skipped);
    all.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()) && !is_comment(row));
    Ok(all)
}

fn is_comment(row: &Row) -> bool {
    row.cells.first().is_some_and(|cell| cell.starts_with('#')) && row.cells.iter().skip(1).all(String::is_empty)
}

fn most_regular(text: &str) -> u8 {
    let score = |sign: &u8| {
        let rows = parsed(text, *sign, LOOK).unwrap_or_default();
        let widths: Vec<usize> = rows.iter().map(|row| row.cells.len()).filter(|width| *width > 1).collect();
        let usual = |width: &usize| widths.iter().filter(|other| *other == width).count();
        widths.iter().map(usual).max().unwrap_or(0)
    };
    let best = SIGNS.iter().map(|sign| (score(sign), sign)).max_by(|(one, left), (other, right)| {
        let order = |sign: &u8| SIGNS.iter().position(|known| known == sign);
        one.cmp(other).then_with(|| order(right).cmp(&order(left)))
    });
    best.map_or(b',', |(_, sign)| *sign)
}

fn parsed(text: &str, delimiter: u8, most: usize) -> Result<Vec<Row>, Broken> {
    let mut table =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in table.records().take(most) {
        let record = record.map_err(|error| {
            let line = error.position().map_or(0, csv::Position::line);
            Broken::new(usize::try_from(line).unwrap_or(usize::MAX), BrokenKind::Syntax(error.to_string()))
        })?;
        let line = usize::try_from(record.position().map_or(0, csv::Position::line)).unwrap_or(usize::MAX);
        rows.push(Row { line, cells: record.iter().map(|cell| of_text(cell.trim()).to_owned()).collect() });
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        rows(text, None).unwrap().into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn the_sign_that_gives_most_columns_in_common() {
        assert_eq!(cells("ru;en;note\nаким;akim;\"one; two\"\n")[1], ["аким", "akim", "one; two"]);
        assert_eq!(cells("a,b\nc,\"d; e\"\n")[1], ["c", "d; e"]);
        assert_eq!(cells("a\tb, c\nd\te\n")[0], ["a", "b, c"]);
        assert_eq!(cells("sep=|\na|b\n"), [["a", "b"]]);
        assert_eq!(cells("# comment\n\na;b\n"), [["a", "b"]]);
    }
}
