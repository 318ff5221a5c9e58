//! What is on the screen beside the finding, and what a key does there.

use super::decide::{Refusal, fixes, parse_pair, spell_pair};
use super::keys::latin;
use super::prompt::{Asked, Form, Manner, Note, Order, Scope};
use super::{Act, Input, Key, Walk, Way, act};
use crate::i18n::Notice;

/// A walk with what is being asked, said and offered.
#[derive(Clone, Debug, Default)]
pub struct Stage {
    /// The findings, and the one that is shown.
    pub walk: Walk,
    /// What the user is asked at present.
    pub asked: Asked,
    /// What the foot of the screen shows.
    pub note: Note,
    /// How many lines of the finding's page are scrolled away.
    pub scroll: usize,
    /// Reasons of earlier waivers, the latest first.
    pub reasons: Vec<String>,
    /// How many candidates for the glossary there are; `None` where nobody has looked for them.
    pub terms: Option<usize>,
}

impl Stage {
    /// A stage that asks nothing; `reasons` are those of earlier waivers, offered again.
    pub fn new(walk: Walk, reasons: Vec<String>) -> Stage {
        Stage { walk, reasons, ..Stage::default() }
    }

    /// Takes a key; what the driver is to do, if anything.
    pub fn press(&mut self, key: Key) -> Option<Order> {
        self.note = Note::Nothing;
        if key == Key::Ctrl('c') {
            return Some(Order::Quit);
        }
        match std::mem::take(&mut self.asked) {
            Asked::Nothing => self.look(act(key)?),
            Asked::Help => None,
            Asked::Search(input) => self.searching(key, input),
            Asked::Sure { manner, scope } => self.sure(key, manner, scope),
            Asked::Reason { input, recent, scope } => self.reason(key, input, recent, scope),
            Asked::Form { input, manner } => self.form(key, input, manner),
            Asked::Pair(input) => self.pairing(key, input),
            Asked::Terms { at } => self.choosing(key, at),
        }
    }

    /// Takes pasted text where a line is being typed.
    pub fn paste(&mut self, text: &str) {
        match &mut self.asked {
            Asked::Search(input) | Asked::Pair(input) => input.insert(text),
            Asked::Reason { input, .. } | Asked::Form { input, .. } => input.insert(text),
            _ => {}
        }
    }

    fn look(&mut self, act: Act) -> Option<Order> {
        match act {
            Act::Go(step, way) => self.moved(|walk| walk.step(step, way), Notice::NoFurther),
            Act::Skip => self.moved(Walk::skip, Notice::NoFurther),
            Act::Again(way) => self.moved(|walk| walk.search("", way), Notice::NotFound),
            Act::First => self.moved(
                |walk| {
                    walk.go(0);
                    true
                },
                Notice::NoFurther,
            ),
            Act::Last => self.moved(
                |walk| {
                    walk.go(usize::MAX);
                    true
                },
                Notice::NoFurther,
            ),
            Act::Rearrange => self.walk.rearrange(),
            Act::Narrow => self.walk.narrow(),
            Act::Scroll(Way::Next) => self.scroll += 5,
            Act::Scroll(Way::Previous) => self.scroll = self.scroll.saturating_sub(5),
            Act::Search => self.asked = Asked::Search(Input::default()),
            Act::Help => self.asked = Asked::Help,
            Act::Quit => return Some(Order::Quit),
            Act::Undo => return Some(Order::Undo),
            Act::Terms => return self.open_terms(),
            Act::Edit => return self.walk.here().map(|_| Order::Edit(self.walk.at())),
            Act::Fix | Act::Accept | Act::Waive | Act::Glossary | Act::Pair => {
                if let Err(refusal) = self.ask(act) {
                    self.note = Note::Notice(refusal.notice());
                }
            }
        }
        None
    }

    fn open_terms(&mut self) -> Option<Order> {
        match self.terms {
            None => return Some(Order::Terms),
            Some(0) => self.note = Note::Notice(Notice::NoTerms),
            Some(_) => self.asked = Asked::Terms { at: 0 },
        }
        None
    }

    fn moved(&mut self, step: impl FnOnce(&mut Walk) -> bool, refusal: Notice) {
        if step(&mut self.walk) {
            self.scroll = 0;
        } else {
            self.note = Note::Notice(refusal);
        }
    }

