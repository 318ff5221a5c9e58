//! The blocks that a units file is to hold, and what a block of it says.

use rustc_hash::FxHashMap;
use toml_edit::{Item, Table, Value};

use super::listed::blocks;
use super::{Accepted, Draft, Layout, Paired, Units, Waiver};

/// What the file is to hold, by key.
pub(super) struct Blocks<'a> {
    pub(super) units: Vec<Entry<'a>>,
    pub(super) pairs: Vec<Entry<'a>>,
    /// Those that belong to no unit.
    pub(super) waivers: Vec<Entry<'a>>,
    pub(super) blocks: Vec<Entry<'a>>,
    pub(super) drafts: Vec<Entry<'a>>,
}

impl<'a> Blocks<'a> {
    /// `loose` is the list of waivers outside of units that the file has: what it holds stays there.
    pub(super) fn of(units: &'a Units, layout: &Layout, loose: Option<&Item>) -> Blocks<'a> {
        let waivers: Vec<Entry<'a>> = units.waivers.iter().map(Entry::waiver).collect();
        let mut stay: FxHashMap<String, usize> = FxHashMap::default();
        for table in loose.cloned().map(blocks).unwrap_or_default() {
            *stay.entry(said(Kind::of_waiver(&table), &table)).or_default() += 1;
        }
        let mut outside = vec![false; waivers.len()];
        for (waiver, outside) in waivers.iter().zip(&mut outside) {
            if let Some(count) = stay.get_mut(&waiver.said()).filter(|count| **count > 0) {
                *count -= 1;
                *outside = true;
            }
        }
        let mut inside = vec![false; waivers.len()];
        let mut entries = Vec::with_capacity(layout.blocks.len());
        for block in &layout.blocks {
            let own: Vec<usize> = block.waivers.iter().copied().filter(|at| !outside[*at]).collect();
            own.iter().for_each(|at| inside[*at] = true);
            let own = own.into_iter().map(|at| waivers[at].clone()).collect();
            entries.push(match block.accepted.and_then(|at| units.accepted.get(at)) {
                Some(unit) => Entry { kind: Kind::Unit, source: &unit.source, target: &unit.target, waivers: own },
                None => Entry { kind: Kind::Open, source: &[], target: &[], waivers: own },
            });
        }
        let of_block = |block: &'a Accepted| Entry::new(Kind::Unit, &block.source, &block.target);
        let of_pair = |pair: &'a Paired| Entry::new(Kind::Unit, &pair.source, &pair.target);
        let waivers = waivers.into_iter().zip(inside).filter(|(_, inside)| !inside).map(|(waiver, _)| waiver).collect();
        Blocks {
            units: entries,
            pairs: units.pairs.iter().map(of_pair).collect(),
            waivers,
            blocks: units.blocks.iter().map(of_block).collect(),
            drafts: units.drafts.iter().map(Entry::draft).collect(),
        }
    }
}

/// A block of the file.
#[derive(Clone)]
pub(super) struct Entry<'a> {
    pub(super) kind: Kind<'a>,
    pub(super) source: &'a [String],
    pub(super) target: &'a [String],
    pub(super) waivers: Vec<Entry<'a>>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    /// An accepted unit, or a pair set by hand.
    Unit,
    /// A unit that nobody has accepted.
    Open,
    Waiver {
        rule: &'a str,
        finding: Option<&'a str>,
        reason: &'a str,
    },
    /// A machine's translation, and the accepted texts that it replaced: source, target.
    Draft {
        by: &'a str,
        accepted: (&'a [String], &'a [String]),
    },
}

impl<'a> Entry<'a> {
    fn new(kind: Kind<'a>, source: &'a [String], target: &'a [String]) -> Entry<'a> {
        Entry { kind, source, target, waivers: Vec::new() }
    }

    fn waiver(waiver: &'a Waiver) -> Entry<'a> {
        let kind = Kind::Waiver { rule: &waiver.rule, finding: waiver.finding.as_deref(), reason: &waiver.reason };
        Entry::new(kind, &waiver.source, &waiver.target)
    }

    fn draft(draft: &'a Draft) -> Entry<'a> {
        let accepted = (&draft.accepted_source[..], &draft.accepted_target[..]);
        Entry::new(Kind::Draft { by: &draft.by, accepted }, &draft.source, &draft.target)
    }

    /// The block as one text to look it up by.
    pub(super) fn said(&self) -> String {
        match self.kind {
            Kind::Open => "open".to_owned(),
            kind => joined(kind, self.source.iter().map(String::as_str), self.target.iter().map(String::as_str)),
        }
    }
}

impl<'a> Kind<'a> {
    pub(super) fn of_unit(table: &Table) -> Kind<'static> {
        match table.get("accepted").and_then(Item::as_bool) {
            Some(false) => Kind::Open,
            _ => Kind::Unit,
        }
    }

    pub(super) fn of_waiver(table: &'a Table) -> Kind<'a> {
        let word = |key: &str| table.get(key).and_then(Item::as_str);
        match word("rule") {
            Some(rule) => Kind::Waiver { rule, finding: word("finding"), reason: word("reason").unwrap_or_default() },
            None => Kind::Unit,
        }
    }
}

/// What a table says, as one text to look it up by.
pub(super) fn said(kind: Kind<'_>, table: &Table) -> String {
    match kind {
        Kind::Open => "open".to_owned(),
        kind => joined(kind, texts(table, "source").into_iter(), texts(table, "target").into_iter()),
    }
}

/// Texts of two sides as one, each behind its length, so that no two differ and give the same.
fn joined<'t>(
    kind: Kind<'_>,
    source: impl Iterator<Item = &'t str> + Clone,
    target: impl Iterator<Item = &'t str>,
) -> String {
    let mut said = format!("{kind:?} {}", source.clone().count());
    for text in source.chain(target) {
        said.push_str(&format!(" {} ", text.len()));
        said.push_str(text);
    }
    said
}

pub(super) fn texts<'a>(table: &'a Table, key: &str) -> Vec<&'a str> {
    let array = table.get(key).and_then(Item::as_array);
    array.map(|array| array.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}
