//! Text cut to the columns of a terminal, between letters as people see them.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// As much of the beginning of a text as `width` columns hold.
pub fn first_columns(text: &str, width: usize) -> &str {
    &text[..held(text.grapheme_indices(true).map(|(at, letter)| (at + letter.len(), letter)), width).unwrap_or(0)]
}

/// The text, or its beginning and an ellipsis where it is wider than `width` columns.
pub fn shortened(text: &str, width: usize) -> String {
    match text.width() <= width {
        true => text.to_owned(),
        false if width == 0 => String::new(),
        false => format!("{}…", first_columns(text, width - 1)),
    }
}

/// The text, or an ellipsis and its end where it is wider than `width` columns.
pub fn shortened_before(text: &str, width: usize) -> String {
    match text.width() <= width {
        true => text.to_owned(),
        false if width == 0 => String::new(),
        false => {
            let start = held(text.grapheme_indices(true).rev(), width - 1).unwrap_or(text.len());
            format!("…{}", &text[start..])
        }
    }
}

/// The place of the last of some letters, in the order of reading, that `width` columns hold.
fn held<'t>(letters: impl Iterator<Item = (usize, &'t str)>, width: usize) -> Option<usize> {
    let mut used = 0;
    let held = letters.take_while(|(_, letter)| {
        used += letter.width();
        used <= width
    });
    held.last().map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_take_two_columns() {
        assert_eq!(first_columns("人人生而自由", 5), "人人");
        assert_eq!(shortened("人人生而自由", 6), "人人…");
        assert_eq!(shortened_before("人人生而自由", 6), "…自由");
    }

    #[test]
    fn what_fits_stays_and_nothing_fits_no_columns() {
        for cut in [shortened, shortened_before] {
            assert_eq!((cut("мост", 4).as_str(), cut("мост", 0).as_str(), cut("", 0).as_str()), ("мост", "", ""));
        }
    }
}