    /// Opens the question before a decision.
    fn ask(&mut self, act: Act) -> Result<(), Refusal> {
        let Some((sheet, judged)) = self.walk.here() else { return Ok(()) };
        let entry = self.walk.entries()[self.walk.at()];
        let scope = Scope::new(&self.walk);
        let unit = judged.unit.ok_or(Refusal::NoUnit);
        self.asked = match act {
            Act::Fix if fixes(sheet, &[entry.finding]).is_empty() => return Err(Refusal::NoFix),
            Act::Fix => Asked::Sure { manner: Manner::Fix, scope },
            Act::Accept => unit.map(|_| Asked::Sure { manner: Manner::Accept, scope })?,
            Act::Waive => unit.map(|_| Asked::Reason { input: Input::default(), recent: None, scope })?,
            Act::Pair => Asked::Pair(Input::new(&spell_pair(sheet, &sheet.pin(unit?)))),
            Act::Glossary => {
                Walk::concept(judged).ok_or(Refusal::NoConcept)?;
                // A term that is missing is marked in the original alone, and its words are none of the translation's.
                let own =
                    if judged.finding.target.is_empty() { sheet.marked_source(judged) } else { sheet.marked(judged) };
                Asked::Form { input: Input::new(own.unwrap_or_default()), manner: Form::Admitted }
            }
            _ => return Ok(()),
        };
        Ok(())
    }

    fn searching(&mut self, key: Key, mut input: Input) -> Option<Order> {
        match key {
            Key::Esc => {}
            Key::Enter => self.moved(|walk| walk.search(input.text(), Way::Next), Notice::NotFound),
            key => {
                input.press(key);
                self.asked = Asked::Search(input);
            }
        }
        None
    }

    fn sure(&mut self, key: Key, manner: Manner, mut scope: Scope) -> Option<Order> {
        match key {
            // «н» means "no" and lies on the key of "y": it leaves.
            Key::Esc | Key::Char('n' | 'т' | 'q' | 'й' | 'н') => return None,
            Key::Enter | Key::Char('y' | 'д') => {
                return Some(match manner {
                    Manner::Fix => Order::Fix(scope.chosen()),
                    Manner::Accept => Order::Accept(scope.chosen()),
                });
            }
            Key::Tab => scope.toggle(),
            _ => {}
        }
        self.asked = Asked::Sure { manner, scope };
        None
    }

    fn reason(&mut self, key: Key, mut input: Input, mut recent: Option<usize>, mut scope: Scope) -> Option<Order> {
        let last = self.reasons.len().checked_sub(1);
        match key {
            Key::Esc => return None,
            Key::Enter if input.text().trim().is_empty() => self.note = Note::Notice(Notice::NoReason),
            Key::Enter => return Some(Order::Waive(scope.chosen(), input.text().trim().to_owned())),
            Key::Tab => scope.toggle(),
            Key::Down => recent = last.map(|last| recent.map_or(0, |at| (at + 1).min(last))),
            Key::Up => recent = recent.and_then(|at| at.checked_sub(1)),
            key => {
                input.press(key);
                recent = None;
            }
        }
        if matches!(key, Key::Up | Key::Down) {
            input = Input::new(recent.map_or("", |at| &self.reasons[at]));
        }
        self.asked = Asked::Reason { input, recent, scope };
        None
    }

    fn form(&mut self, key: Key, mut input: Input, mut manner: Form) -> Option<Order> {
        match key {
            Key::Esc => return None,
            Key::Enter if input.text().trim().is_empty() => self.note = Note::Notice(Notice::NoForm),
            Key::Enter => return Some(Order::Add(self.walk.at(), manner, input.text().trim().to_owned())),
            Key::Tab => manner = if manner == Form::Admitted { Form::Form } else { Form::Admitted },
            key => {
                input.press(key);
            }
        }
        self.asked = Asked::Form { input, manner };
        None
    }

    fn pairing(&mut self, key: Key, mut input: Input) -> Option<Order> {
        match key {
            Key::Esc => return None,
            Key::Enter => {
                let (sheet, _) = self.walk.here()?;
                match parse_pair(sheet, input.text()) {
                    Ok(pin) => return Some(Order::Pair(self.walk.at(), pin)),
                    Err(refusal) => self.note = Note::Notice(refusal.notice()),
                }
            }
            key => {
                input.press(key);
            }
        }
        self.asked = Asked::Pair(input);
        None
    }

    fn choosing(&mut self, key: Key, at: usize) -> Option<Order> {
        let last = self.terms.unwrap_or_default().saturating_sub(1);
        let letter = match key {
            Key::Char(letter) => latin(letter).filter(|_| !letter.is_ascii()).or(Some(letter)),
            _ => None,
        };
        let at = match (key, letter) {
            (Key::Esc, _) | (_, Some('q' | 't')) => return None,
            (Key::Enter, _) | (_, Some('g')) => {
                self.asked = Asked::Terms { at };
                return Some(Order::Take(at));
            }
            (_, Some('u')) => {
                self.asked = Asked::Terms { at };
                return Some(Order::Undo);
            }
            (Key::Down, _) | (_, Some('j')) => (at + 1).min(last),
            (Key::Up, _) | (_, Some('k')) => at.saturating_sub(1),
            (Key::Home, _) => 0,
            (Key::End, _) => last,
            _ => at,
        };
        self.asked = Asked::Terms { at };
        None
    }

