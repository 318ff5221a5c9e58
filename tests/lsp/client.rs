//! A small client: speaks the protocol to a server over its standard input and output.

use std::fs;
use std::io::{BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::frame::{framed, read};

const PROGRAM: &str = env!("CARGO_BIN_EXE_tolmach");

/// How long an answer may take on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) const ORIGINAL: &str = "# Мост 🌉\n\nМост открыл аким в 1905 году.\n\nЛюди ждали паром у реки.\n";
pub(crate) const TRANSLATION: &str = "# The bridge 🌉\n\n🌉 e\u{301} The mayor opened the bridge in 1904.\n\nPeople waited for the ferry at the river.\n";
pub(crate) const GLOSSARY: &str = "[[concept]]\nid = \"akim\"\nnote = \"the head of a region\"\n[concept.ru]\n\
    preferred = \"аким\"\n[concept.en]\npreferred = \"akim\"\ndeprecated = [\"mayor\"]\n";

/// A project in a folder of its own, and a server for it.
pub(crate) struct Editor {
    pub(crate) folder: tempfile::TempDir,
    server: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    /// What came while something else was waited for.
    kept: Vec<Value>,
    next: i64,
}

impl Editor {
    /// A server for the usual project and a client that can do what Neovim can.
    pub(crate) fn new() -> Editor {
        Editor::with(capabilities())
    }

    pub(crate) fn with(capabilities: Value) -> Editor {
        let mut editor = Editor::started();
        editor.initialize(json!({ "processId": null, "rootUri": null, "capabilities": capabilities }));
        editor
    }

    /// A server that was asked nothing yet.
    pub(crate) fn started() -> Editor {
        let folder = tempfile::tempdir().unwrap();
        let mut server = Command::new(PROGRAM)
            .args(["lsp", "--stdio"])
            .env("LC_ALL", "C")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = server.stdin.take();
        let mut output = BufReader::new(server.stdout.take().unwrap());
        let (send, messages) = channel();
        std::thread::spawn(move || {
            while let Some(message) = read(&mut output) {
                if send.send(message).is_err() {
                    break;
                }
            }
        });
        let editor = Editor { folder, server, input, messages, kept: Vec::new(), next: 0 };
        editor.write("originals/bridge.md", ORIGINAL);
        editor.write("translations/en/bridge.md", TRANSLATION);
        editor.write("glossary/terms.toml", GLOSSARY);
        editor
    }

    pub(crate) fn initialize(&mut self, params: Value) -> Value {
        let answer = self.request("initialize", params);
        self.notify("initialized", json!({}));
        answer["result"].clone()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn uri(&self, path: &str) -> String {
        format!("file://{}", self.path(path).canonicalize().unwrap_or_else(|_| self.path(path)).display())
    }

    pub(crate) fn open(&mut self, path: &str) {
        let text = fs::read_to_string(self.path(path)).unwrap_or_default();
        self.open_as(path, &text);
    }

    pub(crate) fn open_as(&mut self, path: &str, text: &str) {
        let document = json!({ "uri": self.uri(path), "languageId": "markdown", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    pub(crate) fn close(&mut self, path: &str) {
        self.notify("textDocument/didClose", json!({ "textDocument": { "uri": self.uri(path) } }));
    }

    /// Replaces a whole text.
    pub(crate) fn change(&mut self, path: &str, version: i32, text: &str) {
        self.edit(path, version, json!([{ "text": text }]));
    }

    pub(crate) fn edit(&mut self, path: &str, version: i32, changes: Value) {
        let document = json!({ "uri": self.uri(path), "version": version });
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// A request about a place of a file.
    pub(crate) fn at(&mut self, method: &str, path: &str, line: u32, character: u32) -> Value {
        let params = json!({ "textDocument": { "uri": self.uri(path) }, "position": position(line, character) });
        self.request(method, params)["result"].clone()
    }

    /// The code actions of a range on one line.
    pub(crate) fn actions(&mut self, path: &str, line: u32, columns: [u32; 2]) -> Vec<Value> {
        let range = json!({ "start": position(line, columns[0]), "end": position(line, columns[1]) });
        let context = json!({ "diagnostics": [] });
        let params = json!({ "textDocument": { "uri": self.uri(path) }, "range": range, "context": context });
        self.request("textDocument/codeAction", params)["result"].as_array().cloned().unwrap_or_default()
    }

    pub(crate) fn execute(&mut self, command: &str, argument: Value) -> Value {
        self.request("workspace/executeCommand", json!({ "command": command, "arguments": [argument] }))
    }

    /// Sends a request and waits for its answer.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        self.answer(id)
    }

    /// Sends a request.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.next += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.next, "method": method, "params": params }));
        self.next
    }

    /// The answer to a request.
    pub(crate) fn answer(&mut self, id: i64) -> Value {
        self.wait(|message| message["id"] == id && message.get("method").is_none())
    }

    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    pub(crate) fn send(&mut self, message: &Value) {
        self.send_raw(&message.to_string());
    }

    pub(crate) fn send_raw(&mut self, body: &str) {
        self.send_bytes(framed(body).as_bytes());
    }

    pub(crate) fn send_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        input.write_all(bytes).unwrap();
        input.flush().unwrap();
    }

    /// The first message, kept or yet to come, that is wanted.
    pub(crate) fn wait(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.kept.iter().position(&wanted) {
            return self.kept.remove(at);
        }
        let end = Instant::now() + PATIENCE;
        loop {
            match self.messages.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(message) if wanted(&message) => return message,
                Ok(message) => self.kept.push(message),
                Err(RecvTimeoutError::Timeout) => panic!("nothing like it came; there was {:#?}", self.kept),
                Err(RecvTimeoutError::Disconnected) => panic!("the server is gone; there was {:#?}", self.kept),
            }
        }
    }

    /// A notification or request of the server that has arrived.
    pub(crate) fn received(&mut self, method: &str) -> Option<Value> {
        self.kept.extend(self.messages.try_iter());
        let at = self.kept.iter().position(|message| message["method"] == method)?;
        Some(self.kept.remove(at))
    }

    /// Waits so long for a message, and keeps it.
    pub(crate) fn receive(&mut self, patience: Duration) {
        self.kept.extend(self.messages.recv_timeout(patience));
    }

    /// Waits until the diagnostics of a file are as wanted; what was published before is looked at in its order.
    pub(crate) fn diagnostics(&mut self, path: &str, wanted: impl Fn(&[Value]) -> bool) -> Vec<Value> {
        let uri = self.uri(path);
        let message = self.wait(|message| {
            let params = &message["params"];
            message["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri.as_str()
                && wanted(params["diagnostics"].as_array().unwrap())
        });
        message["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// Waits until a rule is, or is no longer, among the diagnostics of a file.
    pub(crate) fn until(&mut self, path: &str, rule: &str, there: bool) -> Vec<Value> {
        self.diagnostics(path, |all| all.iter().any(|one| one["code"] == rule) == there)
    }

    /// Forgets what came unasked.
    pub(crate) fn forget(&mut self) {
        self.request("tolmach/counterpart", json!({ "uri": "untitled:1", "line": 0 }));
        self.kept.clear();
    }

    /// A text with edits of the protocol made, counted in UTF-16.
    pub(crate) fn applied(text: &str, edits: &Value) -> String {
        let offset = |place: &Value| {
            let (line, column) = (place["line"].as_u64().unwrap() as usize, place["character"].as_u64().unwrap());
            let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
            let mut units = 0;
            let end = text[start..].char_indices().find(|(_, letter)| {
                let here = units == column;
                units += letter.len_utf16() as u64;
                here
            });
            end.map_or(text.len(), |(at, _)| start + at)
        };
        let mut all: Vec<(usize, usize, &str)> = (edits.as_array().unwrap().iter())
            .map(|edit| {
                let range = &edit["range"];
                (offset(&range["start"]), offset(&range["end"]), edit["newText"].as_str().unwrap())
            })
            .collect();
        all.sort_unstable();
        let mut made = text.to_owned();
        for (start, end, new) in all.into_iter().rev() {
            made.replace_range(start..end, new);
        }
        made
    }

    /// Ends the server; its exit code.
    pub(crate) fn end(mut self) -> i32 {
        self.request("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        self.server.wait().unwrap().code().unwrap()
    }

    /// Closes the server's input; its exit code.
    pub(crate) fn leave(mut self) -> i32 {
        self.input = None;
        self.server.wait().unwrap().code().unwrap()
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.input = None;
        self.server.kill().ok();
        self.server.wait().ok();
    }
}

/// What Neovim can do, with diagnostics that are sent and files that it does not watch.
pub(crate) fn capabilities() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "window": { "showMessage": {} },
        "workspace": { "workspaceEdit": { "documentChanges": true } },
        "textDocument": {
            "hover": { "contentFormat": ["markdown"] },
            "definition": { "linkSupport": true },
            "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } } },
        },
    })
}

pub(crate) fn position(line: u32, character: u32) -> Value {
    json!({ "line": line, "character": character })
}
