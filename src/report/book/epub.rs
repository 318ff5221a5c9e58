//! The edition as an EPUB 3: a package of XHTML that reading systems open.

use std::io::{self, Cursor, Write};

use maud::{Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::edition::{Edition, Layout, Row};
use crate::i18n::Messages;

const STYLE: &str = include_str!("epub.css");
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const CONTAINER: &str = "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>\
    <rootfile full-path=\"book/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n";

/// So many bytes of a chapter: some reading systems load one whole.
const CHAPTER: usize = 250_000;

/// A chapter: its name and its rows.
struct Chapter<'a> {
    name: &'a str,
    rows: &'a [Row],
}

/// The edition as the bytes of an `.epub`. The same edition gives the same bytes: the package names no day.
///
/// # Errors
///
/// Where the archive cannot be written.
pub fn epub(edition: &Edition, layout: Layout, ui: &Messages) -> io::Result<Vec<u8>> {
    let chapters = chapters(edition);
    let mut files: Vec<(String, String)> = vec![
        ("META-INF/container.xml".to_owned(), format!("{DECLARATION}{CONTAINER}")),
        ("book/style.css".to_owned(), STYLE.to_owned()),
        ("book/contents.xhtml".to_owned(), contents(edition, &chapters, ui)),
    ];
    for (at, chapter) in chapters.iter().enumerate() {
        files.push((format!("book/{}", file_name(at)), self::chapter(edition, layout, chapter, ui)));
    }
    let texts: String = files.iter().map(|(_, text)| text.as_str()).collect();
    files.push(("book/package.opf".to_owned(), package(edition, chapters.len(), &identifier(&texts))));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // The first file identifies the archive, and is not compressed.
    archive.start_file("mimetype", SimpleFileOptions::default().compression_method(CompressionMethod::Stored))?;
    archive.write_all(b"application/epub+zip")?;
    for (name, text) in &files {
        archive.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated))?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The rows by chapter: each heading of the first two levels begins one, unless nothing is before it.
fn chapters(edition: &Edition) -> Vec<Chapter<'_>> {
    let rows = &edition.rows;
    let (mut starts, mut used) = (vec![0], 0);
    for (at, row) in rows.iter().enumerate() {
        let size: usize = row.sides.iter().flatten().map(|piece| piece.html().0.len()).sum();
        let since = at - starts.last().copied().unwrap_or_default();
        let only_headings = rows[at - since..at].iter().all(|row| row.heading.is_some());
        let heads = row.heading.is_some_and(|level| level <= 2) && !only_headings;
        if since > 0 && (heads || used + size > CHAPTER) {
            starts.push(at);
            used = 0;
        }
        used += size;
    }
    let ends = starts.iter().copied().skip(1).chain([rows.len()]);
    let chapter = |(start, end): (usize, usize)| {
        let rows = &rows[start..end];
        let name = rows.iter().find(|row| row.heading.is_some()).map_or(edition.title(), |row| row.name.as_str());
        Chapter { name: if name.is_empty() { edition.title() } else { name }, rows }
    };
    starts.iter().copied().zip(ends).map(chapter).collect()
}

fn file_name(at: usize) -> String {
    format!("chapter-{}.xhtml", at + 1)
}

/// A name for the book that is the same for the same texts: a UUID of version 8.
fn identifier(texts: &str) -> String {
    let digest = Sha256::digest(texts);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("urn:uuid:{}-{}-{}-{}-{}", &digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..])
}

fn document(language: &str, direction: &str, title: &str, body: &Markup) -> String {
    let head = html! { title { (title) } };
    let html = html! {
        html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang=(language)
            xml:lang=(language) dir=(direction) {
            head {
                (head)
                (PreEscaped("<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>"))
            }
            body { (body) }
        }
    };
    format!("{DECLARATION}<!DOCTYPE html>\n{}\n", html.into_string())
}

