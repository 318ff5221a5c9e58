//! A target paragraph, or the text of a picture, that still is the original's: copied over, and left for later.

use super::attributes::{Attribute, attributes};
use super::{Context, Example, Finding, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::lang::Script;
use crate::text::{Kind, MarkKind};

/// Fewer letters than this may be a name or an abbreviation that stays as it is.
const LETTERS: usize = 12;

pub(super) const RULE: Rule =
    Rule::new("untranslated", Severity::Warning, Scope::Document(run)).facts::<Facts>().examples(&[
        Example::found("Вечером дали свет.", "Вечером дали свет."),
        Example::silent("Вечером дали свет.", "The power came back in the evening."),
        Example::silent("The --use-own-flag option", "Опция --use-own-flag").languages("en", "ru"),
        Example::found("---\ntitle: The old bridge\n---\n", "---\ntitle: The old bridge\n---\n").languages("en", "ru"),
        Example::found("Вот: <img src=\"a.png\" alt=\"Старый мост\">", "Here: <img src=\"a.png\" alt=\"Старый мост\">"),
        Example::silent(
            "Вот: <img src=\"a.png\" alt=\"Старый мост\">",
            "Here: <img src=\"a.png\" alt=\"The old bridge\">",
        ),
    ]);

facts! {
    struct Facts {
        /// The attribute whose text it is; `none` for a paragraph.
        attribute: String,
        /// The text of the attribute.
        text: String,
    }
}

fn run(units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    if context.source_language.same_tongue(context.target_language) {
        return Vec::new();
    }
    let mut findings: Vec<Finding> = units.iter().flat_map(|unit| paragraphs(unit, context)).collect();
    findings.extend(pictures(context));
    findings
}

/// The attributes of the translation that readers read and that are left as they are in the original.
fn pictures(context: &Context<'_>) -> Vec<Finding> {
    let left: Vec<Attribute> =
        attributes(context.target).into_iter().filter(|it| is_left_text(it.text, context)).collect();
    if left.is_empty() {
        return Vec::new();
    }
    let source = attributes(context.source);
    let finding = |attribute: &Attribute<'_>| {
        let original = source.iter().find(|original| original.text == attribute.text)?;
        let facts = Facts { attribute: attribute.name.to_owned(), text: attribute.text.to_owned() };
        Some(Finding::new(&RULE, facts).in_source([original.place]).in_target([attribute.place]))
    };
    left.iter().filter_map(finding).collect()
}

/// Whether a text, which the original has as well, is in the original's language and no name.
fn is_left_text(text: &str, context: &Context<'_>) -> bool {
    let scripts = (Script::of_language(context.source_language), Script::of_language(context.target_language));
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let common = words.iter().filter(|word| word.chars().all(char::is_lowercase) && word.chars().count() > 2).count();
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    match scripts.0 == scripts.1 || scripts.0 == Script::Latin {
        // Names and brands stay in Latin letters.
        true => words.len() > 3 && common > 1 && mostly(&words, scripts.0),
        false => letters > 3 && mostly(&words, scripts.0),
    }
}

fn paragraphs(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    target
        .iter()
        .filter(|passage| is_left(passage, &source, context))
        .map(|passage| {
            let source = source.iter().map(passage::Passage::whole);
            let facts = Facts { attribute: "none".to_owned(), text: String::new() };
            Finding::new(&RULE, facts).in_source(source).in_target([passage.whole()])
        })
        .collect()
}

/// Whether a paragraph of the translation is left in the language of the original.
pub(super) fn is_left(passage: &passage::Passage<'_>, source: &[passage::Passage<'_>], context: &Context<'_>) -> bool {
    let scripts = (Script::of_language(context.source_language), Script::of_language(context.target_language));
    // Whatever is left has words in the original's script.
    if scripts.0 != scripts.1 && !passage.has_letter_of(scripts.0) {
        return false;
    }
    let wording = words(passage);
    if is_copied_title(passage, source, &wording, scripts) {
        return true;
    }
    if wording.iter().map(|word| word.chars().count()).sum::<usize>() < LETTERS {
        return false;
    }
    // In Latin letters names and brands stay: common words have to be among them.
    let common = scripts.0 != Script::Latin || common_words(passage).count() > 2;
    if scripts.0 == Script::Latin && is_reference(passage, &wording) {
        return false;
    }
    let is_copy = source.iter().any(|passage| words(passage) == wording);
    let is_rendered = || !is_copy && is_rendered(passage, scripts.0);
    let left = scripts.0 != scripts.1 && common && mostly(&wording, scripts.0) && !is_rendered();
    // One script for both, or a text all in Latin letters: only sentences are never equal by nature.
    let copied = scripts.0 == scripts.1 || mostly(&wording, scripts.0);
    let is_sentence = wording.len() > 4 && (scripts.0 != Script::Latin || is_sentence(passage, &wording));
    left || (copied && is_sentence && is_copy)
}

