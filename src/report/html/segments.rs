//! A paragraph's text with everything that is marked in it, as markup.

use maud::{Markup, html};

use crate::report::visible;
use crate::text::Span;

/// A stretch of a paragraph that is shown in another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) span: Span,
    pub(super) look: Look,
}

/// How a stretch is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Markup of the syntax: delimiters, destinations.
    Syntax,
    /// What stays as it is: code, placeholders.
    Kept,
    /// A term of the concept at this place in the page's list.
    Term(usize),
    /// The place of a finding, by its severity.
    Finding(&'static str),
    /// A sentence that the other side leaves out.
    Omitted,
}

/// Whether marks of direction are part of the spelling, as in Arabic and Hebrew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    Shown,
    Kept,
}

/// The text in pieces, each within the same stretches.
pub(super) fn segments(text: &str, stretches: &[Stretch], marks: Marks) -> Markup {
    let mut borders: Vec<usize> = stretches.iter().flat_map(|one| [one.span.start, one.span.end]).collect();
    borders.extend([0, text.len()]);
    borders.retain(|at| text.is_char_boundary(*at));
    borders.sort_unstable();
    borders.dedup();
    let mut opening: Vec<&Stretch> = stretches.iter().filter(|one| !one.span.is_empty()).collect();
    opening.sort_by_key(|one| one.span.start);
    let mut next = 0;
    let mut open: Vec<&Stretch> = Vec::new();
    html! {
        @for border in borders.windows(2) {
            @let piece = Span::new(border[0], border[1]);
            ({
                open.retain(|one| one.span.end > piece.start);
                while opening.get(next).is_some_and(|one| one.span.start <= piece.start) {
                    open.push(opening[next]);
                    next += 1;
                }
                segment(&text[piece.range()], &open, marks)
            })
        }
    }
}

fn segment(text: &str, open: &[&Stretch], marks: Marks) -> Markup {
    let text = shown(text, marks);
    let mut classes = Vec::new();
    let mut term = None;
    let mut finding = false;
    for one in open {
        match &one.look {
            Look::Syntax => classes.push("syntax"),
            Look::Kept => classes.push("kept"),
            Look::Omitted => classes.push("omitted"),
            Look::Finding(severity) => {
                classes.push(severity);
                finding = true;
            }
            Look::Term(concept) => {
                classes.push("term");
                term = Some(*concept);
            }
        }
    }
    classes.dedup();
    match (classes.is_empty(), finding) {
        (true, _) => html! { (text) },
        (false, true) => html! { mark class=(classes.join(" ")) data-t=[term] { (text) } },
        (false, false) => html! { span class=(classes.join(" ")) data-t=[term] { (text) } },
    }
}

/// The text as a page shows it: what steers is named, but for marks of direction where they belong to the spelling.
pub(super) fn shown(text: &str, marks: Marks) -> String {
    let mark = |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{061c}');
    match marks == Marks::Kept && text.contains(mark) {
        true => text
            .split_inclusive(mark)
            .map(|part| match part.chars().next_back().filter(|last| mark(*last)) {
                Some(last) => format!("{}{last}", visible(&part[..part.len() - last.len_utf8()])),
                None => visible(part).into_owned(),
            })
            .collect(),
        false => visible(text).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(text: &str, part: &str, look: Look) -> Stretch {
        let start = text.find(part).unwrap();
        Stretch { span: Span::new(start, start + part.len()), look }
    }

    #[test]
    fn stretches_that_overlap_are_cut_at_each_border() {
        let text = "in the city hall today";
        let stretches =
            [stretch(text, "city hall", Look::Term(3)), stretch(text, "the city", Look::Finding("warning"))];
        assert_eq!(
            segments(text, &stretches, Marks::Shown).into_string(),
            "in <mark class=\"warning\">the </mark><mark class=\"warning term\" data-t=\"3\">city</mark>\
             <span class=\"term\" data-t=\"3\"> hall</span> today"
        );
    }

    #[test]
    fn no_text_becomes_markup() {
        let text = "<script>alert(1)</script> &lt; \"'\u{202e}";
        let shown = segments(text, &[stretch(text, "alert", Look::Kept)], Marks::Kept).into_string();
        assert!(!shown.contains("<script") && !shown.contains('\u{202e}'), "{shown}");
        assert!(
            shown.contains("&lt;script&gt;") && shown.contains("&amp;lt;") && shown.contains("⟨U+202E⟩"),
            "{shown}"
        );
    }

    #[test]
    fn marks_of_direction_are_kept_where_they_are_spelling() {
        assert_eq!(shown("a\u{200f}b", Marks::Kept), "a\u{200f}b");
        assert_eq!(shown("a\u{200f}b", Marks::Shown), "a⟨U+200F⟩b");
    }
}
