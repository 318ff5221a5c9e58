//! Terms of several words: which of them change, and which go together.

use unicode_segmentation::UnicodeSegmentation;

use super::fold::fold;
use super::form::{AS_WRITTEN, Form, Group, Slots};
use super::kind::Inflect;
use crate::lang::Language;
use crate::lang::profile::{Inflection, Order, Profile};

/// A term with every form it may have.
#[derive(Clone, Debug, PartialEq)]
pub struct Forms {
    /// As it was given.
    pub term: String,
    /// What the term, or its head, was taken for; never `Auto`.
    pub inflect: Inflect,
    /// One for each of its words.
    pub words: Vec<Word>,
    /// The index in `words` of the word that the others follow.
    pub head: usize,
}

/// One word of a term.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// As written in the term, without its `*`.
    pub text: String,
    /// What is between the word before (or the start of the term) and this one.
    pub before: String,
    /// What is between the last word and the end of the term; empty for the others.
    pub after: String,
    /// Whether the term allows any ending here (`*`).
    pub any_ending: bool,
    /// The word as written comes first.
    pub forms: Vec<Form>,
    /// Words of equal text and way have equal forms.
    pub way: Way,
    role: Role,
}

/// How a word was inflected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Way {
    /// The paradigm's kind; never `Auto`.
    pub inflect: Inflect,
    /// Whether it only changes its number, as what depends on a head does.
    pub depends: bool,
}

/// What a word does in its term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Head,
    /// Changes as the head does.
    Agrees,
    /// Changes as the head does, in a gender of its own, or not at all: «город Алматы», «премьер-министр».
    Beside,
    /// Depends on the head, whatever its case.
    Depends,
}

/// More forms of one term than this are not listed; they are recognised all the same.
const LISTED: usize = 400;

/// The words of a text with their byte offsets, as Unicode cuts them; hyphens part words, apostrophes do not, and a full
/// stop or a colon parts what is no number, as in the paragraphs that terms are looked up in.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.unicode_word_indices().flat_map(|(start, word)| parts(start, word)).filter_map(|(start, word)| {
        // Markdown's emphasis may be at a place where Unicode sees a letter: `_akimat_`.
        let bare = word.trim_start_matches('_');
        let start = start + word.len() - bare.len();
        let bare = bare.trim_end_matches('_');
        bare.contains(char::is_alphanumeric).then_some((start, bare))
    })
}

/// «г.Алматы» is two words, «1.5» one.
fn parts(start: usize, word: &str) -> Vec<(usize, &str)> {
    if !word.contains(['.', ':']) || word.starts_with(|letter: char| letter.is_ascii_digit()) {
        return vec![(start, word)];
    }
    let mut offset = start;
    word.split_inclusive(['.', ':'])
        .map(|part| {
            let own = offset;
            offset += part.len();
            (own, part.trim_end_matches(['.', ':']))
        })
        .collect()
}

/// Every form of a term, with the table each came from. Total: any text gives an answer, none is longer than its words ask.
pub fn forms(term: &str, language: &Language, inflect: Inflect) -> Forms {
    let mut found = cut(term);
    let inflection = Profile::of(language).inflection;
    let order = inflection.map_or(Order::Last, |inflection| inflection.order);
    let head = head(&found, order, inflect);
    let mut kind = Inflect::None;
    for place in 0..found.len() {
        let role = role(&found, place, head, order);
        let own = if place == head || inflect == Inflect::None { inflect } else { Inflect::Auto };
        let text = found[place].text.clone();
        let (taken_for, mut forms) = match role {
            _ if found[place].any_ending || inflect == Inflect::None => unchanged(&text),
            Role::Depends => dependent(&text, inflection),
            _ => inflection.map_or_else(|| unchanged(&text), |inflection| (inflection.forms)(&text, own)),
        };
        if place == head {
            kind = taken_for;
        }
        if forms.len() == 1 {
            forms[0].slots = Slots::ANY;
        }
        found[place].way = Way { inflect: own, depends: role == Role::Depends };
        found[place].role = role;
        found[place].forms = forms;
    }
    Forms { term: term.to_owned(), inflect: kind, words: found, head }
}

/// A word that stays as it is.
fn unchanged(word: &str) -> (Inflect, Vec<Form>) {
    (Inflect::None, vec![Form { text: word.to_owned(), table: AS_WRITTEN, slots: Slots::NONE }])
}

fn dependent(word: &str, inflection: Option<Inflection>) -> (Inflect, Vec<Form>) {
    match inflection.and_then(|inflection| inflection.dependent) {
        Some(forms) => (Inflect::None, forms(word)),
        None => unchanged(word),
    }
}

