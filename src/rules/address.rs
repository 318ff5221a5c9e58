//! What two spellings of one address share: `https://ru.site.org/ru/x/` and `site.org/x`.

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use crate::lang::{Language, Profile};

/// An address in a form that is equal for addresses that lead to one place, or to its version in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// Host, path and query without what names a language.
    pub(super) place: String,
    /// Behind `#`, as it is shown.
    pub(super) fragment: String,
}

/// Reads the address in a destination; `languages` are those of the two documents.
pub(super) fn address(text: &str, languages: [&Language; 2]) -> Address {
    let (address, fragment) = text.split_once('#').unwrap_or((text, ""));
    let address = address.strip_prefix("mailto:").unwrap_or(address);
    let rest = original_of_copy(without_scheme(address));
    let is_absolute = rest.len() < address.len() || address.starts_with("www.");
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = match is_absolute {
        true => path.split_once('/').unwrap_or((path, "")),
        false => ("", path),
    };
    let host = host_in_any_language(&host.to_lowercase(), languages);
    if let Some(video) = video(&host, path, query) {
        return Address { place: format!("youtube.com/{video}"), fragment: decoded(fragment) };
    }
    let place = format!("{host}/{}{}", path_in_any_language(path, languages), query_in_any_language(query, languages));
    Address { place, fragment: decoded(fragment) }
}

/// The text with its percent-encoded letters as letters, composed.
pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), |text| text.nfc().collect())
}

fn without_scheme(address: &str) -> &str {
    let rest = ["https://", "http://", "//"].iter().find_map(|scheme| address.strip_prefix(scheme));
    rest.unwrap_or(address)
}

/// The address of which an archive keeps a copy.
fn original_of_copy(rest: &str) -> &str {
    let archived = ["web.archive.org/web/", "archive.org/web/"].iter().find_map(|prefix| rest.strip_prefix(prefix));
    let original = archived.and_then(|copy| copy.split_once('/')).map(|(_, original)| without_scheme(original));
    original.unwrap_or(rest)
}

/// The video that a short, a mobile, an embedded and a long address of YouTube lead to.
fn video<'a>(host: &str, path: &'a str, query: &'a str) -> Option<&'a str> {
    let first = |path: &'a str| path.split('/').next().filter(|id| !id.is_empty());
    match host {
        "youtu.be" => first(path),
        "youtube.com" | "m.youtube.com" | "youtube-nocookie.com" => match path.trim_end_matches('/') {
            "watch" => query.split('&').find_map(|pair| pair.strip_prefix("v=")),
            path => {
                ["embed/", "shorts/", "live/", "v/"].iter().find_map(|kind| path.strip_prefix(kind)).and_then(first)
            }
        },
        _ => None,
    }
}

/// Whether a name is that of one of the two languages.
fn names(word: &str, languages: [&Language; 2]) -> bool {
    let code = word.to_lowercase();
    let by_three = |language: &Language| Profile::known(language.code()).is_some_and(|known| known.detected == code);
    let named = Language::named(word);
    let is =
        |language: &Language| named.as_ref().is_some_and(|named| language.same_tongue(named)) || by_three(language);
    languages.into_iter().any(is)
}

fn host_in_any_language(host: &str, languages: [&Language; 2]) -> String {
    let labels: Vec<&str> = host.split('.').collect();
    // The last two are the site's own: `ru` in `site.ru` is its country.
    let own = labels.len().saturating_sub(2);
    let kept =
        labels.iter().enumerate().filter(|(at, label)| *at >= own || !(**label == "www" || names(label, languages)));
    kept.map(|(_, label)| unicode_label(label)).collect::<Vec<_>>().join(".")
}

/// A label of an internationalised host name as it is shown.
fn unicode_label(label: &str) -> String {
    let shown = label.strip_prefix("xn--").and_then(|encoded| punycode::decode(encoded).ok());
    shown.unwrap_or_else(|| decoded(label))
}

