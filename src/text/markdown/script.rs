//! What of an MDX text is JavaScript: statements, expressions, elements, comments.

use super::super::comment::JSX;
use super::super::{BlockKind, Kind, Span, directive};
use super::machinery::{ITEM, Scanner};
use super::{jsx, marker};

impl Scanner<'_> {
    /// Masks what begins a line and is JavaScript as a whole; gives where the line ends on which it ends.
    pub(super) fn script(&mut self, start: usize, line_end: usize) -> Option<usize> {
        let rest = &self.text[start..];
        if rest.starts_with(JSX.open) {
            let end = start + JSX.end(rest)?;
            let kind = match &self.text[start..end] {
                comment if directive::is_gap(comment) => BlockKind::Gap,
                comment if directive::is_allow(comment) => BlockKind::Allow,
                _ => BlockKind::Comment,
            };
            return self.statement(start, end, kind);
        }
        if let Some(length) = jsx::statements_end(rest).filter(|_| self.begins_line(start)) {
            return self.statement(start, start + length, BlockKind::Script);
        }
        if rest.starts_with('{') {
            let end = start + jsx::expression_end(rest)?;
            return self.statement(start, end, BlockKind::Script);
        }
        self.only_elements(start, line_end)
    }

    fn begins_line(&self, start: usize) -> bool {
        self.text[..start].is_empty() || self.text[..start].ends_with(['\n', '\r'])
    }

    /// Masks JavaScript that nothing follows on its line.
    fn statement(&mut self, start: usize, end: usize, kind: BlockKind) -> Option<usize> {
        let line_end = self.line_end(end);
        if !self.text[end..line_end].trim().is_empty() {
            return None;
        }
        self.found.blocks.push((Span::new(start, end), kind));
        self.blank(Span::new(start, end));
        self.blank_before = true;
        Some(line_end)
    }

    /// Masks lines that hold nothing but tags.
    fn only_elements(&mut self, start: usize, line_end: usize) -> Option<usize> {
        let mut tags: Vec<Span> = Vec::new();
        let mut at = start;
        while let Some(length) = jsx::tag_end(&self.text[at..]) {
            tags.push(Span::new(at, at + length));
            let space = self.text[at + length..].find(|c: char| !matches!(c, ' ' | '\t')).unwrap_or(0);
            at += length + space;
        }
        let end = self.line_end(tags.last()?.end).max(line_end);
        if !self.text[tags.last()?.end..end].trim().is_empty() {
            return None;
        }
        for tag in &tags {
            let text = &self.text[tag.range()];
            let titles = marker::shown_attributes(text).into_iter();
            let titles = titles.map(|title| (Span::new(tag.start + title.start, tag.start + title.end), Kind::Prose));
            self.found.titles.extend(titles);
            self.marker(*tag);
        }
        let whole = Span::new(start, tags.last()?.end);
        self.blank(whole);
        let last = &self.text[tags.last()?.range()];
        if !last.starts_with("</") && !last.ends_with("/>") && whole.len() >= ITEM.len() {
            self.item(start);
        }
        self.holds_indented = true;
        self.blank_before = true;
        Some(end)
    }

    /// Masks the tags and expressions within a line of text as tags of HTML; gives where the line ends on which the
    /// last of them ends.
    pub(super) fn elements(&mut self, start: usize, line_end: usize) -> usize {
        let (mut at, mut end) = (start, line_end);
        while let Some(found) = self.text[at..end].find(['<', '{', '`']).map(|found| at + found) {
            let rest = &self.text[found..];
            if rest.starts_with('`') {
                // Code is code up to as many backticks.
                let ticks = rest.len() - rest.trim_start_matches('`').len();
                let close = self.text[found + ticks..end].find(&rest[..ticks]);
                at = found + ticks + close.map_or(0, |close| close + ticks);
                continue;
            }
            let length = if rest.starts_with('<') { jsx::tag_end(rest) } else { jsx::expression_end(rest) };
            let Some(length) = length.filter(|_| !self.text[..found].ends_with('\\')) else {
                at = found + 1;
                continue;
            };
            let span = Span::new(found, found + length);
            // A tag of HTML the parser knows; expressions in one it does not.
            if rest.starts_with('{') || rest[..length].contains(['{', '\n']) {
                self.tag(span);
            }
            at = span.end;
            end = end.max(self.line_end(at));
        }
        end
    }

    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find(['\n', '\r']).map_or(self.text.len(), |found| at + found)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{BlockKind, Document, Format};

    fn read(text: &str) -> (String, String) {
        let document = Document::read(text.as_bytes(), Format::Mdx);
        let paragraphs: Vec<&str> = document.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        let markers: Vec<&str> = document.markers.iter().map(|marker| marker.name.as_str()).collect();
        assert!(document.blocks.iter().all(|block| block.kind != BlockKind::Code), "{:?}", document.blocks);
        (paragraphs.join("|"), markers.join("|"))
    }

    #[test]
    fn elements_are_markers_and_their_texts_paragraphs() {
        let text = "import Tabs from '@a';\n\n<Tabs>\n  <TabItem value=\"a\" label=\"Раз\">\n\nДва\n\n  </TabItem>\n</Tabs>\n\n\
                    {/* заметка */}\n\nЧетыре\n";
        let markers = "<Tabs>|<TabItem value=\"a\" label=>|</TabItem>|</Tabs>";
        assert_eq!(read(text), ("Раз|Два|Четыре".to_owned(), markers.to_owned()));
    }

    #[test]
    fn an_element_of_several_lines_is_one_marker() {
        let (paragraphs, markers) = read("<Card\n  title=\"Раз\"\n  size={{ a: 1 }}\n>\n  Два\n</Card>\n\nТри\n");
        assert_eq!(paragraphs, "Раз|Два|Три");
        assert_eq!(markers, "<Card title= size={{ a: 1 }} >|</Card>");
    }

    #[test]
    fn what_is_in_a_line_is_markup_without_words() {
        let document =
            Document::read("Мост <Badge a={b > 1}>слово</Badge> и {count + 1} раз.\n".as_bytes(), Format::Mdx);
        let paragraph = &document.paragraphs[0];
        let words: Vec<&str> = paragraph.words().iter().map(|span| &paragraph.text[span.range()]).collect();
        assert_eq!(words, ["Мост", "слово", "и", "раз"]);
    }

    #[test]
    fn statements_are_no_text_and_braces_in_code_are_code() {
        let (paragraphs, _) =
            read("export const a = {\n\n  b: 1,\n};\n\nРаз `{a` два `b}`.\n\n{a.map(b => (\n  <p>{b}</p>\n))}\n");
        assert_eq!(paragraphs, "Раз `{a` два `b}`.");
    }

    #[test]
    fn a_gap_is_a_comment_of_mdx() {
        let comments = Format::Mdx.comments();
        let gap = super::super::super::gap(comments, "Раз */ -- два", &[]);
        assert!(gap.starts_with("{/* tolmach: translate") && gap.find("*/") == Some(gap.len() - 3), "{gap}");
        let document = Document::read(format!("{gap}\n\nТри\n").as_bytes(), Format::Mdx);
        assert_eq!(super::super::super::open(&document)[0].original, "Раз */ -- два");
        assert_eq!(document.blocks[0].kind, BlockKind::Gap);
    }
}
