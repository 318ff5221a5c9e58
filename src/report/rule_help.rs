//! The page of a rule: what it finds and why, its examples, how to set it. `explain`, SARIF and the reference use it.

use crate::diff::COSMETIC;
use crate::glossary::{Concept, Glossary, Status};
use crate::i18n::{Messages, RulePart};
use crate::rules::{Example, Rule, Scope, Verdict};
use crate::text::on_one_line;

/// A part of a rule's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// In the interface language.
    pub heading: String,
    /// Lines; an example's lines are its texts, an empty line parts examples.
    pub text: String,
}

/// The title of a rule.
pub fn title(rule: &Rule, ui: &Messages) -> String {
    ui.rule(rule.id, RulePart::Title)
}

/// The parts of a rule's page, in order.
pub fn help(rule: &Rule, ui: &Messages) -> Vec<Part> {
    let part = |heading: String, text: String| Part { heading, text };
    let mut what = ui.rule(rule.id, RulePart::What);
    if matches!(rule.scope, Scope::AcceptedState(_)) && rule.id != "unaccepted" {
        what.push_str(&looks(ui));
    }
    vec![
        part(ui.explain_what(), what),
        part(ui.explain_why(), ui.rule(rule.id, RulePart::Why)),
        part(ui.explain_wrong(), examples(rule, Verdict::Found, ui)),
        part(ui.explain_right(), examples(rule, Verdict::Silent, ui)),
        part(ui.explain_configure(), ui.rule(rule.id, RulePart::Configure)),
    ]
}

/// What counts as looks and not as wording, from the one list that decides it.
fn looks(ui: &Messages) -> String {
    let names = COSMETIC.iter().map(|(name, ..)| format!("\n- {}", ui.cosmetic(name)));
    format!("\n{}{}", ui.explain_cosmetic(), names.collect::<String>())
}

fn examples(rule: &Rule, verdict: Verdict, ui: &Messages) -> String {
    let examples = rule.examples.iter().filter(|example| example.verdict == verdict);
    examples.map(|one| example(one, ui)).collect::<Vec<_>>().join("\n\n")
}

fn example(example: &Example, ui: &Messages) -> String {
    let mut lines = Vec::new();
    let mut line = |name: String, text: &str| {
        let text = if text.is_empty() { ui.explain_nothing() } else { text.to_owned() };
        lines.push(format!("{name}: {text}"));
    };
    if let Some((source, target)) = example.accepted {
        line(ui.explain_accepted_original(), &paragraphs(source.as_bytes()));
        line(ui.explain_accepted_translation(), &paragraphs(target.as_bytes()));
    }
    if let Some((source, target)) = example.draft {
        line(ui.explain_draft_original(), &paragraphs(source.as_bytes()));
        line(ui.explain_draft_translation(), &paragraphs(target.as_bytes()));
    }
    if let Some((source, target)) = example.beside {
        line(ui.explain_other_original(), &paragraphs(source.as_bytes()));
        line(ui.explain_other_translation(), &paragraphs(target.as_bytes()));
    }
    line(ui.explain_original(), &paragraphs(example.source));
    line(ui.explain_translation(), &paragraphs(example.target));
    let (glossary, _) = Glossary::read(&[("glossary.toml".to_owned(), example.glossary.to_owned())]);
    for concept in &glossary.concepts {
        line(ui.explain_glossary(), &terms(concept, example.languages));
    }
    if example.options != "{}" {
        line(ui.explain_options(), example.options);
    }
    lines.join("\n")
}

/// A text on one line, its paragraphs parted by ¶; what nobody sees is written out.
fn paragraphs(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        for mark in chunk.valid().chars() {
            match mark {
                '\u{feff}' | '\u{200b}' => text.push_str(&format!("[U+{:04X}]", u32::from(mark))),
                mark => text.push(mark),
            }
        }
        chunk.invalid().iter().for_each(|byte| text.push_str(&format!("[{byte:02X}]")));
    }
    let spaced = |line: &str| if line.contains("  ") { line.trim().to_owned() } else { on_one_line(line) };
    text.split("\n\n").map(spaced).collect::<Vec<_>>().join(" ¶ ")
}

/// The terms of a concept: those of the source, those of the target, those that are not to be used.
fn terms(concept: &Concept, (source, target): (&str, &str)) -> String {
    let list = |language: &str, deprecated: bool| {
        let all = concept.terms.get(language).map(|terms| &terms.terms[..]).unwrap_or_default();
        let some = all.iter().filter(|term| (term.status == Status::Deprecated) == deprecated);
        some.map(|term| term.text.as_str()).collect::<Vec<_>>().join(", ")
    };
    let not = list(target, true);
    let not = if not.is_empty() { not } else { format!(" (≠ {not})") };
    let first = concept.terms.get(target).and_then(|terms| terms.first_mention.as_deref());
    let first = first.map(|first| format!("; 1: {first}")).unwrap_or_default();
    format!("{} = {}{not}{first}", list(source, false), list(target, false))
}

#[cfg(test)]
mod tests {
    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

    use super::*;
    use crate::i18n::Locale;
    use crate::rules::{FactName, RULES};

    const MESSAGES: [(Locale, &str); 3] = [
        (Locale::English, include_str!("../i18n/en/rules.ftl")),
        (Locale::Russian, include_str!("../i18n/ru/rules.ftl")),
        (Locale::German, include_str!("../i18n/de/rules.ftl")),
    ];

    /// The message of each rule uses only facts that the rule gives, and selects only by values that they have.
    #[test]
    fn messages_use_the_facts_that_their_rules_declare() {
        let mut wrong = Vec::new();
        for (tongue, text) in MESSAGES {
            let resource = fluent_syntax::parser::parse(text).unwrap();
            let mut unseen: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
            for entry in &resource.body {
                let Entry::Message(message) = entry else { continue };
                let Some(id) = message.id.name.strip_prefix("rule-") else { continue };
                let Some(rule) = Rule::named(id) else {
                    wrong.push(format!("{tongue:?}: {id} is no rule"));
                    continue;
                };
                unseen.retain(|rule| *rule != id);
                let Some(pattern) = &message.value else {
                    wrong.push(format!("{tongue:?}: rule-{id} says nothing"));
                    continue;
                };
                check(pattern, rule.facts, &mut |fault| wrong.push(format!("{tongue:?}: rule-{id}: {fault}")));
            }
            wrong.extend(unseen.iter().map(|id| format!("{tongue:?} lacks rule-{id}")));
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }

    fn check(pattern: &Pattern<&str>, facts: &[FactName], wrong: &mut dyn FnMut(String)) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            match expression {
                Expression::Inline(inline) => drop(fact(inline, facts, wrong)),
                Expression::Select { selector, variants } => {
                    let values = fact(selector, facts, wrong).map(|fact| fact.values).unwrap_or_default();
                    for variant in variants {
                        if let VariantKey::Identifier { name } = variant.key
                            && !values.is_empty()
                            && !variant.default
                            && !values.contains(&name)
                        {
                            wrong(format!("no fact has the value {name}"));
                        }
                        check(&variant.value, facts, wrong);
                    }
                }
            }
        }
    }

    fn fact(inline: &InlineExpression<&str>, facts: &[FactName], wrong: &mut dyn FnMut(String)) -> Option<FactName> {
        let InlineExpression::VariableReference { id } = inline else { return None };
        let known = facts.iter().find(|fact| fact.name == id.name).copied();
        if known.is_none() {
            wrong(format!("the rule gives no fact {}", id.name));
        }
        known
    }
}
