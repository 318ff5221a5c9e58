//! Findings that a person said are fine: waivers in the units file, `allow` comments in the translation.

use std::collections::{BTreeSet, HashMap};

use super::drift::places;
use super::{Bitext, Judged, Reviewed, Settings, fingerprint, texts};
use crate::rules::{Fact, Finding, Place, RULES, Severity};
use crate::text::{Directive, Document};

/// Marks what is quieted, and adds `unused-waiver` where a waiver or a comment quiets nothing any more.
pub(super) fn quiet(bitext: &Bitext<'_>, settings: &Settings, units: &[Reviewed], judged: &mut Vec<Judged>) {
    let allowed = allowances(bitext.target);
    let (mut used, mut heard) = (BTreeSet::new(), BTreeSet::new());
    for found in judged.iter_mut() {
        for (at, allowance) in allowed.iter().enumerate() {
            if allowance.rule == found.finding.rule && allowance.covers(found, units) {
                heard.insert(at);
                found.waived = Some(allowance.reason.clone());
            }
        }
        let Some(unit) = found.unit else { continue };
        let rule = found.finding.rule;
        if !bitext.units.waivers.iter().any(|waiver| waiver.rule == rule) {
            continue;
        }
        let (source, target) = texts(bitext, &units[unit].unit);
        let waiver = bitext
            .units
            .waivers
            .iter()
            .position(|waiver| waiver.rule == rule && waiver.source == source && waiver.target == target);
        if let Some(at) = waiver {
            used.insert(at);
            found.waived = Some(bitext.units.waivers[at].reason.clone());
        }
    }
    if settings.severity("unused-waiver") == Severity::Off {
        return;
    }
    let first = judged.len();
    let mut by_target: HashMap<Vec<String>, usize> = HashMap::new();
    if used.len() < bitext.units.waivers.len() {
        for (at, reviewed) in units.iter().enumerate() {
            by_target.entry(texts(bitext, &reviewed.unit).1).or_insert(at);
        }
    }
    for (at, waiver) in bitext.units.waivers.iter().enumerate() {
        if used.contains(&at) || sleeps(&waiver.rule, settings) {
            continue;
        }
        let unit = by_target.get(&waiver.target).copied();
        let target = unit.map(|unit| places(bitext.target, &units[unit].unit.target)).unwrap_or_default();
        let texts = (waiver.source.clone(), waiver.target.clone());
        judged.push(unused(settings, &waiver.rule, &waiver.reason, target, unit, &texts));
    }
    for (at, allowance) in allowed.iter().enumerate() {
        if heard.contains(&at) || sleeps(&allowance.rule, settings) {
            continue;
        }
        let unit = units.iter().position(|reviewed| reviewed.unit.target.contains(&allowance.paragraph));
        let texts = unit.map(|unit| texts(bitext, &units[unit].unit)).unwrap_or_default();
        let target = unit.map(|_| places(bitext.target, &[allowance.paragraph])).unwrap_or_default();
        judged.push(unused(settings, &allowance.rule, &allowance.reason, target, unit, &texts));
    }
    tell_twins_apart(&mut judged[first..]);
}

/// Two comments may quiet one rule in one paragraph for nothing; each is a finding of its own.
fn tell_twins_apart(unused: &mut [Judged]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for found in unused {
        let count = seen.entry(found.fingerprint.clone()).or_default();
        *count += 1;
        if *count > 1 {
            found.fingerprint = fingerprint::fingerprint(&[&found.fingerprint, &count.to_string()]);
        }
    }
}

/// Whether a rule is known and switched off: it fires nowhere, and its waivers may be needed again.
fn sleeps(rule: &str, settings: &Settings) -> bool {
    known(rule) && settings.severity(rule) == Severity::Off
}

fn known(rule: &str) -> bool {
    RULES.iter().any(|known| known.id == rule)
}

fn unused(
    settings: &Settings,
    rule: &str,
    reason: &str,
    target: Vec<Place>,
    unit: Option<usize>,
    texts: &(Vec<String>, Vec<String>),
) -> Judged {
    let known = if known(rule) { "yes" } else { "no" };
    let facts = vec![
        ("rule", Fact::Text(rule.to_owned())),
        ("reason", Fact::Text(reason.to_owned())),
        ("known", Fact::Text(known.to_owned())),
    ];
    let finding = Finding { rule: "unused-waiver", source: Vec::new(), target, facts, fix: None };
    // The waived rule is what tells two of them on one unit apart.
    let texts = (texts.0.iter().cloned().chain([rule.to_owned()]).collect(), texts.1.clone());
    let fingerprint = fingerprint::of(&finding, &texts);
    // A misspelt rule is a mistake, and never only a leftover.
    let severity =
        settings.severity("unused-waiver").max(if known == "no" { Severity::Warning } else { Severity::Off });
    Judged { finding, severity, unit, waived: None, fingerprint }
}

