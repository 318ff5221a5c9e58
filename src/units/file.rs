//! The units file: full texts as a person accepted them, in TOML that merges like text.
//!
//! Full texts, not hashes: a change can be shown without version control, and a conflict can be read. How it is
//! written stands in [`super::write`]; how two versions are merged in [`super::merge`].

use serde::Deserialize;

use crate::text::Lines;

use super::Layout;

/// The format of a file that records no verbatim blocks.
pub(super) const FORMAT: i64 = 1;
/// The format of a file that does: a program that knows the first one only would take their changes for none.
pub(super) const WITH_BLOCKS: i64 = 2;

/// What a units file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// In document order.
    pub accepted: Vec<Accepted>,
    /// Alignments corrected by hand.
    pub pairs: Vec<Paired>,
    pub waivers: Vec<Waiver>,
    /// Code and other verbatim blocks as they were when a person accepted what is around them, one text a side.
    pub blocks: Vec<Accepted>,
}

/// The texts of a unit as a person accepted them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub struct Accepted {
    #[serde(default)]
    pub source: Vec<String>,
    #[serde(default)]
    pub target: Vec<String>,
}

/// An alignment set by hand, by the texts it holds for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub struct Paired {
    #[serde(default)]
    pub source: Vec<String>,
    #[serde(default)]
    pub target: Vec<String>,
}

/// A person's word that a finding is fine where it stands; it expires when either text changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub struct Waiver {
    pub rule: String,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub source: Vec<String>,
    #[serde(default)]
    pub target: Vec<String>,
}

/// Something wrong with a units file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitsFault {
    /// Not TOML, or not of this shape; `line` counts from 1.
    Broken { line: usize, message: String },
    /// A line, counted from 1, of a merge that nobody finished.
    ConflictMarker { line: usize },
    /// A format this version does not know.
    Format { found: i64 },
}

/// The file as TOML has it; unknown keys are none of our business.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Shape {
    format: Option<i64>,
    #[serde(default)]
    pub(super) unit: Vec<UnitBlock>,
    #[serde(default)]
    pair: Vec<Paired>,
    #[serde(default)]
    waiver: Vec<Waiver>,
    #[serde(default)]
    block: Vec<Accepted>,
}

/// A `[[unit]]` block.
#[derive(Debug, Deserialize)]
pub(super) struct UnitBlock {
    /// `false` in the block of a unit that nobody has accepted.
    #[serde(default = "yes")]
    accepted: bool,
    #[serde(default)]
    source: Vec<String>,
    #[serde(default)]
    target: Vec<String>,
    /// The waivers of the unit's findings.
    #[serde(default)]
    pub(super) waiver: Vec<Waiver>,
}

fn yes() -> bool {
    true
}

impl UnitBlock {
    /// The unit, where a person has accepted it.
    pub(super) fn accepted(&self) -> Option<Accepted> {
        self.accepted.then(|| Accepted { source: self.source.clone(), target: self.target.clone() })
    }
}

impl Shape {
    /// Reads the file without judging its format; with it, the waivers in the order of the file.
    ///
    /// # Errors
    ///
    /// Where the text is no TOML of this shape.
    pub(super) fn parse(text: &str) -> Result<(Shape, Vec<Waiver>), toml::de::Error> {
        let shape: Shape = toml::from_str(text)?;
        let waivers = shape.unit.iter().flat_map(|block| &block.waiver).chain(&shape.waiver).cloned().collect();
        Ok((shape, waivers))
    }
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
            }),
            found => Err(UnitsFault::Format { found }),
        }
    }

    /// Writes itself over `before`, the file as it stood (empty where there was none): comments and unknown
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
    let is_digit = |letter: char| letter.is_ascii_hexdigit() || letter == '_';
    // Sixteen hexadecimal digits or more; else there is no need to read the file a second time.
    if !text.split(|letter| !is_digit(letter)).any(|digits| digits.len() >= 16) {
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
/// Looked for only in a text that is no TOML: no such line can stand in one, but inside a string of several lines.
fn conflict_line(text: &str) -> Option<usize> {
    let marker = |line: &str| ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark));
    text.lines().position(marker).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
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
