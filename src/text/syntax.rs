//! What a way of writing documents must answer, and which ways there are.

use super::comment::Delimiters;
use super::document::Parts;
use super::markdown::{Dialect, Markdown};
use super::plain::Plain;

/// A way of writing documents: one file each, which nothing outside this room looks behind.
pub(crate) trait Syntax: Sync {
    /// Reads a decoded text from byte `from` on; total, whatever the text holds.
    fn read(&self, text: &str, from: usize) -> Parts;

    /// A paragraph's text without what only looks: two texts of equal wording say the same in the same words.
    ///
    /// Made for comparing, not for reading.
    fn wording(&self, text: &str) -> String;

    /// What a comment begins and ends with. Gaps and other words to tolmach are comments.
    fn comments(&self) -> Delimiters;
}

/// How a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Format {
    #[default]
    Markdown,
    /// Markdown with JavaScript.
    Mdx,
    Plain(Layout),
}

/// How plain text is cut into paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Layout {
    /// By blank lines; by lines where a file has several lines and no blank one.
    #[default]
    Auto,
    BlankLine,
    Line,
}

impl Format {
    /// How a file of this name is read: `.txt` as plain text, `.mdx` as MDX, anything else as Markdown.
    pub fn of(path: &str, layout: Layout) -> Format {
        match path.rsplit_once('.') {
            Some((_, "txt")) => Format::Plain(layout),
            Some((_, "mdx")) => Format::Mdx,
            _ => Format::Markdown,
        }
    }

    /// What a comment in such a file begins and ends with.
    pub fn comments(self) -> Delimiters {
        self.syntax().comments()
    }

    /// The syntax that reads and writes such files.
    pub(crate) fn syntax(self) -> &'static dyn Syntax {
        match self {
            Format::Markdown => &Markdown { dialect: Dialect::Markdown },
            Format::Mdx => &Markdown { dialect: Dialect::Mdx },
            Format::Plain(Layout::Auto) => &Plain { layout: Layout::Auto },
            Format::Plain(Layout::BlankLine) => &Plain { layout: Layout::BlankLine },
            Format::Plain(Layout::Line) => &Plain { layout: Layout::Line },
        }
    }
}
