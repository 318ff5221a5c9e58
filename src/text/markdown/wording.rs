//! Which markup of a paragraph is looks and which is wording.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::super::comment::HTML;
use super::super::{looks, on_one_line};

/// The text without what only looks: quotation marks are `"`, a dash is without spaces, a link is its text
/// and `⟨target⟩`.
pub(super) fn wording(text: &str) -> String {
    let mut wording = String::with_capacity(text.len());
    let mut first = true;
    for part in parts(text) {
        match part {
            Part::Prose(prose) => looks::fold(&prose, first, &mut wording),
            Part::Verbatim(verbatim) => wording.push_str(&verbatim),
        }
        first = false;
    }
    let kept = wording.trim_end().len();
    wording.truncate(kept);
    wording
}

enum Part {
    Prose(String),
    /// Code and link targets, where every character counts.
    Verbatim(String),
}

/// The text by CommonMark's inline rules, without emphasis and escapes.
fn parts(text: &str) -> Vec<Part> {
    let line = one_line(text);
    let mut parts = Parts { all: Vec::new() };
    let mut links: Vec<(String, String, String)> = Vec::new();
    for event in Parser::new_ext(&line, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) => {
                parts.prose(&text);
                links.iter_mut().for_each(|link| link.2.push_str(&text));
            }
            Event::Code(code) => parts.verbatim(&format!("`{code}`")),
            Event::SoftBreak | Event::HardBreak => parts.prose(" "),
            Event::InlineHtml(html) | Event::Html(html) => parts.html(&html),
            Event::Start(Tag::Link { dest_url, title, .. }) => {
                links.push((dest_url.into_string(), title.into_string(), String::new()));
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                parts.verbatim("!");
                links.push((dest_url.into_string(), title.into_string(), String::new()));
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some((target, title, text)) = links.pop() {
                    let target = target.strip_prefix("mailto:").unwrap_or(&target);
                    // A link whose text is its target is the same link bare, in angle brackets or spelled out.
                    if target != text || !title.is_empty() {
                        parts.verbatim(&format!("⟨{target}{}{title}⟩", if title.is_empty() { "" } else { " " }));
                    }
                }
            }
            _ => {}
        }
    }
    parts.all
}

/// The text as one line behind an invisible mark, so that the parser sees one paragraph whatever it starts with.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len() + 4);
    line.push_str("\u{2060} ");
    for piece in text.lines() {
        let piece = piece.trim();
        let broken = piece.ends_with('\\') && !piece.ends_with("\\\\");
        line.push_str(if broken { &piece[..piece.len() - 1] } else { piece });
        line.push(' ');
    }
    line
}

struct Parts {
    all: Vec<Part>,
}

impl Parts {
    fn prose(&mut self, text: &str) {
        match self.all.last_mut() {
            Some(Part::Prose(prose)) => prose.push_str(text),
            _ => self.all.push(Part::Prose(text.to_owned())),
        }
    }

    fn verbatim(&mut self, text: &str) {
        match self.all.last_mut() {
            Some(Part::Verbatim(verbatim)) => verbatim.push_str(text),
            _ => self.all.push(Part::Verbatim(text.to_owned())),
        }
    }

    fn html(&mut self, html: &str) {
        let name = html.trim_start_matches(['<', '/']).trim_end_matches(['>', '/', ' ']).to_ascii_lowercase();
        match name.as_str() {
            "b" | "i" | "em" | "strong" | "wbr" => {}
            "br" => self.prose(" "),
            _ if html.starts_with(HTML.open) => {}
            _ => self.verbatim(&on_one_line(html)),
        }
    }
}