fn path_in_any_language(path: &str, languages: [&Language; 2]) -> String {
    let shown = decoded(path);
    let parts = shown.split('/').filter(|part| !part.is_empty() && *part != "." && !names(part, languages));
    let mut kept: Vec<String> = parts.map(str::to_owned).collect();
    if let Some(name) = kept.last_mut() {
        *name = name_in_any_language(name, languages);
    }
    // `…/index.html`, `…/` and `…` are one page.
    if kept.last().is_some_and(|name| matches!(name.as_str(), "index.html" | "index.htm")) {
        kept.pop();
    }
    kept.join("/")
}

/// A file's name without the language at its end: `deed.ru`, `report-EN.pdf`, `guide.ru.md`.
fn name_in_any_language(name: &str, languages: [&Language; 2]) -> String {
    without(name, &|word| names(word, languages))
}

/// A file's name without any language at its end.
pub(super) fn without_language(name: &str) -> String {
    without(name, &|word| Language::named(word).is_some())
}

fn without(name: &str, is_language: &dyn Fn(&str) -> bool) -> String {
    let cut = |stem: &str| -> Option<String> {
        let at = stem.char_indices().filter(|(at, c)| *at > 0 && matches!(c, '.' | '_' | '-'));
        at.map(|(at, _)| at).find(|at| is_language(&stem[at + 1..])).map(|at| stem[..at].to_owned())
    };
    if let Some(stem) = cut(name) {
        return stem;
    }
    match name.rsplit_once('.') {
        Some((stem, ending)) => cut(stem).map_or_else(|| name.to_owned(), |stem| format!("{stem}.{ending}")),
        None => name.to_owned(),
    }
}

fn query_in_any_language(query: &str, languages: [&Language; 2]) -> String {
    let value = |pair: &str| pair.split_once('=').is_some_and(|(_, value)| names(value, languages));
    let kept: Vec<String> = query.split('&').filter(|pair| !pair.is_empty() && !value(pair)).map(decoded).collect();
    if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        let (russian, english) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let read = |text| address(text, [&russian, &english]);
        read(one) == read(other)
    }

    #[test]
    fn spellings_of_one_place_are_equal() {
        for (one, other) in [
            ("https://e.org/a", "http://www.e.org/a/"),
            ("https://e.org/мост", "https://e.org/%D0%BC%D0%BE%D1%81%D1%82"),
            ("https://пример.рф/a", "https://xn--e1afmkfd.xn--p1ai/a"),
            ("https://youtu.be/abc?t=4", "https://www.youtube.com/watch?v=abc&t=4"),
            ("https://e.org/a", "https://web.archive.org/web/20200101000000/https://e.org/a"),
            (
                "https://creativecommons.org/licenses/by/4.0/deed.ru",
                "https://creativecommons.org/licenses/by/4.0/deed.en",
            ),
            ("/docs/x/", "/en/docs/x"),
            ("/ru/docs/x", "/docs/x"),
            ("https://ru.e.org/x", "https://e.org/x"),
            ("https://e.org/ru-RU/x", "https://e.org/en-US/x"),
            ("guide.ru.md", "./guide.md"),
            ("https://e.org/report-RU.pdf", "https://e.org/report-EN.pdf"),
            ("https://e.org/x?hl=ru&a=1", "https://e.org/x?a=1"),
            ("https://e.org/x/index.html", "https://e.org/x/"),
        ] {
            assert!(same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn other_places_are_not() {
        for (one, other) in [
            ("https://e.org/a", "https://e.org/b"),
            ("https://a.ru/x", "https://b.ru/x"),
            ("https://e.ru/x", "https://e.com/x"),
            ("https://youtu.be/abc", "https://youtu.be/abd"),
            ("/docs/x", "/docs/y"),
            ("https://e.org/x?id=1", "https://e.org/x?id=2"),
            ("https://e.org/x#a", "https://e.org/x#b"),
            ("https://e.org/A", "https://e.org/a"),
            ("../a.md", "a.md"),
        ] {
            assert!(!same(one, other), "{one} {other}");
        }
    }
}
