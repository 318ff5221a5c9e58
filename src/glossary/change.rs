//! Changes what a glossary file says of a concept; comments, order and everything else stay.

use toml_edit::{DocumentMut, Item, Value, value};

use super::Status;
use super::edit::{Refusal, as_was, language_of, line, parse, place, push};

/// Makes a term the preferred one of a language; the old one is admitted where `old` says so, else it goes.
///
/// # Errors
///
/// Where the file is no TOML or lacks the concept.
pub fn prefer(content: &str, concept: &str, language: &str, term: &str, old: Old) -> Result<String, Refusal> {
    let mut document = parse(content)?;
    let table = language_of(&mut document, concept, language)?;
    let before = table.get("preferred").and_then(text_of);
    for status in [Status::Admitted, Status::Deprecated] {
        take_out(table, status.name(), term);
    }
    match table.get_mut("preferred").and_then(Item::as_value_mut) {
        Some(Value::InlineTable(inline)) => {
            inline.insert("term", line(term));
        }
        Some(known) => {
            let mut new = line(term);
            *new.decor_mut() = known.decor().clone();
            *known = new;
        }
        None => {
            table.insert("preferred", value(line(term)));
        }
    }
    if let Some(before) = before.filter(|before| old == Old::Admitted && before != term) {
        push(table, Status::Admitted.name(), &before)?;
    }
    Ok(as_was(content, &document))
}

/// What becomes of a preferred term that another takes the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Old {
    /// It may be used as well.
    Admitted,
    /// It is taken out.
    Gone,
}

/// Takes a term out of a language, whatever its status.
///
/// # Errors
///
/// Where the file is no TOML, or has no such concept or term.
pub fn remove_term(content: &str, concept: &str, language: &str, term: &str) -> Result<String, Refusal> {
    let mut document = parse(content)?;
    let table = language_of(&mut document, concept, language)?;
    let preferred = table.get("preferred").and_then(text_of).is_some_and(|known| known == term);
    if preferred {
        table.remove("preferred");
    }
    let taken = [Status::Admitted, Status::Deprecated].iter().any(|status| take_out(table, status.name(), term));
    if !preferred && !taken {
        return Err(Refusal::NoTerm(term.to_owned()));
    }
    Ok(as_was(content, &document))
}

/// Sets a text of a concept: `definition`, `domain`, `note`, `severity`, or the `id`; an empty one goes.
///
/// # Errors
///
/// Where the file is no TOML or lacks the concept.
pub fn set(content: &str, concept: &str, key: &str, text: &str) -> Result<String, Refusal> {
    let mut document = parse(content)?;
    let table = concept_of(&mut document, concept)?;
    put(table, key, text);
    Ok(as_was(content, &document))
}

/// Sets a text of a concept's language: `first-mention`, `note`, `case`, `inflect`, `plural`, `pos`; an empty one goes.
///
/// # Errors
///
/// Where the file is no TOML or lacks the concept.
pub fn set_in(content: &str, concept: &str, language: &str, key: &str, text: &str) -> Result<String, Refusal> {
    let mut document = parse(content)?;
    put(language_of(&mut document, concept, language)?, key, text);
    Ok(as_was(content, &document))
}

/// Adds a text to a list of a concept's language: `forms`, `not-forms`.
///
/// # Errors
///
/// Where the file is no TOML, lacks the concept, or has the text in the list.
pub fn add_to(content: &str, concept: &str, language: &str, key: &str, text: &str) -> Result<String, Refusal> {
    let mut document = parse(content)?;
    push(language_of(&mut document, concept, language)?, key, text)?;
    Ok(as_was(content, &document))
}

/// Takes a concept out of its file. A comment before it goes with it; what follows keeps its own.
///
/// # Errors
///
/// Where the file is no TOML or lacks the concept.
pub fn remove_concept(content: &str, concept: &str) -> Result<String, Refusal> {
    let mut document = parse(content)?;
    let at = place(&document, concept).ok_or_else(|| Refusal::NoConcept(concept.to_owned()))?;
    let concepts = document.get_mut("concept").and_then(Item::as_array_of_tables_mut);
    if let Some(concepts) = concepts {
        // What is before the first table of a file is about the file.
        let head = if at == 0 { head_of(concepts.get(0)) } else { None };
        concepts.remove(at);
        if let (Some(head), Some(next)) = (head, concepts.get_mut(0)) {
            let own = next.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default().to_owned();
            next.decor_mut().set_prefix(format!("{head}{}", own.trim_start_matches('\n')));
        }
        if concepts.is_empty() {
            document.remove("concept");
        }
    }
    Ok(as_was(content, &document))
}

/// The comments before a file's first table up to the last empty line.
fn head_of(table: Option<&toml_edit::Table>) -> Option<String> {
    let prefix = table?.decor().prefix()?.as_str()?;
    prefix.rfind("\n\n").map(|end| prefix[..end + 2].to_owned())
}

fn concept_of<'a>(document: &'a mut DocumentMut, concept: &str) -> Result<&'a mut toml_edit::Table, Refusal> {
    let at = place(document, concept).ok_or_else(|| Refusal::NoConcept(concept.to_owned()))?;
    let concepts = document.get_mut("concept").and_then(Item::as_array_of_tables_mut);
    concepts.and_then(|concepts| concepts.get_mut(at)).ok_or_else(|| Refusal::NoConcept(concept.to_owned()))
}

