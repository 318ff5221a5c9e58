//! Reads glossary files: TOML to concepts, and every fault with its line.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::concept::{Case, Concept, Loudness, Number, PartOfSpeech, Status, Term, Terms};
use super::fault::{Fault, FaultKind, Wanted};
use super::nearest::nearest;
use super::validity::{language_code, wrong_with};
use crate::lang::inflect::Inflect;
use crate::text::Lines;

const CONCEPT_KEYS: &[&str] = &["id", "definition", "domain", "note", "translate", "scope", "severity"];
const LANGUAGE_KEYS: &[&str] = &[
    "preferred",
    "admitted",
    "deprecated",
    "first-mention",
    "note",
    "case",
    "inflect",
    "forms",
    "not-forms",
    "plural",
    "derived",
    "pos",
];
const TERM_KEYS: &[&str] = &["term", "note", "case", "inflect", "forms", "not-forms", "plural", "derived", "pos"];

/// Reads a file, or a piece of one.
pub(super) struct Reader<'a> {
    pub(super) file: &'a str,
    /// All of the file.
    pub(super) content: &'a str,
    pub(super) lines: &'a Lines,
    /// Where the piece that is read begins in the content.
    pub(super) start: usize,
    pub(super) faults: Vec<Fault>,
}

type Entry<'e, 'i> = (&'e Spanned<std::borrow::Cow<'i, str>>, &'e Spanned<DeValue<'i>>);

