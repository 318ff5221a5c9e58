//! Quotation marks: which ones a language uses, and which of them do not pair in a text.

use std::ops::Range;

use super::Language;
use super::profile::Profile;

/// How a language writes quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotes {
    /// Opening and closing marks, the usual pair first.
    pub pairs: &'static [(char, char)],
}

/// The conventions of a language; those of English where it is not known.
pub fn quotes(language: &Language) -> Quotes {
    Quotes { pairs: Profile::of(language).quotes }
}

impl Quotes {
    /// Whether the language uses the mark; straight marks are nobody's own and belong everywhere.
    pub fn knows(self, mark: char) -> bool {
        matches!(mark, '"' | '\'' | '’') || self.pairs.iter().any(|(open, close)| *open == mark || *close == mark)
    }
}

/// Whether a character is a double quotation mark of any convention.
pub fn is_quote(mark: char) -> bool {
    matches!(mark, '«' | '»' | '„' | '“' | '”' | '"' | '‟' | '「' | '」' | '『' | '』')
}

/// The quotation marks of a text that have no partner, in order.
///
/// Single marks are left out, since `’` is an apostrophe as well; so are inches behind digits. A mark that opens in
/// one convention and closes in another (`“`) is taken for whichever its place asks for.
pub fn unpaired(text: &str, quotes: Quotes) -> Vec<(Range<usize>, Side)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut lonely = Vec::new();
    let mut before = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, mark)) = letters.next() {
        if is_quote(mark) {
            let inches = mark == '"' && before.is_some_and(|before: char| before.is_ascii_digit());
            let after = letters.peek().map(|(_, after)| *after);
            // Quotations nest two or three deep; a longer search would be slow on broken text.
            let closes_one = open.iter().rev().take(8).any(|(_, opened)| are_pair(*opened, mark, quotes));
            if closes_one
                && (!opens(mark, quotes) || !stands_open(before, after) || mark == '"' && !stands_open(before, after))
            {
                close(mark, quotes, &mut open, &mut lonely);
            } else if opens(mark, quotes) && (mark != '"' || stands_open(before, after)) {
                open.push((at, mark));
            } else if !inches {
                lonely.push((at..at + mark.len_utf8(), Side::Closing));
            }
        }
        before = Some(mark);
    }
    lonely.extend(open.into_iter().map(|(at, mark)| (at..at + mark.len_utf8(), Side::Opening)));
    lonely.sort_by_key(|(bytes, _)| bytes.start);
    lonely
}

/// Which half of a pair a lonely mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first of the pair.
    Opening,
    /// The second of the pair.
    Closing,
}

fn close(mark: char, quotes: Quotes, open: &mut Vec<(usize, char)>, lonely: &mut Vec<(Range<usize>, Side)>) {
    while let Some((at, opened)) = open.pop() {
        if are_pair(opened, mark, quotes) {
            return;
        }
        lonely.push((at..at + opened.len_utf8(), Side::Opening));
    }
}

fn opens(mark: char, quotes: Quotes) -> bool {
    match mark {
        '"' => true,
        '«' | '„' | '「' | '『' | '‟' => true,
        '»' => quotes.pairs.contains(&('»', '«')),
        '“' => quotes.pairs.first() != Some(&('„', '“')),
        _ => false,
    }
}

fn are_pair(open: char, close: char, quotes: Quotes) -> bool {
    let usual = [('«', '»'), ('“', '”'), ('„', '“'), ('„', '”'), ('"', '"'), ('「', '」'), ('『', '』'), ('‟', '”')];
    usual.contains(&(open, close)) || quotes.pairs.contains(&(open, close))
}

/// Whether a mark between these two characters is an opening one.
fn stands_open(before: Option<char>, after: Option<char>) -> bool {
    let free = before.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '«' | '“' | '„' | '"' | '\'' | '‘' | '\u{1}' | '…' | '.')
    });
    free && after.is_some_and(|c| !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lonely(text: &str, code: &str) -> Vec<String> {
        let quotes = quotes(&code.parse().unwrap());
        unpaired(text, quotes).into_iter().map(|(bytes, side)| format!("{}{side:?}", bytes.start)).collect()
    }

    #[test]
    fn pairs_of_each_convention_pair() {
        let none: [String; 0] = [];
        assert_eq!(lonely("“a” and “b ‘c’ d”", "en"), none);
        assert_eq!(lonely("\"a\" (\"b\") and a \"c,\" he said", "en"), none);
        assert_eq!(lonely("«а „б“ в» и “г”", "ru"), none);
        assert_eq!(lonely("„a“ und »b«", "de"), none);
        assert_eq!(lonely("a 5\" screen; it’s 'x'", "en"), none);
        assert_eq!(lonely("«а «б» в»", "ru"), none);
    }

    #[test]
    fn a_mark_without_its_partner_is_lonely() {
        assert_eq!(lonely("“a and b", "en"), ["0Opening"]);
        assert_eq!(lonely("a” and b", "en"), ["1Closing"]);
        assert_eq!(lonely("\"a and b", "en"), ["0Opening"]);
        assert_eq!(lonely("«а «б в»", "ru"), ["0Opening"]);
    }

    #[test]
    fn straight_marks_belong_everywhere_and_others_to_their_language() {
        assert!(quotes(&"en".parse().unwrap()).knows('"'));
        assert!(!quotes(&"en".parse().unwrap()).knows('«'));
        assert!(quotes(&"ru".parse().unwrap()).knows('«'));
        assert!(!quotes(&"de".parse().unwrap()).knows('”'));
    }
}
