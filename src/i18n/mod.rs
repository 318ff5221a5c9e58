//! The words of the interface, in every language that has a folder here.
//!
//! The only room with sentences. Never knows formats, or where facts arise. A message is written in
//! `src/i18n/<language>/<area>.ftl`; the build generates a function for each and fails where one language lacks a
//! message, an attribute, an argument or a variant that another has.

mod argument;
mod number;
mod toml;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource};

pub(crate) use argument::{Argument, Number, Value};

use crate::diff::COSMETIC;
use crate::glossary::Status;
use crate::rules::{Finding, RULES, Severity};

#[cfg_attr(
    not(all(
        feature = "import",
        feature = "lsp",
        feature = "tui",
        feature = "pages",
        feature = "web",
        feature = "book"
    )),
    allow(dead_code, reason = "a feature that is left out shows no messages")
)]
mod generated {
    use super::{Argument, Messages, Number, Value, number};

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

use generated::{COSMETIC_MESSAGES, HELP};
pub(crate) use generated::{GlossaryAddedKind, GlossaryWrongTypeWanted, Problem, TroublePatternWhat};
pub use generated::{KeyHelp, Locale, Notice, RULE_MESSAGES};

/// Formats messages in one language.
pub struct Messages {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

/// A part of a rule's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulePart {
    /// The rule in one line.
    Title,
    /// What it finds.
    What,
    /// Why that matters.
    Why,
    /// How it is set up.
    Configure,
}

/// The help texts of one command.
#[derive(Clone, Copy)]
pub(crate) struct Help<'a> {
    messages: &'a Messages,
    command: &'static str,
    parts: &'static [&'static str],
}

impl Locale {
    /// The interface language of a BCP 47 tag or a POSIX locale name (`ru_RU.UTF-8`).
    pub fn of_name(name: &str) -> Option<Locale> {
        let tag = name.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
        let language: unic_langid::LanguageIdentifier = tag.parse().ok()?;
        Locale::ALL.iter().copied().find(|locale| locale.tag() == language.language.as_str())
    }
}

