//! Lines of text for a screen: marked places, wrapped or cut to a width, readable without colour.

use std::ops::Range;

use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::diff::{Change, Step};
use crate::report::{first_columns, shortened, visible};

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Plain,
    Dim,
    Head,
    Error,
    Warning,
    Info,
    /// The place a finding is about.
    Place,
    Removed,
    Added,
}

/// Whether the screen has colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// It has.
    Colour,
    /// Bold, dim and reversed letters only; whatever they say is in the text too.
    Plain,
}

impl Palette {
    pub(super) fn style(self, look: Look) -> Style {
        let style = Style::new();
        let coloured = |color: Color| if self == Palette::Colour { style.fg(color) } else { style };
        match look {
            Look::Plain => style,
            Look::Dim => style.add_modifier(Modifier::DIM),
            Look::Head => style.add_modifier(Modifier::BOLD),
            Look::Error => coloured(Color::Red).add_modifier(Modifier::BOLD),
            Look::Warning => coloured(Color::Yellow).add_modifier(Modifier::BOLD),
            Look::Info => coloured(Color::Cyan),
            Look::Place => coloured(Color::Yellow).add_modifier(Modifier::BOLD),
            Look::Removed => coloured(Color::Red),
            Look::Added => coloured(Color::Green),
        }
    }
}

/// A text with looks: stretches that lie side by side, safe to show.
#[derive(Clone, Debug, Default)]
pub(super) struct Marked {
    text: String,
    /// Where each stretch ends, and its look.
    looks: Vec<(usize, Look)>,
}

impl Marked {
    /// A text of one look.
    pub(super) fn new(text: &str, look: Look) -> Marked {
        let mut marked = Marked::default();
        marked.push(text, look);
        marked
    }

    pub(super) fn push(&mut self, text: &str, look: Look) {
        self.text.push_str(&visible(text).replace(['\n', '\t'], " "));
        self.looks.push((self.text.len(), look));
    }

    pub(super) fn and(mut self, text: &str, look: Look) -> Marked {
        self.push(text, look);
        self
    }

    /// A text whose `places` (bytes, in order or not) are between `⟦` and `⟧`.
    pub(super) fn with_places(text: &str, places: &[Range<usize>]) -> Marked {
        let mut places: Vec<&Range<usize>> =
            places.iter().filter(|place| text.get((*place).clone()).is_some()).collect();
        places.sort_by_key(|place| (place.start, place.end));
        let mut marked = Marked::default();
        let mut at = 0;
        for place in places {
            if place.start < at || place.is_empty() {
                continue;
            }
            marked.push(&text[at..place.start], Look::Plain);
            marked.push(&format!("⟦{}⟧", &text[place.clone()]), Look::Place);
            at = place.end;
        }
        marked.push(&text[at..], Look::Plain);
        marked
    }

    /// What changed, as `[-was-]{+is+}`.
    pub(super) fn with_changes(changes: &[Change]) -> Marked {
        let mut marked = Marked::default();
        for change in changes {
            match change.step {
                Step::Same => marked.push(&change.text, Look::Plain),
                Step::Removed => marked.push(&format!("[-{}-]", change.text), Look::Removed),
                Step::Added => marked.push(&format!("{{+{}+}}", change.text), Look::Added),
            }
        }
        marked
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The text as lines of at most `width` columns; lines after the first are indented by `indent` columns.
    pub(super) fn wrapped(&self, width: usize, indent: usize, palette: Palette) -> Vec<Line<'static>> {
        let space = " ".repeat(indent.min(width / 2));
        let options = textwrap::Options::new(width.max(4)).subsequent_indent(&space);
        let mut lines = Vec::new();
        let mut at = 0;
        for wrapped in textwrap::wrap(&self.text, options) {
            let kept = if lines.is_empty() { &*wrapped } else { wrapped.strip_prefix(&space).unwrap_or(&wrapped) };
            // White space at a line's end is left out: the next line is looked for behind it.
            let start = self.text[at..].find(kept).map_or(at, |found| at + found);
            at = start + kept.len();
            let mut spans = Vec::new();
            if !lines.is_empty() && !space.is_empty() {
                spans.push(Span::raw(space.clone()));
            }
            spans.extend(self.stretch(start..at, palette));
            lines.push(Line::from(spans));
        }
        lines
    }

