//! Which pairs the files of a project make.

use std::collections::BTreeSet;

use super::layout::{Listing, listing};
use super::{Config, Pattern};

fn config(source: &str, languages: Option<&[&str]>, blocks: &[(&str, &str)]) -> Config {
    let block = |(original, translation): &(&str, &str)| Pattern {
        original: (*original).to_owned(),
        translation: (*translation).to_owned(),
        ..Pattern::default()
    };
    Config {
        source_language: source.parse().unwrap(),
        languages: languages.map(|tags| tags.iter().map(|tag| tag.parse().unwrap()).collect()),
        documents: blocks.iter().map(block).collect(),
        ..Config::default()
    }
}

fn listed(config: &Config, files: &[&str]) -> Listing {
    let files: BTreeSet<String> = files.iter().map(|name| (*name).to_owned()).collect();
    listing(&files, config, &|_| None)
}

/// `original > translation` of each pair, with `?` for a translation that is not there.
fn shown(listing: &Listing) -> Vec<String> {
    let missing = |there: bool| if there { "" } else { "?" };
    let pairs = listing.pairs.iter();
    pairs.map(|pair| format!("{} > {}{}", pair.original, pair.translation, missing(pair.translated))).collect()
}

#[test]
fn a_translation_is_under_its_language() {
    let listing = listed(
        &Config::default(),
        &["originals/2022/a.md", "originals/b.txt", "translations/en/2022/a.md", "translations/en/b.units.toml"],
    );
    assert_eq!(listing.originals, 2);
    assert_eq!(
        shown(&listing),
        ["originals/2022/a.md > translations/en/2022/a.md", "originals/b.txt > translations/en/b.txt?"]
    );
    assert_eq!(listing.pairs[0].units, "translations/en/2022/a.units.toml");
}

#[test]
fn a_translation_without_an_original_is_an_orphan() {
    let files = ["originals/a.md", "translations/en/a.md", "translations/en/z.md"];
    let listing = listed(&Config::default(), &files);
    assert_eq!(listing.orphans, [("translations/en/z.md".to_owned(), "originals/z.md".to_owned())]);
}

#[test]
fn languages_may_be_in_the_file_name() {
    let config = config("ru", Some(&["en"]), &[("docs/**/*.ru.md", "docs/**/*.{language}.md")]);
    let listing = listed(&config, &["docs/x/a.ru.md", "docs/x/a.en.md"]);
    assert_eq!(shown(&listing), ["docs/x/a.ru.md > docs/x/a.en.md"]);
    assert!(listing.orphans.is_empty());
}

#[test]
fn a_language_is_met_in_any_spelling() {
    for (pattern, file, tag) in [
        ("README_{language}.md", "README_RU.md", "ru"),
        ("README.{language}.md", "README.zh_CN.md", "zh-CN"),
        ("README.{language}.md", "README.zh-cn.md", "zh-CN"),
        ("README.{language}.md", "README.ru-RU.md", "ru"),
        ("README.{language}.md", "README.ru.md", "ru-RU"),
    ] {
        for languages in [Some(&[tag][..]), None] {
            let listing = listed(&config("en", languages, &[("README.md", pattern)]), &["README.md", file]);
            assert_eq!(shown(&listing), [format!("README.md > {file}")]);
        }
    }
}

#[test]
fn what_is_not_there_yet_is_spelled_as_what_is() {
    let config = config("en", Some(&["ru", "zh-CN"]), &[("**/README.md", "**/README_{language}.md")]);
    let listing = listed(&config, &["README.md", "README_RU.md", "a/README.md"]);
    assert_eq!(
        shown(&listing),
        [
            "README.md > README_RU.md",
            "README.md > README_ZH-CN.md?",
            "a/README.md > a/README_RU.md?",
            "a/README.md > a/README_ZH-CN.md?"
        ]
    );
}

#[test]
fn translations_are_no_originals_and_the_source_language_is_no_translation() {
    let suffixed = config("en", Some(&["ru"]), &[("**/*.md", "**/*.{language}.md")]);
    let listing = listed(&suffixed, &["guide.md", "guide.ru.md", "guide.fr.md", "other.fr.md"]);
    assert_eq!((shown(&listing), listing.originals), (vec!["guide.md > guide.ru.md".to_owned()], 1));
    let folders = config("en", None, &[("en/**/*", "{language}/**/*")]);
    let listing = listed(&folders, &["en/a.md", "ru/a.md", "en/b.md"]);
    assert_eq!(shown(&listing), ["en/a.md > ru/a.md", "en/b.md > ru/b.md?"]);
    assert!(listing.orphans.is_empty());
    let region = config("en", None, &[("docs/en-US/**/*", "docs/{language}/**/*")]);
    assert_eq!(shown(&listed(&region, &["docs/en-US/a.md", "docs/ru/a.md"])), ["docs/en-US/a.md > docs/ru/a.md"]);
    let across = config("en", None, &[("README.md", "README_{language}.md"), ("*.md", "docs/{language}/*.md")]);
    let listing = listed(&across, &["README.md", "README_ru.md", "docs/de/README.md"]);
    assert!(!listing.pairs.iter().any(|pair| pair.original == "README_ru.md"), "{:?}", shown(&listing));
}

