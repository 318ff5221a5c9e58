//! What an edition is made of: the units of a pair in the order of the original, with titles and languages.

use maud::{Markup, html};

use super::inline::{allowed, inline};
use crate::align::Unit;
use crate::lang::{Direction, Language, Profile};
use crate::text::{BlockKind, Document, Kind, Paragraph, on_one_line};
use crate::units::Pair;

/// How the two texts are arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Each paragraph beside its translation.
    Beside,
    /// Each paragraph before its translation.
    After,
    /// The translation of a paragraph as a note that opens.
    Notes,
}

/// A pair of documents for a reader.
#[derive(Clone, Debug)]
pub struct Edition {
    pub(super) titles: [String; 2],
    pub(super) languages: [String; 2],
    pub(super) directions: [&'static str; 2],
    pub(super) rows: Vec<Row>,
    /// Paragraphs without a counterpart, of both sides.
    pub alone: usize,
}

/// A unit: what is on each side.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) sides: [Vec<Piece>; 2],
    /// The level of a heading that the row begins with, from 1.
    pub(super) heading: Option<u8>,
    /// The heading as text, of the translation where it has one.
    pub(super) name: String,
}

/// A paragraph or a block of code.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Text { kind: Kind, html: Markup },
    Code(String),
}

impl Edition {
    /// The edition of a pair whose units are these, in the order of the original.
    pub fn new(pair: &Pair, units: &[Unit]) -> Edition {
        let documents = [&pair.source, &pair.target];
        let languages = [&pair.source_language, &pair.target_language];
        let paths = [&pair.paths.original, &pair.paths.translation];
        let alone = units.iter().filter(|unit| unit.source.is_empty() || unit.target.is_empty());
        Edition {
            titles: [0, 1].map(|side| title(documents[side], paths[side])),
            languages: languages.map(Language::to_string),
            directions: languages.map(direction),
            alone: alone.map(|unit| unit.source.len() + unit.target.len()).sum(),
            rows: units.iter().map(|unit| row(documents, unit)).collect(),
        }
    }

    /// The rows but for a first heading, which is the title.
    pub(super) fn below_the_title(&self) -> &[Row] {
        match self.rows.split_first() {
            Some((first, rest)) if first.heading == Some(1) && first.sides.iter().all(|side| side.len() < 2) => rest,
            _ => &self.rows,
        }
    }

    /// The title: the translation's.
    pub fn title(&self) -> &str {
        &self.titles[1]
    }
}

fn direction(language: &Language) -> &'static str {
    match Profile::of(language).direction {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    }
}

/// The first heading or the title of the front matter; else the file's name.
fn title(document: &Document, path: &str) -> String {
    let titled = |paragraph: &&Paragraph| matches!(paragraph.kind, Kind::Heading(1) | Kind::FrontMatter);
    let file = path.rsplit('/').next().unwrap_or(path);
    let name = document.paragraphs.iter().find(titled).map_or(file, |paragraph| paragraph.text.as_str());
    let name = on_one_line(&allowed(name));
    if name.is_empty() { "–".to_owned() } else { name }
}

fn row(documents: [&Document; 2], unit: &Unit) -> Row {
    let sides = [(&unit.source, documents[0]), (&unit.target, documents[1])];
    let heading =
        sides.iter().find_map(|(paragraphs, document)| match document.paragraphs[*paragraphs.first()?].kind {
            Kind::Heading(level) => Some(level),
            _ => None,
        });
    let name = sides.iter().rev().find_map(|(paragraphs, document)| {
        Some(on_one_line(&allowed(&document.paragraphs[*paragraphs.first()?].text)))
    });
    Row {
        sides: sides.map(|(paragraphs, document)| pieces(document, paragraphs)),
        heading,
        name: name.unwrap_or_default(),
    }
}

fn pieces(document: &Document, paragraphs: &[usize]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let verbatim = document.verbatim();
    let code = |before: usize| {
        let code = verbatim.iter().filter(move |block| block.kind == BlockKind::Code && block.before == before);
        code.map(|block| Piece::Code(allowed(block.text.trim_end())))
    };
    for at in paragraphs {
        let paragraph = &document.paragraphs[*at];
        pieces.extend(code(*at));
        // Values of the front matter are about the document; the title is the edition's.
        if paragraph.kind != Kind::FrontMatter {
            pieces.push(Piece::Text { kind: paragraph.kind, html: inline(document, paragraph) });
        }
        if *at + 1 == document.paragraphs.len() {
            pieces.extend(code(*at + 1));
        }
    }
    pieces
}

impl Piece {
    /// The piece as HTML that is XML too.
    pub(super) fn html(&self) -> Markup {
        match self {
            Piece::Code(text) => html! { pre dir="ltr" { (text) } },
            Piece::Text { kind, html } => match kind {
                Kind::Heading(1) => html! { h2 { (html) } },
                Kind::Heading(_) => html! { h3 { (html) } },
                Kind::ListItem(_) => html! { p class="item" { "• " (html) } },
                Kind::Quote(_) => html! { blockquote { p { (html) } } },
                Kind::Footnote => html! { p class="note" { (html) } },
                Kind::Prose | Kind::TableRow | Kind::FrontMatter => html! { p { (html) } },
            },
        }
    }
}
