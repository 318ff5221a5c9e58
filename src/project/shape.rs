//! A pattern of paths as an expression that gives back what its stars and its language match.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use crate::lang::Language;

/// A pattern with `**/`, `*` and `{language}`.
pub(super) struct Shape {
    /// Stars take as much as they can, then as little: `my_guide_ru` and `guide_zh_CN` both end in a language.
    expressions: [Regex; 2],
    /// What every path begins with, as [`beginning`] says.
    beginning: String,
    /// Languages by the names that files spell them by, in lower case.
    names: BTreeMap<String, Language>,
}

/// What a path has at the places that a pattern leaves open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// What the stars match.
    pub(super) stars: Vec<String>,
    /// The language as it is spelled, and what it is; `None` where the pattern names none.
    pub(super) language: Option<(String, Language)>,
}

impl Shape {
    /// The expression of a pattern; `languages` are known whatever their tags, `names` are other spellings of some.
    pub(super) fn new(pattern: &str, languages: &[Language], names: &BTreeMap<Language, String>) -> Shape {
        let mut known: BTreeMap<String, Language> = BTreeMap::new();
        for language in languages {
            let tag = language.to_string().to_lowercase();
            known.insert(tag.replace('-', "_"), language.clone());
            known.insert(tag, language.clone());
        }
        known.extend(names.iter().map(|(language, name)| (name.to_lowercase(), language.clone())));
        let expressions = ["", "?"].map(|lazy| expression(pattern, lazy, &known));
        Shape { expressions, beginning: beginning(pattern).to_owned(), names: known }
    }

    /// What the path has at the pattern's open places; `None` where the pattern does not match.
    pub(super) fn parts(&self, path: &str) -> Option<Parts> {
        let begins = path.starts_with(&self.beginning);
        self.expressions.iter().filter(|_| begins).find_map(|expression| self.parts_of(expression, path))
    }

    fn parts_of(&self, expression: &Regex, path: &str) -> Option<Parts> {
        let captures = expression.captures(path)?;
        let language = captures.name("language");
        let stars = captures.iter().skip(1).flatten().filter(|part| Some(part.range()) != language.map(|l| l.range()));
        let stars = stars.map(|part| part.as_str().to_owned()).collect();
        let language = match language {
            Some(name) => Some((name.as_str().to_owned(), self.language(name.as_str())?)),
            None => None,
        };
        Some(Parts { stars, language })
    }

    fn language(&self, name: &str) -> Option<Language> {
        self.names.get(&name.to_lowercase()).cloned().or_else(|| Language::spelled(name))
    }
}

fn expression(pattern: &str, lazy: &str, names: &BTreeMap<String, Language>) -> Regex {
    let names: String = names.keys().rev().map(|name| format!("(?i:{})|", regex::escape(name))).collect();
    let tag = format!("{names}[A-Za-z]{{2,3}}(?:[-_][A-Za-z]{{4}})?(?:[-_](?:[A-Za-z]{{2}}|[0-9]{{3}}))?");
    let mut expression = String::from("^");
    let mut seen_language = false;
    for piece in pieces(pattern) {
        match piece {
            Piece::Folders => expression.push_str(&format!("((?:[^/]+/)*{lazy})")),
            Piece::Star => expression.push_str(&format!("([^/]*{lazy})")),
            Piece::Language if seen_language => expression.push_str(&format!("(?:{tag})")),
            Piece::Language => expression.push_str(&format!("(?P<language>{tag})")),
            Piece::Text(text) => expression.push_str(&regex::escape(text)),
        }
        seen_language |= matches!(piece, Piece::Language);
    }
    expression.push('$');
    Regex::new(&expression).expect("escaped literals and fixed groups")
}

/// The text that every path of a pattern begins with, up to the first star or language.
pub(super) fn beginning(pattern: &str) -> &str {
    match pieces(pattern).next() {
        Some(Piece::Text(text)) => text,
        _ => "",
    }
}

