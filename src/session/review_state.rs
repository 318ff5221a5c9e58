//! What is on the screen beside the finding, and what a key does there.

use super::decide::{Refusal, editable, fixes, parse_pair, spell_pair};
use super::keys::latin;
use super::prompt::{Action, Decision, Form, LINE_BREAK, Note, Prompt, Scope};
use super::{Command, FindingList, Input, Key, Way, command};
use crate::i18n::Notice;

/// A walk with what is being asked, said and offered.
#[derive(Clone, Debug, Default)]
pub struct ReviewState {
    /// The findings, and the one that is shown.
    pub walk: FindingList,
    /// What the user is asked at present.
    pub prompt: Prompt,
    /// What the foot of the screen shows.
    pub note: Note,
    /// How many lines of the finding's page are scrolled away.
    pub scroll: usize,
    /// Reasons of earlier waivers, the latest first.
    pub reasons: Vec<String>,
    /// How many candidates for the glossary there are; `None` where nobody has looked for them.
    pub terms: Option<usize>,
    /// Whether a paragraph is edited here, as the user has set no editor.
    pub edits_here: bool,
}

impl ReviewState {
    /// A stage that asks nothing; `reasons` are those of earlier waivers, offered again.
    pub fn new(walk: FindingList, reasons: Vec<String>) -> ReviewState {
        ReviewState { walk, reasons, ..ReviewState::default() }
    }

    /// Takes a key; what the driver is to do, if anything.
    pub fn press(&mut self, key: Key) -> Option<Action> {
        self.note = Note::Nothing;
        if key == Key::Ctrl('c') {
            return Some(Action::Quit);
        }
        match std::mem::take(&mut self.prompt) {
            Prompt::Nothing => self.look(command(key)?),
            Prompt::Help => None,
            Prompt::Search(input) => self.searching(key, input),
            Prompt::Sure { decision, scope } => self.sure(key, decision, scope),
            Prompt::Reason { input, recent, scope } => self.reason(key, input, recent, scope),
            Prompt::Form { input, decision } => self.form(key, input, decision),
            Prompt::Pair(input) => self.pairing(key, input),
            Prompt::Terms { at } => self.choosing(key, at),
            Prompt::Rewrite { input, sheet, paragraph } => self.rewriting(key, input, sheet, paragraph),
        }
    }

    /// Takes pasted text where a line is being typed.
    pub fn paste(&mut self, text: &str) {
        match &mut self.prompt {
            Prompt::Search(input) | Prompt::Pair(input) => input.insert(text),
            Prompt::Reason { input, .. } | Prompt::Form { input, .. } | Prompt::Rewrite { input, .. } => {
                input.insert(text);
            }
            _ => {}
        }
    }

    fn look(&mut self, act: Command) -> Option<Action> {
        match act {
            Command::Go(step, way) => self.moved(|walk| walk.step(step, way), Notice::NoFurther),
            Command::Skip => self.moved(FindingList::skip, Notice::NoFurther),
            Command::Again(way) => self.moved(|walk| walk.search("", way), Notice::NotFound),
            Command::First => self.moved(
                |walk| {
                    walk.go(0);
                    true
                },
                Notice::NoFurther,
            ),
            Command::Last => self.moved(
                |walk| {
                    walk.go(usize::MAX);
                    true
                },
                Notice::NoFurther,
            ),
            Command::Rearrange => self.walk.rearrange(),
            Command::Narrow => self.walk.narrow(),
            Command::Scroll(Way::Next) => self.scroll += 5,
            Command::Scroll(Way::Previous) => self.scroll = self.scroll.saturating_sub(5),
            Command::Search => self.prompt = Prompt::Search(Input::default()),
            Command::Help => self.prompt = Prompt::Help,
            Command::Quit => return Some(Action::Quit),
            Command::Undo => return Some(Action::Undo),
            Command::Terms => return self.open_terms(),
            Command::Edit => return self.edit(),
            Command::Fix | Command::Accept | Command::Waive | Command::Glossary | Command::Pair => {
                if let Err(refusal) = self.ask(act) {
                    self.note = Note::Notice(refusal.notice());
                }
            }
        }
        None
    }

    fn open_terms(&mut self) -> Option<Action> {
        match self.terms {
            None => return Some(Action::Terms),
            Some(0) => self.note = Note::Notice(Notice::NoTerms),
            Some(_) => self.prompt = Prompt::Terms { at: 0 },
        }
        None
    }

    /// Opens the paragraph to be edited here, or has it opened in the user's editor.
    fn edit(&mut self) -> Option<Action> {
        let (sheet, judged) = self.walk.here()?;
        let Some((paragraph, input)) = editable(sheet, judged).filter(|_| self.edits_here) else {
            return Some(Action::Edit(self.walk.at()));
        };
        self.prompt = Prompt::Rewrite { input, sheet: self.walk.entries()[self.walk.at()].sheet, paragraph };
        None
    }

