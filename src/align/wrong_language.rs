//! Whether a text is in another language than declared.

use std::cmp::Ordering;

use whatlang::{Detector, detect};

use crate::lang::{Language, Profile, Script, code_of, detected_as};
use crate::text::{Paragraph, is_alphabetic};

/// Letters looked at; more would not make the answer surer.
const ENOUGH: usize = 4000;

/// Fewer letters than this can be any language.
const LEAST: usize = 120;

/// What part of the words has to be in the declared language's script for the text to be in it.
const OWN: usize = 5;

/// The language that the paragraphs are plainly written in, where that is not the one declared; `None` where they may well be
/// in the declared language, or the text is too short.
///
/// Detection is by trigrams (the whatlang crate). Languages that it cannot distinguish from the declared one, or does
/// not know, raise no doubt.
pub fn wrong_language(declared: &Language, paragraphs: &[Paragraph]) -> Option<Language> {
    let mut sample = String::new();
    let mut letters = 0;
    for paragraph in paragraphs {
        letters += paragraph.text.chars().take(ENOUGH).filter(|c| is_alphabetic(*c)).count();
        sample.extend(paragraph.text.chars().take(ENOUGH));
        sample.push('\n');
        if letters > ENOUGH {
            break;
        }
    }
    if letters < LEAST {
        return None;
    }
    if is_plainly(declared.code(), &sample) {
        return None;
    }
    let found = detect(&sample)?;
    let code = code_of(found.lang());
    let profile = Profile::known(declared.code());
    let known = detected_as(declared).is_some();
    let near = profile.is_some_and(|profile| profile.is_near(code));
    // A language that is not known may look like any of its relatives; one written in another script does not.
    let cyrillic = profile.is_some_and(|profile| profile.script() == Script::Cyrillic);
    let other_script = !known && cyrillic && found.script() != whatlang::Script::Cyrillic;
    let doubt = found.confidence() > 0.9 && code != declared.code() && !near && (known || other_script);
    let latin = found.script() == whatlang::Script::Latin;
    let own = || latin && profile.is_some_and(|profile| is_written_in(profile.script(), paragraphs));
    if doubt && !own() { code.parse().ok() } else { None }
}

/// Whether one in [`OWN`] words, code and addresses aside, is in a script other than the Latin one: names and terms in
/// Latin letters make no other language of a text.
fn is_written_in(script: Script, paragraphs: &[Paragraph]) -> bool {
    if script == Script::Latin {
        return false;
    }
    let (mut all, mut own) = (0, 0);
    for paragraph in paragraphs {
        let letters =
            paragraph.words().iter().filter_map(|word| paragraph.text[word.range()].chars().find_map(Script::of));
        for found in letters {
            all += 1;
            own += usize::from(found == script);
        }
        if all > ENOUGH {
            break;
        }
    }
    own > 0 && own * OWN >= all
}

/// Whether the letters or the commonest words of a text tell that it is in a language, without its trigrams; `false`
/// says nothing.
fn is_plainly(language: &str, text: &str) -> bool {
    match language {
        "ru" => is_russian(text),
        "en" => is_english(text),
        _ => false,
    }
}

/// Nine in ten letters are Russian ones, no other Cyrillic letter is among them, and one in 200 is «ы» or «э», which of
/// all languages written with these letters only Russian has.
fn is_russian(text: &str) -> bool {
    let (mut all, mut russian, mut telling) = (0, 0, 0);
    for letter in text.chars().filter(|letter| is_alphabetic(*letter)) {
        all += 1;
        match letter {
            'ы' | 'э' | 'Э' => telling += 1,
            'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' => russian += 1,
            '\u{400}'..='\u{52f}' => return false,
            _ => {}
        }
    }
    (russian + telling) * 10 >= all * 9 && telling * 200 >= all
}

/// One word in forty is "the", and one in eight is one of six English words.
fn is_english(text: &str) -> bool {
    let (mut all, mut articles, mut common) = (0, 0, 0);
    for word in text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()) {
        all += 1;
        match word {
            "the" | "The" => articles += 1,
            "of" | "and" | "that" | "was" | "to" => common += 1,
            _ => {}
        }
    }
    articles * 40 >= all
        && (articles + common) * 8 >= all
        && text.chars().filter(|c| !c.is_ascii()).count() * 10 < text.len()
}

