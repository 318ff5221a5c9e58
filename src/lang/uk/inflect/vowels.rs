//! Vowels that come, go and change in Ukrainian stems: «ніч» – «ночі», «день» – «дня», «сестра» – «сестер».

use super::table::{is_vowel, last, syllables, without_last};
use crate::lang::words::WordList;

static STEMS: WordList = WordList::new(include_str!("../words/stems.txt"));
static KEEP: WordList = WordList::new(include_str!("../words/keep_vowel.txt"));
static GENITIVES: WordList = WordList::new(include_str!("../words/genitives.txt"));

/// What may be before a listed word without changing its stem.
const PREFIXES: &[&str] = &[
    "в",
    "ви",
    "від",
    "до",
    "з",
    "за",
    "на",
    "над",
    "не",
    "об",
    "о",
    "пере",
    "перед",
    "пів",
    "по",
    "під",
    "пре",
    "при",
    "про",
    "роз",
    "с",
    "су",
    "у",
    "поза",
    "між",
    "недо",
    "спів",
    "екс",
    "супер",
    "пра",
];

/// The stems that a noun ending in a consonant or -ь has before its endings.
pub(super) fn stems(word: &str) -> Vec<String> {
    let listed = STEMS.end_of(word).filter(|(head, _)| {
        let first_part = head.chars().count() > 2 && head.ends_with(['о', 'и', '-']);
        // «Анатолій» is no «лій».
        let short = word.ends_with('й') && word[head.len()..].chars().count() < 4;
        head.is_empty() || PREFIXES.contains(head) || (first_part && !short)
    });
    if let Some((head, stem)) = listed {
        return vec![format!("{head}{stem}")];
    }
    let whole = word.strip_suffix(['ь', 'й']).unwrap_or(word);
    if KEEP.has(word) {
        return vec![whole.to_owned()];
    }
    by_rule(word).unwrap_or_else(|| vec![whole.to_owned()])
}

fn by_rule(word: &str) -> Option<Vec<String>> {
    if syllables(word) < 2 {
        return None;
    }
    if let Some(head) = word.strip_suffix("єць") {
        return Some(vec![format!("{head}йц")]);
    }
    if let Some(head) = word.strip_suffix("ець").or_else(|| word.strip_suffix("ец")) {
        let soft = if last(head) == 'л' && is_vowel(last(without_last(head))) { "ь" } else { "" };
        let cluster = !is_vowel(last(head)) && !is_vowel(last(without_last(head)));
        let short = format!("{head}{soft}ц");
        return Some(if cluster { vec![short, format!("{head}ец")] } else { vec![short] });
    }
    if let Some(head) = word.strip_suffix("ень") {
        return Some(vec![format!("{head}н")]);
    }
    if let Some(head) = word.strip_suffix("ок").filter(|head| !is_vowel(last(head))) {
        return Some(vec![format!("{head}к")]);
    }
    None
}

/// Places and persons in -ів and -їв: «Львова», «Києва».
pub(super) fn opened_name(word: &str) -> Option<String> {
    if let Some(head) = word.strip_suffix("їв") {
        return Some(format!("{head}єв"));
    }
    let head = word.strip_suffix("ів")?;
    let soft = head.ends_with(['ж', 'ч', 'ш', 'щ', 'л', 'н']);
    Some(if soft && !word.ends_with("нів") { format!("{head}ев") } else { format!("{head}ов") })
}

/// Bare genitive plurals of a noun in -а or -о: «карток», «книг», «сіл», «вікон».
pub(super) fn genitives(stem: &str, neuter: bool) -> Vec<String> {
    if let Some(listed) = GENITIVES.value(stem) {
        return listed.split('/').filter(|plural| !plural.is_empty()).map(str::to_owned).collect();
    }
    let (end, head) = (last(stem), without_last(stem));
    let before = last(head);
    if head.is_empty() || is_vowel(before) || is_vowel(end) {
        return vec![stem.to_owned()];
    }
    match (before, end) {
        (_, 'к') if !matches!(before, 'с' if neuter) => vec![format!("{head}ок")],
        ('к' | 'г' | 'х', 'н' | 'л') => vec![format!("{head}о{end}"), stem.to_owned()],
        ('н' | 'л' | 'й', 'н') => vec![stem.to_owned()],
        (_, 'н' | 'л' | 'р') if neuter => vec![format!("{head}е{end}")],
        (_, 'н' | 'л') => vec![format!("{head}е{end}"), stem.to_owned()],
        _ => vec![stem.to_owned()],
    }
}

/// Genitive plurals of a soft noun, whose stem is given without its -я: «пісень», «земель», «кухонь», «вулиць».
pub(super) fn soft_genitives(stem: &str) -> Vec<String> {
    if let Some(listed) = GENITIVES.value(stem) {
        return listed.split('/').filter(|plural| !plural.is_empty()).map(str::to_owned).collect();
    }
    let (end, head) = (last(stem), without_last(stem));
    let before = last(head);
    if head.is_empty() || is_vowel(before) {
        return vec![format!("{stem}ь")];
    }
    let top = head.strip_suffix('ь').unwrap_or(head);
    match (before, end) {
        ('к' | 'г' | 'х', 'н') => vec![format!("{head}онь")],
        (_, 'н' | 'л') => vec![format!("{top}е{end}ь")],
        _ => vec![format!("{stem}ь"), format!("{stem}ей")],
    }
}
