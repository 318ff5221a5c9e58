//! A line of text being typed.

use unicode_segmentation::UnicodeSegmentation;

use super::Key;

/// A text and the place of the cursor in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    text: String,
    /// In bytes, between two letters as people see them.
    cursor: usize,
}

impl Input {
    /// A text with the cursor behind it.
    pub fn new(text: &str) -> Input {
        let text = line(text);
        Input { cursor: text.len(), text }
    }

    /// What was typed so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is before the cursor, and what from there on.
    pub fn split(&self) -> (&str, &str) {
        self.text.split_at(self.cursor)
    }

    /// Types or pastes a text; line breaks become spaces.
    pub fn insert(&mut self, text: &str) {
        let text = line(text);
        self.text.insert_str(self.cursor, &text);
        self.cursor += text.len();
    }

    /// Takes a key; says whether it was one for a line of text.
    pub fn press(&mut self, key: Key) -> bool {
        let (before, after) = self.split();
        let back = before.graphemes(true).next_back().map_or(0, str::len);
        let ahead = after.graphemes(true).next().map_or(0, str::len);
        match key {
            Key::Char(letter) => self.insert(letter.encode_utf8(&mut [0; 4])),
            Key::Backspace => {
                self.cursor -= back;
                self.text.replace_range(self.cursor..self.cursor + back, "");
            }
            Key::Delete => self.text.replace_range(self.cursor..self.cursor + ahead, ""),
            Key::Left => self.cursor -= back,
            Key::Right => self.cursor += ahead,
            Key::Home | Key::Ctrl('a') => self.cursor = 0,
            Key::End | Key::Ctrl('e') => self.cursor = self.text.len(),
            Key::Ctrl('u') => {
                self.text.replace_range(..self.cursor, "");
                self.cursor = 0;
            }
            Key::Ctrl('w') => {
                let kept = before.trim_end().rfind(' ').map_or(0, |at| at + 1);
                self.text.replace_range(kept..self.cursor, "");
                self.cursor = kept;
            }
            _ => return false,
        }
        true
    }
}

fn line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_letter_with_its_accent_is_taken_back_as_one() {
        let mut input = Input::new("caфе\u{301}");
        input.press(Key::Backspace);
        assert_eq!(input.text(), "caф");
        input.press(Key::Home);
        input.press(Key::Delete);
        input.insert("К\n");
        assert_eq!(input.text(), "К aф");
        input.press(Key::End);
        input.press(Key::Ctrl('w'));
        assert_eq!(input.text(), "К ");
    }

    proptest! {
        #[test]
        fn any_keys_leave_the_cursor_in_the_text(text in "\\PC{0,12}", keys in proptest::collection::vec(0usize..9, 0..40)) {
            let all = [
                Key::Char('\u{301}'), Key::Backspace, Key::Delete, Key::Left, Key::Right, Key::Home, Key::End,
                Key::Ctrl('u'), Key::Ctrl('w'),
            ];
            let mut input = Input::new(&text);
            for key in keys {
                input.press(all[key]);
                let (before, after) = input.split();
                prop_assert_eq!(format!("{before}{after}"), input.text());
            }
        }
    }
}