/// The files that begin as some pattern's paths do, in order; found without a look at the others.
pub(super) fn beginning_as<'a>(
    patterns: &[&str],
    files: &'a BTreeSet<String>,
) -> impl Iterator<Item = &'a String> + use<'a> {
    let mut beginnings: Vec<&str> = patterns.iter().map(|pattern| beginning(pattern)).collect();
    beginnings.sort_unstable();
    // What begins with another sorts right behind it.
    beginnings.dedup_by(|later, earlier| later.starts_with(*earlier));
    let beginnings: Vec<String> = beginnings.into_iter().map(str::to_owned).collect();
    beginnings.into_iter().flat_map(|beginning| {
        let first = files.range(beginning.clone()..);
        first.take_while(move |file| file.starts_with(&beginning))
    })
}

/// The path that a pattern becomes with a language and what its stars match.
pub(super) fn fill(pattern: &str, language: &str, stars: &[String]) -> String {
    let mut stars = stars.iter();
    pieces(pattern)
        .map(|piece| match piece {
            Piece::Folders | Piece::Star => stars.next().map_or("", String::as_str),
            Piece::Language => language,
            Piece::Text(text) => text,
        })
        .collect()
}

/// How many parts a pattern leaves open beside its language.
pub(super) fn stars(pattern: &str) -> usize {
    pieces(pattern).filter(|piece| matches!(piece, Piece::Folders | Piece::Star)).count()
}

#[derive(Clone, Copy)]
enum Piece<'a> {
    /// `**/`
    Folders,
    /// `*`
    Star,
    Language,
    Text(&'a str),
}

fn pieces(pattern: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = pattern;
    std::iter::from_fn(move || {
        const LANGUAGE: &str = "{language}";
        let (piece, length) = match rest {
            "" => return None,
            _ if rest.starts_with("**/") => (Piece::Folders, "**/".len()),
            _ if rest.starts_with('*') => (Piece::Star, 1),
            _ if rest.starts_with(LANGUAGE) => (Piece::Language, LANGUAGE.len()),
            _ => {
                let next = [rest.find('*'), rest.find(LANGUAGE)].into_iter().flatten().min().unwrap_or(rest.len());
                (Piece::Text(&rest[..next]), next)
            }
        };
        rest = &rest[length..];
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pattern: &str, path: &str) -> Option<(String, String)> {
        let parts = Shape::new(pattern, &[], &BTreeMap::new()).parts(path)?;
        let (_, language) = parts.language?;
        Some((parts.stars.join("|"), language.to_string()))
    }

    #[test]
    fn a_language_is_found_in_any_spelling() {
        let found = |stars: &str, tag: &str| Some((stars.to_owned(), tag.to_owned()));
        assert_eq!(read("README_{language}.md", "README_RU.md"), found("", "ru"));
        assert_eq!(read("**/*_{language}.md", "a/my_guide_ru.md"), found("a/|my_guide", "ru"));
        assert_eq!(read("**/*_{language}.md", "a/guide_zh_CN.md"), found("a/|guide", "zh-CN"));
        assert_eq!(read("docs/{language}/**/*", "docs/pt-br/a.md"), found("|a.md", "pt-BR"));
        assert_eq!(read("docs/{language}/**/*", "docs/img/a.md"), None);
    }

    #[test]
    fn files_are_found_by_what_patterns_begin_with() {
        let paths = ["a.md", "docs/a.md", "docs/en/a.md", "docs/en/b.md", "docs2/a.md", "ru/a.md", "ru.md"];
        let files: BTreeSet<String> = paths.iter().map(|path| (*path).to_owned()).collect();
        let found = |patterns: &[&str]| beginning_as(patterns, &files).cloned().collect::<Vec<_>>().join(" ");
        assert_eq!(found(&["ru/*", "docs/en/{language}/*"]), "docs/en/a.md docs/en/b.md ru/a.md");
        assert_eq!(found(&["docs/en/*", "docs/{language}/*"]), "docs/a.md docs/en/a.md docs/en/b.md");
        assert_eq!(found(&["ru.md", "docs*"]), "docs/a.md docs/en/a.md docs/en/b.md docs2/a.md ru.md");
        assert_eq!(found(&["*.md", "ru/*"]).split(' ').count(), paths.len());
        assert_eq!(found(&["x/*"]), "");
    }

    #[test]
    fn a_pattern_is_filled_as_it_is_read() {
        let stars = ["x/".to_owned(), "a".to_owned()];
        assert_eq!(fill("docs/**/*.{language}.md", "ru", &stars), "docs/x/a.ru.md");
        assert_eq!(super::stars("docs/**/*.{language}.md"), 2);
    }
}
