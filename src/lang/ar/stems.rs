//! Arabic words without what is written together with them.

/// The article and the one-letter prepositions and conjunctions, longest first; Snowball knows only some of them.
const PREFIXES: &[&str] = &["وال", "بال", "كال", "فال", "ولل", "ال", "لل", "و", "ب", "ل", "ف", "ك"];

/// The word without vowel marks, prefixes and the seat of its hamza, for a stemmer.
pub(in crate::lang) fn bare(word: &str) -> String {
    let bare: String = word.chars().filter(|c| !matches!(c, '\u{64B}'..='\u{65F}' | '\u{640}' | '\u{670}')).collect();
    let rest = PREFIXES
        .iter()
        .filter_map(|prefix| bare.strip_prefix(prefix).map(|rest| (prefix, rest)))
        .find(|(prefix, rest)| rest.chars().count() >= if prefix.chars().count() > 1 { 2 } else { 4 })
        .map_or(bare.as_str(), |(_, rest)| rest);
    rest.chars().map(|c| if matches!(c, 'أ' | 'إ' | 'آ') { 'ا' } else { c }).collect()
}
