//! Lists in brackets, which somebody may write by hand where blocks belong.

use toml_edit::{Array, InlineTable, Item, Key, RawString, Table, Value};

/// The blocks of a key; a list on one line, as somebody may write by hand, becomes blocks.
pub(super) fn blocks(item: Item) -> Vec<Table> {
    match item {
        Item::Value(Value::Array(list)) => listed(list),
        item => item.into_array_of_tables().map(Vec::from_iter).unwrap_or_default(),
    }
}

/// The tables of a list in brackets as blocks, each under the comments that were in and before it.
fn listed(mut list: Array) -> Vec<Table> {
    let trailing = comments(list.trailing());
    let mut blocks: Vec<Table> = Vec::new();
    for value in list.iter_mut() {
        let mut found = value.decor().prefix().map(comments).unwrap_or_default();
        let behind = value.decor().suffix().map(comments).unwrap_or_default();
        let Value::InlineTable(table) = value else { continue };
        unbroken(table, &mut found);
        let mut block = std::mem::take(table).into_table();
        block.decor_mut().set_prefix(format!("\n{found}{behind}"));
        blocks.push(block);
    }
    if let Some(last) = blocks.last_mut() {
        let before = last.decor().prefix().and_then(RawString::as_str).unwrap_or_default();
        let prefix = format!("{before}{trailing}");
        last.decor_mut().set_prefix(prefix);
    }
    blocks
}

/// What was said above and behind a list in brackets, as it is.
pub(super) fn comments_of_list(key: &Key, item: &Item) -> String {
    let Some(list) = item.as_value() else { return String::new() };
    let above = key.leaf_decor().prefix().and_then(RawString::as_str).unwrap_or_default();
    let around = [key.leaf_decor().suffix(), list.decor().prefix(), list.decor().suffix()];
    format!("{above}{}", around.into_iter().flatten().map(comments).collect::<String>())
}

/// Takes away the line breaks that may be within braces and nowhere else; `found` gathers the comments there.
fn unbroken(table: &mut InlineTable, found: &mut String) {
    for (mut key, value) in table.iter_mut() {
        for decor in [key.leaf_decor_mut(), value.decor_mut()] {
            found.extend([decor.prefix(), decor.suffix()].into_iter().flatten().map(comments));
            decor.clear();
        }
        found.extend([key.dotted_decor().prefix(), key.dotted_decor().suffix()].into_iter().flatten().map(comments));
        key.dotted_decor_mut().clear();
        if let Value::InlineTable(inner) = value {
            unbroken(inner, found);
        }
    }
    found.push_str(&comments(table.trailing()));
    table.set_trailing("");
}

/// The comments among white space, a line each.
fn comments(space: &RawString) -> String {
    let lines = space.as_str().unwrap_or_default().lines().map(|line| line.trim_start_matches([' ', '\t']));
    lines.filter(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect()
}
