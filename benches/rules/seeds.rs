//! Faults to be found: what each rule is about, put into good pairs one at a time.

use tolmach::align::Unit;
use tolmach::glossary::{Occurrence, Status};
use tolmach::text::{Paragraph, words};

use super::{Desk, Pair};

/// A pair of files with one fault.
pub(super) struct Seed {
    pub(super) source: Vec<u8>,
    pub(super) target: Vec<u8>,
    /// How the paragraphs answer each other, where not in order.
    pub(super) units: Option<Vec<Unit>>,
}

/// The pairs with a fault that a rule ought to find.
pub(super) fn seeds(rule: &str, desk: &Desk, pairs: &[Pair]) -> Vec<Seed> {
    match rule {
        "length-ratio" => cut_short(pairs),
        "term-inconsistent" => inconsistent(pairs),
        _ => pairs.iter().filter_map(|pair| seed(rule, desk, pair)).collect(),
    }
}

fn seed(rule: &str, desk: &Desk, pair: &Pair) -> Option<Seed> {
    let Pair { source, target } = pair;
    let whole = Unit::new(vec![0], vec![0]);
    let with =
        |target: String| Some(Seed { source: source.clone().into_bytes(), target: target.into_bytes(), units: None });
    let as_is = |units: Vec<Unit>| {
        Some(Seed { source: source.clone().into_bytes(), target: target.clone().into_bytes(), units: Some(units) })
    };
    let both = |source: String, target: String| {
        Some(Seed { source: source.into_bytes(), target: target.into_bytes(), units: None })
    };
    let bytes = |target: Vec<u8>| Some(Seed { source: source.clone().into_bytes(), target, units: None });
    match rule {
        "missing-translation" => as_is(vec![Unit::new(vec![0], vec![])]),
        "extra-translation" => as_is(vec![Unit::new(vec![], vec![0])]),
        "omitted-sentence" => {
            both(format!("{source} Потом инженер открыл окно и долго смотрел на реку."), target.clone())
        }
        "added-sentence" => both(
            source.clone(),
            format!("{target} Then the engineer opened the window and looked at the river for a long time."),
        ),
        "uncertain-alignment" => as_is(vec![Unit { confidence: 0.6, ..whole }]),
        "moved-paragraph" => as_is(vec![Unit { moved: true, ..whole }]),
        "heading-level" => both(format!("## {source}"), format!("### {target}")),
        "untranslated" => with(source.clone()).filter(|_| letters(source) > 11),
        "term-missing" => with(replaced(target, &terms(desk, pair).first()?.clone(), "that thing")),
        "term-deprecated" => with(deprecated(desk, pair)?),
        "term-case" => with(miscased(desk, pair)?),
        "term-variant" => with(misspelled(desk, pair)?),
        "first-mention" => match swapped(target, &[(" (village)", "")]) {
            Some(changed) => with(changed),
            None => both(format!("{source} Об этом говорят в ауле."), format!("{target} The aul talks of it.")),
        },
        "term-unexpected" => {
            both("Да, так и было.".to_owned(), target.clone()).filter(|_| !terms(desk, pair).is_empty())
        }
        "number-mismatch" => with(misnumbered(target)?),
        "currency-mismatch" => {
            let (was, becomes) = AMOUNTS[target.len() % AMOUNTS.len()];
            both(format!("{source} Это стоит {was}."), format!("{target} It costs {becomes}."))
        }
        "measure-mismatch" => {
            both(format!("{source} До реки было 10 километров."), format!("{target} It was 10 miles to the river."))
        }
        "date-mismatch" => both(format!("{source} Это было во вторник."), format!("{target} That was on Thursday.")),
        "emphasis-lost" => both(format!("{source} Это **важно**."), format!("{target} It matters.")),
        "link-mismatch" => match swapped(target, &[("example.org", "example.net"), ("square.jpg", "map.jpg")]) {
            Some(changed) => with(changed),
            None => both(format!("{source} [Карта](https://e.org/a)"), format!("{target} [Map](https://e.org/b)")),
        },
        "footnote-mismatch" => match swapped(target, &[("[^1]", "[^3]"), ("[^2]", "")]) {
            Some(changed) => with(changed),
            None => both(format!("{source}[^7]"), target.clone()),
        },
        "code-mismatch" => match target.match_indices('`').nth(1) {
            Some((start, _)) => with(format!("{}x{}", &target[..start], &target[start..])),
            None => both(format!("{source} Наберите `git log`."), format!("{target} Type `git lag`.")),
        },
        "bracket-mismatch" => {
            let plain = !target.contains("](") && !target.contains('`');
            match target.rfind(')').filter(|_| plain) {
                Some(at) => with(format!("{}{}", &target[..at], &target[at + 1..])),
                None => both(format!("{source} (Так сказали в суде.)"), format!("{target} (So the court was told.")),
            }
        }
        "quotation-unpaired" => match swapped(target, &[("”", "")]) {
            Some(changed) => with(changed),
            None => {
                both(format!("{source} «Так и было», — сказали нам."), format!("{target} “So it was, we were told."))
            }
        },
        "end-mark" => match target.rfind(['?', '!']).filter(|at| !target[*at..].contains(char::is_alphanumeric)) {
            Some(at) => with(format!("{}.{}", &target[..at], &target[at + 1..])),
            None => both(format!("{source} Правда?"), format!("{target} It is true.")),
        },
        "script-leftover" => with(left_over(source, target)?),
        "mixed-script" => {
            let word = word(target, |word| word.len() > 3 && word[1..].contains(['a', 'e', 'o', 'c', 'p']))?;
            let at = word.start + 1 + target[word.start + 1..].find(['a', 'e', 'o', 'c', 'p'])?;
            let twin = match target.as_bytes()[at] {
                b'a' => 'а',
                b'e' => 'е',
                b'o' => 'о',
                b'c' => 'с',
                _ => 'р',
            };
            with(format!("{}{twin}{}", &target[..at], &target[at + 1..]))
        }
        "doubled-word" => {
            let kept = ["that", "had", "is", "very", "so", "no", "more", "far", "long"];
            let word = word(target, |word| word.len() > 1 && !kept.contains(&word) && word.is_ascii())?;
            with(format!("{} {}", &target[..word.end], &target[word.start..]))
        }
        "doubled-space" => {
            let at = target.find(' ').filter(|at| !target[..*at].contains(['`', '[', '!', '–']))?;
            with(format!("{} {}", &target[..at], &target[at..]))
        }
        "markup-mismatch" => match target.contains("<sub>") {
            true => with(target.replace("<sub>", "").replace("</sub>", "")),
            false => with(format!("{target}<br>")),
        },
        "quote-style" => swapped(target, &[("“", "«")]).and_then(with),
        "placeholder" => with(format!("{target} {}", if target.len().is_multiple_of(2) { "[?]" } else { "TODO" })),
        "encoding" => bytes([target.as_bytes(), b" \xef\xf0\xe8"].concat()),
        "byte-order-mark" => bytes([b"\xef\xbb\xbf", target.as_bytes()].concat()),
        "wrong-language" => with(WRONG.repeat(1 + target.len() / WRONG.len())),
        "hidden-character" => {
            let word = word(target, |word| word.len() > 3)?;
            let mark = if target.len().is_multiple_of(2) { '\u{200b}' } else { '\u{202e}' };
            with(format!("{}{mark}{}", &target[..word.end], &target[word.end..]))
        }
        "conflict-marker" => with(format!("<<<<<<< HEAD\n{target}\n=======\n{target}!\n>>>>>>> branch\n")),
        _ => None,
    }
}

