//! The numbers of paragraphs, each paragraph read once for all rules.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::lang::numbers::Number;

/// The numbers of a pair's paragraphs, by paragraph, read where a rule asks for them.
#[derive(Debug, Default)]
pub struct ReadNumbers {
    source: RefCell<Known>,
    target: RefCell<Known>,
}

type Known = FxHashMap<usize, Rc<[Number]>>;

impl ReadNumbers {
    /// The numbers of a paragraph of the source, as `read` gives them the first time.
    pub(super) fn of_source(&self, paragraph: usize, read: impl FnOnce() -> Vec<Number>) -> Rc<[Number]> {
        of(&self.source, paragraph, read)
    }

    /// The numbers of a paragraph of the target, as `read` gives them the first time.
    pub(super) fn of_target(&self, paragraph: usize, read: impl FnOnce() -> Vec<Number>) -> Rc<[Number]> {
        of(&self.target, paragraph, read)
    }
}

fn of(known: &RefCell<Known>, paragraph: usize, read: impl FnOnce() -> Vec<Number>) -> Rc<[Number]> {
    known.borrow_mut().entry(paragraph).or_insert_with(|| read().into()).clone()
}
