//! Originals that are translated into several languages, each opened once.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::Error;
use crate::project::Project;
use crate::units::Paths;

/// The originals of some pairs, as far as they were read.
pub(super) struct Originals<'a>(HashMap<&'a str, Mutex<Original>>);

/// An original, and how many pairs still need it.
#[derive(Default)]
struct Original {
    bytes: Option<Vec<u8>>,
    wanted: usize,
}

impl<'a> Originals<'a> {
    /// Those of these pairs; none is read yet.
    pub(super) fn of(pairs: impl Iterator<Item = &'a Paths>) -> Originals<'a> {
        let mut originals: HashMap<&str, Mutex<Original>> = HashMap::new();
        for paths in pairs {
            let original = originals.entry(&paths.original).or_default();
            original.get_mut().unwrap_or_else(PoisonError::into_inner).wanted += 1;
        }
        Originals(originals)
    }

    /// The bytes of an original for one of its pairs. They are kept until the last pair took them.
    ///
    /// # Errors
    ///
    /// Where it cannot be read; each pair of it says so.
    pub(super) fn take(&self, project: &Project, path: &str) -> Result<Vec<u8>, Error> {
        let Some(original) = self.0.get(path) else { return Ok(project.read(path)?) };
        let mut original = original.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = match original.bytes.take() {
            Some(bytes) => bytes,
            None => project.read(path)?,
        };
        original.wanted = original.wanted.saturating_sub(1);
        if original.wanted > 0 {
            original.bytes = Some(bytes.clone());
        }
        Ok(bytes)
    }
}
