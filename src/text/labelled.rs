//! The comments that tolmach left for a person, and a text without them.

use super::container::container;
use super::{BlockKind, Document, Label, Span, label};

/// A comment that tolmach left in a translation; a gap is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// Bytes of the file.
    pub span: Span,
    /// What it was left for.
    pub label: Label,
    /// The text that the comment keeps.
    pub text: String,
    /// How many paragraphs are before it.
    pub before: usize,
}

/// The comments with a label, in order.
pub fn labelled(document: &Document) -> Vec<Labelled> {
    let comments = document.blocks.iter().filter(|block| block.kind == BlockKind::Comment);
    comments
        .filter_map(|block| {
            let (label, text) = label(&document.comment(block))?;
            Some(Labelled { span: block.span, label, text, before: block.before })
        })
        .collect()
}

/// The bytes that go with a comment, so that the text reads as if it had never been there.
pub fn without(document: &Document, comment: Span) -> Span {
    let text = document.text.as_str();
    let start = text[..comment.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let prefix = text[start..comment.start].trim_start_matches('\u{feff}');
    let end = text[comment.end..].find(['\n', '\r']).map_or(text.len(), |at| comment.end + at);
    if !text[comment.end..end].trim().is_empty() {
        return beside(text, comment);
    }
    let next = after_ending(text, end);
    if prefix.trim_matches([' ', '\t', '>']).is_empty() {
        return whole_lines(text, Span::new(comment.start - prefix.len(), next));
    }
    // Behind a mark of a list or a footnote the text follows on the next line.
    let line_end = text[next..].find(['\n', '\r']).map_or(text.len(), |at| next + at);
    let follows = !text[next..line_end].trim_matches([' ', '\t', '>']).is_empty();
    if follows && container(prefix).len() == prefix.len() {
        let marks = text[next..line_end].len() - text[next..line_end].trim_start_matches([' ', '\t', '>']).len();
        return Span::new(comment.start, next + marks);
    }
    beside(text, comment)
}

/// A comment within a line, with the white space on one side of it.
fn beside(text: &str, comment: Span) -> Span {
    let before = text[..comment.start].len() - text[..comment.start].trim_end_matches([' ', '\t']).len();
    let after = text[comment.end..].len() - text[comment.end..].trim_start_matches([' ', '\t']).len();
    let last = text[comment.end + after..].chars().next().is_none_or(|next| "\n\r\"'".contains(next));
    match last {
        true => Span::new(comment.start - before, comment.end),
        false => Span::new(comment.start, comment.end + after),
    }
}

/// Whole lines, with the blank lines behind them where blank lines are before them too.
fn whole_lines(text: &str, lines: Span) -> Span {
    let before = text[..lines.start].trim_start_matches('\u{feff}');
    let line_before = before.strip_suffix('\n').map(|rest| rest.trim_end_matches('\r').rsplit('\n').next());
    let blank = before.is_empty() || line_before.flatten().is_some_and(|line| line.trim().is_empty());
    let rest = &text[lines.end..];
    let line = &rest[..rest.find('\n').map_or(rest.len(), |at| at + 1)];
    let takes = blank && line.trim().is_empty();
    Span::new(lines.start, lines.end + if takes { line.len() } else { 0 })
}

fn after_ending(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    end + if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Format, open};

    fn read(text: &str) -> Document {
        Document::read(text.as_bytes(), Format::Markdown)
    }

    /// The text without its gaps and its other comments of tolmach's.
    fn cleared(text: &str) -> String {
        let document = read(text);
        let gaps = open(&document).into_iter().map(|gap| gap.span);
        let mut spans: Vec<Span> = gaps.chain(labelled(&document).into_iter().map(|one| one.span)).collect();
        spans.sort_unstable();
        let mut text = document.text.clone();
        for span in spans.into_iter().rev() {
            text.replace_range(without(&document, span).range(), "");
        }
        text
    }

    #[test]
    fn a_comment_goes_with_its_lines_and_one_blank_line() {
        assert_eq!(cleared("One.\n\n<!-- tolmach: removed\nX.\n-->\n\nTwo.\n"), "One.\n\nTwo.\n");
        assert_eq!(cleared("One.\n\n<!-- tolmach: changed\nX.\n-->\nTwo.\n"), "One.\n\nTwo.\n");
        assert_eq!(cleared("<!-- tolmach: translate\r\nX.\r\n-->\r\nTwo.\r\n"), "Two.\r\n");
        assert_eq!(cleared("One.\n\n<!-- tolmach: removed\nX.\n-->"), "One.\n\n");
    }

    #[test]
    fn a_comment_in_a_container_leaves_its_marks() {
        assert_eq!(cleared("> <!-- tolmach: translate\n> X.\n> -->\n> Two.\n"), "> Two.\n");
        assert_eq!(cleared("- <!-- tolmach: translate\n  X.\n  -->\n  Two.\n- b\n"), "- Two.\n- b\n");
    }

    #[test]
    fn a_comment_beside_words_goes_alone() {
        assert_eq!(cleared("# Two <!-- tolmach: translate X -->\n"), "# Two\n");
        assert_eq!(cleared("# <!-- tolmach: translate X --> Two\n"), "# Two\n");
        assert_eq!(
            cleared("---\ntitle: \"Two <!-- tolmach: translate X -->\"\n---\nText.\n"),
            "---\ntitle: \"Two\"\n---\nText.\n"
        );
    }

    #[test]
    fn other_comments_stay() {
        let text = "<!-- tolmach: allow end-mark -->\n<!-- mine -->\nTwo.\n";
        assert_eq!(cleared(text), text);
    }
}
