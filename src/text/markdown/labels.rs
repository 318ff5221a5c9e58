//! Where links lead whose destination is defined elsewhere: `[text][label]`, `[label][]`, `[label]`.

use std::borrow::Cow;

use pulldown_cmark::{BrokenLink, Event, LinkType, Options, Parser, Tag};

/// The text with `[text](destination)` for each such link whose label is defined.
pub(super) fn with_destinations<'a>(text: &'a str, labels: &dyn Fn(&str) -> Option<String>) -> Cow<'a, str> {
    if !text.contains('[') {
        return Cow::Borrowed(text);
    }
    let mut lookup = |link: BrokenLink<'_>| Some((labels(&link.reference)?.into(), "".into()));
    let parser = Parser::new_with_broken_link_callback(text, Options::ENABLE_STRIKETHROUGH, Some(&mut lookup));
    let mut resolved = String::new();
    let mut at = 0;
    for (event, span) in parser.into_offset_iter() {
        let Event::Start(Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. }) = event else {
            continue;
        };
        let whole = &text[span.clone()];
        let shown = match link_type {
            LinkType::ReferenceUnknown => whole.rfind("][").map(|end| &whole[..end]),
            LinkType::CollapsedUnknown | LinkType::ShortcutUnknown => {
                whole.strip_suffix("][]").or_else(|| whole.strip_suffix(']'))
            }
            _ => None,
        };
        // What is within a link that was resolved stays as it is.
        let Some(shown) = shown.filter(|_| span.start >= at) else { continue };
        resolved.push_str(&text[at..span.start]);
        resolved.push_str(&format!("{shown}]({dest_url})"));
        let empty = link_type == LinkType::CollapsedUnknown && text[span.end..].starts_with("[]");
        at = span.end + if empty { "[]".len() } else { 0 };
    }
    if at == 0 {
        return Cow::Borrowed(text);
    }
    resolved.push_str(&text[at..]);
    Cow::Owned(resolved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_gives_way_to_what_it_stands_for() {
        let labels = |label: &str| matches!(label, "d" | "правила").then(|| "https://e.org \"t\"".to_owned());
        for (text, resolved) in [
            ("См. [это][d].", "См. [это](https://e.org \"t\")."),
            ("[правила] и [правила][]", "[правила](https://e.org \"t\") и [правила](https://e.org \"t\")"),
            ("![вид][d] [нет][x] [a](b)", "![вид](https://e.org \"t\") [нет][x] [a](b)"),
            ("`[d]`", "`[d]`"),
        ] {
            assert_eq!(with_destinations(text, &labels), resolved);
        }
    }
}
