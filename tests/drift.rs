//! What becomes of accepted units under every kind of edit, on either side, alone and together.

use tolmach::text::{Document, Paragraph};
use tolmach::units::{Accepted, Drift, Standing, State, Units, drift};

/// The accepted pair: unit, its original, its translation.
const ACCEPTED: &[(&[&str], &[&str])] = &[
    (&["Мост через Иртыш"], &["The bridge over the Irtysh"]),
    (
        &["Мост построили в 1904 году. Он стоит до сих пор, и по нему ходят поезда из Омска в Павлодар."],
        &["The bridge was built in 1904. It still stands, and trains run across it from Omsk to Pavlodar."],
    ),
    (
        &["Инженер Чернов приехал сюда весной. Он выбрал место, где берег высокий. Рабочие жили в палатках."],
        &[
            "The engineer Chernov came here in spring. He chose a place where the bank is high. The workers lived in tents.",
        ],
    ),
    (
        &["Камень возили на баржах из Семипалатинска.", "Лес сплавляли по реке, пока не встал лёд."],
        &["Stone was carried on barges from Semipalatinsk, and timber was floated down the river until it froze."],
    ),
    (
        &["Зимой работа не останавливалась: опоры ставили прямо со льда, а по вечерам грелись у костров."],
        &[
            "Work did not stop in winter: the piers were set straight from the ice.",
            "In the evenings people warmed themselves by fires.",
        ],
    ),
    (
        &["Сегодня о строителях напоминает [табличка](https://example.org/plaque) у входа на станцию."],
        &["Today a [plaque](https://example.org/plaque) at the entrance of the station recalls the builders."],
    ),
    (&["Да."], &["Yes."]),
    (
        &["«Мы ещё вернёмся», — сказал Чернов и уехал в Томск, где прожил до старости."],
        &["“We shall be back,” said Chernov and left for Tomsk, where he lived to old age."],
    ),
    (&["Да."], &["Yes."]),
];

#[derive(Clone, Copy)]
enum Side {
    S,
    T,
}
use Side::{S, T};

