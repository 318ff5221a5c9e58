//! The file of a lexicon that was learned: the units that teach, and the pairs of words that they have in common.
//!
//! Takes and gives text; opening files is another room's work.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

use crate::lang::Language;

use super::learn::learned;
use super::lexicon::{Learned, Lexicon};
use super::witnesses::{Witnesses, escape, unescape};

const FIRST: &str = "# tolmach lexicon 1";
const WORDS: &str = "## words ";
const UNITS: &str = "## units ";
const LAST: &str = "## end";

/// What was learned of pairs of languages.
#[derive(Clone, Debug, Default)]
pub struct LearnedFile {
    languages: BTreeMap<(String, String), Taught>,
}

#[derive(Clone, Debug, Default)]
struct Taught {
    units: Option<Witnesses>,
    words: Option<Vec<Learned>>,
}

/// Why a file is no lexicon, by the 1-based number of the line.
#[derive(Debug)]
pub enum LearnedFault {
    /// Another file than one that `align --learn-only` or `lexicon merge` wrote.
    Other,
    /// A later version wrote it.
    Version,
    /// A line that cannot be read.
    Line(usize),
    /// It ends before its last line.
    CutShort,
    /// It has words alone, and no units from which more could be learned.
    WordsAlone,
    /// It cannot be read to its end.
    Io(io::Error),
}

impl LearnedFile {
    /// The units of a pair of languages, to which more can be added.
    pub fn units(&mut self, source: &Language, target: &Language) -> &mut Witnesses {
        self.languages.entry((source.to_string(), target.to_string())).or_default().units.get_or_insert_default()
    }

    /// Adds what a file holds: its units alone, so that the answer does not depend on what was merged before.
    ///
    /// # Errors
    ///
    /// Where it is no lexicon or has no units.
    pub fn add(&mut self, input: impl BufRead) -> Result<(), LearnedFault> {
        for (languages, taught) in LearnedFile::read(input, Wanted::Units)?.languages {
            let units = taught.units.ok_or(LearnedFault::WordsAlone)?;
            self.languages.entry(languages).or_default().units.get_or_insert_default().merge(units);
        }
        Ok(())
    }

    /// The lexicon in a file: its words, or where it has none those that its units teach.
    ///
    /// # Errors
    ///
    /// Where it is no lexicon.
    pub fn open(input: impl BufRead) -> Result<LearnedFile, LearnedFault> {
        let mut file = LearnedFile::read(input, Wanted::Words)?;
        file.learn();
        Ok(file)
    }

    /// Works out the words of the units.
    pub fn learn(&mut self) {
        for taught in self.languages.values_mut() {
            if let (Some(units), None) = (&taught.units, &taught.words) {
                taught.words = Some(learned(units));
            }
        }
    }

    /// The built-in lexicon of two languages with the words that were learned.
    pub fn lexicon(&self, source: &Language, target: &Language) -> Lexicon {
        let built_in = Lexicon::built_in(source, target);
        let taught = self.languages.get(&(source.to_string(), target.to_string()));
        let words = taught.and_then(|taught| taught.words.as_deref());
        match words {
            Some(words) => built_in.with_learned(words),
            None => built_in,
        }
    }

