//! JSON written as it comes, so that an answer need not fit into memory.

use std::cell::Cell;
use std::io::{self, Write};

use serde::Serialize;
use serde::ser::{Error, SerializeSeq, Serializer};
use serde_json::Value;
use serde_json::ser::{Formatter, PrettyFormatter};

use super::visible::{begins_command, steers};

/// A list whose values are made when they are written; it can be written once.
pub(super) struct Listed<I>(Cell<Option<I>>);

impl<I: Iterator<Item = io::Result<Value>>> Listed<I> {
    pub(super) fn new(values: I) -> Listed<I> {
        Listed(Cell::new(Some(values)))
    }
}

impl<I: Iterator<Item = io::Result<Value>>> Serialize for Listed<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for value in self.0.take().into_iter().flatten() {
            list.serialize_element(&value.map_err(S::Error::custom)?)?;
        }
        list.end()
    }
}

/// Writes a value as JSON with indents, in which every letter that steers a terminal or a CI runner is written as an
/// escape: whoever reads it as JSON gets the same text.
pub(super) fn write_json(value: &impl Serialize, mut out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, Escaped(PrettyFormatter::new()));
    value.serialize(&mut serializer)?;
    writeln!(out)
}

/// Indents as `serde_json` does, with more escapes.
struct Escaped<'a>(PrettyFormatter<'a>);

impl Formatter for Escaped<'_> {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(|letter| steers(letter) || letter == '[') {
            let letter = rest[at..].chars().next().unwrap_or_default();
            let (before, after) = (&rest[..at], &rest[at + letter.len_utf8()..]);
            match begins_command(before) {
                // `##[` and `##vso[` are commands to a CI runner anywhere in a line.
                Some(sign) if letter == '[' => write!(out, "{}\\u0023{}[", &before[..sign], &before[sign + 1..])?,
                _ if letter == '[' => write!(out, "{before}[")?,
                _ => {
                    out.write_all(before.as_bytes())?;
                    letter.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(out, "\\u{unit:04x}"))?;
                }
            }
            rest = after;
        }
        out.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

#[cfg(test)]
mod tests {
    use super::super::visible;
    use super::*;
    use serde_json::json;

    #[test]
    fn json_shows_no_letter_that_steers_and_reads_the_same() {
        let text =
            "a\u{202e}b\u{9b}31m\u{7f} ##[error] ##vso[a ##VSO[b #\u{200b}#vso[c ###[ [#] [\u{e0041}\u{1b}[0m \"\\\n";
        let value = json!({ "text": text, "##[key": [1, {}], "empty": [] });
        let mut out = Vec::new();
        write_json(&value, &mut out).unwrap();
        let written = String::from_utf8(out).unwrap();
        let harmless = |letter: char| letter.is_ascii() && !letter.is_control();
        assert!(written.chars().all(|letter| "\n\u{200b}".contains(letter) || harmless(letter)), "{written}");
        assert_eq!(visible(&written), written, "no command is left to part");
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), value);
        let plain = json!({ "text": "а [б] # \"", "empty": [] });
        let mut out = Vec::new();
        write_json(&plain, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string_pretty(&plain).unwrap() + "\n");
    }

    #[test]
    fn a_list_that_breaks_off_is_an_error() {
        let values = [Ok(json!(1)), Err(io::Error::other("gone"))];
        let error = write_json(&Listed::new(values.into_iter()), &mut Vec::new()).unwrap_err();
        assert!(error.to_string().contains("gone"));
    }
}
