//! The language server: a project of two languages in an editor, over the Language Server Protocol 3.17.
//!
//! Knows messages, positions and what an editor shows. Never knows any rule of the craft: what is found, what answers
//! what and what a change makes of a file comes from `workspace`.
//!
//! One thread reads messages, one writes them; the loop between them owns the state. An edit is taken in
//! at once, and the documents that are open are checked when nobody has typed for a moment. Between two pairs of
//! documents the loop looks for messages, so that a newer edit ends the work on an older one.
//!
//! | file | answers |
//! |---|---|
//! | `transport` | what is a message, and what is none |
//! | `server`, `dispatch`, `execute`, `state` | the loop; which method is answered by what; commands; what is known |
//! | `client` | what the editor can do |
//! | `documents`, `position`, `uri` | the open texts, and the places in them |
//! | `projects`, `failure` | the projects of the open texts, and why one cannot be read |
//! | `place`, `view` | which pair, unit and paragraph a position is in; where a place of a document is in the editor |
//! | `diagnostics`, `navigate`, `hover`, `actions`, … | one capability each |

mod actions;
mod capabilities;
mod changes;
mod client;
mod commands;
mod completion;
mod deferred;
mod diagnostics;
mod dispatch;
mod documents;
mod execute;
mod failure;
mod glossary;
mod hover;
mod lens;
mod navigate;
mod options;
mod pairing;
mod place;
mod position;
mod projects;
mod recall;
mod rename;
mod rule_page;
mod semantic;
mod server;
mod state;
mod symbols;
mod terms;
mod transport;
mod uri;
mod view;

use std::io::{BufRead, Write};

pub use failure::{Cause, Describe, Failure};
pub use options::{Ended, Options};

/// Serves one client until it says `exit` or its messages end.
pub fn serve(input: impl BufRead + Send + 'static, output: impl Write + Send + 'static, options: Options) -> Ended {
    let (inbox, outbox) = transport::start(input, output);
    let ended = server::Server::new(options, outbox.clone()).run(&inbox);
    outbox.close();
    ended
}
