//! What a comment that begins with `tolmach:` says: a gap still to be translated, or a rule that is off here.

use super::comment::{self, Delimiters};

/// What a tolmach comment asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Directive {
    /// A paragraph is still to be translated here.
    Gap(Gap),
    /// Rules are allowed to fail in the next paragraph.
    Allow(Allow),
}

/// A paragraph still to be translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The paragraph of the original, as its [`Paragraph::text`](super::Paragraph::text).
    pub original: String,
    /// Lines for the translator: `memory 83%: …`, `terms: …`.
    pub notes: Vec<String>,
    /// What a person typed behind the notes; empty where nobody did.
    pub typed: String,
}

/// What a comment to tolmach is there for, beside `allow`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Label {
    /// A paragraph that is still to be translated.
    Translate,
    /// What changed in the original.
    Changed,
    /// A translation whose original is gone.
    Removed,
    /// A gap that nobody filled, whose paragraph is gone from the original.
    Gone,
    /// A translation that comes from the memory.
    Confirm,
}

/// All labels, by the word in their comment.
const WORDS: [(&str, Label); 5] = [
    ("translate", Label::Translate),
    ("changed", Label::Changed),
    ("removed", Label::Removed),
    ("gone", Label::Gone),
    ("confirm", Label::Confirm),
];

/// The label of a whole comment and the text that it keeps; `None` where it has none.
pub fn label(comment: &str) -> Option<(Label, String)> {
    let said = addressed(comment)?;
    let (label, body) = WORDS.iter().find_map(|(word, label)| Some((*label, after_word(said, word)?)))?;
    Some((label, gap_of(body).original))
}

/// A rule that a person suppresses for the next paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allow {
    /// The rule's name, as written; it may be unknown. Several names have commas between them.
    pub rule: String,
    /// Why; may be empty.
    pub reason: String,
}

/// Reads one whole comment; `None` when tolmach is not addressed or nothing is named.
pub fn directive(comment: &str) -> Option<Directive> {
    let said = addressed(comment)?;
    if let Some(body) = after_word(said, "translate") {
        return Some(Directive::Gap(gap_of(body)));
    }
    let (rule, reason) = after_word(said, "allow")?.split_once(':').unwrap_or((after_word(said, "allow")?, ""));
    let rule = rule.trim().to_owned();
    let named = rule.split(',').all(|name| !name.trim().is_empty() && !name.trim().contains(char::is_whitespace));
    named.then(|| Directive::Allow(Allow { rule, reason: unescape(reason.trim()) }))
}

/// The gap comment of a paragraph: shows `original` and `notes`, and ends at its own end whatever they hold.
///
/// `--` becomes `-\-`, `*/` becomes `*\/`, a backslash two; a line of the original that is blank, ends in white space or looks like a
/// note is guarded by `\.`; notes without a label get `note: `. [`read_gap`] gives both back unchanged.
pub fn gap(comments: Delimiters, original: &str, notes: &[String]) -> String {
    let mut comment = format!("{} tolmach: translate\n", comments.open);
    for line in original.split('\n') {
        let guard = line.is_empty() || line.starts_with(char::is_whitespace) || has_label(line);
        comment.push_str(if guard { "\\." } else { "" });
        // A translator copies the line under a table's head as it is, and it holds no sign that ends a comment.
        let is_bare = is_bare_row(line.trim_start_matches(['>', ' ']));
        comment.push_str(&if is_bare { line.to_owned() } else { escape(line) });
        // White space at the end of a line is lost on the way through editors.
        comment.push_str(if line.ends_with(char::is_whitespace) { "\\." } else { "" });
        comment.push('\n');
    }
    for note in notes {
        let labelled = has_label(note) && !note.starts_with("note:");
        comment.push_str(if labelled { "" } else { "note: " });
        comment.push_str(if note.starts_with(char::is_whitespace) { "\\." } else { "" });
        comment.push_str(&escape(note).replace('\n', "\\n"));
        comment.push_str(if note.is_empty() || note.ends_with(char::is_whitespace) { "\\." } else { "" });
        comment.push('\n');
    }
    comment.push_str(comments.close);
    comment
}

/// Reads a gap comment; `None` when the comment is another one.
pub fn read_gap(comment: &str) -> Option<Gap> {
    match directive(comment)? {
        Directive::Gap(gap) => Some(gap),
        Directive::Allow(_) => None,
    }
}

/// Whether a comment, with its delimiters, asks for a translation: the kind of its block.
pub(super) fn is_gap(comment: &str) -> bool {
    addressed(comment).is_some_and(|said| after_word(said, "translate").is_some())
}

/// Whether a comment, with its delimiters, suppresses a rule, even where it fails to name one.
pub(super) fn is_allow(comment: &str) -> bool {
    addressed(comment).is_some_and(|said| after_word(said, "allow").is_some())
}

/// What follows `tolmach:` in a comment, up to its end.
fn addressed(comment: &str) -> Option<&str> {
    Some(comment::inside(comment)?.trim_start().strip_prefix("tolmach:")?.trim_start())
}

/// What follows `word`, where it is a whole word.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.strip_prefix(word).filter(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

fn gap_of(body: &str) -> Gap {
    let mut original: Vec<String> = Vec::new();
    let mut notes: Vec<String> = Vec::new();
    let mut typed: Vec<String> = Vec::new();
    // The first line and the last hold text only where somebody typed the gap by hand.
    for line in body.trim().split('\n').map(str::trim) {
        if has_label(line) {
            let note = line.strip_prefix("note:").map_or(line, str::trim_start);
            notes.push(unescape(note));
        } else if !notes.is_empty() {
            // A note takes one line.
            typed.push(unescape(line));
        } else {
            original.push(unescape(line));
        }
    }
    Gap { original: original.join("\n"), notes, typed: typed.join("\n").trim().to_owned() }
}

