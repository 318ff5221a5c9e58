//! gettext PO: <https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html>.
//!
//! The unit's id is the message's context, so that equal paragraphs of a document stay apart. PO knows no accepted
//! units: they go out as translated, and that is said.

use std::io::{BufRead, Write};

use encoding_rs::Encoding;

use super::{Broken, BrokenKind, Entry, Languages, LossKind, Losses, State, same_tongue};

/// Writes a catalogue in UTF-8, without dates, so that equal units give equal files.
///
/// # Errors
///
/// Where the stream cannot be written.
pub fn write(
    mut out: impl Write,
    languages: &Languages,
    entries: impl IntoIterator<Item = Entry>,
) -> std::io::Result<Losses> {
    let mut losses = Losses::default();
    let header = format!(
        "Project-Id-Version: \nReport-Msgid-Bugs-To: \nPO-Revision-Date: \nLast-Translator: \nLanguage-Team: \n\
         Language: {}\nX-Source-Language: {}\nMIME-Version: 1.0\n\
         Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\nX-Generator: tolmach {}\n",
        languages.target.replace('-', "_"),
        languages.source,
        env!("CARGO_PKG_VERSION")
    );
    out.write_all(b"msgid \"\"\n")?;
    string(&mut out, "msgstr", &header, 0, &mut losses)?;
    for (at, entry) in entries.into_iter().enumerate() {
        let number = at + 1;
        if entry.source.is_empty() && entry.id.is_empty() {
            // That would be the header.
            losses.add(LossKind::NoSource, number);
            continue;
        }
        if entry.state == State::Accepted {
            losses.add(LossKind::State("accepted".to_owned()), number);
        }
        out.write_all(b"\n")?;
        for line in entry.notes.iter().flat_map(|note| note.split('\n')) {
            writeln!(out, "{}", format!("#. {}", line.replace('\r', "")).trim_end())?;
        }
        if !entry.origin.is_empty() {
            writeln!(out, "#: {}", reference(&entry.origin))?;
        }
        if entry.state == State::Draft {
            out.write_all(b"#, fuzzy\n")?;
        }
        if !entry.id.is_empty() {
            string(&mut out, "msgctxt", &entry.id, number, &mut losses)?;
        }
        string(&mut out, "msgid", &entry.source, number, &mut losses)?;
        string(&mut out, "msgstr", entry.target.as_deref().unwrap_or_default(), number, &mut losses)?;
    }
    out.flush()?;
    Ok(losses)
}

/// A file name with spaces is between U+2068 and U+2069.
fn reference(origin: &str) -> String {
    let origin = origin.replace(['\n', '\r'], " ");
    if origin.contains(' ') { format!("\u{2068}{origin}\u{2069}") } else { origin }
}

/// One keyword with its string, a line of the text a line of the file.
fn string(out: &mut impl Write, keyword: &str, text: &str, number: usize, losses: &mut Losses) -> std::io::Result<()> {
    write!(out, "{keyword} ")?;
    if text.trim_end_matches('\n').contains('\n') {
        out.write_all(b"\"\"\n")?;
    }
    let mut written = false;
    for line in text.split_inclusive('\n') {
        writeln!(out, "\"{}\"", escape(line, number, losses))?;
        written = true;
    }
    if !written {
        out.write_all(b"\"\"\n")?;
    }
    Ok(())
}

fn escape(text: &str, number: usize, losses: &mut Losses) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push_str("\\t"),
            '\r' => escaped.push_str("\\r"),
            '\u{7}' => escaped.push_str("\\a"),
            '\u{8}' => escaped.push_str("\\b"),
            '\u{b}' => escaped.push_str("\\v"),
            '\u{c}' => escaped.push_str("\\f"),
            // It would end the string in every program that uses the catalogue.
            '\0' => {
                losses.add(LossKind::Character(c), number);
                escaped.push('\u{fffd}');
            }
            // Three octal digits, so that a digit that follows is not taken for a part.
            '\u{1}'..='\u{1f}' | '\u{7f}' => escaped.push_str(&format!("\\{:03o}", u32::from(c))),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Reads a catalogue; of plural messages the first form.
