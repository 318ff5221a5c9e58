//! Characters that nobody sees: they turn the direction of the text around, part words, or show as boxes.

use super::{Context, Example, Finding, Fix, Place, Rule, Scope, Severity, fact_values, facts, passage};
use crate::align::Unit;
use crate::lang::{Direction, Invisible, Language, Profile};

pub(super) const RULE: Rule =
    Rule::new("hidden-character", Severity::Warning, Scope::Unit(run)).facts::<Facts>().examples(&[
        Example::found("Мост", "The bri\u{200b}dge"),
        Example::found("Мост", "The bri\u{ad}dge"),
        Example::silent("Мост", "The bridge"),
        Example::silent("Хочу", "“می\u{200c}خواهم” means I want"),
    ]);

facts! {
    struct Facts {
        kind: HiddenKind,
        /// `U+200B`.
        code: String,
    }
}

fact_values! {
    enum HiddenKind {
        Direction,
        Private,
        Control,
        ZeroWidth,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let source = passage::source(unit, context);
    for passage in &source {
        for (place, mark) in hidden(passage, context.source_language) {
            findings.push(finding(mark).in_source([place]));
        }
    }
    // Where the original is set with soft hyphens, the translation may be.
    let soft = source.iter().any(|passage| passage.text().contains(SOFT_HYPHEN));
    for passage in passage::target(unit, context) {
        for (place, mark) in hidden(&passage, context.target_language) {
            findings.push(finding(mark).in_target([place]).mended_by(fix(&passage, place, mark)));
        }
        for (at, mark) in passage.text().match_indices(SOFT_HYPHEN).filter(|_| !soft) {
            let place = passage.place(at..at + mark.len());
            let fix = Fix { place, text: String::new(), safe: true };
            findings.push(finding(SOFT_HYPHEN).in_target([place]).mended_by(Some(fix)));
        }
    }
    findings
}

/// Allows a break in a word; a web page or a word processor leaves it there.
const SOFT_HYPHEN: char = '\u{ad}';

/// What mends a hidden character: nothing in its place, or a space where it parts two words.
///
/// A joiner changes how a word is spelled in some languages and may be meant in any: it is never taken out.
fn fix(passage: &passage::Passage<'_>, place: Place, mark: char) -> Option<Fix> {
    let text = passage.text();
    let apart = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
    let between = !apart(text[..place.span.start].chars().next_back()) && !apart(text[place.span.end..].chars().next());
    match mark {
        '\u{200c}' | '\u{200d}' => None,
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
            Some(Fix { place, text: if between { " " } else { "" }.to_owned(), safe: true })
        }
        // A private-use character may be the sign of a font, which has to be typed anew.
        _ => Some(Fix { place, text: String::new(), safe: !matches!(mark, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..) }),
    }
}

fn finding(mark: char) -> Finding {
    let kind = match mark {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            HiddenKind::Direction
        }
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => HiddenKind::Private,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => HiddenKind::Control,
        _ => HiddenKind::ZeroWidth,
    };
    Finding::new(&RULE, Facts { kind, code: format!("U+{:04X}", u32::from(mark)) })
}

fn hidden(passage: &passage::Passage<'_>, language: &Language) -> Vec<(Place, char)> {
    if has_letters_alone(passage.text()) {
        return Vec::new();
    }
    let profile = Profile::of(language);
    let right_to_left = profile.direction == Direction::RightToLeft;
    // A word of another language keeps the marks that its script needs.
    let quoted = right_to_left || passage.text().chars().any(is_right_to_left);
    let joined = profile.invisible == Invisible::Joiners;
    let breaks = profile.invisible == Invisible::Breaks;
    let mut found = Vec::new();
    let mut before = ' ';
    let mut rest = passage.text().char_indices().peekable();
    while let Some((at, mark)) = rest.next() {
        let after = rest.peek().map_or(' ', |(_, after)| *after);
        let is_hidden = match mark {
            '\t' | '\n' | '\r' => false,
            // The substitute of a byte that is not UTF-8 is a finding of `encoding`.
            '\u{1a}' => false,
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
            '\u{200e}' | '\u{200f}' | '\u{61c}' => !quoted,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => !right_to_left,
            '\u{2028}' | '\u{2029}' => true,
            // Joins the parts of one emoji.
            '\u{200d}' => !(joined || is_joined(before) || is_picture(before) && is_picture(after)),
            '\u{200c}' => !(joined || is_joined(before)),
            '\u{200b}' => !breaks,
            '\u{2060}' | '\u{2061}'..='\u{2064}' | '\u{feff}' | '\u{180e}' => true,
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}' => true,
            _ => false,
        };
        if is_hidden {
            found.push((passage.place(at..at + mark.len_utf8()), mark));
        }
        before = mark;
    }
    found
}

