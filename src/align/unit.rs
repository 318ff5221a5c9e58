//! The answer of the aligner.

/// A translation unit: source paragraphs that answer target paragraphs.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Indices of source paragraphs, ascending; empty where the target paragraphs have no counterpart.
    pub source: Vec<usize>,
    /// Indices of target paragraphs, ascending; empty where the source paragraphs have no counterpart.
    pub target: Vec<usize>,
    /// Posterior probability that exactly these paragraphs belong together, 0..1.
    pub confidence: f64,
    /// Whether the counterpart is in another order than its neighbours'.
    pub moved: bool,
    /// Whether the unit was given as a pin.
    pub pinned: bool,
    /// Why these paragraphs were paired; empty unless it was asked for.
    pub evidence: Evidence,
}

/// Why a unit's paragraphs were paired. Scores are natural logarithms of likelihood ratios: above 0 speaks for the pair.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// From the lengths of the two sides, in letters.
    pub length: f64,
    /// From words that translate each other, names and numbers.
    pub words: f64,
    /// From the kinds of the paragraphs: headings, list items, plain paragraphs.
    pub structure: f64,
    /// `("Токаев", "Tokayev")`, as written in the texts.
    pub names: Vec<(String, String)>,
    /// Numbers that both sides have, normalised.
    pub numbers: Vec<String>,
    /// Word pairs of a lexicon.
    pub lexicon: Vec<(String, String)>,
}

/// A pair that must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// Indices of source paragraphs, ascending.
    pub source: Vec<usize>,
    /// Indices of target paragraphs, ascending.
    pub target: Vec<usize>,
}

impl Unit {
    /// A unit without evidence, of confidence 1.
    pub fn new(source: Vec<usize>, target: Vec<usize>) -> Unit {
        Unit { source, target, confidence: 1.0, moved: false, pinned: false, evidence: Evidence::default() }
    }
}
