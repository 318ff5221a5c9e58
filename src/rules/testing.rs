//! Where rules are tried in tests: two Markdown texts, read, paired in order, and looked at by one rule.

use super::{Context, Finding, Options, Pages, ReadNumbers, Rule, WantedTerms};
use crate::align::{Lexicon, SentenceAligner, Side, Unit, align_sentences};
use crate::glossary::{Glossary, Index};
use crate::lang::Language;
use crate::text::{Anchors, Document, Format};

/// Two texts, a glossary and limits, for one rule to look at.
pub(super) struct Bench {
    source_language: Language,
    target_language: Language,
    glossary: Glossary,
    options: Options,
    units: Option<Vec<Unit>>,
    pages: TestPages,
}

/// Pages that links may lead to, of the pair `originals/a.md` and `translations/en/a.md`.
#[derive(Debug, Default)]
struct TestPages {
    translations: std::collections::BTreeMap<String, String>,
    headings: std::collections::BTreeMap<String, String>,
}

impl Pages for TestPages {
    fn path(&self, side: super::Side) -> &str {
        if side == super::Side::Source { "originals/a.md" } else { "translations/en/a.md" }
    }

    fn translation(&self, original: &str) -> Option<String> {
        self.translations.get(original).cloned()
    }

    fn anchors(&self, path: &str) -> Option<std::sync::Arc<Anchors>> {
        let known = self.translations.iter().any(|(original, translation)| original == path || translation == path);
        let heading = self.headings.get(path).cloned().unwrap_or_default();
        let document = Document::read(format!("# {heading}\n").as_bytes(), Format::Markdown);
        known.then(|| std::sync::Arc::new(Anchors::of(&document, None)))
    }
}

impl Bench {
    /// Russian into English, no glossary.
    pub(super) fn new() -> Bench {
        Bench::of("ru", "en")
    }

    pub(super) fn of(source: &str, target: &str) -> Bench {
        Bench {
            source_language: source.parse().unwrap(),
            target_language: target.parse().unwrap(),
            glossary: Glossary::default(),
            options: Options::default(),
            units: None,
            pages: TestPages::default(),
        }
    }

    pub(super) fn glossary(mut self, toml: &str) -> Bench {
        let (glossary, faults) = Glossary::read(&[("glossary.toml".to_owned(), toml.to_owned())]);
        assert!(faults.is_empty(), "{faults:?}");
        self.glossary = glossary;
        self
    }

    /// Sets options of a rule, given as an inline table of TOML.
    pub(super) fn options(mut self, rule: &str, toml: &str) -> Bench {
        let rule = Rule::named(rule).expect("the rule is listed");
        let value = toml::de::ValueDeserializer::parse(toml).and_then(|value| rule.options.read(value));
        self.options.set(rule.id, value.unwrap());
        self
    }

    /// A page of the project and its translation.
    pub(super) fn page(mut self, original: &str, translation: &str) -> Bench {
        self.pages.translations.insert(original.to_owned(), translation.to_owned());
        self
    }

    /// The heading of a page of the project.
    pub(super) fn heading(mut self, path: &str, heading: &str) -> Bench {
        self.pages.headings.insert(path.to_owned(), heading.to_owned());
        self
    }

    /// The units to look at, in place of the paragraphs paired in order.
    pub(super) fn units(mut self, units: Vec<Unit>) -> Bench {
        self.units = Some(units);
        self
    }

    /// What a rule finds.
    pub(super) fn findings(&self, rule: &str, source: &str, target: &str) -> Vec<Finding> {
        self.findings_in_bytes(rule, source.as_bytes(), target.as_bytes())
    }