/// Whether a line begins with a label of small Latin letters, and perhaps a percentage: `terms:`, `memory 83%:`.
fn has_label(line: &str) -> bool {
    let word = line.len() - line.trim_start_matches(|c: char| c.is_ascii_lowercase()).len();
    let rest = &line[word..];
    let percentage = rest.strip_prefix(' ').map_or(rest, |after| {
        let digits = after.trim_start_matches(|c: char| c.is_ascii_digit());
        if digits.len() < after.len() { digits.strip_prefix('%').unwrap_or(rest) } else { rest }
    });
    word > 0 && percentage.strip_prefix(':').is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether a line of a table has no words: an empty row, or the line under the head, `|---|:-:|`.
pub(crate) fn is_bare_row(line: &str) -> bool {
    line.contains('|') && line.chars().all(|c| "|:- \t".contains(c))
}

fn escape(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '\\' => escaped.push_str("\\\\"),
            '\r' => escaped.push_str("\\r"),
            // Either would end a comment of one syntax or the other.
            '-' if escaped.ends_with('-') => escaped.push_str("\\-"),
            '/' if escaped.ends_with('*') => escaped.push_str("\\/"),
            _ => escaped.push(c),
        }
    }
    escaped
}

fn unescape(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('n')) => text.push('\n'),
            ('\\', Some('r')) => text.push('\r'),
            ('\\', Some('.')) => {}
            ('\\', Some(sign @ ('\\' | '-' | '/'))) => text.push(sign),
            ('\\', Some(other)) => text.extend(['\\', other]),
            _ => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::comment::HTML;
    use super::*;

    fn round_trip(original: &str, notes: &[&str]) {
        let notes: Vec<String> = notes.iter().map(|note| (*note).to_owned()).collect();
        let comment = gap(HTML, original, &notes);
        let read = read_gap(&comment).expect("a gap");
        assert_eq!((read.original.as_str(), &read.notes), (original, &notes), "{comment}");
        assert_eq!(comment.find("-->"), Some(comment.len() - 3), "{comment}");
        assert_eq!(gap(HTML, &read.original, &read.notes), comment);
    }

    #[test]
    fn a_gap_shows_the_original_and_its_notes() {
        let notes = ["memory 83%: In the first days of January…".to_owned(), "terms: акимат → akimat".to_owned()];
        let comment = "<!-- tolmach: translate\nПервые дни января…\nmemory 83%: In the first days of January…\n\
                       terms: акимат → akimat\n-->";
        assert_eq!(gap(HTML, "Первые дни января…", &notes), comment);
    }

    #[test]
    fn any_text_comes_back_from_its_gap() {
        for original in [
            "",
            "-",
            "--",
            "a --> b <!-- c -->",
            "----- \\- \\\\ \\n",
            "\n\n",
            "terms: это не заметка\nmemory 5%: и это",
            "  отступ  ",
            "строка\r\nстрока\r",
            "конец\u{a0}",
            "конец\\",
            "\\.",
        ] {
            round_trip(original, &[]);
            round_trip(
                original,
                &["terms: a → b", "без метки", "note: с меткой", "note:", "", " две\nстроки ", "x: -->"],
            );
        }
    }

    #[test]
    fn a_gap_written_on_one_line_is_read() {
        let gap = Gap { original: "Текст".to_owned(), notes: Vec::new(), typed: String::new() };
        assert_eq!(read_gap("<!--tolmach: translate Текст-->"), Some(gap));
        assert_eq!(read_gap("<!-- tolmach: translated -->"), None);
        assert_eq!(read_gap("<!-- translate -->"), None);
    }

    #[test]
    fn a_line_behind_the_notes_was_typed_by_a_person() {
        let read = read_gap("<!-- tolmach: translate\nТекст.\nterms: а → b\nMy text.\n-->").unwrap();
        assert_eq!((read.original.as_str(), read.typed.as_str()), ("Текст.", "My text."));
        assert_eq!(read.notes, ["terms: а → b"]);
    }

    #[test]
    fn a_label_keeps_its_text() {
        assert_eq!(
            label("<!-- tolmach: changed\nbe [-a-]{+b+}\n-->"),
            Some((Label::Changed, "be [-a-]{+b+}".to_owned()))
        );
        assert_eq!(label("<!-- tolmach: confirm -->"), Some((Label::Confirm, String::new())));
        assert_eq!(label("<!-- tolmach: changedly -->"), None);
        assert_eq!(label("<!-- tolmach: allow end-mark -->"), None);
    }

    #[test]
    fn an_allow_names_its_rule_and_reason() {
        let allow = |rule: &str, reason: &str| {
            Some(Directive::Allow(Allow { rule: rule.to_owned(), reason: reason.to_owned() }))
        };
        assert_eq!(
            directive("<!-- tolmach: allow number-mismatch: rounded: on purpose -->"),
            allow("number-mismatch", "rounded: on purpose")
        );
        assert_eq!(directive("<!-- tolmach: allow quote-style -->"), allow("quote-style", ""));
        assert_eq!(directive("<!-- tolmach: allow -->"), None);
        assert_eq!(directive("<!-- tolmach: allow two words: why -->"), None);
    }
}
