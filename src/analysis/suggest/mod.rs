//! What the glossary lacks: frequent names and noun phrases of the originals, and how they were translated so far.
//!
//! Precision counts: a list that a translator leafs through for the first few lines must begin with what is worth an
//! entry. Names are recognised by capitals within sentences, noun phrases by endings and recurrence; words of the
//! built-in lexicon alone are too common to need an entry. A rendering is heard (names sound alike) or told by
//! where words stand together (Dice 1945, as in Smadja, McKeown & Hatzivassiloglou 1996).

mod candidate;
mod count;
mod grammar;
mod phrases;
mod renderings;

pub use candidate::{Analysed, Candidate, Example, Hearing, Rendering};

use rustc_hash::FxHashSet;

use crate::lang::Language;

use self::phrases::{Kind, Phrase};
use self::renderings::Targets;

/// Candidates for the glossary, the most worthwhile first: those rendered in several ways, then by weight.
///
/// All pairs are of the same two languages. `common` are words of the source language, in small letters, that are too
/// common to be terms by themselves.
pub fn suggest(pairs: &[Analysed<'_>], common: &FxHashSet<String>, hearing: Hearing<'_>) -> Vec<Candidate> {
    let Some((first, _)) = pairs.first() else { return Vec::new() };
    let (source, target): (&Language, &Language) = (&first.source_language, &first.target_language);
    let phrases = phrases::phrases(pairs, source, common);
    let targets = Targets::new(pairs, target);
    let mut candidates: Vec<(f64, Candidate)> =
        phrases.into_iter().filter_map(|phrase| candidate(phrase, &targets, hearing)).collect();
    candidates.sort_by(|(left, one), (right, other)| right.total_cmp(left).then_with(|| one.term.cmp(&other.term)));
    candidates.into_iter().map(|(_, candidate)| candidate).collect()
}

/// The candidate of a phrase with its weight; `None` where it is too rare for what is known of it.
fn candidate(phrase: Phrase, targets: &Targets<'_>, hearing: Hearing<'_>) -> Option<(f64, Candidate)> {
    let found = targets.renderings(&phrase, hearing);
    let heard = found.sounds_alike;
    let count = phrase.places.len();
    let enough = match phrase.kind {
        // A name that is heard in the translation is one even where it stands once.
        Kind::Name => heard || (count >= 2 && !found.texts.is_empty()),
        // A given name beside a known surname, or a capital that says nothing by itself.
        Kind::Guess => heard && (count >= 2 || !phrase.beside_known),
        Kind::Abbreviation => count >= 2,
        Kind::Phrase => count >= 3 || (count >= 2 && !found.texts.is_empty()),
        // A borrowed word is heard in the translation; any other word must be frequent.
        Kind::Word => !found.texts.is_empty() && ((count >= 2 && heard) || count >= 8),
    };
    if !enough {
        return None;
    }
    let documents: FxHashSet<usize> = phrase.places.iter().map(|place| place.document).collect();
    let renderings: Vec<Rendering> = found.texts;
    let rendered: usize = renderings.iter().map(|rendering| rendering.count).sum();
    let kind = match phrase.kind {
        Kind::Name | Kind::Abbreviation => 3.0,
        Kind::Guess => 2.5,
        Kind::Phrase => 2.0,
        Kind::Word => 0.5,
    };
    let known = if rendered == 0 { 0.5 } else { 1.0 };
    let several = if renderings.len() > 1 { 100.0 } else { 0.0 };
    let weight = several + kind * known * (1.0 + count as f64).ln() * (1.0 + documents.len() as f64).ln();
    let place = phrase.places[found.example];
    let example =
        Example { document: place.document, paragraph: place.paragraph, span: place.span, target: found.place };
    let candidate = Candidate {
        term: phrase.term,
        name: phrase.kind.is_name(),
        count,
        documents: documents.len(),
        renderings,
        example,
    };
    Some((weight, candidate))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Analysis, Resources, Settings, analyse};
    use crate::glossary::{Glossary, Index};
    use crate::lang::sounds;
    use crate::text::{Document, Format};
    use crate::units::{Pair, Units};

    /// The candidates of documents whose paragraphs answer each other, as `term → renderings`.
    fn suggested(documents: &[(&str, &str)]) -> Vec<String> {
        let (russian, english): (Language, Language) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let read = |text: &str| Document::read(text.as_bytes(), Format::Markdown);
        let (glossary, settings) = (Glossary::default(), Settings::default());
        let (ours, theirs) = (Index::new(&glossary, &russian), Index::new(&glossary, &english));
        let lexicon = crate::align::Lexicon::built_in(&russian, &english);
        let resources = Resources {
            glossary: &glossary,
            source_index: &ours,
            target_index: &theirs,
            lexicon: &|| &lexicon,
            settings: &settings,
            pages: &crate::rules::NoPages,
        };
        let pairs: Vec<Pair> = documents
            .iter()
            .map(|(source, target)| {
                let languages = (russian.clone(), english.clone());
                Pair::of(read(source), read(target), languages, Units::default())
            })
            .collect();
        let reviews: Vec<Analysis> = pairs.iter().map(|pair| analyse(pair, &resources, &|_| true)).collect();
        let pairs: Vec<Analysed<'_>> = pairs.iter().zip(&reviews).collect();
        let common = crate::lang::lexicon::pairs(&russian, &english);
        let common = common.into_iter().map(|pair| pair.source.to_lowercase()).collect();
        let shown = |candidate: Candidate| {
            let renderings: Vec<String> =
                candidate.renderings.iter().map(|one| format!("{} {}", one.text, one.count)).collect();
            format!("{} → {}", candidate.term, renderings.join(", "))
        };
        suggest(&pairs, &common, &sounds::similarity).into_iter().map(shown).collect()
    }

    #[test]
    fn a_name_spelled_in_two_ways_comes_first() {
        let list = suggested(&[
            (
                "В городе был Пашинян.\n\nВечером уехал Лукашенко.\n",
                "Pashinyan was in the city.\n\nIn the evening Lukashenko left.\n",
            ),
            (
                "Мы видели, что Пашинян молчал.\n\nПотом приехал Лукашенко.\n",
                "We saw that Pashinian was silent.\n\nThen Lukashenko came.\n",
            ),
        ]);
        assert_eq!(list, ["Пашинян → Pashinian 1, Pashinyan 1", "Лукашенко → Lukashenko 2"]);
    }

    #[test]
    fn a_phrase_of_uncommon_words_is_offered_with_what_stands_beside_it() {
        let list = suggested(&[(
            "Потом применили слезоточивый газ.\n\nУтром никто не пришёл.\n\nОпять появился слезоточивый газ.\n",
            "Then they used tear gas.\n\nIn the morning nobody came.\n\nAgain there was tear gas.\n",
        )]);
        assert_eq!(list, ["слезоточивый газ → tear gas 2"]);
    }

    #[test]
    fn common_words_and_capitals_of_sentences_are_no_candidates() {
        let list = suggested(&[(
            "Вода была холодной. Вода шла долго.\n\nЛюди ждали воду.\n",
            "The water was cold. The water ran long.\n\nPeople waited for water.\n",
        )]);
        assert_eq!(list, Vec::<String>::new());
    }
}