/// Whether a paragraph with many words in the original's letters says it in the other language all the same: those words
/// are a gloss in brackets, or terms among enough words of the translation.
fn is_rendered(passage: &passage::Passage<'_>, script: Script) -> bool {
    let is_own = |word: &str| word.chars().find_map(Script::of) != Some(script);
    let text = passage.text();
    let mut outside = Vec::new();
    let (mut depth, mut at, mut glossed) = (0usize, 0, 0);
    let (mut run, mut longest) = (0, 0);
    for span in passage.prose() {
        for sign in text[at..span.start].chars() {
            match sign {
                '(' | '（' => depth += 1,
                ')' | '）' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        let word = &text[span.range()];
        at = span.end;
        run = if is_own(word) { 0 } else { run + 1 };
        longest = longest.max(run);
        if depth == 0 { outside.push(word) } else { glossed += 1 }
    }
    let own = outside.iter().filter(|word| is_own(word)).count();
    let glosses = glossed > 0 && own > 0 && !mostly(&outside, script) && glossed <= GLOSSED * outside.len();
    glosses || (longest < RUN && own * OWN > outside.len() + glossed)
}

/// A gloss has at most so many times the words that it explains.
const GLOSSED: usize = 2;

/// So many words of the original's letters in a row are more than a term; and of so many words one at least is of the translation where
/// it was translated.
const RUN: usize = 4;
const OWN: usize = 4;

/// Whether a paragraph in Latin letters is a list's entry about a book or an article, which stays in its own language: one
/// with a link and the names of authors, so that fewer than half of its words are common ones.
fn is_reference(passage: &passage::Passage<'_>, wording: &[&str]) -> bool {
    let has_link = passage.marked(MarkKind::Destination).next().is_some();
    has_link && matches!(passage.paragraph.kind, Kind::ListItem(_)) && common_words(passage).count() * 2 < wording.len()
}

/// Whether at least two words and a third of all are common ones: names and titles in capital letters are the same in
/// every language that writes them so.
fn is_sentence(passage: &passage::Passage<'_>, wording: &[&str]) -> bool {
    let common = common_words(passage).count();
    common > 1 && common * 3 >= wording.len()
}

/// The words in small Latin letters that are no part of a longer name: `docker-server`, `a/b`, `set_fact`.
fn common_words<'a>(passage: &passage::Passage<'a>) -> impl Iterator<Item = &'a str> {
    let text = passage.text();
    let joins = |sign: Option<char>, beyond: Option<char>| {
        sign.is_some_and(|sign| matches!(sign, '-' | '/' | '_' | '.' | ':' | '@'))
            && beyond.is_some_and(char::is_alphanumeric)
    };
    passage.prose().into_iter().map(|span| span.range()).filter_map(move |span| {
        let (mut before, mut after) = (text[..span.start].chars().rev(), text[span.end..].chars());
        let part = joins(before.next(), before.next()) || joins(after.next(), after.next());
        Some(&text[span]).filter(|word| !part && is_common(word))
    })
}

/// Whether the front matter's title is the original's, word for word, and not a name alone.
fn is_copied_title(
    passage: &passage::Passage<'_>,
    source: &[passage::Passage<'_>],
    wording: &[&str],
    scripts: (Script, Script),
) -> bool {
    let common = wording.iter().filter(|word| word.chars().all(char::is_lowercase) && word.chars().count() > 2).count();
    passage.paragraph.kind == Kind::FrontMatter
        && scripts.0 != scripts.1
        && wording.len() > 2
        && common > 0
        && (scripts.0 != Script::Latin || common_words(passage).next().is_some())
        && mostly(wording, scripts.0)
        && source.iter().any(|passage| words(passage) == wording)
}

fn words<'a>(passage: &passage::Passage<'a>) -> Vec<&'a str> {
    passage.prose().iter().map(|span| &passage.text()[span.range()]).collect()
}

fn is_common(word: &str) -> bool {
    word.chars().count() > 1
        && word.chars().all(|letter| letter.is_lowercase() && Script::of(letter) == Some(Script::Latin))
}

