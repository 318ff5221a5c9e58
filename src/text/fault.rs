//! What is wrong with the bytes or the lines of a file.

use super::Span;

/// Something wrong with the file itself; reading goes on regardless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Bytes in the file.
    pub span: Span,
    pub kind: FaultKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The first byte that is not UTF-8, with the encoding the file is likely in (`windows-1251`, `UTF-16LE` …).
    NotUtf8 {
        likely: Option<&'static str>,
    },
    ByteOrderMark,
    /// The line that opens an unresolved merge.
    ConflictMarker,
}
