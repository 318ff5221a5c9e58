//! What is around the paragraphs and is not translated.

use super::Span;

/// What is not translated but marks a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Bytes in the file.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// How many paragraphs are before it.
    pub before: usize,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A code block, fenced or indented.
    Code,
    /// A line across the page.
    Rule,
    /// Raw HTML.
    Html,
    /// A comment.
    Comment,
    /// A comment that marks a paragraph still to be translated: `tolmach: translate …`.
    Gap,
    /// A comment that suppresses rules for the next paragraph: `tolmach: allow RULE: reason`.
    Allow,
    /// Metadata at the beginning of the file.
    FrontMatter,
    /// Link reference definitions.
    Definitions,
    /// A line that puts a file or a value in: `--8<-- "a.md"`, `{% include a.md %}`.
    Include,
    /// Statements and expressions of MDX that make no text: `import`, `export`, `{…}`.
    Script,
}

/// What opens or closes a container, or gives it attributes: `:::note`, `{% endif %}`, `<Tabs>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// Bytes in the file; the titles in it are paragraphs.
    pub span: Span,
    /// The marker without its titles, to be compared with another one.
    pub name: String,
    /// How many paragraphs are before it, its titles not among them.
    pub before: usize,
}