    /// What a rule finds in files of any bytes.
    pub(super) fn findings_in_bytes(&self, rule: &str, source: &[u8], target: &[u8]) -> Vec<Finding> {
        let source = Document::read(source, Format::Markdown);
        let target = Document::read(target, Format::Markdown);
        let terms = |document: &Document, language: &Language| {
            let index = Index::new(&self.glossary, language);
            document.paragraphs.iter().map(|paragraph| index.find(paragraph)).collect::<Vec<_>>()
        };
        let lexicon = Lexicon::built_in(&self.source_language, &self.target_language);
        let source_side =
            Side { language: &self.source_language, paragraphs: &source.paragraphs, blocks: &[], text: "" };
        let target_side =
            Side { language: &self.target_language, paragraphs: &target.paragraphs, blocks: &[], text: "" };
        let sentences = SentenceAligner::new(|units| align_sentences(&source_side, &target_side, units, || &lexicon));
        let context = Context {
            sentences: &sentences,
            numbers: &ReadNumbers::default(),
            wanted: &WantedTerms::default(),
            source: &source,
            target: &target,
            source_language: &self.source_language,
            target_language: &self.target_language,
            glossary: &self.glossary,
            source_terms: &terms(&source, &self.source_language),
            target_terms: &terms(&target, &self.target_language),
            options: &self.options,
            pages: &self.pages,
        };
        let units = self.units.clone().unwrap_or_else(|| in_order(&source, &target));
        Rule::named(rule).expect("the rule is listed").findings(&units, &context)
    }

    /// What a rule shows: the texts at the first place of each finding, source then target, `-` where there is none.
    pub(super) fn shown(&self, rule: &str, source: &str, target: &str) -> Vec<(String, String)> {
        let text = |markdown: &str, place: Option<&super::Place>| match place {
            Some(place) => {
                let document = Document::read(markdown.as_bytes(), Format::Markdown);
                document.paragraphs[place.paragraph].text[place.span.range()].to_owned()
            }
            None => "-".to_owned(),
        };
        let findings = self.findings(rule, source, target);
        let both = |finding: &Finding| (text(source, finding.source.first()), text(target, finding.target.first()));
        findings.iter().map(both).collect()
    }

    /// Fails where a rule fires.
    pub(super) fn silent(&self, rule: &str, source: &str, target: &str) {
        assert_eq!(self.findings(rule, source, target), [], "{source} | {target}");
    }

    /// Fails where a rule does not fire exactly once.
    pub(super) fn fires(&self, rule: &str, source: &str, target: &str) -> Finding {
        let mut findings = self.findings(rule, source, target);
        assert_eq!(findings.len(), 1, "{source} | {target}: {findings:?}");
        findings.remove(0)
    }
}

fn in_order(source: &Document, target: &Document) -> Vec<Unit> {
    let (left, right) = (source.paragraphs.len(), target.paragraphs.len());
    let side = |at: usize, len: usize| if at < len { vec![at] } else { Vec::new() };
    (0..left.max(right)).map(|at| Unit::new(side(at, left), side(at, right))).collect()
}

/// The fact of a name, as text.
pub(super) fn fact(finding: &Finding, name: &str) -> String {
    match finding.facts.iter().find(|(known, _)| *known == name).map(|(_, fact)| fact) {
        Some(super::Fact::Text(text)) => text.clone(),
        Some(super::Fact::Count(count)) => count.to_string(),
        Some(super::Fact::Share(share)) => format!("{share:.2}"),
        Some(super::Fact::List(list)) => list.join("|"),
        None => String::new(),
    }
}

/// A small glossary for tests.
pub(super) const AKIMAT: &str = r#"
[[concept]]
id = "akimat"
[concept.ru]
preferred = "акимат"
deprecated = ["горсовет"]
[concept.en]
preferred = "akimat"
admitted = ["local administration"]
deprecated = ["city hall"]
case = "exact"

[[concept]]
id = "knb"
[concept.ru]
preferred = "КНБ"
[concept.en]
preferred = "KNB"
admitted = ["National Security Committee"]
deprecated = ["KGB"]
case = "exact"

[[concept]]
id = "zhuz"
[concept.ru]
preferred = "жуз"
[concept.en]
preferred = "zhuz"
first-mention = "zhuz (tribal union)"
"#;
