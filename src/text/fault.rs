//! What is wrong with the bytes or the lines of a file.

use super::Span;

/// Something wrong with the file itself; reading goes on regardless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Bytes in the file.
    pub span: Span,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The first byte that is not UTF-8, with the encoding the file is likely in (`windows-1251`, `UTF-16LE` …).
    NotUtf8 {
        /// A label of the WHATWG Encoding Standard; `None` where no encoding is likely.
        likely: Option<&'static str>,
    },
    /// The file begins with U+FEFF.
    ByteOrderMark,
    /// The line that opens an unresolved merge.
    ConflictMarker,
}
