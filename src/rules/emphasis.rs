//! Emphasis of a text: as Markdown or HTML marks it, and signs that mark nothing.

use super::passage;
use crate::text::{MarkKind, Span};

/// How many stretches of words are emphasised, as Markdown or as tags.
pub(super) fn emphasis(passages: &[passage::Passage<'_>]) -> usize {
    const TAGS: &[&str] = &["b", "i", "em", "strong", "u", "mark"];
    let marked = |kind| passages.iter().flat_map(move |passage| passage.marked(kind));
    let name =
        |tag: &str| tag.trim_start_matches('<').split(|c: char| !c.is_ascii_alphanumeric()).next().map(str::to_owned);
    let is_one = |tag: &str| name(tag).is_some_and(|name| TAGS.contains(&name.to_ascii_lowercase().as_str()));
    let tags = marked(MarkKind::Html).filter(|(_, text)| is_one(text)).count();
    tags + marked(MarkKind::Delimiter).filter(|(_, text)| text.starts_with(['*', '_'])).count() / 2
}

/// The signs of emphasis that touch a letter and mark nothing, so that readers see them: `很重要，**他`.
pub(super) fn shown_signs<'a>(passages: &'a [passage::Passage<'_>]) -> Vec<(&'a passage::Passage<'a>, Span)> {
    let mut shown = Vec::new();
    for passage in passages {
        let text = passage.wording();
        for sign in ["**", "__", "~~"] {
            let touches = |at: usize| {
                let before = text[..at].chars().next_back().is_some_and(|letter| !letter.is_whitespace());
                let after = text[at + sign.len()..].chars().next().is_some_and(|letter| !letter.is_whitespace());
                before || after
            };
            let found = text.match_indices(sign).map(|(at, _)| at).filter(|at| touches(*at));
            shown.extend(found.map(|at| (passage, Span::new(at, at + sign.len()))));
        }
    }
    shown
}
