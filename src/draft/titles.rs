//! Gaps of the titles of containers, of which nothing is rendered: the marker stays without its title, `!!! note`, below a
//! comment that shows it with its title.

use super::frame::Page;
use super::gap_block::GapBlock;
use super::lines::{line_end, line_start};
use super::tables::parted;
use crate::text::{Document, Format, Span, untitled};

impl<'a> Page<'a> {
    /// The gap of a title as a block above its marker, and the marker's line without the title. `None` where the
    /// paragraph is no title, or such a marker needs one.
    pub(super) fn title_block(&self, at: usize, is_gap: &dyn Fn(usize) -> bool) -> Option<(GapBlock<'a>, String)> {
        let (text, paragraph) = (self.document.text.as_str(), &self.document.paragraphs[at]);
        self.document.is_title(paragraph).then_some(())?;
        let lines = Span::new(line_start(text, paragraph.span.start), line_end(text, paragraph.span.end));
        let (margin, marker) = parted(text[lines.range()].trim_end());
        let bare = untitled(marker)?;
        let fits = self.document.format != Format::Mdx
            || (margin.trim().is_empty() && self.starts_a_flow(at, lines.start, is_gap));
        fits.then(|| (GapBlock { shown: marker.to_owned(), margin, inner: margin, span: lines }, bare))
    }
}

/// The bytes that a text takes which is written over a gap: with the marker below it where the text is that marker with
/// its title.
pub(super) fn with_marker(target: &Document, gap: Span, text: &str) -> Span {
    let file = &target.text;
    let Some(bare) = untitled(text) else { return gap };
    let rest = &file[gap.end..];
    let below = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).map(|below| file.len() - below.len());
    let Some(start) = below.filter(|start| *start < file.len()) else { return gap };
    let end = line_end(file, start);
    let is_marker = parted(file[start..end].trim_end()).1 == bare;
    if is_marker { Span::new(gap.start, end) } else { gap }
}
