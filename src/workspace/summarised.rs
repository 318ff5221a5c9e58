//! What the rules across documents need to know of a pair.

use super::Workspace;
use crate::analysis::{self, Analysis, Summary};
use crate::lang::Stems;
use crate::units::Pair;

/// What the rules across documents need to know of a pair; nothing where all of them are off.
pub fn summarise(workspace: &Workspace, pair: &Pair, analysis: &Analysis) -> Summary {
    if !workspace.settings.look_at_project() {
        return Summary::default();
    }
    let stems = Stems::of(&pair.source_language);
    analysis::summarise(pair, analysis, &|word| root(&stems, word))
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

    #[test]
    fn the_forms_of_a_name_have_one_root() {
        let stems = Stems::of(&"ru".parse().unwrap());
        let roots = ["байтурсынов", "байтурсынова", "байтурсыновым"].map(|word| root(&stems, word));
        assert!(roots.iter().all(|other| *other == roots[0]), "{roots:?}");
    }
}
