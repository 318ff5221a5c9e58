//! Reading a configuration is total: an error names a line of the file, and what is read stays inside the project.

use tolmach::project::Config;
use tolmach::rules::RULES;

use super::texts;

/// Input: the text of `tolmach.toml`.
pub fn hold(bytes: &[u8]) {
    let [text] = texts(bytes);
    match Config::read(&text) {
        Ok(config) => {
            let again = Config::read(&text).expect("it was read");
            assert_eq!(format!("{again:?}"), format!("{config:?}"));
            assert!(!config.documents.is_empty());
            for pattern in &config.documents {
                assert!(pattern.translation.contains("{language}"));
                for path in [&pattern.original, &pattern.translation] {
                    let leads_out = path.starts_with('/') || path.split(['/', '\\']).any(|part| part == "..");
                    assert!(!leads_out, "{path}");
                }
            }
            assert!(config.rules.keys().all(|id| RULES.iter().any(|rule| rule.id == id)));
        }
        Err(error) => {
            let lines = text.split('\n').count();
            assert!(error.line.is_some_and(|line| (1..=lines).contains(&line)), "{error}");
            assert!(!error.to_string().is_empty());
        }
    }
}
