//! What a rule answers: places and facts, never a sentence.

use std::ops::Range;

use super::facts::Fact;
use crate::text::Span;

/// One answer of one rule about one place: places and facts, never a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule's id.
    pub rule: &'static str,
    /// Places in the source, the first being the one to show; may be empty.
    pub source: Vec<Place>,
    /// Places in the target, the first being the one to show; may be empty.
    pub target: Vec<Place>,
    /// The values in its sentence, by name.
    pub facts: Vec<(&'static str, Fact)>,
    /// A replacement that mends it.
    pub fix: Option<Fix>,
    /// Whether the rule is less sure of it than of its others: it is one step quieter than the rule, unless the project
    /// says how loud the rule is.
    pub unsure: bool,
}

impl Finding {
    /// The finding with further places in the source.
    pub fn in_source(mut self, places: impl IntoIterator<Item = Place>) -> Finding {
        self.source.extend(places);
        self
    }

    /// The finding with further places in the target.
    pub fn in_target(mut self, places: impl IntoIterator<Item = Place>) -> Finding {
        self.target.extend(places);
        self
    }

    /// The finding with this fix, in place of any other.
    pub fn mended_by(mut self, fix: Option<Fix>) -> Finding {
        self.fix = fix;
        self
    }

    /// The finding, of which the rule is less sure where `unsure`.
    pub(super) fn unless_sure(mut self, unsure: bool) -> Finding {
        self.unsure = unsure;
        self
    }
}

/// A place in one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index of the paragraph in its document.
    pub paragraph: usize,
    /// Bytes of the paragraph's text.
    pub span: Span,
}

impl Place {
    /// A place in the file that is in no paragraph, in bytes of the file.
    pub fn in_file(span: Span) -> Place {
        Place { paragraph: usize::MAX, span }
    }

    /// A place in a paragraph, given by its index, in bytes of its text.
    pub fn new(paragraph: usize, bytes: Range<usize>) -> Place {
        Place { paragraph, span: Span::from(bytes) }
    }
}

/// A replacement in the target that mends the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// In the target.
    pub place: Place,
    /// What replaces it; empty to remove it.
    pub text: String,
    /// Whether it may be applied without a look.
    pub safe: bool,
}
