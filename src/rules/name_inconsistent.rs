//! A name of the original that is spelled in several ways over the project's translations.

use super::{Example, Finding, NameRule, OtherSpelling, ProjectScope, Rule, Scope, Severity, facts};

pub(super) const RULE: Rule =
    Rule::new("name-inconsistent", Severity::Warning, Scope::Project(ProjectScope::Names(COMPARED)))
        .facts::<Facts>()
        .examples(&[
            Example::found("Ждали Токаева.", "They waited for Tokaev.")
                .beside("Токаев приехал.\n\nТокаев уехал.", "Tokayev came.\n\nTokayev left."),
            Example::silent("Ждали Токаева.", "They waited for Tokayev.")
                .beside("Токаев приехал.\n\nТокаев уехал.", "Tokayev came.\n\nTokayev left."),
        ]);

const COMPARED: NameRule = NameRule { deviates, finding };

/// How alike two spellings of one name are at least, by `similar`'s ratio of their letters.
const ALIKE: f32 = 0.75;

facts! {
    struct Facts {
        /// As written in the original.
        name: String,
        spelling: String,
        usual: String,
    }
}

fn finding(other: &OtherSpelling<'_>) -> Finding {
    let [name, spelling, usual] = [other.name, other.spelling, other.usual].map(str::to_owned);
    Finding::new(&RULE, Facts { name, spelling, usual })
}

/// Whether two words are spellings of one name, and not forms of it: they are alike, and differ before their end.
///
/// "Ivanova" beside "Ivanov" is a woman or a case, "Tokaev" beside "Tokayev" a spelling.
fn deviates(spelling: &str, usual: &str) -> bool {
    let (one, other) = (spelling.to_lowercase(), usual.to_lowercase());
    let same_end = one.chars().next_back() == other.chars().next_back();
    one != other && same_end && similar::TextDiff::from_chars(one.as_str(), other.as_str()).ratio() >= ALIKE
}
