//! What the rules across documents need to know of a pair.

use super::Workspace;
use crate::analysis::{self, Analysis, Summary, names_in};
use crate::lang::{Script, Stems};
use crate::text::Paragraph;
use crate::units::Pair;

/// What the rules across documents need to know of a pair; nothing where all of them are off.
pub fn summarise(workspace: &Workspace, pair: &Pair, analysis: &Analysis) -> Summary {
    if !workspace.settings.look_at_project() {
        return Summary::default();
    }
    let stems = Stems::of(&pair.source_language);
    analysis::summarise(pair, analysis, &|word| root(&stems, word))
}

/// How a paragraph's names are written in the translation: as the document spells them elsewhere; one that it has
/// nowhere, or nowhere in another script, as the original has it where both languages share the script.
pub fn names(pair: &Pair, analysis: &Analysis, paragraph: &Paragraph) -> Vec<String> {
    let stems = Stems::of(&pair.source_language);
    let summary = analysis::summarise(pair, analysis, &|word| root(&stems, word));
    let script = Script::of_language(&pair.target_language);
    let mut names: Vec<String> = Vec::new();
    for word in names_in(paragraph) {
        let known = summary.spellings(&root(&stems, &word.to_lowercase()));
        let shared = word.chars().all(|letter| Script::of(letter).is_none_or(|other| other == script));
        let as_written = (known.is_empty() && shared).then_some(word);
        for name in known.into_iter().chain(as_written) {
            if !names.iter().any(|other| other == name) {
                names.push(name.to_owned());
            }
        }
    }
    names
}

/// The stem of a stem, until nothing more comes off: «Ермекова» loses its case first, then its «-ов», and only so
/// meets «Ермеков».
fn root(stems: &Stems, word: &str) -> String {
    let mut root = word.to_owned();
    loop {
        let next = stems.stem(&root).into_owned();
        if next.len() >= root.len() {
            return root;
        }
        root = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Unit;
    use crate::analysis::AnalysedUnit;
    use crate::text::{Document, Format};
    use crate::units::Units;

    #[test]
    fn a_name_is_spelled_as_elsewhere_in_the_document() {
        let (source, target) = (
            "Ермеков приехал в Семей.\n\nОт Ермекова пришло письмо из Linz.\n",
            "Yermekov came to Semey.\n\nThere was a letter.\n",
        );
        let read = |text: &str| Document::read(text.as_bytes(), Format::Markdown);
        let (source, target) = (read(source), read(target));
        let pair = Pair::of(source, target, ("ru".parse().unwrap(), "en".parse().unwrap()), Units::default());
        let unit = Unit { confidence: 1.0, ..Unit::new(vec![0], vec![0]) };
        let units = vec![AnalysedUnit { unit, accepted: None }];
        let analysis = Analysis { units, ..Analysis::default() };
        assert_eq!(names(&pair, &analysis, &pair.source.paragraphs[1]), ["Yermekov", "Linz"]);
    }

    #[test]
    fn the_forms_of_a_name_have_one_root() {
        let stems = Stems::of(&"ru".parse().unwrap());
        let roots = ["байтурсынов", "байтурсынова", "байтурсыновым"].map(|word| root(&stems, word));
        assert!(roots.iter().all(|other| *other == roots[0]), "{roots:?}");
    }
}
