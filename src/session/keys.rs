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
pub enum Command {
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
pub const KEYS: &[(char, Command, KeyHelp)] = &[
    ('f', Command::Fix, KeyHelp::Fix),
    ('e', Command::Edit, KeyHelp::Edit),
    ('a', Command::Accept, KeyHelp::Accept),
    ('w', Command::Waive, KeyHelp::Waive),
    ('g', Command::Glossary, KeyHelp::Glossary),
    ('p', Command::Pair, KeyHelp::Pair),
    ('s', Command::Skip, KeyHelp::Skip),
    ('u', Command::Undo, KeyHelp::Undo),
    ('j', Command::Go(Step::Finding, Way::Next), KeyHelp::Next),
    ('k', Command::Go(Step::Finding, Way::Previous), KeyHelp::Previous),
    ('J', Command::Go(Step::Unit, Way::Next), KeyHelp::NextUnit),
    ('K', Command::Go(Step::Unit, Way::Previous), KeyHelp::PreviousUnit),
    (']', Command::Go(Step::Document, Way::Next), KeyHelp::NextDocument),
    ('[', Command::Go(Step::Document, Way::Previous), KeyHelp::PreviousDocument),
    ('}', Command::Go(Step::Concept, Way::Next), KeyHelp::NextConcept),
    ('{', Command::Go(Step::Concept, Way::Previous), KeyHelp::PreviousConcept),
    ('/', Command::Search, KeyHelp::Search),
    ('n', Command::Again(Way::Next), KeyHelp::Again),
    ('N', Command::Again(Way::Previous), KeyHelp::AgainBack),
    ('o', Command::Rearrange, KeyHelp::Order),
    ('r', Command::Narrow, KeyHelp::Rule),
    ('t', Command::Terms, KeyHelp::Terms),
    ('?', Command::Help, KeyHelp::Help),
    ('q', Command::Quit, KeyHelp::Quit),
];

/// What a key asks for; letters of the Russian keyboard count as the Latin ones on the same key.
pub fn command(key: Key) -> Option<Command> {
    match key {
        Key::Char(' ') => Some(Command::Skip),
        Key::Char(letter) => {
            let known = |letter: char| KEYS.iter().find(|(key, ..)| *key == letter).map(|(_, act, _)| *act);
            known(letter).or_else(|| known(latin(letter)?))
        }
        Key::Down => Some(Command::Go(Step::Finding, Way::Next)),
        Key::Up => Some(Command::Go(Step::Finding, Way::Previous)),
        Key::PageDown => Some(Command::Scroll(Way::Next)),
        Key::PageUp => Some(Command::Scroll(Way::Previous)),
        Key::Home => Some(Command::First),
        Key::End => Some(Command::Last),
        Key::Ctrl('z') => Some(Command::Undo),
        Key::Ctrl('c') => Some(Command::Quit),
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
        assert_eq!(command(Key::Char('а')), Some(Command::Fix));
        assert_eq!(command(Key::Char('О')), Some(Command::Go(Step::Unit, Way::Next)));
        assert_eq!(command(Key::Char('ъ')), Some(Command::Go(Step::Document, Way::Next)));
        assert_eq!(command(Key::Char('.')), Some(Command::Search));
        assert_eq!(command(Key::Char('д')), None);
    }

    #[test]
    fn no_two_acts_share_a_key() {
        for (at, (key, ..)) in KEYS.iter().enumerate() {
            assert!(!KEYS[..at].iter().any(|(other, ..)| other == key), "{key} is taken");
        }
    }
}
