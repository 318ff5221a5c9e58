//! Which key does what.

use super::{Step, Way};
use crate::i18n::KeyHelp;

/// A key, whatever terminal it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A letter, digit or mark, as typed.
    Char(char),
    /// With the control key; the letter is in lower case.
    Ctrl(char),
    /// The return key.
    Enter,
    /// The escape key.
    Esc,
    /// The tabulator.
    Tab,
    /// An arrow key.
    Up,
    /// An arrow key.
    Down,
    /// An arrow key.
    Left,
    /// An arrow key.
    Right,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// Removes the letter before the cursor.
    Backspace,
    /// Removes the letter behind the cursor.
    Delete,
}

/// What a key asks for while one looks at a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Goes a step on or back.
    Go(Step, Way),
    /// Leaves the finding as it is.
    Skip,
    /// Makes its fix.
    Fix,
    /// Opens the translation in the user's editor.
    Edit,
    /// Accepts the unit.
    Accept,
    /// Waives the finding.
    Waive,
    /// Adds a form to the glossary.
    Glossary,
    /// Pairs paragraphs by hand.
    Pair,
    /// Shows candidates for the glossary.
    Terms,
    /// Takes back what was done last.
    Undo,
    /// Asks for words to search.
    Search,
    /// Searches the same words again.
    Again(Way),
    /// Lists the findings in another order.
    Rearrange,
    /// Shows the findings of this rule alone, or all of them again.
    Narrow,
    /// Moves the page where it does not fit.
    Scroll(Way),
    /// Goes to the first finding.
    First,
    /// Goes to the last finding.
    Last,
    /// Shows the keys.
    Help,
    /// Ends the review.
    Quit,
}

/// The keys as help lists them: the key as a Latin letter, what it does, and the message that says so.
pub const KEYS: &[(char, Act, KeyHelp)] = &[
    ('f', Act::Fix, KeyHelp::Fix),
    ('e', Act::Edit, KeyHelp::Edit),
    ('a', Act::Accept, KeyHelp::Accept),
    ('w', Act::Waive, KeyHelp::Waive),
    ('g', Act::Glossary, KeyHelp::Glossary),
    ('p', Act::Pair, KeyHelp::Pair),
    ('s', Act::Skip, KeyHelp::Skip),
    ('u', Act::Undo, KeyHelp::Undo),
    ('j', Act::Go(Step::Finding, Way::Next), KeyHelp::Next),
    ('k', Act::Go(Step::Finding, Way::Previous), KeyHelp::Previous),
    ('J', Act::Go(Step::Unit, Way::Next), KeyHelp::NextUnit),
    ('K', Act::Go(Step::Unit, Way::Previous), KeyHelp::PreviousUnit),
    (']', Act::Go(Step::Document, Way::Next), KeyHelp::NextDocument),
    ('[', Act::Go(Step::Document, Way::Previous), KeyHelp::PreviousDocument),
    ('}', Act::Go(Step::Concept, Way::Next), KeyHelp::NextConcept),
    ('{', Act::Go(Step::Concept, Way::Previous), KeyHelp::PreviousConcept),
    ('/', Act::Search, KeyHelp::Search),
    ('n', Act::Again(Way::Next), KeyHelp::Again),
    ('N', Act::Again(Way::Previous), KeyHelp::AgainBack),
    ('o', Act::Rearrange, KeyHelp::Order),
    ('r', Act::Narrow, KeyHelp::Rule),
    ('t', Act::Terms, KeyHelp::Terms),
    ('?', Act::Help, KeyHelp::Help),
    ('q', Act::Quit, KeyHelp::Quit),
];

/// What a key asks for; letters of the Russian keyboard count as the Latin ones on the same key.
pub fn act(key: Key) -> Option<Act> {
    match key {
        Key::Char(' ') => Some(Act::Skip),
        Key::Char(letter) => {
            let known = |letter: char| KEYS.iter().find(|(key, ..)| *key == letter).map(|(_, act, _)| *act);
            known(letter).or_else(|| known(latin(letter)?))
        }
        Key::Down => Some(Act::Go(Step::Finding, Way::Next)),
        Key::Up => Some(Act::Go(Step::Finding, Way::Previous)),
        Key::PageDown => Some(Act::Scroll(Way::Next)),
        Key::PageUp => Some(Act::Scroll(Way::Previous)),
        Key::Home => Some(Act::First),
        Key::End => Some(Act::Last),
        Key::Ctrl('z') => Some(Act::Undo),
        Key::Ctrl('c') => Some(Act::Quit),
        _ => None,
    }
}

/// The Latin letter on the key of a Russian one (ЙЦУКЕН over QWERTY).
pub(super) fn latin(letter: char) -> Option<char> {
    const RUSSIAN: &str = "йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ.,";
    const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>/?";
    let at = RUSSIAN.chars().position(|known| known == letter)?;
    LATIN.chars().nth(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_russian_keyboard_need_not_be_switched() {
        assert_eq!(act(Key::Char('а')), Some(Act::Fix));
        assert_eq!(act(Key::Char('О')), Some(Act::Go(Step::Unit, Way::Next)));
        assert_eq!(act(Key::Char('ъ')), Some(Act::Go(Step::Document, Way::Next)));
        assert_eq!(act(Key::Char('.')), Some(Act::Search));
        assert_eq!(act(Key::Char('д')), None);
    }

    #[test]
    fn no_two_acts_share_a_key() {
        for (at, (key, ..)) in KEYS.iter().enumerate() {
            assert!(!KEYS[..at].iter().any(|(other, ..)| other == key), "{key} is taken");
        }
    }
}
