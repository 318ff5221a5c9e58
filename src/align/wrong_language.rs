//! Whether a text is in another language than declared.

use whatlang::{Lang, detect};

use crate::lang::Language;
use crate::text::Paragraph;

/// Letters looked at; more would not make the answer surer.
const ENOUGH: usize = 4000;

/// Fewer letters than this can be any language.
const LEAST: usize = 120;

/// The language that the paragraphs are plainly written in, where that is not the one declared; `None` where they may well be
/// in the declared language, or the text is too short.
///
/// Detection is by trigrams (the whatlang crate). Languages that it cannot tell apart from the declared one, or does
/// not know, raise no doubt.
pub fn wrong_language(declared: &Language, paragraphs: &[Paragraph]) -> Option<Language> {
    let mut sample = String::new();
    let mut letters = 0;
    for paragraph in paragraphs {
        letters += paragraph.text.chars().take(ENOUGH).filter(|c| c.is_alphabetic()).count();
        sample.extend(paragraph.text.chars().take(ENOUGH));
        sample.push('\n');
        if letters > ENOUGH {
            break;
        }
    }
    if letters < LEAST {
        return None;
    }
    let found = detect(&sample)?;
    let code = tag(found.lang());
    let known = tags().any(|known| known == declared.code());
    let near = NEAR.iter().any(|group| group.contains(&code) && group.contains(&declared.code()));
    // A language that is not known may look like any of its relatives; one written in another script does not.
    let other_script = !known && found.script() != script_of(declared.code())?;
    let doubt = found.confidence() > 0.9 && code != declared.code() && !near && (known || other_script);
    if doubt { code.parse().ok() } else { None }
}

/// Languages that trigrams confuse.
const NEAR: &[&[&str]] = &[
    &["ru", "uk", "be", "bg", "mk", "sr"],
    &["da", "nb", "no", "nn", "sv"],
    &["es", "pt", "ca", "gl", "it"],
    &["cs", "sk"],
    &["sr", "hr", "bs", "sl"],
    &["zh", "ja"],
    &["ar", "fa", "ur"],
    &["hi", "mr", "ne"],
    &["nl", "af"],
    &["id", "jv", "ms"],
];

/// The script of languages that the detector does not know and that are written in Cyrillic.
fn script_of(code: &str) -> Option<whatlang::Script> {
    matches!(code, "kk" | "ky" | "tt" | "mn" | "tg" | "ba" | "cv").then_some(whatlang::Script::Cyrillic)
}

fn tags() -> impl Iterator<Item = &'static str> {
    Lang::all().iter().map(|lang| tag(*lang))
}

/// The two-letter code, for those languages that are met.
fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Pol => "pl",
        Lang::Kor => "ko",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mkd => "mk",
        Lang::Srp => "sr",
        Lang::Ron => "ro",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Nob => "nb",
        Lang::Fin => "fi",
        Lang::Ces => "cs",
        Lang::Pes => "fa",
        Lang::Tha => "th",
        Lang::Uzb => "uz",
        Lang::Aze => "az",
        Lang::Vie => "vi",
        other => other.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(declared: &str, text: &str) -> Option<String> {
        let language = declared.parse().unwrap();
        wrong_language(&language, &[Paragraph::alone(text)]).map(|language| language.to_string())
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
    fn a_short_text_may_be_any_language() {
        assert_eq!(found("ru", "Hello, world"), None);
    }
}
