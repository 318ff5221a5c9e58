//! Text from files, made safe to show: nothing in it can steer a terminal or turn a line around.

use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::LazyLock;

use regex::{Regex, bytes};

/// The beginning of a command to a CI runner that obeys it anywhere in a line: `##vso[` (Azure Pipelines), `##teamcity[`,
/// `##[` (GitHub, Azure). Runners compare without regard to case, and some without regard to letters that show nothing;
/// colours are such letters, too: they may be taken out behind the guard.
fn command() -> String {
    let unseen = r"[\u{ad}\u{200b}-\u{200d}\u{2060}\u{feff}]|\x1b\[[0-9;]*m";
    format!(r"(#(?:{unseen})*)#((?:[A-Za-z]|{unseen})*\[)")
}

static COMMAND: LazyLock<Regex> = LazyLock::new(|| Regex::new(&command()).expect("a regular expression"));
static COMMAND_IN_BYTES: LazyLock<bytes::Regex> =
    LazyLock::new(|| bytes::Regex::new(&command()).expect("a regular expression"));

/// The beginning of a line that Buildkite takes for the head of a group, which folds what follows.
static GROUP: LazyLock<bytes::Regex> = LazyLock::new(|| {
    bytes::Regex::new(r"^(?:\x1b\[[0-9;]*m)*(?:---|\+\+\+|~~~|\^\^\^)[ \t]").expect("a regular expression")
});

/// The text with control characters, bidirectional controls and other invisible steering characters replaced by
/// visible substitutes: `␛` for an escape, `⟨U+202E⟩` for a right-to-left override. Line feeds and tabs stay. A space
/// parts `##[`, `##vso[` and `##teamcity[`, which a CI runner would obey anywhere in a line.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.contains('#') && COMMAND.is_match(text) {
        return Cow::Owned(visible(&COMMAND.replace_all(text, "$1 #$2")).into_owned());
    }
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            letter if !steers(letter) => shown.push(letter),
            '\u{0}'..='\u{1f}' => shown.push(char::from_u32(0x2400 + letter as u32).unwrap_or('\u{fffd}')),
            '\u{7f}' => shown.push('\u{2421}'),
            letter => shown.push_str(&format!("⟨U+{:04X}⟩", letter as u32)),
        }
    }
    Cow::Owned(shown)
}

/// As [`visible`], on one line: for names of files, which may hold a line feed.
pub fn visible_line(text: &str) -> Cow<'_, str> {
    match text.contains(['\n', '\t']) {
        true => Cow::Owned(visible(text).replace('\n', "␊").replace('\t', "␉")),
        false => visible(text),
    }
}

/// Whether a bracket behind this text is the last sign of a command to a CI runner, and where the sign is that an
/// escape can take the place of.
pub(super) fn begins_command(text: &str) -> Option<usize> {
    let nothing = |letter: char| matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    let stem = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic() || nothing(letter));
    let before = stem.strip_suffix('#')?;
    before.trim_end_matches(nothing).ends_with('#').then_some(before.len())
}

