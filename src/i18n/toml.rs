//! What the reader of TOML says, in the words of the interface.
//!
//! The `toml` and `toml_edit` crates give an English sentence and no code. A sentence that is not known here, of a later
//! version, is quoted as it is.

use super::Messages;
use super::generated::{TomlFaultWhat as What, TomlTypeFound as Found, TomlTypeWanted as Wanted};

/// What the sentences of the parser begin with, longer ones before what they begin with.
const KNOWN: &[(&str, What)] = &[
    ("invalid key-value pair", What::Key),
    ("invalid key", What::Key),
    ("invalid unquoted key", What::BareKey),
    ("unquoted keys cannot be empty", What::BareKey),
    ("keys cannot be multi-line", What::LongKey),
    ("invalid table", What::Header),
    ("missing table open", What::Header),
    ("unclosed array table", What::ArrayHeader),
    ("unclosed table", What::TableHeader),
    ("unclosed array", What::Array),
    ("unclosed inline table", What::Inline),
    ("key with no value", What::NoValue),
    ("missing value", What::NoValue),
    ("missing assignment", What::NoValue),
    ("extra `=`", What::Equals),
    ("extra assignment", What::Equals),
    ("unexpected `=` in array", What::Equals),
    ("extra comma", What::Comma),
    ("missing comma", What::NoComma),
    ("missing key for inline table element", What::InlineKey),
    ("invalid inline table element", What::InlineKey),
    ("missing inline table opening", What::Unopened),
    ("missing array opening", What::Unopened),
    ("unexpected key or value", What::After),
    ("unexpected content between", What::Comment),
    ("unexpected content", What::After),
    ("invalid comment character", What::Character),
    ("missing comment start", What::Comment),
    ("carriage return must be followed by newline", What::Return),
    ("string values must be quoted", What::Unquoted),
    ("missing opening quote", What::Unquoted),
    ("invalid literal string", What::Text),
    ("invalid multi-line literal string", What::LongText),
    ("invalid basic string", What::Text),
    ("invalid multi-line basic string", What::LongText),
    ("invalid string", What::Text),
    ("missing escaped value", What::Escape),
    ("too few unicode value digits", What::Escape),
    ("invalid value", What::Unknown),
    ("invalid boolean", What::Unknown),
    ("invalid date", What::Date),
    ("invalid time", What::Date),
    ("invalid float", What::Number),
    ("invalid integer number", What::Number),
    ("invalid hexadecimal number", What::Number),
    ("invalid octal number", What::Number),
    ("invalid binary number", What::Number),
    ("invalid mantissa", What::Number),
    ("invalid fraction", What::Number),
    ("invalid exponent", What::Number),
    ("integers with a radix cannot be signed", What::Number),
    ("radix must be lowercase", What::Number),
    ("redundant integer number prefix", What::Number),
    ("redundant numeric sign", What::Number),
    ("unexpected leading zero", What::Number),
    ("unexpected sign", What::Number),
    ("`_` may only go between digits", What::Number),
    ("integer number overflowed", What::Large),
    ("floating-point number overflowed", What::Large),
    ("u64 value was too large", What::Large),
    ("duplicate key", What::Twice),
    ("cannot extend value of type", What::NotATable),
    ("cannot recurse further", What::Deep),
    ("recursion limit", What::Deep),
];

impl Messages {
    /// What the reader of TOML said of a text or of a value in it.
    pub(super) fn toml(&self, said: &str) -> String {
        let mut quoted = said.split('`').skip(1).step_by(2);
        let mut first = || quoted.next().unwrap_or_default().to_owned();
        if said.starts_with("missing field `") {
            return self.toml_missing(first());
        }
        if said.starts_with("duplicate field `") {
            return self.toml_fault(What::Twice);
        }
        if said.starts_with("unknown field `") {
            return self.toml_unknown_field(first());
        }
        if said.starts_with("unknown variant `") {
            let value = first();
            return self.toml_variant(value, quoted.collect::<Vec<_>>().join(", "));
        }
        if let Some(types) = said.strip_prefix("invalid type: ").and_then(types) {
            return self.toml_type(types.0, types.1);
        }
        // Wider than any number that is kept.
        if said.starts_with("invalid type: integer ") && ["u128", "i128"].iter().any(|wide| said.contains(wide)) {
            return self.toml_fault(What::Large);
        }
        if said.starts_with("invalid value: ") {
            return self.toml_quoted(said);
        }
        match KNOWN.iter().find(|(start, _)| said.starts_with(start)) {
            Some((_, what)) => self.toml_fault(*what),
            None => self.toml_quoted(said),
        }
    }
}

