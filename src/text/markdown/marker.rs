//! Lines that are no text: markers of containers, includes, attribute lists.
//!
//! | marker | written by |
//! |---|---|
//! | `!!! note "Title"`, `??? note`, `=== "Tab"`, `/// note \| Title` | MkDocs |
//! | `:::note Title`, `:::note[Title]` | Docusaurus, VitePress, Starlight |
//! | `> [!NOTE]` | GitHub, Obsidian |
//! | `{% note info "Title" %}`, `{% if … %}`, `#\|` … `\|#` | Diplodoc, Jekyll |
//! | `{{< note >}}`, `{{% note %}}` | Hugo |
//! | `{: .note }` | kramdown |
//! | `{* file *}`, `--8<-- "file"`, `{!file!}`, `<<< @/file`, `[name key=value]` | includes |

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// A line that is no text, as bytes of the line without what its containers put before it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub(super) what: What,
    /// Texts in it that readers see.
    pub(super) titles: Vec<Range<usize>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Opens a container whose body is indented.
    Indented,
    /// Opens or closes a container, or gives attributes.
    Bare,
    /// A file is put in here.
    Include,
}

static INDENTED: LazyLock<Regex> = LazyLock::new(|| {
    expression(r#"^(?:!!!|\?\?\?\+?)\s+[A-Za-z][\w-]*(?:\s+[A-Za-z][\w-]*)*(?:\s+"(?P<title>[^"]*)")?\s*$"#)
});
static TAB: LazyLock<Regex> = LazyLock::new(|| expression(r#"^===[!+]?\s+"(?P<title>[^"]+)"\s*$"#));
static SLASHES: LazyLock<Regex> =
    LazyLock::new(|| expression(r"^/{3,}(?:\s*|\s+[A-Za-z][\w-]*(?:\s*\|\s*(?P<title>.*?))?\s*)$"));
static COLONS: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"^:{3,}(?:\s*|\s*\{[^{}]*\}\s*|\s*[A-Za-z][\w-]*(?:\s*\[(?P<label>[^\]]*)\])?(?:\s*\{[^{}]*\})?(?:\s+(?P<title>[^:{\s].*?))?\s*:*\s*)$",
    )
});
static ALERT: LazyLock<Regex> =
    LazyLock::new(|| expression(r"^\[![A-Za-z][\w-]*(?:\|[^\]]*)?\][+-]?(?:\s+(?P<title>.*?))?\s*$"));
static LIQUID: LazyLock<Regex> = LazyLock::new(|| expression(r"^(?:\s*\{%(?:[^%]|%[^}])*%\})+\s*$"));
static SHORTCODE: LazyLock<Regex> =
    LazyLock::new(|| expression(r"^(?:\s*\{\{(?:<(?:[^>]|>[^}])*>|%(?:[^%]|%[^}])*%)\}\})+\s*$"));
static VARIABLE: LazyLock<Regex> = LazyLock::new(|| expression(r"^(?:\s*\{\{[^{}]*\}\})+\s*$"));
static ATTRIBUTES: LazyLock<Regex> = LazyLock::new(|| expression(r"^\{:[^{}]*\}\s*$"));
static INCLUDE: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r#"^(?:\{\*\s.*\*\}|\{!.*!\}|-{1,3}8<-{1,3}.*|<<<\s*(?:@/|\.{0,2}/)\S+.*|@\[code[^\]]*\]\([^)]*\)|\[[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"]*"|\S+))+\])\s*$"#,
    )
});
static QUOTED: LazyLock<Regex> = LazyLock::new(|| expression(r#""(?P<title>[^"]+)""#));
/// Attributes that readers see.
static SHOWN: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r#"(?:^|[\s({])(?:title|label|caption|alt|text|summary|heading|description|header|tooltip|placeholder)\s*=\s*(?:"(?P<title>[^"]+)"|'(?P<label>[^']+)')"#,
    )
});

fn expression(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the expression is well formed")
}

