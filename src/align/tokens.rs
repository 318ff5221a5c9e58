//! The tokens of a paragraph that can answer tokens of the other language.
//!
//! Words in lower case, numbers in one spelling, single letters and pairs of letters where a script writes no
//! spaces.

/// A token and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// A word in lower case, or a number in digits with a point for decimals.
    pub(super) key: String,
    pub(super) class: Class,
    /// Bytes of the paragraph's text.
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Class {
    Word,
    /// A word that begins with a capital letter.
    Capitalised,
    Number,
    /// One or two letters of a script without spaces.
    Letters,
}

/// Calls `each` for every token, in order; a pair of letters comes after the first of them.
pub(super) fn each(text: &str, mut each: impl FnMut(&str, Class, usize, usize)) {
    let mut key = String::new();
    let mut rest = 0;
    while let Some(first) = text[rest..].chars().next() {
        let start = rest;
        rest = if plain(first) {
            let end = word(&text[start..], &mut key) + start;
            let class = if first.is_ascii_uppercase() || ('А'..='Я').contains(&first) {
                Class::Capitalised
            } else {
                Class::Word
            };
            each(&key, class, start, end);
            clitic(text, end)
        } else if digit(first).is_some() {
            let end = number(&text[start..], &mut key) + start;
            each(&key, Class::Number, start, end);
            ordinal_ending(text, end)
        } else if unspaced(first) {
            letters(text, start, first, &mut each)
        } else if first.is_alphabetic() {
            let end = word(&text[start..], &mut key) + start;
            let class = if first.is_uppercase() { Class::Capitalised } else { Class::Word };
            each(&key, class, start, end);
            clitic(text, end)
        } else {
            start + first.len_utf8()
        };
    }
}

/// The tokens of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    each(text, |key, class, start, end| found.push(Token { key: key.to_owned(), class, start, end }));
    found
}

/// The letters that most words begin with, to be known at a glance.
fn plain(c: char) -> bool {
    c.is_ascii_alphabetic() || ('А'..='я').contains(&c)
}

/// Reads a word and gives its length in bytes. An apostrophe between Cyrillic letters belongs to the word.
fn word(text: &str, key: &mut String) -> usize {
    key.clear();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            'a'..='z' | '0'..='9' | 'а'..='я' => {
                key.push(c);
                continue;
            }
            'A'..='Z' => {
                key.push(c.to_ascii_lowercase());
                continue;
            }
            'А'..='Я' => {
                key.push(char::from_u32(c as u32 + 32).unwrap_or(c));
                continue;
            }
            ' ' | ',' | '.' => return at,
            _ => {}
        }
        let inner = apostrophe(c) && key.chars().next_back().is_some_and(cyrillic);
        let goes_on = chars.peek().is_some_and(|next| cyrillic(next.1));
        if (c.is_alphanumeric() || mark(c)) && !unspaced(c) {
            if c.is_ascii() { key.push(c.to_ascii_lowercase()) } else { key.extend(c.to_lowercase()) }
        } else if c == '\u{AD}' || c == '\u{301}' || (inner && goes_on) {
            // Soft hyphens, stress marks and the Ukrainian apostrophe are written or left out at will.
        } else {
            return at;
        }
    }
    text.len()
}

/// Reads a number and gives its length in bytes. A separator before exactly three digits groups them, any other
/// single point or comma between digits is the decimal one.
fn number(text: &str, key: &mut String) -> usize {
    key.clear();
    let mut end = 0;
    let mut group = 0;
    let mut rest = text;
    loop {
        let digits: usize = rest.chars().map_while(|c| digit(c).map(|d| (c, d))).fold(0, |len, (c, d)| {
            key.push(d);
            group += 1;
            len + c.len_utf8()
        });
        end += digits;
        rest = &rest[digits..];
        let Some(separator) =
            rest.chars().next().filter(|c| matches!(c, ',' | '.' | ' ' | '\u{A0}' | '\u{202F}' | '’' | '\''))
        else {
            break;
        };
        let after = &rest[separator.len_utf8()..];
        let following = after.chars().take_while(|c| digit(*c).is_some()).count();
        let groups = following == 3 && group <= 3 && !key.contains('.') && key != "0";
        if groups {
        } else if following > 0 && matches!(separator, ',' | '.') && !key.contains('.') {
            key.push('.');
        } else {
            break;
        }
        group = 0;
        end += separator.len_utf8();
        rest = after;
    }
    if key.contains('.') {
        key.truncate(key.trim_end_matches('0').trim_end_matches('.').len());
    } else if key.len() > 1 && key.starts_with('0') {
        key.drain(..key.len() - key.trim_start_matches('0').len().max(1));
    }
    end
}

/// The end of what is glued to a number: `19th`, `19-й`, `1990-х`.
fn ordinal_ending(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let body = rest.strip_prefix('-').unwrap_or(rest);
    let len: usize = body.chars().take_while(|c| c.is_alphabetic() && !unspaced(*c)).map(char::len_utf8).sum();
    if len == 0 || body[..len].chars().count() > 3 { end } else { end + (rest.len() - body.len()) + len }
}

