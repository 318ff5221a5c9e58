//! What is put into a message: a text or a number.

use std::borrow::Cow;

use fluent::FluentValue;

use crate::rules::Fact;

/// An argument of a message.
pub(crate) type Argument<'a> = (&'static str, Value<'a>);

/// The value of an argument that is put in as it is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Text(Cow<'a, str>),
    Number(Number),
}

/// The value of an argument that selects a plural form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number(pub(super) f64);

impl<'a> Value<'a> {
    pub(super) fn fluent(&self) -> FluentValue<'_> {
        match self {
            Value::Text(text) => FluentValue::from(text.as_ref()),
            Value::Number(number) => FluentValue::from(number.0),
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

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Value<'a> {
        Value::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Value::Number(number.into())
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Value::Number(number.into())
    }
}

impl From<Number> for Value<'_> {
    fn from(number: Number) -> Self {
        Value::Number(number)
    }
}

impl From<usize> for Number {
    fn from(number: usize) -> Number {
        Number(number as f64)
    }
}

impl From<f64> for Number {
    fn from(number: f64) -> Number {
        Number(number)
    }
}

impl<'a> From<&'a Fact> for Value<'a> {
    fn from(fact: &'a Fact) -> Value<'a> {
        match fact {
            Fact::Text(text) => Value::from(text),
            Fact::Count(count) => Value::from(*count as f64),
            Fact::Share(share) => Value::from(*share),
            Fact::List(list) => Value::Text(list.join(", ").into()),
        }
    }
}
