//! Finds terms in text: one index a language, time linear in the text whatever the glossary's size.
//!
//! The forms of a small glossary are made at once. Of a large one a term's forms are made when a text has a word that
//! begins as the term does, which is so of few terms in a text; the answer is the same.

use super::Glossary;
use super::builder::Builder;
use super::occurrence::Occurrence;
use super::trie::Trie;
use super::waking::Waking;
use crate::lang::Language;
use crate::text::Paragraph;

/// From as many concepts on the forms of terms are made when they are asked for.
const LARGE: usize = 4_000;

/// All terms of one language, ready to be looked up in every form.
#[derive(Debug)]
pub struct Index(Kind);

#[derive(Debug)]
enum Kind {
    Whole(Box<Trie>),
    Waking(Box<Waking>),
}

impl Default for Index {
    /// Finds nothing.
    fn default() -> Index {
        Index(Kind::Whole(Box::default()))
    }
}

impl Index {
    /// Takes in all terms of the glossary in one language, deprecated ones too.
    pub fn new(glossary: &Glossary, language: &Language) -> Index {
        let waking = if glossary.concepts.len() < LARGE { None } else { Waking::new(glossary, language) };
        Index(waking.map_or_else(
            || Kind::Whole(Box::new(Builder::whole(glossary, language))),
            |waking| Kind::Waking(Box::new(waking)),
        ))
    }

