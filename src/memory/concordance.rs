//! Where a term stands inside what was translated, with the translation beside it.

use super::{Memory, Pair, token};
use crate::text::Span;

/// Which side of the pairs is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wing {
    Source,
    Target,
}

/// A pair in which a term stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention<'a> {
    pub pair: &'a Pair,
    /// Bytes of the searched side, in order.
    pub spans: Vec<Span>,
}

impl Memory {
    /// The pairs that hold the words of `term` one after the other, in any letter case and with other endings; in
    /// the order they were given. Words that end differently are taken for forms of one word where all but the
    /// last three letters agree, and at least the first four.
    pub fn concordance(&self, term: &str, wing: Wing, limit: usize) -> Vec<Mention<'_>> {
        let folded = token::fold(term);
        let words: Vec<&str> = token::words(&folded).map(|span| &folded[span.range()]).collect();
        let index = match wing {
            Wing::Source => &self.sources,
            Wing::Target => &self.targets,
        };
        let mut lists: Vec<&[u32]> = words.iter().map(|word| index.list(token::beginning(word))).collect();
        lists.sort_by_key(|list| list.len());
        let Some((rarest, others)) = lists.split_first() else { return Vec::new() };
        let everywhere = rarest.iter().filter(|at| others.iter().all(|list| list.binary_search(at).is_ok()));
        let pairs = everywhere.filter_map(|at| self.pairs.get(*at as usize));
        let mentions = pairs.map(|pair| {
            let text = match wing {
                Wing::Source => &pair.source,
                Wing::Target => &pair.target,
            };
            Mention { pair, spans: places(text, &words) }
        });
        mentions.filter(|mention| !mention.spans.is_empty()).take(limit).collect()
    }
}

fn places(text: &str, wanted: &[&str]) -> Vec<Span> {
    let words: Vec<(Span, String)> = token::words(text).map(|span| (span, token::fold(&text[span.range()]))).collect();
    let runs =
        words.windows(wanted.len()).filter(|run| run.iter().zip(wanted).all(|((_, word), term)| akin(word, term)));
    runs.map(|run| Span::new(run[0].0.start, run[run.len() - 1].0.end)).collect()
}

/// Whether two folded words may be forms of one.
fn akin(one: &str, other: &str) -> bool {
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longer = one.chars().count().max(other.chars().count());
    one == other || common >= longer.saturating_sub(3).max(4)
}
