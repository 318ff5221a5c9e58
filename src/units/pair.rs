//! One original and its translation: their files, their texts, and what a person accepted of them.
//!
//! A pair is read once and goes as it is from the files to the report.

use std::sync::OnceLock;

use sha2::{Digest, Sha512_256};

use super::{Drift, Today, Units, UnitsFault, drift};
use crate::align::{Pin, Side, Unit};
use crate::lang::Language;
use crate::text::{Document, Fault, FaultKind, Format, Layout, Lines};

/// The files of a pair, read or not. Paths are relative to the root of the project, with `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The file of the source language.
    pub original: String,
    /// The language of the translation.
    pub language: Language,
    /// Where the translation is or would be.
    pub translation: String,
    /// The units file beside the translation.
    pub units: String,
    /// Whether the translation's file is there.
    pub translated: bool,
    /// How plain text is cut into paragraphs.
    pub layout: Layout,
}

impl Paths {
    /// How the original is read; by its name's ending.
    pub fn original_format(&self) -> Format {
        Format::of(&self.original, self.layout)
    }

    /// How the translation is read.
    pub fn translation_format(&self) -> Format {
        Format::of(&self.translation, self.layout)
    }

    /// The three files: original, translation, units.
    pub fn all(&self) -> [&str; 3] {
        [&self.original, &self.translation, &self.units]
    }
}

/// The bytes of the files of a pair; `None` for a file that is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// The original's.
    pub original: Option<Vec<u8>>,
    /// The translation's.
    pub translation: Option<Vec<u8>>,
    /// The units file's.
    pub units: Option<Vec<u8>>,
}

/// Names the contents of a pair: two pairs of one key have the same texts and the same accepted units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(pub [u8; 32]);

/// One pair of documents as read.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Where its files are.
    pub paths: Paths,
    /// What was read; a change is made to these bytes and to no others.
    pub files: Files,
    /// Of the original.
    pub source_language: Language,
    /// Of the translation.
    pub target_language: Language,
    /// The original.
    pub source: Document,
    /// Empty where the translation is not there.
    pub target: Document,
    /// What a person decided about it.
    pub units: Units,
    /// How many of the units came from other documents with their texts, and are not in the units file yet.
    pub carried: usize,
    lines: [OnceLock<Lines>; 2],
}

impl Pair {
    /// Reads the files of a pair.
    ///
    /// # Errors
    ///
    /// If the units file cannot be used.
    pub fn read(paths: Paths, source_language: &Language, files: Files) -> Result<Pair, UnitsFault> {
        let document = |bytes: &Option<Vec<u8>>, format| match bytes {
            Some(bytes) => Document::read(bytes, format),
            None => Document { format, ..Document::default() },
        };
        let units = match &files.units {
            Some(bytes) => Units::read(&String::from_utf8_lossy(bytes))?,
            None => Units::default(),
        };
        let source = document(&files.original, paths.original_format());
        let target = document(&files.translation, paths.translation_format());
        let languages = (source_language.clone(), paths.language.clone());
        Ok(Pair { paths, files, ..Pair::of(source, target, languages, units) })
    }

    /// A pair of texts that are in no project; its paths are empty.
    pub fn of(source: Document, target: Document, languages: (Language, Language), units: Units) -> Pair {
        let [original, translation, of_units] = [const { String::new() }; 3];
        let language = languages.1.clone();
        let paths =
            Paths { original, language, translation, units: of_units, translated: true, layout: Layout::default() };
        Pair {
            paths,
            files: Files::default(),
            source_language: languages.0,
            target_language: languages.1,
            source,
            target,
            units,
            carried: 0,
            lines: Default::default(),
        }
    }

    /// A file of the glossary, for findings about its concepts: its text has no paragraphs, so that places are places
    /// in the file.
    pub fn of_glossary(path: &str, text: String, language: &Language) -> Pair {
        let target = Document { text, ..Document::default() };
        let mut pair = Pair::of(Document::default(), target, (language.clone(), language.clone()), Units::default());
        path.clone_into(&mut pair.paths.original);
        path.clone_into(&mut pair.paths.translation);
        pair
    }

    /// Whether it is a file of the glossary, and no pair of documents.
    pub fn is_glossary(&self) -> bool {
        self.paths.original == self.paths.translation && !self.paths.original.is_empty()
    }

    /// The pair with other units, of which so many came from other documents.
    #[must_use]
    pub fn with_carried(self, units: Units, carried: usize) -> Pair {
        Pair { units, carried, ..self }
    }

    /// The pair with another text of the translation.
    #[must_use]
    pub fn with_target(&self, bytes: &[u8]) -> Pair {
        Pair {
            target: Document::read(bytes, self.paths.translation_format()),
            files: Files { translation: Some(bytes.to_vec()), ..self.files.clone() },
            lines: [self.lines[0].clone(), OnceLock::new()],
            ..self.clone()
        }
    }

    /// Names the contents of the pair: its paths, its texts and its accepted units.
    pub fn key(&self) -> Key {
        let mut digest = Sha512_256::new();
        for path in self.paths.all() {
            digest.update((path.len() as u64).to_le_bytes());
            digest.update(path);
        }
        for bytes in [&self.files.original, &self.files.translation, &self.files.units] {
            let length = bytes.as_ref().map_or(u64::MAX, |bytes| bytes.len() as u64);
            digest.update(length.to_le_bytes());
            digest.update(bytes.as_deref().unwrap_or_default());
        }
        Key(digest.finalize().into())
    }

