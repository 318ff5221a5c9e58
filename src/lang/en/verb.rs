//! The forms of English verbs.

use super::endings::regular;
use crate::lang::inflect::form::{Collector, Slots};
use crate::lang::words::WordList;

const VERB: &str = "verb";

static IRREGULAR: WordList = WordList::new(include_str!("words/verbs.txt"));

/// Adds the third person, the past forms and the -ing form of an infinitive.
pub(super) fn conjugate(word: &str, out: &mut Collector) {
    let silent = word.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y']));
    let stem = silent.unwrap_or(word);
    let consonant_y = word.strip_suffix('y').filter(|head| !head.ends_with(['a', 'e', 'i', 'o', 'u']));
    let third = if word.ends_with('o') { format!("{word}es") } else { regular(word) };
    out.add(third, VERB, Slots::NONE);
    let double = doubled(word);
    match IRREGULAR.value(word) {
        Some(past) => past.split('/').for_each(|form| out.add(form.to_owned(), VERB, Slots::NONE)),
        None => {
            let past = word.strip_suffix('e').unwrap_or(word);
            out.add(consonant_y.map_or(format!("{past}ed"), |head| format!("{head}ied")), VERB, Slots::NONE);
            out.endings(double.as_deref().unwrap_or_default(), if double.is_some() { "ed" } else { "" }, VERB);
        }
    }
    match word.strip_suffix("ie") {
        Some(head) => out.add(format!("{head}ying"), VERB, Slots::NONE),
        None => out.add(format!("{stem}ing"), VERB, Slots::NONE),
    }
    out.endings(double.as_deref().unwrap_or_default(), if double.is_some() { "ing" } else { "" }, VERB);
}

/// "plan" → "plann": one vowel and one consonant at the end.
fn doubled(word: &str) -> Option<String> {
    let letters: Vec<char> = word.chars().rev().take(3).collect();
    let vowel = |letter: &char| "aeiou".contains(*letter);
    match letters.as_slice() {
        [end, middle, before] if !vowel(end) && vowel(middle) && !vowel(before) && !"wxy".contains(*end) => {
            Some(format!("{word}{end}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::inflect::forms;
    use crate::lang::inflect::Inflect;

    #[test]
    fn regular_and_irregular_verbs() {
        let texts =
            |word: &str| forms(word, Inflect::Verb).1.into_iter().map(|form| form.text).collect::<Vec<String>>();
        for (verb, wanted) in [
            ("deploy", ["deploys", "deployed", "deploying"]),
            ("write", ["wrote", "written", "writing"]),
            ("plan", ["planned", "planning", "plans"]),
            ("die", ["died", "dying", "dies"]),
            ("carry", ["carries", "carried", "carrying"]),
        ] {
            let texts = texts(verb);
            assert!(wanted.iter().all(|form| texts.iter().any(|text| text == form)), "{verb}: {texts:?}");
        }
        assert!(!texts("write").contains(&"writed".to_owned()));
    }
}
