//! Kazakh number words with their endings, months and scales.

use crate::lang::numbers::Word;

pub(in crate::lang) fn word(word: &str) -> Option<Word> {
    if let Some(at) = MONTHS.iter().position(|month| stands(word, month)) {
        return Some(Word::Month(at as u8 + 1));
    }
    if let Some((value, _)) = NUMBERS.iter().find(|(_, stem)| stands(word, stem)) {
        return Some(match value {
            0..10 => Word::Small(*value),
            10 => Word::Tens(10),
            100 => Word::Hundred,
            _ => Word::Tens(*value),
        });
    }
    if let Some((value, _)) = NUMBERS.iter().find(|(_, stem)| is_ordinal(word, stem)) {
        return Some(Word::Ordinal(*value));
    }
    Some(match word {
        "мен" | "және" => Word::Joint,
        "бен" | "пен" | "немесе" => Word::Range,
        "минус" => Word::Minus,
        "аяз" => Word::Below,
        "млн" => Word::Scale(6),
        "млрд" => Word::Scale(9),
        "трлн" => Word::Scale(12),
        "екеуі" | "екеу" | "қос" | "екінші" => Word::Whole(2),
        "үшеуі" => Word::Whole(3),
        _ if stands(word, "мың") => Word::Scale(3),
        _ if stands(word, "миллион") => Word::Scale(6),
        _ if stands(word, "миллиард") => Word::Scale(9),
        _ if stands(word, "триллион") => Word::Scale(12),
        _ if stands(word, "ғасыр") => Word::Century,
        _ if stands(word, "жарты") || stands(word, "жартысы") => Word::Any(&["0.5", "50", "30", "1/2"]),
        _ if stands(word, "ширек") => Word::Any(&["0.25", "25", "15", "1/4"]),
        _ if stands(word, "онжылдық") => Word::Any(&["10"]),
        _ if stands(word, "сағат") => Word::Hour,
        _ => return None,
    })
}

/// Whether the word is the stem with a case, possessive or plural ending, or none.
fn stands(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem).is_some_and(|ending| ending.is_empty() || ENDINGS.contains(&ending))
}

fn is_ordinal(word: &str, stem: &str) -> bool {
    let short = stem.strip_suffix(['і', 'ы']).unwrap_or(stem);
    ["ыншы", "інші", "ншы", "нші"].iter().any(|ending| {
        let stands_on = |stem: &str| word.strip_prefix(stem).and_then(|rest| rest.strip_prefix(ending));
        stands_on(stem).or_else(|| stands_on(short)).is_some_and(|rest| rest.is_empty() || ENDINGS.contains(&rest))
    })
}

const ENDINGS: &[&str] = &[
    "да",
    "де",
    "та",
    "те",
    "дан",
    "ден",
    "тан",
    "тен",
    "нан",
    "нен",
    "ға",
    "ге",
    "қа",
    "ке",
    "на",
    "не",
    "ды",
    "ді",
    "ты",
    "ті",
    "ны",
    "ні",
    "дың",
    "дің",
    "тың",
    "тің",
    "ның",
    "нің",
    "дағы",
    "дегі",
    "тағы",
    "тегі",
    "ы",
    "і",
    "сы",
    "сі",
    "лар",
    "лер",
    "дар",
    "дер",
    "тар",
    "тер",
    "даған",
    "деген",
    "таған",
    "теген",
    "ында",
    "інде",
    "ның",
    "ына",
    "іне",
    "нда",
    "нде",
    "лық",
    "лік",
    "дық",
    "дік",
    "тық",
    "тік",
];

const NUMBERS: &[(u64, &str)] = &[
    (0, "нөл"),
    (1, "бір"),
    (2, "екі"),
    (3, "үш"),
    (4, "төрт"),
    (5, "бес"),
    (6, "алты"),
    (7, "жеті"),
    (8, "сегіз"),
    (9, "тоғыз"),
    (10, "он"),
    (20, "жиырма"),
    (30, "отыз"),
    (40, "қырық"),
    (50, "елу"),
    (60, "алпыс"),
    (70, "жетпіс"),
    (80, "сексен"),
    (90, "тоқсан"),
    (100, "жүз"),
];

const MONTHS: [&str; 12] = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_endings_are_known() {
        assert_eq!(word("қаңтарда"), Some(Word::Month(1)));
        assert_eq!(word("жиырма"), Some(Word::Tens(20)));
        assert_eq!(word("бесінші"), Some(Word::Ordinal(5)));
        assert_eq!(word("жетінші"), Some(Word::Ordinal(7)));
        assert_eq!(word("мыңнан"), Some(Word::Scale(3)));
        assert_eq!(word("ғасырдың"), Some(Word::Century));
    }

    #[test]
    fn other_words_are_not_numbers() {
        for other in ["қала", "онымен", "бірақ", "жетім", ""] {
            assert_eq!(word(other), None, "{other}");
        }
    }
}
