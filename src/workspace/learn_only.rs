//! `align --batch --learn-only`: the first of two passes, what the documents teach and no answers.

use std::io::{self, BufRead};

use rayon::prelude::*;

use super::align_batch::{Lexicons, group, pool, read};
use crate::align::{LearnedFile, Observation};

/// What was learned, and what could not be read.
#[derive(Debug, Default)]
pub struct Lesson {
    /// The units of all documents that were read, without the words that they teach.
    pub learned: LearnedFile,
    /// The number of lines that could not be read.
    pub bad: usize,
    /// The first of them: its 1-based number among the lines that are not blank, and why.
    pub first: Option<(usize, String)>,
}

/// Aligns the document of every line of `input`, as `--learn` does before it has learned, and keeps what its sure units
/// show; `threads`, 0 for all cores.
///
/// # Errors
///
/// Where the input cannot be read.
pub fn learn_only(mut input: impl BufRead, threads: usize) -> io::Result<Lesson> {
    let pool = pool(threads)?;
    let (mut lexicons, mut lesson) = (Lexicons::default(), Lesson::default());
    let mut before = 0;
    loop {
        let lines = group(&mut input)?;
        if lines.is_empty() {
            return Ok(lesson);
        }
        let documents: Vec<_> = pool.install(|| lines.par_iter().map(|line| read(line)).collect());
        for (at, document) in documents.iter().enumerate() {
            if let Err(bad) = document {
                lesson.bad += 1;
                lesson.first.get_or_insert_with(|| (before + at + 1, bad.error.clone()));
            }
        }
        before += documents.len();
        lexicons.know(&documents);
        let observed: Vec<Observation> = pool.install(|| {
            let documents = documents.par_iter().flatten();
            documents.map(|document| lexicons.observe(document, &document.reading())).collect()
        });
        for (document, observation) in documents.iter().flatten().zip(observed) {
            observation.add_to(lesson.learned.units(&document.languages.0, &document.languages.1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::align_batch::{Options, run};

    /// Words that no list has, which only learning pairs.
    fn documents() -> Vec<String> {
        let document = |at: usize| {
            let words = |side: &str| {
                (0..6).map(|nth| format!("\"{side}{} {side}x{}.\"", (at + nth) % 9, at * nth)).collect::<Vec<_>>()
            };
            let (source, target) = (words("кошк").join(","), words("cat").join(","));
            format!(
                r#"{{"id":{at},"source_language":"ru","target_language":"en","source":[{source}],"target":[{target}]}}"#
            )
        };
        (0..60).map(document).collect()
    }

    fn taught(lines: &[String]) -> Vec<u8> {
        let mut bytes = Vec::new();
        learn_only(lines.join("\n").as_bytes(), 2).unwrap().learned.write(&mut bytes, true).unwrap();
        bytes
    }

    fn answers(lines: &[String], options: Options) -> String {
        let mut bytes = Vec::new();
        run(lines.join("\n").as_bytes(), &mut bytes, options).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn two_passes_over_parts_answer_as_learning_from_the_whole() {
        let documents = documents();
        let mut lexicon = LearnedFile::default();
        for part in documents.chunks(17).rev() {
            lexicon.add(taught(part).as_slice()).unwrap();
        }
        lexicon.learn();
        assert!(lexicon.size().1 > 0, "{:?}", lexicon.size());
        let once = answers(&documents, Options { learn: true, ..Options::default() });
        assert_ne!(once, answers(&documents, Options::default()), "learning changes nothing here");
        let parts =
            documents.chunks(13).map(|part| answers(part, Options { lexicon: lexicon.clone(), ..Options::default() }));
        assert_eq!(parts.collect::<String>(), once);
    }

    #[test]
    fn the_first_bad_line_is_named() {
        let mut lines = documents();
        lines.truncate(3);
        lines.insert(1, "no".to_owned());
        lines.push("{}".to_owned());
        let lesson = learn_only(lines.join("\n").as_bytes(), 1).unwrap();
        assert_eq!((lesson.bad, lesson.first.map(|first| first.0)), (2, Some(2)));
        assert!(lesson.learned.clone().size().0 > 0);
    }
}
