//! A thousand seeded edits of a pair of 200 paragraphs: every untouched unit keeps its acceptance, no touched one does.

use std::collections::BTreeSet;

use tolmach::text::{Document, Paragraph};
use tolmach::units::{Accepted, State, Units, drift};

/// Numbers that look random and are the same on every machine (splitmix64, Steele et al. 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }
}

const RUSSIAN: &[&str] = &[
    "мост",
    "река",
    "берег",
    "город",
    "станция",
    "поезд",
    "дорога",
    "зима",
    "весна",
    "инженер",
    "рабочий",
    "камень",
    "лёд",
    "вода",
    "дом",
    "улица",
    "письмо",
    "газета",
    "старый",
    "новый",
    "высокий",
    "тихий",
    "стоял",
    "шёл",
    "ждал",
    "построили",
    "видели",
    "помнят",
    "долго",
    "тогда",
    "утром",
    "вечером",
    "через",
    "возле",
    "после",
    "перед",
    "и",
    "в",
    "на",
    "с",
    "1904",
    "1916",
    "двадцать",
    "пароход",
    "пристань",
    "купец",
    "ярмарка",
    "степь",
    "ветер",
    "огонь",
];
const ENGLISH: &[&str] = &[
    "bridge", "river", "bank", "town", "station", "train", "road", "winter", "spring", "engineer", "worker", "stone",
    "ice", "water", "house", "street", "letter", "paper", "old", "new", "high", "quiet", "stood", "went", "waited",
    "built", "saw", "remember", "long", "then", "morning", "evening", "across", "beside", "after", "before", "and",
    "in", "on", "with", "1904", "1916", "twenty", "steamer", "wharf", "merchant", "fair", "steppe", "wind", "fire",
];

/// A paragraph as it is, and what it would be without changes of looks.
#[derive(Clone)]
struct Item {
    units: BTreeSet<usize>,
    text: String,
    plain: String,
}

fn paragraph(dice: &mut Dice, words: &[&str], at: usize) -> String {
    let sentences = 1 + dice.below(4);
    let mut text = String::new();
    for sentence in 0..sentences {
        let length = 5 + dice.below(12);
        let mut said: Vec<String> = (0..length).map(|_| words[dice.below(words.len())].to_owned()).collect();
        // A name that no other paragraph has, as most real ones do.
        if sentence == 0 {
            said[2] = format!("{}{at}", words[at % words.len()]);
        }
        let said = said.join(" ");
        let first = said.chars().next().map(|letter| letter.to_uppercase().collect::<String>()).unwrap_or_default();
        let rest: String = said.chars().skip(1).collect();
        text.push_str(&format!("{}{first}{rest}.", if sentence > 0 { " " } else { "" }));
    }
    text
}

fn pair(dice: &mut Dice) -> [Vec<Item>; 2] {
    [RUSSIAN, ENGLISH].map(|words| {
        let item = |at| {
            let text = paragraph(dice, words, at);
            Item { units: BTreeSet::from([at]), plain: text.clone(), text }
        };
        (0..200).map(item).collect()
    })
}

fn units(pair: &[Vec<Item>; 2]) -> Units {
    let accepted = (pair[0].iter().zip(&pair[1]))
        .map(|(source, target)| Accepted { source: vec![source.text.clone()], target: vec![target.text.clone()] });
    Units { accepted: accepted.collect(), ..Units::default() }
}

/// One edit of one side, as an author makes it.
fn edit(dice: &mut Dice, items: &mut Vec<Item>, words: &[&str], fresh: &mut usize) {
    let at = dice.below(items.len());
    match dice.below(13) {
        0 | 1 => change_word(dice, &mut items[at], words),
        2 => both(&mut items[at], |text| text.replacen(' ', " не ", 1)),
        3 => both(&mut items[at], |text| format!("{text} Это было давно.")),
        4 => {
            *fresh += 1;
            let text = paragraph(dice, words, 1000 + *fresh);
            items.insert(at, Item { units: BTreeSet::new(), plain: text.clone(), text });
        }
        5 => {
            items.remove(at);
        }
        6 => split(items, at),
        7 if at + 1 < items.len() => {
            let next = items.remove(at + 1);
            items[at].units.extend(next.units);
            items[at].text.push_str(&format!(" {}", next.text));
            items[at].plain.push_str(&format!(" {}", next.plain));
        }
        8 => {
            let item = items.remove(at);
            let to = dice.below(items.len() + 1);
            items.insert(to, item);
        }
        9 => items[at].text = items[at].text.replacen(' ', "\n", 3),
        10 => items[at].text = items[at].text.replace(' ', "\u{a0}").replace('ё', "е"),
        11 => {
            let text = items[at].text.clone();
            let (first, rest) = text.split_once(' ').expect("a paragraph has several words");
            items[at].text = format!("**{first}** {rest}");
        }
        _ => {
            let kept = items[at].plain.rsplit_once(". ").map(|(head, _)| format!("{head}."));
            if let Some(kept) = kept {
                (items[at].text, items[at].plain) = (kept.clone(), kept);
            }
        }
    }
}