pub(super) fn steers(letter: char) -> bool {
    let control = letter.is_control() && letter != '\n' && letter != '\t';
    let bidirectional =
        matches!(letter, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    control
        || bidirectional
        || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Passes an answer on line by line so that neither a terminal nor a CI runner that reads it obeys anything in it.
///
/// Whoever writes text of a file makes it [`visible`]; what was forgotten is made so here, but for sequences that only
/// colour, which an answer has of its own.
///
/// A line that begins with `::` is a workflow command to GitHub, and so is `##[` anywhere: a paragraph or a file's
/// name that holds either must not become one. A space parts the colons; `##[`, which [`visible`] has parted in
/// text for people and so is in JSON strings alone, is written with the escape of its second letter. A line that
/// Buildkite would take for the head of a group is indented, but for the names in a patch and the ids in a prompt. `docs/trust.md` lists
/// the commands with the pages of those who obey them.
pub struct Guard<W: Write> {
    inner: W,
    line: Vec<u8>,
}

impl<W: Write> Guard<W> {
    /// A writer that passes on to `inner`.
    pub fn new(inner: W) -> Guard<W> {
        Guard { inner, line: Vec::new() }
    }

    fn pass(&mut self) -> io::Result<()> {
        let line = std::mem::take(&mut self.line);
        let line = match std::str::from_utf8(&line) {
            Ok(text) if coloured_apart(text).any(steers) => shown(text).into_bytes(),
            _ => line,
        };
        let start = first_letter(&line);
        if line[start..].starts_with(b"::") {
            self.inner.write_all(&line[..start])?;
            self.inner.write_all(b": ")?;
            return self.inner.write_all(&line[start + 1..]);
        }
        let group = GROUP.find(&line).map(|head| &line[head.end()..]);
        if group.is_some_and(|name| !is_own_group(name)) {
            self.inner.write_all(b" ")?;
        }
        let parted = |found: &bytes::Captures<'_>| {
            // No string of JSON has colours.
            let sign: &[u8] = if found[0].contains(&b'\x1b') { b" #" } else { b"\\u0023" };
            [&found[1], sign, &found[2]].concat()
        };
        self.inner.write_all(&COMMAND_IN_BYTES.replace_all(&line, parted))
    }
}

impl<W: Write> Write for Guard<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(piece);
            if piece.ends_with(b"\n") {
                self.pass()?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pass()?;
        self.inner.flush()
    }
}

/// The letters of a line, without sequences that colour.
fn coloured_apart(text: &str) -> impl Iterator<Item = char> {
    pieces(text).flat_map(|(_, between)| between.chars())
}

fn shown(text: &str) -> String {
    pieces(text).map(|(colour, between)| format!("{colour}{}", visible(between))).collect()
}

/// The text in pieces: a sequence that colours (`ESC [ 1 ; 31 m`, or none at the beginning), and what follows it.
fn pieces(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let colour = colour(rest).unwrap_or_default();
        let after = &rest[colour..];
        let next = after.match_indices('\u{1b}').find(|(at, _)| self::colour(&after[*at..]).is_some());
        let end = next.map_or(after.len(), |(at, _)| at);
        let piece = (&rest[..colour], &after[..end]);
        rest = &after[end..];
        Some(piece)
    })
}

/// The length of the sequence that colours at the beginning of the text.
fn colour(text: &str) -> Option<usize> {
    let numbers = text.strip_prefix("\u{1b}[")?;
    let end = numbers.find(|letter: char| !letter.is_ascii_digit() && letter != ';')?;
    numbers[end..].starts_with('m').then_some(end + 3)
}

/// Whether a line of dashes is of an answer itself: a name in a patch, the id of a gap in a prompt.
fn is_own_group(name: &[u8]) -> bool {
    let digits = name.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
    name.starts_with(b"a/") || name.starts_with(b"b/") || digits == 16 && name.get(16) == Some(&b':')
}

