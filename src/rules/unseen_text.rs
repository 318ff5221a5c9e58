//! Text that no reader took for prose: nothing else is checked of it, so that it must not pass in silence.

use super::{Context, Example, Finding, Place, Rule, Scope, Severity, facts};
use crate::align::{self, Unit};
use crate::lang::{Language, Script};
use crate::text::{BlockKind, Document, Verbatim, on_one_line};

pub(super) const RULE: Rule =
    Rule::new("unseen-text", Severity::Warning, Scope::Document(run)).facts::<Facts>().examples(&[
        Example::found(
            "Раз.\n\n    Никогда не нажимайте красную кнопку.",
            "One.\n\n    Never press the red button at night.",
        ),
        Example::found("```mermaid\nA[Начало]-->B[Конец]\n```", "```mermaid\nA[Начало]-->B[Конец]\n```"),
        Example::silent("Раз.\n\n    ls -la | wc -l", "One.\n\n    ls -la | wc -l"),
    ]);

facts! {
    struct Facts {
        /// The beginning of the text.
        text: String,
    }
}

/// So many words are prose, not code.
const WORDS: usize = 5;
/// So many words of the original's script in a drawing of the translation were left.
const LEFT: usize = 2;

fn run(units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    let (source, target) = (code(context.source), code(context.target));
    let pairs = align::verbatim(&source, &target, units);
    let finding = |(left, right): (Option<usize>, Option<usize>)| {
        let (left, right) = (left.map(|at| &source[at]), right.map(|at| &target[at]));
        let unseen = right.and_then(|block| unseen_in_target(block, context));
        let unseen = unseen.or_else(|| left.and_then(|block| prose(block, context.source_language)))?;
        let place = |block: &Verbatim| Place::in_file(block.span);
        let finding = Finding::new(&RULE, Facts { text: excerpt(&unseen) });
        Some(finding.in_source(left.map(place)).in_target(right.map(place)))
    };
    pairs.into_iter().filter_map(finding).collect()
}

fn code(document: &Document) -> Vec<Verbatim> {
    document.verbatim().into_iter().filter(|block| block.kind == BlockKind::Code).collect()
}

fn unseen_in_target(block: &Verbatim, context: &Context<'_>) -> Option<String> {
    let (from, to) = (Script::of_language(context.source_language), Script::of_language(context.target_language));
    if from != to && from != Script::Latin {
        let words: Vec<&str> =
            block.text.split(|c: char| !c.is_alphanumeric()).filter(|word| is_of(word, from)).collect();
        if words.len() >= if block.is_read() { LEFT } else { WORDS } {
            return Some(words.join(" "));
        }
    }
    prose(block, context.target_language)
}

/// The prose in an indented block, which a container that nobody knows may have made one.
fn prose(block: &Verbatim, language: &Language) -> Option<String> {
    // A fence says that its text is code.
    if block.whole.starts_with("```") || block.whole.starts_with("~~~") {
        return None;
    }
    let script = Script::of_language(language);
    let mut run: Vec<&str> = Vec::new();
    for word in block.text.split_whitespace() {
        let letters = word.trim_end_matches([',', '.', ':', ';', '!', '?']);
        let plain = letters.chars().all(char::is_alphabetic) && is_of(letters, script);
        // Words of a sentence are small but for the first.
        if plain && (run.is_empty() || letters.chars().skip(1).all(char::is_lowercase)) {
            run.push(word);
            // One letter may be a name in code.
            if run.iter().filter(|word| word.chars().count() > 1).count() >= WORDS {
                return Some(run.join(" "));
            }
        } else {
            run.clear();
        }
    }
    None
}

fn is_of(word: &str, script: Script) -> bool {
    word.chars().any(|letter| Script::of(letter) == Some(script))
}

fn excerpt(text: &str) -> String {
    const LETTERS: usize = 60;
    let line = on_one_line(text);
    match line.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::Bench;

    #[test]
    fn prose_in_an_indented_block_and_words_left_in_a_drawing_are_found() {
        let bench = Bench::new();
        bench.fires("unseen-text", "Раз\n\n    ls\n", "One\n\n    Press it twice before you leave.\n");
        bench.fires("unseen-text", "Раз\n\n    Нажмите её дважды, и она погаснет.\n", "One\n");
        bench.fires("unseen-text", "```dot\nа -> б\n```\n", "```dot\nмост -> река\n```\n");
    }

    #[test]
    fn code_is_silent() {
        let bench = Bench::new();
        bench.silent("unseen-text", "Раз\n\n    let a = b if c else d\n", "One\n\n    let a = b if c else d\n");
        bench.silent(
            "unseen-text",
            "```\nНажмите её дважды, и она погаснет\n```\n",
            "```\nPress it twice and it goes out\n```\n",
        );
        bench.silent("unseen-text", "```mermaid\nA[Раз]-->B[Два]\n```\n", "```mermaid\nA[One]-->B[Two]\n```\n");
    }
}
