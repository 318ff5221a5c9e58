//! Which parts of a web page are footnotes: a small link leads there, and another one leads back.

use std::collections::{HashMap, HashSet};

use super::html_tree::{Id, Tree};

/// Where notes are, and what refers to them.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// By the link that refers to it, the note's element.
    pub(super) referred: HashMap<Id, Id>,
    /// The elements that are notes.
    pub(super) elements: HashSet<Id>,
}

/// Finds the notes below `root`.
pub(super) fn find(tree: &Tree, root: Id) -> Notes {
    let mut notes = Notes::default();
    let order: HashMap<Id, usize> = tree.all(root).zip(0..).collect();
    let mut targets: HashMap<&str, Id> = HashMap::new();
    for id in tree.all(root) {
        for name in [tree.attribute(id, "id"), tree.attribute(id, "name")].into_iter().flatten() {
            targets.entry(name).or_insert(id);
        }
    }
    for link in tree.all(root).filter(|id| tree.name(*id) == "a") {
        let within_note = ancestors(tree, link).any(|outer| notes.elements.contains(&outer));
        let Some(target) = tree.attribute(link, "href").and_then(|href| href.strip_prefix('#')) else { continue };
        if within_note || !refers(tree, link) {
            continue;
        }
        let Some(note) = targets.get(target).and_then(|target| holder(tree, *target)) else { continue };
        // A note comes behind what it is about, and so does not hold it.
        if order.get(&note) > order.get(&link) {
            notes.referred.insert(link, note);
            notes.elements.insert(note);
        }
    }
    notes
}

fn ancestors(tree: &Tree, id: Id) -> impl Iterator<Item = Id> + '_ {
    std::iter::successors(tree.parent(id), |id| tree.parent(*id))
}

/// Whether a link looks like the mark of a note: it says so, or is raised, and is no longer than a number.
fn refers(tree: &Tree, link: Id) -> bool {
    let says = |id: Id| {
        let words = [tree.attribute(id, "role"), tree.attribute(id, "class"), tree.attribute(id, "epub:type")];
        words.into_iter().flatten().any(|word| word.contains("noteref") || word.contains("footnote"))
    };
    let text = tree.whole_text(link);
    let text = text.trim();
    let bare = text.trim_matches(['[', ']', '(', ')']);
    let short = !bare.is_empty() && bare.chars().count() <= 4 && !text.contains(char::is_whitespace);
    let raised = tree.parent(link).is_some_and(|parent| tree.name(parent) == "sup")
        || tree.children(link).any(|child| tree.name(child) == "sup");
    let bracketed = text.starts_with('[') && bare.chars().all(|c| c.is_ascii_digit());
    short && (raised || bracketed || says(link) || tree.parent(link).is_some_and(says))
}

/// The element around a target that is the whole note.
fn holder(tree: &Tree, target: Id) -> Option<Id> {
    let holds = |id: &Id| matches!(tree.name(*id), "li" | "p" | "div" | "aside" | "dd" | "section" | "td" | "tr");
    let found = std::iter::once(target).chain(ancestors(tree, target)).find(holds)?;
    // Word processors put the paragraphs of a note into an element of its own, and name it.
    let Some(around) = tree.parent(found).filter(|_| tree.name(found) == "p") else { return Some(found) };
    let named = [tree.attribute(around, "id"), tree.attribute(around, "style"), tree.attribute(around, "class")];
    let one = named.into_iter().flatten().any(|name| name.contains("note") || name.contains("ftn"));
    let first = tree.children(around).find(|child| !tree.name(*child).is_empty()) == Some(found);
    Some(if one && first && matches!(tree.name(around), "div" | "aside" | "li") { around } else { found })
}

/// Whether a link within a note only leads back.
pub(super) fn leads_back(tree: &Tree, link: Id) -> bool {
    let back = |word: &str| word.contains("backlink") || word.contains("footnote-back");
    let says = [tree.attribute(link, "role"), tree.attribute(link, "class")].into_iter().flatten().any(back);
    let text = tree.whole_text(link);
    let sign = text.trim().chars().all(|c| !c.is_alphabetic()) && text.trim().chars().count() <= 6;
    tree.attribute(link, "href").is_some_and(|href| href.starts_with('#')) && (says || sign)
}