/// In neither of the languages.
const WRONG: &str = "Die Brücke über den Fluss wurde im Herbst jenes Jahres gebaut, und die Leute aus der Stadt kamen jeden Sonntag, um sie zu sehen. Niemand hatte geglaubt, dass sie je fertig würde. ";

/// Amounts and what they wrongly become: names, signs and codes, inflected, in figures and in words.
const AMOUNTS: &[(&str, &str)] = &[
    ("500 рублей", "500 dollars"),
    ("2000 тенге", "$2,000"),
    ("21 евро", "£21"),
    ("3 млн долларов", "3 million roubles"),
    ("пять гривен", "five roubles"),
    ("700 ₽", "USD 700"),
    ("40 фунтов", "40 euros"),
];

fn letters(text: &str) -> usize {
    text.chars().filter(|letter| letter.is_alphabetic()).count()
}

/// The first of the replacements that the text can bear.
fn swapped(text: &str, swaps: &[(&str, &str)]) -> Option<String> {
    swaps.iter().find(|(was, _)| text.contains(was)).map(|(was, becomes)| text.replacen(was, becomes, 1))
}

/// The first word in small letters that stands free of markup.
fn word(text: &str, fits: impl Fn(&str) -> bool) -> Option<std::ops::Range<usize>> {
    let plain = !text.contains(['`', '<', '[', '@']) && !text.contains("://");
    let words = words(text).into_iter().map(|span| span.range()).filter(|_| plain);
    words.skip(1).find(|span| text[span.clone()].chars().all(char::is_lowercase) && fits(&text[span.clone()]))
}

fn replaced(text: &str, term: &Occurrence, by: &str) -> String {
    format!("{}{by}{}", &text[..term.span.start], &text[term.span.end..])
}

/// The occurrences in the target of a concept that stands once there, is not the source of another sentence's start,
/// and stands in the source.
fn terms(desk: &Desk, pair: &Pair) -> Vec<Occurrence> {
    let source = desk.source_index.find(&Paragraph::alone(&pair.source));
    let target = desk.target_index.find(&Paragraph::alone(&pair.target));
    let once = |one: &Occurrence| target.iter().filter(|other| other.concept == one.concept).count() == 1;
    let spoken = |one: &Occurrence| source.iter().any(|other| other.concept == one.concept);
    target.iter().filter(|one| once(one) && spoken(one)).cloned().collect()
}

