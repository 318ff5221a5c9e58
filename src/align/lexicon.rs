//! Word pairs that translate each other: built in, added by the user, learned.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::lang::{Language, lexicon};

use super::reader::Reader;
use super::tokens;

/// Word pairs of two languages, compared by stem.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// What many documents share.
    base: Arc<Table>,
    /// What was added since.
    added: Table,
    languages: Option<(Language, Language)>,
}

/// A pair of words that was learned, as the aligner compares them: by their stems.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    /// The stem in the language of the original.
    pub source: String,
    /// The stem in the language of the translation.
    pub target: String,
    /// How far the pair is trusted, 0..1.
    pub trust: f32,
}

/// Translations by the key of the source word, with the trust each deserves, 0..1.
#[derive(Clone, Debug, Default)]
struct Table(FxHashMap<Box<str>, Targets>);

/// Translations of a word, each with its trust, in the order in which they came.
#[derive(Clone, Debug, Default)]
struct Targets {
    known: Vec<(Box<str>, f32)>,
    /// Where each of them is, as soon as they are many: a glossary may have ten thousand terms that begin alike.
    places: Option<Box<FxHashMap<Box<str>, usize>>>,
}

/// How many translations are looked through one by one.
const FEW: usize = 16;

/// Trust in the commonest translation of a list, and in a pair that somebody added on purpose.
const LISTED: f32 = 0.6;
const ADDED: f32 = 0.7;

impl Lexicon {
    /// An empty lexicon for a pair of languages.
    pub fn new(source: &Language, target: &Language) -> Lexicon {
        Lexicon { languages: Some((source.clone(), target.clone())), ..Lexicon::default() }
    }

    /// The built-in lexicon for a pair of languages; empty where there is none.
    pub fn built_in(source: &Language, target: &Language) -> Lexicon {
        let (from, to) = (Reader::new(source, target), Reader::new(target, source));
        let mut table = Table::default();
        for pair in lexicon::pairs(source, target) {
            table.add_words(pair.source, pair.target, LISTED / (1.0 + 0.25 * pair.rank as f32), &from, &to);
        }
        Lexicon { base: Arc::new(table), ..Lexicon::new(source, target) }
    }

    /// Adds a pair of words or terms, as a glossary or a user's list gives them.
    pub fn add(&mut self, source: &str, target: &str) {
        let readers = match &self.languages {
            Some((from, to)) => (Reader::new(from, to), Reader::new(to, from)),
            None => {
                let (russian, english) = ("ru".parse(), "en".parse());
                let (Ok(russian), Ok(english)) = (russian, english) else { return };
                (Reader::new(&russian, &english), Reader::new(&english, &russian))
            }
        };
        self.added.add_words(source, target, ADDED, &readers.0, &readers.1);
    }

    /// Adds many pairs at once, as a user's word list gives them.
    pub fn extend<'p>(&mut self, pairs: impl IntoIterator<Item = (&'p str, &'p str)>) {
        let Some((from, to)) = &self.languages else {
            for (source, target) in pairs {
                self.add(source, target);
            }
            return;
        };
        let (from, to) = (Reader::new(from, to), Reader::new(to, from));
        for (source, target) in pairs {
            self.added.add_words(source, target, ADDED, &from, &to);
        }
    }

    /// The lexicon with pairs that were learned.
    pub fn with_learned(&self, pairs: &[Learned]) -> Lexicon {
        let mut lexicon = self.clone();
        for pair in pairs {
            lexicon.added.add(&pair.source, &pair.target, pair.trust);
        }
        lexicon.share()
    }

    /// Makes what was added part of what clones share.
    pub fn share(mut self) -> Lexicon {
        let added = std::mem::take(&mut self.added);
        let base = Arc::make_mut(&mut self.base);
        for (source, targets) in added.0 {
            for (target, trust) in targets.known {
                base.add(&source, &target, trust);
            }
        }
        self
    }

    /// Translations of a key, with the trust each deserves.
    pub(super) fn translations(&self, key: &str) -> impl Iterator<Item = (&str, f32)> {
        [self.base.as_ref(), &self.added]
            .into_iter()
            .filter_map(move |table| table.0.get(key))
            .flat_map(|targets| &targets.known)
            .map(|(target, trust)| (target.as_ref(), *trust))
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.base.0.is_empty() && self.added.0.is_empty()
    }
}

