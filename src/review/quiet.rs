//! Findings that a person said are fine: waivers in the units file, `allow` comments in the translation.

use std::collections::BTreeSet;

use super::drift::places;
use super::{Bitext, Judged, Reviewed, Settings, fingerprint, texts};
use crate::checks::{Fact, Finding, Severity};
use crate::text::{BlockKind, Document};

/// Marks what is quieted, and adds `unused-waiver` where a waiver quiets nothing any more.
pub(super) fn quiet(bitext: &Bitext<'_>, settings: &Settings, units: &[Reviewed], judged: &mut Vec<Judged>) {
    let allowed = allowances(bitext.target);
    let mut used = BTreeSet::new();
    for found in judged.iter_mut() {
        let paragraph = found.finding.target.first().map(|place| place.paragraph);
        let allowance = allowed.iter().find(|(at, rule, _)| Some(*at) == paragraph && rule == found.finding.rule);
        found.waived = allowance.map(|(_, _, reason)| reason.clone());
        let Some(unit) = found.unit else { continue };
        let (source, target) = texts(bitext, &units[unit].unit);
        let waiver =
            bitext.units.waivers.iter().position(|waiver| {
                waiver.rule == found.finding.rule && waiver.source == source && waiver.target == target
            });
        if let Some(at) = waiver {
            used.insert(at);
            found.waived = Some(bitext.units.waivers[at].reason.clone());
        }
    }
    let severity = settings.severity("unused-waiver");
    if severity == Severity::Off {
        return;
    }
    for (at, waiver) in bitext.units.waivers.iter().enumerate() {
        // A rule that is switched off fires nowhere; its waivers may be needed again.
        if used.contains(&at) || settings.severity(&waiver.rule) == Severity::Off {
            continue;
        }
        let unit = units.iter().position(|reviewed| texts(bitext, &reviewed.unit).1 == waiver.target);
        let target = unit.map(|unit| places(bitext.target, &units[unit].unit.target)).unwrap_or_default();
        let facts = vec![("rule", Fact::Text(waiver.rule.clone())), ("reason", Fact::Text(waiver.reason.clone()))];
        let finding = Finding { rule: "unused-waiver", source: Vec::new(), target, facts, fix: None };
        let texts = (waiver.source.clone(), waiver.target.clone());
        let fingerprint = fingerprint::of(&finding, &texts, None, &mut Default::default());
        judged.push(Judged { finding, severity, unit, waived: None, fingerprint });
    }
}

/// (target paragraph, rule, reason) of the `allow` comments.
fn allowances(target: &Document) -> Vec<(usize, String, String)> {
    let comments = target.blocks.iter().filter(|block| block.kind == BlockKind::Allow);
    comments
        .filter_map(|block| {
            let inside = target.text[block.span.range()].trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim();
            let said = inside.strip_prefix("tolmach:")?.trim().strip_prefix("allow")?.trim();
            let (rule, reason) = said.split_once(':').unwrap_or((said, ""));
            Some((block.before, rule.trim().to_owned(), reason.trim().to_owned()))
        })
        .collect()
}
