//! An amount in another currency than the original's: «500 рублей» and "500 dollars". The figure stayed, so that no
//! other rule looks at it, and the fact is wrong.
//!
//! Only amounts count, a currency beside a number: "the dollar fell" may be said in many ways. An amount that keeps its
//! currency may be followed by one in another: "500 roubles ($5)" is a conversion. A currency that this table does not
//! know is no finding.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Context, Example, Finding, Place, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::lang::numbers::{Atom, numbers};
use crate::lang::{Language, is_form};
use crate::text::{is_alphabetic, is_alphanumeric, words};

pub(super) const RULE: Rule =
    Rule::new("currency-mismatch", Severity::Warning, Scope::Unit(run)).compares().facts::<Facts>().examples(&[
        Example::found("За ночлег он отдал 500 рублей.", "For the night he paid 500 dollars."),
        Example::found("Билет стоит 2000 ₸.", "A ticket costs $2,000."),
        Example::silent("За ночлег он отдал 500 рублей.", "For the night he paid 500 roubles ($5)."),
        Example::silent("Билет стоит 2000 тенге.", "A ticket costs KZT 2,000."),
    ]);

facts! {
    struct Facts {
        /// The amount in the original, as written.
        amount: String,
        /// The amount in the translation, as written.
        found: String,
    }
}

/// The currencies: codes, signs and words, folded. A star ends a word that may go on in any way.
const CURRENCIES: &[&[&str]] = &[
    &[
        "usd",
        "$",
        "us$",
        "доллар*",
        "долар*",
        "dollar*",
        "dólar*",
        "dollaro",
        "dollari",
        "бакс*",
        "bucks",
        "美元",
        "美金",
    ],
    &["eur", "€", "евро", "євро", "еуро", "euro", "euros", "欧元"],
    &["rub", "rur", "₽", "р", "руб", "рубл*", "рублев*", "карбован*", "rubl*", "roubl*", "ruble*", "rubel", "卢布"],
    &["kzt", "₸", "тг", "тнг", "тенге", "теңге", "tenge", "tenges", "坚戈"],
    &["uah", "₴", "грн", "гривн*", "гривен*", "гривень", "гривня", "hryvn*", "hrivn*", "grivn*", "griwna", "格里夫纳"],
    &["gbp", "£", "фунт*", "pound*", "sterling", "quid", "pfund", "libra*", "英镑"],
    &["jpy", "¥", "иен*", "йен*", "єн*", "yen", "yens", "日元"],
    &["cny", "rmb", "¥", "юан*", "yuan*", "renminbi", "人民币"],
    &["inr", "₹", "рупи*", "rupee*", "rupia*", "卢比"],
    &["try", "trl", "₺", "лир", "лира", "лиры", "лире", "лиру", "lira*", "lire", "里拉"],
    &["kgs", "сом", "сома", "сомов", "сомам", "сомами", "som", "soms"],
    &["uzs", "сум", "сума", "сумов", "сумы", "so'm", "so‘m", "som", "soum", "soums", "sum", "sums"],
    &["azn", "₼", "манат*", "manat*"],
    &["tmt", "манат*", "manat*"],
    &["gel", "₾", "лари", "lari", "laris"],
    &["amd", "֏", "драм", "драма", "драмов", "dram", "drams"],
    &["byn", "byr", "рубл*", "rubl*", "roubl*", "ruble*", "rubel"],
    &["pln", "злот*", "zlot*", "zł"],
    &["chf", "франк*", "franc", "francs", "franken", "法郎"],
    &["frf", "франк*", "franc", "francs", "franken", "法郎"],
    &["dem", "марок", "марки", "марка", "марками", "mark", "marks"],
    &[
        "czk",
        "крон",
        "кроны",
        "крона",
        "кронами",
        "кронах",
        "crown",
        "crowns",
        "koruna",
        "korun",
        "koruny",
        "krone*",
        "krona",
        "kronor",
    ],
    &["ils", "₪", "шекел*", "shekel*"],
    &["krw", "₩", "вон", "воны", "вона", "won", "韩元"],
    &["mxn", "песо", "peso", "pesos"],
    &["mnt", "₮", "тугрик*", "төгрөг*", "tugrik*", "tögrög*", "togrog*"],
    &["mdl", "лей", "лея", "леев", "лей", "leu", "lei"],
    &["aed", "дирхам*", "dirham*"],
    &["irr", "риал*", "rial", "rials"],
    &["btc", "₿", "биткоин*", "биткойн*", "bitcoin*"],
];

