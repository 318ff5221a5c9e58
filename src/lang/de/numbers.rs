//! German number words, written in one, months and scales.

use crate::lang::numbers::Word;

pub(in crate::lang) fn word(word: &str) -> Option<Word> {
    if let Some(at) = MONTHS.iter().position(|month| *month == word) {
        return Some(Word::Month(at as u8 + 1));
    }
    if let Some(other) = other(word) {
        return Some(other);
    }
    if let Some(value) = cardinal(word) {
        return Some(if value < 20 { Word::Small(value) } else { Word::Whole(value) });
    }
    ordinal(word)
}

fn other(word: &str) -> Option<Word> {
    Some(match word {
        "jänner" => Word::Month(1),
        "und" => Word::Joint,
        "minus" => Word::Minus,
        "unter" => Word::Below,
        "vor" => Word::Before,
        "nach" => Word::Past,
        "bis" | "oder" => Word::Range,
        "tausend" | "tsd" | "tausende" | "tausenden" => Word::Scale(3),
        "million" | "millionen" | "mio" => Word::Scale(6),
        "milliarde" | "milliarden" | "mrd" => Word::Scale(9),
        "billion" | "billionen" => Word::Scale(12),
        "hundert" => Word::Hundred,
        "hunderte" | "hunderten" => Word::Any(&["100"]),
        "jahrhundert" | "jahrhunderts" | "jahrhunderten" | "jahrhunderte" | "jh" => Word::Century,
        "uhr" => Word::Hour,
        "abends" | "nachmittags" => Word::Afternoon,
        "ein" | "eine" | "einen" | "einem" | "einer" | "eines" | "einzige" | "einzigen" | "einmal" => Word::Whole(1),
        "beide" | "beiden" | "beider" | "zweimal" | "doppelt" | "paar" | "verdoppelt" => Word::Whole(2),
        "dreimal" | "dreifach" | "verdreifacht" => Word::Whole(3),
        "halb" | "halbe" | "halben" | "halber" | "hälfte" => Word::Any(&["0.5", "50", "30", "6", "1/2"]),
        "anderthalb" | "eineinhalb" => Word::Any(&["1.5"]),
        "drittel" => Word::Ordinal(3),
        "viertel" => Word::Any(&["0.25", "25", "15", "1/4"]),
        "dutzend" => Word::Any(&["12"]),
        "jahrzehnt" | "jahrzehnte" | "jahrzehnten" => Word::Any(&["10"]),
        "mittag" | "mittags" => Word::Any(&["12", "12:00"]),
        "mitternacht" => Word::Any(&["0", "12", "24", "0:00", "24:00"]),
        _ => return None,
    })
}

/// The value of a number word below a million: «zweihundertfünfundzwanzig».
fn cardinal(word: &str) -> Option<u64> {
    if let Some((before, after)) = word.split_once("tausend") {
        let thousands = if before.is_empty() { 1 } else { below_thousand(before)? };
        return Some(thousands * 1000 + if after.is_empty() { 0 } else { below_thousand(after)? });
    }
    below_thousand(word)
}

fn below_thousand(word: &str) -> Option<u64> {
    if let Some((before, after)) = word.split_once("hundert") {
        let hundreds = if before.is_empty() { 1 } else { below_hundred(before)? };
        return Some(hundreds * 100 + if after.is_empty() { 0 } else { below_hundred(after)? });
    }
    below_hundred(word)
}

fn below_hundred(word: &str) -> Option<u64> {
    if let Some(at) = SMALL.iter().position(|small| *small == word) {
        return Some(at as u64);
    }
    let (at, before) =
        TENS.iter().enumerate().find_map(|(at, tens)| word.strip_suffix(tens).map(|before| (at as u64, before)))?;
    let tens = at * 10 + 20;
    if before.is_empty() {
        return Some(tens);
    }
    let ones = match before.strip_suffix("und")? {
        "ein" => 1,
        ones => SMALL[2..10].iter().position(|small| *small == ones)? as u64 + 2,
    };
    Some(tens + ones)
}

fn ordinal(word: &str) -> Option<Word> {
    let stem = ["ten", "te", "ter", "tes", "tem"].iter().find_map(|ending| word.strip_suffix(ending))?;
    let value = match stem {
        "ers" => 1,
        "drit" => 3,
        "sieb" => 7,
        "ach" => 8,
        _ => cardinal(stem.strip_suffix('s').filter(|_| stem.ends_with("gs")).unwrap_or(stem))?,
    };
    Some(Word::Ordinal(value))
}

const SMALL: [&str; 20] = [
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
];

const TENS: [&str; 8] = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_written_in_one_are_read() {
        assert_eq!(word("fünfundzwanzig"), Some(Word::Whole(25)));
        assert_eq!(word("zweihundertdreißig"), Some(Word::Whole(230)));
        assert_eq!(word("dreitausend"), Some(Word::Whole(3000)));
        assert_eq!(word("fünfte"), Some(Word::Ordinal(5)));
        assert_eq!(word("zwanzigsten"), Some(Word::Ordinal(20)));
        assert_eq!(word("milliarden"), Some(Word::Scale(9)));
    }

    #[test]
    fn other_words_are_not_numbers() {
        for other in ["karten", "und", "wachte", "hundertwasser", "leiter", "tausendsassa"] {
            assert!(!matches!(word(other), Some(Word::Small(_) | Word::Whole(_) | Word::Ordinal(_))), "{other}");
        }
    }
}