impl Reader<'_> {
    /// Reads a piece of the file; whether it holds concepts and nothing else, or nothing at all.
    pub(super) fn read(&mut self, piece: &str, concepts: &mut Vec<Concept>) -> bool {
        let (table, errors) = DeTable::parse_recoverable(piece);
        let mut only_concepts = errors.is_empty();
        for (key, value) in table.get_ref() {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("concept", DeValue::Array(list)) => {
                    // A list that is written as one (`concept = []`) takes no further tables.
                    only_concepts &= piece[..key.span().start].ends_with("[[");
                    for one in list {
                        match one.get_ref() {
                            DeValue::Table(table) => concepts.extend(self.concept(one.span().start, table)),
                            _ => self.wrong_type((key, one), Wanted::Table),
                        }
                    }
                }
                ("concept", _) => {
                    only_concepts = false;
                    self.wrong_type((key, value), Wanted::Tables);
                }
                (other, _) => {
                    only_concepts = false;
                    let kind = FaultKind::UnknownKey { key: other.to_owned(), nearest: nearest(other, ["concept"]) };
                    self.fault_at(key.span().start, kind);
                }
            }
        }
        // A missing bracket breaks everything after it: only the first message helps.
        if let Some(error) = errors.first() {
            self.faults.clear();
            let offset = error.span().map_or(0, |span| span.start);
            self.fault_at(offset, FaultKind::Syntax { message: error.message().to_owned() });
        }
        only_concepts
    }

    fn concept(&mut self, offset: usize, table: &DeTable<'_>) -> Option<Concept> {
        let line = self.line(offset);
        let mut concept = Concept { file: self.file.to_owned(), line, ..Concept::default() };
        for entry in table {
            match entry.0.get_ref().as_ref() {
                "id" => concept.id = self.string(entry).unwrap_or_default(),
                "definition" => concept.definition = self.string(entry),
                "domain" => concept.domain = self.string(entry),
                "note" => concept.note = self.string(entry),
                "translate" => concept.translate = self.boolean(entry).unwrap_or(true),
                "scope" => concept.scope = self.strings(entry),
                "severity" => concept.severity = self.one_of(entry, &Loudness::ALL, Loudness::name),
                key => self.language(key, entry, &mut concept),
            }
        }
        if concept.id.trim().is_empty() {
            self.fault_at(offset, FaultKind::NoId);
            return None;
        }
        if concept.terms.is_empty() {
            self.fault_at(offset, FaultKind::NoTerms { concept: concept.id.clone() });
        }
        Some(concept)
    }

    fn language(&mut self, key: &str, entry: Entry<'_, '_>, concept: &mut Concept) {
        let Some(code) = language_code(key) else {
            let kind = FaultKind::UnknownKey {
                key: key.to_owned(),
                nearest: nearest(key, CONCEPT_KEYS.iter().copied().filter(|known| known.len() > 2)),
            };
            return self.fault_at(entry.0.span().start, kind);
        };
        let DeValue::Table(table) = entry.1.get_ref() else { return self.wrong_type(entry, Wanted::Table) };
        if concept.terms.contains_key(&code) {
            let kind = FaultKind::LanguageTwice { concept: concept.id.clone(), language: code };
            return self.fault_at(entry.0.span().start, kind);
        }
        let terms = self.terms(&code, table);
        if terms.preferred().is_none() {
            let kind = FaultKind::NoPreferred { concept: concept.id.clone(), language: code.clone() };
            self.fault_at(entry.0.span().start, kind);
        }
        concept.terms.insert(code, terms);
    }

    fn terms(&mut self, language: &str, table: &DeTable<'_>) -> Terms {
        let mut terms = Terms::default();
        // What is said of the language's terms, in the shape of a term.
        let mut said = Term::default();
        for entry in table {
            match entry.0.get_ref().as_ref() {
                "preferred" => match entry.1.get_ref() {
                    DeValue::Array(_) => self.wrong_type(entry, Wanted::Term),
                    _ => terms.terms.extend(self.term(language, entry, entry.1, Status::Preferred)),
                },
                "admitted" => self.list(language, entry, Status::Admitted, &mut terms.terms),
                "deprecated" => self.list(language, entry, Status::Deprecated, &mut terms.terms),
                "first-mention" => terms.first_mention = self.string(entry),
                "note" => terms.note = self.string(entry),
                "case" => terms.case = self.one_of(entry, &Case::ALL, Case::name).unwrap_or_default(),
                key if self.inflection(key, entry, &mut said) => {}
                key => self.unknown(key, entry, LANGUAGE_KEYS),
            }
        }
        terms.terms.sort_by_key(|term| term.status);
        terms.terms.shrink_to_fit();
        for term in &mut terms.terms {
            if term.inflect == Inflect::Auto {
                term.inflect = said.inflect;
            }
            term.pos = term.pos.or(said.pos);
            term.derived &= said.derived;
            term.not_forms.extend(said.not_forms.iter().cloned());
        }
        if let Some(first) = terms.terms.first_mut() {
            first.forms.append(&mut said.forms);
            if said.number == Number::PluralOnly {
                first.number = said.number;
            }
        }
        terms
    }

    /// Reads what a key says of a term's forms; whether it is such a key.
    fn inflection(&mut self, key: &str, entry: Entry<'_, '_>, term: &mut Term) -> bool {
        match key {
            "inflect" => term.inflect = self.one_of(entry, &Inflect::ALL, Inflect::name).unwrap_or_default(),
            "forms" => term.forms = self.strings(entry),
            "not-forms" => term.not_forms = self.strings(entry),
            "plural" => {
                let only = self.one_of(entry, &[Number::PluralOnly], |_| "only");
                term.number = only.unwrap_or_default();
            }
            "derived" => term.derived = self.boolean(entry).unwrap_or(true),
            "pos" => term.pos = self.one_of(entry, &PartOfSpeech::ALL, PartOfSpeech::name),
            _ => return false,
        }
        true
    }

    fn list(&mut self, language: &str, entry: Entry<'_, '_>, status: Status, terms: &mut Vec<Term>) {
        match entry.1.get_ref() {
            DeValue::Array(list) => {
                for one in list {
                    terms.extend(self.term(language, entry, one, status));
                }
            }
            DeValue::String(_) => terms.extend(self.term(language, entry, entry.1, status)),
            _ => self.wrong_type(entry, Wanted::Terms),
        }
    }

    /// A term: a string, or a table of the term and what is said of it alone.
    fn term(
        &mut self,
        language: &str,
        entry: Entry<'_, '_>,
        value: &Spanned<DeValue<'_>>,
        status: Status,
    ) -> Option<Term> {
        let line = self.line(value.span().start);
        let mut term = Term { status, line, ..Term::default() };
        match value.get_ref() {
            DeValue::String(text) => term.text = text.trim().to_owned(),
            DeValue::Table(table) => {
                for entry in table {
                    match entry.0.get_ref().as_ref() {
                        "term" => term.text = self.string(entry).unwrap_or_default().trim().to_owned(),
                        "note" => term.note = self.string(entry),
                        "case" => term.case = self.one_of(entry, &Case::ALL, Case::name),
                        key if self.inflection(key, entry, &mut term) => {}
                        key => self.unknown(key, entry, TERM_KEYS),
                    }
                }
            }
            _ => {
                self.wrong_type((entry.0, value), Wanted::Term);
                return None;
            }
        }
        let kind = wrong_with(&term.text, entry.0.get_ref(), language);
        let kept = !matches!(
            kind,
            Some(FaultKind::EmptyTerm { .. } | FaultKind::OnlyPunctuation { .. } | FaultKind::TooLong { .. })
        );
        if let Some(kind) = kind {
            self.fault_at(value.span().start, kind);
        }
        kept.then_some(term)
    }

    fn string(&mut self, entry: Entry<'_, '_>) -> Option<String> {
        let text = entry.1.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.wrong_type(entry, Wanted::String);
        }
        text
    }

    fn boolean(&mut self, entry: Entry<'_, '_>) -> Option<bool> {
        let answer = entry.1.get_ref().as_bool();
        if answer.is_none() {
            self.wrong_type(entry, Wanted::Boolean);
        }
        answer
    }

    fn strings(&mut self, entry: Entry<'_, '_>) -> Vec<String> {
        let DeValue::Array(list) = entry.1.get_ref() else {
            self.wrong_type(entry, Wanted::Strings);
            return Vec::new();
        };
        let mut strings = Vec::new();
        for one in list {
            match one.get_ref().as_str().map(str::trim) {
                Some("") => {
                    self.fault_at(one.span().start, FaultKind::EmptyTerm { key: entry.0.get_ref().to_string() });
                }
                Some(text) => strings.push(text.to_owned()),
                None => self.wrong_type((entry.0, one), Wanted::String),
            }
        }
        strings
    }

    /// The value that a word names, one of those that the key may have.
    fn one_of<T: Copy>(&mut self, entry: Entry<'_, '_>, all: &[T], name: fn(T) -> &'static str) -> Option<T> {
        let text = self.string(entry)?;
        let found = all.iter().copied().find(|one| name(*one) == text);
        if found.is_none() {
            self.unknown_value(entry, text, all.iter().map(|one| name(*one)).collect());
        }
        found
    }

    fn unknown_value(&mut self, entry: Entry<'_, '_>, value: String, allowed: Vec<&'static str>) {
        let nearest = nearest(&value, allowed.iter().copied());
        let kind = FaultKind::UnknownValue { key: entry.0.get_ref().to_string(), value, nearest, allowed };
        self.fault_at(entry.1.span().start, kind);
    }

    fn unknown(&mut self, key: &str, entry: Entry<'_, '_>, known: &[&str]) {
        let kind = FaultKind::UnknownKey { key: key.to_owned(), nearest: nearest(key, known.iter().copied()) };
        self.fault_at(entry.0.span().start, kind);
    }

    fn wrong_type(&mut self, entry: Entry<'_, '_>, wanted: Wanted) {
        let kind = FaultKind::WrongType { key: entry.0.get_ref().to_string(), wanted };
        self.fault_at(entry.1.span().start, kind);
    }

    fn fault_at(&mut self, offset: usize, kind: FaultKind) {
        let line = self.line(offset);
        self.faults.push(Fault { file: self.file.to_owned(), line, kind });
    }

    fn line(&self, offset: usize) -> usize {
        self.lines.position(self.content, self.start + offset).line
    }
}