/// So many words may be between a number and its currency: "500 million US dollars".
const BETWEEN: usize = 2;

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    let source = Amounts::read(&source, context.source_language);
    if source.amounts.is_empty() {
        return Vec::new();
    }
    let target = Amounts::read(&target, context.target_language);
    let mut taken = vec![false; target.amounts.len()];
    let mut findings = Vec::new();
    for amount in &source.amounts {
        let Some(other) = deviating(amount, &source, &target, &taken) else { continue };
        taken[other] = true;
        let other = &target.amounts[other];
        let facts = Facts { amount: amount.text.clone(), found: other.text.clone() };
        findings.push(Finding::new(&RULE, facts).in_source([amount.place]).in_target([other.place]));
    }
    findings
}

/// The amount of the target that has another currency where it ought to have that of `amount`: one of the same figure,
/// or, where neither the figure nor the currency is in the target, one whose currency is not in the source.
fn deviating(amount: &Amount, source: &Amounts, target: &Amounts, taken: &[bool]) -> Option<usize> {
    let same_figure = |other: &Amount| other.figures.iter().any(|figure| amount.figures.contains(figure));
    let free = |at: &usize| {
        let other = &target.amounts[*at];
        !taken[*at] && !share(&other.currencies, &amount.currencies)
    };
    let same: Vec<usize> = (0..target.amounts.len()).filter(|at| same_figure(&target.amounts[*at])).collect();
    if same.iter().any(|at| share(&target.amounts[*at].currencies, &amount.currencies)) {
        return None;
    }
    let answers_another = |at: &usize| {
        let other = &target.amounts[*at];
        let figure = |one: &&Amount| one.figures.iter().any(|figure| other.figures.contains(figure));
        source.amounts.iter().filter(figure).any(|one| share(&one.currencies, &other.currencies))
    };
    if let Some(at) = same.into_iter().find(|at| free(at) && !answers_another(at)) {
        return Some(at);
    }
    let lost = !share(&target.mentioned, &amount.currencies);
    (0..target.amounts.len()).find(|at| lost && free(at) && !share(&source.mentioned, &target.amounts[*at].currencies))
}

fn share(one: &[usize], other: &[usize]) -> bool {
    one.iter().any(|currency| other.contains(currency))
}

/// A number and its currency.
struct Amount {
    figures: Vec<Atom>,
    /// Rows of the table: a sign or a word may mean several.
    currencies: Vec<usize>,
    place: Place,
    text: String,
}

/// The amounts of one side, and all the currencies it mentions.
#[derive(Default)]
struct Amounts {
    amounts: Vec<Amount>,
    mentioned: Vec<usize>,
}

impl Amounts {
    fn read(passages: &[passage::Passage<'_>], language: &Language) -> Amounts {
        let mut side = Amounts::default();
        for passage in passages {
            let wording = passage.wording();
            let mentions = mentions(&wording);
            if mentions.is_empty() {
                continue;
            }
            let numbers = numbers(&wording, language);
            for (bytes, currencies) in mentions {
                side.mentioned.extend(&currencies);
                let before = numbers.iter().rev().find(|number| number.span.end <= bytes.start);
                let after = numbers.iter().find(|number| number.span.start >= bytes.end);
                let after = after.filter(|number| is_before(&wording, &bytes, number.span.start));
                let before = before.filter(|number| is_near(&wording[number.span.end..bytes.start]));
                let Some(number) = after.or(before) else { continue };
                let span = number.span.start.min(bytes.start)..number.span.end.max(bytes.end);
                side.amounts.push(Amount {
                    figures: number.readings.iter().flatten().copied().collect(),
                    currencies,
                    text: passage.text()[span.clone()].to_owned(),
                    place: passage.place(span),
                });
            }
        }
        side
    }
}

/// Whether a sign or a code is right before the number: "$500", "USD 500".
fn is_before(text: &str, currency: &std::ops::Range<usize>, number: usize) -> bool {
    let apart = text[currency.end..number].chars().all(|mark| matches!(mark, ' ' | '\u{a0}' | '\u{202f}'));
    apart && !text[currency.clone()].chars().any(char::is_lowercase)
}

/// Whether what is between a number and a currency leaves them together.
fn is_near(between: &str) -> bool {
    let joins =
        |mark: char| is_alphabetic(mark) || mark.is_whitespace() || matches!(mark, '.' | '-' | '\u{2011}' | '’');
    between.chars().all(joins) && words(between).len() <= BETWEEN
}

/// The places where a currency is named, and the rows of the table that it may be.
fn mentions(text: &str) -> Vec<(std::ops::Range<usize>, Vec<usize>)> {
    let mut mentions = Vec::new();
    for span in words(text) {
        let word = &text[span.range()];
        if NAMES.may_be(word) {
            push(&mut mentions, span.range(), &word.to_lowercase());
        }
    }
    // Chinese writes them without spaces.
    if text.bytes().any(|byte| (0xe4..=0xe9).contains(&byte)) {
        for name in &NAMES.unspaced {
            text.match_indices(name).for_each(|(at, _)| push(&mut mentions, at..at + name.len(), name));
        }
    }
    for (at, mark) in text.char_indices().filter(|(_, mark)| !is_alphanumeric(*mark) && !mark.is_whitespace()) {
        let mut bytes = [0; 4];
        let sign: &str = mark.encode_utf8(&mut bytes);
        if NAMES.may_be(sign) {
            push(&mut mentions, at..at + sign.len(), sign);
        }
    }
    mentions.sort_by_key(|(bytes, _)| bytes.start);
    mentions
}

fn push(mentions: &mut Vec<(std::ops::Range<usize>, Vec<usize>)>, bytes: std::ops::Range<usize>, word: &str) {
    let mut rows: Vec<usize> = NAMES.near(word).filter(|(_, name)| is_form(word, name)).map(|(row, _)| row).collect();
    rows.dedup();
    if !rows.is_empty() {
        mentions.push((bytes, rows));
    }
}

/// The names of [`CURRENCIES`] by what they begin with.
static NAMES: LazyLock<Names> = LazyLock::new(Names::new);

struct Names {
    /// By the first two letters (the second is a space where there is none), rows of the table in order, with the name.
    by_start: FxHashMap<(char, char), Vec<(usize, &'static str)>>,
    /// Names in Chinese signs, in the order of the table.
    unspaced: Vec<&'static str>,
}

impl Names {
    fn new() -> Names {
        let mut names = Names { by_start: FxHashMap::default(), unspaced: Vec::new() };
        for (row, all) in CURRENCIES.iter().enumerate() {
            for name in *all {
                names.by_start.entry(start(name.trim_end_matches('*'))).or_default().push((row, name));
                if name.starts_with(|mark| ('\u{4e00}'..='\u{9fff}').contains(&mark)) {
                    names.unspaced.push(name);
                }
            }
        }
        names
    }

