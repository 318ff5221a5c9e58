//! A heading that answers a paragraph, or a heading of another level: the table of contents comes out otherwise.

use super::{Context, Example, Finding, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::text::Kind;

pub(super) const RULE: Rule = Rule::new("heading-level", Severity::Warning, Scope::Unit(run))
    .compares()
    .facts::<Facts>()
    .examples(&[Example::found("## Утро", "### Morning"), Example::silent("## Утро", "## Morning")]);

facts! {
    struct Facts {
        /// Level 0 is a paragraph.
        expected: usize,
        found: usize,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    // Where several paragraphs answer one, the heading among them may answer what has no counterpart.
    let ([original], [translation]) = (&source[..], &target[..]) else { return Vec::new() };
    let (expected, found) = (level(original.paragraph.kind), level(translation.paragraph.kind));
    if expected == found {
        return Vec::new();
    }
    let number = |level: Option<u8>| usize::from(level.unwrap_or(0));
    let facts = Facts { expected: number(expected), found: number(found) };
    vec![Finding::new(&RULE, facts).in_source([source[0].whole()]).in_target([target[0].whole()])]
}

fn level(kind: Kind) -> Option<u8> {
    match kind {
        Kind::Heading(level) => Some(level),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn another_level_and_a_paragraph_for_a_heading_are_found() {
        let finding = Bench::new().fires("heading-level", "## Утро", "### Morning");
        assert_eq!((fact(&finding, "expected"), fact(&finding, "found")), ("2".to_owned(), "3".to_owned()));
        let finding = Bench::new().fires("heading-level", "## Утро", "Morning");
        assert_eq!(fact(&finding, "found"), "0");
    }

    #[test]
    fn equal_levels_and_paragraphs_are_not() {
        Bench::new().silent("heading-level", "## Утро", "Morning\n---");
        Bench::new().silent("heading-level", "Утро", "Morning");
    }
}