/// The types in `integer `3`, expected a string`.
fn types(said: &str) -> Option<(Found, Wanted)> {
    let (found, wanted) = said.split_once(", expected ")?;
    let found = match found.split([' ', '`']).next()? {
        "string" => Found::Text,
        "integer" => Found::Integer,
        "float" | "floating" => Found::Number,
        "boolean" => Found::Boolean,
        "sequence" | "array" => Found::List,
        "map" | "table" => Found::Table,
        "datetime" => Found::Date,
        _ => return None,
    };
    let integer = |word: &str| word.starts_with(['u', 'i']) && word[1..].parse::<u8>().is_ok();
    let wanted = match wanted {
        "a string" | "string" => Wanted::Text,
        "a boolean" => Wanted::Boolean,
        "usize" | "isize" | "integer" => Wanted::Integer,
        word if integer(word) => Wanted::Integer,
        "f32" | "f64" => Wanted::Number,
        "a sequence" => Wanted::List,
        "a map" | "a table" => Wanted::Table,
        word if word.starts_with("struct ") => Wanted::Table,
        "error, warning, info, off or a table" => Wanted::Severity,
        _ => return None,
    };
    Some((found, wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    /// Texts that the parser refuses, each in another way.
    const BROKEN: &[&str] = &[
        "[[a]\n",
        "[a\n",
        "[]\n",
        "[a.]\n",
        "[[a\n",
        "a\n",
        "a =\n",
        "= 1\n",
        "a = = 1\n",
        "a = [1, 2\n",
        "a = [1,, 2]\n",
        "a = [1 2]\n",
        "a = [x = 1]\n",
        "a = {b = 1\n",
        "a = {b}\n",
        "a = {b = 1, , c = 2}\n",
        "a = {b = 1 c = 2}\n",
        "a = {= 1}\n",
        "a = ]\n",
        "a = }\n",
        "a = 1 b = 2\n",
        "a = yes\n",
        "a = tru\n",
        "a = \"x\n",
        "a = 'x\n",
        "a = \"\"\"x\n",
        "a = '''x\n",
        "a = \"\\q\"\n",
        "a = \"\\u12\"\n",
        "a = 1979-13-01x\n",
        "a = 01\n",
        "a = 1__0\n",
        "a = +0x1\n",
        "a = 1.e\n",
        "a = 99999999999999999999\n",
        "a = 1\na = 2\n",
        "a = 1\n[a]\n",
        "a = 1\na.b = 2\n",
        "a b = 1\n",
        "é = 1\n",
        "a = 1\rb = 2\n",
        "# \u{1}\n",
        "\"\"\"a\"\"\" = 1\n",
        "a = \"x\" y\n",
        "[a] b\n",
        "x]\n",
        "a = --1\n",
        "a = .5\n",
    ];

    fn said(text: &str) -> [String; 2] {
        let read = toml::from_str::<toml::Table>(text).unwrap_err().message().to_owned();
        [read, text.parse::<toml_edit::DocumentMut>().unwrap_err().message().to_owned()]
    }

    #[test]
    fn what_the_parsers_say_is_known() {
        let ui = Messages::new(Locale::Russian);
        let deep = format!("a = {}", "[".repeat(200));
        for text in BROKEN.iter().copied().chain([deep.as_str()]) {
            for said in said(text) {
                let words = ui.toml(&said);
                assert!(!words.contains(&said) && !words.contains("expected"), "{text:?}: {said}: {words}");
            }
        }
    }

    #[test]
    fn what_values_are_wrong_is_told() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Shape {
            #[serde(default, rename = "text")]
            _text: String,
            #[serde(default, rename = "list")]
            _list: Vec<String>,
            #[serde(default, rename = "flag")]
            _flag: bool,
            #[serde(default, rename = "size")]
            _size: usize,
            #[serde(rename = "must")]
            _must: toml::Table,
            #[serde(default, rename = "choice")]
            _choice: Option<Choice>,
        }
        #[derive(Debug, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        enum Choice {
            Nothing,
            All,
        }
        let ui = Messages::new(Locale::English);
        let told = |text: &str| ui.toml(toml::from_str::<Shape>(text).unwrap_err().message());
        let mut all: Vec<String> =
            ["text = 1", "list = \"a\"", "flag = \"no\"", "size = 1.5", "must = true", "text = []", "choice = 7"]
                .map(told)
                .into();
        assert!(all[0].contains("a whole number") && all[0].contains("a text in quotation marks"), "{all:#?}");
        all.push(told("must = {}\nchoice = \"some\""));
        assert!(all[7].contains("some") && all[7].contains("nothing, all"), "{all:#?}");
        assert!(told("").contains("must") && told("must = {}\nmore = 1").contains("more"));
        let known: Vec<&String> = all.iter().filter(|told| !told.contains("the TOML reader")).collect();
        assert!(known.len() >= 7, "{all:#?}");
        assert_eq!(ui.toml("a new sentence"), "the TOML reader says: “a new sentence”");
    }
}
