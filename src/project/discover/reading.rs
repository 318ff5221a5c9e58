//! In which ways a path may name its language, and which original it would then have.

use crate::lang::Language;

/// One way to read a path as that of a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// The pattern of translations, with `{language}`.
    pub(super) pattern: String,
    /// What the pattern's stars match.
    pub(super) stars: Vec<String>,
    /// The language's name as the path spells it.
    pub(super) spelling: String,
    pub(super) language: Language,
    /// Patterns of originals whose paths name no language; of as many stars.
    pub(super) untagged: Vec<String>,
}

/// Folders that hold nothing but folders of languages.
const OF_LANGUAGES: &[&str] =
    &["translations", "translation", "i18n", "l10n", "locales", "locale", "langs", "languages"];

/// All ways to read a path.
pub(super) fn readings(path: &str) -> Vec<Reading> {
    let parts: Vec<&str> = path.split('/').collect();
    let (name, folders) = parts.split_last().map_or(("", &[][..]), |(name, folders)| (*name, folders));
    let mut readings = Vec::new();
    for (at, folder) in folders.iter().enumerate() {
        let place = Place { before: &folders[..at], after: &folders[at + 1..], name };
        match Language::named(folder) {
            Some(language) => readings.extend(place.folder(folder, &language)),
            None => readings.extend(place.part_of_folder(folder)),
        }
    }
    readings.extend(file(folders, name));
    readings
}

/// A folder's place in a path.
struct Place<'a> {
    before: &'a [&'a str],
    after: &'a [&'a str],
    name: &'a str,
}

impl Place<'_> {
    /// `docs/ru/a.md`, in the layouts that there are.
    fn folder(&self, spelling: &str, language: &Language) -> Vec<Reading> {
        let reading = |pattern: String, stars: Vec<String>, untagged: Vec<String>| Reading {
            pattern,
            stars,
            spelling: spelling.to_owned(),
            language: language.clone(),
            untagged,
        };
        let before = joined(self.before);
        let stars = |after: &[&str]| vec![joined(after), self.name.to_owned()];
        let beside = if before.is_empty() { Vec::new() } else { vec![format!("{before}**/*")] };
        let mut all = vec![reading(format!("{before}{{language}}/**/*"), stars(self.after), beside)];
        // The folders of languages are apart from the originals, or at the root: what follows says which are meant.
        let above = match self.before {
            [] => Some(String::new()),
            [above @ .., last] if OF_LANGUAGES.contains(last) || above.is_empty() => Some(joined(above)),
            _ => None,
        };
        if let Some(above) = above {
            let (pattern, stars, original) = match self.after {
                [] => (self.name.to_owned(), Vec::new(), format!("{above}{}", self.name)),
                [first, after @ ..] => (format!("{first}/**/*"), stars(after), format!("{above}{first}/**/*")),
            };
            all.push(reading(format!("{before}{{language}}/{pattern}"), stars, vec![original]));
        }
        if let ([site @ .., "i18n"], [plugin, after @ ..]) = (self.before, self.after)
            && let Some((folder, after, originals)) = docusaurus(site, plugin, after)
        {
            all.push(reading(format!("{before}{{language}}/{folder}/**/*"), stars(after), originals));
        }
        all
    }

    /// `pages_ru/a.md`, `docs-ru/a.md`.
    fn part_of_folder(&self, folder: &str) -> Option<Reading> {
        let (base, separator, spelling, language) = suffix(folder)?;
        let before = joined(self.before);
        Some(Reading {
            pattern: format!("{before}{base}{separator}{{language}}/**/*"),
            stars: vec![joined(self.after), self.name.to_owned()],
            spelling: spelling.to_owned(),
            language,
            untagged: vec![format!("{before}{base}/**/*")],
        })
    }
}

