//! Messages on a pair of streams: `Content-Length: N`, an empty line, N bytes of JSON.
//!
//! What is no message is answered or passed over, and the next one is read: a client that errs once loses one message.
//! A crate for this (`lsp-server`) ends at the first of them, and makes room for as many bytes as a header asks for.

use std::io::{self, BufRead, Read, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use gen_lsp_types::json_rpc::{Error, Id, RequestObject, ResponseObject};
use gen_lsp_types::{ErrorCodes, Notification, Request};
use serde_json::Value;

/// The most bytes of a message: the largest text that is read, written as JSON.
const LONGEST: usize = 256 << 20;

/// The most bytes of a line of a header.
const HEADER: u64 = 4 << 10;

/// What came in.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A request, with its id, or a notification.
    Request { id: Option<Id>, method: String, params: Value },
    /// The answer to a request of the server: its result, `None` where the client could not do it.
    Response { id: Id, result: Option<Value> },
    /// No message; already answered.
    Malformed,
}

/// Where messages are sent; they are written in their order by a thread of their own, so that a client that does not
/// read keeps nobody waiting.
#[derive(Clone, Debug)]
pub(super) struct Outbox {
    messages: Sender<Outgoing>,
}

#[derive(Debug)]
enum Outgoing {
    Message(Value),
    /// Everything is written once the answer is received.
    Close(Sender<()>),
}

impl Outbox {
    /// Answers a request.
    pub(super) fn answer(&self, id: Id, result: Result<Value, Error>) {
        self.send(match result {
            // Written by hand: a result of null must be there.
            Ok(result) => serde_json::json!({ "jsonrpc": "2.0", "id": id, "result": result }),
            Err(error) => serde_json::to_value(ResponseObject::from_error(id, error)).unwrap_or_default(),
        });
    }

    /// Sends a notification.
    pub(super) fn notify<N: Notification>(&self, params: N::Params) {
        self.send(serde_json::to_value(RequestObject::from_notification::<N>(params)).unwrap_or_default());
    }

    /// Sends a request.
    pub(super) fn ask<R: Request>(&self, id: Id, params: R::Params) {
        self.send(serde_json::to_value(RequestObject::from_request::<R>(id, params)).unwrap_or_default());
    }

    /// Waits until everything is written.
    pub(super) fn close(&self) {
        let (done, wait) = channel();
        if self.messages.send(Outgoing::Close(done)).is_ok() {
            wait.recv().ok();
        }
    }

    fn send(&self, message: Value) {
        // Where the writer is gone, the client is gone.
        self.messages.send(Outgoing::Message(message)).ok();
    }
}

/// Reads and writes on threads of their own; the inbox ends with the input.
pub(super) fn start(
    mut input: impl BufRead + Send + 'static,
    mut output: impl Write + Send + 'static,
) -> (Receiver<Incoming>, Outbox) {
    let (messages, to_write) = channel();
    thread::spawn(move || write_all(&mut output, &to_write));
    let outbox = Outbox { messages };
    let (arrived, inbox) = channel();
    let answers = outbox.clone();
    thread::spawn(move || {
        while let Ok(Some(body)) = read(&mut input) {
            let incoming = body.map_or_else(Err, |body| parse(&body));
            let incoming = incoming.unwrap_or_else(|refusal| {
                let Refusal { id, code, message } = refusal;
                answers.answer(id, Err(Error { code, message, data: None }));
                Incoming::Malformed
            });
            if arrived.send(incoming).is_err() {
                break;
            }
        }
    });
    (inbox, outbox)
}

fn write_all(output: &mut impl Write, messages: &Receiver<Outgoing>) {
    for message in messages {
        let written = match message {
            Outgoing::Message(message) => write(output, &message),
            Outgoing::Close(done) => done.send(()).map_err(|_| io::ErrorKind::BrokenPipe.into()),
        };
        if written.is_err() {
            break;
        }
    }
}

fn write(output: &mut impl Write, message: &Value) -> io::Result<()> {
    let body = serde_json::to_vec(message)?;
    write!(output, "Content-Length: {}\r\n\r\n", body.len())?;
    output.write_all(&body)?;
    output.flush()
}

/// Why something is no message.
#[derive(Debug)]
struct Refusal {
    id: Id,
    code: ErrorCodes,
    message: String,
}

