//! `tolmach add --import`: a document of another program becomes an original.

use std::io::Write;
use std::path::Path;

use super::error::Error;
use super::memory_file;
use super::terminal::Terminal;
use crate::import::{self, Kind, Lost, LostKind};
use crate::lang::Language;
use crate::project::{self, Project, Snapshot};
use crate::report::visible_line;
use crate::text::{Document, Format};

/// No document of words is larger. In MiB.
const LARGEST: usize = 256;

/// Writes the original that `file` becomes, at `named` or under the file's own name; its path in the project.
///
/// # Errors
///
/// Where the file cannot be read, or there is an original or a translation already.
pub(super) fn import(
    terminal: &Terminal,
    project: &Project,
    file: &str,
    named: Option<&str>,
    language: &Language,
) -> Result<String, Error> {
    let kind = kind(file)?;
    let path = match named {
        Some(named) => project.destination(named)?,
        None => {
            let stem = Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            let folder = project.originals();
            if folder.is_empty() { format!("{stem}.md") } else { format!("{folder}/{stem}.md") }
        }
    };
    if !matches!(ending(&path).as_str(), "md" | "markdown") {
        return Err(Error::new("trouble-import-name").at(path, None));
    }
    let destined = project.destined(&path)?;
    let Some(pair) = destined.iter().find(|pair| pair.language == *language) else {
        return Err(Error::new("trouble-not-a-document").at(path, None));
    };
    let there = project.snapshot(&path)?;
    let exists = || Error::new("trouble-original-exists").at(path.clone(), None).with("path", path.clone());
    if project.exists(&pair.translation) && there != Snapshot(None) {
        return Err(exists());
    }
    if project.exists(&pair.translation) {
        let translation = pair.translation.clone();
        return Err(Error::new("trouble-translation-exists").at(translation.clone(), None).with("path", translation));
    }
    // What a run that was killed wrote is no obstacle; anything else is, whatever the file would become.
    let (text, lost) = match &there {
        Snapshot(None) => converted(file, kind)?,
        Snapshot(Some(bytes)) => {
            converted(file, kind).ok().filter(|(text, _)| text.as_bytes() == bytes).ok_or_else(exists)?
        }
    };
    let paragraphs = Document::read(text.as_bytes(), Format::Markdown).paragraphs.len();
    if paragraphs == 0 {
        return Err(Error::new("trouble-import-empty").at(file, None));
    }
    if there == Snapshot(None) {
        let lock = terminal.lock(project)?;
        project.write(&lock, &path, &Snapshot(None), text.as_bytes())?;
    }
    say_lost(terminal, file, &lost);
    let mut out = terminal.out();
    let arguments = [("path", path.clone().into()), ("file", file.to_owned().into()), ("count", paragraphs.into())];
    writeln!(out, "{}", visible_line(&terminal.ui.say("import-done", &arguments)))?;
    out.flush()?;
    Ok(path)
}

fn ending(path: &str) -> String {
    Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase()
}

fn kind(file: &str) -> Result<Kind, Error> {
    Ok(match ending(file).as_str() {
        "docx" | "docm" => Kind::Docx,
        "odt" => Kind::Odt,
        "html" | "htm" | "xhtml" => Kind::Html,
        _ => return Err(Error::new("trouble-import-ending").at(file, None)),
    })
}

fn converted(file: &str, kind: Kind) -> Result<(String, Lost), Error> {
    let bytes = project::read_loose(file)?;
    if bytes.len() > LARGEST << 20 {
        return Err(Error::new("trouble-exchange-large").at(file, None).with("limit", LARGEST));
    }
    let article = import::read(kind, &bytes).map_err(|broken| memory_file::error(file, broken))?;
    Ok(import::markdown(article))
}

/// Says what Markdown has no place for, each thing once.
fn say_lost(terminal: &Terminal, file: &str, lost: &Lost) {
    for (kind, count) in lost.iter() {
        let name = match kind {
            LostKind::Picture => "picture",
            LostKind::Object => "object",
            LostKind::Formula => "formula",
            LostKind::Symbol => "symbol",
            LostKind::Comment => "comment",
            LostKind::TrackedChange => "tracked-change",
            LostKind::HiddenText => "hidden-text",
            LostKind::Margin => "margin",
            LostKind::Contents => "contents",
            LostKind::Navigation => "navigation",
            LostKind::Around => "around",
            LostKind::Form => "form",
            LostKind::Underline => "underline",
            LostKind::Link => "link",
            LostKind::Numerals => "numerals",
            LostKind::HeadingNumber => "heading-number",
            LostKind::MergedCell => "merged-cell",
            LostKind::LayoutTable => "layout-table",
            LostKind::Cell => "cell",
            LostKind::Break => "break",
            LostKind::Emphasis => "emphasis",
            LostKind::Nesting => "nesting",
        };
        let arguments = [("file", file.to_owned().into()), ("count", count.into())];
        terminal.note(&terminal.ui.say(&format!("import-lost-{name}"), &arguments));
    }
}
