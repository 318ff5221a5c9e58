//! The tree of a web page, built by html5ever as browsers build it.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, LocalName, Namespace, QualName, parse_document};

use crate::exchange::{Broken, BrokenKind};

/// Elements within one another. The parser asks all open elements about every tag, and we read the tree by recursion.
const DEEPEST: usize = 256;

/// How much is parsed before the depth is looked at again, in bytes.
const CHUNK: usize = 4096;

pub(super) type Id = usize;

#[derive(Debug)]
pub(super) struct Node {
    parent: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
    before: Option<Id>,
    after: Option<Id>,
    depth: usize,
    what: Content,
}

#[derive(Debug)]
enum Content {
    Element(QualName, Vec<Attribute>),
    Text(String),
    /// The document, comments, declarations.
    Other,
}

/// A page's nodes; the document is the first.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

/// Builds the tree of a page.
pub(super) fn parse(page: &str) -> Result<Tree, Broken> {
    let deep = Rc::new(Cell::new(false));
    let sink = Sink { nodes: RefCell::new(vec![node(Content::Other)]), deep: deep.clone() };
    let mut parser = parse_document(sink, html5ever::ParseOpts::default());
    let mut rest = page;
    while !rest.is_empty() {
        let (chunk, more) = rest.split_at(rest.floor_char_boundary(CHUNK));
        parser.process(StrTendril::from(chunk));
        rest = more;
        if deep.get() {
            let line = page[..page.len() - rest.len()].matches('\n').count() + 1;
            return Err(Broken::new(line, BrokenKind::TooDeep));
        }
    }
    Ok(Tree { nodes: parser.finish() })
}

impl Tree {
    pub(super) const ROOT: Id = 0;

    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.nodes[id].first, |child| self.nodes[*child].after)
    }

    pub(super) fn parent(&self, id: Id) -> Option<Id> {
        self.nodes[id].parent
    }

    /// The node, then all within it, in the order of the page.
    pub(super) fn all(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let next = move |at: &Id| {
            if let Some(child) = self.nodes[*at].first {
                return Some(child);
            }
            let mut at = *at;
            while at != id {
                match self.nodes[at].after {
                    Some(after) => return Some(after),
                    None => at = self.nodes[at].parent?,
                }
            }
            None
        };
        std::iter::successors(Some(id), next)
    }

    /// An element's name; empty for everything else, and for elements that are not HTML.
    pub(super) fn name(&self, id: Id) -> &str {
        match &self.nodes[id].what {
            Content::Element(name, _) if &*name.ns == "http://www.w3.org/1999/xhtml" => &name.local,
            Content::Element(name, _) if matches!(&*name.local, "svg" | "math") => &name.local,
            _ => "",
        }
    }

    pub(super) fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        let Content::Element(_, attributes) = &self.nodes[id].what else { return None };
        attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
    }

    /// The text of a text node.
    pub(super) fn text(&self, id: Id) -> Option<&str> {
        match &self.nodes[id].what {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }

    /// All text within.
    pub(super) fn whole_text(&self, id: Id) -> String {
        self.all(id).filter_map(|id| self.text(id)).collect()
    }
}

fn node(what: Content) -> Node {
    Node { parent: None, first: None, last: None, before: None, after: None, depth: 0, what }
}

struct Sink {
    nodes: RefCell<Vec<Node>>,
    deep: Rc<Cell<bool>>,
}

impl Sink {
    fn add(&self, what: Content) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(node(what));
        nodes.len() - 1
    }

    fn unlink(&self, id: Id) {
        let mut nodes = self.nodes.borrow_mut();
        let (parent, before, after) = (nodes[id].parent.take(), nodes[id].before.take(), nodes[id].after.take());
        match before {
            Some(before) => nodes[before].after = after,
            None => parent.into_iter().for_each(|parent| nodes[parent].first = after),
        }
        match after {
            Some(after) => nodes[after].before = before,
            None => parent.into_iter().for_each(|parent| nodes[parent].last = before),
        }
    }

    /// Puts a node before a sibling, or behind the last child.
    fn link(&self, id: Id, parent: Id, sibling: Option<Id>) {
        self.unlink(id);
        let mut nodes = self.nodes.borrow_mut();
        let before = match sibling {
            Some(sibling) => nodes[sibling].before.replace(id),
            None => nodes[parent].last.replace(id),
        };
        match before {
            Some(before) => nodes[before].after = Some(id),
            None => nodes[parent].first = Some(id),
        }
        let depth = nodes[parent].depth + 1;
        let node = &mut nodes[id];
        (node.parent, node.before, node.after, node.depth) = (Some(parent), before, sibling, depth);
        if depth > DEEPEST {
            self.deep.set(true);
        }
    }

    fn put(&self, child: NodeOrText<Id>, parent: Id, sibling: Option<Id>) {
        match child {
            NodeOrText::AppendNode(id) => self.link(id, parent, sibling),
            NodeOrText::AppendText(text) => {
                let neighbour = match sibling {
                    Some(sibling) => self.nodes.borrow()[sibling].before,
                    None => self.nodes.borrow()[parent].last,
                };
                if let Some(neighbour) = neighbour
                    && let Content::Text(before) = &mut self.nodes.borrow_mut()[neighbour].what
                {
                    before.push_str(&text);
                    return;
                }
                let id = self.add(Content::Text(text.to_string()));
                self.link(id, parent, sibling);
            }
        }
    }
}

/// What an unnamed node answers when it is asked for its name.
fn nameless() -> &'static QualName {
    static NAMELESS: std::sync::LazyLock<QualName> =
        std::sync::LazyLock::new(|| QualName::new(None, Namespace::from(""), LocalName::from("")));
    &NAMELESS
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Vec<Node>;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Vec<Node> {
        self.nodes.into_inner()
    }

    // Every page has some; browsers say nothing either.
    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        Tree::ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Ref<'a, QualName> {
        Ref::map(self.nodes.borrow(), |nodes| match &nodes[*target].what {
            Content::Element(name, _) => name,
            _ => nameless(),
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        self.add(Content::Element(name, attributes))
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.add(Content::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.add(Content::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.put(child, *parent, None);
    }

    fn append_based_on_parent_node(&self, element: &Id, before: &Id, child: NodeOrText<Id>) {
        if self.nodes.borrow()[*element].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(before, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What a template holds is not shown; it stays within the template, which is passed over.
    fn get_template_contents(&self, target: &Id) -> Id {
        *target
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let parent = self.nodes.borrow()[*sibling].parent;
        if let Some(parent) = parent {
            self.put(child, parent, Some(*sibling));
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, attributes: Vec<Attribute>) {
        if let Content::Element(_, known) = &mut self.nodes.borrow_mut()[*target].what {
            for attribute in attributes {
                if known.iter().all(|other| other.name != attribute.name) {
                    known.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.unlink(*target);
    }

    fn reparent_children(&self, from: &Id, to: &Id) {
        loop {
            let child = self.nodes.borrow()[*from].first;
            match child {
                Some(child) => self.link(child, *to, None),
                None => return,
            }
        }
    }
}
