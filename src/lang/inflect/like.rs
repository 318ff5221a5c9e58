//! The letters of a term put in another's place, and the English article before it: "a city hall" → "an akimat".

/// Gives `text` the capitals of `found`, but for those that the terms have by themselves.
pub(super) fn lettered(found: &str, term: &str, text: &str) -> String {
    let capitals = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).all(char::is_uppercase);
    if capitals(found) && !capitals(term) && found.chars().count() > 1 {
        return text.to_uppercase();
    }
    let initial = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    if initial(found) && !initial(term) { capitalised(text) } else { text.to_owned() }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The English indefinite article that `next` asks for, written as `article` is; `None` where `article` is none.
///
/// By the first letter, and for abbreviations by the name of their first letter ("an ODKB", "a KNB", "an SCO").
pub fn article(article: &str, next: &str) -> Option<String> {
    if !matches!(article, "a" | "an" | "A" | "An" | "AN") {
        return None;
    }
    let word = next.split(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty())?;
    let first = word.chars().next()?.to_ascii_lowercase();
    let spelled = word.chars().count() > 1 && word.chars().all(|letter| letter.is_uppercase());
    let lower = word.to_lowercase();
    let vowel = match () {
        () if spelled && !pronounceable(&lower) => "aefhilmnorsx".contains(first),
        () if SOUND_CONSONANT.iter().any(|start| lower.starts_with(start)) => false,
        () if SILENT_H.iter().any(|start| lower.starts_with(start)) => true,
        () => "aeiouáàäéèíóöúü".contains(first),
    };
    let right = if vowel { "an" } else { "a" };
    Some(if article.starts_with('A') { capitalised(right) } else { right.to_owned() })
}

const SOUND_CONSONANT: &[&str] = &["uni", "use", "usu", "usa", "eu", "one", "once", "ubi", "ura", "uti", "uz"];
const SILENT_H: &[&str] = &["hour", "honest", "honour", "honor", "heir"];

/// Whether an abbreviation is read as a word: "NATO", not "KNB".
fn pronounceable(word: &str) -> bool {
    let vowel = |letter: char| "aeiou".contains(letter);
    word.chars().count() > 3 && word.chars().filter(|letter| vowel(*letter)).count() * 3 >= word.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_follow() {
        assert_eq!(lettered("City halls", "city hall", "akimats"), "Akimats");
        assert_eq!(lettered("CITY HALL", "city hall", "akimat"), "AKIMAT");
        assert_eq!(lettered("KGB", "KGB", "committee"), "committee");
        assert_eq!(lettered("Mayor", "mayor", "akim"), "Akim");
    }

    #[test]
    fn the_article_follows_the_sound() {
        assert_eq!(article("a", "akimat").as_deref(), Some("an"));
        assert_eq!(article("An", "city hall").as_deref(), Some("A"));
        assert_eq!(article("a", "KNB officer").as_deref(), Some("a"));
        assert_eq!(article("a", "ODKB mission").as_deref(), Some("an"));
        assert_eq!(article("an", "union").as_deref(), Some("a"));
        assert_eq!(article("the", "akimat"), None);
    }
}
