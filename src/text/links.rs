//! Bare addresses in a text: URLs and e-mail addresses that no markup announces, and notes that are referred to
//! without being there.

use super::{Mark, MarkKind, Span};

const SCHEMES: &[&str] = &["http://", "https://", "ftp://", "mailto:", "tel:", "www."];

/// The marks and, between them, a `Url` mark for each bare URL and e-mail address in `text` and a
/// `FootnoteReference` mark for each `[^1]`; in order.
///
/// A backslash that only escapes a letter of the address is taken into it.
pub(super) fn mark(text: &str, marks: Vec<Mark>) -> Vec<Mark> {
    let mut all = Vec::with_capacity(marks.len());
    let mut marks = marks.into_iter().peekable();
    let mut at = 0;
    while at < text.len() {
        // A stretch of wording: up to the next mark that is not an escape.
        let mut escapes = Vec::new();
        let is_escape = |mark: &Mark| mark.kind == MarkKind::Delimiter && &text[mark.span.range()] == "\\";
        while let Some(escape) = marks.next_if(is_escape) {
            escapes.push(escape);
        }
        let next = marks.next();
        let end = next.map_or(text.len(), |mark| mark.span.start).max(at);
        let mut escapes = escapes.into_iter().peekable();
        for address in bare(text, Span::new(at, end)) {
            let span = address.span;
            while let Some(escape) = escapes.next_if(|escape| escape.span.start < span.end) {
                if escape.span.start < span.start {
                    all.push(escape);
                }
            }
            all.push(address);
        }
        all.extend(escapes);
        let Some(next) = next else { break };
        at = next.span.end;
        all.push(next);
    }
    all.extend(marks);
    all
}

/// The addresses in a stretch of `text`, in order.
fn bare(text: &str, within: Span) -> Vec<Mark> {
    let mut found: Vec<Mark> = Vec::new();
    let stretch = &text[within.range()];
    let mut at = 0;
    // Every address holds one of these; the rest of the text is passed over.
    while let Some(sign) = stretch[at..].find([':', '@', 'w', 'W', '[']).map(|next| at + next) {
        let floor = found.last().map_or(0, |last| last.span.end - within.start);
        let (span, kind) = match stretch.as_bytes()[sign] {
            b'@' => (mail(stretch, sign, floor), MarkKind::Url),
            b'[' => (note(stretch, sign), MarkKind::FootnoteReference),
            _ => (url(stretch, sign, floor), MarkKind::Url),
        };
        at = sign + 1;
        if let Some(span) = span {
            at = span.end.max(at);
            found.push(Mark { span: Span::new(within.start + span.start, within.start + span.end), kind });
        }
    }
    found
}

/// A reference to a footnote, `[^1]`; labels are short and have no spaces.
fn note(stretch: &str, sign: usize) -> Option<Span> {
    let label = stretch[sign..].strip_prefix("[^")?;
    let len = label.char_indices().take(40).find(|(_, c)| c.is_whitespace() || matches!(c, '[' | ']' | '^'))?.0;
    (len > 0 && label[len..].starts_with(']')).then(|| Span::new(sign, sign + "[^".len() + len + 1))
}

