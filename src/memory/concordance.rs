//! Where a term is inside what was translated, with the translation beside it.

use rayon::prelude::*;

use super::{Memory, Pair, token};
use crate::text::Span;

/// Which side of the pairs is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wing {
    /// The originals.
    Source,
    /// The translations.
    Target,
}

/// A pair in which a term occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention<'a> {
    /// The pair that holds the words.
    pub pair: &'a Pair,
    /// Bytes of the searched side, in order.
    pub spans: Vec<Span>,
}

/// So many pairs are looked at before it is asked whether there are enough.
const TOGETHER: usize = 512;

impl Memory {
    /// The pairs that hold the words of `term` one after the other, in any letter case and with other endings; in
    /// the order they were given. Words that end differently are taken for forms of one word where all but the
    /// last three letters agree, and at least the first four.
    pub fn concordance(&self, term: &str, wing: Wing, limit: usize) -> Vec<Mention<'_>> {
        let folded = token::fold(term);
        let words: Vec<&str> = token::words(&folded).map(|span| &folded[span.range()]).collect();
        let index = match wing {
            Wing::Source => &self.sources,
            Wing::Target => self.targets(),
        };
        let mut lists: Vec<&[u32]> = words.iter().map(|word| index.list(token::beginning(word))).collect();
        lists.sort_by_key(|list| list.len());
        let Some((rarest, others)) = lists.split_first() else { return Vec::new() };
        let mut cursors = vec![0; others.len()];
        let everywhere = rarest.iter().filter(|at| {
            others.iter().zip(&mut cursors).all(|(list, cursor)| {
                *cursor += below(&list[*cursor..], **at);
                list.get(*cursor) == Some(at)
            })
        });
        let mention = |at: &&u32| {
            let pair = self.pairs.get(**at as usize)?;
            let text = match wing {
                Wing::Source => &pair.source,
                Wing::Target => &pair.target,
            };
            let spans = places(text, &words);
            (!spans.is_empty()).then_some(Mention { pair, spans })
        };
        // Words that occur everywhere, but rarely side by side, are looked for on all cores.
        let mut everywhere = everywhere.peekable();
        let mut mentions = Vec::new();
        while mentions.len() < limit && everywhere.peek().is_some() {
            let some: Vec<&u32> = everywhere.by_ref().take(TOGETHER).collect();
            mentions.extend(some.par_iter().filter_map(mention).collect::<Vec<_>>());
        }
        mentions.truncate(limit);
        mentions
    }
}

/// How many of a sorted list's first numbers are below `wanted`, found in steps that double: what is asked for next is
/// mostly near.
fn below(list: &[u32], wanted: u32) -> usize {
    let mut end = 1;
    while end < list.len() && list[end] < wanted {
        end *= 2;
    }
    let from = end / 2;
    from + list[from..list.len().min(end + 1)].partition_point(|at| *at < wanted)
}

fn places(text: &str, wanted: &[&str]) -> Vec<Span> {
    let words: Vec<Span> = token::words(text).collect();
    let is = |span: &Span, term: &str| {
        let word = &text[span.range()];
        // Words of another first letter are most of them, and to fold one takes time.
        same_start(word, term) && akin(&token::fold(word), term)
    };
    let runs = words.windows(wanted.len()).filter(|run| run.iter().zip(wanted).all(|(word, term)| is(word, term)));
    runs.map(|run| Span::new(run[0].start, run[run.len() - 1].end)).collect()
}

/// Whether a word may begin as a folded one does.
fn same_start(word: &str, folded: &str) -> bool {
    let (Some(first), wanted) = (word.chars().next(), folded.chars().next()) else { return false };
    // What folds to nothing or to several letters is folded to be compared.
    let odd = !first.is_alphanumeric() || first.to_lowercase().count() > 1;
    odd || first.to_lowercase().next().map(|c| if c == 'ё' { 'е' } else { c }) == wanted
}

/// Whether two folded words may be forms of one.
fn akin(one: &str, other: &str) -> bool {
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longer = one.chars().count().max(other.chars().count());
    one == other || common >= longer.saturating_sub(3).max(4)
}
