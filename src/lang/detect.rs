//! Which language a text is written in, by its trigrams.

use whatlang::{Lang, Script};

use super::{Language, Profile};

/// Letters looked at; more would not make the answer surer.
const ENOUGH: usize = 4000;

/// Fewer letters than this can be any language.
const LEAST: usize = 60;
const LEAST_OF_A_SCRIPT: usize = 15;

impl Language {
    /// The language of a text that is plainly in one; code in fences and what is in tags is not looked at.
    pub fn detected(text: &str) -> Option<Language> {
        let mut sample = String::new();
        let (mut in_code, mut letters) = (false, 0);
        for line in text.lines() {
            if line.trim_start().starts_with("```") {
                in_code = !in_code;
            } else if !in_code && letters < ENOUGH {
                let mut depth = 0;
                for c in line.chars() {
                    match c {
                        '<' | '(' | '{' => depth += 1,
                        '>' | ')' | '}' if depth > 0 => depth -= 1,
                        _ if depth == 0 => sample.push(c),
                        _ => {}
                    }
                }
                letters += line.chars().filter(|c| c.is_alphabetic()).count();
                sample.push('\n');
            }
        }
        let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
        let found = whatlang::detect(&sample)?;
        // Few languages share a script but for the Latin one: there a guess is better than none.
        let sure = match found.script() {
            Script::Latin => found.confidence() > 0.9 && letters >= LEAST,
            _ => letters >= LEAST_OF_A_SCRIPT,
        };
        if !sure {
            return None;
        }
        let slavic = matches!(found.lang(), Lang::Rus | Lang::Bul | Lang::Ukr | Lang::Mkd | Lang::Srp | Lang::Bel);
        let open = found.script() == Script::Cyrillic && (slavic || found.confidence() <= 0.9);
        if let Some(code) = cyrillic(&sample).filter(|_| open) {
            return code.parse().ok();
        }
        code_of(found.lang()).parse().ok()
    }
}

/// The code by which the profiles know a language that the detector names.
pub(crate) fn code_of(detected: Lang) -> &'static str {
    Profile::detected(detected.code()).map_or(detected.code(), |profile| profile.tags[0])
}

/// What the detector calls a language; `None` where it does not know it.
pub(crate) fn detected_as(language: &Language) -> Option<Lang> {
    Lang::all().iter().copied().find(|lang| match Profile::detected(lang.code()) {
        Some(profile) => profile.tags.contains(&language.code()),
        None => lang.code() == language.code(),
    })
}

/// The language of a text by letters that its neighbours do not have.
///
/// Bulgarian writes the soft sign before «о» alone; Russian ends half of its verbs in it.
fn cyrillic(text: &str) -> Option<&'static str> {
    const LETTERS: &[(&str, &str)] = &[("ўЎ", "be"), ("әғқңөұһӘҒҚҢӨҰҺ", "kk"), ("їЇєЄґҐ", "uk"), ("ыэёЫЭЁ", "ru")];
    let own = LETTERS.iter().find(|(letters, _)| text.contains(|c| letters.contains(c))).map(|(_, code)| *code);
    let soft = || text.match_indices('ь').any(|(at, sign)| !text[at + sign.len()..].starts_with('о'));
    own.or_else(|| (!text.contains(['і', 'І', 'ј', 'Ј']) && soft()).then_some("ru"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_in_its_language_whatever_its_code_is_in() {
        let code = "```sh\nfor the user and the group of the user that is in the file\n```\n";
        let text = "Мост через реку построили осенью того же года, и жители города приходили смотреть на него.\n";
        assert_eq!(Language::detected(&format!("{code}{text}")).unwrap().to_string(), "ru");
        let text = "The bridge over the river was built in the autumn of that year, and the people of the town came \
                    to see it every Sunday. Nobody had believed that it would ever be finished.\n";
        assert_eq!(Language::detected(text).unwrap().to_string(), "en");
        assert_eq!(Language::detected("Short"), None);
    }
}
