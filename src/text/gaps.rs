//! Which gaps a translation still has, whatever form they have.

use std::collections::{HashMap, VecDeque};

use super::comment::Delimiters;
use super::directive::{is_bare_row, is_gap};
use super::{Block, BlockKind, Document, Format, Gap, Kind, Paragraph, Span, read_gap};

/// A gap in a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Bytes of the file, from the first comment to the end of the last; a table row has one in every cell.
    pub span: Span,
    /// The paragraph of the original; white space may be joined where it is on one line.
    pub original: String,
    /// Where the gap shows a heading, a list item, a quote, a footnote or a table's row with its marks, the bytes of
    /// `original` that hold its text, and the text. What may be a row with empty ones around it or lines of a quote has
    /// both: the gap does not show the table that the row is in.
    contents: Vec<(Span, String)>,
    /// What a person typed inside the comment; empty where nobody did.
    pub typed: String,
    /// How many paragraphs of the translation are before it.
    pub before: usize,
    /// The paragraph of the translation that it is in, where somebody wrote beside it on its line.
    pub within: Option<usize>,
    /// Whether it is in the row of a table of which a cell is still to be translated.
    pub unfinished: bool,
    /// Its comments, in order; a row may have one in every cell.
    pub comments: Vec<Span>,
    /// What the cells of a table's row ask for, where somebody wrote in others of them.
    cells: Vec<String>,
}

impl Open {
    fn new(span: Span, gap: Gap, document: &Document) -> Open {
        let contents = contents(&gap.original, document.format);
        let before = document.paragraphs.partition_point(|paragraph| paragraph.span.end <= span.start);
        let within = document.paragraphs.get(before).filter(|paragraph| paragraph.span.contains(span)).map(|_| before);
        let (original, typed) = (gap.original, gap.typed);
        let (comments, cells) = (vec![span], Vec::new());
        Open { span, original, contents, typed, before, within, unfinished: false, comments, cells }
    }

    /// Whether it is the gap of this text of the original.
    pub fn asks_for(&self, text: &str) -> bool {
        let wanted = key(text);
        if self.keys().any(|key| key == wanted) {
            return true;
        }
        let mut rest = wanted.as_str();
        let mut holds = |cell: &String| {
            let found = rest.find(key(cell).as_str()).map(|at| &rest[at..]);
            rest = found.unwrap_or_default();
            found.is_some()
        };
        !self.cells.is_empty() && self.cells.iter().all(&mut holds)
    }

    /// What is before and behind the paragraph's text in the gap: the marks of a heading, a list item, a quote, a
    /// footnote or a row.
    pub fn marks(&self, text: &str) -> (&str, &str) {
        let wanted = key(text);
        let content = self.contents.iter().find(|(_, shown)| key(shown) == wanted).or(self.contents.first());
        match content.filter(|_| key(&self.original) != wanted) {
            Some((content, _)) => (&self.original[..content.start], &self.original[content.end..]),
            None => ("", ""),
        }
    }

    /// The texts that the gap may ask for: what it shows, and that without marks.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let contents = self.contents.iter().map(|(_, text)| text.as_str());
        std::iter::once(self.original.as_str()).chain(contents)
    }

    fn keys(&self) -> impl Iterator<Item = String> {
        self.texts().map(key)
    }

    /// Parts what a person typed from the text of the original, where the first or the last lines are such a text.
    fn part(&mut self, originals: &HashMap<String, Vec<usize>>, format: Format) {
        let ends: Vec<usize> = self.original.match_indices('\n').map(|(at, _)| at).collect();
        for at in ends {
            let (head, tail) = (&self.original[..at], &self.original[at + 1..]);
            let known = |text: &str| {
                originals.contains_key(&key(text))
                    || contents(text, format).iter().any(|(_, text)| originals.contains_key(&key(text)))
            };
            let (original, typed) = match (known(head), known(tail)) {
                (true, false) => (head.to_owned(), tail.trim()),
                (false, true) => (tail.to_owned(), head.trim()),
                _ => continue,
            };
            self.typed = format!("{typed}\n{}", self.typed).trim().to_owned();
            self.contents = contents(&original, format);
            self.original = original;
            return;
        }
    }
}

/// The row of a table that a gap shows with lines without words around it: an empty row, the line under the head.
fn row(shown: &str) -> Option<Span> {
    let mut start = 0;
    let mut worded = shown.split('\n').filter_map(|line| {
        let row = line.trim_start_matches(['>', ' ']);
        let at = start + line.len() - row.len();
        start += line.len() + 1;
        (!row.is_empty() && !is_bare_row(row)).then_some((at, row))
    });
    let (at, row) = worded.next().filter(|(_, row)| row.len() < shown.len() && row.contains('|'))?;
    worded.next().is_none().then(|| Span::new(at, at + row.trim_end().len()))
}

