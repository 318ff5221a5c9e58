//! The sentences of a paragraph.

use super::Span;

/// Shortened words after which a full stop ends no sentence, in lower case and without the stop.
///
/// The first row are those of GOST R 7.0.12 that are before a name or a number; «др», «пр» and «etc» are absent
/// since they close sentences as often as not.
const SHORTENED: &[&str] = &[
    "г", "гг", "в", "вв", "ул", "пр-т", "пер", "д", "кв", "стр", "с", "см", "ср", "рис", "табл", "гл", "п", "пп", "ст",
    "т", "тт", "тыс", "млн", "млрд", "трлн", "руб", "тг", "долл", "обл", "р-н", "пос", "проф", "акад", "доц", "ген",
    "полк", "кап", "лейт", "серж", "зам", "нач", "пред", "тов", "гр", "напр", "нем", "англ", "каз", "рус", "букв",
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "capt", "lt", "sgt", "sen", "rep", "gov", "rev", "hon", "jr",
    "sr", "vs", "vol", "pp", "fig", "eg", "ie", "cf", "ca", "approx", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
    "sep", "sept", "oct", "nov", "dec", // German, French and Spanish.
    "nr", "bzw", "vgl", "abb", "kap", "mio", "mrd", "jh", "hr", "hl", "geb", "gest", "sog", "av", "chap", "éd", "env",
    "sra", "srta", "núm", "pág", "ud", "uds", "ee", "aprox", // Ukrainian, Kazakh.
    "р", "рр", "вул", "грн", "ім", "див", "жж",
];

/// The sentences of `text`, as spans of bytes without the white space around them, in order; they cover every
/// letter of it.
///
/// A sentence ends at `.`, `!`, `?` or `…` and the quotes and brackets after it, where white space and something
/// that may begin a sentence follow: no lower-case letter, also not behind a dash («Да!» — сказал он), but right behind
/// `?` and `!`, as people write in messages. Shortened words, initials and the numbers of items (`1. Open the lid.`) end none.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_end(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        let mut last = c;
        while let Some((next, c)) = chars.next_if(|(_, c)| is_end(*c) || closes(*c)) {
            end = next + c.len_utf8();
            last = c;
        }
        let wide = matches!(c, '。' | '！' | '？');
        let spaced = chars.peek().is_none_or(|(_, c)| c.is_whitespace());
        let abbreviated =
            c == '.' && last == '.' && (is_shortened(&text[start..at]) || is_counted(&text[start..at], &text[end..]));
        let begins = may_begin(&text[end..]) || matches!(last, '?' | '!') && begins_small(&text[end..]);
        if wide || (spaced && !abbreviated && begins) {
            push(text, Span::new(start, end), &mut sentences);
            start = end;
        }
    }
    push(text, Span::new(start, text.len()), &mut sentences);
    sentences
}

fn push(text: &str, span: Span, sentences: &mut Vec<Span>) {
    let trimmed = super::content::trim(text, span);
    if !trimmed.is_empty() {
        sentences.push(trimmed);
    }
}

fn is_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' | '॥' | '۔')
}

fn closes(c: char) -> bool {
    matches!(c, '»' | '”' | '"' | '\'' | '’' | '“' | ')' | ']' | '*' | '_' | '」' | '』' | '）' | '》' | '】' | '›')
}

/// Whether what follows may begin a sentence: its first letter or digit, behind quotes and dashes, is not lower-case.
fn may_begin(rest: &str) -> bool {
    // Nothing but a few signs is before a sentence's first letter; a long run of signs is no sentence.
    let first = rest.chars().take(16).find(|c| c.is_alphanumeric());
    first.is_none_or(|c| !c.is_lowercase())
}

/// Whether a lower-case letter follows without a dash or a quotation mark before it.
fn begins_small(rest: &str) -> bool {
    rest.trim_start().starts_with(char::is_lowercase)
}

