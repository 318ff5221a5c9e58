//! The review in a browser: a server on the loopback address for the one person who started it.
//!
//! Whoever may ask is decided in `guard`, from a request's address, headers and secrets alone. What is asked becomes a
//! command of `session`; the room knows no rule of the craft.

mod answer;
mod guard;
mod request;
mod secret;
mod server;
mod shell;

pub use server::{Server, serve};
