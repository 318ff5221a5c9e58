//! Takes out of a text what its site generator reads and its readers do not, before the Markdown parser sees it.
//!
//! What is taken out is masked by as many other bytes, so that every place stays a place in the file: a marker's line
//! becomes blank, and a marker whose body is indented becomes a list item that holds a rule, since Markdown takes an
//! indented body for code anywhere else. A tag within a line becomes letters.

use rustc_hash::FxHashSet;

use super::super::comment::{Delimiters, HTML};
use super::super::{BlockKind, Kind, Span};
use super::marker::{self, Marker, What};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Markdown,
    /// Markdown with JavaScript: imports, exports, elements and expressions; no indented code, no HTML comments.
    Mdx,
}

/// A text with its machinery masked, and what was found.
pub(super) struct Machinery {
    /// As long as the text it was made of.
    pub(super) masked: String,
    /// Lines that put in a file, and statements.
    pub(super) blocks: Vec<(Span, BlockKind)>,
    pub(super) markers: Vec<super::super::Marker>,
    /// Texts of markers that readers see.
    pub(super) titles: Vec<(Span, Kind)>,
    /// Where list items begin that represent markers.
    pub(super) items: FxHashSet<usize>,
}

/// A list item that holds a rule: what a marker with an indented body becomes.
pub(super) const ITEM: &[u8] = b"+ ***";

/// The fewest signs of a code fence.
const FENCE: usize = 3;

/// Masks the machinery of `text` from byte `from` on.
pub(super) fn read(text: &str, from: usize, dialect: Dialect) -> Machinery {
    let mut scanner = Scanner {
        text,
        bytes: text.as_bytes()[from..].to_vec(),
        from,
        dialect,
        found: Machinery {
            masked: String::new(),
            blocks: Vec::new(),
            markers: Vec::new(),
            titles: Vec::new(),
            items: FxHashSet::default(),
        },
        fence: None,
        colons: Vec::new(),
        raw: None,
        holds_indented: false,
        blank_before: true,
    };
    let mut start = from;
    while start < text.len() {
        let rest = &text.as_bytes()[start..];
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).map_or(text.len(), |at| start + at);
        let read_to = scanner.line(Span::new(start, end));
        start = read_to.max(end) + 1;
    }
    let Scanner { bytes, mut found, .. } = scanner;
    found.masked = String::from_utf8(bytes).expect("whole characters are masked");
    found
}

pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    bytes: Vec<u8>,
    from: usize,
    dialect: Dialect,
    pub(super) found: Machinery,
    fence: Option<Fence>,
    /// How many colons began each of the open containers `:::`.
    colons: Vec<usize>,
    /// What ends the comment or raw element that is open.
    raw: Option<&'static str>,
    /// Whether the last line that was not indented began a list item or a container with an indented body.
    pub(super) holds_indented: bool,
    pub(super) blank_before: bool,
}

/// An open code fence.
struct Fence {
    sign: char,
    length: usize,
    /// Where it begins, in bytes of the file.
    start: usize,
    /// How many colons close the container that it is in; 0 outside of one.
    colons: usize,
}