impl Messages {
    /// The messages of one language.
    pub fn new(locale: Locale) -> Messages {
        let language = locale.tag().parse().expect("a folder's name is a language tag");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Isolation marks would show in every piped line, and the texts shown are quoted anyway.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(locale.number_formatter()));
        bundle.add_builtins().expect("a new bundle has no functions");
        for (path, text) in locale.files() {
            let resource = FluentResource::try_new((*text).to_owned())
                .unwrap_or_else(|(_, faults)| panic!("the build has read {path}: {faults:?}"));
            bundle
                .add_resource(resource)
                .unwrap_or_else(|faults| panic!("the build has compared the ids of {path}: {faults:?}"));
        }
        Messages { locale, bundle }
    }

    /// The language of the messages.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// A finding's sentence.
    pub fn finding(&self, finding: &Finding) -> String {
        let arguments: Vec<Argument<'_>> = finding.facts.iter().map(|(name, fact)| (*name, fact.into())).collect();
        self.format(&format!("rule-{}", finding.rule), &arguments)
    }

    /// A part of a rule's page; empty where no rule has this name.
    pub fn rule(&self, rule: &str, part: RulePart) -> String {
        self.find(&format!("rule-{rule}.{}", part.attribute()), &[]).unwrap_or_default()
    }

    /// The word for a severity.
    pub fn severity(&self, severity: Severity) -> String {
        match severity {
            Severity::Error => self.severity_error(),
            Severity::Warning => self.severity_warning(),
            Severity::Info => self.severity_info(),
            Severity::Off => self.severity_off(),
        }
    }

    /// Terms of one status, and the word for it.
    pub(crate) fn terms_of(&self, status: Status, terms: &str) -> String {
        match status {
            Status::Preferred => self.glossary_preferred(terms),
            Status::Admitted => self.glossary_admitted(terms),
            Status::Deprecated => self.glossary_deprecated(terms),
        }
    }

    /// The cause of a problem, and the way out.
    pub(crate) fn problem(&self, problem: &Problem) -> (String, String) {
        let (cause, hint) = problem.ids();
        let arguments = problem.arguments();
        (self.format(cause, &arguments), self.format(hint, &arguments))
    }

    /// What a review answers.
    #[cfg(feature = "tui")]
    pub(crate) fn notice(&self, notice: Notice) -> String {
        self.format(notice.id(), &[])
    }

    /// What a key of the review does.
    #[cfg(feature = "tui")]
    pub(crate) fn key(&self, key: KeyHelp) -> String {
        self.format(key.id(), &[])
    }

    /// As [`Messages::key`], in a word or two.
    #[cfg(feature = "tui")]
    pub(crate) fn short_key(&self, key: KeyHelp) -> String {
        self.format(&format!("{}.short", key.id()), &[])
    }

    /// The help texts of a command, by its names joined with hyphens: `glossary-add`.
    pub(crate) fn help(&self, command: &str) -> Option<Help<'_>> {
        let (command, parts) = HELP.iter().find(|(known, _)| *known == command)?;
        Some(Help { messages: self, command, parts })
    }

    /// Examples for a command, by its names joined with hyphens: lines of comments and commands.
    pub(crate) fn examples(&self, command: &str) -> Option<String> {
        self.find(&format!("example-{command}"), &[])
    }

    /// The `tolmach.toml` of a new project, everything in it a comment.
    pub fn config_template(&self) -> &'static str {
        self.locale.config_template()
    }

    /// The example glossary of a new project.
    pub fn glossary_template(&self) -> &'static str {
        self.locale.glossary_template()
    }

    /// What does not count as a change of wording, by its name in [`COSMETIC`].
    pub(crate) fn cosmetic(&self, name: &str) -> String {
        self.format(&format!("cosmetic-{name}"), &[])
    }

    /// A message whose id the build has checked.
    fn format(&self, id: &str, arguments: &[Argument<'_>]) -> String {
        self.find(id, arguments).unwrap_or_else(|| id.to_owned())
    }

    /// The message `id`, or its attribute where it is `id.attribute`.
    fn find(&self, id: &str, arguments: &[Argument<'_>]) -> Option<String> {
        let (id, attribute) = id.split_once('.').map_or((id, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut values = FluentArgs::new();
        for (name, value) in arguments {
            match (*name, value) {
                ("toml", Value::Text(said)) => values.set(*name, self.toml(said)),
                _ => values.set(*name, value.fluent()),
            }
        }
        let mut faults = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut faults);
        debug_assert!(faults.is_empty(), "{id}: {faults:?}");
        Some(text.into_owned())
    }
}

impl RulePart {
    fn attribute(self) -> &'static str {
        match self {
            RulePart::Title => "title",
            RulePart::What => "what",
            RulePart::Why => "why",
            RulePart::Configure => "configure",
        }
    }
}

impl Help<'_> {
    /// What the command does.
    pub(crate) fn about(&self) -> String {
        self.messages.format(&format!("help-{}", self.command), &[])
    }

    /// What an argument means; none where the command has no such argument.
    pub(crate) fn argument(&self, name: &str) -> Option<String> {
        self.parts.contains(&name).then(|| self.messages.format(&format!("help-{}.{name}", self.command), &[]))
    }

    /// What follows the list of arguments.
    pub(crate) fn after(&self) -> Option<String> {
        self.argument("after")
    }
}

/// Whether two names are the same.
const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

// Every kind of cosmetic change has a message, and the other way round.
const _: () = {
    let mut at = 0;
    while at < COSMETIC.len() {
        let mut message = 0;
        while message < COSMETIC_MESSAGES.len() && !same(COSMETIC[at].0, COSMETIC_MESSAGES[message]) {
            message += 1;
        }
        assert!(message < COSMETIC_MESSAGES.len(), "a cosmetic change has no message cosmetic-<name>");
        at += 1;
    }
    assert!(COSMETIC.len() == COSMETIC_MESSAGES.len(), "a message cosmetic-<name> belongs to no cosmetic change");
};

// Every rule has a message that takes only what the rule gives, and every message of a rule has a rule.
const _: () = {
    let mut at = 0;
    while at < RULES.len() {
        let mut message = 0;
        while message < RULE_MESSAGES.len() && !same(RULES[at].id, RULE_MESSAGES[message].0) {
            message += 1;
        }
        assert!(message < RULE_MESSAGES.len(), "a rule has no message rule-<id> in src/i18n/en/rules.ftl");
        let mut used = 0;
        while used < RULE_MESSAGES[message].1.len() {
            let mut fact = 0;
            while fact < RULES[at].facts.len() && !same(RULES[at].facts[fact].name, RULE_MESSAGES[message].1[used]) {
                fact += 1;
            }
            assert!(fact < RULES[at].facts.len(), "a message rule-<id> takes a fact that its rule does not give");
            used += 1;
        }
        at += 1;
    }
    assert!(RULES.len() == RULE_MESSAGES.len(), "a message rule-<id> belongs to no rule");
};

#[cfg(test)]
mod tests;
