//! The edits of code actions: made with the action, or later where the editor can ask for them (`codeAction/resolve`).

use gen_lsp_types::{Position, Uri, WorkspaceEdit};
use serde::{Deserialize, Serialize};

use super::changes::edit;
use super::view::{Side, View};
use crate::workspace::{Fixes, PairAnalysis, fixed, fixes, gap_filled};

/// What an action would change, in a translation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Deferred {
    /// The document that the action was offered in.
    pub uri: Uri,
    /// The language of the translation.
    pub language: String,
    #[serde(flatten)]
    pub make: Make,
}

/// A change of a translation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "make", rename_all = "camelCase")]
pub(super) enum Make {
    /// The fix of a finding.
    Fix {
        /// Names the finding.
        fingerprint: String,
    },
    /// All safe fixes.
    FixAll,
    /// A text in the place of a gap.
    Fill {
        /// In the gap.
        at: Position,
        /// What comes instead.
        text: String,
    },
}

/// The edit; `None` where there is nothing to change (any more).
pub(super) fn make(view: &View<'_>, read: &PairAnalysis, make: &Make) -> Option<WorkspaceEdit> {
    let PairAnalysis { pair, analysis } = read;
    let transaction = match make {
        Make::Fix { fingerprint } => {
            let at = analysis.findings.iter().position(|found| found.fingerprint == *fingerprint)?;
            fixed(pair, &fixes(pair, analysis, Fixes::Of(&[at])))
        }
        Make::FixAll => fixed(pair, &fixes(pair, analysis, Fixes::Safe)),
        Make::Fill { at, text } => {
            let offset = view.ruler(pair, Side::Target).offset(*at);
            gap_filled(pair, analysis, gap_at(read, offset)?, text)?
        }
    };
    (!transaction.is_empty()).then(|| edit(view, &transaction))
}

/// The gap at a byte of the translation, as an index into those of the analysis.
pub(super) fn gap_at(read: &PairAnalysis, offset: usize) -> Option<usize> {
    let here = |gap: &crate::text::Open| gap.span.start <= offset && offset <= gap.span.end;
    read.analysis.gaps.iter().position(|one| here(&one.gap))
}
