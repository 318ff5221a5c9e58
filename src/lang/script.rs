//! Which script a letter and a language are written in.

/// A script, as far as it distinguishes prose of different languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Letters of Latin, with diacritics.
    Latin,
    /// Letters of Cyrillic, those of non-Slavic languages too.
    Cyrillic,
    /// Letters of Greek.
    Greek,
    /// Letters of Arabic, those of Persian and Urdu too.
    Arabic,
    /// Letters of Hebrew.
    Hebrew,
    /// Letters of Armenian.
    Armenian,
    /// Letters of Georgian.
    Georgian,
    /// Letters of Hindi and its relatives.
    Devanagari,
    /// Characters of Chinese, in Japanese and Korean too.
    Han,
    /// Hiragana and katakana.
    Kana,
    /// Letters of Korean.
    Hangul,
    /// A script of some language that its letters do not show.
    Other,
}

impl Script {
    /// The script of a letter; `None` for what is no letter, or of another script.
    pub fn of(letter: char) -> Option<Script> {
        Some(match letter {
            'A'..='Z' | 'a'..='z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
                Script::Latin
            }
            '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => Script::Cyrillic,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' if letter.is_alphabetic() => Script::Greek,
            '\u{531}'..='\u{587}' => Script::Armenian,
            '\u{5d0}'..='\u{5ea}' => Script::Hebrew,
            '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}' => Script::Arabic,
            '\u{904}'..='\u{939}' => Script::Devanagari,
            '\u{10a0}'..='\u{10ff}' => Script::Georgian,
            '\u{3040}'..='\u{30ff}' => Script::Kana,
            '\u{3400}'..='\u{9fff}' => Script::Han,
            '\u{ac00}'..='\u{d7a3}' => Script::Hangul,
            _ => return None,
        })
    }
}

/// As [`char::is_alphabetic`], at a glance for most letters.
pub(in crate::lang) fn is_letter(letter: char) -> bool {
    matches!(letter, 'a'..='z' | 'A'..='Z' | 'а'..='я' | 'А'..='Я') || (!letter.is_ascii() && letter.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_languages_have_scripts() {
        assert_eq!(Script::of('ж'), Some(Script::Cyrillic));
        assert_eq!(Script::of('é'), Some(Script::Latin));
        assert_eq!(Script::of('5'), None);
        assert_eq!(Script::of('×'), None);
        assert_eq!(Script::of_language(&"kk".parse().unwrap()), Script::Cyrillic);
        assert_eq!(Script::of_language(&"kk-Latn".parse().unwrap()), Script::Latin);
        assert_eq!(Script::of_language(&"en-GB".parse().unwrap()), Script::Latin);
    }
}
