//! The domain's own terms in every case and number, and their look-alikes: `tests/terms/kazakhstan.tsv` has a term, a
//! word and 1 for a form of the term or 0 for a look-alike on each line.

use std::collections::HashMap;
use std::collections::HashSet;

use tolmach::lang::Language;
use tolmach::lang::inflect::{Inflect, fold, forms};

#[test]
fn every_form_and_no_look_alike() {
    let russian: Language = "ru".parse().expect("a language tag");
    let mut known: HashMap<&str, HashSet<String>> = HashMap::new();
    let mut counted = 0;
    let mut wrong = Vec::new();
    for line in include_str!("terms/kazakhstan.tsv").lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [term, word, label] = columns[..] else { panic!("three columns: {line}") };
        let forms = known.entry(term).or_insert_with(|| {
            forms(term, &russian, Inflect::Auto).list().iter().map(|form| folded(&form.text)).collect()
        });
        if forms.contains(&folded(word)) != (label == "1") {
            wrong.push(line);
        }
        counted += 1;
    }
    assert!(counted > 290, "the list was read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn folded(text: &str) -> String {
    fold(text).replace('-', " ")
}
