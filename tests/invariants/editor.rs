//! A server for editors outlives any messages, answers every request at most once and in JSON-RPC, and writes no text
//! of a person: what an editor shows is the editor's to save.

use std::cell::RefCell;
use std::io::{BufReader, Cursor, Write};
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::Value;
use tolmach::i18n::Locale;
use tolmach::lsp::{Options, serve};

use super::folder::Folder;

thread_local! {
    static FOLDER: RefCell<Folder> = RefCell::new(Folder::new());
}

/// What the server writes.
#[derive(Clone, Default)]
struct Out(Arc<Mutex<Vec<u8>>>);

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Input: what an editor sends, a message a line, each of which is framed here; `PROJECT` is the project's folder. An
/// input that begins with `Content-` is framed already.
pub fn hold(bytes: &[u8]) {
    FOLDER.with_borrow_mut(|folder| {
        let text = String::from_utf8_lossy(bytes).replace("PROJECT", &folder.path().to_string_lossy());
        let framed = |line: &str| format!("Content-Length: {}\r\n\r\n{line}", line.len());
        let sent = match text.starts_with("Content-") {
            true => text,
            false => text.lines().map(framed).collect(),
        };
        let out = Out::default();
        let options = Options { locale: None, fallback: Locale::default(), describe: |_, _| Vec::new() };
        serve(BufReader::new(Cursor::new(sent.into_bytes())), out.clone(), options);
        let written = std::mem::take(&mut *out.0.lock().unwrap_or_else(PoisonError::into_inner));
        let mut rest = &written[..];
        while !rest.is_empty() {
            let end = rest.windows(4).position(|four| four == b"\r\n\r\n").expect("a header ends");
            let header = std::str::from_utf8(&rest[..end]).expect("a header is ASCII");
            let length = header.lines().find_map(|line| line.strip_prefix("Content-Length: ")).expect("a length");
            let body = end + 4..end + 4 + length.parse::<usize>().expect("a number");
            let message: Value = serde_json::from_slice(&rest[body.clone()]).expect("JSON");
            assert_eq!(message["jsonrpc"], "2.0");
            rest = &rest[body.end..];
        }
        folder.holds_every_word();
    });
}
