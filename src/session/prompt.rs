//! What is asked before a decision, and what is ordered when it is taken.

use super::{FindingList, Input};
use crate::align::Pin;
use crate::i18n::Notice;

/// What is being asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Prompt {
    /// Nothing: one looks at a finding.
    #[default]
    Nothing,
    /// Nothing: the keys are shown.
    Help,
    /// The words to search.
    Search(Input),
    /// Whether to do it, shown before it is done.
    Sure {
        /// What is to be done.
        decision: Decision,
        /// To which findings.
        scope: Scope,
    },
    /// The reason of a waiver; `recent` of the reasons was chosen.
    Reason {
        /// What was typed so far.
        input: Input,
        /// Index into the reasons that are offered again.
        recent: Option<usize>,
        /// Which findings are waived.
        scope: Scope,
    },
    /// The form to add to the glossary.
    Form {
        /// What was typed so far.
        input: Input,
        /// What it becomes in the glossary.
        decision: Form,
    },
    /// The lines to pair.
    Pair(Input),
    /// The text of a paragraph of the translation, where the user has set no editor.
    Rewrite {
        /// What it is to be; line breaks are `↵`.
        input: Input,
        /// Index into [`FindingList::sheets`].
        sheet: usize,
        /// Index into the translation's paragraphs.
        paragraph: usize,
    },
    /// Which candidate to take into the glossary.
    Terms {
        /// Index into the candidates.
        at: usize,
    },
}

/// What a line break is shown as where a paragraph is edited on one line.
pub(super) const LINE_BREAK: char = '↵';

/// What is done to findings after a last look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Their fixes are made.
    Fix,
    /// Their units are accepted.
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
    /// Whether it is about all that are like it.
    pub all: bool,
}

/// What is said at the foot of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Note {
    /// The foot is empty.
    #[default]
    Nothing,
    /// A message without arguments.
    Notice(Notice),
    /// Words of the interface, or of a file.
    Said(String),
}

/// What the driver is to do; places are indices into the entries of the walk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Make the fixes of these findings.
    Fix(Vec<usize>),
    /// Accept the units of these findings.
    Accept(Vec<usize>),
    /// Waive these findings, with the reason.
    Waive(Vec<usize>, String),
    /// Add the words to the concept of the finding.
    Add(usize, Form, String),
    /// Pair these paragraphs in the document of the finding.
    Pair(usize, Pin),
    /// Open the user's editor at the finding.
    Edit(usize),
    /// Accept the unit at a place of a sheet's analysis.
    AcceptUnit {
        /// Index into [`FindingList::sheets`].
        sheet: usize,
        /// Index into the units of its analysis.
        unit: usize,
    },
    /// Pair paragraphs of a sheet, whatever they answer now.
    PairParagraphs {
        /// Index into [`FindingList::sheets`].
        sheet: usize,
        /// The paragraphs.
        pin: Pin,
    },
    /// Give a paragraph of a sheet's translation another text.
    Rewrite {
        /// Index into [`FindingList::sheets`].
        sheet: usize,
        /// Index into the translation's paragraphs.
        paragraph: usize,
        /// Its new text; lines are joined where the paragraph has one.
        text: String,
    },
    /// Take back what was done last.
    Undo,
    /// Look for candidates for the glossary.
    Terms,
    /// Take a candidate into the glossary.
    Take(usize),
    /// End the review.
    Quit,
}

impl Scope {
    pub(super) fn new(walk: &FindingList) -> Scope {
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
