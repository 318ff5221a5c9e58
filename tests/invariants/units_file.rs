//! A units file read, written and read again is equal; a second writing changes no byte; comments and unknown keys
//! stay; a merge with oneself is oneself.

use std::collections::BTreeMap;

use tolmach::text::Lines;
use tolmach::units::{Conflict, Units, UnitsFault};

use super::texts;

/// Input: the file as it is, and one whose units are written over it.
pub fn hold(bytes: &[u8]) {
    let [before, after] = texts(bytes);
    for text in [&before, &after] {
        match Units::read(text) {
            Ok(units) => written(&units, text, true),
            Err(UnitsFault::Broken { line, .. } | UnitsFault::ConflictMarker { line }) => {
                assert!(line >= 1 && Lines::new(text).line(text, line).is_some(), "line {line}");
            }
            Err(UnitsFault::Format { .. }) => {}
        }
        let _ = Conflict::read(text);
    }
    let (Ok(old), Ok(new)) = (Units::read(&before), Units::read(&after)) else { return };
    written(&new, &before, false);
    assert_eq!(Units::read(&new.write_over("")).as_ref(), Ok(&new));
    merged(&old, &new);
}

/// `units` over `before`, a file that can be read.
fn written(units: &Units, before: &str, own: bool) {
    let text = units.write_over(before);
    assert_eq!(Units::read(&text).as_ref(), Ok(units), "{text}");
    assert_eq!(units.write_over(&text), text);
    assert_eq!(unknown(&text), unknown(before), "{text}");
    let is_plain = !before.contains("\"\"\"") && !before.contains("'''");
    for line in before.lines().filter(|line| own && is_plain && line.starts_with('#')) {
        let count = |text: &str| text.lines().filter(|other| *other == line).count();
        assert!(count(&text) >= count(before), "{line} is lost in\n{text}");
    }
}

/// What a file says at its top beside the format and the units. A line break in a text of several lines may become
/// another one (TOML 1.0, "String": a parser may normalize it), as it does where lines of a file end in two ways.
fn unknown(text: &str) -> String {
    // A number that no value holds is none of our business.
    let Ok(mut table) = toml::from_str::<toml::Table>(&text.replace("\r\n", "\n")) else { return String::new() };
    for own in ["format", "unit", "pair", "waiver"] {
        table.remove(own);
    }
    in_order(&toml::Value::Table(table))
}

/// A value as text, its keys in the order of their letters: which table is first means nothing.
fn in_order(value: &toml::Value) -> String {
    match value {
        toml::Value::Table(table) => {
            let sorted: BTreeMap<&String, String> = table.iter().map(|(key, value)| (key, in_order(value))).collect();
            let sorted: Vec<String> = sorted.iter().map(|(key, value)| format!("{key:?}: {value}")).collect();
            format!("{{{}}}", sorted.join(", "))
        }
        toml::Value::Array(list) => format!("[{}]", list.iter().map(in_order).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

fn merged(old: &Units, new: &Units) {
    for units in [old, new] {
        let mut merged = Units::merged(None, units, units);
        // Pairs and waivers are put in order.
        merged.pairs.clone_from(&units.pairs);
        let waivers: Vec<_> = merged.waivers.iter().filter(|waiver| !units.waivers.contains(waiver)).collect();
        assert_eq!((&merged.accepted, &merged.pairs, waivers), (&units.accepted, &units.pairs, vec![]));
    }
    let (one, other) = (Units::merged(Some(old), old, new), Units::merged(Some(old), new, old));
    let sorted = |units: &Units| {
        let mut accepted: Vec<_> = units.accepted.iter().map(|unit| (&unit.source, &unit.target)).collect();
        accepted.sort();
        format!("{accepted:?}")
    };
    assert_eq!((sorted(&one), sorted(&other)), (sorted(new), sorted(new)));
}
