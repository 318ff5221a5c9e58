//! Stretches of text of one look.

use std::rc::Rc;

/// A stretch of text of one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its content.
    pub what: What,
    /// Its look.
    pub style: Style,
    /// Where it leads.
    pub link: Option<Rc<str>>,
}

/// The content of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Letters, without line feeds.
    Text(String),
    /// A line break that is meant.
    Break,
    /// The mark of a footnote, by its index.
    Note(usize),
    /// An image in a file of its own.
    Image {
        /// Its URL, as it is written.
        address: String,
        /// What is read where it is not shown; may be empty.
        alt: String,
    },
}

/// How a stretch looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(clippy::struct_excessive_bools, reason = "each look is there or not, whatever the others are")]
pub struct Style {
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub emphasis: bool,
    /// Struck through.
    pub struck: bool,
    /// Superscript.
    pub raised: bool,
    /// Subscript.
    pub lowered: bool,
    /// Of one width.
    pub code: bool,
}

impl Style {
    fn and(self, other: Style) -> Style {
        Style {
            strong: self.strong && other.strong,
            emphasis: self.emphasis && other.emphasis,
            struck: self.struck && other.struck,
            raised: self.raised && other.raised,
            lowered: self.lowered && other.lowered,
            code: self.code && other.code,
        }
    }
}

impl Run {
    pub(super) fn text(text: impl Into<String>) -> Run {
        Run { what: What::Text(text.into()), style: Style::default(), link: None }
    }

    pub(super) fn line_break() -> Run {
        Run { what: What::Break, style: Style::default(), link: None }
    }

    fn is_blank(&self) -> bool {
        matches!(&self.what, What::Text(text) if text.trim().is_empty())
    }
}

/// Whether there is anything to read.
pub(super) fn blank(runs: &[Run]) -> bool {
    runs.iter().all(|run| run.what == What::Break || run.is_blank())
}

/// The text without its looks.
pub(super) fn plain(runs: &[Run]) -> String {
    let texts = runs.iter().map(|run| match &run.what {
        What::Text(text) => text.as_str(),
        What::Break => "\n",
        What::Note(_) | What::Image { .. } => "",
    });
    texts.collect()
}

/// The same text in as few stretches as can be, in the form that Markdown can hold: no blanks at either end or around
/// a line break, none at the edge of a look, no control characters.
///
/// Word processors cut text anywhere: where somebody typed, where the spelling was checked.
pub(super) fn tidy(runs: Vec<Run>) -> Vec<Run> {
    let mut pieces = Vec::new();
    for run in runs {
        split(run, &mut pieces);
    }
    for at in 0..pieces.len() {
        let (Some(before), Some(after)) = (at.checked_sub(1), pieces.get(at + 1)) else { continue };
        if pieces[at].is_blank() && !(pieces[at].style.code && after.style.code && pieces[before].style.code) {
            // White space has a look only between two stretches that share it.
            let shared = pieces[before].style.and(after.style);
            let link = pieces[before].link.clone().filter(|link| after.link.as_ref() == Some(link));
            (pieces[at].style, pieces[at].link) = (shared, link);
        }
    }
    let mut tidied: Vec<Run> = Vec::new();
    for piece in pieces {
        match (tidied.last_mut(), piece.what) {
            (None, What::Break) => {}
            (None, What::Text(text)) if text.trim().is_empty() => {}
            (Some(last), What::Text(text)) if last.what == What::Break && text.trim().is_empty() => {}
            (Some(Run { what: What::Text(last), style, link }), What::Text(text))
                if *style == piece.style && *link == piece.link =>
            {
                last.push_str(&text);
            }
            (_, mut what) => {
                if let What::Image { alt, .. } = &mut what {
                    alt.retain(|c| !c.is_control());
                }
                if what == What::Break {
                    trim_end(&mut tidied);
                }
                tidied.push(Run { what, style: piece.style, link: piece.link });
            }
        }
    }
    while tidied.last().is_some_and(|run| run.what == What::Break || run.is_blank()) {
        tidied.pop();
    }
    trim_end(&mut tidied);
    tidied
}

fn trim_end(runs: &mut Vec<Run>) {
    while let Some(What::Text(text)) = runs.last_mut().map(|run| &mut run.what) {
        text.truncate(text.trim_end_matches(white).len());
        if !text.is_empty() {
            break;
        }
        runs.pop();
    }
}

/// White space that Markdown does not keep at the edge of a line or of a look.
fn white(c: char) -> bool {
    c.is_whitespace()
}

/// Parts the white space at both ends of a text from the rest.
fn split(run: Run, pieces: &mut Vec<Run>) {
    let What::Text(text) = &run.what else {
        // Marks of notes are raised by themselves, and pictures have no look.
        let link = run.link.filter(|_| matches!(run.what, What::Image { .. }));
        pieces.push(Run { what: run.what, style: Style::default(), link });
        return;
    };
    let text: String = text.chars().filter_map(held).collect();
    let inner = text.trim_matches(white);
    let (start, end) = match inner {
        "" => (text.len(), text.len()),
        _ => {
            let start = text.len() - text.trim_start_matches(white).len();
            (start, start + inner.len())
        }
    };
    for part in [&text[..start], inner, &text[end..]] {
        if !part.is_empty() {
            pieces.push(Run { what: What::Text(part.to_owned()), style: run.style, link: run.link.clone() });
        }
    }
}

/// The character as a line of Markdown holds it; `None` for those that only steer a machine.
fn held(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => None,
        // A hint where a word may be broken.
        '\u{ad}' => None,
        c => Some(c),
    }
}
