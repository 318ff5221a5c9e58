//! What a comment begins and ends with.

/// The delimiters of one syntax's comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delimiters {
    /// What begins a comment.
    pub open: &'static str,
    /// What ends it; empty where the line's end does.
    pub close: &'static str,
}

/// Comments of HTML, Markdown and, for words to tolmach only, plain text.
pub(crate) const HTML: Delimiters = Delimiters { open: "<!--", close: "-->" };

/// Comments of MDX.
pub(crate) const JSX: Delimiters = Delimiters { open: "{/*", close: "*/}" };

/// Every kind of comment that a document may hold.
const ALL: &[Delimiters] = &[HTML, JSX];

impl Delimiters {
    /// Where the comment at the start of `text` ends, in bytes; `None` where it begins with none, or nothing closes it.
    pub fn end(self, text: &str) -> Option<usize> {
        let inside = text.strip_prefix(self.open)?;
        inside.find(self.close).map(|at| self.open.len() + at + self.close.len())
    }

    /// What is in a comment that is the whole of `text`.
    pub fn inside(self, text: &str) -> Option<&str> {
        text.trim().strip_prefix(self.open)?.strip_suffix(self.close)
    }

    /// Whether `text` begins with a comment that speaks to tolmach, closed or not.
    pub fn speaks_to_tolmach(self, text: &str) -> bool {
        text.strip_prefix(self.open).is_some_and(|inside| inside.trim_start().starts_with("tolmach:"))
    }
}

/// What is in a comment of any kind that is the whole of `text`.
pub(super) fn inside(text: &str) -> Option<&str> {
    ALL.iter().find_map(|comments| comments.inside(text))
}
