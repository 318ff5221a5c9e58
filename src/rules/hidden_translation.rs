//! A translation that somebody typed inside the comment of its gap: no reader sees it.

use super::{Context, Example, Finding, Place, Rule, Scope, Severity, facts};
use crate::align::{Unit, nearer};
use crate::text::{Gaps, by_text, gap_key};

pub(super) const RULE: Rule =
    Rule::new("hidden-translation", Severity::Error, Scope::Document(run)).facts::<Facts>().examples(&[
        Example::found("Мост построили осенью.", "<!-- tolmach: translate\nThe bridge was built in autumn.\n-->"),
        Example::silent("Мост построили осенью.", "<!-- tolmach: translate\nМост построили осенью.\n-->"),
    ]);

facts! {
    struct Facts {
        /// What was typed.
        text: String,
    }
}

fn run(_units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    let gaps = Gaps::of(context.target, context.source).all;
    if gaps.is_empty() {
        return Vec::new();
    }
    let texts = by_text(context.source);
    let typed = gaps.iter().filter_map(|gap| {
        let known = gap.texts().any(|text| texts.contains_key(&gap_key(text)));
        let translated = || nearer(&gap.original, context.source_language, context.target_language);
        let text = match (gap.typed.is_empty(), known || gap.within.is_some()) {
            (false, _) => gap.typed.clone(),
            (true, false) if translated() == Some(context.target_language) => gap.original.clone(),
            _ => return None,
        };
        Some(Finding::new(&RULE, Facts { text }).in_target([Place::in_file(gap.span)]))
    });
    typed.collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::Bench;

    #[test]
    fn a_text_typed_beside_the_original_in_its_comment_is_found() {
        let target = "<!-- tolmach: translate\nМост построили осенью.\nterms: мост → bridge\nThe bridge is new.\n-->";
        assert_eq!(Bench::new().findings("hidden-translation", "Мост построили осенью.", target).len(), 1);
        let target = "<!-- tolmach: translate\nМост построили осенью.\nThe bridge is new.\n-->";
        assert_eq!(Bench::new().findings("hidden-translation", "Мост построили осенью.", target).len(), 1);
    }

    #[test]
    fn an_older_text_of_the_original_is_no_translation() {
        Bench::new().silent("hidden-translation", "Мост.", "<!-- tolmach: translate\nСтарый мост через реку.\n-->");
    }
}