/// An edit of one side; numbers are paragraphs of that side as the edits before left it.
#[derive(Clone, Copy)]
enum Edit {
    /// Replaces a text within a paragraph; it must be there.
    Word(Side, usize, &'static str, &'static str),
    /// Replaces the whole paragraph.
    Set(Side, usize, &'static str),
    Delete(Side, usize),
    Insert(Side, usize, &'static str),
    /// Ends the paragraph before this text and begins another with it.
    Split(Side, usize, &'static str),
    /// Joins the paragraph with the one after it.
    Merge(Side, usize),
    /// Takes the paragraph out and puts it in so that it has the second number.
    Move(Side, usize, usize),
}
use Edit::{Delete, Insert, Merge, Move, Set, Split, Word};

const SOUP: &str = "Совсем другой текст про погоду: завтра обещают снег, ветер и гололедицу во всех районах области.";

/// Name, edits, and the units that do not simply are fresh where they are told: `stale`, `edited`, `both`,
/// `cosmetic`, `gone`, `half` (one side is left), `+` between units that became one.
const SCENARIOS: &[(&str, &[Edit], &str)] = &[
    ("nothing", &[], ""),
    // One change of wording on one side.
    ("a word of the original", &[Word(S, 1, "поезда", "трамваи")], "1 stale"),
    ("a word of the translation", &[Word(T, 1, "trains", "trams")], "1 edited"),
    ("a number of the original", &[Word(S, 1, "1904", "1905")], "1 stale"),
    ("a number of the translation", &[Word(T, 1, "1904", "1905")], "1 edited"),
    ("a negation goes", &[Word(S, 5, "не останавливалась", "останавливалась")], "4 stale"),
    ("a negation comes", &[Word(S, 1, "Он стоит", "Он не стоит")], "1 stale"),
    ("a name", &[Word(S, 2, "Чернов", "Белов")], "2 stale"),
    ("an ending", &[Word(S, 2, "приехал", "приехала")], "2 stale"),
    ("a link's target", &[Word(S, 6, "/plaque", "/sign")], "5 stale"),
    ("a link's target in the translation", &[Word(T, 6, "/plaque", "/sign")], "5 edited"),
    ("a letter's case", &[Word(S, 2, "Инженер", "инженер")], "2 stale"),
    ("a question", &[Word(S, 2, "палатках.", "палатках?")], "2 stale"),
    (
        "sentences change places",
        &[Word(
            S,
            2,
            "Он выбрал место, где берег высокий. Рабочие жили в палатках.",
            "Рабочие жили в палатках. Он выбрал место, где берег высокий.",
        )],
        "2 stale",
    ),
    ("a sentence is added", &[Word(S, 2, "палатках.", "палатках. Весной их сносило половодьем.")], "2 stale"),
    ("a sentence goes", &[Word(S, 2, " Рабочие жили в палатках.", "")], "2 stale"),
    ("a heading is reworded", &[Set(S, 0, "Мост над Иртышом")], "0 stale"),
    ("a short heading is replaced", &[Set(S, 0, "Переправа")], "0 stale"),
    ("a short heading of the translation is replaced", &[Set(T, 0, "Crossing")], "0 edited"),
    ("one half of a 2:1 unit", &[Word(S, 3, "баржах", "плотах")], "3 stale"),
    ("the other half of a 2:1 unit", &[Word(S, 4, "Лес", "Брёвна")], "3 stale"),
    ("one half of a 1:2 unit", &[Word(T, 5, "fires", "stoves")], "4 edited"),
    ("a paragraph rewritten whole", &[Set(S, 2, SOUP)], "2 stale"),
    (
        "a paragraph translated anew",
        &[Set(T, 2, "Entirely other words in place of what stood here before, none kept.")],
        "2 edited",
    ),
    // Looks.
    ("rewrapped", &[Word(S, 1, "году. Он", "году.\nОн")], "1 cosmetic"),
    ("rewrapped translation", &[Word(T, 1, "1904. It", "1904.\nIt")], "1 cosmetic"),
    ("no-break space", &[Word(S, 1, "1904 году", "1904\u{a0}году")], "1 cosmetic"),
    ("doubled space", &[Word(S, 2, "сюда весной", "сюда  весной")], "2 cosmetic"),
    (
        "quotation marks",
        &[Set(S, 8, "\"Мы ещё вернёмся\", — сказал Чернов и уехал в Томск, где прожил до старости.")],
        "7 cosmetic",
    ),
    (
        "straight quotation marks in the translation",
        &[Word(T, 8, "“We shall be back,”", "\"We shall be back,\"")],
        "7 cosmetic",
    ),
    ("dash", &[Word(S, 8, "— сказал", "– сказал")], "7 cosmetic"),
    ("yo", &[Word(S, 8, "ещё вернёмся", "еще вернемся")], "7 cosmetic"),
    ("emphasis", &[Word(S, 2, "Чернов", "**Чернов**")], "2 cosmetic"),
    ("link syntax", &[Word(S, 6, "(https://example.org/plaque)", "(<https://example.org/plaque>)")], "5 cosmetic"),
    ("decomposed letters", &[Word(S, 8, "ещё", "ещ\u{435}\u{308}")], "7 cosmetic"),
    ("soft hyphen", &[Word(S, 1, "построили", "по\u{ad}строили")], "1 cosmetic"),
    ("a list marker", &[Word(S, 3, "Камень", "• Камень")], "3 cosmetic"),
    ("looks on both sides", &[Word(S, 1, "году. Он", "году.\nОн"), Word(T, 1, "built in", "built  in")], "1 cosmetic"),
    ("looks and wording", &[Word(S, 1, "году. Он", "году.\nОна")], "1 stale"),
    ("looks here, wording there", &[Word(S, 1, "году. Он", "году.\nОн"), Word(T, 1, "trains", "trams")], "1 edited"),
    // Both sides.
    (
        "a typo of the translation is mended while the original drifted",
        &[Word(S, 1, "поезда", "трамваи"), Word(T, 1, "still", "yet")],
        "1 both",
    ),
    ("two units, one side each", &[Word(S, 1, "поезда", "трамваи"), Word(T, 2, "tents", "huts")], "1 stale, 2 edited"),
    ("two units on one side", &[Word(S, 1, "поезда", "трамваи"), Word(S, 2, "весной", "летом")], "1 stale, 2 stale"),
    ("the original is reverted", &[Word(S, 1, "поезда", "трамваи"), Word(S, 1, "трамваи", "поезда")], ""),
    ("the translation is reverted", &[Word(T, 2, "tents", "huts"), Word(T, 2, "huts", "tents")], ""),
    ("the original is reverted, the translation followed", &[Word(T, 1, "trains", "trams")], "1 edited"),
    // New and removed paragraphs.
    ("a new paragraph in the original", &[Insert(S, 2, SOUP)], ""),
    ("a new paragraph in the translation", &[Insert(T, 2, "Something quite new about the weather.")], ""),
    ("new paragraphs on both sides", &[Insert(S, 2, SOUP), Insert(T, 2, "Tomorrow snow and wind are forecast.")], ""),
    ("a new first and a new last paragraph", &[Insert(S, 0, SOUP), Insert(S, 11, "Конец.")], ""),
    ("a new paragraph inside a 2:1 unit", &[Insert(S, 4, SOUP)], ""),
    ("a paragraph of the original goes", &[Delete(S, 2)], "2 half"),
    ("a paragraph of the translation goes", &[Delete(T, 2)], "2 half"),
    ("a paragraph goes on both sides", &[Delete(S, 2), Delete(T, 2)], "2 gone"),
    ("half of a 2:1 unit goes", &[Delete(S, 4)], "3 stale"),
    ("half of a 1:2 unit goes", &[Delete(T, 4)], "4 edited"),
    ("a 2:1 unit goes", &[Delete(S, 3), Delete(S, 3), Delete(T, 3)], "3 gone"),
    (
        "everything goes",
        &[
            Delete(T, 0),
            Delete(T, 0),
            Delete(T, 0),
            Delete(T, 0),
            Delete(T, 0),
            Delete(T, 0),
            Delete(T, 0),
            Delete(T, 0),
            Delete(T, 0),
            Delete(T, 0),
        ],
        "0 half, 1 half, 2 half, 3 half, 4 half, 5 half, 6 half, 7 half, 8 half",
    ),
    ("one of two equal units goes", &[Delete(S, 7), Delete(T, 7)], "6 gone"),
    ("the other of two equal units goes", &[Delete(S, 9), Delete(T, 9)], "8 gone"),
    ("a third equal paragraph comes", &[Insert(S, 1, "Да."), Insert(T, 1, "Yes.")], ""),
    // Splits and merges.
    ("the original is split", &[Split(S, 2, "Рабочие")], "2 stale"),
    ("the translation is split", &[Split(T, 2, "The workers")], "2 edited"),
    ("split in three", &[Split(S, 2, "Рабочие"), Split(S, 2, "Он выбрал")], "2 stale"),
    ("split on both sides", &[Split(S, 2, "Рабочие"), Split(T, 2, "The workers")], "2 both"),
    ("split and reworded", &[Split(S, 2, "Рабочие"), Word(S, 3, "палатках", "землянках")], "2 stale"),
    ("split and joined again", &[Split(S, 2, "Рабочие"), Merge(S, 2)], ""),
    ("two originals merge", &[Merge(S, 1)], "1+2 stale"),
    ("two translations merge", &[Merge(T, 1)], "1+2 edited"),
    ("both sides merge", &[Merge(S, 1), Merge(T, 1)], "1+2 both"),
    ("three originals merge", &[Merge(S, 1), Merge(S, 1)], "1+2+3 stale"),
    ("a 2:1 unit merges into 1:1", &[Merge(S, 3)], "3 stale"),
    ("a heading merges with its text", &[Merge(S, 0)], "0+1 stale"),
    ("a merge beside a split", &[Merge(S, 1), Split(S, 4, "а по вечерам")], "1+2 stale, 4 stale"),
    ("a merge and a change elsewhere", &[Merge(T, 1), Word(S, 6, "станцию", "вокзал")], "1+2 edited, 5 stale"),
    // Moves.
    ("an original moves", &[Move(S, 1, 6)], ""),
    ("a translation moves", &[Move(T, 1, 6)], ""),
    ("a paragraph moves on both sides", &[Move(S, 2, 8), Move(T, 2, 8)], ""),
    ("a block moves", &[Move(S, 1, 6), Move(S, 1, 6), Move(T, 1, 6), Move(T, 1, 6)], ""),
    ("moved and reworded", &[Word(S, 2, "весной", "летом"), Move(S, 2, 8)], "2 stale"),
    ("moved and rewrapped", &[Word(S, 2, "сюда весной", "сюда\nвесной"), Move(S, 2, 8)], "2 cosmetic"),
    ("moved, and a new paragraph in its place", &[Move(S, 2, 8), Insert(S, 2, SOUP)], ""),
    ("a 2:1 unit changes its order", &[Move(S, 3, 4)], "3 stale"),
    ("a 1:2 unit changes its order", &[Move(T, 4, 5)], "4 edited"),
    ("neighbours change places, one is reworded", &[Move(S, 1, 2), Word(S, 1, "палатках", "землянках")], "2 stale"),
    // Several at once.
    (
        "new, gone, reworded",
        &[Delete(S, 1), Delete(T, 1), Insert(S, 5, SOUP), Word(S, 6, "станцию", "вокзал")],
        "1 gone, 5 stale",
    ),
    ("deleted here, reworded there", &[Delete(S, 2), Word(T, 2, "tents", "huts")], "2 half"),
    (
        "a paragraph copied",
        &[Insert(S, 6, "Мост построили в 1904 году. Он стоит до сих пор, и по нему ходят поезда из Омска в Павлодар.")],
        "",
    ),
    (
        "translated back to the original's language",
        &[Set(T, 6, "Сегодня о строителях напоминает [табличка](https://example.org/plaque) у входа на станцию.")],
        "5 edited",
    ),
];

#[test]
fn every_scenario_leaves_each_unit_in_its_state() {
    assert!(SCENARIOS.len() >= 60);
    let wrong: Vec<String> = SCENARIOS
        .iter()
        .filter_map(|(name, edits, expected)| {
            let told = told(edits);
            (told != *expected).then(|| format!("{name}:\n  expected {expected}\n  told     {told}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The state of every unit that is not fresh, and `displaced` for one whose paragraphs are not those with its texts.
fn told(edits: &[Edit]) -> String {
    let units = accepted();
    let mut sides = [flat(|unit| &unit.source), flat(|unit| &unit.target)];
    edits.iter().for_each(|edit| apply(*edit, &mut sides));
    let drift = drift(&units, &document(&sides[0]), &document(&sides[1]));
    let mut told: Vec<(usize, String)> = Vec::new();
    for standing in &drift.standing {
        let state = match standing.state {
            State::Fresh { cosmetic: false } if !verbatim(&units, standing, &sides) => "displaced",
            State::Fresh { cosmetic: false } if !standing.also.is_empty() => "fused",
            State::Fresh { cosmetic: false } => continue,
            State::Fresh { cosmetic: true } => "cosmetic",
            State::Stale => "stale",
            State::Edited => "edited",
            State::Both => "both",
        };
        let also: String = standing.also.iter().map(|unit| format!("+{unit}")).collect();
        told.push((standing.accepted, format!("{}{also} {state}", standing.accepted)));
    }
    told.extend(drift.halves.iter().map(|half| (half.accepted, format!("{} half", half.accepted))));
    told.extend(drift.gone.iter().map(|unit| (*unit, format!("{unit} gone"))));
    assert_each_unit_once(&drift, units.accepted.len());
    told.sort();
    told.into_iter().map(|(_, told)| told).collect::<Vec<_>>().join(", ")
}

fn assert_each_unit_once(drift: &Drift, units: usize) {
    let listed =
        drift.standing.iter().chain(&drift.halves).flat_map(|one| std::iter::once(&one.accepted).chain(&one.also));
    let mut listed: Vec<usize> = listed.chain(&drift.gone).copied().collect();
    listed.sort_unstable();
    assert_eq!(listed, (0..units).collect::<Vec<_>>());
}

fn verbatim(units: &Units, standing: &Standing, sides: &[Vec<String>; 2]) -> bool {
    let now = |side: usize, at: &[usize]| at.iter().map(|at| sides[side][*at].clone()).collect::<Vec<_>>();
    let unit = &units.accepted[standing.accepted];
    unit.source == now(0, &standing.pin.source) && unit.target == now(1, &standing.pin.target)
}

fn apply(edit: Edit, sides: &mut [Vec<String>; 2]) {
    match edit {
        Word(side, at, was, now) => {
            let text = &mut sides[side as usize][at];
            assert!(text.contains(was), "{text} has no {was}");
            *text = text.replacen(was, now, 1);
        }
        Set(side, at, text) => text.clone_into(&mut sides[side as usize][at]),
        Delete(side, at) => {
            sides[side as usize].remove(at);
        }
        Insert(side, at, text) => sides[side as usize].insert(at, text.to_owned()),
        Split(side, at, text) => {
            let side = &mut sides[side as usize];
            let place = side[at].find(text).expect("the text to split at");
            let rest = side[at].split_off(place);
            let kept = side[at].trim_end().len();
            side[at].truncate(kept);
            side.insert(at + 1, rest);
        }
        Merge(side, at) => {
            let next = sides[side as usize].remove(at + 1);
            sides[side as usize][at].push_str(&format!(" {next}"));
        }
        Move(side, from, to) => {
            let text = sides[side as usize].remove(from);
            sides[side as usize].insert(to, text);
        }
    }
}

fn accepted() -> Units {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let accepted =
        ACCEPTED.iter().map(|(source, target)| Accepted { source: owned(source), target: owned(target) }).collect();
    Units { accepted, ..Units::default() }
}

fn flat(side: fn(&Accepted) -> &Vec<String>) -> Vec<String> {
    accepted().accepted.iter().flat_map(|unit| side(unit).clone()).collect()
}

fn document(texts: &[String]) -> Document {
    let paragraphs = texts.iter().map(|text| Paragraph::alone(text)).collect();
    Document { paragraphs, ..Document::default() }
}

#[test]
fn a_document_that_is_pinned_whole_is_told_as_the_aligner_tells_it() {
    use tolmach::align::{Evidence, Lexicon, Pin, Side, Unit, align, align_without_evidence};
    let (source, target) = (document(&flat(|unit| &unit.source)), document(&flat(|unit| &unit.target)));
    let (russian, english) = ("ru".parse().expect("a tag"), "en".parse().expect("a tag"));
    let mut pins: Vec<Pin> =
        drift(&accepted(), &source, &target).standing.into_iter().map(|standing| standing.pin).collect();
    // A pin against the order, and one without source.
    let (first, second) = (pins[1].target.clone(), pins[2].target.clone());
    (pins[1].target, pins[2].target) = (second, first);
    let alone = Pin { source: Vec::new(), target: std::mem::take(&mut pins[5].target) };
    pins.push(alone);
    let side = |language, paragraphs| Side { language, paragraphs, blocks: &[], text: "" };
    let (source, target) = (side(&russian, &source.paragraphs), side(&english, &target.paragraphs));
    let plain = |unit: Unit| Unit { evidence: Evidence::default(), ..unit };
    let told: Vec<Unit> = align(&source, &target, &pins, &Lexicon::default()).into_iter().map(plain).collect();
    assert_eq!(align_without_evidence(&source, &target, &pins, &Lexicon::default()), told);
}
