//! Findings that a person said are fine: waivers in the units file, `allow` comments in the translation.

use std::collections::{BTreeSet, HashMap};

use super::drift::places;
use super::{AnalysedUnit, Diagnostic, Settings, fingerprint, waiver};
use crate::rules::{Finding, Place, RULES, Rule, Scope, Severity, UnusedSuppression};
use crate::text::{Directive, Document};
use crate::units::{Pair, Waiver};

/// Marks what is suppressed, and adds `unused-waiver` where a waiver or a comment suppresses nothing any more.
pub(super) fn suppress(pair: &Pair, settings: &Settings, units: &[AnalysedUnit], diagnostic: &mut Vec<Diagnostic>) {
    let allowed = suppressions(&pair.target);
    let (mut used, mut matched) = (BTreeSet::new(), BTreeSet::new());
    for found in diagnostic.iter_mut() {
        for (at, suppression) in allowed.iter().enumerate() {
            if suppression.rule == found.finding.rule && suppression.covers(found, units) {
                matched.insert(at);
                found.waived = Some(suppression.reason.clone());
            }
        }
    }
    used.extend(waived(pair, units, diagnostic));
    for rule in RULES.iter().filter(|rule| settings.severity(rule.id) != Severity::Off) {
        if let Scope::Suppression(run) = rule.scope {
            let unused = Unused { pair, settings, units, run };
            unused.add(&allowed, &used, &matched, diagnostic);
        }
    }
}

/// Marks what a waiver of the units file suppresses; the waivers that do, as indices.
fn waived(pair: &Pair, units: &[AnalysedUnit], diagnostic: &mut [Diagnostic]) -> BTreeSet<usize> {
    let mut used = BTreeSet::new();
    let waivers = &pair.units.waivers;
    if waivers.is_empty() {
        return used;
    }
    let names = waiver::names(pair, diagnostic);
    for (found, name) in diagnostic.iter_mut().zip(names) {
        let rule = found.finding.rule;
        if !waivers.iter().any(|waiver| waiver.rule == rule) {
            continue;
        }
        let Some((source, target)) = waiver::texts(pair, units, found) else { continue };
        // One that names no finding is for all of them.
        let is_for = |waiver: &Waiver, name: Option<&str>| waiver.is_for(rule, name, &source, &target);
        let fits = |waiver: &Waiver| is_for(waiver, name.as_deref()) || is_for(waiver, None);
        for (at, waiver) in waivers.iter().enumerate().filter(|(_, waiver)| fits(waiver)) {
            used.insert(at);
            found.waived = Some(waiver.reason.clone());
        }
    }
    used
}

/// What is needed to report suppressions that suppress nothing.
struct Unused<'a> {
    pair: &'a Pair,
    settings: &'a Settings,
    units: &'a [AnalysedUnit],
    run: fn(&UnusedSuppression<'_>) -> Finding,
}

impl Unused<'_> {
    /// Adds a finding for each waiver that is not among the `used` and each comment that is not among the `matched`.
    fn add(
        &self,
        allowed: &[Suppression],
        used: &BTreeSet<usize>,
        matched: &BTreeSet<usize>,
        diagnostic: &mut Vec<Diagnostic>,
    ) {
        let Unused { pair, settings, units, .. } = *self;
        let first = diagnostic.len();
        let mut by_target: HashMap<Vec<String>, usize> = HashMap::new();
        if used.len() < pair.units.waivers.len() {
            for (at, analysed) in units.iter().enumerate() {
                by_target.entry(pair.texts(&analysed.unit).1).or_insert(at);
            }
        }
        for (at, waiver) in pair.units.waivers.iter().enumerate() {
            if used.contains(&at) || is_off(&waiver.rule, settings) {
                continue;
            }
            let unit = by_target.get(&waiver.target).copied();
            let target = unit.map(|unit| places(&pair.target, &units[unit].unit.target)).unwrap_or_default();
            let texts = (waiver.source.clone(), waiver.target.clone());
            diagnostic.push(self.diagnostic(&waiver.rule, &waiver.reason, target, unit, &texts));
        }
        for (at, suppression) in allowed.iter().enumerate() {
            if matched.contains(&at) || is_off(&suppression.rule, settings) {
                continue;
            }
            let unit = units.iter().position(|analysed| analysed.unit.target.contains(&suppression.paragraph));
            let texts = unit.map(|unit| pair.texts(&units[unit].unit)).unwrap_or_default();
            let target = unit.map(|_| places(&pair.target, &[suppression.paragraph])).unwrap_or_default();
            diagnostic.push(self.diagnostic(&suppression.rule, &suppression.reason, target, unit, &texts));
        }
        disambiguate(&mut diagnostic[first..]);
    }

    fn diagnostic(
        &self,
        rule: &str,
        reason: &str,
        target: Vec<Place>,
        unit: Option<usize>,
        texts: &(Vec<String>, Vec<String>),
    ) -> Diagnostic {
        let finding = (self.run)(&UnusedSuppression { rule, reason, target });
        // The waived rule distinguishes two of them on one unit.
        let texts = (texts.0.iter().cloned().chain([rule.to_owned()]).collect(), texts.1.clone());
        let fingerprint = fingerprint::of(&finding, &texts);
        // A misspelt rule is a mistake, and never only a leftover.
        let least = if Rule::named(rule).is_none() { Severity::Warning } else { Severity::Off };
        let severity = self.settings.severity(finding.rule).max(least);
        Diagnostic { finding, severity, unit, waived: None, fingerprint }
    }
}

