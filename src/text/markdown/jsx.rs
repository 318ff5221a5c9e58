//! JSX and JavaScript within MDX: where a tag, an expression or a statement ends.

/// After so many bytes a tag or an expression was never closed.
const LONGEST: usize = 20_000;

/// Where the tag at the start of `text` ends: `<Tabs a={b}>`, `</Tabs>`, `<>`; `None` where none begins there.
pub(super) fn tag_end(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('<')?;
    let name = inside.strip_prefix('/').unwrap_or(inside);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '>') {
        return None;
    }
    scan(text, 1, |letter, depth| letter == '>' && depth == 0)
}

/// Where the expression in braces at the start of `text` ends.
pub(super) fn expression_end(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('{')?;
    // `{#id}` and `{: .class}` are attributes of a heading.
    (!inside.trim_start().starts_with(['#', ':'])).then_some(())?;
    scan(text, 0, |letter, depth| letter == '}' && depth == 0)
}

/// Where the statements that begin with `import` or `export` at the start of `text` end: at a blank line outside of
/// braces.
pub(super) fn statements_end(text: &str) -> Option<usize> {
    let begins = |word: &str| text.strip_prefix(word).is_some_and(|rest| rest.starts_with([' ', '{', '*']));
    if !begins("import") && !begins("export") {
        return None;
    }
    let (mut depth, mut end) = (0_i32, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() && depth <= 0 {
            break;
        }
        depth += line.matches(['{', '(', '[']).count() as i32 - line.matches(['}', ')', ']']).count() as i32;
        end += line.len();
    }
    Some(text[..end].trim_end().len())
}

/// Goes through code up to the sign that `ends` it, passing over strings and comments; the depth is that of braces.
fn scan(text: &str, from: usize, ends: fn(char, usize) -> bool) -> Option<usize> {
    let mut depth = 0_usize;
    let mut letters = text.char_indices().skip(from).take(LONGEST).peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '{' => depth += 1,
            '}' => {
                depth = depth.checked_sub(1)?;
            }
            '"' | '\'' | '`' => {
                letters.find(|(_, next)| *next == letter)?;
            }
            '/' if letters.peek().is_some_and(|(_, next)| *next == '*') => {
                let close = text[at..].find("*/").map(|close| at + close + 1)?;
                letters.find(|(next, _)| *next >= close)?;
            }
            _ => {}
        }
        if ends(letter, depth) {
            return Some(at + letter.len_utf8());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_expressions_and_statements_end_where_they_do() {
        for (text, end) in
            [("<Tabs a={b > 1} c=\">\">x", 22), ("</Tabs> x", 7), ("<>x", 2), ("<Tabs\n  a=\"b\"\n/>\n", 16)]
        {
            assert_eq!(tag_end(text), Some(end), "{text}");
        }
        for text in ["< 5 и > 3", "<5>", "<Tabs", "<"] {
            assert_eq!(tag_end(text), None, "{text}");
        }
        assert_eq!(expression_end("{a({b: '}'})} x"), Some(13));
        assert_eq!(expression_end("{/* } */} x"), Some(9));
        assert_eq!(expression_end("{#id}"), None);
        let statements = "import A from 'a';\nexport const b = {\n\n  c: 1,\n};";
        assert_eq!(statements_end(&format!("{statements}\n\nТекст")), Some(statements.len()));
        assert_eq!(statements_end("important"), None);
    }
}
