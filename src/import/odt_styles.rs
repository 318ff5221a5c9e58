//! What the styles of an OpenDocument text say: `styles.xml` and the automatic styles of `content.xml`.

use std::collections::HashMap;

use super::docx_styles::{Look, Role};
use crate::exchange::Broken;
use crate::exchange::xml::{Element, Node, Xml};

#[derive(Debug, Default)]
pub(super) struct Styles {
    by_name: HashMap<String, StyleSheet>,
    lists: HashMap<(String, usize), ListLevel>,
}

#[derive(Clone, Debug, Default)]
struct StyleSheet {
    parent: Option<String>,
    look: Look,
}

/// How the items of a list's level are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListLevel {
    Bullets,
    /// With its first number, and whether they are figures.
    Numbers {
        first: u32,
        figures: bool,
    },
    /// Nothing is before the items.
    Unmarked,
}

impl Styles {
    /// Takes in the styles of a part, whatever else it holds.
    pub(super) fn read(&mut self, part: &[u8]) -> Result<(), Broken> {
        let mut xml = Xml::new(part)?;
        let mut open: Option<(String, StyleSheet)> = None;
        let mut list = String::new();
        loop {
            match xml.next()? {
                // The text itself is read by others.
                Node::Open(element) if element.name == "body" => xml.skip()?,
                Node::Open(element) => match element.name.as_str() {
                    "style" => {
                        let parent = element.local("parent-style-name").map(str::to_owned);
                        let sheet = StyleSheet { parent, look: Look::default() };
                        open = Some((element.local("name").unwrap_or_default().to_owned(), sheet));
                    }
                    "text-properties" => {
                        if let Some((_, sheet)) = &mut open {
                            sheet.look = look(&element);
                        }
                    }
                    "list-style" => element.local("name").unwrap_or_default().clone_into(&mut list),
                    "list-level-style-bullet" | "list-level-style-number" | "list-level-style-image" => {
                        let level = element.local("level").and_then(|level| level.parse().ok()).unwrap_or(1);
                        self.lists.insert((list.clone(), level), list_level(&element));
                    }
                    _ => {}
                },
                Node::Close(name) if name == "style" => self.by_name.extend(open.take()),
                Node::End => return Ok(()),
                _ => {}
            }
        }
    }

    fn chain<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, Option<&'a StyleSheet>)> {
        let first = Some((name, self.by_name.get(name)));
        let next = |(_, sheet): &(&str, Option<&'a StyleSheet>)| {
            let parent = sheet.as_ref()?.parent.as_deref()?;
            Some((parent, self.by_name.get(parent)))
        };
        // A style may be its own parent in a broken file.
        std::iter::successors(first, next).take(32)
    }

    /// What a paragraph is by its style; headings are elements of their own.
    pub(super) fn role(&self, name: &str) -> Role {
        for (name, _) in self.chain(name) {
            match shown(name).as_str() {
                "title" => return Role::Heading(1),
                "quotations" | "quote" | "block text" => return Role::Quote,
                "preformatted text" | "source code" => return Role::Code,
                "horizontal line" => return Role::Rule,
                _ => {}
            }
        }
        Role::Prose
    }

    /// The look of a style for letters.
    pub(super) fn look(&self, name: &str) -> Look {
        let mut look = Look::default();
        for (name, sheet) in self.chain(name) {
            let shown = shown(name);
            let code =
                matches!(shown.as_str(), "source text" | "verbatim char" | "teletype" | "user entry" | "example");
            let link = matches!(shown.as_str(), "internet link" | "visited internet link");
            let named = Look {
                code: code.then_some(true),
                underlined: link.then_some(false),
                strong: (shown == "strong emphasis").then_some(true),
                emphasis: (shown == "emphasis").then_some(true),
                ..Look::default()
            };
            look = look.or(sheet.map(|sheet| sheet.look).unwrap_or_default()).or(named);
        }
        look
    }

    pub(super) fn list(&self, name: &str, level: usize) -> ListLevel {
        self.lists.get(&(name.to_owned(), level)).copied().unwrap_or(ListLevel::Bullets)
    }
}

/// A style's name as people see it, in lower case: `_20_` means a space.
fn shown(name: &str) -> String {
    name.replace("_20_", " ").replace('_', " ").to_lowercase()
}

fn look(element: &Element) -> Look {
    let weight = element.local("font-weight");
    let drawn = |name: &str| element.local(name).map(|line| line != "none");
    // `super 58%`, `sub 58%` or `-33% 58%`.
    let position = element.local("text-position").and_then(|place| place.split_whitespace().next());
    let raised = |place: &str| match place {
        "super" => 1,
        "sub" => -1,
        percent => percent
            .trim_end_matches('%')
            .parse::<f32>()
            .map_or(0, |share| share.signum() as i8 * i8::from(share != 0.0)),
    };
    Look {
        strong: weight.map(|weight| weight == "bold" || weight.parse::<u32>().is_ok_and(|weight| weight >= 600)),
        emphasis: element.local("font-style").map(|style| style != "normal"),
        struck: drawn("text-line-through-style").or(drawn("text-line-through-type")),
        underlined: drawn("text-underline-style"),
        raised: position.map(|place| raised(place) > 0),
        lowered: position.map(|place| raised(place) < 0),
        code: None,
        hidden: element.local("display").map(|display| display == "none"),
    }
}

fn list_level(element: &Element) -> ListLevel {
    if element.name != "list-level-style-number" {
        let bullet = element.local("bullet-char").unwrap_or("•");
        return if bullet.trim().is_empty() { ListLevel::Unmarked } else { ListLevel::Bullets };
    }
    let first = element.local("start-value").and_then(|start| start.parse().ok()).unwrap_or(1);
    match element.local("num-format").unwrap_or_default() {
        "" => ListLevel::Unmarked,
        format => ListLevel::Numbers { first, figures: format == "1" },
    }
}

/// Whether letters are in page headers or footers, and not only the page's number.
pub(super) fn has_margins(part: &[u8]) -> Result<bool, Broken> {
    let mut xml = Xml::new(part)?;
    let mut words = false;
    loop {
        match xml.next()? {
            Node::Open(element)
                if matches!(element.name.as_str(), "header" | "footer" | "header-left" | "footer-left") =>
            {
                words |= xml.text(|_| {})?.contains(char::is_alphabetic);
            }
            Node::End => return Ok(words),
            _ => {}
        }
    }
}
