//! How words are written into a paragraph's place in the file, so that the file still says what it said around them.

use super::{Document, Kind, MarkKind, Paragraph, Span};

impl Document {
    /// What takes the place of which bytes of the file so that a stretch of a paragraph's text becomes `words`.
    ///
    /// A value of the front matter is quoted where it would not be one value any more. `None` where the stretch is not
    /// one piece of the file, or touches code, addresses, tags or placeholders, which no rewording may change.
    pub fn reworded(&self, paragraph: &Paragraph, stretch: Span, words: &str) -> Option<(Span, String)> {
        let bytes = paragraph.in_file(stretch);
        // Between the pieces of a paragraph are quote marks and indents, which belong to no word.
        let whole = self.text.get(bytes.range())? == paragraph.text.get(stretch.range())?;
        if !whole || touches_machinery(paragraph, stretch) {
            return None;
        }
        if paragraph.kind == Kind::FrontMatter {
            self.in_value(paragraph, bytes, words)
        } else {
            Some((bytes, words.to_owned()))
        }
    }

    fn in_value(&self, paragraph: &Paragraph, bytes: Span, words: &str) -> Option<(Span, String)> {
        let head = self.text.get(..paragraph.span.start)?;
        let line = head.rsplit('\n').next()?;
        match head.chars().next_back() {
            Some('"') => Some((bytes, words.replace('\\', "\\\\").replace('"', "\\\""))),
            // A literal string of TOML has no way to write its own quote.
            Some('\'') if line.contains('=') && !line.contains(':') => {
                (!words.contains('\'')).then(|| (bytes, words.to_owned()))
            }
            Some('\'') => Some((bytes, words.replace('\'', "''"))),
            // The lines of a block scalar are taken as they are.
            _ if line.trim().is_empty() => (!words.contains('\n')).then(|| (bytes, words.to_owned())),
            _ => {
                let before = self.text.get(paragraph.span.start..bytes.start)?;
                let after = self.text.get(bytes.end..paragraph.span.end)?;
                let value = format!("{before}{words}{after}");
                if is_plain(&value) {
                    return Some((bytes, words.to_owned()));
                }
                let quoted = format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""));
                Some((paragraph.span, quoted))
            }
        }
    }
}

fn touches_machinery(paragraph: &Paragraph, stretch: Span) -> bool {
    let touches = |span: Span| span.start < stretch.end && stretch.start < span.end;
    paragraph.marks.iter().any(|mark| mark.kind != MarkKind::Delimiter && touches(mark.span))
}

/// Whether YAML reads a value without quotes as this text.
fn is_plain(value: &str) -> bool {
    let indicator = value
        .starts_with(['-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`']);
    let parts = value.contains(": ") || value.contains(" #") || value.ends_with(':') || value.contains(['\n', '\r']);
    let other = matches!(
        value.to_ascii_lowercase().as_str(),
        "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "~" | ""
    );
    !indicator && !parts && !other && value.parse::<f64>().is_err() && value.trim() == value
}

#[cfg(test)]
mod tests {
    use super::super::Format;
    use super::*;
    use proptest::prelude::*;

    /// The file after the words of its first paragraph became others.
    fn reworded(text: &str, old: &str, new: &str) -> Option<String> {
        let document = Document::read(text.as_bytes(), Format::Markdown);
        let paragraph = document.paragraphs.iter().find(|paragraph| paragraph.text.contains(old))?;
        let at = paragraph.text.find(old)?;
        let (bytes, words) = document.reworded(paragraph, Span::new(at, at + old.len()), new)?;
        Some(format!("{}{words}{}", &text[..bytes.start], &text[bytes.end..]))
    }

    #[test]
    fn a_value_of_the_front_matter_stays_one_value() {
        let front = |value: &str| format!("---\ntitle: {value}\n---\n");
        let title = |value: &str, new: &str| {
            reworded(&front(value), "Bridge", new).map(|text| text.lines().nth(1).unwrap().to_owned())
        };
        assert_eq!(title("Bridge", "Span: new").as_deref(), Some("title: \"Span: new\""));
        assert_eq!(title("Bridge", "Span").as_deref(), Some("title: Span"));
        assert_eq!(title("The Bridge", "\"Span\"").as_deref(), Some("title: The \"Span\""));
        assert_eq!(title("Bridge", "\"Span\" #1").as_deref(), Some("title: \"\\\"Span\\\" #1\""));
        assert_eq!(title("\"Bridge\"", "a \"span\"").as_deref(), Some("title: \"a \\\"span\\\"\""));
        assert_eq!(title("'Bridge'", "king's").as_deref(), Some("title: 'king''s'"));
        assert_eq!(title("Bridge", "1904").as_deref(), Some("title: \"1904\""));
        assert_eq!(reworded("+++\ntitle = 'Bridge'\n+++\n", "Bridge", "king's"), None);
    }

    #[test]
    fn code_templates_and_addresses_are_not_reworded() {
        for text in
            ["See `Bridge`.", "A {{ Bridge }} here.", "[a](Bridge.md)", "<b title=\"Bridge\">a</b>", "%(Bridge)s"]
        {
            assert_eq!(reworded(text, "Bridge", "Span"), None, "{text}");
        }
        assert_eq!(reworded("The **Bridge** here.", "Bridge", "Span").as_deref(), Some("The **Span** here."));
    }

    proptest! {
        #[test]
        fn rewording_changes_its_paragraph_alone(
            value in "[A-Za-z]{1,6} Bridge( [a-z]{1,5})?",
            words in "[A-Za-z:#'\"\\\\ \\-\\[{]{1,10}",
            quote in prop::sample::select(vec!["", "\"", "'"]),
        ) {
            let words = words.trim();
            prop_assume!(!words.is_empty());
            let text = format!("---\nlayout: post\ntitle: {quote}{value}{quote}\ndate: 2022\n---\n\n# Head\n\nText `Bridge` here.\n\n- item\n");
            let after = reworded(&text, "Bridge", words).expect("a value can be reworded");
            let (was, is) = (Document::read(text.as_bytes(), Format::Markdown), Document::read(after.as_bytes(), Format::Markdown));
            prop_assert_eq!(was.paragraphs.len(), is.paragraphs.len());
            for (at, (one, other)) in was.paragraphs.iter().zip(&is.paragraphs).enumerate() {
                prop_assert_eq!(one.kind, other.kind);
                if at > 0 {
                    prop_assert_eq!(&one.text, &other.text);
                }
            }
            let line = after.lines().nth(2).unwrap().strip_prefix("title: ").unwrap();
            let inner = |quote: char| line.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
            let read = match (inner('\''), inner('"')) {
                (Some(single), _) => single.replace("''", "'"),
                (_, Some(double)) => double.replace("\\\"", "\"").replace("\\\\", "\\"),
                _ => line.to_owned(),
            };
            prop_assert_eq!(read, value.replacen("Bridge", words, 1));
        }
    }
}