    /// The number of units and of pairs of words.
    pub fn size(&self) -> (usize, usize) {
        let of = |taught: &Taught| {
            let units = taught.units.as_ref().map_or(0, |units| units.lines().count());
            (units, taught.words.as_ref().map_or(0, Vec::len))
        };
        self.languages.values().map(of).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1))
    }

    /// Writes the file; `units`, whether with the units, which are needed to merge it with others.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn write(&self, output: &mut dyn Write, units: bool) -> io::Result<()> {
        writeln!(output, "{FIRST}")?;
        for ((source, target), taught) in &self.languages {
            let Some(words) = &taught.words else { continue };
            writeln!(output, "{WORDS}{source} {target}")?;
            for pair in words {
                let mut line = String::new();
                escape(&pair.source, &mut line);
                line.push('\t');
                escape(&pair.target, &mut line);
                writeln!(output, "{line}\t{}", pair.trust)?;
            }
        }
        for ((source, target), taught) in self.languages.iter().filter(|_| units) {
            let Some(units) = &taught.units else { continue };
            writeln!(output, "{UNITS}{source} {target}")?;
            for line in units.lines() {
                writeln!(output, "{line}")?;
            }
        }
        writeln!(output, "{LAST}")
    }

    fn read(mut input: impl BufRead, wanted: Wanted) -> Result<LearnedFile, LearnedFault> {
        let mut file = LearnedFile::default();
        let mut part = Part::Before;
        let mut bytes = Vec::new();
        for number in 1.. {
            bytes.clear();
            if input.read_until(b'\n', &mut bytes).map_err(LearnedFault::Io)? == 0 {
                break;
            }
            let line = std::str::from_utf8(&bytes).ok().and_then(|line| line.strip_suffix('\n'));
            part = match (part, line) {
                (Part::Before, line) => first(line)?,
                (part @ (Part::Words(_) | Part::Units(_)), Some(line)) if line.contains('\t') => {
                    file.take(&part, line, wanted).ok_or(LearnedFault::Line(number))?;
                    part
                }
                (Part::Head | Part::Words(_) | Part::Units(_), Some(line)) => {
                    file.begin(line).ok_or(LearnedFault::Line(number))?
                }
                _ => return Err(LearnedFault::Line(number)),
            };
        }
        match part {
            Part::Before => Err(LearnedFault::Other),
            Part::After => Ok(file),
            _ => Err(LearnedFault::CutShort),
        }
    }

    /// The part that a line without a tab begins.
    fn begin(&mut self, line: &str) -> Option<Part> {
        if line == LAST {
            return Some(Part::After);
        }
        let languages =
            |tags: &str| tags.split_once(' ').map(|(source, target)| (source.to_owned(), target.to_owned()));
        if let Some(tags) = line.strip_prefix(WORDS) {
            let languages = languages(tags)?;
            self.languages.entry(languages.clone()).or_default().words.get_or_insert_default();
            return Some(Part::Words(languages));
        }
        let languages = languages(line.strip_prefix(UNITS)?)?;
        self.languages.entry(languages.clone()).or_default().units.get_or_insert_default();
        Some(Part::Units(languages))
    }

    /// Takes a line with a tab to what its part names.
    fn take(&mut self, part: &Part, line: &str, wanted: Wanted) -> Option<()> {
        let (Part::Words(languages) | Part::Units(languages)) = part else { return None };
        let taught = self.languages.get_mut(languages)?;
        match (part, &mut taught.units, &mut taught.words) {
            (Part::Words(_), _, Some(words)) if wanted == Wanted::Words => words.push(pair(line)?),
            (Part::Units(_), _, Some(_)) if wanted == Wanted::Words => {}
            (Part::Units(_), Some(units), _) => return units.add_line(line).then_some(()),
            _ => {}
        }
        Some(())
    }
}

/// What a reader uses of a file that has both.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Units,
    Words,
}

/// Where in a file a line is; a section with its languages.
enum Part {
    Before,
    Head,
    Words((String, String)),
    Units((String, String)),
    After,
}

fn first(line: Option<&str>) -> Result<Part, LearnedFault> {
    match line {
        Some(FIRST) => Ok(Part::Head),
        Some(line) if line.starts_with(&FIRST[..FIRST.len() - 1]) => Err(LearnedFault::Version),
        _ => Err(LearnedFault::Other),
    }
}

