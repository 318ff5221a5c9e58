//! Which letters of a text Markdown would take for markup, and how they are kept.

/// How careful to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    /// Backslashes only where a letter could be markup, so that the text stays readable.
    Light,
    /// A backslash before every sign of ASCII.
    Heavy,
}

/// Where the text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Paragraph,
    Heading,
    Cell,
}

/// Writes `text` behind what `out` holds of its paragraph; `bracket` is whether `[` follows.
pub(super) fn escape(out: &mut String, text: &str, place: Place, care: Care, in_link: bool, bracket: bool) {
    let mut before = out.chars().next_back();
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        if place == Place::Cell && c == '|' && care == Care::Heavy {
            // Behind a backslash that is a letter a bar with a backslash would end the cell.
            out.push_str("&#124;");
        } else {
            if needed(c, out, before, rest, place, care, in_link, bracket) {
                out.push('\\');
            }
            out.push(c);
        }
        before = Some(c);
    }
}

#[expect(clippy::too_many_arguments, reason = "everything that stands around one letter")]
fn needed(
    c: char,
    out: &str,
    before: Option<char>,
    rest: &str,
    place: Place,
    care: Care,
    in_link: bool,
    bracket: bool,
) -> bool {
    if care == Care::Heavy {
        return c.is_ascii_punctuation();
    }
    let next = rest.chars().next();
    let line = &out[out.rfind('\n').map_or(0, |at| at + 1)..];
    let starts = line.is_empty();
    let blank_next = next.is_none_or(char::is_whitespace);
    match c {
        '\\' | '`' | '[' => true,
        '*' => starts || !blank_next || !before.is_some_and(char::is_whitespace),
        ']' => in_link,
        '_' => !(before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)),
        '~' => before == Some('~') || rest.contains('~') || line.contains('~'),
        '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || "/!?".contains(next)) || next.is_none(),
        '&' => next.is_some_and(|next| next.is_ascii_alphanumeric() || next == '#') && rest.contains(';'),
        '!' => next.is_none() && bracket,
        '|' => place == Place::Cell || out.contains('\n'),
        '>' => starts,
        '#' if place == Place::Heading => starts || rest.trim_end_matches('#').trim().is_empty(),
        '#' => starts,
        '{' => place == Place::Heading,
        '+' => starts && blank_next,
        '-' => starts && (blank_next || next == Some('-')),
        '=' | ':' => starts && out.contains('\n'),
        '.' | ')' => {
            let number = !starts && line.len() <= 9 && line.bytes().all(|byte| byte.is_ascii_digit());
            number && blank_next && place == Place::Paragraph
        }
        _ => false,
    }
}

/// An address as it can stand in a Markdown link, and in the article; `None` for what is none or runs a program.
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
