//! The text of paragraphs with numbered marks in place of what a machine must not touch: code, links, tags,
//! placeholders, emphasis.
//!
//! A mark is a number between `⟦` and `⟧`. [`Masked::restore`] puts back what the marks replaced, and refuses a text in
//! which one of them is missing, doubled or invented.

use std::sync::LazyLock;

use regex::Regex;

use super::{Mark, MarkKind, Paragraph, Span};

static MARK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"⟦\s*(\d{1,9})\s*⟧").expect("the expression is well formed"));

/// A text with its masks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masked {
    /// The text with marks; several paragraphs are parted by a blank line.
    pub text: String,
    /// What the marks replaced, in order; the first is `⟦1⟧`.
    pub masks: Vec<Mask>,
}

/// What one mark replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mask {
    /// The text of the paragraph there.
    pub text: String,
    /// Its tags, footnotes and placeholders, which must come back as they are even where a text has no marks.
    kept: Vec<String>,
    /// Its code, of which a text without marks must have some.
    code: Vec<String>,
    /// Whether it begins with the end of an emphasis or a link: no blank precedes it.
    closes: bool,
    /// Whether it ends with the beginning of one: no blank follows it.
    opens: bool,
}

/// Something wrong with the marks of a text that came back. Marks are given by their numbers, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MaskFault {
    /// A mark did not come back: what it replaced.
    Missing(usize),
    /// A mark came back more than once.
    Repeated(usize),
    /// There is no mark of this number.
    Unknown(usize),
    /// A sign of marks that is none: the text around it.
    Stray,
    /// The text has no marks, and lacks this piece of the original.
    Lost(String),
}

impl Masked {
    /// Masks the text of paragraphs; the marks are numbered through.
    pub fn of(paragraphs: &[&Paragraph]) -> Masked {
        let mut masked = Masked::default();
        for (at, paragraph) in paragraphs.iter().enumerate() {
            masked.text.push_str(if at == 0 { "" } else { "\n\n" });
            masked.add(paragraph);
        }
        masked
    }

    fn add(&mut self, paragraph: &Paragraph) {
        let text = &paragraph.text;
        let mut at = 0;
        for (span, mask) in stretches(paragraph) {
            self.text.push_str(&text[at..span.start]);
            self.masks.push(mask);
            self.text.push_str(&format!("⟦{}⟧", self.masks.len()));
            at = span.end;
        }
        self.text.push_str(&text[at..]);
    }

    /// The text with what its marks stand for. A text without any mark is taken as it is, where it has the tags, the
    /// footnotes and the placeholders of the original, and of its code at least a piece: whoever keeps some of it as
    /// code leaves out or adds some for a reason, which is a rule's to report.
    ///
    /// # Errors
    ///
    /// Where a mark is not there exactly once.
    pub fn restore(&self, answer: &str) -> Result<String, Vec<MaskFault>> {
        if !self.masks.is_empty() && !MARK.is_match(answer) {
            return self.without_marks(answer);
        }
        let mut seen = vec![0_usize; self.masks.len()];
        let mut faults = Vec::new();
        let mut restored = String::with_capacity(answer.len());
        let mut rest = answer;
        while let Some(found) = MARK.captures(rest) {
            let whole = found.get(0).expect("a match has a whole");
            let number: usize = found[1].parse().unwrap_or(usize::MAX);
            let before = &rest[..whole.start()];
            rest = &rest[whole.end()..];
            let Some(mask) = number.checked_sub(1).and_then(|at| self.masks.get(at)) else {
                faults.push(MaskFault::Unknown(number));
                continue;
            };
            seen[number - 1] += 1;
            restored.push_str(if mask.closes { before.trim_end_matches(' ') } else { before });
            restored.push_str(&mask.text);
            rest = if mask.opens { rest.trim_start_matches(' ') } else { rest };
        }
        restored.push_str(rest);
        for (at, count) in seen.into_iter().enumerate() {
            match count {
                0 => faults.push(MaskFault::Missing(at + 1)),
                1 => {}
                _ => faults.push(MaskFault::Repeated(at + 1)),
            }
        }
        if MARK.replace_all(answer, "").contains(['⟦', '⟧']) {
            faults.push(MaskFault::Stray);
        }
        if faults.is_empty() { Ok(restored) } else { Err(faults) }
    }

    fn without_marks(&self, answer: &str) -> Result<String, Vec<MaskFault>> {
        let mut faults = Vec::new();
        let mut code: Vec<&String> = self.masks.iter().flat_map(|mask| &mask.code).collect();
        if !code.iter().any(|piece| answer.contains(piece.as_str())) {
            code.dedup();
            faults.extend(code.into_iter().map(|piece| MaskFault::Lost(piece.clone())));
        }
        let kept: Vec<&String> = self.masks.iter().flat_map(|mask| &mask.kept).collect();
        for (at, piece) in kept.iter().enumerate() {
            let wanted = kept.iter().filter(|other| other == &piece).count();
            if !kept[..at].contains(piece) && answer.matches(piece.as_str()).count() < wanted {
                faults.push(MaskFault::Lost((*piece).clone()));
            }
        }
        if faults.is_empty() { Ok(answer.to_owned()) } else { Err(faults) }
    }
}

