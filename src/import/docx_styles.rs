//! What the styles of a Word document say: `word/styles.xml`, ECMA-376 part 1, 17.7.

use std::collections::HashMap;

use super::runs::Style;
use crate::exchange::Broken;
use crate::exchange::xml::{Element, Node, Xml};

#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, StyleSheet>,
}

#[derive(Clone, Debug, Default)]
struct StyleSheet {
    /// In lower case; Word keeps the English name of its own styles whatever its language.
    name: String,
    based_on: Option<String>,
    numbering: Numbering,
    /// 0 for the highest level.
    outline: Option<u8>,
    look: Look,
}

/// A list's number and the level in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbering {
    pub(super) id: Option<String>,
    pub(super) level: Option<usize>,
}

/// Looks that a style or a run switches on or off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) strong: Option<bool>,
    pub(super) emphasis: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) raised: Option<bool>,
    pub(super) lowered: Option<bool>,
    pub(super) code: Option<bool>,
    pub(super) underlined: Option<bool>,
    pub(super) hidden: Option<bool>,
}

impl Look {
    /// This look where it says something, else the other.
    pub(super) fn or(self, other: Look) -> Look {
        Look {
            strong: self.strong.or(other.strong),
            emphasis: self.emphasis.or(other.emphasis),
            struck: self.struck.or(other.struck),
            raised: self.raised.or(other.raised),
            lowered: self.lowered.or(other.lowered),
            code: self.code.or(other.code),
            underlined: self.underlined.or(other.underlined),
            hidden: self.hidden.or(other.hidden),
        }
    }

    pub(super) fn style(self) -> Style {
        let on = |look: Option<bool>| look.unwrap_or(false);
        Style {
            strong: on(self.strong),
            emphasis: on(self.emphasis),
            struck: on(self.struck),
            raised: on(self.raised),
            lowered: on(self.lowered),
            code: on(self.code),
        }
    }

    /// Hears one element of `w:rPr`.
    pub(super) fn read(&mut self, element: &Element) {
        let on = Some(!matches!(element.local("val"), Some("0" | "false" | "off" | "none")));
        match element.name.as_str() {
            "b" => self.strong = on,
            "i" => self.emphasis = on,
            "strike" | "dstrike" => self.struck = on,
            "u" => self.underlined = on,
            "vanish" => self.hidden = on,
            "vertAlign" => {
                self.raised = Some(element.local("val") == Some("superscript"));
                self.lowered = Some(element.local("val") == Some("subscript"));
            }
            _ => {}
        }
    }
}

/// What a paragraph is by its style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    Prose,
    /// With its level, 1 to 6.
    Heading(u8),
    Quote,
    Code,
    /// A line of an automatic table of contents.
    Contents,
    /// A line across the page, where there is no text.
    Rule,
    /// A further paragraph of a list's item.
    Continued,
}

impl Styles {
    pub(super) fn read(bytes: &[u8]) -> Result<Styles, Broken> {
        let mut xml = Xml::new(bytes)?;
        let mut styles = Styles::default();
        let mut open: Option<(String, StyleSheet)> = None;
        loop {
            match xml.next()? {
                Node::Open(element) if element.name == "style" => {
                    open = Some((element.local("styleId").unwrap_or_default().to_owned(), StyleSheet::default()));
                }
                Node::Open(element) => {
                    let Some((_, sheet)) = &mut open else { continue };
                    let value = element.local("val").map(str::to_owned);
                    match element.name.as_str() {
                        "name" => sheet.name = value.unwrap_or_default().to_lowercase(),
                        "basedOn" => sheet.based_on = value,
                        "numId" => sheet.numbering.id = value,
                        "ilvl" => sheet.numbering.level = value.and_then(|level| level.parse().ok()),
                        "outlineLvl" => sheet.outline = value.and_then(|level| level.parse().ok()),
                        _ => sheet.look.read(&element),
                    }
                }
                Node::Close(name) if name == "style" => styles.by_id.extend(open.take()),
                Node::End => return Ok(styles),
                _ => {}
            }
        }
    }

    /// A style and those it is based on, the nearest first.
    fn chain(&self, id: &str) -> impl Iterator<Item = &StyleSheet> {
        let first = self.by_id.get(id);
        let next = |sheet: &&StyleSheet| sheet.based_on.as_ref().and_then(|id| self.by_id.get(id));
        // A style may be based on itself in a broken file.
        std::iter::successors(first, next).take(32)
    }

    pub(super) fn role(&self, id: &str, outline: Option<u8>) -> Role {
        for sheet in self.chain(id) {
            let heading = sheet.name.strip_prefix("heading ").and_then(|level| level.trim().parse::<u8>().ok());
            let role = match (heading, sheet.name.as_str()) {
                (Some(level), _) => Role::Heading(level.clamp(1, 6)),
                (_, "title") => Role::Heading(1),
                (_, "quote" | "intense quote" | "block text" | "block quote" | "quotations") => Role::Quote,
                (_, "source code" | "html preformatted" | "preformatted text" | "plain code" | "code") => Role::Code,
                (_, "horizontal line") => Role::Rule,
                (_, "list continue" | "list continue 2" | "list continue 3") => Role::Continued,
                (_, name) if name.starts_with("toc ") => Role::Contents,
                _ => continue,
            };
            return role;
        }
        // Level 9 is that of text.
        match outline.or_else(|| self.chain(id).find_map(|sheet| sheet.outline)) {
            Some(level @ 0..=8) => Role::Heading((level + 1).min(6)),
            _ => Role::Prose,
        }
    }

    pub(super) fn numbering(&self, id: &str) -> Numbering {
        let mut chain = self.chain(id).map(|sheet| &sheet.numbering);
        chain.find(|numbering| numbering.id.is_some()).cloned().unwrap_or_default()
    }

    /// The look of a style for letters.
    pub(super) fn look(&self, id: &str) -> Look {
        let mut look = Look::default();
        for sheet in self.chain(id) {
            let code = matches!(sheet.name.as_str(), "verbatim char" | "html code" | "source text" | "html sample")
                || matches!(sheet.name.as_str(), "html keyboard" | "inline code" | "code char" | "html typewriter");
            look = look.or(sheet.look).or(Look { code: code.then_some(true), ..Look::default() });
            // Word underlines its links by this style; that is no emphasis.
            if matches!(sheet.name.as_str(), "hyperlink" | "followedhyperlink" | "internet link") {
                look.underlined = Some(false);
            }
        }
        look
    }
}
