//! A mark that somebody left for later: TODO, `[?]`, or a pattern of the project's own.

use super::{Context, Example, Finding, OptionSet, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::lang::Profile;

pub(super) const RULE: Rule = Rule::new("placeholder", Severity::Error, Scope::Unit(run))
    .facts::<Facts>()
    .options(OptionSet::of::<Options>())
    .examples(&[
        Example::found("У моста.", "Near the bridge [?]."),
        Example::silent("У моста.", "Near the bridge."),
        Example::found("У моста.", "Near the @@ bridge.").options(r#"{ patterns = ["@@"] }"#),
    ]);

#[derive(Clone, Debug, Default, serde::Deserialize, serde::Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Options {
    /// Further texts that must not be left in a translation.
    patterns: Vec<String>,
}

facts! {
    struct Facts {
        text: String,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let source = passage::source(unit, context);
    let quoted = |mark: &str| source.iter().any(|passage| passage.text().contains(mark));
    let Options { patterns } = context.options.of(RULE.id);
    let mut findings = Vec::new();
    for passage in passage::target(unit, context) {
        let wording = passage.wording();
        let own = patterns.iter().map(String::as_str).filter(|mark| !mark.is_empty());
        let mut places: Vec<(usize, &str)> = Vec::new();
        for mark in BUILT_IN.iter().copied().chain(own).filter(|mark| !quoted(mark)) {
            // In Spanish "TODO" is a word.
            let word = Profile::of(context.target_language).words_like_marks.contains(&mark);
            let stands =
                |at: usize| is_apart(&wording, at, mark) && (!word || wording[at + mark.len()..].starts_with(':'));
            places.extend(wording.match_indices(mark).filter(|(at, _)| stands(*at)).map(|(at, _)| (at, mark)));
        }
        places.sort_by_key(|(at, mark)| (*at, std::cmp::Reverse(mark.len())));
        let mut end = 0;
        for (at, mark) in places {
            if at >= end {
                end = at + mark.len();
                let facts = Facts { text: mark.to_owned() };
                findings.push(Finding::new(&RULE, facts).in_target([passage.place(at..end)]));
            }
        }
    }
    findings
}

const BUILT_IN: &[&str] = &[
    "TODO",
    "FIXME",
    "TBD",
    "TKTK",
    "[?]",
    "[??]",
    "[???]",
    "(?)",
    "???",
    "[...?]",
    "[…?]",
    "Lorem ipsum",
    "ПЕРЕВЕСТИ",
    "[translate]",
    "[TRANSLATE]",
    "[перевести]",
];

/// Whether a mark of letters is a word of its own.
fn is_apart(text: &str, at: usize, mark: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let lettered = mark.chars().all(char::is_alphanumeric);
    !lettered || !(letter(text[..at].chars().next_back()) || letter(text[at + mark.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::Bench;

    #[test]
    fn marks_left_for_later_are_found() {
        let bench = Bench::new();
        bench.fires("placeholder", "У моста.", "Near the bridge. TODO: check the name");
        bench.fires("placeholder", "У моста.", "Near the bridge [?].");
        bench.fires("placeholder", "У моста.", "Near the ???");
        let bench = bench.options("placeholder", r#"{ patterns = ["@@"] }"#);
        bench.fires("placeholder", "У моста.", "Near the @@ bridge.");
    }

    #[test]
    fn words_code_and_marks_of_the_original_are_not() {
        let bench = Bench::new();
        bench.silent("placeholder", "У моста?", "Near the bridge? MASTODON");
        bench.silent("placeholder", "Напишите `TODO`.", "Write `TODO`.");
        bench.silent("placeholder", "Что???", "What???");
        Bench::of("ru", "es").silent("placeholder", "Всё", "TODO");
    }
}
