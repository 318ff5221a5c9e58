//! What another glossary has that this one lacks, and where the two differ.

use super::concept::{Concept, Glossary, Status, Term, Terms};
use crate::lang::inflect::fold;
use crate::text::on_one_line;

/// What happens where both have a preferred term of one language and the two differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum OnConflict {
    /// Ours stays, theirs is left out.
    #[default]
    Keep,
    /// Theirs is preferred, ours is admitted.
    Theirs,
    /// Ours stays preferred, theirs is admitted.
    Both,
}

/// A concept that both have and that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The id of our concept.
    pub concept: String,
    /// File and 1-based line of our concept.
    pub file: String,
    /// 1-based.
    pub line: usize,
    /// A primary subtag.
    pub language: String,
    /// Our preferred term.
    pub ours: String,
    /// Theirs.
    pub theirs: String,
}

/// One change of a concept that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The glossary file of the concept.
    pub file: String,
    /// Its id.
    pub concept: String,
    /// What is changed.
    pub kind: ChangeKind,
}

/// What is changed of a concept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// A term more; the preferred one where the language has none.
    Add {
        /// A primary subtag.
        language: String,
        /// Its words.
        term: String,
        /// What it is to the concept.
        status: Status,
    },
    /// Another preferred term; the old one is admitted.
    Prefer {
        /// A primary subtag.
        language: String,
        /// Its words.
        term: String,
    },
    /// A definition, domain or note where there was none.
    Set {
        /// `definition`, `domain` or `note`.
        key: &'static str,
        /// What it says.
        text: String,
    },
}

/// What taking in a glossary comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// How many concepts were given.
    pub read: usize,
    /// How many concepts are here already, with all they have.
    pub same: usize,
    /// Where both have a preferred term and the two differ.
    pub differences: Vec<Difference>,
    /// How many concepts that are here get something they lacked.
    pub completed: usize,
    /// Concepts that are not here, with free ids.
    pub new: Vec<Concept>,
    /// What is changed of concepts that are here.
    pub changes: Vec<Change>,
}

/// Compares incoming concepts with a glossary. A concept is the same as one of ours where one of its allowed terms in the
/// original's language (a primary subtag) is an allowed one of ours, or, without such terms, where the two have one id.
pub fn plan(known: &Glossary, incoming: Vec<Concept>, source: &str, on_conflict: OnConflict) -> Plan {
    let mut plan = Plan { read: incoming.len(), ..Plan::default() };
    let mut taken: Vec<String> = known.concepts.iter().map(|concept| concept.id.clone()).collect();
    for mut concept in incoming {
        if let Some(ours) = known.concepts.iter().find(|ours| is_same(ours, &concept, source)) {
            compare(ours, &concept, on_conflict, &mut plan);
            continue;
        }
        // Two rows of one file may be one concept.
        if let Some(earlier) = plan.new.iter_mut().find(|earlier| is_same(earlier, &concept, source)) {
            join(earlier, concept);
            plan.read -= 1;
            continue;
        }
        concept.id = free_id(&concept, &taken);
        taken.push(concept.id.clone());
        plan.new.push(concept);
    }
    plan
}

fn is_same(ours: &Concept, theirs: &Concept, source: &str) -> bool {
    match (ours.terms.get(source), theirs.terms.get(source)) {
        (Some(one), Some(other)) => allowed(other).any(|term| allowed(one).any(|own| same(&own.text, &term.text))),
        _ => !theirs.id.is_empty() && ours.id == theirs.id,
    }
}

fn allowed(terms: &Terms) -> impl Iterator<Item = &Term> {
    terms.terms.iter().filter(|term| term.status != Status::Deprecated)
}

fn same(one: &str, other: &str) -> bool {
    on_one_line(&fold(one)) == on_one_line(&fold(other))
}

fn compare(ours: &Concept, theirs: &Concept, on_conflict: OnConflict, plan: &mut Plan) {
    let change = |kind| Change { file: ours.file.clone(), concept: ours.id.clone(), kind };
    let (mut differs, mut changes) = (false, Vec::new());
    for (language, terms) in &theirs.terms {
        let own = ours.terms.get(language);
        let has = |text: &str| own.is_some_and(|own| own.terms.iter().any(|term| same(&term.text, text)));
        let preferred = own.and_then(Terms::preferred);
        let mut first = preferred.is_none();
        for term in terms.terms.iter().filter(|term| !has(&term.text)) {
            let rival = preferred.filter(|_| term.status == Status::Preferred);
            let add = |status| ChangeKind::Add { language: language.clone(), term: term.text.clone(), status };
            let kind = match (rival, on_conflict) {
                (None, _) => {
                    let status =
                        if std::mem::take(&mut first) { Status::Preferred } else { not_preferred(term.status) };
                    Some(add(if term.status == Status::Deprecated { term.status } else { status }))
                }
                (Some(_), OnConflict::Keep) => None,
                (Some(_), OnConflict::Theirs) => {
                    Some(ChangeKind::Prefer { language: language.clone(), term: term.text.clone() })
                }
                (Some(_), OnConflict::Both) => Some(add(Status::Admitted)),
            };
            changes.extend(kind.map(change));
            if let Some(rival) = rival {
                differs = true;
                plan.differences.push(difference(ours, language, &rival.text, &term.text));
            }
        }
        for term in own.into_iter().flat_map(|own| &own.terms) {
            let other = terms.terms.iter().find(|other| same(&other.text, &term.text));
            let turned = |status: Status| status == Status::Deprecated;
            if let Some(other) = other.filter(|other| turned(other.status) != turned(term.status)) {
                differs = true;
                let shown = |status: Status, text: &str| format!("{text} ({})", status.name());
                let (left, right) = (shown(term.status, &term.text), shown(other.status, &other.text));
                plan.differences.push(difference(ours, language, &left, &right));
            }
        }
    }
    let texts = [
        ("definition", &ours.definition, &theirs.definition),
        ("domain", &ours.domain, &theirs.domain),
        ("note", &ours.note, &theirs.note),
    ];
    for (key, own, other) in texts {
        if let (None, Some(text)) = (own, other) {
            changes.push(change(ChangeKind::Set { key, text: text.clone() }));
        }
    }
    match (differs, changes.is_empty()) {
        (true, _) => {}
        (false, true) => plan.same += 1,
        (false, false) => plan.completed += 1,
    }
    plan.changes.extend(changes);
}

