//! The loop: messages first, then the open texts, then the rest of their projects.

use std::collections::{BTreeSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use gen_lsp_types::json_rpc::{Error, Id};
use gen_lsp_types::{ErrorCodes, LogMessageNotification, LogMessageParams, LspErrorCodes, MessageType, Uri};
use serde_json::Value;

use super::dispatch;
use super::execute::{self, Effect};
use super::options::{Ended, Options};
use super::state::State;
use super::transport::{Incoming, Outbox};

/// The open texts are checked when nobody has typed for so long.
const DEBOUNCE: Duration = Duration::from_millis(80);

/// The documents are compared with each other when nobody has typed for so long.
const SETTLED: Duration = Duration::from_millis(400);

/// How often files are looked at where the editor does not watch them.
const LOOK: Duration = Duration::from_secs(2);

/// So many pairs are taken in before messages are looked for.
const AT_ONCE: usize = 4;

/// A language server for one client.
pub(super) struct Server {
    state: State,
    phase: Phase,
    /// What was received and not handled yet.
    queue: VecDeque<Incoming>,
    /// When the last edit was made.
    edited: Option<Instant>,
    /// When files were looked at last.
    looked: Instant,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// `initialize` has not come yet.
    New,
    Running,
    /// `shutdown` has come.
    Down,
}

impl Server {
    pub(super) fn new(options: Options, out: Outbox) -> Server {
        Server {
            state: State::new(options, out),
            phase: Phase::New,
            queue: VecDeque::new(),
            edited: None,
            looked: Instant::now(),
        }
    }

    /// Serves until the client says `exit` or its messages end.
    pub(super) fn run(mut self, inbox: &Receiver<Incoming>) -> Ended {
        loop {
            if self.receive(inbox).is_err() && self.queue.is_empty() {
                return Ended::Abruptly;
            }
            match self.queue.pop_front() {
                Some(Incoming::Request { id: None, method, .. }) if method == "exit" => {
                    return if self.phase == Phase::Down { Ended::Properly } else { Ended::Abruptly };
                }
                Some(message) => self.guarded(|server| server.handle(message)),
                None => self.guarded(Server::work),
            }
        }
    }

    /// Takes what has arrived into the queue; waits for it where there is nothing else to do.
    fn receive(&mut self, inbox: &Receiver<Incoming>) -> Result<(), ()> {
        if self.queue.is_empty() {
            let first = match self.rest() {
                None => inbox.recv().map_err(|_| ())?,
                Some(rest) => match inbox.recv_timeout(rest) {
                    Ok(message) => message,
                    Err(RecvTimeoutError::Timeout) => return Ok(()),
                    Err(RecvTimeoutError::Disconnected) => return Err(()),
                },
            };
            self.take(first);
        }
        while let Ok(message) = inbox.try_recv() {
            self.take(message);
        }
        Ok(())
    }

    /// Puts a message into the queue; one that takes back a request that waits there takes effect at once.
    fn take(&mut self, message: Incoming) {
        let Incoming::Request { id: None, method, params } = &message else { return self.queue.push_back(message) };
        if method != "$/cancelRequest" {
            return self.queue.push_back(message);
        }
        let wanted: Option<Id> = params.get("id").and_then(|id| serde_json::from_value(id.clone()).ok());
        let waits =
            |one: &Incoming| matches!(one, Incoming::Request { id: Some(id), .. } if Some(id) == wanted.as_ref());
        if let (Some(at), Some(id)) = (self.queue.iter().position(waits), wanted) {
            self.queue.remove(at);
            let code = ErrorCodes::Custom(LspErrorCodes::RequestCancelled.into());
            self.state.out.answer(id, Err(Error { code, message: "cancelled".to_owned(), data: None }));
        }
    }

    fn handle(&mut self, message: Incoming) {
        match message {
            Incoming::Malformed => {}
            Incoming::Response { id, result } => {
                let effect = execute::response(&mut self.state, &id, result);
                self.follow(effect);
            }
            Incoming::Request { id: Some(id), method, params } => self.request(id, &method, params),
            Incoming::Request { id: None, method, params } if self.phase == Phase::Running => {
                let effect = dispatch::notification(&mut self.state, &method, params);
                self.follow(effect);
            }
            Incoming::Request { .. } => {}
        }
    }

    fn request(&mut self, id: Id, method: &str, params: Value) {
        let refuse = |code, message: &str| Err(Error { code, message: message.to_owned(), data: None });
        let answer = match (self.phase, method) {
            (Phase::New, "initialize") => {
                self.phase = Phase::Running;
                Ok(dispatch::initialize(&mut self.state, &params))
            }
            (Phase::New, _) => refuse(ErrorCodes::ServerNotInitialized, "initialize comes first"),
            (Phase::Down, _) => refuse(ErrorCodes::InvalidRequest, "the server was shut down"),
            (Phase::Running, "initialize") => refuse(ErrorCodes::InvalidRequest, "initialize comes once"),
            (Phase::Running, "shutdown") => {
                self.phase = Phase::Down;
                Ok(Value::Null)
            }
            (Phase::Running, _) => {
                let (answer, effect) = dispatch::request(&mut self.state, method, params);
                self.follow(effect);
                answer
            }
        };
        self.state.out.answer(id, answer);
    }

    fn follow(&mut self, effect: Effect) {
        match effect {
            Effect::None => {}
            Effect::Edited(root, uri) => {
                self.edited = Some(Instant::now());
                self.state.schedule(&root, uri.as_ref());
            }
            Effect::Opened(root, uri) => {
                // What is opened is to be seen at once.
                let debounce = self.state.client.debounce.unwrap_or(DEBOUNCE);
                self.edited.get_or_insert_with(|| Instant::now().checked_sub(debounce).unwrap_or_else(Instant::now));
                self.state.schedule(&root, Some(&uri));
            }
        }
    }

    /// How long nothing is to be done; `None` until a message comes.
    fn rest(&mut self) -> Option<Duration> {
        let since = self.edited.map(|edited| edited.elapsed());
        if !self.state.to_check.is_empty() {
            let debounce = self.state.client.debounce.unwrap_or(DEBOUNCE);
            return Some(since.map_or(Duration::ZERO, |since| debounce.saturating_sub(since)));
        }
        let (mut waits, mut compares) = (false, false);
        for analyses in self.state.projects.iter_mut().filter_map(|project| project.analyses()) {
            waits |= analyses.waits();
            compares |= analyses.compares();
        }
        if waits {
            return Some(Duration::ZERO);
        }
        if compares {
            let settle = self.state.client.settle.unwrap_or(SETTLED);
            return Some(since.map_or(Duration::ZERO, |since| settle.saturating_sub(since)));
        }
        let looks = !self.state.client.watches && self.state.documents.iter().next().is_some();
        looks.then(|| LOOK.saturating_sub(self.looked.elapsed()))
    }

    /// One piece of work: a text that is open, some pairs of its project, a comparison, or a look at the files.
    fn work(&mut self) {
        if self.phase != Phase::Running || self.rest().is_none_or(|rest| !rest.is_zero()) {
            return;
        }
        if let Some(uri) = self.state.to_check.pop_front() {
            self.state.check(&uri);
            if self.state.to_check.is_empty() {
                self.state.finish();
            }
            return;
        }
        let mut changed: Vec<PathBuf> = Vec::new();
        for project in self.state.projects.iter_mut() {
            let root = project.root.clone();
            let Some(analyses) = project.analyses() else { continue };
            if analyses.waits() {
                analyses.take_in(AT_ONCE);
                return;
            }
            if analyses.compares() {
                analyses.look_across();
                changed.push(root);
            }
        }
        if changed.is_empty() {
            changed = self.look();
        }
        for root in changed {
            self.keep(&root);
            self.state.schedule(&root, None);
        }
    }

    /// Looks whether files changed outside of an editor that does not watch them.
    fn look(&mut self) -> Vec<PathBuf> {
        self.looked = Instant::now();
        let mut all = Vec::new();
        for project in self.state.projects.iter_mut() {
            project.ask();
            all.push(project.root.clone());
        }
        all
    }

    /// Of the pairs of a project only those stay in memory that are open.
    fn keep(&mut self, root: &PathBuf) {
        let open: Vec<String> = (self.state.documents.iter())
            .filter_map(|open| open.place.as_ref().filter(|(at, _)| at == root))
            .map(|(_, inside)| inside.clone())
            .collect();
        let Some(analyses) = self.state.projects.get(root).and_then(|project| project.analyses()) else { return };
        let pairs: BTreeSet<usize> = open.iter().flat_map(|inside| analyses.of_file(inside)).collect();
        analyses.keep_only(&pairs);
    }

    /// Does something that must not end the server, whatever is wrong with it: what was known of the projects is
    /// forgotten then.
    fn guarded(&mut self, act: impl FnOnce(&mut Server)) {
        if catch_unwind(AssertUnwindSafe(|| act(self))).is_err() {
            let open: Vec<Uri> = self.state.documents.iter().map(|open| open.uri.clone()).collect();
            let message = "tolmach lsp: an error of its own; the projects are read again".to_owned();
            self.state.out.notify::<LogMessageNotification>(LogMessageParams { kind: MessageType::Error, message });
            self.state.projects.forget();
            for uri in open {
                dispatch::reopen(&mut self.state, &uri);
            }
        }
    }
}