/// The stretches of a paragraph's text that are masked; what touches is one stretch.
fn stretches(paragraph: &Paragraph) -> Vec<(Span, Mask)> {
    let text = &paragraph.text;
    // The signs of marks in the text itself are no marks.
    let signs = text.char_indices().filter(|(_, sign)| matches!(sign, '⟦' | '⟧'));
    let signs = signs.map(|(at, sign)| Mark { span: Span::new(at, at + sign.len_utf8()), kind: MarkKind::Placeholder });
    let mut marks: Vec<Mark> = paragraph.marks.iter().copied().chain(signs).collect();
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    let mut open: Vec<&str> = Vec::new();
    let mut found: Vec<(Span, Mask)> = Vec::new();
    for mark in marks.iter().filter(|mark| !mark.span.is_empty()) {
        let piece = &text[mark.span.range()];
        if mark.kind == MarkKind::Delimiter && piece.starts_with('\\') {
            continue;
        }
        let (closes, opens) = match mark.kind {
            MarkKind::Delimiter => direction(piece, &mut open),
            _ => (false, false),
        };
        let is_kept = matches!(mark.kind, MarkKind::Html | MarkKind::FootnoteReference | MarkKind::Placeholder);
        let of = |is_one: bool| if is_one { vec![piece.to_owned()] } else { Vec::new() };
        let (kept, code) = (of(is_kept), of(mark.kind == MarkKind::Code));
        match found.last_mut() {
            // A mark within another one is masked with it.
            Some((span, _)) if mark.span.end <= span.end => {}
            Some((span, mask)) if mark.span.start <= span.end => {
                span.end = mark.span.end;
                text[span.range()].clone_into(&mut mask.text);
                mask.kept.extend(kept);
                mask.code.extend(code);
                mask.opens = opens;
            }
            _ => found.push((mark.span, Mask { text: piece.to_owned(), kept, code, closes, opens })),
        }
    }
    found
}

/// Whether a delimiter ends something, and whether it begins something; `open` are the emphases that have no end yet.
fn direction<'a>(piece: &'a str, open: &mut Vec<&'a str>) -> (bool, bool) {
    if piece.ends_with('[') {
        return (false, true);
    }
    if piece.starts_with([']', ')']) {
        return (true, false);
    }
    if !piece.chars().all(|sign| matches!(sign, '*' | '_' | '~')) {
        return (false, false);
    }
    if open.last() == Some(&piece) {
        open.pop();
        return (true, false);
    }
    open.push(piece);
    (false, true)
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Format};
    use super::*;

    fn masked(text: &str) -> Masked {
        let document = Document::read(text.as_bytes(), Format::Markdown);
        Masked::of(&document.paragraphs.iter().collect::<Vec<_>>())
    }

    #[test]
    fn all_that_is_no_wording_is_a_mark_and_comes_back() {
        let text = "Run `make` in **the folder** of [the site](https://example.org/a) <b>now</b>: {name}, 5 %.";
        let masked = masked(text);
        assert_eq!(masked.text, "Run ⟦1⟧ in ⟦2⟧the folder⟦3⟧ of ⟦4⟧the site⟦5⟧ ⟦6⟧now⟦7⟧: ⟦8⟧, 5 %.");
        assert_eq!(masked.restore(&masked.text).as_deref(), Ok(text));
    }

    #[test]
    fn blanks_that_a_machine_puts_inside_an_emphasis_or_a_link_go() {
        let masked = masked("See **the bridge** and [the river](/r).");
        let restored = masked.restore("Ver ⟦1⟧ el puente ⟦ 2 ⟧ y ⟦3⟧ el río ⟦4⟧.");
        assert_eq!(restored.as_deref(), Ok("Ver **el puente** y [el río](/r)."));
    }

    #[test]
    fn each_mark_must_be_there_once() {
        let masked = masked("Run `make` and `ls`.");
        assert_eq!(masked.restore("Correr ⟦1⟧."), Err(vec![MaskFault::Missing(2)]));
        assert_eq!(masked.restore("⟦1⟧ ⟦2⟧ ⟦2⟧"), Err(vec![MaskFault::Repeated(2)]));
        assert_eq!(masked.restore("⟦1⟧ ⟦2⟧ ⟦3⟧"), Err(vec![MaskFault::Unknown(3)]));
        assert_eq!(masked.restore("⟦1⟧ ⟦2⟧ ⟦a⟧"), Err(vec![MaskFault::Stray]));
        assert_eq!(masked.restore("⟦2⟧ ⟦1⟧").as_deref(), Ok("`ls` `make`"));
    }

    #[test]
    fn a_text_without_marks_has_the_pieces_themselves() {
        let code = masked("Run `make` and `ls` in [a folder](/a).");
        assert_eq!(code.restore("`ls` y `make` en [una](/b)").as_deref(), Ok("`ls` y `make` en [una](/b)"));
        assert_eq!(code.restore("`make` y listar").as_deref(), Ok("`make` y listar"));
        assert_eq!(code.restore("hacer").unwrap_err().len(), 2);
        let tag = masked("Press <b>x</b>: {name}.");
        assert_eq!(tag.restore("Pulse <b>x: {name}"), Err(vec![MaskFault::Lost("</b>".into())]));
        assert_eq!(Masked::default().restore("plain").as_deref(), Ok("plain"));
    }

    #[test]
    fn the_signs_of_marks_in_a_text_are_masked() {
        let masked = masked("An array ⟦1⟧ of `x`.");
        assert_eq!(masked.text, "An array ⟦1⟧1⟦2⟧ of ⟦3⟧.");
        assert_eq!(masked.restore(&masked.text).as_deref(), Ok("An array ⟦1⟧ of `x`."));
    }

    proptest::proptest! {
        #[test]
        fn what_is_masked_comes_back(text in "[a-z *_`\\[\\]()<>{}⟦⟧0-9\n|#-]{0,60}") {
            let masked = masked(&text);
            let document = Document::read(text.as_bytes(), Format::Markdown);
            let whole = document.paragraphs.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("\n\n");
            // Blanks at the edges of an emphasis are none that Markdown allows there.
            let squeezed = |text: &str| text.replace(' ', "");
            proptest::prop_assert_eq!(squeezed(&masked.restore(&masked.text).unwrap()), squeezed(&whole));
        }
    }
}
