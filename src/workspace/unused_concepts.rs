//! Concepts of the glossary that no document of the project uses.

use super::Workspace;
use crate::analysis::{self, Analysis, Diagnostic, ProjectIndex};
use crate::rules::{Place, ProjectScope, RULES, Scope, Severity};
use crate::units::Pair;

/// Findings about concepts that no document uses, by glossary file.
pub fn unused_concepts(workspace: &Workspace, index: &ProjectIndex) -> Vec<(Pair, Analysis)> {
    let mut files: Vec<(Pair, Analysis)> = Vec::new();
    for rule in RULES.iter().filter(|rule| workspace.settings.severity(rule.id) != Severity::Off) {
        let Scope::Project(ProjectScope::Concepts(finding)) = rule.scope else { continue };
        for concept in index.unused(workspace.glossary.concepts.len()) {
            let concept = &workspace.glossary.concepts[concept];
            let at = files.iter().position(|(file, _)| file.paths.original == concept.file).unwrap_or_else(|| {
                let text = workspace.glossary_files.get(&concept.file).cloned().unwrap_or_default();
                let file = Pair::of_glossary(&concept.file, text, &workspace.project.config.source_language);
                files.push((file, Analysis::default()));
                files.len() - 1
            });
            let (file, known) = &mut files[at];
            let span = file.target_lines().line(&file.target.text, concept.line).unwrap_or_default();
            known.findings.push(Diagnostic {
                finding: finding(&concept.id).in_target([Place { paragraph: usize::MAX, span }]),
                severity: workspace.settings.severity(rule.id),
                unit: None,
                waived: None,
                fingerprint: analysis::fingerprint(&[rule.id, &concept.id]),
            });
        }
    }
    files
}
