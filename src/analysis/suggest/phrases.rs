//! Names and noun phrases of the originals.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Analysed;
use super::count::{tally, unit_of};
use super::grammar::{Common, Grammar};
use crate::lang::inflect::{self, Inflect};
use crate::lang::{Language, Script, Stems};
use crate::text::{Paragraph, Span, sentences};

/// What a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Capitals within sentences.
    Name,
    /// Capitals at the beginning of sentences alone: a name if the translation has one that sounds like it.
    Guess,
    /// All letters are capitals.
    Abbreviation,
    /// An adjective and a noun, or the like.
    Phrase,
    Word,
}

impl Kind {
    pub(super) fn is_name(self) -> bool {
        matches!(self, Kind::Name | Kind::Guess | Kind::Abbreviation)
    }
}

/// A phrase with all its places.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub(super) term: String,
    pub(super) kind: Kind,
    /// Whether it is beside a name that the glossary knows, at least once.
    pub(super) beside_known: bool,
    /// In the order of the documents.
    pub(super) places: Vec<Spot>,
}

/// Where a phrase occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) document: usize,
    pub(super) paragraph: usize,
    pub(super) span: Span,
    /// Index of the unit in the analysis.
    pub(super) unit: usize,
    pub(super) beside_known: bool,
}

/// By kind and stems, every place and the words there.
type ByWords = BTreeMap<(Kind, Vec<String>), Vec<(Spot, String)>>;

/// A word of an original.
struct Token<'a> {
    text: &'a str,
    span: Span,
    /// Its stem in small letters: inflected forms of a word share it.
    key: String,
    capital: bool,
    /// Whether it begins a sentence, or is where capitals say nothing.
    first: bool,
    /// Whether the glossary knows it.
    covered: bool,
    /// Whether only a space, or a hyphen, parts it from the word before.
    joined: bool,
}

/// The longest name, in words; more of them with capitals are a heading or a list.
const LONGEST: usize = 8;

/// The words of a paragraph with their unit.
struct Passage<'a> {
    document: usize,
    paragraph: usize,
    unit: usize,
    tokens: Vec<Token<'a>>,
}

/// All phrases of the originals that no term of the glossary covers.
pub(super) fn phrases(pairs: &[Analysed<'_>], language: &Language, common: &FxHashSet<String>) -> Vec<Phrase> {
    let stems = Stems::of(language);
    let passages = passages(pairs, &stems);
    let common = Common::new(common, language, &stems);
    let letters = Letters::new(&passages, language);
    let grammar = Grammar::new(language, common);
    let mut found: ByWords = BTreeMap::new();
    let all: Vec<Vec<(Kind, Range<usize>)>> =
        passages.iter().map(|passage| runs(passage, &letters, &grammar)).collect();
    let alone: FxHashSet<&str> = passages
        .iter()
        .zip(&all)
        .flat_map(|(passage, runs)| runs.iter().map(move |(kind, run)| (*kind, &passage.tokens[run.clone()])))
        .filter(|(kind, run)| matches!(kind, Kind::Name | Kind::Guess) && run.len() == 1)
        .map(|(_, run)| run[0].key.as_str())
        .collect();
    for (passage, runs) in passages.iter().zip(&all) {
        // «премьер-министр Армении Никол Пашинян»: a name that also occurs alone is not a part of the full name after it.
        let runs = runs.iter().flat_map(|(kind, run)| {
            let first = &passage.tokens[run.start].key;
            let cut = if *kind == Kind::Name && run.len() > 2 && alone.contains(first.as_str()) { 1 } else { 0 };
            [(*kind, run.start..run.start + cut), (*kind, run.start + cut..run.end)]
        });
        for (kind, run) in runs.filter(|(_, run)| !run.is_empty()) {
            let beside_known = beside_known(&passage.tokens, &run);
            let tokens = &passage.tokens[run];
            let span = Span::new(tokens[0].span.start, tokens[tokens.len() - 1].span.end);
            let spot = Spot {
                document: passage.document,
                paragraph: passage.paragraph,
                span,
                unit: passage.unit,
                beside_known,
            };
            let text = pairs[passage.document].0.source.paragraphs[passage.paragraph].text[span.range()].to_owned();
            let key = tokens.iter().map(|token| token.key.clone()).collect();
            found.entry((kind, key)).or_default().push((spot, text));
        }
    }
    settle(found, language)
}

fn passages<'a>(pairs: &[Analysed<'a>], stems: &Stems) -> Vec<Passage<'a>> {
    let mut passages = Vec::new();
    for (document, (pair, analysis)) in pairs.iter().enumerate() {
        let units = unit_of(analysis);
        for (at, paragraph) in pair.source.paragraphs.iter().enumerate() {
            let Some(unit) = units.get(&at) else { continue };
            let covered: Vec<Span> = analysis
                .source_terms
                .get(at)
                .map(|all| all.iter().map(|found| found.span).collect())
                .unwrap_or_default();
            let tokens = tokens(paragraph, &covered, stems);
            passages.push(Passage { document, paragraph: at, unit: *unit, tokens });
        }
    }
    passages
}

