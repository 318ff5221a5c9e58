//! A line in the front matter that says whether a translation is behind its original.

use super::frame::ending;

const KEY: &str = "outdated";

/// The text with `outdated: true` in its front matter, which is made where there is none; `None` where it has the line,
/// or a value of that key that is neither `true` nor `false`.
pub fn stamped(text: &str) -> Option<String> {
    let Some(front) = Front::of(text) else {
        let (mark, rest) = text.split_at(text.len() - text.trim_start_matches('\u{feff}').len());
        let end = ending(text);
        return Some(format!("{mark}---{end}{KEY}: true{end}---{end}{end}{rest}"));
    };
    match front.value() {
        None => {
            let end = ending(text);
            let line = if front.toml { format!("{KEY} = true{end}") } else { format!("{KEY}: true{end}") };
            Some(format!("{}{line}{}", &text[..front.place], &text[front.place..]))
        }
        Some((start, "false")) => Some(format!("{}true{}", &text[..start], &text[start + "false".len()..])),
        Some(_) => None,
    }
}

/// The text without `outdated: true`, and without a front matter that had nothing else; `None` where it has no such line.
pub fn unstamped(text: &str) -> Option<String> {
    let front = Front::of(text)?;
    let (value, _) = front.value().filter(|(_, value)| *value == "true")?;
    let start = text[..value].rfind('\n').map_or(0, |at| at + 1);
    let end = text[value..].find('\n').map_or(text.len(), |at| value + at + 1);
    let alone = text[front.body.0..start].trim().is_empty() && text[end..front.body.1].trim().is_empty();
    if !alone {
        return Some(format!("{}{}", &text[..start], &text[end..]));
    }
    let behind = text[front.end..].strip_prefix("\r\n").or_else(|| text[front.end..].strip_prefix('\n'));
    Some(format!("{}{}", &text[..front.start], behind.unwrap_or(&text[front.end..])))
}

/// The front matter of a text: bytes.
struct Front<'a> {
    text: &'a str,
    /// Where its first fence begins.
    start: usize,
    /// What is between the fences.
    body: (usize, usize),
    /// Behind the last fence and its line end.
    end: usize,
    /// Where a key of the top level may be put.
    place: usize,
    toml: bool,
}

impl Front<'_> {
    fn of(text: &str) -> Option<Front<'_>> {
        let start = text.len() - text.trim_start_matches('\u{feff}').len();
        let mut at = start;
        let mut lines = text[start..].split_inclusive('\n').map(|line| {
            let from = at;
            at += line.len();
            (from, line)
        });
        let (_, first) = lines.next()?;
        let toml = match first.trim_end() {
            "---" => false,
            "+++" => true,
            _ => return None,
        };
        let body = start + first.len();
        let mut table = None;
        for (from, line) in lines {
            let shown = line.trim_end();
            if shown == if toml { "+++" } else { "---" } || !toml && shown == "..." {
                let front = Front {
                    text,
                    start,
                    body: (body, from),
                    end: from + line.len(),
                    place: table.unwrap_or(from),
                    toml,
                };
                return front.is_one().then_some(front);
            }
            // In TOML what follows the head of a table belongs to the table.
            if toml && shown.starts_with('[') && table.is_none() {
                table = Some(from);
            }
        }
        None
    }

    /// A text may begin with a rule: its first line that is not blank must look like a key or a comment.
    fn is_one(&self) -> bool {
        let body = &self.text[self.body.0..self.body.1];
        let first = body.lines().find(|line| !line.trim().is_empty());
        first.is_none_or(|line| line.contains(if self.toml { '=' } else { ':' }) || line.starts_with(['#', '[']))
    }

    /// Where the value of the key begins, and the value.
    fn value(&self) -> Option<(usize, &str)> {
        let mut at = self.body.0;
        for line in self.text[self.body.0..self.place].split_inclusive('\n') {
            let value = line.strip_prefix(KEY).map(str::trim_start);
            if let Some(value) = value.and_then(|rest| rest.strip_prefix(if self.toml { '=' } else { ':' })) {
                let value = value.trim_start_matches([' ', '\t']);
                return Some((at + line.len() - value.len(), value.trim_end()));
            }
            at += line.len();
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_put_in_once_and_taken_out_without_a_trace() {
        for text in [
            "---\ntitle: Bridge\n---\n\nText.\n",
            "---\r\ntitle: Bridge\r\n---\r\nText.\r\n",
            "+++\ntitle = \"Bridge\"\n[extra]\noutdated = true\n+++\nText.\n",
            "Text.\n",
            "\u{feff}Text.\r\n",
            "---\n\nText under a rule.\n",
            "",
        ] {
            let stamped_text = stamped(text).unwrap();
            assert_eq!(stamped(&stamped_text), None, "{stamped_text}");
            assert_eq!(unstamped(&stamped_text).as_deref(), Some(text), "{stamped_text:?}");
            assert_eq!(unstamped(text), None);
        }
    }

    #[test]
    fn the_line_is_where_generators_read_it() {
        assert_eq!(stamped("---\na: 1\n---\nText.\n").unwrap(), "---\na: 1\noutdated: true\n---\nText.\n");
        assert_eq!(stamped("+++\na = 1\n[b]\nc = 2\n+++\n").unwrap(), "+++\na = 1\noutdated = true\n[b]\nc = 2\n+++\n");
        assert_eq!(stamped("---\noutdated: false\n---\n").unwrap(), "---\noutdated: true\n---\n");
    }

    #[test]
    fn a_value_of_another_kind_is_somebody_elses() {
        let text = "---\noutdated: since 2024\n---\nText.\n";
        assert_eq!((stamped(text), unstamped(text)), (None, None));
        assert_eq!(unstamped("---\noutdated: false\na: 1\n---\n"), None);
    }
}