/// Where the line's text begins, in bytes, after white space of any kind and colours.
fn first_letter(line: &[u8]) -> usize {
    let text = String::from_utf8_lossy(line);
    let mut rest = text.as_ref();
    loop {
        let trimmed = rest.trim_start_matches(|letter: char| letter.is_whitespace() && letter != '\n');
        rest = match trimmed.strip_prefix('\u{1b}') {
            Some(colour) => colour.split_once('m').map_or("", |(_, after)| after),
            None if trimmed.len() == rest.len() => return line.len() - rest.len().min(line.len()),
            None => trimmed,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guarded(text: &str) -> String {
        let mut guard = Guard::new(Vec::new());
        for piece in text.as_bytes().chunks(3) {
            guard.write_all(piece).unwrap();
        }
        guard.flush().unwrap();
        String::from_utf8(guard.inner).unwrap()
    }

    #[test]
    fn commands_to_ci_runners_are_parted() {
        assert_eq!(visible("a ##vso[x ##teamcity[y ###[z ## [w"), "a # #vso[x # #teamcity[y ## #[z ## [w");
        assert_eq!(visible("##VSO[x #\u{200b}#v\u{ad}so[y"), "# #VSO[x #\u{200b} #v\u{ad}so[y");
        assert_eq!(
            guarded("a ##vso[x ##TeamCity[y ###[z ## [w"),
            "a #\\u0023vso[x #\\u0023TeamCity[y ##\\u0023[z ## [w"
        );
        assert_eq!(guarded("#\u{feff}#vso[x"), "#\u{feff}\\u0023vso[x");
        assert_eq!(guarded("#\u{1b}[31m#\u{1b}[0mvso[x"), "#\u{1b}[31m #\u{1b}[0mvso[x");
        assert_eq!(guarded("##\u{1b}[31m x"), "##\u{1b}[31m x");
    }

    #[test]
    fn a_line_that_would_fold_what_follows_is_indented_and_a_patch_is_not() {
        assert_eq!(guarded("--- a\n+++ b\n~~~ c\n^^^ +++\n"), " --- a\n +++ b\n ~~~ c\n ^^^ +++\n");
        assert_eq!(guarded("\u{1b}[1m--- x"), " \u{1b}[1m--- x");
        for same in [
            "--- a/x.md\n+++ b/x.md\n",
            "---\n",
            "---|---\n",
            "a --- b\n",
            "\u{1b}[1m--- a/x\u{1b}[0m\n",
            "--- 047a038d5b122657:en:a\n",
        ] {
            assert_eq!(guarded(same), same);
        }
    }

    #[test]
    fn a_line_that_begins_like_a_command_is_none_any_more() {
        assert_eq!(guarded("a\n  ::error::b\nc::d\n::x"), "a\n  : :error::b\nc::d\n: :x");
        assert_eq!(guarded("\u{1b}[1m\u{1b}[31m::error::b"), "\u{1b}[1m\u{1b}[31m: :error::b");
        assert_eq!(guarded("\u{a0}\u{3000}::error::b"), "\u{a0}\u{3000}: :error::b");
    }

    #[test]
    fn what_steers_is_shown_and_what_colours_is_kept() {
        assert_eq!(guarded("\u{1b}[1;31ma\u{1b}[0m\u{1b}]0;b\u{7}\n"), "\u{1b}[1;31ma\u{1b}[0m␛]0;b␇\n");
        assert_eq!(guarded("a\u{202e}b\rc\u{9b}2J"), "a⟨U+202E⟩b␍c⟨U+009B⟩2J");
        assert_eq!(guarded("\u{1b}[2J\u{1b}[m\u{1b}"), "␛[2J\u{1b}[m␛");
    }

    #[test]
    fn an_old_command_in_a_json_string_reads_the_same_and_is_none() {
        let value = guarded("{\"text\": \"a ##[error]b ##[c\"}\n");
        assert!(!value.contains("##["), "{value}");
        let read: serde_json::Value = serde_json::from_str(&value).unwrap();
        assert_eq!(read["text"], "a ##[error]b ##[c");
    }

    #[test]
    fn an_old_command_in_text_is_parted() {
        assert_eq!(visible("a ##[error]b"), "a # #[error]b");
    }

    #[test]
    fn an_escape_sequence_is_shown_and_not_obeyed() {
        assert_eq!(visible("a\u{1b}[31mb"), "a␛[31mb");
    }

    #[test]
    fn a_bidirectional_override_is_named() {
        assert_eq!(visible("a\u{202e}b"), "a⟨U+202E⟩b");
    }

    #[test]
    fn ordinary_text_is_not_copied() {
        assert!(matches!(visible("«Қазақстан», tab\tand line\n"), Cow::Borrowed(_)));
    }
}
