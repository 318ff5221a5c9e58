//! One side as the aligner sees it: for every paragraph its set of words, its length and its marks.

use hashbrown::HashTable;
use rustc_hash::FxHashMap;

use crate::text::{MarkKind, Paragraph};

use super::fast;
use super::marks::Marks;
use super::reader::{Reader, WordsRead, hash};
use super::tokens::{self, Class};

/// One side, read.
pub(super) struct Vocabulary {
    pub(super) types: Vec<Type>,
    pub(super) features: Vec<Features>,
    /// Mean and variance of the logarithm of a paragraph's length.
    pub(super) lengths: (f64, f64),
    /// Type numbers of all features, one after the other.
    words: Vec<u32>,
    /// By type.
    worths: Vec<Worth>,
    by_key: HashTable<u32>,
    /// The keys of all types, one after the other, and their skeletons.
    letters: String,
    sounds: Vec<u8>,
}

/// A stem or number of one side.
pub(super) struct Type {
    /// Ends of the key among the letters and of the skeleton among the sounds.
    ends: (u32, u32),
    hash: u64,
    pub(super) number: bool,
    pub(super) letters: bool,
    /// Whether it is written with a capital more often than not.
    pub(super) name: bool,
    capitals: i32,
    /// The number of paragraphs with it.
    pub(super) spread: u32,
    /// Its share of all the words of the side, each counted once a paragraph; a number's share of the numbers.
    pub(super) share: f32,
}

/// How a type counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Worth {
    Word,
    /// A number that a text may as well write in words.
    Small,
    Large,
}

/// Words and numbers of other texts that are counted beside a document's own.
const ELSEWHERE: [f32; 2] = [1000.0, 40.0];

/// What the aligner keeps of a paragraph.
#[derive(Clone, Copy)]
pub(super) struct Features {
    start: usize,
    end: usize,
    /// Letters, numbers and signs, without white space, and one more so that it is never 0.
    pub(super) length: f32,
    pub(super) marks: Marks,
    pub(super) size: Size,
}

/// How many different words and numbers a paragraph or a block has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) words: usize,
    /// Numbers that a text may as well write in words.
    pub(super) small: usize,
    pub(super) large: usize,
}

impl std::ops::AddAssign for Size {
    fn add_assign(&mut self, more: Size) {
        self.words += more.words;
        self.small += more.small;
        self.large += more.large;
    }
}

/// What a paragraph begins with that a translation keeps as it is: a code span, or the address of a link. It counts as a number does.
fn lead(paragraph: &Paragraph) -> Option<String> {
    let text = |span: crate::text::Span| paragraph.text.get(span.range());
    let letters = |end: usize| paragraph.text[..end].chars().any(char::is_alphanumeric);
    let first = paragraph.marks.iter().find(|mark| matches!(mark.kind, MarkKind::Code | MarkKind::Destination))?;
    let leads = match first.kind {
        MarkKind::Code => !letters(first.span.start),
        _ => paragraph.text.trim_start_matches(['*', '_', ' ']).starts_with('['),
    };
    // No token has such a key.
    leads.then(|| text(first.span)).flatten().map(|kept| format!("\u{1}{kept}"))
}

fn lengths(features: &[Features]) -> (f64, f64) {
    let count = features.len().max(1) as f64;
    let logs: Vec<f64> = features.iter().map(|features| fast::ln(f64::from(features.length))).collect();
    let mean = logs.iter().sum::<f64>() / count;
    (mean, logs.iter().map(|log| (log - mean).powi(2)).sum::<f64>() / count)
}

impl Vocabulary {
    pub(super) fn read(paragraphs: &[Paragraph], reader: &Reader) -> Vocabulary {
        reader.with_words_read(|vocabulary| Vocabulary::read_with(paragraphs, reader, vocabulary))
    }