impl Table {
    /// Adds the pair, or, where one is a phrase, every word of the one with every word of the other for what that
    /// is worth.
    fn add_words(&mut self, source: &str, target: &str, trust: f32, from: &Reader, to: &Reader) {
        let (sources, targets) = (keys(source, from), keys(target, to));
        let phrase = sources.len().max(targets.len()).max(1) as f32;
        for source in &sources {
            for target in &targets {
                self.add(source, target, trust / phrase);
            }
        }
    }

    fn add(&mut self, source: &str, target: &str, trust: f32) {
        if !self.0.contains_key(source) {
            self.0.insert(source.into(), Targets::default());
        }
        if let Some(targets) = self.0.get_mut(source) {
            targets.add(target, trust);
        }
    }
}

impl Targets {
    fn add(&mut self, target: &str, trust: f32) {
        let place = match &self.places {
            Some(places) => places.get(target).copied(),
            None => self.known.iter().position(|(known, _)| known.as_ref() == target),
        };
        if let Some(place) = place {
            self.known[place].1 = self.known[place].1.max(trust);
            return;
        }
        if let Some(places) = &mut self.places {
            places.insert(target.into(), self.known.len());
        }
        self.known.push((target.into(), trust));
        if self.known.len() == FEW {
            let places = self.known.iter().enumerate().map(|(at, (known, _))| (known.clone(), at));
            self.places = Some(Box::new(places.collect()));
        }
    }
}

/// The keys of a word or phrase. Words of a script without spaces are known by their pairs of letters, a single
/// letter by itself.
fn keys(phrase: &str, reader: &Reader) -> Vec<String> {
    let words = tokens::tokens(phrase);
    let pairs = words.iter().any(|word| word.class == tokens::Class::Letters && word.key.chars().count() == 2);
    words
        .into_iter()
        .filter(|word| !pairs || word.key.chars().count() == 2)
        .map(|word| match word.class {
            tokens::Class::Number | tokens::Class::Letters => word.key,
            _ => reader.key(&word.key).into_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(code: &str) -> Language {
        code.parse().unwrap()
    }

    fn knows(lexicon: &Lexicon, source: &str, target: &str) -> bool {
        lexicon.translations(source).any(|(known, _)| known == target)
    }

    #[test]
    fn words_are_known_by_stem() {
        let (ru, en) = (language("ru"), language("en"));
        let mut lexicon = Lexicon::new(&ru, &en);
        lexicon.add("акиматы", "akimats");
        assert!(knows(&lexicon, "акимат", "akimat"));
        assert!(!knows(&Lexicon::new(&ru, &en), "акимат", "akimat"));
    }

    #[test]
    fn a_phrase_is_worth_less_word_by_word() {
        let mut lexicon = Lexicon::new(&language("ru"), &language("en"));
        lexicon.add("сельское хозяйство", "agriculture");
        let trust: Vec<f32> = lexicon.translations("хозяйств").map(|known| known.1).collect();
        assert_eq!(trust, [ADDED / 2.0]);
    }

    #[test]
    fn many_translations_of_a_word_are_known_once_each_in_their_order() {
        let mut table = Table::default();
        for trust in [0.2, 0.5, 0.1] {
            (0..3 * FEW).for_each(|at| table.add("мост", &at.to_string(), trust));
        }
        let expected: Vec<(Box<str>, f32)> = (0..3 * FEW).map(|at| (at.to_string().into(), 0.5)).collect();
        assert_eq!(table.0["мост"].known, expected);
    }

    #[test]
    fn what_is_shared_stays_known() {
        let mut lexicon = Lexicon::built_in(&language("en"), &language("zh"));
        lexicon.add("tolmach", "译者");
        assert!(knows(&lexicon.share(), "tolmach", "译者"));
    }
}