fn both(item: &mut Item, change: impl Fn(&str) -> String) {
    item.plain = change(&item.plain);
    item.text = item.plain.clone();
}

fn change_word(dice: &mut Dice, item: &mut Item, words: &[&str]) {
    let mut said: Vec<&str> = item.plain.split(' ').collect();
    let at = dice.below(said.len());
    let new = words[dice.below(words.len())];
    said[at] = if said[at] == new { "иначе" } else { new };
    item.plain = said.join(" ");
    item.text = item.plain.clone();
}

fn split(items: &mut Vec<Item>, at: usize) {
    let Some((head, tail)) = items[at].plain.split_once(". ") else { return };
    let (head, tail) = (format!("{head}."), tail.to_owned());
    let units = items[at].units.clone();
    items[at] = Item { units: units.clone(), text: head.clone(), plain: head };
    items.insert(at + 1, Item { units, text: tail.clone(), plain: tail });
}

/// The units whose two paragraphs are as they were, but for looks.
fn untouched(units: &Units, pair: &[Vec<Item>; 2]) -> BTreeSet<usize> {
    let sides = [0, 1].map(|side: usize| {
        let mut whole = BTreeSet::new();
        for item in &pair[side] {
            let mut owners = item.units.iter();
            if let (Some(unit), None) = (owners.next(), owners.next()) {
                let accepted = &units.accepted[*unit];
                let was = if side == 0 { &accepted.source[0] } else { &accepted.target[0] };
                if *was == item.plain {
                    whole.insert(*unit);
                }
            }
        }
        whole
    });
    sides[0].intersection(&sides[1]).copied().collect()
}

fn document(items: &[Item]) -> Document {
    let paragraphs = items.iter().map(|item| Paragraph::alone(&item.text)).collect();
    Document { paragraphs, ..Document::default() }
}

fn fresh(units: &Units, pair: &[Vec<Item>; 2]) -> BTreeSet<usize> {
    let [source, target] = [0, 1].map(|side: usize| document(&pair[side]));
    let drift = drift(units, &source, &target);
    let fresh = drift.standing.iter().filter(|standing| matches!(standing.state, State::Fresh { .. }));
    fresh.map(|standing| standing.accepted).collect()
}

#[test]
fn a_thousand_edits_one_at_a_time() {
    let mut dice = Dice(1);
    let start = pair(&mut dice);
    let units = units(&start);
    let mut touched = 0;
    for round in 0..1000 {
        let mut pair = start.clone();
        let side = dice.below(2);
        edit(&mut dice, &mut pair[side], [RUSSIAN, ENGLISH][side], &mut 0);
        let untouched = untouched(&units, &pair);
        touched += 200 - untouched.len();
        assert_eq!(fresh(&units, &pair), untouched, "edit {round}");
    }
    assert!(touched > 500, "the edits touch units: {touched}");
}

#[test]
fn a_thousand_edits_forty_on_top_of_each_other() {
    for round in 0..25 {
        let mut dice = Dice(100 + round);
        let start = pair(&mut dice);
        let units = units(&start);
        let mut pair = start.clone();
        let mut new = 0;
        for count in 1..=40 {
            let side = dice.below(2);
            edit(&mut dice, &mut pair[side], [RUSSIAN, ENGLISH][side], &mut new);
            if count % 8 > 0 {
                continue;
            }
            assert_eq!(fresh(&units, &pair), untouched(&units, &pair), "round {round}");
        }
        assert!(untouched(&units, &pair).len() < 190);
    }
}

#[test]
fn two_hundred_changes_of_looks_leave_nothing_stale() {
    let mut dice = Dice(7);
    let start = pair(&mut dice);
    let units = units(&start);
    let mut changed = start.clone();
    for (at, item) in changed[0].iter_mut().enumerate() {
        item.text = match at % 8 {
            0 => item.text.replacen(' ', "\n", 4),
            1 => item.text.replacen(' ', "\u{a0}", 2),
            2 => item.text.replacen(' ', "  ", 2),
            3 => format!("*{}*", item.text),
            4 => format!("- {}", item.text),
            5 => item.text.replacen(' ', " \u{ad}", 1),
            6 => item.text.replace('й', "и\u{306}").replacen(' ', "\u{202f}", 1),
            _ => format!("{}\u{a0}", item.text.replace('ё', "е")),
        };
        assert_ne!(item.text, start[0][at].text);
    }
    assert_eq!(fresh(&units, &changed).len(), 200);
}

#[test]
fn two_hundred_changed_words_are_two_hundred_stale_units() {
    let mut dice = Dice(8);
    let start = pair(&mut dice);
    let units = units(&start);
    let mut changed = start.clone();
    for (at, item) in changed[0].iter_mut().enumerate() {
        if at % 4 == 0 {
            item.text = item.text.replacen(' ', " не ", 1);
        } else {
            change_word(&mut dice, item, RUSSIAN);
        }
    }
    let [source, target] = [0, 1].map(|side: usize| document(&changed[side]));
    let drift = drift(&units, &source, &target);
    assert_eq!(drift.standing.iter().filter(|standing| standing.state == State::Stale).count(), 200);
    assert!(drift.standing.iter().all(|standing| standing.pin.source == standing.pin.target));
}
