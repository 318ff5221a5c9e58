//! What the glossary lacks: frequent names and noun phrases of the originals, and how they were translated so far.
//!
//! Precision counts: a list that a translator leafs through for the first few lines must begin with what is worth an
//! entry. Names are recognised by capitals within sentences, noun phrases by endings and recurrence, somebody's own words
//! by quotation marks; words of the built-in lexicon need to be frequent here. A rendering sounds like a name or is found by
//! where words occur together (Dice 1945, as in Smadja, McKeown & Hatzivassiloglou 1996).

mod acronyms;
mod candidate;
mod count;
mod grammar;
mod lemma;
mod phrases;
mod renderings;
mod spelling;

pub use candidate::{Analysed, Candidate, Example, Hearing, Rendering};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lang::{Language, numbers};
use crate::text::Document;

use self::phrases::{Kind, Phrase};
use self::renderings::{Found, Targets};

/// Candidates for the glossary, the most worthwhile first: those rendered in several ways, then by weight.
///
/// All pairs are of the same two languages. `common` are words of the source language, in small letters, that are too
/// common to be terms by themselves.
pub fn suggest(pairs: &[Analysed<'_>], common: &FxHashSet<String>, hearing: Hearing<'_>) -> Vec<Candidate> {
    let Some((first, _)) = pairs.first() else { return Vec::new() };
    let (source, target): (&Language, &Language) = (&first.source_language, &first.target_language);
    let found = phrases::phrases(pairs, source, common);
    let mut targets = Targets::new(pairs, target);
    let documents: Vec<&Document> = pairs.iter().map(|(pair, _)| &pair.source).collect();
    let expansions = acronyms::expansions(&documents);
    let mut candidates: Vec<(f64, Candidate)> = Vec::new();
    for (phrase, renderings) in assigned(found.phrases, &mut targets, hearing) {
        candidates.extend(candidate(phrase, renderings, &expansions, found.words, source));
    }
    candidates.sort_by(|(left, one), (right, other)| right.total_cmp(left).then_with(|| one.term.cmp(&other.term)));
    candidates.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Every phrase with its renderings. A word of a translation renders one phrase: what sounds like its rendering takes its words first, then
/// what is most consistent.
fn assigned(phrases: Vec<Phrase>, targets: &mut Targets<'_>, hearing: Hearing<'_>) -> Vec<(Phrase, Found)> {
    let mut waiting: Vec<(f64, Phrase)> = Vec::new();
    let mut settled = Vec::new();
    for phrase in phrases {
        let found = targets.renderings(&phrase, hearing);
        if found.sounds_alike {
            targets.claim(&found);
            settled.push((phrase, found));
        } else {
            waiting.push((found.consistency() * (1.0 + phrase.places.len() as f64).ln(), phrase));
        }
    }
    waiting.sort_by(|(left, one), (right, other)| right.total_cmp(left).then_with(|| one.term.cmp(&other.term)));
    for (_, phrase) in waiting {
        let found = targets.renderings(&phrase, hearing);
        targets.claim(&found);
        settled.push((phrase, found));
    }
    settled
}

/// Whether a word is a number: «тысяча», "five".
fn is_numeral(word: &str, language: &Language) -> bool {
    ["", "2 "].iter().any(|before| {
        let read = numbers::numbers(&format!("{before}{word}"), language);
        read.iter().any(|number| number.whole().is_some_and(|whole| whole > 2))
    })
}

/// From so many words of a million on a word of the built-in lists is one of the subject.
const OF_SUBJECT: f64 = 300.0;

/// Whether enough is known of a phrase to offer it.
fn is_worthwhile(phrase: &Phrase, found: &Found, expanded: bool, words: usize) -> bool {
    let (count, rendered, alike) = (phrase.places.len(), !found.texts.is_empty(), found.sounds_alike);
    match phrase.kind {
        // A name that sounds alike in the translation is one even where it occurs once.
        Kind::Name => alike || (count >= 2 && rendered),
        // A given name beside a known surname, or a capital that says nothing by itself.
        Kind::Guess => alike && (count >= 2 || !phrase.beside_known),
        Kind::Abbreviation => count >= 2 || rendered || expanded,
        Kind::Quoted => rendered,
        Kind::Phrase => count >= 2 && rendered,
        // A borrowed word sounds alike in the translation; any other word must be frequent.
        Kind::Word => rendered && ((count >= 2 && alike) || count >= 5),
        Kind::Domain => {
            let share = count as f64 / words.max(1) as f64 * 1e6;
            rendered && count >= 6 && share >= OF_SUBJECT && found.consistency() >= 0.4
        }
    }
}

/// The candidate of a phrase with its weight; `None` where it is too rare for what is known of it.
fn candidate(
    phrase: Phrase,
    found: Found,
    expansions: &FxHashMap<String, String>,
    words: usize,
    source: &Language,
) -> Option<(f64, Candidate)> {
    let expansion = expansions.get(&phrase.term).filter(|_| phrase.kind == Kind::Abbreviation).cloned();
    let numeral = matches!(phrase.kind, Kind::Word | Kind::Domain) && is_numeral(&phrase.term, source);
    if numeral || !is_worthwhile(&phrase, &found, expansion.is_some(), words) {
        return None;
    }
    let count = phrase.places.len();
    let documents: FxHashSet<usize> = phrase.places.iter().map(|place| place.document).collect();
    let kind = match phrase.kind {
        Kind::Name | Kind::Abbreviation | Kind::Quoted => 3.0,
        Kind::Guess => 2.5,
        Kind::Phrase | Kind::Word => 1.6,
        Kind::Domain => 1.3,
    };
    let several = if found.texts.len() > 1 { 100.0 } else { 0.0 };
    let consistent = 0.3 + 0.7 * found.consistency().min(1.0);
    let often = (1.0 + count as f64).ln() * (1.0 + 0.4 * (documents.len() as f64).ln());
    let weight = several + kind * consistent * often;
    let place = phrase.places[found.example];
    let example =
        Example { document: place.document, paragraph: place.paragraph, span: place.span, target: found.place };
    let candidate = Candidate {
        term: phrase.term,
        expansion,
        name: phrase.kind.is_name(),
        count,
        documents: documents.len(),
        renderings: found.texts,
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
    use crate::text::Format;
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
    fn an_abbreviation_counts_at_the_start_of_a_sentence_and_like_a_pronoun() {
        let list = suggested(&[(
            "ОДКБ ввела войска.\n\nТам ВОЗ нашла вирус.\n\nПотом ВОЗ молчала.\n",
            "The CSTO sent troops.\n\nThere the WHO found a virus.\n\nThen the WHO was silent.\n",
        )]);
        assert!(list.contains(&"ОДКБ → CSTO 1".to_owned()), "{list:?}");
        assert!(list.contains(&"ВОЗ → WHO 2".to_owned()), "{list:?}");
    }

    #[test]
    fn a_place_with_an_adjective_is_one_name_and_a_number_is_no_term() {
        let list = suggested(&[(
            "Он видел Новую Каледонию.\n\nПотом Каледония ушла.\n\nЯ ждал Новую Каледонию тысячу лет.\n",
            "He saw New Caledonia.\n\nThen Caledonia left.\n\nI waited for New Caledonia a thousand years.\n",
        )]);
        assert!(list.iter().any(|line| line.starts_with("Новая Каледония → New Caledonia")), "{list:?}");
        assert!(is_numeral("тысяча", &"ru".parse().unwrap()) && is_numeral("five", &"en".parse().unwrap()));
        assert!(!is_numeral("штамм", &"ru".parse().unwrap()));
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
