//! `align --batch`: one JSON object a line in, one a line out, in the same order.

use std::io::{self, BufRead, Write};

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::align::{self, LearnedFile, Lexicon, Observation, Reading, Side, Unit};
use crate::lang::Language;
use crate::text::Paragraph;

/// How `align --batch` works.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Threads to use; 0 for all cores.
    pub threads: usize,
    /// Whether to read everything first and learn a lexicon from it.
    pub learn: bool,
    /// What was learned before.
    pub lexicon: LearnedFile,
}

/// Whether every line was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every line was read and answered.
    Done,
    /// At least one line could not be read; it was answered with an error.
    BadLines,
}

/// A line of the input.
#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    id: Value,
    source_language: String,
    target_language: String,
    source: Vec<String>,
    target: Vec<String>,
}

/// What is known of a line that is no request: its id.
#[derive(Deserialize)]
struct Named {
    #[serde(default)]
    id: Value,
}

/// A document pair, read from its line.
pub(super) struct Document {
    id: Value,
    pub(super) languages: (Language, Language),
    source: Vec<Paragraph>,
    target: Vec<Paragraph>,
}

/// A line that could not be read: its id where it has one, and why.
pub(super) struct Bad {
    id: Value,
    pub(super) error: String,
}

/// Lines are answered in groups of about this many bytes: enough for all cores, and all that is held in memory.
const GROUP: usize = 1 << 21;

/// The lexicons of the language pairs met so far: what is built in, and what was learned before.
#[derive(Default)]
pub(super) struct Lexicons {
    known: FxHashMap<(Language, Language), Lexicon>,
    learned: LearnedFile,
}

/// Answers every line of `input`.
pub fn run(input: impl BufRead + Send, output: &mut dyn Write, options: Options) -> io::Result<Outcome> {
    let pool = pool(options.threads)?;
    let lexicons = Lexicons { learned: options.lexicon, ..Lexicons::default() };
    if options.learn { learn(input, output, lexicons, &pool) } else { stream(input, output, lexicons, &pool) }
}

/// Threads of which 0 are all cores.
pub(super) fn pool(threads: usize) -> io::Result<rayon::ThreadPool> {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(io::Error::other)
}

fn stream(
    mut input: impl BufRead,
    output: &mut dyn Write,
    mut lexicons: Lexicons,
    pool: &rayon::ThreadPool,
) -> io::Result<Outcome> {
    let mut outcome = Outcome::Done;
    loop {
        let lines = group(&mut input)?;
        if lines.is_empty() {
            return Ok(outcome);
        }
        let documents: Vec<_> = pool.install(|| lines.par_iter().map(|line| read(line)).collect());
        outcome = outcome.and(&documents);
        lexicons.know(&documents);
        let answers: Vec<String> = pool.install(|| {
            documents
                .into_par_iter()
                .map(|document| answer(&document, |d| d.reading().align(&[], lexicons.of(d))))
                .collect()
        });
        write(output, &answers)?;
    }
}

fn learn(
    mut input: impl BufRead,
    output: &mut dyn Write,
    mut lexicons: Lexicons,
    pool: &rayon::ThreadPool,
) -> io::Result<Outcome> {
    let mut documents = Vec::new();
    loop {
        let lines = group(&mut input)?;
        if lines.is_empty() {
            break;
        }
        pool.install(|| documents.par_extend(lines.par_iter().map(|line| read(line))));
    }
    let outcome = Outcome::Done.and(&documents);
    lexicons.know(&documents);
    let answers: Vec<String> = pool.install(|| {
        let readings: Vec<Option<Reading>> =
            documents.par_iter().map(|document| document.as_ref().ok().map(Document::reading)).collect();
        lexicons.learn_from(&documents, &readings);
        let with_reading = documents.par_iter().zip(readings);
        let aligned = |document: &Document, reading: Option<Reading>| {
            reading.map_or_else(Vec::new, |reading| reading.align(&[], lexicons.of(document)))
        };
        with_reading.map(|(document, reading)| answer(document, |d| aligned(d, reading))).collect()
    });
    write(output, &answers)?;
    Ok(outcome)
}

/// The next lines, blank ones left out; none at the end of the input.
pub(super) fn group(input: &mut impl BufRead) -> io::Result<Vec<Vec<u8>>> {
    let mut lines = Vec::new();
    let mut size = 0;
    while size < GROUP {
        let mut line = Vec::new();
        let length = input.read_until(b'\n', &mut line)?;
        if length == 0 {
            break;
        }
        size += length;
        if !line.trim_ascii().is_empty() {
            lines.push(line);
        }
    }
    Ok(lines)
}

pub(super) fn read(line: &[u8]) -> Result<Document, Bad> {
    let request: Request = match serde_json::from_slice(line) {
        Ok(request) => request,
        Err(error) => {
            let id = serde_json::from_slice::<Named>(line).map(|named| named.id).unwrap_or_default();
            return Err(Bad { id, error: error.to_string() });
        }
    };
    let id = request.id;
    let language = |tag: &str| {
        tag.parse::<Language>()
            .map_err(|_| Bad { id: id.clone(), error: format!("unknown language '{}'", tag.escape_debug()) })
    };
    let languages = (language(&request.source_language)?, language(&request.target_language)?);
    let alone = |texts: Vec<String>| texts.iter().map(|text| Paragraph::alone(text)).collect();
    Ok(Document { id, languages, source: alone(request.source), target: alone(request.target) })
}