    fn read_with(paragraphs: &[Paragraph], reader: &Reader, words_read: &mut WordsRead) -> Vocabulary {
        let mut side = Vocabulary {
            types: Vec::new(),
            features: Vec::with_capacity(paragraphs.len()),
            lengths: (0.0, 0.0),
            words: Vec::new(),
            worths: Vec::new(),
            by_key: HashTable::new(),
            letters: String::new(),
            sounds: Vec::new(),
        };
        let mut by_word: FxHashMap<u32, u32> = FxHashMap::default();
        let mut last_seen: Vec<u32> = Vec::new();
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let start = side.words.len();
            tokens::each(&paragraph.text, |token, class, _, _| {
                let word = words_read.number(token, class, reader);
                let id = *by_word.entry(word).or_insert_with(|| side.intern(word, words_read, token, class));
                side.types[id as usize].capitals += if class == Class::Capitalised { 1 } else { -1 };
                last_seen.resize(side.types.len(), u32::MAX);
                if last_seen[id as usize] != at as u32 {
                    last_seen[id as usize] = at as u32;
                    side.types[id as usize].spread += 1;
                    side.words.push(id);
                }
            });
            if let Some(lead) = lead(paragraph) {
                let word = words_read.number(&lead, Class::Number, reader);
                let id = *by_word.entry(word).or_insert_with(|| side.intern(word, words_read, &lead, Class::Number));
                side.types[id as usize].spread += 1;
                side.words.push(id);
                last_seen.resize(side.types.len(), u32::MAX);
            }
            side.features.push(Features {
                start,
                end: side.words.len(),
                length: 1.0 + paragraph.text.chars().filter(|c| !c.is_whitespace()).count() as f32,
                marks: Marks::read(paragraph),
                size: side.size(start),
            });
        }
        side.lengths = lengths(&side.features);
        side.settle();
        side
    }

    /// The type of a word of the words_read, which is `token`.
    fn intern(&mut self, word: u32, words_read: &WordsRead, token: &str, class: Class) -> u32 {
        let (key, hash) = words_read.key(word);
        if let Some(id) = self.find_hashed(key, hash) {
            return id;
        }
        let number = class == Class::Number;
        let id = self.types.len() as u32;
        self.letters.push_str(key);
        self.sounds.extend_from_slice(words_read.skeleton(word));
        let small = token.parse().is_ok_and(|value: u32| value <= 10);
        self.worths.push(match (number, small) {
            (false, _) => Worth::Word,
            (true, true) => Worth::Small,
            (true, false) => Worth::Large,
        });
        self.types.push(Type {
            ends: (self.letters.len() as u32, self.sounds.len() as u32),
            hash,
            number,
            letters: class == Class::Letters,
            name: false,
            capitals: 0,
            spread: 0,
            share: 0.0,
        });
        let types = &self.types;
        self.by_key.insert_unique(hash, id, |at| types[*at as usize].hash);
        id
    }

    /// Of the words from `start`.
    fn size(&self, start: usize) -> Size {
        let mut size = Size::default();
        for word in &self.words[start..] {
            match self.worth(*word) {
                Worth::Word => size.words += 1,
                Worth::Small => size.small += 1,
                Worth::Large => size.large += 1,
            }
        }
        size
    }

    pub(super) fn worth(&self, kind: u32) -> Worth {
        self.worths[kind as usize]
    }

    fn settle(&mut self) {
        let mut all = [1.0f32; 2];
        for kind in &self.types {
            all[usize::from(kind.number)] += kind.spread as f32 + 0.5;
        }
        // A short document does not show how rare its words are elsewhere.
        all[0] += ELSEWHERE[0];
        all[1] += ELSEWHERE[1];
        for kind in &mut self.types {
            kind.name = kind.capitals > 0;
            kind.share = (kind.spread as f32 + 0.5) / all[usize::from(kind.number)];
        }
    }

    /// The types of a paragraph, each once.
    pub(super) fn words(&self, paragraph: usize) -> &[u32] {
        let features = &self.features[paragraph];
        &self.words[features.start..features.end]
    }

    /// The number of a stem or number.
    pub(super) fn find(&self, key: &str) -> Option<u32> {
        self.find_hashed(key, hash(key))
    }

    /// The number of what is a type of another side.
    pub(super) fn find_same(&self, side: &Vocabulary, kind: u32) -> Option<u32> {
        self.find_hashed(side.key(kind), side.types[kind as usize].hash)
    }

    fn find_hashed(&self, key: &str, hash: u64) -> Option<u32> {
        self.by_key.find(hash, |at| self.key(*at) == key).copied()
    }

    /// The stem or number that a type is.
    pub(super) fn key(&self, kind: u32) -> &str {
        &self.letters[self.before(kind).0..self.types[kind as usize].ends.0 as usize]
    }

    /// The skeleton of the form met first: a stemmer takes the end off many a name.
    pub(super) fn skeleton(&self, kind: u32) -> &[u8] {
        &self.sounds[self.before(kind).1..self.types[kind as usize].ends.1 as usize]
    }

    fn before(&self, kind: u32) -> (usize, usize) {
        match kind {
            0 => (0, 0),
            _ => {
                let ends = self.types[kind as usize - 1].ends;
                (ends.0 as usize, ends.1 as usize)
            }
        }
    }

    /// For every type the paragraphs with it, ascending.
    pub(super) fn places(&self) -> Places {
        let mut starts = vec![0u32; self.types.len() + 1];
        for word in &self.words {
            starts[*word as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut fill = starts.clone();
        let mut paragraphs = vec![0u32; self.words.len()];
        for at in 0..self.features.len() {
            for word in self.words(at) {
                paragraphs[fill[*word as usize] as usize] = at as u32;
                fill[*word as usize] += 1;
            }
        }
        Places { starts, paragraphs }
    }
}

/// For every type the paragraphs with it.
pub(super) struct Places {
    starts: Vec<u32>,
    paragraphs: Vec<u32>,
}

impl Places {
    pub(super) fn of(&self, kind: u32) -> &[u32] {
        &self.paragraphs[self.starts[kind as usize] as usize..self.starts[kind as usize + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Document, Format};

    fn leads(text: &str) -> Vec<Option<String>> {
        let document = Document::read(text.as_bytes(), Format::Markdown);
        document.paragraphs.iter().map(|paragraph| lead(paragraph).map(|lead| lead.replace('\u{1}', ""))).collect()
    }

    #[test]
    fn a_code_span_or_a_link_leads_where_no_word_precedes_it() {
        assert_eq!(
            leads("- `--all`: всё\n- **`rm`** — удалить\n- [мост](bridge.md) стоит\n- про `cd`\n- см. [мост](b.md)\n"),
            [Some("`--all`".to_owned()), Some("`rm`".to_owned()), Some("bridge.md".to_owned()), None, None]
        );
    }

    #[test]
    fn items_led_by_the_same_code_are_paired_whatever_their_words() {
        let (ru, en) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let read = |text: &str| Document::read(text.as_bytes(), Format::Markdown);
        let source = read("- `--x1`: тихо\n- `--x2`: громко и долго\n- `--x3`: вон\n- `--x4`: там\n");
        let target = read("- `--x1`: keeps silent about it\n- `--x3`: out with you\n- `--x4`: over there\n");
        let side = |document: &Document| document.paragraphs.clone();
        let (source, target) = (side(&source), side(&target));
        let units = crate::align::align(
            &crate::align::Side { language: &ru, paragraphs: &source, blocks: &[], text: "" },
            &crate::align::Side { language: &en, paragraphs: &target, blocks: &[], text: "" },
            &[],
            &crate::align::Lexicon::built_in(&ru, &en),
        );
        let lone: Vec<_> = units.iter().filter(|unit| unit.target.is_empty()).map(|unit| &unit.source).collect();
        assert_eq!(lone, [&vec![1]], "{units:?}");
    }
}
