//! The lists of a Word document: `word/numbering.xml`, ECMA-376 part 1, 17.9, and how paragraphs become items.

use std::collections::HashMap;

use super::docx_styles::Role;
use super::runs::{Run, plain};
use super::{Block, Lost, LostKind};
use crate::exchange::Broken;
use crate::exchange::xml::{Node, Xml};

#[derive(Debug, Default)]
pub(super) struct Numberings {
    /// By `w:num`, the abstract list and the starts it changes.
    lists: HashMap<String, (String, HashMap<usize, u32>)>,
    levels: HashMap<(String, usize), Level>,
    /// Levels that a `w:num` defines for itself.
    own: HashMap<(String, usize), Level>,
}

#[derive(Clone, Debug, Default)]
struct Level {
    format: String,
    start: u32,
    /// What is before an item: `%1.`, `•`.
    text: String,
}

impl Numberings {
    pub(super) fn read(bytes: &[u8]) -> Result<Numberings, Broken> {
        let mut xml = Xml::new(bytes)?;
        let mut numberings = Numberings::default();
        let (mut list, mut number, mut level) = (String::new(), String::new(), 0);
        loop {
            match xml.next()? {
                Node::Open(element) => {
                    let value = element.local("val").unwrap_or_default();
                    let at = |name: &str| element.local(name).and_then(|at| at.parse().ok()).unwrap_or(0);
                    match element.name.as_str() {
                        "abstractNum" => {
                            element.local("abstractNumId").unwrap_or_default().clone_into(&mut list);
                            number.clear();
                        }
                        "num" => element.local("numId").unwrap_or_default().clone_into(&mut number),
                        "abstractNumId" => {
                            numberings.lists.entry(number.clone()).or_default().0 = value.to_owned();
                        }
                        "lvlOverride" => level = at("ilvl"),
                        "startOverride" => {
                            let start = value.parse().unwrap_or(1);
                            numberings.lists.entry(number.clone()).or_default().1.insert(level, start);
                        }
                        "lvl" => level = at("ilvl"),
                        "numFmt" => value.clone_into(&mut numberings.level(&list, &number, level).format),
                        "start" => numberings.level(&list, &number, level).start = value.parse().unwrap_or(1),
                        "lvlText" => value.clone_into(&mut numberings.level(&list, &number, level).text),
                        _ => {}
                    }
                }
                Node::End => return Ok(numberings),
                _ => {}
            }
        }
    }

    /// The level that is being read: of a list in use, else of an abstract one.
    fn level(&mut self, list: &str, number: &str, level: usize) -> &mut Level {
        let fresh = Level { format: "decimal".to_owned(), start: 1, text: String::new() };
        match number {
            "" => self.levels.entry((list.to_owned(), level)).or_insert(fresh),
            number => self.own.entry((number.to_owned(), level)).or_insert(fresh),
        }
    }

    fn find(&self, id: &str, level: usize) -> Option<&Level> {
        let list = self.lists.get(id).map(|(list, _)| list.clone())?;
        self.own.get(&(id.to_owned(), level)).or_else(|| self.levels.get(&(list, level)))
    }

    /// Whether something is before the items of a list.
    fn marks(&self, id: &str, level: usize) -> bool {
        self.find(id, level).is_some_and(|level| level.format != "none" && !level.text.trim().is_empty())
    }
}

/// A paragraph, a table or a block on its way into lists, quotes and code.
#[derive(Debug)]
pub(super) enum Piece {
    Paragraph { role: Role, numbering: Option<(String, usize)>, runs: Vec<Run> },
    Block(Block),
}

/// Where lists are: the numbers go on from one to the next.
#[derive(Debug, Default)]
pub(super) struct Counters {
    /// The last number, by the abstract list and the level.
    last: HashMap<(String, usize), u32>,
    /// The starts that were set already.
    started: Vec<(String, usize)>,
}

/// A list that is open.
struct Open {
    id: String,
    level: usize,
    first: Option<u32>,
    items: Vec<Vec<Block>>,
}