/// Whether the word that a full stop follows is shortened, an initial, or the number of an item.
fn is_shortened(before: &str) -> bool {
    let from = before.char_indices().rev().take_while(|(_, c)| c.is_alphanumeric() || *c == '-').last();
    let Some((from, _)) = from else { return false };
    // Longer words are in no list, and need not be copied.
    let word = &before[from..];
    if word.len() > 24 {
        return false;
    }
    // «в 2022 г. Затем»: a year's or century's letter may well close the sentence; «г. Алматы» may not.
    if matches!(word, "г" | "гг" | "в" | "вв") && before[..from].trim_end().ends_with(is_numeral) {
        return false;
    }
    let mut letters = word.chars();
    let lone = |c: char| c.is_uppercase() || c.is_ascii_lowercase();
    let initial = letters.next().is_some_and(lone) && letters.next().is_none();
    let item = word.len() <= 4 && word.chars().all(is_numeral) && !before[..from].contains(char::is_alphanumeric);
    initial || item || SHORTENED.contains(&word.to_lowercase().as_str())
}

/// Words before a number that end a sentence before anything else: `No. 2`.
const COUNTED: &[&str] = &["no", "nos", "art", "sec", "ver", "num"];

/// Whether a full stop is between a word and its number, or between a number and the sign that it explains: `Stage 4. ✔`.
fn is_counted(before: &str, rest: &str) -> bool {
    let Some(next) = rest.trim_start().chars().next() else { return false };
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_sign = !next.is_alphanumeric()
        && !next.is_ascii_punctuation()
        && !closes(next)
        && !matches!(next, '«' | '„' | '—' | '–' | '¿' | '¡');
    let numbered = word.len() <= 4 && !word.is_empty() && word.chars().all(is_numeral);
    (numbered && is_sign) || (next.is_ascii_digit() && COUNTED.contains(&word.to_lowercase().as_str()))
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<&str> {
        sentences(text).iter().map(|span| &text[span.range()]).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_pauses() {
        assert_eq!(
            shown("Первое. Второе!  Третье?\n«Четвёртое…» Пятое"),
            ["Первое.", "Второе!", "Третье?", "«Четвёртое…»", "Пятое"]
        );
        assert_eq!(shown("Это было в 2022 г. Затем всё стихло.").len(), 2);
        assert_eq!(shown("He left. “Why?” No one knew."), ["He left.", "“Why?”", "No one knew."]);
        assert_eq!(shown("Was it so? No. 12 people left."), ["Was it so?", "No. 12 people left."]);
        assert_eq!(shown("He said no. Then he left."), ["He said no.", "Then he left."]);
    }

    #[test]
    fn shortened_words_and_initials_end_no_sentence() {
        for one in [
            "В г. Алматы, т. е. в бывшей столице, жил А. Б. Иванов.",
            "Это 5 млн. Тенге по ул. Абая.",
            "Mr. Smith met Dr. J. R. Brown in Jan. 2022.",
            "«Да!» — сказал он.",
            "— Кто там?.. — спросила она.",
            "Рост на 1.5 % и 2.Пункт",
            "Das ist z. B. Nr. 292 auf S. 110.",
            "Some, e.g. Kim and i.e. Lee, left.",
            "Only values from file No. 2 are read.",
            "Stage 4. ✔ It is stable",
        ] {
            assert_eq!(shown(one), [one]);
        }
    }

    #[test]
    fn the_number_of_an_item_belongs_to_it() {
        assert_eq!(shown("1. Open the lid. 2. Close it. 10. Go."), ["1. Open the lid.", "2. Close it.", "10. Go."]);
        assert_eq!(shown("It was 1902. Then it rained."), ["It was 1902.", "Then it rained."]);
    }

    #[test]
    fn a_question_ends_a_sentence_in_a_careless_message() {
        assert_eq!(shown("how are you? did it come! good"), ["how are you?", "did it come!", "good"]);
    }

    #[test]
    fn other_scripts_have_ends_of_their_own() {
        assert_eq!(shown("वह आया। वह गया।"), ["वह आया।", "वह गया।"]);
        assert_eq!(shown("他说：「好。」他走了。"), ["他说：「好。」", "他走了。"]);
        assert_eq!(shown("هل جاء؟ نعم. ذهب"), ["هل جاء؟", "نعم.", "ذهب"]);
    }

    #[test]
    fn every_letter_belongs_to_a_sentence() {
        assert_eq!(shown("  ... Ого. 。好。"), ["...", "Ого.", "。", "好。"]);
        assert!(shown(" \n ").is_empty());
    }
}
