//! The words of the interface, in English and Russian, by Fluent.
//!
//! The only room with sentences. Never knows formats, or where facts arise. The messages stand in
//! `src/ui/<language>/<area>.ftl`; a test fails where one language lacks a message, an attribute or an argument
//! that the other has.

use fluent::concurrent::FluentBundle;
use fluent::types::FluentNumber;
use fluent::{FluentArgs, FluentResource, FluentValue};

use crate::rules::{Fact, Finding, Severity};

/// The languages the interface speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tongue {
    #[default]
    English,
    Russian,
}

/// Says messages in one language.
pub struct Ui {
    tongue: Tongue,
    bundle: FluentBundle<FluentResource>,
}

/// An argument of a message.
pub type Argument<'a> = (&'a str, Value<'a>);

/// The value of an argument.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    Text(std::borrow::Cow<'a, str>),
    Number(f64),
}

macro_rules! areas {
    ($($area:literal),* $(,)?) => {
        const ENGLISH: &[(&str, &str)] = &[$(($area, include_str!(concat!("en/", $area, ".ftl")))),*];
        const RUSSIAN: &[(&str, &str)] = &[$(($area, include_str!(concat!("ru/", $area, ".ftl")))),*];
    };
}

areas!("cli", "drift", "exchange", "report", "review", "rules", "suggest", "trouble");

impl Tongue {
    /// The interface language of a BCP 47 tag or a POSIX locale name (`ru_RU.UTF-8`).
    pub fn of_locale(locale: &str) -> Option<Tongue> {
        let tag = locale.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
        let language: unic_langid::LanguageIdentifier = tag.parse().ok()?;
        match language.language.as_str() {
            "en" => Some(Tongue::English),
            "ru" => Some(Tongue::Russian),
            _ => None,
        }
    }

    /// The primary subtag.
    pub fn tag(self) -> &'static str {
        match self {
            Tongue::English => "en",
            Tongue::Russian => "ru",
        }
    }

    fn resources(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Tongue::English => ENGLISH,
            Tongue::Russian => RUSSIAN,
        }
    }
}

impl Ui {
    pub fn new(tongue: Tongue) -> Ui {
        let language = tongue.tag().parse().expect("a well-formed tag");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Isolation marks would stand in every piped line, and the texts shown are quoted anyway.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match tongue {
            Tongue::English => english_number,
            Tongue::Russian => russian_number,
        }));
        for (area, text) in tongue.resources() {
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(_, faults)| {
                panic!("{}/{area}.ftl is tested to be well-formed: {faults:?}", tongue.tag())
            });
            bundle
                .add_resource(resource)
                .unwrap_or_else(|faults| panic!("message ids are tested to be unique: {faults:?}"));
        }
        Ui { tongue, bundle }
    }

    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// The message `id`, or `id.attribute`, with its arguments.
    pub fn say(&self, id: &str, arguments: &[Argument<'_>]) -> String {
        self.try_say(id, arguments).unwrap_or_else(|| id.to_owned())
    }

    /// As [`Ui::say`]; `None` where there is no such message.
    pub fn try_say(&self, id: &str, arguments: &[Argument<'_>]) -> Option<String> {
        let (id, attribute) = id.split_once('.').map_or((id, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut values = FluentArgs::new();
        for (name, value) in arguments {
            values.set(*name, value.fluent());
        }
        let mut faults = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&values), &mut faults);
        debug_assert!(faults.is_empty(), "{id}: {faults:?}");
        Some(said.into_owned())
    }

    /// The `tolmach.toml` of a new project, everything in it a comment.
    pub fn config_template(&self) -> &'static str {
        match self.tongue {
            Tongue::English => include_str!("en/tolmach.toml"),
            Tongue::Russian => include_str!("ru/tolmach.toml"),
        }
    }

    /// The example glossary of a new project.
    pub fn glossary_template(&self) -> &'static str {
        match self.tongue {
            Tongue::English => include_str!("en/terms.toml"),
            Tongue::Russian => include_str!("ru/terms.toml"),
        }
    }

    /// The word for how loud a rule is.
    pub fn severity(&self, severity: Severity) -> String {
        match severity {
            Severity::Error => self.say("severity-error", &[]),
            Severity::Warning => self.say("severity-warning", &[]),
            Severity::Info => self.say("severity-info", &[]),
            Severity::Off => self.say("severity-off", &[]),
        }
    }

    /// A finding's sentence.
    pub fn finding(&self, finding: &Finding) -> String {
        let arguments: Vec<Argument<'_>> = finding.facts.iter().map(|(name, fact)| (*name, fact.into())).collect();
        self.say(&format!("rule-{}", finding.rule), &arguments)
    }
}

impl Value<'_> {
    fn fluent(&self) -> FluentValue<'static> {
        match self {
            Value::Text(text) => FluentValue::from(text.clone().into_owned()),
            Value::Number(number) => FluentValue::from(*number),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Value<'a> {
        Value::Text(text.into())
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Value<'a> {
        Value::Text(text.as_str().into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(text.into())
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Value::Number(number as f64)
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Value::Number(number)
    }
}

impl<'a> From<&'a Fact> for Value<'a> {
    fn from(fact: &'a Fact) -> Value<'a> {
        match fact {
            Fact::Text(text) => Value::from(text),
            Fact::Count(count) => Value::Number(*count as f64),
            Fact::Share(share) => Value::Number(*share),
            Fact::List(list) => Value::Text(list.join(", ").into()),
        }
    }
}

fn english_number<M: fluent::memoizer::MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number(value, ',', '.')
}

fn russian_number<M: fluent::memoizer::MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number(value, '\u{a0}', ',')
}

fn number(value: &FluentValue<'_>, thousands: char, point: char) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, .. }) = value else { return None };
    let rounded = (value * 1000.0).round() / 1000.0;
    let plain = format!("{}", rounded.abs());
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, part)| (whole, Some(part)));
    let mut said = String::from(if rounded < 0.0 { "-" } else { "" });
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) && whole.len() > 4 {
            said.push(thousands);
        }
        said.push(digit);
    }
    if let Some(fraction) = fraction {
        said.push(point);
        said.push_str(fraction);
    }
    Some(said)
}

#[cfg(test)]
mod tests;
