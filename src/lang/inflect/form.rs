//! One inflected form, the table it came from, and the cells of a paradigm it may fill.

use rustc_hash::FxHashMap;

/// One form of a word or a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// As it would be written: letters shared with the term keep the term's case and ё.
    pub text: String,
    /// The table that gave it, `noun-masculine-hard`; `as-written` for the term itself.
    pub table: &'static str,
    pub(in crate::lang) slots: Slots,
}

/// The table of a word that stays as it is.
pub(in crate::lang) const AS_WRITTEN: &str = "as-written";

/// Cells of a paradigm, as a set: gender or plural, by case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(in crate::lang) struct Slots(u32);

/// What agrees with what: the genders of the singular, and the plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lang) enum Group {
    Masculine = 0,
    Feminine = 1,
    Neuter = 2,
    Plural = 3,
}

/// Cases; the accusative of things and that of people differ in Russian and Ukrainian.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lang) enum Case {
    Nominative = 0,
    Genitive = 1,
    Dative = 2,
    AccusativeThing = 3,
    AccusativePerson = 4,
    Instrumental = 5,
    Prepositional = 6,
}

impl Case {
    pub(in crate::lang) const ALL: [Case; CASES as usize] = [
        Case::Nominative,
        Case::Genitive,
        Case::Dative,
        Case::AccusativeThing,
        Case::AccusativePerson,
        Case::Instrumental,
        Case::Prepositional,
    ];
}

const CASES: u32 = 7;
const ONE_GROUP: u32 = (1 << CASES) - 1;

impl Slots {
    pub(in crate::lang) const NONE: Slots = Slots(0);
    /// Fits everywhere, as a word that does not change.
    pub(in crate::lang) const ANY: Slots = Slots(u32::MAX >> 4);

    pub(in crate::lang) fn one(group: Group, case: Case) -> Slots {
        Slots(1 << (group as u32 * CASES + case as u32))
    }

    pub(in crate::lang) fn group(group: Group) -> Slots {
        Slots(ONE_GROUP << (group as u32 * CASES))
    }

    pub(in crate::lang) fn with(self, other: Slots) -> Slots {
        Slots(self.0 | other.0)
    }

    pub(in crate::lang) fn without(self, other: Slots) -> Slots {
        Slots(self.0 & !other.0)
    }

    pub(in crate::lang) fn shared(self, other: Slots) -> Slots {
        Slots(self.0 & other.0)
    }

    pub(in crate::lang) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The same cases in every gender of the same number: what is beside a noun of another gender fills.
    pub(in crate::lang) fn any_gender(self) -> Slots {
        let singular = self.cases_of(Group::Masculine) | self.cases_of(Group::Feminine) | self.cases_of(Group::Neuter);
        let spread = singular | singular << CASES | singular << (2 * CASES);
        Slots(spread | self.0 & Slots::group(Group::Plural).0)
    }

    fn cases_of(self, group: Group) -> u32 {
        self.0 >> (group as u32 * CASES) & ONE_GROUP
    }
}

/// Gathers forms: each text once, under the first table that gave it, with the cells of all.
#[derive(Debug, Default)]
pub(in crate::lang) struct Collector {
    forms: Vec<Form>,
    places: FxHashMap<String, usize>,
}

impl Collector {
    pub(in crate::lang) fn add(&mut self, text: String, table: &'static str, slots: Slots) {
        match self.places.get(&text) {
            Some(place) => self.forms[*place].slots = self.forms[*place].slots.with(slots),
            None => {
                self.places.insert(text.clone(), self.forms.len());
                self.forms.push(Form { text, table, slots });
            }
        }
    }

    /// Adds `stem` with each of the endings, given as one string between spaces; `-` is the bare stem.
    pub(in crate::lang) fn endings(&mut self, stem: &str, endings: &str, table: &'static str) {
        for ending in endings.split_whitespace() {
            self.add(format!("{stem}{}", ending.trim_start_matches('-')), table, Slots::NONE);
        }
    }

    pub(in crate::lang) fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    pub(in crate::lang) fn forms(self) -> Vec<Form> {
        self.forms
    }
}
