//! A text that fills a translation's place and is none: a machine's remark, a repetition, a summary, an echo of the
//! original.

use super::machine_remarks::{Remark, remarks};
use super::passage::{self, Passage};
use super::{Context, Example, Finding, Rule, Scope, Severity, fact_values, facts};
use crate::align::Unit;
use crate::lang::Profile;
use crate::text::{Kind, Paragraph, is_alphabetic, is_alphanumeric, on_one_line, push_lowercase, sentences};

pub(super) const RULE: Rule =
    Rule::new("not-a-translation", Severity::Error, Scope::Unit(run)).facts::<Facts>().examples(&[
        Example::found(SOURCE, "Sure, here is the translation: In 1902 the city built a bridge across the river."),
        Example::found(SOURCE, "As an AI language model, I cannot translate this text."),
        Example::found(SOURCE, "In 1902 the city built a bridge. [Rest omitted]"),
        Example::found(SOURCE, "In 1902 the city built a bridge. In 1902 the city built a bridge."),
        Example::silent(SOURCE, WHOLE),
        Example::silent("Вот перевод записки:", "Here is the translation of the note:"),
    ]);

const SOURCE: &str = "В 1902 году город построил мост через реку. Сегодня по мосту ходят трамваи.";
const WHOLE: &str = "In 1902 the city built a bridge across the river. Today trams cross the bridge.";

facts! {
    struct Facts {
        kind: What,
        /// The beginning of the text.
        text: String,
    }
}

fact_values! {
    /// What fills the translation's place.
    enum What {
        Chatter,
        Refusal,
        LeftOut,
        Repeated,
        Summary,
        Echo,
    }
}

/// A sentence, a paragraph of fewer words may be said twice.
const WORDS: usize = 4;

/// A stretch of at least [`LOOP_WORDS`] words, over and over, as often as this.
const LOOP_WORDS: usize = 2;
const LOOP_LONGEST: usize = 12;
const LOOPS: usize = 4;

/// An original of fewer sentences or letters has no summary; and what part of the usual length a summary has at most.
const SUMMED: usize = 4;
const LETTERS: f64 = 200.0;
const SHARE: f64 = 0.33;

/// An original of fewer words may be left in its language beside the translation, as names and titles are.
const ECHOED: usize = 6;

/// A unit that is less sure is not judged by its original's length.
const SURE: f64 = 0.5;

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let (source, target) = (passage::source(unit, context), passage::target(unit, context));
    let what = target.iter().find_map(|passage| {
        let what = remark(passage, &source, context).or_else(|| repeated(passage, &source, context));
        Some((passage, what.or_else(|| echo(passage, &source))?))
    });
    let whole = || target.first().filter(|_| is_summary(unit, &source, &target, context));
    let Some((passage, what)) = what.or_else(|| Some((whole()?, What::Summary))) else { return Vec::new() };
    let facts = Facts { kind: what, text: excerpt(passage.text()) };
    let finding = Finding::new(&RULE, facts).in_source(source.iter().map(Passage::whole));
    vec![finding.in_target([passage.whole()])]
}

/// The remark of a machine that a paragraph of the translation has and its original has not: an article may be about machines. What has no
/// counterpart is compared with the whole original.
fn remark(passage: &Passage<'_>, source: &[Passage<'_>], context: &Context<'_>) -> Option<What> {
    let found = remarks(passage.text());
    let known = |remark: &Remark| match source {
        [] => context.source.paragraphs.iter().any(|paragraph| remarks(&paragraph.text).contains(remark)),
        _ => source.iter().any(|original| remarks(original.text()).contains(remark)),
    };
    found.into_iter().find(|remark| !known(remark)).map(|remark| match remark {
        Remark::Chatter => What::Chatter,
        Remark::Refusal => What::Refusal,
        Remark::LeftOut => What::LeftOut,
    })
}

/// Whether a paragraph says twice what its original says once.
fn repeated(passage: &Passage<'_>, source: &[Passage<'_>], context: &Context<'_>) -> Option<What> {
    let original = || source.iter().map(|passage| passage.paragraph);
    let sentence = says_twice(passage.paragraph) && !original().any(says_twice);
    let loops = || runs_on(passage.paragraph, LOOPS) && !original().any(|paragraph| runs_on(paragraph, LOOPS - 2));
    let before = |paragraphs: &[Paragraph], at: usize| at > 0 && same(&paragraphs[at - 1], &paragraphs[at]);
    let paragraph = || {
        before(&context.target.paragraphs, passage.index)
            && !context.source.paragraphs.windows(2).any(|pair| same(&pair[0], &pair[1]))
    };
    (sentence || loops() || paragraph()).then_some(What::Repeated)
}

