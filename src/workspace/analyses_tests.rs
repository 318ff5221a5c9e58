//! What is known of a project while it is edited is what a check of the same texts finds.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;

use super::{Analyses, Silent, Task, Workspace, check};
use crate::analysis::Analysis;
use crate::project::{Files, Memory, Overlay, Project};
use crate::units::Pair;

const GLOSSARY: &str = "[[concept]]\nid = \"head\"\n[concept.ru]\npreferred = \"аким\"\n[concept.en]\n\
                        preferred = \"akim\"\ndeprecated = [\"mayor\"]\n";

/// Paragraphs and what may answer them, so that documents agree, deviate, lack and repeat.
const SOURCE: [&str; 5] = [
    "Материал подготовлен редакцией газеты в городе.",
    "Мост открыл аким в 1905 году.",
    "Приехал Токаев, и люди вышли на площадь.",
    "Люди ждали паром у реки до самого вечера.",
    "# Мост",
];
const TARGET: [&str; 8] = [
    "Prepared by the editors of the newspaper in the city.",
    "The editors of the newspaper wrote this in the city.",
    "The akim opened the bridge in 1905.",
    "The mayor opened the bridge in 1904.",
    "Tokayev came, and people went out to the square.",
    "Tokaev came, and people went out to the square.",
    "People waited for the ferry at the river until the very evening.",
    "# The bridge",
];

type Found = BTreeSet<(String, String, String)>;

/// Path, rule and fingerprint of each open finding.
fn findings(pair: &Pair, analysis: &Analysis) -> Found {
    let open = analysis.findings.iter().filter(|found| found.waived.is_none());
    let path = &pair.paths.translation;
    open.map(|found| (path.clone(), format!("{:?}", found.finding), found.fingerprint.clone())).collect()
}

fn opened(files: &Arc<Overlay>) -> Workspace {
    let files: Arc<dyn Files> = files.clone();
    Workspace::open(Project::on(files).unwrap(), &Silent).unwrap()
}

fn fresh(files: &Arc<Overlay>) -> Found {
    let workspace = opened(files);
    let pairs = workspace.select(&[], &[]).unwrap();
    let tasks: Vec<Task<'_>> = super::tasks(&pairs, None);
    let mut all: Vec<Found> = Vec::new();
    let checked =
        check(&workspace, &tasks, super::Fixing::No, true, &Silent, super::Answers::new(&findings), &mut |outcome| {
            match outcome {
                super::Outcome::Next(found) => all.push(found),
                super::Outcome::Again(at, found) => all[at] = found,
                super::Outcome::Fixed(_) => {}
            }
        });
    assert!(checked.errors.is_empty(), "{:?}", checked.errors);
    let glossary = checked.glossary.iter().flat_map(|(pair, analysis)| findings(pair, analysis));
    all.into_iter().flatten().chain(glossary).collect()
}

fn known(analyses: &mut Analyses) -> Found {
    while analyses.waits() {
        analyses.take_in(2);
    }
    for at in 0..analyses.pairs().len() {
        analyses.analysis(at).unwrap();
    }
    analyses.look_across();
    let mut all = Found::new();
    for at in 0..analyses.pairs().len() {
        let read = analyses.analysis(at).unwrap();
        all.extend(findings(&read.pair, &read.analysis));
    }
    all.extend(analyses.glossary().iter().flat_map(|one| findings(&one.pair, &one.analysis)));
    all
}

fn text(paragraphs: &[&str], chosen: &[usize]) -> String {
    chosen.iter().map(|at| format!("{}\n\n", paragraphs[*at])).collect()
}

/// A path and its new text.
fn edit() -> impl Strategy<Value = (String, String)> {
    let of = |folder: &'static str, paragraphs: &'static [&'static str]| {
        let chosen = prop::collection::vec(0..paragraphs.len(), 0..5);
        ("[abc]", chosen).prop_map(move |(name, chosen)| (format!("{folder}/{name}.md"), text(paragraphs, &chosen)))
    };
    prop_oneof![
        4 => of("translations/en", &TARGET),
        3 => of("originals", &SOURCE),
        1 => prop_oneof![Just("preferred"), Just("admitted")].prop_map(|word| {
            ("glossary/terms.toml".to_owned(), GLOSSARY.replace("deprecated", word).replace("preferred = [", "admitted = ["))
        }),
    ]
}

fn project() -> Arc<Overlay> {
    let mut all = vec![("glossary/terms.toml".to_owned(), GLOSSARY.to_owned())];
    for (name, chosen) in [("a", [0, 1, 2]), ("b", [0, 3, 4]), ("c", [1, 2, 3])] {
        let target: Vec<usize> = chosen.iter().map(|at| [0, 2, 4, 6, 7][*at]).collect();
        all.push((format!("originals/{name}.md"), text(&SOURCE, &chosen)));
        all.push((format!("translations/en/{name}.md"), text(&TARGET, &target)));
    }
    let kept = Memory::new(all.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    Arc::new(Overlay::new(Arc::new(kept)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_the_findings_are_those_of_a_check(edits in prop::collection::vec((edit(), any::<bool>()), 1..8)) {
        let files = project();
        let mut analyses = Analyses::new(opened(&files));
        for (version, ((path, text), looks)) in edits.into_iter().enumerate() {
            files.set(&path, version as i32, text);
            analyses.touch(&path);
            // An editor may ask before everything is compared.
            if looks && !analyses.is_outdated() {
                analyses.analysis(0).unwrap();
            }
            if analyses.is_outdated() {
                analyses = Analyses::new(opened(&files));
            }
            prop_assert_eq!(known(&mut analyses), fresh(&files));
        }
    }
}

#[test]
fn a_units_file_that_changed_asks_for_the_project_to_be_opened_again() {
    let files = project();
    let mut analyses = Analyses::new(opened(&files));
    analyses.analysis(0).unwrap();
    assert!(!analyses.is_outdated());
    files.set("translations/en/a.units.toml", 1, "format = 1\n".to_owned());
    analyses.touch("translations/en/a.units.toml");
    assert!(analyses.is_outdated());
}

#[test]
fn a_new_document_asks_for_the_project_to_be_opened_again() {
    let files = project();
    let mut analyses = Analyses::new(opened(&files));
    files.set("originals/d.md", 1, "Река.\n".to_owned());
    analyses.touch("originals/d.md");
    assert!(analyses.is_outdated());
}
