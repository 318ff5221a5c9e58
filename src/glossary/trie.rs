//! Terms as paths through a trie, and where a paragraph follows them.
//!
//! Every word of every term is a *lexeme*, and all its forms lead to it through one hash map. Terms are paths of lexemes
//! through a trie, so that a text is read once, word by word, and a term of several words is found with each of its words
//! inflected.

use rustc_hash::FxHashMap;

use super::Status;
use super::entry::Entry;
use super::letters;
use super::lexemes::Lexemes;
use super::occurrence::Occurrence;
use super::reading::{self, Reading};
use super::surroundings::{is_part_of_compound, is_part_of_identifier};
use super::tokens::{Token, signs_between, tokens};
use crate::lang::inflect::fold;
use crate::lang::is_function_word;
use crate::text::{Paragraph, Span};

/// All forms of some terms of one language.
#[derive(Debug, Default)]
pub(super) struct Trie {
    pub(super) lexemes: Lexemes,
    /// The trie: (node, lexeme) → node. The root is 0.
    pub(super) steps: FxHashMap<(u32, u32), u32>,
    /// Node → the entries whose last word leads there.
    pub(super) ends: FxHashMap<u32, Vec<u32>>,
    pub(super) entries: Vec<Entry>,
}

impl Trie {
    /// Every occurrence, in order, longest match first, code and addresses skipped.
    ///
    /// Where a term of several words occurs, its parts are left out. Where two concepts have a term in common, both are
    /// told, one after the other, with one span.
    pub(super) fn find(&self, paragraph: &Paragraph) -> Vec<Occurrence> {
        if self.entries.is_empty() {
            return Vec::new();
        }
        let tokens = tokens(&self.lexemes, paragraph);
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let longest = self.longest(paragraph, &tokens[at..]);
            let Some(longest) = longest else {
                at += 1;
                continue;
            };
            found.extend(longest.entries.iter().map(|entry| self.occurrence(paragraph, *entry, longest.span)));
            at += longest.words;
        }
        found
    }

    /// The longest term that begins with the first of these words.
    fn longest(&self, paragraph: &Paragraph, tokens: &[Token<'_>]) -> Option<Longest> {
        let first = tokens.first()?;
        let mut nodes = vec![0];
        let mut signs: Vec<String> = Vec::new();
        let mut longest = None;
        for (place, token) in tokens.iter().enumerate() {
            if place > 0 {
                let Some(between) = signs_between(paragraph, tokens[place - 1].span.end, token.span.start) else {
                    break;
                };
                signs.push(between);
            }
            nodes = nodes
                .iter()
                .flat_map(|node| token.lexemes.iter().filter_map(|lexeme| self.steps.get(&(*node, *lexeme)).copied()))
                .collect();
            if nodes.is_empty() {
                break;
            }
            let span = Span::new(first.span.start, token.span.end);
            let ends = nodes.iter().filter_map(|node| self.ends.get(node)).flatten().copied();
            let compound = tokens[..=place].iter().any(|token| token.compound);
            let fits = |entry: &u32| {
                let whole = !compound || self.entries[*entry as usize].status != Status::Deprecated;
                whole && self.signs_fit(*entry, &signs, paragraph, span) && self.stands(*entry, paragraph, span)
            };
            let mut entries: Vec<u32> = ends.filter(fits).collect();
            let of = |entry: &u32| (self.entries[*entry as usize].concept, self.entries[*entry as usize].term);
            entries.sort_unstable_by_key(|entry| (of(entry), *entry));
            entries.dedup_by_key(|entry| of(entry));
            if !entries.is_empty() {
                longest = Some(Longest { words: place + 1, entries, span });
            }
        }
        longest
    }

    fn signs_fit(&self, entry: u32, between: &[String], paragraph: &Paragraph, span: Span) -> bool {
        match &self.entries[entry as usize].signs {
            None => between.iter().all(String::is_empty),
            Some(signs) => {
                signs.between == between
                    && paragraph.text[..span.start].ends_with(&signs.before)
                    && paragraph.text[span.end..].starts_with(&signs.after)
            }
        }
    }

    /// Whether the words around a term leave it one: "add-on" is no "add" that is turned down, `Chart.yaml` is no chart,
    /// and in a text all in capitals "US" may be "us".
    fn stands(&self, entry: u32, paragraph: &Paragraph, span: Span) -> bool {
        let entry = &self.entries[entry as usize];
        let text = &paragraph.text;
        let compound = entry.status == Status::Deprecated && is_part_of_compound(text, span);
        let found = &text[span.range()];
        let shouted = !text.chars().any(char::is_lowercase) && is_function_word(found, &self.lexemes.language);
        let folded = || fold(found);
        let other = !entry.not_forms.is_empty() && entry.not_forms.iter().any(|form| form.as_ref() == folded());
        let pronoun = shouted && entry.text.as_ref() == found;
        !(other || compound || pronoun || is_part_of_identifier(text, span))
    }

    fn occurrence(&self, paragraph: &Paragraph, entry: u32, span: Span) -> Occurrence {
        let entry = &self.entries[entry as usize];
        let case_fits = letters::fits(entry.case, &entry.text, paragraph, span);
        let reading = match entry.homograph {
            true => reading::of_homograph(&entry.text, paragraph, span),
            false => Reading::Term,
        };
        Occurrence { concept: entry.concept, term: entry.term, status: entry.status, span, case_fits, reading }
    }
}

/// The longest term at a place, in all the concepts that have it.
struct Longest {
    words: usize,
    entries: Vec<u32>,
    span: Span,
}
