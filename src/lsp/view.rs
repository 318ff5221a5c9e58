//! What the answers to requests share: the project, the editor, and how a place of a document becomes a place in it.

use std::path::Path;

use gen_lsp_types::{Location, Range, Uri};

use super::client::Client;
use super::documents::Documents;
use super::position::Ruler;
use super::uri;
use crate::i18n::Messages;
use crate::text::{Document, Lines, Span};
use crate::units::Pair;
use crate::workspace::Workspace;

/// A side of a pair of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The original.
    Source,
    /// The translation.
    Target,
}

impl Side {
    /// The side of a file in a pair; `None` for its units file.
    pub(super) fn of(pair: &Pair, inside: &str) -> Option<Side> {
        match inside {
            inside if inside == pair.paths.translation => Some(Side::Target),
            inside if inside == pair.paths.original => Some(Side::Source),
            _ => None,
        }
    }

    /// The other one.
    pub(super) fn other(self) -> Side {
        match self {
            Side::Source => Side::Target,
            Side::Target => Side::Source,
        }
    }

    /// The text of this side.
    pub(super) fn document(self, pair: &Pair) -> &Document {
        match self {
            Side::Source => &pair.source,
            Side::Target => &pair.target,
        }
    }

    /// The lines of this side.
    pub(super) fn lines(self, pair: &Pair) -> &Lines {
        match self {
            Side::Source => pair.source_lines(),
            Side::Target => pair.target_lines(),
        }
    }

    /// The file of this side.
    pub(super) fn path(self, pair: &Pair) -> &str {
        match self {
            Side::Source => &pair.paths.original,
            Side::Target => &pair.paths.translation,
        }
    }
}

/// A project in an editor.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub workspace: &'a Workspace,
    pub root: &'a Path,
    pub client: &'a Client,
    pub ui: &'a Messages,
    pub documents: &'a Documents,
}

impl View<'_> {
    /// The URI of a file of the project: as the client writes it where the file is open.
    pub(super) fn uri(&self, inside: &str) -> Uri {
        match self.documents.at(self.root, inside) {
            Some(open) => open.uri.clone(),
            None => uri::of(&self.root.join(inside)),
        }
    }

    /// Measures one side of a pair.
    pub(super) fn ruler<'p>(&self, pair: &'p Pair, side: Side) -> Ruler<'p> {
        Ruler::new(&side.document(pair).text, side.lines(pair), self.client.encoding)
    }

    /// The whole lines of paragraphs, from the first to the last; `None` where there is none.
    pub(super) fn paragraphs(&self, pair: &Pair, side: Side, paragraphs: &[usize]) -> Option<Range> {
        let document = side.document(pair);
        let (first, last) = (paragraphs.first()?, paragraphs.last()?);
        let span = Span::new(document.paragraphs.get(*first)?.span.start, document.paragraphs.get(*last)?.span.end);
        Some(self.ruler(pair, side).range(span))
    }

    /// As [`View::paragraphs`], with the file.
    pub(super) fn location(&self, pair: &Pair, side: Side, paragraphs: &[usize]) -> Option<Location> {
        let range = self.paragraphs(pair, side, paragraphs)?;
        Some(Location { uri: self.uri(side.path(pair)), range })
    }
}
