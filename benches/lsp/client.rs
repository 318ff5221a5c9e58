//! An editor for the bench: sends messages, notes when answers arrive, looks at the server's memory.

use std::fs;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::frame::{framed, read};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// The program that is measured: `TOLMACH_PROGRAM`, else the one that was built with the bench.
pub(crate) fn program() -> PathBuf {
    std::env::var_os("TOLMACH_PROGRAM").map_or_else(|| env!("CARGO_BIN_EXE_tolmach").into(), PathBuf::from)
}

pub(crate) struct Editor {
    root: PathBuf,
    server: Child,
    input: ChildStdin,
    /// Each with the moment when it was read.
    messages: Receiver<(Instant, Value)>,
    next: i64,
    /// The last diagnostics of each document.
    pub(crate) told: std::collections::BTreeMap<String, Vec<Value>>,
}

impl Editor {
    /// Starts a server and tells it what the editor can do.
    pub(crate) fn start(root: &Path) -> Editor {
        let root = root.canonicalize().expect("the folder is there");
        let mut server = Command::new(program())
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let input = server.stdin.take().expect("a pipe");
        let mut output = BufReader::new(server.stdout.take().expect("a pipe"));
        let (send, messages) = channel();
        std::thread::spawn(move || {
            while let Some(message) = read(&mut output) {
                if send.send((Instant::now(), message)).is_err() {
                    break;
                }
            }
        });
        let mut editor = Editor { root, server, input, messages, next: 0, told: Default::default() };
        let can = json!({
            "workspace": {
                "workspaceEdit": { "documentChanges": true },
                "didChangeWatchedFiles": { "dynamicRegistration": true },
            },
            "textDocument": { "hover": { "contentFormat": ["markdown"] } },
        });
        editor.request("initialize", json!({ "capabilities": can }));
        editor.notify("initialized", json!({}));
        editor
    }

    pub(crate) fn uri(&self, path: &str) -> String {
        format!("file://{}", self.root.join(path).display())
    }

    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).expect("a document of the project")
    }

    pub(crate) fn open(&mut self, path: &str) {
        let document =
            json!({ "uri": self.uri(path), "languageId": "markdown", "version": 1, "text": self.text(path) });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Writes `text` in the place of letters of a line, and says when it was sent.
    pub(crate) fn edit(&mut self, path: &str, version: i64, line: usize, columns: [usize; 2], text: &str) -> Instant {
        let at = |column: usize| json!({ "line": line, "character": column });
        self.change(path, version, json!({ "start": at(columns[0]), "end": at(columns[1]) }), text)
    }

    /// Writes `text` in the place of a range, and says when it was sent.
    pub(crate) fn change(&mut self, path: &str, version: i64, range: Value, text: &str) -> Instant {
        let document = json!({ "uri": self.uri(path), "version": version });
        let change = json!([{ "range": range, "text": text }]);
        let sent = Instant::now();
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": change }));
        sent
    }

    /// The answer to a request and how long it took.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> (Duration, Value) {
        self.next += 1;
        let id = self.next;
        let sent = Instant::now();
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        let (at, message) = self.until(|message| message["id"] == id && message.get("method").is_none());
        (at - sent, message)
    }

    /// When the diagnostics of this version of a document arrived.
    pub(crate) fn diagnosed(&mut self, path: &str, version: i64) -> Instant {
        let uri = self.uri(path);
        let wanted = |message: &Value| {
            let params = &message["params"];
            message["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri.as_str()
                && params["version"] == version
        };
        self.until(wanted).0
    }

    /// Waits until the server has had nothing to do for half a second, and takes what arrived.
    pub(crate) fn quiet(&mut self) {
        let (mut spent, mut since) = (self.ticks(), Instant::now());
        while since.elapsed() < Duration::from_millis(1_200) {
            while let Ok((_, message)) = self.messages.recv_timeout(Duration::from_millis(50)) {
                self.note(&message);
            }
            let now = self.ticks();
            if now != spent {
                (spent, since) = (now, Instant::now());
            }
        }
    }

    /// MiB that the server has now, and had at most (0 where the system does not say).
    pub(crate) fn memory(&self) -> [f64; 2] {
        let text = fs::read_to_string(format!("/proc/{}/status", self.server.id())).unwrap_or_default();
        ["VmRSS:", "VmHWM:"].map(|name| {
            let value = text.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok());
            value.unwrap_or(0.0) / 1024.0
        })
    }

    pub(crate) fn end(mut self) {
        self.request("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        self.server.wait().expect("it ends");
    }

    /// The time that the server has spent on processors (0 where the system does not say).
    pub(crate) fn spent(&self) -> Duration {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.server.id())).into_iter().flatten().flatten();
        let of = |task: fs::DirEntry| {
            let text = fs::read_to_string(task.path().join("schedstat")).ok()?;
            text.split(' ').next()?.parse::<u64>().ok()
        };
        Duration::from_nanos(tasks.filter_map(of).sum())
    }

    fn ticks(&self) -> u64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.server.id())).unwrap_or_default();
        let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace();
        fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum()
    }

    fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> (Instant, Value) {
        loop {
            let (at, message) = self.messages.recv_timeout(PATIENCE).expect("the server answers");
            self.note(&message);
            if wanted(&message) {
                return (at, message);
            }
        }
    }

    fn note(&mut self, message: &Value) {
        let params = &message["params"];
        if let (Some(uri), Some(found)) = (params["uri"].as_str(), params["diagnostics"].as_array()) {
            self.told.insert(uri.to_owned(), found.clone());
        }
    }

    fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn send(&mut self, message: &Value) {
        self.input.write_all(framed(&message.to_string()).as_bytes()).expect("the server reads");
        self.input.flush().expect("the server reads");
    }
}
