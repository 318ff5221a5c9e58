//! Russian verbs, from the infinitive: persons, past, imperative, gerunds and participles.

use super::principal::Principal;
use super::roots;
use super::table::{Adjective, Stress, is_hushing, is_vowel, last, without_last};
use crate::lang::inflect::form::{Collector, Slots};
use crate::lang::words::WordList;

/// The stem of the past: before -в and -вший, or before -ши and -ший.
enum PastStem<'a> {
    Open(&'a str),
    Closed(String),
}

const FINITE: &str = "verb-finite";
const GERUND: &str = "verb-gerund";

const PARTICIPLE: Adjective = Adjective {
    name: "verb-participle",
    masculine: "ый ого ому = ым ом",
    feminine: "ая ой ой ую ой/ою ой",
    neuter: "ое ого ому ое ым ом",
    plural: "ые ых ым = ыми ых",
};

/// Nouns that end as an infinitive does, also as the end of a longer word.
const NOUN_ENDS: &[&str] =
    &["печать", "кровать", "память", "соцсеть", "подсеть", "нейросеть", "нефть", "полночь", "помощь"];

/// The same, alone. A word that is a verb too («знать», «печь», «пасть») is a noun here: terms are nouns, and
/// `inflect = "verb"` says otherwise.
static NOUNS: WordList = WordList::new(include_str!("../words/nouns.txt"));

const ENDINGS: &[&str] = &["ать", "ять", "ить", "уть", "ыть", "оть", "еть", "ти", "чь"];

/// Whether a folded word is an infinitive: by its ending, and in -сть, -зть and -чь by its root.
pub(super) fn is_infinitive(word: &str) -> bool {
    if let Some(verb) = word.strip_suffix("ся").or_else(|| word.strip_suffix("тись").map(|_| without_suffix(word)))
    {
        return ENDINGS.iter().chain(&["сть", "зть"]).any(|end| verb.ends_with(end));
    }
    if NOUNS.has(word) || NOUN_ENDS.iter().any(|noun| word.ends_with(noun)) {
        return false;
    }
    let by_root = ["сть", "зть", "чь", "ти"].iter().any(|end| word.ends_with(end));
    let enough = word.chars().count() >= 4 && ENDINGS.iter().any(|end| word.ends_with(end));
    if by_root { roots::find(word).is_some() } else { enough }
}

fn without_suffix(word: &str) -> &str {
    word.strip_suffix("сь").unwrap_or(word)
}

/// Adds the forms of a verb given in the infinitive.
pub(super) fn conjugate(word: &str, out: &mut Collector) {
    let plain = word.strip_suffix("ся").or_else(|| word.strip_suffix("сь"));
    let verb = plain.unwrap_or(word);
    let Some(principal) = roots::find(verb).or_else(|| productive(verb)) else { return };
    let mut active = Collector::default();
    active.add(verb.to_owned(), "verb-infinitive", Slots::NONE);
    principal.active(verb, &mut active);
    if plain.is_none() {
        principal.passive(&mut active);
        active.forms().into_iter().for_each(|form| out.add(form.text, form.table, form.slots));
        return;
    }
    for form in active.forms() {
        // Participles keep -ся after a vowel: «изменившаяся».
        let after_vowel = is_vowel(last(&form.text)) && form.table != PARTICIPLE.name;
        let ending = if after_vowel { "сь" } else { "ся" };
        out.add(format!("{}{ending}", form.text), form.table, form.slots);
    }
}