/// Whether a sentence or several are followed by themselves, or the whole is a text and the same text.
fn says_twice(paragraph: &Paragraph) -> bool {
    let sentences = sentences(&paragraph.text);
    if sentences.len() < 2 {
        return is_doubled(&paragraph.text);
    }
    let texts: Vec<String> =
        sentences.iter().map(|span| on_one_line(&paragraph.text[span.range()]).to_lowercase()).collect();
    let follows = |length: usize| {
        texts.windows(2 * length).any(|both| {
            let (first, second) = both.split_at(length);
            first == second && first.iter().map(|text| weight(text)).sum::<usize>() >= WORDS
        })
    };
    (1..=texts.len() / 2).any(follows) || is_doubled(&paragraph.text)
}

/// Whether the second half of a text is its first, blanks aside: a sentence may not end where the first half does.
fn is_doubled(text: &str) -> bool {
    let text = text.trim();
    let middle = text.len() / 2;
    let [first, second] = [text.get(..middle), text.get(middle..)].map(|half| half.map(str::trim));
    first == second && first.is_some_and(|half| weight(half) >= WORDS)
}

/// Adds a word in small letters, as [`str::to_lowercase`] gives them: sigma alone depends on what is around it.
fn push_small(text: &mut String, word: &str) {
    if word.contains('Σ') {
        text.push_str(&word.to_lowercase());
    } else {
        word.chars().for_each(|c| push_lowercase(text, c));
    }
}

/// Whether a stretch of words follows itself so many times.
fn runs_on(paragraph: &Paragraph, times: usize) -> bool {
    let spans = paragraph.words();
    if spans.len() < LOOP_WORDS * times {
        return false;
    }
    let mut lower = String::with_capacity(paragraph.text.len());
    let mut ends = Vec::with_capacity(spans.len());
    for span in spans {
        push_small(&mut lower, &paragraph.text[span.range()]);
        ends.push(lower.len());
    }
    let starts = std::iter::once(&0).chain(&ends);
    let words: Vec<&str> = starts.zip(&ends).map(|(start, end)| &lower[*start..*end]).collect();
    (LOOP_WORDS..=LOOP_LONGEST).any(|length| {
        let mut alike = 0;
        words[length.min(words.len())..].iter().zip(&words).any(|(word, before)| {
            alike = if word == before { alike + 1 } else { 0 };
            alike >= length * (times - 1)
        })
    })
}

/// Whether two paragraphs of prose are one text: a page's title and summary are said again by its first lines.
fn same(one: &Paragraph, other: &Paragraph) -> bool {
    !matches!(one.kind, Kind::TableRow | Kind::FrontMatter) && one.text == other.text && weight(&one.text) >= WORDS
}

/// How many words a text has; four letters of a script without spaces are about one.
fn weight(text: &str) -> usize {
    let words = text.split(|c: char| !is_alphanumeric(c)).filter(|word| !word.is_empty());
    words.map(|word| 1 + word.chars().filter(|c| *c > '\u{2E80}').count() / 4).sum()
}

/// Whether a paragraph holds its whole original and more.
fn echo(passage: &Passage<'_>, source: &[Passage<'_>]) -> Option<What> {
    let begins = |original: &&Passage<'_>| {
        let first = original.text().split_whitespace().next();
        first.is_none_or(|first| passage.text().contains(first))
    };
    if !source.iter().any(|original| begins(&original)) {
        return None;
    }
    let text = on_one_line(passage.text());
    let holds = |original: &Passage<'_>| {
        let original = on_one_line(original.text());
        let lettered = || original.chars().filter(|c| is_alphabetic(*c)).count() * 2 > original.chars().count();
        let within = text.len() * 2 > original.len() * 3 && text.contains(original.trim());
        within && lettered() && weight(&original) >= ECHOED
    };
    source.iter().any(holds).then_some(What::Echo)
}

