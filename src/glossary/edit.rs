//! Adds to a glossary file; its comments, its order and everything else in it stay as they are.

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, Value, value};

use super::{Concept, Number, Status};
use crate::lang::inflect::Inflect;
use crate::text::with_endings_of;

/// Why nothing was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The file is no TOML; in the words of the parser.
    Syntax(String),
    /// No concept of this id is in the file.
    NoConcept(String),
    /// A concept of this id is there already.
    ConceptThere(String),
    /// The concept has the term already, or another preferred one.
    TermThere(String),
    /// The concept does not have the term.
    NoTerm(String),
    /// A key holds something else than it should.
    WrongType(String),
}

/// Adds a concept at the end of the file, with all its terms.
///
/// # Errors
///
/// Where the file is no TOML, or has a concept of that id.
pub fn add_concept(content: &str, concept: &Concept) -> Result<String, Refusal> {
    let mut document = parse(content)?;
    if place(&document, &concept.id).is_some() {
        return Err(Refusal::ConceptThere(concept.id.clone()));
    }
    let mut table = Table::new();
    table["id"] = value(line(&concept.id));
    for (key, text) in [("definition", &concept.definition), ("domain", &concept.domain), ("note", &concept.note)] {
        if let Some(text) = text {
            table[key] = value(line(text));
        }
    }
    if !concept.translate {
        table["translate"] = value(false);
    }
    if let Some(severity) = concept.severity {
        table["severity"] = value(severity.name());
    }
    if !concept.scope.is_empty() {
        table["scope"] = list(concept.scope.iter().map(String::as_str));
    }
    for language in concept.terms.keys() {
        table[language] = Item::Table(language_table(concept, language));
    }
    // A comment at the end of the file stays before what is added.
    let tail = document.trailing().as_str().unwrap_or_default().to_owned();
    let gap = if document.as_table().is_empty() && tail.is_empty() { "" } else { "\n" };
    table.decor_mut().set_prefix(format!("{tail}{gap}"));
    document.set_trailing("");
    // Behind everything, also behind tables that are no concepts.
    table.set_position(Some(isize::MAX));
    match document.entry("concept").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new())) {
        Item::ArrayOfTables(concepts) => concepts.push(table),
        _ => return Err(Refusal::WrongType("concept".to_owned())),
    }
    Ok(as_was(content, &document))
}

/// Adds a term to a concept: as the preferred one if it has none, else as an admitted or deprecated one.
///
/// # Errors
///
/// Where the file is no TOML, the concept is not in it, or it has the term (or another preferred one) already.
pub fn add_term(content: &str, concept: &str, language: &str, term: &str, status: Status) -> Result<String, Refusal> {
    let mut document = parse(content)?;
    let table = language_of(&mut document, concept, language)?;
    if holds(table, term) {
        return Err(Refusal::TermThere(term.to_owned()));
    }
    if status == Status::Preferred {
        if table.contains_key("preferred") {
            return Err(Refusal::TermThere(term.to_owned()));
        }
        table.insert("preferred", value(line(term)));
    } else {
        push(table, status.name(), term)?;
    }
    Ok(as_was(content, &document))
}

/// Adds a form of the preferred term, which the tables do not know.
///
/// # Errors
///
/// As [`add_term`].
pub fn add_form(content: &str, concept: &str, language: &str, form: &str) -> Result<String, Refusal> {
    let mut document = parse(content)?;
    let table = language_of(&mut document, concept, language)?;
    push(table, "forms", form)?;
    Ok(as_was(content, &document))
}

pub(super) fn parse(content: &str) -> Result<DocumentMut, Refusal> {
    content.parse::<DocumentMut>().map_err(|error| Refusal::Syntax(error.message().to_owned()))
}

/// The document's text with the byte order mark and the line ends of the file, which the parser does not keep.
pub(super) fn as_was(content: &str, document: &DocumentMut) -> String {
    let text = document.to_string();
    let mark = if content.starts_with('\u{FEFF}') && !text.starts_with('\u{FEFF}') { "\u{FEFF}" } else { "" };
    with_endings_of(content, &format!("{mark}{text}"))
}

pub(super) fn place(document: &DocumentMut, id: &str) -> Option<usize> {
    let concepts = document.get("concept")?.as_array_of_tables()?;
    concepts.iter().position(|table| table.get("id").and_then(Item::as_str) == Some(id))
}

