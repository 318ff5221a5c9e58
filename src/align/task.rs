//! What is to be aligned.

use super::lexicon::Lexicon;
use super::links::Links;
use super::unit::Pin;
use super::vocabulary::Vocabulary;

/// Two sides, read, with the links between their words.
pub(super) struct Task<'a> {
    pub(super) source: &'a Vocabulary,
    pub(super) target: &'a Vocabulary,
    pub(super) links: Links,
    /// How many paragraphs of either side precede a block that both have.
    pub(super) meetings: &'a [(usize, usize)],
    /// Footnotes of one label.
    pub(super) notes: &'a [Pin],
}

/// A pair of blocks of the path, by paragraph numbers.
#[derive(Clone, Debug)]
pub(super) struct Pairing {
    pub(super) source: Vec<usize>,
    pub(super) target: Vec<usize>,
    pub(super) posterior: f64,
}

impl<'a> Task<'a> {
    pub(super) fn new(
        source: &'a Vocabulary,
        target: &'a Vocabulary,
        meetings: &'a [(usize, usize)],
        lexicon: &Lexicon,
    ) -> Task<'a> {
        Task { source, target, links: Links::find(source, target, lexicon), meetings, notes: &[] }
    }

    pub(super) fn sides(&self) -> (&'a Vocabulary, &'a Vocabulary) {
        (self.source, self.target)
    }
}
