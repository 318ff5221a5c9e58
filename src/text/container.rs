//! The marks of quotes, lists and footnotes before something on its line.

/// The marks of quotes, lists, tasks and footnotes that a line begins with, of all that is before something on it:
/// what follows a word, a tag or a comment is in no further container, and the `>` that ends one is no quote mark.
pub(crate) fn container(before: &str) -> &str {
    let mut at = 0;
    while let Some(letter) = before[at..].chars().next() {
        let rest = &before[at..];
        let label = rest.strip_prefix("[^").and_then(|label| label.find("]:"));
        at += match label {
            Some(label) => "[^]:".len() + label,
            None if ["[ ]", "[x]", "[X]"].iter().any(|task| rest.starts_with(task)) => "[ ]".len(),
            None if rest.starts_with("--") => break,
            None if letter.is_whitespace() || letter.is_ascii_digit() || ">-+*.)|#:".contains(letter) => {
                letter.len_utf8()
            }
            None => break,
        };
    }
    &before[..at]
}

/// The marks of containers with spaces for names of footnotes and boxes of tasks: what they hold is no mark of a quote.
pub(crate) fn without_labels(container: &str) -> String {
    let mut plain = String::with_capacity(container.len());
    let mut rest = container;
    while let Some((before, inside)) = rest.split_once('[') {
        let (label, after) = inside.split_once(']').unwrap_or((inside, ""));
        plain.push_str(before);
        plain.extend(label.chars().map(|_| ' ').chain([' ', ' ']));
        rest = after;
    }
    plain + rest
}

/// How many bytes before a block may be the marks of its containers.
pub(super) const PREFIX: usize = 200;

/// The line without white space before it and at most `quotes` quote marks.
pub(super) fn without_quote_marks(line: &str, quotes: usize) -> &str {
    let mut kept = line.trim_start();
    for _ in 0..quotes {
        let Some(inside) = kept.strip_prefix('>') else { break };
        kept = inside.trim_start();
    }
    kept
}
