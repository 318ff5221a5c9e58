//! What a machine answers, and what becomes of it.

use crate::rules::Severity;
use crate::text::MaskFault;

/// A machine's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The name of the place: [`super::SlotId`].
    pub id: String,
    /// The translation, with the marks of the masked text.
    pub target: String,
    /// Which machine.
    pub by: String,
}

/// What became of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// Whether it is in the translation.
    pub verdict: Verdict,
    /// What is wrong with its marks or its form.
    pub faults: Vec<FillFault>,
    /// What the rules found about it.
    pub findings: Vec<FillFinding>,
    /// Where it is: the path of the translation and the 1-based line.
    pub place: Option<(String, usize)>,
}

/// Whether an answer is in the translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is a draft now.
    Landed,
    /// The translation had this very text.
    Unchanged,
    /// It is not.
    Refused(Reason),
}

/// Why an answer is not in the translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The original no longer has the text that the answer is for.
    SourceChanged,
    /// There is a translation that no machine made, or that a person accepted.
    AlreadyTranslated,
    /// A person worked on the draft that was there.
    EditedByAPerson,
    /// A mark is lost, the text has another form, or a rule found something.
    Checks,
    /// No document has such a place.
    UnknownId,
    /// The translation has no gap for it.
    NoGap,
}

impl Reason {
    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Reason::SourceChanged => "source-changed",
            Reason::AlreadyTranslated => "already-translated",
            Reason::EditedByAPerson => "edited-by-a-person",
            Reason::Checks => "checks",
            Reason::UnknownId => "unknown-id",
            Reason::NoGap => "no-gap",
        }
    }
}

/// What is wrong with an answer before any rule looks at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FillFault {
    /// A mark, and what it replaced where there is such a mark.
    Mask(MaskFault, Option<String>),
    /// What a mark replaced is not in the text as Markdown reads it.
    Damaged(String),
    /// A text without marks lacks this piece of code or this link.
    LeftOut(String),
    /// It is the translation of another paragraph of the original, which has this text.
    Elsewhere(String),
    /// A control character, which no text has.
    Character(char),
    /// The text is longer than a paragraph that can be read: bytes.
    Long(usize),
    /// In the document the text would be no paragraph, several, or one of another kind.
    Form,
}

impl FillFault {
    /// Whether it refuses an answer whatever is asked for.
    pub fn severity(&self) -> Severity {
        match self {
            FillFault::LeftOut(_) | FillFault::Elsewhere(_) => Severity::Warning,
            FillFault::Mask(..)
            | FillFault::Damaged(_)
            | FillFault::Character(_)
            | FillFault::Long(_)
            | FillFault::Form => Severity::Error,
        }
    }
}

/// A finding about an answer, with the words that it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct FillFinding {
    /// The finding.
    pub finding: crate::rules::Finding,
    /// As the project sets it.
    pub severity: Severity,
    /// The words of the original.
    pub source: Vec<String>,
    /// The words of the answer.
    pub target: Vec<String>,
}

/// How answers are judged.
#[derive(Clone, Copy, Debug)]
pub struct FillOptions {
    /// From which severity on a finding refuses an answer; `None`: no finding does.
    pub limit: Option<Severity>,
    /// Whether files are written.
    pub writing: Writing,
}

/// Whether files are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// They are.
    Files,
    /// Nothing is.
    DryRun,
}

impl Filled {
    pub(super) fn refused(reason: Reason) -> Filled {
        Filled { verdict: Verdict::Refused(reason), faults: Vec::new(), findings: Vec::new(), place: None }
    }

    pub(super) fn faulty(faults: Vec<FillFault>) -> Filled {
        Filled { faults, ..Filled::refused(Reason::Checks) }
    }
}
