//! Link reference definitions: where a label leads.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::Span;

/// The definitions of a document by label, found when the first label is asked for.
#[derive(Clone, Debug, Default)]
pub struct Definitions(OnceLock<FxHashMap<String, Span>>);

impl Definitions {
    /// Where a label leads, with the title, by these blocks of definitions in a text; the first definition counts.
    pub(super) fn destination<'a>(
        &self,
        label: &str,
        text: &'a str,
        blocks: impl Iterator<Item = Span>,
    ) -> Option<&'a str> {
        let known = self.0.get_or_init(|| {
            let mut known = FxHashMap::default();
            for block in blocks {
                for (label, rest) in lines(&text[block.range()]) {
                    let start = rest.as_ptr() as usize - text.as_ptr() as usize;
                    known.entry(folded(label)).or_insert(Span::new(start, start + rest.len()));
                }
            }
            known
        });
        known.get(&folded(label)).map(|span| &text[span.range()])
    }
}

/// Where a label leads by a block of link definitions, with the title; `None` where the block does not define it.
pub fn defined<'a>(definitions: &'a str, label: &str) -> Option<&'a str> {
    let wanted = folded(label);
    lines(definitions).find_map(|(known, rest)| (folded(known) == wanted).then_some(rest))
}

/// The labels of a block and where they lead.
fn lines(definitions: &str) -> impl Iterator<Item = (&str, &str)> {
    let all = definitions
        .lines()
        .filter_map(|line| line.trim_start_matches(['>', ' ', '\t']).strip_prefix('[')?.split_once("]:"));
    all.map(|(label, rest)| (label, rest.trim())).filter(|(_, rest)| !rest.is_empty())
}

/// A link's label as CommonMark compares it.
fn folded(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Format};
    use super::*;

    #[test]
    fn the_first_definition_of_a_label_counts_in_any_case() {
        let text = "[Мост  реки]: /a \"t\"\n[b]: /b\n\nТекст [b].\n\n> [мост реки]: /c\n";
        let document = Document::read(text.as_bytes(), Format::Markdown);
        assert_eq!(document.destination("мост реки"), Some("/a \"t\""));
        assert_eq!((document.destination("B"), document.destination("c")), (Some("/b"), None));
        assert_eq!(defined("[a]:\n[A]: /x", "a"), Some("/x"));
    }
}