    /// Whether a word, in capitals or not, begins as one of the names does.
    fn may_be(&self, word: &str) -> bool {
        let small = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
        let (first, second) = start(word);
        self.by_start.contains_key(&(small(first), small(second)))
    }

    /// The names that begin as a word in small letters does, with their rows in order.
    fn near(&self, word: &str) -> impl Iterator<Item = (usize, &'static str)> {
        self.by_start.get(&start(word)).into_iter().flatten().copied()
    }
}

fn start(word: &str) -> (char, char) {
    let mut letters = word.chars();
    (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    const RULE: &str = "currency-mismatch";

    #[test]
    fn another_currency_with_the_same_figure_is_one_finding_with_both_amounts() {
        let finding = Bench::new().fires(RULE, "Он отдал 500 рублей.", "He paid 500 US dollars.");
        assert_eq!([fact(&finding, "amount"), fact(&finding, "found")], ["500 рублей", "500 US dollars"]);
        Bench::new().fires(RULE, "Цена 1,5 млн тенге.", "The price is €1.5 million.");
        Bench::new().fires(RULE, "100 рублей и 200 долларов.", "100 dollars and 200 dollars.");
        Bench::of("en", "ru").fires(RULE, "It costs £20.", "Это стоит 20 евро.");
        Bench::of("en", "ru").fires(RULE, "It costs five hryvnias.", "Это стоит пять рублей.");
    }

    #[test]
    fn another_figure_in_another_currency_alone_is_found() {
        Bench::new().fires(RULE, "Он отдал 500 рублей.", "He paid $5.");
    }

    #[test]
    fn the_same_currency_however_written_is_silent() {
        let bench = Bench::new();
        for (source, target) in [
            ("Он отдал 500 рублей.", "He paid 500 roubles."),
            ("Он отдал 500 руб.", "He paid RUB 500."),
            ("Билет стоит 2000 ₸.", "A ticket costs 2,000 tenge."),
            ("Цена 5 млн долларов США.", "The price is $5 million."),
            ("Сто евро и сто долларов.", "A hundred dollars and 100 euros."),
            ("Он отдал 300 гривен.", "He paid 300 hryvnias."),
            ("1000 иен", "¥1,000"),
            ("1000 юаней", "¥1,000"),
        ] {
            bench.silent(RULE, source, target);
        }
    }

    #[test]
    fn a_conversion_beside_the_amount_is_silent() {
        Bench::new().silent(RULE, "Он отдал 500 рублей.", "He paid 500 roubles (about $5).");
        Bench::new().silent(RULE, "Он отдал 500 рублей.", "He paid about $5 (500 roubles).");
        Bench::of("en", "ru").silent(RULE, "He paid $500.", "Он отдал 500 долларов (около 45 000 рублей).");
    }

    #[test]
    fn a_currency_without_a_number_is_silent() {
        Bench::new().silent(RULE, "Доллар подешевел на 2 процента.", "The euro gained 2 percent.");
        Bench::new().silent(RULE, "Он отдал 500 рублей.", "He paid 500.");
    }
}