#[test]
fn a_word_that_looks_like_a_language_is_one_only_with_its_original() {
    let config = config("en", None, &[("docs/**/*", "docs/{language}/**/*")]);
    let listing = listed(&config, &["docs/a.md", "docs/ru/a.md", "docs/ts/intro.md"]);
    let shown = shown(&listing);
    assert!(shown.contains(&"docs/a.md > docs/ru/a.md".to_owned()), "{shown:?}");
    assert!(shown.contains(&"docs/ts/intro.md > docs/ru/ts/intro.md?".to_owned()), "{shown:?}");
}

#[test]
fn a_translation_may_have_no_suffix_where_the_original_has_one() {
    let mut one = config("ru", None, &[("**/index.ru.md", "**/index.md")]);
    one.documents[0].language = Some("en".parse().unwrap());
    let listing = listed(&one, &["a/index.ru.md", "a/index.md", "b/index.md"]);
    assert_eq!(shown(&listing), ["a/index.ru.md > a/index.md"]);
    assert!(listing.orphans.is_empty(), "the page of b is nobody's translation");
    one.documents[0].original = "ru/**/*".into();
    one.documents[0].translation = "en/**/*".into();
    assert_eq!(listed(&one, &["ru/a.md", "en/a.md", "en/b.md"]).orphans, [("en/b.md".into(), "ru/b.md".into())]);
}

#[test]
fn an_original_with_the_suffix_of_its_language_loses_it() {
    let config = config("en", None, &[("**/*.md", "**/*.{language}.md")]);
    assert_eq!(shown(&listed(&config, &["a/index.en.md", "a/index.ru.md"])), ["a/index.en.md > a/index.ru.md"]);
}

#[test]
fn names_that_differ_in_case_or_composition_are_met() {
    let composed = ("originals/\u{439}.md", "translations/en/\u{438}\u{306}.md");
    for (original, translation) in [("originals/Most.md", "translations/en/most.md"), composed] {
        let listing = listed(&Config::default(), &[original, translation]);
        assert_eq!(shown(&listing), [format!("{original} > {translation}")]);
        assert_eq!(listing.alike, [(translation.to_owned(), original.to_owned())]);
    }
    let both = ["originals/A.md", "originals/a.md", "translations/en/a.md"];
    let listing = listed(&Config::default(), &both);
    assert_eq!(shown(&listing), ["originals/A.md > translations/en/A.md?", "originals/a.md > translations/en/a.md"]);
}

#[test]
fn languages_may_have_other_names_and_paths_may_be_excluded() {
    let mut config = config("en", None, &[("docs/**/*.md", "i18n/{language}/**/*.md")]);
    config.documents[0].language_names.insert("ru".parse().unwrap(), "russian".into());
    config.documents[0].exclude = vec!["docs/old/**".into()];
    config.units = ".tolmach/".into();
    let listing = listed(&config, &["docs/a.md", "docs/old/b.md", "i18n/russian/a.md"]);
    assert_eq!(shown(&listing), ["docs/a.md > i18n/russian/a.md"]);
    assert_eq!(listing.pairs[0].units, ".tolmach/i18n/russian/a.units.toml");
}

#[test]
fn pages_of_other_names_are_met_by_a_key_of_their_front_matter() {
    let files = ["content/en/bridge.md", "content/ru/most.md", "content/ru/zima.md"].map(str::to_owned);
    let read = |path: &str| {
        let key = if path.ends_with("zima.md") { "winter" } else { "bridge" };
        Some(format!("---\ntranslationKey: {key}\n---\n"))
    };
    let folders = config("en", None, &[("content/en/**/*", "content/{language}/**/*")]);
    let listing = listing(&files.into_iter().collect(), &folders, &read);
    assert_eq!(shown(&listing), ["content/en/bridge.md > content/ru/most.md"]);
    assert_eq!(listing.orphans.len(), 1, "nobody's translation is still named");
}

#[test]
fn pages_in_one_folder_are_told_apart_by_their_front_matter() {
    let mut config = config("en", None, &[("_posts/*.md", "_posts/*.md")]);
    config.documents[0].pair_by = Some("ref".into());
    let files = ["_posts/bridge.md", "_posts/most.md", "_posts/winter.md"].map(str::to_owned);
    let read = |path: &str| {
        let (key, language) = match path {
            "_posts/most.md" => ("bridge", "ru"),
            "_posts/bridge.md" => ("bridge", "en"),
            _ => ("winter", "en"),
        };
        Some(format!("---\nref: {key}\nlang: {language}\n---\n"))
    };
    let listing = listing(&files.into_iter().collect(), &config, &read);
    assert_eq!(shown(&listing), ["_posts/bridge.md > _posts/most.md", "_posts/winter.md > _posts/winter.ru.md?"]);
    assert_eq!(listing.languages.len(), 1);
}

#[test]
fn what_editors_and_systems_leave_is_no_document() {
    let files = ["originals/a.md", "originals/~$a.md", "originals/.#a.md", "originals/a.md~", "originals/#a.md#"];
    assert_eq!(listed(&Config::default(), &files).originals, 1);
}

#[test]
fn a_pattern_that_asks_for_what_cannot_be_read_is_known() {
    let config = config("en", None, &[("docs/**/*.rst", "docs/{language}/**/*.rst")]);
    assert_eq!(listed(&config, &["docs/a.rst", "docs/b.md"]).unread, ["docs/a.rst"]);
}
