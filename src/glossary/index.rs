//! Finds terms in text: one index a language, time linear in the text whatever the glossary's size.
//!
//! Every word of every term is a *lexeme*, and all its forms lead to it through one hash map. Terms are paths of lexemes
//! through a trie, so that a text is read once, word by word, and a term of several words is found with each of its words
//! inflected.

use rustc_hash::FxHashMap;

use super::Status;
use super::entry::Entry;
use super::letters;
use super::lexemes::Lexemes;
use super::reading::{self, Reading};
use super::surroundings::{is_part_of_compound, is_part_of_identifier};
use super::tokens::{Token, signs_between, tokens};
use crate::lang::inflect::fold;
use crate::lang::is_function_word;
use crate::text::{Paragraph, Span};

/// All forms of all terms of one language, ready to be looked up.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(super) lexemes: Lexemes,
    /// The trie: (node, lexeme) → node. The root is 0.
    pub(super) steps: FxHashMap<(u32, u32), u32>,
    /// Node → the entries whose last word leads there.
    pub(super) ends: FxHashMap<u32, Vec<u32>>,
    pub(super) entries: Vec<Entry>,
}

/// A place where a term occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Index into `Glossary::concepts`.
    pub concept: usize,
    /// Index into the `terms` of the concept's [`super::Terms`] in this language.
    pub term: usize,
    /// The status of the term.
    pub status: Status,
    /// Bytes of the paragraph's text.
    pub span: Span,
    /// Whether the letter case is as the term's `case` asks; a capital at the start of a sentence always is.
    pub case_fits: bool,
    /// Whether it is the term at all, as far as one can see.
    pub reading: Reading,
}

impl Index {
    /// Every occurrence, in order, longest match first, code and addresses skipped.
    ///
    /// Where a term of several words occurs, its parts are left out. Where two concepts have a term in common, both are
    /// told, one after the other, with one span.
    pub fn find(&self, paragraph: &Paragraph) -> Vec<Occurrence> {
        if self.entries.is_empty() {
            return Vec::new();
        }
        let tokens = tokens(&self.lexemes, paragraph);
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let longest = self.longest(paragraph, &tokens[at..]);
            let Some(longest) = longest else {
                at += 1;
                continue;
            };
            found.extend(longest.entries.iter().map(|entry| self.occurrence(paragraph, *entry, longest.span)));
            at += longest.words;
        }
        found
    }

    /// The longest term that begins with the first of these words.
    fn longest(&self, paragraph: &Paragraph, tokens: &[Token<'_>]) -> Option<Longest> {
        let first = tokens.first()?;
        let mut nodes = vec![0];
        let mut signs: Vec<String> = Vec::new();
        let mut longest = None;
        for (place, token) in tokens.iter().enumerate() {
            if place > 0 {
                let Some(between) = signs_between(paragraph, tokens[place - 1].span.end, token.span.start) else {
                    break;
                };
                signs.push(between);
            }
            nodes = nodes
                .iter()
                .flat_map(|node| token.lexemes.iter().filter_map(|lexeme| self.steps.get(&(*node, *lexeme)).copied()))
                .collect();
            if nodes.is_empty() {
                break;
            }
            let span = Span::new(first.span.start, token.span.end);
            let ends = nodes.iter().filter_map(|node| self.ends.get(node)).flatten().copied();
            let compound = tokens[..=place].iter().any(|token| token.compound);
            let fits = |entry: &u32| {
                let whole = !compound || self.entries[*entry as usize].status != Status::Deprecated;
                whole && self.signs_fit(*entry, &signs, paragraph, span) && self.stands(*entry, paragraph, span)
            };
            let mut entries: Vec<u32> = ends.filter(fits).collect();
            entries.sort_unstable();
            entries.dedup_by_key(|entry| (self.entries[*entry as usize].concept, self.entries[*entry as usize].term));
            if !entries.is_empty() {
                longest = Some(Longest { words: place + 1, entries, span });
            }
        }
        longest
    }

    fn signs_fit(&self, entry: u32, between: &[String], paragraph: &Paragraph, span: Span) -> bool {
        match &self.entries[entry as usize].signs {
            None => between.iter().all(String::is_empty),
            Some(signs) => {
                signs.between == between
                    && paragraph.text[..span.start].ends_with(&signs.before)
                    && paragraph.text[span.end..].starts_with(&signs.after)
            }
        }
    }

    /// Whether the words around a term leave it one: "add-on" is no "add" that is turned down, `Chart.yaml` is no chart,
    /// and in a text all in capitals "US" may be "us".
    fn stands(&self, entry: u32, paragraph: &Paragraph, span: Span) -> bool {
        let entry = &self.entries[entry as usize];
        let text = &paragraph.text;
        let compound = entry.status == Status::Deprecated && is_part_of_compound(text, span);
        let found = &text[span.range()];
        let shouted = !text.chars().any(char::is_lowercase) && is_function_word(found, &self.lexemes.language);
        let folded = || fold(found);
        let other = !entry.not_forms.is_empty() && entry.not_forms.iter().any(|form| form.as_ref() == folded());
        let pronoun = shouted && entry.text.as_ref() == found;
        !(other || compound || pronoun || is_part_of_identifier(text, span))
    }

    fn occurrence(&self, paragraph: &Paragraph, entry: u32, span: Span) -> Occurrence {
        let entry = &self.entries[entry as usize];
        let case_fits = letters::fits(entry.case, &entry.text, paragraph, span);
        let reading = match entry.homograph {
            true => reading::of_homograph(&entry.text, paragraph, span),
            false => Reading::Term,
        };
        Occurrence { concept: entry.concept, term: entry.term, status: entry.status, span, case_fits, reading }
    }
}

/// The longest term at a place, in all the concepts that have it.
struct Longest {
    words: usize,
    entries: Vec<u32>,
    span: Span,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::{Glossary, Gravity};
    use crate::text::{Document, Format};

    fn index(language: &str, concepts: &[&str]) -> Index {
        let text: String = concepts
            .iter()
            .enumerate()
            .map(|(place, body)| format!("[[concept]]\nid = \"c{place}\"\n[concept.{language}]\n{body}\n"))
            .collect();
        let (glossary, faults) = Glossary::read(&[("g".to_owned(), text)]);
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