fn put(table: &mut dyn toml_edit::TableLike, key: &str, text: &str) {
    if text.is_empty() {
        table.remove(key);
        return;
    }
    let mut new = line(text);
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(known) => {
            *new.decor_mut() = known.decor().clone();
            *known = new;
        }
        None => {
            table.insert(key, value(new));
        }
    }
}

fn text_of(item: &Item) -> Option<String> {
    let inline = || item.as_inline_table()?.get("term")?.as_str();
    item.as_str().or_else(inline).map(str::to_owned)
}

/// Takes a term out of a list, or out of a key of one term; whether it was there.
fn take_out(table: &mut dyn toml_edit::TableLike, key: &str, term: &str) -> bool {
    let is = |value: &Value| match value {
        Value::InlineTable(inline) => inline.get("term").and_then(Value::as_str) == Some(term),
        other => other.as_str() == Some(term),
    };
    let Some(item) = table.get_mut(key) else { return false };
    if item.as_str() == Some(term) {
        table.remove(key);
        return true;
    }
    let Some(list) = item.as_array_mut() else { return false };
    let (before, start) = (list.len(), list.get(0).map(blanks_before));
    list.retain(|value| !is(value));
    let taken = list.len() < before;
    // What is first now begins where the first began, unless a comment stands before one of the two.
    if let (Some(first), Some(Some(start))) = (list.get_mut(0), start)
        && blanks_before(first).is_some()
    {
        first.decor_mut().set_prefix(start);
    }
    if list.is_empty() {
        table.remove(key);
    }
    taken
}

/// The white space before an entry of a list; `None` where a comment stands there.
fn blanks_before(value: &Value) -> Option<String> {
    let prefix = value.decor().prefix().map_or(Some(""), |prefix| prefix.as_str())?;
    prefix.trim().is_empty().then(|| prefix.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# ours\n\n# the first\n[[concept]]\nid = \"akimat\" # local\n\n[concept.en]\npreferred = \"akimat\"   # as spoken\n\
                        admitted = [\"hakimat\", \"city office\"]\n\n# the second\n[[concept]]\nid = \"zhuz\"\n[concept.en]\n\
                        preferred = \"zhuz\"\n";

    #[test]
    fn another_term_is_preferred_and_comments_stay() {
        let text = prefer(FILE, "akimat", "en", "city office", Old::Admitted).unwrap();
        let wanted = "preferred = \"city office\"   # as spoken\nadmitted = [\"hakimat\", \"akimat\"]\n";
        assert!(text.contains(wanted) && text.starts_with("# ours\n\n# the first\n"), "{text}");
        let text = prefer(FILE, "akimat", "en", "new", Old::Gone).unwrap();
        assert!(text.contains("\"new\"   # as spoken") && !text.contains("\"akimat\","), "{text}");
    }

    #[test]
    fn terms_and_concepts_go() {
        let text = remove_term(FILE, "akimat", "en", "hakimat").unwrap();
        assert!(text.contains("\nadmitted = [\"city office\"]\n"), "{text}");
        let lines =
            "[[concept]]\nid = \"a\"\n[concept.en]\nadmitted = [\n  # old\n  \"b\",\n  # new\n  \"c\",\n  \"d\",\n]\n";
        let text = remove_term(lines, "a", "en", "b").unwrap();
        assert!(text.ends_with("admitted = [\n  # new\n  \"c\",\n  \"d\",\n]\n"), "{text}");
        assert_eq!(remove_term(FILE, "akimat", "en", "x"), Err(Refusal::NoTerm("x".to_owned())));
        let text = remove_concept(FILE, "akimat").unwrap();
        assert_eq!(text, "# ours\n\n# the second\n[[concept]]\nid = \"zhuz\"\n[concept.en]\npreferred = \"zhuz\"\n");
        let text = remove_concept(FILE, "zhuz").unwrap();
        assert!(FILE.starts_with(text.trim_end()), "{text}");
        assert_eq!(
            remove_concept(&remove_concept(FILE, "zhuz").unwrap(), "zhuz"),
            Err(Refusal::NoConcept("zhuz".to_owned()))
        );
    }

    #[test]
    fn texts_are_set_and_taken_away() {
        let text = set(FILE, "akimat", "definition", "local office").unwrap();
        assert!(text.contains("id = \"akimat\" # local\ndefinition = \"local office\"\n"), "{text}");
        assert_eq!(set(&text, "akimat", "definition", "").unwrap(), FILE);
        let text = set(FILE, "akimat", "id", "office").unwrap();
        assert!(text.contains("id = \"office\" # local"), "{text}");
        let text = set_in(FILE, "zhuz", "en", "case", "exact").unwrap();
        assert!(text.ends_with("preferred = \"zhuz\"\ncase = \"exact\"\n"), "{text}");
        let text = add_to(FILE, "zhuz", "en", "not-forms", "zhuzs").unwrap();
        assert!(text.ends_with("not-forms = [\"zhuzs\"]\n"), "{text}");
    }
}
