//! What rules about the accepted state share: the places of a unit, and the words that changed.

use super::{AcceptedUnit, Context, Place, passage};
use crate::diff::{self, Step};
use crate::text::{Document, on_one_line};

/// All paragraphs of the unit's two sides.
pub(super) fn places(accepted: &AcceptedUnit<'_>, context: &Context<'_>) -> (Vec<Place>, Vec<Place>) {
    let whole = |passages: Vec<passage::Passage<'_>>| passages.iter().map(passage::Passage::whole).collect();
    (whole(passage::source(accepted.unit, context)), whole(passage::target(accepted.unit, context)))
}

/// What changed, in words: `… in [-1904-]{+1905+} the …`. `now` are paragraphs of the document.
pub(super) fn change(was: &[&str], document: &Document, now: &[usize]) -> String {
    let now: Vec<&str> = now.iter().map(|at| document.paragraphs[*at].text.as_str()).collect();
    let changes = diff::words(&one_line(was), &one_line(&now));
    let last = changes.len().saturating_sub(1);
    let mut shown = String::new();
    for (at, change) in changes.iter().enumerate() {
        match change.step {
            Step::Removed => shown.push_str(&format!("[-{}-]", change.text)),
            Step::Added => shown.push_str(&format!("{{+{}+}}", change.text)),
            Step::Same => shown.push_str(&excerpt(&change.text, at == 0, at == last)),
        }
    }
    on_one_line(&shown)
}

/// The paragraphs in one line: wrapping is no change, a break between paragraphs is.
fn one_line(paragraphs: &[&str]) -> String {
    let line = |text: &&str| on_one_line(text);
    paragraphs.iter().map(line).collect::<Vec<_>>().join(" ¶ ")
}

/// A few words of unchanged text beside a change.
fn excerpt(text: &str, first: bool, last: bool) -> String {
    const BESIDE: usize = 4;
    let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let (head, tail) = (if first { 0 } else { BESIDE }, if last { 0 } else { BESIDE });
    if words.len() <= head + tail + 1 {
        return text.to_owned();
    }
    format!("{}… {}", words[..head].concat(), words[words.len() - tail..].concat())
}
