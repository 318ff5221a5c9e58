//! Articles of other programs are read, or refused with a line; what was read is Markdown that reads back.

use tolmach::import::{Kind, markdown, read};
use tolmach::text::{Document, Format};

use super::package::{parts_of, zip};

/// Input: a web page, or the parts of a word processor's package: `docx` or `odt` in the first part, then its files.
pub fn hold(bytes: &[u8]) {
    let (kind, file) = match bytes {
        [b'd', b'o', b'c', b'x', b'\n', parts @ ..] => (Kind::Docx, docx(parts)),
        [b'o', b'd', b't', b'\n', parts @ ..] => (Kind::Odt, odt(parts)),
        page => (Kind::Html, page.to_vec()),
    };
    let article = match read(kind, &file) {
        Ok(article) => article,
        Err(broken) => {
            // A package has no lines.
            assert!((broken.line > 0 || kind != Kind::Html) && !broken.to_string().is_empty(), "{broken}");
            return;
        }
    };
    let again = read(kind, &file).expect("it was read");
    assert_eq!(format!("{again:?}"), format!("{article:?}"));
    let (written, _) = markdown(article);
    let document = Document::read(written.as_bytes(), Format::Markdown);
    assert_eq!(document.text, written);
    // What a terminal or a browser would hear as a command is no letter of an article.
    let steers = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
    assert!(!written.chars().any(steers), "{written:?}");
}

const RELATIONS: &[u8] = b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Target=\"word/document.xml\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>";

fn docx(bytes: &[u8]) -> Vec<u8> {
    let names = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"];
    let frame = [("[Content_Types].xml", &b"<Types/>"[..]), ("_rels/.rels", RELATIONS)];
    zip(&[&frame[..], &parts_of(bytes, names)[..]].concat())
}

fn odt(bytes: &[u8]) -> Vec<u8> {
    let kind = ("mimetype", &b"application/vnd.oasis.opendocument.text"[..]);
    zip(&[&[kind], &parts_of(bytes, ["content.xml", "styles.xml"])[..]].concat())
}
