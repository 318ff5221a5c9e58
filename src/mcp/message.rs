//! Messages of JSON-RPC, one a line.

use std::io::{self, BufRead, Read};

use serde_json::{Value, json};

/// The most bytes of a message.
const MOST: u64 = 16 << 20;

/// JSON-RPC's numbers of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    Parse = -32700,
    Request = -32600,
    Method = -32601,
    Params = -32602,
    Resource = -32002,
}

/// A request or a notification.
#[derive(Debug, PartialEq)]
pub(super) struct Message {
    /// `None` for a notification, which has no answer.
    pub(super) id: Option<Value>,
    pub(super) method: String,
    pub(super) params: Value,
}

/// The next line, `None` at the end of the input; a line that is too long is empty.
pub(super) fn line(input: &mut dyn BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    if Read::take(&mut *input, MOST).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    let whole = line.ends_with(b"\n") || (line.len() as u64) < MOST;
    if whole {
        return Ok(Some(line));
    }
    loop {
        let mut rest = Vec::new();
        if Read::take(&mut *input, MOST).read_until(b'\n', &mut rest)? == 0 || rest.ends_with(b"\n") {
            return Ok(Some(Vec::new()));
        }
    }
}

/// The message of a line; else the answer that says what is wrong. `None`: the line is the answer to a request, which
/// this server never makes.
pub(super) fn read(line: &[u8]) -> Result<Option<Message>, Value> {
    let value: Value =
        serde_json::from_slice(line).map_err(|fault| error(&Value::Null, Code::Parse, &fault.to_string()))?;
    let id = value.get("id").cloned();
    let wrong = |text: &str| error(id.as_ref().unwrap_or(&Value::Null), Code::Request, text);
    if !value.is_object() || value.get("jsonrpc").and_then(Value::as_str) != Some("2.0") {
        return Err(wrong("not a message of JSON-RPC 2.0"));
    }
    let Some(method) = value.get("method") else {
        let is_answer = value.get("result").is_some() || value.get("error").is_some();
        return if is_answer { Ok(None) } else { Err(wrong("no method")) };
    };
    let method = method.as_str().ok_or_else(|| wrong("the method is no text"))?.to_owned();
    if !matches!(id, None | Some(Value::String(_) | Value::Number(_))) {
        return Err(wrong("the id is neither a text nor a number"));
    }
    Ok(Some(Message { id, method, params: value.get("params").cloned().unwrap_or(Value::Null) }))
}

pub(super) fn result(id: &Value, result: Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "result": result })
}

pub(super) fn error(id: &Value, code: Code, message: &str) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code as i32, "message": message } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_message_is_answered_with_an_error() {
        for (line, code) in [
            ("{", -32700),
            ("[]", -32600),
            ("{\"id\":1}", -32600),
            ("{\"jsonrpc\":\"2.0\",\"id\":[],\"method\":\"a\"}", -32600),
        ] {
            assert_eq!(read(line.as_bytes()).unwrap_err()["error"]["code"], code, "{line}");
        }
        assert_eq!(read(b"{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"), Ok(None));
    }

    #[test]
    fn an_endless_line_is_passed_over() {
        let mut long = vec![b'a'; usize::try_from(MOST).unwrap() + 5];
        long.extend_from_slice(b"\nshort\n");
        let mut input = long.as_slice();
        assert_eq!(line(&mut input).unwrap(), Some(Vec::new()));
        assert_eq!(line(&mut input).unwrap(), Some(b"short\n".to_vec()));
        assert_eq!(line(&mut input).unwrap(), None);
    }
}
