//! What is asked before a decision, and what is ordered when it is taken.

use super::{Input, Walk};
use crate::align::Pin;
use crate::i18n::Notice;

/// What is being asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Asked {
    /// Nothing: one looks at a finding.
    #[default]
    Nothing,
    Help,
    Search(Input),
    /// Whether to do it, shown before it is done.
    Sure {
        manner: Manner,
        scope: Scope,
    },
    /// The reason of a waiver; `recent` of the reasons was chosen.
    Reason {
        input: Input,
        recent: Option<usize>,
        scope: Scope,
    },
    /// The form to add to the glossary.
    Form {
        input: Input,
        manner: Form,
    },
    /// The lines to pair.
    Pair(Input),
    /// Which candidate to take into the glossary.
    Terms {
        at: usize,
    },
}

/// What is done to findings after a last look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    Fix,
    Accept,
}

/// How a form is added to the glossary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As a term of its own that may be used.
    Admitted,
    /// As another form of the preferred term.
    Form,
}

/// Which findings a decision is about: one, or all that are like it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    here: usize,
    alike: Vec<usize>,
    pub all: bool,
}

/// What is said at the foot of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Note {
    #[default]
    Nothing,
    /// A message without arguments.
    Notice(Notice),
    /// Words of the interface, or of a file.
    Said(String),
}

/// What the driver is to do; places are indices into the entries of the walk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    Fix(Vec<usize>),
    Accept(Vec<usize>),
    Waive(Vec<usize>, String),
    Add(usize, Form, String),
    Pair(usize, Pin),
    Edit(usize),
    Undo,
    /// Look for candidates for the glossary.
    Terms,
    /// Take a candidate into the glossary.
    Take(usize),
    Quit,
}

impl Scope {
    pub(super) fn new(walk: &Walk) -> Scope {
        Scope { here: walk.at(), alike: walk.alike(walk.at()), all: false }
    }

    /// How many findings are like this one, itself among them.
    pub fn count(&self) -> usize {
        self.alike.len()
    }

    /// The places that the decision is about.
    pub fn chosen(&self) -> Vec<usize> {
        if self.all { self.alike.clone() } else { vec![self.here] }
    }

    pub(super) fn toggle(&mut self) {
        self.all = !self.all && self.alike.len() > 1;
    }
}
