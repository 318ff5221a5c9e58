//! Values of the front matter, which answer each other by their keys.

use crate::text::Kind;

use super::side::Side;
use super::unit::Pin;

/// The values that have one key on both sides, where each side has the key once.
pub(super) fn pairs(source: &Side<'_>, target: &Side<'_>) -> Vec<Pin> {
    let (ours, theirs) = (keys(source), keys(target));
    let only = |keys: &[(&str, usize)], key: &str| {
        let mut found = keys.iter().filter(|(own, _)| own.eq_ignore_ascii_case(key)).map(|(_, at)| *at);
        found.next().filter(|_| found.next().is_none())
    };
    let pair = |(key, at): &(&str, usize)| {
        only(&ours, key)?;
        Some(Pin { source: vec![*at], target: vec![only(&theirs, key)?] })
    };
    ours.iter().filter_map(pair).collect()
}

/// The keys of a side's values, each with its paragraph.
fn keys<'s>(side: &Side<'s>) -> Vec<(&'s str, usize)> {
    let values = side.paragraphs.iter().take_while(|paragraph| paragraph.kind == Kind::FrontMatter).enumerate();
    values.filter_map(|(at, paragraph)| Some((key(side.text.get(..paragraph.span.start)?)?, at))).collect()
}

/// The key before a value: on its line, or on the line above a value of several lines.
fn key(before: &str) -> Option<&str> {
    let line = before.trim_end().rsplit('\n').find(|line| line.contains([':', '=']))?;
    let key = line.split([':', '=']).next()?.trim().trim_matches(['"', '\'']);
    (!key.is_empty()).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::super::{Lexicon, align};
    use super::*;
    use crate::text::{Document, Format};

    fn answers(source: &str, target: &str) -> Vec<(Vec<usize>, Vec<usize>)> {
        let read = |text: &str| Document::read(text.as_bytes(), Format::Markdown);
        let (source, target) = (read(source), read(target));
        let (ru, en) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let units = align(
            &Side { language: &ru, paragraphs: &source.paragraphs, blocks: &source.blocks, text: &source.text },
            &Side { language: &en, paragraphs: &target.paragraphs, blocks: &target.blocks, text: &target.text },
            &[],
            &Lexicon::built_in(&ru, &en),
        );
        units.into_iter().map(|unit| (unit.source, unit.target)).collect()
    }

    #[test]
    fn values_answer_each_other_by_key_though_their_order_and_words_differ() {
        let units = answers(
            "---\ntitle: Мост\ndescription: Как его строили\n---\n\nМост построили осенью.\n",
            "---\ndescription: >\n  A short history\n  of autumn\ntitle: \"The bridge\"\n---\n\nThe bridge was built in autumn.\n",
        );
        let pair = |source: usize, target: usize| (vec![source], vec![target]);
        for wanted in [pair(0, 1), pair(1, 0), pair(2, 2)] {
            assert!(units.contains(&wanted), "{units:?}");
        }
    }

    #[test]
    fn a_key_of_one_side_has_no_pair() {
        let text = |text: &'static str| Document::read(text.as_bytes(), Format::Markdown);
        let (source, target) = (text("---\ntitle: Мост\n---\n\nДа.\n"), text("---\nsummary: A bridge\n---\n\nYes.\n"));
        let (ru, en) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let source = Side { language: &ru, paragraphs: &source.paragraphs, blocks: &[], text: &source.text };
        let target = Side { language: &en, paragraphs: &target.paragraphs, blocks: &[], text: &target.text };
        assert_eq!(pairs(&source, &target), []);
    }
}