/// The texts of a concept's terms in the target language, with their status.
fn texts(desk: &Desk, concept: usize) -> Vec<(String, Status)> {
    let terms = desk.glossary.concepts[concept].terms.get(desk.target.code());
    terms.into_iter().flat_map(|terms| &terms.terms).map(|term| (term.text.clone(), term.status)).collect()
}

fn deprecated(desk: &Desk, pair: &Pair) -> Option<String> {
    terms(desk, pair).iter().find_map(|one| {
        let texts = texts(desk, one.concept);
        let (text, _) = texts.iter().find(|(_, status)| *status == Status::Deprecated)?;
        Some(replaced(&pair.target, one, text))
    })
}

/// A term with another first letter than the glossary's, in mid-sentence.
fn miscased(desk: &Desk, pair: &Pair) -> Option<String> {
    terms(desk, pair).iter().find_map(|one| {
        let concept = &desk.glossary.concepts[one.concept];
        let exact = concept.terms.get(desk.target.code())?.case == tolmach::glossary::Case::Exact;
        let text = &pair.target[one.span.range()];
        let inside = pair.target[..one.span.start].ends_with([' '])
            && pair.target[..one.span.start].trim_end().ends_with(char::is_alphanumeric);
        let capital = text.starts_with(char::is_uppercase);
        let other = if capital { text.to_lowercase() } else { format!("{}{}", text[..1].to_uppercase(), &text[1..]) };
        (exact && inside).then(|| replaced(&pair.target, one, &other))
    })
}

/// A term with one vowel changed.
fn misspelled(desk: &Desk, pair: &Pair) -> Option<String> {
    terms(desk, pair).iter().find_map(|one| {
        let text = &pair.target[one.span.range()];
        let simple = text.len() > 4 && text.chars().all(char::is_alphabetic) && text.chars().any(char::is_lowercase);
        let at = text.char_indices().skip(1).find(|(_, letter)| "aeiou".contains(*letter))?.0;
        let vowel = if text[at..].starts_with('y') || text[at..].starts_with('i') { "y" } else { "i" };
        let wrong = format!("{}{vowel}{}", &text[..at], &text[at + 1..]);
        simple.then(|| replaced(&pair.target, one, &wrong))
    })
}

/// The last digit of the first figure that belongs to no code or telephone number changed.
fn misnumbered(target: &str) -> Option<String> {
    let bytes = target.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let plain =
        |at: usize| !bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || b"-+.#/^_:".contains(byte));
    let mut at = 0;
    while at < bytes.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at) {
            at += 1;
        }
        let apart = (start == 0 || plain(start - 1)) && (plain(at) || (bytes[at] == b'.' && !digit(at + 1)));
        let code = target[..start].ends_with("+7 ") || target[..start].ends_with("KC ") || target.contains('`');
        if apart && !code {
            let changed = (bytes[at - 1] - b'0' + 3) % 10;
            return Some(format!("{}{changed}{}", &target[..at - 1], &target[at..]));
        }
    }
    None
}

/// A word of the target gives way to one of the source.
fn left_over(source: &str, target: &str) -> Option<String> {
    let from = word(source, |word| word.chars().count() > 3)?;
    let to = word(target, |word| word.len() > 3)?;
    // Of a very short text a word is the better part: `untranslated` speaks of those.
    (words(target).len() > 4).then(|| format!("{}{}{}", &target[..to.start], &source[from], &target[to.end..]))
}

/// Four originals in one paragraph, and the translation of one.
fn cut_short(pairs: &[Pair]) -> Vec<Seed> {
    let cut = |four: &[Pair]| {
        let source = four.iter().map(|pair| pair.source.as_str()).collect::<Vec<_>>().join(" ");
        let least = four.iter().map(|pair| pair.target.as_str()).min_by_key(|target| target.len())?;
        // The rule passes over short paragraphs.
        let long = letters(&source) > 120 && letters(least) * 5 < letters(&source) * 2;
        long.then(|| Seed { source: source.into_bytes(), target: least.to_owned().into_bytes(), units: None })
    };
    pairs.chunks(4).filter(|four| four.len() == 4).filter_map(cut).collect()
}

/// Two paragraphs that say "akimat", and one that says it otherwise.
fn inconsistent(pairs: &[Pair]) -> Vec<Seed> {
    let said: Vec<&Pair> =
        pairs.iter().filter(|pair| pair.target.contains(" akimat") && pair.source.contains("акимат")).collect();
    let other = |at: usize| {
        let three = [said[at], said[(at + 1) % said.len()], said[(at + 2) % said.len()]];
        let source = three.map(|pair| pair.source.as_str()).join("\n\n");
        let third = three[2].target.replace("akimat", "local administration");
        let target = [three[0].target.as_str(), three[1].target.as_str(), third.as_str()].join("\n\n");
        Seed { source: source.into_bytes(), target: target.into_bytes(), units: None }
    };
    (0..said.len()).map(other).collect()
}
