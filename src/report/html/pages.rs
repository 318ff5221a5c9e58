//! Names and sizes of pages.

use super::digest::short;

/// No page is larger, in bytes, unless one unit alone is.
pub const LIMIT: usize = 1_900_000;

/// The name of a document's page: the letters of its file's name, and what distinguishes it from others of that name.
pub fn page_name(translation: &str) -> String {
    let file = translation.rsplit('/').next().unwrap_or_default();
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
    let letters: String = file.chars().take(40).map(plain).collect();
    let parts: Vec<&str> = letters.split('-').filter(|part| !part.is_empty()).collect();
    let mut name = parts.join("-");
    if !name.is_empty() {
        name.push('-');
    }
    format!("{name}{}.html", short(translation))
}

/// The name of a page's part, counted from 0: `index.html`, `index-2.html`.
pub fn part_name(name: &str, part: usize) -> String {
    let stem = name.strip_suffix(".html").unwrap_or(name);
    if part == 0 { format!("{stem}.html") } else { format!("{stem}-{}.html", part + 1) }
}

/// Gathers pieces into parts of at most `room` bytes, in order; one piece at least in each, and one part at least.
pub(super) fn parts(sizes: impl Iterator<Item = usize>, room: usize) -> Vec<std::ops::Range<usize>> {
    let mut parts: Vec<std::ops::Range<usize>> = std::iter::once(0..0).collect();
    let mut used = 0;
    for (at, size) in sizes.enumerate() {
        let last = parts.last_mut().expect("there is a part");
        if used + size > room && last.start < last.end {
            parts.push(at..at + 1);
            used = size;
        } else {
            last.end = at + 1;
            used += size;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_name_have_pages_of_their_own() {
        let (one, other) = (page_name("en/a/Мост & #1.md"), page_name("en/b/Мост & #1.md"));
        assert_ne!(one, other);
        assert!(one.starts_with("1-md-") && one.is_ascii(), "{one}");
        assert_eq!(part_name("index.html", 1), "index-2.html");
    }

    #[test]
    fn a_part_ends_before_it_is_too_large() {
        assert_eq!(parts([4, 4, 4, 9, 1].into_iter(), 8), [0..2, 2..3, 3..4, 4..5]);
        assert_eq!(parts(std::iter::empty(), 8).len(), 1);
    }
}