///
/// # Errors
///
/// Where the file is broken or about another language; what came before has been handed over.
pub fn read(mut input: impl BufRead, languages: &Languages, each: &mut dyn FnMut(Entry)) -> Result<Losses, Broken> {
    let mut reader = Reader { encoding: encoding_rs::UTF_8, line: 0, losses: Losses::default(), open: None };
    let mut message = Message::default();
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        let end = input.read_until(b'\n', &mut bytes)? == 0;
        reader.line += usize::from(!end || reader.line == 0);
        let line = if end { String::new() } else { reader.decode(&bytes)? };
        let line = line.trim();
        let begins = line.starts_with('#') || line.starts_with("msgctxt") || line.starts_with("msgid ");
        // A message ends where the file does or the next begins; blank lines are only for the eye.
        if end && message.msgid.is_some() && message.msgstr.is_none() {
            return Err(Broken::new(reader.line, BrokenKind::Truncated));
        }
        if end || (begins && message.msgstr.is_some()) {
            reader.hand_over(std::mem::take(&mut message), languages, each)?;
        }
        if end {
            return Ok(reader.losses);
        }
        reader.take(line, &mut message)?;
    }
}

#[derive(Default)]
struct Message {
    msgctxt: Option<String>,
    msgid: Option<String>,
    msgstr: Option<String>,
    fuzzy: bool,
    origin: String,
    notes: Vec<String>,
    line: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Context,
    Id,
    Str,
    /// A plural form, which is passed over.
    Other,
}

struct Reader {
    encoding: &'static Encoding,
    line: usize,
    losses: Losses,
    /// Which string a line that begins with a quote goes on with.
    open: Option<Part>,
}

