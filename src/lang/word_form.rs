//! Forms of words as the tables of the languages write them.

use rustc_hash::FxHashMap;

/// A table of forms that is asked for very many words: it finds what [`is_form`] finds first in the order of the table.
pub(super) struct FormTable {
    whole: FxHashMap<&'static str, usize>,
    /// By their first letter, those that a star ends.
    open: FxHashMap<char, Vec<(&'static str, usize)>>,
    longest: usize,
}

impl FormTable {
    /// The forms of some rows.
    pub(super) fn of<'f>(rows: impl Iterator<Item = &'f [&'static str]>) -> FormTable {
        let mut table = FormTable { whole: FxHashMap::default(), open: FxHashMap::default(), longest: 0 };
        for (row, forms) in rows.enumerate() {
            for form in forms {
                match form.strip_suffix('*') {
                    Some(beginning) => {
                        let first = beginning.chars().next().unwrap_or_default();
                        table.open.entry(first).or_default().push((beginning, row));
                    }
                    None => {
                        table.longest = table.longest.max(form.len());
                        table.whole.entry(form).or_insert(row);
                    }
                }
            }
        }
        table
    }

    /// The first row that has a word in small letters.
    pub(super) fn row(&self, word: &str) -> Option<usize> {
        let first = word.chars().next()?;
        let open = self.open.get(&first).into_iter().flatten();
        let open = open.filter(|(beginning, _)| word.starts_with(beginning)).map(|(_, row)| *row).min();
        let whole = (word.len() <= self.longest).then(|| self.whole.get(word).copied()).flatten();
        open.into_iter().chain(whole).min()
    }
}

/// Whether a word in small letters is a form of a table; a star ends a form that may go on in any way.
pub fn is_form(word: &str, form: &str) -> bool {
    match form.strip_suffix('*') {
        Some(beginning) => word.starts_with(beginning),
        None => word == form,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_finds_the_first_row_that_has_the_word() {
        const ROWS: [&[&str]; 4] = [&["км", "километр*"], &["кило*"], &["кило", "километры"], &["м"]];
        let table = FormTable::of(ROWS.iter().copied());
        for word in ["км", "километров", "кило", "килограмм", "м", "метр", "", "к", "километры"]
        {
            let slowly = ROWS.iter().position(|row| row.iter().any(|form| is_form(word, form)));
            assert_eq!(table.row(word), slowly, "{word}");
        }
    }
}
