//! What a finding's sentence is made of: names and values that each rule declares as a struct.
//!
//! A rule writes `facts! { struct Facts { number: String, side: Side } }` in its file. The JSON names are derived from
//! the fields (`looked_for` is `looked-for`), and [`FactName`] lists them where no finding exists yet, so that
//! messages are checked against them without running a rule.

/// The value of a fact.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[serde(untagged)]
pub enum Fact {
    /// Words of a text, or one of a fixed set of values.
    Text(String),
    /// A number of things.
    Count(u64),
    /// A ratio.
    Share(f64),
    /// Several texts, in document order.
    List(Vec<String>),
}

/// A fact that a rule gives, known without a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactName {
    /// In JSON and in messages.
    pub name: &'static str,
    /// All values, where there is a fixed set of them; otherwise empty.
    pub values: &'static [&'static str],
}

/// The facts of one rule's findings.
pub(crate) trait Facts {
    /// The names, in the order of the fields.
    const NAMES: &'static [FactName];

    /// The names with their values.
    fn into_list(self) -> Vec<(&'static str, Fact)>;
}

/// A type that a fact may have.
pub(crate) trait FactValue {
    /// All values, where there is a fixed set of them.
    const VALUES: &'static [&'static str] = &[];

    fn into_fact(self) -> Fact;
}

/// The facts of a rule that has nothing to add to the place.
pub(crate) struct NoFacts;

impl Facts for NoFacts {
    const NAMES: &'static [FactName] = &[];

    fn into_list(self) -> Vec<(&'static str, Fact)> {
        Vec::new()
    }
}

impl FactValue for String {
    fn into_fact(self) -> Fact {
        Fact::Text(self)
    }
}

impl FactValue for usize {
    fn into_fact(self) -> Fact {
        Fact::Count(self as u64)
    }
}

impl FactValue for Vec<String> {
    fn into_fact(self) -> Fact {
        Fact::List(self)
    }
}

/// Where a name begins: behind the mark of a raw identifier, `r#where`.
const fn start(name: &str) -> usize {
    let bytes = name.as_bytes();
    if bytes.len() > 2 && bytes[1] == b'#' { 2 } else { 0 }
}

/// The length of a name in JSON: a capital inside a name takes a hyphen before it.
pub(crate) const fn kebab_length(name: &str) -> usize {
    let (bytes, mut at, mut length) = (name.as_bytes(), start(name), 0);
    while at < bytes.len() {
        length += if length > 0 && bytes[at].is_ascii_uppercase() { 2 } else { 1 };
        at += 1;
    }
    length
}

/// The bytes of a name in JSON: `looked_for` and `LookedFor` are `looked-for`.
pub(crate) const fn kebab<const N: usize>(name: &str) -> [u8; N] {
    let (bytes, mut at, mut end, mut text) = (name.as_bytes(), start(name), 0, [b'-'; N]);
    while at < bytes.len() {
        end += (end > 0 && bytes[at].is_ascii_uppercase()) as usize;
        text[end] = if bytes[at] == b'_' { b'-' } else { bytes[at].to_ascii_lowercase() };
        (at, end) = (at + 1, end + 1);
    }
    text
}

/// The JSON name of a field or a variant.
macro_rules! json_name {
    ($name:ident) => {{
        const BYTES: [u8; $crate::rules::facts::kebab_length(stringify!($name))] =
            $crate::rules::facts::kebab(stringify!($name));
        const NAME: &str = match std::str::from_utf8(&BYTES) {
            Ok(name) => name,
            Err(_) => panic!("the names of facts are ASCII"),
        };
        NAME
    }};
}

/// Declares the facts of a rule: a struct whose field names, in JSON form, are the names of the facts.
macro_rules! facts {
    ($(#[$about:meta])* $access:vis struct $facts:ident { $($(#[$note:meta])* $field:ident: $type:ty),* $(,)? }) => {
        $(#[$about])*
        $access struct $facts { $($(#[$note])* $field: $type),* }

        impl $crate::rules::facts::Facts for $facts {
            const NAMES: &'static [$crate::rules::facts::FactName] = &[$($crate::rules::facts::FactName {
                name: $crate::rules::facts::json_name!($field),
                values: <$type as $crate::rules::facts::FactValue>::VALUES,
            }),*];

            fn into_list(self) -> Vec<(&'static str, $crate::rules::facts::Fact)> {
                vec![$((
                    $crate::rules::facts::json_name!($field),
                    $crate::rules::facts::FactValue::into_fact(self.$field),
                )),*]
            }
        }
    };
}

/// Declares a fact with a fixed set of values: an enum whose variants, in JSON form, are the values.
macro_rules! fact_values {
    ($(#[$about:meta])* $access:vis enum $values:ident { $($(#[$note:meta])* $variant:ident),* $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $access enum $values { $($(#[$note])* $variant),* }

        impl $crate::rules::facts::FactValue for $values {
            const VALUES: &'static [&'static str] = &[$($crate::rules::facts::json_name!($variant)),*];

            fn into_fact(self) -> $crate::rules::facts::Fact {
                let name = match self { $($values::$variant => $crate::rules::facts::json_name!($variant)),* };
                $crate::rules::facts::Fact::Text(name.to_owned())
            }
        }
    };
}

pub(crate) use {fact_values, facts, json_name};

fact_values! {
    /// The side on which something is.
    pub enum Side {
        /// The original.
        Source,
        /// The translation.
        Target,
        /// Both of them, each with something else.
        Both,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fact_values! { enum Width { ZeroWidth, Wide } }
    facts! { struct Sample { looked_for: Vec<String>, width: Width, r#where: String } }

    #[test]
    fn names_are_derived_from_fields_and_variants() {
        let names = Sample::NAMES.iter().map(|fact| (fact.name, fact.values)).collect::<Vec<_>>();
        assert_eq!(names, [("looked-for", [].as_slice()), ("width", &["zero-width", "wide"]), ("where", &[])]);
        let list = Sample { looked_for: Vec::new(), width: Width::ZeroWidth, r#where: String::new() }.into_list();
        assert_eq!(list[1], ("width", Fact::Text("zero-width".to_owned())));
        assert_eq!(Width::Wide.into_fact(), Fact::Text("wide".to_owned()));
    }
}