impl Reader {
    fn decode(&self, bytes: &[u8]) -> Result<String, Broken> {
        let bytes = if self.line == 1 { bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes) } else { bytes };
        let text = self.encoding.decode_without_bom_handling_and_without_replacement(bytes);
        text.map(|text| text.into_owned())
            .ok_or_else(|| Broken::new(self.line, BrokenKind::NotInEncoding(self.encoding.name().to_owned())))
    }

    fn syntax(&self, line: &str) -> Broken {
        Broken::new(self.line, BrokenKind::Syntax(line.chars().take(60).collect()))
    }

    fn take(&mut self, line: &str, message: &mut Message) -> Result<(), Broken> {
        if let Some(comment) = line.strip_prefix('#') {
            self.comment(comment, message);
            return Ok(());
        }
        if line.is_empty() {
            return Ok(());
        }
        let quote = line.find('"').ok_or_else(|| self.syntax(line))?;
        let keyword = line[..quote].trim_end();
        if keyword.is_empty() && self.open.is_none() {
            return Err(self.syntax(line));
        }
        let part = match keyword {
            "" => self.open.unwrap_or(Part::Other),
            "msgctxt" => Part::Context,
            "msgid" => Part::Id,
            "msgstr" | "msgstr[0]" => Part::Str,
            "msgid_plural" => Part::Other,
            _ if keyword.starts_with("msgstr[") => Part::Other,
            _ => return Err(self.syntax(line)),
        };
        if keyword == "msgid_plural" {
            self.losses.add(LossKind::Plural, self.line);
        }
        let text = unquote(&line[quote..]).ok_or_else(|| self.syntax(line))?;
        if message.line == 0 {
            message.line = self.line;
        }
        let place = match part {
            Part::Context => &mut message.msgctxt,
            Part::Id => &mut message.msgid,
            Part::Str => &mut message.msgstr,
            Part::Other => &mut None,
        };
        if !keyword.is_empty() && part != Part::Other && place.is_some() {
            return Err(self.syntax(line));
        }
        place.get_or_insert_default().push_str(&text);
        self.open = Some(part);
        Ok(())
    }

    fn comment(&mut self, comment: &str, message: &mut Message) {
        self.open = None;
        let text = comment.get(1..).map(str::trim);
        match (comment.chars().next(), text) {
            (Some(':'), Some(text)) => {
                let text = text.trim_matches(['\u{2068}', '\u{2069}']);
                message.origin.push_str(if message.origin.is_empty() { "" } else { " " });
                message.origin.push_str(text);
            }
            (Some(','), Some(flags)) => message.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy"),
            (Some('.'), Some(text)) => message.notes.push(text.to_owned()),
            (Some('~'), _) => self.losses.add(LossKind::Obsolete, self.line),
            // What the message was before it became fuzzy.
            (Some('|'), _) => self.losses.add(LossKind::Field("#|".to_owned()), self.line),
            (Some(' '), _) if !comment.trim().is_empty() => message.notes.push(comment.trim().to_owned()),
            _ => {}
        }
    }

    fn hand_over(
        &mut self,
        message: Message,
        languages: &Languages,
        each: &mut dyn FnMut(Entry),
    ) -> Result<(), Broken> {
        self.open = None;
        let Some(msgstr) = message.msgstr else { return Ok(()) };
        let Some(msgid) = message.msgid else {
            return Err(Broken::new(message.line, BrokenKind::Syntax("msgstr".to_owned())));
        };
        if msgid.is_empty() && message.msgctxt.is_none() {
            return self.header(&msgstr, message.line, languages);
        }
        let target = Some(msgstr).filter(|target| !target.is_empty());
        let state = match (&target, message.fuzzy) {
            (None, _) => State::New,
            (_, true) => State::Draft,
            _ => State::Translated,
        };
        let notes = if message.notes.is_empty() { Vec::new() } else { vec![message.notes.join("\n")] };
        each(Entry {
            id: message.msgctxt.unwrap_or_default(),
            source: msgid,
            target,
            state,
            origin: message.origin,
            notes,
            ..Entry::default()
        });
        Ok(())
    }

    fn header(&mut self, header: &str, line: usize, languages: &Languages) -> Result<(), Broken> {
        for field in header.lines() {
            let Some((name, value)) = field.split_once(':') else { continue };
            let value = value.trim();
            if name.eq_ignore_ascii_case("language") && !value.is_empty() && !same_tongue(value, &languages.target) {
                let kind = BrokenKind::Languages { expected: languages.target.clone(), found: value.to_owned() };
                return Err(Broken::new(line, kind));
            }
            if let Some((_, label)) = value.split_once("charset=").filter(|(_, label)| *label != "CHARSET") {
                self.encoding = Encoding::for_label(label.trim().as_bytes())
                    .ok_or_else(|| Broken::new(line, BrokenKind::UnknownEncoding(label.to_owned())))?;
            }
        }
        Ok(())
    }
}

/// The text of `"…"` with its escapes; `None` where it is not closed.
fn unquote(quoted: &str) -> Option<String> {
    let inside = quoted.strip_prefix('"')?.strip_suffix('"')?;
    let mut bytes: Vec<u8> = Vec::with_capacity(inside.len());
    let mut rest = inside;
    while let Some(at) = rest.find(['\\', '"']) {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        // A quote within is escaped, or the string has ended too early.
        let escaped = rest[at..].strip_prefix('\\')?;
        let c = escaped.chars().next()?;
        let mut len = c.len_utf8();
        match c {
            'n' => bytes.push(b'\n'),
            't' => bytes.push(b'\t'),
            'r' => bytes.push(b'\r'),
            'a' => bytes.push(7),
            'b' => bytes.push(8),
            'v' => bytes.push(11),
            'f' => bytes.push(12),
            '0'..='7' => {
                len = escaped.bytes().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
                bytes.push(u8::from_str_radix(&escaped[..len], 8).ok()?);
            }
            'x' => {
                let digits = escaped.bytes().skip(1).take(2).take_while(u8::is_ascii_hexdigit).count();
                len = 1 + digits;
                bytes.push(u8::from_str_radix(&escaped[1..len], 16).ok()?);
            }
            other => bytes.extend_from_slice(other.encode_utf8(&mut [0; 4]).as_bytes()),
        }
        rest = &escaped[len..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).ok()
}