fn tokens<'a>(paragraph: &'a Paragraph, covered: &[Span], stems: &Stems) -> Vec<Token<'a>> {
    let text = paragraph.text.as_str();
    let starts: Vec<usize> = sentences(text).iter().map(|sentence| sentence.start).collect();
    let mut tokens: Vec<Token<'a>> = Vec::new();
    let mut last_start = usize::MAX;
    for span in paragraph.words() {
        let word = &text[span.range()];
        let sentence = starts.partition_point(|start| *start <= span.start);
        let between = tokens.last().map(|last| &text[last.span.end..span.start]);
        let key = stems.stem(&word.to_lowercase().replace('ё', "е")).into_owned();
        // A colon, a dash or a quotation mark begins something like a sentence.
        let fresh = between.is_none_or(|between| between.contains(['.', '!', '?', ':', '«', '“', '„', '"', '—', '\n']));
        tokens.push(Token {
            text: word,
            span,
            key,
            capital: word.chars().next().is_some_and(char::is_uppercase),
            first: sentence != last_start || fresh,
            covered: covered.iter().any(|term| term.overlaps(span)),
            joined: between.is_some_and(|between| [" ", "-", "\u{a0}", "‑"].contains(&between)),
        });
        last_start = sentence;
    }
    tokens
}

/// Which words are names by their capitals.
struct Letters {
    /// By key: how often with a capital within a sentence, and how often without one.
    counts: FxHashMap<String, (usize, usize)>,
    script: Script,
}

impl Letters {
    fn new(passages: &[Passage<'_>], language: &Language) -> Letters {
        let mut counts: FxHashMap<String, (usize, usize)> = FxHashMap::default();
        for token in passages.iter().flat_map(|passage| &passage.tokens) {
            let (capitals, small) = counts.entry(token.key.clone()).or_default();
            match (token.capital, token.first) {
                (false, _) => *small += 1,
                (true, false) => *capitals += 1,
                (true, true) => {}
            }
        }
        Letters { counts, script: Script::of_language(language) }
    }

    /// Whether a word is in the language's own letters: what is not stays as it is in any translation.
    fn own_script(&self, token: &Token<'_>) -> bool {
        token.text.chars().next().and_then(Script::of) == Some(self.script)
    }

    /// Whether a word is only at the beginning of sentences, so that its capital says nothing.
    fn is_unknown(&self, token: &Token<'_>) -> bool {
        token.capital && self.counts.get(&token.key).copied().unwrap_or_default() == (0, 0)
    }

    /// Whether a word with a capital is a name: within a sentence it nearly always has one.
    fn is_name(&self, token: &Token<'_>) -> bool {
        let (capitals, small) = self.counts.get(&token.key).copied().unwrap_or_default();
        token.capital && capitals > 0 && small * 4 <= capitals
    }
}

/// The phrases of a passage, as ranges of its tokens: names first, then what is between them.
fn runs(passage: &Passage<'_>, letters: &Letters, grammar: &Grammar) -> Vec<(Kind, Range<usize>)> {
    let tokens = &passage.tokens;
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let end = name_end(tokens, at, letters, grammar);
        if end > at {
            let run = &tokens[at..end];
            let abbreviation = run.len() == 1 && abbreviation(run[0].text);
            let common = run.iter().all(|token| grammar.common(&token.key, token.text));
            let telling = run.len() <= LONGEST && run.iter().any(|token| token.text.chars().count() > 2);
            match (abbreviation, common, beside_known(tokens, &(at..end))) {
                (true, ..) => found.push((Kind::Abbreviation, at..end)),
                (_, false, true) if telling => found.push((Kind::Guess, at..end)),
                (_, false, false) if telling => found.push((Kind::Name, at..end)),
                _ => {}
            }
            at = end;
            continue;
        }
        let token = &tokens[at];
        if letters.is_unknown(token)
            && !token.covered
            && letters.own_script(token)
            && !grammar.common(&token.key, token.text)
        {
            found.push((Kind::Guess, at..at + 1));
            at += 1;
            continue;
        }
        found.extend(noun_phrase(tokens, at, grammar).filter(|_| letters.own_script(&tokens[at])));
        at += 1;
    }
    found
}