    /// Where one is after something was done: at the finding that is next.
    pub fn settle(&mut self, note: Note) {
        self.note = note;
        self.scroll = 0;
        if let Asked::Terms { at } = &mut self.asked {
            match self.terms {
                Some(count) if count > 0 => *at = (*at).min(count - 1),
                _ => self.asked = Asked::Nothing,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::walk;
    use super::*;
    use crate::align::Pin;

    fn stage() -> Stage {
        Stage::new(walk(), vec!["quoted".to_owned(), "a title".to_owned()])
    }

    fn typed(stage: &mut Stage, text: &str) {
        for letter in text.chars() {
            assert_eq!(stage.press(Key::Char(letter)), None);
        }
    }

    #[test]
    fn a_fix_is_shown_before_it_is_applied_and_can_be_left() {
        let mut stage = stage();
        assert_eq!(stage.press(Key::Char('f')), None);
        assert!(matches!(stage.asked, Asked::Sure { manner: Manner::Fix, .. }));
        assert_eq!(stage.press(Key::Esc), None);
        assert_eq!(stage.asked, Asked::Nothing);
        stage.press(Key::Char('f'));
        assert_eq!(stage.press(Key::Enter), Some(Order::Fix(vec![0])));
    }

    #[test]
    fn one_key_makes_it_all_that_are_like_this_one() {
        let mut stage = stage();
        stage.press(Key::Char('f'));
        stage.press(Key::Tab);
        assert_eq!(stage.press(Key::Enter), Some(Order::Fix(vec![0, 2, 3])));
        stage.walk.go(1);
        stage.press(Key::Char('f'));
        stage.press(Key::Tab);
        assert_eq!(stage.press(Key::Enter), Some(Order::Fix(vec![1])), "nothing is like it");
    }

    #[test]
    fn a_waiver_needs_a_reason_and_offers_the_recent_ones() {
        let mut stage = stage();
        stage.press(Key::Char('w'));
        assert_eq!(stage.press(Key::Enter), None);
        assert_eq!(stage.note, Note::Notice(Notice::NoReason));
        stage.press(Key::Down);
        stage.press(Key::Down);
        typed(&mut stage, ", so");
        assert_eq!(stage.press(Key::Enter), Some(Order::Waive(vec![0], "a title, so".to_owned())));
    }

    #[test]
    fn letters_typed_into_a_line_are_no_commands() {
        let mut stage = stage();
        stage.press(Key::Char('/'));
        typed(&mut stage, "quiet");
        stage.press(Key::Enter);
        assert_eq!(stage.note, Note::Notice(Notice::NotFound));
        stage.press(Key::Char('/'));
        stage.paste("silent\n");
        stage.press(Key::Enter);
        assert_eq!((stage.walk.at(), stage.note.clone()), (3, Note::Nothing));
    }

    #[test]
    fn a_form_is_added_as_admitted_or_as_a_form() {
        let mut stage = stage();
        stage.press(Key::Char('g'));
        assert_eq!(stage.press(Key::Enter), Some(Order::Add(0, Form::Admitted, "city hall".to_owned())));
        stage.press(Key::Char('g'));
        stage.press(Key::Tab);
        stage.press(Key::Char('s'));
        assert_eq!(stage.press(Key::Enter), Some(Order::Add(0, Form::Form, "city halls".to_owned())));
    }

    #[test]
    fn lines_that_name_no_paragraphs_are_asked_for_again() {
        let mut stage = stage();
        stage.press(Key::Char('p'));
        typed(&mut stage, "9");
        assert_eq!(stage.press(Key::Enter), None);
        assert_eq!(stage.note, Note::Notice(Notice::NoSuchLines));
        stage.press(Key::Backspace);
        assert_eq!(stage.press(Key::Enter), Some(Order::Pair(0, Pin { source: vec![0], target: vec![0] })));
    }

    #[test]
    fn no_key_does_harm_where_there_are_no_findings() {
        let mut stage = Stage::default();
        for key in ["f", "e", "a", "w", "g", "p", "s", "j", "K", "]", "{", "o", "r", "n"] {
            assert_eq!(stage.press(Key::Char(key.chars().next().unwrap())), None, "{key}");
            assert_eq!(stage.asked, Asked::Nothing);
        }
        assert_eq!(stage.press(Key::Char('q')), Some(Order::Quit));
    }
}