    /// The lines of the original.
    pub fn source_lines(&self) -> &Lines {
        self.lines[0].get_or_init(|| Lines::new(&self.source.text))
    }

    /// The lines of the translation.
    pub fn target_lines(&self) -> &Lines {
        self.lines[1].get_or_init(|| Lines::new(&self.target.text))
    }

    /// The original as the aligner takes it.
    pub fn source_side(&self) -> Side<'_> {
        side(&self.source_language, &self.source)
    }

    /// The translation as the aligner takes it.
    pub fn target_side(&self) -> Side<'_> {
        side(&self.target_language, &self.target)
    }

    /// What became of the accepted units.
    pub fn drift(&self) -> Drift {
        drift(&self.units, &self.source, &self.target)
    }

    /// Today's texts beside what became of the units, for a decision.
    pub fn today<'a>(&'a self, drift: &'a Drift) -> Today<'a> {
        Today { source: &self.source.paragraphs, target: &self.target.paragraphs, drift }
    }

    /// The texts of a unit's paragraphs: source, target.
    pub fn texts(&self, unit: &Unit) -> (Vec<String>, Vec<String>) {
        let text =
            |document: &Document, at: &[usize]| at.iter().map(|at| document.paragraphs[*at].text.clone()).collect();
        (text(&self.source, &unit.source), text(&self.target, &unit.target))
    }

    /// The 1-based line on which a paragraph of the original begins.
    pub fn source_line(&self, paragraph: usize) -> usize {
        line(&self.source, self.source_lines(), paragraph)
    }

    /// The 1-based line on which a paragraph of the translation begins.
    pub fn target_line(&self, paragraph: usize) -> usize {
        line(&self.target, self.target_lines(), paragraph)
    }

    /// Where paragraphs of both sides are: `originals/a.md:3 ↔ translations/en/a.md:3,5`.
    pub fn place(&self, pin: &Pin) -> String {
        let side = |path: &str, lines: Vec<usize>| match lines.is_empty() {
            true => "–".to_owned(),
            false => format!("{path}:{}", lines.iter().map(usize::to_string).collect::<Vec<_>>().join(",")),
        };
        let source = side(&self.paths.original, pin.source.iter().map(|at| self.source_line(*at)).collect());
        let target = side(&self.paths.translation, pin.target.iter().map(|at| self.target_line(*at)).collect());
        format!("{source} ↔ {target}")
    }

    /// The first conflict marker of a merge that nobody finished: path and 1-based line.
    pub fn conflict(&self) -> Option<(&str, usize)> {
        let marker = |document: &Document, lines: &Lines| {
            let is_marker = |fault: &&Fault| fault.kind == FaultKind::ConflictMarker;
            document.faults.iter().find(is_marker).map(|fault| lines.position(&document.text, fault.span.start).line)
        };
        let source = marker(&self.source, self.source_lines()).map(|line| (self.paths.original.as_str(), line));
        source.or_else(|| Some((self.paths.translation.as_str(), marker(&self.target, self.target_lines())?)))
    }
}

fn side<'a>(language: &'a Language, document: &'a Document) -> Side<'a> {
    Side { language, paragraphs: &document.paragraphs, blocks: &document.blocks, text: &document.text }
}

fn line(document: &Document, lines: &Lines, paragraph: usize) -> usize {
    lines.position(&document.text, document.paragraphs[paragraph].span.start).line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(translation: Option<&str>) -> Pair {
        let paths = Paths {
            original: "originals/a.md".into(),
            language: "en".parse().unwrap(),
            translation: "translations/en/a.md".into(),
            units: "translations/en/a.units.toml".into(),
            translated: translation.is_some(),
            layout: Layout::default(),
        };
        let files = Files {
            original: Some("Дом.\n\nРека.\n".into()),
            translation: translation.map(|text| text.as_bytes().to_vec()),
            units: None,
        };
        Pair::read(paths, &"ru".parse().unwrap(), files).unwrap()
    }

    #[test]
    fn a_place_names_both_files_and_the_lines() {
        let pair = pair(Some("A house.\n\nA river.\n"));
        let place = pair.place(&Pin { source: vec![0, 1], target: vec![1] });
        assert_eq!(place, "originals/a.md:1,3 ↔ translations/en/a.md:3");
        assert_eq!(pair.place(&Pin { source: vec![1], target: vec![] }), "originals/a.md:3 ↔ –");
    }

    #[test]
    fn a_key_names_the_contents() {
        let one = pair(Some("A house.\n"));
        assert_eq!(one.key(), pair(Some("A house.\n")).key());
        assert_ne!(one.key(), pair(Some("The house.\n")).key());
        assert_ne!(pair(Some("")).key(), pair(None).key(), "an empty file is not a missing one");
        assert_eq!(one.with_target(b"The house.\n").key(), pair(Some("The house.\n")).key());
    }

    #[test]
    fn a_pair_with_another_text_has_other_lines() {
        let one = pair(Some("A house.\n\nA river.\n"));
        assert_eq!(one.target_line(1), 3);
        assert_eq!(one.with_target(b"A house.\n\n\n\nA river.\n").target_line(1), 5);
    }

    #[test]
    fn a_conflict_is_found_with_its_line() {
        assert_eq!(pair(Some("A.\n")).conflict(), None);
        let torn = pair(Some("A.\n\n<<<<<<< ours\nB.\n=======\nC.\n>>>>>>> theirs\n"));
        assert_eq!(torn.conflict(), Some(("translations/en/a.md", 3)));
    }
}
