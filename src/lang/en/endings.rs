//! How English spells the ending -s.

/// The word with -s, -es or -ies: the plural of a noun and the third person of a verb.
pub(super) fn regular(word: &str) -> String {
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    let consonant_y = word.strip_suffix('y').filter(|head| !head.ends_with(['a', 'e', 'i', 'o', 'u']));
    match consonant_y {
        Some(head) if !head.is_empty() => format!("{head}ies"),
        _ if ends(&["s", "x", "z", "ch", "sh", "zh"]) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}
