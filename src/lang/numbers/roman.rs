//! Roman numerals, in Latin letters or their Cyrillic look-alikes.

/// The value of a Roman numeral in its usual spelling, 1 to 3999; Cyrillic «Х», «С», «М», «І» are read as Latin.
pub(super) fn roman(word: &str) -> Option<u64> {
    let letters = latin(word)?;
    let mut rest = letters.as_str();
    let mut value = 0;
    for (digit, worth) in DIGITS {
        let mut times = 0;
        while let Some(after) = rest.strip_prefix(digit) {
            rest = after;
            value += worth;
            times += 1;
            if times == if digit.len() == 1 { 3 } else { 1 } {
                break;
            }
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}

fn latin(word: &str) -> Option<String> {
    if word.len() > 30 {
        return None;
    }
    word.chars()
        .map(|letter| match letter {
            'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M' => Some(letter),
            'Х' => Some('X'),
            'С' => Some('C'),
            'М' => Some('M'),
            'І' => Some('I'),
            _ => None,
        })
        .collect()
}

const DIGITS: [(&str, u64); 13] = [
    ("M", 1000),
    ("CM", 900),
    ("D", 500),
    ("CD", 400),
    ("C", 100),
    ("XC", 90),
    ("L", 50),
    ("XL", 40),
    ("X", 10),
    ("IX", 9),
    ("V", 5),
    ("IV", 4),
    ("I", 1),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_read_in_both_scripts() {
        assert_eq!(roman("XIX"), Some(19));
        assert_eq!(roman("ХХ"), Some(20));
        assert_eq!(roman("MCMXCIV"), Some(1994));
    }

    #[test]
    fn other_capitals_are_not_numerals() {
        for other in ["", "IIII", "VX", "ICI", "СССР", "CIVIL", "xix", "МММММ"] {
            assert_eq!(roman(other), None, "{other}");
        }
    }
}
