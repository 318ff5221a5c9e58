//! `tolmach add --import`: a document of another program becomes an original.

use std::path::Path;

use super::error::{self, Error};
use super::original::Original;
use super::terminal::Terminal;
use crate::edit::Transaction;
use crate::i18n::Problem;
use crate::import::{self, Kind, Lost, LostKind};
use crate::lang::Language;
use crate::project::{self, Project, Snapshot};
use crate::text::{Document, Format};

/// No document of words is larger. In MiB.
const LARGEST: usize = 256;

/// The original that `file` becomes, at `named` or under the file's own name. Nothing is written.
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
) -> Result<Original, Error> {
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
        return Err(Error::new(Problem::ImportName).at(path, None));
    }
    let destined = project.destined(&path)?;
    let Some(pair) = destined.iter().find(|pair| pair.language == *language) else {
        return Err(Error::new(Problem::NotADocument).at(path, None));
    };
    let there = project.snapshot(&path)?;
    let exists = || Error::new(Problem::OriginalExists).at(path.clone(), None);
    if project.exists(&pair.translation) && there != Snapshot(None) {
        return Err(exists());
    }
    if project.exists(&pair.translation) {
        let translation = pair.translation.clone();
        return Err(Error::new(Problem::TranslationExists { path: translation.clone().into() }).at(translation, None));
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
        return Err(Error::new(Problem::ImportEmpty).at(file, None));
    }
    say_lost(terminal, file, &lost);
    let answer = terminal.ui.import_done(path.clone(), paragraphs, file.to_owned());
    Ok(Original {
        written: path.clone(),
        change: Transaction::of(&path, there.0, Some(text.clone().into_bytes())),
        project: project.with_unsaved(&path, text),
        path,
        answer: Some(answer),
    })
}

fn ending(path: &str) -> String {
    Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase()
}

fn kind(file: &str) -> Result<Kind, Error> {
    Ok(match ending(file).as_str() {
        "docx" | "docm" => Kind::Docx,
        "odt" => Kind::Odt,
        "html" | "htm" | "xhtml" => Kind::Html,
        _ => return Err(Error::new(Problem::ImportEnding).at(file, None)),
    })
}

fn converted(file: &str, kind: Kind) -> Result<(String, Lost), Error> {
    let bytes = project::read_loose(file)?;
    if bytes.len() > LARGEST << 20 {
        return Err(Error::new(Problem::ExchangeLarge { limit: LARGEST.into() }).at(file, None));
    }
    let article = import::read(kind, &bytes).map_err(|broken| error::exchange(file, broken))?;
    Ok(import::markdown(article))
}

/// Says what Markdown has no place for, each thing once.
fn say_lost(terminal: &Terminal, file: &str, lost: &Lost) {
    let ui = &terminal.ui;
    for (kind, count) in lost.iter() {
        let said = match kind {
            LostKind::Picture => ui.import_lost_picture(file, count),
            LostKind::Object => ui.import_lost_object(file, count),
            LostKind::Formula => ui.import_lost_formula(file, count),
            LostKind::Symbol => ui.import_lost_symbol(file, count),
            LostKind::Comment => ui.import_lost_comment(file, count),
            LostKind::TrackedChange => ui.import_lost_tracked_change(file, count),
            LostKind::HiddenText => ui.import_lost_hidden_text(file, count),
            LostKind::Margin => ui.import_lost_margin(file),
            LostKind::Contents => ui.import_lost_contents(file, count),
            LostKind::Navigation => ui.import_lost_navigation(file, count),
            LostKind::Around => ui.import_lost_around(file),
            LostKind::Form => ui.import_lost_form(file, count),
            LostKind::Underline => ui.import_lost_underline(file, count),
            LostKind::Link => ui.import_lost_link(file, count),
            LostKind::Numerals => ui.import_lost_numerals(file, count),
            LostKind::HeadingNumber => ui.import_lost_heading_number(file, count),
            LostKind::MergedCell => ui.import_lost_merged_cell(file, count),
            LostKind::LayoutTable => ui.import_lost_layout_table(file, count),
            LostKind::Cell => ui.import_lost_cell(file, count),
            LostKind::Break => ui.import_lost_break(file, count),
            LostKind::Emphasis => ui.import_lost_emphasis(file, count),
            LostKind::Nesting => ui.import_lost_nesting(file, count),
        };
        terminal.note(&said);
    }
}
