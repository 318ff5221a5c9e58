//! How the words of the originals are written and occur together: how names and English nouns are recognised.

use rustc_hash::FxHashMap;

use crate::lang::{Language, Script};
use crate::text::Span;

/// A word of an original.
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    /// Its stem in small letters: inflected forms of a word share it.
    pub(super) key: String,
    pub(super) capital: bool,
    /// Whether it begins a sentence, or is where capitals say nothing.
    pub(super) first: bool,
    /// Whether the glossary knows it.
    pub(super) covered: bool,
    /// Whether only a space, or a hyphen, parts it from the word before.
    pub(super) joined: bool,
    /// Whether it is in short quotation marks.
    pub(super) quoted: bool,
}

/// The words of a paragraph with their unit.
pub(super) struct Passage<'a> {
    pub(super) document: usize,
    pub(super) paragraph: usize,
    pub(super) unit: usize,
    pub(super) tokens: Vec<Token<'a>>,
}

/// Words before an English noun, and before a verb.
const DETERMINERS: &[&str] = &[
    "the", "a", "an", "this", "that", "these", "those", "your", "our", "my", "his", "her", "its", "their", "of",
    "each", "every", "no", "any", "some", "new", "same", "for", "with", "from", "in",
];
const BEFORE_VERBS: &[&str] = &[
    "to", "will", "would", "can", "could", "may", "might", "must", "should", "we", "you", "they", "i", "not", "don't",
    "please",
];

/// Whether a word is in quotation marks that hold little more than it.
pub(super) fn in_quotes(text: &str, span: Span) -> bool {
    const SHORT: usize = 40;
    const OPENING: [char; 4] = ['«', '“', '„', '"'];
    const CLOSING: [char; 4] = ['»', '”', '“', '"'];
    let near = |text: &str| text.chars().take(SHORT).collect::<String>();
    let before: String = text[..span.start].chars().rev().take(SHORT).collect();
    let after = near(&text[span.end..]);
    let stops = ['.', ',', ';', ':', '!', '?', '\n'];
    let opened = before.find(OPENING).is_some_and(|at| !before[..at].contains(stops) && !before[..at].contains('»'));
    let closed = after.find(CLOSING).is_some_and(|at| !after[..at].contains(stops) && !after[..at].contains('«'));
    opened && closed
}

/// Which words are names by their capitals, and which occur together.
pub(super) struct Spelling {
    /// By key: how often with a capital within a sentence, and how often without one.
    counts: FxHashMap<String, (usize, usize)>,
    /// How often two words occur side by side.
    pairs: FxHashMap<(String, String), usize>,
    /// How often a word occurs behind an article or the like, and how often behind a word that a verb follows.
    uses: FxHashMap<String, (usize, usize)>,
    script: Script,
}

impl Spelling {
    pub(super) fn new(passages: &[Passage<'_>], language: &Language) -> Spelling {
        let mut counts: FxHashMap<String, (usize, usize)> = FxHashMap::default();
        for token in passages.iter().flat_map(|passage| &passage.tokens) {
            let (capitals, small) = counts.entry(token.key.clone()).or_default();
            match (token.capital, token.first) {
                (false, _) => *small += 1,
                (true, false) => *capitals += 1,
                (true, true) => {}
            }
        }
        let mut pairs: FxHashMap<(String, String), usize> = FxHashMap::default();
        let mut uses: FxHashMap<String, (usize, usize)> = FxHashMap::default();
        let all = passages.iter().flat_map(|passage| passage.tokens.windows(2));
        for (left, right) in all.map(|both| (&both[0], &both[1])).filter(|(_, right)| right.joined) {
            *pairs.entry((left.key.clone(), right.key.clone())).or_default() += 1;
            let folded = left.text.to_lowercase();
            let (nouns, verbs) = uses.entry(right.key.clone()).or_default();
            *nouns += usize::from(DETERMINERS.contains(&folded.as_str()));
            *verbs += usize::from(BEFORE_VERBS.contains(&folded.as_str()));
        }
        Spelling { counts, pairs, uses, script: Script::of_language(language) }
    }

    /// Whether two words occur side by side more often than by chance.
    pub(super) fn hold_together(&self, left: &Token<'_>, right: &Token<'_>) -> bool {
        let both = self.pairs.get(&(left.key.clone(), right.key.clone())).copied().unwrap_or_default();
        let count = |token: &Token<'_>| {
            let (capitals, small) = self.counts.get(&token.key).copied().unwrap_or_default();
            capitals + small
        };
        both >= 2 && both * 4 >= count(left).min(count(right))
    }

    /// Whether an English word is used more often as a noun than as a verb.
    pub(super) fn is_noun(&self, token: &Token<'_>) -> bool {
        let (nouns, verbs) = self.uses.get(&token.key).copied().unwrap_or_default();
        nouns > verbs || (nouns == verbs && verbs == 0)
    }

    /// Whether a word is in the language's own letters: what is not stays as it is in any translation.
    pub(super) fn own_script(&self, token: &Token<'_>) -> bool {
        token.text.chars().next().and_then(Script::of) == Some(self.script)
    }

    /// Whether a word occurs only at the beginning of sentences, so that its capital says nothing.
    pub(super) fn is_unknown(&self, token: &Token<'_>) -> bool {
        token.capital && self.counts.get(&token.key).copied().unwrap_or_default() == (0, 0)
    }

    /// Whether a word with a capital is a name: within a sentence it nearly always has one.
    pub(super) fn is_name(&self, token: &Token<'_>) -> bool {
        let (capitals, small) = self.counts.get(&token.key).copied().unwrap_or_default();
        token.capital && capitals > 0 && small * 4 <= capitals
    }
}
