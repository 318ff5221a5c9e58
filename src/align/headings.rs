//! Headings, which answer each other by the ids that are written behind them.

use rustc_hash::FxHashMap;

use crate::text::heading_id;

use super::pins::in_order;
use super::side::Side;
use super::unit::Pin;

/// The headings that have one id on both sides, each side once, and follow each other in one order.
pub(super) fn pairs(source: &Side<'_>, target: &Side<'_>) -> Vec<Pin> {
    let (ours, theirs) = (ids(source), ids(target));
    let mut pairs: Vec<Pin> = ours
        .iter()
        .filter_map(|(id, at)| Some(Pin { source: vec![(*at)?], target: vec![(*theirs.get(id)?)?] }))
        .collect();
    pairs.sort_by(|one, other| one.source.cmp(&other.source));
    // A heading that was put elsewhere is a moved one, which a search tells from its words.
    let crossing = in_order(&pairs.iter().collect::<Vec<_>>()).1;
    let mut crossing = crossing.into_iter();
    pairs.retain(|_| crossing.next() == Some(false));
    pairs
}

/// The heading of each id; `None` for an id of several.
fn ids(side: &Side<'_>) -> FxHashMap<String, Option<usize>> {
    let mut ids = FxHashMap::default();
    for (at, paragraph) in side.paragraphs.iter().enumerate() {
        if let Some(id) = heading_id(side.text, paragraph) {
            ids.entry(id).and_modify(|only| *only = None).or_insert(Some(at));
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::super::{Lexicon, Unit, align};
    use super::*;
    use crate::text::{Document, Format};

    fn aligned(source: &str, target: &str) -> (Vec<Pin>, Vec<Unit>) {
        let read = |text: &str| Document::read(text.as_bytes(), Format::Markdown);
        let (source, target) = (read(source), read(target));
        let (ru, en) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let source = Side { language: &ru, paragraphs: &source.paragraphs, blocks: &source.blocks, text: &source.text };
        let target = Side { language: &en, paragraphs: &target.paragraphs, blocks: &target.blocks, text: &target.text };
        (pairs(&source, &target), align(&source, &target, &[], &Lexicon::built_in(&ru, &en)))
    }

    fn pair(units: &[Unit], source: usize) -> Option<usize> {
        units.iter().find(|unit| unit.source == [source])?.target.first().copied()
    }

    #[test]
    fn headings_answer_each_other_by_id_though_what_is_around_differs() {
        let (_, units) = aligned(
            "# Порядок (#order)\n\n## Форма (#form)\n\nФорма бывает разной.\n\n## Отчёт (#report)\n\nОтчёт пишут в пятницу.\n",
            "The way that we work was agreed on long ago.\n\n# Methods (#order)\n\nReports are written on Friday.\n\n\
             ## Examples (#report)\n\nNothing else.\n",
        );
        assert_eq!((pair(&units, 0), pair(&units, 3)), (Some(1), Some(3)), "{units:?}");
    }

    #[test]
    fn an_id_that_is_written_twice_or_against_the_order_says_nothing() {
        let heading = |id: &str| format!("# Мост (#{id})\n\n");
        let text = |ids: &[&str]| ids.iter().map(|id| heading(id)).collect::<String>();
        let found = aligned(&text(&["a", "b", "b", "c", "d", "e"]), &text(&["d", "a", "b", "c", "e"])).0;
        let targets: Vec<(usize, usize)> = found.iter().map(|pin| (pin.source[0], pin.target[0])).collect();
        assert_eq!(targets, [(0, 1), (3, 3), (5, 4)]);
    }
}
