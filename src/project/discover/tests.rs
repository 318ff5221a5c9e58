use super::*;

/// The configuration that a repository's files give, in short: source, languages, `original > translation` each.
fn found(files: &[(&str, &str)]) -> Option<String> {
    let names: BTreeSet<String> = files.iter().map(|(path, _)| (*path).to_owned()).collect();
    let read = |path: &str| files.iter().find(|(name, _)| *name == path).map(|(_, text)| (*text).to_owned());
    let config = discover(&names, &read)?;
    let listed = crate::project::layout::listing(&names, &config, &read).languages;
    let languages: Vec<String> = listed.iter().map(Language::to_string).collect();
    let mut shown = format!("{} {}", config.source_language, languages.join(","));
    for Pattern { original, translation, language, language_names, pair_by, .. } in &config.documents {
        shown += &format!("\n{original} > {translation}");
        shown.extend(language.iter().map(|language| format!(" {language}")));
        shown.extend(language_names.iter().map(|(language, name)| format!(" {language}={name}")));
        shown.extend(pair_by.iter().map(|key| format!(" by {key}")));
    }
    Some(shown)
}

const RUSSIAN: &str = "Мост через реку построили осенью того же года, и жители города приходили смотреть на него.\n";
const ENGLISH: &str =
    "The bridge over the river was built in the autumn of that year, and the people came to see it.\n";

fn named(paths: &[&str]) -> Option<String> {
    found(&paths.iter().map(|path| (*path, "")).collect::<Vec<_>>())
}

#[test]
fn the_usual_layouts_are_found() {
    for (paths, config) in [
        (&["README.md", "README.ru.md"][..], "en ru\nREADME.md > README.{language}.md"),
        (&["README.md", "README_RU.md", "other.md"], "en ru\nREADME.md > README_{language}.md"),
        (&["README.md", "README-zh_CN.md"], "en zh-CN\nREADME.md > README-{language}.md"),
        (&["README.md", "README.cn.md"], "en zh-CN\nREADME.md > README.{language}.md zh-CN=cn"),
        (
            &["docs/en/a.md", "docs/ru/a.md", "docs/ru/b.md", "docs/en/b.md"],
            "en ru\ndocs/en/**/* > docs/{language}/**/*",
        ),
        (&["content/en/x/a.md", "content/ru/x/a.md"], "en ru\ncontent/en/**/* > content/{language}/**/*"),
        (&["docs/a.md", "docs/x/b.md", "docs/ru/a.md"], "en ru\ndocs/**/* > docs/{language}/**/*"),
        (&["docs/x/index.md", "docs/x/index.ru.md"], "en ru\ndocs/**/index.md > docs/**/index.{language}.md"),
        (&["docs/a.md", "docs/b.md", "docs/a.ru.md", "docs/b.ru.md"], "en ru\ndocs/**/*.md > docs/**/*.{language}.md"),
        (&["src/a/README.md", "src/a/README.ru-RU.md"], "en ru-RU\nsrc/**/README.md > src/**/README.{language}.md"),
        (&["site/pages_en/a.md", "site/pages_ru/a.md"], "en ru\nsite/pages_en/**/* > site/pages_{language}/**/*"),
        (&["docs/a.md", "docs-ru/a.md"], "en ru\ndocs/**/* > docs-{language}/**/*"),
        (
            &["docs/a/b.md", "i18n/ru/docusaurus-plugin-content-docs/current/a/b.md"],
            "en ru\ndocs/**/* > i18n/{language}/docusaurus-plugin-content-docs/current/**/*",
        ),
        (&["README.md", "translations/ru/README.md"], "en ru\nREADME.md > translations/{language}/README.md"),
        (&["README.md", "docs/README.ru.md"], "en ru\nREADME.md > docs/README.{language}.md"),
        (&["docs/a.md", "ru/docs/a.md"], "en ru\ndocs/**/* > {language}/docs/**/*"),
        (&["ru/a.md", "en/a.md", "de/a.md"], "en de,ru\nen/**/* > {language}/**/*"),
        (&["a/index.en.md", "a/index.ru.md"], "en ru\na/**/index.en.md > a/**/index.{language}.md"),
    ] {
        assert_eq!(named(paths).as_deref(), Some(config), "{paths:?}");
    }
}

#[test]
fn what_makes_no_pair_is_not_found() {
    for paths in [&["README.md", "docs/a.md"][..], &["log-in.md", "what-is.md"], &["node_modules/a/README.ru.md"]] {
        assert_eq!(named(paths), None, "{paths:?}");
    }
    let same = [("docs/intro.md", ENGLISH), ("docs/ts/intro.md", ENGLISH)];
    assert_eq!(found(&same), None, "a folder that only looks like a language");
}

#[test]
fn the_language_of_the_originals_is_that_of_their_text_or_of_the_site() {
    let texts = [("README.md", RUSSIAN), ("README.en.md", ENGLISH)];
    assert_eq!(found(&texts).as_deref(), Some("ru en\nREADME.md > README.{language}.md"));
    let site = [("mkdocs.yml", "theme:\n  language: ru\n"), ("docs/ru/a.md", RUSSIAN), ("docs/en/a.md", ENGLISH)];
    assert_eq!(found(&site).as_deref(), Some("ru en\ndocs/ru/**/* > docs/{language}/**/*"));
    let more = [("ru/a.md", RUSSIAN), ("ru/b.md", RUSSIAN), ("en/a.md", ENGLISH)];
    assert_eq!(found(&more).as_deref(), Some("ru en\nru/**/* > {language}/**/*"), "more is written than translated");
}

#[test]
fn pages_of_other_names_are_found_by_their_front_matter() {
    let posts = [
        ("_posts/bridge.md", "---\nref: bridge\nlang: en\n---\n"),
        ("_posts/most.md", "---\nref: bridge\nlang: ru\n---\n"),
    ];
    assert_eq!(found(&posts).as_deref(), Some("en ru\n_posts/**/* > _posts/**/* by ref"));
    let folders = [
        ("content/en/bridge.md", "---\ntranslationKey: b\n---\n"),
        ("content/ru/most.md", "---\ntranslationKey: b\n---\n"),
    ];
    assert_eq!(found(&folders).as_deref(), Some("en ru\ncontent/en/**/* > content/{language}/**/* by translationKey"));
}
