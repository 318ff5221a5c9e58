//! A language's number words, written as a table: a line for each meaning, with its forms.

use rustc_hash::FxHashMap;

use super::Word;
use super::tokens::folded;

/// Number words by their forms.
pub(in crate::lang) struct Forms {
    whole: FxHashMap<String, Word>,
    /// Beginnings of words by their first letter, longer ones first.
    beginnings: FxHashMap<char, Vec<(String, Word)>>,
}

impl Forms {
    /// Reads lines of a meaning and its forms; a star ends a form that may go on in any way.
    ///
    /// A meaning is a cardinal (`5`), an ordinal (`o5`), a number that nothing continues (`w2`), a power of ten (`e6`),
    /// a month (`m1`), or a name: `hundred`, `half`, `third`, `quarter`, `one-and-half`, `dozen`, `and`, `with`, `to`,
    /// `minus`, `below`, `before`, `past`, `century`, `afternoon`, `hour`. A line of another meaning is passed over.
    pub(in crate::lang) fn read(table: &str) -> Forms {
        let mut forms = Forms { whole: FxHashMap::default(), beginnings: FxHashMap::default() };
        for line in table.lines() {
            let mut fields = line.split_whitespace();
            let Some(word) = fields.next().and_then(meaning) else { continue };
            for form in fields {
                match form.strip_suffix('*') {
                    Some(beginning) => forms.begin(folded(beginning), word),
                    None => {
                        forms.whole.insert(folded(form), word);
                    }
                }
            }
        }
        for beginnings in forms.beginnings.values_mut() {
            beginnings.sort_by_key(|(beginning, _)| std::cmp::Reverse(beginning.len()));
        }
        forms
    }

    fn begin(&mut self, beginning: String, word: Word) {
        if let Some(first) = beginning.chars().next() {
            self.beginnings.entry(first).or_default().push((beginning, word));
        }
    }

    /// The meaning of a folded word.
    pub(in crate::lang) fn word(&self, word: &str) -> Option<Word> {
        if let Some(found) = self.whole.get(word) {
            return Some(*found);
        }
        let beginnings = self.beginnings.get(&word.chars().next()?)?;
        beginnings.iter().find(|(beginning, _)| word.starts_with(beginning)).map(|(_, word)| *word)
    }
}

fn meaning(name: &str) -> Option<Word> {
    Some(match name {
        "hundred" => Word::Hundred,
        "half" => Word::Any(&["0.5", "50", "30", "6", "1/2"]),
        "third" => Word::Any(&["1/3"]),
        "quarter" => Word::Any(&["0.25", "25", "15", "1/4"]),
        "one-and-half" => Word::Any(&["1.5"]),
        "dozen" => Word::Any(&["12"]),
        "and" => Word::Joint,
        "with" => Word::With,
        "to" => Word::Range,
        "minus" => Word::Minus,
        "below" => Word::Below,
        "before" => Word::Before,
        "past" => Word::Past,
        "century" => Word::Century,
        "afternoon" => Word::Afternoon,
        "hour" => Word::Hour,
        _ => numbered(name)?,
    })
}

fn numbered(name: &str) -> Option<Word> {
    let number = |prefix: &str| name.strip_prefix(prefix)?.parse::<u64>().ok();
    if let Some(value) = number("o") {
        return Some(Word::Ordinal(value));
    }
    if let Some(value) = number("w") {
        return Some(Word::Whole(value));
    }
    if let Some(power) = number("e") {
        return Some(Word::Scale(i32::try_from(power).ok()?));
    }
    if let Some(month) = number("m") {
        return Some(Word::Month(u8::try_from(month).ok()?));
    }
    Some(match name.parse::<u64>().ok()? {
        value @ 0..20 => Word::Small(value),
        value @ 20..100 => Word::Tens(value),
        value => Word::Hundreds(value),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_gives_words_by_form_and_by_beginning() {
        let forms = Forms::read("5 п'ять п’яти\no5 п'ят*\ne6 мільйон*\n? nothing");
        assert_eq!(forms.word("пять"), Some(Word::Small(5)));
        assert_eq!(forms.word("пятого"), Some(Word::Ordinal(5)));
        assert_eq!(forms.word("мільйонів"), Some(Word::Scale(6)));
        assert_eq!(forms.word("nothing"), None);
    }
}