/// Whether several sentences of the original became a third of their usual length and fewer sentences.
fn is_summary(unit: &Unit, source: &[Passage<'_>], target: &[Passage<'_>], context: &Context<'_>) -> bool {
    let count = |side: &[Passage<'_>]| side.iter().map(|passage| sentences(passage.text()).len()).sum::<usize>();
    let letters = |side: &[Passage<'_>]| -> f64 { side.iter().map(Passage::letters).sum::<usize>() as f64 };
    let sure = unit.pinned || unit.confidence >= SURE;
    if !sure {
        return false;
    }
    let usual = Profile::of(context.target_language).length / Profile::of(context.source_language).length;
    let (was, becomes) = (letters(source), letters(target));
    becomes > 0.0
        && was * usual >= LETTERS
        && becomes < SHARE * usual * was
        && count(source) >= SUMMED
        && count(target) * 2 <= count(source)
}

/// The beginning of a text, on one line.
fn excerpt(text: &str) -> String {
    const SHOWN: usize = 60;
    let line = on_one_line(text);
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{Bench, fact};

    const LONG: &str = "В 1902 году город построил мост через реку. Инженер Токаев руководил работой три года, и за это время погибло семь человек. Люди не верили, что мост когда-нибудь откроют. Вода в реке поднялась и унесла две опоры. Сегодня по мосту ходят трамваи, а под ним гуляют дети.";

    fn kind(source: &str, target: &str) -> String {
        fact(&Bench::new().fires("not-a-translation", source, target), "kind")
    }

    #[test]
    fn every_kind_is_found() {
        assert_eq!(kind(SOURCE, "Here is the English translation: trams cross the bridge."), "chatter");
        assert_eq!(kind(SOURCE, "I'm sorry, but I cannot translate this text."), "refusal");
        assert_eq!(kind(SOURCE, "In 1902 the city built a bridge […]"), "left-out");
        assert_eq!(kind(SOURCE, "The city built a bridge. The city built a bridge."), "repeated");
        assert_eq!(kind(SOURCE, &format!("{WHOLE} {WHOLE}")), "repeated");
        assert_eq!(kind(SOURCE, "In 1902 the city built this: In 1902 the city built this:"), "repeated");
        assert_eq!(kind(SOURCE, "The city and the town and the town and the town and the town built it."), "repeated");
        assert_eq!(kind(SOURCE, &format!("{SOURCE} {WHOLE}")), "echo");
        assert_eq!(kind(LONG, "A bridge was built, and trams cross it."), "summary");
    }

    #[test]
    fn a_remark_without_an_original_is_found() {
        let target = format!("Sure! Here's the translation:\n\n{WHOLE}");
        let units = vec![Unit::new(vec![], vec![0]), Unit::new(vec![0], vec![1])];
        let found = Bench::new().units(units).findings("not-a-translation", SOURCE, &target);
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn a_paragraph_that_follows_itself_is_found_unless_the_original_does_so_too() {
        let (bench, twice) = (Bench::new(), |text: &str| format!("{text}\n\n{text}"));
        assert_eq!(bench.findings("not-a-translation", &format!("{SOURCE}\n\nДа."), &twice(WHOLE)).len(), 1);
        bench.silent("not-a-translation", &twice(SOURCE), &twice(WHOLE));
    }

    #[test]
    fn what_the_original_says_too_is_no_fault() {
        let bench = Bench::new();
        for (source, target) in [
            ("Вот перевод письма, о котором я писал.", "Here is the translation of the letter that I wrote about."),
            ("Я как языковая модель не могу этого знать.", "As a language model, I cannot know this."),
            ("Он писал: «Река поднялась […] и ушла».", "He wrote: “The river rose […] and fell”."),
            (
                "«Кто там стоит? Это я стою.» «Кто там стоит? Это я стою.»",
                "“Who is there now? It is me here.” “Who is there now? It is me here.”",
            ),
            ("Вставай и иди вперёд! Вставай и иди вперёд!", "Get up and go ahead! Get up and go ahead!"),
            (
                LONG,
                "In 1902 the city built a bridge across the river. The engineer Tokayev led the work for three years, and seven people died. Nobody believed that it would open. The water took two piers. Trams cross it today.",
            ),
        ] {
            bench.silent("not-a-translation", source, target);
        }
    }

    #[test]
    fn a_summary_said_again_by_the_page_is_no_repetition() {
        let target = "---\ndescription: The bridge over the river\n---\n\nThe bridge over the river";
        let units = vec![Unit::new(vec![0], vec![0]), Unit::new(vec![1], vec![1])];
        let source = "---\ndescription: Мост через реку\n---\n\nО мосте через эту реку";
        assert!(Bench::new().units(units).findings("not-a-translation", source, target).is_empty());
    }

    #[test]
    fn the_text_of_a_link_is_no_remark() {
        Bench::new().silent("not-a-translation", "[Others](a.md)", "[Остальное](a.md).");
        Bench::new().silent("not-a-translation", "[More][1]\n\n[1]: a.md", "[Остальное][1].\n\n[1]: a.md");
    }

    #[test]
    fn a_short_name_left_in_the_original_is_no_echo() {
        Bench::new().silent(
            "not-a-translation",
            "Газета «Новый мост».",
            "The newspaper Газета «Новый мост». It means the New Bridge.",
        );
    }
}