/// What a line is, where it is no text; the line comes without the marks of its quotes and lists.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let found = |what, titles| Some(Marker { what, titles });
    match line.as_bytes().first()? {
        b'!' | b'?' => INDENTED.captures(line).and_then(|groups| found(What::Indented, named(&groups))),
        b'=' => TAB.captures(line).and_then(|groups| found(What::Indented, named(&groups))),
        b'/' => SLASHES.captures(line).and_then(|groups| found(What::Bare, named(&groups))),
        b':' => {
            let mut titles = named(&COLONS.captures(line)?);
            titles.extend(shown_attributes(line));
            found(What::Bare, titles)
        }
        b'#' | b'|' if matches!(line.trim_end(), "#|" | "|#" | "||" | "|") => found(What::Bare, Vec::new()),
        b'{' => braced(line),
        b'-' | b'<' | b'@' | b'[' if INCLUDE.is_match(line) => found(What::Include, Vec::new()),
        _ => None,
    }
}

/// What the first line of a block quote is, where it names an alert.
pub(super) fn alert(line: &str) -> Option<Marker> {
    let groups = ALERT.captures(line)?;
    Some(Marker { what: What::Bare, titles: named(&groups) })
}

/// The text between the bars of a table row on one line: `|| a | b ||`.
pub(super) fn row(line: &str) -> Option<Range<usize>> {
    let inside = line.strip_prefix("||")?;
    let end = inside.trim_end().strip_suffix("||")?.len();
    (!inside[..end].trim().is_empty() && !inside[..end].contains("||")).then(|| 2..2 + end)
}

/// Where a tag in braces that begins the text ends, though it takes several lines.
pub(super) fn braces_end(text: &str) -> Option<usize> {
    let close = match () {
        () if text.starts_with("{%") => "%}",
        () if text.starts_with("{{<") => ">}}",
        () if text.starts_with("{{%") => "%}}",
        () => return None,
    };
    let end = text.find(close)? + close.len();
    (text[..end].lines().count() <= LONGEST).then_some(end)
}

/// A tag of more lines was never closed.
const LONGEST: usize = 30;

fn braced(line: &str) -> Option<Marker> {
    if LIQUID.is_match(line) {
        let name = line.trim_start_matches(['{', '%', '-', ' ']);
        let name = &name[..name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len())];
        let what = if name.starts_with("include") { What::Include } else { What::Bare };
        let titles = match name {
            // What Diplodoc shows above a note or a cut is in quotes.
            "note" | "cut" => matches(&QUOTED, line),
            _ => matches(&SHOWN, line),
        };
        return Some(Marker { what, titles });
    }
    if SHORTCODE.is_match(line) {
        return Some(Marker { what: What::Bare, titles: matches(&SHOWN, line) });
    }
    let what = match () {
        () if ATTRIBUTES.is_match(line) => What::Bare,
        () if INCLUDE.is_match(line) || VARIABLE.is_match(line) => What::Include,
        () => return None,
    };
    Some(Marker { what, titles: Vec::new() })
}

/// The texts in attributes of a tag that readers see.
pub(super) fn shown_attributes(tag: &str) -> Vec<Range<usize>> {
    matches(&SHOWN, tag)
}

fn matches(expression: &Regex, line: &str) -> Vec<Range<usize>> {
    expression.captures_iter(line).flat_map(|groups| named(&groups)).collect()
}

fn named(groups: &regex::Captures<'_>) -> Vec<Range<usize>> {
    let groups = ["label", "title"].iter().filter_map(|name| groups.name(name));
    groups.filter(|group| group.as_str().contains(char::is_alphabetic)).map(|group| group.range()).collect()
}