/// The table of a concept's language, made where there is none. A language in one line (`en = {…}`) is a table as well.
pub(super) fn language_of<'a>(
    document: &'a mut DocumentMut,
    concept: &str,
    language: &str,
) -> Result<&'a mut dyn toml_edit::TableLike, Refusal> {
    let place = place(document, concept).ok_or_else(|| Refusal::NoConcept(concept.to_owned()))?;
    let concepts = document.get_mut("concept").and_then(Item::as_array_of_tables_mut);
    let table = concepts.and_then(|concepts| concepts.get_mut(place));
    let table = table.ok_or_else(|| Refusal::NoConcept(concept.to_owned()))?;
    // The file may name it more closely: `en-GB`.
    let same = |key: &str| key.split(['-', '_']).next().is_some_and(|code| code.eq_ignore_ascii_case(language));
    let named = table.iter().find(|(key, item)| item.is_table_like() && same(key)).map(|(key, _)| key.to_owned());
    let item = table.entry(named.as_deref().unwrap_or(language)).or_insert_with(|| Item::Table(close()));
    item.as_table_like_mut().ok_or_else(|| Refusal::WrongType(language.to_owned()))
}

/// A text on one line: a line break in the file would be another one where its lines end otherwise.
pub(super) fn line(text: &str) -> Value {
    let escaped = || serde_json::to_string(text).ok()?.replace('\u{7f}', "\\u007F").parse().ok();
    Some(text).filter(|text| text.contains(['\n', '\r'])).and_then(|_| escaped()).unwrap_or_else(|| Value::from(text))
}

fn list<'a>(texts: impl IntoIterator<Item = &'a str>) -> Item {
    value(texts.into_iter().map(line).collect::<Array>())
}

fn holds(table: &dyn toml_edit::TableLike, term: &str) -> bool {
    let is = |value: &Value| match value {
        Value::InlineTable(inline) => inline.get("term").and_then(Value::as_str) == Some(term),
        other => other.as_str() == Some(term),
    };
    [Status::Preferred, Status::Admitted, Status::Deprecated].iter().any(|status| {
        let value = table.get(status.name()).and_then(Item::as_value);
        value.is_some_and(|value| value.as_array().map_or_else(|| is(value), |list| list.iter().any(is)))
    })
}

/// Adds a text to a list, laid out as the list is: in one line, or one a line.
pub(super) fn push(table: &mut dyn toml_edit::TableLike, key: &str, text: &str) -> Result<(), Refusal> {
    let item = table.entry(key).or_insert_with(|| value(Array::new()));
    if let Some(single) = item.as_str().map(str::to_owned) {
        *item = list([single.as_str()]);
    }
    let list = item.as_array_mut().ok_or_else(|| Refusal::WrongType(key.to_owned()))?;
    if list.iter().any(|known| known.as_str() == Some(text)) {
        return Err(Refusal::TermThere(text.to_owned()));
    }
    let layout = list.iter().last().map(|last| last.decor().clone());
    let mut added = line(text);
    match layout.filter(|_| list.len() > 1 || list.trailing_comma()) {
        Some(layout) => {
            // A comment before the last one belongs to that one.
            let prefix = layout.prefix().and_then(|prefix| prefix.as_str()).unwrap_or(" ");
            let start = prefix.rfind('\n').unwrap_or(0);
            added.decor_mut().set_prefix(prefix[start..].to_owned());
            list.push_formatted(added);
        }
        None => list.push(added),
    }
    Ok(())
}

/// A table without the empty line before it that the writer would set: a concept's languages stay together.
fn close() -> Table {
    let mut table = Table::new();
    table.decor_mut().set_prefix("");
    table
}

