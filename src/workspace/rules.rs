//! Which rules run in a project, how severe they are, and with what options.

use globset::Glob;

use super::Error;
use crate::analysis::Settings;
use crate::project::Project;
use crate::rules::{RULES, Severity};

pub(super) fn settings(project: &Project) -> Settings {
    let mut settings = Settings::default();
    for rule in RULES {
        let Some(setting) = project.config.rules.get(rule.id) else { continue };
        if let Some(severity) = setting.severity {
            settings.severities.insert(rule.id, severity);
        }
        if let Some(options) = &setting.options {
            settings.options.set(rule.id, options.clone());
        }
    }
    settings
}

/// The rules that names or patterns such as `term-*` mean.
///
/// # Errors
///
/// Where a name means none.
pub fn rules(names: &[String]) -> Result<Vec<&'static str>, Error> {
    let mut chosen = Vec::new();
    for name in names {
        let glob = Glob::new(name).ok().map(|glob| glob.compile_matcher());
        let found: Vec<&str> = RULES
            .iter()
            .map(|rule| rule.id)
            .filter(|id| id == name || glob.as_ref().is_some_and(|glob| glob.is_match(id)))
            .collect();
        if found.is_empty() {
            let nearest = crate::project::nearest(name, RULES.iter().map(|rule| rule.id));
            return Err(Error::UnknownRule { rule: name.clone(), nearest });
        }
        chosen.extend(found);
    }
    Ok(chosen)
}

/// Switches every rule off but those chosen; a chosen rule that is off by default is heard as a warning.
pub fn only(settings: &mut Settings, chosen: &[&'static str]) {
    for rule in RULES {
        let severity = settings.severities.entry(rule.id).or_insert(Severity::Off);
        *severity = match (chosen.contains(&rule.id), *severity) {
            (false, _) => Severity::Off,
            (true, Severity::Off) => Severity::Warning,
            (true, set) => set,
        };
    }
}
