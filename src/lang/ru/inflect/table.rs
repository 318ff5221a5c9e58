//! How a paradigm is written down, and how a stem and an ending join.

use crate::lang::inflect::form::{Case, Collector, Group, Slots};

/// A noun's endings, cell by cell.
///
/// Both rows are written between spaces in the order nominative, genitive, dative, accusative, instrumental,
/// prepositional. `-` is the bare form (which may have a vowel the stem lacks: «казахстанец», «титушек»), `+ю` an
/// ending on the bare form («любовь» + «ю»), `=` an accusative like the nominative for things and like the genitive
/// for people, `/` parts alternatives, `.` is no form at all.
pub(super) struct Noun {
    pub(super) name: &'static str,
    pub(super) genders: &'static [Group],
    pub(super) singular: &'static str,
    pub(super) plural: &'static str,
}

/// An adjective's endings, in the order of [`Noun`]; nothing is bare.
pub(super) struct Adjective {
    pub(super) name: &'static str,
    pub(super) masculine: &'static str,
    pub(super) feminine: &'static str,
    pub(super) neuter: &'static str,
    pub(super) plural: &'static str,
}

/// Where the stress lies, as far as the spelling after ж, ч, ш, щ and ц asks for it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stress {
    Stem,
    Ending,
    Unknown,
}

impl Noun {
    /// Adds every form of a noun with this stem and these bare forms.
    pub(super) fn decline(&self, stem: &str, bare: &[&str], out: &mut Collector) {
        row(self.name, self.singular, self.genders, stem, bare, Stress::Unknown, out);
        row(self.name, self.plural, &[Group::Plural], stem, bare, Stress::Unknown, out);
    }
}

impl Adjective {
    /// Adds the plural of an adjective with this stem.
    pub(super) fn decline_plural(&self, stem: &str, stress: Stress, out: &mut Collector) {
        row(self.name, self.plural, &[Group::Plural], stem, &[], stress, out);
    }

    /// Adds every form of an adjective with this stem.
    pub(super) fn decline(&self, stem: &str, stress: Stress, out: &mut Collector) {
        row(self.name, self.masculine, &[Group::Masculine], stem, &[], stress, out);
        row(self.name, self.feminine, &[Group::Feminine], stem, &[], stress, out);
        row(self.name, self.neuter, &[Group::Neuter], stem, &[], stress, out);
        row(self.name, self.plural, &[Group::Plural], stem, &[], stress, out);
    }
}

/// Adds one row of a paradigm.
pub(super) fn row(
    table: &'static str,
    cells: &str,
    groups: &[Group],
    stem: &str,
    bare: &[&str],
    stress: Stress,
    out: &mut Collector,
) {
    let cells: Vec<&str> = cells.split_whitespace().collect();
    let like_others = cells.get(3) == Some(&"=");
    for (place, cell) in cells.iter().enumerate() {
        let slots = slots(groups, cases(place, like_others));
        for ending in cell.split('/').filter(|ending| !matches!(*ending, "." | "=")) {
            if let Some(after) = ending.strip_prefix(['-', '+']) {
                bare.iter().for_each(|bare| out.add(format!("{bare}{after}"), table, slots));
            } else {
                join(stem, ending, stress, |form| out.add(form, table, slots));
            }
        }
    }
}

fn slots(groups: &[Group], cases: &[Case]) -> Slots {
    let mut slots = Slots::NONE;
    for group in groups {
        for case in cases {
            slots = slots.with(Slots::one(*group, *case));
        }
    }
    slots
}

/// The cases a cell means, with the accusatives that look like it.
fn cases(place: usize, like_others: bool) -> &'static [Case] {
    match (place, like_others) {
        (0, true) => &[Case::Nominative, Case::AccusativeThing],
        (1, true) => &[Case::Genitive, Case::AccusativePerson],
        (0, false) => &[Case::Nominative],
        (1, false) => &[Case::Genitive],
        (2, _) => &[Case::Dative],
        (3, _) => &[Case::AccusativeThing, Case::AccusativePerson],
        (4, _) => &[Case::Instrumental],
        _ => &[Case::Prepositional],
    }
}

/// Joins a stem and an ending as Russian spells them: no ы after velars and hushing sounds, no я and ю after hushing
/// sounds and ц, and о after those only under stress.
pub(super) fn join(stem: &str, ending: &str, stress: Stress, mut emit: impl FnMut(String)) {
    let last = stem.chars().last().unwrap_or(' ');
    let first = ending.chars().next().unwrap_or(' ');
    let rest = &ending[first.len_utf8().min(ending.len())..];
    let hushing = is_hushing(last);
    match first {
        'ы' if hushing || is_velar(last) => emit(format!("{stem}и{rest}")),
        'я' if hushing || is_velar(last) || last == 'ц' => emit(format!("{stem}а{rest}")),
        'ю' if hushing || is_velar(last) || last == 'ц' => emit(format!("{stem}у{rest}")),
        'о' if hushing || last == 'ц' => {
            if stress != Stress::Stem {
                emit(format!("{stem}о{rest}"));
            }
            if stress != Stress::Ending {
                emit(format!("{stem}е{rest}"));
            }
        }
        _ => emit(format!("{stem}{ending}")),
    }
}

pub(super) fn is_vowel(letter: char) -> bool {
    "аеиоуыэюя".contains(letter)
}

pub(super) fn is_hushing(letter: char) -> bool {
    "жчшщ".contains(letter)
}

pub(super) fn is_velar(letter: char) -> bool {
    "гкх".contains(letter)
}

/// The last letter of a word; a space for none.
pub(super) fn last(word: &str) -> char {
    word.chars().last().unwrap_or(' ')
}

/// The letters of a word but its last.
pub(super) fn without_last(word: &str) -> &str {
    &word[..word.len() - word.chars().last().map_or(0, char::len_utf8)]
}

/// How many vowels a word has.
pub(super) fn syllables(word: &str) -> usize {
    word.chars().filter(|letter| is_vowel(*letter)).count()
}