fn language_table(concept: &Concept, language: &str) -> Table {
    let mut table = close();
    let Some(terms) = concept.terms.get(language) else { return table };
    for status in [Status::Preferred, Status::Admitted, Status::Deprecated] {
        let texts: Vec<&str> =
            terms.terms.iter().filter(|term| term.status == status).map(|term| term.text.as_str()).collect();
        match (status, texts.as_slice()) {
            (_, []) => {}
            (Status::Preferred, [first, ..]) => table["preferred"] = value(line(first)),
            _ => table[status.name()] = list(texts),
        }
    }
    for (key, text) in [("first-mention", &terms.first_mention), ("note", &terms.note)] {
        if let Some(text) = text {
            table[key] = value(line(text));
        }
    }
    if terms.case != super::Case::Any {
        table["case"] = value(terms.case.name());
    }
    if let Some(first) = terms.terms.first() {
        if first.inflect != Inflect::Auto {
            table["inflect"] = value(first.inflect.name());
        }
        for (key, forms) in [("forms", &first.forms), ("not-forms", &first.not_forms)] {
            if !forms.is_empty() {
                table[key] = list(forms.iter().map(String::as_str));
            }
        }
        if first.number == Number::PluralOnly {
            table["plural"] = value("only");
        }
        if !first.derived {
            table["derived"] = value(false);
        }
        if let Some(pos) = first.pos {
            table["pos"] = value(pos.name());
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::super::{Glossary, Term, Terms};
    use super::*;

    const FILE: &str = "# ours\n[[concept]] # first\nid = \"akimat\"\n\n[concept.en]\npreferred = \"akimat\"   # as spoken\nadmitted = [\n  # old\n  \"hakimat\",\n  \"city office\",\n]\nodd-key = 1\n";

    #[test]
    fn comments_and_order_survive() {
        let text = add_term(FILE, "akimat", "en", "local administration", Status::Admitted).unwrap();
        assert_eq!(text, FILE.replace("\"city office\",\n", "\"city office\",\n  \"local administration\",\n"));
        let text = add_term(&text, "akimat", "en", "city hall", Status::Deprecated).unwrap();
        assert!(text.ends_with("odd-key = 1\ndeprecated = [\"city hall\"]\n"), "{text}");
        let text = add_form(&text, "akimat", "en", "akimaty").unwrap();
        assert!(text.contains("forms = [\"akimaty\"]") && text.starts_with("# ours\n[[concept]] # first\n"), "{text}");
    }

    #[test]
    fn a_language_is_made_where_it_is_missing() {
        let text = add_term(FILE, "akimat", "ru", "акимат", Status::Preferred).unwrap();
        assert!(text.contains("[concept.ru]\npreferred = \"акимат\""), "{text}");
    }

    #[test]
    fn a_language_with_a_region_is_the_language() {
        let file = FILE.replace("[concept.en]", "[concept.en-GB]");
        let text = add_term(&file, "akimat", "en", "city hall", Status::Deprecated).unwrap();
        assert_eq!(text, format!("{file}deprecated = [\"city hall\"]\n"));
    }

    #[test]
    fn a_comment_at_the_end_stays_where_it_is() {
        let concept = Concept { id: "akim".to_owned(), ..Concept::default() };
        let typing_error = "[[concept]]\nid = \"a\"\n[cocnept.en]\nx = 1\n# b\n";
        for file in ["# only a comment\n", "[[concept]]\nid = \"a\"\n\n# [[concept]]\n", typing_error] {
            assert_eq!(add_concept(file, &concept).unwrap(), format!("{file}\n[[concept]]\nid = \"akim\"\n"));
        }
    }

    #[test]
    fn line_ends_and_byte_order_mark_survive() {
        let file = format!("\u{FEFF}{}", FILE.replace('\n', "\r\n"));
        let text = add_term(&file, "akimat", "en", "city hall", Status::Deprecated).unwrap();
        assert_eq!(text, format!("{file}deprecated = [\"city hall\"]\r\n"));
    }

    #[test]
    fn a_line_break_in_a_text_stays_what_it_is() {
        let file = FILE.replace('\n', "\r\n");
        let concept = Concept { id: "a".to_owned(), definition: Some("x\ny".to_owned()), ..Concept::default() };
        let text = add_concept(&file, &concept).unwrap();
        let (glossary, _) = Glossary::read(&[("g".to_owned(), text)]);
        assert_eq!(glossary.concepts[1].definition.as_deref(), Some("x\ny"));
    }

    #[test]
    fn a_concept_is_added_and_reads_back() {
        let mut concept = Concept { id: "knb".to_owned(), translate: false, ..Concept::default() };
        let term = |text: &str, status| Term { text: text.to_owned(), status, ..Term::default() };
        let terms = vec![term("KNB", Status::Preferred), term("KGB \"old\"", Status::Deprecated)];
        concept.terms.insert("en".to_owned(), Terms { terms, ..Terms::default() });
        let text = add_concept(FILE, &concept).unwrap();
        assert!(text.starts_with(FILE));
        let (glossary, _) = Glossary::read(&[("g".to_owned(), text.clone())]);
        assert_eq!(glossary.concepts[1].terms["en"].terms[1].text, "KGB \"old\"");
        assert!(!glossary.concepts[1].translate);
        assert_eq!(add_concept(&text, &concept), Err(Refusal::ConceptThere("knb".to_owned())));
        assert!(add_concept("", &concept).unwrap().starts_with("[[concept]]\nid = \"knb\""));
    }

    #[test]
    fn what_is_there_is_refused() {
        let add = |term: &str, status| add_term(FILE, "akimat", "en", term, status);
        assert_eq!(add("hakimat", Status::Deprecated), Err(Refusal::TermThere("hakimat".to_owned())));
        assert_eq!(add("mayor", Status::Preferred), Err(Refusal::TermThere("mayor".to_owned())));
        assert_eq!(add_form(FILE, "akim", "en", "x"), Err(Refusal::NoConcept("akim".to_owned())));
        assert!(matches!(add_form("[[", "akim", "en", "x"), Err(Refusal::Syntax(_))));
    }
}
