//! tolmach aligns originals and translations paragraph by paragraph, checks glossary terms in every
//! inflected form, and tells what changed on either side.
//!
//! # The rooms
//!
//! A room may use rooms on lower floors, never its neighbours or those above; `tests/floors.rs` reads the
//! `use` lines and fails where one looks up.
//!
//! | floor | room | answers |
//! |---|---|---|
//! | 0 | [`text`] | what stands in a file: paragraphs, blocks, marks, words |
//! | 0 | [`lang`] | what a language is: inflection, stems, sounds, numbers, lexicon |
//! | 1 | [`align`] | which paragraphs answer each other, and how surely |
//! | 1 | [`glossary`] | where a concept's terms occur |
//! | 1 | [`diff`] | what changed between two texts of one language |
//! | 2 | [`units`] | what a person accepted, and what became of it |
//! | 2 | [`rules`] | what is wrong with a unit or a pair of documents |
//! | 2 | [`memory`] | what was translated before, and what is like it |
//! | 3 | [`analysis`] | the order of the work: texts in, units and findings out |
//! | 3 | [`project`] | folders, configuration, reading, atomic writing |
//! | 3 | [`draft`] | what a translation looks like before it is written, and after its original changed |
//! | 3 | [`exchange`] | other tools' formats |
//! | 4 | [`i18n`] | the words of the interface, in English and Russian |
//! | 5 | [`report`] | formats of the answer |
//! | 6 | [`session`] | a walk through the findings: position, keys, decisions, undo |
//! | 7 | [`cli`] | commands |
//!
//! # One paragraph's way
//!
//! `project` reads bytes; `text` makes them a [`text::Document`]; `units` says which accepted units still stand;
//! `align` pairs the rest; `checks` look at each unit; `review` gathers the findings; `report` writes them down
//! with the words of `ui`; `cli` returns an exit code.

pub mod align;
pub mod analysis;
pub mod cli;
pub mod diff;
pub mod draft;
pub mod exchange;
pub mod glossary;
pub mod i18n;
pub mod import;
pub mod lang;
pub mod memory;
pub mod project;
pub mod report;
pub mod rules;
pub mod session;
pub mod text;
pub mod units;
