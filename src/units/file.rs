//! The units file: full texts as a person accepted them, in TOML that merges like text.
//!
//! Full texts, not hashes: a change can be shown without version control, and a conflict can be read. How it is
//! written is in [`super::write`]; how two versions are merged in [`super::merge`].

use crate::text::Lines;

use super::shape::{FORMAT, Shape, UnitBlock, WITH_BLOCKS};
use super::{Layout, Units};

/// Something wrong with a units file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitsFault {
    /// Not TOML, or not of this shape; `line` counts from 1.
    Broken {
        /// 1-based.
        line: usize,
        /// In the words of the parser, in English.
        message: String,
    },
    /// A line, counted from 1, of a merge that nobody finished.
    ConflictMarker {
        /// 1-based.
        line: usize,
    },
    /// A format this version does not know.
    Format {
        /// The number in the file.
        found: i64,
    },
}

impl Units {
    /// Reads a units file; the empty file holds no units.
    ///
    /// # Errors
    ///
    /// Where the text is not a units file, or holds conflict markers.
    pub fn read(text: &str) -> Result<Units, UnitsFault> {
        // A missing format is a file begun by hand: format 1 is the first.
        let (shape, waivers) = Shape::parse(text).map_err(|error| fault(text, &error))?;
        if let Some(error) = unwritable(text) {
            return Err(error);
        }
        match shape.format.unwrap_or(FORMAT) {
            FORMAT | WITH_BLOCKS => Ok(Units {
                accepted: shape.unit.iter().filter_map(UnitBlock::accepted).collect(),
                pairs: shape.pair,
                waivers,
                blocks: shape.block,
                drafts: shape.draft,
            }),
            found => Err(UnitsFault::Format { found }),
        }
    }

    /// Writes itself over `before`, the file as it was (empty where there was none): comments and unknown
    /// keys survive. Equal units over equal files give equal bytes.
    ///
    /// The blocks keep the order of `before`; [`Units::write_in`] gives every unit of the document its block.
    pub fn write_over(&self, before: &str) -> String {
        let (shape, _) = Shape::parse(before).unwrap_or_default();
        super::write::write_over(self, &Layout::kept(self, &shape), before)
    }

    /// As [`Units::write_over`], with the blocks in the order of `layout`.
    pub fn write_in(&self, layout: &Layout, before: &str) -> String {
        super::write::write_over(self, layout, before)
    }
}

/// What keeps a file that can be read from being written over with its unknown keys: a number that nothing holds.
fn unwritable(text: &str) -> Option<UnitsFault> {
    let is_digit = |byte: &u8| byte.is_ascii_hexdigit() || *byte == b'_';
    // Sixteen hexadecimal digits or more; else there is no need to read the file a second time.
    if !text.as_bytes().split(|byte| !is_digit(byte)).any(|digits| digits.len() >= 16) {
        return None;
    }
    let error = text.parse::<toml_edit::DocumentMut>().err()?;
    let line = Lines::new(text).position(text, error.span().map_or(0, |span| span.start)).line;
    Some(UnitsFault::Broken { line, message: error.message().lines().next().unwrap_or_default().to_owned() })
}

fn fault(text: &str, error: &toml::de::Error) -> UnitsFault {
    if let Some(line) = conflict_line(text) {
        return UnitsFault::ConflictMarker { line };
    }
    let offset = error.span().map_or(0, |span| span.start);
    let message = error.message().lines().next().unwrap_or_default().to_owned();
    UnitsFault::Broken { line: Lines::new(text).position(text, offset).line, message }
}

/// The first line of an unfinished merge, counted from 1.
///
/// Looked for only in a text that is no TOML: no such line can be in one, but inside a string of several lines.
fn conflict_line(text: &str) -> Option<usize> {
    let marker = |line: &str| ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark));
    text.lines().position(marker).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::super::{Accepted, Paired};
    use super::*;

    fn line_of(text: &str) -> UnitsFault {
        Units::read(text).unwrap_err()
    }

    #[test]
    fn a_units_file_is_read() {
        let text = "format = 1\n\n[[unit]]\nsource = [\"мост\"]\ntarget = [\"bridge\"]\nby = \"me\"\n\n\
                    [[pair]]\nsource = ['а', 'б']\ntarget = []\n\n[[waiver]]\nrule = \"end-mark\"\nsource = [\"?\"]\n";
        let units = Units::read(text).unwrap();
        assert_eq!(units.accepted, [Accepted { source: vec!["мост".into()], target: vec!["bridge".into()] }]);
        assert_eq!(units.pairs, [Paired { source: vec!["а".into(), "б".into()], target: vec![] }]);
        assert_eq!(units.waivers[0].rule, "end-mark");
        assert_eq!(Units::read("").unwrap(), Units::default());
    }

    #[test]
    fn what_is_broken_is_told_by_line() {
        assert!(matches!(line_of("format = 1\n\n[[unit]\n"), UnitsFault::Broken { line: 3, .. }));
        assert!(matches!(line_of("format = 1\n[[unit]]\nsource = \"a\"\n"), UnitsFault::Broken { line: 3, .. }));
        assert!(matches!(line_of("[[waiver]]\nreason = \"a\"\n"), UnitsFault::Broken { line: 1, .. }));
        assert_eq!(line_of("format = 3\n"), UnitsFault::Format { found: 3 });
        let beyond = format!("[[unit]]\nsource = [\"a\"]\n# mine\nseen = 1{}\n", "0".repeat(30));
        assert!(matches!(line_of(&beyond), UnitsFault::Broken { line: 4, .. }), "{:?}", line_of(&beyond));
    }

    #[test]
    fn a_conflict_marker_is_told_by_line() {
        let text = "format = 1\n\n[[unit]]\n<<<<<<< HEAD\nsource = [\"a\"]\n=======\nsource = [\"b\"]\n>>>>>>> other\n";
        assert_eq!(line_of(text), UnitsFault::ConflictMarker { line: 4 });
    }

    #[test]
    fn a_text_that_looks_like_a_marker_is_no_marker() {
        let text = "[[unit]]\nsource = ['''\n======= \n''']\n";
        assert_eq!(Units::read(text).unwrap().accepted[0].source, ["======= \n"]);
    }
}