#[cfg(test)]
mod tests {
    use super::super::concept::Glossary;
    use super::super::fault::Gravity;
    use super::*;

    fn read(content: &str) -> (Glossary, Vec<String>) {
        let (glossary, faults) = Glossary::read(&[("g.toml".to_owned(), content.to_owned())]);
        let shown = faults.iter().map(|fault| format!("{}:{} {}", fault.file, fault.line, fault.kind)).collect();
        (glossary, shown)
    }

    const AKIMAT: &str = "[[concept]]\nid = \"akimat\"\n[concept.ru]\npreferred = \"акимат\"\n[concept.en]\n";

    #[test]
    fn a_whole_concept() {
        let (glossary, faults) = read(&format!(
            "{AKIMAT}preferred = \"akimat\"\nadmitted = [\"local administration\", {{ term = \"hakimat\", note = \"old\" }}]\n\
             deprecated = [\"city hall\"]\nfirst-mention = \"akimat (x)\"\ncase = \"initial\"\nforms = [\"akimaty\"]\n"
        ));
        assert_eq!(faults, Vec::<String>::new());
        let english = &glossary.concepts[0].terms["en"];
        let texts: Vec<_> = english.terms.iter().map(|term| (term.text.as_str(), term.status, term.line)).collect();
        assert_eq!(texts[0], ("akimat", Status::Preferred, 6));
        assert_eq!(texts[2], ("hakimat", Status::Admitted, 7));
        assert_eq!(english.terms[2].note.as_deref(), Some("old"));
        assert_eq!(english.terms[0].forms, ["akimaty"]);
        assert_eq!((english.case, english.first_mention.as_deref()), (Case::Initial, Some("akimat (x)")));
    }

