//! `gaps` for programs and as a text to paste.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use super::{visible, visible_line};
use crate::glossary::Status;
use crate::i18n::Messages;
use crate::text::Kind;
use crate::workspace::{GapItem, Neighbour, TermNote, Word};

/// A gap as one object; `style` are the project's notes on style.
pub fn gap_as_json(item: &GapItem, style: Option<&str>) -> Value {
    let masks: Map<String, Value> =
        item.masked.masks.iter().enumerate().map(|(at, mask)| (format!("⟦{}⟧", at + 1), json!(mask.text))).collect();
    let matches = item.memory.iter().map(|found| {
        json!({ "percent": found.percent, "source": found.source, "target": found.target, "origin": found.origin })
    });
    let mut value = json!({
        "version": 1,
        "id": item.id,
        "state": match (&item.accepted, &item.draft) {
            (Some(_), _) => "stale",
            (_, Some(_)) => "stale-draft",
            _ => "gap",
        },
        "kind": kind(item.kind),
        "original": item.original,
        "source_line": item.source_line,
        "translation": item.translation,
        "target_line": item.target_line,
        "source_language": item.source_language.to_string(),
        "target_language": item.target_language.to_string(),
        "source": item.source,
        "masked": item.masked.text,
        "masks": masks,
        "headings": neighbours(&item.headings),
        "before": neighbours(&item.before),
        "after": neighbours(&item.after),
        "terms": item.terms.iter().map(|term| term_as_json(term)).collect::<Vec<_>>(),
        "memory": matches.collect::<Vec<_>>(),
    });
    for (key, before) in [("accepted", &item.accepted), ("draft", &item.draft)] {
        if let Some(before) = before {
            value[key] = json!({ "source": before.source, "target": before.target, "changes": before.changes });
        }
    }
    if let Some(style) = style {
        value["style"] = json!(style);
    }
    value
}

/// A concept as `gaps` gives it.
pub fn term_as_json(term: &TermNote) -> Value {
    let mut value = json!({
        "concept": term.concept,
        "translate": term.translate,
        "source": term.source.iter().map(word).collect::<Vec<_>>(),
        "target": term.target.iter().map(word).collect::<Vec<_>>(),
        "notes": term.notes,
    });
    for (key, text) in [("definition", &term.definition), ("first_mention", &term.first_mention)] {
        if let Some(text) = text {
            value[key] = json!(text);
        }
    }
    value
}

fn word(word: &Word) -> Value {
    let mut value = json!({ "text": word.text, "status": word.status.name(), "forms": word.forms });
    if let Some(note) = &word.note {
        value["note"] = json!(note);
    }
    value
}

fn neighbours(all: &[Neighbour]) -> Vec<Value> {
    all.iter().map(|one| json!({ "source": one.source, "target": one.target })).collect()
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Prose => "paragraph",
        Kind::Heading(_) => "heading",
        Kind::ListItem(_) => "list-item",
        Kind::Quote(_) => "quote",
        Kind::TableRow => "table-row",
        Kind::Footnote => "footnote",
        Kind::FrontMatter => "front-matter",
    }
}

/// The instructions before all gaps of a prompt.
pub fn prompt_head(style: Option<&str>, ui: &Messages) -> String {
    let mut head = format!("{}\n", ui.prompt_task());
    if let Some(style) = style {
        write!(head, "\n{}\n{}\n", ui.prompt_style(), visible(style.trim_end())).ok();
    }
    head
}

/// A gap as a text to paste: what `gap_as_json` gives, without what only programs need, and with nothing that steers.
pub fn gap_as_prompt(item: &GapItem, ui: &Messages) -> String {
    let mut text = format!("\n--- {}\n", visible_line(&item.id));
    let languages = ui.prompt_languages(item.source_language.to_string(), item.target_language.to_string());
    writeln!(text, "{languages}").ok();
    for heading in &item.headings {
        writeln!(text, "{}: {}", ui.prompt_heading(), beside(heading)).ok();
    }
    for before in &item.before {
        writeln!(text, "{}: {}", ui.prompt_before(), beside(before)).ok();
    }
    for after in &item.after {
        writeln!(text, "{}: {}", ui.prompt_after(), beside(after)).ok();
    }
    for term in &item.terms {
        writeln!(text, "{}: {}", ui.prompt_term(), one_line(&term_line(term, ui))).ok();
    }
    for found in &item.memory {
        let pair = format!("{} → {}", one_line(&found.source), one_line(&found.target));
        writeln!(text, "{}: {pair}", ui.prompt_memory(usize::from(found.percent))).ok();
    }
    if let Some(accepted) = &item.accepted {
        writeln!(text, "{}: {}", ui.prompt_accepted(), one_line(&accepted.target)).ok();
    }
    if let Some(before) = item.accepted.as_ref().or(item.draft.as_ref()) {
        writeln!(text, "{}: {}", ui.prompt_changes(), one_line(&before.changes)).ok();
    }
    writeln!(text, "{}:\n{}", ui.prompt_source(), item.masked.text).ok();
    visible(&text).into_owned()
}

fn beside(neighbour: &Neighbour) -> String {
    match &neighbour.target {
        Some(target) => format!("{} → {}", one_line(&neighbour.source), one_line(target)),
        None => one_line(&neighbour.source),
    }
}

fn term_line(term: &TermNote, ui: &Messages) -> String {
    let of = |wanted: Status| -> Vec<&str> {
        term.target.iter().filter(|word| word.status == wanted).map(|word| word.text.as_str()).collect()
    };
    let from: Vec<&str> = term.source.iter().map(|word| word.text.as_str()).collect();
    let good: Vec<&str> = [of(Status::Preferred), of(Status::Admitted)].concat();
    let mut line = format!("{} → {}", from.join(", "), good.join(", "));
    let never = of(Status::Deprecated);
    if !never.is_empty() {
        write!(line, "; {}: {}", ui.prompt_never(), never.join(", ")).ok();
    }
    if let Some(first) = &term.first_mention {
        write!(line, "; {}: {first}", ui.prompt_first()).ok();
    }
    for note in term.definition.iter().chain(&term.notes) {
        write!(line, "; {}", one_line(note)).ok();
    }
    line
}

fn one_line(text: &str) -> String {
    crate::text::on_one_line(text)
}
