//! A target paragraph that still is the original: copied over, and left for later.

use super::{Context, Example, Finding, NoFacts, Rule, Scope, Severity, passage};
use crate::align::Unit;
use crate::lang::Script;

/// Fewer letters than this may be a name or an abbreviation that stays as it is.
const LETTERS: usize = 12;

pub(super) const RULE: Rule = Rule::new("untranslated", Severity::Warning, Scope::Unit(run)).examples(&[
    Example::found("Вечером дали свет.", "Вечером дали свет."),
    Example::silent("Вечером дали свет.", "The power came back in the evening."),
]);

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    if context.source_language.same_tongue(context.target_language) {
        return Vec::new();
    }
    let scripts = (Script::of_language(context.source_language), Script::of_language(context.target_language));
    let untranslated = target.iter().filter(|passage| {
        let wording = words(passage);
        if wording.iter().map(|word| word.chars().count()).sum::<usize>() < LETTERS {
            return false;
        }
        // In Latin letters names and brands stay: common words have to be among them.
        let common = scripts.0 != Script::Latin || wording.iter().filter(|word| is_common(word)).count() > 2;
        let left = scripts.0 != scripts.1 && common && mostly(&wording, scripts.0);
        // One script for both, or a text all in Latin letters: only sentences are never equal by nature.
        let copied = scripts.0 == scripts.1 || mostly(&wording, scripts.0);
        left || (copied && wording.len() > 4 && source.iter().any(|passage| words(passage) == wording))
    });
    untranslated
        .map(|passage| {
            let source = source.iter().map(passage::Passage::whole);
            Finding::new(&RULE, NoFacts).in_source(source).in_target([passage.whole()])
        })
        .collect()
}

fn words<'a>(passage: &passage::Passage<'a>) -> Vec<&'a str> {
    passage.paragraph.words().iter().map(|span| &passage.text()[span.range()]).collect()
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
    }
}
