//! What a page says once at its end: the glossary entries and the rules that it names.

use std::collections::BTreeSet;

use maud::{Markup, html};

use crate::glossary::{Glossary, Status, Terms};
use crate::i18n::{Messages, RulePart};
use crate::lang::Language;
use crate::report::visible;

/// The entries of these concepts, in the two languages of a page.
pub(super) fn entries(
    glossary: &Glossary,
    concepts: &BTreeSet<usize>,
    languages: [&Language; 2],
    ui: &Messages,
) -> Markup {
    html! {
        @if !concepts.is_empty() {
            section id="entries" {
                h2 { (ui.page_entries()) }
                @for concept in concepts.iter().filter_map(|at| Some((at, glossary.concepts.get(*at)?))) {
                    div class="entry" id={ "c" (concept.0) } {
                        h3 dir="auto" { (visible(&concept.1.id)) }
                        @for language in languages {
                            @if let Some(terms) = concept.1.terms_in(language) {
                                p lang=(language) { b { (language) } " " (words(terms, ui)) }
                            }
                        }
                        @for text in [&concept.1.definition, &concept.1.note].into_iter().flatten() {
                            p class="definition" dir="auto" { (visible(text)) }
                        }
                    }
                }
            }
        }
    }
}

fn words(terms: &Terms, ui: &Messages) -> String {
    let of = |status: Status| {
        let list: Vec<&str> =
            terms.terms.iter().filter(|term| term.status == status).map(|term| term.text.as_str()).collect();
        (!list.is_empty()).then(|| ui.terms_of(status, &visible(&list.join(", "))))
    };
    let all = [Status::Preferred, Status::Admitted, Status::Deprecated];
    all.into_iter().filter_map(of).collect::<Vec<_>>().join("; ")
}

/// What the rules of a page's findings look for, and why.
pub(super) fn rules(rules: &BTreeSet<String>, ui: &Messages) -> Markup {
    html! {
        @if !rules.is_empty() {
            section id="rules" {
                h2 { (ui.page_rules()) }
                @for rule in rules {
                    div class="entry" id={ "rule-" (rule) } {
                        h3 { (rule) }
                        p { (ui.rule(rule, RulePart::What)) }
                        p { (ui.rule(rule, RulePart::Why)) }
                    }
                }
            }
        }
    }
}