impl Scanner<'_> {
    /// Reads one line; gives where reading goes on, the end of the line or one further down.
    fn line(&mut self, span: Span) -> usize {
        let line = &self.text[span.range()];
        let prefix = line.len() - line.trim_start_matches([' ', '\t', '>']).len();
        let content = &line[prefix..];
        let start = span.start + prefix;
        if self.goes_on(line, Span::new(start, span.end)) {
            return span.end;
        }
        if content.trim().is_empty() {
            self.blank_before = true;
            return span.end;
        }
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let is_code = self.dialect == Dialect::Markdown && indent >= 4 && self.blank_before && !self.holds_indented;
        if indent < 4 {
            self.holds_indented = begins_item(content);
        }
        self.blank_before = false;
        if is_code {
            self.blank_before = true;
            return span.end;
        }
        if self.opens(content, start) {
            return span.end;
        }
        if self.dialect == Dialect::Mdx
            && let Some(end) = self.script(start, span.end)
        {
            return end;
        }
        if let Some(end) = self.marker_at(start, span.end, line[..prefix].contains('>')) {
            self.blank_before = true;
            return end;
        }
        self.tags(Span::new(start, span.end));
        if self.dialect == Dialect::Mdx { self.elements(start, span.end) } else { span.end }
    }

    /// Whether the line is within a fence, a comment or a raw element, which it may close.
    fn goes_on(&mut self, line: &str, span: Span) -> bool {
        let content = &self.text[span.range()];
        if let Some(Fence { sign, length, start, colons }) = self.fence {
            let signs = |sign: char| content.len() - content.trim_start_matches(sign).len();
            let only = |sign: char| content[signs(sign)..].trim().is_empty();
            if signs(sign) >= length && only(sign) {
                self.fence = None;
            } else if colons > 0 && signs(':') >= colons && only(':') {
                self.close_with_container(start, length, Span::new(span.start, span.start + signs(':')), sign);
            }
            return true;
        }
        let Some(close) = self.raw else { return false };
        if line.contains(close) {
            self.raw = None;
        }
        true
    }

    /// Whether the line opens a fence, a comment or a raw element, none of which holds machinery.
    fn opens(&mut self, content: &str, start: usize) -> bool {
        let bare = after_item(content);
        let sign = bare.chars().next().filter(|sign| matches!(sign, '`' | '~'));
        if let Some(sign) = sign {
            let signs = bare.len() - bare.trim_start_matches(sign).len();
            if signs >= FENCE && !(sign == '`' && bare[signs..].contains('`')) {
                let start = start + content.len() - bare.len();
                let colons = self.colons.last().copied().unwrap_or(0);
                self.fence = Some(Fence { sign, length: signs, start, colons });
                return true;
            }
        }
        let lower = bare.get(..8).unwrap_or(bare).to_ascii_lowercase();
        if self.dialect == Dialect::Mdx {
            return false;
        }
        let close = match () {
            () if bare.starts_with(HTML.open) => HTML.close,
            () if lower.starts_with("<script") => "</script",
            () if lower.starts_with("<style") => "</style",
            () if lower.starts_with("<pre") => "</pre",
            () => return false,
        };
        let Delimiters { open, .. } = HTML;
        let inside = bare.strip_prefix(open).unwrap_or(bare);
        if inside.contains(close) {
            // A comment may be followed by text on its line.
            return !bare.starts_with(open) || bare.trim_end().ends_with(close);
        }
        self.raw = Some(close);
        true
    }

    /// Ends the fence that a container's end leaves open: generators look for the end of a container before they look for
    /// that of a fence. The marker becomes a fence, and the one that opened it as short as it may be.
    fn close_with_container(&mut self, start: usize, length: usize, marker: Span, sign: char) {
        self.marker(marker);
        self.nest(marker);
        self.bytes[marker.start - self.from..marker.end - self.from].fill(sign as u8);
        self.bytes[start - self.from + FENCE..start - self.from + length].fill(b' ');
        self.fence = None;
    }

    /// Notes that a container `:::` begins or ends.
    fn nest(&mut self, marker: Span) {
        let text = self.text[marker.range()].trim_end();
        let colons = text.len() - text.trim_start_matches(':').len();
        if colons == text.len() {
            while self.colons.pop().is_some_and(|open| open > colons) {}
        } else {
            self.colons.push(colons);
        }
    }

    /// Masks the marker that begins at `start`, where one does; gives where it ends.
    fn marker_at(&mut self, start: usize, end: usize, quoted: bool) -> Option<usize> {
        let content = &self.text[start..end];
        if let Some(inside) = marker::row(content) {
            let inside = Span::new(start + inside.start, start + inside.end);
            self.found.titles.push((inside, Kind::TableRow));
            self.blank(Span::new(start, end));
            return Some(end);
        }
        let item = content.len() - after_item(content).len();
        let bare = &content[item..];
        let alone = if item == 0 { marker::marker(content) } else { None };
        let alert = || if quoted { marker::alert(content) } else { None };
        let in_item = || marker::marker(bare).filter(|marker| bare.starts_with('{') || marker.what == What::Include);
        if let Some(found) = alone.or_else(alert).or_else(in_item) {
            let start = if marker::marker(content).is_some() || quoted { start } else { start + item };
            let end = self.options_end(start, end);
            self.take(&found, Span::new(start, end));
            return Some(end);
        }
        let long = marker::braces_end(&self.text[start + item..]).map(|length| start + item + length)?;
        let line_end = self.text[long..].find(['\n', '\r']).map_or(self.text.len(), |at| long + at);
        let closes = long > end && self.text[long..line_end].trim().is_empty();
        if !closes {
            return None;
        }
        let one_line = self.text[start + item..long].replace(['\n', '\r'], " ");
        let found = marker::marker(&one_line)?;
        self.take(&found, Span::new(start + item, long));
        Some(line_end)
    }

    /// The end of a marker with the options that `///` blocks have on indented lines below it.
    fn options_end(&self, start: usize, end: usize) -> usize {
        if !self.text[start..end].starts_with("///") || self.text[start..end].trim_matches('/').trim().is_empty() {
            return end;
        }
        let mut last = end;
        for line in self.text[end..].split_inclusive('\n').skip(1) {
            let option = line.trim_start();
            let key = option.split_once(':').is_some_and(|(key, _)| key.chars().all(|c| c.is_ascii_lowercase()));
            if line.len() - option.len() < 4 || !key {
                break;
            }
            last = self.text[last..].find('\n').map_or(self.text.len(), |at| last + at + 1 + line.trim_end().len());
        }
        last
    }

    fn take(&mut self, found: &Marker, span: Span) {
        let shown = found.titles.iter().map(|title| Span::new(span.start + title.start, span.start + title.end));
        self.found.titles.extend(shown.map(|title| (title, Kind::Prose)));
        let trimmed = Span::new(span.start, span.start + self.text[span.range()].trim_end().len());
        match found.what {
            What::Include => self.found.blocks.push((trimmed, BlockKind::Include)),
            _ => self.marker(trimmed),
        }
        if self.text[trimmed.range()].starts_with(":::") {
            self.nest(trimmed);
        }
        self.blank(span);
        if found.what == What::Indented && span.len() >= ITEM.len() {
            self.item(span.start);
            self.holds_indented = true;
        }
    }

    pub(super) fn marker(&mut self, span: Span) {
        let name = marker::name(&self.text[span.range()]);
        self.found.markers.push(super::super::Marker { span, name, before: 0 });
    }

    /// Puts a list item with a rule at a place that is blank already.
    pub(super) fn item(&mut self, start: usize) {
        let at = start - self.from;
        self.bytes[at..at + ITEM.len()].copy_from_slice(ITEM);
        self.found.items.insert(start);
    }

    /// Masks the tags in braces within a line of text by letters.
    fn tags(&mut self, line: Span) {
        let mut at = line.start;
        while let Some(found) = self.text[at..line.end].find('{').map(|found| at + found) {
            let rest = &self.text[found..line.end];
            let close = match () {
                () if rest.starts_with("{%") => "%}",
                () if rest.starts_with("{{") => "}}",
                () => "",
            };
            let Some(end) = rest.find(close).filter(|_| !close.is_empty()).map(|end| found + end + close.len()) else {
                at = found + 1;
                continue;
            };
            self.bytes[found - self.from..end - self.from].fill(b'x');
            at = end;
        }
    }

    /// Masks a stretch as a tag of HTML, which the parser takes for markup.
    pub(super) fn tag(&mut self, span: Span) {
        let bytes = &mut self.bytes[span.start - self.from..span.end - self.from];
        bytes.fill(b'x');
        if let [first, .., last] = bytes {
            (*first, *last) = (b'<', b'>');
        }
    }

    pub(super) fn blank(&mut self, span: Span) {
        let bytes = &mut self.bytes[span.start - self.from..span.end - self.from];
        bytes.iter_mut().filter(|byte| !matches!(byte, b'\n' | b'\r')).for_each(|byte| *byte = b' ');
    }
}

/// Whether a line begins a list item.
fn begins_item(content: &str) -> bool {
    after_item(content).len() < content.len()
}

/// The line without the marker of the list item that it begins.
fn after_item(content: &str) -> &str {
    let digits = content.len() - content.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &content[digits..];
    let marked = match digits {
        0 => rest.strip_prefix(['-', '*', '+']),
        1..=9 => rest.strip_prefix(['.', ')']),
        _ => None,
    };
    marked.filter(|rest| rest.starts_with([' ', '\t'])).map_or(content, |rest| rest.trim_start_matches([' ', '\t']))
}
