//! Which letters of a text Markdown would take for markup, and how they are kept.

/// How careful to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    /// Backslashes only where a letter could be markup, so that the text stays readable.
    Light,
    /// A backslash before every sign of ASCII.
    Heavy,
}

/// Where the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Paragraph,
    Heading,
    Cell,
}

/// What is around the letters of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around {
    pub(super) place: Place,
    pub(super) care: Care,
    pub(super) in_link: bool,
    /// Whether `[` follows.
    pub(super) bracket: bool,
}

/// Writes `text` behind what `out` holds of its paragraph.
pub(super) fn escape(out: &mut String, text: &str, around: Around) {
    let mut before = out.chars().next_back();
    // Asked once, not at every letter: a paragraph may be a whole book.
    let several_lines = out.contains('\n');
    let tildes = text.matches('~').nth(1).is_some() || (text.contains('~') && out.contains('~'));
    for (at, c) in text.char_indices() {
        let next = &text[at + c.len_utf8()..];
        if around.place == Place::Cell && c == '|' && around.care == Care::Heavy {
            // Behind a backslash that is a letter a bar with a backslash would end the cell.
            out.push_str("&#124;");
        } else {
            let lone = match c {
                '|' => several_lines,
                '=' | ':' => several_lines && out.ends_with('\n'),
                '~' => tildes,
                _ => needed(c, out, before, next, around),
            };
            if lone
                || (around.care == Care::Heavy && c.is_ascii_punctuation())
                || (c == '|' && around.place == Place::Cell)
            {
                out.push('\\');
            }
            out.push(c);
        }
        before = Some(c);
    }
}

/// How far a semicolon may be from its ampersand: `&CounterClockwiseContourIntegral;`.
const LONGEST_ENTITY: usize = 40;

fn needed(c: char, out: &str, before: Option<char>, rest: &str, around: Around) -> bool {
    let next = rest.chars().next();
    let starts = out.is_empty() || out.ends_with('\n');
    let blank_next = next.is_none_or(char::is_whitespace);
    match c {
        '\\' | '`' | '[' => true,
        '*' => starts || !blank_next || !before.is_some_and(char::is_whitespace),
        ']' => around.in_link,
        '_' => !(before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)),
        '<' => next.is_none_or(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
        '&' => {
            next.is_some_and(|next| next.is_ascii_alphanumeric() || next == '#')
                && rest.chars().take(LONGEST_ENTITY).any(|c| c == ';')
        }
        '!' => next.is_none() && around.bracket,
        '>' => starts,
        '#' => starts || (around.place == Place::Heading && (blank_next || next == Some('#'))),
        '{' => around.place == Place::Heading,
        '+' => starts && blank_next,
        '-' => starts && (blank_next || next == Some('-')),
        '.' | ')' => {
            let digits = out.bytes().rev().take(10).take_while(u8::is_ascii_digit).count();
            let before = out.len().checked_sub(digits + 1).map(|at| out.as_bytes()[at]);
            let number = (1..=9).contains(&digits) && before.is_none_or(|byte| byte == b'\n');
            number && blank_next && around.place == Place::Paragraph
        }
        _ => false,
    }
}

/// An address as it can be in a Markdown link, and in the article; `None` for what is none or runs a program.
pub(super) fn address(written: &str) -> Option<String> {
    let written = written.trim();
    let scheme = written.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_scheme = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    };
    let known = ["http", "https", "mailto", "ftp", "ftps", "tel", "sftp", "geo", "magnet", "news", "xmpp", "doi"];
    // Browsers pass over control characters inside `java\nscript:`.
    let hidden = written.chars().any(char::is_control);
    if written.is_empty() || hidden || scheme.is_some_and(|name| is_scheme(&name) && !known.contains(&name.as_str())) {
        return None;
    }
    let mut address = String::with_capacity(written.len());
    for c in written.chars() {
        match c {
            ' ' | '<' | '>' | '(' | ')' | '\\' | '|' | '`' | '*' | '[' | ']' | '"' | '\'' => {
                address.push_str(&format!("%{:02X}", u32::from(c)));
            }
            // It could be read as an entity.
            '&' if address.len() > 8000 => return None,
            c if c.is_whitespace() => address.push_str("%20"),
            c => address.push(c),
        }
    }
    (address.len() <= 8000).then_some(address)
}
