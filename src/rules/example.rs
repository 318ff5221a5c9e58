//! Examples of a rule: what it must find and what it must pass over. They run as tests and are what `explain` prints.

/// What a rule does with an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It finds something: the text is wrong.
    Found,
    /// It finds nothing: the text is right.
    Silent,
}

/// How the paragraphs of an example's two texts answer each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pairing {
    /// One by one, in order.
    InOrder,
    /// One by one, the last of the original with the first of the translation.
    Reversed,
    /// One by one, by an aligner that is so sure of each pair: 0 to 1.
    Unsure(f64),
}

/// A small project that shows what a rule does.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// Whether the rule must find something.
    pub verdict: Verdict,
    /// Markdown in UTF-8, but for the rules about encodings.
    pub source: &'static [u8],
    /// As `source`.
    pub target: &'static [u8],
    /// Language tags of the source and the target.
    pub languages: (&'static str, &'static str),
    /// How sure the units are, or whether they are accepted.
    pub pairing: Pairing,
    /// A glossary file; empty for none.
    pub glossary: &'static str,
    /// What is set of the rule's options, as an inline table of TOML.
    pub options: &'static str,
    /// The two texts that a person accepted, where a person accepted some.
    pub accepted: Option<(&'static str, &'static str)>,
    /// The text that a machine was given and what it made of it, where a machine did.
    pub draft: Option<(&'static str, &'static str)>,
    /// Another pair of documents of the same project.
    pub beside: Option<(&'static str, &'static str)>,
}

impl Example {
    /// Texts, from Russian into English, in which the rule must find something.
    pub(super) const fn found(source: &'static str, target: &'static str) -> Example {
        Example::bytes(Verdict::Found, source.as_bytes(), target.as_bytes())
    }

    /// Texts, from Russian into English, in which the rule must find nothing.
    pub(super) const fn silent(source: &'static str, target: &'static str) -> Example {
        Example::bytes(Verdict::Silent, source.as_bytes(), target.as_bytes())
    }

    /// Files of any bytes.
    pub(super) const fn bytes(verdict: Verdict, source: &'static [u8], target: &'static [u8]) -> Example {
        Example {
            verdict,
            source,
            target,
            languages: ("ru", "en"),
            pairing: Pairing::InOrder,
            glossary: "",
            options: "{}",
            accepted: None,
            draft: None,
            beside: None,
        }
    }

    /// With the language tags of the source and the target.
    pub(super) const fn languages(self, source: &'static str, target: &'static str) -> Example {
        Example { languages: (source, target), ..self }
    }

    pub(super) const fn glossary(self, glossary: &'static str) -> Example {
        Example { glossary, ..self }
    }

    pub(super) const fn options(self, options: &'static str) -> Example {
        Example { options, ..self }
    }

    pub(super) const fn pairing(self, pairing: Pairing) -> Example {
        Example { pairing, ..self }
    }

    pub(super) const fn accepted(self, source: &'static str, target: &'static str) -> Example {
        Example { accepted: Some((source, target)), ..self }
    }

    pub(super) const fn draft(self, source: &'static str, target: &'static str) -> Example {
        Example { draft: Some((source, target)), ..self }
    }

    pub(super) const fn beside(self, source: &'static str, target: &'static str) -> Example {
        Example { beside: Some((source, target)), ..self }
    }
}

/// A glossary of one concept, for examples.
pub(super) const AKIMAT: &str = r#"
[[concept]]
id = "akimat"
[concept.ru]
preferred = "акимат"
[concept.en]
preferred = "akimat"
admitted = ["local administration"]
deprecated = ["city hall"]
case = "exact"
"#;
