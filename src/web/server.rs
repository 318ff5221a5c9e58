//! The server: one request after the other, from one person.

use std::io::{self, Read};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};

use serde_json::{Value, json};
use tiny_http::{Header, Method, Request as Incoming, Response};

use super::answer::answer;
use super::guard::{Asking, Guard, Refused};
use super::request::{Request, Token};
use super::shell::{policy, shell};
use crate::session::Session;

/// The most bytes of a request: the longest paragraph, and what is around it.
const LARGEST: u64 = 4 << 20;

/// A server that listens on the loopback address.
pub struct Server {
    http: tiny_http::Server,
    guard: Guard,
}

impl Server {
    /// Listens at a port that the system chooses.
    ///
    /// # Errors
    ///
    /// Where there is none, or no random bytes.
    pub fn open() -> io::Result<Server> {
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
        let guard = Guard::new(listener.local_addr()?.port())?;
        let http = tiny_http::Server::from_listener(listener, None).map_err(io::Error::other)?;
        Ok(Server { http, guard })
    }

    /// The address for the person who started it; it is good for one tab.
    pub fn address(&self) -> String {
        self.guard.address()
    }
}

/// Answers until the program is ended.
///
/// # Errors
///
/// Where the system takes the address away.
pub fn serve(mut server: Server, session: &mut Session) -> io::Result<()> {
    loop {
        let mut incoming = server.http.recv()?;
        let (status, kind, body) = respond(&mut server.guard, session, &mut incoming);
        let mut response = Response::from_string(body).with_status_code(status);
        for (name, value) in [
            ("Content-Type", kind),
            ("Content-Security-Policy", &policy()),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Cache-Control", "no-store"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ] {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        // Whoever has gone needs no answer.
        incoming.respond(response).ok();
    }
}

fn respond(guard: &mut Guard, session: &mut Session, incoming: &mut Incoming) -> (u16, &'static str, String) {
    const JSON: &str = "application/json; charset=utf-8";
    let header = |name: &'static str| {
        let found = incoming.headers().iter().find(|header| header.field.equiv(name));
        found.map(|header| header.value.as_str().to_owned())
    };
    let (host, origin, site) = (header("Host"), header("Origin"), header("Sec-Fetch-Site"));
    let (key, kind) = (header("X-Tolmach-Key"), header("Content-Type"));
    let path = incoming.url().to_owned();
    let asking = Asking {
        post: incoming.method() == &Method::Post,
        path: &path,
        host: host.as_deref(),
        origin: origin.as_deref(),
        site: site.as_deref(),
        key: key.as_deref(),
        json: kind.as_deref() == Some("application/json"),
    };
    // A head or any other method gets what a page that is not there gets.
    let known = matches!(incoming.method(), Method::Get | Method::Post);
    let admitted = guard.admit(asking).and(if known { Ok(()) } else { Err(Refused::Nothing) });
    if let Err(refused) = admitted {
        return (refused.status(), "text/plain; charset=utf-8", format!("{}\n", session.ui.web_refused()));
    }
    if !asking.post {
        return (200, "text/html; charset=utf-8", shell(&session.ui));
    }
    let (status, value) = asked(guard, session, incoming, &path);
    (status, JSON, value.to_string())
}

fn asked(guard: &mut Guard, session: &mut Session, incoming: &mut Incoming, path: &str) -> (u16, Value) {
    let mut body = Vec::new();
    let read = incoming.as_reader().take(LARGEST + 1).read_to_end(&mut body);
    if read.is_err() || body.len() as u64 > LARGEST {
        return (413, Value::Null);
    }
    if path == "/session" {
        let token = serde_json::from_slice::<Token>(&body).map(|token| token.token).unwrap_or_default();
        return match guard.exchange(&token) {
            Some(key) => (200, json!({ "key": key })),
            None => (401, json!({ "said": session.ui.web_used() })),
        };
    }
    match serde_json::from_slice::<Request>(&body) {
        Ok(request) if path == "/ask" => answer(session, &request),
        _ => (400, Value::Null),
    }
}
