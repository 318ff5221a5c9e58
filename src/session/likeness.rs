//! Which findings are alike, so that one decision may be about all of them.

use super::FindingList;
use super::list::folded;
use super::reviewed_pair::fact;

impl FindingList {
    /// The places in the list of all findings like this one, itself among them: of one rule and one concept, marking
    /// the same words with the same way out, or telling of the same change.
    pub fn alike(&self, at: usize) -> Vec<usize> {
        let Some(likeness) = self.likeness(at) else { return Vec::new() };
        (0..self.entries().len()).filter(|other| self.likeness(*other).as_ref() == Some(&likeness)).collect()
    }

    fn likeness(&self, at: usize) -> Option<Vec<String>> {
        let (sheet, judged) = self.entry(at)?;
        let finding = &judged.finding;
        let marked = |text: Option<&str>| text.map(folded).unwrap_or_default();
        let fix = finding.fix.as_ref().map(|fix| folded(&fix.text)).unwrap_or_default();
        // Where a term is missing the original's form of it is a chance of grammar: the concept distinguishes them.
        let source =
            if fact(judged, "concept").is_some() { String::new() } else { marked(sheet.marked_source(judged)) };
        let mut likeness = vec![
            finding.rule.to_owned(),
            fact(judged, "concept").unwrap_or_default().to_owned(),
            marked(sheet.marked(judged)),
            source,
            fix,
        ];
        likeness.extend(fact(judged, "change").map(changed));
        // Whole paragraphs are marked where one is translated in two ways: what is elsewhere distinguishes them.
        likeness.extend(fact(judged, "other").map(folded));
        Some(likeness)
    }
}

/// What changed, without the words around it.
fn changed(change: &str) -> String {
    let mut kept = String::new();
    for (open, close) in [("[-", "-]"), ("{+", "+}")] {
        for part in change.split(open).skip(1) {
            kept.push_str(open);
            kept.push_str(part.split(close).next().unwrap_or(part));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::testing::walk;
    use super::*;
    use crate::rules::Fact;

    #[test]
    fn findings_are_alike_by_what_they_mark_and_what_mends_them() {
        assert_eq!(walk().alike(0), [0, 2, 3]);
        assert_eq!(walk().alike(1), [1]);
    }

    #[test]
    fn findings_that_tell_of_other_translations_are_not_alike() {
        let mut walk = walk();
        let other = |text: &str| ("other", Fact::Text(text.to_owned()));
        Arc::make_mut(&mut walk.sheets[0]).analysis.findings[0].finding.facts.push(other("By us."));
        Arc::make_mut(&mut walk.sheets[0]).analysis.findings[2].finding.facts.push(other("By the editors."));
        Arc::make_mut(&mut walk.sheets[1]).analysis.findings[0].finding.facts.push(other("By us."));
        assert_eq!(walk.alike(0), [0, 3]);
    }

    #[test]
    fn the_same_change_is_the_same_whatever_is_around_it() {
        assert_eq!(changed("in [-1904-]{+1905+} the"), changed("of [-1904-]{+1905+}, when"));
        assert_ne!(changed("in [-1904-]{+1905+}"), changed("in [-1904-]{+1906+}"));
    }
}