/// The text of the heading, the list item, the quote, the footnote, the row or the HTML element that a gap shows with
/// its marks, and where it is; the likelier of two readings first.
fn contents(shown: &str, format: Format) -> Vec<(Span, String)> {
    let first = shown.chars().next().filter(|_| !matches!(format, Format::Plain(_)));
    let Some(first) = first else { return Vec::new() };
    let read =
        (first.is_ascii_digit() || "#-+*[><!?/:{".contains(first)).then(|| Document::read(shown.as_bytes(), format));
    let marked = read.as_ref().and_then(marked).map(|paragraph| (paragraph.span, paragraph.text.clone()));
    let row = row(shown).map(|row| (row, shown[row.range()].to_owned()));
    let is_row = read.is_some_and(|read| read.paragraphs.iter().any(|read| read.kind == Kind::TableRow));
    let contents = if is_row && first != '>' { [marked, row] } else { [row, marked] };
    contents.into_iter().flatten().collect()
}

/// The paragraph of a text that has one, with marks before it.
fn marked(read: &Document) -> Option<&Paragraph> {
    let [paragraph] = read.paragraphs.as_slice() else { return None };
    let alone = read.blocks.iter().all(|block| block.kind == BlockKind::Html);
    (alone && paragraph.span.start > 0).then_some(paragraph)
}

/// The gaps of a translation, in order; those in code are no gaps.
pub fn open(document: &Document) -> Vec<Open> {
    let text = &document.text;
    let comments = document.format.comments();
    let mut gaps: Vec<Open> = Vec::new();
    let mut at = 0;
    let front = document.front_matter_end().unwrap_or(0);
    while let Some(found) = comment(&text[at..], comments) {
        let (start, end) = (at + found.start, at + found.end);
        at = end;
        // The first block that does not end before the comment begins.
        let near = document.blocks.partition_point(|block| block.span.end <= start);
        let around = document.blocks.get(near).filter(|block| block.span.start <= start);
        let comment = &text[start..end];
        if let Some(code) = around.filter(|block| block.kind == BlockKind::Code) {
            // What looks like the beginning of a comment in code begins none.
            at = code.span.end;
            continue;
        }
        if !comment.contains("tolmach") {
            continue;
        }
        // A comment that nobody closed ends with its quote or list item, and what follows is none of it.
        let inside = document.blocks[near..].iter().take_while(|block| block.span.start < end);
        if let Some(gap) = inside.into_iter().find(|block| block.kind == BlockKind::Gap && block.span.start > start) {
            at = gap.span.start;
            continue;
        }
        let whole = document.comment(&Block { span: Span::new(start, end), kind: BlockKind::Gap, before: 0 });
        let alone = document.blocks.get(near).is_some_and(|block| block.span == Span::new(start, end));
        let whole = if alone { whole } else { whole.replace("\\\"", "\"") };
        let Some(gap) = read_gap(&whole) else { continue };
        if comment.contains('\n') {
            gaps.push(Open::new(Span::new(start, end), gap, document));
            continue;
        }
        let gap = on_a_line(document, Span::new(start, end), front);
        at = gap.span.end;
        gaps.push(gap);
    }
    gaps
}

/// The gap of a line: everything up to its last comment, with the comments opened again, is the paragraph.
fn on_a_line(document: &Document, Span { start, end }: Span, front: usize) -> Open {
    let (text, comments) = (&document.text, document.format.comments());
    let line_start = text[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let line_end = text[start..].find(['\n', '\r']).map_or(text.len(), |at| start + at);
    let line = Span::new(line_start, line_end);
    let last =
        text[line.range()].rfind(comments.close).map_or(end, |last| line.start + last + comments.close.len()).max(end);
    let next = document.markers.partition_point(|marker| marker.span.end <= start);
    let is_title = document.markers.get(next).is_some_and(|marker| marker.span.start < start);
    let is_row = start >= front && !is_title && has_bars(&text[line.range()], comments);
    let shown = match is_row {
        true => text[line.range()].trim_start_matches(['>', ' ', '\t']).trim_end(),
        false => &text[start..last],
    };
    let gap = Gap { original: opened(shown, comments), notes: Vec::new(), typed: String::new() };
    let mut gap = Open::new(Span::new(start, last), gap, document);
    gap.comments =
        each(&text[start..last], comments).map(|one| Span::new(start + one.start, start + one.end)).collect();
    if let Some(within) = gap.within.map(|within| &document.paragraphs[within]) {
        // What is beside the gap is the translation; in a row it may be one of another cell.
        gap.cells = asked(&text[within.span.range()], comments);
        gap.original = if within.kind == Kind::TableRow { gap.original } else { gap.cells.join(" ") };
        gap.cells.retain(|_| within.kind == Kind::TableRow);
        gap.unfinished = !gap.cells.is_empty() && has_open_cell(&text[within.span.range()], comments);
    }
    gap
}

/// What the gaps of a line ask for, one by one.
fn asked(line: &str, comments: Delimiters) -> Vec<String> {
    let asked = |found: Span| Some(read_gap(&line[found.range()].replace("\\\"", "\""))?.original);
    each(line, comments).filter_map(asked).collect()
}

/// The comments of a line, in order.
fn each(line: &str, comments: Delimiters) -> impl Iterator<Item = Span> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let found = comment(&line[at..], comments)?;
        let span = Span::new(at + found.start, at + found.end);
        at = span.end;
        Some(span)
    })
}