fn not_preferred(status: Status) -> Status {
    if status == Status::Preferred { Status::Admitted } else { status }
}

fn difference(ours: &Concept, language: &str, own: &str, other: &str) -> Difference {
    Difference {
        concept: ours.id.clone(),
        file: ours.file.clone(),
        line: ours.line,
        language: language.to_owned(),
        ours: own.to_owned(),
        theirs: other.to_owned(),
    }
}

/// Puts the terms of a second row into the concept of the first.
fn join(concept: &mut Concept, other: Concept) {
    for (language, terms) in other.terms {
        let own = concept.terms.of(&language);
        for mut term in terms.terms {
            if own.terms.iter().any(|known| same(&known.text, &term.text)) {
                continue;
            }
            if own.preferred().is_some() {
                term.status = not_preferred(term.status);
            }
            own.terms.push(term);
        }
        own.terms.sort_by_key(|term| term.status);
    }
}

/// An id for a concept: its own, else made from its terms, with a number where another concept has it.
pub fn free_id(concept: &Concept, taken: &[String]) -> String {
    let latin = |terms: &&Terms| terms.preferred().is_some_and(|term| term.text.is_ascii());
    let term = concept.terms.get("en").filter(latin).or_else(|| concept.terms.values().find(latin));
    let term = term.or_else(|| concept.terms.values().next()).and_then(|terms| terms.terms.first());
    let wanted = match concept.id.trim() {
        "" => slug(term.map_or("", |term| &term.text)),
        id => id.to_owned(),
    };
    let wanted = if wanted.is_empty() { "concept".to_owned() } else { wanted };
    let numbered = |number: usize| if number == 1 { wanted.clone() } else { format!("{wanted}-{number}") };
    (1..).map(numbered).find(|id| !taken.contains(id)).unwrap_or(wanted)
}

/// A term as an id: small letters and digits, hyphens between.
pub fn slug(term: &str) -> String {
    let mut id = String::new();
    for letter in term.to_lowercase().chars() {
        match letter {
            letter if letter.is_alphanumeric() => id.push(letter),
            '’' | '\'' => {}
            _ if id.ends_with('-') || id.is_empty() => {}
            _ => id.push('-'),
        }
    }
    id.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = "[[concept]]\nid = \"akimat\"\n[concept.ru]\npreferred = \"акимат\"\n[concept.en]\npreferred = \"akimat\"\n\
                        deprecated = [\"city hall\"]\n";

    fn ours() -> Glossary {
        Glossary::read(&[("glossary/a.toml".to_owned(), OURS.to_owned())]).0
    }

    fn concept(russian: &str, english: &str) -> Concept {
        let term =
            |text: &str| Terms { terms: vec![Term { text: text.to_owned(), ..Term::default() }], ..Terms::default() };
        let terms = [("ru".to_owned(), term(russian)), ("en".to_owned(), term(english))];
        Concept { terms: terms.into_iter().collect(), ..Concept::default() }
    }

    fn counts(plan: &Plan) -> (usize, usize, usize, usize) {
        (plan.read, plan.same, plan.differences.len(), plan.new.len())
    }

    #[test]
    fn what_is_here_what_differs_and_what_is_new() {
        let incoming = vec![concept("Акимат", "akimat"), concept("акимат", "town council"), concept("жуз", "zhuz")];
        let plan = plan(&ours(), incoming, "ru", OnConflict::Keep);
        assert_eq!(counts(&plan), (3, 1, 1, 1));
        assert_eq!(
            (plan.differences[0].ours.as_str(), plan.differences[0].theirs.as_str()),
            ("akimat", "town council")
        );
        assert_eq!((plan.new[0].id.as_str(), plan.changes.len()), ("zhuz", 0));
    }

    #[test]
    fn a_conflict_is_settled_as_asked() {
        let settled = |on_conflict| plan(&ours(), vec![concept("акимат", "x")], "ru", on_conflict).changes;
        assert_eq!(settled(OnConflict::Keep), []);
        assert!(matches!(settled(OnConflict::Theirs)[0].kind, ChangeKind::Prefer { .. }));
        let add = &settled(OnConflict::Both)[0].kind;
        assert!(matches!(add, ChangeKind::Add { status: Status::Admitted, .. }));
    }

    #[test]
    fn a_term_that_one_turns_down_and_the_other_prefers_is_told() {
        let plan = plan(&ours(), vec![concept("акимат", "city hall")], "ru", OnConflict::Both);
        assert_eq!(plan.differences.len(), 1);
        assert_eq!(plan.changes, [], "what is turned down here is not let in");
    }

    #[test]
    fn two_rows_of_one_term_are_one_concept_and_ids_are_free() {
        let incoming = vec![concept("жуз", "zhuz"), concept("жуз", "juz"), concept("орда", "zhuz")];
        let plan = plan(&ours(), incoming, "ru", OnConflict::Keep);
        assert_eq!(plan.new.iter().map(|concept| concept.id.as_str()).collect::<Vec<_>>(), ["zhuz", "zhuz-2"]);
        assert_eq!(plan.new[0].terms["en"].terms.len(), 2);
    }
}