/// Whether a text has nothing but visible ASCII, Latin and Cyrillic letters, and signs of punctuation: a glance at the
/// bytes, since most texts have nothing else.
fn has_letters_alone(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match (byte, bytes.get(at + 1), bytes.get(at + 2)) {
            (b' '..=b'~' | b'\t' | b'\n' | b'\r', ..) => 1,
            (0xc3..=0xc9 | 0xd0..=0xd4, ..) => 2,
            (0xc2, Some(0xa0..=0xbf), _) => 2,
            (0xe2, Some(0x80), Some(0x90..=0xa7 | 0xb0..=0xbf)) => 3,
            (0xe2, Some(0x82..=0x84), _) => 3,
            _ => return false,
        };
    }
    true
}

/// Whether a letter, sign or mark is of a script whose spelling has joiners and non-joiners.
fn is_joined(letter: char) -> bool {
    is_right_to_left(letter)
        || matches!(letter, '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}')
}

/// Whether a letter is of a script that is written from right to left.
fn is_right_to_left(letter: char) -> bool {
    letter.is_alphabetic()
        && matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e900}'..='\u{1e95f}')
}

fn is_picture(mark: char) -> bool {
    matches!(mark, '\u{fe0f}' | '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn unseen_characters_are_found_with_their_code() {
        let finding = Bench::new().fires("hidden-character", "Мост", "The bri\u{200b}dge");
        assert_eq!((fact(&finding, "kind"), fact(&finding, "code")), ("zero-width".to_owned(), "U+200B".to_owned()));
        let finding = Bench::new().fires("hidden-character", "Мо\u{202e}ст", "The bridge");
        assert_eq!(fact(&finding, "kind"), "direction");
        assert!(!Bench::new().fires("hidden-character", "Мост", "The \u{e001} bridge").fix.unwrap().safe);
    }

    #[test]
    fn characters_that_a_language_or_an_emoji_needs_are_not() {
        Bench::of("ru", "fa").silent("hidden-character", "Хочу", "می\u{200c}خواهم");
        Bench::new().silent("hidden-character", "Семья", "Family 👩\u{200d}👧, no\u{a0}break");
        Bench::new().silent("hidden-character", "аки\u{ad}мат", "aki\u{ad}mat");
        Bench::new().silent("hidden-character", "По-персидски می\u{200c}خواهم", "In Persian می\u{200c}خواهم");
        Bench::of("ru", "ckb").silent("hidden-character", "Мост 1904 (первый).", "پرد ١٩٠٤ (یەکەم)\u{200f}.");
        Bench::of("ru", "he").silent("hidden-character", "Да", "כן\u{200f}.");
    }

    #[test]
    fn a_fix_parts_words_and_leaves_joiners() {
        let fix = |text: &str| {
            let finding = Bench::new().fires("hidden-character", "Мост", text);
            finding.fix.map(|fix| fix.text)
        };
        assert_eq!(fix("new\u{c}edition"), Some(" ".to_owned()));
        assert_eq!(fix("new\u{b}edition"), Some(" ".to_owned()));
        assert_eq!(fix("new\u{85}edition"), Some(" ".to_owned()));
        assert_eq!(fix("new \u{c}edition"), Some(String::new()));
        assert_eq!(fix("Auf\u{200c}lage"), None);
        assert_eq!(fix("sin\u{ad}gle"), Some(String::new()));
    }
}
