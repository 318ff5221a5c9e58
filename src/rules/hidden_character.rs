//! Characters that nobody sees: they turn the direction of the text around, part words, or show as boxes.

use super::{Context, Example, Finding, Fix, Place, Rule, Scope, Severity, fact_values, facts, passage};
use crate::align::Unit;
use crate::lang::{Direction, Invisible, Language, Profile};

pub(super) const RULE: Rule = Rule::new("hidden-character", Severity::Warning, Scope::Unit(run))
    .facts::<Facts>()
    .examples(&[Example::found("Мост", "The bri\u{200b}dge"), Example::silent("Мост", "The bridge")]);

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
    for passage in passage::source(unit, context) {
        for (place, mark) in hidden(&passage, context.source_language) {
            findings.push(finding(mark).in_source([place]));
        }
    }
    for passage in passage::target(unit, context) {
        for (place, mark) in hidden(&passage, context.target_language) {
            // A private-use character may replace something that has to be typed anew.
            let safe = !matches!(mark, '\u{e000}'..='\u{f8ff}');
            let fix = Fix { place, text: String::new(), safe };
            findings.push(finding(mark).in_target([place]).mended_by(Some(fix)));
        }
    }
    findings
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
    let profile = Profile::of(language);
    let right_to_left = profile.direction == Direction::RightToLeft;
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
            '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => !right_to_left,
            // Joins the parts of one emoji.
            '\u{200d}' => !(joined || is_picture(before) && is_picture(after)),
            '\u{200c}' => !joined,
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
        Bench::new().silent("hidden-character", "Семья", "Family 👩\u{200d}👧, soft\u{ad}hyphen, no\u{a0}break");
        Bench::of("ru", "he").silent("hidden-character", "Да", "כן\u{200f}.");
    }
}