    /// The text on one line, cut at `width` columns.
    pub(super) fn line(&self, width: usize, palette: Palette) -> Line<'static> {
        if self.text.width() <= width {
            return Line::from(self.stretch(0..self.text.len(), palette));
        }
        let kept = first_columns(&self.text, width.saturating_sub(1));
        let mut spans = self.stretch(0..kept.len(), palette);
        spans.push(Span::raw("…"));
        Line::from(spans)
    }

    fn stretch(&self, range: Range<usize>, palette: Palette) -> Vec<Span<'static>> {
        let mut spans = Vec::new();
        let mut from = 0;
        for (end, look) in &self.looks {
            let (start, end) = (from.max(range.start), (*end).min(range.end));
            if start < end {
                spans.push(Span::styled(self.text[start..end].to_owned(), palette.style(*look)));
            }
            from = end.max(from);
        }
        spans
    }
}

/// The text filled up with spaces to `width` columns, or cut to them.
pub(super) fn fitted(text: &str, width: usize) -> String {
    let kept = shortened(text, width);
    let gap = " ".repeat(width.saturating_sub(kept.width()));
    kept + &gap
}

/// Two columns side by side, parted by a bar.
pub(super) fn beside(
    left: Vec<Line<'static>>,
    right: Vec<Line<'static>>,
    width: usize,
    palette: Palette,
) -> Vec<Line<'static>> {
    let rows = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    (0..rows)
        .map(|_| {
            let mut line = left.next().unwrap_or_default();
            let gap = width.saturating_sub(line.width());
            line.spans.push(Span::raw(" ".repeat(gap)));
            line.spans.push(Span::styled(" │ ", palette.style(Look::Dim)));
            line.spans.extend(right.next().unwrap_or_default().spans);
            line
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(lines: &[Line<'_>]) -> Vec<String> {
        lines.iter().map(|line| line.spans.iter().map(|span| span.content.as_ref()).collect()).collect()
    }

    #[test]
    fn places_are_readable_without_colour() {
        let text = "The city hall burned; the mayor left.";
        let marked = Marked::with_places(text, &[26..31, 4..13]);
        assert_eq!(marked.text(), "The ⟦city hall⟧ burned; the ⟦mayor⟧ left.");
    }

    #[test]
    fn changes_are_readable_without_colour() {
        let changes = crate::diff::words("in 1904", "in 1905");
        assert_eq!(Marked::with_changes(&changes).text(), "in [-1904-]{+1905+}");
    }

    #[test]
    fn a_mark_goes_on_over_the_end_of_a_line() {
        let text = "один два три";
        let start = text.find("два").unwrap();
        let lines =
            Marked::with_places(text, std::slice::from_ref(&(start..text.len()))).wrapped(9, 2, Palette::Colour);
        assert_eq!(shown(&lines), ["один ⟦два", "  три⟧"]);
        let look = Palette::Colour.style(Look::Place);
        assert!(lines[0].spans[1].style == look && lines[1].spans[1].style == look);
    }

    #[test]
    fn wide_letters_take_two_columns() {
        assert_eq!(fitted("人人生而自由", 6), "人人… ");
    }

    #[test]
    fn an_escape_in_a_file_steers_nothing() {
        let lines = Marked::new("a\u{1b}[2Jb\u{202e}c", Look::Plain).wrapped(40, 0, Palette::Colour);
        assert_eq!(shown(&lines), ["a␛[2Jb⟨U+202E⟩c"]);
    }

    proptest! {
        #[test]
        fn no_text_is_wider_than_its_column(text in "[a-zа-я人\u{301}של ]{0,60}", width in 6usize..40) {
            let marked = Marked::new(&text, Look::Plain);
            for line in marked.wrapped(width, 2, Palette::Plain) {
                prop_assert!(line.width() <= width);
            }
            prop_assert!(marked.line(width, Palette::Plain).width() <= width);
            prop_assert_eq!(fitted(&text, width).width(), width);
        }
    }
}