/// The folder of a Docusaurus plugin's translations, what of the path is below it, and where its originals may be.
fn docusaurus<'a>(site: &[&str], plugin: &str, after: &'a [&'a str]) -> Option<(String, &'a [&'a str], Vec<String>)> {
    let kind = plugin.strip_prefix("docusaurus-plugin-content-")?;
    let folders = |name: &str| {
        let above = site.split_last().map(|(_, above)| joined(above));
        let beside = above.map(|above| format!("{above}{name}/**/*"));
        [Some(format!("{}{name}/**/*", joined(site))), beside].into_iter().flatten().collect::<Vec<_>>()
    };
    match (kind, after) {
        ("blog", after) => Some((plugin.to_owned(), after, folders("blog"))),
        ("pages", after) => Some((plugin.to_owned(), after, folders("src/pages"))),
        (docs, [version, after @ ..]) => {
            // Other sets of documents bear their name: `docusaurus-plugin-content-docs-community`.
            let set = docs.strip_prefix("docs")?.trim_start_matches('-');
            let originals = match (*version, set) {
                ("current", "") => folders("docs"),
                ("current", set) => folders(set),
                (version, "") => folders(&format!("versioned_docs/{version}")),
                (version, set) => folders(&format!("{set}_versioned_docs/{version}")),
            };
            Some((format!("{plugin}/{version}"), after, originals))
        }
        _ => None,
    }
}

/// `README.ru.md`, `docs/guide_RU.md`, `ru.md`.
fn file(folders: &[&str], name: &str) -> Vec<Reading> {
    let Some((stem, ending)) = name.rsplit_once('.') else { return Vec::new() };
    let folder = joined(folders);
    let mut all = Vec::new();
    if let Some(language) = Language::named(stem) {
        let untagged = if folders.len() == 1 { vec![format!("README.{ending}")] } else { Vec::new() };
        let pattern = format!("{folder}{{language}}.{ending}");
        all.push(Reading { pattern, stars: Vec::new(), spelling: stem.to_owned(), language, untagged });
    } else if let Some((base, separator, spelling, language)) = suffix(stem) {
        let reading = |pattern: String, stars: Vec<String>, original: String| Reading {
            pattern,
            stars,
            spelling: spelling.to_owned(),
            language: language.clone(),
            untagged: vec![original],
        };
        let own = format!("{base}{separator}{{language}}.{ending}");
        let original = format!("{base}.{ending}");
        match folders {
            [] => all.push(reading(own, Vec::new(), original)),
            [top, rest @ ..] => {
                all.push(reading(
                    format!("{top}/**/*{separator}{{language}}.{ending}"),
                    vec![joined(rest), base.to_owned()],
                    format!("{top}/**/*.{ending}"),
                ));
                // The translations of the readme at the root are often kept in a folder.
                if base.chars().any(char::is_uppercase) {
                    all.push(reading(format!("{folder}{own}"), Vec::new(), original));
                }
            }
        }
    }
    all
}

/// The name before the language at its end, the sign between them, and the language: `guide`, `_`, `zh_CN`.
fn suffix(name: &str) -> Option<(&str, char, &str, Language)> {
    name.char_indices().filter(|(at, c)| *at > 0 && matches!(c, '.' | '_' | '-')).find_map(|(at, separator)| {
        let spelling = &name[at + 1..];
        Some((&name[..at], separator, spelling, Language::named(spelling)?))
    })
}

/// A path of folders, empty or ending in `/`.
fn joined(folders: &[&str]) -> String {
    folders.iter().map(|folder| format!("{folder}/")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `pattern < original|original` of each way to read a path.
    fn shown(path: &str) -> Vec<String> {
        readings(path).iter().map(|one| format!("{} < {}", one.pattern, one.untagged.join("|"))).collect()
    }

    #[test]
    fn a_path_may_name_its_language_in_several_ways() {
        assert_eq!(shown("README.ru.md"), ["README.{language}.md < README.md"]);
        assert_eq!(shown("README_zh_CN.md"), ["README_{language}.md < README.md"]);
        assert_eq!(shown("docs/a/index.ru.md"), ["docs/**/*.{language}.md < docs/**/*.md"]);
        assert_eq!(shown("site/pages_ru/a.md"), ["site/pages_{language}/**/* < site/pages/**/*"]);
        assert_eq!(
            shown("translations/ru/README.md"),
            ["translations/{language}/**/* < translations/**/*", "translations/{language}/README.md < README.md"]
        );
        assert!(shown("docs/img/a.md").is_empty() && shown("docs/get-started.md").is_empty());
    }

    #[test]
    fn docusaurus_keeps_translations_apart() {
        let shown = shown("i18n/ru/docusaurus-plugin-content-docs/current/a/b.md");
        let expected = "i18n/{language}/docusaurus-plugin-content-docs/current/**/* < docs/**/*";
        assert_eq!(shown.last().unwrap(), expected);
        let reading = readings("site/i18n/ru/docusaurus-plugin-content-blog/a.md").pop().unwrap();
        assert_eq!(reading.untagged, ["site/blog/**/*", "blog/**/*"]);
    }
}