impl Principal {
    fn active(&self, infinitive: &str, out: &mut Collector) {
        let add = |out: &mut Collector, text: String, table| out.add(text, table, Slots::NONE);
        add(out, self.first.clone(), FINITE);
        let person = self.third.strip_suffix('т').unwrap_or(&self.third);
        for ending in ["шь", "т", "м", "те"] {
            add(out, self.person(person, ending), FINITE);
        }
        add(out, self.plural.clone(), FINITE);
        for imperative in &self.imperatives {
            add(out, imperative.clone(), FINITE);
            add(out, format!("{imperative}те"), FINITE);
        }
        let past = self.past_feminine.strip_suffix('а').unwrap_or(&self.past_feminine);
        out.add(self.past.clone(), FINITE, Slots::NONE);
        out.endings(past, "а о и", FINITE);
        let present = without_last(without_last(&self.plural));
        let gerund = if is_hushing(last(present)) { "а" } else { "я" };
        add(out, format!("{present}{gerund}"), GERUND);
        match self.past_stem(infinitive) {
            PastStem::Open(stem) => {
                out.endings(stem, "в вши", GERUND);
                PARTICIPLE.decline(&format!("{stem}вш"), Stress::Stem, out);
            }
            PastStem::Closed(stem) => {
                add(out, format!("{stem}ши"), GERUND);
                PARTICIPLE.decline(&format!("{stem}ш"), Stress::Stem, out);
            }
        }
        // Only verbs in -ать and -ять are sure to have «делаемый».
        if let Some(stem) = self.third.strip_suffix('т').filter(|stem| stem.ends_with("ае") || stem.ends_with("уе"))
        {
            PARTICIPLE.decline(&format!("{stem}м"), Stress::Stem, out);
        }
        if let Some(stem) = self.plural.strip_suffix('т') {
            PARTICIPLE.decline(&format!("{stem}щ"), Stress::Stem, out);
        }
    }

    /// What -вший or -ший joins: «закры», «нес», «перешед», «привед».
    fn past_stem(&self, infinitive: &str) -> PastStem<'_> {
        if let Some(head) = self.past.strip_suffix("шел") {
            return PastStem::Closed(format!("{head}шед"));
        }
        match self.past.strip_suffix('л') {
            Some(_) if infinitive.ends_with("ти") => PastStem::Closed(without_last(&self.first).to_owned()),
            Some(stem) if is_vowel(last(stem)) => PastStem::Open(stem),
            _ => PastStem::Closed(self.past.clone()),
        }
    }

    /// «дать» and «есть» have a present of their own.
    fn person(&self, person: &str, ending: &str) -> String {
        match (person.strip_suffix("дас"), ending) {
            (Some(head), "шь") => format!("{head}дашь"),
            (Some(head), "м") => format!("{head}дадим"),
            (Some(head), "те") => format!("{head}дадите"),
            _ => format!("{person}{ending}"),
        }
    }

    fn passive(&self, out: &mut Collector) {
        let Some(end) = self.passive.chars().last() else { return };
        PARTICIPLE.decline(&self.passive, Stress::Stem, out);
        let short = if end == 'н' { without_last(&self.passive) } else { &self.passive };
        out.endings(short, "- а о ы", PARTICIPLE.name);
    }
}

/// The productive classes, by the end of the infinitive.
fn productive(verb: &str) -> Option<Principal> {
    let stem = verb.strip_suffix("ть")?;
    let parts = |present: &str, imperatives: &[&str], passive: &str| {
        Some(Principal {
            first: format!("{present}ю"),
            third: format!("{present}ет"),
            plural: format!("{present}ют"),
            imperatives: imperatives.iter().map(|imperative| (*imperative).to_owned()).collect(),
            past: format!("{stem}л"),
            past_feminine: format!("{stem}ла"),
            passive: passive.to_owned(),
        })
    };
    if let Some(head) = stem.strip_suffix("ова").or_else(|| stem.strip_suffix("ева").filter(|head| swaps_eva(head)))
    {
        let vowel = if stem.ends_with("ова") || is_hushing(last(head)) || last(head) == 'ц' { "у" } else { "ю" };
        let present = format!("{head}{vowel}");
        return parts(&present, &[&format!("{present}й")], &format!("{stem}нн"));
    }
    if let Some(head) =
        stem.strip_suffix("ва").filter(|head| ["да", "зна", "ста"].iter().any(|end| head.ends_with(end)))
    {
        return parts(head, &[&format!("{stem}й")], &format!("{stem}нн"));
    }
    if let Some(head) = stem.strip_suffix("ну") {
        let present = format!("{head}н");
        return Some(Principal {
            first: format!("{present}у"),
            third: format!("{present}ет"),
            plural: format!("{present}ут"),
            imperatives: vec![format!("{present}и"), format!("{present}ь")],
            past: format!("{stem}л"),
            past_feminine: format!("{stem}ла"),
            passive: format!("{stem}т"),
        });
    }
    if let Some(head) = stem.strip_suffix('и') {
        return Some(second(stem, head));
    }
    match last(stem) {
        'а' | 'я' => parts(stem, &[&format!("{stem}й")], &format!("{stem}нн")),
        'е' => parts(stem, &[&format!("{stem}й")], &format!("{stem}нн")),
        _ => None,
    }
}