/// Whether a cell of a row holds a comment and no letter beside it.
fn has_open_cell(row: &str, comments: Delimiters) -> bool {
    let mut bare = String::new();
    let mut rest = row;
    while let Some(found) = comment(rest, comments) {
        bare.push_str(&rest[..found.start]);
        bare.push('\0');
        rest = &rest[found.end..];
    }
    bare.push_str(rest);
    bare.split('|').any(|cell| cell.contains('\0') && !cell.contains(char::is_alphabetic))
}

/// The first comment of a text. One that has a bar behind it on its line, and another comment before its end, ended with
/// its cell.
fn comment(text: &str, comments: Delimiters) -> Option<Span> {
    let mut start = text.find(comments.open)?;
    let end = start + text[start..].find(comments.close)? + comments.close.len();
    while let Some(inner) = text[start + 1..end].find(comments.open).map(|inner| start + 1 + inner) {
        if !text[start..inner].lines().next().is_some_and(|line| line.contains('|')) {
            break;
        }
        start = inner;
    }
    Some(Span::new(start, end))
}

/// Whether a line is a table's row: it has a bar outside its comments.
fn has_bars(line: &str, comments: Delimiters) -> bool {
    let mut rest = line;
    while let Some(found) = comment(rest, comments) {
        if rest[..found.start].contains('|') {
            return true;
        }
        rest = &rest[found.end..];
    }
    rest.contains('|')
}

fn opened(line: &str, comments: Delimiters) -> String {
    let mut opened = String::new();
    let mut rest = line;
    while let Some(found) = comment(rest, comments) {
        opened.push_str(&rest[..found.start]);
        match read_gap(&rest[found.range()].replace("\\\"", "\"")) {
            Some(gap) => opened.push_str(&gap.original),
            None => opened.push_str(&rest[found.range()]),
        }
        rest = &rest[found.end..];
    }
    opened.push_str(rest);
    opened
}

/// Whether a comment that asks for a translation is within a paragraph of the document.
pub fn holds_gap(paragraph: &Paragraph, document: &Document) -> bool {
    let comments = document.format.comments();
    paragraph.text.match_indices(comments.open).any(|(at, _)| {
        let rest = &paragraph.text[at..];
        is_gap(&rest[..comments.end(rest).unwrap_or(rest.len())])
    })
}

/// The gaps of a translation, each given to one paragraph of the original.
#[derive(Clone, Debug, Default)]
pub struct Gaps {
    /// All of them, in order.
    pub all: Vec<Open>,
    /// By key, those that nobody has taken, as indices in order.
    free: HashMap<String, VecDeque<usize>>,
}

impl Gaps {
    /// The gaps of a translation of `original`.
    pub fn of(translation: &Document, original: &Document) -> Gaps {
        let mut all = open(translation);
        if all.is_empty() {
            return Gaps::default();
        }
        let texts = by_text(original);
        for gap in &mut all {
            if gap.within.is_none() && !gap.keys().any(|key| texts.contains_key(&key)) {
                gap.part(&texts, translation.format);
            }
        }
        let mut free: HashMap<String, VecDeque<usize>> = HashMap::new();
        for (at, gap) in all.iter().enumerate() {
            let mut keys: Vec<String> = gap.keys().collect();
            keys.dedup();
            keys.into_iter().for_each(|key| free.entry(key).or_default().push_back(at));
        }
        Gaps { all, free }
    }

    /// Whether there is a gap for this text of the original, a row of a table apart.
    pub fn asks_for(&self, original: &str) -> bool {
        // A key stays when its gaps are taken.
        self.free.contains_key(&key(original))
    }

    /// The first gap for this text of the original that has not been taken; taken then.
    pub fn take(&mut self, original: &str) -> Option<&Open> {
        let at = self.free.get_mut(&key(original))?.pop_front()?;
        // A gap of two keys is taken by either.
        for key in self.all[at].keys() {
            self.free.entry(key).or_default().retain(|other| *other != at);
        }
        Some(&self.all[at])
    }
}

/// The paragraphs of the original by the key of their text, in order.
pub(crate) fn by_text(original: &Document) -> HashMap<String, Vec<usize>> {
    let mut texts: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, paragraph) in original.paragraphs.iter().enumerate() {
        texts.entry(key(&paragraph.text)).or_default().push(at);
    }
    texts
}

/// What of a text a gap keeps in any case: a gap on one line joins white space, and a row's bars may be outside.
pub(crate) fn key(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == '|').collect()
}