/// Whether a name is directly beside one that the glossary knows: a given name before its surname.
fn beside_known(tokens: &[Token<'_>], run: &Range<usize>) -> bool {
    let known = |token: &Token<'_>| token.covered && token.capital;
    let before = run.start.checked_sub(1).and_then(|at| tokens.get(at));
    before.is_some_and(|token| known(token) && tokens[run.start].joined)
        || tokens.get(run.end).is_some_and(|token| known(token) && token.joined)
}

/// Where a name that begins at `at` ends; `at` where none does.
fn name_end(tokens: &[Token<'_>], at: usize, letters: &Letters, grammar: &Grammar) -> usize {
    // A word that is small elsewhere can begin a name within a sentence: «Новая Каледония».
    let part = |token: &Token<'_>| {
        let capital = letters.is_name(token) || (token.capital && !token.first);
        !token.covered && capital && token.text.chars().all(char::is_alphabetic) && letters.own_script(token)
    };
    let mut end = at;
    while tokens.get(end).is_some_and(|token| part(token) && (end == at || token.joined)) {
        end += 1;
    }
    if end == at || !grammar.russian {
        return end;
    }
    // «Министерство здравоохранения»: the rest of an institution's name is written small.
    let institution = end == at + 1 && grammar.institution(tokens[at].text);
    let next = |at: usize| tokens.get(at).filter(|token| token.joined && !token.capital && !token.covered);
    if institution {
        let mut last = end;
        while next(last).is_some_and(|token| grammar.adjective(token.text)) && last < end + 2 {
            last += 1;
        }
        if next(last).is_some_and(|token| grammar.genitive(token.text)) {
            return last + 1;
        }
    }
    end
}

fn abbreviation(word: &str) -> bool {
    let roman = word.chars().all(|letter| "IVXLCDM".contains(letter));
    !roman && word.chars().count() >= 2 && word.chars().all(char::is_uppercase)
}

/// The noun phrase, or the uncommon noun, that begins at a word.
fn noun_phrase(tokens: &[Token<'_>], at: usize, grammar: &Grammar) -> Option<(Kind, Range<usize>)> {
    let small = |token: &Token<'_>| !token.covered && (!token.capital || token.first);
    let head = tokens.get(at).filter(|token| small(token) && token.text.chars().all(char::is_alphabetic))?;
    let common = |token: &Token<'_>| grammar.common(&token.key, token.text);
    let next = tokens.get(at + 1).filter(|token| token.joined && small(token) && !token.capital);
    if let Some(next) = next
        && grammar.russian
        && grammar.adjective(&head.text.to_lowercase())
        && grammar.noun(next.text)
        && !(common(head) && common(next))
        && next.text.chars().all(char::is_alphabetic)
        && !(grammar.empty(&head.key) || grammar.empty(&next.key))
    {
        return Some((Kind::Phrase, at..at + 2));
    }
    let alone = !grammar.russian || grammar.noun(&head.text.to_lowercase());
    (alone && !common(head) && head.text.chars().count() >= 4 && !head.capital).then_some((Kind::Word, at..at + 1))
}

/// Puts one kind to each phrase, drops parts that never occur alone, and names each by its best form.
fn settle(found: ByWords, language: &Language) -> Vec<Phrase> {
    // Surnames: where the last word of a full name also occurs alone, that is the entry; the full name is one of its places.
    let alone: FxHashSet<String> = found
        .keys()
        .filter(|(kind, key)| *kind == Kind::Name && key.len() == 1)
        .map(|(_, key)| key[0].clone())
        .collect();
    let mut merged: ByWords = BTreeMap::new();
    let named: FxHashSet<Vec<String>> =
        found.keys().filter(|(kind, _)| *kind == Kind::Name).map(|(_, key)| key.clone()).collect();
    for ((kind, key), places) in found {
        let kind = if kind == Kind::Guess && named.contains(&key) { Kind::Name } else { kind };
        let surname = key.last().filter(|last| kind == Kind::Name && key.len() > 1 && alone.contains(*last));
        match surname.cloned() {
            Some(surname) => {
                let last = places.into_iter().map(|(spot, text)| last_word(spot, text));
                merged.entry((kind, vec![surname])).or_default().extend(last);
            }
            None => merged.entry((kind, key)).or_default().extend(places),
        }
    }
    let phrases = merged.into_iter().map(|((kind, _), mut places)| {
        places.sort_by_key(|(spot, _)| (spot.document, spot.paragraph, spot.span));
        let texts = tally(places.iter().map(|(_, text)| text.clone()));
        let places: Vec<Spot> = places.into_iter().map(|(spot, _)| spot).collect();
        let beside_known = places.iter().any(|spot| spot.beside_known);
        Phrase { term: lemma(&texts, kind, language), kind, beside_known, places }
    });
    phrases.collect()
}

fn last_word(spot: Spot, text: String) -> (Spot, String) {
    let start =
        text.rfind([' ', '-', '\u{a0}', '‑']).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let span = Span::new(spot.span.start + start, spot.span.end);
    (Spot { span, ..spot }, text[start..].to_owned())
}

/// The form that explains most of the others; the most frequent, then the shortest of equals.
fn lemma(texts: &BTreeMap<String, usize>, kind: Kind, language: &Language) -> String {
    let explained = |text: &str| {
        let forms: FxHashSet<String> = inflect::forms(text, language, Inflect::Auto)
            .list()
            .into_iter()
            .map(|form| inflect::fold(&form.text))
            .collect();
        texts.iter().filter(|(other, _)| forms.contains(&inflect::fold(other))).map(|(_, count)| count).sum::<usize>()
    };
    let best = texts
        .iter()
        .take(40)
        .map(|(text, count)| (explained(text), *count, std::cmp::Reverse(text.chars().count()), text))
        .max();
    let text = best.map(|(_, _, _, text)| text.clone()).unwrap_or_default();
    if matches!(kind, Kind::Phrase | Kind::Word) { text.to_lowercase() } else { text }
}
