//! Names and noun phrases of the originals.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::Analysed;
use super::count::{tally, unit_of};
use super::grammar::{Common, Grammar};
use super::lemma::{Letters, dictionary_form};
use super::spelling::{Passage, Spelling, Token, in_quotes};
use crate::lang::{Language, Stems, is_given_name};
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
    /// A word or two in quotation marks: somebody's own word.
    Quoted,
    /// An adjective and a noun, or the like.
    Phrase,
    Word,
    /// A word that the built-in lists know, frequent here.
    Domain,
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

/// The longest name, in words; more of them with capitals are a heading or a list.
const LONGEST: usize = 8;

/// All phrases, and how many words the originals have.
pub(super) struct Phrases {
    pub(super) phrases: Vec<Phrase>,
    pub(super) words: usize,
}

/// All phrases of the originals that no term of the glossary covers.
pub(super) fn phrases(pairs: &[Analysed<'_>], language: &Language, common: &FxHashSet<String>) -> Phrases {
    let stems = Stems::of(language);
    let passages = passages(pairs, &stems);
    let common = Common::new(common, language, &stems);
    let letters = Spelling::new(&passages, language);
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
    let words = passages.iter().map(|passage| passage.tokens.len()).sum();
    Phrases { phrases: settle(found, language, &grammar), words }
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
    for &span in paragraph.words() {
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
            quoted: in_quotes(text, span),
        });
        last_start = sentence;
    }
    tokens
}

