//! What a site generator's own files say: which generator it is, and which language is its default.

use std::collections::BTreeSet;

use regex::Regex;

use crate::lang::Language;
use crate::text::Dialect;

/// The files by which a generator is known, and its dialect.
const FILES: &[(&str, Dialect)] = &[
    ("mkdocs.yml", Dialect::MkDocs),
    ("mkdocs.yaml", Dialect::MkDocs),
    ("docusaurus.config.js", Dialect::Docusaurus),
    ("docusaurus.config.ts", Dialect::Docusaurus),
    ("docusaurus.config.mjs", Dialect::Docusaurus),
    ("hugo.toml", Dialect::Hugo),
    ("hugo.yaml", Dialect::Hugo),
    ("hugo.yml", Dialect::Hugo),
    ("hugo.json", Dialect::Hugo),
    ("_config.yml", Dialect::Jekyll),
    ("_config.yaml", Dialect::Jekyll),
    (".yfm", Dialect::Diplodoc),
    ("astro.config.mjs", Dialect::Starlight),
    ("astro.config.ts", Dialect::Starlight),
    ("astro.config.js", Dialect::Starlight),
    (".vitepress/config.ts", Dialect::VitePress),
    (".vitepress/config.mts", Dialect::VitePress),
    (".vitepress/config.js", Dialect::VitePress),
    (".vitepress/config.mjs", Dialect::VitePress),
    (".vitepress/config/index.ts", Dialect::VitePress),
    (".vitepress/config/index.mts", Dialect::VitePress),
];

/// The generator that reads the documents of a folder: that of its own files, or of those of a folder above it, the
/// nearest first. `exists` says whether a path is a file.
pub(in crate::project) fn dialect(folder: &str, exists: &dyn Fn(&str) -> bool) -> Option<Dialect> {
    found(folder, exists).map(|(_, dialect)| dialect)
}

/// The generator's file with its dialect.
fn found(folder: &str, exists: &dyn Fn(&str) -> bool) -> Option<(String, Dialect)> {
    let mut folder = folder.trim_end_matches('/');
    loop {
        let inside = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        let here = FILES.iter().map(|(name, dialect)| (inside(name), *dialect));
        if let Some(known) = here.into_iter().find(|(path, _)| exists(path)) {
            return Some(known);
        }
        if folder.is_empty() {
            return None;
        }
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
    }
}

/// The default language of the sites whose files are at the root or in a folder of documents.
pub(super) fn language(documents: &BTreeSet<&str>, read: &dyn Fn(&str) -> Option<String>) -> Option<Language> {
    let folders: BTreeSet<&str> =
        documents.iter().filter_map(|path| path.rsplit_once('/')).map(|(folder, _)| folder).chain([""]).collect();
    let exists = |path: &str| read(path).is_some();
    let setting = r#"(?:defaultLocale|default_lang|defaultContentLanguage|default_language|default_locale)["']?\s*[:=]\s*["']?([A-Za-z_-]+)"#;
    let setting = Regex::new(setting).expect("a fixed expression");
    let files: BTreeSet<(String, Dialect)> = folders.into_iter().filter_map(|folder| found(folder, &exists)).collect();
    files.into_iter().find_map(|(path, dialect)| {
        let text = read(&path)?;
        let named = setting.captures(&text).map(|found| found[1].to_owned());
        let own = |line: &str| match dialect {
            Dialect::MkDocs => line.trim().strip_prefix("language:").map(str::to_owned),
            Dialect::Jekyll | Dialect::Diplodoc => line.strip_prefix("lang:").map(str::to_owned),
            _ => None,
        };
        let named = named.or_else(|| text.lines().find_map(own))?;
        Language::spelled(named.trim().trim_matches(['"', '\'']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_generator_is_meant() {
        let files = ["mkdocs.yml", "site/docusaurus.config.ts"];
        let exists = |path: &str| files.contains(&path);
        assert_eq!(dialect("docs/en", &exists), Some(Dialect::MkDocs));
        assert_eq!(dialect("site/docs", &exists), Some(Dialect::Docusaurus));
        assert_eq!(dialect("a", &|_| false), None);
    }

    #[test]
    fn the_default_language_is_read() {
        for (file, text) in [
            ("docusaurus.config.js", "i18n: {\n  defaultLocale: 'ru',\n  locales: ['ru', 'en'],\n}"),
            ("hugo.toml", "defaultContentLanguage = \"ru\"\n"),
            ("mkdocs.yml", "theme:\n  name: material\n  language: ru\n"),
            ("_config.yml", "lang: ru\n"),
        ] {
            let read = |path: &str| (path == file).then(|| text.to_owned());
            let found = language(&BTreeSet::from(["docs/a.md"]), &read);
            assert_eq!(found.unwrap().to_string(), "ru", "{file}");
        }
    }
}
