//! The encoding of a web page.

use crate::exchange::{Broken, BrokenKind};

/// The page's text: in the encoding of its byte order mark, else the one it names, else UTF-8.
pub(super) fn decoded(bytes: &[u8]) -> Result<String, Broken> {
    let (encoding, bytes) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, &bytes[length..]),
        None => (named(bytes).unwrap_or(encoding_rs::UTF_8), bytes),
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(std::borrow::Cow::into_owned).ok_or_else(|| {
        let good = encoding.new_decoder_without_bom_handling().latin1_byte_compatible_up_to(bytes).unwrap_or(0);
        let line = bytes[..good].iter().filter(|byte| **byte == b'\n').count() + 1;
        Broken::new(line, BrokenKind::NotInEncoding(encoding.name().to_owned()))
    })
}

/// The encoding in `<meta charset=…>` or `<meta … content="…charset=…">`, within the first 1,024 bytes.
fn named(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let value = head.split("charset").nth(1)?.trim_start().strip_prefix('=')?.trim_start();
    let value = value.trim_start_matches(['"', '\'']);
    let end =
        value.find(|c: char| matches!(c, '"' | '\'' | ';' | '>' | '/') || c.is_whitespace()).unwrap_or(value.len());
    let encoding = encoding_rs::Encoding::for_label(&value.as_bytes()[..end])?;
    // A page whose letters could be read so far is not in UTF-16, whatever it says.
    Some(if encoding.is_ascii_compatible() { encoding } else { encoding_rs::UTF_8 })
}
