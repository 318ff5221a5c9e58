//! What is wrong with a file of another tool.

use crate::exchange::{Broken, BrokenKind};
use crate::i18n::Problem;

use super::Error;

/// What is wrong with a file of another tool.
pub(in crate::cli) fn exchange(path: &str, broken: Broken) -> Error {
    let said = |id| Error::new(id).at(path, (broken.line > 0).then_some(broken.line));
    match broken.kind {
        BrokenKind::Syntax(message) => said(Problem::ExchangeSyntax { message: message.into() }),
        BrokenKind::EntityDeclared => said(Problem::ExchangeEntities),
        BrokenKind::UnknownEntity(name) => said(Problem::ExchangeEntity { name: name.into() }),
        BrokenKind::Truncated => said(Problem::ExchangeTruncated),
        BrokenKind::WrongRoot { expected, found } => {
            said(Problem::ExchangeRoot { found: found.into(), expected: expected.into() })
        }
        BrokenKind::Version(version) => said(Problem::ExchangeVersion { version: version.into() }),
        BrokenKind::UnknownEncoding(label) => said(Problem::ExchangeEncoding { label: label.into() }),
        BrokenKind::NotInEncoding(label) => said(Problem::ExchangeBytes { label: label.into() }),
        BrokenKind::TooDeep => said(Problem::ExchangeDeep),
        BrokenKind::TooLarge { limit } => said(Problem::ExchangeLarge { limit: limit.into() }),
        BrokenKind::TooManyCells { limit } => said(Problem::ExchangeCells { limit: limit.into() }),
        BrokenKind::NotAnArchive => said(Problem::ExchangeArchive),
        BrokenKind::MissingPart(name) => said(Problem::ExchangePart { name: name.into() }),
        BrokenKind::Columns { missing } => said(Problem::ExchangeColumns { missing: missing.into() }),
        BrokenKind::Languages { expected, found } => {
            said(Problem::ExchangeLanguages { found: found.into(), expected: expected.into() })
        }
        BrokenKind::Io(error) => said(Problem::Io { error: error.to_string().into() }),
    }
}
