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
            settings.stated.insert(rule.id);
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

/// Switches every rule off but those chosen. A rule that is off by default is heard as a warning where it is named; a
/// pattern selects among the rules that are on.
///
/// # Errors
///
/// Where a name or pattern means no rule.
pub fn only(settings: &mut Settings, names: &[String]) -> Result<(), Error> {
    let chosen = rules(names)?;
    for rule in RULES {
        let named = names.iter().any(|name| name == rule.id);
        let severity = settings.severities.entry(rule.id).or_insert(Severity::Off);
        *severity = match (chosen.contains(&rule.id), *severity) {
            (true, Severity::Off) if named => Severity::Warning,
            (true, set) => set,
            (false, _) => Severity::Off,
        };
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_switches_no_rule_on_and_a_name_does() {
        let loud = |name: &str, rule: &str| {
            let mut settings = Settings::default();
            only(&mut settings, &[name.to_owned()]).unwrap();
            settings.severity(rule)
        };
        assert_eq!(loud("term-*", "term-unexpected"), Severity::Off);
        assert_eq!(loud("term-*", "term-missing"), Severity::Warning);
        assert_eq!(loud("term-unexpected", "term-unexpected"), Severity::Warning);
        assert_eq!(loud("term-*", "number-mismatch"), Severity::Off);
        assert!(only(&mut Settings::default(), &["nothing-*".to_owned()]).is_err());
    }
}
