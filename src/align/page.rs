//! One side as the aligner sees it: for every paragraph its set of words, its length and its marks.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::lang::{Language, Stems};
use crate::text::Paragraph;

use super::marks::Marks;
use super::sound;
use super::tokens::{self, Class};

/// One side, read.
pub(super) struct Page {
    pub(super) types: Vec<Type>,
    pub(super) bags: Vec<Bag>,
    /// Type numbers of all bags, one after the other.
    words: Vec<u32>,
    /// By type.
    worths: Vec<Worth>,
    by_key: FxHashMap<String, u32>,
}

/// A stem or number of one side.
pub(super) struct Type {
    pub(super) key: String,
    pub(super) number: bool,
    pub(super) letters: bool,
    /// Whether it is written with a capital more often than not.
    pub(super) name: bool,
    capitals: i32,
    /// In how many paragraphs it stands.
    pub(super) spread: u32,
    /// Its share of all the words of the side, each counted once a paragraph; a number's share of the numbers.
    pub(super) share: f32,
    /// Of the form met first: a stemmer takes the end off many a name.
    pub(super) skeleton: Vec<u8>,
}

/// How a type counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Worth {
    Word,
    /// A number that a text may as well write in words.
    Small,
    Large,
}

/// What the aligner keeps of a paragraph.
#[derive(Clone, Copy)]
pub(super) struct Bag {
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

/// How words of one side become types: by the stems of its language, or of the other language where they are
/// written in another script (`Bloomberg` in a Russian text).
pub(super) struct Reader {
    own: Stems,
    other: Stems,
    latin: bool,
}

impl Reader {
    pub(super) fn new(own: &Language, other: &Language) -> Reader {
        Reader { own: Stems::of(own), other: Stems::of(other), latin: latin_script(own) }
    }

    /// The key that a token is compared by.
    pub(super) fn key_of<'w>(&self, token: &'w str, class: Class) -> Cow<'w, str> {
        match class {
            Class::Number | Class::Letters => Cow::Borrowed(token),
            Class::Word | Class::Capitalised => self.key(token),
        }
    }

    /// The key that a word in lower case is compared by.
    pub(super) fn key<'w>(&self, word: &'w str) -> Cow<'w, str> {
        let latin = word.starts_with(|c: char| c < '\u{250}');
        if latin == self.latin { self.own.stem(word) } else { self.other.stem(word) }
    }
}

/// Languages of the cultures tolmach is used for that are not written in Latin letters.
fn latin_script(language: &Language) -> bool {
    const OTHERS: &[&str] = &[
        "ru", "uk", "be", "kk", "ky", "tt", "bg", "sr", "mk", "mn", "tg", "zh", "ja", "ko", "ar", "fa", "ur", "he",
        "el", "hy", "ka", "hi", "bn", "ta", "th", "my", "km", "lo", "am",
    ];
    !OTHERS.contains(&language.code())
}

impl Page {
    pub(super) fn read(paragraphs: &[Paragraph], reader: &Reader) -> Page {
        let mut page = Page {
            types: Vec::new(),
            bags: Vec::with_capacity(paragraphs.len()),
            words: Vec::new(),
            worths: Vec::new(),
            by_key: FxHashMap::default(),
        };
        let mut by_word: FxHashMap<String, u32> = FxHashMap::default();
        let mut last_seen: Vec<u32> = Vec::new();
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let start = page.words.len();
            tokens::each(&paragraph.text, |word, class, _, _| {
                let id = match by_word.get(word) {
                    Some(id) => *id,
                    None => {
                        let id = page.intern(word, class, reader);
                        by_word.insert(word.to_owned(), id);
                        id
                    }
                };
                page.types[id as usize].capitals += if class == Class::Capitalised { 1 } else { -1 };
                last_seen.resize(page.types.len(), u32::MAX);
                if last_seen[id as usize] != at as u32 {
                    last_seen[id as usize] = at as u32;
                    page.types[id as usize].spread += 1;
                    page.words.push(id);
                }
            });
            page.bags.push(Bag {
                start,
                end: page.words.len(),
                length: 1.0 + paragraph.text.chars().filter(|c| !c.is_whitespace()).count() as f32,
                marks: Marks::read(paragraph),
                size: page.size(start),
            });
        }
        page.settle();
        page
    }

    fn intern(&mut self, word: &str, class: Class, reader: &Reader) -> u32 {
        let number = class == Class::Number;
        let letters = class == Class::Letters;
        let key = reader.key_of(word, class);
        if let Some(id) = self.by_key.get(key.as_ref()) {
            return *id;
        }
        let id = self.types.len() as u32;
        let skeleton = if number || letters { Vec::new() } else { sound::skeleton(word) };
        self.by_key.insert(key.clone().into_owned(), id);
        let small = word.parse().is_ok_and(|value: u32| value <= 10);
        self.worths.push(match (number, small) {
            (false, _) => Worth::Word,
            (true, true) => Worth::Small,
            (true, false) => Worth::Large,
        });
        self.types.push(Type {
            key: key.into_owned(),
            number,
            letters,
            name: false,
            capitals: 0,
            spread: 0,
            share: 0.0,
            skeleton,
        });
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
        for kind in &mut self.types {
            kind.name = kind.capitals > 0;
            kind.share = (kind.spread as f32 + 0.5) / all[usize::from(kind.number)];
        }
    }

    /// The types of a paragraph, each once.
    pub(super) fn words(&self, paragraph: usize) -> &[u32] {
        let bag = &self.bags[paragraph];
        &self.words[bag.start..bag.end]
    }

    /// The number of a stem or number.
    pub(super) fn find(&self, key: &str) -> Option<u32> {
        self.by_key.get(key).copied()
    }

    /// For every type the paragraphs it stands in, ascending.
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
        for at in 0..self.bags.len() {
            for word in self.words(at) {
                paragraphs[fill[*word as usize] as usize] = at as u32;
                fill[*word as usize] += 1;
            }
        }
        Places { starts, paragraphs }
    }
}

/// For every type the paragraphs it stands in.
pub(super) struct Places {
    starts: Vec<u32>,
    paragraphs: Vec<u32>,
}

impl Places {
    pub(super) fn of(&self, kind: u32) -> &[u32] {
        &self.paragraphs[self.starts[kind as usize] as usize..self.starts[kind as usize + 1] as usize]
    }
}