/// A marker without what is translated in it, to be compared with another one: `:::note`, `<TabItem value="a">`.
pub(crate) fn name(marker: &str) -> String {
    let titles = match () {
        () if marker.starts_with("[!") => ALERT.captures(marker).map(|groups| named(&groups)).unwrap_or_default(),
        () if marker.starts_with('<') => shown_attributes(marker),
        () => self::marker(marker).map(|marker| marker.titles).unwrap_or_default(),
    };
    let mut name = String::with_capacity(marker.len());
    let mut at = 0;
    for title in titles {
        name.push_str(&marker[at..title.start]);
        at = title.end;
    }
    name.push_str(&marker[at..]);
    let colons = name.len() - name.trim_start_matches(':').len();
    let name = if colons > 3 { &name[colons - 3..] } else { &name };
    let name = name.replace("::: ", ":::").replace("[]", "").replace("\"\"", "");
    let name = if name.starts_with(":::") { without_title(&name) } else { name };
    name.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(['|', ' ']).to_owned()
}

/// A directive without the attribute that is its title: it is translated, and a directive may lack it.
fn without_title(name: &str) -> String {
    let Some((before, attributes)) = name.split_once('{') else { return name.to_owned() };
    let Some(start) = attributes.find("title=") else { return name.to_owned() };
    let value = &attributes[start + "title=".len()..];
    let end = match value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => value[1..].find(quote).map_or(value.len(), |end| end + 2),
        None => value.find([' ', '}']).unwrap_or(value.len()),
    };
    let rest = format!("{}{}", &attributes[..start], &value[end..]);
    let rest = rest.trim_end_matches('}').trim();
    if rest.is_empty() { before.trim_end().to_owned() } else { format!("{before}{{{rest}}}") }
}

/// The line of a marker without its only title, where such a marker may lack one: `!!! note`, `:::tip`. A tab or a cut
/// without its name is none.
pub(crate) fn untitled(line: &str) -> Option<String> {
    let found = |line: &str| marker(line).or_else(|| alert(line)).filter(|marker| marker.what != What::Include);
    let [title] = found(line)?.titles.try_into().ok()?;
    let (mut before, mut behind) = (&line[..title.start], &line[title.end..]);
    for [open, close] in [['"', '"'], ['\'', '\''], ['[', ']']] {
        if let (Some(outer), Some(rest)) = (before.strip_suffix(open), behind.strip_prefix(close)) {
            (before, behind) = (outer, rest);
        }
    }
    let value = before.trim_end().strip_suffix('=').map(str::trim_end);
    let key = value.map(|value| value.trim_end_matches(|c: char| c.is_ascii_alphabetic()));
    let before = key.unwrap_or(before).trim_end().trim_end_matches('|').trim_end();
    let bare = match (before.strip_suffix('{'), behind.trim_start()) {
        (Some(outer), "}") => outer.trim_end().to_owned(),
        (Some(_), behind) => format!("{before}{behind}"),
        (None, _) => format!("{before}{behind}").trim_end().to_owned(),
    };
    let word = bare.trim_start_matches(['/', ':', '{', '%', ' ']);
    let needs_name = ["tab", "cut"].iter().any(|name| word.starts_with(name)) || bare.starts_with(['=', '<']);
    (!needs_name && !bare.starts_with("{{") && found(&bare)?.titles.is_empty()).then_some(bare)
}

