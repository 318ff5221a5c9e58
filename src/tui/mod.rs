//! The review on a terminal: on the full screen, or as questions and answers on lines.
//!
//! Draws what a [`Session`](crate::session::Session) holds and gives it keys. Never decides what a key means, reads a
//! document or changes a file.

mod lines;
mod offer;
mod page;
pub mod plain;
mod screen;
pub mod terminal;

pub use lines::Palette;
