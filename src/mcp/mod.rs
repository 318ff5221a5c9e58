//! The Model Context Protocol on standard input and output: an agent looks at a project and proposes translations.
//!
//! Newline-delimited JSON-RPC 2.0, of the protocol's revisions of [`REVISIONS`]. Every tool but `propose` only reads, no
//! tool accepts anything, and nothing outside the project is read or written. The project is opened anew for every
//! call, since files change between two of them.

mod arguments;
mod host;
mod message;
mod resources;
mod server;
mod tools;

pub use host::Host;
pub use server::{REVISIONS, serve};
