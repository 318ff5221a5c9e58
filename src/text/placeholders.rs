//! What of a paragraph a program fills in or reads: no words, and never changed.

use std::sync::LazyLock;

use regex::Regex;

use super::{Mark, MarkKind, Span};

static PLACEHOLDER: LazyLock<Regex> = LazyLock::new(|| {
    let forms = [
        // Tags and variables of Liquid, Hugo, Jinja, Vue.
        r"\{%.*?%\}",
        r"\{\{.*?\}\}",
        // Attributes of the element before: `{#id}`, `{: .class }`, `{ target=_blank }`.
        r"\{\s*[:#.][^{}\n]*\}",
        r"\{\s*[\w-]+=[^{}\n]*\}",
        r"\$?\{[A-Za-z_][\w.-]*\}",
        r"\{\d+\}",
        r"\$[A-Za-z_]\w*\$",
        r"%\(\w+\)[-+#0]*\d*(?:\.\d+)?[a-zA-Z]\b",
        r"%(?:\d+\$)?[-+#0]*\d*(?:\.\d+)?(?:l{0,2}|h|z)[sdiufgxX@]\b",
        r":[a-z0-9_+-]*[a-z][a-z0-9_+-]*:",
        // A link to a page by its name; the text that it shows stays a text.
        r"\[\[[^\[\]|\n]+(?:\||\]\])",
        // The id of a heading as Starlight's plugins read it, behind its text: `(#install)`; `(#12)` is an issue.
        r"\(#[\w.-]*[A-Za-z][\w.-]*\)$",
    ];
    Regex::new(&forms.join("|")).expect("the expression is well formed")
});

/// The marks with one more for each placeholder that is in none of them.
pub(super) fn mark(text: &str, marks: Vec<Mark>) -> Vec<Mark> {
    if !text.contains(['{', '%', '$', ':']) && !text.contains("[[") && !text.contains("(#") {
        return marks;
    }
    let free = |span: Span| {
        let next = marks.partition_point(|mark| mark.span.end <= span.start);
        marks.get(next).is_none_or(|mark| mark.span.start >= span.end)
    };
    let raw = raw(text);
    let is_raw = |span: Span| raw.iter().any(|raw| raw.start <= span.start && span.end <= raw.end);
    let found: Vec<Mark> = PLACEHOLDER
        .find_iter(text)
        .map(|found| Span::from(found.range()))
        .filter(|span| free(*span) && stands_alone(text, *span) && !is_raw(*span))
        .map(|span| Mark { span, kind: MarkKind::Placeholder })
        .collect();
    if found.is_empty() {
        return marks;
    }
    let mut all = marks;
    all.extend(found);
    all.sort_by_key(|mark| mark.span);
    all
}

/// What is between the tags `raw` and `endraw` of Liquid and Jinja, which readers see as it is written.
fn raw(text: &str) -> Vec<Span> {
    let is_tag = |tag: &str, name: &str| tag.trim_matches(['{', '}', '%', '-', ' ']) == name;
    let mut tags = text.match_indices("{%").filter_map(|(at, _)| {
        let end = at + text[at..].find("%}")? + 2;
        Some((Span::new(at, end), &text[at..end]))
    });
    let mut found = Vec::new();
    while let Some((open, _)) = tags.find(|(_, tag)| is_tag(tag, "raw")) {
        let close = tags.find(|(_, tag)| is_tag(tag, "endraw"));
        found.push(Span::new(open.end, close.map_or(text.len(), |(close, _)| close.start)));
    }
    found
}

/// A percent sign behind a figure is a share, colons within a word or a time are none of an emoji, a number in braces
/// behind an expression says how often it is repeated, and an id in brackets is behind a heading's text.
fn stands_alone(text: &str, span: Span) -> bool {
    let before = text[..span.start].chars().next_back();
    match text.as_bytes()[span.start] {
        b'{' if text[span.start + 1..].starts_with(|c: char| c.is_ascii_digit()) => {
            before.is_none_or(|sign| !matches!(sign, '.' | ']' | ')' | '\\' | '*' | '+'))
        }
        b'(' => before.is_some_and(char::is_whitespace),
        b'%' => before.is_none_or(|letter| !letter.is_alphanumeric()),
        b':' => {
            let after = text[span.end..].chars().next();
            before.is_none_or(|letter| !letter.is_alphanumeric() && letter != ':')
                && after.is_none_or(|letter| !letter.is_alphanumeric() && letter != ':')
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Paragraph;
    use super::*;

    #[test]
    fn an_id_in_brackets_behind_a_heading_is_one_and_the_number_of_an_issue_is_not() {
        assert_eq!(marked("Установка (#install-now)"), ["(#install-now)"]);
        assert_eq!(marked("`watch(fn)` (#methods-watch)"), ["(#methods-watch)"]);
        for text in ["Исправлено (#12)", "Выход(#a)", "Вот (#a) и всё", "[сюда](#a)"] {
            assert!(marked(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_is_shown_raw_and_repetitions_are_none() {
        assert_eq!(marked("{% raw %}{{ и }}{% endraw %} и {{ a }}"), ["{% raw %}", "{% endraw %}", "{{ a }}"]);
        assert!(marked("/.{1}/ и [a-z]{2}").is_empty());
        assert_eq!(marked("v{0}: {1}"), ["{0}", "{1}"]);
    }

    fn marked(text: &str) -> Vec<String> {
        let marks = Paragraph::alone(text).marks.into_iter();
        marks.filter(|mark| mark.kind == MarkKind::Placeholder).map(|mark| text[mark.span.range()].to_owned()).collect()
    }

    #[test]
    fn what_a_program_fills_in_is_marked() {
        let text = "Мост {{ page.title }} и {name}, ${HOME}, {0}: %s, %(count)d, %1$s, $var$, :tada: {% if a %}да{% endif %} {#id} {: .a }";
        assert_eq!(
            marked(text),
            [
                "{{ page.title }}",
                "{name}",
                "${HOME}",
                "{0}",
                "%s",
                "%(count)d",
                "%1$s",
                "$var$",
                ":tada:",
                "{% if a %}",
                "{% endif %}",
                "{#id}",
                "{: .a }"
            ]
        );
        assert_eq!(marked("См. [[мост|старый мост]] и [[берег]]."), ["[[мост|", "[[берег]]"]);
    }

    #[test]
    fn prose_is_not() {
        for text in ["На 100% да, 5 %s", "В 10:30:45", "а:слово:б", "{имя} и { слово }", "$5 и $6", "50% скидка"]
        {
            let found = marked(text);
            assert!(found.is_empty() || found == ["%s"], "{text}: {found:?}");
        }
    }

    #[test]
    fn a_placeholder_has_no_words() {
        let paragraph = Paragraph::alone("Мост {{ page.title }} стоит");
        let words: Vec<&str> = paragraph.words().iter().map(|span| &paragraph.text[span.range()]).collect();
        assert_eq!(words, ["Мост", "стоит"]);
    }
}
