//! The links of a unit's side, wherever their destination is written.

use super::address::without_language;
use super::pages::resolved;
use super::{Context, Place, Side, passage};
use crate::lang::Language;
use crate::text::{Document, MarkKind};

/// A link or an image.
pub(super) struct Link {
    /// Where it leads, without title and angle brackets.
    pub(super) address: String,
    /// The label of the definition that says so, in lower case; empty where the link says so itself.
    pub(super) label: String,
    pub(super) place: Place,
}

/// The links of passages, in order; of `[text][label]` and `[label]` too, which lead where the label is defined.
pub(super) fn links(passages: &[passage::Passage<'_>], document: &Document) -> Vec<Link> {
    let mut links = Vec::new();
    for passage in passages {
        for kind in [MarkKind::Destination, MarkKind::Url] {
            for (bytes, text) in passage.marked(kind) {
                let is_label = passage.text()[..bytes.start].ends_with("][");
                let defined = if is_label { document.destination(text) } else { None };
                let label = if defined.is_some() { text } else { "" };
                links.extend(link(defined.unwrap_or(text), label, passage.place(bytes)));
            }
        }
        links.extend(
            labels(passage)
                .into_iter()
                .filter_map(|(bytes, label)| link(document.destination(label)?, label, passage.place(bytes))),
        );
    }
    links.sort_by_key(|link| link.place);
    links
}

fn link(destination: &str, label: &str, place: Place) -> Option<Link> {
    let address = address(destination).to_owned();
    (!address.is_empty()).then(|| Link { address, label: label.to_lowercase(), place })
}

/// The labels of `[label]` and `[label][]`, with their bytes.
fn labels<'a>(passage: &passage::Passage<'a>) -> Vec<(std::ops::Range<usize>, &'a str)> {
    let (mut open, mut labels) = (Vec::new(), Vec::new());
    for (bytes, sign) in passage.marked(MarkKind::Delimiter) {
        match sign {
            "[" | "![" => open.push(bytes.end),
            "]" | "][]" => {
                let label = open.pop().map(|start| start..bytes.start);
                labels.extend(label.and_then(|label| Some((label.clone(), passage.text().get(label)?))));
            }
            sign if sign.starts_with(']') => drop(open.pop()),
            _ => {}
        }
    }
    labels
}

/// The path that a template makes an address of: `{{ "a/b.html" | relative_url }}`, `{{< ref "/docs/x" >}}`.
fn filled_in(text: &str) -> Option<&str> {
    let inside = ["{{", "{%"].iter().find_map(|open| text.strip_prefix(open))?;
    let inside = &inside[..inside.find("}}").or_else(|| inside.find("%}"))?];
    let quoted = ['"', '\'', '`'].iter().find_map(|quote| inside.split(*quote).nth(1));
    Some(quoted.unwrap_or(inside).trim())
}

/// The address in a destination, without its title and angle brackets.
fn address(text: &str) -> &str {
    let text = text.trim();
    if let Some(path) = filled_in(text) {
        return path;
    }
    match text.strip_prefix('<') {
        Some(inside) => inside.split('>').next().unwrap_or(inside),
        None => text.split_whitespace().next().unwrap_or(""),
    }
}

/// Whether a link leads to the document itself in some language: each version lists the others, and not itself.
pub(super) fn is_own_version(link: &str, context: &Context<'_>) -> bool {
    let plain = |path: &str| {
        let parts = path.split('/').filter(|part| Language::spelled(part).is_none());
        parts.map(without_language).collect::<Vec<_>>().join("/")
    };
    [Side::Source, Side::Target].into_iter().any(|side| {
        let own = context.pages.path(side);
        resolved(own, link).is_some_and(|path| path != own && plain(&path) == plain(own))
    })
}
