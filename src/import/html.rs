//! Web pages, and what word processors save as such: the HTML standard's tree, read for its text.

use std::collections::HashMap;
use std::rc::Rc;

use super::article::MOST_CELLS;
use super::escape::address;
use super::html_element::{is_block, is_hidden};
use super::html_encoding::decoded;
use super::html_notes::{self, Notes};
use super::html_tree::{self, Id, Tree};
use super::runs::{Run, Style, What, blank};
use super::{Article, Block, Lost, LostKind, markdown};
use crate::exchange::{Broken, BrokenKind};
use crate::text::on_one_line;

/// Longer pages are data. In MiB.
const LARGEST: usize = 32;

pub(super) fn read(bytes: &[u8]) -> Result<Article, Broken> {
    if bytes.len() > LARGEST << 20 {
        return Err(Broken::new(0, BrokenKind::TooLarge { limit: LARGEST }));
    }
    let tree = html_tree::parse(&decoded(bytes)?)?;
    let (root, around) = content(&tree);
    let notes = html_notes::find(&tree, root);
    let mut reader = Reader { tree: &tree, notes, numbers: HashMap::new(), written: Vec::new(), lost: Lost::default() };
    if around {
        reader.lost.add(LostKind::Around);
    }
    let blocks = reader.blocks(root)?;
    Ok(Article { blocks, notes: reader.written, lost: reader.lost })
}

/// The element that holds the article, and whether text is outside of it.
fn content(tree: &Tree) -> (Id, bool) {
    let body = tree.all(Tree::ROOT).find(|id| tree.name(*id) == "body").unwrap_or(Tree::ROOT);
    for wanted in ["main", "article"] {
        let mut found = tree.all(body).filter(|id| tree.name(*id) == wanted);
        if let (Some(only), None) = (found.next(), found.next()) {
            let letters = |id: Id| tree.whole_text(id).chars().filter(|c| c.is_alphanumeric()).count();
            return (only, letters(body) > letters(only));
        }
    }
    (body, false)
}

struct Reader<'a> {
    tree: &'a Tree,
    notes: Notes,
    /// The number of every note that was referred to.
    numbers: HashMap<Id, usize>,
    written: Vec<Vec<Block>>,
    lost: Lost,
}

/// How text looks where it is.
#[derive(Clone, Default)]
struct Scope {
    style: Style,
    link: Option<Rc<str>>,
    /// Whether white space is kept.
    kept: bool,
}

/// Blocks on their way, with the paragraph that is open.
#[derive(Default)]
struct Flow {
    blocks: Vec<Block>,
    open: Vec<Run>,
}

impl Flow {
    fn close(&mut self) {
        let runs = std::mem::take(&mut self.open);
        if !blank(&runs) {
            self.blocks.push(Block::Paragraph(runs));
        }
    }

    fn push(&mut self, block: Block) {
        self.close();
        self.blocks.push(block);
    }

    /// Whether text that begins with white space would double it.
    fn white(&self) -> bool {
        match self.open.last() {
            None => true,
            Some(Run { what: What::Text(text), .. }) => text.ends_with(' '),
            Some(run) => run.what == What::Break,
        }
    }
}

