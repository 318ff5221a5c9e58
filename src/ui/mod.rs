//! The words of the interface, in English and Russian, by Fluent.
//!
//! The only room with sentences. Never knows formats, or where facts arise.
