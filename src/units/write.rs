//! How a units file is written: one array element a line, in document order, comments and unknown keys kept.
//!
//! A text is on one line with `\n` for its line breaks, so that two people who change one paragraph meet in a
//! conflict, and no merge makes a text that nobody accepted.

use rustc_hash::FxHashMap;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, RawString, Table, Value};

use super::entry::{Blocks, Entry, Kind, said, texts};
use super::listed::{blocks, comments_of_list};
use super::shape::{FORMAT, WITH_BLOCKS};
use super::{Layout, Units};
use crate::text::with_endings_of;

const HEADER: &str = "# Accepted by a person: these paragraphs belong together. Written by tolmach; merge it like text.\n\
                      format = 1\n";

/// The file `before` with `units`, in the order of `layout`, in place of what it held; a `before` that is no units file
/// is written anew.
pub(super) fn write_over(units: &Units, layout: &Layout, before: &str) -> String {
    let header = || HEADER.parse::<DocumentMut>().expect("the header is TOML");
    let mut file = match before.parse::<DocumentMut>() {
        Ok(file) if !before.trim().is_empty() => file,
        _ => header(),
    };
    if !file.contains_key("format") {
        file.insert("format", toml_edit::value(FORMAT));
    }
    let format = if units.blocks.is_empty() && units.drafts.is_empty() { FORMAT } else { WITH_BLOCKS };
    let known = [FORMAT, WITH_BLOCKS].map(Some);
    let was = file.get("format").and_then(Item::as_integer);
    if was != Some(format) && known.contains(&was) {
        // The comment above the key stays.
        file["format"] = toml_edit::value(format);
    }
    let blocks = Blocks::of(units, layout, file.get("waiver"));
    let mut position = 0;
    for (key, entries) in [
        ("unit", blocks.units),
        ("pair", blocks.pairs),
        ("waiver", blocks.waivers),
        ("block", blocks.blocks),
        ("draft", blocks.drafts),
    ] {
        if entries.is_empty() && file.get(key).and_then(Item::as_array).is_some_and(Array::is_empty) {
            continue;
        }
        let removed = file.remove_entry(key);
        let comment = removed.as_ref().map(|(key, item)| comments_of_list(key, item)).unwrap_or_default();
        let mut tables = tables(&entries, removed.map(|(_, item)| item));
        if let Some(first) = tables.get_mut(0).filter(|_| !comment.is_empty()) {
            let own = first.decor().prefix().and_then(RawString::as_str).unwrap_or_default().trim_start();
            let prefix = format!("{comment}{own}");
            first.decor_mut().set_prefix(prefix);
        }
        if !tables.is_empty() {
            let mut item = Item::ArrayOfTables(tables);
            number(&mut item, &mut position);
            file.insert(key, item);
        }
    }
    for (key, item) in file.iter_mut() {
        if !["unit", "pair", "waiver", "block", "draft"].contains(&key.get()) {
            number(item, &mut position);
        }
    }
    with_endings_of(before, &file.to_string())
}

