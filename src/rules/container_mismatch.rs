//! A marker of a container that is lost, added or misspelt: the page does not build, or shows the marker.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Context, Example, Finding, Place, Rule, Scope, Severity, Side, facts};
use crate::align::Unit;
use crate::text::{Document, Marker, open};

pub(super) const RULE: Rule =
    Rule::new("container-mismatch", Severity::Error, Scope::Document(run)).facts::<Facts>().examples(&[
        Example::found(":::warning\nНе нажимайте.\n:::", ":::warnung\nDo not press.\n:::"),
        Example::found("!!! note\n\n    Читайте.\n\nДальше.", "Read.\n\nGo on."),
        Example::silent(":::tip[Совет]\nПейте воду.\n:::", ":::tip[Advice]\nDrink water.\n:::"),
    ]);

facts! {
    struct Facts {
        /// The marker that the other side lacks.
        marker: String,
        /// What the translation has instead; empty where it has nothing.
        found: String,
        side: Side,
    }
}

fn run(_: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    let codes = [context.source_language.code(), context.target_language.code()];
    let (source, target) = (without_breaks(context.source.markers.clone()), without_breaks(with_gaps(context.target)));
    let names = |markers: &[Marker]| markers.iter().map(|marker| name(marker, &codes)).collect::<Vec<_>>();
    let mut findings = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &names(&source), &names(&target)) {
        if matches!(operation, DiffOp::Equal { .. }) {
            continue;
        }
        let (lost, added) = (&source[operation.old_range()], &target[operation.new_range()]);
        for at in 0..lost.len().max(added.len()) {
            findings.push(finding(lost.get(at), added.get(at)));
        }
    }
    findings
}

/// The markers of a document and those of quotes that are still to be translated, which their gaps show.
fn with_gaps(document: &Document) -> Vec<Marker> {
    let mut markers = document.markers.clone();
    for gap in open(document).iter().filter(|gap| gap.original.starts_with('>')) {
        let shown = Document::read(gap.original.as_bytes(), document.format).markers;
        markers.extend(shown.into_iter().map(|marker| Marker { span: gap.span, ..marker }));
    }
    markers.sort_by_key(|marker| marker.span);
    markers
}

/// The markers without line breaks, which are the translator's to set.
fn without_breaks(mut markers: Vec<Marker>) -> Vec<Marker> {
    markers.retain(|marker| !["<br>", "<br/>", "<br />"].contains(&marker.name.as_str()));
    markers
}

fn finding(lost: Option<&Marker>, added: Option<&Marker>) -> Finding {
    let shown = |marker: Option<&Marker>| marker.map(|marker| marker.name.clone()).unwrap_or_default();
    let (marker, found, side) = match (lost, added) {
        (Some(_), Some(_)) => (shown(lost), shown(added), Side::Both),
        (Some(_), None) => (shown(lost), String::new(), Side::Source),
        _ => (shown(added), String::new(), Side::Target),
    };
    let place = |marker: &Marker| Place::in_file(marker.span);
    Finding::new(&RULE, Facts { marker, found, side }).in_source(lost.map(place)).in_target(added.map(place))
}

/// The marker's name with one sign for the code of either language: pages of each language have their own data.
fn name(marker: &Marker, codes: &[&str; 2]) -> String {
    let parts = marker.name.split_inclusive(|c: char| !c.is_alphanumeric());
    let own = |part: &str| {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        if codes.contains(&word) { format!("*{}", &part[word.len()..]) } else { part.to_owned() }
    };
    parts.map(own).collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn a_lost_an_added_and_a_misspelt_marker_are_found() {
        let bench = Bench::new();
        let finding = bench.fires("container-mismatch", ":::warning\n\nРаз.\n\n:::\n", ":::warnung\n\nOne.\n\n:::\n");
        assert_eq!(
            (fact(&finding, "marker"), fact(&finding, "found")),
            (":::warning".to_owned(), ":::warnung".to_owned())
        );
        bench.fires("container-mismatch", "{% note %}\n\nРаз.\n\n{% endnote %}\n", "{% note %}\n\nOne.\n");
        bench.fires("container-mismatch", "Раз.\n", "One.\n\n{% endnote %}\n");
    }

    #[test]
    fn the_marker_of_a_quote_that_is_a_gap_is_not_lost() {
        let bench = Bench::new();
        let source = "> [!NOTE]\n> Раз\n\nДва\n\n> [!TIP]\n> Три\n";
        let gap = "<!-- tolmach: translate\n> [!NOTE]\n> Раз\n-->\n\nTwo\n\n";
        bench.silent("container-mismatch", source, &format!("{gap}> [!TIP]\n> Three\n"));
        let finding = bench.fires("container-mismatch", source, &format!("{gap}> Three\n"));
        assert_eq!(fact(&finding, "marker"), "[!TIP]");
    }

    #[test]
    fn titles_and_languages_may_differ() {
        let bench = Bench::new();
        bench.silent("container-mismatch", "=== \"Раз\"\n\n    Два\n", "=== \"One\"\n\n    Two\n");
        bench.silent(
            "container-mismatch",
            "{% for a in site.ru.all %}\n\nРаз\n",
            "{% for a in site.en.all %}\n\nOne\n",
        );
        bench.silent("container-mismatch", "Раз.\n\n<br />\n\nДва.\n", "One.\n\nTwo.\n");
        let picture = |alt: &str| format!("<Picture\n  alt='{alt}'\n  height={{20}}\n/>\n");
        bench.silent("container-mismatch", &picture("Знак \"Мост\""), &picture("Sign \"Bridge\" of the town"));
        bench.silent("container-mismatch", "> [!NOTE]\n> Раз\n", "> [!NOTE]\n> One\n");
        bench.silent("container-mismatch", "::::tip\nРаз\n::::\n", ":::tip\nOne\n:::\n");
    }
}