/// «воевать» → «воюю», but «развевать», «одевать» → «одеваю»: the former has a vowel or a hushing sound before.
fn swaps_eva(head: &str) -> bool {
    let end = last(head);
    is_vowel(end) || is_hushing(end) || end == 'ц'
}

/// Verbs in -ить, whose last consonant changes in the first person and the passive participle.
fn second(stem: &str, head: &str) -> Principal {
    let changed = changed(head);
    let soft = if is_hushing(last(head)) { "ат" } else { "ят" };
    let first = if is_hushing(last(&changed)) { "у" } else { "ю" };
    let mut imperatives = vec![format!("{head}и")];
    imperatives.push(if is_vowel(last(head)) { format!("{head}й") } else { format!("{head}ь") });
    Principal {
        first: format!("{changed}{first}"),
        third: format!("{head}ит"),
        plural: format!("{head}{soft}"),
        imperatives,
        past: format!("{stem}л"),
        past_feminine: format!("{stem}ла"),
        passive: format!("{}енн", passive_consonant(head, changed)),
    }
}

/// «отмет» → «отмеч», «поправ» → «поправл», «езд» → «езж».
fn changed(head: &str) -> String {
    const CHANGES: &[(&str, &str)] = &[
        // Church Slavonic roots: «запрещу», «обращу».
        ("прет", "прещ"),
        ("врат", "вращ"),
        ("брат", "бращ"),
        ("крат", "кращ"),
        ("щит", "щищ"),
        ("сет", "сещ"),
        ("свет", "свещ"),
        ("вят", "вящ"),
        ("хит", "хищ"),
        ("ст", "щ"),
        ("б", "бл"),
        ("п", "пл"),
        ("в", "вл"),
        ("м", "мл"),
        ("ф", "фл"),
        ("д", "ж"),
        ("т", "ч"),
        ("с", "ш"),
        ("з", "ж"),
    ];
    CHANGES
        .iter()
        .find_map(|(from, to)| Some(format!("{}{to}", head.strip_suffix(from)?)))
        .unwrap_or_else(|| head.to_owned())
}

/// «подтвердить» has «подтвержу» but «подтвержден», and «разрядить» «разряжен».
fn passive_consonant(head: &str, changed: String) -> String {
    match head.strip_suffix('д') {
        Some(start) if !["ряд", "вод", "ход", "сад", "глад", "лад"].iter().any(|end| head.ends_with(end)) =>
        {
            format!("{start}жд")
        }
        _ => changed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(word: &str) -> Vec<String> {
        let mut out = Collector::default();
        conjugate(word, &mut out);
        out.forms().into_iter().map(|form| form.text).collect()
    }

    fn has(word: &str, wanted: &str) {
        let forms = forms(word);
        for form in wanted.split(' ') {
            assert!(forms.iter().any(|found| found == form), "{form} of {word}: {forms:?}");
        }
    }

    #[test]
    fn productive_classes() {
        has("редактировать", "редактирую редактируйте редактировал редактируя редактировавший");
        has("делать", "делает делают делайте делала делая делаемого");
        has("отметить", "отмечу отметит отметят отметьте отметив отмечен отмеченного");
        has("настроить", "настрою настройте настроен настроил");
        has("владеть", "владею владеет владел");
        has("достигнуть", "достигнет достигла");
        has("вызвать", "вызовет вызовите вызвав вызванный");
    }

    #[test]
    fn irregular_ones() {
        has("перейти", "перейдите перешел перешла перешли перешедший");
        has("стать", "станет стал стали");
        has("дать", "дам дашь даст дадим дадите дадут дала дан");
        has("закрыть", "закрою закрыл закрыт закройте");
        has("помочь", "помогу поможет помог помогла");
    }

    #[test]
    fn a_verb_without_ся_is_another_verb() {
        has("измениться", "изменился изменилась изменится изменившаяся");
        assert!(!forms("изменить").iter().any(|form| form.ends_with("лся")));
    }

    #[test]
    fn nouns_are_no_infinitives() {
        for noun in ["область", "власть", "печать", "нефть", "сеть", "соцсеть", "новости", "помощь", "речь", "смерть"]
        {
            assert!(!is_infinitive(noun), "{noun}");
        }
        for verb in ["закрыть", "вызвать", "перейти", "помочь", "упасть", "отвечать", "стараться", "найтись"]
        {
            assert!(is_infinitive(verb), "{verb}");
        }
    }
}
