//! How a Ukrainian paradigm is written down, and how a stem and an ending join.

use crate::lang::inflect::form::{Case, Collector, Group, Slots};

/// A paradigm: nominative, genitive, dative, accusative, instrumental, locative, vocative; then the plural's six.
///
/// `-` is the bare form, `=` an accusative like the nominative or the genitive, `.` no form, `/` parts alternatives;
/// `~` before an ending says that к, г, х become ц, з, с, `^` that к, г, х, ц become ч, ж, ш, ч.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) group: Group,
    pub(super) singular: &'static str,
    pub(super) plural: &'static str,
}

impl Table {
    /// Adds every form of a noun with this stem and these bare forms.
    pub(super) fn decline(&self, stem: &str, bare: &[&str], out: &mut Collector) {
        self.decline_singular(stem, bare, out);
        self.decline_plural(stem, bare, out);
    }

    pub(super) fn decline_singular(&self, stem: &str, bare: &[&str], out: &mut Collector) {
        row(self.name, self.group, self.singular, stem, bare, out);
    }

    pub(super) fn decline_plural(&self, stem: &str, bare: &[&str], out: &mut Collector) {
        row(self.name, Group::Plural, self.plural, stem, bare, out);
    }
}

/// Adds one row of a noun's paradigm.
pub(super) fn row(name: &'static str, group: Group, cells: &str, stem: &str, bare: &[&str], out: &mut Collector) {
    cells_of(cells, group, |ending, slots| match ending.chars().next() {
        Some('-') => bare.iter().for_each(|bare| out.add((*bare).to_owned(), name, slots)),
        Some('~') => out.add(format!("{}{}", changed(stem, &SOFTENED), &ending[1..]), name, slots),
        Some('^') => out.add(format!("{}{}", changed(stem, &HUSHED), &ending[1..]), name, slots),
        _ => out.add(spelled(stem, ending), name, slots),
    });
}

/// Adds one row of a paradigm whose endings join as they are.
pub(super) fn plain_row(name: &'static str, group: Group, cells: &str, stem: &str, out: &mut Collector) {
    cells_of(cells, group, |ending, slots| out.add(format!("{stem}{ending}"), name, slots));
}

fn cells_of(cells: &str, group: Group, mut emit: impl FnMut(&str, Slots)) {
    let cells: Vec<&str> = cells.split_whitespace().collect();
    let same = cells.get(3) == Some(&"=");
    for (place, cell) in cells.iter().enumerate() {
        let slots = cases(place, same).iter().fold(Slots::NONE, |slots, case| slots.with(Slots::one(group, *case)));
        cell.split('/').filter(|ending| !matches!(*ending, "." | "=")).for_each(|ending| emit(ending, slots));
    }
}

fn cases(place: usize, same: bool) -> &'static [Case] {
    match (place, same) {
        (0, true) => &[Case::Nominative, Case::AccusativeThing],
        (1, true) => &[Case::Genitive, Case::AccusativePerson],
        (0, false) => &[Case::Nominative],
        (1, false) => &[Case::Genitive],
        (2, _) => &[Case::Dative],
        (3, _) => &[Case::AccusativeThing, Case::AccusativePerson],
        (4, _) => &[Case::Instrumental],
        (5, _) => &[Case::Prepositional],
        _ => &[],
    }
}

/// «книга» → «книзі», «рука» → «руці», «муха» → «мусі».
const SOFTENED: [(char, char); 3] = [('к', 'ц'), ('г', 'з'), ('х', 'с')];
/// «бог» → «боже», «чоловік» → «чоловіче», «хлопець» → «хлопче».
const HUSHED: [(char, char); 4] = [('к', 'ч'), ('г', 'ж'), ('х', 'ш'), ('ц', 'ч')];

fn changed(stem: &str, changes: &[(char, char)]) -> String {
    changes
        .iter()
        .find_map(|(from, to)| Some(format!("{}{to}", stem.strip_suffix(*from)?)))
        .unwrap_or_else(|| stem.to_owned())
}

/// After hushing sounds о of a noun's ending is е, and и is і.
fn spelled(stem: &str, ending: &str) -> String {
    let hushing = stem.ends_with(['ж', 'ч', 'ш', 'щ']);
    match ending.strip_prefix('о') {
        Some(rest) if hushing && ending != "о" => format!("{stem}е{rest}"),
        _ if hushing && ending == "и" => format!("{stem}і"),
        _ => format!("{stem}{ending}"),
    }
}

pub(super) fn is_vowel(letter: char) -> bool {
    "аеєиіїоуюя".contains(letter)
}

pub(super) fn syllables(word: &str) -> usize {
    word.chars().filter(|letter| is_vowel(*letter)).count()
}

/// The last letter of a word; a space for none.
pub(super) fn last(word: &str) -> char {
    word.chars().last().unwrap_or(' ')
}

/// The letters of a word but its last.
pub(super) fn without_last(word: &str) -> &str {
    &word[..word.len() - word.chars().last().map_or(0, char::len_utf8)]
}
