//! How a server is started, and how it ended.

use super::failure::Describe;
use crate::i18n::Locale;

/// How a server ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The client asked it to shut down first.
    Properly,
    /// The client went away, or said `exit` without `shutdown`.
    Abruptly,
}

/// What the server is started with.
#[derive(Clone, Copy)]
pub struct Options {
    /// The language of messages that was asked for; `None` leaves it to the client.
    pub locale: Option<Locale>,
    /// The language where the client names none that tolmach speaks.
    pub fallback: Locale,
    /// The words for a failure.
    pub describe: Describe,
}
