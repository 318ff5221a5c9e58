//! Files as URIs.

use std::path::{Path, PathBuf};

use gen_lsp_types::Uri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What is not escaped in a path.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The file that a URI names; `None` for anything else, such as a text that was never saved.
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    let scheme = uri.0.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("file://"))?;
    let rest = &uri.0[scheme.len()..];
    let path = rest.strip_prefix("localhost").unwrap_or(rest);
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    let drive = decoded.as_bytes().get(2) == Some(&b':') && decoded.as_bytes()[1].is_ascii_alphabetic();
    let local = if cfg!(windows) && drive { &decoded[1..] } else { &decoded[..] };
    let path = PathBuf::from(local);
    path.is_absolute().then_some(path)
}

/// The URI of a file.
pub(super) fn of(path: &Path) -> Uri {
    let text = path.to_string_lossy();
    let text = if cfg!(windows) { text.trim_start_matches(r"\\?\").replace('\\', "/") } else { text.into_owned() };
    let root = if text.starts_with('/') { "" } else { "/" };
    Uri(format!("file://{root}{}", utf8_percent_encode(&text, PLAIN)))
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[test]
    fn a_path_survives() {
        for name in ["/a/мост.md", "/a b/c%20d#e?.md", "/~/x-y_z.md"] {
            assert_eq!(path(&of(Path::new(name))), Some(PathBuf::from(name)), "{name}");
        }
    }

    #[test]
    fn what_names_no_file_has_no_path() {
        for uri in ["untitled:Untitled-1", "https://example.org/a.md", "file://", "файл", ""] {
            assert_eq!(path(&Uri(uri.to_owned())), None, "{uri}");
        }
    }
}
