//! Commands as a person types them into a shell.

use crate::report::visible_line;

/// A command of words, quoted where a shell would take a word apart.
pub(super) fn command(words: &[&str]) -> String {
    words.iter().map(|word| quoted(&visible_line(word))).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "_./:=@%+,-".contains(letter);
    match !word.is_empty() && word.chars().all(plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', r"'\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_a_shell_would_take_apart_is_quoted() {
        assert_eq!(command(&["tolmach", "accept", "перевод/a.md:3"]), "tolmach accept перевод/a.md:3");
        assert_eq!(command(&["a b", "$(x)", "it's", ""]), r"'a b' '$(x)' 'it'\''s' ''");
    }
}
