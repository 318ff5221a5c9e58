//! Other tools' formats: one format, one file; values to bytes and back.
//!
//! Never knows folders or the interface language.