/// Which of two languages a text is in; `None` where that cannot be said.
///
/// Languages of two scripts are told apart by their letters, those of one script by trigrams.
pub fn nearer<'a>(text: &str, one: &'a Language, other: &'a Language) -> Option<&'a Language> {
    let script = |language: &Language| Profile::known(language.code()).map(|profile| profile.script());
    match (script(one), script(other)) {
        (Some(script), Some(of_other)) if script != of_other => {
            let letters = |wanted| text.chars().filter(|letter| Script::of(*letter) == Some(wanted)).count();
            match letters(script).cmp(&letters(of_other)) {
                Ordering::Greater => Some(one),
                Ordering::Less => Some(other),
                Ordering::Equal => None,
            }
        }
        _ => {
            let (first, second) = (detected_as(one)?, detected_as(other)?);
            let found = Detector::with_allowlist(vec![first, second]).detect(text)?.lang();
            (first != second).then_some(if found == first { one } else { other })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(declared: &str, text: &str) -> Option<String> {
        let language = declared.parse().unwrap();
        wrong_language(&language, &[Paragraph::alone(text)]).map(|language| language.to_string())
    }

    fn nearest(text: &str, one: &str, other: &str) -> Option<String> {
        let (one, other) = (one.parse().unwrap(), other.parse().unwrap());
        nearer(text, &one, &other).map(Language::to_string)
    }

    #[test]
    fn a_short_text_is_in_one_of_two_languages() {
        assert_eq!(nearest("Der zweite Absatz, von der Brücke.", "ru", "de").as_deref(), Some("de"));
        assert_eq!(nearest("Второй абзац о мосте.", "ru", "de").as_deref(), Some("ru"));
        assert_eq!(nearest("The second paragraph is about the bridge.", "en", "de").as_deref(), Some("en"));
        assert_eq!(nearest("Der zweite Absatz handelt von der Brücke.", "en", "de").as_deref(), Some("de"));
        assert_eq!(nearest("1904", "ru", "de"), None);
    }

    const ENGLISH: &str = "The bridge over the river was built in the autumn of that year, and the people of the town came to see it every Sunday. Nobody had believed that it would ever be finished, for the river is wide and quick at this place.";
    const RUSSIAN: &str = "Мост через реку построили осенью того же года, и жители города приходили смотреть на него каждое воскресенье. Никто не верил, что его когда-нибудь достроят: река в этом месте широкая и быстрая.";

    #[test]
    fn a_text_in_another_language_is_told() {
        assert_eq!(found("ru", ENGLISH).as_deref(), Some("en"));
        assert_eq!(found("en", RUSSIAN).as_deref(), Some("ru"));
        assert_eq!(found("kk", ENGLISH).as_deref(), Some("en"));
    }

    #[test]
    fn the_declared_language_raises_no_doubt() {
        assert_eq!(found("en", ENGLISH), None);
        assert_eq!(found("ru", RUSSIAN), None);
        assert_eq!(found("uk", RUSSIAN), None);
    }

    #[test]
    fn names_and_terms_in_latin_letters_make_no_other_language() {
        let terms = "Стек: Amazon Web Services, Elastic Kubernetes Service, Google Cloud Platform, Microsoft Azure, GitHub Actions, GitLab Runner, Argo Continuous Delivery и другие службы.";
        assert_eq!(found("ru", terms), None);
        assert_eq!(found("ru", &format!("{ENGLISH} {ENGLISH} Вот так.")).as_deref(), Some("en"));
    }

    #[test]
    fn what_letters_and_words_tell_is_what_the_trigrams_tell() {
        assert!(is_plainly("ru", RUSSIAN) && is_plainly("en", ENGLISH));
        let ukrainian = "Міст через річку збудували восени того ж року, і мешканці міста приходили дивитися на нього.";
        let bulgarian = "Мостът през реката беше построен през есента на същата година и хората идваха да го гледат.";
        for text in [ENGLISH, ukrainian, bulgarian] {
            assert!(!is_plainly("ru", text), "{text}");
        }
        for text in
            [RUSSIAN, "Die Brücke wurde im Herbst gebaut, und the Leute kamen, um sie zu sehen. Alle waren froh."]
        {
            assert!(!is_plainly("en", text), "{text}");
        }
        assert!(!is_plainly("ru", &format!("{ENGLISH} {RUSSIAN}")));
    }

    #[test]
    fn a_short_text_may_be_any_language() {
        assert_eq!(found("ru", "Hello, world"), None);
    }
}
