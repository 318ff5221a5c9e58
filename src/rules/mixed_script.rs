//! A word that mixes look-alike letters of two scripts: it looks right, and no search finds it.
//!
//! «IT-отдел», "SMS-ка" and «VIPы» are meant; "Аlmaty" with a Cyrillic "А" and "105х195" with a Cyrillic "х" are not.

use super::{Context, Example, Finding, Fix, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::lang::{Language, Script};
use crate::text::words;

pub(super) const RULE: Rule =
    Rule::new("mixed-script", Severity::Warning, Scope::Unit(run)).facts::<Facts>().examples(&[
        Example::found("В Алматы.", "In Аlmaty."),
        Example::silent("В Алматы.", "In Almaty."),
        Example::silent("Tests run in the Pod.", "Тесты идут в Pod'е.").languages("en", "ru"),
        Example::found("Tests run in the Pod.", "Тесты идут в Pоd'е.").languages("en", "ru"),
    ]);

facts! {
    struct Facts {
        word: String,
        /// The letters of the other script.
        letters: String,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for passage in passage::source(unit, context) {
        for (bytes, word, right) in mixed(&passage.wording(), context.source_language) {
            let facts = Facts { word, letters: foreign(&right.1) };
            findings.push(Finding::new(&RULE, facts).in_source([passage.place(bytes)]));
        }
    }
    for passage in passage::target(unit, context) {
        for (bytes, word, right) in mixed(&passage.wording(), context.target_language) {
            let fix = Fix { place: passage.place(bytes.clone()), text: right.0, safe: true };
            let facts = Facts { word, letters: foreign(&right.1) };
            findings.push(Finding::new(&RULE, facts).in_target([passage.place(bytes)]).mended_by(Some(fix)));
        }
    }
    findings
}

fn foreign(letters: &[char]) -> String {
    letters.iter().map(char::to_string).collect::<Vec<_>>().join(", ")
}

type Mixed = (std::ops::Range<usize>, String, (String, Vec<char>));

/// The places of mixed words, the words, and each in one script with the letters that were changed.
fn mixed(text: &str, language: &Language) -> Vec<Mixed> {
    let own = Script::of_language(language);
    let mut found = Vec::new();
    for span in words(text) {
        let word = &text[span.range()];
        if word.is_ascii() || word.len() > 200 {
            continue;
        }
        // `\nЧужая`: a line break written out, as programs leave it.
        if text[..span.start].ends_with('\\') {
            continue;
        }
        // "50 °С": the degrees of a language in Latin letters.
        if own == Script::Latin && word == "С" && text[..span.start].ends_with('°') {
            found.push((span.range(), word.to_owned(), ("C".to_owned(), vec!['С'])));
        }
        if let Some(right) = in_one_script(word, own) {
            found.push((span.range(), word.to_owned(), right));
        }
    }
    found
}

/// The word with its fewer letters in the script of the others, and those letters; `None` where it is not mixed, or
/// where the fewer letters have no look-alikes.
fn in_one_script(word: &str, own: Script) -> Option<(String, Vec<char>)> {
    if let Some(at) = inflected_by_apostrophe(word).filter(|_| own == Script::Cyrillic) {
        let (head, letters) = in_one_script(&word[..at], own)?;
        return Some((head + &word[at..], letters));
    }
    let count = |script: Script| word.chars().filter(|letter| Script::of(*letter) == Some(script)).count();
    let (latin, cyrillic) = (count(Script::Latin), count(Script::Cyrillic));
    let digits = word.chars().any(|c| c.is_ascii_digit());
    let (to, swap): (Script, fn(char) -> Option<char>) = match (latin, cyrillic) {
        (0, 0) => return None,
        // Figures with a foreign letter in translations into Latin letters: "105х195".
        (0, _) if digits && own == Script::Latin => (Script::Latin, latin_of),
        (0, _) | (_, 0) => return None,
        _ if latin > cyrillic || (latin == cyrillic && own == Script::Latin) => (Script::Latin, latin_of),
        _ => (Script::Cyrillic, cyrillic_of),
    };
    if is_inflected_abbreviation(word) {
        return None;
    }
    let mut right = String::with_capacity(word.len());
    let mut changed = Vec::new();
    for letter in word.chars() {
        if Script::of(letter).is_some_and(|script| script != to) {
            right.push(swap(letter)?);
            changed.push(letter);
        } else {
            right.push(letter);
        }
    }
    (!changed.is_empty()).then_some((right, changed))
}

/// «SMSки», «VIPы»: capitals of one script, then an ending of the other.
fn is_inflected_abbreviation(word: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphabetic()).collect();
    let capitals = letters.iter().take_while(|letter| letter.is_uppercase()).count();
    let script = |letters: &[char]| {
        let first = letters.first().and_then(|letter| Script::of(*letter))?;
        letters.iter().all(|letter| Script::of(*letter) == Some(first)).then_some(first)
    };
    let (head, tail) = letters.split_at(capitals);
    capitals > 1 && !tail.is_empty() && script(head).is_some() && script(tail).is_some() && script(head) != script(tail)
}

/// Where the apostrophe is in «Pod'е», «shell’ом»: behind a word with Latin letters, before a short Cyrillic ending.
fn inflected_by_apostrophe(word: &str) -> Option<usize> {
    let at = word.rfind(['\'', '’', 'ʼ', '‘', '`', '´'])?;
    let mut tail = word[at..].chars().skip(1).peekable();
    let ends = tail.peek().is_some() && tail.all(|letter| Script::of(letter) == Some(Script::Cyrillic));
    let latin = word[..at].chars().any(|letter| Script::of(letter) == Some(Script::Latin));
    (ends && latin && word[at..].chars().count() <= 6).then_some(at)
}

const LOOK_ALIKES: &[(char, char)] = &[
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('і', 'i'),
    ('ј', 'j'),
    ('ѕ', 's'),
    ('һ', 'h'),
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('У', 'Y'),
    ('Х', 'X'),
    ('І', 'I'),
    ('Ј', 'J'),
    ('Ѕ', 'S'),
    ('к', 'k'),
    ('ё', 'ë'),
    ('Ё', 'Ë'),
    ('т', 't'),
    ('м', 'm'),
    ('п', 'n'),
    ('Ү', 'Y'),
    ('ә', 'ə'),
];

fn latin_of(letter: char) -> Option<char> {
    LOOK_ALIKES.iter().find(|(cyrillic, _)| *cyrillic == letter).map(|(_, latin)| *latin)
}

fn cyrillic_of(letter: char) -> Option<char> {
    LOOK_ALIKES.iter().find(|(_, latin)| *latin == letter).map(|(cyrillic, _)| *cyrillic)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn look_alikes_in_a_word_are_found_with_a_safe_fix() {
        let finding = Bench::new().fires("mixed-script", "В Алматы.", "In Аlmaty.");
        assert_eq!(fact(&finding, "letters"), "А");
        assert_eq!(finding.fix.unwrap().text, "Almaty");
        let finding = Bench::new().fires("mixed-script", "Матрас 105х195", "Mattress 105х195");
        assert_eq!(finding.fix.unwrap().text, "105x195");
        Bench::new().fires("mixed-script", "Мoст закрыт.", "The bridge is closed.");
    }

    #[test]
    fn meant_mixtures_are_not() {
        let bench = Bench::of("en", "ru");
        bench.silent("mixed-script", "SMS", "SMSка, VIPы, IT-отдел, COVID-ом, 105х195, 3D-печать");
        bench.silent("mixed-script", "Wi-Fi", "вайфай Wi-Fi и iPhone");
        Bench::new().silent("mixed-script", "Матрас 105х195", "Mattress 105x195");
        bench.silent("mixed-script", "Pod, shell, playbook", "в Pod'е, shell’ом, playbook'ах, post-renderer'а");
    }

    #[test]
    fn an_apostrophe_excuses_only_an_ending() {
        Bench::of("en", "ru").fires("mixed-script", "Pod", "в Pоd'е");
        Bench::new().fires("mixed-script", "Сервер Ивана", "Ivan'ѕ server");
        Bench::of("en", "ru").fires("mixed-script", "of the string", "Cтроковое свойство");
    }
}