fn pair(line: &str) -> Option<Learned> {
    let mut cells = line.split('\t');
    let (source, target, trust) = (cells.next()?, cells.next()?, cells.next()?);
    let trust: f32 = trust.parse().ok()?;
    let whole = cells.next().is_none() && (0.0..=1.0).contains(&trust);
    whole.then_some(Learned { source: unescape(source)?, target: unescape(target)?, trust })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Observation;

    fn shard(numbers: std::ops::Range<usize>) -> LearnedFile {
        let (ru, en) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let texts: Vec<(String, String)> = numbers
            .map(|at| (format!("кошка{} пьёт {at}", at % 7), format!("cat{} `git add` drinks {at}", at % 7)))
            .collect();
        let pairs: Vec<(&str, &str)> = texts.iter().map(|pair| (pair.0.as_str(), pair.1.as_str())).collect();
        let mut file = LearnedFile::default();
        Observation::of_texts((&ru, &en), &pairs).add_to(file.units(&ru, &en));
        file
    }

    fn written(file: &LearnedFile, units: bool) -> String {
        let mut bytes = Vec::new();
        file.write(&mut bytes, units).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    fn merged(parts: &[&str]) -> String {
        let mut file = LearnedFile::default();
        parts.iter().for_each(|part| file.add(part.as_bytes()).unwrap());
        file.learn();
        written(&file, true)
    }

    #[test]
    fn merging_shows_neither_order_nor_parts() {
        let [a, b, c] = [0..30, 20..60, 60..90].map(|range| written(&shard(range), true));
        let whole = merged(&[&written(&shard(0..90), true)]);
        assert!(whole.contains("кошка3\tcat3\t"), "{whole}");
        assert_eq!(merged(&[&a, &b, &c]), whole);
        assert_eq!(merged(&[&c, &a, &b, &a]), whole);
        assert_eq!(merged(&[&merged(&[&a, &b]), &c]), whole);
        assert_eq!(merged(&[&a, &merged(&[&b, &c])]), whole);
    }

    #[test]
    fn what_is_read_knows_what_was_learned() {
        let (ru, en) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let units = written(&shard(0..90), true);
        let whole = merged(&[&units]);
        let words = written(&LearnedFile::open(whole.as_bytes()).unwrap(), false);
        assert!(!words.contains(UNITS));
        for text in [&units, &whole, &words] {
            let lexicon = LearnedFile::open(text.as_bytes()).unwrap().lexicon(&ru, &en);
            assert!(lexicon.translations("кошка3").any(|known| known.0 == "cat3"), "{text}");
        }
        assert!(matches!(LearnedFile::default().add(words.as_bytes()), Err(LearnedFault::WordsAlone)));
    }

    #[test]
    fn what_is_no_whole_lexicon_is_refused() {
        let whole = merged(&[&written(&shard(0..20), true)]);
        let fault = |text: &str| LearnedFile::open(text.as_bytes()).unwrap_err();
        assert!(matches!(fault(""), LearnedFault::Other));
        assert!(matches!(fault("дом\thouse\n"), LearnedFault::Other));
        assert!(matches!(fault("# tolmach lexicon 2\n"), LearnedFault::Version));
        assert!(matches!(fault(&whole.replace("## end\n", "")), LearnedFault::CutShort));
        assert!(matches!(fault(&format!("{whole}{whole}")), LearnedFault::Line(_)));
        assert!(matches!(fault("# tolmach lexicon 1\nдом\thouse\n"), LearnedFault::Line(2)));
        assert!(matches!(fault("# tolmach lexicon 1\n## words ru en\nдом\thouse\t7\n## end\n"), LearnedFault::Line(3)));
        assert!(matches!(fault("# tolmach lexicon 1\n## units ru en\nдом\n## end\n"), LearnedFault::Line(3)));
        assert!(matches!(fault("# tolmach lexicon 1\n## end"), LearnedFault::Line(2)));
    }

    #[test]
    fn no_units_are_a_lexicon_too() {
        assert_eq!(merged(&[&written(&LearnedFile::default(), true)]), "# tolmach lexicon 1\n## end\n");
    }
}
