//! English number words, months and scales.

use crate::lang::numbers::Word;

pub(in crate::lang) fn word(word: &str) -> Option<Word> {
    if let Some(at) = SMALL.iter().position(|small| *small == word) {
        return Some(Word::Small(at as u64));
    }
    if let Some(at) = TENS.iter().position(|tens| *tens == word) {
        return Some(Word::Tens(at as u64 * 10 + 20));
    }
    if let Some(at) = ORDINALS.iter().position(|ordinal| word == *ordinal || word.strip_suffix('s') == Some(ordinal)) {
        return Some(Word::Ordinal(at as u64 + 1));
    }
    if let Some(at) = MONTHS.iter().position(|month| *month == word || (word.len() == 3 && month.starts_with(word))) {
        return Some(Word::Month(at as u8 + 1));
    }
    if let Some(plural) = word.strip_suffix("ies") {
        let at = TENS.iter().position(|tens| tens.strip_suffix('y') == Some(plural))?;
        return Some(Word::Whole(at as u64 * 10 + 20));
    }
    if let Some(tenth) = word.strip_suffix("ieth").or_else(|| word.strip_suffix("ieths")) {
        let at = TENS.iter().position(|tens| tens.strip_suffix('y') == Some(tenth))?;
        return Some(Word::Ordinal(at as u64 * 10 + 20));
    }
    named(word).or_else(|| counted(word))
}

/// Scales, ordinals, hours and what joins numbers.
fn named(word: &str) -> Option<Word> {
    Some(match word {
        "hundred" | "hundreds" => Word::Hundred,
        "hundredth" | "hundredths" | "centenary" | "centennial" => Word::Ordinal(100),
        "thousand" | "thousands" | "k" => Word::Scale(3),
        "thousandth" | "thousandths" | "millennium" | "millennia" => Word::Whole(1000),
        "million" | "millions" | "mln" | "mn" | "m" | "mio" => Word::Scale(6),
        "billion" | "billions" | "bln" | "bn" | "b" => Word::Scale(9),
        "trillion" | "trillions" | "trn" | "tn" => Word::Scale(12),
        "sept" => Word::Month(9),
        "and" => Word::Joint,
        "minus" => Word::Minus,
        "below" | "negative" | "frost" => Word::Below,
        "before" | "till" => Word::Before,
        "past" | "after" => Word::Past,
        "lakh" | "lakhs" => Word::Scale(5),
        "crore" | "crores" => Word::Scale(7),
        "score" | "scores" => Word::Any(&["20"]),
        "gross" => Word::Any(&["144"]),
        "to" | "or" | "through" => Word::Range,
        "pm" => Word::Afternoon,
        "evening" | "afternoon" => Word::Afternoon,
        "o" | "oclock" | "am" => Word::Hour,
        _ => return None,
    })
}

/// Words that say how many or how long without a numeral.
fn counted(word: &str) -> Option<Word> {
    Some(match word {
        // The article answers a figure: «1 год», "a year".
        "a" | "an" | "once" | "single" | "sole" | "only" | "another" | "unit" | "solo" => Word::Whole(1),
        "century" | "centuries" => Word::Century,
        "both" | "twice" | "double" | "doubled" | "doubles" | "doubling" | "twofold" | "couple" | "pair" | "pairs"
        | "two-fold" | "twin" | "twins" | "either" | "neither" | "biennial" | "duo" => Word::Whole(2),
        "half" | "halves" | "halved" => Word::Any(&["0.5", "50", "30", "6", "1/2", "2"]),
        "quarter" | "quarters" | "quarterly" => Word::Any(&["0.25", "25", "15", "4", "3", "1/4"]),
        "triple" | "tripled" | "triples" | "thrice" | "threefold" | "trio" | "treble" => Word::Whole(3),
        "quadruple" | "quadrupled" | "fourfold" => Word::Whole(4),
        "fivefold" => Word::Whole(5),
        "tenfold" => Word::Whole(10),
        "dozen" | "dozens" => Word::Any(&["12"]),
        "decade" | "decades" | "ten-year" => Word::Any(&["10"]),
        "teens" | "teenager" | "teenagers" => Word::Any(&["10", "13", "19"]),
        "fortnight" => Word::Any(&["2", "14"]),
        "year" | "yearly" | "annual" | "annually" => Word::Any(&["12", "365", "1"]),
        "week" => Word::Any(&["7"]),
        "day" | "daily" => Word::Any(&["24"]),
        "hour" | "hourly" => Word::Any(&["60"]),
        "noon" | "midday" => Word::Any(&["12", "12:00"]),
        "midnight" => Word::Any(&["0", "12", "24", "0:00", "24:00", "12:00"]),
        _ => return None,
    })
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const ORDINALS: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_each_kind_are_known() {
        assert_eq!(word("twelve"), Some(Word::Small(12)));
        assert_eq!(word("ninety"), Some(Word::Tens(90)));
        assert_eq!(word("thirds"), Some(Word::Ordinal(3)));
        assert_eq!(word("twentieth"), Some(Word::Ordinal(20)));
        assert_eq!(word("eighties"), Some(Word::Whole(80)));
        assert_eq!(word("jan"), Some(Word::Month(1)));
        assert_eq!(word("bn"), Some(Word::Scale(9)));
    }

    #[test]
    fn other_words_are_not_numbers() {
        for other in ["tent", "often", "stone", "weight", "marching", ""] {
            assert_eq!(word(other), None, "{other}");
        }
    }
}
