//! How words become types, and what is remembered of words from one document to the next.

use std::borrow::Cow;
use std::cell::RefCell;
use std::hash::{Hash, Hasher};

use hashbrown::HashTable;
use rustc_hash::{FxHashMap, FxHasher};

use crate::lang::{Language, Script, Stems};

use super::sound;
use super::tokens::Class;

/// How words of one side become types: by the stems of its language, or of the other language where they are
/// written in another script (`Bloomberg` in a Russian text).
pub(super) struct Reader {
    languages: (Language, Language),
    own: Stems,
    other: Stems,
    latin: bool,
}

impl Reader {
    pub(super) fn new(own: &Language, other: &Language) -> Reader {
        let (stems, others) = (Stems::of(own), Stems::of(other));
        Reader {
            languages: (own.clone(), other.clone()),
            own: stems,
            other: others,
            latin: Script::of_language(own) == Script::Latin,
        }
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

    /// Does some reading with the words that this thread has read before in these languages.
    pub(super) fn with_words_read<T>(&self, read: impl FnOnce(&mut WordsRead) -> T) -> T {
        thread_local! {
            static READ: RefCell<FxHashMap<(Language, Language), WordsRead>> = RefCell::default();
        }
        let mut vocabulary = READ.with_borrow_mut(|read| read.remove(&self.languages)).unwrap_or_default();
        if vocabulary.words.len() > MOST {
            vocabulary = WordsRead::default();
        }
        let answer = read(&mut vocabulary);
        READ.with_borrow_mut(|read| read.insert(self.languages.clone(), vocabulary));
        answer
    }
}

/// A vocabulary of more words is begun anew, so that it takes no more than some ten megabytes.
const MOST: usize = 100_000;

/// Words with their keys and skeletons, each worked out once.
#[derive(Default)]
pub(super) struct WordsRead {
    words: Vec<Word>,
    by_spelling: HashTable<Spelling>,
    /// The spellings and keys, one after the other, and the skeletons.
    letters: String,
    sounds: Vec<u8>,
}

struct Word {
    key: Span,
    key_hash: u64,
    skeleton: Span,
}

/// What a word is found by; the table holds it itself, for this is looked up for every word of every text.
struct Spelling {
    hash: u64,
    letters: Span,
    number: u32,
}

#[derive(Clone, Copy)]
struct Span(u32, u32);

impl Span {
    fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.0 as usize..self.1 as usize]
    }
}

impl WordsRead {
    /// The number of a token, the same for as long as the vocabulary is lent.
    pub(super) fn number(&mut self, token: &str, class: Class, reader: &Reader) -> u32 {
        let hash = hash(token);
        let WordsRead { words, letters, .. } = self;
        if let Some(known) = self.by_spelling.find(hash, |known| known.letters.of(letters) == token) {
            return known.number;
        }
        let number = words.len() as u32;
        let spelling = Spelling { hash, letters: append(letters, token), number };
        let key = reader.key_of(token, class);
        let key_hash = self::hash(key.as_ref());
        let key = if key == token { spelling.letters } else { append(letters, &key) };
        let start = self.sounds.len() as u32;
        if !matches!(class, Class::Number | Class::Letters) {
            self.sounds.extend(sound::skeleton(token));
        }
        words.push(Word { key, key_hash, skeleton: Span(start, self.sounds.len() as u32) });
        self.by_spelling.insert_unique(hash, spelling, |known| known.hash);
        number
    }

    pub(super) fn key(&self, word: u32) -> (&str, u64) {
        let word = &self.words[word as usize];
        (word.key.of(&self.letters), word.key_hash)
    }

    pub(super) fn skeleton(&self, word: u32) -> &[u8] {
        let Span(start, end) = self.words[word as usize].skeleton;
        &self.sounds[start as usize..end as usize]
    }
}

fn append(letters: &mut String, text: &str) -> Span {
    let start = letters.len() as u32;
    letters.push_str(text);
    Span(start, letters.len() as u32)
}

/// The hash of a key, the same in every run.
pub(super) fn hash(key: &str) -> u64 {
    let mut hasher = FxHasher::default();
    key.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_worked_out_once() {
        let (ru, en) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let reader = Reader::new(&ru, &en);
        reader.with_words_read(|words| {
            let number = words.number("городами", Class::Word, &reader);
            assert_eq!(words.number("городами", Class::Capitalised, &reader), number);
            assert_eq!(words.key(number).0, reader.key("городами"));
            assert_eq!(words.skeleton(number), sound::skeleton("городами"));
            let other = words.number("1902", Class::Number, &reader);
            assert_eq!((words.key(other).0, words.skeleton(other).len()), ("1902", 0));
        });
        reader.with_words_read(|words| assert!(words.words.len() >= 2));
    }
}