/// The URL whose scheme holds the sign at `sign`.
fn url(stretch: &str, sign: usize, floor: usize) -> Option<Span> {
    let scheme = SCHEMES.iter().find_map(|scheme| {
        let start = sign.checked_sub(scheme.find([':', 'w'])?)?;
        let head = stretch.get(start..start + scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then(|| Span::new(start, start + scheme.len()))
    })?;
    let inside_word = stretch[..scheme.start].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
    if scheme.start < floor || inside_word {
        return None;
    }
    let rest = &stretch[scheme.end..];
    let body = &rest[..rest.find(ends_url).unwrap_or(rest.len())];
    let kept = without_trailing_punctuation(body);
    let names_something = kept.contains(|c: char| c.is_alphanumeric());
    // «www.» alone is three letters; an address goes on and has a dot.
    let complete = !stretch[scheme.range()].eq_ignore_ascii_case("www.") || kept.contains('.');
    // «tel: 8-800…» with a space is a label, and so is "mailto:" before nothing.
    (names_something && complete).then(|| Span::new(scheme.start, scheme.end + kept.len()))
}

fn ends_url(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”' | '„' | '`' | '|' | '^' | '{' | '}')
}

/// An address does not end in the punctuation of the sentence around it, nor in a bracket that it did not open.
fn without_trailing_punctuation(body: &str) -> &str {
    let mut kept = body;
    let mut unopened = closing_brackets(kept) - opening_brackets(kept);
    while let Some(last) = kept.chars().next_back() {
        let strip = match last {
            ')' => unopened > 0,
            _ => {
                matches!(
                    last,
                    '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '…' | '’' | '—' | '–' | ']' | '\\'
                )
            }
        };
        if !strip {
            break;
        }
        unopened -= i64::from(last == ')');
        kept = &kept[..kept.len() - last.len_utf8()];
    }
    kept
}

fn closing_brackets(text: &str) -> i64 {
    text.bytes().map(|byte| i64::from(byte == b')')).sum()
}

fn opening_brackets(text: &str) -> i64 {
    text.bytes().map(|byte| i64::from(byte == b'(')).sum()
}

/// The e-mail address around an `@`.
fn mail(stretch: &str, sign: usize, floor: usize) -> Option<Span> {
    // Letters of scripts that write without spaces would take in the sentence around the address.
    let letter = |c: char| c.is_ascii_alphanumeric() || c.is_lowercase() || c.is_uppercase();
    let local = |c: &char| letter(*c) || ".+-_%".contains(*c);
    let before = stretch[floor.min(sign)..sign].chars().rev().take_while(local).map(char::len_utf8).sum::<usize>();
    let host = |c: &char| letter(*c) || ".-".contains(*c);
    let after = stretch[sign + 1..].chars().take_while(host).map(char::len_utf8).sum::<usize>();
    let name = stretch[sign - before..sign].trim_start_matches(['.', '-', '+', '_', '%']);
    let domain = stretch[sign + 1..sign + 1 + after].trim_end_matches(['.', '-']);
    let (_, top) = domain.rsplit_once('.')?;
    let sound = !name.is_empty() && top.len() >= 2 && top.chars().all(char::is_alphabetic);
    (sound && !domain.starts_with('.')).then(|| Span::new(sign - name.len(), sign + 1 + domain.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(text: &str) -> Vec<&str> {
        mark(text, Vec::new()).iter().map(|mark| &text[mark.span.range()]).collect()
    }

    #[test]
    fn an_address_ends_before_the_punctuation_of_its_sentence() {
        assert_eq!(addresses("См. https://example.org/a_b?c=1#d."), ["https://example.org/a_b?c=1#d"]);
        assert_eq!(
            addresses("(см. http://kz.example/ru/(1986), www.example.kz)"),
            ["http://kz.example/ru/(1986)", "www.example.kz"]
        );
        assert_eq!(addresses("«https://пример.қаз/новости»"), ["https://пример.қаз/новости"]);
        assert_eq!(addresses("1- https://example.org/x\n2- https://example.org/y").len(), 2);
    }

    #[test]
    fn mail_addresses_are_found_and_handles_are_not() {
        assert_eq!(
            addresses("Пишите на news.desk+kz@mail.example.org, @tolmach, a@b"),
            ["news.desk+kz@mail.example.org"]
        );
        assert_eq!(addresses("mailto:a@b.kz"), ["mailto:a@b.kz"]);
    }

    #[test]
    fn words_with_the_letters_of_a_scheme_are_words() {
        assert_eq!(addresses("www. и http: и https:// и twww.example.org, tel: 8-800"), Vec::<&str>::new());
    }

    #[test]
    fn an_escaped_letter_belongs_to_its_address() {
        let text = r"a\_b https://e.org/a\_b \_";
        let marks: Vec<Mark> = text
            .match_indices('\\')
            .map(|(at, _)| Mark { span: Span::new(at, at + 1), kind: MarkKind::Delimiter })
            .collect();
        let kinds: Vec<MarkKind> = mark(text, marks).iter().map(|mark| mark.kind).collect();
        assert_eq!(kinds, [MarkKind::Delimiter, MarkKind::Url, MarkKind::Delimiter]);
    }
}