    /// Every occurrence, in order, longest match first, code and addresses skipped.
    ///
    /// Where a term of several words occurs, its parts are left out. Where two concepts have a term in common, both are
    /// told, one after the other, with one span.
    pub fn find(&self, paragraph: &Paragraph) -> Vec<Occurrence> {
        match &self.0 {
            Kind::Whole(trie) => trie.find(paragraph),
            Kind::Waking(waking) => waking.find(paragraph),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::Gravity;
    use crate::glossary::testing::glossary;
    use crate::text::{Document, Format, Span};

    fn index(language: &str, concepts: &[&str]) -> Index {
        let (glossary, faults) = glossary(language, concepts);
        assert!(faults.iter().all(|fault| fault.gravity() == Gravity::Warning), "{faults:?}");
        Index::new(&glossary, &language.parse().unwrap())
    }

    /// The text of a paragraph with its terms in ⟦⟧.
    fn marked(index: &Index, text: &str) -> String {
        let document = Document::read(text.as_bytes(), Format::Markdown);
        let paragraph = &document.paragraphs[0];
        let mut marked = paragraph.text.clone();
        let mut spans: Vec<Span> = index.find(paragraph).into_iter().map(|found| found.span).collect();
        spans.dedup();
        for span in spans.into_iter().rev() {
            marked.insert(span.end, '⟧');
            marked.insert(span.start, '⟦');
        }
        marked
    }

    fn russian() -> Index {
        index(
            "ru",
            &[
                "preferred = \"акимат\"",
                "preferred = \"районный акимат\"",
                "preferred = \"КНБ\"\nadmitted = [\"Комитет национальной безопасности\"]",
                "preferred = \"Токаев\"",
                "preferred = \"комитет\"",
                "preferred = \"счёт\"",
            ],
        )
    }

    #[test]
    fn every_form_in_running_text() {
        let index = russian();
        assert_eq!(marked(&index, "В акимате и об АКИМАТАХ."), "В ⟦акимате⟧ и об ⟦АКИМАТАХ⟧.");
        assert_eq!(marked(&index, "счета, аки\u{ad}мата, Токаевым"), "⟦счета⟧, ⟦аки\u{ad}мата⟧, ⟦Токаевым⟧");
        assert_eq!(marked(&index, "акиматский Токаевка акима"), "акиматский Токаевка акима");
    }

    #[test]
    fn the_longest_term_wins_across_lines_and_markup() {
        let index = russian();
        assert_eq!(
            marked(&index, "в районном\nакимате, районном, акимате"),
            "в ⟦районном\nакимате⟧, районном, ⟦акимате⟧"
        );
        assert_eq!(
            marked(&index, "глава **Комитета** национальной [безопасности](http://x.org)"),
            "глава **⟦Комитета** национальной [безопасности⟧](http://x.org)"
        );
        assert_eq!(marked(&index, "Комитета, национальной"), "⟦Комитета⟧, национальной");
    }

    #[test]
    fn abbreviations_only_in_capitals() {
        let index = russian();
        assert_eq!(marked(&index, "КНБ, кнб, Кнб"), "⟦КНБ⟧, кнб, Кнб");
        let index = self::index("ru", &["preferred = \"МИД\"", "preferred = \"ВОЗ\""]);
        assert_eq!(marked(&index, "МИДа, мида, воза, ВОЗ"), "⟦МИДа⟧, мида, воза, ⟦ВОЗ⟧");
    }

    #[test]
    fn code_and_addresses_are_skipped() {
        let index = russian();
        assert_eq!(
            marked(&index, "`акимат` [х](акимат) https://e.org/акимат акимат"),
            "`акимат` [х](акимат) https://e.org/акимат ⟦акимат⟧"
        );
    }

    #[test]
    fn english_plurals_possessives_and_compounds() {
        let index = index(
            "en",
            &[
                "preferred = \"akimat\"",
                "preferred = \"KNB\"",
                "preferred = \"mambet\"",
                "preferred = \"akim\"",
                "preferred = \"zhuz\"",
                "preferred = \"kurultai\"",
            ],
        );
        assert_eq!(
            marked(&index, "Akimats and KNB’s, KNB's, mambets' akimat-led anti-KNB zhuzes, kurultais."),
            "⟦Akimats⟧ and ⟦KNB’s⟧, ⟦KNB's⟧, ⟦mambets⟧' ⟦akimat⟧-led anti-⟦KNB⟧ ⟦zhuzes⟧, ⟦kurultais⟧."
        );
        let silent = "The mamba, Akimov and Akimova acclimate; knbx, wakim.";
        assert_eq!(marked(&index, silent), silent);
    }

    #[test]
    fn a_word_partly_emphasised_is_one_word() {
        let index = russian();
        assert_eq!(marked(&index, "об **а**кимате"), "об **⟦а**кимате⟧");
        assert_eq!(marked(&index, "[аки*мат*](x)"), "[⟦аки*мат⟧*](x)");
        assert_eq!(marked(&index, "[акимат](x)у"), "[⟦акимат](x)у⟧");
        assert_eq!(marked(&index, "[аким](x)[ат](y)"), "[аким](x)[ат](y)");
    }

    #[test]
    fn names_of_files_are_no_text_and_what_is_turned_down_is_a_whole_word() {
        let index = index("en", &["preferred = \"chart\"", "preferred = \"extension\"\ndeprecated = [\"add\"]"]);
        assert_eq!(marked(&index, "the chart in Chart.yaml"), "the ⟦chart⟧ in Chart.yaml");
        assert_eq!(marked(&index, "two-chart add-on, add"), "two-⟦chart⟧ add-on, ⟦add⟧");
    }

    #[test]
    fn words_made_from_abbreviations() {
        let index = russian();
        assert_eq!(marked(&index, "КНБшники, КНБ-шный, КНБом"), "⟦КНБшники⟧, ⟦КНБ⟧-шный, ⟦КНБом⟧");
        assert_eq!(marked(&index, "КНБр, кнбшники"), "КНБр, кнбшники");
        let index = self::index("ru", &["preferred = \"КНБ\"\nderived = false"]);
        assert_eq!(marked(&index, "КНБшники КНБ"), "КНБшники ⟦КНБ⟧");
    }

    #[test]
    fn in_capitals_throughout_a_small_word_is_no_abbreviation() {
        let index = index("en", &["preferred = \"US\""]);
        assert_eq!(marked(&index, "SEND IT TO US"), "SEND IT TO US");
        assert_eq!(marked(&index, "Send it to the US"), "Send it to the ⟦US⟧");
    }

    #[test]
    fn a_german_compound_holds_its_parts() {
        let index = index("de", &["preferred = \"Akimat\"\ndeprecated = [\"Rathaus\"]"]);
        assert_eq!(marked(&index, "das Bezirksakimat, Akimatsgebäude"), "das ⟦Bezirksakimat⟧, ⟦Akimatsgebäude⟧");
        assert_eq!(marked(&index, "der Rathausplatz, das Rathaus"), "der Rathausplatz, das ⟦Rathaus⟧");
    }

    #[test]
    fn a_star_and_listed_forms() {
        let index = index("ru", &["preferred = \"назарбаев*\"", "preferred = \"мамбет\"\nforms = [\"мамбеточек\"]"]);
        assert_eq!(marked(&index, "назарбаевщина мамбеточек"), "⟦назарбаевщина⟧ ⟦мамбеточек⟧");
    }

    #[test]
    fn signs_of_a_term_count() {
        let index = index("en", &["preferred = \"C++\"", "preferred = \"U.S. dollar\""]);
        assert_eq!(
            marked(&index, "C and C++ and U.S. dollars, us dollar"),
            "C and ⟦C⟧++ and ⟦U.S. dollars⟧, us dollar"
        );
    }

    #[test]
    fn equal_forms_of_two_concepts_are_both_told() {
        let index = index("ru", &["preferred = \"власть\"", "preferred = \"орган\"\nadmitted = [\"власть\"]"]);
        let found = index.find(&Paragraph::alone("властью"));
        assert_eq!(found.iter().map(|found| found.concept).collect::<Vec<_>>(), [0, 1]);
    }

    #[test]
    fn the_case_is_told_and_never_prevents() {
        let index = index(
            "en",
            &["preferred = \"akimat\"\ncase = \"exact\"", "preferred = \"Older Zhuz\"\ncase = \"initial\""],
        );
        let fits =
            |text: &str| index.find(&Paragraph::alone(text)).iter().map(|found| found.case_fits).collect::<Vec<_>>();
        assert_eq!(fits("Akimats are. Akimats do. The Akimat did, the akimat"), [true, true, false, true]);
        assert_eq!(fits("the older Zhuz, the Older zhuz"), [false, true]);
    }

    #[test]
    fn regular_expression_signs_are_letters_like_any() {
        let index = index("en", &["preferred = \"a+*(b|\""]);
        assert_eq!(index.find(&Paragraph::alone("a ab aab b a+")).len(), 0);
    }

    proptest::proptest! {
        #[test]
        fn spans_are_words_of_the_text(text in "([акимтнб КНБ’'*_`\\-\\[\\]()\n]|аким|районный ){0,40}") {
            let index = russian();
            let document = Document::read(text.as_bytes(), Format::Markdown);
            for paragraph in &document.paragraphs {
                let mut end = 0;
                for found in index.find(paragraph) {
                    proptest::prop_assert!(found.span.start >= end);
                    proptest::prop_assert!(!paragraph.text[found.span.range()].trim().is_empty());
                    end = found.span.start;
                }
            }
        }
    }
}
