//! The words that align one pair of languages: built in, from the project's own lists and glossary, learned from what
//! was accepted.

use super::Error;
use super::units_files::Texts;
use crate::align::{self, BadLine, Lexicon, Observation, dictd, word_list};
use crate::glossary::{Glossary, Status};
use crate::lang::Language;
use crate::project::Project;

/// Endings of a dictionary's text in the dictd format, the usual one first.
const TEXTS: [&str; 2] = [".dict.dz", ".dict"];
const INDEX: &str = ".index";

/// The pairs of words of the project's own lists.
pub(super) type Lists = Vec<(String, String)>;

/// Reads the project's own lists.
///
/// # Errors
///
/// Where a list is missing or broken.
pub(super) fn lists(project: &Project) -> Result<Lists, Error> {
    let mut lists = Lists::new();
    for path in &project.config.lexicons {
        lists.extend(read(project, path)?);
    }
    Ok(lists)
}

/// The lexicon of two languages: what is built in, the project's own lists and the terms of the glossary.
pub(super) fn lexicon(lists: &Lists, glossary: &Glossary, source: &Language, language: &Language) -> Lexicon {
    let mut lexicon = Lexicon::built_in(source, language);
    lexicon.extend(lists.iter().map(|(left, right)| (left.as_str(), right.as_str())));
    let of_concepts = glossary.concepts.iter().filter_map(|concept| {
        let (from, to) = (concept.terms.get(source.code())?, concept.terms.get(language.code())?);
        let wanted = |term: &&crate::glossary::Term| term.status != Status::Deprecated;
        let left = from.terms.iter().filter(wanted);
        Some(left.flat_map(move |left| {
            to.terms.iter().filter(wanted).map(move |right| (left.text.as_str(), right.text.as_str()))
        }))
    });
    lexicon.extend(of_concepts.flatten());
    lexicon
}

/// As many accepted units are learned from; more would add little.
pub(super) const ENOUGH: usize = 5000;

/// The lexicon with what accepted units have in common; `files` gives the texts of those of each units file.
pub(super) fn learn(
    languages: (&Language, &Language),
    files: impl Iterator<Item = Vec<Texts>>,
    lexicon: &Lexicon,
) -> Lexicon {
    let mut accepted: Vec<Texts> = Vec::new();
    for texts in files {
        accepted.extend(texts);
        if accepted.len() >= ENOUGH {
            break;
        }
    }
    let pairs: Vec<(&str, &str)> = accepted.iter().map(|pair| (pair.0.as_str(), pair.1.as_str())).collect();
    align::learn([Observation::of_texts(languages, &pairs)], lexicon)
}

/// The files of the project's own lists; a dictd dictionary has two.
pub(super) fn files(project: &Project) -> Vec<String> {
    let lists = project.config.lexicons.iter();
    lists.flat_map(|path| dictionary(project, path).map_or_else(|| vec![path.clone()], Vec::from)).collect()
}

fn read(project: &Project, path: &str) -> Result<Vec<(String, String)>, Error> {
    let Some([index, text]) = dictionary(project, path) else {
        let (pairs, bad) = word_list(&project.read_text(path)?);
        return match bad.first() {
            Some(BadLine(line)) => Err(Error::LexiconLine { path: path.to_owned(), line: *line }),
            None => Ok(pairs),
        };
    };
    dictd(&project.read(&index)?, &project.read(&text)?).map_err(|error| Error::Dictionary { index, text, error })
}

/// The index and the text of a dictd dictionary, whichever of the two is named.
fn dictionary(project: &Project, path: &str) -> Option<[String; 2]> {
    if let Some(stem) = path.strip_suffix(INDEX) {
        let texts = TEXTS.map(|ending| format!("{stem}{ending}"));
        let there = texts.iter().find(|text| project.exists(text)).unwrap_or(&texts[0]);
        return Some([path.to_owned(), there.clone()]);
    }
    let stem = TEXTS.iter().find_map(|ending| path.strip_suffix(ending))?;
    Some([format!("{stem}{INDEX}"), path.to_owned()])
}