    fn rewriting(&mut self, key: Key, mut input: Input, sheet: usize, paragraph: usize) -> Option<Action> {
        match key {
            Key::Esc => return None,
            Key::Enter => {
                return Some(Action::Rewrite { sheet, paragraph, text: input.text().replace(LINE_BREAK, "\n") });
            }
            key => {
                input.press(key);
            }
        }
        self.prompt = Prompt::Rewrite { input, sheet, paragraph };
        None
    }

    fn moved(&mut self, step: impl FnOnce(&mut FindingList) -> bool, refusal: Notice) {
        if step(&mut self.walk) {
            self.scroll = 0;
        } else {
            self.note = Note::Notice(refusal);
        }
    }

    /// Opens the question before a decision.
    fn ask(&mut self, act: Command) -> Result<(), Refusal> {
        let Some((sheet, judged)) = self.walk.here() else { return Ok(()) };
        let entry = self.walk.entries()[self.walk.at()];
        let scope = Scope::new(&self.walk);
        let unit = judged.unit.ok_or(Refusal::NoUnit);
        self.prompt = match act {
            Command::Fix if fixes(sheet, &[entry.finding]).is_empty() => return Err(Refusal::NoFix),
            Command::Fix => Prompt::Sure { decision: Decision::Fix, scope },
            Command::Accept => unit.map(|_| Prompt::Sure { decision: Decision::Accept, scope })?,
            Command::Waive => unit.map(|_| Prompt::Reason { input: Input::default(), recent: None, scope })?,
            Command::Pair => Prompt::Pair(Input::new(&spell_pair(sheet, &sheet.pin(unit?)))),
            Command::Glossary => {
                FindingList::concept(judged).ok_or(Refusal::NoConcept)?;
                // A term that is missing is marked in the original alone, and its words are none of the translation's.
                let own =
                    if judged.finding.target.is_empty() { sheet.marked_source(judged) } else { sheet.marked(judged) };
                Prompt::Form { input: Input::new(own.unwrap_or_default()), decision: Form::Admitted }
            }
            _ => return Ok(()),
        };
        Ok(())
    }

    fn searching(&mut self, key: Key, mut input: Input) -> Option<Action> {
        match key {
            Key::Esc => {}
            Key::Enter => self.moved(|walk| walk.search(input.text(), Way::Next), Notice::NotFound),
            key => {
                input.press(key);
                self.prompt = Prompt::Search(input);
            }
        }
        None
    }

    fn sure(&mut self, key: Key, decision: Decision, mut scope: Scope) -> Option<Action> {
        match key {
            // «н» means "no" and lies on the key of "y": it leaves.
            Key::Esc | Key::Char('n' | 'т' | 'q' | 'й' | 'н') => return None,
            Key::Enter | Key::Char('y' | 'д') => {
                return Some(match decision {
                    Decision::Fix => Action::Fix(scope.chosen()),
                    Decision::Accept => Action::Accept(scope.chosen()),
                });
            }
            Key::Tab => scope.toggle(),
            _ => {}
        }
        self.prompt = Prompt::Sure { decision, scope };
        None
    }

