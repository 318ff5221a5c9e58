//! Brackets that do not pair in the translation, or that are more or fewer than in the original: a piece was cut.
//!
//! A translator's note in square brackets, list numbers ("1)") and smileys are not counted.

use super::terms::{Found, in_target, terms};
use super::{Context, Example, Finding, Place, Rule, Scope, Severity, fact_values, facts, passage};
use crate::align::Unit;
use crate::lang::Script;

pub(super) const RULE: Rule =
    Rule::new("bracket-mismatch", Severity::Warning, Scope::Unit(run)).facts::<Facts>().examples(&[
        Example::found("Акимат (мэрия) закрыт.", "The akimat is closed."),
        Example::found("Акимат (мэрия) закрыт.", "The akimat (city hall is closed."),
        Example::silent("Акимат (мэрия) закрыт.", "The akimat (city hall) is closed."),
    ]);

facts! {
    struct Facts {
        mark: String,
        kind: Kind,
        /// Pairs of brackets in the original and in the translation, where those are compared.
        expected: usize,
        found: usize,
    }
}

fact_values! {
    /// What is wrong with the brackets.
    enum Kind {
        Unpaired,
        Count,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    let rendered = in_target(unit, context);
    let asked: Vec<&str> = rendered.iter().filter_map(|found| explanation(found, context)).collect();
    let (original, translation) = (Brackets::of(&source, &[]), Brackets::of(&target, &asked));
    if let Some((place, mark)) = translation.lonely.first() {
        // Where the original leaves one open, the translation may.
        if original.lonely.is_empty() {
            let facts = Facts { mark: mark.to_string(), kind: Kind::Unpaired, expected: 0, found: 0 };
            let finding = Finding::new(&RULE, facts).in_source(source.iter().map(passage::Passage::whole));
            return vec![finding.in_target([*place])];
        }
        return Vec::new();
    }
    // A short pair may answer a long one: «(ВОЗ)» and "(World Health Organization)".
    let equal = original.round == translation.round || original.places.len() == translation.places.len();
    // A translator's gloss of a term is more than the original has, never less.
    let surplus = translation.round.saturating_sub(original.round);
    let glosses = translation.places.iter().filter(|place| is_gloss(**place, &rendered, context)).count();
    if equal || !original.lonely.is_empty() || (surplus > 0 && surplus <= glosses) {
        return Vec::new();
    }
    let first = |places: &[Place], passages: &[passage::Passage<'_>]| {
        places.first().copied().or_else(|| passages.first().map(passage::Passage::whole))
    };
    let (expected, found) = (original.round, translation.round);
    let facts = Facts { mark: "( )".to_owned(), kind: Kind::Count, expected, found };
    vec![
        Finding::new(&RULE, facts)
            .in_source(first(&original.places, &source))
            .in_target(first(&translation.places, &target)),
    ]
}

/// Whether a bracket opens behind a term of the glossary.
fn is_gloss(place: Place, rendered: &[Found<'_>], context: &Context<'_>) -> bool {
    rendered.iter().filter(|found| found.place.paragraph == place.paragraph).any(|found| {
        let text = &context.target.paragraphs[place.paragraph].text;
        let between = text.get(found.place.span.end..place.span.start);
        between.is_some_and(|between| between.trim_matches(['*', '_', '”', '»', '"', '’', 's', '\'']).trim().is_empty())
    })
}

/// What the glossary asks to be added where the term first stands.
fn explanation<'a>(found: &Found<'a>, context: &Context<'a>) -> Option<&'a str> {
    terms(context, found.occurrence.concept, context.target_language)?.first_mention.as_deref()
}

#[derive(Default)]
struct Brackets {
    /// Pairs of round brackets with wording of their own.
    round: usize,
    /// The opening brackets of all pairs of round brackets.
    places: Vec<Place>,
    lonely: Vec<(Place, char)>,
}

impl Brackets {
    fn of(passages: &[passage::Passage<'_>], asked: &[&str]) -> Brackets {
        let mut brackets = Brackets::default();
        let mut open: Vec<(Place, char)> = Vec::new();
        for passage in passages {
            let text = passage.wording();
            for (at, mark) in text.char_indices() {
                let place = passage.place(at..at + mark.len_utf8());
                match mark {
                    '(' | '[' | '{' if !is_smiley(&text, at) => open.push((place, mark)),
                    ')' | ']' | '}' => brackets.close(place, mark, (&text, at), asked, &mut open),
                    _ => {}
                }
            }
        }
        brackets.lonely.extend(open);
        brackets.lonely.sort_by_key(|(place, _)| *place);
        brackets
    }

    fn close(
        &mut self,
        place: Place,
        mark: char,
        (text, at): (&str, usize),
        asked: &[&str],
        open: &mut Vec<(Place, char)>,
    ) {
        let partner = match mark {
            ')' => '(',
            ']' => '[',
            _ => '{',
        };
        if open.last().is_some_and(|(_, opened)| *opened == partner) {
            let (from, _) = open.pop().expect("there is a last one");
            let inside = text.get(from.span.end..at).filter(|_| from.paragraph == place.paragraph);
            if mark == ')' {
                let is_asked = |inside: &str| asked.iter().any(|asked| asked.contains(inside));
                let counts = |inside: &str| !is_asked(inside) && is_own(&text[..from.span.start], inside);
                self.round += usize::from(inside.is_none_or(counts));
                self.places.push(from);
            }
        } else if !is_smiley(text, at) && !is_list_number(text, at) {
            self.lonely.push((place, mark));
        }
    }
}

/// Whether a pair has wording of its own: "item(s)", «и (или)», "(UN)" and a name's reading in the other script,
/// "Pirelli (Пирелли)", come and go with the language.
fn is_own(before: &str, inside: &str) -> bool {
    let glued = before.ends_with(char::is_alphabetic);
    let letters = inside.chars().filter(|c| c.is_alphanumeric()).count();
    let figures = inside.chars().any(|c| c.is_ascii_digit());
    let abbreviation = letters < 7 && inside.chars().all(|c| c.is_uppercase());
    let script = |letter: Option<char>| letter.and_then(Script::of);
    let other = script(before.trim_end().chars().next_back()) != script(inside.chars().next());
    let reading =
        other && script(before.trim_end().chars().next_back()).is_some() && script(inside.chars().next()).is_some();
    !glued && (letters > 4 || figures) && !abbreviation && !reading
}

/// ":)", "))": a bracket behind a colon, or one of several alike.
fn is_smiley(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let mark = text[at..].chars().next();
    let after = text[at..].chars().nth(1);
    matches!(before, Some(':' | ';' | '='))
        || (mark.is_some() && (before == mark || after == mark) && mark == Some(')'))
        || (before == Some('-') && text[..at].trim_end_matches('-').ends_with([':', ';']))
}

/// "1)", "a)", "12.3)": what stands before the bracket is short and stands apart.
fn is_list_number(text: &str, at: usize) -> bool {
    let word: String = text[..at].chars().rev().take_while(|c| c.is_alphanumeric() || *c == '.').take(7).collect();
    let rest = &text[..at - word.len().min(at)];
    let apart =
        rest.is_empty() || rest.ends_with(|c: char| c.is_whitespace() || matches!(c, '\u{1}' | '*' | '«' | '“' | '"'));
    let letters = word.chars().count();
    (1..=6).contains(&letters)
        && apart
        && (letters < 3 || word.chars().all(|c| c.is_ascii_digit() || c == '.' || matches!(c, 'i' | 'v' | 'x')))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{AKIMAT, Bench, fact};

    #[test]
    fn a_bracket_without_partner_and_a_lost_pair_are_found() {
        let bench = Bench::new();
        let finding = bench.fires("bracket-mismatch", "Акимат (мэрия) закрыт.", "The akimat (city hall is closed.");
        assert_eq!((fact(&finding, "mark"), fact(&finding, "kind")), ("(".to_owned(), "unpaired".to_owned()));
        let finding = bench.fires("bracket-mismatch", "Акимат (мэрия) закрыт.", "The akimat is closed.");
        assert_eq!((fact(&finding, "expected"), fact(&finding, "found")), ("1".to_owned(), "0".to_owned()));
    }

    #[test]
    fn notes_lists_smileys_and_links_are_not() {
        let bench = Bench::new().glossary(AKIMAT);
        bench.silent("bracket-mismatch", "Акимат закрыт.", "The akimat [local executive body] is closed.");
        let english = "The WHO (World Health Organization) is silent.";
        bench.silent("bracket-mismatch", "Всемирная организация здравоохранения (ВОЗ) молчит.", english);
        bench.silent("bracket-mismatch", "Жуз велик.", "A zhuz (tribal union) is large.");
        bench.silent("bracket-mismatch", "Акимат закрыт.", "The akimat (an office of the state) is closed.");
        bench.fires("bracket-mismatch", "Акимат закрыт.", "The akimat is closed (on Sundays).");
        bench.fires("bracket-mismatch", "Акимат (мэрия) закрыт.", "The akimat is closed.");
        bench.silent("bracket-mismatch", "Шина Pirelli (Пирелли) и товар(ы)", "The Pirelli tyre and the goods");
        bench.silent("bracket-mismatch", "Во-первых, а) это, б) то.", "First, a) this, b) that.");
        bench.silent("bracket-mismatch", "1) Да :)", "1) Yes ;-)");
        bench.silent("bracket-mismatch", "[да](https://e.org/a_(b))", "yes https://e.org/a_(b)");
        bench.silent("bracket-mismatch", "Он (не тот", "He (not that one");
    }
}