impl Reader<'_> {
    /// The blocks within an element.
    fn blocks(&mut self, id: Id) -> Result<Vec<Block>, Broken> {
        self.blocks_in(id, &Scope::default())
    }

    fn blocks_in(&mut self, id: Id, scope: &Scope) -> Result<Vec<Block>, Broken> {
        let mut flow = Flow::default();
        self.children(id, scope, &mut flow)?;
        flow.close();
        Ok(flow.blocks)
    }

    fn children(&mut self, id: Id, scope: &Scope, flow: &mut Flow) -> Result<(), Broken> {
        let tree = self.tree;
        for child in tree.children(id) {
            match tree.text(child) {
                Some(text) => self.text(text, scope, flow),
                None => self.element(child, scope, flow)?,
            }
        }
        Ok(())
    }

    fn text(&mut self, text: &str, scope: &Scope, flow: &mut Flow) {
        let mut shown = String::with_capacity(text.len());
        let mut white = flow.white();
        for c in text.chars() {
            let is_white = c.is_ascii_whitespace() && !scope.kept;
            if !(is_white && white) {
                shown.push(if is_white { ' ' } else { c });
            }
            white = is_white;
        }
        if !shown.is_empty() {
            flow.open.push(Run { what: What::Text(shown), style: scope.style, link: scope.link.clone() });
        }
    }

    fn element(&mut self, id: Id, scope: &Scope, flow: &mut Flow) -> Result<(), Broken> {
        let tree = self.tree;
        if self.notes.elements.contains(&id) || is_hidden(tree, id) {
            return Ok(());
        }
        let scope = &self.look(id, scope);
        match tree.name(id) {
            "" | "head" | "script" | "style" | "template" | "noscript" | "title" | "link" | "meta" | "base" => {}
            "nav" => self.lost.add(LostKind::Navigation),
            "button" | "input" | "select" | "textarea" | "datalist" | "progress" | "meter" => {
                let shown = tree.attribute(id, "type") != Some("hidden");
                if shown {
                    self.lost.add(LostKind::Form);
                }
            }
            "iframe" | "video" | "audio" | "object" | "embed" | "canvas" | "applet" | "frameset" => {
                self.lost.add(LostKind::Object);
            }
            "svg" => self.lost.add(LostKind::Picture),
            "math" => {
                self.lost.add(LostKind::Formula);
                self.text(&tree.whole_text(id), scope, flow);
            }
            "img" => self.image(id, scope, flow),
            "br" => flow.open.push(Run::line_break()),
            "hr" => flow.push(Block::Rule),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(id, scope, flow)?,
            "blockquote" => {
                let inner = self.blocks_in(id, scope)?;
                flow.push(Block::Quote(inner));
            }
            "ul" | "menu" | "ol" | "dir" => self.list(id, scope, flow)?,
            "pre" | "listing" | "xmp" => self.code(id, flow),
            "table" => self.table(id, scope, flow)?,
            "a" => self.link(id, scope, flow)?,
            "rt" | "rp" => {}
            "q" => {
                self.text("“", &Scope { kept: true, ..scope.clone() }, flow);
                self.children(id, scope, flow)?;
                self.text("”", &Scope { kept: true, ..scope.clone() }, flow);
            }
            name if is_block(name) => {
                flow.close();
                self.children(id, scope, flow)?;
                flow.close();
            }
            _ => self.children(id, scope, flow)?,
        }
        Ok(())
    }

    /// The look that an element gives to what is in it, by its name and by the styles that are on it.
    fn look(&mut self, id: Id, scope: &Scope) -> Scope {
        let mut scope = scope.clone();
        match self.tree.name(id) {
            "strong" | "b" => scope.style.strong = true,
            "em" | "i" | "cite" | "dfn" | "var" => scope.style.emphasis = true,
            "s" | "del" | "strike" => scope.style.struck = true,
            "sup" => scope.style.raised = true,
            "sub" => scope.style.lowered = true,
            "code" | "kbd" | "samp" | "tt" => scope.style.code = true,
            "u" | "ins" if scope.link.is_none() => self.lost.add(LostKind::Underline),
            _ => {}
        }
        for declaration in self.tree.attribute(id, "style").unwrap_or_default().split(';') {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let (property, value) = (property.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase());
            match property.as_str() {
                "font-weight" => {
                    scope.style.strong = value == "bold" || value.parse::<u32>().is_ok_and(|weight| weight >= 600);
                }
                "font-style" => scope.style.emphasis = value == "italic" || value == "oblique",
                "text-decoration" | "text-decoration-line" => scope.style.struck |= value.contains("line-through"),
                "vertical-align" => {
                    scope.style.raised |= value == "super";
                    scope.style.lowered |= value == "sub";
                }
                "white-space" => scope.kept = value.starts_with("pre"),
                _ => {}
            }
        }
        scope
    }

    fn image(&mut self, id: Id, scope: &Scope, flow: &mut Flow) {
        let source = self.tree.attribute(id, "src").and_then(address);
        // A picture that is in the page itself, or a dot that counts readers, has no place in a text.
        let Some(address) = source.filter(|_| self.tree.attribute(id, "width") != Some("1")) else {
            self.lost.add(LostKind::Picture);
            return;
        };
        let alt = self.tree.attribute(id, "alt").unwrap_or_default();
        let alt = on_one_line(alt);
        flow.open.push(Run { what: What::Image { address, alt }, style: Style::default(), link: scope.link.clone() });
    }

    fn heading(&mut self, id: Id, scope: &Scope, flow: &mut Flow) -> Result<(), Broken> {
        let level = self.tree.name(id)[1..].parse().unwrap_or(1);
        flow.close();
        let mut inner = Flow::default();
        self.children(id, scope, &mut inner)?;
        inner.close();
        for block in inner.blocks {
            flow.push(match block {
                Block::Paragraph(runs) => Block::Heading(level, runs),
                other => other,
            });
        }
        Ok(())
    }

    fn list(&mut self, id: Id, scope: &Scope, flow: &mut Flow) -> Result<(), Broken> {
        let tree = self.tree;
        let mut items: Vec<Vec<Block>> = Vec::new();
        let ordered = tree.name(id) == "ol";
        let mut first = tree.attribute(id, "start").and_then(|start| start.trim().parse().ok());
        for child in tree.children(id) {
            if self.notes.elements.contains(&child) || is_hidden(tree, child) {
                continue;
            }
            if tree.name(child) == "li" {
                if items.is_empty() {
                    first = tree.attribute(child, "value").and_then(|value| value.trim().parse().ok()).or(first);
                }
                let look = self.look(child, scope);
                let item = self.blocks_in(child, &look)?;
                if !item.is_empty() {
                    items.push(item);
                }
                continue;
            }
            // A list directly within a list belongs to the item before it.
            let mut inner = Flow::default();
            match tree.text(child) {
                Some(text) => self.text(text, scope, &mut inner),
                None => self.element(child, scope, &mut inner)?,
            }
            inner.close();
            match items.last_mut() {
                Some(item) => item.append(&mut inner.blocks),
                None if inner.blocks.is_empty() => {}
                None => items.push(inner.blocks),
            }
        }
        if items.is_empty() {
            return Ok(());
        }
        if ordered && tree.attribute(id, "type").is_some_and(|kind| matches!(kind, "a" | "A" | "i" | "I")) {
            self.lost.add(LostKind::Numerals);
        }
        flow.push(Block::List { first: ordered.then(|| first.unwrap_or(1)), items });
        Ok(())
    }

    fn code(&mut self, id: Id, flow: &mut Flow) {
        let tree = self.tree;
        let inner = tree.children(id).find(|child| tree.name(*child) == "code");
        let classes = [Some(id), inner].into_iter().flatten().filter_map(|id| tree.attribute(id, "class"));
        let mut classes = classes.flat_map(str::split_whitespace);
        let language = classes.find_map(|class| class.strip_prefix("language-").or(class.strip_prefix("lang-")));
        flow.push(Block::Code { language: language.unwrap_or_default().to_owned(), text: tree.whole_text(id) });
    }

    fn link(&mut self, id: Id, scope: &Scope, flow: &mut Flow) -> Result<(), Broken> {
        let tree = self.tree;
        if let Some(note) = self.notes.referred.get(&id).copied() {
            let number = self.note(note)?;
            flow.open.push(Run { what: What::Note(number), style: Style::default(), link: None });
            return Ok(());
        }
        let Some(href) = tree.attribute(id, "href") else { return self.children(id, scope, flow) };
        let in_note =
            std::iter::successors(Some(id), |id| tree.parent(*id)).any(|id| self.notes.elements.contains(&id));
        if in_note && html_notes::leads_back(tree, id) {
            return Ok(());
        }
        let link = address(href).filter(|link| !link.starts_with('#'));
        if link.is_none() {
            self.lost.add(LostKind::Link);
        }
        self.children(id, &Scope { link: link.map(Rc::from), ..scope.clone() }, flow)
    }

    /// The number of a note, which is read when it is first referred to.
    fn note(&mut self, note: Id) -> Result<usize, Broken> {
        if let Some(number) = self.numbers.get(&note) {
            return Ok(*number);
        }
        let number = self.written.len();
        self.numbers.insert(note, number);
        self.written.push(Vec::new());
        let mut blocks = self.blocks(note)?;
        // Its own number or sign may be before it.
        if let Some(Block::Paragraph(runs)) = blocks.first_mut() {
            let marks = runs.iter().take_while(|run| run.style.raised && markdown::is_mark(&[(*run).clone()])).count();
            runs.drain(..marks);
        }
        self.written[number] = blocks;
        Ok(number)
    }

    fn table(&mut self, id: Id, scope: &Scope, flow: &mut Flow) -> Result<(), Broken> {
        let tree = self.tree;
        flow.close();
        let mut rows: Vec<Vec<Vec<Block>>> = Vec::new();
        let mut widest = 0;
        let parts = tree.children(id).flat_map(|part| match tree.name(part) {
            "tr" => vec![part],
            "thead" | "tbody" | "tfoot" => tree.children(part).collect(),
            "caption" => vec![part],
            _ => Vec::new(),
        });
        // How many rows every column is still taken up by a cell above.
        let mut taken: Vec<usize> = Vec::new();
        for part in parts {
            if tree.name(part) == "caption" {
                let caption = self.blocks_in(part, scope)?;
                flow.blocks.extend(caption);
                continue;
            }
            let mut row: Vec<Vec<Block>> = Vec::new();
            for cell in tree.children(part).filter(|cell| matches!(tree.name(*cell), "td" | "th")) {
                let span = |name: &str| {
                    let span = tree.attribute(cell, name).and_then(|span| span.trim().parse().ok()).unwrap_or(1usize);
                    // The standard's own limits.
                    span.clamp(1, if name == "colspan" { 1000 } else { 65_534 })
                };
                let (columns, below) = (span("colspan"), span("rowspan"));
                if columns > 1 || below > 1 {
                    self.lost.add(LostKind::MergedCell);
                }
                while taken.get(row.len()).is_some_and(|rows| *rows > 0) {
                    row.push(Vec::new());
                }
                let from = row.len();
                let look = self.look(cell, scope);
                row.push(self.blocks_in(cell, &look)?);
                row.extend(std::iter::repeat_n(Vec::new(), columns - 1));
                taken.resize(taken.len().max(row.len()), 0);
                taken[from..].iter_mut().take(columns).for_each(|rows| *rows = below);
                widest = row.len().max(widest);
                if (rows.len() + 1) * widest > MOST_CELLS {
                    return Err(Broken::new(0, BrokenKind::TooManyCells { limit: MOST_CELLS }));
                }
            }
            taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
            rows.push(row);
        }
        flow.blocks.extend(markdown::table(rows, &mut self.lost));
        Ok(())
    }
}
