//! A translation improbably short or long: a sentence was lost, or there is one that belongs elsewhere.
//!
//! Letters and digits are counted, and divided by what the pair of languages usually needs: German takes more letters
//! than English for the same text, Chinese a third of them. The usual lengths are those of parallel texts of the
//! Universal Declaration of Human Rights, in letters per English letter, rounded.

use super::{Context, Example, Finding, OptionSet, Rule, Scope, Severity, fact_values, facts, passage};
use crate::align::Unit;
use crate::lang::Profile;
use crate::text::MarkKind;

/// Below this many letters on the longer side a ratio says nothing: "Да." and "Yes, of course."
const LETTERS: f64 = 100.0;

pub(super) const RULE: Rule = Rule::new("length-ratio", Severity::Warning, Scope::Unit(run))
    .compares()
    .facts::<Facts>()
    .options(OptionSet::of::<Options>())
    .examples(&[
        Example::found(LONG, "The power came back."),
        Example::silent(LONG, "In the evening the power came back, and people went out to learn what had happened."),
        Example::silent(LONG, "The power came back.").options("{ min = 0.1 }"),
    ]);

/// Letters of the target by letters of the source, of what the pair of languages usually needs.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Options {
    min: f64,
    max: f64,
}

impl Default for Options {
    fn default() -> Options {
        Options { min: 0.5, max: 2.0 }
    }
}

facts! {
    struct Facts {
        /// The length of the translation, of what the pair of languages usually needs.
        percent: usize,
        direction: Direction,
    }
}

const LONG: &str = "Вечером дали свет, и люди стали выходить на улицу, чтобы узнать, что случилось за эти дни, пока не было ни связи, ни новостей, ни воды в домах.";

fact_values! {
    enum Direction {
        Short,
        Long,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    let (was, becomes) = (passage::letters(&source), passage::letters(&target));
    let usual = Profile::of(context.target_language).length / Profile::of(context.source_language).length;
    let ratio = becomes / was.max(1.0) / usual;
    let Options { min, max } = *context.options.of(RULE.id);
    let long = was.max(becomes / usual) >= LETTERS;
    if !long
        || was == 0.0
        || becomes == 0.0
        || (min..=max).contains(&ratio)
        || lists_links(&source) != lists_links(&target)
    {
        return Vec::new();
    }
    let direction = if ratio < min { Direction::Short } else { Direction::Long };
    let facts = Facts { percent: (ratio * 100.0).round() as usize, direction };
    let finding = Finding::new(&RULE, facts).in_source(source.iter().map(passage::Passage::whole));
    vec![finding.in_target(target.iter().map(passage::Passage::whole))]
}

/// Whether paragraphs are a list of links and little else, which answers no text: `Read this in: [Русский](…), [English](…)`.
fn lists_links(passages: &[passage::Passage<'_>]) -> bool {
    let links: usize = passages.iter().map(|passage| passage.marked(MarkKind::Destination).count()).sum();
    let words: usize = passages.iter().map(|passage| passage.paragraph.words().len()).sum();
    links > 2 && links * 4 >= words
}

#[cfg(test)]
mod tests {
    use super::LONG;
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn a_paragraph_cut_short_is_found() {
        let finding = Bench::new().fires("length-ratio", LONG, "The power came back.");
        assert_eq!((fact(&finding, "percent"), fact(&finding, "direction")), ("15".to_owned(), "short".to_owned()));
    }

    #[test]
    fn a_whole_translation_and_a_short_one_of_a_short_text_are_not() {
        let bench = Bench::new();
        bench.silent(
            "length-ratio",
            LONG,
            "In the evening the power came back, and people went out to learn what had happened.",
        );
        bench.silent("length-ratio", "Да.", "Yes, of course, he said.");
        Bench::of("en", "zh").silent(
            "length-ratio",
            "In the evening the power came back, and people went out to learn what had happened.",
            "晚上来电了，人们走上街头，想知道这几天发生了什么事情。",
        );
    }

    #[test]
    fn the_limits_can_be_set() {
        let bench = Bench::new().options("length-ratio", "{ min = 0.1 }");
        bench.silent("length-ratio", LONG, "The power came back.");
    }

    #[test]
    fn a_list_of_links_answers_no_text() {
        let links = "Read this in [Русский](a.md), [Português](b.md), [Українська](c.md), [한국어](d.md)";
        Bench::of("en", "ru").silent("length-ratio", links, LONG);
    }
}