/// Makes blocks of pieces.
pub(super) fn gather(
    pieces: Vec<Piece>,
    numberings: &Numberings,
    counters: &mut Counters,
    lost: &mut Lost,
) -> Vec<Block> {
    let mut gathered = Gathered { blocks: Vec::new(), open: Vec::new() };
    for piece in pieces {
        match piece {
            Piece::Block(block) => gathered.plain(block),
            Piece::Paragraph { role: Role::Heading(level), numbering, runs } => {
                if numbering.is_some_and(|(id, level)| numberings.marks(&id, level)) && !super::runs::blank(&runs) {
                    lost.add(LostKind::HeadingNumber);
                }
                gathered.plain(Block::Heading(level, runs));
            }
            Piece::Paragraph { role: Role::Rule, runs, .. } if super::runs::blank(&runs) => {
                gathered.plain(Block::Rule);
            }
            Piece::Paragraph { role: Role::Contents, .. } => lost.add(LostKind::Contents),
            Piece::Paragraph { role: Role::Code, runs, .. } => gathered.code(&runs),
            // Empty paragraphs are there to look at; they do not end a list either.
            Piece::Paragraph { runs, .. } if super::runs::blank(&runs) => {}
            Piece::Paragraph { role: Role::Quote, runs, .. } => gathered.quote(Block::Paragraph(runs)),
            Piece::Paragraph { role: Role::Continued, runs, .. } => gathered.further(Block::Paragraph(runs)),
            Piece::Paragraph { numbering: Some((id, level)), runs, .. } => {
                let item = Item::of(&id, level, numberings, counters, lost);
                match item {
                    Item::Further => gathered.further(Block::Paragraph(runs)),
                    Item::Marked(number) => gathered.item(id, level, number, Block::Paragraph(runs)),
                }
            }
            Piece::Paragraph { runs, .. } => gathered.plain(Block::Paragraph(runs)),
        }
    }
    gathered.close(0);
    gathered.blocks
}

enum Item {
    /// With its number; `None` for a bullet.
    Marked(Option<u32>),
    /// A paragraph with the indent of a list but no mark before it.
    Further,
}

impl Item {
    fn of(id: &str, level: usize, numberings: &Numberings, counters: &mut Counters, lost: &mut Lost) -> Item {
        let Some((list, starts)) = numberings.lists.get(id) else { return Item::Marked(None) };
        let place = (list.clone(), level);
        let fresh = Level { format: "bullet".to_owned(), start: 1, text: "•".to_owned() };
        let found = numberings.find(id, level).unwrap_or(&fresh);
        match found.format.as_str() {
            "bullet" | "none" if found.text.trim().is_empty() => return Item::Further,
            "bullet" | "none" => return Item::Marked(None),
            "decimal" | "decimalZero" => {}
            _ => lost.add(LostKind::Numerals),
        }
        let own = starts.get(&level).filter(|_| !counters.started.contains(&(id.to_owned(), level)));
        let number = match (own, counters.last.get(&place)) {
            (Some(start), _) => {
                counters.started.push((id.to_owned(), level));
                *start
            }
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => found.start,
        };
        counters.last.insert(place, number);
        // A new item begins the lists below it anew.
        counters.last.retain(|(other, deeper), _| other != list || *deeper <= level);
        Item::Marked(Some(number))
    }
}

struct Gathered {
    blocks: Vec<Block>,
    open: Vec<Open>,
}

impl Gathered {
    /// Closes lists until `left` are open.
    fn close(&mut self, left: usize) {
        while self.open.len() > left {
            let Some(list) = self.open.pop() else { return };
            let block = Block::List { first: list.first, items: list.items };
            match self.open.last_mut().and_then(|outer| outer.items.last_mut()) {
                Some(item) => item.push(block),
                None => self.blocks.push(block),
            }
        }
    }

    fn plain(&mut self, block: Block) {
        self.close(0);
        self.blocks.push(block);
    }

    /// A further block of the open item.
    fn further(&mut self, block: Block) {
        match self.open.last_mut().and_then(|list| list.items.last_mut()) {
            Some(item) => item.push(block),
            None => self.blocks.push(block),
        }
    }

    fn item(&mut self, id: String, level: usize, number: Option<u32>, block: Block) {
        let outer = self.open.iter().take_while(|list| list.level < level).count();
        let goes_on = self.open.get(outer).is_some_and(|list| {
            list.level == level && list.first.is_some() == number.is_some() && (number.is_none() || list.id == id)
        });
        self.close(outer + usize::from(goes_on));
        match self.open.get_mut(outer) {
            Some(list) => list.items.push(vec![block]),
            None => self.open.push(Open { id, level, first: number, items: vec![vec![block]] }),
        }
    }

    fn quote(&mut self, block: Block) {
        self.close(0);
        match self.blocks.last_mut() {
            Some(Block::Quote(blocks)) => blocks.push(block),
            _ => self.blocks.push(Block::Quote(vec![block])),
        }
    }

    /// A line of code; lines that follow one another are one block.
    fn code(&mut self, runs: &[Run]) {
        let line = plain(runs);
        self.close(0);
        match self.blocks.last_mut() {
            Some(Block::Code { text, .. }) => text.extend(["\n", &line]),
            _ => self.blocks.push(Block::Code { language: String::new(), text: line }),
        }
    }
}
