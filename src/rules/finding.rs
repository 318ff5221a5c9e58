//! What a rule answers: places and facts, never a sentence.

use std::ops::Range;

use crate::text::Span;

/// One answer of one rule about one place: places and facts, never a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub rule: &'static str,
    /// Places in the source, the first being the one to show; may be empty.
    pub source: Vec<Place>,
    /// Places in the target, the first being the one to show; may be empty.
    pub target: Vec<Place>,
    pub facts: Vec<(&'static str, Fact)>,
    pub fix: Option<Fix>,
}

impl Finding {
    /// A finding of a rule, with no place yet.
    pub fn new(rule: &'static str) -> Finding {
        Finding { rule, source: Vec::new(), target: Vec::new(), facts: Vec::new(), fix: None }
    }

    pub fn in_source(mut self, places: impl IntoIterator<Item = Place>) -> Finding {
        self.source.extend(places);
        self
    }

    pub fn in_target(mut self, places: impl IntoIterator<Item = Place>) -> Finding {
        self.target.extend(places);
        self
    }

    pub fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Finding {
        self.facts.push((name, fact.into()));
        self
    }

    pub fn mended_by(mut self, fix: Option<Fix>) -> Finding {
        self.fix = fix;
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
    pub fn new(paragraph: usize, bytes: Range<usize>) -> Place {
        Place { paragraph, span: Span::from(bytes) }
    }
}

/// What a finding's sentence is made of.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[serde(untagged)]
pub enum Fact {
    Text(String),
    Count(u64),
    Share(f64),
    List(Vec<String>),
}

impl From<&str> for Fact {
    fn from(text: &str) -> Fact {
        Fact::Text(text.to_owned())
    }
}

impl From<String> for Fact {
    fn from(text: String) -> Fact {
        Fact::Text(text)
    }
}

impl From<usize> for Fact {
    fn from(count: usize) -> Fact {
        Fact::Count(count as u64)
    }
}

impl From<f64> for Fact {
    fn from(share: f64) -> Fact {
        Fact::Share(share)
    }
}

impl From<Vec<String>> for Fact {
    fn from(list: Vec<String>) -> Fact {
        Fact::List(list)
    }
}

/// A replacement in the target that mends the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    pub place: Place,
    pub text: String,
    /// Whether it may be applied without a look.
    pub safe: bool,
}