/// The phrases of a passage, as ranges of its tokens: names first, then what is between them.
fn runs(passage: &Passage<'_>, letters: &Spelling, grammar: &Grammar) -> Vec<(Kind, Range<usize>)> {
    let tokens = &passage.tokens;
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let end = name_end(tokens, at, letters, grammar);
        if end > at {
            let run = &tokens[at..end];
            let abbreviation = run.len() == 1 && abbreviation(run[0].text);
            let common = run.iter().all(|token| grammar.general(&token.key, token.text));
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
        if let Some(quoted) = quoted(tokens, at, grammar) {
            found.push((Kind::Quoted, at..quoted));
            at = quoted;
            continue;
        }
        if letters.is_unknown(token)
            && !token.covered
            && letters.own_script(token)
            && !grammar.common(&token.key, token.text)
        {
            found.push((Kind::Guess, at..at + 1));
            at += 1;
            continue;
        }
        let phrase = noun_phrase(tokens, at, letters, grammar).filter(|_| letters.own_script(&tokens[at]));
        at += phrase.as_ref().map_or(1, |(_, run)| run.len());
        found.extend(phrase);
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
fn name_end(tokens: &[Token<'_>], at: usize, letters: &Spelling, grammar: &Grammar) -> usize {
    // A word that is small elsewhere can begin a name within a sentence: «Новая Каледония».
    let part = |token: &Token<'_>| {
        let capital = letters.is_name(token) || (token.capital && !token.first);
        !token.covered && capital && token.text.chars().all(char::is_alphabetic)
    };
    // «ОДКБ ввела войска»: capitals at the start of a sentence are an abbreviation where the next word has none.
    let capitals = |at: usize| tokens.get(at).is_some_and(|token| token.text.chars().all(char::is_uppercase));
    let short =
        |at: usize| tokens[at].first && !tokens[at].covered && abbreviation(tokens[at].text) && !capitals(at + 1);
    if tokens.len() > at + 1 && short(at) {
        return at + 1;
    }
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
fn noun_phrase(tokens: &[Token<'_>], at: usize, letters: &Spelling, grammar: &Grammar) -> Option<(Kind, Range<usize>)> {
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
    if let Some(next) = next
        && grammar.english()
        && letters.hold_together(head, next)
        && !grammar.general(&head.key, head.text)
        && !grammar.general(&next.key, next.text)
        && next.text.chars().all(char::is_alphabetic)
    {
        return Some((Kind::Phrase, at..at + 2));
    }
    let alone = match grammar.russian {
        true => grammar.noun(&head.text.to_lowercase()),
        false => !grammar.english() || letters.is_noun(head),
    };
    let long = head.text.chars().count() >= 4;
    if !alone || !long || head.capital || grammar.general(&head.key, head.text) {
        return None;
    }
    Some((if common(head) { Kind::Domain } else { Kind::Word }, at..at + 1))
}

/// Where words in quotation marks of their own end: «мамбет», "add-on".
fn quoted(tokens: &[Token<'_>], at: usize, grammar: &Grammar) -> Option<usize> {
    let first = tokens.get(at).filter(|token| token.quoted && !token.covered)?;
    let length = tokens[at..].iter().take_while(|token| token.quoted && !token.covered).count();
    let end = at + length.min(MOST_QUOTED + 1);
    let telling = tokens[at..end].iter().any(|token| !grammar.general(&token.key, token.text));
    let small = !first.capital && first.text.chars().count() > 3;
    (length <= MOST_QUOTED && telling && small).then_some(end)
}

/// The longest term in quotation marks, in words; what is longer is speech.
const MOST_QUOTED: usize = 2;

/// Puts one kind to each phrase, drops parts that never occur alone, and names each by its best form.
fn settle(found: ByWords, language: &Language, grammar: &Grammar) -> Vec<Phrase> {
    // Surnames: where the last word of a full name also occurs alone, that is the entry; the full name is one of its places.
    let alone: FxHashSet<String> = found
        .keys()
        .filter(|(kind, key)| *kind == Kind::Name && key.len() == 1)
        .map(|(_, key)| key[0].clone())
        .collect();
    let mut merged: ByWords = BTreeMap::new();
    let named: FxHashSet<Vec<String>> =
        found.keys().filter(|(kind, _)| *kind == Kind::Name).map(|(_, key)| key.clone()).collect();
    let in_marks: FxHashSet<Vec<String>> =
        found.keys().filter(|(kind, _)| *kind == Kind::Quoted).map(|(_, key)| key.clone()).collect();
    for ((kind, key), places) in found {
        let kind = match kind {
            Kind::Guess if named.contains(&key) => Kind::Name,
            Kind::Guess | Kind::Word | Kind::Domain if in_marks.contains(&key) => Kind::Quoted,
            kind => kind,
        };
        let person = places.first().is_some_and(|(_, text)| begins_with_given_name(text, language));
        // «Новая Каледония», "South Africa": no person has such a given name.
        let place = places.first().is_some_and(|(_, text)| begins_with_common_word(text, &key, grammar));
        let named = kind == Kind::Name && key.len() > 1;
        let surname = key.last().filter(|last| named && (person || (alone.contains(*last) && !place)));
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
        let letters = match kind {
            Kind::Phrase | Kind::Word | Kind::Domain | Kind::Quoted => Letters::Small,
            Kind::Name | Kind::Guess | Kind::Abbreviation => Letters::AsWritten,
        };
        Phrase { term: dictionary_form(&texts, letters, language), kind, beside_known, places }
    });
    phrases.collect()
}

/// Whether a full name begins with a given name, in some form: «Владимиром Путиным».
fn begins_with_given_name(text: &str, language: &Language) -> bool {
    let Some((first, _)) = text.split_once(' ') else { return false };
    let folded = first.to_lowercase().replace('ё', "е");
    let endings = ["", "а", "у", "ом", "е", "ем", "я", "ю", "ы", "и", "ой", "ей", "у"];
    let stems = endings.iter().filter_map(|ending| folded.strip_suffix(ending));
    stems
        .flat_map(|stem| ["", "а", "я", "й", "ь"].map(|ending| format!("{stem}{ending}")))
        .any(|name| is_given_name(&name, language.code()))
}

/// Whether the first word of a name is an adjective or a word of any text: «Новая», "South".
fn begins_with_common_word(text: &str, key: &[String], grammar: &Grammar) -> bool {
    let first = text.split([' ', '-', '\u{a0}', '‑']).next().unwrap_or_default().to_lowercase();
    let stem = key.first().map_or("", String::as_str);
    // «Карим» and «Вадим» end as adjectives do in the instrumental.
    let adjective = ["ая", "ую", "ой", "ый", "ые", "ых", "ое", "ого", "ому"].iter().any(|end| first.ends_with(end));
    (adjective && grammar.adjective(&first) && grammar.common(stem, &first))
        || (grammar.english() && grammar.general(stem, &first))
}

fn last_word(spot: Spot, text: String) -> (Spot, String) {
    let start =
        text.rfind([' ', '-', '\u{a0}', '‑']).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let span = Span::new(spot.span.start + start, spot.span.end);
    (Spot { span, ..spot }, text[start..].to_owned())
}
