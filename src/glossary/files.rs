//! Reads the files of a glossary, large ones in pieces.

use std::ops::Range;

use rayon::prelude::*;

use super::claims;
use super::concept::{Concept, Glossary};
use super::fault::Fault;
use super::pieces::pieces;
use super::read::Reader;
use crate::text::Lines;

impl Glossary {
    /// Reads glossary files, given as (name for messages, content), and merges them.
    ///
    /// What is wrong is told in file and line order; everything else is read all the same. A concept or a term with a
    /// fault of its own is left out where it could not be looked up, kept where it could.
    pub fn read(files: &[(String, String)]) -> (Glossary, Vec<Fault>) {
        let mut concepts = Vec::new();
        let mut faults = Vec::new();
        for (file, content) in files {
            let (mut read, mut wrong) = read_file(file, content, PIECE);
            concepts.append(&mut read);
            faults.append(&mut wrong);
        }
        concepts.shrink_to_fit();
        let glossary = Glossary { concepts: concepts.into() };
        claims::check(&glossary, &mut faults);
        let order = |file: &str| files.iter().position(|(name, _)| name == file);
        faults.sort_by_key(|fault| (order(&fault.file), fault.line));
        (glossary, faults)
    }
}

/// A file larger than this is read in pieces of this size, in bytes.
const PIECE: usize = 256 * 1024;

/// Reads one file. What a whole file takes while it is read is many times its size, so that a large one is cut between
/// concepts; where a piece is not concepts alone, what is wrong is told of the whole file.
fn read_file(file: &str, content: &str, size: usize) -> (Vec<Concept>, Vec<Fault>) {
    let lines = Lines::new(content);
    let text = content.strip_prefix('\u{feff}').unwrap_or(content);
    let marked = content.len() - text.len();
    let pieces = pieces(text, size);
    let one = |piece: &Range<usize>| {
        let start = marked + piece.start;
        let mut reader = Reader { file, content, lines: &lines, start, faults: Vec::new() };
        let mut concepts = Vec::new();
        let only_concepts = reader.read(&text[piece.clone()], &mut concepts);
        (only_concepts, concepts, reader.faults)
    };
    if pieces.len() > 1 {
        let read: Vec<_> = pieces.par_iter().map(one).collect();
        if read.iter().all(|(only_concepts, ..)| *only_concepts) {
            let mut whole = (Vec::new(), Vec::new());
            for (_, mut concepts, mut faults) in read {
                whole.0.append(&mut concepts);
                whole.1.append(&mut faults);
            }
            return whole;
        }
    }
    let (_, concepts, faults) = one(&(0..text.len()));
    (concepts, faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file is read alike in one piece and in small ones.
    fn alike(content: &str) -> (Vec<Concept>, Vec<Fault>) {
        let whole = read_file("g", content, content.len());
        for size in [1, 20, 90] {
            assert_eq!(read_file("g", content, size), whole, "{size}: {content}");
        }
        whole
    }

    fn concept(at: usize) -> String {
        format!("[[concept]]\nid = \"c{at}\"\n[concept.en]\npreferred = \"word {at}\"\n\n")
    }

    #[test]
    fn pieces_give_the_same_concepts_lines_and_faults() {
        let all: String = (0..9).map(concept).collect();
        assert_eq!(alike(&all).0.len(), 9);
        assert_eq!(alike(&format!("\u{feff}# Terms\n{all}")).0[8].line, 42);
        let (concepts, faults) = alike(&format!("{all}[[concept]]\nid = 1\n{}prefered = \"x\"\n", concept(9)));
        assert_eq!((concepts.len(), faults.iter().map(|fault| fault.line).collect::<Vec<_>>()), (10, vec![47, 46, 53]));
    }

    #[test]
    fn what_is_not_concepts_alone_is_read_whole() {
        let all: String = (0..5).map(concept).collect();
        for (content, faults) in [
            (format!("{all}x = \"\"\"\n[[concept]]\n\"\"\"\n{all}"), 1),
            (format!("concept = []\n{all}"), 1),
            (format!("[concept]\n{all}"), 1),
            (format!("[other]\n{all}[other.more]\n{all}"), 1),
            (format!("{all}[other]\n{all}[other]\n{all}"), 1),
            (format!("{all}[[concept\n{all}"), 1),
            (format!("{all}[[ concept ]]\nid = \"x\"\n{all}"), 1),
            (format!("{all}\n[[concept]]\nid = \"x\"\ndefinition = \"\"\"\n[[concept]]\n\"\"\"\n{all}"), 1),
        ] {
            assert_eq!(alike(&content).1.len(), faults, "{content}");
        }
    }
}