impl Forms {
    /// Takes away the forms of the singular, where the tables know which those are.
    pub fn leave_plural(&mut self) {
        let plural = Slots::group(Group::Plural);
        for word in self.words.iter_mut().filter(|word| matches!(word.role, Role::Head | Role::Agrees)) {
            let of_plural = |form: &&Form| form.text == word.text || !form.slots.shared(plural).is_empty();
            let left: Vec<Form> = word.forms.iter().filter(of_plural).cloned().collect();
            if left.len() > 1 {
                word.forms = left;
            }
        }
    }

    /// The whole term in every form, as written first; words that agree have the same case, number and gender.
    pub fn list(&self) -> Vec<Form> {
        let Some(head) = self.words.get(self.head) else {
            return vec![Form { text: self.term.clone(), table: AS_WRITTEN, slots: Slots::NONE }];
        };
        if let [word] = self.words.as_slice() {
            let whole = |form: &Form| Form { text: word.whole(&form.text), ..form.clone() };
            return word.forms.iter().map(whole).collect();
        }
        let mut listed = vec![Form { text: self.term.clone(), table: AS_WRITTEN, slots: Slots::NONE }];
        for form in &head.forms {
            self.extend(self.head, form, &mut listed);
        }
        // «Нур Отан»: of two names the last may change alone; «Республика Казахстан»: or the first.
        let last = self.words.len() - 1;
        if last > self.head && self.words[last].role == Role::Beside && head.is_capital() {
            for form in &self.words[last].forms {
                self.extend(last, form, &mut listed);
            }
        }
        // What the words of the term fill together: «учётная» is no accusative, though «запись» may be one.
        let same = |form: &&Form| form.text == self.term;
        listed[0].slots = listed.iter().skip(1).find(same).map_or(head.forms[0].slots, |form| form.slots);
        let mut seen = rustc_hash::FxHashSet::default();
        listed.retain(|form| seen.insert(form.text.clone()));
        listed
    }

    /// Adds every form of the term in which the word at `head` has this form.
    fn extend(&self, place_of_head: usize, head: &Form, listed: &mut Vec<Form>) {
        let mut begun = vec![(String::new(), open(head.slots))];
        for (place, word) in self.words.iter().enumerate() {
            let mut next = Vec::new();
            let role = match word.role {
                _ if place == place_of_head => Role::Head,
                Role::Head => Role::Beside,
                role => role,
            };
            for (text, slots) in &begun {
                for form in word.forms.iter().filter(|form| place != place_of_head || *form == head) {
                    if let Some(slots) = word.fits(form, *slots, role) {
                        next.push((format!("{text}{}", word.whole(&form.text)), slots));
                    }
                }
            }
            next.truncate(LISTED);
            begun = next;
        }
        let room = LISTED.saturating_sub(listed.len());
        listed.extend(begun.into_iter().take(room).map(|(text, slots)| Form { text, table: head.table, slots }));
    }
}

/// Cells that nothing is known about fit everywhere.
fn open(slots: Slots) -> Slots {
    if slots.is_empty() { Slots::ANY } else { slots }
}

impl Word {
    fn whole(&self, form: &str) -> String {
        let star = if self.any_ending { "*" } else { "" };
        format!("{}{form}{star}{}", self.before, self.after)
    }

    /// The cells that are left when this form joins words in `slots`; `None` where it does not fit.
    fn fits(&self, form: &Form, slots: Slots, role: Role) -> Option<Slots> {
        let own = open(form.slots);
        let shared = match role {
            Role::Head | Role::Agrees => slots.shared(own),
            Role::Beside if form.text == self.text => slots,
            Role::Beside => slots.shared(own.any_gender()),
            Role::Depends => slots,
        };
        (!shared.is_empty()).then_some(shared)
    }

    fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

fn cut(term: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut end = 0;
    let mut words = words(term).peekable();
    while let Some((start, text)) = words.next() {
        let before = term[end..start].to_owned();
        end = start + text.len();
        // With a combining mark after it, an asterisk belongs to the next word.
        let next = words.peek().map_or(term.len(), |(start, _)| *start);
        let any_ending = term[end..next].starts_with('*');
        end += usize::from(any_ending);
        let role = Role::Depends;
        let (text, after, way) = (text.to_owned(), String::new(), Way::default());
        found.push(Word { text, before, after, any_ending, forms: Vec::new(), way, role });
    }
    if let Some(last) = found.last_mut() {
        last.after = term[end..].to_owned();
    }
    found
}

/// The place of the word that the others follow.
fn head(words: &[Word], order: Order, inflect: Inflect) -> usize {
    let last = words.len().saturating_sub(1);
    match order {
        Order::AfterAdjectives { .. } if inflect == Inflect::Verb => 0,
        Order::AfterAdjectives { is_adjective, .. } => {
            let head = words.iter().position(|word| !is_adjective(&word.text)).unwrap_or(last);
            // «премьер-министр», «нур-отановец»: the last of words joined by hyphens.
            let joined = words.iter().skip(head + 1).take_while(|word| word.before == "-").count();
            head + joined
        }
        Order::First(_) => 0,
        Order::LastAlone { links, behind } => {
            let head = words.iter().skip(1).position(|word| is_link(word, links)).unwrap_or(last);
            let adjective = head > 0 && is_link(&words[head], behind);
            head - usize::from(adjective)
        }
        Order::Last => last,
    }
}

fn is_link(word: &Word, links: &[&str]) -> bool {
    links.contains(&fold(&word.text).as_str())
}

fn role(words: &[Word], place: usize, head: usize, order: Order) -> Role {
    let word = &words[place];
    match order {
        _ if place == head => Role::Head,
        Order::LastAlone { .. } => Role::Depends,
        Order::AfterAdjectives { agrees_behind, .. } => {
            let name = word.is_capital() && words[head].is_capital();
            let appended = word.before == "-" || words.get(place + 1).is_some_and(|next| next.before == "-");
            match place < head {
                true if appended => Role::Beside,
                true => Role::Agrees,
                false if agrees_behind(&word.text) => Role::Agrees,
                // «Нур Отан», «город Алматы»; but «Министерство Обороны» may stay as well.
                false if appended || name || (word.is_capital() && place == head + 1) => Role::Beside,
                false => Role::Depends,
            }
        }
        Order::First(links) if words[..=place].iter().any(|word| is_link(word, links)) => Role::Depends,
        Order::First(_) | Order::Last => Role::Agrees,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(term: &str, language: &str, inflect: Inflect) -> Vec<String> {
        forms(term, &language.parse().unwrap(), inflect).list().into_iter().map(|form| form.text).collect()
    }

    fn has(term: &str, language: &str, wanted: &[&str]) {
        let list = list(term, language, Inflect::Auto);
        for form in wanted {
            assert!(list.iter().any(|found| found == form), "{form} of {term}: {list:?}");
        }
    }

    fn lacks(term: &str, language: &str, unwanted: &[&str]) {
        let list = list(term, language, Inflect::Auto);
        assert!(!list.iter().any(|found| unwanted.contains(&found.as_str())), "{term}: {list:?}");
    }

    #[test]
    fn adjectives_agree_with_the_head() {
        has("районный акимат", "ru", &["районный акимат", "районного акимата", "районными акиматами"]);
        lacks("районный акимат", "ru", &["районный акимата", "районная акимат", "районного акима"]);
    }

    #[test]
    fn later_words_stay_oblique() {
        let term = "Комитет национальной безопасности";
        has(term, "ru", &["Комитета национальной безопасности", "Комитетом национальной безопасности"]);
        lacks(term, "ru", &["Комитета национального безопасности"]);
        has("вид документа", "ru", &["видов документов", "вида документа"]);
    }

    #[test]
    fn names_of_several_words() {
        has("Нур Отан", "ru", &["Нур Отана", "Нур Отаном"]);
        has("Касым-Жомарт Токаев", "ru", &["Касым-Жомарта Токаева", "Касым-Жомарту Токаеву"]);
        has("нур-отановец", "ru", &["нур-отановца", "нур-отановцы"]);
        has("город Алматы", "ru", &["города Алматы"]);
        has("Республика Казахстан", "ru", &["Республики Казахстан", "Республикой Казахстан"]);
    }

    #[test]
    fn an_english_noun_before_its_adjective_has_the_plural() {
        has("attorney general", "en", &["attorneys general"]);
        has("court-martial", "en", &["courts-martial"]);
        has("mother-in-law", "en", &["mothers-in-law"]);
        lacks("committee general manager", "en", &["committees general manager"]);
    }

    #[test]
    fn a_star_stands_for_any_ending() {
        assert_eq!(list("акимат*", "ru", Inflect::Auto), ["акимат*"]);
        assert!(forms("акимат*", &"ru".parse().unwrap(), Inflect::Auto).words[0].any_ending);
    }

    #[test]
    fn none_leaves_the_term_alone() {
        assert_eq!(list("районный акимат", "ru", Inflect::None), ["районный акимат"]);
    }

    #[test]
    fn a_language_without_tables_has_the_term_itself() {
        assert_eq!(list("mairie", "fr", Inflect::Auto), ["mairie"]);
        assert_eq!(list("?!", "en", Inflect::Auto), ["?!"]);
        assert_eq!(list("", "ru", Inflect::Auto), [""]);
    }

    #[test]
    fn the_list_of_a_long_term_is_bounded() {
        let term = "новый ".repeat(300) + "акимат";
        assert!(list(&term, "ru", Inflect::Auto).len() <= LISTED + 1);
    }

    proptest::proptest! {
        #[test]
        fn any_term_has_itself_first(term in "\\PC{0,24}", language in "(ru|uk|en|de|es|kk|fr)") {
            let first = list(&term, &language, Inflect::Auto)[0].clone();
            proptest::prop_assert_eq!(fold(&first), fold(&term));
        }
    }
}
