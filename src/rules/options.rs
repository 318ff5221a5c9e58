//! What `tolmach.toml` may set of a rule beside its severity: a struct in the rule's own file.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use toml::de::ValueDeserializer;

/// The options of one rule, of the type that its file declares.
pub type OptionValue = Arc<dyn Any + Send + Sync>;

/// How the options of a rule are read, what they are by default, and how they are shown.
#[derive(Clone, Copy, Debug)]
pub struct OptionSet {
    read: fn(ValueDeserializer<'_>) -> Result<OptionValue, toml::de::Error>,
    default: fn() -> OptionValue,
    shown: fn() -> toml::Table,
}

impl OptionSet {
    /// The options of a rule that has none.
    pub(super) const NONE: OptionSet = OptionSet::of::<NoOptions>();

    /// The options of a type, whose `Default` is what holds where nothing is set.
    pub(super) const fn of<T>() -> OptionSet
    where
        T: Default + DeserializeOwned + Serialize + Send + Sync + 'static,
    {
        OptionSet {
            read: |value| Ok(Arc::new(<T as serde::Deserialize>::deserialize(value)?)),
            default: || Arc::new(T::default()),
            shown: || toml::Table::try_from(T::default()).unwrap_or_default(),
        }
    }

    /// Reads a table of options.
    ///
    /// # Errors
    ///
    /// Where a key is unknown or a value is of another type; with the bytes of the text where the parser knew them.
    pub fn read(&self, value: ValueDeserializer<'_>) -> Result<OptionValue, toml::de::Error> {
        (self.read)(value)
    }

    /// The options by name, with their defaults; empty for a rule that has none.
    pub fn defaults(&self) -> toml::Table {
        (self.shown)()
    }
}

#[derive(Default, serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
struct NoOptions {}

/// The options of every rule.
#[derive(Clone, Debug)]
pub struct Options(BTreeMap<&'static str, OptionValue>);

/// The defaults of rules, by their names.
impl FromIterator<(&'static str, OptionSet)> for Options {
    fn from_iter<I: IntoIterator<Item = (&'static str, OptionSet)>>(rules: I) -> Options {
        Options(rules.into_iter().map(|(rule, options)| (rule, (options.default)())).collect())
    }
}

impl Options {
    /// Sets the options of a rule, by its name, as its [`OptionSet::read`] gave them.
    pub fn set(&mut self, rule: &'static str, value: OptionValue) {
        self.0.insert(rule, value);
    }

    /// The options of a rule, of the type that it declares.
    pub(super) fn of<T: 'static>(&self, rule: &str) -> &T {
        let value = self.0.get(rule).expect("every listed rule has its options");
        value.downcast_ref().expect("a rule asks for the options that it declares")
    }
}

#[cfg(test)]
mod tests {
    use super::super::{RULES, Rule};
    use super::*;

    #[test]
    fn a_key_that_no_option_has_is_refused() {
        for rule in RULES {
            let value = ValueDeserializer::parse("{ no-such-option = 1 }").unwrap();
            let error = rule.options.read(value).map(|_| ()).unwrap_err();
            assert!(error.message().starts_with("unknown field `no-such-option`"), "{}: {error}", rule.id);
        }
    }

    #[test]
    fn what_is_set_of_one_option_leaves_the_others() {
        for rule in RULES {
            let value = ValueDeserializer::parse("{}").unwrap();
            assert!(rule.options.read(value).is_ok(), "{}", rule.id);
        }
        assert_eq!(Rule::named("length-ratio").unwrap().options.defaults()["min"].as_float(), Some(0.5));
    }
}