    fn reason(&mut self, key: Key, mut input: Input, mut recent: Option<usize>, mut scope: Scope) -> Option<Action> {
        let last = self.reasons.len().checked_sub(1);
        match key {
            Key::Esc => return None,
            Key::Enter if input.text().trim().is_empty() => self.note = Note::Notice(Notice::NoReason),
            Key::Enter => return Some(Action::Waive(scope.chosen(), input.text().trim().to_owned())),
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
        self.prompt = Prompt::Reason { input, recent, scope };
        None
    }

    fn form(&mut self, key: Key, mut input: Input, mut decision: Form) -> Option<Action> {
        match key {
            Key::Esc => return None,
            Key::Enter if input.text().trim().is_empty() => self.note = Note::Notice(Notice::NoForm),
            Key::Enter => return Some(Action::Add(self.walk.at(), decision, input.text().trim().to_owned())),
            Key::Tab => decision = if decision == Form::Admitted { Form::Form } else { Form::Admitted },
            key => {
                input.press(key);
            }
        }
        self.prompt = Prompt::Form { input, decision };
        None
    }

    fn pairing(&mut self, key: Key, mut input: Input) -> Option<Action> {
        match key {
            Key::Esc => return None,
            Key::Enter => {
                let (sheet, _) = self.walk.here()?;
                match parse_pair(sheet, input.text()) {
                    Ok(pin) => return Some(Action::Pair(self.walk.at(), pin)),
                    Err(refusal) => self.note = Note::Notice(refusal.notice()),
                }
            }
            key => {
                input.press(key);
            }
        }
        self.prompt = Prompt::Pair(input);
        None
    }

    fn choosing(&mut self, key: Key, at: usize) -> Option<Action> {
        let last = self.terms.unwrap_or_default().saturating_sub(1);
        let letter = match key {
            Key::Char(letter) => latin(letter).filter(|_| !letter.is_ascii()).or(Some(letter)),
            _ => None,
        };
        let at = match (key, letter) {
            (Key::Esc, _) | (_, Some('q' | 't')) => return None,
            (Key::Enter, _) | (_, Some('g')) => {
                self.prompt = Prompt::Terms { at };
                return Some(Action::Take(at));
            }
            (_, Some('u')) => {
                self.prompt = Prompt::Terms { at };
                return Some(Action::Undo);
            }
            (Key::Down, _) | (_, Some('j')) => (at + 1).min(last),
            (Key::Up, _) | (_, Some('k')) => at.saturating_sub(1),
            (Key::Home, _) => 0,
            (Key::End, _) => last,
            _ => at,
        };
        self.prompt = Prompt::Terms { at };
        None
    }

    /// Where one is after something was done: at the finding that is next.
    pub fn settle(&mut self, note: Note) {
        self.note = note;
        self.scroll = 0;
        if let Prompt::Terms { at } = &mut self.prompt {
            match self.terms {
                Some(count) if count > 0 => *at = (*at).min(count - 1),
                _ => self.prompt = Prompt::Nothing,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::walk;
    use super::*;
    use crate::align::Pin;

    fn stage() -> ReviewState {
        ReviewState::new(walk(), vec!["quoted".to_owned(), "a title".to_owned()])
    }

    fn typed(stage: &mut ReviewState, text: &str) {
        for letter in text.chars() {
            assert_eq!(stage.press(Key::Char(letter)), None);
        }
    }

    #[test]
    fn a_fix_is_shown_before_it_is_applied_and_can_be_left() {
        let mut stage = stage();
        assert_eq!(stage.press(Key::Char('f')), None);
        assert!(matches!(stage.prompt, Prompt::Sure { decision: Decision::Fix, .. }));
        assert_eq!(stage.press(Key::Esc), None);
        assert_eq!(stage.prompt, Prompt::Nothing);
        stage.press(Key::Char('f'));
        assert_eq!(stage.press(Key::Enter), Some(Action::Fix(vec![0])));
    }

    #[test]
    fn one_key_makes_it_all_that_are_like_this_one() {
        let mut stage = stage();
        stage.press(Key::Char('f'));
        stage.press(Key::Tab);
        assert_eq!(stage.press(Key::Enter), Some(Action::Fix(vec![0, 2, 3])));
        stage.walk.go(1);
        stage.press(Key::Char('f'));
        stage.press(Key::Tab);
        assert_eq!(stage.press(Key::Enter), Some(Action::Fix(vec![1])), "nothing is like it");
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
        assert_eq!(stage.press(Key::Enter), Some(Action::Waive(vec![0], "a title, so".to_owned())));
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
        assert_eq!(stage.press(Key::Enter), Some(Action::Add(0, Form::Admitted, "city hall".to_owned())));
        stage.press(Key::Char('g'));
        stage.press(Key::Tab);
        stage.press(Key::Char('s'));
        assert_eq!(stage.press(Key::Enter), Some(Action::Add(0, Form::Form, "city halls".to_owned())));
    }

    #[test]
    fn lines_that_name_no_paragraphs_are_asked_for_again() {
        let mut stage = stage();
        stage.press(Key::Char('p'));
        typed(&mut stage, "9");
        assert_eq!(stage.press(Key::Enter), None);
        assert_eq!(stage.note, Note::Notice(Notice::NoSuchLines));
        stage.press(Key::Backspace);
        assert_eq!(stage.press(Key::Enter), Some(Action::Pair(0, Pin { source: vec![0], target: vec![0] })));
    }

    #[test]
    fn a_paragraph_is_edited_here_where_no_editor_is_set() {
        let mut stage = stage();
        assert_eq!(stage.press(Key::Char('e')), Some(Action::Edit(0)));
        stage.edits_here = true;
        let was = stage.walk.here().unwrap().0.pair.target.paragraphs[0].text.clone();
        assert_eq!(stage.press(Key::Char('e')), None);
        stage.press(Key::Backspace);
        typed(&mut stage, "!");
        stage.paste("\n");
        let text = format!("{}! ", was.strip_suffix('.').unwrap_or(&was[..was.len() - 1]));
        assert_eq!(stage.press(Key::Enter), Some(Action::Rewrite { sheet: 0, paragraph: 0, text }));
        stage.press(Key::Char('e'));
        assert_eq!((stage.press(Key::Esc), stage.prompt.clone()), (None, Prompt::Nothing));
    }

    #[test]
    fn no_key_does_harm_where_there_are_no_findings() {
        let mut stage = ReviewState::default();
        for key in ["f", "e", "a", "w", "g", "p", "s", "j", "K", "]", "{", "o", "r", "n"] {
            assert_eq!(stage.press(Key::Char(key.chars().next().unwrap())), None, "{key}");
            assert_eq!(stage.prompt, Prompt::Nothing);
        }
        assert_eq!(stage.press(Key::Char('q')), Some(Action::Quit));
    }
}
