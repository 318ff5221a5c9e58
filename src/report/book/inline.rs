//! The inline markup of a paragraph as markup of HTML that is XML too.

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::report::visible;
use crate::text::{Document, Format, Paragraph};

/// A sign before the text, so that nothing at its beginning is a heading, a list or a quote.
const GUARD: &str = ".";

/// The paragraph as a reader sees it. What is no text is left out: tags, comments, pictures but for their
/// descriptions; a link stays one where it leads to the web.
pub(super) fn inline(document: &Document, paragraph: &Paragraph) -> Markup {
    if matches!(document.format, Format::Plain(_)) {
        return html! { (allowed(&paragraph.text)) };
    }
    let guarded = format!("{GUARD}{}", paragraph.text);
    let mut resolve = |link: BrokenLink<'_>| {
        let address = document.destination(&link.reference)?.split_whitespace().next()?.trim_matches(['<', '>']);
        Some((CowStr::from(address.to_owned()), CowStr::from("")))
    };
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let events = Parser::new_with_broken_link_callback(&guarded, options, Some(&mut resolve));
    let mut written = Writer::default();
    events.for_each(|event| written.event(event));
    written.whole()
}

/// What is written, with the elements that are open.
#[derive(Default)]
struct Writer {
    html: String,
    open: Vec<&'static str>,
    begun: bool,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(end) => self.end(end),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => self.html.push_str(&html! { code { (allowed(&text)) } }.into_string()),
            Event::SoftBreak => self.html.push(' '),
            Event::HardBreak => self.html.push_str("<br/>"),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => self.html.push_str("<br/>"),
            Event::FootnoteReference(label) => {
                self.html.push_str(&html! { sup { (allowed(&label)) } }.into_string());
            }
            _ => {}
        }
    }

    /// The text without the sign that was put before it.
    fn text(&mut self, text: &str) {
        let own = if self.begun { text } else { text.strip_prefix(GUARD).unwrap_or(text) };
        self.begun = true;
        self.html.push_str(&html! { (allowed(own)) }.into_string());
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let name = match tag {
            Tag::Emphasis => "em",
            Tag::Strong => "strong",
            Tag::Strikethrough => "del",
            Tag::Link { dest_url, .. } if leads_to_the_web(dest_url) => {
                let address = allowed(dest_url);
                let link = html! { a href=(address) {} }.into_string();
                self.html.push_str(link.trim_end_matches("</a>"));
                self.open.push("a");
                return;
            }
            Tag::Link { .. } => "span",
            Tag::Image { .. } => "i",
            _ => return,
        };
        self.html.push_str(&format!("<{name}>"));
        self.open.push(name);
    }

    fn end(&mut self, end: TagEnd) {
        let inline =
            matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image);
        if let Some(name) = self.open.pop_if(|_| inline) {
            self.html.push_str(&format!("</{name}>"));
        }
    }

    fn whole(mut self) -> Markup {
        while let Some(name) = self.open.pop() {
            self.html.push_str(&format!("</{name}>"));
        }
        PreEscaped(self.html)
    }
}

fn leads_to_the_web(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme))
}

/// The text without what XML cannot hold; what steers is named.
pub(super) fn allowed(text: &str) -> String {
    visible(text).chars().filter(|letter| !matches!(letter, '\u{fffe}' | '\u{ffff}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let document = Document::read(text.as_bytes(), Format::Markdown);
        inline(&document, &document.paragraphs[0]).into_string()
    }

    #[test]
    fn emphasis_code_and_links_stay() {
        assert_eq!(
            written("**Bold** and _soft_ `a < b` [here](https://example.org/?a=1&b=2).\n"),
            "<strong>Bold</strong> and <em>soft</em> <code>a &lt; b</code> \
             <a href=\"https://example.org/?a=1&amp;b=2\">here</a>."
        );
        assert_eq!(
            written("See [here][a].\n\n[a]: https://example.org\n"),
            "See <a href=\"https://example.org\">here</a>."
        );
    }

    #[test]
    fn nothing_that_runs_or_leads_astray_is_left() {
        assert_eq!(
            written("A <b>b</b> <script>x</script> [c](javascript:d) ![e](f.png)\n"),
            "A b x <span>c</span> <i>e</i>"
        );
        assert_eq!(written("&lt;script&gt; & \"\n"), "&lt;script&gt; &amp; &quot;");
    }

    #[test]
    fn the_beginning_of_a_text_is_text() {
        for text in ["1\\. First", "\\# no heading", "*em*"] {
            assert!(!written(text).contains('.') || text.contains("First"), "{}", written(text));
        }
        assert_eq!(written("1\\. First"), "1. First");
        assert_eq!(written("*em*"), "<em>em</em>");
    }
}