/// The blocks for `entries`: one that says the same is kept as it is; one that shares a text keeps its comments and
/// unknown keys; the others are new.
fn tables(entries: &[Entry<'_>], before: Option<Item>) -> ArrayOfTables {
    let mut before: Vec<Option<Table>> = before.map(blocks).unwrap_or_default().into_iter().map(Some).collect();
    let mut chosen: Vec<Option<Table>> = entries.iter().map(|_| None).collect();
    let mut equal: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    let mut sharing: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    // In a block that is no waiver a rule is an unknown key.
    let are_waivers = entries.iter().any(|entry| matches!(entry.kind, Kind::Waiver { .. }));
    for (at, table) in before.iter().enumerate().rev() {
        let Some(table) = table else { continue };
        let kind = if are_waivers { Kind::of_waiver(table) } else { Kind::of_unit(table) };
        equal.entry(said(kind, table)).or_default().push(at);
        for text in
            ["source", "target"].iter().flat_map(|side| texts(table, side).into_iter().map(move |t| side_key(side, t)))
        {
            sharing.entry(text).or_default().push(at);
        }
    }
    for (entry, chosen) in entries.iter().zip(&mut chosen) {
        if let Some(at) = equal.get_mut(&entry.said()).and_then(Vec::pop) {
            *chosen = before[at].take();
        }
    }
    let mut tables = ArrayOfTables::new();
    for (entry, chosen) in entries.iter().zip(chosen) {
        let own = entry.source.iter().map(|text| side_key("source", text));
        let keys = own.chain(entry.target.iter().map(|text| side_key("target", text)));
        let mut shared = keys.filter_map(|key| sharing.get(&key)).flatten();
        let table = chosen.or_else(|| shared.find_map(|at| before[*at].take()));
        tables.push(filled(table.unwrap_or_default(), entry));
    }
    tables
}

fn side_key(side: &str, text: &str) -> String {
    format!("{side} {text}")
}

/// The keys of a draft in their order; unknown ones follow.
const DRAFT_KEYS: &[&str] = &["by", "accepted-source", "accepted-target", "source", "target"];

/// The table with what `entry` says; what already says so keeps its looks.
fn filled(mut table: Table, entry: &Entry<'_>) -> Table {
    match entry.kind {
        Kind::Open => {
            if Kind::of_unit(&table) != Kind::Open {
                table.insert("accepted", toml_edit::value(false));
            }
        }
        Kind::Unit => {
            if Kind::of_unit(&table) == Kind::Open {
                table.remove("accepted");
            }
        }
        Kind::Draft { .. } => {}
        Kind::Waiver { rule, finding, reason } => {
            if finding.is_none() {
                table.remove("finding");
            }
            let finding = finding.map(|finding| ("finding", finding));
            for (key, text) in [Some(("rule", rule)), finding, Some(("reason", reason))].into_iter().flatten() {
                if table.get(key).and_then(Item::as_str) != Some(text) {
                    table.insert(key, Item::Value(value(&quoted(text))));
                }
            }
        }
    }
    if let Kind::Draft { by, accepted } = entry.kind {
        if table.get("by").and_then(Item::as_str) != Some(by) {
            table.insert("by", Item::Value(value(&quoted(by))));
        }
        for (key, list) in [("accepted-source", accepted.0), ("accepted-target", accepted.1)] {
            if list.is_empty() {
                table.remove(key);
            } else if texts(&table, key) != list {
                table.insert(key, Item::Value(value(&array(list))));
            }
        }
    }
    if entry.kind != Kind::Open {
        for (key, list) in [("source", entry.source), ("target", entry.target)] {
            if !table.contains_key(key) || texts(&table, key) != list {
                table.insert(key, Item::Value(value(&array(list))));
            }
        }
    }
    if matches!(entry.kind, Kind::Draft { .. }) {
        let place = |key: &str| DRAFT_KEYS.iter().position(|known| *known == key).unwrap_or(DRAFT_KEYS.len());
        table.sort_values_by(|one, _, other, _| place(one.get()).cmp(&place(other.get())));
    }
    if matches!(entry.kind, Kind::Waiver { .. }) {
        return table;
    }
    let before = table.remove("waiver");
    if !entry.waivers.is_empty() {
        table.insert("waiver", Item::ArrayOfTables(tables(&entry.waivers, before)));
    }
    table
}

fn array(texts: &[String]) -> String {
    match texts {
        [] => "[]".to_owned(),
        [text] => format!("[{}]", quoted(text)),
        texts => format!("[\n{}]", texts.iter().map(|text| format!("  {},\n", quoted(text))).collect::<String>()),
    }
}

fn value(text: &str) -> Value {
    text.parse().expect("written as TOML")
}

/// A TOML string on one line: literal where that saves escapes.
fn quoted(text: &str) -> String {
    let escapes = text.contains(['"', '\\']);
    if escapes && !text.contains(|letter: char| letter == '\'' || (letter.is_control() && letter != '\t')) {
        return format!("'{text}'");
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte < 0x20 || matches!(byte, b'"' | b'\\' | 0x7f)) {
        quoted.push_str(&rest[..at]);
        match rest.as_bytes()[at] {
            b'"' => quoted.push_str("\\\""),
            b'\\' => quoted.push_str("\\\\"),
            b'\n' => quoted.push_str("\\n"),
            b'\r' => quoted.push_str("\\r"),
            b'\t' => quoted.push_str("\\t"),
            control => quoted.push_str(&format!("\\u{control:04X}")),
        }
        rest = &rest[at + 1..];
    }
    quoted.push_str(rest);
    quoted.push('"');
    quoted
}

/// Numbers tables in the order they are to be written, each before its own sub-tables.
fn number(item: &mut Item, position: &mut isize) {
    match item {
        Item::Table(table) => number_table(table, position),
        Item::ArrayOfTables(tables) => tables.iter_mut().for_each(|table| number_table(table, position)),
        _ => {}
    }
}

fn number_table(table: &mut Table, position: &mut isize) {
    *position += 1;
    table.set_position(Some(*position));
    table.iter_mut().for_each(|(_, item)| number(item, position));
}

#[cfg(test)]
mod tests {
    use super::super::{Accepted, Draft, Paired, Waiver};
    use super::*;
    use proptest::prelude::*;

    fn unit(source: &[&str], target: &[&str]) -> Accepted {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Accepted { source: owned(source), target: owned(target) }
    }

    fn accepted(units: &[Accepted]) -> Units {
        Units { accepted: units.to_vec(), ..Units::default() }
    }

    #[test]
    fn a_new_file_is_readable() {
        let mut units = accepted(&[unit(&["Он сказал \"нет\"."], &["He said:\n\"no\"."]), unit(&["а", "б"], &[])]);
        units.waivers.push(Waiver {
            rule: "end-mark".into(),
            finding: None,
            reason: "on purpose".into(),
            source: vec!["а".into()],
            target: vec![],
        });
        assert_eq!(
            units.write_over(""),
            format!(
                "{HEADER}\n[[unit]]\nsource = ['Он сказал \"нет\".']\ntarget = [\"He said:\\n\\\"no\\\".\"]\n\n\
                 [[unit]]\nsource = [\n  \"а\",\n  \"б\",\n]\ntarget = []\n\n\
                 [[waiver]]\nrule = \"end-mark\"\nreason = \"on purpose\"\nsource = [\"а\"]\ntarget = []\n"
            )
        );
    }

    #[test]
    fn comments_unknown_keys_and_other_tables_survive() {
        let before = "# mine\nformat = 1\nby = \"me\"\n\n# first\n[[unit]]\nsource = [ 'а' ] # so\ntarget = [\"a\"]\nseen = 3\n\n\
                      # second\n[[unit]]\nsource = [\"б\"]\ntarget = [\"b\"]\n[unit.note]\nx = 1\n\n[extra]\ny = 2\n# end\n";
        let units = accepted(&[unit(&["в"], &["c"]), unit(&["б"], &["b, better"]), unit(&["а"], &["a"])]);
        assert_eq!(
            units.write_over(before),
            "# mine\nformat = 1\nby = \"me\"\n\n[[unit]]\nsource = [\"в\"]\ntarget = [\"c\"]\n\n\
             # second\n[[unit]]\nsource = [\"б\"]\ntarget = [\"b, better\"]\n[unit.note]\nx = 1\n\n\
             # first\n[[unit]]\nsource = [ 'а' ] # so\ntarget = [\"a\"]\nseen = 3\n\n[extra]\ny = 2\n# end\n"
        );
    }

    #[test]
    fn nothing_changed_is_not_a_byte_changed() {
        let before = "# mine\n\n\nformat = 1\n[[unit]]\nsource=['а']\ntarget   = [ ]\n[[waiver]]\nrule = 'x'\n";
        let units = Units::read(before).unwrap();
        assert_eq!(units.write_over(before), format!("{before}reason = \"\"\nsource = []\ntarget = []\n"));
        let returns = "format = 1\r\n\r\n[[unit]]\r\nsource = [\"а\"]\r\ntarget = []\r\n";
        assert_eq!(Units::read(returns).unwrap().write_over(returns), returns);
    }

    #[test]
    fn a_list_on_one_line_becomes_blocks_under_its_comment() {
        let before = "# mine\nunit = [{ source = [\"a\"], target = [] }]\n";
        let written = Units::read(before).unwrap().write_over(before);
        assert_eq!(written, "format = 1\n# mine\n[[unit]]\nsource = [\"a\"]\ntarget = []\n");
    }

    #[test]
    fn comments_within_a_list_are_above_its_blocks() {
        let before = "unit = [ # first\n  # of a\n  { source = [\"a\"], # in a\n  target = [] }, # of b\n  \
                      { source = [\"b\"], target = []\n # in b\n }\n  # last\n] # all\n";
        let written = Units::read(before).unwrap().write_over(before);
        let block = |text: &str| format!("[[unit]]\nsource = [\"{text}\"]\ntarget = []\n");
        let (a, b) = (block("a"), block("b"));
        assert_eq!(written, format!("format = 1\n# all\n# first\n# of a\n# in a\n{a}\n# of b\n# in b\n# last\n{b}"));
        assert_eq!(Units::read(&written).unwrap().write_over(&written), written);
    }

    #[test]
    fn every_line_keeps_its_ending() {
        let before = "# mine\nformat = 1\r\n\r\n[[unit]]\r\nsource = [\"а\"]\r\ntarget = []\r\n";
        let units = accepted(&[unit(&["а"], &[]), unit(&["б"], &[])]);
        assert_eq!(units.write_over(before), format!("{before}\r\n[[unit]]\r\nsource = [\"б\"]\r\ntarget = []\r\n"));
    }

    fn some_texts() -> impl Strategy<Value = Vec<String>> {
        proptest::collection::vec("[аб\"'\\\\\n\t\r\u{1}\u{7f}#\\[\\]]{0,4}", 0..3)
    }

    type Sides = (Vec<String>, Vec<String>);

    fn draft((by, (source, target), (accepted_source, accepted_target)): (String, Sides, Sides)) -> Draft {
        Draft { source, target, by, accepted_source, accepted_target }
    }

    fn some_units() -> impl Strategy<Value = Units> {
        let entry = || (some_texts(), some_texts());
        (
            proptest::collection::vec(entry(), 0..4),
            proptest::collection::vec(entry(), 0..2),
            proptest::collection::vec(("[a-z]{1,3}", "[^\u{0}]{0,3}", entry()), 0..2),
            proptest::collection::vec(entry(), 0..2),
            proptest::collection::vec(("[a-z\"]{0,3}", entry(), entry()), 0..2),
        )
            .prop_map(|(accepted, pairs, waivers, blocks, drafts)| Units {
                drafts: drafts.into_iter().map(draft).collect(),
                blocks: blocks.into_iter().map(|(source, target)| Accepted { source, target }).collect(),
                accepted: accepted.into_iter().map(|(source, target)| Accepted { source, target }).collect(),
                pairs: pairs.into_iter().map(|(source, target)| Paired { source, target }).collect(),
                waivers: waivers
                    .into_iter()
                    .map(|(rule, reason, (source, target))| Waiver { rule, finding: None, reason, source, target })
                    .collect(),
            })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_and_equal_units_are_equal_bytes(before in some_units(), units in some_units()) {
            let written = units.write_over("");
            prop_assert_eq!(&Units::read(&written).unwrap(), &units);
            prop_assert_eq!(&units.write_over(&before.write_over("")), &written);
        }
    }
}