fn contents(edition: &Edition, chapters: &[Chapter<'_>], ui: &Messages) -> String {
    let body = html! {
        h1 { (edition.titles[0]) " · " (edition.titles[1]) }
        nav epub:type="toc" {
            h2 { (ui.book_contents()) }
            ol { @for (at, chapter) in chapters.iter().enumerate() { li { a href=(file_name(at)) { (chapter.name) } } } }
        }
    };
    document(&edition.languages[1], edition.directions[1], edition.title(), &body)
}

fn chapter(edition: &Edition, layout: Layout, chapter: &Chapter<'_>, ui: &Messages) -> String {
    let rows = chapter.rows.iter().filter(|row| row.sides.iter().any(|side| !side.is_empty()));
    let body = html! {
        @match layout {
            Layout::Beside => {
                table { @for row in rows { tr { td { (side(edition, row, 0)) } td { (side(edition, row, 1)) } } } }
            }
            Layout::After => { @for row in rows { div class="pair" { (side(edition, row, 0)) (side(edition, row, 1)) } } }
            Layout::Notes => { (notes(edition, rows.collect(), ui)) }
        }
    };
    document(&edition.languages[1], edition.directions[1], chapter.name, &body)
}

fn side(edition: &Edition, row: &Row, side: usize) -> Markup {
    let (language, class) = (&edition.languages[side], ["original", "translation"][side]);
    html! {
        div class=(class) lang=(language) xml:lang=(language) dir=(edition.directions[side]) {
            @for piece in &row.sides[side] { (piece.html()) }
        }
    }
}

/// The original, with the translation of each unit as a note.
fn notes(edition: &Edition, rows: Vec<&Row>, ui: &Messages) -> Markup {
    html! {
        @for (at, row) in rows.iter().enumerate() {
            @if row.sides[0].is_empty() { (side(edition, row, 1)) }
            @else {
                (side(edition, row, 0))
                @if !row.sides[1].is_empty() {
                    p class="ref" { a epub:type="noteref" role="doc-noteref" href={ "#n" (at) } id={ "r" (at) } title=(ui.book_translation()) { "※" } }
                }
            }
        }
        @for (at, row) in rows.iter().enumerate() {
            @if !row.sides[0].is_empty() && !row.sides[1].is_empty() {
                aside epub:type="footnote" role="doc-footnote" id={ "n" (at) } {
                    (side(edition, row, 1))
                    p class="ref" { a href={ "#r" (at) } { "↩" } }
                }
            }
        }
    }
}

fn package(edition: &Edition, chapters: usize, identifier: &str) -> String {
    let item = |id: &str, href: &str, kind: &str, more: &str| {
        format!("<item id=\"{id}\" href=\"{href}\" media-type=\"{kind}\"{more}/>")
    };
    let xhtml = "application/xhtml+xml";
    let mut manifest = item("contents", "contents.xhtml", xhtml, " properties=\"nav\"");
    manifest.push_str(&item("style", "style.css", "text/css", ""));
    let mut spine = "<itemref idref=\"contents\"/>".to_owned();
    for at in 0..chapters {
        manifest.push_str(&item(&format!("c{}", at + 1), &file_name(at), xhtml, ""));
        spine.push_str(&format!("<itemref idref=\"c{}\"/>", at + 1));
    }
    let package = html! {
        package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang=(edition.languages[1]) {
            metadata xmlns:dc="http://purl.org/dc/elements/1.1/" {
                dc:identifier id="id" { (identifier) }
                dc:title { (edition.titles[0]) " · " (edition.titles[1]) }
                dc:language { (edition.languages[1]) }
                @if edition.languages[0] != edition.languages[1] { dc:language { (edition.languages[0]) } }
                (PreEscaped("<meta property=\"dcterms:modified\">2000-01-01T00:00:00Z</meta>"))
            }
            manifest { (PreEscaped(manifest)) }
            spine page-progression-direction=(edition.directions[1]) { (PreEscaped(spine)) }
        }
    };
    format!("{DECLARATION}{}\n", package.into_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_a_uuid_of_the_texts() {
        let one = identifier("a");
        assert_eq!(one, identifier("a"));
        assert_ne!(one, identifier("b"));
        assert_eq!(one.len(), "urn:uuid:".len() + 36);
        assert_eq!(&one[9 + 14..9 + 15], "8");
    }
}
