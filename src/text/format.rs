//! Which ways of writing documents there are.

use std::borrow::Cow;

use super::comment::Delimiters;
use super::markdown::{Dialect, Markdown};
use super::plain::{Layout, Plain};
use super::syntax::Syntax;

/// How a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Format {
    /// CommonMark with the extensions of GFM.
    #[default]
    Markdown,
    /// Markdown with JavaScript.
    Mdx,
    /// Text without markup.
    Plain(Layout),
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

    /// A paragraph's text with the destination of each link in place of its label; `labels` says where one leads.
    pub fn with_destinations<'a>(self, text: &'a str, labels: &dyn Fn(&str) -> Option<String>) -> Cow<'a, str> {
        self.syntax().with_destinations(text, labels)
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