/// A placeholder without what is translated in it, to be compared with another one: white space, the attributes that
/// readers see, and the codes of the two languages do not count.
pub(crate) fn placeholder_name(placeholder: &str, codes: [&str; 2]) -> String {
    let mut name = String::with_capacity(placeholder.len());
    let mut at = 0;
    // What Diplodoc shows above a note or a cut is in quotes.
    let quoted = ["{% cut", "{% note"].iter().any(|tag| placeholder.starts_with(tag));
    let shown = if quoted { matches(&QUOTED, placeholder) } else { shown_attributes(placeholder) };
    for shown in shown {
        name.push_str(&placeholder[at..shown.start]);
        at = shown.end;
    }
    name.push_str(&placeholder[at..]);
    let own = |part: &str| {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        if codes.contains(&word) { format!("*{}", &part[word.len()..]) } else { part.to_owned() }
    };
    let name: String = name.split_inclusive(|c: char| !c.is_alphanumeric()).map(own).collect();
    name.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(line: &str) -> Option<Vec<&str>> {
        marker(line).map(|marker| marker.titles.into_iter().map(|title| &line[title]).collect())
    }

    #[test]
    fn markers_are_known_with_their_titles() {
        for (line, title) in [
            ("!!! note", None),
            ("!!! note \"Перед началом\"", Some("Перед началом")),
            ("??? warning", None),
            ("=== \"Окна\"", Some("Окна")),
            ("/// tab | Окна и двери", Some("Окна и двери")),
            ("///", None),
            (":::tip Совет дня", Some("Совет дня")),
            (":::tip[Совет дня]", Some("Совет дня")),
            (":::tip{title=\"Совет дня\"}", Some("Совет дня")),
            ("::: tip", None),
            ("::::", None),
            ("{% note warning \"Осторожно\" %}", Some("Осторожно")),
            ("{% endnote %}", None),
            ("{% list tabs %}", None),
            ("{{< tab name=\"x\" title=\"Окна\" >}}", Some("Окна")),
            ("{{< /tab >}}", None),
            ("{: .note }", None),
            ("#|", None),
            ("|#", None),
            ("{* ../../src/a.py hl[2] *}", None),
            ("--8<-- \"a.md\"", None),
            ("[iframe border=1 src=\"solution\"]", None),
        ] {
            assert_eq!(titles(line), Some(title.into_iter().collect()), "{line}");
        }
        assert!(alert("[!NOTE] Читайте").is_some_and(|marker| marker.titles.first() == Some(&(8..22))));
    }

    #[test]
    fn prose_is_no_marker() {
        for line in [
            "!!! Внимание, впереди мост",
            "!!!",
            "???",
            "=== конец ===",
            "// заметка",
            ":: слово",
            "{имя} пришёл",
            "[x] сделано",
            "[текст](a.md)",
            "# Глава",
            "{{ имя }} пришёл",
            "- пункт",
            "<b>слово</b>",
        ] {
            assert_eq!(marker(line), None, "{line}");
        }
    }

    #[test]
    fn a_marker_that_may_lack_its_title_is_known_without_it() {
        for (line, bare) in [
            ("!!! note \"Раз\"", Some("!!! note")),
            ("???+ note inline \"Раз\"", Some("???+ note inline")),
            ("/// note | Раз", Some("/// note")),
            (":::tip Совет дня", Some(":::tip")),
            (":::tip[Совет дня]", Some(":::tip")),
            (":::tip[Совет]{.wide}", Some(":::tip{.wide}")),
            (":::info{title=\"Раз\"}", Some(":::info")),
            (":::info{title='Раз' .wide}", Some(":::info{.wide}")),
            ("{% note info \"Раз\" %}", Some("{% note info %}")),
            ("[!NOTE] Раз", Some("[!NOTE]")),
            ("=== \"Раз\"", None),
            ("/// tab | Раз", None),
            ("{% cut \"Раз\" %}", None),
            ("{{< tab title=\"Раз\" >}}", None),
            ("!!! note", None),
            ("Раз", None),
        ] {
            assert_eq!(untitled(line).as_deref(), bare, "{line}");
        }
    }

    #[test]
    fn a_name_has_no_title() {
        assert_eq!(name(":::: tip Совет дня"), ":::tip");
        assert_eq!(name(":::tip[Совет]"), ":::tip");
        assert_eq!(name("!!! note \"Раз\""), "!!! note");
        assert_eq!(name("/// tab | Окна"), "/// tab");
        assert_eq!(name("[!NOTE] Читайте"), "[!NOTE]");
        assert_eq!(name("<TabItem value=\"a\" label=\"Раз\">"), "<TabItem value=\"a\" label=>");
        assert_eq!(name(":::info{title=\"Без 'скоупа'\"}"), ":::info");
        assert_eq!(name(":::info{title='Раз' .wide}"), ":::info{.wide}");
    }
}
