//! A near miss of a term: "akymat", "Akimate", "Tokaev" beside "Tokayev".
//!
//! Only words of a unit whose original has the concept are compared, and only with its own terms, so that a word that
//! merely looks alike is left in peace. A finding here takes the place of `term-missing`.

use super::terms::{Found, allowed, by_concept, in_source, in_target, terms};
use super::{AKIMAT, Context, Example, Finding, Fix, Place, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::lang::inflect::like;
use crate::text::words;

pub(super) const RULE: Rule =
    Rule::new("term-variant", Severity::Warning, Scope::Unit(run)).facts::<Facts>().examples(&[
        Example::found("Акимат закрыт.", "The akymat is closed.").glossary(AKIMAT),
        Example::silent("Акимат закрыт.", "The akimat is closed.").glossary(AKIMAT),
    ]);

facts! {
    struct Facts {
        /// As written.
        term: String,
        concept: String,
        preferred: String,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (concept, found) in by_concept(&in_source(unit, context)) {
        for (place, text, term) in variants(unit, context, concept) {
            let fix = Fix { place, text: like(&text, &term, &term, context.target_language), safe: false };
            let id = context.glossary.concepts.get(concept).map_or("", |about| about.id.as_str());
            let facts = Facts { term: text, concept: id.to_owned(), preferred: term };
            let finding = Finding::new(&RULE, facts).in_source(found.iter().map(|one| one.place)).in_target([place]);
            findings.push(finding.mended_by(Some(fix)));
        }
    }
    findings
}

/// The near misses of a concept's terms in a unit's target: place, text, and the term missed.
pub(super) fn variants(unit: &Unit, context: &Context<'_>, concept: usize) -> Vec<(Place, String, String)> {
    let Some(all) = terms(context, concept, context.target_language) else { return Vec::new() };
    let wanted: Vec<&str> =
        allowed(all).iter().map(|term| term.text.as_str()).filter(|text| is_one_word(text)).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let taken = in_target(unit, context);
    let mut variants = Vec::new();
    for passage in passage::target(unit, context) {
        let wording = passage.wording();
        for span in words(&wording) {
            let (place, word) = (passage.place(span.range()), &wording[span.range()]);
            if taken.iter().any(|found| covers(found, place)) {
                continue;
            }
            if let Some(term) = wanted.iter().find(|term| is_near_miss(word, term)) {
                variants.push((place, word.to_owned(), (*term).to_owned()));
            }
        }
    }
    variants
}

fn covers(found: &Found<'_>, place: Place) -> bool {
    found.place.paragraph == place.paragraph && found.place.span.overlaps(place.span)
}

fn is_one_word(text: &str) -> bool {
    let letters = text.chars().count();
    (4..=40).contains(&letters)
        && text.chars().all(|c| c.is_alphabetic() || c == '-')
        && text.chars().any(char::is_lowercase)
}

/// Whether a word, without the endings of English plurals and possessives, misses a term by a letter, or by two in a
/// long one, without being a form or a derivative of it.
fn is_near_miss(word: &str, term: &str) -> bool {
    let fold = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<Vec<char>>();
    let (word, term) = (fold(word), fold(term));
    let mut bare = vec![word.as_slice()];
    for ending in [&['\'', 's'][..], &['’', 's'], &['s'], &['e', 's']] {
        bare.extend(word.strip_suffix(ending));
    }
    !bare.contains(&term.as_slice()) && bare.iter().any(|word| misses(word, &term))
}

fn misses(word: &[char], term: &[char]) -> bool {
    let reach = if term.len() < 8 { 1 } else { 2 };
    if word.len() + reach < term.len() || word.len() > term.len() + reach {
        return false;
    }
    // "Kazakh" beside "Kazakhs", "akim" beside "akimat": one begins with the whole other and ends otherwise.
    let derived = word.len() < term.len() && term.starts_with(word);
    let lengthened = word.len() > term.len() && word.starts_with(term) && word[term.len()..] != ['e'];
    !derived && !lengthened && distance(word, term, reach) <= reach
}

/// Letters to change, add, drop or swap to get from one word to the other; anything over `limit` where it is more.
fn distance(one: &[char], other: &[char], limit: usize) -> usize {
    let width = other.len() + 1;
    let mut rows = [vec![0; width], (0..width).collect::<Vec<usize>>(), vec![0; width]];
    for (at, letter) in one.iter().enumerate() {
        rows.rotate_left(1);
        // Now rows[0] is the row before, rows[1] is to be written, and rows[2] is the row before the last.
        let (last, rest) = rows.split_at_mut(1);
        let (row, older) = rest.split_at_mut(1);
        let (last, row, older) = (&last[0], &mut row[0], &older[0]);
        row[0] = at + 1;
        for (there, target) in other.iter().enumerate() {
            let changed = last[there] + usize::from(letter != target);
            let mut best = changed.min(last[there + 1] + 1).min(row[there] + 1);
            let swapped = at > 0 && there > 0 && *letter == other[there - 1] && one[at - 1] == *target;
            if swapped {
                best = best.min(older[there - 1] + 1);
            }
            row[there + 1] = best;
        }
        if row.iter().min().is_some_and(|least| *least > limit) {
            return limit + 1;
        }
    }
    rows[1][other.len()]
}

#[cfg(test)]
mod tests {
    use super::is_near_miss;
    use crate::rules::testing::{AKIMAT, Bench, fact};

    #[test]
    fn a_near_miss_is_found_with_the_term_it_misses() {
        let bench = Bench::new().glossary(AKIMAT);
        let finding = bench.fires("term-variant", "Акимат закрыт.", "The Akymat is closed.");
        assert_eq!((fact(&finding, "term"), fact(&finding, "preferred")), ("Akymat".to_owned(), "akimat".to_owned()));
        bench.silent("term-missing", "Акимат закрыт.", "The Akymat is closed.");
    }

    #[test]
    fn forms_and_words_that_only_look_alike_are_not() {
        let bench = Bench::new().glossary(AKIMAT);
        bench.silent("term-variant", "Акимат закрыт.", "The akimats are closed.");
        bench.silent("term-variant", "Дом закрыт.", "The akymat is closed.");
        bench.silent("term-variant", "Акимат закрыт.", "The climate is closed.");
    }

    #[test]
    fn nearness_is_a_letter_or_two() {
        for (word, term) in [
            ("akymat", "akimat"),
            ("Akimate", "akimat"),
            ("Tokaev", "Tokayev"),
            ("akimta", "akimat"),
            ("zhizes", "zhuz"),
        ] {
            assert!(is_near_miss(word, term), "{word}");
        }
        for (word, term) in [("akim", "akimat"), ("mamba", "mambet"), ("Kazakhs", "Kazakh"), ("akimats", "akimat")] {
            assert!(!is_near_miss(word, term), "{word}");
        }
    }
}
