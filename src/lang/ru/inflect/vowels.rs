//! Fleeting vowels: «казахстанец» but «казахстанца», «титушка» but «титушек».

use super::table::{is_hushing, is_vowel, last, syllables, without_last};
use crate::lang::words::WordList;

/// Masculine nouns that lose the vowel of their last syllable, beside those in -ец, -ок, -ек and -ень, which do so by
/// rule; also as the end of a longer word.
static LOSE: WordList = WordList::new(include_str!("../words/lose.txt"));

/// The same for words of one syllable, which must be alone.
static LOSE_ALONE: WordList = WordList::new(include_str!("../words/lose_alone.txt"));

/// Words in -ок, -ек and -ень that keep their vowel; compounds with them («водосток») have both.
static KEEP: WordList = WordList::new(include_str!("../words/keep.txt"));

/// The stems that a noun ending in a consonant (or a consonant and ь, which is left off) has before its endings.
pub(super) fn stems(word: &str) -> Vec<String> {
    let whole = word.strip_suffix('ь').unwrap_or(word);
    if let Some(stem) = LOSE_ALONE.value(word) {
        return vec![stem.to_owned()];
    }
    if let Some((head, stem)) = LOSE.end_of(word) {
        return vec![format!("{head}{stem}")];
    }
    if syllables(word) < 2 || keeps(word) {
        return vec![whole.to_owned()];
    }
    by_rule(word).unwrap_or_else(|| vec![whole.to_owned()])
}

/// Whether the word is one that keeps its vowel, or a compound of one behind a linking part: «киноурок», «суперблок».
fn keeps(word: &str) -> bool {
    KEEP.has(word) || word.char_indices().any(|(at, _)| FIRST_PARTS.has(&word[..at]) && KEEP.has(&word[at..]))
}

static FIRST_PARTS: WordList = WordList::new(include_str!("../words/first_parts.txt"));

fn by_rule(word: &str) -> Option<Vec<String>> {
    let whole = word.strip_suffix('ь').unwrap_or(word).to_owned();
    if let Some(head) = word.strip_suffix("ец") {
        let before = last(head);
        return Some(match before {
            _ if is_vowel(before) => vec![format!("{head}йц")],
            'л' if ends_in_cluster(head) => vec![whole],
            'л' => vec![format!("{head}ьц")],
            // «мудреца» keeps the vowel that «купца» loses: two consonants before it mostly keep it.
            _ if ends_in_cluster(head) => vec![format!("{head}ц"), whole],
            _ => vec![format!("{head}ц")],
        });
    }
    if let Some(head) = word.strip_suffix("ок") {
        return Some(vec![format!("{head}к"), whole]).filter(|_| !is_vowel(last(head)));
    }
    if let Some(head) = word.strip_suffix("ек") {
        return Some(match last(head) {
            'л' | 'н' | 'р' => vec![format!("{head}ьк"), whole],
            before if is_vowel(before) => vec![format!("{head}йк")],
            _ => vec![format!("{head}к"), whole],
        });
    }
    let head = word.strip_suffix("ень")?;
    (!is_vowel(last(head))).then(|| vec![format!("{head}н"), whole])
}

fn ends_in_cluster(head: &str) -> bool {
    let mut letters = head.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    [last, before].into_iter().all(|letter| letter.is_some_and(|letter| !is_vowel(letter) && !"йь".contains(letter)))
}

/// Stems of feminine and neuter nouns whose genitive plural no rule gives.
static GENITIVES: WordList = WordList::new(include_str!("../words/genitives.txt"));

/// The bare genitive plurals of a feminine or neuter noun with this stem: «сделок», «писем», «окон», «игр».
///
/// Where the language's choice does not follow from the letters, both are given.
pub(super) fn genitive_plurals(stem: &str) -> Vec<String> {
    let end = last(stem);
    let head = without_last(stem);
    let before = last(head);
    let top = without_last(head);
    let plain = || stem.to_owned();
    if head.is_empty() || is_vowel(end) || is_vowel(before) {
        return vec![plain()];
    }
    if let Some(plural) = GENITIVES.value(stem) {
        return plural.split('/').map(str::to_owned).collect();
    }
    match (before, end) {
        ('й', 'ц') => vec![plain()],
        ('ь' | 'й', 'к' | 'ц') => vec![format!("{top}е{end}")],
        ('ь', 'м' | 'г') => vec![format!("{top}е{end}")],
        ('ь', 'б') => vec![plain()],
        (_, 'к') if is_hushing(before) => vec![format!("{head}ек")],
        ('ц', 'к') => vec![format!("{head}ек")],
        ('с', 'к') => vec![format!("{head}ок"), plain()],
        (_, 'к') => vec![format!("{head}ок")],
        (_, 'ц') => vec![format!("{head}ец"), plain()],
        ('к' | 'г' | 'х', 'л' | 'н') => vec![format!("{head}о{end}"), plain()],
        ('л' | 'н' | 'й', 'н') => vec![plain()],
        (_, 'л' | 'н' | 'р') => vec![format!("{head}е{end}"), plain()],
        _ => vec![plain()],
    }
}

/// The same for a soft feminine noun, whose stem is given without its я: «недель», «песен», «кухонь», «капель».
pub(super) fn soft_genitive_plurals(stem: &str) -> Vec<String> {
    let end = last(stem);
    let head = without_last(stem);
    let before = last(head);
    if is_vowel(end) {
        return vec![format!("{stem}й")];
    }
    if is_vowel(before) || head.is_empty() {
        return vec![format!("{stem}ь"), format!("{stem}ей")];
    }
    match (before, end) {
        ('ь' | 'й', 'н') => vec![format!("{}ен", without_last(head))],
        (_, 'н') if before == 'х' => vec![format!("{head}онь")],
        (_, 'н') => vec![format!("{head}ен"), format!("{head}ень")],
        (_, 'л') => vec![format!("{head}ель")],
        _ => vec![format!("{stem}ей"), format!("{stem}ь")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fleeting_vowel_goes() {
        assert_eq!(stems("казахстанец"), ["казахстанц"]);
        assert_eq!(stems("боец"), ["бойц"]);
        assert_eq!(stems("владелец"), ["владельц"]);
        assert_eq!(stems("порядок"), ["порядк", "порядок"]);
        assert_eq!(stems("уголь"), ["угл"]);
        assert_eq!(stems("лев"), ["льв"]);
    }

    #[test]
    fn a_steady_vowel_stays() {
        assert_eq!(stems("игрок"), ["игрок"]);
        assert_eq!(stems("век"), ["век"]);
        assert_eq!(stems("директор"), ["директор"]);
        assert_eq!(stems("олень"), ["олен"]);
    }

    #[test]
    fn a_fleeting_vowel_comes() {
        assert_eq!(genitive_plurals("титушк"), ["титушек"]);
        assert_eq!(genitive_plurals("письм"), ["писем"]);
        assert_eq!(genitive_plurals("групп"), ["групп"]);
        assert_eq!(soft_genitive_plurals("недел"), ["недель", "неделей"]);
        assert_eq!(soft_genitive_plurals("спальн"), ["спален"]);
    }
}
