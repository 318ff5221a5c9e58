//! Which command settles a finding.

use super::command::command;
use crate::align::Unit;
use crate::report::FindingReport;
use crate::units::Pair;

/// The commands for a finding, the likeliest first; none for a finding about a whole document.
pub(super) fn settles(finding: &FindingReport, unit: Option<&Unit>, pair: &Pair) -> Vec<String> {
    let paths = &pair.paths;
    let language = paths.language.to_string();
    let mut commands = Vec::new();
    if finding.fix.as_ref().is_some_and(|fix| fix.safe) {
        commands.push(command(&["tolmach", "check", "--fix", &paths.translation]));
    }
    let Some(unit) = unit else { return commands };
    let source = unit.source.first().map(|at| format!("{}:{}", paths.original, pair.source_line(*at)));
    let target = unit.target.first().map(|at| format!("{}:{}", paths.translation, pair.target_line(*at)));
    let place: Vec<&str> = match (&target, &source) {
        (Some(target), _) => vec![target],
        // An original has translations into several languages.
        (None, Some(source)) => vec![source, "--language", &language],
        (None, None) => return commands,
    };
    match &*finding.rule {
        "stale-translation" | "edited-translation" | "cosmetic-change" | "unaccepted" | "moved-paragraph" => {
            commands.push(command(&[&["tolmach", "accept"][..], &place].concat()));
        }
        "uncertain-alignment" => {
            if let (Some(source), Some(target)) = (&source, &target) {
                commands.push(command(&["tolmach", "pair", source, target]));
            }
        }
        "missing-translation" => commands.push(command(&["tolmach", "update", &paths.original])),
        _ => {}
    }
    commands.push(command(&[&["tolmach", "waive", &finding.rule][..], &place, &["--reason", "…"]].concat()));
    commands
}