    #[test]
    fn an_unknown_key_names_the_nearest() {
        let (_, faults) = read(&format!("{AKIMAT}prefered = \"akimat\"\n"));
        assert!(faults.contains(&"g.toml:6 glossary-unknown-key key=\"prefered\" nearest=\"preferred\"".to_owned()));
        let (_, faults) = read("[[concept]]\nid = \"x\"\ntransalte = false\n[[cocnept]]\n");
        assert!(faults[1].contains("nearest=\"translate\""), "{faults:?}");
        assert!(faults[2].starts_with("g.toml:4 glossary-unknown-key"), "{faults:?}");
    }

    #[test]
    fn a_term_that_cannot_be_looked_up_is_said_and_left_out() {
        let long = "а".repeat(5_000);
        let (glossary, faults) = read(&format!(
            "[[concept]]\nid = \"x\"\n[concept.ru]\npreferred = \"\"\nadmitted = [\"…\", \"{long}\", \"a+*(b|\"]\n"
        ));
        let all = faults.join("\n");
        for wanted in ["glossary-empty-term", "glossary-only-punctuation", "letters=\"5000\"", "glossary-wrong-script"]
        {
            assert!(all.contains(wanted), "{wanted}: {all}");
        }
        assert_eq!(glossary.concepts[0].terms["ru"].terms.len(), 1);
    }

    #[test]
    fn broken_toml_has_its_line() {
        let (_, faults) = read("[[concept]]\nid = \"x\nnote = 1\n");
        assert!(faults[0].starts_with("g.toml:2 glossary-syntax"), "{faults:?}");
    }

    #[test]
    fn wrong_types_and_values() {
        let (_, faults) = read(&format!("{AKIMAT}preferred = [\"akimat\"]\ncase = \"exakt\"\nforms = 3\n"));
        let all = faults.join("\n");
        assert!(all.contains("g.toml:6 glossary-wrong-type key=\"preferred\" wanted=\"term\""), "{all}");
        assert!(
            all.contains("g.toml:7 glossary-unknown-value key=\"case\" value=\"exakt\" nearest=\"exact\""),
            "{all}"
        );
        assert!(all.contains("g.toml:8 glossary-wrong-type key=\"forms\" wanted=\"strings\""), "{all}");
    }

    #[test]
    fn a_language_without_a_preferred_term_is_a_warning() {
        let (_, faults) = Glossary::read(&[("g".to_owned(), format!("{AKIMAT}deprecated = [\"city hall\"]\n"))]);
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].gravity(), Gravity::Warning);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(content in "(\\[\\[concept\\]\\]\n|id = \"x\"\n|\\[concept.en\\]\n|preferred = \"\\PC{0,6}\"\n|\\PC{0,8}\n){0,8}") {
            let _ = read(&content);
        }
    }
}
