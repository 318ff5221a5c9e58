//! Digests by which a page allows its own style sheet and script.

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

/// The source expression of a text: `'sha256-…'`.
pub(super) fn allowed(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)))
}

/// Eight hexadecimal digits that name a text.
pub(super) fn short(text: &str) -> String {
    Sha256::digest(text).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}