impl Refusal {
    fn unread(message: impl Into<String>) -> Refusal {
        Refusal { id: Id::Null, code: ErrorCodes::ParseError, message: message.into() }
    }
}

/// The next body; `None` at the end of the input. Lines before a length are passed over.
fn read(input: &mut impl BufRead) -> io::Result<Option<Result<Vec<u8>, Refusal>>> {
    let mut length: Option<usize> = None;
    loop {
        let mut line = Vec::new();
        if input.by_ref().take(HEADER).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        match (line.trim(), length) {
            ("", Some(length)) if length > LONGEST => {
                io::copy(&mut input.by_ref().take(length as u64), &mut io::sink())?;
                return Ok(Some(Err(Refusal::unread("the message is too long"))));
            }
            ("", Some(length)) => {
                let mut body = Vec::new();
                let read = input.by_ref().take(length as u64).read_to_end(&mut body)?;
                return Ok((read == length).then_some(Ok(body)));
            }
            (line, _) => length = content_length(line).or(length),
        }
    }
}

/// The length that a line of the header gives, also where the rest of a message that was cut short is before it.
fn content_length(line: &str) -> Option<usize> {
    const NAME: &str = "content-length:";
    let lower = line.to_ascii_lowercase();
    let at = lower.rfind(NAME)?;
    lower[at + NAME.len()..].trim().parse().ok()
}

fn parse(body: &[u8]) -> Result<Incoming, Refusal> {
    let value: Value = serde_json::from_slice(body).map_err(|error| Refusal::unread(error.to_string()))?;
    let id = || serde_json::from_value(value.get("id").cloned().unwrap_or_default()).unwrap_or(Id::Null);
    let invalid = |message: String| Refusal { id: id(), code: ErrorCodes::InvalidRequest, message };
    if !value.is_object() {
        return Err(invalid("a message is an object".to_owned()));
    }
    if value.get("method").is_none() {
        return match (id(), value.get("result"), value.get("error")) {
            (Id::Null, ..) | (_, None, None) => Err(invalid("neither a request nor an answer".to_owned())),
            (id, result, _) => Ok(Incoming::Response { id, result: result.cloned() }),
        };
    }
    let request: RequestObject = serde_json::from_value(value.clone()).map_err(|error| invalid(error.to_string()))?;
    let (method, id, params) = request.into_parts();
    Ok(Incoming::Request { id, method, params: params.unwrap_or_default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bodies(input: &str) -> Vec<Option<String>> {
        let mut input = input.as_bytes();
        let mut found = Vec::new();
        while let Some(body) = read(&mut input).unwrap() {
            found.push(body.ok().map(|body| String::from_utf8(body).unwrap()));
        }
        found
    }

    #[test]
    fn bodies_are_as_long_as_their_headers_say() {
        let input = "Content-Length: 2\r\nContent-Type: x\r\n\r\n{}content-length:3\n\n[1]";
        assert_eq!(bodies(input), [Some("{}".to_owned()), Some("[1]".to_owned())]);
    }

    #[test]
    fn what_is_no_header_is_passed_over() {
        assert_eq!(bodies("hello\r\n\r\nContent-Length: 2\r\n\r\n{}"), [Some("{}".to_owned())]);
        assert_eq!(bodies("Content-Length: x\r\n\r\n{}\r\nContent-Length: 1\r\n\r\n1"), [Some("1".to_owned())]);
        assert_eq!(bodies("Content-Length: 9\r\n\r\n{}"), [], "the input ends within a message");
    }

    #[test]
    fn a_length_that_nobody_can_send_makes_no_room() {
        assert_eq!(bodies("Content-Length: 99999999999999\r\n\r\n{}"), [None]);
    }

    #[test]
    fn what_is_no_message_is_refused_with_its_id() {
        let refused = |body: &str| parse(body.as_bytes()).map(|_| ()).unwrap_err();
        assert_eq!(refused("{").id, Id::Null);
        assert_eq!(refused("[]").code, ErrorCodes::InvalidRequest);
        assert_eq!(refused(r#"{"id":7,"method":"hover"}"#).id, Id::Number(7));
        assert_eq!(refused(r#"{"jsonrpc":"2.0","id":"a","method":1}"#).id, Id::String("a".to_owned()));
        assert!(parse(br#"{"jsonrpc":"2.0","id":9999999999,"method":"shutdown"}"#).is_ok());
    }
}