/// The end of what follows an apostrophe: the `s` of `Turkey's`, the `t` of `don't`.
fn clitic(text: &str, end: usize) -> usize {
    let Some(mark) = text[end..].chars().next().filter(|c| apostrophe(*c)) else { return end };
    let body = &text[end + mark.len_utf8()..];
    let len: usize = body.chars().take_while(|c| c.is_ascii_alphabetic()).map(char::len_utf8).sum();
    if (1..=2).contains(&len) && !body[len..].starts_with(char::is_alphabetic) {
        end + mark.len_utf8() + len
    } else {
        end
    }
}

/// A letter of a script without spaces, alone and with the next one; a run of Chinese numerals that is a number
/// is one.
fn letters(text: &str, start: usize, first: char, each: &mut impl FnMut(&str, Class, usize, usize)) -> usize {
    let end = start + first.len_utf8();
    if let Some((value, length)) = chinese_number(&text[start..]) {
        each(&value.to_string(), Class::Number, start, start + length);
        return start + length;
    }
    each(&text[start..end], Class::Letters, start, end);
    if let Some(next) = text[end..].chars().next().filter(|c| unspaced(*c)) {
        let both = end + next.len_utf8();
        each(&text[start..both], Class::Letters, start, both);
    }
    end
}

/// The number at the start of `text` in Chinese numerals, and its bytes. A lone 一 is as often an article as a number,
/// so it counts only after 第.
fn chinese_number(text: &str) -> Option<(u64, usize)> {
    let ordinal = text.starts_with('第');
    let body = text.strip_prefix('第').unwrap_or(text);
    let (mut total, mut current, mut length, mut count) = (0u64, 0u64, 0, 0);
    for c in body.chars() {
        match c {
            '〇' | '零' => current = 0,
            '百' => total += current.max(1) * 100,
            '十' => total += current.max(1) * 10,
            '千' => total += current.max(1) * 1000,
            _ => current = "一二三四五六七八九".chars().position(|numeral| numeral == c)? as u64 + 1,
        }
        if matches!(c, '十' | '百' | '千') {
            current = 0;
        }
        length += c.len_utf8();
        count += 1;
        let more = body[length..].chars().next().is_some_and(|c| "〇零一二三四五六七八九十百千".contains(c));
        if !more || count > 8 {
            break;
        }
    }
    let long_enough = count > 1 || (ordinal && count == 1);
    (long_enough).then_some((total + current, length + text.len() - body.len()))
}

/// A decimal digit of any of the scripts in use, as an ASCII one.
fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => return Some(c),
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6F0}'..='\u{6F9}' => 0x6F0,
        '\u{966}'..='\u{96F}' => 0x966,
        '\u{FF10}'..='\u{FF19}' => 0xFF10,
        _ => return None,
    };
    char::from_digit(c as u32 - zero, 10)
}

/// Whether the script of `c` writes words without spaces: Han, kana, Thai, Lao, Khmer, Burmese.
pub(super) fn unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

pub(super) fn cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52F}')
}

fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Combining marks that are part of a word: Arabic and Indic vowels.
fn mark(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{640}' | '\u{93A}'..='\u{94F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.key).collect()
    }

    #[test]
    fn numbers_meet_whatever_their_separators() {
        assert_eq!(keys("75,9 и 75.9"), ["75.9", "и", "75.9"]);
        assert_eq!(keys("1 234 567, 1,234,567 и 1.234.567"), ["1234567", "1234567", "и", "1234567"]);
        assert_eq!(keys("10:30"), ["10", "30"]);
        assert_eq!(keys("٢٥"), ["25"]);
    }

    #[test]
    fn an_ordinal_is_its_number() {
        assert_eq!(keys("19-й 19th 1990-х годов"), ["19", "19", "1990", "годов"]);
    }

    #[test]
    fn a_list_of_numbers_is_not_one_number() {
        assert_eq!(keys("5, 6, 7"), ["5", "6", "7"]);
    }

    #[test]
    fn chinese_is_cut_into_letters_and_pairs() {
        assert_eq!(keys("人权"), ["人", "人权", "权"]);
        assert_eq!(keys("第二十一条"), ["21", "条"]);
        assert_eq!(keys("一切"), ["一", "一切", "切"]);
    }

    #[test]
    fn an_apostrophe_parts_what_follows() {
        assert_eq!(
            keys("Turkey's don’t об'єкт l'homme"),
            ["turkey", "don", "об'єкт".replace('\'', "").as_str(), "l", "homme"]
        );
    }

    #[test]
    fn places_point_into_the_text() {
        let text = "Год 2020-й, ДА";
        let shown: Vec<&str> = tokens(text).iter().map(|token| &text[token.start..token.end]).collect();
        assert_eq!(shown, ["Год", "2020", "ДА"]);
    }
}
