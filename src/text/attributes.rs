//! What is written behind a heading and is no part of its wording: its id and its classes.

use super::{Kind, MarkKind, Paragraph, Span};

/// The attributes in braces behind a heading, `{#id .class}`: place in the file and text.
pub(super) fn behind<'t>(text: &'t str, heading: &Paragraph) -> Option<(Span, &'t str)> {
    matches!(heading.kind, Kind::Heading(_)).then_some(())?;
    let line = text.get(heading.span.end..)?.split(['\n', '\r']).next()?;
    let start = line.find('{').filter(|at| line[..*at].trim_matches(['#', ' ', '\t']).is_empty())?;
    let text = line[start..].trim_end();
    let start = heading.span.end + start;
    text.ends_with('}').then(|| (Span::new(start, start + text.len()), text))
}

/// The id that is written behind a heading, `{#id}` or `(#id)`, in lower case; `None` for what is no heading.
pub fn heading_id(text: &str, heading: &Paragraph) -> Option<String> {
    matches!(heading.kind, Kind::Heading(_)).then_some(())?;
    let marks = heading.marks.iter().filter(|mark| mark.kind == MarkKind::Placeholder);
    let inside = marks.filter_map(|mark| heading.text.get(mark.span.range()));
    let written = behind(text, heading).map(|(_, text)| text).into_iter().chain(inside);
    written.flat_map(ids).next().map(|id| id.to_lowercase())
}

/// The ids of `{#id .class}`, `{: #id }`, `{ #id }`, `(#id)`.
pub(super) fn ids(braces: &str) -> impl Iterator<Item = String> + '_ {
    let inside = braces.trim_matches(['{', '}', '(', ')', ':', ' ']);
    let ids = inside.split_whitespace().filter_map(|word| word.strip_prefix('#')).map(|id| id.trim_matches('}'));
    ids.filter(|id| !id.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Format};
    use super::*;

    #[test]
    fn the_id_of_a_heading_is_read_in_each_spelling() {
        for text in ["# Мост {#Bridge}\n", "# Мост { #bridge .wide }\n", "# Мост (#bridge)\n", "Мост {#bridge}\n====\n"]
        {
            let document = Document::read(text.as_bytes(), Format::Markdown);
            let id = heading_id(&document.text, &document.paragraphs[0]);
            assert_eq!(id.as_deref(), Some("bridge"), "{text}");
        }
    }

    #[test]
    fn a_heading_without_an_id_and_a_paragraph_have_none() {
        for text in ["# Мост №1 (#)\n", "# Мост (старый)\n", "Мост (#bridge)\n"] {
            let document = Document::read(text.as_bytes(), Format::Markdown);
            assert_eq!(heading_id(&document.text, &document.paragraphs[0]), None, "{text}");
        }
    }
}
