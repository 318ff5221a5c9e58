//! What is equal when terms are looked up: letter case, ё and е, soft hyphens, stress marks.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// Folds a word to the shape terms are looked up by: lower case, ё as е, one kind of apostrophe, composed letters,
/// without soft hyphens, zero-width characters and the stress marks of Cyrillic.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in composed(text).chars() {
        match letter {
            'a'..='z' | 'а'..='я' => folded.push(letter),
            'А'..='Я' => folded.push(char::from_u32(u32::from(letter) + 0x20).unwrap_or(letter)),
            'ё' | 'Ё' => folded.push('е'),
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            '’' | 'ʼ' | '‘' | '`' | '´' => folded.push('\''),
            // Composed text leaves an acute alone only where no accented letter exists, as in «а́ким».
            '\u{301}' if folded.ends_with(is_cyrillic) => {}
            _ => folded.extend(letter.to_lowercase()),
        }
    }
    folded
}

fn composed(text: &str) -> Cow<'_, str> {
    if text.chars().any(|letter| ('\u{300}'..='\u{36f}').contains(&letter)) {
        Cow::Owned(text.nfc().collect())
    } else {
        Cow::Borrowed(text)
    }
}

pub(in crate::lang) fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

/// Writes a folded form with the term's own letters as far as the two begin alike: «Семён» and «семена» give «Семёна».
///
/// A term all in capitals keeps a small ending («МИДа»), as one writes it.
pub fn dress(term: &str, form: &str) -> String {
    let mut dressed = String::with_capacity(form.len());
    let mut own = term.chars().filter(|letter| *letter != '\u{ad}');
    let mut rest = form.chars();
    loop {
        let kept = rest.clone();
        match (own.next(), rest.next()) {
            (Some(letter), Some(wanted)) if same(letter, wanted) => dressed.push(letter),
            _ => {
                dressed.push_str(kept.as_str());
                return dressed;
            }
        }
    }
}

fn same(letter: char, folded: char) -> bool {
    letter == folded || fold(letter.encode_utf8(&mut [0; 4])).chars().eq([folded])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_yo_soft_hyphens_and_stress_do_not_count() {
        assert_eq!(fold("Счёт"), "счет");
        assert_eq!(fold("аки\u{ad}мат"), "акимат");
        assert_eq!(fold("а\u{301}ким"), "аким");
        assert_eq!(fold("район и\u{306}"), "район й");
        assert_eq!(fold("Canción"), "canción");
        assert_eq!(fold("KNB’s"), "knb's");
    }

    #[test]
    fn a_form_keeps_the_letters_it_shares_with_the_term() {
        assert_eq!(dress("Семён", "семена"), "Семёна");
        assert_eq!(dress("МИД", "мида"), "МИДа");
        assert_eq!(dress("орёл", "орла"), "орла");
    }
}