impl Document {
    pub(super) fn reading(&self) -> Reading {
        let side = |language, paragraphs| Side { language, paragraphs, blocks: &[], text: "" };
        Reading::of(&side(&self.languages.0, &self.source), &side(&self.languages.1, &self.target))
    }
}

/// The line that answers a document; an error object for one that could not be read.
fn answer(document: &Result<Document, Bad>, units: impl FnOnce(&Document) -> Vec<Unit>) -> String {
    match document {
        Ok(document) => {
            let units: Vec<Value> = units(document).iter().map(as_json).collect();
            json!({ "id": document.id, "units": units }).to_string()
        }
        Err(bad) => json!({ "id": bad.id, "error": bad.error }).to_string(),
    }
}

fn as_json(unit: &Unit) -> Value {
    let confidence = (unit.confidence * 1e4).round() / 1e4;
    json!({ "source": unit.source, "target": unit.target, "confidence": confidence, "moved": unit.moved })
}

fn write(output: &mut dyn Write, answers: &[String]) -> io::Result<()> {
    for answer in answers {
        output.write_all(answer.as_bytes())?;
        output.write_all(b"\n")?;
    }
    output.flush()
}

impl Outcome {
    fn and(self, documents: &[Result<Document, Bad>]) -> Outcome {
        if documents.iter().any(Result::is_err) { Outcome::BadLines } else { self }
    }
}

impl Lexicons {
    /// Makes the lexicons that the documents ask for.
    pub(super) fn know(&mut self, documents: &[Result<Document, Bad>]) {
        for document in documents.iter().flatten() {
            let (source, target) = &document.languages;
            self.known.entry(document.languages.clone()).or_insert_with(|| self.learned.lexicon(source, target));
        }
    }

    /// Adds what the documents of each language pair have in common.
    fn learn_from(&mut self, documents: &[Result<Document, Bad>], readings: &[Option<Reading>]) {
        let known = &*self;
        let observed: Vec<(&(Language, Language), Observation)> = documents
            .par_iter()
            .zip(readings)
            .filter_map(|(document, reading)| Some((document.as_ref().ok()?, reading.as_ref()?)))
            .map(|(document, reading)| (&document.languages, known.observe(document, reading)))
            .collect();
        let mut by_pair: FxHashMap<&(Language, Language), Vec<Observation>> = FxHashMap::default();
        for (languages, observation) in observed {
            by_pair.entry(languages).or_default().push(observation);
        }
        for (languages, observations) in by_pair {
            let learned = align::learn(observations, &self.known[languages]);
            self.known.insert(languages.clone(), learned);
        }
    }

    /// What the sure units of a document show.
    pub(super) fn observe(&self, document: &Document, reading: &Reading) -> Observation {
        reading.observe(&reading.align(&[], self.of(document)))
    }

    fn of(&self, document: &Document) -> &Lexicon {
        &self.known[&document.languages]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run_on(input: &str, options: Options) -> (Vec<Value>, Outcome) {
        let mut output = Vec::new();
        let outcome = run(input.as_bytes(), &mut output, options).unwrap();
        let lines = String::from_utf8(output).unwrap();
        (lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), outcome)
    }

    const DOCUMENT: &str = r#"{"id":7,"source_language":"ru","target_language":"en","source":["Дом.","Река 5."],"target":["A house.","A river 5."]}"#;

    #[test]
    fn a_line_is_answered_by_a_line() {
        for learn in [false, true] {
            let (answers, outcome) = run_on(DOCUMENT, Options { learn, threads: 1, ..Options::default() });
            assert_eq!(answers[0]["id"], 7);
            assert_eq!(answers[0]["units"][1]["source"], json!([1]));
            assert_eq!(answers[0]["units"][1]["target"], json!([1]));
            assert_eq!(outcome, Outcome::Done);
        }
    }

    #[test]
    fn a_bad_line_is_answered_at_its_place() {
        let input = format!("{DOCUMENT}\n{{\"id\":\"x\",\"source\":3}}\nnot json\n\n{DOCUMENT}");
        let (answers, outcome) = run_on(&input, Options::default());
        assert_eq!(answers.len(), 4);
        assert_eq!(answers[1]["id"], "x");
        assert!(answers[1]["error"].is_string() && answers[2]["error"].is_string());
        assert_eq!(answers[3]["id"], 7);
        assert_eq!(outcome, Outcome::BadLines);
    }

    #[test]
    fn the_number_of_threads_does_not_show() {
        let input = format!("{DOCUMENT}\n").repeat(20);
        let one = run_on(&input, Options { threads: 1, learn: true, ..Options::default() });
        assert_eq!(one, run_on(&input, Options { threads: 3, learn: true, ..Options::default() }));
    }
}