/// One rule of an `allow` comment.
struct Allowance {
    /// Of the target: the one after the comment.
    paragraph: usize,
    rule: String,
    reason: String,
}

impl Allowance {
    /// Whether the finding is about the paragraph; one without a place in the target is about the whole unit.
    fn covers(&self, found: &Judged, units: &[Reviewed]) -> bool {
        match found.finding.target.first() {
            Some(place) => place.paragraph == self.paragraph,
            None => found.unit.is_some_and(|unit| units[unit].unit.target.contains(&self.paragraph)),
        }
    }
}

fn allowances(target: &Document) -> Vec<Allowance> {
    let mut allowances = Vec::new();
    for block in &target.blocks {
        let Some(Directive::Allow(allow)) = target.directive(block) else { continue };
        for rule in allow.rule.split(',') {
            let (rule, reason) = (rule.trim().to_owned(), allow.reason.clone());
            allowances.push(Allowance { paragraph: block.before, rule, reason });
        }
    }
    allowances
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Unit;
    use crate::text::{Format, Span};
    use crate::units::{Units, Waiver};

    /// (rule, waived, severity) of a finding of `rule` in the only unit, and of what `quiet` adds.
    fn heard(target: &str, waivers: &[(&str, &str)], rule: &'static str) -> Vec<(&'static str, bool, Severity)> {
        let source = Document::read("В 1904 году.".as_bytes(), Format::Markdown);
        let target = Document::read(target.as_bytes(), Format::Markdown);
        let waiver = |(rule, target): &(&str, &str)| Waiver {
            rule: (*rule).to_owned(),
            reason: "on purpose".to_owned(),
            source: vec!["В 1904 году.".to_owned()],
            target: vec![(*target).to_owned()],
        };
        let units = Units { waivers: waivers.iter().map(waiver).collect(), ..Units::default() };
        let (russian, english) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let bitext = Bitext {
            source: &source,
            target: &target,
            source_language: &russian,
            target_language: &english,
            units: &units,
        };
        let place = Place { paragraph: 0, span: Span::new(0, 2) };
        let finding = Finding { rule, source: vec![], target: vec![place], facts: vec![], fix: None };
        let severity = Severity::Warning;
        let mut judged = vec![Judged { finding, severity, unit: Some(0), waived: None, fingerprint: String::new() }];
        let reviewed = [Reviewed { unit: Unit::new(vec![0], vec![0]), accepted: None }];
        quiet(&bitext, &Settings::default(), &reviewed, &mut judged);
        judged.iter().map(|found| (found.finding.rule, found.waived.is_some(), found.severity)).collect()
    }

    #[test]
    fn two_comments_that_quiet_nothing_are_two_findings() {
        let unused = || Judged {
            finding: Finding::new("unused-waiver"),
            severity: Severity::Info,
            unit: Some(0),
            waived: None,
            fingerprint: "a".to_owned(),
        };
        let mut twins = [unused(), unused(), unused()];
        tell_twins_apart(&mut twins);
        let names: BTreeSet<&str> = twins.iter().map(|found| found.fingerprint.as_str()).collect();
        assert_eq!((names.len(), twins[0].fingerprint.as_str()), (3, "a"));
    }

    #[test]
    fn a_comment_quiets_its_rules_in_the_next_paragraph() {
        let text = "<!-- tolmach: allow term-missing, number-mismatch: on purpose -->\n\nIn 1905.\n";
        let answers = heard(text, &[], "number-mismatch");
        assert_eq!(answers[0], ("number-mismatch", true, Severity::Warning));
        assert_eq!(answers[1], ("unused-waiver", false, Severity::Info), "term-missing fires nowhere");
        assert!(!heard("In 1905.\n\n<!-- tolmach: allow number-mismatch: x -->\n", &[], "number-mismatch")[0].1);
    }

    #[test]
    fn a_misspelt_rule_in_a_comment_is_a_warning() {
        let text = "<!-- tolmach: allow numbr-mismatch: on purpose -->\n\nIn 1905.\n";
        let answers = heard(text, &[], "number-mismatch");
        assert_eq!(
            answers,
            [("number-mismatch", false, Severity::Warning), ("unused-waiver", false, Severity::Warning)]
        );
    }

    #[test]
    fn a_waiver_holds_while_both_texts_stay() {
        let answers = heard("In 1905.\n", &[("number-mismatch", "In 1905.")], "number-mismatch");
        assert_eq!(answers, [("number-mismatch", true, Severity::Warning)]);
    }

    #[test]
    fn a_waiver_expires_when_a_text_changes_and_is_said_to_be_unused() {
        let answers = heard("In 1906.\n", &[("number-mismatch", "In 1905.")], "number-mismatch");
        assert_eq!(answers, [("number-mismatch", false, Severity::Warning), ("unused-waiver", false, Severity::Info)]);
    }
}