/// Two comments may suppress one rule in one paragraph for nothing; each is a finding of its own.
fn disambiguate(unused: &mut [Diagnostic]) {
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
fn is_off(rule: &str, settings: &Settings) -> bool {
    Rule::named(rule).is_some() && settings.severity(rule) == Severity::Off
}

/// One rule of an `allow` comment.
struct Suppression {
    /// Of the target: the one after the comment.
    paragraph: usize,
    rule: String,
    reason: String,
}

impl Suppression {
    /// Whether the finding is about the paragraph; one without a place in the target is about the whole unit.
    fn covers(&self, found: &Diagnostic, units: &[AnalysedUnit]) -> bool {
        match found.finding.target.first() {
            Some(place) => place.paragraph == self.paragraph,
            None => found.unit.is_some_and(|unit| units[unit].unit.target.contains(&self.paragraph)),
        }
    }
}

fn suppressions(target: &Document) -> Vec<Suppression> {
    let mut suppressions = Vec::new();
    for block in &target.blocks {
        let Some(Directive::Allow(allow)) = target.directive(block) else { continue };
        for rule in allow.rule.split(',') {
            let (rule, reason) = (rule.trim().to_owned(), allow.reason.clone());
            suppressions.push(Suppression { paragraph: block.before, rule, reason });
        }
    }
    suppressions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Unit;
    use crate::text::{Format, Span};
    use crate::units::{Pair, Units};

    /// (rule, waived, severity) of a finding of `rule` in the only unit, and of what `quiet` adds.
    fn matched(target: &str, waivers: &[(&str, &str)], rule: &'static str) -> Vec<(&'static str, bool, Severity)> {
        let source = Document::read("В 1904 году.".as_bytes(), Format::Markdown);
        let target = Document::read(target.as_bytes(), Format::Markdown);
        let waiver = |(rule, target): &(&str, &str)| Waiver {
            rule: (*rule).to_owned(),
            finding: None,
            reason: "on purpose".to_owned(),
            source: vec!["В 1904 году.".to_owned()],
            target: vec![(*target).to_owned()],
        };
        let units = Units { waivers: waivers.iter().map(waiver).collect(), ..Units::default() };
        let (russian, english) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let pair = Pair::of(source, target, (russian, english), units);
        let place = Place { paragraph: 0, span: Span::new(0, 2) };
        let finding = Finding { rule, source: vec![], target: vec![place], facts: vec![], fix: None, unsure: false };
        let severity = Severity::Warning;
        let mut diagnostic =
            vec![Diagnostic { finding, severity, unit: Some(0), waived: None, fingerprint: String::new() }];
        let analysed = [AnalysedUnit { unit: Unit::new(vec![0], vec![0]), accepted: None }];
        suppress(&pair, &Settings::default(), &analysed, &mut diagnostic);
        diagnostic.iter().map(|found| (found.finding.rule, found.waived.is_some(), found.severity)).collect()
    }

    #[test]
    fn two_comments_that_quiet_nothing_are_two_findings() {
        let unused = || Diagnostic {
            finding: Finding {
                rule: "unused-waiver",
                source: vec![],
                target: vec![],
                facts: vec![],
                fix: None,
                unsure: false,
            },
            severity: Severity::Info,
            unit: Some(0),
            waived: None,
            fingerprint: "a".to_owned(),
        };
        let mut twins = [unused(), unused(), unused()];
        disambiguate(&mut twins);
        let names: BTreeSet<&str> = twins.iter().map(|found| found.fingerprint.as_str()).collect();
        assert_eq!((names.len(), twins[0].fingerprint.as_str()), (3, "a"));
    }

    #[test]
    fn a_comment_quiets_its_rules_in_the_next_paragraph() {
        let text = "<!-- tolmach: allow term-missing, number-mismatch: on purpose -->\n\nIn 1905.\n";
        let answers = matched(text, &[], "number-mismatch");
        assert_eq!(answers[0], ("number-mismatch", true, Severity::Warning));
        assert_eq!(answers[1], ("unused-waiver", false, Severity::Info), "term-missing fires nowhere");
        assert!(!matched("In 1905.\n\n<!-- tolmach: allow number-mismatch: x -->\n", &[], "number-mismatch")[0].1);
    }

    #[test]
    fn a_misspelt_rule_in_a_comment_is_a_warning() {
        let text = "<!-- tolmach: allow numbr-mismatch: on purpose -->\n\nIn 1905.\n";
        let answers = matched(text, &[], "number-mismatch");
        assert_eq!(
            answers,
            [("number-mismatch", false, Severity::Warning), ("unused-waiver", false, Severity::Warning)]
        );
    }

    #[test]
    fn a_waiver_holds_while_both_texts_stay() {
        let answers = matched("In 1905.\n", &[("number-mismatch", "In 1905.")], "number-mismatch");
        assert_eq!(answers, [("number-mismatch", true, Severity::Warning)]);
    }

    #[test]
    fn a_waiver_expires_when_a_text_changes_and_is_said_to_be_unused() {
        let answers = matched("In 1906.\n", &[("number-mismatch", "In 1905.")], "number-mismatch");
        assert_eq!(answers, [("number-mismatch", false, Severity::Warning), ("unused-waiver", false, Severity::Info)]);
    }
}