/// Whether more than half of the words begin with a letter of the script.
fn mostly(words: &[&str], script: Script) -> bool {
    let lettered = words.iter().filter_map(|word| word.chars().find_map(Script::of));
    let (all, left) = lettered.fold((0, 0), |(all, left), found| (all + 1, left + usize::from(found == script)));
    left * 2 > all
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::Bench;

    #[test]
    fn a_copied_or_half_translated_paragraph_is_untranslated() {
        Bench::new().fires("untranslated", "Вечером дали свет.", "Вечером дали свет.");
        Bench::new().fires("untranslated", "Вечером дали свет и воду.", "In the вечером дали свет и воду.");
        Bench::of("en", "de").fires("untranslated", "The power came back at night.", "The power came back at night.");
        Bench::of("en", "ru").fires("untranslated", "The power came back at night.", "The power came back at night.");
    }

    #[test]
    fn a_translation_a_name_and_a_number_are_not() {
        Bench::new().silent("untranslated", "Вечером дали свет.", "The power came back in the evening.");
        Bench::new().silent("untranslated", "Слово «акимат» не переводится.", "The word “акимат” is not translated.");
        Bench::of("en", "de").silent("untranslated", "Almaty, Kazakhstan", "Almaty, Kazakhstan");
        Bench::of("en", "ru").silent("untranslated", "Microsoft", "Microsoft");
        Bench::new().silent("untranslated", "12 345 678 901 234", "12 345 678 901 234");
        Bench::new().silent("untranslated", "Почта: иванов@почта.рф", "E-mail: иванов@почта.рф");
    }

    #[test]
    fn code_in_plain_text_says_nothing_of_the_language() {
        let bench = Bench::of("en", "ru");
        bench.silent("untranslated", "Merge of lakes: n log(n) and log(n)", "Слияние озёр: n log(n) and log(n)");
        bench.silent(
            "untranslated",
            "- [[app\\boat\\Query::leftJoin()|leftJoin()]]",
            "- [[app\\boat\\Query::leftJoin()|leftJoin()]]",
        );
        bench.silent(
            "untranslated",
            "Set --with-own-flag or --without-any-flag here",
            "Задайте --with-own-flag или --without-any-flag",
        );
        bench.fires(
            "untranslated",
            "Set --with-own-flag and then run it again",
            "Set --with-own-flag and then run it again",
        );
    }

    #[test]
    fn glosses_in_brackets_and_terms_are_no_left_text() {
        let bench = Bench::of("en", "ru");
        for (source, target) in [
            ("`le`: `l`ess than or `e`qual", "`le`: меньше или равно (`l`ess than or `e`qual)"),
            ("`pick` (_(bridge, boats) => result_): Selector", "`pick` (_(bridge, boats) => result_): Функция выбора"),
            (
                "The bridge also reads river mirrors and local insecure ferries.",
                "bridge также читает зеркала river mirrors и local insecure ferries.",
            ),
        ] {
            bench.silent("untranslated", source, target);
        }
        for (source, target) in [
            ("Boats (the old ones that are kept ashore)", "Лодки the old ones that are kept ashore"),
            ("Ferries and local insecure boats there", "Ferries и local insecure boats there"),
            ("The old bridge was open (until the river rose)", "The old bridge was open (пока не вода)"),
            (
                "Boats (the old ones that nobody has ever used here)",
                "Лодки (the old ones that nobody has ever used here)",
            ),
        ] {
            bench.fires("untranslated", source, target);
        }
    }

    #[test]
    fn an_entry_of_a_list_with_a_link_is_untranslated() {
        let entry = "- [Как построить мост](a.md) через реку";
        Bench::new().fires("untranslated", entry, entry);
    }

    #[test]
    fn references_and_names_are_not() {
        let bench = Bench::of("en", "ru");
        for (source, target) in [
            (
                "- [Notes on Graph Theory](a.md) by Ann Smith, Bob Brown",
                "- [Notes on Graph Theory](a.md) by Ann Smith, Bob Brown",
            ),
            (
                "- **A model of the river and its boats** [[pdf]](a.pdf) _Ann Smith, Bob Brown, Carl White, Dora Grey, Eve Black_",
                "- **A model of the river and its boats** [[pdf]](a.pdf) _Ann Smith, Bob Brown, Carl White, Dora Grey, Eve Black_",
            ),
            (
                "Ann Smith, Bob Brown and Carl White - Example (ref)",
                "Ann Smith, Bob Brown and Carl White - Example (ref)",
            ),
            ("| | build-box | docker-server |", "| | build-box | docker-server |"),
        ] {
            bench.silent("untranslated", source, target);
        }
        for text in
            ["- [Read the notes about the bridge](a.md)", "| Commit is made, built at 10:00 | files as in commit |"]
        {
            bench.fires("untranslated", text, text);
        }
    }

    #[test]
    fn a_text_of_a_picture_left_as_it_was_is_untranslated() {
        let bench = Bench::new();
        let image = |text: &str| format!("<img src=\"a.png\" alt=\"{text}\">\n");
        bench.fires("untranslated", &image("Старый мост"), &image("Старый мост"));
        bench.silent("untranslated", &image("Старый мост"), &image("The old bridge"));
        bench.fires("untranslated", "![Мост](a.png \"Старый мост\")", "![Bridge](a.png \"Старый мост\")");
        bench.silent(
            "untranslated",
            "<abbr title=\"акимат\">А</abbr> решил",
            "The <abbr title=\"акимат\">A.</abbr> decided",
        );
        let bench = Bench::of("en", "de");
        bench.fires("untranslated", &image("The old bridge over the river"), &image("The old bridge over the river"));
        bench.silent("untranslated", &image("Tower Bridge"), &image("Tower Bridge"));
    }

    #[test]
    fn a_title_of_the_front_matter_left_as_it_was_is_untranslated() {
        let front = |title: &str| format!("---\ntitle: {title}\n---\n");
        let bench = Bench::of("en", "ru");
        bench.fires("untranslated", &front("Crossing the river"), &front("Crossing the river"));
        bench.silent("untranslated", &front("Docker Compose"), &front("Docker Compose"));
        bench.silent("untranslated", &front("bridge/crossing-plugin"), &front("bridge/crossing-plugin"));
        bench.silent("untranslated", &front("Crossing the river"), &front("Через реку"));
        Bench::new().fires("untranslated", &front("Как мы жили"), &front("Как мы жили"));
    }
}
