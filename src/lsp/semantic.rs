//! Terms, gaps and other comments of tolmach's, coloured.

use gen_lsp_types::{Range, SemanticToken, SemanticTokens, SemanticTokensLegend};

use super::terms::occurrences;
use super::view::{Side, View};
use crate::glossary::{Occurrence, Status};
use crate::text::{Span, labelled, open};
use crate::workspace::PairAnalysis;

const TYPES: [&str; 3] = ["term", "gap", "marker"];
const TERM: u32 = 0;
const GAP: u32 = 1;
const MARKER: u32 = 2;

/// Of a term, in the order of [`Status`].
const MODIFIERS: [&str; 3] = ["preferred", "admitted", "deprecated"];

/// What the numbers of tokens mean.
pub(super) fn legend() -> SemanticTokensLegend {
    let names = |all: &[&str]| all.iter().map(|name| (*name).to_owned()).collect();
    SemanticTokensLegend { token_types: names(&TYPES), token_modifiers: names(&MODIFIERS) }
}

/// The tokens of one side of a pair that touch a range, or all of them.
pub(super) fn tokens(view: &View<'_>, read: &PairAnalysis, side: Side, range: Option<Range>) -> SemanticTokens {
    let mut spans = of_terms(read, side);
    if side == Side::Target {
        let document = &read.pair.target;
        spans.extend(open(document).into_iter().flat_map(|gap| gap.comments).map(|span| (span, GAP, 0)));
        spans.extend(labelled(document).into_iter().map(|one| (one.span, MARKER, 0)));
    }
    spans.sort_by_key(|(span, ..)| *span);
    let text = &side.document(&read.pair).text;
    let ruler = view.ruler(&read.pair, side);
    let mut data = Vec::new();
    let (mut line, mut column) = (0, 0);
    let mut end = 0;
    for (span, kind, modifiers) in spans {
        for piece in lines(text, span).filter(|piece| !piece.is_empty()) {
            let here = ruler.range(piece);
            let seen = range.is_none_or(|range| here.end >= range.start && here.start <= range.end);
            // Tokens may not overlap.
            if !seen || piece.start < end {
                continue;
            }
            end = piece.end;
            let delta_line = here.start.line - line;
            let delta_start = if delta_line == 0 { here.start.character - column } else { here.start.character };
            let length = here.end.character - here.start.character;
            data.push(SemanticToken {
                delta_line,
                delta_start,
                length,
                token_type: kind,
                token_modifiers_bitset: modifiers,
            });
            (line, column) = (here.start.line, here.start.character);
        }
    }
    SemanticTokens { result_id: None, data }
}

fn of_terms(read: &PairAnalysis, side: Side) -> Vec<(Span, u32, u32)> {
    let paragraphs = side.document(&read.pair).paragraphs.iter().zip(occurrences(read, side));
    let token = |found: &Occurrence| match found.status {
        Status::Preferred => 1,
        Status::Admitted => 2,
        Status::Deprecated => 4,
    };
    paragraphs
        .flat_map(|(paragraph, found)| found.iter().map(|one| (paragraph.in_file(one.span), TERM, token(one))))
        .collect()
}

/// The parts of a span on each of its lines, without their ends: few editors draw a token over several lines.
fn lines(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let mut start = span.start;
    text[span.range()].split_inclusive('\n').map(move |line| {
        let here = Span::new(start, start + line.trim_end_matches(['\n', '\r']).len());
        start += line.len();
        here
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_cut_at_the_ends_of_lines() {
        let text = "<!-- a\r\nб\n-->";
        let parts: Vec<&str> = lines(text, Span::new(0, text.len())).map(|span| &text[span.range()]).collect();
        assert_eq!(parts, ["<!-- a", "б", "-->"]);
    }
}
