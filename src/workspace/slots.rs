//! What a machine may translate of a pair of documents: places with a name that outlives changes elsewhere.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::analysis::{Analysis, GapState};
use crate::lang::Language;
use crate::units::{Pair, State};

/// A place of a translation: what of the original it is for, and what is there now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Its name for programs: see [`SlotId`].
    pub id: String,
    /// Paragraphs of the original, as indices.
    pub source: Vec<usize>,
    /// Paragraphs of the translation, as indices; empty for a gap.
    pub target: Vec<usize>,
    /// What is there.
    pub state: SlotState,
}

/// What is in a place of a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotState {
    /// A gap: its index in [`Analysis::gaps`].
    Gap(usize),
    /// Nothing, and no gap to write into.
    NoPlace,
    /// A translation that a person accepted, of which only the original changed since: index into `Units::accepted`.
    Stale(usize),
    /// A machine's translation on which nobody worked.
    Draft {
        /// Index into `Units::drafts`.
        draft: usize,
        /// Whether the original still is what the machine was given.
        current: bool,
    },
    /// A machine's translation on which a person worked: index into `Units::drafts`.
    Edited(usize),
    /// A translation.
    Translated,
}

/// The name of a place: document, language and a fingerprint of the text of the original.
///
/// `<16 hexadecimal digits>[.<n>]:<language>:<path of the original>`; `n` counts the paragraphs above that have the same
/// text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SlotId {
    /// The whole name.
    pub text: String,
    /// The language of the translation.
    pub language: Language,
    /// The path of the original, inside the project.
    pub original: String,
}

impl SlotId {
    /// Takes a name apart; `None` where the text is none.
    pub fn read(text: &str) -> Option<SlotId> {
        let mut parts = text.splitn(3, ':');
        let (print, language, original) = (parts.next()?, parts.next()?, parts.next()?);
        let (print, count) = print.split_once('.').unwrap_or((print, "1"));
        let is_print = print.len() == 16 && print.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let is_count = !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit());
        if !is_print || !is_count {
            return None;
        }
        Some(SlotId { text: text.to_owned(), language: language.parse().ok()?, original: original.to_owned() })
    }
}

/// The places of a pair, in the order of the original.
pub fn slots(pair: &Pair, analysis: &Analysis) -> Vec<Slot> {
    let mut gaps: HashMap<usize, usize> = HashMap::new();
    for (at, gap) in analysis.gaps.iter().enumerate() {
        // Where somebody wrote beside the comment, or in it, a person is at work.
        if let GapState::Open(source) = gap.state
            && gap.gap.within.is_none()
            && !gap.gap.unfinished
        {
            gaps.entry(source).or_insert(at);
        }
    }
    let names = Names::of(pair);
    let mut slots = Vec::new();
    for analysed in analysis.units.iter().filter(|analysed| !analysed.unit.source.is_empty()) {
        let unit = &analysed.unit;
        if unit.target.is_empty() {
            slots.extend(unit.source.iter().map(|at| Slot {
                id: names.id(pair, &[*at]),
                source: vec![*at],
                target: Vec::new(),
                state: gaps.get(at).map_or(SlotState::NoPlace, |gap| SlotState::Gap(*gap)),
            }));
            continue;
        }
        let state = match analysed.accepted {
            Some((accepted, State::Stale)) => SlotState::Stale(accepted),
            Some(_) => SlotState::Translated,
            None => draft_state(analysis, &unit.source, &unit.target),
        };
        slots.push(Slot {
            id: names.id(pair, &unit.source),
            source: unit.source.clone(),
            target: unit.target.clone(),
            state,
        });
    }
    slots.sort_by(|one, other| one.source.cmp(&other.source));
    slots
}

fn draft_state(analysis: &Analysis, source: &[usize], target: &[usize]) -> SlotState {
    match analysis.drift.draft(source, target) {
        Some(draft) if draft.unread => SlotState::Draft { draft: draft.draft, current: draft.current },
        Some(draft) => SlotState::Edited(draft.draft),
        None => SlotState::Translated,
    }
}

/// Of each paragraph of the original, how many above it have the same text.
struct Names {
    before: Vec<usize>,
}

impl Names {
    fn of(pair: &Pair) -> Names {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let count = |text| {
            let seen = seen.entry(text).or_default();
            *seen += 1;
            *seen - 1
        };
        let texts = pair.source.paragraphs.iter().map(|paragraph| paragraph.text.as_str());
        Names { before: texts.map(count).collect() }
    }

    fn id(&self, pair: &Pair, source: &[usize]) -> String {
        let mut digest = Sha256::new();
        for at in source {
            let text = &pair.source.paragraphs[*at].text;
            digest.update((text.len() as u64).to_le_bytes());
            digest.update(text);
        }
        let print: String = digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let nth = match source.first().map_or(0, |at| self.before[*at]) {
            0 => String::new(),
            before => format!(".{}", before + 1),
        };
        format!("{print}{nth}:{}:{}", pair.target_language, pair.paths.original)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_apart() {
        let id = SlotId::read("0123456789abcdef.2:de:docs/a:b.md").unwrap();
        assert_eq!((id.language.code(), id.original.as_str()), ("de", "docs/a:b.md"));
        for wrong in [
            "",
            "a.md",
            "0123:de:a.md",
            "0123456789abcdef:??:a.md",
            "0123456789abcdef.:de:a.md",
            "0123456789ABCDEF:de:a.md",
        ] {
            assert_eq!(SlotId::read(wrong), None, "{wrong}");
        }
    }
}
